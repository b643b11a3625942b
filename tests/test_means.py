"""Of which total and number a mean is told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic import numbers_in
from checker.means import made, means, per, slipped_mean
from checker.model import Kind
from tests.claims.cases import extraction

# A text, and for its last amount the total, what that is divided by, and whether they make it; None if it is no mean.
MEANS = [
    ("全乡1200户养蚕，卖茧收入960万元，户均收入8000元。", ("960万元", "1200户", True)),
    ("全乡1200户养蚕，卖茧收入960万元，户均收入9000元。", ("960万元", "1200户", False)),
    ("全县16万人，有病床960张，每千人拥有病床6张。", ("960张", "16万人", True)),
    ("全乡种桑1200亩，产叶2400吨，平均每亩产2000公斤。", ("2400吨", "1200亩", True)),
    ("展览开放8天，接待观众9.6万人次，日均1.2万人次。", ("9.6万人次", "8天", True)),
    ("9月1日至8日，展馆接待观众9.6万人次，日均1.2万人次。", ("9.6万人次", "8天", True)),
    ("前10个月，驿站接待旅客960人次，月均96人次。", ("960人次", "10个月", True)),
    ("展览开放8天，接待观众9.6万人次，比上届日均的1.4万人次少了。", None),
    ("全乡走访1200户，发放贷款960万元，户均授信5万元。", None),  # of another name
    ("全乡1200户养蚕，卖茧收入960万元。", None),
]


def found(text):
    read = extraction(text, day="2025-01-08")
    amounts = [c for c in read.claims if c.kind in (Kind.QUANTITY, Kind.RATE)]
    return means(amounts[-1], numbers_in(read), [c for c in read.claims if c.kind is Kind.DURATION])


@pytest.mark.parametrize(("text", "wanted"), MEANS)
def test_sides(text, wanted):
    """The total that a mean names, and the number of what it is told per."""
    told = [(m.total.text, m.by, made(m, Fraction(1, 100))) for m in found(text)]
    assert told[:1] == ([wanted] if wanted else [])


def test_what_a_mean_is_told_per():
    """So many of a unit, and what of them is told."""
    read = extraction("每万名居民拥有图书馆2座，人均藏书1.2册。")
    told = [tuple(p) for c in read.claims if (p := per(c)) is not None]
    assert ("人", 1, "藏书") in told


@pytest.mark.parametrize(("mean", "holds"), [("7580元", True), ("6780元", True), ("5430元", False)])
def test_one_slip(mean, *, holds):
    """A digit of a mean, or two that changed places, explains it."""
    (sides, *_) = found(f"全乡1250户养蚕，收入960万元，户均收入{mean}。")
    assert slipped_mean(sides) is holds
