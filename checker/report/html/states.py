"""How each figure of an article fared: disputed, found consistent, compared, or not assessable, and against what."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

from checker.disputes import clash, strain
from checker.frozen import dataclass
from checker.model import Claim, Kind, Verdict
from checker.report.rate import COUNTED
from checker.report.text import ASIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Discrepancy, Fact, Link, Report

Key = tuple[str, int, int]


class State(StrEnum):
    """How a figure fared.

    ``consistent``: another claim of the same thing agrees with it. ``compared``: it was compared with another, which
    differs and which time or wording explains. ``open``: not assessable.
    """

    DISPUTED = "disputed"
    CONSISTENT = "consistent"
    COMPARED = "compared"
    OPEN = "open"


@dataclass(frozen=True)
class Peer:
    """Another claim that may speak of the same thing; ``refusal``: why the two were not compared, "" if they were."""

    claim: Claim
    refusal: str = ""
    agrees: bool = False


@dataclass(frozen=True)
class Standing:
    """How a figure fared, the first reason if it could not be assessed, and its peers, the comparable ones first."""

    state: State
    reason: str = ""
    peers: tuple[Peer, ...] = ()


def key(claim: Claim) -> Key:
    """What a claim's standing is found by."""
    return claim.article.id, claim.start, claim.end


def standings(report: Report) -> dict[Key, Standing]:
    """The standing of every figure that was read or reported."""
    peers = _peers(report.facts)
    marked = _marks(report.discrepancies)
    claims = {key(c): c for e in report.extractions for c in e.claims}
    claims.update((key(c), c) for d in report.discrepancies for c in d.claims)
    return {k: _standing(c, marked.get(k), peers.get(k, [])) for k, c in claims.items()}


def _standing(claim: Claim, mark: State | None, peers: list[Peer]) -> Standing:
    told = tuple(sorted(peers, key=lambda p: (bool(p.refusal), not p.agrees)))
    if mark is not None:
        return Standing(mark, "", told)
    if any(p.agrees for p in told):
        return Standing(State.CONSISTENT, "", told)
    if any(not p.refusal for p in told):
        return Standing(State.COMPARED, "", told)
    if told:
        return Standing(State.OPEN, told[0].refusal, told)
    return Standing(State.OPEN, "aside" if claim.kind in ASIDE else "alone" if claim.metric.text else "nameless")


def _marks(found: Iterable[Discrepancy]) -> dict[Key, State]:
    """The state that reports give to the claims they name; a dispute outweighs what time explains."""
    told: dict[Key, State] = {}
    for d in found:
        settled = d.verdict is Verdict.SUPERSEDED or d.state not in COUNTED
        for c in d.claims:
            if not settled:
                told[key(c)] = State.DISPUTED
            else:
                told.setdefault(key(c), State.COMPARED)
    return told


def _peers(facts: Iterable[Fact]) -> dict[Key, list[Peer]]:
    told: dict[Key, list[Peer]] = defaultdict(list)
    for fact in facts:
        for e in fact.links:
            a, b = fact.claims[e.a], fact.claims[e.b]
            agrees = _agree(e, a, b)
            told[key(a)].append(Peer(b, e.refusal, agrees))
            told[key(b)].append(Peer(a, e.refusal, agrees))
    return told


def _agree(link: Link, a: Claim, b: Claim) -> bool:
    """Whether two compared claims can both be right as they stand."""
    if link.refusal or a.kind is Kind.NAME:
        return False
    if a.value is None or b.value is None:
        return a.text == b.text
    return not clash(a, b) and not strain(a, b)
