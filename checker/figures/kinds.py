"""Amounts → what sort of figure they are, by the words right before and behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.figures import units
from checker.model import Kind

if TYPE_CHECKING:
    from checker.figures.amounts import Amount

_CLAUSE = re.compile("[，。；！？;!?\n：、（）()]")
REACH = 40

_GROWTH = re.compile(
    r"""
    (?P<basis>
        同比 | 环比
      | [比较](?:上年|去年|前年|上月|上季度|上周|年初|年末|上年末|期初|上年同期|去年同期|上届|上一年度?|前一年|疫情前|往年|前一日|前一天|计划|目标)(?:同期|同月|年末|年底|末|底)?
      | [比较](?:[12][0-9]{3}年|“?十[一二三四五]五”?(?:末|期末|时期|初)?|[0-9]{1,2}月(?:份|末|底)?)(?:同期|年?末|年?底|年初)?
      | (?:高于|低于|快于|慢于|高出|低出|超出|好于|高过)[^，。；、0-9]{0,12}
    )?
    (?P<adverb>(?:名义|实际|年均|月均|年平均|平均|累计|均|也|则|又|再|已|可|将|大幅|小幅|逆势|同口径|可比口径|可比价格?|按可比价格?计算|增速|总体|分别|只|仅|继续|持续|同比|环比|复合|每年|力争|预计|预期|有望|稳步|进一步|还|共|合计|净|同时|历史性|相比|相对)*)
    (?P<verb>
        增长率?|增加|增速|增幅|增|提高|提升|上升|上涨|上浮|涨幅|涨|攀升|扩大|升高|升|多|快|高|扩张|激增|猛增|飙升|翻
      | 下降|降低|减少|下滑|回落|下跌|缩减|缩小|降幅|跌幅|降|减|跌|收窄|压减|压缩|削减|缩短|少|低|慢|萎缩|下调|减轻|负增长|放缓|减慢
      | 上调|提速|提前|超出|高出
    )
    (?P<link>(?:了|率?(?:为|达到?|是)|幅度?(?:为|达到?|是)|[高已可]?达|速度?(?:为|达到?|是)|在|的)?)
    $
    """,
    re.VERBOSE,
)
_FALLS = frozenset(
    "下降 降低 减少 下滑 回落 下跌 缩减 缩小 降幅 跌幅 降 减 跌 收窄 压减 压缩 削减 缩短 少 低 慢 萎缩 下调 减轻 负增长 放缓 减慢".split()
)
_SHORT = frozenset("增涨升多快高翻降减跌少低慢")
_HEAD = re.compile(
    r"""
      (?P<rise>增速|增幅|涨幅|升幅|增长率|增长速度|增长(?:预期|的)?(?:预期)?目标|增长预期|年均增长|复合增长)   # 增速保持在
    | (?P<fall>降幅|跌幅|降速|下降率)                                           # 降幅收窄至
    | (?P<share>占比|比重|份额|所占|占)(?!领|用|地|有率|据|位|优|线|先)         # 占全市的
    | (?P<rate>率(?![先领队真师土])|强度|比例|之比|比值|满意度|知晓度|密度|利息|水平|系数|浓度|税负|度(?=[为达是])|纯度|精度|覆盖面|达标)   # 覆盖率达
    """,
    re.VERBOSE,
)
_AFTER_GROWTH = re.compile(r"(?:以上|左右|以内)?的?(?:年均|平均|复合|两位数)?(?P<rise>增长|增速|增幅|涨幅|升幅|速度|增长率)|(?:以上|左右)?的?(?P<fall>降幅|跌幅|下降|降速)")
_AFTER_SHARE = re.compile("(?:以上|左右|多)?的(?![增速涨降跌年])")
_PER = re.compile(
    r"每(?P<n>[0-9]{1,6}万?|[十百千万]+)?(?:名|位|个|户)?"
    r"(?P<of>常住人口|人口|人|股|亩|公顷|平方公里|平方米|立方米|吨|公里|公斤|千克|斤|度电|度|户|桶|升|千瓦时|元|劳动力|居民|老人|儿童|学生|活产|孕产妇)"
)
_RATE = frozenset({"/10万"})


class Sort(NamedTuple):
    """A kind, and for growth its direction, baseline and where its words begin."""

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
    unit = told.unit
    relative = unit in ("%", "百分点", "基点", "倍") or told.fraction
    if relative:
        return _relative(text, told, floor)
    if unit == "":
        return Sort(Kind.NUMBER, told.start)
    if unit in _RATE:
        return Sort(Kind.RATE, told.start)
    dimension = units.dimension(unit)
    if dimension == "时间" and unit not in ("课时",):
        return Sort(Kind.DURATION, told.start)
    if dimension != "年龄" and "每" in (before := text[max(floor, told.start - REACH) : told.start]):
        per = _per(before, told)
        if per:
            return Sort(Kind.RATE, told.start, unit=f"{unit}/{per}" if "/" not in unit else unit)
    if "/" in unit:
        return Sort(Kind.RATE if not unit.startswith("元") else Kind.QUANTITY, told.start)
    return Sort(Kind.QUANTITY, told.start)


def _per(before: str, told: Amount) -> str:
    words = clause(before, len(before))
    last = None
    for last in _PER.finditer(words):  # noqa: B007 -- the nearest one counts
        pass
    if last is None or words[last.end() : last.end() + 1] in ("次", "均", "才", "民", "员", "工"):
        return ""
    return (last["n"] or "") + last["of"]


def _relative(text: str, told: Amount, floor: int) -> Sort:
    start = told.start
    window = text[max(floor, start - 28) : start]
    m = _GROWTH.search(window)
    if m and not (m["verb"] in _SHORT and not _short(window, m, told)):
        basis = m["basis"] or next((w for w in ("同比", "环比") if w in m["adverb"]), "")
        begin = start - len(window) + m.start()
        if basis[:2] in ("高于", "快于", "高出", "超出", "好于", "高过"):
            pass
        return Sort(Kind.GROWTH, begin, -1 if m["verb"] in _FALLS else 1, basis)
    over = re.search(r"(?P<basis>(?:(?P<more>高于|高出|快于|超出|好于|领先|超过)|(?P<less>低于|慢于|少于|落后))[^，。；、0-9]{0,14})$", window)
    if over and told.unit in ("百分点", "基点"):
        return Sort(Kind.GROWTH, start - len(over[0]), 1 if over["more"] else -1, over["basis"])
    follow = _AFTER_GROWTH.match(text, told.end)
    if follow:
        return Sort(Kind.GROWTH, start, -1 if follow["fall"] else 1, "")
    if told.unit in ("百分点", "基点"):
        return Sort(Kind.GROWTH, start, 0, "")
    if told.unit == "倍":
        return Sort(Kind.QUANTITY, start)
    words = clause(text, start, floor)
    head = None
    for head in _HEAD.finditer(words):  # noqa: B007 -- the nearest one counts
        pass
    if head is not None:
        if head["rise"] or head["fall"]:
            return Sort(Kind.GROWTH, start, 1 if head["rise"] else -1, "")
        return Sort(Kind.SHARE if head["share"] else Kind.RATE, start)
    return Sort(Kind.SHARE, start)


def _short(window: str, m: re.Match[str], told: Amount) -> bool:
    """Whether a one-character verb (增, 降, 高 …) is one, not the end of another word (最高, 不少)."""
    before = window[: m.start("verb")][-1:]
    if m["basis"] or m["adverb"]:
        return True
    if m["verb"] in "多快高低少慢翻":
        return False
    return before not in tuple("新不递净倍疯上下热飙骤递齐") or before in ("净", "骤")
