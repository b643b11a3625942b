"""The report as one page for a browser: no network, all that it shows and does in one file.

The page's own style and script stand in files beside this module and are inlined; a policy in the page allows these
two by their hashes and nothing else. What articles say reaches the page as data only: in the template every value is
escaped, and the script makes text of it, never markup.

Decisions made in the page are exported as JSON Lines for ``kanwu decide --import``, one object a line with the keys
``fingerprint``, ``as`` (``confirmed``, ``explained`` or ``false-positive``), ``reason`` (never empty), ``who`` (may be
empty), ``when`` (UTC, ``2026-01-31T08:00:00Z``) and ``until`` (``2026-12-31``, the last day, or null).
"""

from __future__ import annotations

import base64
import hashlib
import json
import shlex
from functools import cache
from importlib.resources import files
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from checker.model import Level
from checker.report.findings import findings, fresh, marked, where
from checker.report.html.data import page_data
from checker.report.html.words import words
from checker.report.layout import printable
from checker.report.rate import PASS, rate, shown
from checker.report.view import View

if TYPE_CHECKING:
    from jinja2 import Environment

    from checker.model import Report

# The script is one, made of these in their order.
SCRIPTS = ("base", "store", "text", "plot", "finding", "filters", "list", "article", "decide", "keys", "main")
EXPORTED = "decisions-from-page.jsonl"  # what the page saves
STATIC = 200  # findings that are listed where no script runs


def render(report: Report, view: View | None = None) -> str:
    """The page, in the language of ``view``."""
    told = view or View()
    style, script = _file("style.css"), _script()
    found = fresh(findings(report))
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            lang=told.lang,
            words=SimpleNamespace(**words(told.lang)),  # not a dict, whose methods would come first
            version=told.version,
            style=_raw(style),
            script=_raw(script),
            policy=_policy(style, script),
            data=_raw(_embedded(_carried(report, told))),
            summary=report.summary,
            unassessed=sorted(report.summary.not_assessable.items(), key=lambda item: (-item[1], item[0])),
            levels=[(str(level), sum(f.level is level for f in found)) for level in Level],
            rate=_rate(report),
            found=found[:STATIC],
            marked=marked,
            where=where,
        )
    )


def _carried(report: Report, view: View) -> dict[str, Any]:
    """The data of the page, with the words and rules that its script needs."""
    rules = {
        r.code: {"name": r.name, "about": (r.english if view.lang == "en" else r.summary) or r.summary}
        for r in view.rules
    }
    command = shlex.join(["kanwu", "decide", "--import", EXPORTED, *view.arguments])
    return {"lang": view.lang, "command": command, "words": words(view.lang), "rules": rules, **page_data(report)}


def _rate(report: Report) -> dict[str, str]:
    found = rate(report)
    return {"lowest": shown(found.lowest), "highest": shown(found.highest), "passes": str(PASS)}


def _embedded(data: dict[str, Any]) -> str:
    r"""JSON that may stand in a script element, whatever its strings hold.

    >>> _embedded({"a": "</script>\u2028"})
    '{"a":"\\u003c/script\\u003e\\u2028"}'
    """
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        told = told.replace(char, f"\\u{ord(char):04x}")
    return told


def _policy(style: str, script: str) -> str:
    """What the page may do: its own style and script, an empty icon, and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _file(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    parts = "\n".join(_file(f"{name}.js") for name in SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}}})();\n'


def _raw(text: str) -> Any:
    """Text that the template prints as it is: our own style and script, and data that is escaped already."""
    from markupsafe import Markup  # noqa: PLC0415 - only this format needs it

    return Markup(text)  # noqa: S704 - see above


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - as above

    made = Environment(
        loader=PackageLoader("checker.report", "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["printable"] = printable
    return made
