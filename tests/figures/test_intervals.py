"""What a stated value admits, and when two cannot both be right."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.figures.intervals import Interval, admissible, describe, disjoint, show, tension
from checker.figures.scan import scan


def interval(text: str) -> Interval:
    """The interval of the only figure of ``text``."""
    (figure,) = scan(text)
    assert figure.value is not None
    return admissible(figure.value, figure.comparator)


DISJOINT = [
    ("7家", "8家"),
    ("突破5700P", "5000P"),
    ("153人", "230人"),
    ("1.2亿元", "1.3亿元"),
    ("近300家", "300家"),
    ("20余项", "30项"),
]
TOGETHER = [
    ("突破5700P", "突破5000P"),
    ("5.3%", "5.26%"),
    ("1.2亿元", "1.18亿元"),
    ("2000家", "2003家"),
    ("约45%", "47%"),
    ("近300家", "290家"),
    ("20余项", "28项"),
    ("280余家", "突破280家"),
]


@pytest.mark.parametrize(("a", "b"), DISJOINT)
def test_cannot_both_be_right(a: str, b: str) -> None:
    assert disjoint(interval(a), interval(b))
    assert disjoint(interval(b), interval(a))


@pytest.mark.parametrize(("a", "b"), TOGETHER)
def test_can_both_be_right(a: str, b: str) -> None:
    assert not disjoint(interval(a), interval(b))


def test_a_bound_far_below_the_value_is_tension() -> None:
    assert tension(interval("突破5000P"), interval("9000P"))
    assert not tension(interval("突破5000P"), interval("5700P"))
    assert not tension(interval("7家"), interval("8家"))


@pytest.mark.parametrize(
    ("text", "cap"),
    [("突破5000家", "6000"), ("突破9.5万人", "96000"), ("突破5700P", "5800"), ("超百亿元", "20000000000")],
)
def test_soft_cap_is_one_step_of_the_last_digit(text: str, cap: str) -> None:
    assert interval(text).soft_high == Fraction(cap)


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        ("120000000", "元", "1.2亿元"),
        ("5700", "P", "5700P"),
        ("230000", "人", "23万人"),
        ("12345", "家", "12345家"),
        ("37/2", "%", "18.5%"),
        ("23/10", "百分点", "2.3个百分点"),
        ("-1/2", "元", "-0.5元"),
        ("1/3", "", "1/3"),
    ],
)
def test_shows(number: str, unit: str, shown: str) -> None:
    assert show(Fraction(number), unit) == shown


def test_describes() -> None:
    assert describe(interval("近300家"), "家") == "270家至300家（不含300家）"
    assert describe(interval("不超过35名"), "名") == "0名至35名"
    assert describe(Interval(None, None)) == "任意"
