"""差错率: errors per ten thousand characters, weighted as the trade weights them.

After 《报纸编校差错率计算方法》, annexed to the rules of 2020 on the quality of newspapers and periodicals: an error of
fact, logic or figures counts 1; in a headline, or in an important name or time, twice that; a form of numbers against
the standard 0.1, and all of these in one issue no more than 1. A newspaper passes up to 3 in ten thousand.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.model import Level, RegionKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Discrepancy, Report

PASS = 3  # in ten thousand, for a newspaper

FORMS = ("KW501", "KW503", "KW504")  # the form of numbers where the report is a note, otherwise a wrong figure
NAMES_AND_TIMES = ("KW301", "KW302", "KW304", "KW403")
HEADLINES = (RegionKind.TITLE, RegionKind.HEADING)
COUNTED = ("new", "baselined")


@dataclass(frozen=True)
class Rate:
    """The weighted errors of a run: the certain (errors and forms), and those to be confirmed (warnings)."""

    certain: Fraction
    doubtful: Fraction
    characters: int

    @property
    def lowest(self) -> Fraction:
        """Errors in ten thousand characters if no warning proves true."""
        return self._rate(self.certain)

    @property
    def highest(self) -> Fraction:
        """Errors in ten thousand characters if every warning proves true."""
        return self._rate(self.certain + self.doubtful)

    def _rate(self, errors: Fraction) -> Fraction:
        return errors * 10_000 / self.characters if self.characters else Fraction(0)


def rate(report: Report) -> Rate:
    """The error rate of a run; what was suppressed or decided does not count, and a dispute counts once.

    The characters are those of the articles as read; the official count goes by the area of the page and is larger.
    """
    found = [d for d in report.discrepancies if d.state in COUNTED]
    certain = _sum(d for d in found if d.level is not Level.WARNING)
    return Rate(certain, _sum(d for d in found if d.level is Level.WARNING), report.summary.characters)


def weight(told: Discrepancy) -> Fraction:
    """What one discrepancy counts; 0 for what time explains and for what is only worth knowing."""
    if told.verdict is Verdict.SUPERSEDED:
        return Fraction(0)
    if told.level is Level.NOTE:
        return Fraction(1, 10) if told.code in FORMS else Fraction(0)
    double = told.code in NAMES_AND_TIMES or any(c.sentence.region in HEADLINES for c in told.claims)
    return Fraction(2 if double else 1)


def _sum(found: Iterable[Discrepancy]) -> Fraction:
    forms: dict[tuple[str, str], Fraction] = {}
    total = Fraction(0)
    for told in found:
        counts = weight(told)
        if counts >= 1:
            total += counts
        elif counts:
            issue = (told.claims[0].article.source, str(told.claims[0].article.published)) if told.claims else ("", "")
            forms[issue] = min(forms.get(issue, Fraction(0)) + counts, Fraction(1))
    return total + sum(forms.values())


def shown(number: Fraction) -> str:
    """A count or a rate with at most two decimals, half away from zero.

    >>> shown(Fraction(4)), shown(Fraction(23, 10)), shown(Fraction(40000, 10632))
    ('4', '2.3', '3.76')
    """
    whole, cents = divmod((number * 200 + 1) // 2, 100)
    return f"{whole}.{cents:02}".rstrip("0").rstrip(".")


def told(found: Rate) -> str:
    """The rate as a sentence for an editor, "" where nothing counts."""
    if not (found.certain or found.doubtful):
        return ""
    head = f"差错率：已确定的计 {shown(found.certain)} 个差错，合万分之 {shown(found.lowest)}"
    tail = (
        f"；警告如都确有错误，再计 {shown(found.doubtful)} 个，合万分之 {shown(found.highest)}"
        if found.doubtful
        else ""
    )
    return f"{head}{tail}（报纸合格线为万分之{'一二三四五'[PASS - 1]}）。"
