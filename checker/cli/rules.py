"""``kanwu rules``: every rule on one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from checker.cli import common

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.rule import Rule


@click.command(short_help="列出全部规则。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出的格式。")
@common.CONFIG
@common.RULES
def rules(form: str, config_file: Path | None, folders: tuple[Path, ...]) -> None:
    """列出全部规则：编号、名称、级别、报告什么。"""
    known = common.rules_of(common.configuration(config_file), folders)
    if form == "json":
        common.emit(json.dumps([*map(entry, known), *of_input()], ensure_ascii=False, indent=2) + "\n", None, raw=True)
    else:
        common.emit(table(known), None)


def entry(rule: Rule) -> dict[str, Any]:
    """A rule as plain data, with its options as they are set."""
    from dataclasses import fields

    from checker.config import kebab
    from checker.rule import FactRule
    from checker.schema import english, summary

    return {
        "code": rule.code,
        "name": rule.name,
        "level": str(rule.level),
        "judges": "fact" if isinstance(rule, FactRule) else "article",
        "summary": summary(rule),
        "english": english(rule),
        "options": {
            kebab(f.name): {"value": plain(getattr(rule, f.name)), "doc": f.metadata.get("doc", "")}
            for f in fields(rule)  # type: ignore[arg-type]
        },
    }


def of_input() -> list[dict[str, Any]]:
    """What is said of the input itself, in the shape of rules without options."""
    from checker.problems import PAGES

    return [
        {
            "code": code,
            "name": page.name,
            "level": str(page.level),
            "judges": "input",
            "summary": page.summary,
            "english": page.english,
            "options": {},
        }
        for code, page in PAGES.items()
    ]


def plain(value: object) -> object:
    """An option's value as JSON holds it; numbers that are not binary as their decimal text."""
    if isinstance(value, bool | int | float | str) or value is None:
        return value
    return [plain(v) for v in value] if isinstance(value, list | tuple) else str(value)


def table(known: Sequence[Rule]) -> str:
    """The rules as a table, as wide as the terminal."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table

    from checker.cli.common import width
    from checker.problems import PAGES
    from checker.report.text import LEVELS
    from checker.schema import summary

    made = Table(box=None, pad_edge=False, show_header=True, header_style="")
    for heading in ("编号", "名称", "级别", "报告什么"):
        made.add_column(heading, overflow="fold", no_wrap=heading != "报告什么")
    for rule in known:
        made.add_row(rule.code, rule.name, LEVELS[rule.level], summary(rule))
    for code, told in PAGES.items():
        made.add_row(code, told.name, LEVELS[told.level], told.summary)
    page = StringIO()
    Console(file=page, width=width(), color_system=None, highlight=False, markup=False, emoji=False).print(made)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())
