"""What is known of an article by which it may be of one subject with another: worked out once, not for each pair."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.claims.names.topics import of_one_thing, openings
from checker.claims.subjects.places import level, places
from checker.claims.words.bigrams import pairs
from checker.claims.words.segments import segment
from checker.frozen import dataclass, once

if TYPE_CHECKING:
    from checker.model import ArticleRef

_CAPITAL = frozenset({"北京", "北京市"})
# Two articles may tell of one person or of one new word (管党, 施策), but not of a longer name each by chance.
_LONG = 4


@dataclass(frozen=True)
class Telling:
    """The names that an article tells, but for those of provinces and countries, and its title with its first words.

    ``about``: of whom it is about, ``distinct`` those of them that are no words for many things. ``named``: all that it
    tells at first; ``single``: those of them that two articles do not tell of two things. ``initials``: the first
    characters of all that it is about. ``opening``: its title and its first sentences.
    """

    about: tuple[str, ...]
    distinct: tuple[str, ...]
    named: frozenset[str]
    single: frozenset[str]
    initials: frozenset[str]
    title: str
    opening: str
    numbers: frozenset[str]

    @once
    def heads(self) -> frozenset[int]:
        """What the names of whom it is about begin with, by their numbers."""
        return frozenset([pairs(name)[0] for name in self.distinct])

    @once
    def beside(self) -> frozenset[int]:
        """All that stands side by side in its title and its first sentences."""
        return frozenset(pairs(self.opening))

    @once
    def titled(self) -> frozenset[int]:
        """What names can begin with in its title."""
        return openings(self.title)

    def opens_with(self, other: Telling) -> bool:
        """Whether the title or the first sentences name what another article is about, by a name of its own."""
        return not self.beside.isdisjoint(other.heads) and any(map(self.opening.__contains__, other.distinct))

    def named_with(self, other: Telling) -> bool:
        """Whether the first sentences of both tell one name that few others tell."""
        shared = self.named & other.named
        return bool(shared) and not (
            self.single.isdisjoint(shared) and shared.isdisjoint(self.about) and shared.isdisjoint(other.about)
        )


@lru_cache(maxsize=16384)
def telling(article: ArticleRef) -> Telling:
    """What is known of an article by its names."""
    about = tuple(name for name in article.about if not broad(name))
    distinct = tuple(name for name in about if of_one_thing(name))
    named = frozenset(name for name in (*article.about, *article.named) if not broad(name))
    return Telling(
        about,
        distinct,
        named,
        frozenset(filter(_of_one, named)),
        frozenset([name[:1] for name in article.about]),
        article.title,
        f"{article.title}\n{article.lead}",
        frozenset(article.numbers),
    )


@lru_cache(maxsize=65536)
def _of_one(name: str) -> bool:
    """Whether a name is so long, or such a compound, that two articles do not tell it of two things: 图灵谷, 青石镇."""
    return len(name) >= _LONG or (
        len(name) == _LONG - 1 and (bool(level(name)) or len(segment(name)) > 1 < len(segment(name)[0]))
    )


@lru_cache(maxsize=4096)
def broad(place: str) -> bool:
    """Whether a place is so large (a province, a country) that two articles of it need not speak of one thing.

    The capital stands in the datelines of all that the country does.
    """
    if place in _CAPITAL or level(place) == "省":
        return True
    return any(m.level in ("国", "全球") and m.name == place for m in places(place))
