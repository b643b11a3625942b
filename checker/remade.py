"""Whether other amounts near a share make it than those that its words point at, so that it has another reading."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.arithmetic import added, alike, ratio
from checker.disputes import interval
from checker.figures.intervals import Interval, disjoint
from checker.portions import SURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from checker.model import Claim
    from checker.portions import Portion

# What is told of all but a part: *其余*占70%.
_LEFT = re.compile(r"其[余他它]|余下|剩|另|除|外|[未没尚还不]")


def makes(part: Interval, whole: Interval, share: Interval, spare: Fraction) -> bool:
    """Whether a part of a whole makes a share in percent, give or take ``spare`` points."""
    out = ratio(part, whole)
    low = out.low - spare if out.low is not None else None
    return not disjoint(Interval(low, out.high + spare if out.high is not None else None), share)


def explained(share: Claim, sides: Portion, told: Sequence[Claim], spare: Fraction) -> bool:
    """Whether other amounts near a share make it: one of another, of what several make together, or all but one of it.

    Any two of so many amounts make some share. Those that can be read for the sides take the place of one of them, or
    of both where the words do not point at both; what is told behind the share takes the place of none that they point
    at; all but the part is told only as what is left.
    """
    said, index, paragraph = interval(share), share.sentence.index, share.sentence.paragraph
    if said is None:
        return True
    near = [c for c in told if c.sentence.paragraph == paragraph or abs(c.sentence.index - index) <= 1]
    one = [_Term((c,), i) for c in near if alike(c, sides.part) and (i := interval(c)) is not None and _bounded(i)]
    both = [*one, *_sums(one, sides.whole)]
    parts = [t for t in both if abs(t.told[0].sentence.index - index) <= 1]
    if sides.weight >= SURE:
        parts = [t for t in parts if t.told[-1].start < share.start]
    left = _LEFT.search(share.sentence.text, 0, share.figure.start) is not None
    for part in parts:
        for whole in both:
            if _within(part, whole) and _of_sides(part, whole, sides):
                out = (part.worth, _rest(whole.worth, part.worth)) if left else (part.worth,)
                if any(makes(p, whole.worth, said, spare) for p in out):
                    return True
    return False


class _Term(NamedTuple):
    """One amount, or several that are added, with the interval of what they come to."""

    told: tuple[Claim, ...]
    worth: Interval


def _bounded(worth: Interval) -> bool:
    return worth.low is not None and worth.low > 0 and worth.high is not None


def _within(part: _Term, whole: _Term) -> bool:
    """Whether one is less than another; a sum is no whole of what it is made from, but of one of two opposites."""
    return _less(part.worth, whole.worth) and not (len(part.told) > 1 and set(part.told) & set(whole.told))


def _of_sides(part: _Term, whole: _Term, sides: Portion) -> bool:
    """Whether two terms can be read for the part and the whole that the words of a share point at."""
    mine, all_, single = sides.part in part.told, whole.told == (sides.whole,), len(whole.told) == 1
    if single and sides.part in whole.told:
        return False  # the amount that a share stands behind is no whole of it
    if sides.weight >= SURE:
        return single and (mine or all_)
    return mine or all_ or len(part.told) == 1 == len(whole.told)


def _sums(told: Sequence[_Term], whole: Claim) -> Iterator[_Term]:
    """What two or three amounts of a sentence make that are told one after the other, none of them the whole."""
    for n, (a, b) in enumerate(pairwise(told)):
        if _listed_on(a, b) and whole.key not in (a.told[0].key, b.told[0].key):
            yield _Term((*a.told, *b.told), added([a.worth, b.worth]))
            for c in told[n + 2 : n + 3]:
                if _listed_on(b, c) and c.told[0].key != whole.key:
                    yield _Term((*a.told, *b.told, *c.told), added([a.worth, b.worth, c.worth]))


def _listed_on(a: _Term, b: _Term) -> bool:
    first, second = a.told[0], b.told[0]
    return first.sentence.index == second.sentence.index and alike(first, second)


def _less(part: Interval, whole: Interval) -> bool:
    return part.high is not None and whole.low is not None and part.high < whole.low


def _rest(whole: Interval, part: Interval) -> Interval:
    if whole.low is None or whole.high is None or part.low is None or part.high is None:
        return whole
    return Interval(whole.low - part.high, whole.high - part.low)
