"""``kanwu check --engine spark``: the same check on a cluster, its results in a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import common, review

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.cli.review import Review
    from checker.config import Config
    from checker.model import Report
    from checker.rule import Rule

ENGINE = click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    help="在哪里运行：local 本机；spark Spark 集群，结果写到 --output 所指的文件夹。默认 local。",
)
MASTER = click.option(
    "--master", metavar="URL", help="集群的地址（yarn、k8s://…、spark://…、local[*]）；用 spark-submit 启动时不写。"
)
CONF = click.option(
    "--conf",
    "conf",
    multiple=True,
    metavar="KEY=VALUE",
    help="Spark 的一项设置，如 spark.executor.memory=4g（可重复）。",
)


def settings(conf: Sequence[str]) -> dict[str, str]:
    """The settings of Spark that were given.

    >>> settings(["spark.executor.memory=4g"])
    {'spark.executor.memory': '4g'}
    >>> settings(["4g"])
    Traceback (most recent call last):
    checker.cli.common.Refusal: --conf 4g：应写成 KEY=VALUE，如 spark.executor.memory=4g
    """
    for told in conf:
        if not told.partition("=")[1] or not told.startswith("spark."):
            raise common.Refusal(f"--conf {told}：应写成 KEY=VALUE，如 spark.executor.memory=4g")
    return dict(told.split("=", 1) for told in conf)


def refuse(engine: str, master: str | None, conf: Sequence[str], only_local: Mapping[str, object]) -> bool:
    """Whether to run on a cluster; a refusal where options do not go together.

    ``only_local``: options that a run on a cluster does not know, with what was given.
    """
    if engine == "local":
        if master is not None or conf:
            raise common.Refusal("--master、--conf 只与 --engine spark 一起用。")
        return False
    for name, given in only_local.items():
        if given:
            raise common.Refusal(f"--engine spark 不能与 {name} 一起用。")
    return True


def run(  # noqa: PLR0913, PLR0917 - what the command line told
    paths: Sequence[str],
    outputs: Sequence[str],
    master: str | None,
    conf: Sequence[str],
    rules: Sequence[Rule],
    config: Config,
    folders: Sequence[Path],
    known: Review,
    quiet: bool,  # noqa: FBT001 - an option
) -> tuple[Report | None, Mapping[str, int]]:
    """Runs on the cluster; the report as configured, None where it is too large to be held here, and its levels."""
    from checker.engine.spark import SparkError, check
    from checker.ruleset import Ruleset

    output = _folder(outputs)
    if known.ledger and any(rule.of_ledger for rule in rules):
        raise common.Refusal("台账还不能在集群上对照；请加 --ignore KW6，或换一份没有台账的配置（--config）。")
    try:
        told = check(
            _existing(paths, config),
            Ruleset.of(rules, (*(config.folder / f for f in config.rule_folders), *folders)),
            config.settings,
            output=output,
            master=master,
            conf=settings(conf),
            exclude=config.excluded,
            quiet=quiet,
        )
    except SparkError as error:
        raise common.Refusal(str(error)) from error
    report = None
    if told.report is not None:
        report = review.reviewed(told.report, known._replace(ledger=()), rules, config, folders)
    if not quiet:
        _close(report, told.levels, told.problems, output)
    return report, told.levels


def _folder(outputs: Sequence[str]) -> str:
    """The one folder that results go to."""
    import re

    if len(outputs) != 1 or re.match(r"[a-z]+=", outputs[0]) or outputs[0] == "-":
        raise common.Refusal(
            "--engine spark 要写一个 --output DIR：结果写到这个文件夹（本机、hdfs://、s3a://）；"
            "要别的格式，之后用 kanwu report DIR --format FORMAT。"
        )
    return outputs[0]


def _existing(paths: Sequence[str], config: Config) -> tuple[str, ...]:
    """The paths to read; addresses of other file systems are left to Spark."""
    told = tuple(paths) or tuple(os.path.relpath(config.folder / p) for p in config.paths)
    if not told:
        raise common.Refusal("--engine spark 要写明查什么：PATH 是文件、文件夹，或 hdfs://、s3a:// 地址。")
    missing = [p for p in told if "://" not in p and not Path(p).exists()]
    if missing:
        raise common.Refusal(f"没有这个文件或文件夹：{'、'.join(missing)}")
    return told


def _close(report: Report | None, levels: Mapping[str, int], problems: int, output: str) -> None:
    """Say on stderr what was found and where it stands."""
    from checker.report.text import closing

    if report is not None:
        click.echo(closing(report), nl=False, err=True)
    else:
        counted = "，".join(f"{level} {n}" for level, n in levels.items())
        click.echo(f"{counted}（未计基线和裁定：发现太多，没有取回本机）", err=True)
    if problems:
        click.echo(f"{problems} 处输入有问题，原因见 {output}/problems.jsonl", err=True)
    click.echo(f"结果已写入 {output}；kanwu report {output} --format html -o report.html 写成报告", err=True)
