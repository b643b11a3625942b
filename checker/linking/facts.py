"""Claims → pairs → links → facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.linking.blocks import pairs
from checker.linking.moments import moment_facts
from checker.linking.names import name_facts
from checker.linking.pairs import Pair, linked
from checker.linking.profile import alias_table, profile, weights
from checker.linking.templates import template_facts
from checker.model import Fact, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim
    from checker.settings import Settings

_LINKABLE = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK, Kind.NUMBER})
_PER = frozenset({"人均", "户均", "日均", "月均", "年均", "亩均", "平均", "均价"})

# No claim has this key.
_NONE = ("", -1)


@dataclass(frozen=True)
class Linked:
    """Facts in a fixed order, and how many pairs were refused, by reason."""

    facts: tuple[Fact, ...]
    not_assessable: Mapping[str, int]


def link(claims: Sequence[Claim], settings: Settings) -> Linked:
    """Groups the claims of a corpus into facts; claims in any order, the result always the same."""
    chosen = sorted(
        (c for c in claims if c.kind in _LINKABLE and _says_something(c)),
        key=lambda c: (c.article.published.isoformat() if c.article.published else "", c.article.id, c.start),
    )
    chosen = _owned(chosen)
    aliases = alias_table(settings)
    by_key = {c.key: c for c in chosen}
    wholes = [by_key[c.whole].metric.words if c.whole in by_key else () for c in chosen]
    profiles = [profile(c, w, aliases) for c, w in zip(chosen, wholes, strict=True)]
    weight = weights(profiles)
    refused: Counter[str] = Counter()
    links: list[Link] = []
    for a, b in pairs(chosen, profiles, weight, lambda n: refused.update({"block-too-large": n})):
        x, y = chosen[a], chosen[b]
        anchored = x.kind == y.kind and _one_amount(by_key.get(x.lead or _NONE), by_key.get(y.lead or _NONE))
        found = linked(Pair(x, y, profiles[a], profiles[b], weight, anchored), a, b)
        if found is not None:
            links.append(found)
            if found.refusal:
                refused[found.refusal] += 1
    ordered = sorted(claims, key=lambda c: (c.article.id, c.start, c.end))
    facts = (*_facts(chosen, links), *name_facts(ordered), *moment_facts(ordered), *template_facts(ordered))
    return Linked(facts, dict(sorted(refused.items())))


def _one_amount(a: Claim | None, b: Claim | None) -> bool:
    """Whether two amounts are one written number of at least three digits, in one unit."""
    if a is None or b is None or a.value is None or b.value is None or a.value.unit != b.value.unit:
        return False
    x, y = a.value.point, b.value.point
    return x is not None and x == y and len(str(x.numerator).rstrip("0")) > 2


def _says_something(claim: Claim) -> bool:
    """Whether the words of a metric name anything: not 每人每年, not a lone character."""
    if claim.value is not None and claim.value.unit == "岁" and claim.text.endswith(("以上", "以下", "以内")):
        return False  # whom a count is of, and none: 60岁及以上老年人口41.8万人
    if claim.kind == Kind.NUMBER and not any(c in claim.text for c in "万亿"):
        return False
    return any(len(w) > 1 and not w.startswith("每") and w not in _PER for w in claim.metric.words)


def _owned(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in their order, an organisation given to those that name none.

    It is the one that another article names and this one's title is about.
    """
    told: dict[str, set[str]] = {}
    for c in claims:
        if len(c.scope.org) > 2:
            told.setdefault(c.scope.org, set()).add(c.article.id)
    known = sorted(told, key=lambda n: (-len(told[n]), -len(n), n))
    titles = {c.article.title for c in claims if not c.scope.org}
    about = {t: next((n for n in known if n in t), "") for t in titles}
    return [
        replace(c, scope=replace(c.scope, org=about[c.article.title]))
        if not c.scope.org and not c.scope.explicit and about.get(c.article.title)
        else c
        for c in claims
    ]


def _facts(claims: Sequence[Claim], links: Sequence[Link]) -> list[Fact]:
    """The connected groups of links, each with its claims in order."""
    roots = _roots(len(claims), links)
    members: dict[int, list[int]] = {}
    for i, root in enumerate(roots):
        members.setdefault(root, []).append(i)
    own: dict[int, list[Link]] = {}
    for e in links:
        own.setdefault(roots[e.a], []).append(e)
    growth: dict[tuple[str, int], list[Claim]] = {}
    for c in claims:
        if c.lead is not None and c.kind == Kind.GROWTH:
            growth.setdefault(c.lead, []).append(c)
    return [_fact(claims, group, own[root], growth) for root, group in members.items() if root in own]


def _roots(n: int, links: Sequence[Link]) -> list[int]:
    """For each of ``n`` claims the first one that links connect it to, itself where none does."""
    parent = list(range(n))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for e in links:
        a, b = root(e.a), root(e.b)
        parent[max(a, b)] = min(a, b)
    return [root(i) for i in range(n)]


def _fact(
    claims: Sequence[Claim],
    group: Sequence[int],
    links: Sequence[Link],
    growth: Mapping[tuple[str, int], Sequence[Claim]],
) -> Fact:
    """One group as a fact, its links renumbered."""
    at = {i: k for k, i in enumerate(group)}
    edges = sorted((replace(e, a=at[e.a], b=at[e.b]) for e in links), key=lambda e: (e.a, e.b))
    first = claims[group[0]]
    beside = tuple(c for i in group for c in growth.get(claims[i].key, ()))
    return Fact(f"{first.article.id}:{first.start}", tuple(claims[i] for i in group), tuple(edges), beside)
