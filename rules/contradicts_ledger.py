"""KW601: a figure that the newsroom's ledger of confirmed facts denies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Clash,
    Clean,
    Departure,
    Discrepancy,
    Entry,
    Example,
    Fact,
    FactRule,
    Level,
    Sample,
    Verdict,
    clash,
    day,
    difference,
    exact,
    name_of,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

_SEVEN = Entry("上市高新技术企业", "河湾区", "截至2025年11月底", "⟦7家⟧", "区科技局", day(2025, 12, 5))
_PLAIN = Entry("上市高新技术企业", "河湾区", "截至2025年11月底", "7家", "区科技局", day(2025, 12, 5))
_OTHER = Entry(
    "上市高新技术企业",
    "河湾区",
    "截至2025年11月底",
    "7家",
    "区科技局",
    day(2025, 12, 5),
    exception=Departure("口径变更", "旧口径含新三板挂牌企业", "8家"),
)


@dataclass(frozen=True)
class ContradictsLedger(FactRule):
    """稿件里的数，与本社台账里核实过的数不符。

    English: a claim against the newsroom's ledger of confirmed facts.

    ## 为什么
    台账里的数有出处、有人核实过；稿件与它不符，多半是稿件错了，否则就该改台账。

    ## 怎样判断
    台账的一条按“时期，范围+指标+数”读成一句话，与稿件里的说法照一样的办法关联。指标、范围、时期、性质都相同，而两个区间没有公共部分，
    就报告。两边都写明时期、都是确数，报为错误；否则报为警告。

    ## 不报什么
    时期、口径不同的；台账这一条的例外（exception）写明的另一个数，如口径变更前的数。
    """

    code: ClassVar[str] = "KW601"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 5
    of_ledger: ClassVar[bool] = True
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(_SEVEN, Sample("截至2025年11月底，河湾区上市高企达到⟦8家⟧。", day(2025, 12, 25))),
        Clean(_PLAIN, Sample("截至2025年11月底，河湾区上市高企达到7家。", day(2025, 12, 25)), because="与台账相符"),
        Clean(_PLAIN, Sample("截至2024年底，河湾区上市高企5家。", day(2025, 1, 9)), because="时期不同"),
        Clean(_OTHER, Sample("截至2025年11月底，河湾区上市高企8家。", day(2025, 12, 25)), because="例外写明的数"),
    )
    least_score: float = field(default=0.78, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    least_certain: float = field(default=0.9, metadata={"doc": "指标名至少要多相近（0到1）才报为错误"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports for each entry the claims of its time that it denies."""
        for n, entry in enumerate(fact.claims):
            if entry.article.confirmed is None or entry.role == "exception":
                continue
            links = [e for e in fact.links if n in (e.a, e.b) and self._denied(fact, entry, _other(e, n, fact), e)]
            if not links:
                continue
            claims = [_other(e, n, fact) for e in links]
            certain = all(e.sure and e.strong and e.score >= self.least_certain for e in links)
            note = entry.article.confirmed.exception
            yield self.report(
                [*claims, entry.told_as("ledger")],
                f"“{name_of([entry])}”与台账不符：{told_all(claims)}，台账为{entry.text}（{entry.article.source}）",
                work="；".join(w for w in (difference(entry, claims[0]), f"台账注：{note}" if note else "") if w),
                level=Level.ERROR if certain and all(exact(c) for c in (entry, *claims)) else Level.WARNING,
                verdict=Verdict.CONTRADICTION,
                repair=f"按台账应为{entry.text}",
            )

    def _denied(self, fact: Fact, entry: Claim, other: Claim, link: Link) -> bool:
        """Whether an entry denies what an article says, and no exception of the entry lets it stand."""
        if other.article.confirmed or link.refusal or link.time != "same" or link.score < self.least_score:
            return False
        allowed = [c for c in fact.claims if c.role == "exception" and c.article.id == entry.article.id]
        return clash(entry, other) and all(clash(c, other) for c in allowed)


def _other(link: Link, n: int, fact: Fact) -> Claim:
    return fact.claims[link.b if link.a == n else link.a]
