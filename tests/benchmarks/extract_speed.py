"""How fast figures and claims are read, as ratios to jieba.cut over the same text in the same process.

usage: python tests/benchmarks/extract_speed.py [FILE.jsonl] [--articles N]

Prints one row per step: seconds of processor time, characters per second, and the ratio to ``jieba.cut``. A ratio
above 1 is faster than cutting the text into words. Without a file the articles of ``corpus/`` are read many times.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.model import Article

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


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


def table(told: Sequence[Article]) -> list[tuple[str, float, float, float]]:
    """A row per step: its name, seconds, characters per second, and its speed over that of ``jieba.cut``."""
    import jieba

    from checker.figures import figures
    from checker.pipeline import extract
    from checker.sentences import sentences
    from checker.settings import Settings

    jieba.initialize()
    extract(told[0], Settings())
    text = [a.text for a in told]
    characters = sum(map(len, text))
    cut = [[s.text for s in sentences(a)] for a in told]
    steps: list[tuple[str, Callable[[], object]]] = [
        ("jieba.cut", lambda: [sum(1 for _ in jieba.cut(t)) for t in text]),
        ("sentences", lambda: [sentences(a) for a in told]),
        ("figures", lambda: [figures(s, a.published) for a, ss in zip(told, cut, strict=True) for s in ss]),
        ("extract", lambda: [extract(a, Settings()) for a in told]),
    ]
    taken = [(name, seconds(work)) for name, work in steps]
    base = taken[0][1]
    return [(name, s, characters / s, base / s) for name, s in taken]


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--articles", type=int, default=600)
    args = parser.parse_args()
    print(f"{'step':12}{'seconds':>10}{'characters/s':>16}{'× jieba.cut':>14}")
    for name, taken, speed, ratio in table(articles(args.source, args.articles)):
        print(f"{name:12}{taken:10.2f}{speed:16,.0f}{ratio:14.2f}")


if __name__ == "__main__":
    main()
