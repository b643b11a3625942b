"""KW113: a later value that time explains"""

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
    Level,
    Sample,
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


@dataclass(frozen=True)
class UpdatedValue(FactRule):
    """后来的数更大，时间可以解释：7家之后是8家。

    English: a later, larger value that time explains; shown on the timeline, never loud.

    ## 为什么
    不是差错。列出来，是为了让核稿的人看见这个指标的来龙去脉。

    ## 怎样判断
    同一指标与范围的存量或累计数，时点先后分明，后来的大，涨幅平常。

    ## 不报什么
    时点相同的；后来变小的；涨幅离谱的（另有规则）。
    """

    code: ClassVar[str] = "KW113"
    level: ClassVar[Level] = Level.NOTE
    rank: ClassVar[int] = 900
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("截至2024年底，全区上市公司⟦7家⟧。", day(2025, 1, 9)),
            Sample("截至2025年11月底，全区上市公司⟦8家⟧。", day(2025, 12, 25)),
        ),
        Clean("截至2025年11月底，全区上市公司7家。", "截至2025年11月底，全区上市公司7家。", because="没有变化"),
        Clean(
            Sample("截至2024年底，全区上市公司9家。", day(2025, 1, 9)),
            Sample("截至2025年11月底，全区上市公司减少到8家。", day(2025, 12, 25)),
            because="变小不归本规则",
        ),
    )
    least_score: float = field(default=0.8, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports levels of which the later is larger."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if link.refusal or link.score < self.least_score or link.time not in ("before", "after") or not clash(a, b):
                return False
            if Behaviour.RATE in (a.behaviour, b.behaviour):
                return False
            first, later = (a, b) if link.time == "before" else (b, a)
            x, y = point(first), point(later)
            return x is not None and y is not None and y > x

        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            yield self.report(
                claims,
                f"“{name_of(claims)}”随时间更新：{told_all(claims)}",
                work=difference(one, other),
                verdict=Verdict.SUPERSEDED,
            )
