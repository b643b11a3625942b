"""What is called by a number and the character that its items share: “四减”——减材料、减环节、减时限、减跑动."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBERS = "零一二三四五六七八九"
# In quotation marks, with what it is the name of in them or behind: “四减”, “四减行动”, “四减”行动.
_NAME = re.compile(r"“(?P<told>(?P<n>[三四五六七八九])个?(?P<of>[㐀-鿿]))(?P<more>[㐀-鿿]{0,4})”", needs="“")
# What stands between such a name and its items behind it.
_LEAD = re.compile(r"[㐀-鿿]{0,4}(?:——|：|（|，?(?:即|也就是|分别是|就是))“?")
_END = re.compile("[。；！？）”]|——")
_HEAD = re.compile("[，。；：！？（）”“]|——")
_AND = re.compile("以及|[和与及]")
_MARK = re.compile("[、，]")
# From so many items on that all hold a character it is no chance that they do.
_REACH, _FEW, _MANY, _OFF = 120, 2, 3, 2


class Miscounted(NamedTuple):
    """Where a name with a number stands, where its items do, and how many they are."""

    name: Span
    items: Span
    number: int


def miscounted(text: str) -> Iterator[Miscounted]:
    """The names in quotation marks whose items, which all share their character, are of another number.

    >>> text = "推行“四减”——减材料、减环节、减跑动。"
    >>> [(text[m.name.start : m.name.end], text[m.items.start : m.items.end], m.number) for m in miscounted(text)]
    [('四减', '减材料、减环节、减跑动', 3)]
    >>> list(miscounted("推行“三减”——减材料、减环节、减跑动。"))
    []
    """
    for m in _NAME.finditer(text):
        for shared in (m["told"][-1] + m["more"][:1], m["of"]) if m["more"] else (m["of"],):
            found = named(text, m, shared) if text.count(shared) > _FEW else None
            if found is not None:
                if 0 < abs(found.number - _NUMBERS.index(m["n"])) <= _OFF:
                    yield found
                break


def named(text: str, m: re.Match[str], shared: str) -> Miscounted | None:
    """The items that stand right before a name, or that a dash, a colon or 即 opens behind it."""
    lead = _LEAD.match(text, m.end())
    if lead is not None:
        start, stop = lead.end(), _END.search(text, lead.end())
        run = text[start : min(stop.start() if stop else len(text), start + _REACH)]
    else:
        start = max((h.end() for h in _HEAD.finditer(text, max(0, m.start() - _REACH), m.start())), default=0)
        run = text[start : m.start()]
    mark = _MARK.search(run)
    if mark is None or "等" in run:
        return None
    parts = (run.split("，")[0] if mark.group() == "、" else run).split(mark.group())
    if mark.group() == "，":
        parts = list(takewhile(lambda p: shared in p, parts))
    if len(parts) < _FEW or not all(shared in p for p in parts) or not _even(parts, shared):
        return None
    end = start + len(mark.group().join(parts))
    return Miscounted(Span(*m.span("told")), Span(start, end), sum(_names(p, shared) for p in parts))


def _even(parts: Sequence[str], shared: str) -> bool:
    """Whether what the items share stands in one place of them all: *改*前问需、*改*中问计, 良*田*、…; 审不*干*."""
    ahead = {p.find(shared) for p in parts[1:]}
    behind = {len(p) - p.rfind(shared) for p in parts[:-1]}
    if len(parts) > _FEW:
        return len(ahead) == 1 or len(behind) == 1 or len(parts) > _MANY
    return ahead == {0} or behind == {len(shared)}


def _names(part: str, shared: str) -> int:
    """How many items are joined in one part: 提品质*和*创品牌."""
    pieces = _AND.split(part)
    return len(pieces) if all(shared in p and len(p) > len(shared) for p in pieces) else 1
