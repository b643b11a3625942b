"""What comments in the articles ask rules to be silent about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.complaints import did_you_mean
from checker.model import Decision, Level, Problem
from checker.problems import UNUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from checker.model import Discrepancy, Report, Suppression
    from checker.rule import Rule

Key = tuple[str, int]


def suppressed(report: Report, rules: Sequence[Rule], known: Callable[[], Sequence[Rule]]) -> Report:
    """The report with what a comment on either side silences marked so, and a note for each comment without effect.

    ``known``: all rules, asked for only where a comment names none of ``rules``, those of the run: what was not
    looked for is not held against a comment.
    """
    told = {(read.id, n): (read.path, s) for read in report.sources for n, s in enumerate(read.suppressions)}
    if not told:
        return report
    by_article: dict[str, list[tuple[Key, Suppression]]] = {}
    for key, (_, s) in told.items():
        by_article.setdefault(key[0], []).append((key, s))
    used: set[Key] = set()
    found = []
    for d in report.discrepancies:
        by = [
            (key, s) for c in d.claims for key, s in by_article.get(c.article.id, ()) if _holds(s, d, c.location.line)
        ]
        used.update(key for key, _ in by)
        found.append(replace(d, state="suppressed", decision=Decision("suppressed", by[0][1].reason)) if by else d)
    left = [(path, s) for key, (path, s) in told.items() if key not in used]
    return replace(
        report, discrepancies=tuple(found), problems=(*report.problems, *_without_effect(left, rules, known))
    )


def _holds(told: Suppression, found: Discrepancy, line: int) -> bool:
    names = (found.code, found.rule)
    named = not told.codes or any(_matches(code, name) for code in told.codes for name in names)
    return named and not told.fault and (told.whole or told.line == line)


def _matches(code: str, name: str) -> bool:
    return name.startswith(code) if code.isupper() else code == name


def _without_effect(
    left: Iterable[tuple[str, Suppression]], rules: Sequence[Rule], known: Callable[[], Sequence[Rule]]
) -> Iterator[Problem]:
    names = {name for r in rules for name in (r.code, r.name)}
    for path, told in left:
        fault = told.fault
        if not (told.codes or fault) and len(rules) < len(known()):
            continue
        strange = [c for c in told.codes if not any(_matches(c, n) for n in names)]
        if strange and not fault:
            every = [name for r in known() for name in (r.code, r.name)]
            unknown = [c for c in strange if not any(_matches(c, n) for n in every)]
            if not unknown and len(strange) == len(told.codes):
                continue
            fault = f"没有规则 {unknown[0]}{did_you_mean(unknown[0], every)}" if unknown else ""
        yield Problem(path, f"屏蔽{fault or '没有用上，可以删去'}", Level.NOTE, told.at, told.column, UNUSED)
