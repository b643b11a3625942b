"""KW108: a deadline whose result is under its goal"""

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
    Level,
    Sample,
    Status,
    Verdict,
    clash,
    day,
    difference,
    disputes,
    name_of,
    point,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

_SUCCESS = ("超额", "圆满", "成功", "如期", "全面完成", "顺利完成", "胜利完成", "提前完成")


@dataclass(frozen=True)
class MissedTarget(FactRule):
    """期限到了，实绩不到目标。

    English: the deadline's result stands under the goal (a warning where the text claims success).

    ## 为什么
    未完成的目标本身不是差错，但把它写成“圆满完成”是；编辑也需要知道有这么一个目标。

    ## 怎样判断
    同一指标、范围、期限，一处是目标，一处是实绩，实绩的区间整个低于目标。文中有“圆满完成”“超额”“成功突破”一类的话报为警告，否则只作提示。

    ## 不报什么
    期限未到；实绩只写到上半年或前三季度的；实绩的概数能容下目标的。
    """

    code: ClassVar[str] = "KW108"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 95
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("2025年，河湾区计划新增学位⟦5000个⟧。", day(2025, 1, 17)),
            Sample("2025年，河湾区新增学位⟦4920个⟧，圆满完成年初目标。", day(2025, 12, 26)),
        ),
        Clean(
            Sample("2025年，全区计划新增学位5000个。", day(2025, 1, 17)),
            Sample("2025年，全区新增学位5120个，超额完成年初目标。", day(2025, 12, 26)),
            because="完成了",
        ),
        Clean(
            Sample("2025年，全区计划新增学位5000个。", day(2025, 1, 17)),
            Sample("今年上半年，全区新增学位1860个。", day(2025, 7, 26)),
            because="期限未到",
        ),
    )
    least_score: float = field(default=0.86, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports results under the goal of the same deadline."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if link.refusal != "status" or link.time not in ("same", "unknown") or link.score < self.least_score:
                return False
            goal, result = (a, b) if a.status != Status.ACTUAL else (b, a)
            if result.role == "base":
                return False  # 比上年的846亿元增长19%，如期兑现
            if not clash(a, b) and not _claims_success(result):
                return False
            x, y = point(goal), point(result)
            before = (goal.article.published, result.article.published)
            return x is not None and y is not None and y < x and None not in before and before[0] < before[1]  # type: ignore[operator]

        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            results = [c for c in claims if c.status == Status.ACTUAL]
            loud = any(_claims_success(c) for c in results)
            yield self.report(
                [c if c.status == Status.ACTUAL else c.told_as("goal") for c in claims],
                f"“{name_of(claims)}”实绩不到目标：{told_all(claims)}",
                work=difference(one, other),
                level=Level.WARNING if loud else Level.NOTE,
                verdict=Verdict.SUSPECT,
            )


def _claims_success(claim: Claim) -> bool:
    """Whether the sentence of a result says that the goal was met."""
    return any(w in claim.sentence.text for w in _SUCCESS)
