"""Two places → each pair of figures of one sort, with all that speaks for and against comparing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.linking.gate import gate
from checker.linking.whose.kinship import kinship
from checker.linking.wording.profile import alias_table, profile, weights
from checker.linking.wording.similarity import likeness
from checker.model import Claim, Fact, Link
from checker.timeline import COMPARED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.linking.wording.profile import Profile
    from checker.model import Extraction
    from checker.settings import Settings


@dataclass(frozen=True)
class Pair:
    """Two figures with all that was found of their likeness; ``link`` None where they were not linked."""

    a: Claim
    b: Claim
    words: tuple[tuple[str, ...], tuple[str, ...]]
    score: float
    met: tuple[str, ...]
    only: tuple[tuple[str, ...], tuple[str, ...]]
    kin: int
    refusal: str
    time: str
    sure: bool
    fact: Fact | None
    link: Link | None

    @property
    def related(self) -> bool:
        """Whether anything at all speaks for one metric."""
        return self.fact is not None or self.score > 0


def pairs(
    left: Sequence[Claim],
    right: Sequence[Claim],
    extractions: Sequence[Extraction],
    facts: Sequence[Fact],
    settings: Settings,
) -> list[Pair]:
    """All pairs of one kind and dimension, or all there are if none is; the most alike first."""
    aliases = alias_table(settings)
    claims = [c for e in extractions for c in e.claims if c.kind in COMPARED and c.metric.text]
    by_key = {c.key: c for c in claims}

    def profiled(c: Claim) -> Profile:
        return profile(c, by_key[c.whole].metric.words if c.whole in by_key else (), aliases)

    weight = weights(map(profiled, claims))
    both = {tuple(sorted((x.key, y.key))): (x, y) for x in left for y in right if x.key != y.key}
    profiles = {c.key: profiled(c) for c in (*left, *right)}
    alike = [
        (x, y)
        for x, y in both.values()
        if (profiles[x.key].group, profiles[x.key].dimension) == (profiles[y.key].group, profiles[y.key].dimension)
    ]
    told = [_pair(x, y, profiles, weight, facts) for x, y in alike or both.values()]
    return sorted(told, key=lambda p: (p.link is None, p.fact is None, -p.score, p.a.start, p.b.start))


def nearest(
    sought: Sequence[Claim], told: Sequence[Claim], facts: Sequence[Fact], settings: Settings
) -> dict[tuple[str, int], Pair]:
    """For each claim of ``sought`` that has any, the claim of ``told`` that is most like it, by the key of the first.

    What it is linked with goes before all else, then what shares a word of its name and its unit.
    """
    aliases = alias_table(settings)
    known = {c.key: c for c in (*told, *sought)}

    def profiled(c: Claim) -> Profile:
        return profile(c, known[c.whole].metric.words if c.whole in known else (), aliases)

    profiles = {c.key: profiled(c) for c in (*told, *sought) if c.kind in COMPARED and c.metric.text}
    weight = weights(profiles.values())
    holders: dict[str, list[Claim]] = {}
    for c in told:
        for word in sorted(set(profiles[c.key].words)) if c.key in profiles else ():
            holders.setdefault(word, []).append(c)
    made = {}
    for c in sought:
        if c.key not in profiles:
            continue
        own = profiles[c.key]
        near = {x.key: x for x in _linked_with(c, facts) if x.key in known and x.key in profiles and x.key != c.key}
        near |= {x.key: x for word in sorted(set(own.words)) for x in holders.get(word, ())}
        same = [
            x for x in near.values() if (profiles[x.key].group, profiles[x.key].dimension) == (own.group, own.dimension)
        ]
        pairs_of = [_pair(c, x, profiles, weight, facts) for x in same or near.values()]
        if pairs_of:
            made[c.key] = min(pairs_of, key=lambda p: (p.link is None, bool(p.refusal), -p.score, p.b.key))
    return made


def _linked_with(claim: Claim, facts: Sequence[Fact]) -> list[Claim]:
    """The claims that linking found to speak of the same thing."""
    for fact in facts:
        at = next((n for n, c in enumerate(fact.claims) if c.key == claim.key), None)
        if at is not None:
            return [fact.claims[e.b if e.a == at else e.a] for e in fact.links if at in (e.a, e.b)]
    return []


def _pair(
    a: Claim,
    b: Claim,
    profiles: Mapping[tuple[str, int], Profile],
    weight: Mapping[str, float],
    facts: Sequence[Fact],
) -> Pair:
    p, q = profiles[a.key], profiles[b.key]
    like = likeness(p.words, q.words, weight)
    fact, found, x, y = _joined(a, b, facts)
    held = gate(x, y, p, q)
    kin = kinship(x, y, _alike(a.sentence.text, b.sentence.text))
    met = tuple(w for w in dict.fromkeys(p.words) if w in q.words)
    soft = tuple(r for r in like.reasons if "≈" in r)
    only = (like.only_a, like.only_b) if met or soft else (p.words, q.words)
    return Pair(
        a,
        b,
        (p.words, q.words),
        like.score,
        (*met, *soft),
        only,
        int(kin),
        held.refusal,
        held.time,
        held.sure,
        fact,
        found,
    )


def _joined(a: Claim, b: Claim, facts: Sequence[Fact]) -> tuple[Fact | None, Link | None, Claim, Claim]:
    """The fact that holds both, their link, and both as linking saw them."""
    for fact in facts:
        at = {c.key: n for n, c in enumerate(fact.claims)}
        if a.key in at and b.key in at:
            ends = {at[a.key], at[b.key]}
            link = next((e for e in fact.links if {e.a, e.b} == ends), None)
            return fact, link, fact.claims[at[a.key]], fact.claims[at[b.key]]
    return None, None, a, b


def _alike(a: str, b: str) -> float:
    """How alike two sentences are but for their numbers: shared pairs of characters over all."""
    plain = ["".join(c for c in text if not c.isdigit()) for text in (a, b)]
    x, y = ({text[i : i + 2] for i in range(len(text) - 1)} for text in plain)
    return len(x & y) / len(x | y) if x and y else 0.0
