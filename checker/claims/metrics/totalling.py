"""Parts that move as their total does: 累计供水3860万立方米，其中生活供水*2240万立方米*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.frozen import replace
from checker.model import Behaviour, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.times.governed import Governed
    from checker.model import Claim

_SUMS = frozenset({Behaviour.STOCK, Behaviour.FLOW, Behaviour.CUMULATIVE})
# 其中*10亿元以上*项目16个: a bound of what is counted, and no part.
_LEAST = ("以上", "以下", "以内")
# What stands between the things of one list: 交付船舶16艘、*182万载重吨*，包括散货船*7艘*.
_BESIDE = re.compile(r"(?:、|，?(?:包括|其中|含|分别是|分别为))[^，。；：！？、（）0-9]{0,14}")


def like_their_whole(claims: Sequence[Claim], days: Sequence[Governed]) -> list[Claim]:
    """The claims of a sentence, each part of a total with the behaviour and the time of its total.

    ``days``: what governs each. A part with a date or a deed of its own keeps its own.
    """
    at = {c.key: i for i, c in enumerate(claims)}
    out = list(claims)
    for i, c in enumerate(claims):
        if c.kind is not Kind.QUANTITY:
            continue
        w = at.get(c.whole) if c.whole else None
        if w is None or w >= i:
            w = i - 1 if i and _listed(out[i - 1], c) else None
        if w is None:
            continue
        whole = out[w]
        alone = days[i].span == days[w].span and not c.metric.verb.startswith("新") and not c.text.endswith(_LEAST)
        sums = alone and whole.kind is Kind.QUANTITY and _SUMS.issuperset((c.behaviour, whole.behaviour))
        if sums and c.status is whole.status:
            out[i] = replace(c, behaviour=whole.behaviour, period=whole.period)
    return out


def _listed(before: Claim, claim: Claim) -> bool:
    """Whether a count that nothing tells of by itself stands in one list with the amount before it."""
    alone = claim.behaviour is Behaviour.STOCK and not claim.metric.verb and not claim.metric.level
    flows = before.kind is Kind.QUANTITY and before.behaviour in (Behaviour.FLOW, Behaviour.CUMULATIVE)
    if not (alone and flows and claim.metric.text):
        return False
    return _BESIDE.fullmatch(claim.sentence.text, before.figure.end, claim.figure.start) is not None
