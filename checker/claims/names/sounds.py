"""Characters that sound or look like each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping


def alike(a: str, b: str) -> bool:
    """Whether two characters sound or look alike.

    >>> alike("沙", "砂"), alike("坨", "沱"), alike("洛", "诺"), alike("山", "水")
    (True, True, True, False)
    """
    return bool(sounds(a) & sounds(b))


def sounds(character: str) -> frozenset[int]:
    """The numbers of what a character sounds or looks like; two that share one are alike."""
    return _lines().get(character, frozenset())


def _confused() -> list[str]:
    return load("sounds")["confused"].split()  # type: ignore[no-any-return]


@cache
def _lines() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    heard = load("sounds")["alike"].split()
    joined = ("".join(line for line in heard if pair[0] in line or pair[1] in line) for pair in _confused())
    for n, line in enumerate((*heard, *load("sounds")["shapes"].split(), *joined)):
        for character in line:
            found.setdefault(character, set()).add(n)
    return {c: frozenset(lines) for c, lines in found.items()}
