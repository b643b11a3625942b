"""An article's sentences as one text, in which what may be named is sought once for all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING

from checker.claims.names import may_end, names
from checker.claims.placenames import Sites
from checker.frozen import once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.places_met import PlaceMention
    from checker.model import Figure
    from checker.settings import Place

# What tells whom an article is about stands in so many of its first sentences, its home in so many.
_SENTENCES, _BODY = 80, 60


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

    @once
    def body(self) -> str:
        """The sentences in which an article's home is sought."""
        return "\n".join(self.sentences[:_BODY])

    @once
    def text(self) -> str:
        """The sentences that tell whom an article is about."""
        return self.body if len(self.sentences) <= _BODY else "\n".join(self.sentences[:_SENTENCES])

    @once
    def pairs(self) -> Counter[str]:
        """How often each two characters stand side by side in :attr:`text`."""
        return Counter(map(add, self.text, self.text[1:]))

    @once
    def _all(self) -> tuple[str, set[str]]:
        """Title and sentences, with all that stands side by side in them."""
        rest = "\n".join([self.title, *self.sentences[_SENTENCES:]])
        return "\n".join([self.title, *self.sentences]), {*self.pairs, *map(add, rest, rest[1:])}

    @once
    def _endings(self) -> list[int]:
        return may_end(*self._all)

    @once
    def _sites(self) -> Sites:
        text, pairs = self._all
        return Sites(text, self._known, pairs)

    def names(self, n: int) -> list[Figure]:
        """The names in the n-th sentence."""
        found = self._called.get(n)
        if found is None:
            start, text = self._starts[n], self.sentences[n]
            next_ = bisect_left(self._endings, start)
            ended = next_ < len(self._endings) and self._endings[next_] < start + len(text)
            found = names(text, ended=ended) if ended or "《" in text or "“" in text else []
            self._called[n] = found
        return found

    def places(self, n: int) -> list[PlaceMention]:
        """The places that the n-th sentence names."""
        start = self._starts[n]
        return self._sites.within(start, start + len(self.sentences[n]))

    def places_of_body(self, *, titled: bool) -> list[PlaceMention]:
        """The places of the body; ``titled``: of the title before it too, told by where they stand in both."""
        start = 0 if titled else len(self.title) + 1
        return self._sites.within(start, len(self.title) + 1 + len(self.body))
