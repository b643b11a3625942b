"""Gatherings and sights that have a name: two articles that tell of one tell of one event, whatever they count."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.subjects.places import level
from checker.lexicon import words

if TYPE_CHECKING:
    from checker.linking.pairs import Pair

# A name is one gathering's from so many characters on, and one sight's; papers tell of it in so many days.
_LONG, _SHORT, _SEASON = 4, 2, 60


def of_one_event(pair: Pair) -> bool:
    """Whether two articles are of one event that few others tell of: by its name, or by one name in both sentences."""
    x, y = pair.x, pair.y
    if of_one_gathering(pair):
        return True
    shared = {*x.article.about, *x.article.named} & {*y.article.about, *y.article.named}
    here = {name for name in shared if len(name) > _SHORT and name in x.sentence.text and name in y.sentence.text}
    return any(not level(name) and not name.startswith((x.scope.org or "*", y.scope.org or "*")) for name in here)


def of_one_gathering(pair: Pair) -> bool:
    """Whether two articles of one season tell of one gathering that has a name: 白鹭洲音乐节, 环湖骑行大会."""
    a, b = pair.x.article, pair.y.article
    if pair.within or not a.published or not b.published or abs((a.published - b.published).days) > _SEASON:
        return False
    shared = {*a.about, *a.named} & {*b.about, *b.named}
    return any(len(name) > _LONG and name.endswith(_events()) for name in shared)


@cache
def _events() -> tuple[str, ...]:
    return tuple(sorted(words("events", "gatherings")))
