"""Exact arithmetic with the figures of one article: sums, shares and the words between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from checker.disputes import interval
from checker.figures.intervals import Interval
from checker.figures.units import dimension
from checker.model import ArticleRef, Claim, Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from checker.model import Extraction, Sentence


def by_sentence(extraction: Extraction) -> Iterator[tuple[Sentence, tuple[Claim, ...]]]:
    """The sentences that hold figures, each with its claims in order, names left out."""
    told = (c for c in extraction.claims if c.kind is not Kind.NAME)
    for _, claims in groupby(told, key=lambda c: c.sentence.index):
        group = tuple(claims)
        yield group[0].sentence, group


def phrase(extraction: Extraction, sentence: Sentence, start: int, end: int, kind: Kind = Kind.PHRASE) -> Claim:
    """Some characters of a sentence as a claim that a rule can point at; the figure that stands there if there is one."""
    where = sentence.in_file(Span(start, end))
    told = extraction.claims
    at = bisect_left(told, (sentence.index, start), key=lambda c: (c.sentence.index, c.figure.start))
    for claim in told[at : at + 3]:
        if (claim.start, claim.end) == where:
            return claim
    figure = Figure(start, end, sentence.text[start:end], kind, Span(start, end))
    ref = told[0].article if told else ArticleRef.of(extraction.article)
    return Claim(ref, sentence, figure, where.start, where.end, extraction.article.locate(where.start))


def gap(first: Claim, second: Claim) -> str:
    """The words between two claims of one sentence; "" where the second begins before the first ends.

    >>> from types import SimpleNamespace as N
    >>> s = N(text="甲3家、乙4家")
    >>> gap(N(sentence=s, figure=N(end=3)), N(sentence=s, figure=N(start=5)))
    '、乙'
    """
    return first.sentence.text[first.figure.end : second.figure.start]


def alike(a: Claim, b: Claim) -> bool:
    """Whether two claims are amounts of one dimension, and things counted by one measure word (家 and 架 are not)."""
    if a.kind is not Kind.QUANTITY or b.kind is not Kind.QUANTITY or a.value is None or b.value is None:
        return False
    kind = dimension(a.value.unit)
    return a.value.unit == b.value.unit or (kind == dimension(b.value.unit) and kind not in _THINGS)


def added(terms: Iterable[Interval]) -> Interval:
    """The interval of a sum.

    >>> five, six = Interval(Fraction(5), Fraction(5)), Interval(Fraction(6), None)
    >>> added([five, six])[:2]
    (Fraction(11, 1), None)
    """
    told = list(terms)
    lows, highs = [i.low for i in told], [i.high for i in told]
    return Interval(
        None if None in lows else sum((n for n in lows if n is not None), Fraction(0)),
        None if None in highs else sum((n for n in highs if n is not None), Fraction(0)),
        low_open=any(i.low_open for i in told),
        high_open=any(i.high_open for i in told),
    )


def ratio(part: Interval, whole: Interval) -> Interval:
    """The interval of a part over its whole, in percent; both of positive numbers, else unbounded.

    >>> ratio(Interval(Fraction(50), Fraction(50)), Interval(Fraction(200), Fraction(200)))[:2]
    (Fraction(25, 1), Fraction(25, 1))
    >>> ratio(Interval(Fraction(50), Fraction(50)), Interval(None, None))[:2]
    (None, None)
    """
    low = part.low / whole.high * 100 if part.low is not None and whole.high else None
    high = part.high / whole.low * 100 if part.high is not None and whole.low else None
    return Interval(low, high, high_open=part.high_open or whole.low_open)


def intervals(claims: Sequence[Claim]) -> list[Interval] | None:
    """The interval of each claim; None where one of them has none."""
    found = [interval(c) for c in claims]
    return [i for i in found if i is not None] if all(i is not None for i in found) else None


_THINGS = ("个体",)
_CHANGES = ("base", "delta", "gap", "goal")
_AMONG = re.compile(r"其中(?:，|有|又有|包括)?[^，。；：、0-9]{0,2}$")
_AND = re.compile(r"(?:[，、]|和|与|及|以及|另有|有){1,2}[^，。；：、0-9]{0,2}$")


def parts_of(claims: Sequence[Claim]) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """The totals of one sentence with the parts that 其中 tells of them, in order.

    A part that stands before its name (其中5亿元用于…，2亿元用于…) belongs to the nearest amount of its kind.
    """
    amounts = [c for c in claims if c.kind is Kind.QUANTITY and c.value is not None]
    whole_of: dict[int, Claim] = {}
    by_key = {c.key: c for c in amounts}
    for i, part in enumerate(amounts):
        if part.role in _CHANGES:
            continue
        if part.whole is not None:
            if part.whole in by_key:
                whole_of[i] = by_key[part.whole]
            continue
        if i == 0:
            continue
        between = gap(amounts[i - 1], part)
        if _AMONG.search(between):
            whole = next((c for c in reversed(amounts[max(0, i - 4) : i]) if alike(c, part)), None)
            if whole is not None:
                whole_of[i] = whole
        elif i - 1 in whole_of and amounts[i - 1].whole is None and alike(amounts[i - 1], part):
            if _AND.search(between) and not any(mark in between for mark in "；。："):
                whole_of[i] = whole_of[i - 1]
    told: dict[tuple[str, int], list[Claim]] = {}
    for i, whole in whole_of.items():
        told.setdefault(whole.key, []).append(amounts[i])
    return [(by_key[key], tuple(parts)) for key, parts in told.items()]


def months_between(start: date, end: date) -> int:
    """The months from the month of one day to that of another.

    >>> from datetime import date
    >>> months_between(date(2018, 5, 1), date(2024, 5, 20))
    72
    """
    return (end.year - start.year) * 12 + end.month - start.month


def years_between(start: date, end: date) -> int:
    """The years from the year of one day to that of another.

    >>> from datetime import date
    >>> years_between(date(1952, 12, 31), date(2024, 1, 1))
    72
    """
    return end.year - start.year
