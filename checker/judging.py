"""Extraction | Fact → discrepancies, and how overlapping ones become one report."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import singledispatch
from typing import TYPE_CHECKING

from checker.model import Discrepancy, Extraction, Fact, Level
from checker.rule import ArticleRule, FactRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Claim
    from checker.rule import Rule

_SPACE = re.compile(r"\s+")
_LOUDNESS = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


@singledispatch
def judge(told: object, rules: Sequence[Rule]) -> list[Discrepancy]:  # noqa: ARG001 - the sorts that follow use it
    """What ``rules`` find in one extraction (article rules) or one fact (fact rules)."""
    raise TypeError(told)


@judge.register(Extraction)
def _(told: Extraction, rules: Sequence[Rule]) -> list[Discrepancy]:
    return [d for rule in rules if isinstance(rule, ArticleRule) for d in rule.check(told)]


@judge.register(Fact)
def _(told: Fact, rules: Sequence[Rule]) -> list[Discrepancy]:
    return [d for rule in rules if isinstance(rule, FactRule) for d in rule.check(told)]


def fingerprint(found: Discrepancy) -> str:
    """The identity of a discrepancy: its code, and the sentences and figures of its claims in no order.

    Paths, lines and offsets have no part in it, so it survives moved text and renamed files.
    """
    sides = sorted({(_SPACE.sub("", c.sentence.text), c.text) for c in found.claims})
    digest = hashlib.sha256(repr((found.code, sides)).encode())
    return digest.hexdigest()[:16]


def settle(found: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """One report per disputed pair, in report order.

    Where several rules hold of one pair the one with the lowest rank reports it and the others are named in ``also``;
    equal disputes merge by fingerprint.
    """
    kept: list[Discrepancy] = []
    by_claim: dict[tuple[str, int], list[int]] = {}
    for d in sorted(found, key=_precedence):
        taken = {c.key for c in d.claims}
        near = sorted({i for k in taken for i in by_claim.get(k, ())})
        rival = next((i for i in near if _same_dispute(kept[i], taken)), None)
        if rival is None:
            for k in taken:
                by_claim.setdefault(k, []).append(len(kept))
            kept.append(d)
        elif d.code != kept[rival].code and d.code not in kept[rival].also:
            kept[rival] = replace(kept[rival], also=tuple(sorted((*kept[rival].also, d.code))))
    printed: dict[str, Discrepancy] = {}
    for d in kept:
        mark = fingerprint(d)
        printed.setdefault(mark, replace(d, fingerprint=mark))
    return tuple(sorted(printed.values(), key=_order))


def _precedence(d: Discrepancy) -> tuple[object, ...]:
    return (d.level == Level.NOTE, d.rank, _LOUDNESS[d.level], -len(d.claims), d.code, [c.key for c in d.claims])


def _order(d: Discrepancy) -> tuple[object, ...]:
    first: Sequence[Claim] = d.claims
    return (_LOUDNESS[d.level], [(c.article.path, c.start) for c in first[:1]], d.code, [c.key for c in first])


def _same_dispute(kept: Discrepancy, taken: set[tuple[str, int]]) -> bool:
    """Whether two discrepancies set the same claims against each other."""
    shared = {c.key for c in kept.claims} & taken
    need = min(2, len(kept.claims), len(taken))
    return len(shared) >= need
