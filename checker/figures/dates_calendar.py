"""Days by arithmetic: months, quarters, weeks, the lunisolar year, solar terms and festivals."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

DAY = timedelta(days=1)
LUNAR_YEARS = range(1900, 2101)
TERMS = (
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
)  # fmt: skip


class Days(NamedTuple):
    """A run of days, both ends inclusive."""

    start: date
    end: date


def day(year: int, month: int, day_: int) -> date | None:
    """The date, or None where the calendar has no such day.

    >>> day(2024, 2, 29), day(2023, 2, 29)
    (datetime.date(2024, 2, 29), None)
    """
    try:
        return date(year, month, day_)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """All days of a month.

    >>> month_days(2024, 2).end
    datetime.date(2024, 2, 29)
    """
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months(year: int, first: int, last: int) -> Days:
    """All days from the first to the last of some months of one year."""
    return Days(date(year, first, 1), month_days(year, last).end)


def year_days(year: int) -> Days:
    """All days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month so many months later.

    >>> shift_months(2025, 1, -1)
    (2024, 12)
    """
    y, m = divmod(year * 12 + month - 1 + by, 12)
    return y, m + 1


def shift_year(when: date, by: int) -> date | None:
    """The same day in another year; 29 February becomes 28 February; None outside the calendar.

    >>> shift_year(date(2024, 2, 29), -1)
    datetime.date(2023, 2, 28)
    """
    return day(when.year + by, when.month, when.day) or day(when.year + by, when.month, when.day - 1)


def week(of: date) -> Days:
    """Monday to Sunday of the week that a day stands in."""
    monday = of - DAY * of.weekday()
    return Days(monday, monday + DAY * 6)


def nth_week(within: Days, n: int) -> Days | None:
    """The n-th week, counted by the Mondays that stand within a month or year; None where there is none.

    >>> nth_week(month_days(2021, 6), 2)
    Days(start=datetime.date(2021, 6, 14), end=datetime.date(2021, 6, 20))
    """
    monday = nth_weekday(within, n, 0)
    return Days(monday, monday + DAY * 6) if monday else None


def nth_weekday(within: Days, n: int, weekday: int) -> date | None:
    """The n-th Monday (0) … Sunday (6) within a month or year; None where there is none.

    >>> nth_weekday(month_days(2019, 11), 4, 3)
    datetime.date(2019, 11, 28)
    """
    first = within.start + DAY * ((weekday - within.start.weekday()) % 7)
    found = first + DAY * (7 * (n - 1))
    return found if n > 0 and found <= within.end else None


@cache
def _lunar() -> Any:
    return import_module("borax.calendars.lunardate")


def lunar_day(year: int, month: int, day_: int) -> date | None:
    """The solar day of a day of a lunar year; day 30 of a short twelfth month is its last; None where there is none.

    >>> lunar_day(2020, 8, 15), lunar_day(1850, 8, 15)
    (datetime.date(2020, 10, 1), None)
    """
    if year not in LUNAR_YEARS or not 1 <= month <= 12:
        return None
    length = int(_lunar().LCalendars.ndays(year, month))
    if month == 12 and day_ == 30:
        day_ = length
    if not 1 <= day_ <= length:
        return None
    found: date = _lunar().LunarDate(year, month, day_).to_solar_date()
    return found


def lunar_month(year: int, month: int) -> Days | None:
    """The solar days of a month of a lunar year (its first, where a leap month follows); None where there is none."""
    first = lunar_day(year, month, 1)
    return Days(first, first + DAY * (int(_lunar().LCalendars.ndays(year, month)) - 1)) if first else None


def term_day(year: int, term: str) -> date | None:
    """The day on which a solar term falls in a calendar year; None where it is not known.

    >>> term_day(2024, "冬至")
    datetime.date(2024, 12, 21)
    """
    if year not in LUNAR_YEARS or term not in TERMS:
        return None
    found: date = _lunar().TermUtils.nth_term_day(year, term_name=term)
    return found


def season(year: int, name: str) -> Days | None:
    """The days of 春 夏 秋 冬 by the solar terms that open them; winter ends in the next year.

    >>> season(2021, "春")
    Days(start=datetime.date(2021, 2, 3), end=datetime.date(2021, 5, 4))
    """
    n = "春夏秋冬".index(name)
    opens = ("立春", "立夏", "立秋", "立冬")
    start, after = term_day(year, opens[n]), term_day(year + (n == 3), opens[(n + 1) % 4])
    return Days(start, after - DAY) if start and after else None


def plan_years(k: int) -> tuple[int, int]:
    """First and last year of the k-th five-year plan (the third began in 1966).

    >>> plan_years(14)
    (2021, 2025)
    """
    first = 1953 + 5 * (k - 1) + (3 if k > 2 else 0)
    return first, first + 4
