"""GitLab's code quality report, shown in the merge request and beside the changed lines."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from checker.report.findings import findings, fresh, lines
from checker.report.places import Place, Unit, key, places
from checker.report.view import View

if TYPE_CHECKING:
    from checker.model import Report
    from checker.report.findings import Finding
    from checker.report.places import Places

SEVERITIES = {"error": "critical", "warning": "major", "note": "info"}


def render(report: Report, view: View | None = None) -> str:
    """What is new as one JSON array; an empty one where nothing is."""
    at = places(report, Unit.CODE_POINTS, (view or View()).source)
    found = [degradation(f, at) for f in fresh(findings(report))]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def degradation(found: Finding, at: Places) -> dict[str, Any]:
    """A finding as GitLab takes it: its fingerprint tells it from all others, on any branch."""
    place = at[key(found.claims[0])] if found.claims else Place(found.path, found.line)
    head, *rest = lines(found)
    return {
        "description": f"{found.code} {head}",
        "content": {"body": "\n\n".join(rest)},
        "check_name": found.rule,
        "fingerprint": f"{found.code}-{found.fingerprint}",
        "severity": SEVERITIES[found.level],
        "location": {"path": PurePath(place.path).as_posix().removeprefix("./"), "lines": {"begin": place.line or 1}},
    }
