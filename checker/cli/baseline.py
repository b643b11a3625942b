"""``kanwu baseline``: what was known when a newsroom began, so that only what is new fails a run."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import common, review

if TYPE_CHECKING:
    from checker.decisions import Entry
    from checker.model import Discrepancy, Report

FILE = click.option(
    "--baseline",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="基线文件；不写时用 kanwu.yaml 的 baseline，再没有就是 kanwu-baseline.jsonl。",
)


@click.group(short_help="已知问题的基线。")
def baseline() -> None:
    """基线：记下已知而暂不改的问题，以后只有新问题使运行失败。

    一处问题靠规则、数字和数字旁的话认出，与行号、文件名、两边的先后无关；句中的数字一改，就是新问题。
    文件一行一处，写明规则、稿件和问题，可以合并，可以手工删行。提示（note）不入基线，稿件读不了（KW902）也不入。
    """


@baseline.command(short_help="把现有的问题都写入基线。")
@common.PATHS
@FILE
@common.CONFIG
@common.RULES
def write(paths: tuple[str, ...], file: Path | None, config_file: Path | None, folders: tuple[Path, ...]) -> None:
    """检查稿件，把现有的错误和警告全部写入基线，代替原有的。

    编辑裁定过的和稿件里屏蔽的不写；裁定为确有错误的也不写，它们要改正。
    """
    report, where, old = _checked(paths, file, config_file, folders)
    from checker.decisions import entry

    entries = {d.fingerprint: entry(d, where.parent) for d in report.discrepancies if _belongs(d)}
    review.rewrite(where, entries.values())
    known = {e.fingerprint for e in old}
    new, gone = len(entries.keys() - known), len(known - entries.keys())
    click.echo(f"{where}：{len(entries)} 处（新写入 {new}，去掉 {gone}）。")
    if where.resolve() != common.configuration(config_file).beside("baseline").resolve():
        click.echo(f"检查时写 --baseline {where}，或在 kanwu.yaml 写明 baseline，才会用它。")


@baseline.command(short_help="删去过时的条目。")
@common.PATHS
@FILE
@common.CONFIG
@common.RULES
def prune(paths: tuple[str, ...], file: Path | None, config_file: Path | None, folders: tuple[Path, ...]) -> None:
    """检查稿件，从基线删去已经不存在的问题，不加新的。

    基线提到的稿件要全部读到，否则不知道问题是没有了，还是没有看。
    """
    report, where, old = _checked(paths, file, config_file, folders, must=True)
    from checker.decisions import stale, unread

    missing = unread(old, where.parent, review.read_by(report))
    if missing:
        raise common.Refusal(f"基线提到的稿件没有读全，缺 {'、'.join(missing[:3])}；请检查整个稿件库")
    gone = stale(old, report.discrepancies)
    for line in review.listed(gone):
        click.echo(line)
    if gone:
        review.rewrite(where, [e for e in old if e not in gone])
    click.echo(f"{where}：删去 {len(gone)} 条，还有 {len(old) - len(gone)} 条。")


@baseline.command(short_help="列出基线。")
@FILE
@common.CONFIG
def show(file: Path | None, config_file: Path | None) -> None:
    """列出基线里的问题，不检查稿件。"""
    where, entries = _read(file, config_file, must=True)
    for line in review.listed(entries):
        click.echo(line)
    counts = "，".join(f"{rule} {n}" for rule, n in sorted(Counter(e.rule for e in entries).items()))
    click.echo(f"{where}：{len(entries)} 条{f'（{counts}）' if counts else ''}。")


def _belongs(found: Discrepancy) -> bool:
    return found.level != "note" and found.decision is None and found.state in {"new", "baselined"}


def _read(file: Path | None, config_file: Path | None, *, must: bool) -> tuple[Path, tuple[Entry, ...]]:
    from checker.decisions import read_baseline

    where = file or common.configuration(config_file).beside("baseline")
    if not where.exists() and not must:
        return where, ()
    with common.refusals():
        return where, read_baseline(where)


def _checked(
    paths: tuple[str, ...],
    file: Path | None,
    config_file: Path | None,
    folders: tuple[Path, ...],
    *,
    must: bool = False,
) -> tuple[Report, Path, tuple[Entry, ...]]:
    """The report on the articles with what was decided of it, the file of the baseline, and its entries."""
    where, old = _read(file, config_file, must=must)
    return review.checked(paths, config_file, folders), where, old
