"""A place as it stands in a text, and how places stand to each other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.frozen import dataclass
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Mapping


_MARKS = frozenset("省市州盟区县旗镇乡村港")

LADDER = ("园区", "乡镇", "区县", "市", "省", "国")


Hit = tuple[int, str]
"""Where a word stands, and the word."""


@dataclass(frozen=True)
class PlaceMention:
    """A place as it stands in a text.

    ``name`` as written; ``canonical`` the full name of the unit (青岛市崂山区 and 崂山 give 崂山区), of a relative
    expression the expression itself. ``level``: 国, 省, 市, 区县, 乡镇, 园区, for relative expressions also 全球,
    单位 (全校, 全院) or "" (当地). ``relative``: means a place of the article (全区, 我市).
    """

    start: int
    end: int
    name: str
    canonical: str
    level: str
    relative: bool = False


@cache
def relative_levels() -> Mapping[str, str]:
    """Each expression for a place of the article's own with the level it means."""
    return {w: str(at) for at, ws in load("places")["relative"].items() for w in ws.split()}


def mark(expression: str) -> str:
    """The character of an expression that says of which level the place is that it means.

    >>> mark("全县"), mark("县里"), mark("当地")
    ('县', '县', '')
    """
    return next((c for c in expression if c in _MARKS), "")


def above(outer: str, inner: str) -> bool:
    """Whether the level ``outer`` stands above the level ``inner``; False for levels of no ladder."""
    return outer in LADDER and inner in LADDER and LADDER.index(outer) > LADDER.index(inner)


def is_han(c: str) -> bool:
    """Whether a character is one that names are written with.

    >>> is_han("州"), is_han("A")
    (True, False)
    """
    return "㐀" <= c <= "鿿" or c == "〇"
