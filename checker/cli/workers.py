"""The same run over several processes: articles are extracted apart, linked and judged together."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from checker.pipeline import assess, extract
from checker.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.model import Report
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
    total = len(reading.articles)
    extractions = []
    with ProcessPoolExecutor(jobs) as pool:
        share = max(1, min(64, total // (jobs * 4)))
        for n, done in enumerate(pool.map(partial(extract, settings=settings), reading.articles, chunksize=share), 1):
            extractions.append(done)
            tick(n, total)
    return assess(extractions, rules, settings, reading.problems)
