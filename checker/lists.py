"""Closed lists that stand at an enumeration, and how many items they can be read to hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Span

_MARKS = re.compile(r"[，；：。！？!?;:（(]|——")
_QUOTED = re.compile(r"“[^“”]{1,24}”")
_CHAIN = re.compile(r"(?:“[^“”]{1,24}”[、和及与]?){2,}$")
_OPEN = re.compile(r"等[^、，。；]{0,6}$|等$")
_LEAD_IN = re.compile(
    r"""
    ^[^，。；：、]{0,12}?           # the rest of the counted noun: 行动
    (?:：|:|，?即|，?(?:分别)?(?:是|为)|，?包括|（|——)
    """,
    re.VERBOSE,
)
_AND = re.compile(r"和|及|以及|与|暨")
_VERBAL = re.compile(r"的|了|着|为$|在|被|把|将")


@dataclass(frozen=True)
class Listed:
    """A list at an enumeration: its span in the sentence and the least and most items it can be read to hold."""

    span: Span
    fewest: int
    most: int
    items: tuple[str, ...]


def listed(text: str, start: int, end: int) -> Listed | None:
    """The closed list just before or after the enumeration at ``[start, end)``; None where none stands or it is open (等).

    和, 及 and 与 may join two items or stand inside one, so a list can have two counts.

    >>> text = "推动甲业、乙业、丙业及丁业三大产业"
    >>> found = listed(text, 13, 15)
    >>> (found.fewest, found.most)
    (3, 4)
    >>> listed("推动甲业、乙业等三大产业", 8, 10) is None
    True
    """
    return _before(text, start) or _after(text, end)


def _before(text: str, start: int) -> Listed | None:
    cut = max((m.end() for m in _MARKS.finditer(text, 0, start)), default=0)
    chain = _CHAIN.search(text, cut, start)
    if chain:
        items = tuple(q.group() for q in _QUOTED.finditer(chain.group()))
        return Listed(Span(chain.start(), start), len(items), len(items), items)
    run = text[cut:start]
    if "、" not in run or _OPEN.search(run):
        return None
    return _count(run, cut)


def _after(text: str, end: int) -> Listed | None:
    lead = _LEAD_IN.match(text[end:])
    if not lead:
        return None
    begin = end + lead.end()
    stop = re.search(r"[。；！？!?;]|）", text[begin:])
    run = text[begin : begin + stop.start() if stop else len(text)]
    run = re.split(r"，", run)[0]
    quoted = _QUOTED.findall(run)
    if len(quoted) > 1 and not re.sub(r"[、和及与以]", "", _QUOTED.sub("", run)).strip():
        return Listed(Span(begin, begin + len(run)), len(quoted), len(quoted), tuple(quoted))
    if "、" not in run or re.search(r"等", run):
        return None
    return _count(run, begin)


def _count(run: str, at: int) -> Listed | None:
    """The items of a list parted by 、, or None if a part of it is no name."""
    parts = run.split("、")
    if any(not p.strip() or len(p) > 24 for p in parts) or any(_VERBAL.search(p) for p in parts[1:]):  # noqa: PLR2004
        return None
    more = sum(len(_AND.findall(p)) for p in parts)
    stray = len(parts) > 2 and len(parts[0]) > 2 * max(len(p) for p in parts[1:])  # noqa: PLR2004
    joined = sum(_conjoined(p) for p in parts)
    return Listed(Span(at, at + len(run)), len(parts) - stray + joined, len(parts) + more, tuple(parts))


def _conjoined(part: str) -> bool:
    """Whether 和 joins two names of one kind: 丙市和丁市, but not 智能制造和工业互联网."""
    pieces = [p for p in re.split("和|及|与|以及", part) if p]
    return len(pieces) == 2 and pieces[0][-1] == pieces[1][-1] and min(len(p) for p in pieces) > 1  # noqa: PLR2004


_CLAUSE = re.compile(r"[，；：。！？!?;:（）()]|——|其中")
_TAIL = re.compile(r"(?:的)?[^、和及与的]{0,12}$")
_EACH = re.compile(r"(?<![人户年日月平亩])均|都|各|相继|先后|(?<![一二三四五高中初同相平优上下均])等|以来|之[间前后]|[了着过]")
_OWNED = re.compile(r"的[^、]{0,12}$")


def named_before(text: str, end: int) -> Listed | None:
    """The names joined by 、 that end a clause at ``end``, as before 分别; None where they are no plain list.

    >>> found = named_before("煤炭、钢材、水泥产量分别增长", 10)
    >>> (found.fewest, found.most, text[found.span.start : found.span.end]) if (text := "煤炭、钢材、水泥产量") else ()
    (3, 3, '煤炭、钢材、水泥')
    >>> named_before("产量分别增长", 2) is None
    True
    """
    floor = max(0, end - 160)
    cut = max((m.end() for m in _CLAUSE.finditer(text, floor, end)), default=floor)
    run = text[cut:end]
    if "、" not in run or _EACH.search(run) or any(c.isdigit() for c in run):
        return None
    run = _OWNED.sub("", run)
    found = _count(run, cut)
    if found is None:
        return None
    end = cut + len(run)
    last = found.items[-1]
    own = max(1, min(len(last), max(len(i) for i in found.items[:-1])))
    return Listed(Span(cut, end - len(last) + own), found.fewest, found.most, found.items)
