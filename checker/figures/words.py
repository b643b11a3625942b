"""The word lists of this package, as data: loaded once, on first use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The contents of ``lexicon/<name>.yaml``.

    >>> sorted(lexicon("hedges"))
    ['after', 'before', 'denied', 'inside', 'not_after']
    """
    loaded: dict[str, Any] = load(name)
    return loaded


def by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first character, longest first.

    >>> by_first(["个", "个百分点"])
    {'个': ('个百分点', '个')}
    """
    found: dict[str, list[str]] = {}
    for word in words:
        if word:
            found.setdefault(word[0], []).append(word)
    return {c: tuple(sorted(ws, key=lambda w: (-len(w), w))) for c, ws in found.items()}


def by_two(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their first two characters, longest first, each with the word of one character that they begin with.

    That one stands by itself too, for text that goes on with none of the others.

    >>> by_two(["个", "个百分点"])
    {'个': ('个',), '个百': ('个百分点', '个')}
    """
    listed = {word for word in words if word}
    found: dict[str, set[str]] = {}
    for word in sorted(listed):
        found.setdefault(word[:2], set()).add(word)
    for start in found:
        found[start] |= listed & {start[:1]}
    return {start: tuple(sorted(told, key=lambda w: (-len(w), w))) for start, told in found.items()}


def by_last(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their last character, longest first.

    >>> by_last(["超过", "过"])
    {'过': ('超过', '过')}
    """
    found: dict[str, list[str]] = {}
    for word in words:
        if word:
            found.setdefault(word[-1], []).append(word)
    return {c: tuple(sorted(ws, key=lambda w: (-len(w), w))) for c, ws in found.items()}
