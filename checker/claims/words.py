"""Word lists of the claims package, from checker/lexicon."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The lexicon file ``name``.yaml as read; raises FileNotFoundError where there is none.

    >>> "endings" in lexicon("names")
    True
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files("checker") / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 a safe loader, written in C where there is one
    return loaded


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
