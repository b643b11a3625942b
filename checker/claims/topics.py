"""Proper names that no dictionary knows: what an article is about, whatever sort of thing it is."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from checker.claims.segments import classes, is_verb, segment

_HAN = re.compile(r"^[\u4e00-\u9fff]$")
# A name that stands so often in an article is what it is about.
_OFTEN = 3


@lru_cache(maxsize=8192)
def _plain(character: str) -> bool:
    """Whether a character is a numeral, a verb or a function word, and so no part of an unknown name."""
    known = classes()
    return (
        character in "〇零一二两三四五六七八九十百千万亿第几数多余个年月日时人次号起名位家项岁元"
        or character in known.stop or character in known.light or character in known.empty or is_verb(character)
    )  # fmt: skip


@lru_cache(maxsize=8192)
def proper(text: str) -> frozenset[str]:
    """The runs of a title that no dictionary word explains: names of places, firms and people, two characters or more.

    >>> sorted(proper("澄湖教育交出答卷"))
    ['澄湖']
    """
    found: set[str] = set()
    run = ""
    for word in (*segment(text), "。"):
        if _HAN.match(word) and not _plain(word):
            run += word
            continue
        for n in range(2, min(len(run), 4) + 1):
            found.update(run[i : i + n] for i in range(len(run) - n + 1))
        run = ""
    return frozenset(found)


def recurring(text: str) -> tuple[str, ...]:
    """The proper names that stand in a text three times or more, in order of the alphabet.

    >>> recurring("澹州开馆。澹州市民排队。在澹州，人人爱书。")
    ('澹州',)
    """
    counted = Counter(name for name in proper(text) for _ in range(text.count(name)))
    return tuple(sorted(name for name, n in counted.items() if n >= _OFTEN))
