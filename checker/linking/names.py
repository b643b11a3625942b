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
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from checker.model import ArticleRef, Claim

# A key that more distinct names share than this tells nothing.
CROWD = 12
# A surname of one character and a given name of two.
_FULL = 3
# How many characters before a position tell whose it is.
_POST = 6
_CLAUSE = re.compile(r"[，。；：！？（）()\s]")
# Witnesses shown of each name.
WITNESSES = 3


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
    found = {pair for key in blocks for pair in similar(blocks[key])}
    titles = {name: {c.metric.text for c in own} for name, own in persons.items()}
    facts = [institution(a, b, told[a], told[b]) for a, b in sorted(found)]
    facts += [person(a, b, persons[a], persons[b]) for a, b in misspelt(titles)]
    return [fact for fact in facts if fact is not None]


def similar(block: Collection[str]) -> Iterator[tuple[str, str]]:
    """The pairs of the names that share a skeleton, in order within each; none of a crowd."""
    names = sorted(set(block))
    return combinations(names, 2) if len(names) <= CROWD else iter(())


def institution(a: str, b: str, one: Sequence[Claim], other: Sequence[Claim]) -> Fact | None:
    """The fact of two names of institutions that can be one, each with its claims in order of article and place."""
    return _fact(a, b, one, other, variant(a, b))


def person(a: str, b: str, one: Sequence[Claim], other: Sequence[Claim]) -> Fact | None:
    """The fact of two names of persons, as :func:`misspelt` pairs them, where both are of one house."""
    return _fact(a, b, one, other, "slip") if _of_one_house(one, other) else None


def misspelt(titles: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
    """Persons of one position, in articles about one thing, whose names of three characters differ in one given name.

    ``titles``: the positions told of each name. Two names that only differ in the last character may be of brothers,
    so that both must never stand in one article.
    """
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(titles):
        for title in set(titles[name]):
            for key in person_keys(name, title):
                blocks[key].append(name)
    return sorted({pair for names in blocks.values() for pair in combinations(names, 2)})


def person_keys(name: str, title: str) -> list[tuple[str, str]]:
    """The keys under which a person of a position meets those whose names differ in one character of the given name."""
    if len(name) != _FULL or title in words("names", "of_many"):
        return []
    return [(name[0] + name[1] + "*", title), (name[0] + "*" + name[2], title)]


def _of_one_house(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether two persons are told of in different articles that are about one thing."""
    if {c.article.id for c in a} & {c.article.id for c in b}:
        return False
    about = [{name for c in told for name in house(c)} for told in (a, b)]
    return bool(about[0] & about[1])


def house(claim: Claim) -> list[str]:
    """By what two persons are known to be of one house: what the article is about, what stands before the position."""
    return [*_about(claim.article), *_post(claim)]


def _post(claim: Claim) -> list[str]:
    """What stands before a person's position and tells whose it is: *省统计局副局长、*新闻发言人."""
    text = claim.sentence.text
    at = text.find(claim.metric.text + claim.text)
    told = text[max(0, at - _POST) : max(0, at)]
    return [told] if len(told) == _POST and not _CLAUSE.search(told) else []


def _about(article: ArticleRef) -> list[str]:
    """What an article is about, its paper aside."""
    return [name for name in (*article.about, article.place) if name and name not in article.source]


def _fact(a: str, b: str, one: Sequence[Claim], other: Sequence[Claim], how: str | None) -> Fact | None:
    if how is None or _side_by_side(one, other):
        return None
    return name_fact(a, b, [*one[:WITNESSES], *other[:WITNESSES]], how)


def name_fact(a: str, b: str, witnesses: Sequence[Claim], how: str) -> Fact:
    """The fact of two names, of which the first witnesses are shown: those of ``a``, then those of ``b``."""
    shown = sorted(
        witnesses,
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
