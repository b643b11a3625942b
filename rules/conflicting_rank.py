"""KW401: two ranks of one list"""

from __future__ import annotations

from dataclasses import field
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
    dataclass,
    day,
    disputes,
    name_of,
    point,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link


@dataclass(frozen=True)
class ConflictingRank(FactRule):
    """同一排名、同一时期，名次不一样。

    English: one ranking and period, two ranks.

    ## 为什么
    名次是最常被引用的成绩，前后不一读者一眼就看出来。

    ## 怎样判断
    指标（或榜单）、主体、时期相同，排名的范围（全市、全省、全国）相同或都没写，名次不同。

    ## 不报什么
    年份不同；范围不同（全市第一、全省第三）；中期排名与最终排名写明的。
    """

    code: ClassVar[str] = "KW401"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 62
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("2024年，全市集装箱吞吐量居全国沿海港口⟦第11位⟧。", day(2025, 1, 17)),
            Sample("去年，全市集装箱吞吐量在全国沿海港口中排在⟦第12位⟧。", day(2025, 4, 10)),
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
    least_score: float = field(default=0.62, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports ranks of one list and time that differ."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if a.kind != Kind.RANK or b.kind != Kind.RANK or a.figure.first or b.figure.first:
                return False
            if link.refusal or link.time != "same" or link.score < self.least_score:
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
