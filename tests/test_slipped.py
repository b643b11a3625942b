"""Whether one slip of the pen explains that figures do not come out right together."""

from __future__ import annotations

import pytest

from checker.arithmetic import numbers_in
from checker.slipped import respelt, slipped
from tests.claims.cases import extraction, only

# A figure and numbers that one slip can and cannot have made it of, in its own worth.
RESPELT = [
    ("收获苹果46.8吨。", 45_800, True),
    ("收获苹果46.8吨。", 64_800, True),  # neighbours
    ("收获苹果46.8吨。", 48_600, True),
    ("收获苹果46.8吨。", 35_800, False),
    ("收获苹果460吨。", 461_000, False),  # a zero at the end
    ("收获苹果8吨。", 6_000, False),  # one digit may be any
    ("收获苹果近46.8吨。", 45_800, False),
]


@pytest.mark.parametrize(("text", "number", "holds"), RESPELT)
def test_respelt(text, number, *, holds):
    """A digit is another, or two neighbours changed places."""
    apples = only(text)
    assert any(n.low is not None and n.high is not None and n.low < number < n.high for n in respelt(apples)) is holds


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("收获苹果46.8吨，其中早熟18.6吨、晚熟27.2吨。", "27.2吨"),
        ("收获苹果46.8吨，其中早熟18.6吨、晚熟33.6吨。", None),
    ],
)
def test_slipped(text, wrong):
    """The one figure whose slip explains that all do not add up."""
    told = numbers_in(extraction(text))
    found = slipped(told, lambda n: abs(n[0].low - n[1].low - n[2].low) < 200)
    assert (found and found[0].text) == wrong
