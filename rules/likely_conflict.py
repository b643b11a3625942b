"""KW114: two values that by all that marks them are of one fact."""

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
    day,
    difference,
    disputes,
    interchangeable,
    name_of,
    slip,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

_Match = tuple[int, str]
# Names this alike, of one time, are of one fact without further weighing.
_CERTAIN = 0.95


@dataclass(frozen=True)
class LikelyConflict(FactRule):
    """两处多半说的是一件事，数、单位或名目却不能都对。

    English: two values, units or labels that cannot both hold and that, by all that marks them, are of one fact.

    ## 为什么
    两家报纸各说各的，名称、时间、范围都只对上一部分，哪一条规则都拿不准；合起来看，却多半是一回事。

    ## 怎样判断
    名称、用词、时间、范围、数的写法和两篇里别的数，各按它有多能说明是一件事记分，相加得出可能性；达到`least`才报告。
    每个数在另一篇里只与可能性最大的那一个相比。
    数一样而单位换不过来的（6.85万亩、6.85万公顷；428名、428批），数一样而名目不同的（普惠托位、公办托位，同一句里后者另有一个数），另算各自的分。

    ## 不报什么
    别的规则已报告的，以及名称、时期都相同、归别的规则管的；可能性不到`least`的；后来长大了的；一处说明了差多少的；不是同一期、同一号线、同一时节的。
    """

    code: ClassVar[str] = "KW114"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 890
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("全县农机手培训报名人数累计已达⟦3.68万人⟧。", day(2025, 6, 10), place="青石县"),
            Sample("招生启动以来，全县先后共有⟦3.45万人⟧报名农机手培训。", day(2025, 8, 12), place="青石县"),
        ),
        Clash(
            Sample("全县累计有⟦264人⟧入选市级以上乡村人才计划。", day(2024, 12, 10), place="青石县"),
            Sample("全县累计有⟦246名⟧乡土能人入选市级以上人才计划。", day(2025, 8, 10), place="青石县"),
        ),
        Clash(
            Sample("全县普惠托位⟦1050个⟧，占托位总数的61.0%，公办托位860个。", day(2025, 6, 10), place="青石县"),
            Sample("目前，全县公办托位达到⟦1050个⟧。", day(2025, 8, 12), place="青石县"),
        ),
        Clean(
            Sample("全县普惠托位1050个，占托位总数的61.0%，公办托位860个。", day(2025, 6, 10), place="青石县"),
            Sample("目前，普惠性质的托位全县达到1050个。", day(2025, 8, 12), place="青石县"),
            because="名目相合",
        ),
        Clean(
            Sample("全县农机手培训报名人数累计已达3.68万人。", day(2025, 6, 10), place="青石县"),
            Sample("招生启动以来，全县先后共有4.26万人报名农机手培训。", day(2025, 8, 12), place="青石县"),
            because="后来又有人报名",
        ),
        Clean(
            Sample("全县累计有264人入选市级以上乡村人才计划。", day(2024, 12, 10), place="青石县"),
            Sample("原有264人，现累计有246名乡土能人入选市级以上人才计划。", day(2025, 8, 10), place="青石县"),
            because="后一处也说了前一处的数",
        ),
    )
    least: float = field(default=0.7, metadata={"doc": "两处是一件事的可能性（0到1）至少多大才报告"})

    least_named: float = field(
        default=0.85, metadata={"doc": "两处数同而名目不同，挂错名目的可能性（0到1）至少多大才报告"}
    )

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports the pairs of claims that are most likely of one fact."""
        best = _best(fact)

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if link.odds < (self.least_named if _one_number(a, b) and not _units(a, b) else self.least) or (
                not link.refusal and link.time == "same" and link.score >= _CERTAIN
            ):
                return False  # what is certainly of one fact is left to the other rules
            return link.odds >= best[link.a, b.article.id] and link.odds >= best[link.b, a.article.id]

        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            names, told = _names(one, other), told_all(claims)
            if not _one_number(one, other):
                said = f"{names}多半说的是一件事：{told}"
                yield self.report(claims, said, work=difference(one, other), repair=slip(one, other))
            elif units := _units(one, other):
                said = f"{names}多半说的是一件事，数同而单位不同：{told}"
                yield self.report(claims, said, work=" ≠ ".join(units), repair=f"{'↔'.join(units)}？")
            else:
                said = f"同一个数多半挂错了名目：{names}，{told}"
                yield self.report(claims, said, work=f"{claims[0].text} = {claims[-1].text}")


def _names(one: Claim, other: Claim) -> str:
    """The names of two claims, once where they are one."""
    return "与".join(f"“{name}”" for name in dict.fromkeys(name_of([c]) for c in (one, other)))


def _one_number(one: Claim, other: Claim) -> bool:
    """Whether the numbers of two claims are one as they are written."""
    a, b = one.value, other.value
    return a is not None and b is not None and a.point is not None and a.point == b.point


def _units(one: Claim, other: Claim) -> tuple[str, ...]:
    """The units of two claims where one cannot stand for the other; none where it can."""
    told = tuple(c.value.unit for c in (one, other) if c.value is not None)
    return () if interchangeable(*told) else told


def _best(fact: Fact) -> dict[_Match, float]:
    """The highest odds of each claim, by its index, with those of each other article."""
    best: dict[_Match, float] = {}
    for link in fact.links:
        for mine, other in ((link.a, link.b), (link.b, link.a)):
            match = (mine, fact.claims[other].article.id)
            best[match] = max(best.get(match, 0.0), link.odds)
    return best
