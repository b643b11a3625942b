"""Whether too little is said of what two claims count for them to be held for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.lexicon import words
from checker.linking.gate import same_org
from checker.linking.kinship import Kinship
from checker.linking.kinship import broad as large
from checker.linking.scoring import far_apart
from checker.model import Behaviour, Status

if TYPE_CHECKING:
    from checker.linking.pairs import Pair
    from checker.model import Claim

_TEMPLATE = 0.4
_VISITS = "人次"
_MONEY = frozenset({"人民币", "美元"})
_CERTAIN = 0.95
# What names are worth of which one has a word more.
_NAMED = 0.72
_TEN = 10
# Sentences this alike speak of one thing though a common noun is all that names it.
_ALIKE = 0.3


def vague(pair: Pair) -> bool:
    """Whether too little is said of what is counted for sentences as unlike as these."""
    if measured(pair):
        return False
    if pair.alike < _ALIKE and _bare(pair):
        return not _year_on_year(pair)
    told = pair.equal or _regraded(pair)
    return pair.alike < _TEMPLATE and not told and _indefinite(pair)


def measured(pair: Pair) -> bool:
    """Whether two papers' words for one measure meet of one subject; one word of both says no more than it did.

    Visits and journeys are counted of a house or a line, and single people also where they are some of many.
    """
    sort = pair.p.dimension
    unlike = (pair.p.words != pair.q.words and sort not in _MONEY) or sort == _VISITS
    return unlike and bool(pair.measure[0]) and pair.kin == Kinship.STRONG


def _year_on_year(pair: Pair) -> bool:
    """Whether one name is told of the same stated stretch of two years, in numbers of one size, of one subject."""
    x, y, p, q = pair.x, pair.y, pair.x.period, pair.y.period
    if pair.within or not x.behaviour == y.behaviour == Behaviour.FLOW:
        return False
    if p is None or q is None or not (p.explicit and q.explicit) or None in (p.start, p.end, q.start, q.end):
        return False
    days = [(d.month, d.day) for d in (p.start, p.end, q.start, q.end)]  # type: ignore[union-attr]
    years = p.start.year != q.start.year  # type: ignore[union-attr]
    return years and days[:2] == days[2:] and not far_apart(pair) and pair.kin == Kinship.STRONG


def _regraded(pair: Pair) -> bool:
    """Whether one number of one name is told of two grades: 省级示范村17个, 国家级示范村17个."""
    a, b = (c.value.point if c.value else None for c in (pair.x, pair.y))
    graded = pair.x.scope.levels and pair.y.scope.levels and pair.x.scope.levels != pair.y.scope.levels
    least = _NAMED if pair.kin == Kinship.STRONG else _CERTAIN
    return bool(graded) and a is not None and a == b and a > _TEN and pair.like[0].score >= least


def _bare(pair: Pair) -> bool:
    """Whether nothing but a common noun (项目, 学校) names what is counted on one side."""
    x, y, p, q = pair.x, pair.y, pair.p, pair.q
    totals, common = words("terms", "totals"), words("terms", "common")
    if x.metric.verb in totals or y.metric.verb in totals or (x.scope.levels and y.scope.levels):
        return False
    if x.metric.verb == y.metric.verb and (x.metric.verb.startswith("新") or _summed(pair)):
        return False
    shorter = min(((*p.subject, *p.words), (*q.subject, *q.words)), key=len)
    if len(shorter) == 1 and shorter[0] in words("terms", "flow" if pair.within else "broad"):
        # 进出口总值 of a town is its 进出口; of a country there is trade of many sorts
        told = x.metric.text == y.metric.text or not (large(x.scope.place) or large(y.scope.place))
        if pair.within or not (x.scope.explicit and y.scope.explicit and told):
            return True
    # A measure of an organisation that both name is of that organisation: 文体中心占地36亩.
    owned = bool(x.scope.org and y.scope.org) and same_org(x.scope.org, y.scope.org)
    if len(shorter) == 1 and shorter[0] in common and not (owned and shorter[0] in words("terms", "fixed")):
        return True
    return not owned and all(w in words("terms", "attributes") for w in shorter)


def _summed(pair: Pair) -> bool:
    """Whether both sum up all that one deed has done so far: 累计*孵化*企业93家."""
    x, y = pair.x, pair.y
    return x.behaviour == y.behaviour == Behaviour.CUMULATIVE and x.metric.verb in words("measures", "deeds")


def _indefinite(pair: Pair) -> bool:
    """Whether two counts without a stretch of time are of some and not of all there are, so that each can be right."""
    x, y = pair.x, pair.y
    told = x.behaviour == y.behaviour == Behaviour.STOCK and x.status == y.status == Status.ACTUAL
    return pair.p.group == "quantity" and told and not (_told_in_full(x) and _told_in_full(y))


def _told_in_full(claim: Claim) -> bool:
    """Whether a count is of all there are, or of all there were on a day: *截至4月底*，组建团队186个."""
    return definite(claim) or (claim.period is not None and claim.period.explicit and claim.period.as_of)


def definite(claim: Claim) -> bool:
    """Whether a count is of all there are (企业达到9家, 共有9家企业), and not of some (9家企业参展)."""
    metric = claim.metric
    return not metric.event and (metric.level or not metric.counted)
