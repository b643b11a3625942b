"""Plain text → amounts: a number with its unit, its range and its hedges, before its kind is known."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import hedges, units
from checker.figures.compounds import Amount, measured, whole
from checker.figures.fractional import fraction
from checker.figures.hedges import Hedge
from checker.figures.numerals import numeral
from checker.figures.numerals_plain import spacing
from checker.figures.words import by_last
from checker.model import Comparator

if TYPE_CHECKING:
    from checker.figures.numerals_plain import Numeral

_TO = re.compile(r"(?:[(（]含[)）])?(?:-{1,2}|—{1,2}|–|―|~|至|到|和|与)(?=[-负]?[0-9一二三四五六七八九十百千万两几])")
_TO_FIRST = frozenset("(（-—–―~至到和与")
# What a part is of, with a bound before it: *超过税收总收入的*五分之一.
_OF = re.compile(
    r"(?P<side>超过|超出|高于|逾|不足|不到|低于|接近)(?:(?![年月日天周季])[㐀-鿿、]){2,10}的$",
    needs=("超过", "超出", "高于", "逾", "不足", "不到", "低于", "接近"),
)
_FAR = 16
_BETWEEN = re.compile("之间|间")
_NUMERIC = re.compile(r"[0-9一二两三四五六七八九十几百千]")
_PER = re.compile(r"/(?:[0-9]+|[百千万亿]+)?(?:[㐀-鿿]{1,4}|[a-zA-Z]+[²³]?)?")
_CURRENCY_BEFORE = {
    "人民币": "元", "RMB": "元", "¥": "元", "港币": "港元", "HK$": "港元", "美元": "美元", "US$": "美元", "$": "美元",
    "新台币": "新台币", "日元": "日元", "欧元": "欧元", "€": "欧元", "£": "英镑", "英镑": "英镑", "澳币": "澳元",
}  # fmt: skip
_CURRENCY_LAST = by_last(_CURRENCY_BEFORE)


def amount(text: str, at: int, floor: int = 0, first: Numeral | None = None) -> Amount | None:
    """The amount whose number starts at ``at``; None where none does; ``first``: the number, where it is read already.

    >>> a = amount("总数突破2000家企业", 4)
    >>> a.low, a.unit, a.comparator.value, a.bounds
    (Fraction(2000, 1), '家', 'above', (Fraction(2000, 1), None))
    >>> amount("总数", 0) is None
    True
    """
    if first is None:
        first = numeral(text, at)
        if first is None:
            return None
    told = fraction(text, first) or whole(text, first)
    if text[told.end : told.end + 1] in _TO_FIRST:
        _range(text, told)
    _tail(text, told)
    _head(text, told, floor)
    if not told.unit and not told.hedges:
        _compared(text, told, floor)
    if told.hedges or told.ranged or told.number.loose:
        told.comparator = _comparator(told)
    return told


def _range(text: str, told: Amount) -> None:
    """Take a second number after 至, —, ~ (and after 和 where 之间 follows)."""
    m = _TO.match(text, told.end)
    other = _second(text, told, m.end()) if m else None
    if m is None or other is None:
        return
    between = _BETWEEN.match(text, other.end)
    if m[0][-1] in "和与" and not between:
        if other.unit != "间" or told.unit:
            return
        other.unit, other.unit_start, other.unit_end = "", -1, -1
    labelled = not other.unit and not between and _is_label(text, told, m[0], other)
    if labelled:
        return
    low = told.low
    if not told.unit and not told.number.bare:
        low = _lend(told.number, other.number, low)
    if other.tenths and not told.unit:
        low *= 10
    if low > other.high and not (other.unit and m[0] not in ("到", "-")):
        return
    told.step = max(told.step, other.step) if low == told.low else other.step
    told.low, told.high, told.ranged = low, other.high, True
    told.number_end, told.end = other.number_end, between.end() if between else other.end
    told.unit, told.unit_start, told.unit_end = other.unit or told.unit, other.unit_start, other.unit_end


def _second(text: str, told: Amount, at: int) -> Amount | None:
    """The other end of a range: of the same unit, or the only one with a unit."""
    second = numeral(text, at)
    if second is None or second.loose or told.number.loose:
        return None
    other = fraction(text, second) or whole(text, second)
    clash = told.unit and told.unit != other.unit and (other.unit or told.unit != "%")
    return None if clash or told.fraction != other.fraction else other


def _is_label(text: str, told: Amount, sign: str, other: Amount) -> bool:
    """Whether a-b without a unit is a score or a code: 3-1, 010-88."""
    if text[told.start] == "0" and told.number.end - told.start > 1:
        return True
    return sign in ("-", "--") and other.high <= told.low


def _lend(first: Numeral, second: Numeral, low: Fraction) -> Fraction:
    """The first number of a range with the 万/亿 (and 十/百/千) of the second lent to it, where it has none."""
    if first.scale == 1 and second.scale > 1 and low * second.scale <= second.high:
        low *= second.scale
    if not first.arabic and not second.arabic and first.end - first.start == 1 and first.low < 10:
        top = second.high / second.scale
        worth = spacing(top, Fraction(1))
        if worth in (100, 1000) and top < worth * 10 and low / second.scale * worth <= top:
            low *= worth
    elif first.end - first.start == 1 and second.scale == 1 and second.end - second.start == 2 and low < 10:
        worth = spacing(second.high, Fraction(1))
        if worth in (100, 1000) and second.high < worth * 10:
            low *= worth
    elif first.arabic and second.high >= 1000 * low and second.step == 100:
        low *= 1000
    return low


def _tail(text: str, told: Amount) -> None:
    """Take what follows the unit: /万人; 多, 余; 以上, 左右."""
    if text[told.end : told.end + 1] not in _tails() and not told.number.more:
        return
    if text.startswith("/", told.end):
        _per(text, told)
    if told.number.more and not any(h.comparator is Comparator.ABOVE for h in told.hedges):
        mark = max(text.rfind(c, told.number.start, told.number.end) for c in "多余来")
        told.hedges.append(Hedge(mark, mark + 1, Comparator.ABOVE))
    if text.startswith(("多", "余"), told.end):
        _more(text, told)
    hedge = hedges.after(text, told.end)
    if hedge is None:
        return
    told.hedges.append(hedge)
    told.end = hedge.end
    if not told.unit and text[told.end : told.end + 1] != "的":
        found = units.written(text, told.end)
        if found is not None and found.name not in units.nouns():
            told.take(found.name, told.end, found.end)


@cache
def _tails() -> frozenset[str]:
    """What begins what may follow a unit."""
    return hedges.behind() | frozenset("/多余")


def _per(text: str, told: Amount) -> None:
    """3.5元/股, 180件/万人, 6.8/10万."""
    m = _PER.match(text, told.end)
    if m is None:
        return
    if not told.unit:
        if m[0].startswith("/10万"):
            told.take("/10万", told.end, told.end + 4)
        return
    per = m[0][1:]
    if per[:1].isdigit() and units.dimension(told.unit) == "功率":
        return  # 储能60万千瓦/120万千瓦时: what it yields, and what it holds
    lengths = range(len(per), 0, -1)
    cut = next((k for k in lengths if _known(per[:k])), 0)
    if cut:
        told.take(f"{told.unit}/{per[:cut]}", told.unit_start, told.end + 1 + cut)


def _known(per: str) -> bool:
    """Whether something is a unit, or a number of one: 千瓦时, 10万人."""
    return units.unit(per) is not None or units.unit(per.lstrip("0123456789百千万亿")) is not None


def _more(text: str, told: Amount) -> None:
    """多 or 余 behind a unit of measure: 3年多, 200亩余."""
    if not told.unit or told.number.more or told.ranged:
        return
    if _NUMERIC.match(text, told.end + 1):
        return  # 比调低后的1020万吨*多*10万吨
    if not measured(told.unit) or text[told.end + 1 : told.end + 2] in tuple("样次方数种家名年个功边"):
        return
    told.hedges.append(Hedge(told.end, told.end + 1, Comparator.ABOVE))
    told.end += 1
    told.high = told.low + spacing(told.low, told.step)
    told.number = told.number._replace(more=True)


def _head(text: str, told: Amount, floor: int) -> None:
    """Take what precedes the number: its currency, its hedges."""
    at = told.start
    for word in _CURRENCY_LAST.get(text[at - 1 : at], ()) if told.unit in ("", "元") else ():
        if at - len(word) >= floor and text.startswith(word, at - len(word)):
            name = _CURRENCY_BEFORE[word]
            told.unit = name if told.unit == "" or name != "元" else told.unit
            at -= len(word)
            if told.unit_start < 0:
                told.unit_start, told.unit_end = at, at + len(word)
            break
    if told.unit in ("度", "摄氏度") and at - 2 >= floor and text.startswith("零下", at - 2):
        told.low, told.high, told.unit, at = -told.high, -told.low, "摄氏度", at - 2
    found = hedges.before(text, at, floor, bare=told.number.bare)
    if found and told.unit == "项" and text.startswith("突破", found[0].start):
        found = []
    if found:
        told.hedges = [*reversed(found), *told.hedges]
        at = found[-1].start
    elif (
        (told.fraction or told.unit == "%")
        and text[at - 1 : at] == "的"
        and (of := _OF.search(text, max(floor, at - _FAR), at))
    ):
        side = hedges.before(text, of.end("side"), floor)
        told.hedges = [*reversed(side), *told.hedges]
        at = side[-1].start if side else at
    told.start = at


def _compared(text: str, told: Amount, floor: int) -> None:
    """Take 比 … 大/小 around a number: 比170低."""
    at = told.start - 1
    if at < floor or text[at : at + 1] != "比":
        return
    sign = text[told.end : told.end + 1]
    if sign and sign in "大高多小低少" and text[told.end + 1 : told.end + 2] not in tuple("学型量"):
        side = Comparator.ABOVE if sign in "大高多" else Comparator.BELOW
        told.hedges = [Hedge(at, at + 1, side), Hedge(told.end, told.end + 1, side)]
        told.start, told.end = at, told.end + 1


def _comparator(told: Amount) -> Comparator:
    if told.ranged or (told.number.loose and told.low != told.high):
        return Comparator.RANGE
    return hedges.together(h.comparator for h in told.hedges) if told.hedges else Comparator.EQ
