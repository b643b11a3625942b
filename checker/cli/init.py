"""``kanwu init``: a commented kanwu.yaml to begin with."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli import common

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(short_help="写一份 kanwu.yaml。")
@click.option("--force", is_flag=True, help="已有 kanwu.yaml 时覆盖它。")
def init(force: bool) -> None:  # noqa: FBT001 - an option
    """在当前文件夹写一份带注释的 kanwu.yaml；已有时不覆盖。"""
    from checker.config import FILE

    file = Path(FILE)
    if file.exists() and not force:
        raise common.Refusal(f"{FILE} 已经存在；要覆盖它，请加 --force")
    common.emit("\n".join(template()) + "\n", file)
    click.echo(f"已写 {FILE}；去掉一行前面的 # 就启用它。")


def template() -> Iterator[str]:
    """The lines of the file: each key with what it does and an example, all commented out."""
    from checker.config import Keys, kebab

    yield "# Kanwu（勘误）的配置。每个键都可以不写。"
    for f in fields(Keys):
        yield ""
        yield f"## {f.metadata['doc']}"
        head, *rest = f"{kebab(f.name)}: {f.metadata['example']}".split("\n")
        yield f"# {head.rstrip()}"
        yield from (f"# {line}" for line in rest)
