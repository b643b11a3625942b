"""翻番, 过半, 半年, 一半: figures told without a numeral, as they are met in a page."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import hedges, labels, units
from checker.figures.numerals import numeral
from checker.figures.standing import item, rank
from checker.figures.words import lexicon
from checker.figures.worth import articles, hedge_ends
from checker.model import Comparator, Kind, Value

if TYPE_CHECKING:
    from checker.figures.page import Page

_TURN = re.compile(
    r"""
      翻(?P<mid>[了近约过超上]{0,4})
      (?P<n>[0-9]{1,3}(?:\.[0-9]{1,3})?|[一两二三四五六七八九十])(?P<u>番|倍)   # 翻了近两番
    | 翻了?(?:番|倍)    # 翻番
    """,
    re.VERBOSE,
)
_HALF = re.compile(
    r"""
      (?P<hedge>超过|过|超|逾)(?P<n>半数|一半|半)(?!年|天|个|小时|月|径|公里|百|生|导|封)   # 过半, 超半数
    | 对半|对折                                                                           # (打)对折
    """,
    re.VERBOSE,
)
OVER_HALF = ("超过", "超半", "超一", "过半", "过一", "逾半", "逾一", "对半", "对折")
"""What the words begin with that :func:`over_half` reads."""
_HALVED = frozenset({"年", "天", "小时", "个月", "个"})
_MEASURED = frozenset({"长度", "体积", "质量", "面积", "时间"})


# What says that a multiple is passed: 翻了一番*还多*.
_AND_MORE = re.compile(r"还多|有余|还不止|以上|多(?=[，。；！、]|$)")


@cache
def _basis() -> re.Pattern[str]:
    than = sorted(lexicon("growth")["baselines"], key=lambda w: (-len(w), w))
    years = "[12][0-9]{3}年|“?十[一二三四五]五”?末?"
    return re.compile(f"(?P<basis>同比|环比|[比较](?:{'|'.join(than)}|{years}))[^，。；]{{0,3}}$")


def turn(page: Page, at: int) -> int:
    """翻一番, 翻了近两番, 翻倍: a growth, told as the multiple it leads to."""
    text = page.text
    m = _TURN.match(text, at)
    if m is None:
        return at + 1
    value, comparator = Fraction(2), Comparator.EQ
    if m["n"]:
        n = numeral(text, m.start("n"))
        times = n.low if n is not None else Fraction(1)
        if times > 20 or (m["u"] == "番" and times.denominator != 1):
            return at + 1
        value = Fraction(2) ** int(times) if m["u"] == "番" else max(times, Fraction(2))
        if "近" in m["mid"]:
            comparator = Comparator.BELOW
        elif "超" in m["mid"] or "过" in m["mid"]:
            comparator = Comparator.ABOVE
    end = m.end()
    if comparator is Comparator.EQ and (more := _AND_MORE.match(text, end)):
        comparator, end = Comparator.ABOVE, more.end()
    low = None if comparator is Comparator.BELOW else value
    high = None if comparator is Comparator.ABOVE else value
    basis = _basis().search(text[max(page.floor, at - 14) : at])
    start = at - len(basis[0]) if basis else at
    told = Value(low, high, "倍", Fraction(1))
    words = basis["basis"] if basis else ""
    return page.add(start, end, Kind.GROWTH, (at, m.end()), told, comparator, direction=1, basis=words)


def over_half(page: Page, at: int) -> int:
    """过半, 逾半, 超半数; 打对折."""
    text = page.text
    m = _HALF.match(text, at)
    if m is None or (at and text[at - 1] in "不通经"):
        return at + 1
    half = Fraction(50)
    if m["hedge"] is None:
        if text[at - 1 : at] != "打":
            return at + 1
        return page.add(at, m.end(), Kind.SHARE, m.span(), Value(half, half, "%", Fraction(1)))
    value = Value(half, None, "%", Fraction(1))
    return page.add(at, m.end(), Kind.SHARE, m.span("n"), value, Comparator.ABOVE, hedges=(m.span("hedge"),))


def half(page: Page, at: int) -> int:
    """半 before a unit of measure: 半年, 半公里, 半成."""
    text = page.text
    before = text[at - 1 : at]
    if before and before in "上下前后大一多过小夜对折参":
        return at + 1
    if text.startswith("成", at + 1):
        five = Fraction(5)
        if text[at + 2 : at + 3] in ("品", "熟", "功"):
            return at + 2
        return page.add(at, at + 2, Kind.SHARE, (at, at + 1), Value(five, five, "%", five), unit=(at + 1, at + 2))
    unit = units.written(text, at + 1)
    if unit is None or (unit.name not in _HALVED and units.dimension(unit.name) not in _MEASURED):
        return at + 1
    if unit.name == "个" and text[unit.end : unit.end + 1] not in ("", "，", "。", "月", "小", "世"):
        return at + 1
    kind = Kind.DURATION if units.dimension(unit.name) == "时间" else Kind.QUANTITY
    low, end = Fraction(1, 2), unit.end
    more = text[end : end + 1] in ("多", "余")
    value = Value(low, Fraction(1) if more else low, unit.name, low)
    comparator = Comparator.ABOVE if more else Comparator.EQ
    return page.add(at, end + more, kind, (at, at + 1), value, comparator, unit=(at + 1, unit.end))


def _one_half(page: Page, at: int) -> int:
    """一半, with its hedges: 超过一半, 一半以上."""
    low, found = Fraction(1, 2), hedges.before(page.text, at, page.floor)
    behind = hedges.after(page.text, at + 2)
    told = [*reversed(found), *([behind] if behind else [])]
    comparator = hedges.together(h.comparator for h in told)
    below = comparator in (Comparator.BELOW, Comparator.AT_MOST)
    above = comparator in (Comparator.ABOVE, Comparator.AT_LEAST)
    value = Value(None if below else low, None if above else low, "", low)
    start, end = found[-1].start if found else at, behind.end if behind else at + 2
    spans = tuple((h.start, h.end) for h in told)
    return page.add(start, end, Kind.SHARE, (at, at + 2), value, comparator, hedges=spans)


def one(page: Page, at: int) -> int:
    """一流, 一半, 一是, 一张网; past 一 where it is an article (一个, 一种)."""
    text = page.text
    after = text[at + 1 : at + 2]
    if after == "流":
        return rank(page, at)
    if after == "半" and not (at and text[at - 1] in "过超逾大"):
        return _one_half(page, at)
    end = labels.named(text, at)
    if end > at:
        return page.label(at, end)
    end = item(page, at)
    if end > at or not after or after not in articles():
        return end
    article = len(text[at + 2 : at + 3]) > 0 and text[at + 2] != "半"
    return at + 1 if article and (not at or text[at - 1] not in hedge_ends()) else at
