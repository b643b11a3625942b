"""KW106: one number in two units"""

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
    clash,
    day,
    digits,
    dimension,
    disputes,
    exact,
    name_of,
    one_each,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

# Power, and what it yields in an hour: where the names are one, even a round number is of one of them.
_POWERED = {"能量", "功率"}
_CERTAIN = 0.95
# A number of so many digits is met by no chance.
_NO_CHANCE = 3
# A name that is longer than this has a stem and an end.
_STEM = 2


@dataclass(frozen=True)
class UnitClash(FactRule):
    """同一件事、同一个数，单位却不同：668万标箱，668万吨。

    English: the same number of the same event in another unit.

    ## 为什么
    数字一字不差而单位不同，几乎总是一处单位写错。

    ## 怎样判断
    指标、范围相同，时期相同，写出来的数（万、亿算在内）相等，至少三位有效数字，单位的量纲不同；
    或者量纲相同而单位不同（1260亩、1260公顷），不论说的是哪一天；或者量词一个装着几个另一个的（12万瓶、12万箱）。
    指标名几乎一样时，两位有效数字也报。
    同一天的同一个数，数的东西只差末尾（超充站112座、超充桩112根），量词又不同的，也报。

    ## 不报什么
    换算后相等的（1公顷与15亩）；指标不同的巧合；只有一处是其中项的；一位数；一吨水就是一立方米的；家、个、所等可以互换的量词；一席、一例就是一人，一家就是一户的。
    """

    code: ClassVar[str] = "KW106"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 40
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("2024年，全港集装箱吞吐量⟦668万吨⟧。", day(2025, 1, 17)),
            Sample("去年，全港集装箱吞吐量达到⟦668万标箱⟧。", day(2025, 4, 10)),
        ),
        Clash(
            Sample("松屿区滨河体育公园占地⟦1260亩⟧。", day(2024, 3, 17)),
            Sample("松屿区占地⟦1260公顷⟧的滨河体育公园开放。", day(2025, 4, 10)),
        ),
        Clash(
            Sample("松屿光伏电站装机容量⟦80万千瓦⟧，去年全容量并网。", day(2025, 3, 8), place="松屿区"),
            Sample("在松屿光伏电站，⟦80万千瓦时⟧的装机容量排在全市第一。", day(2025, 3, 25), place="松屿区"),
        ),
        Clean(
            Sample("松屿光伏电站装机容量80万千瓦，去年全容量并网。", day(2025, 3, 8), place="松屿区"),
            Sample("松屿光伏电站昨天发电80万千瓦时。", day(2025, 3, 25), place="松屿区"),
            because="装机和发电是两件事",
        ),
        Clash(
            Sample("松屿区备足赛事饮用水⟦12万瓶⟧。", day(2025, 3, 8)),
            Sample("松屿区赛前备下的⟦12万箱⟧赛事饮用水用去大半。", day(2025, 3, 25)),
        ),
        Clash(
            Sample("截至2024年底，松屿区建成超充站⟦126座⟧。", day(2025, 1, 17)),
            Sample("截至2024年底，松屿区建成超充桩⟦126根⟧。", day(2025, 4, 10)),
        ),
        Clean(
            Sample("2024年，全市民营企业进出口668亿元。", day(2025, 1, 17)),
            Sample("2024年，全港集装箱吞吐量668万标箱。", day(2025, 4, 10)),
            because="指标不同，数字巧合",
        ),
        Clean(
            Sample("2024年，全区发放学位券126张。", day(2025, 1, 17)),
            Sample("2024年，全区发放学位券126份。", day(2025, 4, 10)),
            because="量词可以互换",
        ),
        Clean(
            Sample("全县有记录的野生植物中，兰科126种。", day(2025, 1, 17)),
            Sample("苗圃今年移栽植株240株，其中兰科126株。", day(2025, 1, 20)),
            because="一处是总数里的一项",
        ),
        Clean(
            Sample("全省新一届委员共有168席。", day(2025, 1, 17)),
            Sample("全省新一届委员共有168人。", day(2025, 1, 20)),
            because="一席就是一人",
        ),
        Clean(
            Sample("前三季度，全市日均新登记企业1260户。", day(2025, 10, 17)),
            Sample("前三季度，全市日均新登记企业1260家。", day(2025, 10, 20)),
            because="一家就是一户",
        ),
    )
    least_score: float = field(default=0.8, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    likely_score: float = field(default=0.9, metadata={"doc": "量纲不同的，指标名多相近（0到1）时，两位有效数字也报"})
    certain_score: float = field(default=0.95, metadata={"doc": "指标名多相近（0到1）时，两位有效数字也报"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports equal written numbers of one metric and time whose units are of different dimensions."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            x, y = a.value, b.value
            if not (exact(a) and exact(b)) or (link.score < self.least_score and not _counted_otherwise(link, a, b)):
                return False
            if (
                x is None
                or y is None
                or x.low is None
                or x.low != y.low
                or x.unit == y.unit
                or not x.unit
                or not y.unit
                or one_each(x.unit, y.unit)
            ):
                return False
            if _counted_otherwise(link, a, b):
                return len(digits(x.low)) >= _NO_CHANCE
            measured = _one_measure(link, a, b)
            if not measured and (link.refusal != "unit" or link.time != "same" or a.scope.part != b.scope.part):
                return False
            likely = self.certain_score if measured else self.likely_score
            if link.score >= _CERTAIN and {dimension(x.unit), dimension(y.unit)} == _POWERED:
                return True
            return len(digits(x.low)) >= (2 if link.score >= likely else 3)

        for claims, _ in disputes(fact, holds):
            units = list(dict.fromkeys(c.value.unit for c in claims if c.value))
            yield self.report(
                claims,
                f"“{name_of(claims)}”数同而单位不同：{told_all(claims)}",
                work=" ≠ ".join(units),
                repair=f"{units[0]}↔{units[1]}？",
            )


def _counted_otherwise(link: Link, a: Claim, b: Claim) -> bool:
    """Whether two things of one name but for its end are counted on one stated day: 超充站112座, 超充桩112根."""
    if (
        link.refusal
        or not (link.strong and link.sure)
        or link.time != "same"
        or not (a.metric.words and b.metric.words)
    ):
        return False
    x, y = a.metric.words[-1], b.metric.words[-1]
    stem = x[:-1] == y[:-1] if len(x) > _STEM else a.metric.words[:-1] == b.metric.words[:-1] != ()
    return x != y and stem


def _one_measure(link: Link, a: Claim, b: Claim) -> bool:
    """Whether two claims of one fact tell it in units of one dimension that do not come to the same amount."""
    return link.refusal in ("", "period", "behaviour") and link.strong and clash(a, b)
