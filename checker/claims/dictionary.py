"""The segmenter's dictionary: the words of jieba with their frequencies and parts of speech, our own terms among them.

It is read from the file that jieba brings, without jieba's own loading, which takes far longer and leaves a file.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Dictionary(NamedTuple):
    """Words, the frequency of each and the sum of all; and which are verbs first of all, which adverbs."""

    words: Sequence[str]
    numbers: Sequence[int]
    total: int
    verbs: frozenset[str]
    adverbs: frozenset[str]


class Terms(NamedTuple):
    """Our own words with their frequencies, what those of them had before that were known, and the sum of all then."""

    frequencies: Mapping[str, int]
    before: Mapping[str, int]
    total: int


@cache
def dictionary() -> Dictionary:
    """The words of jieba's own dictionary, each with the one part of speech that it is given.

    >>> "增长" in dictionary().verbs, "增长" in dictionary().adverbs
    (True, False)
    """
    home = find_spec("jieba")
    if home is None or home.origin is None:
        raise ModuleNotFoundError("jieba, which brings the words that texts are cut into, is not installed")
    told = Path(home.origin).with_name("dict.txt").read_text(encoding="utf-8").split()
    found, numbers, tags = told[::3], list(map(int, told[1::3])), told[2::3]
    verbs = frozenset(w for w, tag in zip(found, tags, strict=True) if tag == "v")
    adverbs = frozenset(w for w, tag in zip(found, tags, strict=True) if tag == "d")
    return Dictionary(found, numbers, sum(numbers), verbs, adverbs)


@cache
def terms() -> Terms:
    """The words that texts are to be cut into whatever jieba says.

    Each is made just frequent enough to outweigh the words that it would else be cut into, as jieba suggests; and as in
    jieba the sum grows by the whole of it, also where the word was known.

    >>> "产业园区" in terms().frequencies, "澹州" in terms().frequencies
    (True, False)
    """
    ours, known = sorted(w for w in _wanted() if len(w) > 1), dictionary()
    inside = {term: {term[i:j] for i in range(len(term)) for j in range(i + 1, len(term) + 1)} for term in ours}
    parts = set[str]().union(*inside.values())
    before = {w: n for w, n in zip(known.words, known.numbers, strict=True) if w in parts}
    frequencies, total = dict(before), known.total
    for term in ours:
        near = {w: frequencies.get(w, 0) for w in inside[term]}
        frequencies[term] = max(_outweighing(term, near, total), near[term] or 1)
        total += frequencies[term]
    return Terms({w: frequencies[w] for w in ours}, {w: before[w] for w in ours if w in before}, total)


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
