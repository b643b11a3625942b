"""The two characters that stand side by side at each place of a text, as numbers: sooner told than as strings.

What has two characters or more can only stand in a text that holds its first two: of thousands of words those few
are soon known that are worth a search.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_CODING = f"utf-16-{'le' if sys.byteorder == 'little' else 'be'}"
_UNIT, _PAIR = 2, 4  # bytes of a character, and of two


def pairs(text: str) -> list[int]:
    """Each two characters that stand side by side, in any order, as numbers.

    >>> sorted(pairs("甲乙丙")) == sorted(numbered(["甲乙", "乙丙"]))
    True
    >>> pairs("甲")
    []
    """
    told = memoryview(text.encode(_CODING, "surrogatepass"))
    return _numbers(told) + _numbers(told[_UNIT:])


def numbered(words: Collection[str]) -> dict[int, str]:
    """Words of two characters each by the numbers that :func:`pairs` tells."""
    return dict(zip(_numbers(memoryview("".join(words).encode(_CODING))), words, strict=True))


def written(pair: int) -> str:
    """The two characters that a number stands for.

    >>> written(pairs("甲乙")[0])
    '甲乙'
    """
    return pair.to_bytes(_PAIR, sys.byteorder).decode(_CODING, "surrogatepass")


def _numbers(told: memoryview) -> list[int]:
    return told[: len(told) - len(told) % _PAIR].cast("I").tolist()
