"""``kanwu check --changed-since``: what concerns the articles that changed, as git knows them."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import common

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Collection, Sequence

    from checker.model import Discrepancy, Report

CHANGED_SINCE = click.option(
    "--changed-since",
    metavar="REV",
    help="只报告与改动过的稿件有关的：自与 REV（分支、标签或提交）分开以来改过的，和还没有提交的；仍与全部稿件相比。",
)


def since(revision: str, paths: Sequence[str]) -> frozenset[str]:
    """The files below ``paths`` that changed since HEAD and ``revision`` parted, new ones with them, as real paths."""
    tops = dict.fromkeys(_top(p) for p in paths)
    return frozenset(os.path.realpath(Path(top, name)) for top in tops for name in _changed(top, revision))


def concerning(report: Report, changed: Collection[str]) -> Report:
    """The report on what concerns changed files, given as real paths; how many there are is told on stderr."""
    told = len(_known(report, changed))
    click.echo(f"改动过的稿件 {told} 篇，只报告与它们有关的。" if told else "没有改动过的稿件。", err=True)
    return narrowed(report, changed)


def narrowed(report: Report, files: Collection[str]) -> Report:
    """The report on what concerns ``files``, given as real paths; in each discrepancy their claims stand first."""
    known = _known(report, files)
    found = [_led(d, known) for d in report.discrepancies if any(c.article.path in known for c in d.claims)]
    problems = tuple(p for p in report.problems if os.path.realpath(p.path) in files)
    return replace(report, discrepancies=tuple(found), problems=problems)


def _known(report: Report, files: Collection[str]) -> frozenset[str]:
    """The paths of the report that name one of ``files``."""
    paths = {read.path for read in report.sources}
    paths |= {c.article.path for d in report.discrepancies for c in d.claims}
    return frozenset(path for path in paths if os.path.realpath(path) in files)


def _led(found: Discrepancy, known: Collection[str]) -> Discrepancy:
    return replace(found, claims=tuple(sorted(found.claims, key=lambda c: c.article.path not in known)))


def _top(path: str) -> str:
    """The top folder of the repository that a path stands in."""
    folder = path if Path(path).is_dir() else str(Path(path).parent)
    told = _git(folder, "rev-parse", "--show-toplevel")
    if told.returncode:
        outside = b"not a git repository" in told.stderr
        why = "不在仓库里" if outside else f"git 打不开：{told.stderr.decode(errors='replace').strip()}"
        raise common.Refusal(f"--changed-since 要在 git 仓库里用；{path} {why}")
    return os.fsdecode(told.stdout).rstrip("\n")


def _changed(top: str, revision: str) -> list[str]:
    """The changed and new files of a repository, relative to its top."""
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        shallow = _git(top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        hint = "；仓库是浅克隆，请取全部历史（fetch-depth: 0）" if shallow else "，请检查拼写，或先 git fetch"
        raise common.Refusal(f"git 仓库里没有 {revision} 这个分支、标签或提交{hint}")
    start = commit.stdout.strip().decode()
    parted = _git(top, "merge-base", start, "HEAD")
    start = parted.stdout.strip().decode() if not parted.returncode else start
    told = [
        _git(top, "diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", start, "--"),
        _git(top, "ls-files", "-z", "--others", "--exclude-standard"),
    ]
    for done in told:
        if done.returncode:
            raise common.Refusal(f"git 出错：{done.stderr.decode(errors='replace').strip()}")
    return sorted({os.fsdecode(name) for done in told for name in done.stdout.split(b"\0") if name})


def _git(folder: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    import subprocess

    git = shutil.which("git")
    if git is None:
        raise common.Refusal("--changed-since 要用 git，没有找到它；请先安装 git")
    plain = {**os.environ, "LC_ALL": "C"}
    return subprocess.run([git, "-C", folder, *args], capture_output=True, check=False, env=plain)  # noqa: S603 - no shell
