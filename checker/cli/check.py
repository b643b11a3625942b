"""``kanwu check``: read, compare, report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.cli import caches, changed, cluster, common, drafts, review
from checker.cli import outputs as reports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from checker.config import Config
    from checker.model import Report
    from checker.rule import Rule


def _codes(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for text in value for code in text.split(",") if code.strip())


@click.command(short_help="检查稿件。")
@common.PATHS
@drafts.STDIN_FILENAME
@drafts.AGAINST
@reports.FORMAT
@reports.OUTPUT
@reports.LANG
@common.CONFIG
@common.RULES
@review.BASELINE
@review.CI
@changed.CHANGED_SINCE
@click.option(
    "--select", multiple=True, callback=_codes, metavar="CODES", help="只用这些规则：编号、编号前缀或名称，逗号分隔。"
)
@click.option("--ignore", multiple=True, callback=_codes, metavar="CODES", help="不用这些规则。")
@click.option(
    "--fail-level",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="达到哪一级时以 1 退出；默认 error。",
)
@click.option(
    "--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="至多用几个进程读稿，不写时由程序决定；结果与此无关。"
)
@caches.CACHE
@cluster.ENGINE
@cluster.MASTER
@cluster.CONF
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="何时用颜色。")
@click.option("-q", "--quiet", is_flag=True, help="只输出发现的问题，不输出小结。")
def check(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: tuple[str, ...],
    stdin_filename: str | None,
    against: tuple[str, ...],
    form: str | None,
    outputs: tuple[str, ...],
    lang: str,
    config_file: Path | None,
    folders: tuple[Path, ...],
    baseline: Path | None,
    in_ci: bool | None,  # noqa: FBT001 - an option
    changed_since: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_level: str | None,
    jobs: int | None,
    wanted: bool | None,  # noqa: FBT001 - an option
    engine: str,
    master: str | None,
    conf: tuple[str, ...],
    color: str,
    quiet: bool,  # noqa: FBT001 - an option
) -> int:
    """检查稿件，报告互相矛盾、或者需要编辑核实的事实和数字。

    PATH 是 .md、.txt、.jsonl、.html、.docx 文件或文件夹；不写时用 kanwu.yaml 的 paths，再没有就用当前文件夹。

    基线里的、编辑裁定过的、稿件里屏蔽的，不算新问题，不使运行失败。

    退出码：0 没有新问题；1 有达到 --fail-level 的新问题；2 用法或配置有错；3 内部错误；4 基线过时（CI 中）。
    """
    only_local = {"--format": form, "--against": against, "--stdin-filename": stdin_filename, "--jobs": jobs}
    on_cluster = cluster.refuse(engine, master, conf, {**only_local, "--changed-since": changed_since})
    outs = () if on_cluster else reports.wanted(form, outputs)
    config = common.configuration(config_file)
    rules = common.chosen(config, folders, select, ignore)
    config = config.narrowed(select, ignore)
    known = review.begun(config, baseline, in_ci=in_ci)
    level = fail_level or config.fail_level
    if on_cluster:
        told, levels = cluster.run(paths, outputs, master, conf, rules, config, folders, known, quiet)
        return int(fails(told, level) if told else any(levels[name] for name in loud(level)))
    asked = drafts.asked(paths, stdin_filename, against)
    if asked and changed_since is not None:
        raise common.Refusal("--changed-since 与 --against、--stdin-filename 不能同时用：两边都限定报告哪些稿件。")
    where = () if asked else common.existing(paths, config)
    review.warn_of(review.overlooked((*paths, *against), config, known.file))
    touched = None if changed_since is None else changed.since(changed_since, where)
    from checker.cli.progress import reported

    with reported() as tick:
        if asked:
            found, own = drafts.run(paths, stdin_filename, against, rules, config, jobs or 0, tick, cache=wanted)
        else:
            found, own = run(where, rules, config, jobs or 0, tick, cache=wanted), None
        report = review.reviewed(found, known, rules, config, folders)
    old = review.outdated(report, known, whole=not (select or ignore or asked))
    if own is not None:
        report = changed.narrowed(report, own)
    if touched is not None:
        report = changed.concerning(report, touched)
    reports.write(
        outs,
        report,
        rules,
        color=color,
        quiet=quiet,
        lang=lang,
        arguments=_again(paths, stdin_filename, against, config_file, folders),
    )
    return int(fails(report, level)) or old


def _again(
    paths: Sequence[str],
    stdin_filename: str | None,
    against: Sequence[str],
    config_file: Path | None,
    folders: Sequence[Path],
) -> tuple[str, ...]:
    """By what another command takes the same articles, rules and configuration."""
    given = ("--config", str(config_file)) if config_file else ()
    rules = (word for folder in folders for word in ("--rules", str(folder)))
    named = (p for p in (*paths, stdin_filename or "", *against) if p not in {"", "-"})
    return (*given, *rules, *named)


def run(  # noqa: PLR0913 - what the command line told
    paths: Sequence[str],
    rules: Sequence[Rule],
    config: Config,
    jobs: int,
    tick: Callable[[int, int], None],
    *,
    cache: bool | None = None,
) -> Report:
    """The report over ``paths``, the same for any number of jobs and any cache."""
    from checker.engine.local import check as local

    return caches.sound(
        lambda kept: local(paths, rules, config.settings, exclude=config.excluded, tick=tick, jobs=jobs, store=kept),
        caches.store(config, paths, wanted=cache),
    )


def loud(fail_level: str) -> list[str]:
    """The levels that fail a run."""
    from checker.model import Level

    order = [str(level) for level in Level]
    return order[: order.index(fail_level) + 1] if fail_level in order else []


def fails(report: Report, fail_level: str) -> bool:
    """Whether something new stands at or above ``fail_level``."""
    failing = loud(fail_level)
    found = [str(d.level) for d in report.discrepancies if d.state == "new"] + [str(p.level) for p in report.problems]
    return any(level in failing for level in found)
