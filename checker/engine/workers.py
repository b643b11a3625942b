"""Worker processes without a lock, a queue or a thread between them: each has a pipe of its own and holds one batch.

So a worker can be killed at any moment and nothing but its batch is lost, which another worker is given.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

A = TypeVar("A")
B = TypeVar("B")

# So many workers may die over one batch before it is done in this process.
PATIENCE = 3
# So many batches a worker may be done while an earlier one is waited for: the bound on memory.
AHEAD = 3


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def forked() -> bool:
    """Whether a worker begins as a copy of this process, and so has all that this one loaded."""
    return hasattr(os, "fork")


def each(work: Callable[[A], B], batches: Iterable[A], workers: int) -> Iterator[B]:
    """``work`` done on each batch by up to ``workers`` processes; the results in the order of the batches.

    What ``work`` raises is raised here. No worker outlives the iterator, nor the process that it was started by.
    """
    crew = _Crew(work, workers)
    try:
        yield from crew.results(iter(batches))
    finally:
        crew.dismiss()


class _Task(NamedTuple):
    number: int
    batch: Any
    deaths: int = 0


class _Crew:
    """The workers of one run: those that wait for a batch, and those that hold one."""

    def __init__(self, work: Callable[[Any], Any], size: int) -> None:
        self.work, self.size = work, size
        self.idle: list[Connection] = []
        self.busy: dict[Connection, _Task] = {}
        self.processes: dict[Connection, BaseProcess] = {}
        self.lost: deque[_Task] = deque()
        self.done: dict[int, Any] = {}

    def results(self, batches: Iterator[Any]) -> Iterator[Any]:
        from multiprocessing.connection import wait  # noqa: PLC0415

        tasks = (_Task(n, batch) for n, batch in enumerate(batches))
        given, ended = 0, False
        while True:
            while len(self.busy) < self.size and (self.lost or not (ended or len(self.done) >= AHEAD * self.size)):
                task = self.lost.popleft() if self.lost else next(tasks, None)
                if task is None:
                    ended = True
                else:
                    self._give(task)
            while given in self.done:
                yield self.done.pop(given)
                given += 1
            if self.busy:
                for pipe in wait(list(self.busy)):
                    self._take(pipe)  # type: ignore[arg-type]
            elif ended and not (self.lost or self.done):
                return

    def _give(self, task: _Task) -> None:
        """Hand a batch to a worker that waits, or to a new one."""
        pipe = self.idle.pop() if self.idle else self._hire()
        self.busy[pipe] = task
        try:
            pipe.send(task.batch)
        except OSError:
            self._mourn(pipe)

    def _take(self, pipe: Connection) -> None:
        """Take what a worker has done, or what is left of one that died."""
        try:
            well, told = pipe.recv()
        except (EOFError, OSError):
            self._mourn(pipe)
            return
        task = self.busy.pop(pipe)
        self.idle.append(pipe)
        if not well:
            raise told
        self.done[task.number] = told

    def _mourn(self, pipe: Connection) -> None:
        """Let another worker have the batch of one that died, or do it here where it may be what kills them."""
        task = self.busy.pop(pipe)
        self._bury(pipe)
        if task.deaths + 1 < PATIENCE:
            self.lost.append(task._replace(deaths=task.deaths + 1))
        else:
            self.done[task.number] = self.work(task.batch)

    def _hire(self) -> Connection:
        import multiprocessing  # noqa: PLC0415 - costs 10 ms, and most runs have no worker

        context = multiprocessing.get_context("fork" if forked() else None)
        here, there = context.Pipe()
        others = [*self.processes, here] if forked() else []
        process = context.Process(target=_labour, args=(there, self.work, others), daemon=True)
        process.start()
        there.close()
        self.processes[here] = process
        return here

    def _bury(self, pipe: Connection) -> None:
        process = self.processes.pop(pipe)
        pipe.close()
        process.kill()
        process.join()

    def dismiss(self) -> None:
        """End all workers at once, whatever they are at."""
        for process in self.processes.values():
            process.kill()
        for pipe in list(self.processes):
            self._bury(pipe)


def _labour(pipe: Connection, work: Callable[[Any], Any], others: Iterable[Connection]) -> None:
    """The life of a worker: until the pipe is closed, which also the death of the other side does.

    It holds no other end of any pipe, and leaves ctrl-C to the process that it was started by.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    while True:
        try:
            batch = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            told = True, work(batch)
        except Exception as error:  # noqa: BLE001 - raised again where the work was asked for
            told = False, error
        try:
            pipe.send(told)
        except OSError:
            return
