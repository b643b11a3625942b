"""The words that bound a number, in front of it and behind its unit."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.figures.words import by_first, by_two, lexicon
from checker.model import Comparator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FILLERS = "了达到为至是有出"
_SIDE = {
    Comparator.ABOVE: 1,
    Comparator.AT_LEAST: 1,
    Comparator.BELOW: -1,
    Comparator.AT_MOST: -1,
    Comparator.ABOUT: 0,
}


class Hedge(NamedTuple):
    """A bounding word and what it says."""

    start: int
    end: int
    comparator: Comparator


def before(text: str, at: int, floor: int = 0, *, bare: bool = False) -> list[Hedge]:
    """The hedges that end where a number starts, nearest first; none of them starts before ``floor``.

    ``bare``: the number is a scale without a digit, before which 上 and 过 bound too (上百, 过亿).

    >>> before("总数突破2000家", 4)
    [Hedge(start=2, end=4, comparator=<Comparator.ABOVE: 'above'>)]
    >>> before("附近3家", 2)
    []
    """
    found: list[Hedge] = []
    if at <= floor or text[at - 1] not in _ends():
        return found
    words, blocked = _before(), _not_after()
    while at > floor:
        hedge = _ending(text, at, floor, words, blocked, bare=bare)
        if (
            hedge is None
            and text[at - 1] in _FILLERS
            and at - 1 > floor
            and text[at - 2 : at] not in ("不到", "未达", "未到")
        ):
            hedge = _ending(text, at - 1, floor, words, blocked, bare=bare)
            if hedge is not None and hedge.end - hedge.start < 2:
                hedge = None
        if hedge is None:
            break
        found.append(hedge)
        at = hedge.start
    return found


def _ending(  # noqa: PLR0913 -- the fields of a figure
    text: str,
    at: int,
    floor: int,
    words: Mapping[str, tuple[tuple[str, Comparator], ...]],
    blocked: Mapping[str, str],
    *,
    bare: bool,
) -> Hedge | None:
    for word, comparator in words.get(text[max(0, at - 2) : at]) or words.get(text[at - 1], ()):
        start = at - len(word)
        if start < floor or not text.startswith(word, start):
            continue
        if word == "上" and not bare:
            continue
        shut = "超通经不度" if word == "过" and bare else blocked.get(word, "")
        if start > 0 and text[start - 1] in shut:
            return None
        return Hedge(start, at, comparator)
    return None


def after(text: str, at: int) -> Hedge | None:
    """The hedge that starts where a unit ends.

    >>> after("60%以上", 3).comparator
    <Comparator.AT_LEAST: 'at_least'>
    >>> after("5个月以来", 3) is None
    True
    """
    for word, comparator in _after().get(text[at : at + 1], ()):
        if text.startswith(word, at):
            follow = text[at + len(word) : at + len(word) + 1]
            if (word == "上下" and follow in ("游", "班", "级")) or (word == "许" and follow in ("多", "可")):
                return None
            return Hedge(at, at + len(word), comparator)
    return None


def together(comparators: Iterable[Comparator]) -> Comparator:
    """What several hedges of one number say: the stronger of one side, ``about`` where they disagree.

    >>> together([Comparator.ABOVE, Comparator.AT_LEAST])
    <Comparator.AT_LEAST: 'at_least'>
    >>> together([])
    <Comparator.EQ: 'eq'>
    """
    told = list(comparators)
    if len(told) < 2:
        return told[0] if told else Comparator.EQ
    sides = {_SIDE[c] for c in told if _SIDE[c]}
    if len(sides) != 1:
        return Comparator.ABOUT
    for strong in (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.ABOVE, Comparator.BELOW):
        if strong in told:
            return strong
    return Comparator.ABOUT


@cache
def _before() -> Mapping[str, tuple[tuple[str, Comparator], ...]]:
    told = {word: Comparator(name) for name, words in lexicon("hedges")["before"].items() for word in words}
    denied = lexicon("hedges")["denied"]
    for name in ("at_most", "at_least"):
        told |= {no + word: Comparator(name) for no in denied["words"] for word in denied[name]}
    ends = by_two([word[::-1] for word in told])
    return {end[::-1]: tuple((w[::-1], told[w[::-1]]) for w in words) for end, words in ends.items()}


@cache
def _ends() -> frozenset[str]:
    """What may stand right before a number that a word bounds."""
    return frozenset(end[-1] for end in _before()) | frozenset(_FILLERS)


@cache
def _after() -> Mapping[str, tuple[tuple[str, Comparator], ...]]:
    told = {word: Comparator(name) for name, words in lexicon("hedges")["after"].items() for word in words}
    return {c: tuple((w, told[w]) for w in words) for c, words in by_first(told).items()}


def behind() -> frozenset[str]:
    """What the words begin with that :func:`after` tells."""
    return frozenset(_after())


@cache
def _not_after() -> Mapping[str, str]:
    return {word: str(chars) for word, chars in lexicon("hedges")["not_after"].items()}
