"""Where claims stand in their files, in the units that other programs count columns in."""

from __future__ import annotations

import json
from enum import Enum
from itertools import accumulate
from pathlib import PurePath
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.model import Article, Claim, Report

EXTRACTED = (".docx", ".html", ".htm")  # their articles are text taken out of the file, whose lines are not the file's

_LINE = re.compile(r"\r\n|\n|\r")
_CHARACTER = re.compile(
    r"""
      \\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}   # \\ud842\\udfb7  one character outside the BMP
    | \\u[0-9a-fA-F]{4}                                             # \\u4e00
    | \\.                                                           # \\n
    | .                                                             # 一
    """,
    re.VERBOSE | re.DOTALL,
)


class Unit(Enum):
    """What a column counts."""

    CODE_POINTS = "code points"
    UTF_16 = "UTF-16 code units"
    UTF_8 = "bytes of UTF-8"


@dataclass(frozen=True)
class Place:
    """A run of characters in a file: lines and columns from 1, the end column is the first after it.

    Columns are 0 where only the line is known, and lines too where only the file is.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


Places = dict[tuple[str, int, int], Place]


def key(claim: Claim) -> tuple[str, int, int]:
    """What :func:`places` finds a claim's place by."""
    return claim.article.id, claim.start, claim.end


def places(report: Report, unit: Unit, source: Callable[[str], str | None]) -> Places:
    """The place of every claim that is reported.

    A byte order mark takes no column. In a ``.jsonl`` row the characters are counted as they stand in the file,
    escapes and all; ``source`` yields the text of such a file. Of a draft whose text was extracted only the file is
    known, and of an article that the report does not hold only the line.
    """
    claims: dict[str, list[Claim]] = {}
    for found in report.discrepancies:
        for claim in found.claims:
            claims.setdefault(claim.article.id, []).append(claim)
    held = [n for n, read in enumerate(report.sources) if read.id in claims] if report.extractions else []
    articles = {e.article.id: e.article for e in (report.extractions[n] for n in held)}
    rows = _Rows(source)
    return {
        key(c): place
        for name, told in claims.items()
        for c, place in zip(told, _located(told, articles.get(name), unit, rows), strict=True)
    }


def _located(claims: Sequence[Claim], article: Article | None, unit: Unit, rows: _Rows) -> Iterable[Place]:
    path = claims[0].article.path
    if PurePath(path).suffix.lower() in EXTRACTED:
        return [Place(path) for _ in claims]
    if article is None:
        return [Place(path, c.location.line, 0, c.location.line, 0) for c in claims]
    if article.fields:
        return _in_row(claims, article, unit, rows)
    return _in_text(claims, article, unit)


def _in_text(claims: Sequence[Claim], article: Article, unit: Unit) -> Iterable[Place]:
    counted = ruler(article.text, unit)
    for claim in claims:
        start, last = article.locate(claim.start), article.locate(max(claim.start, claim.end - 1))
        yield Place(
            article.path,
            start.line,
            counted[claim.start] - counted[claim.start - start.column + 1] + 1,
            last.line,
            counted[claim.end] - counted[last.start - last.column + 1] + 1,
        )


def _in_row(claims: Sequence[Claim], article: Article, unit: Unit, rows: _Rows) -> Iterable[Place]:
    row = article.row
    line = rows.line(article.path, row)
    counted = ruler(line, unit)
    starts = {f.name: characters(line, f.name) for f in article.fields}
    for claim in claims:
        at = claim.location
        known = starts.get(at.field, ())
        end = at.start + claim.end - claim.start
        if end < len(known):
            yield Place(article.path, row, counted[known[at.start]] + 1, row, counted[known[end]] + 1)
        else:
            yield Place(article.path, row, 0, row, 0)


def ruler(text: str, unit: Unit) -> Sequence[int]:
    """How many units stand before each character of ``text``, and in the whole of it.

    >>> [list(ruler("一𠮷b", unit)) for unit in Unit]
    [[0, 1, 2, 3], [0, 1, 3, 4], [0, 3, 7, 8]]
    """
    if unit is Unit.CODE_POINTS or (unit is Unit.UTF_16 and max(text, default="") <= "\uffff"):
        return range(len(text) + 1)
    size = _utf_16 if unit is Unit.UTF_16 else _utf_8
    return list(accumulate(map(size, text), initial=0))


def _utf_16(char: str) -> int:
    return 1 + (char > "\uffff")


def _utf_8(char: str) -> int:
    return 1 + (char > "\x7f") + (char > "\u07ff") + (char > "\uffff")


class _Rows:
    """The lines of ``.jsonl`` files, each file split once."""

    def __init__(self, source: Callable[[str], str | None]) -> None:
        self.source = source
        self.files: dict[str, list[str]] = {}

    def line(self, path: str, row: int) -> str:
        if path not in self.files:
            self.files[path] = _LINE.split(self.source(path) or "")
        told = self.files[path]
        return told[row - 1] if 0 < row <= len(told) else ""


def characters(row: str, field: str) -> Sequence[int]:
    r"""Where each character of a field's text begins in a JSON row, and where the text ends; () if it is not there.

    >>> characters('{"id": 1, "text": "一\\n二"}', "text"), characters('{"text": 7}', "text")
    ([19, 20, 22, 23], ())
    """
    start = _value(row, field)
    if start is None:
        return ()
    made = []
    for found in _CHARACTER.finditer(row, start):
        made.append(found.start())
        if found[0] == '"':
            break
    return made


def _value(row: str, field: str) -> int | None:
    """Where the text of the last such field of a JSON object begins, None if it has none."""
    decoder = json.JSONDecoder()
    found = None
    at = row.find("{") + 1
    try:
        while at:
            name, at = decoder.raw_decode(row, _blank(row, at))
            at = _blank(row, _blank(row, at) + 1)
            if name == field:
                found = at + 1 if row[at : at + 1] == '"' else None
            _, at = decoder.raw_decode(row, at)
            at = _blank(row, at)
            at = at + 1 if row[at : at + 1] == "," else 0
    except (ValueError, RecursionError):
        return found
    return found


def _blank(row: str, at: int) -> int:
    while row[at : at + 1] in {" ", "\t"}:
        at += 1
    return at
