"""A run on this machine: articles are extracted in processes of their own where that pays, and judged together."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from checker.engine.stages import extracted as extracted_here
from checker.pipeline import assess
from checker.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from checker.model import Article, Extraction, Report
    from checker.rule import Rule
    from checker.settings import Settings

# A worker is started for so many characters; with fewer it costs more time than it saves.
PAYS = 150_000
# Articles go to a worker in batches of about so many characters; two batches a worker are under way at any time.
BATCH = 20_000
# So often a batch may lose its worker before it is done in this process.
_PATIENCE = 3


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
    done = extracted_here(articles, settings) if workers < 2 else _pooled(articles, settings, workers)
    for n, one in enumerate(done, 1):
        yield one
        tick(n, total)


def paying(characters: int, jobs: int) -> int:
    """How many workers are worth starting for so much text, of up to ``jobs``; 0: of the processors there are."""
    return max(1, min(jobs or _processors(), characters // PAYS))


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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


def _pooled(articles: Sequence[Article], settings: Settings, workers: int) -> Iterator[Extraction]:
    """Each article extracted by ``workers`` processes, in their order.

    What a killed worker held is given to another; so is all that was under way, since a pool dies with any worker. No
    more than two batches a worker are in memory at any time.
    """
    waiting = _batches(articles)
    under_way: deque[list[Article]] = deque()
    lost = 0
    while True:
        pool = ProcessPoolExecutor(workers, initializer=_undisturbed)
        futures: deque[Future[list[Extraction]]] = deque(pool.submit(_batch, b, settings) for b in under_way)
        try:
            while True:
                while len(under_way) < 2 * workers and (batch := next(waiting, None)):
                    under_way.append(batch)
                    futures.append(pool.submit(_batch, batch, settings))
                if not under_way:
                    return
                yield from futures[0].result()
                futures.popleft()
                under_way.popleft()
                lost = 0
        except BrokenProcessPool:
            lost += 1
            if lost == _PATIENCE:
                yield from extracted_here(under_way.popleft(), settings)
                lost = 0
        finally:
            _stop(pool)


def _stop(pool: ProcessPoolExecutor) -> None:
    """End a pool at once, whatever its workers are at."""
    for process in list((pool._processes or {}).values()):  # noqa: SLF001 - only Python 3.14 has a way to ask for it
        process.terminate()
    pool.shutdown(wait=True, cancel_futures=True)


def _undisturbed() -> None:
    """Leave ctrl-C, which the terminal sends to every process, to the one that started this worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _batch(articles: Sequence[Article], settings: Settings) -> list[Extraction]:
    return list(extracted_here(articles, settings))
