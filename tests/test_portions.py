"""Of which two amounts a share is told."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.arithmetic import numbers_in
from checker.model import Kind
from checker.portions import Portion, portions
from checker.remade import explained
from tests.claims.cases import extraction

# A text with one share, and the part and whole that its words point at, if any.
SIDES = [
    ("全县有渔船860艘，其中钢质船258艘，占30%。", ("258艘", "860艘")),
    ("全县有渔船860艘，其中木船112艘、钢质船258艘，钢质船占总数的30%。", ("258艘", "860艘")),
    ("全县渔船保有量860艘，渔民5200人，钢质船有258艘，占渔船总数的30%。", ("258艘", "860艘")),
    ("全镇修造渔船860艘，产值12亿元。\n\n出口渔船258艘，占全年修造总数的30%。", ("258艘", "860艘")),
    ("钢质船258艘，占渔船总数（860艘）的30%。", ("258艘", "860艘")),
    ("拆解的258艘占在册渔船860艘的30%。", ("258艘", "860艘")),
    ("年初计划更新渔船860艘，眼下已更新258艘，完成年度计划的30%。", ("258艘", "860艘")),
    ("全县有渔船860艘，其中钢质船258艘；近海作业430艘，钢质船占30%。", None),  # of those that are told of last
    ("全县有渔船860艘，其中钢质船258艘，占全省钢质船的30%。", None),
    ("全县有渔船860艘，渔港12座，渔民用上新装备的占30%。", None),
    ("去年有渔船860艘，今年钢质船258艘，钢质船和木船占30%。", None),
    ("全县有渔船860艘，下降2%；其中钢质船258艘，同比增长6.1%，占30%。", ("258艘", "860艘")),  # in a clause between
    ("全县有渔船860艘，其中钢质船258艘、木船112艘，钢质船占30%。", ("258艘", "860艘")),
]

# A text with two amounts or three and a share, and whether they make it.
MADE = [
    ("全县有渔船860艘，其中钢质船258艘，其余占70%。", True),
    ("全县有渔船860艘，其中钢质船258艘，占40%。", False),
    ("全县有渔船860艘，其中钢质船258艘、木船430艘，占80%。", True),
    ("全县有渔船860艘，其中钢质船258艘、木船430艘，占35%。", False),  # 430 of 1290
    ("全县有渔船860艘，其中钢质船258艘，占70%。", False),  # nothing says that it is of the rest
    ("全县有渔船860艘，其中钢质船258艘，占50%，最老的19年，最新的38年。", False),  # of other things
    ("全县有渔船860艘，其中钢质船258艘，占60%，木船155艘。", False),  # what stands before a share is its part
]


def shares(text):
    read = extraction(text)
    return next(c for c in read.claims if c.kind in (Kind.SHARE, Kind.RATE)), numbers_in(read)


@pytest.mark.parametrize(("text", "wanted"), SIDES)
def test_sides(text, wanted):
    """The part and the whole that the words of a share point at."""
    found = [(p.part.text, p.whole.text) for p in portions(*shares(text)) if p.weight > 1]
    assert found[:1] == ([wanted] if wanted else [])


@pytest.mark.parametrize(("text", "holds"), MADE)
def test_explained(text, *, holds):
    """A share that other amounts make explains itself, but not by adding a total to its parts."""
    share, told = shares(text)
    assert explained(share, Portion(told[1], told[0], 3), told, Fraction(1, 10)) is holds
