"""What several commands share: the configuration of a run, its rules, and where output goes."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.config import Config
    from checker.model import Discrepancy, Extraction, Fact, Problem
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


@contextmanager
def refusals() -> Iterator[None]:
    """What an editor's file does wrong ends the run as a refusal."""
    from checker.positions import ConfigError

    try:
        yield
    except ConfigError as error:
        raise Refusal(str(error)) from error


def configuration(file: Path | None) -> Config:
    """The settings of ``file``, of the nearest ``kanwu.yaml``, or the defaults."""
    from checker.config import Config, find_config, load_config

    file = file or find_config(Path.cwd())
    if file is None:
        return Config()
    with refusals():
        return load_config(file)


def rules_of(config: Config, folders: Sequence[Path]) -> tuple[Rule, ...]:
    """All rules that can be had, with their options set."""
    from checker.loading import RuleError, load_rules
    from checker.positions import ConfigError

    try:
        return config.apply(load_rules([*(config.folder / f for f in config.rule_folders), *folders]))
    except (RuleError, ConfigError) as error:
        raise Refusal(str(error)) from error


def chosen(
    config: Config, folders: Sequence[Path], select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules of this run. ``select`` replaces what the file selects and ignores; ``ignore`` adds to it."""
    from checker.config import named, selected, unknown_selector

    rules = rules_of(config, folders)
    for selector in (*select, *ignore):
        if not (selected(rules, [selector], []) or named(selector)):
            raise Refusal(unknown_selector(selector, rules))
    config = config.narrowed(select, ignore)
    return selected(rules, config.select, config.ignore)


def existing(paths: Sequence[str], config: Config) -> tuple[str, ...]:
    """The paths to read: those given, else those configured, else the working folder. All must exist."""
    told = tuple(paths) or tuple(os.path.relpath(config.folder / p) for p in config.paths) or (".",)
    missing = [p for p in told if not Path(p).exists()]
    if missing:
        raise Refusal(f"没有这个文件或文件夹：{'、'.join(missing)}")
    return told


def extracted(paths: Sequence[str], config: Config) -> tuple[Extraction, ...]:
    """Every article below ``paths``, extracted; what cannot be read is told on stderr."""
    from checker.cli.progress import reported
    from checker.pipeline import extract
    from checker.reading import read

    reading = read(paths, exclude=config.excluded)
    done: list[Extraction] = []
    with reported() as tick:
        for n, article in enumerate(reading.articles, 1):
            done.append(extract(article, config.settings))
            tick(n, len(reading.articles))
    complain(reading.problems)
    return tuple(done)


def complain(problems: Iterable[Problem]) -> None:
    """Tell on stderr what is wrong with the input."""
    from checker.report.json import place

    for problem in problems:
        click.echo(f"{place(problem)}：{problem.message}", err=True)


def judged(
    extractions: Iterable[Extraction], facts: Iterable[Fact], rules: Sequence[Rule], config: Config
) -> tuple[Discrepancy, ...]:
    """What the rules find in these articles and facts, as ``kanwu check`` would report it.

    What time explains is kept though a dispute of the same claims is reported before it.
    """
    from checker.judging import judge, settle
    from checker.model import Report, Summary, Verdict

    found = [d for told in (*extractions, *facts) for d in judge(told, rules)]
    kept = settle(found)
    folded = settle(d for d in found if d.verdict == Verdict.SUPERSEDED)
    known = {d.fingerprint for d in kept}
    return config.adjust(Report(Summary(), (*kept, *(d for d in folded if d.fingerprint not in known)))).discrepancies


def coloured(choice: str) -> bool:
    """Whether stdout takes colour: as told, else on a terminal where NO_COLOR is not set."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns of the terminal, between 60 and 120; 80 where stdout is none."""
    import shutil

    return max(60, min(shutil.get_terminal_size((80, 24)).columns, 120)) if sys.stdout.isatty() else 80


def emit(told: str | bytes, output: Path | None, *, raw: bool = False, colour: bool = False) -> None:
    """Write ``told`` to ``output`` (UTF-8) or to stdout; ``raw``: UTF-8 whatever the console's encoding."""
    data = told if isinstance(told, bytes) else told.encode(errors="backslashreplace")
    if output is not None:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_bytes(data)
        except OSError as error:
            from checker.failures import failure

            raise Refusal(f"{output} 写不了：{failure(error)}") from error
    elif raw or isinstance(told, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        click.echo(told, nl=False, color=colour)
