"""An article's sentences as one text, in which what may be named is sought once for all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from checker.claims.names.called import called
from checker.claims.names.entities import last_two, may_end, names
from checker.claims.names.persons import may_name
from checker.claims.names.quoted import quoted_names
from checker.claims.names.sites import may_stand, short_names, starts
from checker.claims.places.gazetteer import gazetteer
from checker.claims.places.placenames import Sites, relative_starts
from checker.claims.words.bigrams import pairs
from checker.frozen import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from checker.claims.places.placenames import Hits
    from checker.claims.places.places_met import PlaceMention
    from checker.model import Figure
    from checker.settings import Place

# What tells whom an article is about stands in so many of its first sentences, its home in so many.
_SENTENCES, _BODY = 80, 60


@cache
def _sought() -> frozenset[int]:
    """The two characters, by their numbers, that what is sought in a whole text begins or ends with."""
    return frozenset().union(last_two()[0], starts()[0], gazetteer().numbers, relative_starts())


class Whole:
    """The title and the sentences of an article, a line each; what is asked of a sentence is found once.

    >>> whole = Whole("要闻", ["甲市动工。", "青岛市崂山区增长。"])
    >>> [(m.start, m.canonical) for m in whole.places(1)]
    [(0, '崂山区')]
    """

    def __init__(self, title: str, sentences: Sequence[str], known: tuple[Place, ...] = ()) -> None:
        """``known``: the newsroom's own places."""
        self.title, self.sentences, self._known = title, sentences, known
        self._starts = list(accumulate((len(s) + 1 for s in sentences), initial=len(title) + 1))
        self._called: dict[int, list[Figure]] = {}
        self._short: dict[int, list[Figure]] = {}

    @once
    def body(self) -> str:
        """The sentences in which an article's home is sought."""
        return "\n".join(self.sentences[:_BODY])

    @once
    def text(self) -> str:
        """The sentences that tell whom an article is about."""
        return self.body if len(self.sentences) <= _BODY else "\n".join(self.sentences[:_SENTENCES])

    @once
    def pairs(self) -> Counter[int]:
        """How often each two characters stand side by side in :attr:`text`, by their numbers."""
        return Counter(pairs(self.text))

    @once
    def _all(self) -> tuple[str, AbstractSet[int]]:
        """Title and sentences, with what stands side by side in them that what is sought can begin or end with."""
        rest = "\n".join([self.title, *self.sentences[_SENTENCES:]])
        told = _sought().intersection(self.pairs) | _sought().intersection(pairs(rest))
        return "\n".join([self.title, *self.sentences]), told

    @once
    def _sites(self) -> Sites:
        return Sites(*self._all, self._known)

    @once
    def _ended(self) -> Mapping[int, list[int]]:
        """The sentences that may hold an ending of a name, and where it may stand in each."""
        return self._by_sentence(may_end(*self._all))

    @once
    def sited(self) -> Mapping[int, list[int]]:
        """The sentences that may hold a short name of a thing, and where a word for its sort may stand in each."""
        return self._by_sentence(may_stand(*self._all))

    @once
    def peopled(self) -> AbstractSet[int]:
        """The sentences that may name a person by a position."""
        starts = self._starts
        return {bisect_right(starts, at) - 1 for at in may_name(self._all[0])}

    def _by_sentence(self, places: Iterable[int]) -> Mapping[int, list[int]]:
        """Places of the whole text as those of its sentences, by their numbers."""
        starts, found = self._starts, dict[int, list[int]]()
        for at in places:
            n = bisect_right(starts, at) - 1
            found.setdefault(n, []).append(at - starts[n])
        return found

    @once
    def _hits(self) -> Mapping[int, Hits]:
        """What may name places in each sentence that holds any of it, by its number."""
        return self._sites.by_line(self._starts)

    def names(self, n: int) -> list[Figure]:
        """The names in the n-th sentence."""
        found = self._called.get(n)
        if found is None:
            text, tails = self.sentences[n], self._ended.get(n, ())
            found = names(text, tails) if tails or "《" in text or "“" in text else []
            self._called[n] = found
        return found

    def short_names(self, n: int) -> list[Figure]:
        """The short names of things in the n-th sentence that are no part of its names."""
        marks = self.sited.get(n)
        if marks is None:
            return []
        found = self._short.get(n)
        if found is None:
            known = self.names(n)
            told = short_names(self.sentences[n], marks)
            found = [f for f in told if not any(f.start < one.end and one.start < f.end for one in known)]
            self._short[n] = found
        return found

    def quoted_names(self, n: int) -> list[Figure]:
        """What stands in quotation marks in the n-th sentence, can be a name, and is no part of its other names."""
        text = self.sentences[n]
        if "“" not in text:
            return []
        known = [*self.names(n), *self.short_names(n)]
        return [f for f in quoted_names(text) if not any(f.start < one.end and one.start < f.end for one in known)]

    def called(self, n: int, stems: Iterable[str]) -> list[Figure]:
        """What begins with one of the names ``stems`` in the n-th sentence and is no part of another name."""
        text = self.sentences[n]
        found = [(at, stem) for stem in stems for at in _places_of(stem, text)]
        if not found:
            return []
        longer, short = self.names(n), self.short_names(n)
        told: list[Figure] = []
        for at, stem in sorted(found):
            for f in called(text, at, stem) if not told or at >= told[-1].end else ():
                within = any(f.start < one.end and one.start < f.end for one in longer)
                if not within and not any(one.start < f.end <= one.end for one in short):
                    told.append(f)
        return told

    def places(self, n: int) -> list[PlaceMention]:
        """The places that the n-th sentence names."""
        hits = self._hits.get(n)
        if hits is None and not self._known:
            return []
        return self._sites.named(self.sentences[n], hits or ([], [], []))

    def places_of_body(self, *, titled: bool) -> list[PlaceMention]:
        """The places of the body; ``titled``: of the title before it too, told by where they stand in both."""
        start = 0 if titled else len(self.title) + 1
        return self._sites.within(start, len(self.title) + 1 + len(self.body))


def _places_of(name: str, text: str) -> Iterator[int]:
    """Where a name stands in a text."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))
