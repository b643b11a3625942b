"""What one slip of the pen makes of a number, and whether one explains why figures do not come out right together.

Three figures that belong together and disagree do so mostly by one digit, or by two neighbours that changed places;
figures of different things are seldom so near each other.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.disputes import interval, point
from checker.model import Comparator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.figures.intervals import Interval
    from checker.model import Claim

_NUMERAL = re.compile(r"(?P<told>[0-9]+(?:\.[0-9]+)?)[百千万亿]*")
_FOLD = ("番", "倍")
# Of fewer digits many a number is one slip from another.
_FEW = 3


def slipped(claims: Sequence[Claim], agree: Callable[[Sequence[Interval]], bool]) -> tuple[Claim, Interval] | None:
    """The first of figures that one slip explains, with what it must have been; None where no slip of one does.

    ``agree``: whether numbers, in the order of the claims, come out right together.
    """
    told = [interval(c) for c in claims]
    each = [t for t in told if t is not None]
    if len(each) < len(claims):
        return None
    for i in reversed(range(len(claims))):
        for meant in respelt(claims[i]):
            if agree([*each[:i], meant, *each[i + 1 :]]):
                return claims[i], meant
    return None


def respelt(claim: Claim) -> Iterator[Interval]:
    """The numbers that one slip can have made a number of; none of one that is hedged or written in characters.

    No zero at the end of a number is a slip, nor is the one digit of a number; a multiple is one more or less.
    """
    told, number = interval(claim), point(claim)
    text = claim.sentence.text[slice(*claim.figure.number)].replace(",", "")
    if told is None or not number or claim.figure.comparator is not Comparator.EQ:
        return
    if claim.text.endswith(_FOLD):
        return
    numeral = _NUMERAL.fullmatch(text)
    written = Fraction(numeral["told"]) if numeral is not None else Fraction(0)
    if numeral is None or not written:
        return
    worth = number / written
    for other in _slips(numeral["told"]):
        off = (Fraction(other) - written) * worth
        yield told._replace(
            low=told.low + off if told.low is not None else None,
            high=told.high + off if told.high is not None else None,
        )


def leading_slips(claim: Claim) -> Iterator[Interval]:
    """As :func:`respelt`, by the first digit of a number of three or more, or by two neighbours in another order."""
    text = claim.sentence.text[slice(*claim.figure.number)]
    numeral = _NUMERAL.fullmatch(text)
    told, number = interval(claim), point(claim)
    if numeral is None or told is None or not number or claim.figure.comparator is not Comparator.EQ:
        return
    written = numeral["told"]
    if len(written.replace(".", "")) < _FEW or claim.text.endswith(_FOLD):
        return
    worth = number / Fraction(written)
    for other in _slips(written):
        if other[1:] == written[1:] or sorted(other) == sorted(written):
            off = (Fraction(other) - Fraction(written)) * worth
            yield told._replace(
                low=told.low + off if told.low is not None else None,
                high=told.high + off if told.high is not None else None,
            )


def _slips(text: str) -> Iterator[str]:
    """The numerals that differ from one in a digit, or in the order of two neighbours.

    >>> [t for t in _slips("23") if t[0] in "23"]
    ['33', '20', '21', '22', '24', '25', '26', '27', '28', '29', '32']
    """
    end = len(text.rstrip("0") if "." not in text else text)
    at = [i for i in range(end) if text[i] != "."]
    if len(at) < 2:
        return
    for i in at:
        for d in "0123456789":
            if d != text[i] and (d != "0" or i > 0):
                yield text[:i] + d + text[i + 1 :]
    for i, j in pairwise(at):
        if text[i] != text[j] and (text[j] != "0" or i > 0):
            turned = list(text)
            turned[i], turned[j] = text[j], text[i]
            yield "".join(turned)
