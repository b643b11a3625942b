"""The days of a holiday that is told by its length: 假期7天 and 8天里, where 国庆 or 春节 was named before."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.figures.dates_atoms import Atom
from checker.figures.dates_nodes import festival
from checker.figures.dates_words import words
from checker.figures.units import dimension
from checker.model import Kind, Period

if TYPE_CHECKING:
    from checker.model import Figure

_LEAST, _MOST = 3, 10
# How far before its length a holiday may be named.
_BACK = 120
_DAY = timedelta(days=1)
_HOLIDAY = ("假期", "长假", "假日", "黄金周", "节日")
_AFTER = re.compile(r"的?(?:小?长假|假期|假日|黄金周)")
_INSIDE = re.compile(r"的?(?:时间)?[里间内中，]")
# What is told of the days of a holiday rather than of its feast, and what points at the feast itself.
_OF_HOLIDAYS, _NEAR = frozenset({"人次", "人民币"}), 24
_THAT_DAY = re.compile("当[天日晚]|那[天日晚]|前|后|夜|晚|早|起|日|上午|下午")
_RELATIVE = {"今年": 0, "去年": -1, "前年": -2}


@cache
def _named() -> re.Pattern[str]:
    names = [name for name, told in words().festivals.items() if told.holiday]
    return re.compile(rf"(?:(?P<year>20[0-9]{{2}})年|(?P<relative>[今去前]年))?(?:的|这个)?(?P<name>{branches(names)})")


def holiday(figure: Figure, text: str, earlier: str, published: date | None) -> Period | None:
    """The holiday that a number of days stands for; None for any other figure.

    ``earlier``: what stands before the sentence.

    >>> from checker.figures import figures
    >>> told = figures("假期7天，古镇接待游客9万人次。")
    >>> found = holiday(told[0], "假期7天，古镇接待游客9万人次。", "今年国庆，游人如织。", date(2024, 10, 9))
    >>> found.start.isoformat(), found.end.isoformat()
    ('2024-10-01', '2024-10-07')
    >>> holiday(told[0], "假期7天，古镇接待游客9万人次。", "游人如织。", date(2024, 10, 9)) is None
    True
    """
    days = figure.value.point if figure.value is not None and figure.value.unit in ("天", "日") else None
    if figure.kind is not Kind.DURATION or published is None or days is None or not _LEAST <= days <= _MOST:
        return None
    called = text.endswith(_HOLIDAY, 0, figure.start) or _AFTER.match(text, figure.end) is not None
    if not called and _INSIDE.match(text, figure.end) is None:
        return None
    before = (text[: figure.start] if not called else earlier + text[: figure.start])[-_BACK:]
    last = None
    for m in _named().finditer(before):
        last = m
    if last is None:
        return None
    year = int(last["year"]) if last["year"] else published.year + _RELATIVE.get(last["relative"] or "今年", 0)
    return _of(last["name"], year, int(days), published, figure.text)


def of_days(figure: Figure, text: str, nxt: Figure | None) -> Period | None:
    """The holiday that a festival named alone stands for before what is told of crowds and takings; None for all else.

    >>> from checker.figures import figures
    >>> def told(text):
    ...     feast, *rest = figures(text, date(2025, 5, 7))
    ...     found = of_days(feast, text, rest[0])
    ...     return found and found.end.isoformat()
    >>> told("今年春节，全市接待游客241.6万人次"), told("春节当天，全市接待游客9万人次")
    ('2025-02-04', None)
    """
    period, unit = figure.period, nxt.value.unit if nxt is not None and nxt.value is not None else ""
    if nxt is None or period is None or period.start is None or period.start != period.end:
        return None
    if dimension(unit) not in _OF_HOLIDAYS or nxt.start - figure.end > _NEAR or _THAT_DAY.match(text, figure.end):
        return None
    name = next((m["name"] for m in _named().finditer(figure.text) if m.end() == len(figure.text)), "")
    found = festival(period.start.year, Atom("festival", 0, 0, (1,), name)) if name else None
    return Period(found.start, found.end, text=figure.text) if found is not None else None


def _of(name: str, year: int, days: int, published: date, told: str) -> Period | None:
    """The days of a holiday of so many days, the last one before the day of publication."""
    atom = Atom("festival", 0, 0, (1,), name)
    found = festival(year, atom)
    if found is not None and found.start > published:
        found = festival(year - 1, atom)
    if found is None:
        return None
    if (found.end - found.start).days + 1 != days:
        day = festival(found.start.year, Atom("festival", 0, 0, (0,), name))
        first, length = words().festivals[name].holiday or (0, days)
        if day is None or length != days:
            return None
        start = day.start + first * _DAY
        return Period(start, start + (days - 1) * _DAY, text=told)
    return Period(found.start, found.end, text=told)
