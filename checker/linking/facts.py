"""Pairs → links → facts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.lexicon import words
from checker.linking.blocks import pairs
from checker.linking.gate import gate
from checker.linking.kinship import Kinship, kinship
from checker.linking.names import name_facts
from checker.linking.profile import alias_table, profile, weights
from checker.linking.similarity import Likeness, likeness, overlap
from checker.model import Behaviour, Fact, Kind, Link, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.linking.profile import Profile
    from checker.model import Claim
    from checker.settings import Settings

# Two claims whose score is lower speak of different things.
THRESHOLD = 0.62
# Within one article the same words are repeated on purpose; less likeness than this is another thing.
_WITHIN = 0.9
_HALF = 0.4
_CERTAIN = 0.95
_TEMPLATE = 0.4
_SAME_FIRST = 0.72
# Sentences this alike speak of one thing though a common noun is all that names it.
_ALIKE = 0.3
_LINKABLE = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK, Kind.NUMBER})
_PER = frozenset({"人均", "户均", "日均", "月均", "年均", "亩均", "平均", "均价"})
_DIGITS = re.compile(r"[\d.,％%０-９一二三四五六七八九十百千万亿几数两零〇]+")


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
        found = _link(a, b, chosen, profiles, weight)
        if found is not None:
            links.append(found)
            if found.refusal:
                refused[found.refusal] += 1
    ordered = sorted(claims, key=lambda c: (c.article.id, c.start, c.end))
    return Linked((*_facts(chosen, links), *name_facts(ordered)), dict(sorted(refused.items())))


def _says_something(claim: Claim) -> bool:
    """Whether the words of a metric name anything: not 每人每年, not a lone character."""
    if claim.kind == Kind.NUMBER and not any(c in claim.text for c in "万亿"):
        return False
    return any(len(w) > 1 and not w.startswith("每") and w not in _PER for w in claim.metric.words)


def _owned(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those without an organisation given the one that another article names and this one's title is about."""
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


def _link(
    a: int, b: int, claims: Sequence[Claim], profiles: Sequence[Profile], weight: Mapping[str, float]
) -> Link | None:
    x, y, p, q = claims[a], claims[b], profiles[a], profiles[b]
    if p.group != q.group or (
        x.article.id == y.article.id and x.sentence.index == y.sentence.index and x.lead == y.key
    ):
        return None
    like, whole = _like(p, q, weight)
    if like.score < THRESHOLD / 2:
        return None
    score, reasons = like.score, list(like.reasons)
    score, why = _wholes(score, x, y, p, q, weight)
    reasons += why
    alike = sentence_likeness(x.sentence.text, y.sentence.text)
    if alike >= 0.5:
        score += (1 - score) * 0.6 * alike
        reasons.append(f"句子相近 {alike:.2f}")
    if like.score > _HALF and score < 1 and _equal(x, y):
        score += (1 - score) * 0.5
        reasons.append("数值相等")
    verbs = x.metric.verb and x.metric.verb == y.metric.verb
    if verbs and score < 1:
        score += (1 - score) * 0.15
        reasons.append(f"同为“{x.metric.verb}”")
    score, why = _predicates(score, x, y, alike)
    reasons += why
    if not whole:
        score, why = _subjects(score, x, y)
        reasons += why
    if p.group != "first" and bool(x.scope.org) != bool(y.scope.org):
        score *= 0.95 if x.scope.main or y.scope.main else 0.8
    if x.article.id == y.article.id and score < _WITHIN:
        return None
    if alike < _ALIKE and _bare(p, q, x, y):
        return None
    if score < THRESHOLD:
        return None
    if alike < _TEMPLATE and not _equal(x, y) and _indefinite(x, y, p):
        return None
    kin = kinship(x, y, alike)
    same_first = p.group == "first" and score >= _SAME_FIRST
    if (kin == Kinship.NONE and not same_first) or (kin == Kinship.WEAK and not _stands_alone(score, p, x, y)):
        return None
    g = gate(x, y, p, q)
    return Link(
        a,
        b,
        round(min(score, 1.0), 3),
        tuple(reasons),
        g.refusal,
        g.time,
        g.sure,
        round(alike, 3),
        kin == Kinship.STRONG,
    )


def _predicates(score: float, x: Claim, y: Claim, alike: float) -> tuple[float, list[str]]:
    """Lowers the score where the two counts are of things that did different things, or where a bare common noun is all there is."""
    a, b = x.metric.predicate[:8], y.metric.predicate[:8]
    if (a or b) and alike < 0.5:
        if a and b:
            shared = len(set(a) & set(b)) / max(len(set(a) | set(b)), 1)
            return score * (0.7 + 0.3 * shared), [f"谓语相近 {shared:.2f}"]
        return score * 0.85, ["一处另有谓语"]
    return score, []


def _stands_alone(score: float, p: Profile, x: Claim, y: Claim) -> bool:
    """Whether a metric's name is enough by itself: told as a level or an amount, equal on both sides, and no common noun."""
    if score < _CERTAIN or x.scope.part != y.scope.part or not (_definite(x) and _definite(y)):
        return False
    if p.group in ("first", "rank"):
        return True
    return not all(w in words("terms", "common") for w in p.words) and (len(p.words) > 1 or p.group == "quantity")


def _indefinite(x: Claim, y: Claim, p: Profile) -> bool:
    """Whether two counts without a stretch of time are of some and not of all there are, so that each can be right."""
    told = x.behaviour == y.behaviour == Behaviour.STOCK and x.status == y.status == Status.ACTUAL
    dated = all(c.period is not None and c.period.explicit and c.period.as_of for c in (x, y))
    return p.group == "quantity" and told and not dated and not (_definite(x) and _definite(y))


def _definite(claim: Claim) -> bool:
    """Whether a count is of all there are (企业达到9家, 共有9家企业), and not of some (9家企业参展)."""
    metric = claim.metric
    return not metric.event and (metric.level or not metric.counted)


def _subjects(score: float, x: Claim, y: Claim) -> tuple[float, list[str]]:
    """Lowers the score where the verbs have unlike subjects, or only one has any."""
    a, b = "".join(x.metric.subject), "".join(y.metric.subject)
    if a and b:
        shared = len(set(a) & set(b)) / min(len(set(a)), len(set(b)))
        return score * (0.6 + 0.4 * shared), [f"主语相近 {shared:.2f}"] if shared < 1 else []
    return (score * 0.7, ["一处另有主语"]) if a or b else (score, [])


def _bare(p: Profile, q: Profile, x: Claim, y: Claim) -> bool:
    """Whether nothing but a common noun (项目, 学校) names what is counted on one side, so that the sentences must agree too."""
    common = words("terms", "common")
    totals = words("terms", "totals")
    named = x.metric.verb in totals or y.metric.verb in totals
    named = named or (x.scope.levels and y.scope.levels)
    named = named or (x.metric.verb.startswith("新") and x.metric.verb == y.metric.verb)
    shorter = min(((*p.subject, *p.words), (*q.subject, *q.words)), key=len)
    return not named and (
        shorter[0:2] in {(w,) for w in common} or all(w in words("terms", "attributes") for w in shorter)
    )


def _like(p: Profile, q: Profile, weight: Mapping[str, float]) -> tuple[Likeness, bool]:
    """The likeness of two metric names, and whether their verbs' subjects were part of the comparison.

    What one paper puts before the verb another puts into the name: 课后服务参与学生, 参加课后服务的学生.
    """
    if p.group == "first":
        return overlap(p.words, q.words, weight), True
    plain = likeness(p.words, q.words, weight)
    if p.subject == q.subject or plain.score == 1:
        return plain, False
    full = likeness((*p.subject, *p.words), (*q.subject, *q.words), weight)
    return (full, True) if full.score > plain.score else (plain, False)


def _equal(x: Claim, y: Claim) -> bool:
    """Whether two claims state one and the same number of at least three digits: a coincidence is unlikely."""
    a, b = (c.value.point if c.value else None for c in (x, y))
    return a is not None and a == b and len(str(a.numerator).rstrip("0")) > 2


def _wholes(
    score: float, x: Claim, y: Claim, p: Profile, q: Profile, weight: Mapping[str, float]
) -> tuple[float, list[str]]:
    """Lowers the score of parts of different wholes, and of a part against what is told by itself."""
    if p.whole and q.whole:
        like = likeness(p.whole, q.whole, weight)
        return score * (0.5 + 0.5 * like.score), [f"总数相近 {like.score:.2f}"]
    if x.scope.part and y.scope.part:
        return score * 0.7, ["总数不明"]
    if p.whole or q.whole:
        part = p if p.whole else q
        bare = all(w in words("terms", "common") for w in part.words)
        return score * (0.6 if bare else 0.95), ["一处为其中项"]
    return score, []


@lru_cache(maxsize=16384)
def _bigrams(text: str) -> frozenset[str]:
    plain = _DIGITS.sub("0", text)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))


def sentence_likeness(a: str, b: str) -> float:
    """How alike two sentences are but for their numbers: shared character pairs over all, 0..1.

    >>> sentence_likeness("现有企业12家", "现有企业15家")
    1.0
    """
    x, y = _bigrams(a), _bigrams(b)
    return len(x & y) / len(x | y) if x and y else 0.0


def _facts(claims: Sequence[Claim], links: Sequence[Link]) -> list[Fact]:
    """The connected groups of links, each with its claims in order."""
    parent = list(range(len(claims)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for e in links:
        ra, rb = root(e.a), root(e.b)
        if ra != rb:
            parent[max(ra, rb)] = min(ra, rb)
    members: dict[int, list[int]] = {}
    for i in range(len(claims)):
        members.setdefault(root(i), []).append(i)
    own: dict[int, list[Link]] = {}
    for e in links:
        own.setdefault(root(e.a), []).append(e)
    growth: dict[tuple[str, int], list[Claim]] = {}
    for c in claims:
        if c.lead is not None and c.kind == Kind.GROWTH:
            growth.setdefault(c.lead, []).append(c)
    facts = []
    for r, group in members.items():
        if r not in own:
            continue
        at = {i: k for k, i in enumerate(group)}
        edges = sorted(
            (Link(at[e.a], at[e.b], e.score, e.reasons, e.refusal, e.time, e.sure, e.alike, e.strong) for e in own[r]),
            key=lambda e: (e.a, e.b),
        )
        first = claims[group[0]]
        beside = tuple(c for i in group for c in growth.get(claims[i].key, ()))
        facts.append(Fact(f"{first.article.id}:{first.start}", tuple(claims[i] for i in group), tuple(edges), beside))
    return facts
