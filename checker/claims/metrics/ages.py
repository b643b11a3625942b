"""Whose an age is that stands before a person's name: 60岁的*林秀云*学会了剪辑."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import segment
from checker.lexicon import load

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context

# What an age is called.
AGE = "年龄"
# How far behind an age the words are looked at that a name may be made of, and the longest given name.
_NEAR, _GIVEN = 8, 2
_HAN = re.compile("[㐀-鿿]")


def aged(c: Context) -> tuple[str, ...]:
    """The person whose age a figure tells right before the name, and what it is; () where no name stands there."""
    if not c.masked.startswith("的", c.figure.end):
        return ()
    told = segment(c.masked[c.figure.end + 1 : c.figure.end + 1 + _NEAR])
    if not told or told[0] not in _surnames():
        return ()
    name = given(told)
    return (name, AGE) if name else ()


def given(told: tuple[str, ...]) -> str:
    """A surname and the given name behind it, as the segmenter parts what it does not know; "" where none is.

    >>> given(("林", "秀", "云", "学会")), given(("韩", "立")), given(("林", "学会"))
    ('林秀云', '韩立', '')
    """
    name = told[0]
    for word in told[1:]:
        alone = len(word) == 1 and _HAN.fullmatch(word) is not None and word not in _seldom()
        if not alone or len(name) > _GIVEN:
            break
        name += word
    return name if len(name) > 1 else ""


@cache
def _surnames() -> frozenset[str]:
    return frozenset(w for w in load("names")["surnames"].split() if len(w) == 1)


@cache
def _seldom() -> frozenset[str]:
    """Characters that are seldom one of a given name."""
    return frozenset(load("names")["not_given"])
