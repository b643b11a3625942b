"""``kanwu timeline``: what was told of a metric, day by day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from checker.cli import common

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from checker.timeline import Entry, Section, Timeline

COLUMNS = ("日期", "数值", "指标", "范围", "状态", "标记")
FLEXIBLE = (1, 2, 3)  # the columns that give way where the page is narrow
MARK = 10
GAP = 2
NAMED = {1: "相近", 2: "包含", 3: "相同"}


@click.command(short_help="列出一个指标的来龙去脉。")
@click.argument("metric", metavar="METRIC")
@common.PATHS
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", help="输出的格式。")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="何时用颜色。")
@common.OUTPUT
@common.CONFIG
@common.RULES
def timeline(  # noqa: PLR0913, PLR0917 - one parameter an option
    metric: str,
    paths: tuple[str, ...],
    form: str,
    color: str,
    output: Path | None,
    config_file: Path | None,
    folders: tuple[Path, ...],
) -> int:
    """列出稿件里关于一个指标的全部说法，按所说的日期排列。

    METRIC 是指标的名称，例如 算力规模；名称相同、包含它或与它相近的都算，最像的在前，至多五件事实。
    有规则认为可疑的数标“争议”，已被后来的数取代的标“更新”。

    退出码：0 找到；1 没有这个指标；2 用法或配置有错；3 内部错误。
    """
    from checker.linking import link
    from checker.timeline import marked
    from checker.timeline import timeline as told_of

    config = common.configuration(config_file)
    rules = common.chosen(config, folders)
    extractions = common.extracted(common.existing(paths, config), config)
    claims = [c for e in extractions for c in e.claims]
    told = told_of(metric.strip(), claims, link(claims, config.settings).facts, config.settings)
    if not told.sections:
        hint = f"是否想查：{'、'.join(told.near)}？" if told.near else "用 kanwu extract 可看读到了哪些指标。"
        click.echo(f"没有读到“{metric}”这个指标。{hint}", err=True)
        return 1
    facts = list({s.fact.id: s.fact for s in told.sections}.values())
    articles = {e.claim.article.id for s in told.sections for e in s.entries}
    told = marked(told, common.judged([e for e in extractions if e.article.id in articles], facts, rules, config))
    if form == "json":
        common.emit(json.dumps(document(told), ensure_ascii=False, indent=2) + "\n", output, raw=True)
    else:
        colour = common.coloured(color) and output is None
        common.emit(table(told, common.width(), colour=colour), output, colour=colour)
    return 0


def document(told: Timeline) -> dict[str, Any]:
    """The timeline as plain data; its claims are those of the report of ``kanwu check``."""
    from checker.report.json import VERSION

    sections = [_section(s) for s in told.sections]
    return {"version": VERSION, "metric": told.metric, "sections": sections, "more": told.more}


def _section(told: Section) -> dict[str, Any]:
    return {
        "metric": told.name,
        "match": told.match.name.lower(),
        "score": round(told.score, 3),
        "entries": [_entry(e) for e in told.entries],
    }


def _entry(told: Entry) -> dict[str, Any]:
    from checker.report.json import claim
    from checker.timeline import DISPUTED

    marks = [{"mark": "disputed" if word == DISPUTED else "superseded", "code": code} for word, code in told.marks]
    return {
        "day": told.day.isoformat() if told.day else None,
        "marks": marks,
        "source": told.claim.article.source,
        "claim": claim(told.claim),
        "growth": [claim(g) for g in told.growth],
    }


def table(told: Timeline, width: int, *, colour: bool = False) -> str:
    """The timeline in lines of at most ``width`` columns; below each claim the place where it stands."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for n, section in enumerate(told.sections):
        rows = [_row(e) for e in section.entries]
        sizes = _sizes(rows, width)
        if n:
            console.print()
        console.print(Text(f"{section.name}（{_heading(section)}）", style="bold"))
        console.print(_line(COLUMNS, sizes, "dim"))
        for entry, row in zip(section.entries, rows, strict=True):
            console.print(_line(row, sizes, "yellow" if entry.marks else ""))
            for line in _place(entry, width):
                console.print(Text(line, style="dim"), soft_wrap=True)
    if told.more:
        console.print(Text(f"\n另有 {told.more} 件相近的事实没有列出；把名称写全些可以缩小范围。"))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _heading(section: Section) -> str:
    articles = len({e.claim.article.id for e in section.entries})
    return f"名称{NAMED[section.match]}，{len(section.entries)} 处，{articles} 篇"


def _row(entry: Entry) -> tuple[str, ...]:
    from checker.report.layout import printable
    from checker.report.text import STATUSES
    from checker.timeline import name

    c = entry.claim
    values = "，".join((c.text, *(g.text for g in entry.growth)))
    scope = "".join(dict.fromkeys((c.scope.place, c.scope.org)))
    marks = " ".join(f"{word} {code}" for word, code in entry.marks)
    cells = (str(entry.day or "日期不明"), values, name(c), scope, STATUSES[c.status], marks)
    return tuple(printable(cell) for cell in cells)


def _place(entry: Entry, width: int) -> Iterator[str]:
    """Where a claim stands, in which paper of which day; a path is never broken."""
    from checker.report.layout import packed, printable

    ref = entry.claim.article
    where = f"{ref.id}:{entry.claim.location.line}"
    about = (where, str(ref.published or ""), ref.source)
    for line in packed((printable(word) for word in about if word), width - GAP, " " * GAP):
        yield " " * GAP + line.rstrip()


def _sizes(rows: Sequence[tuple[str, ...]], width: int) -> list[int]:
    """The width of each column: what its cells need, the widest made narrower until all stand on the page."""
    from checker.report.layout import cells

    sizes = [max(map(cells, column)) for column in zip(COLUMNS, *rows, strict=True)]
    sizes[-1] = min(sizes[-1], MARK)
    room = width - GAP * (len(sizes) - 1)
    for _ in range(max(sum(sizes) - room, 0)):
        widest = max(FLEXIBLE, key=lambda i: (sizes[i], i))
        sizes[widest] -= 1
    return sizes


def _line(row: Sequence[str], sizes: Sequence[int], style: str) -> Any:
    """One row of the table, its columns as wide as in every other."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for size in sizes:
        grid.add_column(width=size, overflow="fold")
    grid.add_row(*(Text("\n".join(_cut(cell, size)), style=style) for cell, size in zip(row, sizes, strict=True)))
    return grid


def _cut(cell: str, size: int) -> Iterator[str]:
    from checker.report.layout import wrapped

    for start, end in wrapped(cell, size):
        yield cell[start:end]
