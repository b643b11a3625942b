"""The names that a longer name is made of: 望川大学·附属医院滨江院区, 青石口岸·管委会, “岚禾源”·平台."""

from __future__ import annotations

from functools import cache, lru_cache

from checker import patterns as re
from checker.claims.names.cores import endings
from checker.claims.words.wordlists import WordList
from checker.lexicon import load

# A part of a name has so many characters before its ending, and so many in all.
_STEM, _SHORTEST = 2, 4
_LONGEST = 6
_QUOTED = re.compile("“(?P<name>[\u4e00-\u9fff]{3,6})”", needs="“")
_KINDS = frozenset({"organisation", "park"})


@lru_cache(maxsize=8192)
def parts_of(name: str) -> tuple[str, ...]:
    """The names that a name begins with, and those that it ends with behind one of them.

    >>> parts_of("望川大学附属医院滨江院区")
    ('望川大学', '望川大学附属医院', '附属医院滨江院区', '滨江院区')
    >>> parts_of("望川大学")
    ()
    """
    heads, tails = [], []
    if (quoted := _QUOTED.search(name)) is not None:
        heads.append(quoted["name"])
    for at in range(_SHORTEST, len(name) - 1):
        sort = _ended(name[:at])
        if not sort or _ended(name[: at + 1]) or _plain(name[: at - len(sort)]):
            continue
        heads.append(name[:at])
        rest = name[at:]
        if len(rest) >= _SHORTEST and _ended(rest) and not _plain(rest[: -len(_ended(rest))]):
            tails.append(rest)
    return (*heads, *tails)


def _ended(name: str) -> str:
    """The longest word for a house or a place that a name ends in and leaves enough before it."""
    known, longest = _houses(), min(_LONGEST, len(name) - _STEM)
    return next((name[-n:] for n in range(longest, 1, -1) if name[-n:] in known), "")


@cache
def _houses() -> frozenset[str]:
    built = load("sites")["endings"]["built"].split()
    return frozenset(w for w, kind in endings().items() if kind in _KINDS) | frozenset(built)


def _plain(stem: str) -> bool:
    """Whether what stands before a word for a sort is made of common words and names nothing."""
    return len(stem) < _STEM or _generic().make(stem)


@cache
def _generic() -> WordList:
    return WordList(load("names")["generic"].split())
