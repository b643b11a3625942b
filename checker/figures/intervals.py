"""The interval that a stated value leaves open: rounding, soft caps, 近 as nine tenths and up.

What an article states is kept as it stands (``Value``); what it can mean is worked out here, for the judge.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from checker.figures import units
from checker.figures.numerals_plain import spacing
from checker.model import Comparator

if TYPE_CHECKING:
    from checker.model import Number, Value

NEAR = Fraction(9, 10)
ABOUT = Fraction(1, 10)
_COUNTED = frozenset({"个体", "人", "户", "场次", "批次", "种类", "级", "排位", "分值", "投票", "楼层", "剂次", "股"})


class Interval(NamedTuple):
    """The numbers a statement admits. ``None``: no bound. ``soft_high``: beyond it the writer would have said more."""

    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False
    soft_high: Number | None = None


def admissible(value: Value, comparator: Comparator = Comparator.EQ) -> Interval:
    """The interval of a stated value.

    >>> from checker.model import Value
    >>> admissible(Value(Fraction(5000), None, "P", Fraction(1)), Comparator.ABOVE).soft_high
    Fraction(6000, 1)
    >>> admissible(Value(Fraction(120000000), Fraction(120000000), "元", Fraction(10000000))).low
    Fraction(115000000, 1)
    >>> admissible(Value(Fraction(7), Fraction(7), "家", Fraction(1)))[:2]
    (Fraction(7, 1), Fraction(7, 1))
    """
    point = value.point
    step = value.step if value.step is not None else Fraction(0)
    if point is None:
        return _between(value, comparator)
    match comparator:
        case Comparator.ABOVE | Comparator.AT_LEAST:
            return Interval(point, None, soft_high=point + spacing(point, step) if step else None)
        case Comparator.BELOW:
            near, far = sorted((NEAR * point, point))
            return Interval(near, far, low_open=point < 0, high_open=point > 0)
        case Comparator.AT_MOST:
            return Interval(Fraction(0) if point >= 0 else None, point)
        case Comparator.ABOUT:
            slack = max(abs(point) * ABOUT, step / 2)
            return Interval(point - slack, point + slack)
    slack = _slack(point, step, value.unit)
    return Interval(point - slack, point + slack, high_open=slack > 0)


def _between(value: Value, comparator: Comparator) -> Interval:
    low, high = value.low, value.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high, high_open=comparator is Comparator.ABOVE and high is not None)


# Nobody rounds by more than this share of the value: 1万 is no way to write 1.2万, although its one digit is worth 1万.
COARSEST = Fraction(8, 100)


def _slack(point: Number, step: Number, unit: str) -> Fraction:
    """Half of what rounding may have hidden. Counts are exact, unless written in 万/亿 or ending in three zeros."""
    if step == 0:
        return Fraction(0)
    if step != 1 or units.dimension(unit) not in _COUNTED:
        return min(step / 2, abs(point) * COARSEST) if unit or step != 1 else Fraction(0)
    hidden = spacing(point, step) / 10
    return hidden / 20 if hidden >= 100 else Fraction(0)


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether no number is in both: the two cannot both be right.

    >>> disjoint(Interval(Fraction(7), Fraction(7)), Interval(Fraction(8), Fraction(8)))
    True
    >>> disjoint(Interval(Fraction(5700), None), Interval(Fraction(5000), None))
    False
    """
    return _before(a, b) or _before(b, a)


def _before(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def tension(a: Interval, b: Interval) -> bool:
    """Whether the two meet only beyond a soft cap: 突破5000 told of what is 9000.

    >>> high = Interval(Fraction(9000), Fraction(9000))
    >>> tension(Interval(Fraction(5000), None, soft_high=Fraction(6000)), high)
    True
    >>> tension(high, high)
    False
    """
    return not disjoint(a, b) and disjoint(_capped(a), _capped(b))


def _capped(a: Interval) -> Interval:
    if a.soft_high is None or (a.high is not None and a.high <= a.soft_high):
        return a
    return a._replace(high=a.soft_high, high_open=False)


def describe(interval: Interval, unit: str = "") -> str:
    """The interval in an editor's words.

    >>> describe(Interval(Fraction(5000), None, soft_high=Fraction(6000)), "P")
    '5000P以上（通常不到6000P）'
    >>> describe(Interval(Fraction(7), Fraction(7)), "家")
    '7家'
    >>> describe(Interval(Fraction(270), Fraction(300), high_open=True), "家")
    '270家至300家（不含300家）'
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "任意"
    if high is None:
        cap = f"（通常不到{show(interval.soft_high, unit)}）" if interval.soft_high is not None else ""
        return f"{show(low, unit)}以上{cap}" if low is not None else "任意"
    if low is None:
        return f"{'不到' if interval.high_open else '不超过'}{show(high, unit)}"
    if low == high:
        return show(low, unit)
    left_out = [show(n, unit) for n, out in ((low, interval.low_open), (high, interval.high_open)) if out]
    return f"{show(low, unit)}至{show(high, unit)}" + (f"（不含{'、'.join(left_out)}）" if left_out else "")


def show(number: Number, unit: str = "") -> str:
    """A number with its unit as a newspaper prints it.

    >>> show(Fraction(120000000), "元"), show(Fraction(5700), "P"), show(Fraction(183, 10), "%")
    ('1.2亿元', '5700P', '18.3%')
    >>> show(Fraction(1, 3)), show(Fraction(230000), "人"), show(Fraction(12345), "家")
    ('1/3', '23万人', '12345家')
    """
    name = units.printed(unit)
    plain = _decimal(number)
    if plain is None:
        if not unit and number.denominator < 1000:
            return f"{number.numerator}/{number.denominator}"
        plain = _decimal(Fraction(round(number * 10000), 10000)) or "0"
    best = plain
    for worth, word in ((10**8, "亿"), (10**4, "万")):
        if abs(number) >= worth and unit != "%":
            scaled = _decimal(number / worth)
            if scaled is not None and len(scaled.replace(".", "")) < len(best.replace(".", "")):
                best = scaled + word
                break
    return best + name


def _decimal(number: Number) -> str | None:
    """The finite decimal of ``number``, None where it has more than six places."""
    scaled = number * 10**6
    if scaled.denominator != 1:
        return None
    digits = str(abs(scaled.numerator)).rjust(7, "0")
    whole, rest = digits[:-6], digits[-6:].rstrip("0")
    return f"{'-' if number < 0 else ''}{whole}{'.' + rest if rest else ''}"
