"""勘误表: one row a discrepancy, as tables of any kind hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker.report.findings import findings, marked
from checker.report.layout import printable
from checker.report.text import LEVELS, STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim, Report
    from checker.report.findings import Finding

CELL = 32_767  # characters that a cell of a spreadsheet holds


class Row(NamedTuple):
    """One discrepancy: an article and what it says, the others and what they say, what is wrong, what to do."""

    article: str
    place: str
    text: str
    others: str
    places: str
    texts: str
    problem: str
    repair: str
    level: str
    rule: str
    state: str
    fingerprint: str


HEADINGS = Row(
    "稿件", "位置", "原文", "对照稿件", "对照位置", "对照原文", "问题", "建议", "级别", "规则", "状态", "指纹"
)


def rows(report: Report) -> list[Row]:
    """A row for each finding, the loudest first; several other witnesses stand on lines of their own in a cell."""
    return [_row(f) for f in findings(report)]


def _row(found: Finding) -> Row:
    first, others = found.claims[:1], found.claims[1:]
    told = Row(
        article=printable(first[0].article.id if first else found.path),
        place=_place(first[0]) if first else ":".join(str(n) for n in (found.line, found.column) if n),
        text=marked(first[0]) if first else "",
        others=_lines([c.article.id for c in others]),
        places=_lines([_place(c) for c in others]),
        texts=_lines([marked(c) for c in others]),
        problem=_lines([found.message, f"算式：{found.work}" if found.work else ""]),
        repair=printable(found.repair),
        level=LEVELS[found.level],
        rule=found.title,
        state=STATES.get(found.state, ""),
        fingerprint=found.fingerprint,
    )
    return Row(*(cell if len(cell) <= CELL else f"{cell[: CELL - 1]}…" for cell in told))


def _place(claim: Claim) -> str:
    at = claim.location
    return f"{at.field}:{at.column}" if at.field else f"{at.line}:{at.column}"


def _lines(told: Sequence[str]) -> str:
    return "\n".join(printable(line) for line in told if line)
