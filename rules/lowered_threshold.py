"""KW102: a bound that later falls"""

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
    day,
    disputes,
    name_of,
    point,
    slip,
    strain,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

_BOUNDS = (Comparator.ABOVE, Comparator.AT_LEAST)


@dataclass(frozen=True)
class LoweredThreshold(FactRule):
    """先说突破了大数，后来只说突破小数；或同一时点两个“突破”相差过大。

    English: an open bound (突破5700) followed by a lower one (突破5000), or two far apart on one day.

    ## 为什么
    “突破5000”严格说来并不排斥“突破5700”，但读者会当作倒退；多半是用了旧材料，或两处口径不同。

    ## 怎样判断
    两处都是下限（突破、超、逾、以上、余），同一指标与范围；后一处的数低于前一处，而且前一处的数已超出“突破”一词通常所及
    （末位非零数字再进一步）；时点相同而相差如此之大的，也报告；一段时期里的数，不应比包含它的更长一段还大。

    ## 不报什么
    后来更大的下限；一处是确数；相差不到一步的取整（突破9.5万与9.6万）；不同时期的流量。
    """

    code: ClassVar[str] = "KW102"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 80
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("全区算力规模⟦突破5700P⟧。", day(2025, 12, 9)),
            Sample("全区算力规模⟦突破5000P⟧。", day(2025, 12, 25)),
        ),
        Clash(
            Sample("2024年1至10月，槐安博物馆接待观众⟦突破120万人次⟧。", day(2024, 11, 5)),
            Sample("2024年，槐安博物馆接待观众⟦超过110万人次⟧。", day(2025, 1, 15)),
        ),
        Clash(
            Sample("线上，石门陶艺节相关短视频播放量⟦突破5.3亿次⟧。", day(2025, 10, 28), place="石门县"),
            Sample("石门陶艺节期间，相关短视频播放量⟦突破5.1亿次⟧。", day(2025, 12, 26), place="石门县"),
        ),
        Clean(
            Sample("石门陶艺节相关短视频播放量突破3.2亿次。", day(2025, 10, 20), place="石门县"),
            Sample("石门陶艺节期间，相关短视频播放量突破5.1亿次。", day(2025, 12, 26), place="石门县"),
            because="先说时还没有办完",
        ),
        Clean(
            Sample("全区算力规模突破5000P。", day(2025, 6, 9)),
            Sample("全区算力规模突破5700P。", day(2025, 12, 25)),
            because="后来更大",
        ),
        Clean("全区专任教师突破1万人，达到10120人。", "全区专任教师突破1万人。", because="概数与确数相容"),
    )
    least_score: float = field(default=0.65, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports pairs of lower bounds of which the later or the equally dated is too low."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if link.refusal or not link.strong or link.score < self.least_score or a.status != Status.ACTUAL:
                return False
            if a.figure.comparator not in _BOUNDS or b.figure.comparator not in _BOUNDS:
                return False
            return _lowered(link, a, b)

        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            yield self.report(
                claims,
                f"“{name_of(claims)}”的下限前后不一：{told_all(claims)}",
                work=f"{one.text}之后又作{other.text}：不算矛盾，但其中一处过时或另有口径",
                repair=slip(one, other),
            )


def _lowered(link: Link, a: Claim, b: Claim) -> bool:
    """Whether the later of two bounds is the lower one, or one of two of one time lies far below the other."""
    x, y = point(a), point(b)
    if x is None or y is None or x == y:
        return False
    if link.time == "same":
        stated = link.sure or a.article.published == b.article.published
        return strain(a, b) if stated else x > y
    if link.time in ("narrower", "wider"):
        return _outgrown(a, b) if link.time == "narrower" else _outgrown(b, a)
    return (x > y) if link.time == "before" else (link.time == "after" and y > x)


def _outgrown(part: Claim, whole: Claim) -> bool:
    """Whether a sum of a part of a stretch of time passes what is told later of all of it: 10月初120万, 全年110万."""
    x, y, first, later = point(part), point(whole), part.article.published, whole.article.published
    if x is None or y is None or first is None or later is None or Behaviour.RATE in (part.behaviour, whole.behaviour):
        return False
    return x > y and first <= later
