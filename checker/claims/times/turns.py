"""Years told by how they turned: what was planned as one began, what came about in it, what the one before left."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.governed import CLAUSE_END, Governed
from checker.figures.dates_yearless import SET_THEN
from checker.model import Period

if TYPE_CHECKING:
    from checker.model import Figure

_ENDS = ("年初", "年末", "年底")
_IN_ALL = re.compile(r"[，；]一年(?![级多前后内期])", needs="一年")
_LEFT = re.compile(r"[^，。；：！？、“”（）的]{1,6}的")


def planned_then(text: str, figure: Figure, nxt: Figure | None) -> Governed | None:
    """What rules the amount that was planned at the beginning of a year; None for any other date.

    >>> from checker.figures import figures
    >>> text = "年初计划建校30所，实际建成34所"
    >>> day, planned, _ = figures(text, date(2024, 12, 25))
    >>> planned_then(text, day, planned).period.end.isoformat()
    '2024-12-31'
    >>> planned_then("年初有学校30所", day, planned) is None
    True
    """
    day = figure.period.start if figure.period is not None else None
    if nxt is None or day is None or not figure.text.endswith("年初") or not SET_THEN.match(text, figure.end):
        return None
    if CLAUSE_END.search(text, figure.end, nxt.start):
        return None
    year = Period(date(day.year, 1, 1), date(day.year, 12, 31), text=figure.text)
    return Governed(year, figure.span)


def in_all(text: str, figure: Figure, current: Governed | None) -> Governed | None:
    """What rules after 一年, where an end of that year ruled before it: 年初186头，*一年*产犊38头; else what ruled.

    >>> from checker.figures import figures
    >>> text = "年初存栏186头，一年产犊38头"
    >>> day, _, born = figures(text, date(2025, 1, 16), 2024)
    >>> in_all(text, born, Governed(day.period, day.span)).period.end.isoformat()
    '2024-12-31'
    """
    if current is None or current.span is None or current.period is None or current.period.start is None:
        return current
    told = text[current.span.start : current.span.end]
    if not told.endswith(_ENDS) or not _IN_ALL.search(text, current.span.end, figure.start):
        return current
    year = current.period.start.year
    return Governed(Period(date(year, 1, 1), date(year, 12, 31), text="一年"), current.span)


def left_over(text: str, figure: Figure, nxt: Figure) -> bool:
    """Whether a date tells where what the next figure counts is from.

    >>> from checker.figures import figures
    >>> text = "上一年留下的13只也已放归"
    >>> left_over(text, *figures(text, date(2025, 1, 16)))
    True
    """
    return _LEFT.fullmatch(text, figure.end, nxt.start) is not None
