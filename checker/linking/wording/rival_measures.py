"""Measures that rule each other out: what was generated is not what was sent on, what came in not what was closed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.lexicon import load

if TYPE_CHECKING:
    from checker.linking.pairs import Pair


def two_measures(pair: Pair) -> bool:
    """Whether each tells a measure, none of them is told by both, and a word of the one rules out the other.

    风电场*发电*8.6亿千瓦时, *送往*城区6.8亿千瓦时.
    """
    one, other = pair.p.measures, pair.q.measures
    if not one or not other or not set(one).isdisjoint(other):
        return False
    return any(b in _rivals()[a] for a in one for b in other)


@cache
def _rivals() -> dict[str, frozenset[str]]:
    """Each measure with those that have a word for it which makes it another, or the other way round."""
    table = load("measures")["measures"]
    told = {name: frozenset(entry["told"].split()) for name, entry in table.items()}
    ruled = {name: frozenset(entry["not"].split()) for name, entry in table.items()}
    return {a: frozenset(b for b in told if ruled[a] & told[b] or ruled[b] & told[a]) for a in told}
