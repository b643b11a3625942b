"""Numbers told as parts of a whole: 三分之一, 百分之五, 千分之三, 1/2, 百分百."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import units
from checker.figures.compounds import Amount, measured
from checker.figures.numerals import numeral

if TYPE_CHECKING:
    from checker.figures.numerals_plain import Numeral

# What stands behind the number that a part begins with: 三又, 三分, 三份, 1/.
_SIGNS = frozenset("又分份/")
_OVER = re.compile("分之|份之|分(?=[一二三四五六七八九十])|份(?=[一二三四五六七八九十])")
_SLASH = re.compile(r"/(?P<below>[0-9]{1,3})(?![0-9./万])")


def fraction(text: str, n: Numeral) -> Amount | None:
    """The part that begins with the number ``n``; None where it is none. 百分之 and its kin are told in percent.

    >>> from checker.figures.numerals import numeral
    >>> fraction("三分之一", numeral("三分之一", 0)).low
    Fraction(1, 3)
    >>> fraction("三分钟", numeral("三分钟", 0)) is None
    True
    """
    if text[n.end : n.end + 1] not in _SIGNS:
        return None
    if n.bare and n.low == 100 and text.startswith("分百", n.end):
        whole = Fraction(100)
        return Amount(n.start, n.end + 2, n, n.end + 2, whole, whole, Fraction(1), "%", n.start, n.end + 2)
    told = _mixed(text, n) if text.startswith("又", n.end) else _divided(text, n) or _slashed(text, n)
    if told is not None and told.fraction:
        _of_unit(text, told)
    return told


def _divided(text: str, n: Numeral) -> Amount | None:
    m = _OVER.match(text, n.end)
    if m is None or n.low <= 1:
        return None
    over = numeral(text, m.end())
    if over is None or (len(m[0]) == 1 and not _short(text, n, over)):
        return None
    if not n.bare or n.low < 100:
        return Amount(n.start, over.end, n, over.end, over.low / n.low, over.high / n.low, 1 / n.low, fraction=True)
    by = n.low / 100
    return Amount(
        n.start, over.end, over, over.end, over.low / by, over.high / by, over.step / by, "%", n.start, m.end()
    )


def _short(text: str, n: Numeral, over: Numeral) -> bool:
    """Whether 四分一 (without 之) is a part: alone, or before a unit."""
    return n.bare or (n.low <= 10 and (over.end == len(text) or units.written(text, over.end) is not None))


def _mixed(text: str, n: Numeral) -> Amount | None:
    """七又四分之三."""
    rest = numeral(text, n.end + 1)
    part = _divided(text, rest) if rest is not None else None
    if part is None or part.unit == "%":
        return None
    sign = -1 if n.low < 0 else 1
    part.low, part.high = n.low + sign * part.low, n.low + sign * part.high
    part.start, part.number = n.start, n
    return part


def _slashed(text: str, n: Numeral) -> Amount | None:
    m = _SLASH.match(text, n.end) if n.arabic else None
    if m is None or n.low.denominator != 1 or n.end - n.start > 3 or text[n.start - 1 : n.start] == "/":
        return None
    below = int(m["below"])
    if not 0 < n.low < below:
        return None
    value = n.low / below
    return Amount(n.start, m.end(), n, m.end(), value, value, Fraction(1, below), fraction=True)


def _of_unit(text: str, told: Amount) -> None:
    """Take a unit of measure behind a part: 四分之一公升."""
    found = units.written(text, told.end)
    if found is not None and measured(found.name):
        told.take(found.name, told.end, found.end)
        told.fraction = False
