"""Extractions → candidates with their keys; candidates of one block → links."""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING, Any

from checker.codec import decode, encode
from checker.engine.spark.positions import position
from checker.engine.spark.tables import SEPARATOR
from checker.linking.blocks import keys_of
from checker.linking.candidates import DIFFERENCE, Candidate, by_article, candidate, stubs
from checker.linking.facts import link_of
from checker.linking.wording.profile import alias_table
from checker.model import Claim, Extraction, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.linking.census import Census
    from checker.settings import Settings

Row = dict[str, Any]


def members(rows: Iterable[Row], census: Census, settings: Settings) -> Iterator[Row]:
    """The candidates of each extraction (``data``) as rows of :data:`MEMBERS`."""
    owner, weight, aliases = census.owner(), census.weight, alias_table(settings)
    for row in rows:
        for claims in by_article(decode(Extraction, row["data"]).claims):
            whose = owner(claims[0].article.title)
            told = [candidate(stub, claims[stub.number], whose) for stub in stubs(claims, aliases)]
            yield from _of_article(told, weight)


def _of_article(told: list[Candidate], weight: Mapping[str, float]) -> Iterator[Row]:
    growth: dict[tuple[str, int], list[int]] = {}
    for n, one in enumerate(told):
        if one.claim.lead is not None and (one.claim.kind == Kind.GROWTH or one.claim.role == DIFFERENCE):
            growth.setdefault(one.claim.lead, []).append(n)
    for n, one in enumerate(told):
        beside = growth.get(one.claim.key, ())
        yield {
            "position": position(one.order, n),
            "keys": [SEPARATOR.join(key) for key in keys_of(one, weight)],
            "words": sorted(set(one.profile.words)),
            "scope": SEPARATOR.join((one.claim.scope.place, one.claim.scope.org)),
            "data": encode(Candidate, one),
            "places": [position(told[k].order, k) for k in beside],
            "beside": encode(tuple[Claim, ...], tuple(told[k].claim for k in beside)) if beside else None,
        }


def links(rows: Iterable[Row], census: Census) -> Iterator[Row]:
    """The links within blocks: rows sorted by ``block`` and position, each with all ``blocks`` of its candidate.

    A pair that meets in several blocks is looked at in the first of them.
    """
    weight = census.weight
    for block, group in groupby(rows, key=lambda row: row["block"]):
        told = [(row["position"], frozenset(row["blocks"]), decode(Candidate, row["data"])) for row in group]
        for (a, among, x), (b, others, y) in combinations(told, 2):
            if min(among & others) == block and (link := link_of(x, y, weight)) is not None:
                yield {
                    "a": a,
                    "b": b,
                    "score": link.score,
                    "reasons": list(link.reasons),
                    "refusal": link.refusal,
                    "time": link.time,
                    "sure": link.sure,
                    "alike": link.alike,
                    "strong": link.strong,
                    "narrower": link.narrower,
                    "odds": link.odds,
                }
