"""Plain text → amounts: a number with its unit, its range and its hedges, before its kind is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from checker.figures import hedges, units
from checker.figures.hedges import Hedge
from checker.figures.numerals import DIGITS, Numeral, numeral, spacing
from checker.figures.words import by_last
from checker.model import Comparator

_TO = re.compile(r"(?:[(（]含[)）])?(?:-{1,2}|—{1,2}|–|―|~|至|到|和|与)(?=[-负]?[0-9一二三四五六七八九十百千万两几])")
_BETWEEN = re.compile("之间|间")
_PER = re.compile(r"/(?:[0-9]+|[百千万亿]+)?(?:[㐀-鿿]{1,4}|[a-zA-Z]+[²³]?)?")
_CURRENCY_BEFORE = {
    "人民币": "元", "RMB": "元", "¥": "元", "港币": "港元", "HK$": "港元", "美元": "美元", "US$": "美元", "$": "美元",
    "新台币": "新台币", "日元": "日元", "欧元": "欧元", "€": "欧元", "£": "英镑", "英镑": "英镑", "澳币": "澳元",
}  # fmt: skip
_CURRENCY_LAST = by_last(_CURRENCY_BEFORE)
_LESS = {"元": (("角", "毛"), 10), "角": (("分",), 10), "小时": (("分钟", "分"), 60), "分钟": (("秒钟", "秒"), 60)}
_HALVES = frozenset({"小时", "年", "个", "米", "斤", "吨", "公斤", "公里", "里", "天", "岁", "倍", "个月", "周", "学期", "亩"})
_PERCENT = {10: "成"}


@dataclass
class Amount:
    """A number with all that stands right at it. ``low``/``high`` are the written numbers, before the hedges."""

    start: int
    end: int
    number: Numeral
    number_end: int
    low: Fraction
    high: Fraction
    step: Fraction
    unit: str = ""
    unit_start: int = -1
    unit_end: int = -1
    hedges: list[Hedge] = field(default_factory=list)
    comparator: Comparator = Comparator.EQ
    fraction: bool = False
    tenths: bool = False
    ranged: bool = False

    @property
    def bounds(self) -> tuple[Fraction | None, Fraction | None]:
        """The stated interval: hedges leave one side open."""
        match self.comparator:
            case Comparator.AT_LEAST | Comparator.ABOVE if not (self.number.more and self.low != self.high):
                return self.low, None
            case Comparator.AT_MOST | Comparator.BELOW:
                return None, self.high if self.ranged or self.number.loose else self.low
            case Comparator.ABOUT if self.number.more:
                return self.low, self.low
        return self.low, self.high


def amount(text: str, at: int, floor: int = 0) -> Amount | None:
    """The amount whose number starts at ``at``; None where no number does.

    >>> a = amount("总数突破2000家企业", 4)
    >>> a.low, a.unit, a.comparator.value, a.bounds
    (Fraction(2000, 1), '家', 'above', (Fraction(2000, 1), None))
    >>> amount("总数", 0) is None
    True
    """
    first = numeral(text, at)
    if first is None:
        return None
    told = _fraction(text, first) or _plain(text, first)
    if told.fraction:
        _of_unit(text, told)
    _range(text, told)
    _tail(text, told)
    _head(text, told, floor)
    _compared(text, told, floor)
    told.comparator = _comparator(told)
    return told


def _plain(text: str, n: Numeral) -> Amount:
    told = Amount(n.start, n.end, n, n.end, n.low, n.high, n.step)
    _unit(text, told)
    return told


def _unit(text: str, told: Amount) -> None:
    """Take the unit that follows, with what may stand between: 3个多月, 两个亿, 六成五, 一个半."""
    at, n = told.end, told.number
    c = text[at : at + 1]
    if c == "级" and n.bare:
        return
    if c in ("成", "折"):
        _tenths(text, told)
        return
    if c == "%" or c == "‰":
        if c == "‰":
            _scale(told, Fraction(1, 10))
        told.unit, told.unit_start, told.unit_end, told.end = "%", at, at + 1, at + 1
        return
    if c == "个" and text[at + 1 : at + 2] in ("亿", "万") and text[at + 1 : at + 4] not in ("万亿级",):
        _scale(told, Fraction(10**8 if text[at + 1] == "亿" else 10**4))
        told.end = told.number_end = at = at + 2
    elif c == "个" and text[at + 1 : at + 2] in ("多", "半") and text[at + 2 : at + 3] in ("月", "小", "星", "世", "百", "工"):
        if text[at + 1] == "半":
            told.low += Fraction(1, 2)
            told.high += Fraction(1, 2)
            told.step = Fraction(1, 2)
        else:
            told.high = told.low + spacing(told.low, told.step)
            told.number = n._replace(more=True)
            told.hedges.append(Hedge(at + 1, at + 2, Comparator.ABOVE))
        found = units.written(text[at] + text[at + 2 : at + 8], 0) or units.written(text, at + 2)
        if found is not None:
            end = text.index(text[at + 2], at + 2) + 1
            for name in ("月", "小时", "星期", "世纪", "百分点", "工作日"):
                if text.startswith(name, at + 2):
                    end = at + 2 + len(name)
            told.unit, told.unit_start, told.unit_end, told.end = found.name, at, end, end
        return
    found = units.written(text, at)
    if found is None and c == "块":
        found = None
    if found is None:
        return
    name = found.name
    if name == "块" and _is_money(text, found.end):
        name = "元"
    told.unit, told.unit_start, told.unit_end, told.end = name, at, found.end, found.end
    _smaller(text, told)


def _is_money(text: str, at: int) -> bool:
    c = text[at : at + 1]
    return not c or c in "，。、；！？,到至~-—和零毛角一二三四五六七八九0123456789" or text.startswith(("钱", "以上", "以下", "左右"), at)


def _tenths(text: str, told: Amount) -> None:
    """三成, 六成五, 三成半, 五五折, 75折 → percent."""
    at = told.end
    word = text[at]
    end = at + 1
    if text[end : end + 1] in tuple("立员为功就绩果都长分本交品人年熟效型语名衣田叠射线磨旧腾合"):
        if not (text[end : end + 1] in tuple("人年分") and word == "成" and told.number.arabic):
            return
    factor = Fraction(10)
    if word == "折":
        if told.number.digits and told.low >= 10 or (told.number.arabic and told.low > 10):  # noqa: PLR2004
            factor = Fraction(1)
        elif told.low > 10:  # noqa: PLR2004
            return
    elif told.low > 10:  # noqa: PLR2004
        return
    _scale(told, factor)
    if word == "成":
        after = text[end : end + 1]
        if after == "半":
            told.low += 5
            told.high += 5
            told.step, end = Fraction(5), end + 1
        elif after in DIGITS and after not in "两俩仨幺" and not units_after(text, end + 1):
            told.low += DIGITS[after]
            told.high += DIGITS[after]
            told.step, end = Fraction(1), end + 1
    told.unit, told.unit_start, told.unit_end, told.end, told.tenths = "%", at, end, end, True


def units_after(text: str, at: int) -> str:
    """The character at ``at`` where a unit or a larger numeral starts there, else ""."""
    c = text[at : at + 1]
    return c if c and (c in "十百千万亿" or units.written(text, at)) else ""


def _scale(told: Amount, factor: Fraction) -> None:
    told.low, told.high, told.step = told.low * factor, told.high * factor, told.step * factor


def _smaller(text: str, told: Amount) -> None:
    """Add what follows in smaller units: 3元5角, 三块零四, 2小时30分, 三米九, 两吨半."""
    worth, name = Fraction(1), told.unit
    while name in _LESS:
        spellings, parts = _LESS[name]
        m = numeral(text, told.end)
        if m is None or m.more or m.loose or m.low >= (parts * 10 if name in ("元", "角") else parts):
            break
        spelling = next((s for s in spellings if text.startswith(s, m.end)), "")
        worth /= parts
        if not spelling:
            self_contained = name == "元" and text[told.end] == "零" and text.startswith("分", m.end)
            if self_contained:
                told.low += m.low / 100
                told.end = m.end + 1
            elif name == "元" and text[told.unit_start] == "块" and m.end - m.start <= 2 and m.low < 10:
                told.low += m.low * (worth / 10 if text[m.start] == "零" else worth)
                told.end = m.end
            elif name == "角" and m.end - m.start == 1 and m.low < 10 and not units_after(text, m.end):
                told.low += m.low * worth
                told.end = m.end
            break
        told.low += m.low * worth
        told.step = worth
        told.end = m.end + len(spelling)
        name = {"角": "角", "毛": "角", "分钟": "分钟", "分": "分钟"}.get(spelling, "")
    if told.end > told.unit_end:
        told.high = told.low
    elif text[told.end : told.end + 1] == "半" and told.unit in _HALVES and not told.number.loose:
        after = text[told.end + 1 : told.end + 2]
        if after not in ("年", "径", "导", "数", "自", "成", "月", "决", "岛", "天", "场"):
            told.low += Fraction(1, 2)
            told.high += Fraction(1, 2)
            told.step, told.end = Fraction(1, 2), told.end + 1
    elif told.unit == "米" and not told.number.arabic and text[told.end : told.end + 1] in tuple("一二三四五六七八九"):
        if not units_after(text, told.end + 1):
            told.low = told.high = told.low + Fraction(DIGITS[text[told.end]], 10)
            told.step, told.end = Fraction(1, 10), told.end + 1
    if told.unit == "角":
        _scale(told, Fraction(1, 10))
        told.unit = "元"
    elif told.unit == "分钱":
        _scale(told, Fraction(1, 100))
        told.unit = "元"


_OVER = re.compile("分之|份之|分(?=[一二三四五六七八九十])|份(?=[一二三四五六七八九十])")


def _fraction(text: str, n: Numeral) -> Amount | None:
    """三分之一, 百分之五, 千分之三, 1/2, 百分百; None where the number is none of these."""
    if n.bare and n.low == 100 and text.startswith("分百", n.end):  # noqa: PLR2004
        end = n.end + 2
        return Amount(n.start, end, n, end, Fraction(100), Fraction(100), Fraction(1), "%", n.start, end)
    m = _OVER.match(text, n.end)
    if not m and text.startswith("又", n.end):
        rest = numeral(text, n.end + 1)
        part = _fraction(text, rest) if rest is not None and not text.startswith("又", rest.end) else None
        if part is None or part.unit == "%":
            return None
        sign = -1 if n.low < 0 else 1
        part.low, part.high, part.start = n.low + sign * part.low, n.low + sign * part.high, n.start
        part.number = n
        return part
    if not m:
        return _slashed(text, n)
    short = len(m[0]) == 1
    if n.low <= 1 or (short and not (n.bare or n.low <= 10)):  # noqa: PLR2004
        return None
    over = numeral(text, m.end())
    if over is None or (short and not n.bare and units.written(text, over.end) is None and over.end < len(text)):
        return None
    if n.bare and n.low >= 100:  # noqa: PLR2004
        by = n.low / 100
        start = n.start
        if n.start and text[n.start - 1] == "负":
            start -= 1
        sign = -1 if start < n.start else 1
        low, high = sign * over.low / by, sign * over.high / by
        return Amount(start, over.end, over, over.end, low, high, over.step / by, "%", n.start, m.end())
    low, high = over.low / n.low, over.high / n.low
    return Amount(n.start, over.end, n, over.end, low, high, 1 / n.low, fraction=True)


def _of_unit(text: str, told: Amount) -> None:
    """Take a unit of measure behind a fraction: 四分之一公升."""
    found = units.written(text, told.end)
    if found is not None and _measured(found.name):
        told.unit, told.unit_start, told.unit_end, told.end = found.name, told.end, found.end, found.end
        told.fraction = False


def _slashed(text: str, n: Numeral) -> Amount | None:
    m = re.compile(r"/([0-9]{1,3})(?![0-9./]|万)").match(text, n.end)
    if not m or not n.arabic or n.low.denominator != 1 or n.end - n.start > 3 or text[n.start - 1 : n.start] == "/":  # noqa: PLR2004
        return None
    below = int(m[1])
    if not 0 < n.low < below:
        return None
    value = n.low / below
    return Amount(n.start, m.end(), n, m.end(), value, value, Fraction(1, below), fraction=True)


def _range(text: str, told: Amount) -> None:
    """Take a second number after 至, —, ~ (and after 和 where 之间 follows)."""
    m = _TO.match(text, told.end)
    if not m:
        return
    second = numeral(text, m.end())
    if second is None or second.loose or told.number.loose:
        return
    other = _fraction(text, second) or _plain(text, second)
    if told.unit and other.unit and told.unit != other.unit:
        return
    if (told.unit and not other.unit and told.unit != "%") or told.fraction != other.fraction:
        return
    between = _BETWEEN.match(text, other.end)
    if m[0][-1] in "和与" and not between:
        if other.unit != "间" or told.unit:
            return
        other.unit, other.unit_start, other.unit_end = "", -1, -1
    low = told.low
    if not told.unit and not told.number.bare:
        low = _lend(told.number, second, low)
    if other.tenths or (other.unit == "%" and not told.unit):
        low = low * 10 if other.tenths and not told.unit else low
    if low > other.high and not (other.unit and m[0] not in ("到", "-")):
        return
    if not other.unit and not told.unit and not between and _is_label(text, told, m[0], other):
        return
    end = between.end() if between else other.end
    told.low, told.high, told.ranged = low, other.high, True
    told.number_end, told.end = other.number_end, end
    told.step = max(told.step, other.step) if low == told.low else other.step
    told.unit, told.unit_start, told.unit_end = other.unit or told.unit, other.unit_start, other.unit_end


def _is_label(text: str, told: Amount, sign: str, other: Amount) -> bool:
    """Whether a-b without a unit is a score or a code: 3-1, 010-88."""
    if text[told.start] == "0" and told.number.end - told.start > 1:
        return True
    return sign in ("-", "--") and other.high <= told.low


def _lend(first: Numeral, second: Numeral, low: Fraction) -> Fraction:
    """The first number of a range with the 万/亿 (and 十/百/千) of the second lent to it, where it has none."""
    if first.scale == 1 and second.scale > 1 and low * second.scale <= second.high:
        low *= second.scale
    if not first.arabic and not second.arabic and first.end - first.start == 1 and first.low < 10:  # noqa: PLR2004
        top = second.high / second.scale
        worth = spacing(top, Fraction(1))
        if worth in (100, 1000) and top < worth * 10 and low / second.scale * worth <= top:
            low *= worth
    elif first.end - first.start == 1 and second.scale == 1 and second.end - second.start == 2 and low < 10:  # noqa: PLR2004
        worth = spacing(second.high, Fraction(1))
        if worth in (100, 1000) and second.high < worth * 10:
            low *= worth
    elif first.arabic and second.high >= 1000 * low and second.step == 100:  # noqa: PLR2004
        low *= 1000
    return low


def _tail(text: str, told: Amount) -> None:
    """Take what follows the unit: 以上, 左右, 多; /万人."""
    if told.unit and text[told.end : told.end + 1] == "/":
        m = _PER.match(text, told.end)
        if m and len(m[0]) > 1:
            per = m[0][1:]
            cut = next((k for k in range(len(per), 0, -1) if units.unit(per[:k].lstrip("0123456789百千万亿")) is not None), 0)
            if cut:
                told.unit = f"{told.unit}/{per[:cut]}"
                told.end = told.unit_end = told.end + 1 + cut
    elif not told.unit and text.startswith("/10万", told.end):
        told.unit, told.unit_start = "/10万", told.end
        told.end = told.unit_end = told.end + 4
    if told.number.more and not any(h.comparator is Comparator.ABOVE for h in told.hedges):
        mark = max(text.rfind(c, told.number.start, told.number.end) for c in "多余来")
        told.hedges.append(Hedge(mark, mark + 1, Comparator.ABOVE))
    c = text[told.end : told.end + 1]
    if c in ("多", "余") and told.unit and not told.number.more and not told.ranged and _measured(told.unit):
        follow = text[told.end + 1 : told.end + 2]
        if follow not in tuple("样次方数种家名年个功边"):
            told.hedges.append(Hedge(told.end, told.end + 1, Comparator.ABOVE))
            told.end += 1
            told.high = told.low + spacing(told.low, told.step)
            told.number = told.number._replace(more=True)
    hedge = hedges.after(text, told.end)
    if hedge is not None:
        told.hedges.append(hedge)
        told.end = hedge.end
        if not told.unit and text[told.end : told.end + 1] not in ("的", ""):
            found = units.written(text, told.end)
            if found is not None and found.name not in units.nouns():
                told.unit, told.unit_start, told.unit_end, told.end = found.name, told.end, found.end, found.end


def _measured(name: str) -> bool:
    return units.dimension(name) not in ("个体", "场次", "种类", "批次", "级", "分值", "人", "户", "")


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
    told.start = at


def _compared(text: str, told: Amount, floor: int) -> None:
    """Take 比 … 大/小 around a number: 比170低."""
    at = told.start - 1
    if told.unit or told.hedges or at < floor or text[at : at + 1] != "比":
        return
    sign = text[told.end : told.end + 1]
    if sign and sign in "大高多小低少" and text[told.end + 1 : told.end + 2] not in tuple("学型量"):
        side = Comparator.ABOVE if sign in "大高多" else Comparator.BELOW
        told.hedges = [Hedge(at, at + 1, side), Hedge(told.end, told.end + 1, side)]
        told.start, told.end = at, told.end + 1


def _comparator(told: Amount) -> Comparator:
    if told.ranged or (told.number.loose and told.low != told.high):
        return Comparator.RANGE
    return hedges.together(h.comparator for h in told.hedges)
