"""KW112: one sentence in two articles, but for a number"""

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
    Verdict,
    clash,
    day,
    digits,
    known_on,
    point,
    told_all,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True)
class DriftedBoilerplate(FactRule):
    """同一段话在两篇稿件里字字相同，其中一个数却不同，日期解释不了。

    English: near-identical sentences whose figures differ, not explained by their dates.

    ## 为什么
    介绍性的段落往往一稿抄一稿。别的字、别的数都没有动，只有一个数变了，多半是抄错，或者只改了一处。

    ## 怎样判断
    两篇稿件里有一句话，或者相连的两个分句，去掉“目前、已、达到”一类虚词以后只差数字；说的是同一个对象，句中日期相同，时点相同或者刊发相隔不到一个月。
    改动的数不多于一半，并且其余的数里至少有两个相同，或者有一个三位以上的数相同；没有别的数可以作证时，相同的字要在`alone`个以上。
    两个数按概数、取整放宽以后仍然对不上，才报告。

    ## 不报什么
    大半的数都变了：是按新一期数据重写的。日期、年份、届次不同的，刊发相隔久的：数会变动。写明对象不同的，或者看不出是同一对象、而相同的字又不多的。
    后一稿较大、而时点没有写明的：可能是更新，只作提示。别的规则已经报告的同一对数字。实词改动过的句子：认不出是同一段话。
    会误报的：短期内真的变了、而稿件没有写时点的数，例如每天更新的受理量；同名不同物的两处介绍。
    """

    code: ClassVar[str] = "KW112"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 112
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("东山博物馆馆藏文物12680件，常设展厅⟦6个⟧，历时三年建成，是全县最大的文化设施。", day(2025, 5, 18)),
            Sample("东山博物馆馆藏文物12680件，常设展厅⟦8个⟧，历时三年建成，是全县最大的文化设施。", day(2025, 6, 2)),
        ),
        Clash(
            Sample("东山水库总库容1.26亿立方米，历时⟦5年⟧建成，承担着全县防洪、灌溉和供水的任务。", day(2025, 5, 18)),
            Sample("东山水库总库容1.26亿立方米，历时⟦7年⟧建成，承担着全县防洪、灌溉和供水的任务。", day(2025, 5, 30)),
        ),
        Clean(
            Sample("东山博物馆馆藏文物12680件，常设展厅6个，全年接待观众31万人次。", day(2024, 1, 18)),
            Sample("东山博物馆馆藏文物12680件，常设展厅8个，全年接待观众42万人次。", day(2025, 6, 2)),
            because="相隔一年多，数会变动",
        ),
        Clean(
            Sample("截至4月底，东山博物馆馆藏文物12680件，常设展厅6个，志愿者讲解员有210名。", day(2025, 5, 6)),
            Sample("截至5月底，东山博物馆馆藏文物12680件，常设展厅8个，志愿者讲解员有210名。", day(2025, 6, 2)),
            because="截至的日子不同",
        ),
        Clean(
            Sample("东山博物馆馆藏文物12680件，常设展厅6个，志愿者讲解员有210名。", day(2025, 5, 18)),
            Sample("西山博物馆馆藏文物12680件，常设展厅8个，志愿者讲解员有210名。", day(2025, 6, 2)),
            because="两家博物馆",
        ),
        Clean(
            Sample("东山水库总库容1.26亿立方米，坝高约42米，承担着全县防洪、灌溉和供水的任务。", day(2025, 5, 18)),
            Sample("东山水库总库容1.26亿立方米，坝高41.8米，承担着全县防洪、灌溉和供水的任务。", day(2025, 5, 30)),
            because="取整",
        ),
    )
    alone: int = field(default=30, metadata={"doc": "没有别的数相同时，相同的汉字至少要有多少个"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports the numbers that differ between two tellings of one run of words."""
        tellings = _tellings(fact)
        if len(tellings) < 2:
            return
        first = tellings[0]
        other = next((t for t in tellings if _texts(t) != _texts(first)), first)
        apart = [n for n, (a, b) in enumerate(zip(first, other, strict=True)) if _differ(a, b)]
        same = [a for a, b in zip(first, other, strict=True) if a.text == b.text]
        changed = len(first) - len(same)
        if not apart or not self._telling(fact, same, changed):
            return
        for n in apart:
            claims = sorted((t[n] for t in tellings), key=_printed)
            yield self.report(
                claims,
                f"同一段话，{'只有一个数' if changed == 1 else '有的数'}不同：{told_all(claims)}",
                work=f"{first[n].text} ≠ {other[n].text}" + (f"；同一段里没有变的有 {_shown(same)}" if same else ""),
                level=None if _not_moved(first[n], other[n]) else Level.NOTE,
                verdict=Verdict.SUSPECT,
            )

    def _telling(self, fact: Fact, same: Sequence[Claim], changed: int) -> bool:
        """Whether so much is equal that what differs is no other telling."""
        if changed > max(len(same), 1):
            return False
        if len(same) > 1 or any(len(digits(point(c))) > 2 for c in same):
            return True
        return len(_HAN.findall(fact.id)) >= self.alone


def _tellings(fact: Fact) -> list[list[Claim]]:
    """The numbers of each telling, in their order; nothing for a fact of another sort."""
    if fact.links or not fact.id.startswith("template:"):
        return []
    found: dict[tuple[str, int], list[Claim]] = {}
    for c in fact.claims:
        found.setdefault((c.article.id, c.sentence.index), []).append(c)
    told = list(found.values())
    # A sentence that tells the words twice over is no telling of them.
    return [t for t in told if len(t) == min(map(len, told))]


def _texts(told: Sequence[Claim]) -> list[str]:
    return [c.text for c in told]


def _printed(claim: Claim) -> tuple[str, str]:
    return str(claim.article.published or ""), claim.article.id


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two numbers of one place in the template cannot both be right."""
    if a.value is None or b.value is None:
        return a.text != b.text
    return clash(a, b)


def _not_moved(a: Claim, b: Claim) -> bool:
    """Whether time cannot have moved one number to the other: one stated time, one day, or less than before."""
    if a.kind in (Kind.DURATION, Kind.ENUMERATION) or (
        a.period and b.period and a.period.explicit and b.period.explicit
    ):
        return True
    ends = known_on(a), known_on(b)
    if None in ends or ends[0] == ends[1]:
        return True
    early, late = sorted((a, b), key=_printed)
    x, y = point(early), point(late)
    return x is None or y is None or (y < x and Behaviour.FLOW not in (a.behaviour, b.behaviour))


def _shown(same: Sequence[Claim]) -> str:
    return "、".join(list(dict.fromkeys(c.text for c in same))[:4])
