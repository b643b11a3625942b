"""One machine: the same report for any number of workers, whatever becomes of them."""

import os
import signal
import time
from pathlib import Path

import pytest

from checker.engine import batches, local, workers
from checker.loading import load_rules
from checker.pipeline import check
from checker.reading import read
from checker.report.digest import digest
from checker.settings import Settings

CORPUS = str(Path(__file__).parent.parent.parent / "corpus")
RULES = load_rules()


def silent(_done, _total):
    pass


@pytest.fixture(scope="module")
def expected():
    return digest(check([CORPUS], RULES, Settings()))


@pytest.fixture
def small(monkeypatch):
    """Batches so small that the demonstration corpus is worth several workers."""
    monkeypatch.setattr(batches, "PAYS", 1000)
    monkeypatch.setattr(batches, "BATCH", 2000)


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.usefixtures("small")
def test_the_report_is_the_same_for_any_number_of_workers(expected, jobs):
    assert batches.paying(10**6, jobs) == jobs
    assert digest(local.check([CORPUS], RULES, Settings(), jobs=jobs)) == expected


def test_workers_are_started_only_where_they_pay():
    assert batches.paying(1000, 8) == 1
    assert batches.paying(batches.PAYS * 3, 8) == 3
    assert batches.paying(10**9, 8) == 8
    assert batches.paying(10**9, 0) == len(os.sched_getaffinity(0))


@pytest.mark.usefixtures("small")
def test_what_a_killed_worker_held_is_done_by_another():
    articles = read([CORPUS]).articles
    whole = list(local.extracted(articles, Settings(), tick=silent, jobs=1))
    done, killed = [], set()
    for one in local.extracted(articles, Settings(), tick=silent, jobs=2):
        done.append(one)
        alive = [child for child in _children() if child not in killed]
        if len(killed) < 3 and alive:
            killed.add(alive[0])
            os.kill(int(alive[0]), signal.SIGKILL)
    assert done == whole
    assert len(killed) == 3


@pytest.mark.usefixtures("small")
def test_what_kills_every_worker_is_done_in_this_process(monkeypatch):
    articles = read([CORPUS]).articles[:4]
    whole = list(local.extracted(articles, Settings(), tick=silent, jobs=1))
    monkeypatch.setattr(workers, "_labour", _deadly)
    assert list(local.extracted(articles, Settings(), tick=silent, jobs=2)) == whole


def _deadly(pipe, *_):
    pipe.recv()
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.usefixtures("small")
def test_an_interrupt_leaves_no_worker_behind():
    articles = read([CORPUS]).articles
    done = local.extracted(articles, Settings(), tick=silent, jobs=2)
    next(done)
    assert len(_children()) == 2
    with pytest.raises(KeyboardInterrupt):
        done.throw(KeyboardInterrupt())
    assert _children() == []


def test_results_come_in_order_and_errors_are_raised():
    assert list(workers.each(_slowly, range(40), 3)) == list(range(40))
    with pytest.raises(ZeroDivisionError):
        list(workers.each(_divided, range(5), 2))


def _slowly(n):
    time.sleep((n % 5) / 200)
    return n


def _divided(n):
    return 1 / (n - 3)


def _children():
    path = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    if not path.exists():
        pytest.skip("needs /proc")
    return path.read_text().split()
