"""The period that a claim is held to have: the one that governs its figure, read by role and behaviour."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.claims.times.windows import last_of, window
from checker.frozen import replace
from checker.model import Behaviour, Period

if TYPE_CHECKING:
    from checker.claims.times.governed import Carry, Governed


_DAY = timedelta(days=1)
_LEVELS = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})


# A review of a year is printed within so many days of its end.
_OVER, _AGES = 120, 3660
# A year that has so much of it to come is told as a whole of nothing yet.
_MIDWAY = timedelta(days=60)
# A level of a day so long past says nothing of those told after it.
_LONG_OVER = 500


def _ends_of_change(period: Period, published: date | None) -> tuple[int, int] | None:
    """The year before a change of several years and the year it ended in."""
    if window(period) is None or period.start is None or period.end is None:
        return None
    if published is not None and period.start >= published:
        return None
    years = period.length or Fraction(period.end.year - period.start.year + 1)
    if period.label or years < 2 or years.denominator != 1:
        return None
    last = period.end.year
    if published and last >= published.year:
        last = published.year - 1 if published.month <= 4 else published.year
    return last - int(years), last


def _year(year: int, period: Period, *, explicit: bool) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), explicit=explicit, text=period.text)


def settle(  # noqa: PLR0913 - each is known to the caller alone, and all but two go by name
    governed: Governed,
    role: str,
    *,
    reaches: bool,
    level: bool,
    behaviour: Behaviour | None,
    published: date | None,
    carry: Carry,
) -> Period | None:
    """The period a claim is held to have: the governing one, read by the figure's role and behaviour.

    In 五年来…从A增加到B the A is of the year before the five, the B of their last. A level without a date is of the day
    of publication; an amount without one is of what the article is about.
    """
    if governed.former or governed.coming:
        return None
    period = _ruling(governed, published, summed=behaviour == Behaviour.CUMULATIVE)
    if period is not None and not governed.own:
        ends = _ends_of_change(period, published)
        if role == "base":
            return _start_of_change(period, ends, behaviour)
        if reaches and ends and period.end != published:
            return _year(ends[1], period, explicit=period.explicit)
        lasts = behaviour == Behaviour.STOCK and role != "delta" and (level or not period.explicit or _ages(period))
        period = None if _outlived(period, behaviour, published) else last_of(period) if lasts else period
    lasts = behaviour in (Behaviour.FLOW, Behaviour.RATE, None)
    if period is not None and (role != "base" or period.explicit or governed.own or lasts):
        return period
    return _untold(behaviour, published, carry) if role != "base" else None


# Words for the year, month or week that its paper is printed in, of which no more has come than is told.
_RUNNING = ("今年", "本年", "本月", "本周", "本季", "新学")
# A review of a year, or of half of one, is printed some days before the end that it tells of.
_CLOSING = timedelta(days=15)


def come(period: Period | None, published: date | None) -> Period | None:
    """A time as far as it has come: what was done *今年*, told in August, was done up to that day.

    >>> year = Period(date(2025, 1, 1), date(2025, 12, 31), text="今年")
    >>> come(year, date(2025, 8, 5)).end.isoformat(), come(year, date(2025, 12, 24)).end.isoformat()
    ('2025-08-05', '2025-12-31')
    """
    if published is None or period is None or period.start is None or period.end is None:
        return period
    if not period.start <= published or period.end <= published + _CLOSING or not period.text.startswith(_RUNNING):
        return period
    return replace(period, end=published)


def _ruling(governed: Governed, published: date | None, *, summed: bool) -> Period | None:
    """The governing period; of what began some time ago, all the time since for a sum and none for all else."""
    period = governed.period
    if period is None or not governed.since:
        return period
    return replace(period, end=published or period.end, as_of=False) if summed else None


def _ages(period: Period) -> bool:
    """Whether a time is so long that nobody counts what came about in it: 三十多年来."""
    return period.start is not None and period.end is not None and (period.end - period.start).days > _AGES


def _outlived(period: Period, behaviour: Behaviour | None, published: date | None) -> bool:
    """Whether a stretch that an earlier sentence told of is long over, so that a level told next is of today."""
    if period.explicit or period.end is None or published is None or behaviour not in _LEVELS:
        return False
    return (published - period.end).days > (_LONG_OVER if period.as_of else _OVER)


def _start_of_change(period: Period, ends: tuple[int, int] | None, behaviour: Behaviour | None) -> Period | None:
    """When the level held that a change began with: the year before it, or the last day before it."""
    if ends:
        return _year(ends[0], period, explicit=period.explicit)
    if not period.start:
        return None
    whole = period.end is not None and period.start == date(period.start.year, 1, 1) and not period.as_of
    if behaviour == Behaviour.RATE and whole and period.end == date(period.start.year, 12, 31):
        return _year(period.start.year - 1, period, explicit=False)
    day = period.start - _DAY
    return Period(day, day, explicit=False, text=period.text, as_of=True)


def _untold(behaviour: Behaviour | None, published: date | None, carry: Carry) -> Period | None:
    """The period of a figure that no date governs."""
    today = Period(published, published, explicit=False, as_of=True) if published else None
    if today is not None and behaviour in (Behaviour.STOCK, Behaviour.CUMULATIVE):
        return today
    begun = carry.article is not None and (published is None or carry.article.start is None)
    begun = begun or bool(carry.article and published and carry.article.start and carry.article.start <= published)
    if carry.article is not None and begun:
        end = carry.article.end
        midway = end is not None and published is not None and end - published > _MIDWAY
        if midway and behaviour == Behaviour.RATE:
            return today  # 汛期将至…达标率*78.4%*, in May, is of no whole year
        return replace(carry.article, explicit=False, text="")
    return today if behaviour != Behaviour.FLOW else None
