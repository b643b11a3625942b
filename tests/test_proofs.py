"""What the sentence of a number proves of it."""

from __future__ import annotations

import pytest

from checker.proofs import adds_up, moved, ran_on
from tests.claims.cases import only

# Two tellings, and whether the second says that it came to where it stands.
MOVED = [
    ("截至6日20时，停运线路26条。", "截至7日20时，停运线路增加到31条。", True),
    ("截至6日20时，停运线路26条。", "截至7日20时，停运线路减少到18条。", True),
    ("截至6日20时，停运线路26条。", "截至7日20时，停运线路增加到21条。", False),  # it rose to less
    ("截至6日20时，停运线路26条。", "截至7日20时，停运线路31条。", False),
    ("截至6日20时，停运线路26条。", "截至6日20时，停运线路增加到31条。", False),  # one day
    ("截至6日20时，停运线路26条。", "截至7日20时，停运线路增加31条。", False),
]

# A sentence with one number in view, and whether its list adds up to the total before it.
LISTS = [
    ("全县有医疗机构96家，其中村卫生室71家、卫生院16家、民营医院9家。", "71家", True),
    ("全县有医疗机构96家，其中村卫生室71家、卫生院16家、民营医院9家。", "96家", False),
    ("全县有医疗机构98家，其中村卫生室71家、卫生院16家、民营医院9家。", "71家", False),
    ("全县有医疗机构96家，其中村卫生室71家、卫生院25张床。", "71家", False),
]


# Two tellings of a year, the first of a December, and whether the second is what the first ran on to.
RAN_ON = [
    ("今年办展览34场。", "2024年办展览36场。", True),
    ("今年办展览34场。", "2024年办展览46场。", False),  # too many for a month
    ("今年办展览34场。", "2024年办展览31场。", False),
    ("今年全年办展览34场。", "2024年办展览36场。", False),
]


@pytest.mark.parametrize(("first", "later", "holds"), RAN_ON)
def test_ran_on(first: str, later: str, *, holds: bool) -> None:
    """A sum that was told before the year was over may have grown by as much as the days left allow."""
    assert ran_on(only(first, day="2024-12-03"), only(later, day="2025-01-22")) is holds


@pytest.mark.parametrize(("first", "later", "holds"), MOVED)
def test_moved(first: str, later: str, *, holds: bool) -> None:
    """A number that is told to have risen or fallen to where it stands denies none of a day before."""
    day = "2024-07-08"
    assert moved(only(first, day=day), only(later, day=day)) is holds


@pytest.mark.parametrize(("text", "figure", "holds"), LISTS)
def test_adds_up(text: str, figure: str, *, holds: bool) -> None:
    """A list that makes up the total before it proves each of its numbers."""
    assert adds_up(only(text, figure)) is holds
