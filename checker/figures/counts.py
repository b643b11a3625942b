"""四大产业, 三个方面, 4金1银, 十八届: numbers whose kind hangs on the word behind them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import labels
from checker.figures.words import lexicon
from checker.model import Kind, Value

if TYPE_CHECKING:
    from checker.figures.compounds import Amount
    from checker.figures.page import Page

_BIG = re.compile("大(?![于约概致批型些多一]|学生|专院)")
_CONGRESS = re.compile("以来|会址|召开|报告|提出|胜利|精神|闭幕|开幕|代表|之后|后|将|公布|新修订")
_MEDAL = re.compile(r"[金银铜](?:牌|(?=[0-9一二两三四五六七八九十，、。；！”])|$)")
_BODIES = ("全国", "中央", "省委", "市委", "区委", "县委", "人大", "政协", "党代")
_MEETINGS = ("会议", "全会", "全体", "党代", "代表大会", "全国")
_NUMBERED = frozenset({"届", "次", "期", "级"})
_LISTED = frozenset({"个", "项", "条", "类", "种", "级", "道", "张", "件", "步", "重"})
_STOP = re.compile("[，。、；：“”的和]")
# The units that the kind of a number can hang on, and what stands behind one without a unit.
_SORTED, _BEHIND = _NUMBERED | _LISTED, frozenset("大金银铜")


def counted(page: Page, told: Amount) -> int:
    """Keep the figure if its kind hangs on what follows; returns its end, or 0 where it is an amount like others."""
    n = told.number
    if told.unit not in _SORTED if told.unit else page.text[told.end : told.end + 1] not in _BEHIND:
        return 0
    if (told.low is not told.high and told.low != told.high) or told.low.denominator != 1:
        return 0
    if told.hedges and any(page.text[h.start] == "比" for h in told.hedges):
        return 0
    return (not n.arabic and _numbered(page, told)) or _enumerated(page, told) or _medal(page, told)


def _numbered(page: Page, told: Amount) -> int:
    """十八届三中全会 and 四次会议 number a thing; 二期, 三级 name one."""
    text, n = page.text, told.number
    if told.unit not in _NUMBERED or told.hedges:
        return 0
    ordinal = (told.unit == "届" and (told.low > 7 or text.startswith(_BODIES, told.end))) or (
        told.unit == "次" and text.startswith(_MEETINGS, told.end)
    )
    if ordinal:
        value, unit = Value(told.low, told.high, told.unit, told.step), (told.unit_start, told.unit_end)
        return page.add(n.start, told.end, Kind.ORDINAL, (n.start, n.end), value, unit=unit)
    if told.unit in ("届", "次") or told.low > 10 or text[n.start] == "两":
        return 0
    return page.label(n.start, told.end)


def _enumerated(page: Page, told: Amount) -> int:
    """N大…, and 个/项/条 before a word that is always listed."""
    text, n = page.text, told.number
    if not told.unit and text.startswith("大", told.end) and 2 <= told.low.numerator <= 30:
        big = _BIG.match(text, told.end)
        if big is None:
            return 0
        congress = told.low > 10 and not _head(text, big.end())
        if not n.arabic and (congress or _CONGRESS.match(text, big.end())):
            return page.label(n.start, big.end())
        return _enumeration(page, told, big.end(), "个")
    if told.unit in _LISTED and not told.hedges and 2 <= told.low.numerator <= 20 and _opens_list(text, told.end):
        return _enumeration(page, told, told.end, told.unit)
    return 0


def _enumeration(page: Page, told: Amount, at: int, unit: str) -> int:
    n, end = told.number, at + len(_head(page.text, at))
    return page.add(n.start, end, Kind.ENUMERATION, (n.start, n.end), Value(told.low, told.high, unit, told.step))


def _medal(page: Page, told: Amount) -> int:
    if told.unit or not page.text.startswith(("金", "银", "铜"), told.end):
        return 0
    m = _MEDAL.match(page.text, told.end) if told.low <= 999 else None
    if m is None or not (told.number.arabic or told.low <= 10):
        return 0
    value = Value(told.low, told.high, "枚", told.step)
    return page.add(told.start, m.end(), Kind.QUANTITY, (told.number.start, told.number.end), value, unit=m.span())


def _opens_list(text: str, at: int) -> bool:
    """Whether a counted list begins at ``at``: 三个方面, 三个“更”."""
    if text[at : at + 1] in ("“", "‘"):
        m = labels.QUOTED.match(text, at)
        return m is not None and len(m[1]) <= 2
    return text.startswith(_words("listed"), at)


def _head(text: str, at: int) -> str:
    """The counted noun of a list that starts at ``at`` (within a few characters), or ""."""
    if text[at : at + 1] in ("“", "‘"):
        m = labels.QUOTED.match(text, at)
        return m[0] if m and len(m[1]) <= 6 else ""
    heads = _words("heads")
    for length in range(1, 9):
        word = text[at : at + length]
        if len(word) < length or _STOP.search(word):
            return ""
        if word.endswith(heads) and not text.startswith(("链", "园", "区", "集"), at + length) and word != "更新":
            return word
    return ""


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(lexicon("labels")[name])
