"""``kanwu schema``: the JSON Schema of kanwu.yaml."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from checker.cli import common

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="输出配置的 JSON Schema。")
@common.OUTPUT
@common.RULES
def schema(output: Path | None, folders: tuple[Path, ...]) -> None:
    """输出 kanwu.yaml 的 JSON Schema，包含已安装的和 --rules 指定的规则的选项。"""
    from checker.config import Config
    from checker.schema import schema as made

    rules = common.rules_of(Config(), folders)
    common.emit(json.dumps(made(rules), ensure_ascii=False, indent=2) + "\n", output, raw=True)
