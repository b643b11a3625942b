"""What several commands share: the configuration of a run, its rules, and where output goes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.config import Config
    from checker.rule import Rule

PATHS = click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(path_type=str))
CONFIG = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="用这份配置，而不是就近的 kanwu.yaml。",
)
RULES = click.option(
    "--rules",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="另外载入这个文件夹的规则（可重复）。",
)
OUTPUT = click.option(
    "--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="写到文件，而不是标准输出。"
)


class Refusal(click.ClickException):
    """A usage or configuration error: its message alone, and exit code 2."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Print the message to stderr."""
        click.echo(f"kanwu: {self.message}", err=True)


def configuration(file: Path | None) -> Config:
    """The settings of ``file``, of the nearest ``kanwu.yaml``, or the defaults."""
    from checker.config import Config, find_config, load_config
    from checker.positions import ConfigError

    file = file or find_config(Path.cwd())
    if file is None:
        return Config()
    try:
        return load_config(file)
    except ConfigError as error:
        raise Refusal(str(error)) from error


def rules_of(config: Config, folders: Sequence[Path]) -> tuple[Rule, ...]:
    """All rules that can be had, with their options set."""
    from checker.loading import RuleError, load_rules
    from checker.positions import ConfigError

    try:
        return config.apply(load_rules([*(config.folder / f for f in config.rule_folders), *folders]))
    except (RuleError, ConfigError) as error:
        raise Refusal(str(error)) from error


def existing(paths: Sequence[str], config: Config) -> tuple[str, ...]:
    """The paths to read: those given, else those configured, else the working folder. All must exist."""
    import os

    told = tuple(paths) or tuple(os.path.relpath(config.folder / p) for p in config.paths) or (".",)
    missing = [p for p in told if not Path(p).exists()]
    if missing:
        raise Refusal(f"没有这个文件或文件夹：{'、'.join(missing)}")
    return told


def emit(text: str, output: Path | None, *, raw: bool = False, colour: bool = False) -> None:
    """Write ``text`` to ``output`` (UTF-8) or to stdout; ``raw``: UTF-8 whatever the console's encoding."""
    if output is not None:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise Refusal(f"{output} 写不了：{error.strerror}") from error
    elif raw:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        click.echo(text, nl=False, color=colour)
