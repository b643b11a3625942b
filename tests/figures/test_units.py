"""Units: names, dimensions, conversion."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.figures.units import convert, dimension, printed, unit, written

EQUAL = [
    ("1", "公顷", "15", "亩"),
    ("1", "平方公里", "100", "公顷"),
    ("1", "千米", "1000", "米"),
    ("1", "EFLOPS", "1000", "P"),
    ("1", "度", "1", "千瓦时"),
    ("2", "斤", "1", "公斤"),
    ("10", "角", "1", "元"),
    ("100", "基点", "1", "百分点"),
    ("1", "", "100", "%"),
    ("3", "名", "3", "位"),
    ("3", "家", "3", "个"),
]


@pytest.mark.parametrize(("a", "of", "b", "to"), EQUAL)
def test_converts(a: str, of: str, b: str, to: str) -> None:
    assert convert(Fraction(a), of, to) == Fraction(b)
    assert convert(Fraction(b), to, of) == Fraction(a)


@pytest.mark.parametrize(
    ("a", "b"), [("元", "美元"), ("人", "人次"), ("家", "户"), ("%", "百分点"), ("亩", "米"), ("元", "元/股")]
)
def test_keeps_apart(a: str, b: str) -> None:
    assert dimension(a) != dimension(b)
    assert convert(Fraction(1), a, b) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PFLOPS规模", "P"),
        ("平方公里", "平方公里"),
        ("个百分点", "百分点"),
        ("人次", "人次"),
        ("载", "年"),
        ("名校长", "名"),
        ("支队伍", "支"),
        ("个人", "人"),
        ("个人报名", "人"),
        ("个人才驿站", "个"),
        ("个人工湖", "个"),
        ("个人民法庭", "个"),
        ("个点位", "个"),
        ("个流量计", "个"),
    ],
)
def test_reads_the_longest(text: str, name: str) -> None:
    found = written(text, 0)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["年级", "人民", "家庭", "部门", "位于", "Pa5", "玫瑰"])
def test_ignores(text: str) -> None:
    found = written(text, 0)
    assert found is None or found.end > 1


def test_composite_units_have_their_own_dimension() -> None:
    assert dimension("件/万人") == "个体/人"
    assert unit("某/某") is None


def test_points_of_a_change_are_no_percentage() -> None:
    assert printed("百分点") == "个百分点"
    assert printed("百分点", changed=False) == "%"
    assert printed("%") == "%"
