"""KW101: one metric, one period, two values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Behaviour,
    Clash,
    Clean,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Kind,
    Level,
    Sample,
    Status,
    Verdict,
    accounted,
    clash,
    day,
    difference,
    digits,
    disputes,
    exact,
    miswritten,
    moved,
    name_of,
    point,
    ran_on,
    side_by_side,
    slip,
    strangers,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.rule import Claim, Link

# What changes so much between two papers that say no day was counted at two times, or is two things.
_TIMES = 3
# What is told again as a part of a total is told nearly alike.
_NEAR = 1.25
_RATES = (Kind.RATE, Kind.SHARE)
# Three digits hardly stand in another order by chance.
_TELLING = 3


@dataclass(frozen=True)
class ConflictingValues(FactRule):
    """同一指标、同一范围、同一时期，出现了不同的数值。

    English: one metric, scope and period with values that cannot all hold.

    ## 为什么
    读者无从判断哪一个是真的；两个数至少有一个错，或者有一处漏写了口径。

    ## 怎样判断
    每个数先读成区间：“突破5000”是5000以上，“近300”略低于300，“1.2亿”按末位取整。指标、范围、时期、性质（实绩或目标）都相同，
    而两个区间没有公共部分，才报告。两边都写明时期、都是确数，报为错误；否则报为警告。
    同一年的比率，一处说到年中、一处说全年，而三位数字只是换了次序的，也报为警告。
    一处建筑、一个单位设计或规划的规模（设计床位、规划学位）不随时间变动，一处写设计、一处写规划也相比。

    ## 不报什么
    取整造成的差别（5.3%与5.26%）；时期不同的两个数；总体与其中项；实绩与目标；全市与全区；口径词不同的两个数。
    一件事里逐日变动的数（伤亡、病例、奖牌）；各次（本期、本次）、各时节（春运、国庆）、各笔用途的数；此前的数；累计与其中一段；
    均值与总数；一处写明比另一处多（少）多少的；一处的句子里也写着另一处那个数（三位以上）的；
    时点写明、后一处说“增加到”的；名称只有一个宽泛的词、又不见得是一地一事的。
    """

    code: ClassVar[str] = "KW101"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 110
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("截至2025年11月底，全区上市高新技术企业⟦7家⟧。", "截至2025年11月底，全区上市高企达到⟦8家⟧。"),
        Clash(
            Sample("2024年，全市新增学位⟦1.26万个⟧。", day(2025, 1, 5)),
            Sample("去年，全市新增⟦1.62万个⟧学位。", day(2025, 2, 6)),
        ),
        Clash(
            "截至11月底，全区培育农民合作社86家，其中⟦21家⟧获评国家级示范社。",
            "截至11月底，全区农民合作社达到86家，其中⟦12家⟧获评国家级示范社。",
        ),
        Clash(
            Sample("今年前10个月，职业学院2024届毕业生去向落实率⟦96.8%⟧。", day(2024, 11, 6), place="青石市"),
            Sample("2024年，职业学院2024届毕业生去向落实率达到⟦98.6%⟧。", day(2025, 3, 14), place="青石市"),
        ),
        Clash(
            Sample("青石县人民医院城东院区设计床位⟦600张⟧，主体已经封顶。", day(2024, 10, 6), place="青石县"),
            Sample("青石县人民医院城东院区规划设置床位⟦800张⟧，明年启用。", day(2025, 3, 14), place="青石县"),
        ),
        Clash(
            Sample("全县建成农机共享服务点⟦146个⟧，覆盖八成行政村。", day(2025, 1, 12), place="青石县"),
            Sample("目前，农机共享服务点已有⟦416个⟧。", day(2025, 5, 14), place="青石县"),
        ),
        Clean(
            Sample("公司去年业务量在2023年1260万件的基础上增长8.2%。", day(2025, 1, 12), place="青石县"),
            Sample("2024年，公司业务量1363万件。", day(2025, 2, 14), place="青石县"),
            because="前一处说的是基数",
        ),
        Clean(
            Sample("今年前10个月，职业学院2024届毕业生去向落实率96.8%。", day(2024, 11, 6), place="青石市"),
            Sample("2024年，职业学院2024届毕业生去向落实率达到98.3%。", day(2025, 3, 14), place="青石市"),
            because="后来又有人落实了去向",
        ),
        Clash(
            Sample("青石县云湖小学总投资1.2亿元，设计学位⟦1620个⟧。", day(2024, 11, 12), place="青石县"),
            Sample("青石县云湖小学规划学位⟦1260个⟧，明年开学。", day(2025, 5, 12), place="青石县"),
        ),
        Clean(
            Sample("青石县云湖小学一期设计学位810个。", day(2024, 11, 12), place="青石县"),
            Sample("青石县云湖小学规划学位1620个，明年开学。", day(2025, 5, 12), place="青石县"),
            because="一处只是一期的",
        ),
        Clean("一季度全区规上工业总产值增长5.3%。", "一季度全区规上工业总产值增长5.26%。", because="取整"),
        Clean(
            Sample("今年全馆购书经费增加到4800万元。", day(2024, 10, 5), place="青石县"),
            Sample("2024年，全馆购书经费4860万元，比年初安排多了60万元。", day(2025, 1, 5), place="青石县"),
            because="后一处说明了差多少",
        ),
        Clean(
            Sample("青石县汇总了2024年的数字。耕地质量监测点覆盖面积64.9万亩。", day(2025, 3, 28), place="青石县"),
            Sample("耕地质量监测点覆盖面积70.2万亩，较年初增长8.2%。", day(2025, 4, 20), place="青石县"),
            because="后一处的增幅正是从前一处的数算起的",
        ),
        Clean(
            "其中，市中心发放0.98万笔、54.12亿元，铁路分中心发放0.28万笔、14.23亿元。"
            "回收个人住房贷款46.82亿元，其中市中心37.45亿元，铁路分中心9.37亿元。",
            because="一处是发放的，一处是回收的一部分",
        ),
        Clean(
            "滨江院区是重点工程，设置床位600张。医院有本部1800张、城南院区800张、滨江院区600张，床位总数达到3200张。",
            because="后一句说明600张是一部分",
        ),
        Clean(
            "新院区占地112亩，设置床位800张。加上拥有600张床位的老院区，全院床位增至1400张。",
            because="后一句加出了总数",
        ),
        Clean(
            Sample("今年，全市清理“三无”船舶84艘。", day(2024, 8, 17), place="青石县"),
            Sample("2024年，全市清理“三无”船舶203艘。", day(2025, 1, 22), place="青石县"),
            because="前一处只到八月",
        ),
        Clean(
            Sample("截至6日20时，全县停运客运班线26条。", day(2024, 7, 7), place="青石县"),
            Sample("截至7日20时，全县停运客运班线增加到31条。", day(2024, 7, 8), place="青石县"),
            because="后一处说明是增加到的",
        ),
        Clean(
            Sample("今年，全馆办展览34场。", day(2024, 12, 3), place="青石县"),
            Sample("2024年，全馆办展览36场。", day(2025, 1, 22), place="青石县"),
            because="前一处那年还没有完",
        ),
        Clean(
            Sample("目前，敬老院床位210张。", day(2024, 1, 25), place="青石县"),
            Sample("敬老院3月增加床位20张，达到230张。", day(2024, 3, 28), place="青石县"),
            because="后一处说明了差多少",
        ),
        Clean("上半年全区接待游客12万人次。", "全年全区接待游客31万人次。", because="时期不同"),
        Clean(
            Sample("全县现有茶叶加工厂26家。", day(2024, 8, 17), place="青石县"),
            Sample("全县茶叶加工厂由26家增至28家。", day(2024, 9, 20), place="青石县"),
            because="后一处说明了原先的数",
        ),
        Clean("目前全区共有幼儿园98所，其中公办园61所。", "目前全区公办幼儿园61所。", because="其中项不与总数相比"),
        Clean(
            "全区农民合作社86家，其中21家获评国家级示范社。",
            "全区农民合作社86家，其中35家获评省级示范社。",
            because="评定的级别不同",
        ),
    )
    least_score: float = field(default=0.72, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})

    most: float = field(default=1.6, metadata={"doc": "相差到几倍以上、又不像笔误，就多半不是一回事，不报告"})

    most_of_few: float = field(default=3.0, metadata={"doc": "小于`few`的数，相差到几倍以上才不报告"})

    few: int = field(default=20, metadata={"doc": "小于这个数的，差一个就差很多倍"})

    least_guessed: float = field(default=0.8, metadata={"doc": "时期靠推断时，指标名至少要多相近（0到1）才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports the comparable claims of one time whose intervals have no value in common."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            told = link.score >= (self.least_score if link.sure else self.least_guessed)
            return told and (self._clashes(fact, link, a, b) or (link.strong and _turned(link, a, b)))

        yield from self._found(fact, holds)

    def _clashes(self, fact: Fact, link: Link, a: Claim, b: Claim) -> bool:
        """Whether two results, or a result and an outlook, of one time have no value in common."""
        if link.refusal or link.time != "same" or Status.ACTUAL not in (a.status, b.status):
            return False
        if a.article.id == b.article.id and ((a.kind == Kind.GROWTH and not link.sure) or _of_two_lists(a, b)):
            return False
        if not link.sure and (_unlike(a, b) or _changed_from(fact, a, b) or _changed_from(fact, b, a)):
            return False
        if _both_guessed(a, b) or not clash(a, b) or accounted(a, b) or side_by_side(a, b) or self._far(a, b):
            return False
        return not any(moved(x, y) or ran_on(x, y) for x, y in ((a, b), (b, a)))

    def _far(self, a: Claim, b: Claim) -> bool:
        """Whether two numbers are farther apart than two tellings of one thing are, and no slip sets them so."""
        if a.kind is Kind.GROWTH:
            return False
        few = all(abs(n) < self.few for n in (point(a), point(b)) if n is not None)
        return strangers(a, b, self.most_of_few if few else self.most)

    def _found(self, fact: Fact, holds: Callable[[Link, Claim, Claim], bool]) -> Iterator[Discrepancy]:
        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            certain = all(e.sure and e.strong and e.score > 0.9 and e.alike > 0.25 for e in links) and all(
                exact(c) for c in claims
            )
            yield self.report(
                claims,
                f"“{name_of(claims)}”同一时期数值不一：{told_all(claims)}",
                work=difference(one, other),
                level=Level.ERROR if certain else Level.WARNING,
                verdict=Verdict.CONTRADICTION,
                repair=slip(one, other),
            )


def _turned(link: Link, a: Claim, b: Claim) -> bool:
    """Whether two rates of one year, one of them of a part of it, have the same three digits in another order."""
    if a.kind not in _RATES or link.refusal not in ("", "period") or link.time not in ("narrower", "wider"):
        return False
    ends = [c.period.end for c in (a, b) if c.period is not None and c.period.end is not None]
    one_year = len(ends) == 2 and ends[0].year == ends[1].year
    turned = sorted(digits(point(a))) == sorted(digits(point(b)))
    return one_year and turned and miswritten(a, b) >= _TELLING and a.article.id != b.article.id


def _of_two_lists(a: Claim, b: Claim) -> bool:
    """Whether one of two numbers is told as a part of a total, the other by itself, and no slip sets them apart."""
    return (a.whole is None) != (b.whole is None) and slip(a, b) is None and strangers(a, b, _NEAR)


def _unlike(a: Claim, b: Claim) -> bool:
    """Whether two numbers are one but for their hedges (40层, 近40层), or so far apart that no slip makes them one."""
    x, y = point(a), point(b)
    one_unit = a.value is not None and b.value is not None and a.value.unit == b.value.unit
    if not x or not y or digits(x) == digits(y) or not one_unit:  # 8.6万亩, 8.6万公顷
        return x is not None and x == y
    return max(x, y) > _TIMES * min(x, y) and sorted(digits(x)) != sorted(digits(y))


def _changed_from(fact: Fact, first: Claim, later: Claim) -> bool:
    """Whether the sentence of one number tells that it was the other before: 基地*由6个*增至7个."""
    told = (c for c in fact.claims if c.role == "base" and c.article.id == later.article.id)
    return any(c.sentence.index == later.sentence.index and point(c) == point(first) for c in told)


def _both_guessed(a: Claim, b: Claim) -> bool:
    """Whether nothing in either text near the figure says when, and the metric moves with time."""
    moves = Behaviour.FLOW in (a.behaviour, b.behaviour) or Behaviour.RATE in (a.behaviour, b.behaviour)
    return moves and not any(c.period and (c.period.explicit or c.period.text) for c in (a, b))
