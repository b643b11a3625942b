"""``kanwu cache``: where the cache is, how large it is, and how it is cleared."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from checker.cli import caches, common

if TYPE_CHECKING:
    from pathlib import Path


@click.group(short_help="缓存：info、clear。")
def cache() -> None:
    """看缓存在哪里、有多大，或者清空它；清空只影响下一次运行的快慢。"""


@cache.command(short_help="缓存在哪里，有多大。")
@common.CONFIG
def info(config_file: Path | None) -> int:
    """输出缓存的文件夹、大小和篇数。"""
    from checker.store import DamageError, Store

    root = caches.root(common.configuration(config_file))
    files = [f for f in root.rglob("*") if f.is_file()] if _ours(root) else []
    articles = 0
    for manifest in (f for f in files if f.name == "manifest"):
        try:
            known = Store(root, manifest.parent.name).manifest().files
        except DamageError:
            click.echo(f"{manifest.parent} 已损坏，下次运行时重新建立。", err=True)
        else:
            articles += sum(len(file.rows) for file in known.values())
    size = sum(f.stat().st_size for f in files) / 1024 / 1024
    click.echo(f"{root}\n{articles} 篇，{size:.1f} MB" if files else f"{root}\n没有缓存。")
    return 0


@cache.command(short_help="清空缓存。")
@common.CONFIG
def clear(config_file: Path | None) -> int:
    """删去缓存的文件夹。"""
    root = caches.root(common.configuration(config_file))
    if root.exists() and not _ours(root):
        raise common.Refusal(f"{root} 不是 kanwu 的缓存文件夹，没有删")
    shutil.rmtree(root, ignore_errors=True)
    click.echo(f"已清空：{root}")
    return 0


def _ours(root: Path) -> bool:
    """Whether a folder is a cache of Kanwu and nothing else."""
    from checker.disk import TAG

    try:
        return (root / "CACHEDIR.TAG").read_text(encoding="utf-8") == TAG
    except (OSError, UnicodeError):
        return False
