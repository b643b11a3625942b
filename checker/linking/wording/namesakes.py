"""Figures that a sentence tells side by side: where one of them has the other article's name, the rest are of others.

Two papers that list the same things list each by its name: 涉农贷款*46*亿元, 小微贷款*52*亿元. However near its name
and its number may come to the next one of the list, a figure is not of what stands in its sentence under that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.linking.pairs import Pair
    from checker.linking.wording.profile import Profile
    from checker.model import Claim

# A name that a sentence tells of more figures than so many says of none whose it is.
_TWO = 2


def beside(claims: Sequence[Claim], profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles of the claims of one article, each with the names of its like that its sentence tells too."""
    named: dict[object, dict[tuple[str, ...], set[str]]] = {}
    for c, p in zip(claims, profiles, strict=True):
        named.setdefault(_sort(c, p), {}).setdefault(p.words, set()).add(c.text)
    found = []
    for c, p in zip(claims, profiles, strict=True):
        told = named[_sort(c, p)]
        others = tuple(name for name in told if name != p.words or len(told[name]) > _TWO)
        found.append(replace(p, beside=others) if others else p)
    return found


def _sort(claim: Claim, profile: Profile) -> object:
    """The sentence of a claim with the sort of number that it is, and what it is told of."""
    return claim.sentence.index, profile.group, profile.dimension, claim.scope.levels


def named_beside(pair: Pair) -> bool:
    """Whether the sentence of one of two figures tells another one under the name that the second has."""
    p, q = pair.p, pair.q
    if p.words == q.words:
        return p.words in p.beside and q.words in q.beside
    if not (p.beside or q.beside) or pair.x.scope.levels != pair.y.scope.levels:
        return False
    return q.words in p.beside or p.words in q.beside
