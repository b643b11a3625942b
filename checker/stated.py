"""What a growth states, as the change in percent that it may stand for: 增长三成, 翻一番, 是原来的两倍."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.model import Comparator, Kind

if TYPE_CHECKING:
    from checker.model import Claim, Number, Value


def falls(growth: Claim) -> bool:
    """Whether a growth is told as a fall."""
    return growth.figure.direction < 0


def factor(growth: Claim) -> tuple[Number, Number, Number] | None:
    """The change that a growth tells, in percent: the least, the written and the most; None if it tells none."""
    value = growth.value
    if value is None:
        return None
    return _percent(growth, value) if value.unit == "%" else _times(growth, value) if value.unit == "倍" else None


def _percent(growth: Claim, value: Value) -> tuple[Number, Number, Number] | None:
    said, step, how = value.point, value.step or Fraction(0), growth.figure.comparator
    if said is None:
        return None
    near = abs(said) / 10 if how is Comparator.ABOUT else Fraction(0)
    low, high = said - step / 2 - near, said + step / 2 + near
    if how in (Comparator.ABOVE, Comparator.AT_LEAST):
        high = said + max(step, said / 10)
    elif how is Comparator.BELOW:
        low, high = said * Fraction(9, 10), said
    return (-high, -said, -low) if falls(growth) else (low, said, high)


def _times(growth: Claim, value: Value) -> tuple[Number, Number, Number] | None:
    """增长2倍 is three times the base, 翻一番 and 是原来的两倍 twice."""
    said, step, how = value.point, value.step or Fraction(0), growth.figure.comparator
    if falls(growth):
        return None
    whole = growth.kind is Kind.QUANTITY or "翻" in growth.text or growth.figure.basis.startswith("是")
    if said is None:
        if value.low is None or value.high is None:
            return None
        low, high = value.low - whole, value.high - whole  # 是2021年的两倍多 lies between twice and three times
        return low * 100, low * 100, high * 100
    ratio = said - 1 if whole else said
    low, high = ratio - step / 2 - Fraction(5, 100), ratio + step / 2 + Fraction(5, 100)
    if "番" in growth.text:
        low, high = said * Fraction(9, 10) - 1, said * Fraction(135, 100) - 1
    elif step >= 1:
        low, high = ratio - Fraction(3, 10), ratio + Fraction(8, 10)
    if how in (Comparator.ABOVE, Comparator.AT_LEAST):
        low = max(low, ratio - step / 20) if "番" in growth.text else low
        high = said * 2 - 1 if "番" in growth.text else ratio + max(step, Fraction(1))  # 翻了一番多: up to 翻两番
    elif how is Comparator.BELOW:
        low = (ratio + 1) * Fraction(85, 100) - 1
    return low * 100, ratio * 100, high * 100
