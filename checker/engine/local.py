"""A run on this machine: articles are extracted in processes of their own where that pays, and judged together."""

from __future__ import annotations

import hashlib
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from checker.engine.batches import batched, paying
from checker.engine.stages import extracted as extracted_here
from checker.engine.workers import each
from checker.pipeline import assess
from checker.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.model import Article, Extraction, Report
    from checker.rule import Rule
    from checker.settings import Settings
    from checker.store import Store


def check(  # noqa: PLR0913 - as pipeline.check
    paths: Sequence[str],
    rules: Sequence[Rule],
    settings: Settings,
    *,
    exclude: Sequence[str] = (),
    tick: Callable[[int, int], None] = lambda _done, _total: None,
    jobs: int = 0,
    store: Store | None = None,
) -> Report:
    """The report of ``pipeline.check``, with the articles extracted by up to ``jobs`` processes; 0: as many as pay.

    What ``store`` knows is neither read nor extracted again.
    """
    if store is not None:
        from checker.engine.cached import corpus  # noqa: PLC0415 - a run without a cache has no use for these
        from checker.engine.findings import report  # noqa: PLC0415

        told = corpus(paths, settings, store, rules=rules, exclude=exclude, tick=tick, jobs=jobs)
        return report(told, store, rules, settings, name_of(paths, exclude))
    reading = read(paths, exclude=exclude)
    return assess(extracted(reading.articles, settings, tick=tick, jobs=jobs), rules, settings, reading.problems)


def name_of(paths: Sequence[str], exclude: Sequence[str]) -> str:
    """The name of the set of articles below ``paths``, by which its links are kept."""
    return hashlib.sha256(repr((sorted(set(paths)), sorted(exclude))).encode()).hexdigest()[:32]


def extracted(
    articles: Sequence[Article], settings: Settings, *, tick: Callable[[int, int], None], jobs: int
) -> Iterator[Extraction]:
    """Each article extracted, in their order."""
    total = len(articles)
    workers = paying(sum(len(a.text) for a in articles), jobs)
    if workers < 2:
        done = extracted_here(articles, settings)
    else:
        done = chain.from_iterable(
            each(partial(_batch, settings=settings), batched(articles, lambda a: len(a.text)), workers)
        )
    for n, one in enumerate(done, 1):
        yield one
        tick(n, total)


def _batch(articles: Sequence[Article], settings: Settings) -> list[Extraction]:
    return list(extracted_here(articles, settings))
