"""KW401: two ranks of one list"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Clash,
    Clean,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Kind,
    Level,
    Sample,
    Verdict,
    day,
    disputes,
    name_of,
    patterns,
    point,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link


# What many are ranked in at one time.
_CONTEST = patterns.compile("[大竞联决]赛|锦标赛|测评|评选|评比|评估|考核|榜")


@dataclass(frozen=True)
class ConflictingRank(FactRule):
    """同一排名、同一时期，名次不一样。

    English: one ranking and period, two ranks.

    ## 为什么
    名次是最常被引用的成绩，前后不一读者一眼就看出来。

    ## 怎样判断
    名次说的是什么，看动词前的名称；没有的，看“第三的海带产量”这样后面的名称、“这一比率”所指的数、前一小句的话题、同句的前一个名次，标题里“全省第二！”看下一句。指标（或榜单）、主体、时期相同，排名的范围（全市、全省、全国）相同或都没写，名次不同。一处没有写时期的，两稿见报相隔不到一个月才相比；两处另有一个三位以上的数、一个位次变动或另一个名次相同的，知道是同一期榜单，不论相隔多久；两处的名次都说的是同一个数（产能8万吨），数有三位的不论相隔多久，不足三位的相隔不到一年。“仅次于甲市”算第二，“仅次于甲市、乙市”算第三。

    ## 不报什么
    年份不同；范围不同（全市第一、全省第三）；中期排名与最终排名写明的；“由第八位升至第四位”里原来的那个名次。
    """

    code: ClassVar[str] = "KW401"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 62
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("2024年，全市集装箱吞吐量居全国沿海港口⟦第11位⟧。", day(2025, 1, 17)),
            Sample("去年，全市集装箱吞吐量在全国沿海港口中排在⟦第12位⟧。", day(2025, 4, 10)),
        ),
        Clash(
            Sample("春节假期，全市电影票房居⟦全省第二⟧。", day(2025, 2, 10), place="青岛市"),
            Sample("放假八天，全市贡献电影票房4200万元，在全省14个市中排在⟦第三⟧。", day(2025, 2, 7), place="青岛市"),
        ),
        Clash(
            Sample("2024年，全市橡胶轮胎以24.3%的占有率居⟦第二位⟧。", day(2025, 3, 27), place="青岛市"),
            Sample("2024年，全市橡胶轮胎以24.3%的份额坐上⟦国内头把交椅⟧。", day(2025, 5, 15), place="青岛市"),
        ),
        Clash(
            Sample("日前落幕的中国大学生创新大赛传来喜讯：云岭大学金奖数位居⟦全省高校第二⟧。", day(2024, 10, 18)),
            Sample("盘点2024年，云岭大学在中国大学生创新大赛中金奖数列⟦全省高校首位⟧。", day(2025, 1, 10)),
        ),
        Clash(
            Sample("全国县级医院评估中，县医院得分886.4分，列⟦全国第27位⟧。", day(2024, 12, 10), place="青石县"),
            Sample("以886.4分在全国县级医院评估中排到⟦第31位⟧，县医院并不满足。", day(2025, 4, 8), place="青石县"),
        ),
        Clash(
            Sample("“松屿紫菜”品牌价值评估为44.85亿元，居⟦全省第四⟧。", day(2025, 1, 9)),
            Sample("“松屿紫菜”品牌价值评估是44.85亿元，在全省排⟦第三位⟧。", day(2025, 5, 16)),
        ),
        Clash(
            Sample("松屿特种纸年产能8万吨，居⟦国内第三位⟧。", day(2025, 1, 9), place="松屿县"),
            Sample("8万吨的特种纸年产能，在国内排名⟦第二⟧。", day(2025, 5, 16), place="松屿县"),
        ),
        Clash(
            Sample("2024年，全县茶叶产量8.6万吨，居⟦全省第二位⟧。", day(2025, 1, 9), place="松屿县"),
            Sample("去年，全县茶叶产量8.6万吨，⟦仅次于云岭县、望川县⟧。", day(2025, 5, 16), place="松屿县"),
        ),
        Clash(
            Sample("2024年，全县养老床位使用率为61.2%，这一比率居⟦全省第二位⟧。", day(2025, 1, 9), place="松屿县"),
            Sample("2024年，⟦全省第三⟧的养老床位使用率让松屿县松了口气。", day(2025, 5, 16), place="松屿县"),
        ),
        Clean(
            Sample("2024年，全县空气质量由全市第八位跃升至第四位。", day(2025, 1, 9), place="松屿县"),
            Sample("去年，全县空气质量列全市第四。", day(2025, 5, 16), place="松屿县"),
            because="第八位是上一年的名次",
        ),
        Clean(
            Sample("去年公布的全省水质评价中，望川河名列第12位。", day(2024, 4, 11)),
            Sample("在2024年全省水质评价中，望川河列第9位。", day(2025, 3, 18)),
            because="不是同一年的评价",
        ),
        Clean(
            Sample("1月，全市电影票房居全省第二。", day(2025, 2, 10), place="青岛市"),
            Sample("全市电影票房居全省第三。", day(2025, 6, 7), place="青岛市"),
            because="一处没有写时期，两稿相隔四个月",
        ),
        Clean(
            Sample("2023年，全市集装箱吞吐量居全国沿海港口第12位。", day(2024, 1, 17)),
            Sample("2024年，全市集装箱吞吐量居全国沿海港口第11位。", day(2025, 1, 17)),
            because="年份不同",
        ),
        Clean(
            Sample("2024年，全区规上工业增加值增速全市第一。", day(2025, 1, 17)),
            Sample("2024年，全区规上工业增加值增速全省第三。", day(2025, 1, 17)),
            because="范围不同",
        ),
    )
    within_days: int = field(default=31, metadata={"doc": "一处没有写时期的，两稿见报相隔多少天之内才相比"})
    least_score: float = field(default=0.62, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports ranks of one list and time that differ."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if a.kind != Kind.RANK or b.kind != Kind.RANK or a.figure.first or b.figure.first:
                return False
            if link.score < self.least_score or not self._of_one_time(link, a, b):
                return False
            if a.figure.among and b.figure.among and a.figure.among != b.figure.among:
                return False
            x, y = point(a), point(b)
            return x is not None and y is not None and x != y

        for claims, _ in disputes(fact, holds):
            yield self.report(
                claims,
                f"“{name_of(claims)}”名次不一：{told_all(claims)}",
                work=" ≠ ".join(dict.fromkeys(c.text for c in claims)),
                verdict=Verdict.CONTRADICTION,
            )

    def _of_one_time(self, link: Link, a: Claim, b: Claim) -> bool:
        """Whether two ranks are of one time: both say so, or one says nothing in a paper of the same days."""
        if not link.refusal:
            guessed = link.time in ("narrower", "wider") and not link.sure
            return link.time == "same" or (guessed and _of_one_contest(a, b))
        told = [c.period for c in (a, b) if c.period is not None and c.period.explicit]
        days = a.article.published, b.article.published
        if link.refusal != "period" or len(told) != 1 or not link.strong or None in days:
            return False
        return a.article.id != b.article.id and abs((days[0] - days[1]).days) <= self.within_days  # type: ignore[operator]


def _of_one_contest(a: Claim, b: Claim) -> bool:
    """Whether two ranks are told of one contest by its name, which is held once in the time that both are of."""
    shared = set(a.metric.words) & set(b.metric.words)
    return any(_CONTEST.search(word) for word in shared)
