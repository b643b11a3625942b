"""Amounts → what sort of figure they are, by the words right before and behind them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.figures import units
from checker.figures.words import lexicon
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.figures.compounds import Amount

REACH = 40
"""How far before a number, in characters, the words that tell its kind are looked for."""

_CLAUSE = re.compile("[，。；！？;!?\n：、（）()]")
_EACH = re.compile("每(?P<of>小时|分钟|秒|天|日|周|月|季度|学期|学年|年)(?:高达|达到|达|为|约)?$", needs="每")
_SOLD = "公斤|千克|斤|吨|亩|平方米|平米|度电?|立方米|克"
_ONE_BEFORE = re.compile(f"一(?P<of>{_SOLD})(?:卖到?|只|就|是|才|能卖|要|收|值|报)?了?$", needs="一")
_ONE_BEHIND = re.compile(f"一(?P<of>{_SOLD})(?![0-9到至半])", needs="一")
_SPEED = re.compile(
    "时速(?:最高|普遍|只有|仅|提升|提高|降低|降|控制|保持|稳定)?(?:可|将|均|已)?(?:高达|达到|达|为|到|至|在|是)?$"
)
# The level that a change began with: *由62%*上升为68%.
_CAME_FROM = re.compile("[由从][^，。；：、由从]{0,12}[0-9.]+%[^，。；：、0-9]{0,4}$", needs="由从")
_SIGNED = {"rise": 1, "fall": -1}


class Sort(NamedTuple):
    """A kind, and for growth its direction, its baseline and where its words begin."""

    kind: Kind
    start: int
    direction: int = 0
    basis: str = ""
    unit: str = ""


def clause(text: str, at: int, floor: int = 0) -> str:
    """The words of the clause before ``at``, not before ``floor``.

    >>> clause("今年，占比达到", 7)
    '占比达到'
    """
    window = text[max(floor, at - REACH) : at]
    cut = 0
    for m in _CLAUSE.finditer(window):
        cut = m.end()
    return window[cut:]


def sort(text: str, told: Amount, floor: int = 0) -> Sort:
    """The kind of an amount whose unit has been read.

    >>> from checker.figures.amounts import amount
    >>> text = "产值同比增长18.3%"
    >>> sort(text, amount(text, 6)).basis
    '同比'
    >>> sort("共有7家企业", amount("共有7家企业", 2)).kind
    <Kind.QUANTITY: 'quantity'>
    """
    unit, start = told.unit, told.start
    if unit in ("%", "百分点", "基点", "倍") or told.fraction:
        return _changed(text, told, floor) or _proportion(text, told, floor)
    if unit == "":
        return Sort(Kind.NUMBER, start)
    kind = units.dimension(unit)
    if kind == "时间" and unit != "课时":
        return Sort(Kind.DURATION, start)
    near = "每" in text[max(floor, start - REACH) : start] and kind != "年龄" and "/" not in unit
    per = _per(clause(text, start, floor)) if near else _one(text, told)
    told_for = "/".join(p for p in (unit, per, _time(text, told, floor)) if p)
    if told_for != unit:
        return Sort(Kind.RATE, start, unit=told_for)
    return Sort(Kind.RATE if "/" in unit and not unit.startswith("元") else Kind.QUANTITY, start)


def _per(words: str) -> str:
    """The base of a rate told in front: 每万人, 每股."""
    if "每" not in words:
        return ""
    told = [m for m in _patterns()["per"].finditer(words) if not words.startswith(_words("not_per"), m.end())]
    return (told[-1]["n"] or "") + told[-1]["of"] if told else ""


def _one(text: str, told: Amount) -> str:
    """The measure that a price is told for one of: *一斤*3.4元, 4.3元*一斤*; "" where it is told for none."""
    if told.unit != "元":
        return ""
    m = _ONE_BEFORE.search(text, max(0, told.start - 6), told.start) or _ONE_BEHIND.match(text, told.end)
    return m["of"] if m is not None else ""


def _time(text: str, told: Amount, floor: int) -> str:
    """The time that an amount is told for each of, right before it: 每月900元, 每小时19公里, 时速350公里."""
    if "/" in told.unit:
        return ""
    before = text[max(floor, told.start - 12) : told.start]
    m = _EACH.search(before)
    if m is not None:
        return m["of"]
    speed = units.dimension(told.unit) == "长度" and _SPEED.search(before)
    return "小时" if speed else ""


def _changed(text: str, told: Amount, floor: int) -> Sort | None:
    """Growth told by a verb, by a comparison, or by the word behind it."""
    start = told.start
    window = text[max(floor, start - 28) : start]
    m = _patterns()["growth"].search(window)
    if m and _is_verb(window, m) and not _leads_to(window, m):
        basis = m["basis"] or next((w for w in ("同比", "环比") if w in m["adverb"]), "")
        direction = -1 if m["verb"] in _words("falls") else 1
        return Sort(Kind.GROWTH, start - len(window) + m.start(), direction, basis)
    points = told.unit in ("百分点", "基点")
    if points:
        m = _patterns()["than"].search(window)
        if m:
            return Sort(Kind.GROWTH, start - len(m[0]), 1 if m["over"] else -1, m[0])
    follow = _patterns()["after"].match(text, told.end)
    if follow:
        return Sort(Kind.GROWTH, start, 1 if follow["rise"] else -1)
    return Sort(Kind.GROWTH, start) if points else None


def _proportion(text: str, told: Amount, floor: int) -> Sort:
    """Share or rate, by the nearest noun of the clause that a percentage can be told of."""
    start = told.start
    if told.unit == "倍":
        return Sort(Kind.QUANTITY, start)
    found = list(_patterns()["nouns"].finditer(clause(text, start, floor)))
    role = found[-1].lastgroup if found else "share"
    if role in _SIGNED:
        return Sort(Kind.GROWTH, start, _SIGNED[role])
    return Sort(Kind.RATE if role == "rate" else Kind.SHARE, start)


def _is_verb(window: str, m: re.Match[str]) -> bool:
    """Whether a one-character verb (增, 高 …) is one, not the end of another word (新增, 最高)."""
    verb = m["verb"]
    if m["basis"] or m["adverb"] or len(verb) > 1:
        return True
    if verb in _words("weak"):
        return False
    return window[m.start("verb") - 1 : m.start("verb")] not in tuple(lexicon("growth")["not_after"])


def _leads_to(window: str, m: re.Match[str]) -> bool:
    """Whether a verb with 为 tells the level that a change led to, and not by how much: 由62%*上升为*68%."""
    if m["link"] != "为" or m["basis"] or m["adverb"]:
        return False
    return m["verb"] in _words("to_level") or _CAME_FROM.search(window, 0, m.start()) is not None


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(lexicon("growth")[name])


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    told = lexicon("growth")
    never = told["not_nouns"]
    roles = "|".join(
        f"(?P<{role}>{'|'.join(w + (f'(?!{_any(never[w])})' if w in never else '') for w in _longest(words))})"
        for role, words in told["nouns"].items()
    )
    growth = rf"""
        (?P<basis>
            同比 | 环比
          | [比较](?:{_any(told["baselines"])})                                                          # 比上年同期
          # 较2024年末
          | [比较](?:[12][0-9]{{3}}年|“?十[一二三四五六]五”?|[0-9]{{1,2}}月份?)(?:同期|时期|末期|初期|年?[末底初])?
          | (?:{_any(told["over"] + told["under"])})[^，。；、0-9]{{0,12}}                                # 高于全国
        )?
        (?P<adverb>(?:{_any(told["adverbs"])})*)
        (?P<verb>{_any(told["rises"] + told["falls"])})
        (?P<link>{_any(told["links"])}|)
        $
    """
    return {
        "growth": re.compile(growth, re.VERBOSE),
        "than": re.compile(
            f"(?:(?P<over>{_any(told['over'])})|(?P<under>{_any(told['under'])}))[^，。；、0-9]{{0,14}}$"
        ),
        "nouns": re.compile(roles),
        "after": re.compile(
            "(?:以上|左右|以内)?的?(?:年均|平均|复合|两位数)?"
            f"(?:(?P<rise>{_any(told['after']['rise'])})|(?P<fall>{_any(told['after']['fall'])}))(?![到至为了])"
        ),
        "per": re.compile(f"每(?P<n>[0-9]{{1,6}}万?|[十百千万]+)?(?:名|位|个|户)?(?P<of>{_any(told['per'])})"),
    }


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda w: (-len(w), w))
