"""Word lists as regular expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def branches(words: Iterable[str]) -> str:
    """A regular expression for any of ``words``, the longest first, that shares common beginnings.

    >>> branches(["大学", "大会", "局"])
    '(?:大(?:会|学)|局)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: Mapping[str, Any]) -> str:
    parts = [re.escape(c) + _branch(rest) for c, rest in sorted(tree.items()) if c]
    if not parts:
        return ""
    if len(parts) == 1 and "" not in tree:
        return parts[0]
    return f"(?:{'|'.join(parts)}){'?' if '' in tree else ''}"
