"""How the parts of a list are named, and whether their names part a whole between them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim

_MARK = re.compile(r"[，。；：、]|其中|和")


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((str(a), str(b)) for a, b in load("opposites")["pairs"])


def names_of(parts: Sequence[Claim]) -> list[str]:
    """The words that name each part: before its number, or behind it where nothing stands before."""
    text = parts[0].sentence.text
    found = []
    for p in parts:
        head = _MARK.split(text[max(0, p.figure.start - 16) : p.figure.start])[-1]
        tail = _MARK.split(text[p.figure.end : p.figure.end + 14])[0]
        found.append(head if len(head) > 1 or not tail else tail)
    return found


def opposed(names: Sequence[str]) -> bool:
    """Whether two of the names part a whole between them.

    >>> opposed(["出口", "进口"]), opposed(["合格", "不合格"]), opposed(["党员", "女性"])
    (True, True, False)
    """
    return complement(names) or any(
        any(a in n and b not in n for n in names) and any(b in n for n in names) for a, b in _pairs()
    )


def complement(names: Sequence[str]) -> bool:
    """Whether the second of two names denies the first: 合格, 不合格.

    >>> complement(["合格", "不合格"]), complement(["合格", "优秀"])
    (True, False)
    """
    if len(names) != 2 or not names[0]:
        return False
    return any(names[1].startswith(no + names[0][:2]) for no in ("不", "非", "未", "无"))


def parallel(names: Sequence[str]) -> bool:
    """Whether the parts are told alike: two of them end or begin with the same character (来信, 来访).

    >>> parallel(["来信", "来访"]), parallel(["党员", "女性"])
    (True, False)
    """
    named = [n for n in names if n]
    return len({n[-1] for n in named}) < len(named) or len({n[0] for n in named}) < len(named)


def same_end(names: Sequence[str]) -> bool:
    """Whether all the names end with the same two characters.

    >>> same_end(["甲乡镇", "乙乡镇"]), same_end(["甲乡镇", "乙街道"])
    (True, False)
    """
    return len({n[-2:] for n in names}) == 1
