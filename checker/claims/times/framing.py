"""What a sentence tells its article to be about, and whether an article reviews a time that is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.governed import UNCOUNTED, coarse, days_of, short
from checker.model import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.claims.times.rulings import Ruling
    from checker.model import Figure

# *一季度还*下降4.1%，半年下来…: what once was is not what is told next.
ONCE = ("还", "曾", "尚")
# A review is printed within so many days of the time that it tells of.
_JUST_OVER = 120
# No article is about so many days.
_AGES = 3660
# What ended so many days before its paper is told of in passing.
_PAST = 500
# A report on a time, and how many characters a place before that time has.
_REPORT = re.compile(r"[^，。；：]{0,16}(?:公报|报告|年报|总结|盘点|成绩单|答卷|述要|综述|账本|大事记)")
_REACH_OF_PLACE = 8


def _reviewed(text: str, first: Figure, handed: Period | None, published: date | None) -> bool:
    """Whether a sentence opens with a stretch of time that ended not long before the day of publication.

    A place may stand before the time of a report: 青石市*2023年*统计公报发布.
    """
    opens = first.start == 0 or (first.start <= _REACH_OF_PLACE and _REPORT.match(text, first.end) is not None)
    told = first.period if first.kind == Kind.DATE and opens else None
    if told is None or handed is None or published is None or told.as_of or told.end is None or not coarse(told):
        return False
    return told.start == handed.start and 0 <= (published - told.end).days <= _JUST_OVER


def reviews(period: Period | None, published: date | None) -> bool:
    """Whether an article that is about a stretch of time tells of what was done in it, as its paper sees it end.

    >>> from datetime import date
    >>> reviews(Period(date(2024, 1, 1), date(2024, 12, 31)), date(2025, 1, 16))
    True
    >>> reviews(Period(date(2024, 1, 1), date(2024, 12, 31)), date(2025, 9, 1))
    False
    """
    if period is None or published is None or period.end is None or period.as_of or not short(period):
        return False
    return coarse(period) and 0 <= (published - period.end).days <= _JUST_OVER


def over(period: Period | None, published: date | None) -> bool:
    """Whether a stretch of time has been over for so long that only an article that opens with it is about it."""
    ends = period.end if period is not None else None
    return ends is not None and published is not None and (published - ends).days > _JUST_OVER


def lately(period: Period | None, published: date | None) -> Period | None:
    """A time that an article may be about: one that ended not much more than a year before it."""
    if period is None or published is None or period.end is None:
        return period
    return period if (published - period.end).days <= _PAST else None


def framing(text: str, figures: Sequence[Figure], ruling: Ruling, published: date | None) -> Period | None:
    """What a sentence tells the article to be about.

    Nothing unless it has a figure besides its dates, or opens with a stretch of time that is just over.
    """
    handed, last, current = ruling.handed, ruling.period, ruling.current
    if current is not None and (current.since or current.due):
        return handed
    if current is not None and current.span is not None and text.startswith(ONCE, current.span.end):
        return handed
    if not any(f.kind not in UNCOUNTED and f.value is not None for f in figures):
        return handed if figures and _reviewed(text, figures[0], handed, published) else None
    if handed is not None and short(handed) and not handed.as_of:
        return handed
    return last if last is not None and 1 < (days_of(last) or 0) <= _AGES else None
