"""A progress bar on stderr, for runs that take longer than a second on a terminal."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 1.0


@contextmanager
def reported(clock: Callable[[], float] = time.monotonic) -> Iterator[Callable[[int, int], None]]:
    """A function ``tick(done, total)`` that draws a bar once a second has passed and stderr is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None  # noqa: ARG005 - the bar's signature
        return
    began = clock()
    drawn = 0

    def tick(done: int, total: int) -> None:
        nonlocal drawn
        if clock() - began < PATIENCE or not total:
            return
        filled = done * 30 // total
        line = f"读稿 {'█' * filled}{'░' * (30 - filled)} {done}/{total}"
        drawn = len(line) + 2
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()

    try:
        yield tick
    finally:
        if drawn:
            sys.stderr.write("\r" + " " * drawn + "\r")
            sys.stderr.flush()
