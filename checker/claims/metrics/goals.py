"""Goals by the words right around their number: 90枚金牌*任务*, 年初确定的60万吨, 距*全年目标*还差34万人."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.borrowed import back
from checker.claims.metrics.doing import deed
from checker.claims.metrics.readings import MEASURED, Reading, dimension_of, metric
from checker.frozen import replace
from checker.lexicon import pattern, words
from checker.model import Kind

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context

_SHARES = frozenset({Kind.SHARE, Kind.RATE})
_GOAL_OF = re.compile("的?(?:总?目标|任务|指标)")
# What stands before a goal that is not yet reached: *距离*2027年做到35万吨的目标.
_SHORT_OF = frozenset({"距离", "距", "离", "离开", "对照", "对标"})
# How a goal is set, right before its number: 赛前*确定的*90枚金牌任务.
_SET = re.compile(
    r"(?:确定|定下|提出|下达|设定|制定|既定|预定|签订|承诺|立下|许下|明确|拟定|敲定|喊出|交给)[^，。；：、0-9]{0,6}?的$",
    needs="的",
)


@cache
def _goal_after() -> re.Pattern[str]:
    return re.compile(rf"^的?(?:年度|全年|年初)?(?:硬|总|小|大|既定|预定|阶段性?)?{pattern('terms', 'aims')}")


@cache
def _first() -> frozenset[str]:
    """The characters that the words behind a goal begin with."""
    return frozenset("的年全硬总小大既预阶") | {w[0] for w in words("terms", "aims")}


# Such a word that leaves no doubt that what follows is a goal: 年初*许下的*260万人次.
_VOWED = re.compile("(?:许下|立下|定下|喊出|预定|设定)的$")
# The noun of a goal that its number is said to be: 创业贷款*任务是*2.8亿元.
# A goal of a year by what is done for it: 完成全年9.8亿元*销售目标*的65%.
_OF_DEED = re.compile("[㐀-鿿]{2,4}?(?:目标|任务)(?=的[0-9一二三四五六七八九]|[，。；]|$)")
_CARRIED = re.compile("执行|承担|担负|参加|参与|完成|接到|接受|承接")
_IS = re.compile(r"\s*(?:目标)?(?:数|量)?[是为：]")


# How much of a goal is done: 完成*年度目标的*110%, 任务*已经完成*六成, and not 全年的目标, 60%的目标.
_OF_GOAL = re.compile(
    r"""
    (?:目标|任务|指标|计划|盘子) [数量值]?
    (?: (?:[0-9][^，。；：的]{1,6})? 的 | (?:已经?|累计|目前)* 完成了? (?:约|近|超过?)? )
    $
    """,
    re.VERBOSE,
)
# A goal by the share of it that is done: 粗钢完成*1050万吨的50.5%*.
_PARTLY = re.compile(r"的(?:约|近|超过?|不足|逾)?(?:[0-9.]+%|[一二两三四五六七八九]成|[一二三四五六七八九十]+分之)")
_COMPLETED = re.compile(r"(?:完成了?|(?:目标|任务|指标|计划)[数量值]?)(?:约|近|超过?)?$")


def set_before(text: str, at: int) -> bool:
    """Whether the words right before a number say that it was set as a goal.

    >>> set_before("年初定下的60万吨", 5), set_before("年初的60万吨", 3)
    (True, False)
    """
    return text.endswith("的", 0, at) and _SET.search(text[max(0, at - 16) : at]) is not None


def is_goal(c: Context) -> bool:
    """Whether a figure is a goal named after it, or by nothing but words of goals before it."""
    if c.figure.kind not in MEASURED:
        return False
    goals = words("terms", "goals")
    begins = c.masked[c.figure.end : c.figure.end + 1] in _first()
    after = _goal_after().match(c.masked[c.figure.end : c.figure.end + 16]) if begins else None
    counted = bool(_counted_goal(c)) or (c.countable and _GOAL_OF.match(c.masked, c.right.span.end) is not None)
    named = counted and set_before(c.masked, c.figure.start)
    whole = c.left.share_of if c.figure.kind is Kind.QUANTITY else ()
    told = whole or c.left.words  # 已造林1.7万亩，占*全年任务*2.8万亩的60.7%
    vowed = not c.right.words and _VOWED.search(c.masked, max(0, c.figure.start - 3), c.figure.start) is not None
    dated = c.masked[max(0, c.figure.start - 2) : c.figure.start].isspace()
    yearly = dated and _OF_DEED.match(c.masked, c.figure.end) is not None
    if after or named or vowed or yearly or _is_the_goal(c) or _partly_done(c):
        return True
    return bool(told) and goals.issuperset(told)


def done_of_goal(c: Context) -> Reading | None:
    """A share of a goal that is done, which is none; None for any other figure."""
    f, goals = c.figure, words("terms", "goals")
    if f.kind not in _SHARES or not _OF_GOAL.search(c.masked[max(0, f.start - 16) : f.start]):
        return None
    lead = next((j for j in back(c) if c.sofar[j].metric.text), None)
    own = tuple(w for w in c.left.words if w not in goals)
    named = own or (c.sofar[lead].metric.words if lead is not None else ())
    if not named:
        return Reading(c.slot, metric(()))
    return Reading(c.slot, replace(metric((*named, "占", "目标"), (), c.verb), head="占比"), metric_span=c.left.span)


def _partly_done(c: Context) -> bool:
    """Whether a figure is a whole of which a share was carried out."""
    amount = c.figure.kind is Kind.QUANTITY and _PARTLY.match(c.masked, c.figure.end) is not None
    return amount and _COMPLETED.search(c.masked[max(0, c.figure.start - 8) : c.figure.start]) is not None


def _is_the_goal(c: Context) -> bool:
    """Whether the name before a figure ends with the noun of a goal, which the figure is said to be."""
    named = c.left.words
    if len(named) <= 1 or named[-1] not in words("terms", "aims"):
        return False
    if _IS.match(c.masked, c.left.span.end) is not None:
        return True
    at = c.masked.rfind(named[-1], 0, c.figure.start)
    if c.masked[max(0, at - 2) : at].isspace():
        return True  # 桩基*全年任务*261根
    told = named[-1] == "任务" and not c.countable and dimension_of(c.figure) != "场次"
    return told and not _CARRIED.search(c.masked, c.slot.left.start, c.left.span.start)


def _counted_goal(c: Context) -> tuple[str, ...]:
    """What a goal counts that is named behind it: 90枚*金牌*任务; () where no goal is."""
    goals = words("terms", "goals")
    at = next((i for i, w in enumerate(c.right.words) if w in goals), 0)
    return c.right.words[:at] if c.countable else ()


def goal(c: Context) -> Reading:
    """A goal, of what its own words name or else of the figure it is set against."""
    vowed = _VOWED.search(c.masked, max(0, c.figure.start - 3), c.figure.start) is not None
    own = () if vowed else tuple(w for w in c.left.words if w not in words("terms", "goals") and w not in _SHORT_OF)
    goals = words("terms", "goals")
    counted = _counted_goal(c) or (c.right.words if c.countable else ())
    if not own and counted and counted[0] not in goals:
        return Reading(c.slot, metric(counted, counted, c.verb), "goal", metric_span=c.right.span)
    unit = dimension_of(c.figure)
    told = (j for j in back(c) if c.sofar[j].metric.text)
    lead = next((j for j in told if dimension_of(c.sofar[j].slot.figure) == unit), None)
    if own or lead is None:
        done = () if own else tuple(w for w in deed(c) if w not in goals)  # 维持全年*出货*45GWh的目标不变
        return Reading(c.slot, metric(own), "goal", metric_span=c.left.span, deed=done)
    owner = c.sofar[lead]
    named = replace(owner.metric, verb=c.verb) if c.verb.startswith("新") else owner.metric
    return Reading(c.slot, named, "goal", lead, metric_span=owner.metric_span, inherited=True)
