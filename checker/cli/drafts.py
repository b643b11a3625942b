"""``kanwu check`` of a draft: from standard input, against an archive, or both."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from checker.cli import caches, common

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.config import Config
    from checker.engine.cached import Corpus
    from checker.model import Problem, Report
    from checker.reading import Reading
    from checker.rule import Rule
    from checker.store import Row, Store

STDIN_FILENAME = click.option(
    "--stdin-filename", metavar="NAME", help="从标准输入读一篇稿件，名称和格式按 NAME（编辑器和插件用）。"
)
AGAINST = click.option(
    "--against",
    multiple=True,
    type=click.Path(path_type=str),
    metavar="PATH",
    help="与这些旧稿相比，只报告与所查稿件有关的（可重复）。",
)


def asked(paths: Sequence[str], stdin_filename: str | None, against: Sequence[str]) -> bool:
    """Whether the command line asks for a report on drafts alone."""
    return stdin_filename is not None or bool(against) or "-" in paths


def run(  # noqa: PLR0913, PLR0917 - what the command line told
    paths: Sequence[str],
    stdin_filename: str | None,
    against: Sequence[str],
    rules: Sequence[Rule],
    config: Config,
    jobs: int,
    tick: Callable[[int, int], None],
    *,
    cache: bool | None = None,
) -> tuple[Report, frozenset[str]]:
    """The report on the drafts, and their files as real paths.

    What cannot be read of the archive is told on stderr and fails no run.
    """
    drafts = _piped(paths, stdin_filename) if stdin_filename is not None else _named(paths, config)
    own = _files(drafts)
    where = common.existing(against, config) if against else ()
    report = caches.sound(
        lambda kept: _report(drafts, own, where, rules, config, jobs, tick, kept),
        caches.store(config, where, wanted=cache) if where else None,
    )
    return report, own


def _report(  # noqa: PLR0913, PLR0917 - as run
    drafts: Reading,
    own: frozenset[str],
    where: Sequence[str],
    rules: Sequence[Rule],
    config: Config,
    jobs: int,
    tick: Callable[[int, int], None],
    kept: Store | None,
) -> Report:
    """The report on the drafts, by the same functions with a cache and without."""
    from checker.engine.local import extracted
    from checker.versions import Label, earlier_versions

    settings = config.settings
    if kept is None:
        from checker.against import assess

        archive = _archive(where, own, config)
        known = {a.id: a for a in archive.articles}
        old = earlier_versions(drafts.articles, map(Label.of, known.values()), known.__getitem__)
        articles = [*drafts.articles, *(a for a in known.values() if a.id not in old)]
        done = list(extracted(articles, settings, tick=tick, jobs=jobs))
        n = len(drafts.articles)
        return _without(old, assess(done[:n], done[n:], rules, settings, drafts.problems))
    from checker.engine.cached import corpus, extraction
    from checker.engine.findings import against as compared
    from checker.engine.local import name_of

    mine = list(extracted(drafts.articles, settings, tick=tick, jobs=jobs))
    told = corpus(where, settings, kept, exclude=config.excluded, tick=tick, jobs=jobs)
    rows = _others(told, own)
    _complain(told.problems, rows, where, own)
    by_id = {row.id: row for row in rows}
    labels = (Label(row.id, row.title, row.published) for row in rows)
    old = earlier_versions(drafts.articles, labels, lambda name: extraction(by_id[name], kept).article)
    rows = [row for row in rows if row.id not in old]
    name = name_of(where, config.excluded)
    return _without(old, compared(mine, rows, kept, rules, settings, drafts.problems, name))


def _without(old: tuple[str, ...], report: Report) -> Report:
    """The report with the names of what was left out as an earlier version of a draft."""
    return replace(report, summary=replace(report.summary, versions=old))


def _others(told: Corpus, own: frozenset[str]) -> list[Row]:
    """The articles of the archive without those of the files that the drafts stand in."""
    there = {os.stat(path).st_ino for path in own if Path(path).exists()}  # noqa: PTH116
    near = (path for path, inode in told.inodes.items() if inode is None or inode in there)
    mine = {path for path in near if os.path.realpath(path) in own}
    return [row for row in told.rows if told.paths[row.id] not in mine] if mine else [*told.rows]


def _piped(paths: Sequence[str], name: str) -> Reading:
    """The draft on standard input, as if it stood in the file ``name``."""
    from checker.reading import Reading, taken
    from checker.reading.paths import SUFFIXES

    if any(p != "-" for p in paths):
        raise common.Refusal("--stdin-filename 从标准输入读稿，不能再写 PATH；要与旧稿相比，用 --against。")
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        told = f"不认识的文件类型“{suffix or '无后缀'}”，可读的有 {' '.join(sorted(SUFFIXES))}"
        raise common.Refusal(f"--stdin-filename {name}：{told}")
    path = os.path.normpath(name).replace(os.sep, "/")
    articles, problems = taken(path, sys.stdin.buffer.read())
    return Reading(tuple(articles), tuple(problems))


def _named(paths: Sequence[str], config: Config) -> Reading:
    """The drafts below ``paths``; ``exclude`` holds of folders, a draft named by itself is read."""
    from checker.reading import Reading, read

    if "-" in paths and not Path("-").exists():
        raise common.Refusal("从标准输入读稿要写 --stdin-filename NAME，说明稿件的名称和格式。")
    if not paths:
        raise common.Refusal("--against 之外，还要写明查哪一篇稿件（PATH，或 --stdin-filename）。")
    where = common.existing(paths, config)
    files = read([p for p in where if not Path(p).is_dir()])
    folders = read([p for p in where if Path(p).is_dir()], exclude=config.excluded)
    articles = {a.id: a for a in (*files.articles, *folders.articles)}
    problems = dict.fromkeys((*files.problems, *folders.problems))
    return Reading(tuple(articles[i] for i in sorted(articles)), tuple(problems))


def _archive(where: Sequence[str], own: frozenset[str], config: Config) -> Reading:
    """The articles to compare with, without the files that the drafts stand in."""
    from checker.reading import Reading, read

    if not where:
        return Reading((), ())
    reading = read(where, exclude=config.excluded)
    articles = tuple(a for a in reading.articles if os.path.realpath(a.path) not in own)
    _complain(reading.problems, articles, where, own)
    return Reading(articles, ())


def _complain(
    problems: Sequence[Problem], articles: Sequence[object], where: Sequence[str], own: frozenset[str]
) -> None:
    """Tell on stderr what cannot be read of the archive."""
    common.complain(p for p in problems if os.path.realpath(p.path) not in own)
    if not articles:
        click.echo(f"{'、'.join(where)} 里没有可以相比的稿件，只查了稿件本身。", err=True)


def _files(drafts: Reading) -> frozenset[str]:
    """The files that drafts stand in, as real paths, those that cannot be read with them."""
    paths = (*(a.path for a in drafts.articles), *(p.path for p in drafts.problems))
    return frozenset(os.path.realpath(path) for path in paths)
