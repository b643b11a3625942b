"""Blocking keys: only claims that share one are ever looked at as a pair."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.linking.profile import Profile
    from checker.model import Claim

# A block larger than this is split by finer keys; what no key splits is reported as not assessable.
BOUND = 240
_WORDS = 6


def keys(p: Profile, weight: Mapping[str, float]) -> list[tuple[str, ...]]:
    """The keys of a claim: its sort of number and dimension with each of its distinguishing words."""
    if not p.words:
        return []
    most = len(p.words) if p.group == "first" else _WORDS  # what is first is described at very different length
    chosen = sorted(set(p.words), key=lambda w: (-weight.get(w, 1.0), w))[:most]
    return [(p.group, p.dimension, w) for w in sorted({*chosen, p.head})]


def equal_number_keys(claim: Claim, p: Profile) -> list[tuple[str, ...]]:
    """The keys under which equal numbers meet whatever their metric is called: their value, where it is rare enough."""
    v = claim.value
    if v is None or v.point is None or not p.words:
        return []
    digits = str(abs(v.point.numerator)).rstrip("0")
    return [("=", str(v.point), p.group)] if len(digits) > 1 else []


def pairs(
    claims: Sequence[Claim], profiles: Sequence[Profile], weight: Mapping[str, float], too_large: Callable[[int], None]
) -> Iterator[tuple[int, int]]:
    """Each pair of indices that shares a block, once, ``a < b``."""
    seen: set[int] = set()
    n = len(claims)
    for members in _blocks(claims, profiles, weight, too_large):
        for a, b in combinations(members, 2):
            code = a * n + b
            if code not in seen:
                seen.add(code)
                yield a, b


def _blocks(
    claims: Sequence[Claim], profiles: Sequence[Profile], weight: Mapping[str, float], too_large: Callable[[int], None]
) -> Iterator[list[int]]:
    table: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        for key in keys(p, weight):
            table[key].append(i)
        for key in equal_number_keys(claims[i], p):
            table[key].append(i)
    for key in sorted(table):
        members = table[key]
        if 1 < len(members) <= BOUND:
            yield members
        elif len(members) > BOUND:
            yield from _split(members, claims, profiles, key, too_large)


def _split(
    members: Sequence[int],
    claims: Sequence[Claim],
    profiles: Sequence[Profile],
    key: tuple[str, ...],
    too_large: Callable[[int], None],
) -> Iterator[list[int]]:
    """A block too large to compare in full, split by a second word of the metric, then by the scope."""
    finer: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in members:
        rest = sorted(set(profiles[i].words) - set(key))
        for w in rest or [""]:
            finer[w,].append(i)
    for second in sorted(finer):
        part = finer[second]
        if len(part) < 2:
            continue
        if len(part) <= BOUND:
            yield part
            continue
        scoped: dict[tuple[str, str], list[int]] = defaultdict(list)
        for i in part:
            scoped[claims[i].scope.place, claims[i].scope.org].append(i)
        for scope in sorted(scoped):
            last = scoped[scope]
            if len(last) > BOUND:
                too_large(len(last) - BOUND)
            yield last[:BOUND]
