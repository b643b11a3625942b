"""What the sentence of a number proves of it: that it moved to where it stands, or adds up with others to a total."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.adding import made_up
from checker.disputes import point, unfinished
from checker.movement import DOWN, UP

if TYPE_CHECKING:
    from checker.model import Claim

# How a sentence says that a number came to be what it is: *增加到*15个, *已减少到*14个.
_ROSE = re.compile(rf"{UP}(?:了|至|到|为|成)+[约近]?$")
_FELL = re.compile(rf"{DOWN}(?:了|至|到|为|成)+[约近]?$")
_TO = re.compile(r"[至到为成][约近]?$")


def moved(first: Claim, later: Claim) -> bool:
    """Whether the later of two numbers, each of a day that is stated, is told to have come to where it stands.

    受灾乡镇12个 of the 21st, 受灾乡镇*增加到*15个 of the 22nd; not where it rose to less.
    """
    days = [c.period for c in (first, later)]
    x, y = point(first), point(later)
    if any(p is None or not p.explicit or p.end is None for p in days) or x is None or y is None:
        return False
    if not days[0].end < days[1].end:  # type: ignore[union-attr, operator]
        return False
    ahead = later.sentence.text[max(0, later.figure.start - 8) : later.figure.start]
    if not _TO.search(ahead):
        return False
    return (_ROSE if y > x else _FELL).search(ahead) is not None


def ran_on(first: Claim, later: Claim) -> bool:
    """Whether a sum told before its stretch was over went on to the later one at about its pace: 今年238篇, 去年254篇.

    Not where the first says that it is of the whole year.
    """
    p, q = first.period, later.period
    x, y = point(first), point(later)
    seen, then = first.article.published, later.article.published
    if p is None or q is None or None in (p.start, p.end, q.end, seen, then) or not x or not y or "全年" in p.text:
        return False
    of_one = p.end == q.end or (p.start == q.start and unfinished(first))
    over, left = (seen - p.start).days, (q.end - seen).days  # type: ignore[operator]
    if not of_one or p.as_of or not 0 < left < over or then <= q.end:  # type: ignore[operator]
        return False
    return x < y <= x * (1 + Fraction(2 * left, over))


def adds_up(claim: Claim) -> bool:
    """Whether a number stands in a list whose numbers make up the total before it: 学校115所，*小学67所*、初中48所."""
    at = claim.figure.number[0]
    return any(at in told.parts for told in made_up(claim.sentence.text))
