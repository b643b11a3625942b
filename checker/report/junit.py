"""JUnit XML: each rule is a test; it passes where it finds nothing, and fails once for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from checker import patterns as re
from checker.model import Level
from checker.report.findings import findings, lines
from checker.report.text import LEVELS, STATES
from checker.report.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Report
    from checker.report.findings import Finding

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, view: View | None = None) -> str:
    """The run as one test suite.

    Errors and warnings fail; a file that cannot be read is an error; what is a note, or dealt with, is skipped.
    """
    found = findings(report)
    loud = {f.code for f in found}
    quiet = [rule for rule in (view or View()).rules if rule.code not in loud]
    kinds = [_kind(f) for f in found]
    counts = {
        "tests": len(found) + len(quiet),
        "failures": kinds.count("failure"),
        "errors": kinds.count("error"),
    }
    totals = " ".join(f'{name}="{n}"' for name, n in counts.items())
    cases = [*(_case(f, kind) for f, kind in zip(found, kinds, strict=True))]
    cases += [f"    <testcase {_named(r.code, r.name, r.summary)}/>\n" for r in quiet]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="kanwu" {totals}>\n'
        f'  <testsuite name="kanwu" {totals} skipped="{kinds.count("skipped")}">\n'
        f"{''.join(cases)}  </testsuite>\n</testsuites>\n"
    )


def _kind(found: Finding) -> str:
    if found.state != "new" or found.level is Level.NOTE:
        return "skipped"
    return "failure" if found.claims or found.level is not Level.ERROR else "error"


def _case(found: Finding, kind: str) -> str:
    state = STATES.get(found.state, LEVELS[found.level])
    message = f"{state}：{found.message}"
    body = _text("\n".join(_placed(found)))
    return (
        f"    <testcase {_named(found.code, found.rule, f'{found.message} [{found.fingerprint}]')}>\n"
        f"      <{kind} type={_attribute(found.level)} message={_attribute(message)}>{body}</{kind}>\n"
        "    </testcase>\n"
    )


def _placed(found: Finding) -> Iterator[str]:
    if not found.claims:
        yield ":".join([found.path, *(str(n) for n in (found.line, found.column) if n)])
    yield from lines(found)


def _named(code: str, rule: str, name: str) -> str:
    return f"classname={_attribute(f'{code}.{rule}')} name={_attribute(name)}"


def _text(told: str) -> str:
    return escape(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", told))


def _attribute(told: str) -> str:
    return quoteattr(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", told))
