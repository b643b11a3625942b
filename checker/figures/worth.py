"""Whether a number is told as a figure, or is a part of a word, a date, an article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import units
from checker.figures.words import lexicon
from checker.model import Comparator

if TYPE_CHECKING:
    from checker.figures.compounds import Amount

DATED = re.compile(
    r"""
      年(?![级代]) | 月(?![球亮]) | 日(?!均) | 号(?![线楼]) | 时    # 5月, 3日
    | 点(?=[0-9一二三四五六七八九十零半整钟])                      # 8点30
    | :[0-9]{2}                                                    # 8:30
    """,
    re.VERBOSE,
)
_CASUALTIES = ("死亡", "受伤", "遇难", "失踪", "获救", "轻伤", "重伤", "被困", "确诊", "落水", "溺亡", "当选")
_RICH = (
    "俱乐部",
    "产业",
    "企业",
    "集群",
    "园区",
    "大关",
    "县",
    "区",
    "市",
    "板块",
    "规模",
    "台阶",
    "量级",
    "能级",
    "城市",
    "产值",
    "投资",
    "项目",
    "龙头",
)
_MONEY = frozenset({"元", "美元", "港元", "欧元"})
_ROUND = frozenset({"亩", "名", "人", "台", "辆", "件", "吨", "头", "只", "株"})
_NEVER_ROUND = frozenset({"里", "岁", "层", "分", "度", "级", "斤", "步", "面", "方", "家", "户"})
_SORTAL = frozenset(
    {"个体", "人", "场次", "批次", "种类", "级", "户", "分值", "角度", "楼层", "体积", "剂次", "股", "投票", "排位"}
    | {"百分点", "能量", "长度", "质量", "年龄", "人次"}
)
_ONE_MEASURES = frozenset({"公里", "吨", "岁", "海里", "公斤", "厘米", "毫米", "克", "人次", "毫升", "立方米"})
_BEYOND_ONE = "人名死成折分点大半番倍两期级次届之又零十百千万亿一二三四五六七八九"


def worth(text: str, told: Amount) -> bool:  # noqa: PLR0911 -- one way out per reading
    """Whether the amount is a figure. A scale without a digit (千亿级) may be given its unit and comparator here.

    >>> from checker.figures.amounts import amount
    >>> worth("仅剩一公里", amount("仅剩一公里", 2)), worth("有一个问题", amount("有一个问题", 1))
    (True, False)
    """
    n, unit = told.number, told.unit
    alone = n.start == 0 and told.end == len(text)
    if unit == "":
        return alone or told.fraction or _bare(text, told)
    if told.fraction or unit == "%":
        return True
    if n.arabic:
        year = unit == "年" and text[told.end - 1] == "年" and n.end - n.start == 4
        return not (year and 1000 <= told.low <= 2999)
    spelled = text[told.unit_start : told.unit_end]
    if told.low <= 10 and not alone and (unit in units.nouns() or spelled in units.nouns()):
        return False
    if told.low == told.high == 0 and not told.hedges and unit not in ("度", "摄氏度", "分"):
        return alone
    if n.bare and told.low == told.high and set(str(told.low)[1:]) <= {"0"}:
        return _scale(text, told)
    return told.low != 1 or told.high != 1 or alone or _one(text, told)


def _one(text: str, told: Amount) -> bool:
    """一 counts only with a measure (一公里), a hedge, in 一人死亡; else it is an article."""
    if told.hedges:
        return True
    kind = units.dimension(told.unit)
    if kind == "人" and text.startswith(_CASUALTIES, told.end):
        return True
    if text[told.unit_start : told.unit_end] == "块":
        return False
    if kind == "时间":
        before, after = text[told.start - 1 : told.start], text[told.end : told.end + 1]
        return before in tuple("近仅隔满足约期") or after in tuple("内多后前")
    return kind not in _SORTAL or told.unit in _ONE_MEASURES


def _scale(text: str, told: Amount) -> bool:
    """百家, 万亩, 千亿元: a scale without a digit is a figure with a hedge, or before a counted noun."""
    if told.hedges:
        return True
    long = told.number.end - told.number.start > 1
    follow = text[told.end : told.end + 1]
    if told.unit in _MONEY:
        told.comparator = Comparator.ABOUT
        return long
    if not follow or not _is_han(follow) or follow == "级":
        return False
    if units.dimension(told.unit) == "时间" or told.unit in _NEVER_ROUND:
        return False
    told.comparator = Comparator.ABOUT
    return long or told.unit in _ROUND


def _bare(text: str, told: Amount) -> bool:  # noqa: PLR0911 -- one way out per reading
    """A number without a unit."""
    n = told.number
    if n.scale == 1 and DATED.match(text, n.end) and n.low < 10000:
        return False
    before, after = text[n.start - 1 : n.start], text[told.end : told.end + 1]
    if n.bare and (after == "级" or text.startswith(_RICH, told.end)) and n.low >= 10**10:
        told.unit = "元"
        told.comparator = told.comparator if told.hedges else Comparator.AT_LEAST
        told.end += after == "级"
        return True
    if n.arabic:
        return True
    if told.ranged:
        return bool(told.hedges) or told.low >= 10
    if n.bare or n.digits:
        return bool(told.hedges) and n.low >= 100
    if n.loose and not n.more:
        return n.low >= 100 or bool(told.hedges)
    told_as_answer = before in ("是", "为") and (not after or after in "，。；、！？”")
    if n.end - n.start >= 3 or n.scale > 1 or told_as_answer:
        return True
    free = not any(c and _is_han(c) for c in (before, after))
    return n.low > 10 and (free or bool(told.hedges))


@cache
def articles() -> frozenset[str]:
    """Characters before which 一 is an article (一个, 一种), unless a hedge stands before it."""
    told = units.spellings()
    sortal = {w[0]: 0 for w, u in told if w and u.dimension in _SORTAL}
    measured = {w[0]: 0 for w, u in told if w and (u.dimension not in _SORTAL or u.name in _ONE_MEASURES)}
    return frozenset(sortal) - frozenset(measured) - frozenset(_BEYOND_ONE)


@cache
def hedge_ends() -> frozenset[str]:
    """The last characters of the words that bound a number, and of those after which 一 counts."""
    return frozenset(word[-1] for words in lexicon("hedges")["before"].values() for word in words) | frozenset(
        "第前每了"
    )


def _is_han(c: str) -> bool:
    return "㐀" <= c <= "鿿"
