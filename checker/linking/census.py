"""What is counted over a whole corpus: how common a word is, which organisations are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from functools import cache
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.linking.candidates import organisations
from checker.linking.wording.profile import worth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.linking.candidates import Stub


@dataclass(frozen=True)
class Census:
    """All that linking must know of the corpus as a whole.

    ``metrics``: the number of distinct metrics, as tuples of canonical words; ``words``: in how many of them each word
    stands. ``organisations``: the number of articles that name each.
    """

    metrics: int = 0
    words: Mapping[str, int] = field(default_factory=dict)
    organisations: Mapping[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> dict[str, float]:
        """How much each word distinguishes: the rarer over the metrics of the corpus, the more."""
        return worth(self.metrics, self.words)

    def owner(self) -> Callable[[str], str]:
        """Names the organisation that a title is about, "" where it names none that the corpus knows.

        Of several it is the one that most articles name, and of those the longest name.
        """
        known = self.organisations
        lengths = sorted({len(name) for name in known})

        @cache
        def owner(title: str) -> str:
            found = {title[i : i + n] for n in lengths for i in range(len(title) - n + 1)}
            return min(found & known.keys(), key=lambda n: (-known[n], -len(n), n), default="")

        return owner


def census(articles: Iterable[Sequence[Stub]]) -> Census:
    """The census of a corpus from the linkable claims of each article."""
    metrics: set[tuple[str, ...]] = set()
    named: Counter[str] = Counter()
    for told in articles:
        metrics.update(one.profile.words for one in told)
        named.update(organisations(told))
    return Census(len(metrics), Counter(w for words in metrics for w in set(words)), named)
