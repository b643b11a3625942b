"""Names that differ by a slip → facts."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.skeletons import skeletons, variant
from checker.model import Fact, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim

# A key that more distinct names share than this tells nothing.
_CROWD = 12
# Witnesses shown of each name.
_WITNESSES = 3


def name_facts(claims: Sequence[Claim]) -> list[Fact]:
    """One fact per pair of distinct names of which one can be a slip or a short form of the other.

    Two names that one sentence lists together are two things.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.kind == Kind.NAME:
            told[c.text].append(c)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(told):
        for key in skeletons(name):
            blocks[key].append(name)
    found: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        if 1 < len(blocks[key]) <= _CROWD:
            found.update(combinations(sorted(set(blocks[key])), 2))
    return [fact for a, b in sorted(found) if (fact := _fact(a, b, told))]


def _fact(a: str, b: str, told: dict[str, list[Claim]]) -> Fact | None:
    how = variant(a, b)
    if how is None or _side_by_side(told[a], told[b]):
        return None
    shown = sorted(
        [*told[a][:_WITNESSES], *told[b][:_WITNESSES]],
        key=lambda c: (c.article.published.isoformat() if c.article.published else "", c.article.id, c.start),
    )
    links = tuple(
        Link(i, j, 1.0, (how,), "", "same")
        for i, j in combinations(range(len(shown)), 2)
        if shown[i].text != shown[j].text
    )
    return Fact(f"{a}|{b}", tuple(shown), links)


def _side_by_side(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    where = {(c.article.id, c.sentence.index) for c in a}
    return any((c.article.id, c.sentence.index) in where for c in b)
