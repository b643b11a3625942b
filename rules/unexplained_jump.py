"""KW104: a level that grows beyond any pace"""

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
    Level,
    Sample,
    Status,
    clash,
    day,
    difference,
    dimension,
    disputes,
    name_of,
    point,
    reached,
    slip,
    tells,
    told_all,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from fractions import Fraction

    from checker.rule import Claim, Link

_YEAR = 365
# Two papers of one season of two years are so many days more than a year apart.
_LATE = 35
# What stands behind the numbers of a date.
_OF_DATES = "年月日号"
# A name of so many characters, told alike, is of one thing.
_IN_FULL, _ONE_NAME = 4, 0.95
_TOTALS = (Behaviour.STOCK, Behaviour.CUMULATIVE)
_REASONS = ["翻番", "翻一番", "倍增", "口径", "纳入", "猛增", "激增", "跃升", "井喷", "爆发", "从无到有"]
# What became another body, or moved to another house, holds more; the paper before may say that it is about to.
_REMADE = re.compile(
    "并入|合并|划入|划归|整合|重组|收购|并购|撤并|搬迁|搬入|迁入|迁建|新址|(?<!高)新院|新校区|新馆|扩建|扩容|原有"
)
_MOVED = re.compile("并入|合并|收购|搬迁|搬入|迁入|迁建|新址|(?<!高)新院|新校区|新馆")  # not 高新院区


@dataclass(frozen=True)
class UnexplainedJump(FactRule):
    """存量在短时间里涨得离谱，稿件没有解释。

    English: a level that grows far beyond its own pace within a short time, without a word of explanation.

    ## 为什么
    九个月里从153人到230人，而同句的院士数、人才总量一字未动：更像换了口径或错了一个数。

    ## 怎样判断
    同一指标与范围的两个存量，时点先后分明，一年之内增长到`factor`倍以上，人数折合一年到`yearly`倍以上；或同句其他数字一字未动，它却增长了`with_siblings`倍以上；或增加的数是稿件写明的当年计划新增的`planned`倍以上。

    ## 不报什么
    写明翻番、合并、搬迁、扩建、口径变化的；相隔超过`within_days`天的；流量；小于10的整数；增长到`most`倍（名称说得全而相同的，`most_named`倍）以上的，那多半是另一回事。
    """

    code: ClassVar[str] = "KW104"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 100
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("截至2024年底，全县民宿总数⟦312家⟧。", day(2025, 1, 6)),
            Sample("截至2025年5月底，全县民宿总数⟦985家⟧。", day(2025, 6, 20)),
        ),
        Clash(
            Sample("截至2025年8月底，全市加装电梯累计达到⟦1860部⟧。", day(2025, 9, 18)),
            Sample("截至2025年底，全市既有住宅加装电梯累计达到⟦5420部⟧。", day(2025, 12, 30)),
        ),
        Clash(
            Sample("截至2024年5月底，全县高级技师达到⟦86人⟧。", day(2024, 6, 12), place="青石县"),
            Sample("截至2024年底，全县高级技师达到⟦142人⟧。", day(2025, 1, 10), place="青石县"),
        ),
        Clash(
            Sample("截至2023年底，全县高级技师达到⟦86人⟧。", day(2024, 1, 12), place="青石县"),
            Sample("截至2025年4月底，全县高级技师达到⟦246人⟧。", day(2025, 5, 10), place="青石县"),
        ),
        Clash(
            Sample("2024年底，全省水文测站总数⟦5236处⟧。今年计划新增水文测站150处。", day(2025, 1, 10), place="青海省"),
            Sample("截至6月底，全省水文测站总数⟦8436处⟧。", day(2025, 7, 2), place="青海省"),
        ),
        Clash(
            Sample("2024年底，全省水文测站总数⟦5236处⟧。", day(2025, 1, 10), place="青海省"),
            Sample("今年全省计划新增水文测站150处。", day(2025, 3, 10), place="青海省"),
            Sample("截至6月底，全省水文测站总数⟦8436处⟧。", day(2025, 7, 2), place="青海省"),
        ),
        Clash(
            Sample("截至9月底，全县防汛喇叭共有⟦412只⟧。", day(2025, 10, 9), place="青石县"),
            Sample("到年底，全县防汛喇叭增加到⟦1980只⟧。", day(2026, 1, 8), place="青石县"),
        ),
        Clash(
            Sample("全县已建成标准化鱼塘⟦148口⟧。", day(2025, 4, 12), place="青石县"),
            Sample("农技站搬进新址，坐诊的多了；全县标准化鱼塘增加到⟦520口⟧。", day(2025, 9, 18), place="青石县"),
        ),
        Clean(
            Sample("2024年底，全省水文测站总数5236处。今年计划新增水文测站450处。", day(2025, 1, 10), place="青海省"),
            Sample("截至6月底，全省水文测站总数6836处。", day(2025, 7, 2), place="青海省"),
            because="与计划相差不远",
        ),
        Clean(
            Sample("截至2024年5月底，全县高级技师达到86人。", day(2024, 6, 12), place="青石县"),
            Sample("截至2024年底，全县高级技师达到112人。", day(2025, 1, 10), place="青石县"),
            because="人数增长平常",
        ),
        Clean(
            Sample("截至2024年底，全县民宿总数312家。", day(2025, 1, 6)),
            Sample("截至2025年5月底，全县民宿总数335家。", day(2025, 6, 20)),
            because="增速平常",
        ),
        Clean(
            Sample("截至2019年底，全县民宿总数312家。", day(2020, 1, 6)),
            Sample("截至2025年5月底，全县民宿总数985家。", day(2025, 6, 20)),
            because="相隔五年",
        ),
        Clean(
            Sample("从2022年11月算起，到2023年末，渔港累计卸货168万吨。", day(2024, 1, 10), place="青石县"),
            Sample("从2022年11月算起，到6月底，渔港累计卸货253万吨。", day(2024, 7, 17), place="青石县"),
            because="起算的日子不是没有动的数",
        ),
        Clean(
            Sample("截至2024年6月底，渔港共有泊位14个。", day(2024, 7, 9), place="青石县"),
            Sample("截至2025年6月底，加上原先的14个，渔港共有泊位38个。", day(2025, 7, 6), place="青石县"),
            because="后一处写明了先前的数",
        ),
        Clean(
            Sample("2024年1至6月，城南营业部营业收入62.4万元。", day(2024, 7, 9), place="青石县"),
            Sample("2024年，城南营业部营业收入1368.5万元。", day(2025, 1, 6), place="青石县"),
            because="相差二十多倍，多半是两回事",
        ),
        Clean(
            Sample("县福利院原有床位共120张。", day(2023, 6, 1), place="青石县"),
            Sample("截至1月底，搬入新址的县福利院床位达到260张。", day(2024, 2, 9), place="青石县"),
            because="迁入新址",
        ),
        Clean(
            Sample("2024年9月当月，发放贷款612笔。", day(2024, 10, 18), place="青石县"),
            Sample("2024年第四季度，发放贷款1856笔。", day(2025, 1, 22), place="青石县"),
            because="一月的数和一季的数",
        ),
    )
    factor: float = field(default=1.9, metadata={"doc": "一年之内增长到几倍才报告"})
    with_siblings: float = field(default=1.3, metadata={"doc": "同句其他数字未变时，增长到几倍才报告"})
    in_months: float = field(default=1.5, metadata={"doc": "人数几个月里增长到几倍才报告"})
    yearly: float = field(default=2.2, metadata={"doc": "人数折合一年增长到几倍才报告"})
    settled: int = field(default=50, metadata={"doc": "人数多到多少，才不会几个月里大增"})
    least_settled: float = field(default=0.9, metadata={"doc": "人数的指标名至少要多相近（0到1）"})
    most_later: int = field(default=3, metadata={"doc": "相隔一年以上时，增长到多少倍以上就不报告"})
    within_days: int = field(default=550, metadata={"doc": "两个时点相隔多少天之内才报告"})
    least_score: float = field(default=0.86, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    longest: int = field(default=6, metadata={"doc": "一段时间长到另一段的多少倍以上，就不按天数推算"})
    planned: int = field(default=5, metadata={"doc": "增加的数是当年计划新增的多少倍以上才报告"})
    most: int = field(default=4, metadata={"doc": "增长到多少倍以上，就多半不是一回事，不报告"})
    most_named: int = field(default=10, metadata={"doc": "名称说得全而相同的总数，增长到多少倍以上才不报告"})
    least_narrower: float = field(default=0.62, metadata={"doc": "后说的指标多一个限定词时，至少要多相近才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports pairs of levels of which the later is too many times the earlier."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            least = self.least_narrower if _narrower_later(link) else self.least_score
            told = a.status == b.status == Status.ACTUAL
            if not told or link.refusal or not link.strong or link.score < least:
                return False
            if link.time in ("narrower", "wider"):
                return self._outruns(a, b) if link.time == "narrower" else self._outruns(b, a)
            if link.time not in ("before", "after"):
                return False
            levels = all(reached(c) and c.behaviour in _TOTALS for c in (a, b))
            if not levels or not _apart(a, b) or _of_stretches(a, b):
                return False
            first, later = (a, b) if link.time == "before" else (b, a)
            return self._leaps(link, first, later) or self._outgrows(_planned(fact), first, later)

        yield from self._found(fact, holds)

    def _leaps(self, link: Link, first: Claim, later: Claim) -> bool:
        """Whether the later of two levels is too many times the first, and nothing says why."""
        x, y = point(first), point(later)
        if not x or not y or not (first.period and later.period) or _few(x, y) or y <= x:
            return False
        if not (first.period.end and later.period.end):
            return False
        days = (later.period.end - first.period.end).days
        if days > self.within_days or _explained(first, later):
            return False
        if _unmoved(first, later):
            return self.most >= y / x >= self.with_siblings
        most = self._most(link, first, later) if days <= _YEAR + _LATE else self.most_later
        return self._pace(link, first, days) <= y / x <= most

    def _most(self, link: Link, first: Claim, later: Claim) -> int:
        """To how many times itself a level of one thing may seem to grow: more under one name told in full."""
        level = first.metric.level and later.metric.level
        return self.most_named if level and _of_one_name(link, first, later) else self.most

    def _outgrows(self, planned: Sequence[Claim], first: Claim, later: Claim) -> bool:
        """Whether a level grew by many times what was planned for all of its year."""
        x, y, days = point(first), point(later), _between(first, later)
        if not x or not y or days is None or not 0 < days <= _YEAR or _explained(first, later):
            return False
        if _few(x, y) or not self.most >= y / x >= self.with_siblings:
            return False
        near = (first.article.id, later.article.id)
        meant = [point(c) for c in planned if _covers(c, later) and (c.article.id in near or _of_one(c, later))]
        return len(meant) == 1 and bool(meant[0]) and (y - x) >= self.planned * meant[0]  # type: ignore[operator]

    def _pace(self, link: Link, first: Claim, days: int) -> float:
        """To how many times itself a level may grow in so many days: more in over a year, people less in months."""
        if days > _YEAR + _LATE:
            return float(self.factor ** (days / _YEAR))
        people = first.value is not None and dimension(first.value.unit) == "人"
        staff = people and link.score >= self.least_settled and (point(first) or 0) >= self.settled
        return float(min(self.factor, max(self.in_months, self.yearly ** (days / _YEAR)))) if staff else self.factor

    def _outruns(self, part: Claim, whole: Claim) -> bool:
        """Whether a sum to date grew so much faster than its days that the months added cannot carry it.

        One month says little of a year.
        """
        x, y, n, m = point(part), point(whole), _days(part), _days(whole)
        if not (x and y and n and m) or m > self.longest * n:
            return False
        return bool(x >= 10 and self.most >= y / x >= max(2 * m / n, self.factor))

    def _found(self, fact: Fact, holds: Callable[[Link, Claim, Claim], bool]) -> Iterator[Discrepancy]:
        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            yield self.report(
                claims,
                f"“{name_of(claims)}”短期内变化过大：{told_all(claims)}",
                work=difference(one, other),
                repair=slip(one, other),
            )


def _of_one_name(link: Link, a: Claim, b: Claim) -> bool:
    """Whether both are told under one name that says in full what is counted."""
    words = a.metric.words
    return link.score >= _ONE_NAME and words == b.metric.words and len("".join(words)) >= _IN_FULL


def _few(x: Fraction, y: Fraction) -> bool:
    """Whether the earlier count is a handful, which grows by chance."""
    return bool(x.denominator == 1 and (x < 5 or (x < 10 and y < 3 * x)))


def _planned(fact: Fact) -> list[Claim]:
    """What is planned to be added."""
    told = [c for c in fact.claims if c.status in (Status.PLAN, Status.TARGET) and c.behaviour is Behaviour.FLOW]
    return [c for c in told if c.metric.verb.startswith("新") and c.role == "value"]


def _covers(plan: Claim, level: Claim) -> bool:
    """Whether a level is told of a day of the year that a plan is for, and in its unit."""
    p, q = plan.period, level.period
    if p is None or q is None or p.start is None or p.end is None or q.end is None:
        return False
    units = [c.value.unit if c.value is not None else "" for c in (plan, level)]
    return p.start <= q.end <= p.end and dimension(units[0]) == dimension(units[1])


def _of_one(plan: Claim, level: Claim) -> bool:
    """Whether a plan of another paper is told of one place or body by one name."""
    a, b = plan.scope, level.scope
    return plan.metric.words == level.metric.words and (a.place, a.org, a.levels) == (b.place, b.org, b.levels)


def _between(first: Claim, later: Claim) -> int | None:
    """The days between two levels."""
    if first.period is None or later.period is None or first.period.end is None or later.period.end is None:
        return None
    return (later.period.end - first.period.end).days


def _narrower_later(link: Link) -> bool:
    """Whether the later of two levels is told of less than the earlier, and so should be the smaller."""
    return link.narrower == ("b" if link.time == "before" else "a" if link.time == "after" else "-")


def _days(claim: Claim) -> int:
    """The days that a claim's period spans, as far as they were over when it was printed; 0 where it is open."""
    p, day = claim.period, claim.article.published
    if p is None or not p.start or not p.end:
        return 0
    end = min(p.end, day) if day is not None and day >= p.start else p.end
    return (end - p.start).days + 1


def _explained(first: Claim, later: Claim) -> bool:
    """Whether something says why the later of two levels is so much the greater, or that it was to be expected."""
    if any(w in later.sentence.text for w in _REASONS) or any(map(_remade, (first, later))):
        return True
    # 86个停电村已有61个恢复供电; 86个停电村恢复供电. 加上一期的620米，现有岸线1100米
    return tells(first.sentence.text, later.text) or tells(later.sentence.text, first.text)


def _remade(claim: Claim) -> bool:
    """Whether an article tells at a figure, or in its title, that what is counted became another body."""
    text, figure = claim.sentence.text, claim.figure
    start, end = text.rfind("；", 0, figure.start) + 1, text.find("；", figure.end)
    told = _REMADE.search(text, start, end if end >= 0 else len(text))
    return told is not None or _MOVED.search(claim.article.title) is not None


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two values differ: no value in common, or two lower bounds of unlike height."""
    bounds = (Comparator.ABOVE, Comparator.AT_LEAST)
    return clash(a, b) or (a.figure.comparator in bounds and b.figure.comparator in bounds and point(a) != point(b))


def _of_stretches(a: Claim, b: Claim) -> bool:
    """Whether both are told of a stretch of time that is stated, one after the other: 9月发放612笔, 四季度1856笔."""
    told = [c.period for c in (a, b) if c.period is not None and c.period.explicit and not c.period.as_of]
    spans = [(p.start, p.end) for p in told if p.start is not None and p.end is not None and p.start < p.end]
    if len(spans) < len((a, b)):
        return False
    first, later = sorted(spans)
    return first[1] < later[0] and not any(c.behaviour == Behaviour.CUMULATIVE for c in (a, b))


def _unmoved(first: Claim, later: Claim) -> bool:
    """Whether the two sentences share at least two other numbers that did not move."""
    x = set(_numbers(first.sentence.text)) - {first.text}
    y = set(_numbers(later.sentence.text)) - {later.text}
    return len(x & y) >= 2


def _numbers(text: str) -> list[str]:
    out, run = [], ""
    for c in text + " ":
        if c.isdigit() or (c == "." and run):
            run += c
        else:
            if len(run) > 1 and c not in _OF_DATES:
                out.append(run)
            run = ""
    return out
