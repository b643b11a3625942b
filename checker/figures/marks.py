"""Codes, quoted names, placeholders, scores and malformed numbers, as they are met in a page.

Every function takes the place of a hit and returns where to read on: the place itself where nothing was found
and another reader may try, a later one where the hit is dealt with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import labels, units
from checker.figures.numerals import numeral, run_end
from checker.figures.numerals_plain import LONGEST
from checker.model import Kind, Value

if TYPE_CHECKING:
    from checker.figures.page import Page

_N = re.compile(r"N(?:个|项|家|种)|N(?:\+[0-9NXx]){1,6}")
_EACH = re.compile(r"[0-9.]+万?|[一二两三四五六七八九十百千万]+")
_DIGIT = "一二两三四五六七八九十"
_MODEL = re.compile(r"[0-9]{2,4}(?![0-9%万亿]|[.,][0-9])")
_NAMED = re.compile(r"[“‘《「](?P<name>[㐀-鿿A-Za-z· -]{0,8})$")
_TELLING = frozenset("为达到至是了共有的过超约近第前每")
_SIGNS = frozenset(":：∶比")
_YEAR = 4
_SCORE = re.compile(
    rf"""
    (?P<a> [0-9]{{1,3}} | [{_DIGIT}]{{1,3}} )
    (?P<sign> [:：∶比] )
    (?P<b> [0-9]{{1,3}} | [{_DIGIT}零]{{1,3}} )
    (?! [0-9:：.万亿%年月重例如较赛价分] | 上年 | 去年 )
    """,
    re.VERBOSE,
)


def malformed(page: Page, start: int, end: int) -> int:
    """Keep a number that cannot be meant as written, with its unit and without a value."""
    end += page.text[end : end + 1] in ("万", "亿")
    unit = units.written(page.text, end)
    return page.add(start, unit.end if unit else end, Kind.NUMBER, (start, end), None)


def each(page: Page, at: int) -> int:
    """Pass over the number of 每10股, 每万人: it is a base, no figure."""
    if not at or page.text[at - 1] != "每":
        return at
    m = _EACH.match(page.text, at)
    return m.end() if m else at


def digits(page: Page, at: int) -> int:
    """Codes and malformed numbers at an Arabic digit."""
    text = page.text
    end = run_end(text, at)
    if end - at > LONGEST:
        return malformed(page, at, end)
    before = text[at - 1 : at]
    if before.isascii() and (before.isalpha() or before in "-_") and before:
        span = labels.code(text, at, page.floor)
        if span is not None:
            return page.label(*span)
    model = _model(text, at, page.floor)
    if model > at:
        return page.label(at - 2, model)
    if _closes_name(text, at, end):
        return page.label(at, end)
    bad = labels.malformed(text, at) if "." in text[at:end] or "," in text[at:end] or end - at == _YEAR + 1 else at
    return malformed(page, at, bad) if bad > at else each(page, at)


def _model(text: str, at: int, floor: int) -> int:
    """Where the model ends whose number stands at ``at``: 图-154, 歼-20; ``at`` where there is none."""
    if at - 2 < floor or text[at - 1] != "-" or not "㐀" <= text[at - 2] <= "鿿":
        return at
    m = _MODEL.match(text, at)
    return m.end() if m is not None and units.written(text, m.end()) is None else at


def _closes_name(text: str, at: int, end: int) -> bool:
    """Whether a number without a unit ends a quoted name: “猎鹰9”, “12345”, 《星际旅行3》."""
    if text[end : end + 1] not in ("”", "’", "》", "」"):
        return False
    m = _NAMED.search(text, max(0, at - 10), at)
    return m is not None and (not m["name"] or m["name"][-1] not in _TELLING)


def quoted(page: Page, at: int) -> int:
    """A quoted name that starts with a 汉字 numeral: “三个更”, “十条”."""
    if not at or page.text[at - 1] not in "“‘「" or page.text[at] in "0123456789":
        return at
    m = labels.QUOTED.match(page.text, at - 1)
    return page.label(at, m.end(1)) if m and m.end(1) > at + 1 else at


def placeholder(page: Page, at: int) -> int:
    """XX万元: a number that was never filled in."""
    m = labels.BLANKS.match(page.text, at)
    before = page.text[at - 1 : at]
    if m is None or (before.isascii() and before.isalnum()) or before in ("某", "李", "王", "张", "刘", "陈"):
        return at + 1
    return malformed(page, at, m.end())


def letter_n(page: Page, at: int) -> int:
    """N个, N+1."""
    m = _N.match(page.text, at)
    before = page.text[at - 1 : at]
    if m is None or (before.isascii() and before.isalnum()):
        return at + 1
    return page.label(at, m.end())


def pair(page: Page, at: int) -> int:
    """双 and 倍 as in names: 双轮驱动, 倍增计划."""
    text = page.text
    end = labels.named(text, at)
    if end > at:
        return page.label(at, end)
    past = labels.ignored(text, at)
    if past > at:
        return past
    if text[at] == "双":
        end = quoted(page, at)
        if end > at:
            return end
        end = labels.pairs(text, at)
        if end > at:
            return page.label(at, end)
    return at + 1


def score(page: Page, at: int) -> int:
    """3:1, 二比一: one number without a unit, worth the ratio."""
    text = page.text
    m = _SCORE.match(text, at) if not _SIGNS.isdisjoint(text[at + 1 : at + 4]) else None
    if m is None or (at and text[at - 1] in "0123456789.:："):
        return at
    a, b = numeral(text, m.start("a")), numeral(text, m.start("b"))
    if a is None or b is None or a.end != m.end("a") or b.end != m.end("b"):
        return at
    arabic = m["a"].isascii() and m["b"].isascii()
    clock = m["sign"] != "比" and len(m["b"]) == 2 and m["b"][0] == "0" and a.low < 24
    measured = m["sign"] == "比" and not arabic and units.written(text, m.end()) is not None
    if clock or measured:
        return at
    ratio = a.low / b.low if b.low else None
    return page.add(at, m.end(), Kind.NUMBER, m.span(), Value(ratio, ratio, "比") if ratio is not None else None)
