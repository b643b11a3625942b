"""A run on this machine: articles are extracted in processes of their own where that pays, and judged together."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from checker.engine.stages import extracted as extracted_here
from checker.engine.workers import each, processors
from checker.pipeline import assess
from checker.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.model import Article, Extraction, Report
    from checker.rule import Rule
    from checker.settings import Settings

# A worker is started for so many characters; with fewer it costs more time than it saves.
PAYS = 150_000
# Articles go to a worker in batches of about so many characters.
BATCH = 20_000


def check(  # noqa: PLR0913 - as pipeline.check
    paths: Sequence[str],
    rules: Sequence[Rule],
    settings: Settings,
    *,
    exclude: Sequence[str] = (),
    tick: Callable[[int, int], None] = lambda _done, _total: None,
    jobs: int = 0,
) -> Report:
    """The report of ``pipeline.check``, with the articles extracted by up to ``jobs`` processes; 0: as many as pay."""
    reading = read(paths, exclude=exclude)
    return assess(extracted(reading.articles, settings, tick=tick, jobs=jobs), rules, settings, reading.problems)


def extracted(
    articles: Sequence[Article], settings: Settings, *, tick: Callable[[int, int], None], jobs: int
) -> Iterator[Extraction]:
    """Each article extracted, in their order."""
    total = len(articles)
    workers = paying(sum(len(a.text) for a in articles), jobs)
    if workers < 2:
        done = extracted_here(articles, settings)
    else:
        done = chain.from_iterable(each(partial(_batch, settings=settings), _batches(articles), workers))
    for n, one in enumerate(done, 1):
        yield one
        tick(n, total)


def paying(characters: int, jobs: int) -> int:
    """How many workers are worth starting for so much text, of up to ``jobs``; 0: of the processors there are."""
    return max(1, min(jobs or processors(), characters // PAYS))


def _batches(articles: Sequence[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _batch(articles: Sequence[Article], settings: Settings) -> list[Extraction]:
    return list(extracted_here(articles, settings))
