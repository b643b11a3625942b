"""What is known of findings: the baseline, and what editors decided."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, StringConstraints

from checker.identity import known_by
from checker.model import Decision, Level
from checker.records import key, line, read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from checker.model import Discrepancy, Report

KINDS = ("confirmed", "explained", "false-positive")

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _moment(text: str | None) -> str | None:
    """A day or a time, as written."""
    if text:
        datetime.fromisoformat(text)
    return text


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the baseline: the fingerprint, and for a reader the rule, the articles and the message."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": key}

    fingerprint: Fingerprint
    rule: str = ""
    paths: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of ``decisions.jsonl``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": key}

    fingerprint: Fingerprint
    as_: Literal["confirmed", "explained", "false-positive"]
    reason: Words
    who: str | None = None
    when: Annotated[str | None, AfterValidator(_moment)] = None
    until: date | None = None

    @property
    def decision(self) -> Decision:
        """The decision as the report tells it."""
        return Decision(self.as_, self.reason, self.who or "", self.when or "", self.until)


def read_baseline(file: Path) -> tuple[Entry, ...]:
    """The entries of a baseline."""
    return tuple(entry for _, entry in read(file, Entry))


def read_decisions(file: Path) -> dict[str, Decision]:
    """What was decided, by fingerprint; of several decisions of one finding the last in the file holds."""
    return {told.fingerprint: told.decision for _, told in read(file, Line)}


def entry(found: Discrepancy, folder: Path) -> Entry:
    """The line of the baseline for a discrepancy; paths as seen from ``folder``."""
    paths = sorted({PurePath(os.path.relpath(c.article.id, folder)).as_posix() for c in found.claims})
    return Entry(found.fingerprint, f"{found.code} {found.rule}", tuple(paths), found.message)


def text(entries: Iterable[Entry]) -> str:
    """A baseline as its file holds it: an entry a line, in an order that no run decides."""
    told = {e.fingerprint: e for e in entries}
    return "".join(line(e) for e in sorted(told.values(), key=lambda e: (e.rule, e.paths, e.fingerprint)))


def decided(report: Report, decisions: Mapping[str, Decision], today: date) -> Report:
    """The report with what editors decided.

    What is explained or a false alarm is dealt with. What is confirmed is an error until the text is mended, also
    where it was a warning before, and though a comment suppresses it. A decision whose last day is past holds no more.
    """
    return replace(report, discrepancies=tuple(_decided(d, decisions, today) for d in report.discrepancies))


def _decided(found: Discrepancy, decisions: Mapping[str, Decision], today: date) -> Discrepancy:
    told = next((decisions[f] for f in known_by(found) if f in decisions), None)
    if told is None:
        return found
    if told.until is not None and told.until < today:
        return replace(found, decision=replace(told, lapsed=True)) if found.state == "new" else found
    if told.kind == "confirmed":
        level = Level.ERROR if found.level == Level.WARNING else found.level
        return replace(found, state="new", decision=told, level=level)
    return replace(found, state="decided", decision=told)


def baselined(report: Report, baseline: Iterable[Entry]) -> Report:
    """The report with what stands in the baseline marked so; a decision, also one that has lapsed, goes before it."""
    known = {e.fingerprint for e in baseline}

    def told(d: Discrepancy) -> Discrepancy:
        old = d.state == "new" and d.decision is None and not known.isdisjoint(known_by(d))
        return replace(d, state="baselined") if old else d

    return replace(report, discrepancies=tuple(told(d) for d in report.discrepancies))


def stale(baseline: Sequence[Entry], found: Iterable[Discrepancy]) -> tuple[Entry, ...]:
    """The entries that nothing found is known by any more."""
    known = {f for d in found for f in known_by(d)}
    return tuple(e for e in baseline if e.fingerprint not in known)


def unread(baseline: Iterable[Entry], folder: Path, paths: Collection[str]) -> tuple[str, ...]:
    """The files that the baseline names and that exist but were not among ``paths``, those that were read.

    While there are any, what is missing from a report may only not have been looked for.
    """
    done = {os.path.realpath(p) for p in paths}
    named = sorted({p for e in baseline for p in e.paths})
    files = [(p, f) for p in named if (f := _file(folder, p))]
    return tuple(p for p, f in files if os.path.realpath(f) not in done)


def _file(folder: Path, name: str) -> Path | None:
    """The file of an article, ``path`` or ``path#id``; None where there is none."""
    for path in (name, name.rpartition("#")[0]):
        if path and (folder / path).is_file():
            return folder / path
    return None
