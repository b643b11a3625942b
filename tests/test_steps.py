"""Between which two levels a growth is told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic import numbers_in
from checker.model import Kind
from checker.steps import grown_so, slipped_step, steps, times_told
from tests.claims.cases import extraction

# A text and the base and level that its last growth is told between, if its words point at any.
STEPS = [
    ("全年捕鱼240吨，比上年的200吨增长20%，与2020年的120吨相比翻了一番。", ("120吨", "240吨")),
    ("2020年，全县捕鱼120吨。\n\n去年捕鱼240吨，比2020年翻了一番。", ("120吨", "240吨")),
    ("五年前，全村养蜂的只有12户。如今再来，已有24户人家养蜂，养蜂户翻了一番。", ("12户", "24户")),
    ("捕鱼量比上年的200吨增长20%，达到240吨。", ("200吨", "240吨")),
    ("全年捕鱼240吨，年初计划200吨，增长20%。", None),  # a plan is no base
    ("三季度捕鱼70吨，比去年同期的60吨多10吨；前三季度240吨，同比增长20%。", None),  # of another length
    ("全年捕鱼240吨，增速比上年的20%高。", None),
]

# A text with three figures, and whether one slip in one of them makes its growth come out.
SLIPS = [
    ("捕鱼量由200吨增加到246吨，增长33%。", True),
    ("捕鱼量由200吨增加到246吨，增长41%。", False),
    ("捕鱼量由120吨增加到260吨，翻了两番。", True),
]


def told(text):
    read = extraction(text, day="2025-01-08")
    growth = [c for c in read.claims if c.kind is Kind.GROWTH]
    return growth[-1:], numbers_in(read)


@pytest.mark.parametrize(("text", "wanted"), STEPS)
def test_sides(text, wanted):
    """The base and the level that the words and the times of a growth point at."""
    growth, amounts = told(text)
    found = [s.change for g in growth for s in steps(g, amounts)]
    assert [(c.base.text, c.level.text) for c in found[:1]] == ([wanted] if wanted else [])


@pytest.mark.parametrize(("text", "holds"), SLIPS)
def test_slips(text, *, holds):
    """A digit other, or one doubling more, explains a growth that its levels deny."""
    (growth,), amounts = told(text)
    (step, *_) = steps(growth, amounts)
    assert slipped_step(step.change) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("捕鱼240吨，多了40吨，增长20%。", True),
        ("捕鱼160吨，少了40吨，下降20%。", True),
        ("捕鱼240吨，多了40吨，增长30%。", False),
    ],
)
def test_made_by_any_two(text, *, holds):
    """A growth that a level and what it changed by make is right."""
    (growth,), amounts = told(text)
    assert grown_so(growth, amounts, Fraction(1, 10)) is holds


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("全年捕鱼240吨，比上年多40吨。", None),
        ("全年捕鱼240吨，比上年多60吨。", Fraction(2, 3)),
        ("全年捕鱼160吨，比上年减少40吨。", None),
        ("全年捕鱼160吨，比上年减少20吨。", Fraction(2)),
    ],
)
def test_how_many_times_what_is_told_a_level_differs_by(text, times):
    """A level less its base, over by how much it is said to be more."""
    (base,) = numbers_in(extraction("上一年捕鱼200吨。", path="b.md", day="2024-01-08"))
    level, more = numbers_in(extraction(text, day="2025-01-08"))
    assert times_told(base, level, more) == times
