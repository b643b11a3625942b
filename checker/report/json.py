"""The JSON report: the contract that other formats derive from."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import msgspec

from checker.figures.units import printed
from checker.model import Level, Verdict
from checker.problems import PAGES

if TYPE_CHECKING:
    from fractions import Fraction

    from checker.model import Claim, Decision, Discrepancy, Ledger, Period, Problem, Report, Summary, Value
    from checker.report.view import View

VERSION = "1"
STATES = ("new", "baselined", "suppressed", "decided")

PROBLEM_NAMES = {"KW602": "expired-ledger-entry", **{code: page.name for code, page in PAGES.items()}}


def render(report: Report, _view: View | None = None) -> str:
    """The report as one JSON object, with a final newline."""
    told = document(report)
    try:
        return msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n"
    except UnicodeEncodeError:  # half a character, from a file that holds one: msgspec writes no such thing
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def document(report: Report) -> dict[str, Any]:
    """The report as plain data, keys in the order of the contract; problems of the input stand first."""
    found = [problem(p) for p in report.problems] + [discrepancy(d) for d in report.discrepancies]
    return {"version": VERSION, "summary": summary(report.summary, found), "discrepancies": found}


def summary(told: Summary, found: list[dict[str, Any]]) -> dict[str, Any]:
    """The coverage figures, with the number of discrepancies by level."""
    return {
        "articles": told.articles,
        **({"archive": told.archive} if told.archive else {}),
        **({"versions": list(told.versions)} if told.versions else {}),
        "characters": told.characters,
        "figures": told.figures,
        "claims": told.claims,
        "facts": told.facts,
        "undated": told.undated,
        **({"ledger": ledger(told.ledger)} if told.ledger else {}),
        "not_assessable": dict(sorted(told.not_assessable.items())),
        "levels": {str(level): sum(d["level"] == level for d in found) for level in Level},
        "states": {state: sum(d["state"] == state for d in found) for state in STATES},
    }


def ledger(told: Ledger) -> dict[str, Any]:
    """How many entries of the ledger were compared with an article, and those that were not, each with the nearest."""
    return {
        "entries": told.entries,
        "met": told.entries - len(told.missed),
        "missed": [
            {"path": m.path, "line": m.line, "entry": m.text, "near": m.near or None, "why": m.why or None}
            for m in told.missed
        ],
    }


def problem(told: Problem) -> dict[str, Any]:
    """A problem of the input as a discrepancy without claims; its place opens the message."""
    name = PROBLEM_NAMES.get(told.code, "problem")
    mark = hashlib.sha256(f"{told.code}\0{told.path}\0{told.message}".encode()).hexdigest()[:16]
    return {
        "code": told.code,
        "rule": name,
        "also": [],
        "level": str(told.level),
        "verdict": str(Verdict.SUSPECT),
        "state": "new",
        "message": f"{place(told)}：{told.message}",
        "work": "",
        "repair": None,
        "fingerprint": mark,
        "decision": None,
        "claims": [],
    }


def place(told: Problem) -> str:
    """Where a problem stands, as far as known.

    >>> from checker.model import Problem
    >>> place(Problem("a.md", "", line=3, column=2)), place(Problem("b.md", ""))
    ('a.md:3:2', 'b.md')
    """
    return ":".join([told.path, *(str(n) for n in (told.line, told.column) if n)])


def discrepancy(told: Discrepancy) -> dict[str, Any]:
    """A discrepancy as plain data."""
    return {
        "code": told.code,
        "rule": told.rule,
        "also": list(told.also),
        "level": str(told.level),
        "verdict": str(told.verdict),
        "state": told.state,
        "message": told.message,
        "work": told.work,
        "repair": told.repair,
        "fingerprint": told.fingerprint,
        "decision": decision(told.decision),
        "claims": [claim(c) for c in told.claims],
    }


def decision(told: Decision | None) -> dict[str, Any] | None:
    """What was decided of a discrepancy, or None; ``lapsed`` where that holds no more."""
    if told is None:
        return None
    return {
        "as": told.kind,
        "reason": told.reason,
        "who": told.who,
        "when": told.when,
        "until": told.until.isoformat() if told.until else None,
        "lapsed": told.lapsed,
    }


def claim(told: Claim) -> dict[str, Any]:
    """A claim as plain data; offsets count in the file, or in its field for a row of a ``.jsonl`` file."""
    at = told.location
    return {
        "path": told.article.path,
        "article": told.article.id,
        **({"field": at.field} if at.field else {}),
        "line": at.line,
        "column": at.column,
        "start": at.start,
        "end": at.start + told.end - told.start,
        "text": told.text,
        "sentence": told.sentence.text,
        "published": told.article.published.isoformat() if told.article.published else None,
        "role": told.role,
        "kind": str(told.kind),
        "comparator": str(told.figure.comparator),
        "metric": told.metric.text,
        "scope": told.scope.text,
        "period": period(told.period),
        "status": str(told.status),
        "behaviour": str(told.behaviour) if told.behaviour else None,
        "value": value(told.value, changed=told.figure.direction != 0),
        "evidence": {name: list(span) for name, span in sorted(_evidence(told).items())},
    }


def _evidence(told: Claim) -> dict[str, tuple[int, int]]:
    """The evidence in the numbering of ``start``; what stands in another field of the row is left out."""
    shift = told.start - told.location.start
    here = {name: (span.start - shift, span.end - shift) for name, span in told.evidence.items()}
    if not told.location.field:
        return here
    last = len(told.article.title) if told.location.field == "title" else None
    return {n: (s, e) for n, (s, e) in here.items() if s >= 0 and (last is None or e <= last)}


def period(told: Period | None) -> dict[str, Any] | None:
    """The days a figure holds for, or None."""
    if told is None:
        return None
    return {
        "start": told.start.isoformat() if told.start else None,
        "end": told.end.isoformat() if told.end else None,
        "explicit": told.explicit,
        "text": told.text,
    }


def value(told: Value | None, *, changed: bool = False) -> dict[str, Any] | None:
    """The stated interval as decimal strings, or None for a figure without a value.

    百分点 are points where something ``changed`` by them, and told alone no more than percents.
    """
    if told is None:
        return None
    return {
        "low": None if told.low is None else decimal(told.low),
        "high": None if told.high is None else decimal(told.high),
        "unit": printed(told.unit, changed=changed),
        "step": None if told.step is None else decimal(told.step),
    }


def decimal(number: Fraction) -> str:
    """A number as an exact decimal string, "a/b" where no decimal is exact.

    >>> from fractions import Fraction as F
    >>> [decimal(n) for n in (F(120000000), F(53, 10), F(-1, 8), F(1, 3))]
    ['120000000', '5.3', '-0.125', '1/3']
    """
    rest, places = number.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        places = max(places, power)
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    if not places:
        return str(number.numerator)
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"
