"""Whether a run uses a cache, and where that is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.config import Config
    from checker.store import Store

T = TypeVar("T")

CACHE = click.option(
    "--cache/--no-cache",
    "wanted",
    default=None,
    help="用缓存，没有改动的稿件不再读；不写时按 kanwu.yaml 的 cache，稿件少时不用。",
)
# A corpus of fewer bytes is read anew as fast as its cache is kept.
SMALL = 256 * 1024


def root(config: Config) -> Path:
    """The folder of the cache: as the environment or the configuration tell it, else that of the platform."""
    if isinstance(config.cache, str) and not os.environ.get("KANWU_CACHE_DIR"):
        return Path(os.path.relpath(config.folder / config.cache))
    from checker.keeping import home

    return home()


def store(config: Config, paths: Sequence[str], *, wanted: bool | None) -> Store | None:
    """The cache of a run over ``paths``; None where it uses none."""
    if not (config.cache if wanted is None else wanted):
        return None
    if wanted is None and not isinstance(config.cache, str) and _small(paths):
        return None
    from checker.store import Store
    from checker.store.version import context

    folder = root(config)
    # A cache beside the corpus may be moved with it.
    here = os.path.relpath(Path.cwd(), folder) if isinstance(config.cache, str) else str(Path.cwd())
    return Store(folder, context(config.settings, here))


def _small(paths: Sequence[str]) -> bool:
    """Whether there is little below ``paths``; no more is looked at than it takes to know."""
    from checker.reading.paths import SUFFIXES

    size = 0
    for file in (f for path in paths for f in ([Path(path)] if Path(path).is_file() else Path(path).rglob("*"))):
        if file.suffix.lower() in SUFFIXES and file.is_file():
            size += file.stat().st_size
            if size >= SMALL:
                return False
    return True


def sound(run: Callable[[Store | None], T], kept: Store | None) -> T:
    """What ``run`` returns with a cache; where that is damaged it is dropped and all is read anew."""
    from checker.codec import CodecError
    from checker.store import DamageError

    try:
        if kept is None:
            return run(None)
        try:
            return run(kept)
        except (DamageError, CodecError):
            kept.drop()
            click.echo(f"缓存已损坏，重新建立：{kept.folder}", err=True)
            return run(kept)
    except (DamageError, CodecError):  # a disk that does not keep what is written
        return run(None)
    except OSError as error:
        if kept is None or not _of(kept, error):
            raise
        click.echo(f"缓存用不了（{error.strerror}），这次不用：{kept.root}", err=True)
        return run(None)
    finally:
        if kept is not None:
            kept.close()


def _of(kept: Store, error: OSError) -> bool:
    """Whether an error is of a file of the cache."""
    return isinstance(error.filename, str | os.PathLike) and str(error.filename).startswith(str(kept.root))
