"""Words that bound a number, on either side of it."""

from __future__ import annotations

import pytest

from checker.figures.scan import scan
from checker.model import Comparator

A, L, B, M, C, E, R = (
    Comparator.ABOVE,
    Comparator.AT_LEAST,
    Comparator.BELOW,
    Comparator.AT_MOST,
    Comparator.ABOUT,
    Comparator.EQ,
    Comparator.RANGE,
)
READS: dict[tuple[Comparator, str | None, str | None], list[str]] = {
    (A, "2000", None): ["突破2000家", "超2000家", "超过了2000家", "逾2000家", "高于2000家"],
    (L, "2000", None): ["2000家以上", "不低于2000家", "至少2000家", "超过2000家以上"],
    (L, "8", None): ["不得低于8家", "不应少于8家"],
    (B, None, "600"): ["近600位", "近六百位", "不足600位", "接近600位"],
    (M, None, "35"): ["不超过35名", "35名以内", "35名以下", "最多35名"],
    (M, None, "9"): ["不得高于9名", "不能超过9名", "不应多于9名", "均未超过9名"],
    (C, "300", "300"): ["约300家", "300家左右", "近300余家", "大约300家左右"],
    (A, "300", "400"): ["约300余家", "300多家"],
    (A, "20", "30"): ["20余项", "20多项", "二十多项"],
    (R, "10", "100"): ["数十家", "几十家"],
    (R, "15", "20"): ["15至20家", "15—20家", "15~20家", "15-20家", "十五到二十家"],
    (A, "10000000000", None): ["突破百亿元", "过百亿元", "超百亿元"],
    (L, "100", None): ["上百家"],
    (R, "2000000", "5000000"): ["200万元以上、500万元以下"],
    (E, "7", "7"): ["7家"],
}
CASES = [(*key, text) for key, texts in READS.items() for text in texts]


@pytest.mark.parametrize(("comparator", "low", "high", "text"), CASES)
def test_reads(comparator: Comparator, low: str | None, high: str | None, text: str) -> None:
    (figure,) = scan(f"共有{text}，")
    assert figure.text == text
    assert figure.comparator is comparator
    assert figure.value is not None
    stated = tuple(None if n is None else str(n) for n in (figure.value.low, figure.value.high))
    assert stated == (low, high)


@pytest.mark.parametrize(
    "text", ["附近3家", "签约3家", "打破3家", "经过3家", "网上3家", "达到3家", "增至3家", "累计3家"]
)
def test_ignores(text: str) -> None:
    (figure,) = scan(text)
    assert (figure.text, figure.comparator) == ("3家", E)


def test_a_bound_stands_before_what_a_part_is_of() -> None:
    (over,), (under,) = scan("税收超过全省总量的五分之一。"), scan("产量不足甲、乙两地的六成。")
    assert (over.text, over.comparator) == ("超过全省总量的五分之一", A)
    assert (under.text, under.comparator) == ("不足甲、乙两地的六成", B)
    assert len(scan("超过甲市的五分之一，不足乙市的六成。")) == 2


def test_both_hedges_are_kept() -> None:
    (figure,) = scan("近300余家")
    assert [figure.text[h.start : h.end] for h in figure.hedges] == ["近", "余"]
