"""The stretch of time that a difference grew in: 11月底有网箱331口，*比去年底*净增*63口*."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker.claims.times.governed import CLAUSE_END, Governed
from checker.claims.times.passing import against
from checker.frozen import replace
from checker.model import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

_DAY = timedelta(days=1)
# Words for the same stretch of another year, with which a level is compared whole.
_ALIKE = ("同期", "同日", "同月", "同一天")
# In a review these are of the year before the one that is told of, and not before that of its paper.
_YEAR_BEFORE = ("上年", "上一年")
_MARKS = ("比", "较", "与", "同", "和", "跟")


def compared(text: str, figures: Sequence[Figure], out: list[Governed]) -> list[Governed]:
    """What governs each figure, with the time that its clause sets it against (*比去年底*净增63口)."""
    if not any(mark in text for mark in ("比", "较")):
        return out
    mark: Figure | None = None
    for i, f in enumerate(figures):
        if f.kind is Kind.DATE:
            mark = f if f.period is not None and text.endswith(_MARKS, 0, f.start) and against(text, f) else mark
        elif mark is not None and f.kind is Kind.QUANTITY:
            if CLAUSE_END.search(text, mark.end, f.start) is None:
                out[i] = replace(out[i], mark=mark.period)
            else:
                mark = None
    return out


def grown(governed: Governed, period: Period | None, published: date | None) -> Period | None:
    """The stretch that a difference told of a day grew in, up to that day; None where it is no difference of two days.

    It begins behind the day that it is told against, or else with the year; what is yet to come, with its paper's day.

    >>> of = Period(date(2024, 11, 30), date(2024, 11, 30), as_of=True)
    >>> grown(Governed(of), of, date(2024, 12, 5)).start.isoformat()
    '2024-01-01'
    >>> august = Period(date(2024, 8, 31), date(2024, 8, 31), as_of=True)
    >>> grown(Governed(of, mark=august), of, date(2024, 12, 5)).start.isoformat()
    '2024-09-01'
    """
    if governed.period is None or period is None or period.end is None or not period.as_of:
        return None
    if period.start != period.end:
        return None
    mark, first = governed.mark, date(period.end.year, 1, 1)
    if mark is not None and mark.end is not None and not mark.text.startswith(_YEAR_BEFORE):
        if mark.text.endswith(_ALIKE) or mark.end >= period.end:
            return None
        if mark.as_of and mark.end != first:
            first = mark.end + _DAY
        elif not mark.as_of and mark.end != first - _DAY:
            return None
    elif mark is not None and mark.text.endswith(_ALIKE):
        return None
    if published is not None and published < period.end:
        first = max(first, published)
    return replace(period, start=first, as_of=False) if first < period.end else None
