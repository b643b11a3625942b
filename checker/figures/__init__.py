"""Sentence → figures: numerals, units, hedges, dates, ranks; the class of a numeral is decided first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures.dates import dates
from checker.figures.scan import scan
from checker.model import Kind

if TYPE_CHECKING:
    from datetime import date

    from checker.model import Figure

__all__ = ["figures"]


def figures(text: str, published: date | None = None, year: int | None = None) -> tuple[Figure, ...]:
    """All figures of a sentence in order, dates included; no two of them overlap.

    ``published`` and ``year`` resolve partial and relative dates. Where a date and another reading want the
    same characters the date has them, unless the other is a label or a growth that holds the whole date.

    >>> [f.text for f in figures("全国首个平台汇聚近六百位专家")]
    ['全国首个', '近六百位']
    >>> figures("千方百计抓落实")
    ()
    """
    told, dated = scan(text), dates(text, published, year)
    return _merged(told, dated) if told and dated else tuple(told or dated)


def _merged(told: list[Figure], dated: list[Figure]) -> tuple[Figure, ...]:
    kept: list[Figure] = []
    days = dated  # in order, none overlapping another
    i = 0
    for figure in told:
        while i < len(days) and days[i].end <= figure.start:
            kept.append(days[i])
            i += 1
        rivals = [d for d in days[i : i + 4] if d.start < figure.end and figure.start < d.end]
        if not rivals:
            kept.append(figure)
        elif _wins(figure, rivals):
            i += len(rivals)
            kept.append(figure)
    kept.extend(days[i:])
    return tuple(kept)


def _wins(figure: Figure, rivals: list[Figure]) -> bool:
    holds = all(figure.start <= d.start and d.end <= figure.end for d in rivals)
    longer = figure.end - figure.start > max(d.end for d in rivals) - min(d.start for d in rivals)
    if figure.kind in (Kind.LABEL, Kind.GROWTH, Kind.RANK) or figure.value is None:
        return holds and longer
    return holds and longer and all(d.period is None or d.kind is Kind.DURATION for d in rivals)
