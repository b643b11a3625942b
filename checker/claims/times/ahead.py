"""Times that lie ahead of their paper, wholly or for the most part: 明年, in February *今年*, 2024至2026年."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from checker.model import Period

# A review of a year, or of half of one, is printed some days before the end that it tells of.
_CLOSING = timedelta(days=15)
_YEAR, _AHEAD = 366, 270
# Words for times that lie ahead whenever they are told.
_NEXT = ("明年", "下一年", "下年度", "后年", "来年", "下月", "下个月", "下季度", "下周")


def to_come(period: Period, published: date) -> bool:
    """Whether a stretch of time begins after the day of publication."""
    if period.start is None or period.start <= published:
        return False
    return period.start > published + _CLOSING or period.text.startswith(_NEXT)


def just_begun(period: Period, published: date) -> bool:
    """Whether a time is a whole year of which most is yet to come: in February, 今年种茶5000亩."""
    if period.as_of or period.start is None or period.end is None or (period.end - period.start).days < _YEAR - 2:
        return False
    return period.start.year == period.end.year == published.year and (period.end - published).days > _AHEAD


def mostly(period: Period, published: date) -> bool:
    """Whether some years of which more than one is yet to come are named by their first and last: 2023至2025年."""
    if period.label or period.as_of or period.start is None or period.end is None:
        return False
    return (period.end - published).days > _YEAR > (published - period.start).days
