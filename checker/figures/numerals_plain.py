"""Numbers as plain as most are, read at once, and what every number is."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from checker import patterns as re

LONGEST = 48
"""Characters beyond which a run of digits is no longer a number that anybody would compare."""


DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3, "幺": 1, "○": 0}


SMALL = {"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30, "卌": 40}


BIG = {"万": 10**4, "亿": 10**8, "兆": 10**12}


LETTERS = {"k": 1000, "K": 1000, "M": 10**6}


# An Arabic number that nothing behind it can change, a large unit taken in: the great majority.
SIMPLE = re.compile(
    r"""
    ([0-9]{1,20}) (?:\.([0-9]{1,20}))? ([万亿])?                      # 42, 57.3, 1.2亿
    (?! [0-9.,，eEkKM零〇○一二两俩仨三四五六七八九幺十百千万亿兆廿卅卌点几数多余来] )
    """,
    re.VERBOSE,
)


class Numeral(NamedTuple):
    """A number as written: its characters, the values it spans, and the worth of its last written digit.

    ``scale``: what its trailing 万/亿 multiplies by, so that 9~16亿 can lend it. ``more``: 余/多/来 stands in it.
    ``loose``: written as an interval (数十, 三四百). ``bare``: a scale without a digit (千亿). ``arabic``: starts with
    an Arabic digit. ``text`` is not kept: slice it.
    """

    start: int
    end: int
    low: Fraction
    high: Fraction
    step: Fraction
    scale: int = 1
    more: bool = False
    loose: bool = False
    bare: bool = False
    arabic: bool = False
    digits: bool = False


def spacing(value: Fraction | int, step: Fraction | int) -> Fraction:
    """The worth of the last non-zero digit of ``value``, written to ``step``.

    >>> spacing(Fraction(5700), Fraction(1)), spacing(Fraction(95000), Fraction(1000))
    (Fraction(100, 1), Fraction(1000, 1))
    """
    if value == 0 or step <= 0:
        return Fraction(step or 1)
    for _ in range(LONGEST):
        if value % (step * 10):
            break
        step *= 10
    return Fraction(step)


def simple(text: str, at: int) -> Numeral | None:
    """The Arabic number that starts at ``at``, if it is as plain as most; read at once as :func:`numeral` reads it.

    >>> from checker.figures.numerals import numeral
    >>> simple("突破1.2亿元", 2) == numeral("突破1.2亿元", 2)
    True
    >>> simple("2亿3千4百万元", 0) is None
    True
    """
    m = SIMPLE.match(text, at)
    if m is None:
        return None
    value, step, scale = simply(*m.groups())
    if scale > 1 and not value:
        return None
    return Numeral(at, m.end(), value, value, step, scale, arabic=True)


@lru_cache(maxsize=4096)
def simply(whole: str, part: str | None, big: str | None) -> tuple[Fraction, Fraction, int]:
    """The worth of a number by its digits before and behind the point and its 万 or 亿; of its last digit; of the 万.

    >>> simply("57", "3", "亿")
    (Fraction(5730000000, 1), Fraction(10000000, 1), 100000000)
    """
    scale = BIG[big] if big else 1
    if part:
        tens = 10 ** len(part)
        return Fraction(int(whole + part) * scale, tens), Fraction(scale, tens), scale
    return Fraction(int(whole) * scale), Fraction(scale), scale
