"""What a sentence tells of a programme, as traces: what is done, for whom, in which years, in whose house.

Two papers of one city that write of lifts for old houses under two names of a programme that differ by a word mean one
programme; what every programme does says nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.programmes import programme
from checker.claims.words.segments import classes, is_adverb, segment, sparing
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model import Claim

# One thing done, two of them, and the years of a plan, each in one house.
DEED, DEEDS, YEARS = "deed:", "deeds:", "years:"

# Words that are met no more often say what is done, or who is served.
_SELDOM, _SERVED_MOST = 2000, 8000
# So many of them are told of a programme; so many houses are an article's own.
_MOST, _HOUSES = 8, 6
_WORD = 2
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_NUMERALS = frozenset("零一二两三四五六七八九十百千万亿半多余首第每各全本该年月日")
# Who is served and in what number: 115*户老*人, 1.6万*户老*年人家庭.
_SERVED = re.compile("[0-9][万余多]*(?P<told>[户人名位个所家](?!的)[\u4e00-\u9fff]{2})")
_SPAN = re.compile("(?P<first>20[0-9]{2})年?[—–~～至到-]{1,3}(?P<last>20[0-9]{2})年?")


def deeds(claim: Claim, homes: Iterable[str]) -> Iterator[str]:
    """The traces of what is told of a programme in some houses; none of a name of another sort."""
    if programme(claim.text) is None:
        return
    text, figure = claim.sentence.text, claim.figure
    seldom, served = _told(text[: figure.start] + "，" + text[figure.end :], claim.text)
    spans = [f"{m['first']}-{m['last']}" for m in _SPAN.finditer(text)]
    yield from (f"{DEEDS}{a}+{b}" for a, b in combinations(_apart(seldom), _WORD))
    for home in list(dict.fromkeys((*_called(claim.text), *homes)))[:_HOUSES]:
        yield from (f"{DEED}{home}|{word}" for word in (*seldom, *served) if word not in home)
        yield from (f"{YEARS}{home}|{span}" for span in spans)


def _apart(told: Iterable[str]) -> list[str]:
    """The words of which none is told of every rule."""
    return [word for word in told if word not in _legal()]


def _called(name: str) -> Iterator[str]:
    """The proper name that a name begins with, as far as two characters tell it: *槐安*湿地保护条例."""
    if name[0] != "“" and len(segment(name[:_WORD])) == _WORD:
        yield name[:_WORD]


@lru_cache(maxsize=4096)
def _told(text: str, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The seldom words of a sentence besides those of a name, and whom it tells to be served."""
    found = sorted({w for run in _HAN.findall(text) for w in segment(run) if _says(w) and w not in name})
    served = {m["told"] for m in _SERVED.finditer(text)}
    return tuple(found[:_MOST]), tuple(sorted({w[:_WORD] for w in served if sparing().seldom(w[1:], _SERVED_MOST)}))


@lru_cache(maxsize=16384)
def _says(word: str) -> bool:
    """Whether a word says what is done or for whom, and not only that something is."""
    if len(word) < _WORD or not _NUMERALS.isdisjoint(word) or is_adverb(word) or not sparing().seldom(word, _SELDOM):
        return False
    known = classes()
    return not any(word in idle for idle in (known.light, known.stop, known.empty, known.telling, _idle()))


@cache
def _legal() -> frozenset[str]:
    return frozenset(load("names")["legal_words"].split())


@cache
def _idle() -> frozenset[str]:
    names = load("names")
    return frozenset(names["generic"].split()) | frozenset(names["manner"].split())
