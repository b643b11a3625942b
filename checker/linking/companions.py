"""The numbers that two sentences share beside those that are compared: evidence that both tell of one thing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re

if TYPE_CHECKING:
    from checker.model import Claim

# A number of two digits is met by chance, one of three seldom.
_FEW, _MANY = 1, 2
_TELLING = 3
_NUMERAL = re.compile(
    r"""
    (?P<digits> [0-9]{1,15}(?:[.．][0-9]{1,6})?)
    (?P<unit> [万亿]{0,2}[^\s0-9，。；：、年月日号时点分届期级度])   # 6.7公里, 316名; no days, no editions
    """,
    re.VERBOSE,
)


def companions(a: Claim, b: Claim) -> int:
    """How surely two sentences share numbers beside the claims' own: 2 for each of three digits, 1 for each of two."""
    shared = numerals(a.sentence.text) & numerals(b.sentence.text)
    return sum(_worth(told) for told in shared if told[0] not in a.text and told[0] not in b.text)


@lru_cache(maxsize=16384)
def numerals(text: str) -> frozenset[tuple[str, str]]:
    """The numbers of a sentence with the first characters of their units.

    >>> sorted(numerals("全长55.6公里，设47座车站，2016年通车"))
    [('47', '座'), ('55.6', '公')]
    """
    found = ((m["digits"].replace("．", "."), m["unit"]) for m in _NUMERAL.finditer(text))
    return frozenset(one for one in found if _digits(one[0]) > 1)


def _digits(number: str) -> int:
    return len(number.replace(".", "").strip("0"))


def _worth(told: tuple[str, str]) -> int:
    return _MANY if _digits(told[0]) >= _TELLING else _FEW
