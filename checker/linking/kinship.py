"""Whether two claims can be told of one subject: the place, the organisation, the thing their articles are about."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.claims.places import level, same_place
from checker.claims.scopes import stem_of
from checker.claims.segments import segment

if TYPE_CHECKING:
    from checker.model import Claim

_HAN = re.compile(r"^[\u4e00-\u9fff]$")
# Sentences this alike speak of one thing whatever else is known of them.
_ALIKE = 0.4
_BROAD = frozenset({"国", "省", "全球", ""})


class Kinship(IntEnum):
    """How well it is known that two claims have one subject."""

    NONE = 0
    WEAK = 1
    STRONG = 2


def kinship(a: Claim, b: Claim, alike: float) -> Kinship:
    """How well it is known that two claims have one subject.

    Strong: one article, one organisation, one place below the province, one place that the newsroom itself set, a proper
    name shared by their titles, or sentences that are much alike. Weak: one province or country, or nothing said on one side.
    """
    if a.article.id == b.article.id or alike >= _ALIKE:
        return Kinship.STRONG
    if a.article.place and a.article.place == b.article.place:
        return Kinship.STRONG
    if a.scope.org and b.scope.org:
        return Kinship.STRONG  # the gate refuses those that differ
    if proper(a.article.title) & proper(b.article.title):
        return Kinship.STRONG
    x, y = a.scope.place, b.scope.place
    if x and y and (same_place(x, y) or (len(stem_of(x)) > 1 and stem_of(x) == stem_of(y))):
        return Kinship.WEAK if _rung(x) in _BROAD and not _unlisted(x) else Kinship.STRONG
    return Kinship.WEAK if bool(x) != bool(y) or (x and y) else Kinship.NONE


def _rung(place: str) -> str:
    return level(place)


def _unlisted(place: str) -> bool:
    """Whether a place is known by its name's form alone: nobody writes of it but those who write of it."""
    return not level(place)


@lru_cache(maxsize=8192)
def proper(text: str) -> frozenset[str]:
    """The runs of a title that no dictionary word explains: names of places, firms and people, two characters or more.

    >>> sorted(proper("澄湖教育交出答卷"))
    ['澄湖']
    """
    found, run = set(), ""
    for word in (*segment(text), "。"):
        if _HAN.match(word):
            run += word
            continue
        for n in range(2, min(len(run), 4) + 1):
            found.update(run[i : i + n] for i in range(len(run) - n + 1))
        run = ""
    return frozenset(found)
