"""Extraction | Fact → discrepancies, and how overlapping ones become one report."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, singledispatch
from typing import TYPE_CHECKING, TypeGuard

from checker.identity import fingerprint, verbatim
from checker.knock_on import told_as_one
from checker.model import Discrepancy, Extraction, Fact, Level
from checker.rule import ArticleRule, FactRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Claim
    from checker.rule import Rule

# Ranks of rules that speak only where no other does, so that nobody need know that they would have.
_LAST_RESORT = range(800, 900)
LOUDNESS = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


@singledispatch
def judge(told: object, rules: Sequence[Rule]) -> list[Discrepancy]:  # noqa: ARG001 - the sorts that follow use it
    """What ``rules`` find in one extraction (article rules) or one fact (fact rules)."""
    raise TypeError(told)


@judge.register(Extraction)
def _(told: Extraction, rules: Sequence[Rule]) -> list[Discrepancy]:
    return [d for rule in rules if _of_articles(rule) for d in rule.check(told)]


@judge.register(Fact)
def _(told: Fact, rules: Sequence[Rule]) -> list[Discrepancy]:
    return [d for rule in rules if _of_facts(rule) for d in rule.check(told)]


def _of_articles(rule: Rule) -> TypeGuard[ArticleRule]:
    return _sorted(type(rule))[0]


def _of_facts(rule: Rule) -> TypeGuard[FactRule]:
    return _sorted(type(rule))[1]


@cache
def _sorted(rule: type[Rule]) -> tuple[bool, bool]:
    """Whether rules of a class look at articles, and at facts; asked with each of them."""
    return issubclass(rule, ArticleRule), issubclass(rule, FactRule)


def settle(found: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """One report per disputed pair, in report order.

    Where several rules hold of one pair the one with the lowest rank reports it and the others are named in ``also``;
    equal disputes are one report.
    """
    printed: dict[str, Discrepancy] = {}
    for d in kept(sorted(found, key=_precedence)):
        printed.setdefault(verbatim(d), d)
    return _marked(sorted(printed.values(), key=_order))


def kept(found: Iterable[Discrepancy]) -> list[Discrepancy]:
    """Of discrepancies in order of precedence the first of each disputed pair, with the others in its ``also``.

    What only follows from a number that another disputes is told with that. What shares no claim with others, nor with
    any that do, may be looked at apart from them.
    """
    first: list[Discrepancy] = []
    by_claim: dict[tuple[str, int], list[int]] = {}
    for d in found:
        taken = {c.key for c in d.claims}
        near = sorted({i for k in taken for i in by_claim.get(k, ())})
        rival = next((i for i in near if _same_dispute(first[i], taken)), None)
        if rival is None:
            for k in taken:
                by_claim.setdefault(k, []).append(len(first))
            first.append(d)
        elif d.rank not in _LAST_RESORT and d.code != first[rival].code and d.code not in first[rival].also:
            first[rival] = replace(first[rival], also=tuple(sorted((*first[rival].also, d.code))))
    return told_as_one(first)


def _marked(found: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """The discrepancies with their fingerprints; where two would have one, the later is known by its very words."""
    marks: dict[str, Discrepancy] = {}
    for d in found:
        own = fingerprint(d)
        own = own if own not in marks else verbatim(d)
        marks.setdefault(own, replace(d, fingerprint=own))
    return tuple(marks.values())


def _precedence(d: Discrepancy) -> tuple[object, ...]:
    return (d.level == Level.NOTE, d.rank, LOUDNESS[d.level], -len(d.claims), d.code, [c.key for c in d.claims])


def _order(d: Discrepancy) -> tuple[object, ...]:
    first: Sequence[Claim] = d.claims
    return (LOUDNESS[d.level], [(c.article.path, c.start) for c in first[:1]], d.code, [c.key for c in first])


def _same_dispute(first: Discrepancy, taken: set[tuple[str, int]]) -> bool:
    """Whether two discrepancies set the same claims against each other."""
    shared = {c.key for c in first.claims} & taken
    need = min(2, len(first.claims), len(taken))
    return len(shared) >= need
