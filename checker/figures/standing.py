"""Ranks, ordinals and the items of a list, as they are met in a page."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.figures import labels, ranks, units
from checker.figures.numerals_plain import DIGITS
from checker.figures.worth import DATED
from checker.model import Kind, Value

if TYPE_CHECKING:
    from checker.figures.page import Page
    from checker.figures.ranks import Rank

_OPENS = "，。；：、！？\n“ "


def rank(page: Page, at: int) -> int:
    """首个, 唯一, 前列 with their field; names such as 最后一公里 before them."""
    end = labels.named(page.text, at)
    if end > at:
        return page.label(at, end)
    told = ranks.rank(page.text, at, page.floor)
    return _keep(page, told) if told is not None else at + 1


def ordinal(page: Page, at: int) -> int:
    """第28届, 第三批, 全国第一, 前三名, with 第 or 前 at ``at``."""
    text = page.text
    end = labels.named(text, at)
    if end > at:
        return page.label(at, end)
    told = ranks.ordinal(text, at, page.floor)
    if told is None:
        return at
    unit = units.written(text, told.end) if told.kind is Kind.ORDINAL and not DATED.match(text, told.end) else None
    if unit is None or unit.name in ("年", "天"):
        return _keep(page, told)
    value = Value(told.low, told.high, unit.name, Fraction(1))
    return page.add(told.start, unit.end, told.kind, told.number, value, unit=(told.end, unit.end))


def item(page: Page, at: int) -> int:
    """一是, 二是: the items of a list, at the start of a clause."""
    text = page.text
    if not text.startswith("是", at + 1) or (at and text[at - 1] not in _OPENS):
        return at
    low = Fraction(DIGITS[text[at]])
    return page.add(at, at + 2, Kind.ORDINAL, (at, at + 1), Value(low, low, "", Fraction(1)))


def _keep(page: Page, told: Rank) -> int:
    bounded = told.low is not None or told.high is not None
    value = Value(told.low, told.high, "位", Fraction(1)) if bounded else None
    return page.add(
        told.start, told.end, told.kind, told.number, value, told.comparator, among=told.among, first=told.first
    )
