"""近三年, 五年来, 连续5年, 改革开放40年来: lengths that are told as a period ending or beginning with publication."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from checker.figures.dates_calendar import month_days, shift_months
from checker.figures.dates_words import words

if TYPE_CHECKING:
    from checker.figures.dates_atoms import Atom

# Up to this month a year is too young to be the last of some years: they end with the year before.
YOUNG = 3
KINDS = frozenset({"span", "span_among", "span_future", "span_run", "span_since", "epoch"})


class Span(NamedTuple):
    """The days of a statement over some time and its length in years; None where it is not known."""

    start: date | None
    end: date | None
    length: Fraction | None


def span(atom: Atom, published: date | None) -> Span:
    """The days that a length names, counted from the day of publication.

    >>> from checker.figures.dates_atoms import Atom
    >>> span(Atom("span", 0, 3, (3,), "年"), date(2025, 6, 1)).start
    datetime.date(2023, 1, 1)
    >>> span(Atom("span", 0, 3, (3,), "年"), None).start is None
    True
    """
    n = atom.nums[0] if atom.nums else 0
    if atom.kind == "epoch":
        return Span(words().epochs[atom.word], published, Fraction(n) if n else None)
    length = {"年": Fraction(n), "个月": Fraction(n, 12)}.get(atom.word) if n else None
    if published is None or not n:
        return Span(None, None, length)
    if atom.kind == "span_future":
        return Span(published, _ahead(published, atom.nums[-1], atom.word), length)
    past = atom.word == "年" and published.month <= YOUNG and published.year > 1
    last = date(published.year - 1, 12, 31) if past else published
    return Span(_behind(published, n, atom.word), last, length)


def _behind(today: date, n: int, unit: str) -> date | None:
    if unit == "年" and (n > 1 or today.month <= YOUNG):
        first = today.year - n + (today.month > YOUNG)
        return date(first, 1, 1) if first > 0 else None
    if unit == "年":
        return _in_month(today.year - 1, today.month, today.day)
    if unit == "个月":
        year, month = shift_months(today.year, today.month, -n)
        return _in_month(year, month, today.day)
    return today - timedelta(days=(n * 7 if unit == "周" else n) - 1)


def _ahead(today: date, n: int, unit: str) -> date | None:
    if unit == "年":
        return _in_month(today.year + n, today.month, today.day)
    if unit == "个月":
        return _in_month(*shift_months(today.year, today.month, n), today.day)
    return today + timedelta(days=n * 7 if unit == "周" else n)


def _in_month(year: int, month: int, day: int) -> date | None:
    return date(year, month, min(day, month_days(year, month).end.day)) if 1 <= year < 9999 else None
