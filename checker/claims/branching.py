"""Word lists as regular expressions."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING, Any

from checker import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


# So many ways to go on are tried one by one; of more, only those of one group.
_FEW = 8


def branches(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first, that shares common beginnings.

    Where many words begin differently a character first tells which few of them it may be.

    >>> branches(["大学", "大会", "局"])
    '(?:局|大[会学])'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    firsts = "".join(re.escape(c) for c in sorted(tree) if c)
    return f"(?=[{firsts}]){_branch(tree)}" if len(tree) > _FEW else _branch(tree)


def _branch(tree: Mapping[str, Any]) -> str:
    ends = "".join(re.escape(c) for c, rest in sorted(tree.items()) if c and rest.keys() == {""})
    longer = [(re.escape(c), _branch(rest)) for c, rest in sorted(tree.items()) if c and rest.keys() != {""}]
    ways = ([f"[{ends}]" if len(ends) > 1 else ends] if ends else []) + _grouped(longer)
    if not ways:
        return ""
    if len(ways) == 1 and "" not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if '' in tree else ''}"


def _grouped(ways: Sequence[tuple[str, str]]) -> list[str]:
    """Each way on, by its first character and what follows; many of them in groups behind a set of their firsts."""
    if len(ways) <= _FEW:
        return [first + rest for first, rest in ways]
    size = max(_FEW, isqrt(len(ways)))
    groups = [ways[i : i + size] for i in range(0, len(ways), size)]
    return [f"(?=[{''.join(c for c, _ in g)}])(?:{'|'.join(c + rest for c, rest in g)})" for g in groups]
