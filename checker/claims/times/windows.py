"""Statements over several years: the level that one ends with, the rate that holds for all of it, how it is told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.frozen import replace
from checker.model import Kind, Period

if TYPE_CHECKING:
    from checker.model import Figure

_YEARLY = re.compile(r"年均|年平均|年复合")
_LEAP = 366


def window(period: Period | None) -> Period | None:
    """The period, if it spans more than a year.

    >>> window(Period(date(2021, 1, 1), date(2025, 12, 31))).end.year
    2025
    >>> window(Period(date(2025, 1, 1), date(2025, 12, 31))) is None
    True
    """
    if period is None or period.start is None or period.end is None:
        return None
    return period if (period.end - period.start).days > _LEAP else None


def yearly(figure: Figure, text: str) -> bool:
    """Whether a growth is a mean over years (年均增长7.1%)."""
    near = text[max(0, figure.start - 3) : figure.number.start]
    return figure.kind == Kind.GROWTH and bool(_YEARLY.search(near))


def years(figure: Figure, text: str, frame: Period | None) -> Period | None:
    """What 五年 at the head of a clause means where the text is about so many years; None for any other length."""
    long, value = window(frame), figure.value
    if long is None or value is None or value.unit != "年" or value.point is None or figure.kind != Kind.DURATION:
        return None
    opens = figure.start == 0 or text[figure.start - 1] in "，；。：、"
    told = long.length or Fraction(_years(long))
    counted = text[figure.end : figure.end + 1] not in ("", "，", "。", "的", "期", "前", "后", "内", "以", "规", "计")
    return replace(long, explicit=True, text=figure.text) if opens and counted and told == value.point else None


def _years(period: Period) -> int:
    return period.end.year - period.start.year + 1 if period.start and period.end else 0


def last_of(period: Period) -> Period:
    """The period of a level told in a statement over years: its last year, or the day it ends with.

    A plan that the text names keeps its years: a level is compared with others of the same plan.

    >>> last_of(Period(date(2020, 1, 1), date(2024, 12, 31))).start.isoformat()
    '2024-01-01'
    >>> last_of(Period(date(2020, 1, 1), date(2024, 12, 31), label="规划")).start.isoformat()
    '2020-01-01'
    """
    long = window(period)
    if long is None or long.end is None or (long.label and long.explicit):
        return period
    if (long.end.month, long.end.day) == (12, 31):
        return Period(date(long.end.year, 1, 1), long.end, explicit=long.explicit, text=long.text)
    return Period(long.end, long.end, explicit=False, text=long.text, as_of=True)
