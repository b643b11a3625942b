"""Parts told as 其中 of a total."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.adding import Sum, made_up
from checker.claims.metrics.deeds import deed
from checker.claims.metrics.readings import MEASURED, dimension_of
from checker.frozen import replace
from checker.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from checker.claims.metrics.readings import Reading
    from checker.model import Figure, Metric

_AMONG = re.compile(r"其中|[后前]者[里中]|(?<=[个家名项所件座条])里，?有")
# More parts than a total is told to have.
_PARTS, _PAIR = 64, 2
_IN = re.compile(r"[当之]?中(?:，|有)")
# What is told of things that only their number names: 这34所*中，*公办25所.
_OF_THEM = re.compile(r"[当之其]?[中里]，")
# What is left of a clause behind its count.
_BESIDE = re.compile("[^，。；：、0-9]{0,8}，")
# A list of parts that semicolons part: 其中：….
# What stands before a part that is one by its time alone, the date blanked.
_OF_A_TIME = ("其中", "")
_OPENED, _LIST = re.compile(r"其中[^，。；：0-9]{0,6}："), 160


def with_parts(masked: str, found: Sequence[Reading]) -> list[Reading]:
    """Marks the figures told as 其中 of a total, and names the total.

    The parts end where a figure of another unit is told, where they would outgrow the total, or with their clauses.
    """
    out = list(found)
    whole, seen = None, 0
    may = "其中" in masked or "者" in masked or "里" in masked
    among = {m.start() for m in _AMONG.finditer(masked)} if may else set()
    among.update([at for r in found if r.counted_span and (at := _inside(masked, r))])
    for at in sorted(among):
        while seen < len(out) and out[seen].slot.figure.start < at:
            beside = _told_on(masked, out[seen], at)
            whole = seen if (_can_be_total(out[seen]) and not _told_again(out, seen)) or beside else whole
            seen += 1
        if whole is not None:
            first = _of_unit(out, whole, seen)
            _mark(masked, out, first, seen, whole if first != whole else None)
    where = {r.slot.figure.number.start: i for i, r in enumerate(out)} if len(out) > 2 else {}
    for told in made_up(masked) if where else ():
        i = where.get(told.total)
        if i is None or not _can_be_total(out[i]) or _of_their_own(masked, out[i], told):
            continue
        for j in (where[at] for at in told.parts if at in where):
            if out[j].slot.figure.kind is Kind.QUANTITY:
                out[j] = _unnamed(masked, out[j], out[i].metric, i) or _part(out[j], out[i].metric, i)
    for i, r in enumerate(out):
        if not r.metric.text and r.slot.figure.kind is Kind.QUANTITY and _OF_THEM.match(masked, r.slot.figure.end):
            _some_of(masked, out, i)
    return out


def _of_their_own(masked: str, total: Reading, told: Sum) -> bool:
    """Whether what adds up is told as 其中, or is money that two sums make: 收入50亿元，支出46亿元，结余4亿元."""
    words = masked[total.slot.figure.end : told.parts[0]]
    money = dimension_of(total.slot.figure) == "人民币" and len(told.parts) == _PAIR and "：" not in words
    return money or "其中" in words


def _some_of(masked: str, out: list[Reading], total: int) -> None:
    """Marks in ``out`` the parts of things that only their number names, that at ``total``, to the end of the list."""
    number = out[total].slot.figure
    rest = _most(number) or 0
    for i in range(total + 1, min(len(out), total + 1 + _PARTS)):
        f = out[i].slot.figure
        rest -= _most(f) or 0
        if dimension_of(f) != dimension_of(number) or rest < 0 or "；" in masked[number.end : f.start]:
            return
        if out[i].role == "value":
            out[i] = replace(out[i], role="subset")


def _of_unit(out: Sequence[Reading], whole: int, first: int) -> int:
    """The total, or what the same was told in just before it where the first part has that unit: 船舶32艘、356万吨."""
    part = next((r.slot.figure for r in out[first:] if r.slot.figure.kind is Kind.QUANTITY), None)
    if part is None or not whole or not _measures_it(out[whole], out[whole - 1]):
        return whole
    before, units = out[whole - 1], [dimension_of(out[i].slot.figure) for i in (whole - 1, whole)]
    return whole - 1 if units[0] == dimension_of(part) != units[1] and _can_be_total(before) else whole


def _measures_it(measure: Reading, count: Reading) -> bool:
    """Whether a figure measures what was counted before it: 立项课题86个、*1.2亿元*."""
    told = count.metric.words
    return bool(told) and measure.metric.words[: len(told)] == told and len(measure.metric.words) <= len(told) + 1


def _inside(masked: str, r: Reading) -> int:
    """Where what a figure counts is gone into: 7120名毕业生*中*，本科生5150名; 0 where it is not."""
    end = r.counted_span.end if r.counted_span else 0
    return end if end and _IN.match(masked, end) else 0


def _mark(masked: str, out: list[Reading], whole: int, first: int, measure: int | None = None) -> None:
    """Marks in ``out`` the parts that stand after 其中, from the reading ``first`` on.

    ``measure``: what the total is told in besides, as its parts may be: 86个、1.2亿元，其中40个、*0.7亿元*.
    """
    total = out[whole].slot.figure
    most = rest = _most(total)
    for i in range(first, min(len(out), first + _PARTS)):
        r = out[i]
        f = r.slot.figure
        if f.kind not in MEASURED or r.role == "threshold":
            continue
        if _apart(masked, out[i - 1].slot.figure, f):
            break
        if f.kind != Kind.QUANTITY:
            if r.lead is not None and out[r.lead].whole is not None and _told_of(r, out[r.lead]):
                out[i] = replace(r, whole=whole)
            continue
        if measure is not None and dimension_of(f) == dimension_of(out[measure].slot.figure) != dimension_of(total):
            same = set(r.metric.words) <= set(out[measure].metric.words)
            out[i] = replace(r, role="subset" if same else r.role, whole=measure)
            continue
        # The first part may outgrow the total: that is a defect for a rule to find, and no other total's part.
        if dimension_of(f) != dimension_of(total) or (rest != most and (rest is None or (_most(f) or 0) > rest)):
            break
        rest = rest - (_most(f) or 0) if rest is not None else None
        out[i] = _unnamed(masked, r, out[whole].metric, whole) or _part(r, out[whole].metric, whole)


def _apart(masked: str, before: Figure, f: Figure) -> bool:
    """Whether the semicolon before a figure ends what is told of a total: 其中绝收1.1万亩*；*养殖受灾2300亩."""
    at = masked.find("；", before.end, f.start)
    return at >= 0 and _OPENED.search(masked, max(0, at - _LIST), at) is None and not _AMONG.match(masked, at + 1)


def _told_of(r: Reading, part: Reading) -> bool:
    """Whether a share or growth is told of a part, and is of no measure of its own: 其中升学20人，*就业率*95%."""
    return r.inherited or (r.slot.figure.kind is not Kind.RATE and set(part.metric.words) <= set(r.metric.words))


def _unnamed(masked: str, r: Reading, total: Metric, whole: int) -> Reading | None:
    """A part that only its deed sets off from the total: 38个大模型，其中6个[大模型]通过备案; None if it has a name."""
    if r.inherited:
        at = r.slot.figure.start
        if masked[at - 1 : at] == " " and masked[r.slot.left.start : at].strip() in _OF_A_TIME:
            return replace(r, role="value", whole=whole)  # 全年吞吐量186万人次，其中*上半年*86万人次
        told = replace(r.metric, predicate=deed(masked, r.slot.right) or r.metric.predicate)
        return replace(r, metric=told, role="subset", whole=whole)
    named = r.counted_span
    if named is None or not set(r.metric.words) <= set(total.words):
        return None
    told = replace(total, predicate=deed(masked, Span(named.end, r.slot.right.end)), verb=r.metric.verb)
    return replace(r, metric=told, role="subset", whole=whole) if told.predicate else None


def _part(r: Reading, total: Metric, whole: int) -> Reading:
    """A part, which takes the total's name where it has only a qualifier of its own (省级6个)."""
    bare = all(w.endswith("级") or w in ("以上", "规上") for w in r.metric.words)
    if not bare:
        return replace(r, whole=whole)
    named = replace(r.metric, words=(*r.metric.words, *total.words), text=r.metric.text + total.text)
    return replace(r, metric=named, whole=whole)


def _can_be_total(r: Reading) -> bool:
    """Whether a quantity is told by itself, so that parts told as 其中 after it can be its own."""
    f = r.slot.figure
    amount = f.kind == Kind.QUANTITY and f.value is not None
    return amount and r.role == "value" and bool(r.metric.text) and r.whole is None


def _told_on(masked: str, r: Reading, at: int) -> bool:
    """Whether 其中, ``at``, opens the clause right behind a count that is told of some: 起诉430人*，其中*120人."""
    f = r.slot.figure
    amount = f.kind == Kind.QUANTITY and r.role == "subset" and bool(r.metric.text) and r.whole is None
    return amount and _BESIDE.fullmatch(masked, f.end, at) is not None


def _told_again(out: Sequence[Reading], i: int) -> bool:
    """Whether a figure only measures anew what was counted right before it: 船舶16艘、*182万载重吨*，其中散货船7艘."""
    r = out[i]
    earlier = out[r.slot.after] if r.slot.after is not None else None
    if earlier is None or r.metric_span is not None or not r.metric.words:
        return False
    others = dimension_of(earlier.slot.figure) != dimension_of(r.slot.figure)
    return others and r.metric.words == earlier.metric.words and _can_be_total(earlier)


def _most(figure: Figure) -> Fraction | None:
    v = figure.value
    return None if v is None else v.high if v.high is not None else v.low
