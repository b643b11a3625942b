"""The qualifiers in the words of a metric: which grade or part of things is counted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.frozen import replace
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Claim


# A grade by its size: *5万吨级*以上泊位, *百万千瓦级*机组.
_SIZED = re.compile(
    "(?:[0-9.]+[十百千万]*|[一二三四五六七八九十百千万]+)(?:载重吨|吨|千伏|千瓦|兆瓦|马力)级", needs="级"
)


@cache
def _qualifiers() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {form: name for name, forms in load("scope")["qualifiers"].items() for form in forms}
    return re.compile(branches(table)), table


def levels(text: str) -> tuple[str, ...]:
    """The qualifiers in the words of a metric, canonical, in order of writing.

    >>> levels("省级以上专精特新企业"), levels("规模以上工业企业"), levels("企业")
    (('省级以上',), ('规上',), ())
    >>> levels("5万吨级以上泊位")
    ('5万吨级',)
    """
    pattern, table = _qualifiers()
    found: list[str] = []
    for m in pattern.finditer(text):
        name = table[m.group()]
        if name not in found:
            found.append(name)
    found += [m.group() for m in _SIZED.finditer(text) if m.group() not in found]
    return tuple(found)


def graded(subject: Sequence[str]) -> tuple[str, ...]:
    """The grades and means among the words before a metric's verb: *省级以上*生态文明建设示范县, 开业以来*月均*服务.

    >>> graded(("省级以上", "生态", "文明")), graded(("农村", "居民")), graded(("城镇",))
    (('省级以上',), (), ('城镇',))
    """
    if not subject:
        return ()
    told = levels("".join(subject))
    alone = len(subject) == 1 and len(told) == 1
    return told if alone else tuple(name for name in told if name.endswith(("级", "级以上", "均")) or name[0] == "单")


def unlevelled(words_: Sequence[str]) -> tuple[str, ...]:
    """The words of a metric that are no part of a qualifier."""
    table = _qualifiers()[1]
    kept = [w for w in words_ if w not in table and w not in ("级", "省级", "以上", "及")]
    if _SIZED.search("".join(kept)):
        kept = [w for w in kept if not w[0].isdigit()]  # *5*万吨级泊位: the grade says it
    return tuple(kept) if kept else tuple(words_)


_SIDES = frozenset({"base", "delta"})


def shared(told: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence, the two sides of a change with one grade or mean: 由*每天*32对增加到38对.

    What it came from or by how much it changed is of what it came to, and is told only once what that is.
    """
    out = list(told)
    for i in range(1, len(out)):
        a, b = out[i - 1], out[i]
        of_change = (a.role in _SIDES) != (b.role in _SIDES) or {a.role, b.role} == _SIDES
        if not (of_change and a.metric.words == b.metric.words and bool(a.scope.levels) != bool(b.scope.levels)):
            continue
        bare, full = (i - 1, i) if b.scope.levels else (i, i - 1)
        if out[bare].metric.words:
            out[bare] = replace(out[bare], scope=replace(out[bare].scope, levels=out[full].scope.levels))
    return out
