"""What is known of findings when a run begins, and what that makes of its report."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from checker.cli import common

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.config import Config
    from checker.decisions import Entry
    from checker.model import Decision, Discrepancy, Extraction, Report
    from checker.rule import Rule

STALE = 4

BASELINE = click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="用这份基线；不写时用 kanwu.yaml 的 baseline。",
)
CI = click.option(
    "--ci/--no-ci",
    "in_ci",
    default=None,
    help="在 CI 中：基线有过时的条目时以 4 退出，不改基线；默认看环境变量 CI。",
)


class Review(NamedTuple):
    """What is known, and how a run is to treat it. ``file``: of the baseline, None where there is none."""

    file: Path | None
    baseline: tuple[Entry, ...]
    decisions: Mapping[str, Decision]
    ledger: tuple[Extraction, ...]
    ci: bool

    @property
    def folder(self) -> Path:
        """What the paths in the baseline are relative to."""
        return self.file.parent if self.file else Path()


def begun(config: Config, baseline: Path | None, *, in_ci: bool | None) -> Review:
    """What a run begins with, read before it so that a broken file ends it at once."""
    file = baseline or existing(config, "baseline", "先用 kanwu baseline write 写一份")
    decisions = existing(config, "decisions", "先用 kanwu decide 作一条裁定")
    ledger = existing(config, "ledger", "先写一份，或用 kanwu ledger add 添一条")
    ci = os.environ.get("CI", "").lower() not in {"", "0", "false", "no"} if in_ci is None else in_ci
    return Review(file, _baseline(file), _decisions(decisions), entries(ledger, config), ci)


def overlooked(paths: Sequence[str], config: Config, baseline: Path | None = None) -> tuple[Path, ...]:
    """Files of a usual name beside or above the articles that this run does not heed.

    A folder is looked at with those above it up to the working folder, or with the one above it where it is elsewhere.
    """
    from checker.config import BESIDE, FILE

    here = Path.cwd().resolve()
    folders: dict[Path, None] = {}
    for path in map(Path, paths):
        first = path.resolve() if path.is_dir() else path.resolve().parent
        below = [f for f in (first, *first.parents) if here in f.parents]
        folders.update(dict.fromkeys(f for f in below or (first, first.parent) if f != here))
    heeded = {f.resolve() for f in (baseline, *map(config.beside, BESIDE), config.folder / FILE) if f is not None}
    names = [FILE, *(name for known in BESIDE.values() for name in known)]
    found = (folder / name for folder in folders for name in names)
    return tuple(Path(os.path.relpath(f)) for f in found if f.is_file() and f not in heeded)


def warn_of(files: Sequence[Path]) -> None:
    """Tell on stderr that these files were not heeded."""
    if files:
        told = "、".join(map(str, files))
        click.echo(
            f"没有用上 {told}：配置、基线、裁定和台账只在当前文件夹（或上级最近的 kanwu.yaml 旁）里找。"
            f"请到 {files[0].parent} 里运行，或用 --config、--baseline 指定。",
            err=True,
        )


def _baseline(file: Path | None) -> tuple[Entry, ...]:
    if file is None:
        return ()
    from checker.decisions import read_baseline

    with common.refusals():
        return read_baseline(file)


def _decisions(file: Path | None) -> Mapping[str, Decision]:
    if file is None:
        return {}
    from checker.decisions import read_decisions

    with common.refusals():
        return read_decisions(file)


def entries(file: Path | None, config: Config) -> tuple[Extraction, ...]:
    """The ledger as read, nothing where there is none."""
    if file is None:
        return ()
    from checker.ledger import confirmed, read_ledger

    with common.refusals():
        return confirmed(file, read_ledger(file), config.settings)


def existing(config: Config, key: str, hint: str) -> Path | None:
    """The file of a key; None where the key is not set and no file of the usual name is there."""
    file = config.beside(key)
    if file.is_file():
        return file
    if getattr(config, key):
        raise common.Refusal(f"{config.error((key,), f'没有文件 {file}；{hint}')}")
    return None


def checked(paths: Sequence[str], config_file: Path | None, folders: Sequence[Path]) -> Report:
    """The report of ``kanwu check`` on these paths, with what was decided of it, without regard to a baseline."""
    from checker.cli.check import run
    from checker.cli.progress import reported

    config = common.configuration(config_file)
    rules = common.chosen(config, folders)
    where = common.existing(paths, config)
    warn_of(overlooked(paths, config))
    decisions, ledger = (file if (file := config.beside(key)).is_file() else None for key in ("decisions", "ledger"))
    known = Review(None, (), _decisions(decisions), entries(ledger, config), ci=False)
    with reported() as tick:
        report = run(where, rules, config, 0, tick)
    return reviewed(report, known, rules, config, folders)


def reviewed(report: Report, review: Review, rules: Sequence[Rule], config: Config, folders: Sequence[Path]) -> Report:
    """The report as configured, with the state of each discrepancy."""
    from checker.suppressions import suppressed

    if review.ledger:
        from checker.ledger import held

        report = held(report, review.ledger, rules, config.settings)
    report = config.adjust(suppressed(report, rules, lambda: common.rules_of(config, folders)))
    if not (review.baseline or review.decisions):
        return report
    from checker.decisions import baselined, decided

    return baselined(decided(report, review.decisions, today()), review.baseline)


def outdated(report: Report, review: Review, *, whole: bool) -> int:
    """Deal with entries of the baseline that nothing found is known by any more.

    In CI they are told and the exit code is 4; elsewhere they are taken out of the file. Where a run looked for less
    than the baseline speaks of (``whole`` is false, or articles were not read), nothing is known of them.
    """
    if not (review.file and review.baseline and whole):
        return 0
    from checker.decisions import stale, unread

    old = stale(review.baseline, report.discrepancies)
    if not old or unread(review.baseline, review.folder, read_by(report)):
        return 0
    if review.ci:
        click.echo(f"{review.file}：{len(old)} 条已经过时；在本地运行 kanwu baseline prune 并提交：", err=True)
        click.echo("".join(f"  {told}\n" for told in listed(old)), err=True, nl=False)
        return STALE
    rewrite(review.file, [e for e in review.baseline if e not in old])
    click.echo(f"{review.file}：{len(old)} 条已经过时，已删去。", err=True)
    return 0


def read_by(report: Report) -> list[str]:
    """The files that a run read whole."""
    broken = {p.path for p in report.problems if p.level == "error"}
    return [read.path for read in report.sources if read.path not in broken]


def rewrite(file: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline."""
    from checker.decisions import text
    from checker.records import write

    with common.refusals():
        write(file, text(entries))


def listed(entries: Iterable[Entry]) -> Iterable[str]:
    """Entries as lines for a reader."""
    from checker.report.layout import printable
    from checker.report.text import SHORT

    return (printable(f"{e.fingerprint[:SHORT]}  {e.rule}  {'、'.join(e.paths)}  {e.message}") for e in entries)


def named(prefix: str, found: Iterable[Discrepancy]) -> Discrepancy:
    """The one discrepancy whose fingerprint begins so."""
    known = {d.fingerprint: d for d in found}
    fits = [f for f in known if f.startswith(prefix.lower())]
    if len(fits) == 1:
        return known[fits[0]]
    if fits:
        told = "；".join(f"{f} {known[f].code} {known[f].message}" for f in fits[:5])
        raise common.Refusal(f"{prefix} 不止一处，请多写几位：{told}")
    from checker.complaints import did_you_mean

    near = did_you_mean(prefix.lower(), [f[: max(len(prefix), 4)] for f in known])
    raise common.Refusal(f"没有指纹是 {prefix} 的发现{near or '；可能已经改正，或者没有检查那些稿件'}")


def today() -> date:
    """The day of the run; ``SOURCE_DATE_EPOCH`` sets it where output must be reproduced."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(told), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise common.Refusal(f"SOURCE_DATE_EPOCH={told}：应为自 1970 年起的秒数") from error
