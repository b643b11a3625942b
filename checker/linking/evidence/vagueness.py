"""Whether too little is said of what two claims count for them to be held for one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.disputes import attained, on_a_day
from checker.lexicon import words
from checker.linking.evidence.weighing import one_name
from checker.linking.when.times import when
from checker.linking.whose.gatherings import of_one_gathering
from checker.linking.whose.kinship import Kinship
from checker.linking.whose.kinship import broad as large
from checker.linking.whose.subjects import same_org
from checker.linking.wording.scoring import far_apart
from checker.model import Behaviour, Status

if TYPE_CHECKING:
    from checker.linking.pairs import Pair
    from checker.model import Claim

_TEMPLATE = 0.4
_MONEY = frozenset({"人民币", "美元"})
_CERTAIN = 0.95
# A name that says no more than that there is so much of something.
_SUM = re.compile("[\u4e00-\u9fff]{1,2}[量额]")
# What names are worth of which one has a word more; those of one thing told at length.
_NAMED, _ONE_NAME = 0.72, 0.85
_TEN = 10
# A noun of so many characters says what is counted.
_COMPOUND = 4
_HOUSE = 4
# Sentences this alike speak of one thing though a common noun is all that names it.
_ALIKE = 0.3


def vague(pair: Pair) -> bool:
    """Whether too little is said of what is counted for sentences as unlike as these."""
    if pair.alike >= _TEMPLATE or of_one_amount(pair):
        return False
    told = pair.measure[0] and _one_subject(pair) and (pair.p.dimension not in _MONEY or of_one_gathering(pair))
    if told or of_one_attainment(pair):
        return False
    if pair.alike < _ALIKE and _bare(pair):
        return not (_year_on_year(pair) or of_one_house(pair) or of_one_goal(pair))
    return not (pair.equal or _regraded(pair) or _misnumbered(pair)) and _indefinite(pair)


def of_one_amount(pair: Pair) -> bool:
    """Whether two ranks are told of one and the same amount, so that they need no more to say what is ranked.

    One of few digits says so where the names are alike too: *8万吨*产能居第二, 产能*8万吨*，居第一.
    """
    if pair.p.group != "rank":
        return False
    return pair.anchored or (pair.alongside and pair.kin == Kinship.STRONG and pair.like[0].score >= _ONE_NAME)


def _one_subject(pair: Pair) -> bool:
    """Whether more than a place says that both are told of one subject: a longer name, a body, one stated time.

    Two sums of all the time so far are of one time.
    """
    if pair.kin != Kinship.STRONG:
        return False
    if pair.x.behaviour == pair.y.behaviour == Behaviour.CUMULATIVE and not far_apart(pair):
        return True
    a, b = pair.x.scope.org, pair.y.scope.org
    return one_name(pair) or bool(a and b and same_org(a, b)) or when(pair.x, pair.y) == ("same", True)


def of_one_attainment(pair: Pair) -> bool:
    """Whether one subject's counts are of all that have come to one thing: 9个学科*进入ESI全球前1%*."""
    x, y = pair.x, pair.y
    if pair.within or x.metric.predicate != y.metric.predicate or pair.kin != Kinship.STRONG:
        return False
    return attained(x) and pair.like[0].score >= _CERTAIN


def _misnumbered(pair: Pair) -> bool:
    """Whether a name of two words or more is told of one subject, in numbers of like size."""
    if pair.within or pair.kin != Kinship.STRONG or pair.like[0].score < _ONE_NAME or not pair.of_one_size:
        return False
    shorter = min(pair.p.words, pair.q.words, key=len)
    told = len([w for w in shorter if len(w) > 1]) > 1 or len(shorter[0]) >= _COMPOUND  # 古树名木
    return told and not words("terms", "common").issuperset(shorter)


def of_one_house(pair: Pair) -> bool:
    """Whether one name of one stated stretch of time is told in two sentences that name one house or sight."""
    x, y = pair.x, pair.y
    if pair.within or pair.like[0].score < _CERTAIN or x.metric.verb != y.metric.verb:
        return False
    if x.behaviour != Behaviour.FLOW or when(x, y) != ("same", True):
        return False
    shared = {*x.article.named} & {*y.article.named}
    return any(len(name) >= _HOUSE and name in x.sentence.text and name in y.sentence.text for name in shared)


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


def of_one_goal(pair: Pair) -> bool:
    """Whether both are goals of one subject, one of them named as such: 力争拿下45枚金牌, 40枚金牌*的目标*."""
    x, y = pair.x, pair.y
    if pair.within or not x.status == y.status == Status.TARGET or "goal" not in (x.role, y.role):
        return False
    return pair.kin == Kinship.STRONG and pair.like[0].score >= _CERTAIN and when(x, y)[0] == "same"


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
    if len(shorter) == 1 and _SUM.fullmatch(shorter[0]) and far_apart(pair):
        return True  # 接待量158万人次, 512万人次的接待量
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
    if pair.p.group != "quantity" or not told or (_dated(x) and _dated(y)):
        return False
    if pair.within or far_apart(pair):
        return not (definite(x) and definite(y))
    return not (_told_in_full(x) and _told_in_full(y))


def _told_in_full(claim: Claim) -> bool:
    """Whether a count is of all there are, or of all there were on a day: *截至4月底*，组建团队186个."""
    return definite(claim) or on_a_day(claim)


def _dated(claim: Claim) -> bool:
    """Whether a count is stated of a day."""
    return claim.period is not None and claim.period.explicit and claim.period.as_of


def definite(claim: Claim) -> bool:
    """Whether a count is of all there are (企业达到9家, 共有9家企业), and not of some (9家企业参展)."""
    metric = claim.metric
    return (not metric.event and (metric.level or not metric.counted)) or (bool(metric.counted) and _of_all(claim))


@cache
def _all_told() -> re.Pattern[str]:
    """What behind a count and its noun says that it is of all of them: 586个雨量站*遍布*全市, 14个品牌*中*最响的."""
    told = "|".join(sorted(words("measures", "of_all")))
    return re.compile(
        rf"[^，。；：、0-9]{{1,12}}?(?:{told}|[中里](?![学心型等面医国间期]))",
        needs=(*words("measures", "of_all"), "中", "里"),
    )


def _of_all(claim: Claim) -> bool:
    return _all_told().match(claim.sentence.text, claim.figure.end) is not None
