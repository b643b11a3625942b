"""A number with its unit: what may stand between them, and what smaller units follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from checker.figures import units
from checker.figures.hedges import Hedge
from checker.figures.numerals import numeral
from checker.figures.numerals_plain import DIGITS, Numeral, spacing
from checker.model import Comparator

_LESS = {"元": (("角", "毛"), 10), "角": (("分",), 10), "小时": (("分钟", "分"), 60), "分钟": (("秒钟", "秒"), 60)}
_NEXT = {"角": "角", "毛": "角", "分钟": "分钟", "分": "分钟"}
_HALVES = frozenset(
    {"小时", "年", "个", "米", "斤", "吨", "公斤", "公里", "里", "天", "岁", "倍", "个月", "周", "学期", "亩"}
)
_NOT_HALF = frozenset("年径导数自成月决岛天场")
_SPLIT = ("月", "小时", "星期", "世纪", "百分点", "工作日")
_NOT_TENTHS = frozenset("立员为功就绩果都长分本交品人年熟效型语名衣田叠射线磨旧腾合")
# What is counted by the piece, as money is not: 铺设光伏板3.7万*块*.
_PLATES = ("板", "砖", "屏", "牌", "碑", "匾", "电池", "组件", "玻璃", "手表", "蛋糕", "镜")
_COUNTED = frozenset({"个体", "场次", "种类", "批次", "级", "分值", "人", "户", ""})


@dataclass(slots=True)
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
        if self.comparator is Comparator.EQ:
            return self.low, self.high
        match self.comparator:
            case Comparator.AT_LEAST | Comparator.ABOVE if not (self.number.more and self.low != self.high):
                return self.low, None
            case Comparator.AT_MOST | Comparator.BELOW:
                return None, self.high if self.ranged or self.number.loose else self.low
            case Comparator.ABOUT if self.number.more:
                return self.low, self.low
        return self.low, self.high

    def take(self, unit: str, start: int, end: int) -> None:
        """Take the unit that stands at these places; the amount ends with it."""
        self.unit, self.unit_start, self.unit_end, self.end = unit, start, end, end

    def scale(self, factor: Fraction) -> None:
        """Multiply what is written by ``factor``."""
        self.low, self.high, self.step = self.low * factor, self.high * factor, self.step * factor

    def add(self, number: Fraction | int, step: Fraction | int) -> None:
        """Add a smaller part, written to ``step``."""
        self.low, self.high, self.step = self.low + number, self.high + number, Fraction(step)


def whole(text: str, n: Numeral) -> Amount:
    """The amount of a number and the unit behind it, if there is one.

    >>> from checker.figures.numerals import numeral
    >>> whole("3元5角", numeral("3元5角", 0)).low
    Fraction(7, 2)
    >>> whole("3，", numeral("3，", 0)).unit
    ''
    """
    told = Amount(n.start, n.end, n, n.end, n.low, n.high, n.step)
    c = text[n.end : n.end + 1]
    if c in ("成", "折"):
        _tenths(text, told)
    elif c in ("%", "‰"):
        told.scale(Fraction(1, 10) if c == "‰" else Fraction(1))
        told.take("%", n.end, n.end + 1)
    elif not (c == "级" and n.bare) and not (c == "个" and _split(text, told)):
        _unit(text, told)
    return told


def measured(name: str) -> bool:
    """Whether a unit measures (吨, 年, 元) and does not count (家, 名, 次).

    >>> measured("吨"), measured("家")
    (True, False)
    """
    return units.dimension(name) not in _COUNTED


def _unit(text: str, told: Amount) -> None:
    """Take the unit that stands at the end of the number, with smaller ones behind it."""
    at = told.end
    found = units.written(text, at)
    if found is None:
        return
    money = found.name == "块" and _is_money(text, found.end) and not text.endswith(_PLATES, 0, told.start)
    told.take("元" if money else found.name, at, found.end)
    _smaller(text, told)
    if told.end == told.unit_end:
        _half(text, told)
    for name, worth in (("角", 10), ("分钱", 100)):
        if told.unit == name:
            told.scale(Fraction(1, worth))
            told.unit = "元"


def _split(text: str, told: Amount) -> bool:
    """Take a unit in two pieces: 两个亿, 3个多月, 一个半小时."""
    at = told.end
    word, after = text[at + 1 : at + 2], text[at + 2 : at + 3]
    if word in ("亿", "万") and not text.startswith("万亿", at + 1):
        told.scale(Fraction(10**8 if word == "亿" else 10**4))
        told.end = told.number_end = at + 2
        return False
    name = next((w for w in _SPLIT if text.startswith(w, at + 2)), "") if word in ("多", "半") and after else ""
    found = units.written(f"个{name}", 0) if name else None
    if found is None:
        return False
    if word == "半":
        told.add(Fraction(1, 2), Fraction(1, 2))
    else:
        told.high = told.low + spacing(told.low, told.step)
        told.number = told.number._replace(more=True)
        told.hedges.append(Hedge(at + 1, at + 2, Comparator.ABOVE))
    told.take(found.name, at, at + 2 + len(name))
    return True


def _is_money(text: str, at: int) -> bool:
    c = text[at : at + 1]
    if not c or c in "，。、；！？,到至~-—和零毛角一二三四五六七八九0123456789":
        return True
    return text.startswith(("钱", "以上", "以下", "左右"), at)


def _tenths(text: str, told: Amount) -> None:
    """三成, 六成五, 三成半, 五五折, 75折 → percent."""
    at, word, n = told.end, text[told.end], told.number
    end = at + 1
    after = text[end : end + 1]
    if after in _NOT_TENTHS and not (after in ("人", "年", "分") and word == "成" and n.arabic):
        return
    hundredths = word == "折" and ((n.digits and told.low >= 10) or (n.arabic and told.low > 10))
    if told.low > 10 and not hundredths:
        return
    told.scale(Fraction(1 if hundredths else 10))
    if word == "成" and after == "半":
        told.add(5, 5)
        end += 1
    elif word == "成" and after in DIGITS and after not in "两俩仨幺" and not _goes_on(text, end + 1):
        told.add(DIGITS[after], 1)
        end += 1
    told.take("%", at, end)
    told.tenths = True


def _goes_on(text: str, at: int) -> bool:
    """Whether a unit or a larger numeral stands at ``at``."""
    return text[at : at + 1] in tuple("十百千万亿") or units.written(text, at) is not None


def _smaller(text: str, told: Amount) -> None:
    """Add what follows in smaller units: 3元5角, 三块零四, 2小时30分."""
    worth, name = Fraction(1), told.unit
    while name in _LESS:
        spellings, parts = _LESS[name]
        n = numeral(text, told.end)
        if n is None or n.more or n.loose or n.low >= (100 if parts == 10 else parts):
            return
        worth /= parts
        spelling = next((s for s in spellings if text.startswith(s, n.end)), "")
        if not spelling:
            _last_digit(text, told, n, name, worth)
            return
        told.add(n.low * worth, worth)
        told.high, told.end = told.low, n.end + len(spelling)
        name = _NEXT.get(spelling, "")


def _last_digit(text: str, told: Amount, n: Numeral, name: str, worth: Fraction) -> None:
    """三块二, 三块零四, 一元零一分, 五块七毛八: a last digit without its unit."""
    zero = text[n.start] == "零"
    if name == "元" and zero and text.startswith("分", n.end):
        told.add(n.low / 100, Fraction(1, 100))
        told.end = n.end + 1
    elif name == "元" and text[told.unit_start] == "块" and n.end - n.start <= 2 and n.low < 10:
        told.add(n.low * (worth / 10 if zero else worth), worth / 10 if zero else worth)
        told.end = n.end
    elif name == "角" and n.end - n.start == 1 and n.low < 10 and not _goes_on(text, n.end):
        told.add(n.low * worth, worth)
        told.end = n.end


def _half(text: str, told: Amount) -> None:
    """两吨半, 三米九."""
    c, after = text[told.end : told.end + 1], text[told.end + 1 : told.end + 2]
    if c == "半" and told.unit in _HALVES and not told.number.loose and after not in _NOT_HALF:
        told.add(Fraction(1, 2), Fraction(1, 2))
        told.end += 1
    elif (
        told.unit == "米"
        and not told.number.arabic
        and c in tuple("一二三四五六七八九")
        and not _goes_on(text, told.end + 1)
    ):
        told.add(Fraction(DIGITS[c], 10), Fraction(1, 10))
        told.end += 1
