"""A metric's name → the facts that it names, each as its claims in order of the day they speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from enum import IntEnum
from typing import TYPE_CHECKING

from checker.disputes import known_on
from checker.frozen import dataclass
from checker.linking.wording.profile import alias_table, canonical, profile, weights
from checker.linking.wording.similarity import likeness
from checker.model import Claim, Fact, Kind, Level, Status, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.linking.wording.profile import Profile
    from checker.model import Discrepancy
    from checker.settings import Settings

# Names less alike than this are suggested at most, never shown.
NEAR = 0.62
MOST = 5
# Claims linked with this score go by one name, however each paper words it.
FIRM = 0.8
DISPUTED, SUPERSEDED = "争议", "更新"
# The kinds of figures that are told of a metric and compared by it.
COMPARED = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK, Kind.NUMBER})

Key = tuple[str, int]


class Match(IntEnum):
    """How a metric's name meets the name that was asked for."""

    NONE = 0
    NEAR = 1
    CONTAINED = 2
    EXACT = 3


@dataclass(frozen=True)
class Entry:
    """A claim on the timeline: the day it speaks of, ``marks`` as (word, code of the rule), growth told of it."""

    claim: Claim
    day: date | None
    marks: tuple[tuple[str, str], ...] = ()
    growth: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Section:
    """One fact on the timeline: the name most used for it, how well that meets the question, its claims by day.

    ``entries`` hold the claims of ``fact`` that go by this name.
    """

    name: str
    match: Match
    score: float
    fact: Fact
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Timeline:
    """The best sections for a metric, how many more there are, and other names near to it if there are none."""

    metric: str
    sections: tuple[Section, ...]
    more: int = 0
    near: tuple[str, ...] = ()


def name(claim: Claim) -> str:
    """The metric of a claim with its levels: 省级以上专精特新企业."""
    return "".join((*claim.scope.levels, claim.metric.text))


def day_of(claim: Claim) -> date | None:
    """The day a claim speaks of: the end of its period, else its publication; None if neither is known.

    A result is known by the day it is printed, though its period goes on.
    """
    end, published = claim.period.end if claim.period else None, claim.article.published
    if end is not None and published is not None and claim.status == Status.ACTUAL:
        return min(end, published)
    return end or published


def timeline(
    metric: str, claims: Sequence[Claim], facts: Sequence[Fact], settings: Settings, *, most: int = MOST
) -> Timeline:
    """The facts whose metric is named so, best first, at most ``most`` of them; a claim linked to none stands alone.

    >>> from checker.settings import Settings
    >>> timeline("算力规模", [], [], Settings())
    Timeline(metric='算力规模', sections=(), more=0, near=())
    """
    told = [c for c in claims if c.kind in COMPARED and c.metric.text]
    matched = _matches(metric, told, settings)
    growth = _growth(told)
    found = []
    for fact in (*facts, *_alone(told, facts, matched)):
        found += [_section(fact, part, matched, growth) for part in _parts(fact, matched)]
    shown: list[Section] = []
    beside: set[Key] = set()
    for section in sorted(found, key=_order):
        if any(e.claim.key not in beside for e in section.entries):
            shown.append(section)
            beside.update(g.key for e in section.entries for g in e.growth)
    near = () if shown else _suggestions(metric, told)
    return Timeline(metric, tuple(shown[:most]), max(len(shown) - most, 0), near)


def marked(told: Timeline, found: Iterable[Discrepancy]) -> Timeline:
    """The timeline with the marks of what rules found: a value that is disputed, one that a later one supersedes.

    The latest value of a discrepancy that time explains supersedes and has no mark, and a disputed value is that alone.
    """
    marks: dict[Key, list[tuple[str, str]]] = defaultdict(list)
    for d in found:
        for key, mark in _marks(d):
            marks[key].append(mark)

    def entry(e: Entry) -> Entry:
        own = sorted({m for key in (e.claim.key, *(g.key for g in e.growth)) for m in marks.get(key, ())})
        disputed = [m for m in own if m[0] == DISPUTED]
        return replace(e, marks=tuple(disputed or own))

    return replace(told, sections=tuple(replace(s, entries=tuple(entry(e) for e in s.entries)) for s in told.sections))


def _marks(d: Discrepancy) -> Iterator[tuple[Key, tuple[str, str]]]:
    if d.verdict == Verdict.SUPERSEDED:
        days = {c.key: known_on(c) for c in d.claims}
        last = max((x for x in days.values() if x is not None), default=None)
        for key, told_on in days.items():
            if last is not None and told_on is not None and told_on < last:
                yield key, (SUPERSEDED, d.code)
    elif d.level != Level.NOTE:
        for c in d.claims:
            yield c.key, (DISPUTED, d.code)


def _matches(metric: str, claims: Sequence[Claim], settings: Settings) -> dict[Key, tuple[Match, float]]:
    """How well each claim's name meets the question, NONE left out; each distinct name is looked at once."""
    aliases = alias_table(settings)
    asked = canonical(aliases.get(metric, metric))
    weight = weights(profile(c, (), aliases) for c in claims)
    known: dict[tuple[str, ...], tuple[Match, float]] = {}
    found: dict[Key, tuple[Match, float]] = {}
    for c in claims:
        text = aliases.get(c.metric.text, c.metric.text)
        levels = "".join(c.scope.levels)
        forms = tuple(dict.fromkeys((text, levels + text, c.scope.place + text, c.scope.place + levels + text)))
        if forms not in known:
            known[forms] = max(_meets(metric, asked, form, weight) for form in forms)
        if known[forms][0] != Match.NONE:
            found[c.key] = max(known[forms], found.get(c.key, (Match.NONE, 0.0)))
    return found


def _meets(metric: str, asked: tuple[str, ...], form: str, weight: Mapping[str, float]) -> tuple[Match, float]:
    words = canonical(form)
    if form == metric or (words and "".join(words) == "".join(asked)):
        return Match.EXACT, 1.0
    score = likeness(asked, words, weight).score
    if metric in form or (asked and "".join(asked) in "".join(words)):
        return Match.CONTAINED, score
    return (Match.NEAR, score) if score >= NEAR else (Match.NONE, 0.0)


def _growth(claims: Iterable[Claim]) -> dict[Key, list[Claim]]:
    told: dict[Key, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.kind == Kind.GROWTH and c.lead is not None:
            told[c.lead].append(c)
    return told


def _alone(claims: Sequence[Claim], facts: Sequence[Fact], matched: Mapping[Key, object]) -> Iterator[Fact]:
    """The claims that were asked for and that no fact holds, those of one name, scope and unit together."""
    linked = {c.key for f in facts for c in f.claims}
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in claims:
        if c.key in matched and c.key not in linked:
            p: Profile = profile(c, (), {})
            groups[c.scope.text, p.words, p.group, p.dimension].append(c)
    for group in groups.values():
        yield Fact(f"{group[0].article.id}:{group[0].start}", tuple(group), ())


def _parts(fact: Fact, matched: Mapping[Key, tuple[Match, float]]) -> Iterator[list[Claim]]:
    """The claims of a fact that go by one name, with those firmly linked to them; the best part first.

    A chain of weak links may lead far away: from 生产总值 over 单位生产总值能耗.
    """
    firm: dict[int, set[int]] = defaultdict(set)
    for e in fact.links:
        if e.score >= FIRM and e.refusal != "scope":
            firm[e.a].add(e.b)
            firm[e.b].add(e.a)
    left = dict.fromkeys(range(len(fact.claims)))
    named: dict[tuple[Match, float], list[int]] = defaultdict(list)
    for n, c in enumerate(fact.claims):
        if c.key in matched:
            named[matched[c.key]].append(n)
    for best in sorted(named, reverse=True):
        core = [n for n in named[best] if n in left]
        part = sorted({*core, *(n for m in core for n in firm[m] if n in left)})
        if part:
            yield [fact.claims[n] for n in part]
        for n in part:
            del left[n]


def _section(
    fact: Fact,
    claims: Sequence[Claim],
    matched: Mapping[Key, tuple[Match, float]],
    growth: Mapping[Key, Sequence[Claim]],
) -> Section:
    best = max(matched[c.key] for c in claims if c.key in matched)
    names = Counter(name(c) for c in claims if matched.get(c.key) == best)
    most = min(names, key=lambda n: (-names[n], n))
    entries = [Entry(c, day_of(c), (), tuple(growth.get(c.key, ()))) for c in claims]
    return Section(most, best[0], best[1], fact, tuple(sorted(entries, key=_by_day)))


def _by_day(e: Entry) -> tuple[object, ...]:
    c = e.claim
    return (e.day is None, str(e.day), str(c.article.published or "9"), c.article.id, c.start)


def _order(s: Section) -> tuple[object, ...]:
    first = s.entries[0].claim
    return (-s.match, -s.score, not s.fact.links, first.kind == Kind.GROWTH, -len(s.entries), s.fact.id, first.end)


def _suggestions(metric: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Names that are near by their characters, the nearest first."""
    return tuple(get_close_matches(metric, sorted({name(c) for c in claims}), n=5, cutoff=0.3))
