"""Words without a date that take a figure out of the time told before it: *过去*拉水要35元, *今后*可享受50%的补贴."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import pattern, words
from checker.model import Kind

if TYPE_CHECKING:
    from checker.model import Figure

_REACH, _FAR = 40, 80
_CLAUSE = re.compile("[，。；：！？]")
_KINDS = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH})


@cache
def _former() -> re.Pattern[str]:
    return re.compile(
        rf"""
        (?<![比较与跟和同到])
        (?: {pattern("dates", "former")} (?![一二两三四五六七八九十几数0-9]|年|的[一二两三四五六七八九十几0-9])
          | [^，。；：！？0-9]{{0,6}} {pattern("dates", "former_after")} (?:之?前)
        )
        """,
        re.VERBOSE,
        needs=(*words("dates", "former"), "前"),
    )


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(pattern("dates", "to_come"), needs=words("dates", "to_come"))


def elsewhen(text: str, figure: Figure, start: int) -> str:
    """Whether the words from ``start`` to a figure put it before ("former") or behind ("to come") all that is dated.

    >>> from checker.figures import figures
    >>> text = "过去拉水要35元，现在只要3元"
    >>> [elsewhen(text, f, 0) for f in figures(text)[:1]]
    ['former']
    >>> text = "比过去的35元便宜"
    >>> [elsewhen(text, f, 0) for f in figures(text)]
    ['']
    """
    if figure.kind not in _KINDS:
        return ""
    if _to_come().search(text, max(start, figure.start - _FAR), figure.start):
        return "to come"
    start = max(start, figure.start - _REACH)
    cut = start
    for m in _CLAUSE.finditer(text, start, figure.start):
        cut = m.end()
    return "former" if _former().search(text, cut, figure.start) else ""
