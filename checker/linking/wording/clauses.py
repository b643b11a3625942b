"""What stands right around a figure, and whether it makes a count one of some and not of all."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import load

if TYPE_CHECKING:
    from checker.model import Claim

# So much before a figure, and behind it, can tell what it measures.
_AHEAD, _BEHIND = 40, 16
_STOP = re.compile(r"[，。；：、！？0-9]")


@lru_cache(maxsize=16384)
def clause(text: str, start: int, end: int) -> str:
    """What stands around a figure up to the next mark or number on either side."""
    low = max(0, start - _AHEAD)
    marks = [m.end() for m in _STOP.finditer(text, low, start)]
    stop = _STOP.search(text, end, end + _BEHIND)
    return text[marks[-1] if marks else low : start] + "　" + text[end : stop.start() if stop else end + _BEHIND]


def of_some(x: Claim, y: Claim) -> bool:
    """Whether one clause has a word that the other has not and that says which of several are counted.

    *新增*装机, *夜间*游客.
    """
    return _one_sided(x, y, "telling") or of_a_part(x, y)


def of_a_part(x: Claim, y: Claim) -> bool:
    """Whether such a word is one that no other word says: *初中部*新生, *实际*处理."""
    return _one_sided(x, y, "parts")


def _one_sided(x: Claim, y: Claim, sort: str) -> bool:
    a, b = (clause(c.sentence.text, c.figure.start, c.figure.end) for c in (x, y))
    return any(any(w in a for w in group) != any(w in b for w in group) for group in _groups(sort))


@cache
def _groups(sort: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group.split()) for group in load("measures")[sort])
