"""How much text goes to a worker at a time, and how many workers it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from checker.engine.workers import processors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

# A worker is started for so many characters; with fewer it costs more time than it saves.
PAYS = 150_000
# Articles go to a worker in batches of about so many characters.
BATCH = 20_000


def paying(characters: int, jobs: int) -> int:
    """How many workers are worth starting for so much text, of up to ``jobs``; 0: of the processors there are.

    >>> paying(1000, 8), paying(10**9, 8)
    (1, 8)
    """
    return max(1, min(jobs or processors(), characters // PAYS))


def batched(told: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """The same in order, in lists of about ``BATCH`` characters."""
    batch: list[T] = []
    held = 0
    for one in told:
        batch.append(one)
        held += size(one)
        if held >= BATCH:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
