"""Word lists as regular expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


# So many ways to begin are tried one by one; of more, only where a character is among the first ones.
_FEW = 8


def branches(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first, that shares common beginnings.

    Where many words begin differently a character first tells whether it may be any.

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
    longer = [re.escape(c) + _branch(rest) for c, rest in sorted(tree.items()) if c and rest.keys() != {""}]
    ways = ([f"[{ends}]" if len(ends) > 1 else ends] if ends else []) + longer
    if not ways:
        return ""
    if len(ways) == 1 and "" not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)}){'?' if '' in tree else ''}"
