"""Paths → articles and problems: what every command begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.failures import failure
from checker.frozen import dataclass
from checker.model import Article, Problem
from checker.reading.decoding import UndecodableError, decode
from checker.reading.pages import page
from checker.reading.paths import files
from checker.reading.plain import plain
from checker.reading.rows import EMPTY, rows, whole

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Reading:
    """The articles read, sorted by id, and what a reader must hear of the input, sorted by place."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(paths: Sequence[str], *, exclude: Sequence[str] = ()) -> Reading:
    """All articles below ``paths``; what cannot be read is a problem, and the rest is read all the same.

    The order of ``paths`` does not matter and a file named twice is read once. ``exclude`` holds globs over
    the path with posix slashes.

    >>> read(["no/such/folder"]).problems[0].code
    'KW902'
    """
    named, found = files(paths, exclude)
    articles: list[Article] = []
    problems = list(found)
    for path in named:
        read_here, wrong = _file(path)
        articles += read_here
        problems += wrong
    return Reading(
        tuple(sorted(articles, key=lambda a: a.id)),
        tuple(sorted(problems, key=lambda p: (p.path, p.line, p.column, p.message))),
    )


def _file(path: str) -> tuple[list[Article], list[Problem]]:
    """The articles of one file, by its suffix."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        return [], [Problem(path, f"无法读取（{failure(error)}），请检查权限")]
    return taken(path, data)


def taken(path: str, data: bytes) -> tuple[list[Article], list[Problem]]:
    r"""The articles in the bytes of one file, by the suffix of ``path``, which need not exist.

    >>> [a.title for a in taken("a.md", "---\ntitle: 甲\n---\n全文。\n".encode())[0]]
    ['甲']
    >>> taken("a.md", b"")[1][0].message
    '空文件，请补上内容或删除此文件'
    """
    if not data.strip():
        return [], [Problem(path, EMPTY)]
    suffix = Path(path).suffix.lower()
    if suffix == ".docx":
        from checker.reading.drafts import draft  # noqa: PLC0415  -- only a corpus with drafts pays for it

        return _listed(draft(path, data))
    try:
        return _decoded(path, decode(data), suffix)
    except UndecodableError as error:
        return [], [Problem(path, str(error), line=error.line)]


def _decoded(path: str, text: str, suffix: str) -> tuple[list[Article], list[Problem]]:
    """The articles in the text of one file."""
    if suffix == ".jsonl":
        return rows(path, text)
    if suffix == ".json":
        return whole(path, text)
    return _listed(page(path, text) if suffix in {".html", ".htm"} else plain(path, text))


def _listed(found: tuple[Article | None, Sequence[Problem]]) -> tuple[list[Article], list[Problem]]:
    article, problems = found
    return [article] if article else [], list(problems)
