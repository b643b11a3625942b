"""What a run on a cluster wrote → the report, as a run on one machine makes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.codec import SCHEMA, CodecError, decode
from checker.model import Discrepancy, Extraction, Level, Problem, Report, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    Rows = Iterable[Mapping[str, Any]]

FORMAT = 1
COUNTED = ("articles", "characters", "figures", "claims", "facts", "undated", "not_assessable")
PROBLEM = ("path", "line", "column", "level", "code", "message")


class ResultsError(Exception):
    """Why a folder cannot be read as the results of a run, in an editor's words."""


def report(folder: Path) -> Report:
    """The report that a run wrote to ``folder``; :class:`ResultsError` where there is none, or not all of it.

    >>> from pathlib import Path
    >>> report(Path("no-such-folder"))
    Traceback (most recent call last):
    checker.engine.results.ResultsError: no-such-folder 里没有 summary.json：不是集群运行的输出，或那次运行没有完成
    """
    told = _told(folder)
    try:
        return assembled(
            Summary(**{name: told["summary"][name] for name in COUNTED}),
            _rows(folder / "findings.parquet", ["data"]),
            _rows(folder / "articles.parquet", ["data"]),
            _rows(folder / "problems.parquet", PROBLEM),
        )
    except (CodecError, KeyError, TypeError, ValueError, OSError) as error:
        raise ResultsError(f"{folder} 里的结果已损坏（{error}）；请重新运行") from error


def assembled(summary: Summary, found: Rows, articles: Rows, problems: Rows) -> Report:
    """The report that these rows hold, all in the order in which they stand."""
    return Report(
        summary,
        tuple(decode(Discrepancy, row["data"]) for row in found),
        tuple(_problem(row) for row in problems),
        tuple(decode(Extraction, row["data"]) for row in articles),
    )


def _told(folder: Path) -> dict[str, Any]:
    file = folder / "summary.json"
    try:
        told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ResultsError(f"{folder} 里没有 summary.json：不是集群运行的输出，或那次运行没有完成") from error
    except (OSError, ValueError) as error:
        raise ResultsError(f"{file} 读不了：{error}") from error
    if told.get("format") != FORMAT or told.get("schema") != SCHEMA:
        raise ResultsError(f"{folder} 是另一个版本的勘误写的；请用那个版本读，或重新运行")
    return told


def _rows(folder: Path, columns: Sequence[str]) -> list[Mapping[str, Any]]:
    """The rows of a folder of Parquet files, in the order in which they were written."""
    try:
        from pyarrow import parquet  # noqa: PLC0415 - only this needs it
    except ImportError as error:
        raise ResultsError("读集群运行的结果要用 pyarrow；请先运行 pip install 'kanwu[spark]'") from error
    return [row for file in sorted(folder.glob("part-*.parquet")) for row in _read(parquet, file, columns)]


def _read(parquet: Any, file: Path, columns: Sequence[str]) -> list[Mapping[str, Any]]:
    rows: list[Mapping[str, Any]] = parquet.ParquetFile(file).read(list(columns)).to_pylist()
    return rows


def _problem(row: Mapping[str, Any]) -> Problem:
    return Problem(row["path"], row["message"], Level(row["level"]), row["line"], row["column"], row["code"])
