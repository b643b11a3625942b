"""Reviewdog's diagnostic format, as one JSON object; columns count bytes of UTF-8."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from checker.report.findings import findings, fresh, lines, marked
from checker.report.places import Place, Unit, key, places
from checker.report.view import View

if TYPE_CHECKING:
    from checker.model import Report
    from checker.report.findings import Finding
    from checker.report.places import Places

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, view: View | None = None) -> str:
    """What is new as diagnostics, the loudest first."""
    at = places(report, Unit.UTF_8, (view or View()).source)
    told = {"source": {"name": "kanwu"}, "diagnostics": [diagnostic(f, at) for f in fresh(findings(report))]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def diagnostic(found: Finding, at: Places) -> dict[str, Any]:
    """A finding at its first claim; the other claims are related locations."""
    first = at[key(found.claims[0])] if found.claims else Place(found.path, found.line, 0, found.line)
    others = [{"message": marked(c), "location": _location(at[key(c)])} for c in found.claims[1:]]
    return {
        "message": "\n".join(lines(found)),
        "location": _location(first),
        "severity": SEVERITIES[found.level],
        "code": {"value": found.code},
        **({"related_locations": others} if others else {}),
    }


def _location(place: Place) -> dict[str, Any]:
    """The place of a claim; a range without columns is one of whole lines."""
    told: dict[str, Any] = {"path": PurePath(place.path).as_posix()}
    if place.column:
        told["range"] = {
            "start": {"line": place.line, "column": place.column},
            "end": {"line": place.end_line, "column": place.end_column},
        }
    elif place.line:
        told["range"] = {"start": {"line": place.line}}
    return told
