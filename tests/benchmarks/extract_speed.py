"""How fast figures and claims are read and checked, as ratios to jieba.cut over the same text in the same process.

usage: python tests/benchmarks/extract_speed.py [FILE.jsonl] [--articles N] [--rounds N]

Prints one row per step: seconds of processor time (the best of a few rounds, in turn), characters and figures per
second, and the ratio to ``jieba.cut``: above 1 is faster than cutting the text into words. Word lists and dictionaries
are loaded before, jieba's as well as our own; what that costs is told below the table, with the peak of memory. Without
a file the articles of ``corpus/`` are read many times.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from checker.model import Article

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_NUMBERS = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?:[万亿%个家人元吨])?|[一二两三四五六七八九十百千万亿]+[个家人元吨倍成]")


class Row(NamedTuple):
    """A step with its speed."""

    name: str
    seconds: float
    characters: float
    figures: float
    ratio: float


def articles(source: Path, most: int) -> list[Article]:
    """The first ``most`` articles of a file or folder, repeated where there are fewer."""
    from checker.reading import read

    found = list(read([str(source)]).articles)
    return (found * (most // len(found) + 1))[:most]


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def steps(told: Sequence[Article]) -> Mapping[str, Callable[[], object]]:
    """What is measured, by name; ``jieba.cut`` first."""
    import jieba

    from checker.figures import figures
    from checker.loading import load_rules
    from checker.pipeline import assess, extract
    from checker.sentences import sentences
    from checker.settings import Settings

    settings, rules = Settings(), load_rules()
    cut = [(a.published, [s.text for s in sentences(a)]) for a in told]
    return {
        "jieba.cut": lambda: [sum(1 for _ in jieba.cut(a.text)) for a in told],
        "one regex": lambda: [_NUMBERS.findall(a.text) for a in told],
        "sentences": lambda: [sentences(a) for a in told],
        "figures": lambda: [figures(s, day) for day, texts in cut for s in texts],
        "extract": lambda: [extract(a, settings) for a in told],
        "check": lambda: assess([extract(a, settings) for a in told], rules, settings),
    }


def table(told: Sequence[Article], rounds: int) -> list[Row]:
    """A row per step: its name, seconds, characters and figures per second, its speed over that of ``jieba.cut``."""
    from checker.pipeline import extract
    from checker.settings import Settings

    figures = sum(len(extract(a, Settings()).claims) for a in told)
    characters = sum(len(a.text) for a in told)
    work = steps(told)
    taken = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, step in work.items():
            taken[name] = min(taken[name], seconds(step))
    base = taken["jieba.cut"]
    return [Row(name, s, characters / s, figures / s, base / s) for name, s in taken.items()]


def loading(told: Article) -> tuple[float, float]:
    """The seconds until the first figures are read, and those of jieba's own dictionary."""
    import jieba

    from checker.claims.words.segments import is_verb, segment
    from checker.pipeline import extract
    from checker.settings import Settings

    theirs = seconds(jieba.initialize)
    ours = seconds(partial(segment, "企业")) + seconds(partial(is_verb, "增长"))
    return ours + seconds(lambda: extract(told, Settings())), theirs


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    gc.set_threshold(10_000_000, 20, 20)  # as the command does
    told = articles(args.source, args.articles)
    ours, theirs = loading(told[0])
    print(f"{'step':12}{'seconds':>10}{'characters/s':>16}{'figures/s':>12}{'× jieba.cut':>14}")
    for row in table(told, args.rounds):
        print(f"{row.name:12}{row.seconds:10.2f}{row.characters:16,.0f}{row.figures:12,.0f}{row.ratio:14.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"loading: {ours:.2f} s (jieba's dictionary alone: {theirs:.2f} s); peak memory: {peak / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
