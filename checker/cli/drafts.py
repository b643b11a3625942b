"""``kanwu check`` of a draft: from standard input, against an archive, or both."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from checker.cli import common

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.config import Config
    from checker.model import Report
    from checker.reading import Reading
    from checker.rule import Rule

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
) -> tuple[Report, frozenset[str]]:
    """The report on the drafts, and their files as real paths.

    What cannot be read of the archive is told on stderr and fails no run.
    """
    from checker.against import assess
    from checker.engine.local import extracted

    drafts = _piped(paths, stdin_filename) if stdin_filename is not None else _named(paths, config)
    archive, old = _without_versions(_archive(against, drafts, config), drafts)
    done = list(extracted([*drafts.articles, *archive.articles], config.settings, tick=tick, jobs=jobs))
    n = len(drafts.articles)
    report = assess(done[:n], done[n:], rules, config.settings, drafts.problems)
    return replace(report, summary=replace(report.summary, versions=old)), _files(drafts)


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


def _archive(against: Sequence[str], drafts: Reading, config: Config) -> Reading:
    """The articles to compare with, without the files that the drafts stand in."""
    from checker.reading import Reading, read

    if not against:
        return Reading((), ())
    reading = read(common.existing(against, config), exclude=config.excluded)
    own = _files(drafts)
    articles = tuple(a for a in reading.articles if os.path.realpath(a.path) not in own)
    common.complain(p for p in reading.problems if os.path.realpath(p.path) not in own)
    if not articles:
        click.echo(f"{'、'.join(against)} 里没有可以相比的稿件，只查了稿件本身。", err=True)
    return Reading(articles, ())


def _without_versions(archive: Reading, drafts: Reading) -> tuple[Reading, tuple[str, ...]]:
    """The archive without what a draft is a later version of, and the names of that."""
    from checker.reading import Reading
    from checker.versions import earlier_versions

    old = earlier_versions(drafts.articles, archive.articles)
    names = {a.id for a in old}
    return Reading(tuple(a for a in archive.articles if a.id not in names), archive.problems), tuple(a.id for a in old)


def _files(drafts: Reading) -> frozenset[str]:
    """The files that drafts stand in, as real paths, those that cannot be read with them."""
    paths = (*(a.path for a in drafts.articles), *(p.path for p in drafts.problems))
    return frozenset(os.path.realpath(path) for path in paths)
