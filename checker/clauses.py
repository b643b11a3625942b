"""Items of a list that are told each in a clause of its own, alike in words: 在甲站换乘1号线，在乙站换乘2号线."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD_IN = re.compile(r"[^，。；：、]{0,12}：")
_STOP = re.compile(r"[。！？]|$")
_OPEN = re.compile(r"等|其中|例如|比如|还有|另有|此外|以及")
_NUMBERED = re.compile(r"[一1第其]")
_SHORTEST, _LONGEST = 4, 24
_REACH = 300
_ORDER = "一二三四五六七八九十"
# Steps, grades and stages that are gone through in order: 分*三档*计价.
_STEPS = re.compile(
    r"(?<![第前后约近超])(?P<told>(?P<n>[二两三四五六七八])(?:个|大)?(?P<unit>档|阶段|期|步|批|级|类|轮|段|梯队|层次|部分))",
    needs=("档", "阶段", "期", "步", "批", "级", "类", "轮", "段", "梯队", "层次", "部分"),
)
# … and what is called by its number: *两支*医疗队，第一队赴河东.
_TEAMS = re.compile(
    r"(?<![第前后约近超十])(?P<told>(?P<n>[二两三四五六七八])[个支条座路])[㐀-鿿]{1,5}?(?P<unit>队|组|线|厂|车间|片区|方阵)(?=[，：。])",
    needs=("队", "组", "线", "厂", "车间", "片区", "方阵"),
)
# So many characters in a row that all clauses have.
_FRAME = 2


def told_each(text: str, end: int) -> tuple[Span, ...]:
    """The clauses behind a count that all have the same words in them; none where one of them has not.

    >>> text = "有三座换乘站：在甲园站换乘1号线，在乙桥站换乘2号线，在丙村站换乘3号线，在丁岭站换乘4号线。"
    >>> [text[s.start : s.end][:4] for s in told_each(text, 3)]
    ['在甲园站', '在乙桥站', '在丙村站', '在丁岭站']
    >>> told_each("有三座换乘站：在甲园站换乘1号线，都已开通，在丙村站换乘3号线。", 3)
    ()
    """
    lead = _LEAD_IN.match(text, end, end + 16)
    stop = _STOP.search(text, lead.end()) if lead else None
    if lead is None or stop is None or stop.start() - lead.end() > _REACH:
        return ()
    run, at = text[lead.end() : stop.start()], lead.end()
    items = run.split("；" if "；" in run else "，")
    if len(items) < 2 or _OPEN.search(run) or _NUMBERED.match(run) or not _alike(items):
        return ()
    spans = []
    for item in items:
        spans.append(Span(at, at + len(item)))
        at += len(item) + 1
    return tuple(spans)


def _alike(items: list[str]) -> bool:
    """Whether the same characters, and no number or unit alone, stand in all of the items."""
    first = items[0]
    if not all(_SHORTEST <= len(i) <= _LONGEST for i in items):
        return False
    frames = (first[i : i + _FRAME] for i in range(len(first) - _FRAME + 1))
    return any(f.isalpha() and all(f in i for i in items) for f in frames)


# One after the other of what was counted: 三类问题中，*一类是*甲，*一类是*乙.
_ONES = re.compile(r"(?<![第前后约近超十])(?P<n>[二两三四五六七八])(?P<unit>[个类种条项派拨批位家座件层])")


def one_more(text: str) -> Iterator[tuple[Span, Span]]:
    """A count with the last of as many clauses and one more that begin 一类是, 还有一类是, of one sentence.

    >>> text = "问题有两类，一类是校车晚点，一类是食堂口味，还有一类是作业太多。"
    >>> [(text[a.start : a.end], text[b.start : b.end]) for a, b in one_more(text)]
    [('两类', '一类是')]
    >>> list(one_more("问题有三类，一类是校车晚点，一类是食堂口味，还有一类是作业太多。"))
    []
    """
    for m in _ONES.finditer(text) if "一" in text else ():
        ones = [o.span() for o in re.finditer(f"一{m['unit']}[是为叫]", text) if o.start() >= m.end()]
        number = 2 if m["n"] == "两" else _ORDER.index(m["n"]) + 1
        if len(ones) == number + 1:
            yield Span(*m.span()), Span(*ones[-1])


def one_too_many(text: str) -> Iterator[tuple[Span, Span]]:
    """A count of steps or grades with the ordinal of one more, where all before it stand behind the count in order.

    >>> text = "水费分两档，第一档2.8元，第二档3.2元，第三档3.9元。"
    >>> [(text[a.start : a.end], text[b.start : b.end]) for a, b in one_too_many(text)]
    [('两档', '第三档')]
    >>> list(one_too_many("水费分三档，第一档2.8元，第二档3.2元，第三档3.9元。"))
    []
    """
    for m in (*_STEPS.finditer(text), *_TEAMS.finditer(text)) if "第" in text else ():
        number = 2 if m["n"] == "两" else _ORDER.index(m["n"]) + 1
        at = m.end()
        for n in range(number + 1):
            ordinal = f"第{_ORDER[n]}{m['unit']}"
            at = text.find(ordinal, at)
            if at < 0:
                break
            at += len(ordinal)
        else:
            yield Span(*m.span("told")), Span(at - len(ordinal), at)
