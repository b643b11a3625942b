"""What a run found as one list, problems of the input and discrepancies alike, the loudest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.model import Claim, Level
from checker.report.json import PROBLEM_NAMES
from checker.report.json import problem as as_data
from checker.report.layout import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Problem, Report


@dataclass(frozen=True)
class Finding:
    """A discrepancy, or a problem of the input, which has no claims.

    ``path``, ``line`` and ``column`` say where it stands: at its first claim, or where the problem is (0: not known).
    ``reason``: of what was decided of it.
    """

    code: str
    rule: str
    level: Level
    state: str
    message: str
    fingerprint: str
    path: str
    line: int = 0
    column: int = 0
    claims: tuple[Claim, ...] = ()
    work: str = ""
    repair: str = ""
    also: tuple[str, ...] = ()
    reason: str = ""

    @property
    def title(self) -> str:
        """Code and name of the rule."""
        return f"{self.code} {self.rule}"


def findings(report: Report) -> tuple[Finding, ...]:
    """All that was found: by level, then problems, then discrepancies in report order."""
    order = list(Level)
    found = [*(_of_problem(p) for p in report.problems), *_of_discrepancies(report)]
    return tuple(sorted(found, key=lambda f: order.index(f.level)))


def fresh(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """What nobody has dealt with: neither in the baseline nor suppressed nor decided."""
    return tuple(f for f in found if f.state == "new")


def _of_problem(told: Problem) -> Finding:
    name = PROBLEM_NAMES.get(told.code, "problem")
    mark = str(as_data(told)["fingerprint"])
    return Finding(told.code, name, told.level, "new", told.message, mark, told.path, told.line, told.column)


def _of_discrepancies(report: Report) -> Iterable[Finding]:
    for told in report.discrepancies:
        first = told.claims[0] if told.claims else None
        yield Finding(
            code=told.code,
            rule=told.rule,
            level=told.level,
            state=told.state,
            message=told.message,
            fingerprint=told.fingerprint,
            path=first.article.path if first else "",
            line=first.location.line if first else 0,
            column=first.location.column if first else 0,
            claims=told.claims,
            work=told.work,
            repair=told.repair or "",
            also=told.also,
            reason=told.decision.reason if told.decision else "",
        )


def where(claim: Claim) -> str:
    """Where a claim stands, as the report for editors tells it.

    The line and column of a row's field are the row and the column within the field.
    """
    at = claim.location
    if claim.article.confirmed:
        return f"{claim.article.path}:{at.line}"
    return f"{claim.article.id}:{at.field}:{at.column}" if at.field else f"{claim.article.id}:{at.line}:{at.column}"


def marked(claim: Claim, opening: str = "【", closing: str = "】") -> str:
    """The sentence of a claim on one line, its figure between ``opening`` and ``closing``."""
    text, span = printable(claim.sentence.text), claim.figure.span
    return f"{text[: span.start]}{opening}{text[span.start : span.end]}{closing}{text[span.end :]}"


def lines(found: Finding) -> list[str]:
    """A finding in full as plain lines: message, each sentence with its place, arithmetic, repair."""
    told = [printable(found.message)]
    told += [f"{printable(where(c))}：{marked(c)}" for c in found.claims]
    told += [f"算式：{printable(found.work)}"] if found.work else []
    told += [f"修改假设：{printable(found.repair)}"] if found.repair else []
    return told
