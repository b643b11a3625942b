"""The two characters that stand side by side at each place of a text, as numbers: sooner told than as strings.

What has two characters or more can only stand in a text that holds its first two: of thousands of words those few
are soon known that are worth a search.
"""

from __future__ import annotations

import sys
from struct import calcsize
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection

_ORDER = "le" if sys.byteorder == "little" else "be"
_CODING, _WIDE = f"utf-16-{_ORDER}", f"utf-32-{_ORDER}"
_UNIT, _PAIR = 2, 4  # bytes of a character, and of two
_WIDE_UNIT = 4


def pairs(text: str) -> list[int]:
    """Each two characters that stand side by side, in any order, as numbers.

    >>> sorted(pairs("甲乙丙")) == sorted(numbered(["甲乙", "乙丙"]))
    True
    >>> pairs("甲")
    []
    """
    told = memoryview(text.encode(_CODING, "surrogatepass"))
    return _numbers(told) + _numbers(told[_UNIT:])


def wide_pairs(text: str) -> list[int]:
    """The same, one number each whatever the characters are.

    >>> len(pairs("𠮷田")), len(wide_pairs("𠮷田"))
    (2, 1)
    """
    told = memoryview(text.encode(_WIDE, "surrogatepass"))
    return _numbers(told, "Q") + _numbers(told[_WIDE_UNIT:], "Q")


def numbered(words: Collection[str]) -> dict[int, str]:
    """Words of two characters each by the numbers that :func:`pairs` tells."""
    return dict(zip(_numbers(memoryview("".join(words).encode(_CODING))), words, strict=True))


def written(pair: int) -> str:
    """The two characters that a number stands for.

    >>> written(pairs("甲乙")[0])
    '甲乙'
    """
    return pair.to_bytes(_PAIR, sys.byteorder).decode(_CODING, "surrogatepass")


def _numbers(told: memoryview, sort: Literal["I", "Q"] = "I") -> list[int]:
    size = calcsize(sort)
    return told[: len(told) - len(told) % size].cast(sort).tolist()
