"""What Kanwu costs, beside what it was to cost: ``make bench``, or

usage: python tests/benchmarks/bench.py [FILE.jsonl|FOLDER] [--articles N] [--sizes 0.5,1,2,4,8] [--rounds N]

Without a file it reads the articles of ``corpus/``. Where a source has fewer articles than are asked for, those it has
are told again of other places with other numbers (see ``varied.py``); with ``--verbatim`` they are repeated as they
are, as reprints. What the targets ask for and a run leaves out is told in its last lines. Seconds are processor time,
of a whole run from its start where ``kanwu`` stands before them, the best of a few rounds; ``--help``, the cold run and
the runs with a cache are told in time on the clock. All but these run without a cache, and all in one process, with
bytecode and word lists kept as after the first run of an installed program.
"""

from __future__ import annotations

import argparse
import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from varied import told_again

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FIGURES = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?:[万亿%个家人元吨])?|[一二两三四五六七八九十百千万亿]+[个家人元吨倍成]")
_START = "import sys; sys.modules.update({hidden}); from checker.cli import main; sys.exit(main())"
_NOT_RJIEBA = "{'rjieba': None}"
# What a run may take at its peak: 1.5 GB, in MiB.
MEMORY = 1430
# The targets of runs with a cache are told of an archive of at least so many articles.
ARCHIVE = 4000
# The sizes that the targets speak of.
_ASKED = {0.5: "the half beside the whole", 1: "1×", 8: "growth and memory at 8×"}
_QUIETLY = ("--format", "json", "--fail-level", "never", "--quiet", "--jobs", "1", "--output", os.devnull)


class Cost(NamedTuple):
    """What a run took: seconds of processor time, seconds on the clock, and MiB of memory at its peak."""

    seconds: float
    clock: float
    peak: float


def articles(source: Path, most: int, *, verbatim: bool = False) -> list[dict[str, Any]]:
    """``most`` articles of a file or folder, as rows, all of them for 0; where there are fewer they are told again.

    ``verbatim``: told again in the same words.
    """
    if source.suffix == ".jsonl":
        found = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    else:
        found = [_row(path) for path in sorted(source.glob("*.md"))]
    most = most or len(found)
    return [_copy(found[n % len(found)], n // len(found), verbatim=verbatim) for n in range(most)]


def _row(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    matter = _MATTER.match(text)
    told = dict(line.split(": ", 1) for line in matter[1].splitlines() if ": " in line) if matter else {}
    told = {k: v.strip("\"'") for k, v in told.items() if k in ("title", "date", "source")}
    return {"id": path.stem, **told, "text": text[matter.end() :] if matter else text}


def _copy(row: dict[str, Any], copy: int, *, verbatim: bool = False) -> dict[str, Any]:
    if not copy:
        return row
    told = {} if verbatim else {k: told_again(str(row.get(k) or ""), copy) for k in ("title", "text")}
    return {**row, **told, "id": f"{row['id']}-{copy}"}


def written(rows: Sequence[dict[str, Any]], folder: str) -> Path:
    """A file of these articles."""
    path = Path(folder) / f"{len(rows)}.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@cache
def _room() -> dict[str, str]:
    """The environment of each run: what it keeps from one to the next stands in a folder of its own."""
    kept = tempfile.mkdtemp(prefix="kanwu-bench-")
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**told, "KANWU_CACHE_DIR": f"{kept}/cache", "PYTHONPYCACHEPREFIX": f"{kept}/bytecode"}


def run(*arguments: str, fast: bool = True) -> Cost:
    """What ``kanwu`` costs with these arguments, from its start to its end; without rjieba unless ``fast``."""
    start = _START.format(hidden="{}" if fast else _NOT_RJIEBA)
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-c", start, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_room()
    )
    _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"kanwu {' '.join(arguments)}: exit {os.waitstatus_to_exitcode(status)}")
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - begun, used.ru_maxrss / 1024)


def check(path: Path, *, fast: bool = True) -> Cost:
    """What a check costs whose report is written as JSON."""
    return run("check", str(path), "--no-cache", *_QUIETLY, fast=fast)


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def recognizers(texts: Sequence[str]) -> Callable[[], object] | None:
    """Recognizers-Text's models of numbers, percentages, currencies, dimensions and times; None where not installed."""
    if find_spec("recognizers_suite") is None:
        return None
    import recognizers_suite as suite

    models = ("number", "percentage", "currency", "dimension", "datetime")
    read = [getattr(suite, f"recognize_{model}") for model in models]
    return lambda: [one(text, suite.Culture.Chinese) for text in texts for one in read]


def ratios(rows: Sequence[dict[str, Any]], path: Path, rounds: int) -> float:
    """Prints what each way to read the text costs, and how much faster than ``jieba.cut`` that is; its seconds."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    texts = [f"{row.get('title') or ''}\n{row['text']}" for row in rows]
    few = texts[: max(1, len(texts) // 50)]
    size, share = sum(map(len, texts)), sum(map(len, texts)) / sum(map(len, few))
    theirs = recognizers(few)
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        taken.setdefault("jieba.cut", []).append(seconds(lambda: [sum(1 for _ in jieba.cut(t)) for t in texts]))
        taken.setdefault("one regex over all", []).append(seconds(lambda: [_FIGURES.findall(t) for t in texts]))
        if theirs is not None:
            taken.setdefault("Recognizers-Text", []).append(seconds(theirs) * share)
        taken.setdefault("kanwu check", []).append(check(path, fast=False).seconds)
        if find_spec("rjieba") is not None:
            taken.setdefault("kanwu check, rjieba", []).append(check(path).seconds)
    base = min(taken["jieba.cut"])
    wanted = {"kanwu check": 1.0, "kanwu check, rjieba": 2.0}
    print(f"{len(texts)} articles, {size:,} characters\n")
    print(f"{'':24}{'seconds':>10}{'characters/s':>16}{'× jieba.cut':>14}   target")
    for name, found in taken.items():
        ratio = base / min(found)
        print(f"{name:24}{min(found):10.2f}{size / min(found):16,.0f}{ratio:14.2f}   {_least(ratio, wanted.get(name))}")
    for name, there in (("Recognizers-Text", theirs is not None), ("rjieba", find_spec("rjieba") is not None)):
        if not there:
            print(f"{name}: not installed, not measured")
    print(f"figures of Kanwu: {_figures(path):,}\n")
    return base


def _figures(path: Path) -> int:
    with tempfile.NamedTemporaryFile("r", suffix=".json", encoding="utf-8") as report:
        run("check", str(path), "--no-cache", "--fail-level", "never", "--output", f"json={report.name}", "--quiet")
        return int(json.load(report)["summary"]["figures"])


def growth(rows: Sequence[dict[str, Any]], most: int, sizes: Sequence[float], folder: str, base: float) -> None:
    """Prints what a check of so many times the text costs; ``base``: what ``jieba.cut`` takes for the first ``most``.

    Half of the articles and all of them are other text; more than all is told again.
    """
    print(f"{'size':>7}{'seconds':>12}{'× of 1':>10}{'peak MiB':>12}   target")
    costs: dict[float, Cost] = {}
    for times in sizes:
        cost = costs[times] = check(written(rows[: round(most * times)], folder))
        one = costs[1].seconds if 1 in costs else 0.0
        told = []
        if times == 1 and 0.5 in costs:
            told.append(f"{_most(cost.seconds / costs[0.5].seconds, 2.3)} × of the half")
        if times == 8:
            told += [_most(cost.seconds / one, 8.8)] if one else []
            told.append(f"{_most(cost.peak, MEMORY)} MiB")
        ratio = f"{cost.seconds / one:.2f}" if one else ""
        print(f"{times:>6g}×{cost.seconds:12.2f}{ratio:>10}{cost.peak:12.0f}   {'; '.join(told)}", flush=True)
    if len(sizes) > 1:
        first, last = min(sizes), max(sizes)
        more = (costs[last].seconds - costs[first].seconds) / (last - first)
        print(f"each 1× more, without the start of the program: {more:.2f} s, {base / more:.2f} × jieba.cut")
    print()


def cached(rows: Sequence[dict[str, Any]], folder: str, rounds: int) -> None:
    """Prints what runs with a cache cost, on the clock."""
    archive, draft = Path(folder) / "articles", Path(folder) / "draft.md"
    archive.mkdir()
    for n, row in enumerate(rows):
        (archive / f"{n:06}.md").write_text(_page(row), encoding="utf-8")
    draft.write_text(_page({**_copy(rows[0], 1), "id": "draft"}), encoding="utf-8")
    edited = archive / f"{len(rows) // 2:06}.md"
    everything = ("check", str(archive), "--cache", *_QUIETLY)
    first = run(*everything).clock
    run(*everything)  # files that were written just now are known by their bytes; from here on by their stat
    taken: dict[str, list[float]] = {}
    for n in range(rounds + 2):
        taken.setdefault("nothing changed", []).append(run(*everything).clock)
        with edited.open("a", encoding="utf-8") as file:
            file.write(f"\n全国高速公路通车里程达到{n + 12}万公里。\n")
        taken.setdefault("one article changed", []).append(run(*everything).clock)
        against = ("check", str(draft), "--against", str(archive), "--cache", *_QUIETLY)
        taken.setdefault("a draft against all", []).append(run(*against).clock)
    print(f"{f'{len(rows)} articles, cache to be filled':34}{first:8.2f} s")
    for name, found in taken.items():
        print(f"{name:34}{min(found):8.2f} s    {_most(min(found), 1.0)} s")
    print()


def _page(row: dict[str, Any]) -> str:
    """An article as a file of its own."""
    matter = "".join(
        f"{k}: {json.dumps(row[k], ensure_ascii=False)}\n" for k in ("title", "date", "source") if row.get(k)
    )
    return f"---\n{matter}---\n{row['text']}\n"


def cold(rounds: int) -> None:
    """Prints what the first word and the first report cost, on the clock."""
    first = min(run("--help").clock for _ in range(rounds + 2))
    print(f"{'kanwu --help':34}{first * 1000:8.0f} ms   {_most(first * 1000, 150)} ms")
    for name, fast in (("rjieba", True), ("jieba", False)):
        if fast and find_spec("rjieba") is None:
            continue
        report = min(check(CORPUS, fast=fast).clock for _ in range(rounds + 1))
        print(f"{f'corpus/ cold, with {name}':34}{report:8.2f} s    {_most(report, 1.0) + ' s' if fast else ''}")


def _least(measured: float, wanted: float | None) -> str:
    return "" if wanted is None else f"≥ {wanted:g}: {'met' if measured >= wanted else 'not met'}"


def _most(measured: float, wanted: float) -> str:
    return f"{'met' if measured <= wanted else 'not met'}: ≤ {wanted:g}"


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--articles", type=int, default=300, help="how many articles; 0: all of the file")
    parser.add_argument("--sizes", default="0.5,1,2,4,8", help="how many times the articles, in turn")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--verbatim", action="store_true", help="more than there are: the same words again")
    args = parser.parse_args()
    sizes = [float(n) for n in args.sizes.split(",")]
    first = articles(args.source, args.articles)
    rows = articles(args.source, round(len(first) * max(1.0, *sizes)), verbatim=args.verbatim)
    import checker.model

    build = "plain Python" if checker.model.__file__.endswith(".py") else "compiled"
    print(f"Python {sys.version.split()[0]}, {build}, one core")
    with tempfile.TemporaryDirectory() as folder:
        base = ratios(first, written(first, folder), args.rounds)
        growth(rows, len(first), sizes, folder, base)
        cached(first, folder, args.rounds)
    cold(args.rounds)
    for line in left_out(args.source, len(first), sizes):
        print(line)


def left_out(source: Path, number: int, sizes: Sequence[float]) -> list[str]:
    """What the targets ask for and this run did not measure."""
    told = [f"left out: {name}; add {size:g} to SIZES" for size, name in _ASKED.items() if size not in sizes]
    if number < ARCHIVE:
        told.append(
            f"left out: an archive of a year; these were {number} articles of {source.name}. "
            "make bench FILE=year.jsonl ARTICLES=0 takes half an hour"
        )
    return [*told, "left out: 200 runs killed at random moments (make soak), equal reports of all engines (make test)"]


if __name__ == "__main__":
    main()
