"""Names that begin with a name which an article is about, whatever sort of thing they are of: *栖渚*青年电影周."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.marks import marks
from checker.claims.names.sites import sort_of
from checker.claims.words.segments import is_adverb, is_loose, is_numeral, is_verb, segment
from checker.lexicon import load
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAIL = re.compile("[\u4e00-\u9fffA-Za-z]{3,14}")
_WORD = 2
_STEM = range(2, 5)  # so long are the names of towns and firms that longer names begin with
_SHORT = 4  # names of no more characters before the word for their sort are read wherever they stand
_RUNGS = "省市区县州镇乡村"
_LEAST = 3  # characters behind the name that a longer one begins with


def stems(names: Iterable[str]) -> list[str]:
    """What longer names may begin with: the short ones of some names, and the first two characters of firms and houses.

    >>> stems(["云栗", "澄湖机器人产业园", "第八届云栗青年"])
    ['云栗', '澄湖']
    """
    own = [name for name in names if name[0] != "第"]
    told = {name for name in own if len(name) in _STEM}
    return sorted(told | {name[:_WORD] for name in own if len(segment(name[:_WORD])) == _WORD})


def called(text: str, start: int, stem: str) -> Iterator[Figure]:
    """The name of a thing that begins with the name ``stem``, which stands at ``start``; none where none does.

    >>> [f.text for f in called("第八届云栗青年戏剧周场地一新", 3, "云栗")]
    ['云栗青年戏剧周']
    >>> list(called("云栗常住人口增加", 0, "云栗"))
    []
    """
    at = start + len(stem)
    tail = _TAIL.match(text, at)
    if tail is None:
        return
    end = next((at for part, _, at, _ in marks(text, at, tail.end()) if part == "cut"), tail.end())
    reached = at
    for word in segment(text[at:end]):
        if _plain(word):
            break
        at += len(word)
        if word[-1] in _ends() and not (is_verb(word) or word in _generic()):
            reached = at
    rest = text[start + len(stem) : reached].lstrip(_RUNGS)
    if len(rest) >= _LEAST and len(rest) - len(sort_of(rest)) > (_SHORT if sort_of(rest) else 0):
        yield Figure(start, reached, text[start:reached], Kind.NAME, number=Span(start, reached))


def _plain(word: str) -> bool:
    """Whether a word stands in no name of a thing."""
    return len(word) > 1 and (is_adverb(word) or is_loose(word) or is_numeral(word))


@cache
def _ends() -> frozenset[str]:
    return frozenset(load("names")["ends"])


@cache
def _generic() -> frozenset[str]:
    return frozenset(load("names")["generic"].split())
