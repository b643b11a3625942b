"""SARIF 2.1.0, for code scanning and for editors: a discrepancy at its first claim, linked to the others."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.problems import PAGES
from checker.report.findings import Finding, findings, marked, where
from checker.report.json import PROBLEM_NAMES, summary
from checker.report.json import document as contract
from checker.report.places import Place, Unit, key, places
from checker.report.rate import rate, shown
from checker.report.view import RulePage, View

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Claim, Report
    from checker.report.places import Places

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SUPPRESSIONS: Mapping[str, dict[str, str]] = {
    "suppressed": {"kind": "inSource"},
    "decided": {"kind": "external", "status": "accepted"},
}


def render(report: Report, view: View | None = None) -> str:
    """The run as one SARIF log; columns count UTF-16 code units, as its readers do."""
    view = view or View()
    return json.dumps(document(report, view), ensure_ascii=False, indent=2) + "\n"


def document(report: Report, view: View) -> dict[str, Any]:
    """The log as plain data."""
    found = findings(report)
    rules = _rules(found, view.rules)
    index = {rule.code: n for n, rule in enumerate(rules)}
    at = places(report, Unit.UTF_16, view.source)
    run = {
        "tool": {
            "driver": {
                "name": "Kanwu",
                **({"version": view.version, "semanticVersion": view.version} if view.version else {}),
                "language": "zh-CN",
                "rules": [_descriptor(rule) for rule in rules],
            }
        },
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [result(f, index[f.code], at) for f in found],
        "properties": {
            "summary": summary(report.summary, contract(report)["discrepancies"]),
            "errorsPerTenThousand": float(shown(rate(report).lowest)),
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def result(found: Finding, rule: int, at: Places) -> dict[str, Any]:
    """One finding.

    The fingerprint stands under GitHub's name too: told apart by line alone, two findings in one long paragraph
    would be taken for one.
    """
    place = at[key(found.claims[0])] if found.claims else Place(found.path, found.line, 0, found.line)
    main: dict[str, Any] = {"physicalLocation": _physical(place, found.claims[0] if found.claims else None)}
    others = [
        {"id": n, "physicalLocation": _physical(at[key(c)], c), "message": {"text": _braced(marked(c))}}
        for n, c in enumerate(found.claims[1:], 1)
    ]
    suppression = SUPPRESSIONS.get(found.state)
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": str(found.level),
        "message": {"text": _message(found)},
        "locations": [main],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {"kanwu/v1": found.fingerprint, "primaryLocationLineHash": f"{found.fingerprint}:1"},
        "baselineState": "unchanged" if found.state == "baselined" else "new",
        "suppressions": [{**suppression, **({"justification": found.reason} if found.reason else {})}]
        if suppression
        else [],
    }


def _message(found: Finding) -> str:
    """The message, each other claim as a link to its related location, and the arithmetic, in one paragraph."""
    links = "，".join(f"[{_linked(c)}]({n})" for n, c in enumerate(found.claims[1:], 1))
    told = [_ended(_literal(found.message))]
    told += [f"对照：{links}。"] if links else []
    told += [_ended(f"算式：{_literal(found.work)}")] if found.work else []
    told += [_ended(f"修改假设：{_literal(found.repair)}")] if found.repair else []
    return "".join(told)


def _ended(text: str) -> str:
    return text if text.endswith(("。", "？", "！")) else f"{text}。"


def _linked(claim: Claim) -> str:
    """The text of a link; brackets within it are escaped."""
    text = _braced(f"{where(claim)} {claim.text}")
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _literal(text: str) -> str:
    """Text in which nothing is a link or a placeholder."""
    return _braced(text).replace("](", "]\\(")


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _physical(place: Place, claim: Claim | None) -> dict[str, Any]:
    """A place in a file; where only the file is known, its first line, without which GitHub takes no result."""
    region: dict[str, Any] = {"startLine": place.line or 1}
    if place.column:
        region["startColumn"] = place.column
        if place.end_line != place.line:
            region["endLine"] = place.end_line
        region["endColumn"] = place.end_column
        if claim is not None and place.end_line == place.line and not claim.location.field:
            region["snippet"] = {"text": claim.text}
    return {"artifactLocation": {"uri": uri(place.path)}, "region": region}


def uri(path: str) -> str:
    """The path as a URI, relative where the path is.

    >>> uri("稿件/a b.md")
    '%E7%A8%BF%E4%BB%B6/a%20b.md'
    """
    if PurePath(path).is_absolute():
        return Path(path).as_uri()
    return quote(PurePath(path).as_posix(), errors="surrogateescape")


def _rules(found: Sequence[Finding], known: Sequence[RulePage]) -> list[RulePage]:
    """The rules of the run, and the others that something was found by."""
    pages = {page.code: page for page in known}
    for told in found:
        if (page := PAGES.get(told.code)) is not None:
            own = RulePage(told.code, page.name, page.level, page.summary, page.english, page.text)
        else:
            own = RulePage(told.code, PROBLEM_NAMES.get(told.code, told.rule), told.level, told.rule)
        pages.setdefault(told.code, own)
    return [pages[code] for code in sorted(pages)]


def _descriptor(rule: RulePage) -> dict[str, Any]:
    """A rule with its page as help."""
    told = f"{rule.summary} {rule.english}".strip()
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": told},
        "help": {"text": told, "markdown": rule.page or told},
        "defaultConfiguration": {"level": str(rule.level)},
        "properties": {"tags": ["facts", rule.name], "problem.severity": _severity(rule)},
    }


def _severity(rule: RulePage) -> str:
    return "recommendation" if rule.level == "note" else str(rule.level)
