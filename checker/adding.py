"""Lists in a sentence whose numbers make up the total before them to the digit: 36家，国内25家、境外11家."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from checker import patterns as re


class Sum(NamedTuple):
    """Where the number of a total begins, and the numbers of the parts that make it up."""

    total: int
    parts: tuple[int, ...]


_AMOUNT = re.compile(
    r"(?<![0-9.])(?P<n>[0-9]{1,12}(?:\.[0-9]{1,6})?)(?P<k>[万亿]?)(?P<unit>个百分点|[%％倍]|[\u4e00-\u9fff])"
)
_WORTH = {"": 1, "万": 10_000, "亿": 100_000_000}
# How an item is named, right before its number.
_NAME = re.compile(r"[，：；、和与及][^，。；：、0-9]{1,16}$")
# What is told of an item beside its number.
_BESIDE = frozenset({"个百分点", "%", "％", "倍"})
_PERSONS = "人名位"


@lru_cache(maxsize=1024)
def made_up(text: str) -> tuple[Sum, ...]:
    """The totals of a sentence with the lists right behind them that make them up.

    What the first item is counted by may be told between, and how much each grew: 36家，国内25家，增长4%，境外11家.

    >>> made_up("引进企业36家，国内25家、境外11家，投产9家。")
    (Sum(total=4, parts=(10, 16)),)
    >>> made_up("引进企业36家，国内24家、境外11家，投产9家。")
    ()
    """
    told = [
        (m.start(), m.end(), Fraction(m["n"]) * _WORTH[m["k"]], "人" if m["unit"] in _PERSONS else m["unit"])
        for m in _AMOUNT.finditer(text)
    ]
    found = []
    for i, (start, end, total, unit) in enumerate(told[:-2] if len(told) > 2 else ()):
        rest, parts = total, list[int]()
        for n, (at, _, part, same) in enumerate(told[i + 1 :]):
            if same in _BESIDE or (same != unit and not n):
                continue
            if same != unit or part > rest or _NAME.search(text, end, at) is None:
                break
            rest -= part
            parts.append(at)
            if not rest and len(parts) > 1:
                found.append(Sum(start, tuple(parts)))
                break
    return tuple(found)
