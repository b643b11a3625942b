"""``kanwu explain``: the page of a rule."""

from __future__ import annotations

import inspect
from dataclasses import fields
from typing import TYPE_CHECKING

import click

from checker.cli import common

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checker.rule import Example, Rule


@click.command(short_help="说明一条规则。")
@click.argument("rule", metavar="CODE")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="何时用颜色。")
@common.CONFIG
@common.RULES
def explain(rule: str, color: str, config_file: Path | None, folders: tuple[Path, ...]) -> None:
    """说明一条规则：为什么、怎样判断、不报什么、选项和例子。CODE 是编号或名称。

    在终端上排版显示；重定向时输出 Markdown。
    """
    from checker.config import unknown_selector

    known = common.rules_of(common.configuration(config_file), folders)
    found = next((r for r in known if rule.upper() == r.code or rule.lower() == r.name), None)
    text = page(found) if found is not None else of_input(rule)
    if not text:
        raise common.Refusal(unknown_selector(rule, known))
    colour = common.coloured(color)
    common.emit(typeset(text) if colour else text, None, colour=colour)


def page(rule: Rule) -> str:
    """The page of a rule in Markdown: its documentation, options and examples."""
    from checker.report.text import LEVELS
    from checker.schema import summary

    doc = inspect.cleandoc(type(rule).__doc__ or "")
    lines = [f"# {rule.code} {rule.name}（{LEVELS[rule.level]}）", "", summary(rule), doc.partition("\n")[2].rstrip()]
    return "\n".join([*lines, *options(rule), *examples(rule)]) + "\n"


def of_input(name: str) -> str:
    """The page of what is said of the input itself, by its code or name; "" if there is none."""
    from checker.problems import PAGES
    from checker.report.text import LEVELS

    found = next(((code, p) for code, p in PAGES.items() if name.upper() == code or name.lower() == p.name), None)
    if found is None:
        return ""
    code, told = found
    return f"# {code} {told.name}（{LEVELS[told.level]}）\n\n{told.summary}\n\nEnglish: {told.english}\n\n{told.text}"


def options(rule: Rule) -> Iterator[str]:
    """The options of a rule as a section, nothing if it has none."""
    from checker.cli.rules import plain
    from checker.config import kebab

    told = fields(rule)  # type: ignore[arg-type]
    if told:
        yield from ("", "## 选项", "")
    for f in told:
        yield f"- `{kebab(f.name)}`（现为 `{plain(getattr(rule, f.name))}`）：{f.metadata.get('doc', '')}"


def examples(rule: Rule) -> Iterator[str]:
    """The examples of a rule: what it reports, with the marks of the places, and what it does not."""
    from checker.rule import Clash

    for heading, wanted in (("## 报告的例子", True), ("## 不报的例子", False)):
        yield from ("", heading)
        for example in rule.examples:
            if isinstance(example, Clash) == wanted:
                yield ""
                yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    from checker.rule import Entry

    for sample in example.articles:
        if isinstance(sample, Entry):
            days = [f"{word}{day}" for word, day in (("确认于", sample.as_of), ("复核日", sample.recheck)) if day]
            about = "，".join(("台账", *days, sample.source))
        else:
            about = "，".join(w for w in (str(sample.date), sample.source, sample.place, sample.title) if w)
        text = " ".join(sample.text.replace("⟦", "【").replace("⟧", "】").split())
        yield f"- {about}：{text}"
    if example.because:
        yield f"\n  （{example.because}）"


def typeset(text: str) -> str:
    """Markdown set for a terminal, in colour."""
    from io import StringIO

    from rich.console import Console
    from rich.markdown import Markdown

    out = StringIO()
    Console(file=out, width=common.width(), force_terminal=True, color_system="standard", legacy_windows=False).print(
        Markdown(text)
    )
    return out.getvalue()
