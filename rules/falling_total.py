"""KW103: a running total that falls"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Behaviour,
    Clash,
    Clean,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Level,
    Sample,
    Status,
    Verdict,
    adds_up,
    clash,
    clause_start,
    day,
    difference,
    disputes,
    exact,
    known_on,
    name_of,
    patterns,
    point,
    reached,
    slip,
    timed,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim, Link

_TOTALS = (Behaviour.STOCK, Behaviour.CUMULATIVE)
_CLAUSE_END = patterns.compile("[，；。！？]")
_CHANGED = patterns.compile(
    r"(?:较|比|同比|环比|减|下降|其中|主要|因|由于|降|[^，。；！？0-9]{0,5}[少小短低减降]了)[^，。；！？]*"
)
# What goes up and down by its nature: a mean, an age, a time that something takes.
_MEAN = patterns.compile("平均|均价|单价|中位|人均(?:年龄|收费|费用)")
_NO_TOTALS = frozenset({"岁", "分钟", "小时", "秒", "周岁"})
# What fell before may fall on: 职工8.62万人，*比年初减少*1400人.
_FALLING = patterns.compile(r"，(?:[较比][^，。；]{1,12}?|同比|环比|一年)?(?:净)?(?:减|下降|[少降][少低了0-9])")
# What is done to bodies is told anywhere in the sentence: 现有119所，公办78所，*撤并*的都是小园.
_REMADE = patterns.compile("撤并|撤销|合并|整合|关停|退出|淘汰|注销|口径|摘帽|精简")
# What makes a level fall, wherever the sentence of the lower one tells it: 一座高炉*停炉*，由5座*减为*4座，总炉容….
_LESSENED = patterns.compile(
    "停[产用炉运办业机播航工止]|停了|关闭|关掉|拆[除掉]|报废|更新|更换|置换|摘牌|到期|[减降]为|减[少至到]|下降|[降跌]到|少了"
)
# What is left over of one thing when another is taken off may turn to a loss; it is no sum that only grows.
_NETS = patterns.compile("利润|盈利|盈余|结余|收益|现金流|顺差|差额|净额|净增")
# Levels of stated days so far apart have each been counted for themselves.
_TWO, _YEAR = 2, 360
# What is under way, or not yet used, gets less as it is finished or taken up: *在建*装机518万千瓦, later 462.
_UNDER_WAY = patterns.compile("在建|在施|在办|在途|待建|待售|待办|库存|空置|闲置|逾期|欠款")
# How much of a thing is done, and how much there is of it: 管线*铺通*36.1公里, 管线全长38.6公里.
_DONE = patterns.compile("铺[通设]|架[通设]|贯通|浇筑|掘进|打通|合龙|完成|敷设|吊装|封顶")
_REASONS = (
    "减少",
    "下降",
    "降至",
    "降到",
    "降为",
    "压减",
    "精简",
    "缩减",
    "注销",
    "撤并",
    "撤销",
    "整合",
    "关停",
    "退出",
    "淘汰",
    "清理",
    "取消",
    "摘帽",
    "口径",
    "核减",
    "缩短",
    "少了",
    "小了",
    "压缩",
    "减至",
    "合并",
    "调整为",
    "回落",
    "压降",
    "收窄",
    "跌",
    "剩",
)


@dataclass(frozen=True)
class FallingTotal(FactRule):
    """累计数或存量，后来的反而比先前的小，又没有交代原因。

    English: a cumulative or stock count that stands lower at a later date, without a reason given.

    ## 为什么
    累计数不会倒退；存量减少是新闻，不会不加说明。多半是后一稿用了旧材料，或前一稿错了。

    ## 怎样判断
    同一指标、同一范围，后一时点的区间整个低于前一时点的区间。两处都写“累计”、都是确数、时点都写明的，报为错误。

    ## 不报什么
    句中说明了减少（压减、注销、撤并、口径调整等）的；两处各与并列的数加得出总数的；比率和流量；目标；只在取整上有别的；一处是其中项；
    后一个数不到前一个的几分之一（`most`）的，那多半是另一回事；几稿里几起几落的，那是一年一年分别计的数；
    两处都写明时点、相隔一年以上的存量（不是累计）。
    """

    code: ClassVar[str] = "KW103"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 70
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("截至2024年底，全区市级以上名师累计⟦338人⟧。", day(2025, 1, 16)),
            Sample("截至2025年5月底，全区市级以上名师累计⟦321人⟧。", day(2025, 6, 12)),
        ),
        Clash(
            Sample("截至2025年3月底，全区既有住宅累计加装电梯⟦612部⟧。", day(2025, 4, 8)),
            Sample("截至2025年7月底，全区累计加装电梯⟦598部⟧。", day(2025, 8, 6)),
        ),
        Clash(
            Sample("截至2025年3月底，全区累计实现眼角膜捐献⟦326例⟧。", day(2025, 4, 8)),
            Sample("截至2025年7月底，全区累计完成角膜捐献⟦296例⟧。", day(2025, 8, 6)),
        ),
        Clean(
            Sample("截至2024年底，全区规上工业企业268家。", day(2025, 1, 16)),
            Sample("截至2025年6月底，全区规上工业企业281家。", day(2025, 7, 12)),
            because="后来更大",
        ),
        Clash(
            Sample("截至2024年底，全市累计整治排污口⟦1863个⟧。", day(2025, 1, 8)),
            Sample("截至2025年7月底，剩余4个镇年底前建成管网；全市累计整治排污口⟦1795个⟧。", day(2025, 8, 6)),
        ),
        Clash(
            Sample("目前，云岭大学已有⟦11个⟧学科进入ESI全球前1%。", day(2025, 3, 24)),
            Sample("云岭大学⟦9个⟧学科进入ESI全球前1%。", day(2025, 6, 20)),
        ),
        Clash(
            Sample("截至6月底，全市市级以上文物修复项目⟦329项⟧。", day(2025, 7, 10), place="青石市"),
            Sample("全市市级以上文物修复项目累计⟦316项⟧。", day(2026, 1, 12), place="青石市"),
        ),
        Clash(
            Sample("全年植树42万株，公益林累计达到⟦863万株⟧。", day(2025, 1, 10), place="青石县"),
            Sample("今年又植树21万株，公益林累计已有⟦836万株⟧。", day(2025, 8, 12), place="青石县"),
        ),
        Clean(
            Sample("2024年底，全区审批事项共有42项。", day(2025, 1, 16)),
            Sample("2025年11月底，全区审批事项压减到36项。", day(2025, 12, 12)),
            because="句中说明了压减",
        ),
        Clean(
            Sample("截至2024年底，全行营业网点512个。", day(2025, 1, 16)),
            Sample("截至2025年底，全行营业网点498个，一年少了14个。", day(2026, 1, 12)),
            because="句中说了少了多少",
        ),
        Clean(
            Sample("截至2024年底，全行在岗员工8.62万人，比年初减少1400人。", day(2025, 1, 16)),
            Sample("截至2025年6月底，全行在岗员工8.57万人。", day(2025, 7, 12)),
            because="原来就在减少",
        ),
        Clean(
            Sample("截至2024年底，全县中心村共有86个。", day(2025, 1, 16)),
            Sample("截至2025年底，全县中心村由86个变为85个。", day(2026, 1, 12)),
            because="句中写明了原来的数",
        ),
        Clean(
            Sample("目前，全县有医疗机构96家，其中村卫生室71家、卫生院16家、民营医院9家。", day(2024, 2, 28)),
            Sample("目前，全县有医疗机构98家，其中村卫生室69家、卫生院16家、民营医院13家。", day(2025, 2, 18)),
            because="两处都加得出总数",
        ),
        Clean(
            Sample("目前，大桥累计完成投资18.4亿元。", day(2023, 12, 3)),
            Sample("到7月底，大桥累计完成投资33.8亿元，今年前7个月完成12.6亿元。", day(2024, 8, 16)),
            because="后一个数是今年的",
        ),
        Clean(
            Sample("全市现有公交车1860台。", day(2024, 2, 28)),
            Sample("全市现有公交车1830台，一年更新150台。", day(2025, 2, 18)),
            because="句中说了更新",
        ),
        Clean(
            Sample("引水管线全长38.6公里。", day(2024, 9, 13)),
            Sample("截至1月底，引水管线铺通36.1公里。", day(2025, 2, 18)),
            because="一处是全长，一处是已铺通的",
        ),
        Clean(
            Sample("2024年，力争年产能提高到60万台。", day(2024, 3, 6)),
            Sample("到2025年底，计划把年产能提升到55万台。", day(2025, 4, 12)),
            because="两处都是目标",
        ),
        Clean(
            Sample("截至2023年底，全县现有小学128所。", day(2024, 3, 18), place="青石县"),
            Sample("截至2024年底，全县现有小学121所。", day(2025, 3, 20), place="青石县"),
            because="一年一年分别计的数，可以减少",
        ),
        Clean(
            Sample("截至2024年6月底，青石集团在建厂房18.6万平方米。", day(2024, 7, 16), place="青石县"),
            Sample("截至2024年底，青石集团在建厂房15.2万平方米。", day(2025, 1, 12), place="青石县"),
            because="在建的完工一处少一处",
        ),
        Clean(
            Sample("截至2024年6月底，青石中学教师平均年龄41.2岁。", day(2024, 7, 16), place="青石县"),
            Sample("截至2024年底，青石中学教师平均年龄40.8岁。", day(2025, 1, 12), place="青石县"),
            because="平均数可升可降",
        ),
        Clean(
            Sample("截至2024年底，全区规上工业企业268家。", day(2025, 1, 16)),
            Sample("截至2025年6月底，全区规上工业企业261家，半年里又少了7家。", day(2025, 7, 12)),
            because="下一句说明了减少",
        ),
        Clean(
            Sample("青石学院现有本科生2.46万人。", day(2024, 9, 3), place="青石县"),
            Sample("青石学院今年共有毕业生8426人，其中本科生5862人。", day(2025, 8, 30), place="青石县"),
            because="后一处只是毕业生里的本科生",
        ),
        Clean(
            *(Sample(f"全区现有在建项目{n}个。", day(2019 + i, 3, 6)) for i, n in enumerate((47, 38, 46, 37, 45))),
            because="几起几落，是各年分别计的数",
        ),
    )
    least_score: float = field(default=0.8, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    least_level: float = field(default=0.74, metadata={"doc": "两处都说是总数的，至少要多相近才相比"})
    most: float = field(default=1.5, metadata={"doc": "先说的数是后说的多少倍以上，就多半不是一回事，不报告"})
    least_narrower: float = field(default=0.62, metadata={"doc": "先说的指标多一个限定词时，至少要多相近才相比"})
    most_narrower: float = field(default=1.25, metadata={"doc": "后说的指标多一个限定词时，先说的数最多是它的几倍"})

    def _least(self, link: Link, a: Claim, b: Claim) -> float:
        """How alike two names must be: less where the earlier says more, or where both are told as all there are."""
        if _narrower_first(link):
            return self.least_narrower
        told = all(c.metric.level or c.behaviour == Behaviour.CUMULATIVE for c in (a, b)) and not link.narrower
        return self.least_level if told else self.least_score

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports pairs of levels of which the later is lower."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if (
                link.refusal
                or not (a.status == b.status == Status.ACTUAL)
                or not link.strong
                or link.score < self._least(link, a, b)
                or link.time not in ("before", "after", "narrower", "wider")
            ):
                return False
            if link.time in ("narrower", "wider"):
                part, whole = (a, b) if link.time == "narrower" else (b, a)
                x, y = point(part), point(whole)
                return (
                    Behaviour.RATE not in (a.behaviour, b.behaviour)
                    and not _NETS.search(whole.metric.text)
                    and not _NETS.search(whole.metric.text)
                    and clash(a, b)
                    and x is not None
                    and y is not None
                    and y < x <= y * self.most
                )
            if not (reached(a) and reached(b)) or _part_of_another(link, a, b):
                return False
            if any(_means(c) or _under_way(c) for c in (a, b)) or _counted_anew(a, b):
                return False
            if a.behaviour not in _TOTALS or b.behaviour not in _TOTALS or not clash(a, b):
                return False
            first, later = (a, b) if link.time == "before" else (b, a)
            x, y = point(first), point(later)
            return (
                x is not None
                and y is not None
                and y < x <= y * (self.most_narrower if _narrower_later(link) else self.most)
                and not _explained(first, later)
                and not _lessened(first, later)
                and not _begun_anew(first, later)
                and not (adds_up(first) and adds_up(later))
            )

        for claims, links in disputes(fact, holds):
            if _zigzags(claims):
                continue
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            certain = all(e.sure for e in links) and all(
                exact(c) and c.behaviour == Behaviour.CUMULATIVE for c in claims
            )
            yield self.report(
                claims,
                f"“{name_of(claims)}”后来的数反而小：{told_all(claims)}",
                work=difference(one, other),
                level=Level.ERROR if certain else Level.WARNING,
                verdict=Verdict.CONTRADICTION if certain else Verdict.SUSPECT,
                repair=slip(one, other),
            )


def _explained(first: Claim, later: Claim) -> bool:
    """Whether the later sentence says why, or that, its count fell, or tells the earlier one too (由186所变为185所)."""
    text = later.sentence.text
    if any(w in _around(later) for w in _REASONS) or _REMADE.search(text) or _FALLING.match(_behind(first)):
        return True
    unit = patterns.escape(later.value.unit) if later.value is not None else ""
    less = patterns.search(rf"[少减降][少低去]?了?[近约超]?[0-9.]{{1,10}}[万亿]?{unit}", text[later.figure.end :])
    told = patterns.search(rf"(?<![0-9.]){patterns.escape(first.text)}", text)
    return less is not None or (told is not None and first.article.id != later.article.id)


def _lessened(first: Claim, later: Claim) -> bool:
    """Whether the sentence of a level tells of what makes it fall, or how much of what the earlier tells is done."""
    if later.behaviour is Behaviour.CUMULATIVE:
        return False
    text, start = later.sentence.text, clause_start(later.sentence.text, later.figure.start)
    done = _DONE.search(text, start, later.figure.start) is not None
    ahead = first.sentence.text[clause_start(first.sentence.text, first.figure.start) : first.figure.start]
    return _LESSENED.search(text) is not None or (done and not _DONE.search(ahead))


def _begun_anew(first: Claim, later: Claim) -> bool:
    """Whether the later sum is of a stretch that began when the earlier was told already: *今年前7个月*完成12亿元."""
    period, day = later.period, known_on(first)
    stated = period is not None and period.explicit and not period.as_of and timed(later)
    return stated and period.start is not None and day is not None and period.start > day  # type: ignore[union-attr]


def _behind(claim: Claim) -> str:
    """What a sentence tells behind a figure."""
    return claim.sentence.text[claim.figure.end :]


def _around(claim: Claim) -> str:
    """What a sentence tells with a figure, from the last semicolon on, up to the end of the figure's clause.

    The next clause is of it where it says by how much the number changed.
    """
    text, end = claim.sentence.text, claim.figure.end
    start = text.rfind("；", 0, claim.figure.start) + 1
    clause = _CLAUSE_END.search(text, end)
    if clause is None:
        return text[start:]
    after = _CHANGED.match(text, clause.end())
    return text[start : after.end() if after else clause.start()]


def _part_of_another(link: Link, a: Claim, b: Claim) -> bool:
    """Whether the later of two levels is told as a part of a total, the earlier by itself, and is twice as much."""
    first, later = (a, b) if link.time == "before" else (b, a)
    x, y = point(first), point(later)
    return later.whole is not None and first.whole is None and bool(x and y) and x > 2 * y  # type: ignore[operator]


def _means(claim: Claim) -> bool:
    """Whether a level is a mean, an age or a time that something takes, which no-one expects to grow."""
    unit = claim.value.unit if claim.value is not None else ""
    mean = any(word.endswith("均") for word in claim.scope.levels)  # 人均花费
    return mean or unit in _NO_TOTALS or _MEAN.search(claim.metric.text) is not None


def _under_way(claim: Claim) -> bool:
    """Whether a level is of what is not finished or not yet used, which goes by and by."""
    metric = claim.metric
    return _UNDER_WAY.search(f"{metric.verb} {metric.text}") is not None


def _counted_anew(a: Claim, b: Claim) -> bool:
    """Whether two levels are each stated to be of a day, a year or more apart: what is counted each year may fall."""
    if Behaviour.CUMULATIVE in (a.behaviour, b.behaviour):
        return False
    ends = [c.period.end for c in (a, b) if c.period is not None and c.period.explicit and c.period.end is not None]
    return len(ends) == _TWO and abs((ends[0] - ends[1]).days) >= _YEAR


def _zigzags(claims: Sequence[Claim]) -> bool:
    """Whether a count falls and rises again more than once, as one does that is told of each year by itself."""
    told = [x for c in sorted(claims, key=lambda c: known_on(c) or date.min) if (x := point(c)) is not None]
    steps = [b > a for a, b in pairwise(told) if a != b]
    return steps.count(True) > 1 and steps.count(False) > 1


def _narrower_later(link: Link) -> bool:
    """Whether the later of two levels is told of less than the earlier, and so is the smaller."""
    return link.narrower == ("b" if link.time == "before" else "a")


def _narrower_first(link: Link) -> bool:
    """Whether the earlier of two levels is told of less than the later, which so falls all the more."""
    return link.narrower == ("a" if link.time == "before" else "b" if link.time == "after" else "-")
