"""Names that differ by a slip → facts."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from checker.claims.skeletons import skeletons, variant
from checker.lexicon import words
from checker.model import Fact, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import ArticleRef, Claim

# A key that more distinct names share than this tells nothing.
_CROWD = 12
# A surname of one character and a given name of two.
_FULL = 3
# How many characters before a position tell whose it is.
_POST = 6
_CLAUSE = re.compile(r"[，。；：！？（）()\s]")
# Witnesses shown of each name.
_WITNESSES = 3


def name_facts(claims: Sequence[Claim]) -> list[Fact]:
    """One fact per pair of distinct names of which one can be a slip or a short form of the other.

    Two names that one sentence lists together are two things.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    persons: dict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.kind == Kind.NAME:
            (persons if c.metric.text else told)[c.text].append(c)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(told):
        for key in skeletons(name):
            blocks[key].append(name)
    found: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        if 1 < len(blocks[key]) <= _CROWD:
            found.update(combinations(sorted(set(blocks[key])), 2))
    facts = [fact for a, b in sorted(found) if (fact := _fact(a, b, told, variant(a, b)))]
    return facts + [fact for a, b in _misspelt(persons) if (fact := _fact(a, b, persons, "slip"))]


def _misspelt(persons: Mapping[str, Sequence[Claim]]) -> list[tuple[str, str]]:
    """Persons of one position, in articles about one thing, whose names of three characters differ in one given name.

    Two names that only differ in the last character may be of brothers, so that both must never stand in one article.
    """
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(persons):
        if len(name) == _FULL:
            for kept in (name[0] + name[1] + "*", name[0] + "*" + name[2]):
                for title in sorted({c.metric.text for c in persons[name]} - words("names", "of_many")):
                    blocks[kept, title].append(name)
    pairs = {pair for names in blocks.values() for pair in combinations(names, 2)}
    return [(a, b) for a, b in sorted(pairs) if _of_one_house(persons[a], persons[b])]


def _of_one_house(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether two persons are told of in different articles that are about one thing."""
    if {c.article.id for c in a} & {c.article.id for c in b}:
        return False
    about = [{name for c in told for name in (*_about(c.article), *_post(c))} for told in (a, b)]
    return bool(about[0] & about[1])


def _post(claim: Claim) -> list[str]:
    """What stands before a person's position and tells whose it is: *省统计局副局长、*新闻发言人."""
    text = claim.sentence.text
    at = text.find(claim.metric.text + claim.text)
    told = text[max(0, at - _POST) : max(0, at)]
    return [told] if len(told) == _POST and not _CLAUSE.search(told) else []


def _about(article: ArticleRef) -> list[str]:
    """What an article is about, its paper aside."""
    return [name for name in (*article.about, article.place) if name and name not in article.source]


def _fact(a: str, b: str, told: Mapping[str, Sequence[Claim]], how: str | None) -> Fact | None:
    if how is None or _side_by_side(told[a], told[b]):
        return None
    shown = sorted(
        [*told[a][:_WITNESSES], *told[b][:_WITNESSES]],
        key=lambda c: (c.article.published.isoformat() if c.article.published else "", c.article.id, c.start),
    )
    links = tuple(
        Link(i, j, 1.0, (how,), "", "same")
        for i, j in combinations(range(len(shown)), 2)
        if shown[i].text != shown[j].text
    )
    return Fact(f"{a}|{b}", tuple(shown), links)


def _side_by_side(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    where = {(c.article.id, c.sentence.index) for c in a}
    return any((c.article.id, c.sentence.index) in where for c in b)
