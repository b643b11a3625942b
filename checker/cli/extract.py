"""``kanwu extract``: every figure, rank, date and name that was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from checker.cli import common

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Claim


@click.command(short_help="列出读到的数字。")
@common.PATHS
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="text", help="输出的格式。")
@common.OUTPUT
@common.CONFIG
def extract(paths: tuple[str, ...], form: str, output: Path | None, config_file: Path | None) -> int:
    """列出读到的每一个数字、名次、日期和名称，一行一个。

    jsonl 每行一个对象，字段与 check 报告里的 claims 相同。
    """
    from checker.pipeline import extract as read_out
    from checker.reading import read
    from checker.report.json import claim

    config = common.configuration(config_file)
    where = common.existing(paths, config)
    reading = read(where, exclude=config.excluded)
    claims = [c for article in reading.articles for c in read_out(article, config.settings).claims]
    lines = (json.dumps(claim(c), ensure_ascii=False) if form == "jsonl" else line(c) for c in claims)
    common.emit("".join(f"{told}\n" for told in lines), output, raw=form == "jsonl")
    common.complain(reading.problems)
    return int(any(p.level == "error" for p in reading.problems))


def line(told: Claim) -> str:
    """A claim on one line: place, figure, and its reading."""
    from checker.report.text import reading

    at = told.location
    return f"{told.article.id}:{at.line}:{at.column}\t{told.text}\t{told.kind}\t{reading(told)}"
