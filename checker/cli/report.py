"""``kanwu report``: the results of a run on a cluster as a report."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli import common, review
from checker.cli import outputs as reports


@click.command(short_help="把集群运行的结果写成报告。")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@reports.FORMAT
@reports.OUTPUT
@reports.LANG
@common.CONFIG
@common.RULES
@review.BASELINE
@click.option(
    "--fail-level",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="达到哪一级时以 1 退出；默认 error。",
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="何时用颜色。")
@click.option("-q", "--quiet", is_flag=True, help="只输出发现的问题，不输出小结。")
def report(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Path,
    form: str | None,
    outputs: tuple[str, ...],
    lang: str,
    config_file: Path | None,
    folders: tuple[Path, ...],
    baseline: Path | None,
    fail_level: str | None,
    color: str,
    quiet: bool,  # noqa: FBT001 - an option
) -> int:
    """把 kanwu check --engine spark 写在 DIR 里的结果写成报告，与在本机检查所得的相同。

    DIR 是本机的文件夹；结果在 hdfs:// 或 s3a:// 的，先取到本机。级别、基线、裁定、屏蔽与 kanwu check 一样处理。

    退出码：0 没有新问题；1 有达到 --fail-level 的新问题；2 用法、配置或结果有错；3 内部错误。
    """
    from checker.cli.check import fails
    from checker.engine.results import ResultsError
    from checker.engine.results import report as read

    wanted = reports.wanted(form, outputs)
    config = common.configuration(config_file)
    rules = common.chosen(config, folders)
    known = review.begun(config, baseline, in_ci=False)._replace(ledger=())
    try:
        told = read(folder)
    except ResultsError as error:
        raise common.Refusal(str(error)) from error
    told = review.reviewed(told, known, rules, config, folders)
    reports.write(wanted, told, rules, color=color, quiet=quiet, lang=lang)
    return int(fails(told, fail_level or config.fail_level))
