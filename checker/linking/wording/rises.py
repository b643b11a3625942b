"""A growth that is told without its level, and the levels of other sentences that it can be of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.baselines import baseline
from checker.disputes import exact
from checker.linking.whose.kinship import Kinship
from checker.linking.whose.subjects import scope_refusal
from checker.model import Comparator, Kind, Status
from checker.stated import factor

if TYPE_CHECKING:
    from checker.linking.pairs import Pair
    from checker.model import Claim

# A growth may be of a level that is named so much alike.
_LEAST = 0.85
_TOLD = ("value", "base")


def rises_alone(claim: Claim) -> bool:
    """Whether a claim is a growth whose sentence tells no level of it: 三年来，公共充电桩*翻了两番*."""
    if claim.kind is not Kind.GROWTH or claim.lead is not None or claim.role != "value":
        return False
    told = claim.status is Status.ACTUAL and claim.period is not None and claim.period.end is not None
    sized = claim.figure.comparator is not Comparator.RANGE and factor(claim) is not None
    against = baseline(claim) if told and sized else None
    return against is not None and not against.turn


def _level(claim: Claim) -> bool:
    """Whether a claim is an amount that something can have grown to, or from."""
    amount = claim.kind is Kind.QUANTITY and claim.role in _TOLD and claim.status is Status.ACTUAL
    return amount and claim.period is not None and claim.period.end is not None and exact(claim)


def _of_its_years(growth: Claim, level: Claim) -> bool:
    """Whether a level is told of the year that a growth came to, or of the one that it set out from."""
    told, p, q = baseline(growth), growth.period, level.period
    if told is None or p is None or q is None or p.end is None or q.end is None:
        return False
    return q.end.year in (p.end.year, told.year or p.end.year - told.years)


def risen(pair: Pair) -> float:
    """How alike the names of a growth without its level and of a level are; 0 where it cannot be of that."""
    x, y = pair.x, pair.y
    growth, level = (x, y) if x.kind is Kind.GROWTH else (y, x)
    if not (rises_alone(growth) and _level(level) and _of_its_years(growth, level)) or pair.kin is not Kinship.STRONG:
        return 0.0
    if scope_refusal(x.scope, y.scope) or x.scope.levels != y.scope.levels or x.scope.part or y.scope.part:
        return 0.0
    if pair.within and x.sentence.index == y.sentence.index:
        return 0.0
    score = pair.like[0].score
    return score if score >= _LEAST else 0.0
