"""KW602: an entry of the ledger that is to be confirmed anew, or a goal in it whose day has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Clash,
    Clean,
    Discrepancy,
    Entry,
    Example,
    Fact,
    FactRule,
    Level,
    Sample,
    Status,
    day,
    known_on,
    name_of,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link


def _confirmed(value: str) -> Entry:
    return Entry(
        "上市高新技术企业", "河湾区", "截至2025年11月底", value, "区科技局", day(2025, 12, 5), day(2026, 3, 31)
    )


def _goal(value: str) -> Entry:
    return Entry("算力规模", "河湾区", "到2025年底", value, "区政府工作报告", day(2025, 1, 17), status="target")


@dataclass(frozen=True)
class ExpiredLedgerEntry(FactRule):
    """台账的一条过了复核日还在用，或者目标的期限到了还没有结果。

    English: a ledger entry past its re-check day, or a goal in it whose day has come without a result.

    ## 为什么
    台账要跟着事实走；过期的数拿来核稿，会把对的改错。

    ## 怎样判断
    复核日（recheck）之后刊发的稿件说到同一指标；或者台账里的目标（status: target）期限已过，期限之后刊发的稿件说到它，
    而没有一篇说到期限时的实绩。以最近的一篇为证。

    ## 不报什么
    没有写复核日的；复核日之前刊发的稿件；已经有实绩的目标。今天为止该复核的全部条目，用 kanwu ledger check 查。
    """

    code: ClassVar[str] = "KW602"
    level: ClassVar[Level] = Level.NOTE
    rank: ClassVar[int] = 910
    of_ledger: ClassVar[bool] = True
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(_confirmed("⟦7家⟧"), Sample("目前，河湾区上市高新技术企业⟦9家⟧。", day(2026, 6, 9))),
        Clash(_goal("⟦2600P⟧"), Sample("到2025年底，河湾区算力规模力争达到⟦2600P⟧。", day(2026, 2, 9))),
        Clean(_confirmed("7家"), Sample("目前，河湾区上市高新技术企业8家。", day(2026, 2, 9)), because="未到复核日"),
        Clean(
            _goal("2600P"),
            Sample("到2025年底，河湾区算力规模力争达到2600P。", day(2026, 1, 9)),
            Sample("截至2025年底，河湾区算力规模2710P。", day(2026, 1, 19)),
            because="已经有实绩",
        ),
    )
    least_score: float = field(default=0.86, metadata={"doc": "两处指标名至少要多相近（0到1）才算同一指标"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports each entry at most once, with the latest article that speaks of it."""
        for n, entry in enumerate(fact.claims):
            if entry.article.confirmed is None or entry.role == "exception":
                continue
            beside = [fact.claims[e.b if e.a == n else e.a] for e in fact.links if n in (e.a, e.b) and self._near(e)]
            dated = [c for c in beside if c.article.confirmed is None and c.article.published]
            if not dated:
                continue
            last = max(dated, key=lambda c: (str(c.article.published), c.status == entry.status, c.key))
            if fault := _fault(entry, last, dated):
                yield self.report(
                    [last, entry.told_as("ledger")],
                    f"“{name_of([entry])}”{fault}：台账为{entry.text}，最近的稿件为{told(last)}",
                )

    def _near(self, link: Link) -> bool:
        return link.score >= self.least_score and link.refusal in ("", "status", "period")


def _fault(entry: Claim, last: Claim, others: list[Claim]) -> str:
    """What is the matter with an entry, "" if nothing."""
    printed, confirmed = last.article.published, entry.article.confirmed
    if confirmed and confirmed.recheck and printed and printed > confirmed.recheck:
        return f"的台账条目过了复核日 {confirmed.recheck}"
    due = entry.period.end if entry.period else None
    if entry.status == Status.ACTUAL or due is None or printed is None or printed <= due:
        return ""
    results = [day for c in others if c.status == Status.ACTUAL and (day := known_on(c))]
    return "" if any(day >= due for day in results) else f"的目标期限 {due} 已过，没有见到结果"
