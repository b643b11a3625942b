"""The segmenter's dictionary: the words of jieba with their frequencies and parts of speech, our own terms among them.

It is read from the file that jieba brings, without jieba's own loading, which takes far longer and leaves a file.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from checker.claims.words import shelving
from checker.claims.words.shelving import Shelves, shelved
from checker.keeping import kept
from checker.lexicon import load, sources, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


# The parts of speech of what names nothing, and how numbers begin.
_LOOSE = frozenset({"c", "p", "r", "d", "ad", "z", "u", "y", "e"})
_NUMBERS = frozenset("零一二两三四五六七八九十百千万亿几数多半首第余")


class Dictionary(NamedTuple):
    """The words of jieba that are verbs first of all, its adverbs and idioms, and the sum of all frequencies.

    ``loose``: those that name nothing: conjunctions, prepositions, pronouns, adverbs, words that paint a state.
    ``numerals``: numbers, alone or with the measure word of what they count.
    ``times``: words for times.
    """

    verbs: frozenset[str]
    adverbs: frozenset[str]
    loose: frozenset[str]
    numerals: frozenset[str]
    times: frozenset[str]
    total: int


class Terms(NamedTuple):
    """Our own words with their frequencies, what those of them had before that were known, and the sum of all then."""

    frequencies: dict[str, int]
    before: dict[str, int]
    total: int


class _Known(NamedTuple):
    dictionary: Dictionary
    terms: Terms
    shelves: Shelves


def dictionary() -> Dictionary:
    """What is known of the words of jieba's own dictionary, each with the one part of speech that it is given.

    >>> "增长" in dictionary().verbs, "增长" in dictionary().adverbs
    (True, False)
    """
    return _known().dictionary


def terms() -> Terms:
    """The words that texts are to be cut into whatever jieba says.

    Each is made just frequent enough to outweigh the words that it would else be cut into, as jieba suggests; and as in
    jieba the sum grows by the whole of it, also where the word was known.

    >>> "产业园区" in terms().frequencies, "澹州" in terms().frequencies
    (True, False)
    """
    return _known().terms


def frequencies() -> dict[str, int]:
    """The words of jieba's own dictionary with their frequencies.

    >>> frequencies()["增长"] > 1000, "澹州" in frequencies()
    (True, False)
    """
    words, numbers, _ = _columns()
    return dict(zip(words, numbers, strict=True))


def shelves() -> Shelves:
    """The same words and frequencies, where a few are looked up."""
    return _known().shelves


@cache
def _known() -> _Known:
    """What is worked out of the whole dictionary, kept from an earlier run where that is the same."""
    file, own = _file(), (Path(name).read_bytes() for name in (__file__, shelving.__file__))
    told = f"{len(file)} {crc32(file)} {sys.byteorder}"  # 5 MB, in a quarter of the time of a digest
    return kept("dictionary", (told.encode(), *sources(), *own), _Known, _worked_out)


def _file() -> bytes:
    home = find_spec("jieba")
    if home is None or home.origin is None:
        raise ModuleNotFoundError("jieba, which brings the words that texts are cut into, is not installed")
    return Path(home.origin).with_name("dict.txt").read_bytes()


def _columns() -> tuple[list[str], list[int], list[str]]:
    """The words, frequencies and parts of speech of jieba's dictionary; a word may stand there twice."""
    told = _file().decode().split()
    return told[::3], list(map(int, told[1::3])), told[2::3]


def _worked_out() -> _Known:
    told, numbers, tags = _columns()
    verbs, adverbs, times = (
        frozenset(w for w, own in zip(told, tags, strict=True) if own in tag) for tag in ("v", ("d", "i"), ("t",))
    )
    sorts = dict(zip(told, tags, strict=True))
    nouns = words("verbs", "nouns", "telling")
    loose = frozenset(w for w, tag in sorts.items() if tag in _LOOSE) - nouns
    numerals = frozenset(w for w, tag in sorts.items() if tag == "m" and len(w) > 1 and w[0] in _NUMBERS) - nouns
    total = sum(numbers)
    known = dict(zip(told, numbers, strict=True))
    own = Dictionary(verbs - words("verbs", "nouns"), adverbs, loose, numerals, times, total)
    return _Known(own, _terms(known, total), shelved(known))


def _terms(known: Mapping[str, int], total: int) -> Terms:
    ours = sorted(w for w in _wanted() if len(w) > 1)
    inside = {term: {term[i:j] for i in range(len(term)) for j in range(i + 1, len(term) + 1)} for term in ours}
    found = {w: known[w] for w in set[str]().union(*inside.values()) if w in known}
    before = {w: found[w] for w in ours if w in found}
    for term in ours:
        near = {w: found.get(w, 0) for w in inside[term]}
        found[term] = max(_outweighing(term, near, total), near[term] or 1)
        total += found[term]
    return Terms({w: found[w] for w in ours}, before, total)


def _wanted() -> set[str]:
    light = words("verbs", "nominal", "light", "stock") | words("terms", "terms")
    flow = (form for forms in load("verbs")["flow"].values() for form in str(forms).split())
    qualifiers = (form for forms in load("scope")["qualifiers"].values() for form in forms)
    return {*light, *flow, *qualifiers}


def _outweighing(term: str, frequencies: Mapping[str, int], total: int) -> int:
    """The frequency with which ``term`` outweighs the likeliest words that it is made of."""
    share = 1.0
    for word in _likeliest(term, frequencies, total):
        share *= (frequencies[word] or 1) / float(total)
    return int(share * total) + 1


def _likeliest(term: str, frequencies: Mapping[str, int], total: int) -> Iterable[str]:
    """The words of ``term`` whose frequencies have the greatest product."""
    n, sum_of = len(term), log(total)
    way: list[tuple[float, int]] = [(0.0, 0)] * (n + 1)
    for i in range(n - 1, -1, -1):
        ends = [j for j in range(i + 1, n + 1) if frequencies[term[i:j]]] or [i + 1]
        way[i] = max((log(frequencies[term[i:j]] or 1) - sum_of + way[j][0], j) for j in ends)
    at = 0
    while at < n:
        yield term[at : way[at][1]]
        at = way[at][1]
