"""Two numbers that one slip of the pen makes of one: evidence that two claims are of one thing, though worded apart.

Nobody copies a number into a hundred others by chance: where two exact numbers of three digits or more differ by a
shifted point, by two digits that changed places, by one of four or more, or only in their unit, and the words around
them are akin, both papers mean one number, and what is guessed of time and place need not agree.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.disputes import digits, miswritten, point
from checker.figures.units import one_turn, unit
from checker.model import Comparator, Kind

if TYPE_CHECKING:
    from checker.model import Claim, Value

_POWERS = (10, 100, 1000, 10**4, 10**8)
# A point that is shifted by one, 万 for 亿.
_OFTEN = (10, 10**4)
# Three digits are right to half of one in a hundred.
_ROUNDING = 0.005
# A slip is told of numbers of so many digits, a single digit of longer ones; of two digits where all else is one.
TWO, SHORT, LONG = 2, 3, 4
# No slip of a digit but of the zeros makes a number ten times another.
_FAR = 10
# Two neighbours that change places make it less than five times another: 19, 91.
_TURNED = 5
# A slip of a number is told only of what can be counted twice and come out the same.
_KINDS = frozenset({Kind.QUANTITY, Kind.NUMBER})
# Power, and what it yields in an hour, whose units are written alike.
POWERED = frozenset({"能量", "功率"})
_AFTER = 12
_OF = re.compile("[的了]")
# So many characters right at two numbers say that both are of one thing.
_WORDS = re.compile(r"[㐀-鿿A-Za-z]{3}")


class Slip(StrEnum):
    """What sets two numbers apart; ``NONE`` where more than a slip does."""

    NONE = ""
    SCALE = "只差数量级"
    SWAP = "数字颠倒"
    UNIT = "数同而单位不同"
    DIGIT = "只差一个数字"
    MEASURE = "数同而量不同"


@lru_cache(maxsize=65536)
def _figures(text: str) -> tuple[str, str]:
    """The first digit of a number as it is written, and all of them in order of size, without zeros."""
    told = [c for c in text if "1" <= c <= "9"]
    return (told[0], "".join(sorted(told))) if told else ("", "")


def may_slip(a: str, b: str) -> bool:
    """Whether a slip may set two figures apart, by their text: a glance before :func:`slip_of`.

    A number in characters may be any; rounding may make 9.96 of 10.

    >>> may_slip("186亿元", "168亿元"), may_slip("186亿元", "420亩"), may_slip("996家", "1000家")
    (True, False, True)
    """
    (one, digits_), (other, others) = _figures(a), _figures(b)
    return not one or not other or one == other or digits_ == others or {one, other} == {"1", "9"}


def slip_between(a: Claim, b: Claim) -> Slip:
    """The slip that sets two claims apart; in one article only where the same words stand at both numbers."""
    if a.article.id != b.article.id:
        return slip_of(a, b) if may_slip(a.figure.text, b.figure.text) else Slip.NONE
    return Slip.DIGIT if _told_again(a, b) else Slip.NONE


def slip_of(a: Claim, b: Claim) -> Slip:
    """The slip that would turn one exact number into the other."""
    x, y = a.value, b.value
    if x is None or y is None or a.kind not in _KINDS or b.kind not in _KINDS:
        return Slip.NONE
    if a.figure.comparator != Comparator.EQ or b.figure.comparator != Comparator.EQ:
        return Slip.NONE
    one, other = written(x), written(y)
    if one is None or other is None:
        return Slip.NONE
    if one[1] != other[1] and not _rounded(one[0], other[0]) and not _mistyped(a, b):
        return Slip.NONE
    return _sort(a, b, one[0], other[0])


def _sort(a: Claim, b: Claim, one: str, other: str) -> Slip:  # noqa: PLR0911 - one way out a slip
    """The slip between two claims whose digits, ``one`` and ``other``, are the same in some order."""
    x, y = a.value, b.value
    if x is None or y is None:
        return Slip.NONE
    m, n = point(a), point(b)
    akin = dimension(x.unit) == dimension(y.unit) or one_turn(x.unit, y.unit)
    if akin and x.unit != y.unit and x.low == y.low and m != n:
        return Slip.UNIT
    if _measured_apart(x, y, akin=akin):
        return Slip.MEASURE
    if not x.unit or not akin or not m or not n:
        return Slip.NONE
    ratio = max(m, n) / min(m, n)
    if min(len(one), len(other)) < SHORT:
        return Slip.SCALE if one == other and len(one) == TWO and ratio in _OFTEN else Slip.NONE
    if _rounded(one, other):
        return Slip.SCALE if any(abs(ratio / k - 1) < _ROUNDING for k in _POWERS) else Slip.NONE
    if _swapped(one, other):
        return Slip.SWAP if 1 / _TURNED < m / n < _TURNED else Slip.NONE
    return Slip.DIGIT if _mistyped(a, b) and 1 / _FAR < m / n < _FAR else Slip.NONE


def _measured_apart(x: Value, y: Value, *, akin: bool) -> bool:
    """Whether one number of three digits is told in two measures: 46.8万立方米, 46.8万吨; 12.6万册, 12.6万种."""
    if x.low is None or x.low != y.low or x.unit == y.unit:
        return False
    if len(digits(x.low)) < SHORT - 1:
        return {dimension(x.unit), dimension(y.unit)} == POWERED  # 60万千瓦, 60万千瓦时
    return bool(x.unit and y.unit) and (not akin or dimension(x.unit) == dimension(y.unit) == "个体")


def _rounded(one: str, other: str) -> bool:
    """Whether two numbers have the same digits as far as the shorter goes: 38264, 383."""
    short, long = sorted((one, other), key=len)
    n = len(short)
    up = str(int(long[:n]) + 1) if long[n : n + 1] >= "5" else long[:n]
    return short == up


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places."""
    apart = [i for i in range(len(one)) if one[i] != other[i]] if len(one) == len(other) else []
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _mistyped(a: Claim, b: Claim) -> bool:
    """Whether one digit of four or more differs: not the last, as of a count that goes on, and not the first."""
    if miswritten(a, b) < LONG:
        return False
    one, other = (c.sentence.text[slice(*c.figure.number)].replace(".", "") for c in (a, b))
    apart = [i for i in range(len(one)) if one[i] != other[i]]
    return len(apart) == 1 and 0 < apart[0] < min(len(one.rstrip("0")), len(other.rstrip("0"))) - 1


def written(value: Value) -> tuple[str, str] | None:
    """The significant digits of an exact value, in their order and sorted without zeros; None where it is not exact."""
    low, high = value.low, value.high
    if low is None or (low is not high and low != high) or low.numerator <= 0:
        return None
    return _significant(low.numerator, low.denominator)


@lru_cache(maxsize=65536)
def _significant(above: int, below: int) -> tuple[str, str] | None:
    told = digits(Fraction(above, below))
    return (told, "".join(sorted(told.replace("0", "")))) if told else None


def digit_key(claim: Claim) -> tuple[str, ...]:
    """The key under which numbers meet that are made of the same digits; () where they are too few to tell."""
    value = claim.value
    if value is None or claim.kind not in _KINDS or claim.figure.comparator != Comparator.EQ:
        return ()
    told = written(value)
    if told is None or len(told[0]) < SHORT:
        return ()
    return ("~", told[1], dimension(value.unit))


def kept_by_slips(claim: Claim) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """What a number has in common with every other, of another article, that a slip sets apart from it.

    Of two such numbers either both have one of the first; or what the longer has among the second, what it would be if
    it were rounded, the other has among the first. A unit alone is no slip here: it sets apart what is of one subject.
    """
    value = claim.value
    told = written(value) if value is not None and claim.kind in _KINDS else None
    if value is None or told is None or claim.figure.comparator != Comparator.EQ:
        return [], []
    digits_, n = told[0], len(told[0])
    found: list[tuple[str, ...]] = [("=", str(value.low))] if n > 1 or dimension(value.unit) in POWERED else []
    if n < SHORT:
        return found, []
    found += [("digits", digits_), ("turned", "".join(sorted(digits_)))]
    text = claim.sentence.text[slice(*claim.figure.number)]
    if n >= LONG:
        found += [("but one", text[:i], text[i + 1 :], value.unit) for i in range(1, len(text) - 1)]
    rounded = [int(digits_[:k]) + (digits_[k] >= "5") for k in range(SHORT, n)]
    return found, [("digits", str(number)) for number in rounded]


def dimension(of: str) -> str:
    """What a unit measures, "" where that is not known."""
    known = unit(of)
    return known.dimension if known is not None else ""


def _told_again(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell numbers of three digits or more in the same words, and one digit sets them apart."""
    if a.sentence.index == b.sentence.index or a.kind not in _KINDS or miswritten(a, b) < SHORT:
        return False
    behind = [_WORDS.match(_OF.sub("", c.sentence.text[c.figure.end : c.figure.end + _AFTER])) for c in (a, b)]
    ahead = [_WORDS.match(_OF.sub("", c.sentence.text[: c.figure.start][-_AFTER:])[::-1]) for c in (a, b)]
    return any(x and y and x.group() == y.group() for x, y in (behind, ahead))
