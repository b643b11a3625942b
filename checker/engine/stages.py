"""The steps that a driver takes apart and puts together again: no processes, no files, no cluster in them.

A run is: ``extracted`` over batches of articles; the census of all claims; ``candidates`` of each article, each under
the keys of its blocks; ``linked_within`` over each block, its members in order; ``judged`` over each connected group of
claims; and :func:`checker.judging.settle` over all that was found. What a step is given decides what it returns.
"""

from __future__ import annotations

from itertools import combinations, starmap
from typing import TYPE_CHECKING, NamedTuple

from checker.judging import judge
from checker.linking.blocks import parts
from checker.linking.facts import Between, facts_of
from checker.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.linking.blocks import Key
    from checker.linking.candidates import Candidate
    from checker.model import Article, Claim, Discrepancy, Extraction, Fact, Link
    from checker.rule import Rule
    from checker.settings import Settings


class Within(NamedTuple):
    """The links within a block, their ends indices of its members, and for how many members there was no room."""

    links: tuple[Link, ...]
    left_out: int


def extracted(articles: Iterable[Article], settings: Settings) -> Iterator[Extraction]:
    """Each article of a batch, extracted."""
    return (extract(article, settings) for article in articles)


def linked_within(block: Sequence[Candidate], key: Key, weight: Mapping[str, float]) -> Within:
    """The links of one block; its members stand in the order of all (``Candidate.order``).

    Two claims that share several blocks have the same link in each.
    """
    left: list[int] = []
    pairs = {pair: None for part in parts(block, key, left.append) for pair in combinations(part, 2)}
    links = starmap(Between(block, weight), pairs)
    return Within(tuple(link for link in links if link is not None), sum(left))


def judged(
    claims: Sequence[Claim], links: Iterable[Link], rules: Sequence[Rule]
) -> tuple[list[Fact], list[Discrepancy]]:
    """The facts of connected groups of claims, which stand in the order of all, and what fact rules find in them.

    The ends of ``links`` index ``claims``; growth claims that are told of a member stand among the claims.
    """
    facts = facts_of(claims, links)
    return facts, [d for fact in facts for d in judge(fact, rules)]
