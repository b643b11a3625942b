"""Characters that sound or look like each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping


def alike(a: str, b: str) -> bool:
    """Whether two characters sound or look alike.

    >>> alike("沙", "砂"), alike("坨", "沱"), alike("山", "水")
    (True, True, False)
    """
    return bool(sounds(a) & sounds(b))


def sounds(character: str) -> frozenset[int]:
    """The lines of the lexicon that hold a character; two that share one are alike."""
    return _lines().get(character, frozenset())


@cache
def _lines() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for n, line in enumerate((*load("sounds")["alike"].split(), *load("sounds")["shapes"].split())):
        for character in line:
            found.setdefault(character, set()).add(n)
    return {c: frozenset(lines) for c, lines in found.items()}
