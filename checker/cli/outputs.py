"""Where the reports of a run go: one to the standard output or a file, others to files of their own."""

from __future__ import annotations

import inspect
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import patterns as re
from checker.cli import common
from checker.frozen import dataclass
from checker.report.formats import FORMATS, Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Report
    from checker.report.view import View
    from checker.rule import Rule

FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    metavar="FORMAT",
    help=f"报告的格式：{'；'.join(f'{f.name} {f.about}' for f in FORMATS.values())}。默认 text。",
)
OUTPUT = click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar="[FORMAT=]FILE",
    help="写到文件，而不是标准输出；写成 FORMAT=FILE 时用那种格式，可重复，一次写出几种报告。",
)
LANG = click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", help="html 报告界面的语言；说明和稿件仍是中文。"
)

_NAMED = re.compile(r"([a-z]+)=(.+)", re.DOTALL)


@dataclass(frozen=True)
class Output:
    """One report of a run: its format, and its file; None is the standard output."""

    format: Format
    file: Path | None


def wanted(form: str | None, given: Sequence[str]) -> tuple[Output, ...]:
    """The reports that were asked for; the standard output gets one where no file is named, or ``form`` asks for it.

    >>> [(o.format.name, str(o.file)) for o in wanted("text", ["json=out/a.json"])]
    [('json', 'out/a.json'), ('text', 'None')]
    >>> wanted(None, ["jsn=a.json"])
    Traceback (most recent call last):
    checker.cli.common.Refusal: 没有 jsn 这种格式，是否想写 json？文件名里有等号时请写 ./jsn=a.json
    """
    made: list[Output] = []
    plain = 0
    for told in given:
        named = _NAMED.fullmatch(told)
        if named:
            made.append(Output(_format(named[1], told), None if named[2] == "-" else Path(named[2])))
        else:
            plain += 1
            made.append(Output(FORMATS[form or "text"], None if told == "-" else Path(told)))
    if not made or (form and not plain):
        made.append(Output(FORMATS[form or "text"], None))
    files = [o.file for o in made]
    twice = next((o for n, o in enumerate(made) if o.file in files[:n]), None)
    if twice:
        raise common.Refusal(f"两份报告都要写到{twice.file or '标准输出'}，请各写各的文件")
    if sys.stdout.isatty():
        for output in made:
            if output.file is None and output.format.binary:
                name = output.format.name
                raise common.Refusal(f"{name} 不能显示在终端，请写到文件：--output {name}=report{output.format.suffix}")
    return tuple(made)


def _format(name: str, told: str) -> Format:
    if name not in FORMATS:
        from difflib import get_close_matches

        near = get_close_matches(name, FORMATS, n=1)
        hint = f"，是否想写 {near[0]}？" if near else f"；可用的格式：{'、'.join(FORMATS)}。"
        raise common.Refusal(f"没有 {name} 这种格式{hint}文件名里有等号时请写 ./{told}")
    return FORMATS[name]


def write(  # noqa: PLR0913 - one parameter an option
    outputs: Sequence[Output],
    report: Report,
    rules: Sequence[Rule],
    *,
    color: str,
    quiet: bool,
    lang: str,
    arguments: Sequence[str] = (),
) -> None:
    """Write every report, and say on stderr which files were written."""
    for output in outputs:
        colour = output.format.terminal and output.file is None and common.coloured(color)
        seen = view(rules, pages=output.format.pages, colour=colour, quiet=quiet, lang=lang)
        told = output.format.render(report, replace(seen, arguments=tuple(arguments)))
        common.emit(told, output.file, raw=not output.format.terminal, colour=colour)
    files = [str(o.file) for o in outputs if o.file is not None]
    if files and not quiet:
        from checker.report.text import closing

        head = "" if any(o.file is None and o.format.terminal for o in outputs) else closing(report)
        click.echo(f"{head}报告已写入 {'、'.join(files)}", err=True)


def view(
    rules: Sequence[Rule], *, pages: bool = True, colour: bool = False, quiet: bool = False, lang: str = "zh"
) -> View:
    """What the formats are told of this run besides its report; without ``pages`` nothing of the rules."""
    from checker.report.view import RulePage, View

    if not pages:
        return View(common.width(), colour, quiet, source=source, lang=lang)
    from importlib.metadata import version

    from checker.schema import english, summary

    told = tuple(
        RulePage(r.code, r.name, r.level, summary(r), english(r), inspect.cleandoc(type(r).__doc__ or ""))
        for r in rules
    )
    return View(common.width(), colour, quiet, told, source, version("kanwu"), lang)


def source(path: str) -> str | None:
    """The decoded text of a file, None where it cannot be read."""
    from checker.reading.decoding import UndecodableError, decode

    try:
        return decode(Path(path).read_bytes())
    except (OSError, UndecodableError):
        return None
