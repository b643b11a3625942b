"""Exact arithmetic with the figures of one article: sums, shares and the words between them."""

from __future__ import annotations

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
    """Whether two claims are of one dimension, both amounts."""
    return (
        a.kind is Kind.QUANTITY
        and b.kind is Kind.QUANTITY
        and a.value is not None
        and b.value is not None
        and dimension(a.value.unit) == dimension(b.value.unit)
    )


def added(intervals: Iterable[Interval]) -> Interval:
    """The interval of a sum.

    >>> five, six = Interval(Fraction(5), Fraction(5)), Interval(Fraction(6), None)
    >>> added([five, six])[:2]
    (Fraction(11, 1), None)
    """
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    for one in intervals:
        low = low + one.low if low is not None and one.low is not None else None
        high = high + one.high if high is not None and one.high is not None else None
    return Interval(low, high)


def ratio(part: Interval, whole: Interval) -> Interval:
    """The interval of a part over its whole, in percent; both of positive numbers, else unbounded.

    >>> ratio(Interval(Fraction(50), Fraction(50)), Interval(Fraction(200), Fraction(200)))[:2]
    (Fraction(25, 1), Fraction(25, 1))
    >>> ratio(Interval(Fraction(50), Fraction(50)), Interval(None, None))[:2]
    (None, None)
    """
    low = part.low / whole.high * 100 if part.low is not None and whole.high else None
    high = part.high / whole.low * 100 if part.high is not None and whole.low else None
    return Interval(low, high)


def intervals(claims: Sequence[Claim]) -> list[Interval] | None:
    """The interval of each claim; None where one of them has none."""
    found = [interval(c) for c in claims]
    return [i for i in found if i is not None] if all(i is not None for i in found) else None
