"""Claims → pairs → links → facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.frozen import dataclass, replace
from checker.linking.blocks import pairs
from checker.linking.candidates import DIFFERENCE, by_article, candidate, stubs
from checker.linking.census import census
from checker.linking.other_facts.moments import moment_facts
from checker.linking.other_facts.names import name_facts
from checker.linking.other_facts.templates import template_facts
from checker.linking.pairs import Pair, linked
from checker.linking.ties import Ties
from checker.linking.wording.profile import alias_table
from checker.model import Fact, Kind, Link, Location

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.linking.candidates import Candidate
    from checker.model import Claim
    from checker.settings import Settings


# Why claims were not compared for which a block had no room.
CROWDED = "block-too-large"
_NOWHERE = Location(0, 0, 0, "")


@dataclass(frozen=True)
class Linked:
    """Facts in a fixed order, and how many pairs were refused, by reason."""

    facts: tuple[Fact, ...]
    not_assessable: Mapping[str, int]


def link(claims: Sequence[Claim], settings: Settings) -> Linked:
    """Groups the claims of a corpus into facts; claims in any order, the result always the same."""
    articles = by_article(claims)
    told, weight = candidates_of(articles, settings)
    refused: Counter[str] = Counter()
    linked_claims = [one.claim for one in told]
    facts = facts_of(linked_claims, _links(told, weight, refused))
    ordered = [c for own in articles for c in own]
    facts += [*name_facts(ordered), *moment_facts(ordered), *template_facts(ordered)]
    return Linked(tuple(facts), dict(sorted(refused.items())))


def candidates_of(articles: Sequence[list[Claim]], settings: Settings) -> tuple[list[Candidate], Mapping[str, float]]:
    """The linkable claims of all articles in their order, and what each word of their names weighs."""
    aliases = alias_table(settings)
    chosen = [(own, stubs(own, aliases)) for own in articles]
    counted = census([told for _, told in chosen])
    owner = counted.owner()
    told = (candidate(one, own[one.number], owner(own[0].article.title)) for own, found in chosen for one in found)
    return sorted(told, key=lambda one: one.order), counted.weight


def _links(told: Sequence[Candidate], weight: Mapping[str, float], refused: Counter[str]) -> Iterator[Link]:
    """The links between candidates, which stand in order; ``refused`` counts those that are refused, by reason."""
    between = Between(told, weight)
    for a, b in pairs(told, weight, lambda _, n: refused.update({CROWDED: n}), Ties(told).among):
        found = between(a, b)
        if found is not None:
            yield found
            if found.refusal:
                refused[found.refusal] += 1


def link_of(x: Candidate, y: Candidate, weight: Mapping[str, float], a: int = 0, b: int = 1) -> Link | None:
    """The link between two candidates, of which ``x`` stands first, with ``a`` and ``b`` as its ends; None if none."""
    return linked(Pair(x.claim, y.claim, x.profile, y.profile, weight, x.qualifies_as(y), x.stands_with(y)), a, b)


class Between:
    """Links candidates by their indices; what reprints tell alike is compared once.

    What a link between two articles depends on is all that their claims tell, and not which articles they are.
    """

    def __init__(self, told: Sequence[Candidate], weight: Mapping[str, float]) -> None:
        """The candidates, in order; ``weight``: of the words."""
        self._told, self._weight = told, weight
        number: dict[object, int] = {}
        printed = Counter(map(_words, told))
        whole = (_all_told(one) if printed[_words(one)] > 1 else n for n, one in enumerate(told))
        self._same = [number.setdefault(one, len(number)) for one in whole]
        self._again = {n for n, times in Counter(self._same).items() if times > 1}
        self._known: dict[tuple[int, int], Link | None] = {}

    def __call__(self, a: int, b: int) -> Link | None:
        """The link between two of them, of which ``a`` stands first; None if none."""
        x, y, ends = self._told[a], self._told[b], (self._same[a], self._same[b])
        if self._again.isdisjoint(ends) or x.claim.article.id == y.claim.article.id:
            return link_of(x, y, self._weight, a, b)
        if ends not in self._known:
            self._known[ends] = link_of(x, y, self._weight, a, b)
        found = self._known[ends]
        return None if found is None else replace(found, a=a, b=b)


def _words(one: Candidate) -> object:
    """The sentence of a candidate and its place there, which reprints have alike."""
    return one.claim.sentence.text, one.claim.figure.start


def _all_told(one: Candidate) -> object:
    """All that a candidate tells, but not where."""
    c = one.claim
    lead, whole = (at and at[1] for at in (c.lead, c.whole))
    alike = replace(c, article=replace(c.article, path="", id=""), location=_NOWHERE, lead=None, whole=None)
    return alike, lead, whole, one.profile, one.lead


def facts_of(claims: Sequence[Claim], links: Iterable[Link]) -> list[Fact]:
    """The connected groups of ``links``, whose ends index ``claims``; each fact with its claims in their order."""
    made = list(links)
    roots = _roots(len(claims), made)
    members: dict[int, list[int]] = {}
    for i, root in enumerate(roots):
        members.setdefault(root, []).append(i)
    own: dict[int, list[Link]] = {}
    for e in made:
        own.setdefault(roots[e.a], []).append(e)
    del made  # reprints are linked by the hundred thousand: each fact lets go of its own
    growth: dict[tuple[str, int], list[Claim]] = {}
    for c in claims:
        if c.lead is not None and (c.kind == Kind.GROWTH or c.role == DIFFERENCE):
            growth.setdefault(c.lead, []).append(c)
    return [_fact(claims, group, own.pop(root), growth) for root, group in members.items() if root in own]


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
