"""The same run over several processes: articles are extracted apart, linked and judged together."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from checker.pipeline import assess, extract
from checker.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.model import Article, Extraction, Report
    from checker.rule import Rule
    from checker.settings import Settings


def check(  # noqa: PLR0913 - as pipeline.check
    paths: Sequence[str],
    rules: Sequence[Rule],
    settings: Settings,
    *,
    exclude: Sequence[str],
    tick: Callable[[int, int], None],
    jobs: int,
) -> Report:
    """The report of ``pipeline.check``, with the articles extracted by ``jobs`` processes."""
    reading = read(paths, exclude=exclude)
    return assess(extracted(reading.articles, settings, tick=tick, jobs=jobs), rules, settings, reading.problems)


def extracted(
    articles: Sequence[Article], settings: Settings, *, tick: Callable[[int, int], None], jobs: int
) -> Iterator[Extraction]:
    """Each article extracted, in their order, by ``jobs`` processes."""
    total = len(articles)
    if jobs == 1:
        for n, article in enumerate(articles, 1):
            yield extract(article, settings)
            tick(n, total)
        return
    with ProcessPoolExecutor(jobs) as pool:
        share = max(1, min(64, total // (jobs * 4)))
        for n, done in enumerate(pool.map(partial(extract, settings=settings), articles, chunksize=share), 1):
            yield done
            tick(n, total)
