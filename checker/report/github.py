"""Annotations of a GitHub workflow: one command a line, which the runner takes from the log."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from checker.report.findings import findings, fresh, lines
from checker.report.places import Place, Unit, key, places
from checker.report.view import View

if TYPE_CHECKING:
    from checker.model import Report
    from checker.report.findings import Finding
    from checker.report.places import Places

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, view: View | None = None) -> str:
    """What is new as workflow commands, the loudest first, since a step shows ten of each kind."""
    at = places(report, Unit.UTF_16, (view or View()).source)
    return "".join(f"{command(f, at)}\n" for f in fresh(findings(report)))


def command(found: Finding, at: Places) -> str:
    """A finding as one workflow command."""
    place = at[key(found.claims[0])] if found.claims else Place(found.path, found.line, 0, found.line)
    given = {"file": PurePath(place.path).as_posix(), **_lines(place), "title": found.title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in given.items())
    return f"::{COMMANDS[found.level]} {properties}::{_data(chr(10).join(lines(found)))}"


def _lines(place: Place) -> dict[str, int]:
    """Lines and columns; the runner takes columns only within one line."""
    if not place.line:
        return {}
    given = {"line": place.line, "endLine": place.end_line}
    if place.column and place.line == place.end_line:
        given |= {"col": place.column, "endColumn": place.end_column}
    return given


def _data(text: str) -> str:
    r"""The message of a command, escaped.

    >>> _data("增长5%\n::error::")
    '增长5%25%0A::error::'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property, escaped.

    >>> _property("a:b,c.md")
    'a%3Ab%2Cc.md'
    """
    return _data(text).replace(":", "%3A").replace(",", "%2C")
