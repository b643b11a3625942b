"""KW107: two goals for one deadline"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Behaviour,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Kind,
    Level,
    Sample,
    Status,
    Verdict,
    clash,
    day,
    difference,
    disputes,
    known_on,
    name_of,
    point,
    slip,
    strangers,
    told_all,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

# Work of one sort that is done anew every year.
_YEARLY = frozenset({"建设", "改造", "培训", "申请", "举办", "处置"})
_LEVELS = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})
# Words of a goal that is to be kept below, not reached.
_LOWERED = re.compile(
    r"控制|降[至到低为]|减[少至到]|压[减缩]|不超过|低于|缩[减短小]|精简|淘汰|新增|净增|再|[以之]内|以下"
)
# Words of a goal that is to be risen to.
_RAISED = re.compile(r"[提升增][高升长加]?[至到]|达到?|突破|超过?|扩大|攀升|迈上|不低于|不少于|以上")
# What is the better the less of it there is.
_UNWANTED = re.compile(
    "漏损|死亡|失业|贫困|能耗|电耗|水耗|排放|浓度|负债|亏损|赤字|差错|返贫|流失|空置|事故|逾期|不良|成本|发病|感染|投诉|费"
)
# So many percentage points lie between two growths that may be of one goal.
_POINTS = 5
_MORE = re.compile("再|还[要将需差]|另")
# Beside a goal so hedged another number may be the same goal told exactly.
_LOOSE = frozenset({Comparator.ABOUT, Comparator.BELOW, Comparator.RANGE})


@dataclass(frozen=True)
class MovedTarget(FactRule):
    """同一指标、同一期限，两处的目标不一样。

    English: two goals for one metric and one deadline that differ.

    ## 为什么
    目标改了要有说明；没有说明，多半有一处抄错，或一处是底线、一处是力争。

    ## 怎样判断
    两处都是目标、计划或预测，指标、范围、期限相同，而两个数不同；或者要提高到的目标，低于先前已经报道达到的存量、比率或往年全年的数。

    ## 不报什么
    同一句里分档的目标（确保、力争）；期限不同，或一处只是建成、达产后的估计；目标与按进度推算的预计；定得更低、要压减的目标；“突破700万”与“700万以上”。
    """

    code: ClassVar[str] = "KW107"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 90
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("到2025年，全市人均预期寿命达到⟦80.5岁⟧。", day(2024, 4, 11)),
            Sample("到2025年，全市人均预期寿命达到⟦81岁⟧。", day(2024, 12, 5)),
        ),
        Clash(
            Sample("截至2024年底，公司减速器年产能已达⟦60万台⟧。", day(2025, 3, 28)),
            Sample("到2025年底，公司计划把减速器年产能提升到⟦55万台⟧。", day(2025, 4, 11)),
        ),
        Clash(
            Sample("2025年至2027年，松屿区新增公办学位⟦4.2万个⟧。", day(2025, 4, 11)),
            Sample("到2027年底，松屿区将累计新增公办学位⟦3.6万个⟧。", day(2025, 9, 5)),
        ),
        Clash(
            Sample("代表团出征省运会，金牌目标⟦28枚⟧。", day(2025, 8, 11), place="松屿区"),
            Sample("代表团捧回26枚金牌，超出了赛前确定的⟦25枚⟧金牌任务。", day(2025, 9, 12), place="松屿区"),
        ),
        Clash(
            Sample("年内，全区普惠贷款余额⟦不低于46亿元⟧。", day(2025, 3, 11), place="松屿区"),
            Sample("6月末，全区普惠贷款余额41亿元。年末余额⟦48亿元⟧的目标不变。", day(2025, 7, 12), place="松屿区"),
        ),
        Clash(
            Sample("2025年，力争全县森林火灾起数⟦下降4%以上⟧。", day(2025, 1, 11), place="青石县"),
            Sample("离全年森林火灾起数⟦下降9%以上⟧的目标，全县还有距离。", day(2025, 7, 12), place="青石县"),
        ),
        Clash(
            Sample("到2028年，全县竹产业产值达到⟦60亿元⟧。", day(2025, 4, 11), place="青石县"),
            Sample("2028年竹产业产值做到⟦75亿元⟧，是县里的盘算。", day(2025, 8, 5), place="青石县"),
        ),
        Clash(
            Sample("办好第七届竹文化节；全力完成全年接待游客⟦360万人次⟧的目标。", day(2025, 7, 11), place="青石县"),
            Sample("我们提出，今年接待游客⟦420万人次⟧。", day(2025, 8, 5), place="青石县"),
        ),
        Clash(
            Sample("2024年，全县自来水普及率达到⟦93.5%⟧。", day(2025, 1, 11), place="青石县"),
            Sample("到2027年，全县自来水普及率力争提高到⟦92%⟧。", day(2025, 8, 11), place="青石县"),
        ),
        Clean(
            Sample("2024年，全县供水管网漏损率为9.5%。", day(2025, 1, 11), place="青石县"),
            Sample("到2027年，全县供水管网漏损率力争达到8%。", day(2025, 8, 11), place="青石县"),
            because="越低越好",
        ),
        Clean(
            Sample("截至2024年底，全县建档立卡贫困户360户。", day(2025, 1, 11)),
            Sample("2025年，计划把全县贫困户减少到120户以内。", day(2025, 2, 11)),
            because="目标就是减少",
        ),
        Clean(
            Sample("2025年，青石机场的目标是：旅客吞吐量2430万人次。", day(2025, 1, 8), place="青石县"),
            Sample("青石机场扩建全部达产后，可满足年旅客吞吐量3800万人次的需求。", day(2025, 6, 27), place="青石县"),
            because="达产后的能力，不是这一年的目标",
        ),
        Clean(
            Sample("2025年，固城市计划新建充电桩3000个。", day(2025, 1, 18), place="固城市"),
            Sample("固城市已新建充电桩2600个，今年再建400个。", day(2025, 9, 18), place="固城市"),
            because="还要再建的那一部分",
        ),
        Clean(
            Sample("凤鸣医院2025年门诊量目标95万人次。", day(2025, 1, 16)),
            Sample("上半年，凤鸣医院门诊量49万人次，预计全年可达98万人次。", day(2025, 7, 16)),
            because="目标与预计",
        ),
        Clean(
            Sample("2025年，力争港口货物吞吐量达到3.2亿吨。", day(2025, 1, 11)),
            Sample("2024年，港口货物吞吐量完成3.05亿吨。", day(2025, 1, 17)),
            because="目标与实绩",
        ),
        Clean(
            Sample("2025年，力争集装箱吞吐量突破700万标箱。", day(2025, 1, 11)),
            Sample("今年，力争完成集装箱吞吐量700万标箱以上。", day(2025, 4, 10)),
            because="同一个下限",
        ),
    )
    least_reached: float = field(default=0.9, metadata={"doc": "目标与实绩的指标名至少要多相近（0到1）才相比"})
    least_score: float = field(default=0.7, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    most: float = field(default=1.5, metadata={"doc": "相差到几倍以上、又不像笔误，就多半不是一个目标，不报告"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports goals of one deadline whose intervals have no value in common."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            goals = Status.ACTUAL not in (a.status, b.status)
            same_sentence = a.article.id == b.article.id and a.sentence.index == b.sentence.index
            if link.refusal == "status":
                alike = link.score >= self.least_reached and _of_one_body(a, b)
                return alike and link.strong and _reached(a, b) and not strangers(a, b, self.most)
            return (
                goals
                and {a.status, b.status} != {Status.TARGET, Status.FORECAST}
                and link.strong
                and not link.refusal
                and link.time == "same"
                and link.score >= self.least_score
                and not same_sentence
                and _one_deadline(a, b)
                and _differ(a, b)
                and not (strangers(a, b, self.most) and not _growths(a, b))
                and not _tiered(fact, a, b)
                and not _rest(fact, a, b)
            )

        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            reached = any(c.status == Status.ACTUAL for c in claims)
            yield self.report(
                [c if c.status == Status.ACTUAL else c.told_as("goal") for c in claims] if reached else claims,
                f"“{name_of(claims)}”{'目标低于已有的实绩' if reached else '同一期限目标不一'}：{told_all(claims)}",
                work=difference(one, other),
                verdict=Verdict.SUSPECT if reached else Verdict.CONTRADICTION,
                repair=slip(one, other),
            )


def _one_deadline(a: Claim, b: Claim) -> bool:
    """Whether a goal without a time can be of the other's: no estimate (*达产后*可满足), and none set long before."""
    for told, other in ((a, b), (b, a)):
        p, day = other.period, told.article.published
        if told.period is None or told.period.explicit or p is None or not p.explicit:
            continue
        if told.status == Status.FORECAST != other.status:
            return False
        if p.end is not None and day is not None and (p.end - day).days > 366:
            return False
    return True


def _reached(a: Claim, b: Claim) -> bool:
    """Whether a goal to raise a level lies below what had been reported as reached before it was set."""
    goal, result = (a, b) if a.status != Status.ACTUAL else (b, a)
    x, y, set_on, known = point(goal), point(result), goal.article.published, known_on(result)
    gathered = result.behaviour == Behaviour.CUMULATIVE and goal.metric.level  # 善款总额到10月能达到5000万元
    levels = gathered or {a.behaviour, b.behaviour} <= _LEVELS or _risen_to(goal, result)
    if x is None or y is None or not levels or not clash(a, b) or x >= y:
        return False
    if a.metric.verb == b.metric.verb and a.metric.verb in _YEARLY:
        return False
    dated = set_on is not None and known is not None and result.article.published is not None
    earlier = dated and known <= set_on and result.article.published <= set_on  # type: ignore[operator]
    f = goal.figure
    return earlier and not _LOWERED.search(goal.sentence.text, max(0, f.start - 12), f.end + 2)


def _of_one_body(a: Claim, b: Claim) -> bool:
    """Whether two claims are of one body, or a goal of all and a result of one body, which is no more than all."""
    goal = a if a.status != Status.ACTUAL else b
    return a.scope.org == b.scope.org or not goal.scope.org


def _risen_to(goal: Claim, result: Claim) -> bool:
    """Whether a rate, or what a year brings, is to rise to the goal of a later year: 到2027年，普及率*提高到*95%."""
    if goal.behaviour != result.behaviour or goal.behaviour not in (Behaviour.RATE, Behaviour.FLOW):
        return False
    p, q, text, f = goal.period, result.period, goal.sentence.text, goal.figure
    if p is None or q is None or not (p.explicit and q.explicit) or p.end is None or q.end is None:
        return False
    later = p.end.year > q.end.year and (q.start is None or (q.start.month, q.end.month) == (1, 12) or q.start == q.end)
    raised = _RAISED.search(text, max(0, f.start - 6), f.end + 2) is not None
    return later and raised and not _UNWANTED.search(goal.metric.text)


def _tiered(fact: Fact, a: Claim, b: Claim) -> bool:
    """Whether one side's sentence sets the other's number too, as one of two tiers (突破1000亿元，力争1050亿元)."""
    for one, other in ((a, b), (b, a)):
        for c in fact.claims:
            beside = (c.article.id, c.sentence.index) == (one.article.id, one.sentence.index)
            if beside and c.key != one.key and point(c) == point(other):
                return True
    return False


def _rest(fact: Fact, a: Claim, b: Claim) -> bool:
    """Whether one is what is still to be done of the other: 已新建充电桩2600个，今年*再*建400个."""
    for one in (a, b):
        if _MORE.search(one.sentence.text, max(0, one.figure.start - 6), one.figure.start):
            told = (c for c in fact.claims if c.article.id == one.article.id and c.status == Status.ACTUAL)
            if any(c.sentence.index == one.sentence.index and c.figure.end <= one.figure.start for c in told):
                return True
    return False


def _growths(a: Claim, b: Claim) -> bool:
    """Whether two growths are so near each other that they can be of one goal, however many times one is the other."""
    x, y = point(a), point(b)
    grown = a.kind == b.kind == Kind.GROWTH and x is not None and y is not None
    return grown and abs(x - y) <= _POINTS  # type: ignore[operator]


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two goals are not one: a goal is the number that it names, be it 突破560 or 达到600."""
    x, y = point(a), point(b)
    if clash(a, b) or x is None or y is None:
        return clash(a, b)
    named = a.figure.comparator == b.figure.comparator or not {a.figure.comparator, b.figure.comparator} & _LOOSE
    return named and x != y
