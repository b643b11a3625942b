"""How a metric moves with time: a level, a running total, an amount of some stretch of time, or a rate."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import dimension_of
from checker.claims.times.governed import days_of
from checker.claims.words.segments import classes
from checker.frozen import dataclass, replace
from checker.lexicon import words
from checker.model import Behaviour, Kind

if TYPE_CHECKING:
    from checker.claims.times.governed import Governed
    from checker.model import Figure, Metric, Period

# 累计 told of so few days is the sum over them, and no running total.
_SEASON = 100
_MONTH, _YEAR, _AGES = 27, 366, 3660
# How a time is told that runs to this day: 自2019年*起*.
_ONWARD = ("起", "以来", "至今", "开始")
_RATES = frozenset({Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK})
_FLOW_DIMENSIONS = frozenset(
    {"人民币", "美元", "欧元", "港元", "日元", "英镑", "质量", "能量", "人次", "标箱", "台次", "场次"}
)
# Measure words of what happens, and does not last: 上半年接警超过5800*起*.
_EVENTS = frozenset("起例次宗场笔单通趟列") | {"航次", "班次", "架次", "车次", "列次"}
# 开馆以来，接待观众632万人次.
_BEGUN = re.compile(
    r"(?:自[^，。；0-9]{1,10}|[开建][^，。；0-9成]{1,3}|成立|投用|投产|运营|启用|启动|创办|上线)(?:以来|至今)，",
    needs=("以来", "至今"),
)
# What someone has done up to now: 做*过的手术*8200例, 办*过*36场; 历来, 迄今.
_EVER = re.compile(
    r"(?:(?<![超通经度渡跨越胜不难透穿路错好早])过(?![程去后渡度境剩硬半万千百])(?:的[^，。；：、0-9]{1,20}|[^，。；：、0-9]{0,6})"
    r"|(?:历来|迄今|至今)[^，。；：、0-9]{0,20})$",
    needs=("过", "历来", "今"),
)
_EXPERIENCE = 28
_YEARLY = 12
_COUNTED = frozenset({"个体", "人", "户", "床位", "学位", "机位"})


@cache
def _endings(sort: str) -> tuple[str, ...]:
    return tuple(sorted(words("terms", sort)))


# How the level is told that a change led to: 由2020年的52家*增加到*128家.
_CHANGED_TO = re.compile(
    r"(?:增加|增长|提高|提升|扩大|扩充|发展|拓展|上升|壮大|减少|下降|降低|压缩|缩短|压减|缩减|精简|调整|优化|整合|增|升|降|减|扩)"
    r"(?:到|至|为)了?$"
)
_LEADS = re.compile(r"[^，。；：、0-9]{0,8}?(?:增|升|降|减|扩|提高|下降|发展|壮大|调整|压缩|缩短|拓展|变为|变成)")
_CHANGED_FROM = re.compile(r"[从由][^，。；：]{0,12}的?$")


def told_from(text: str, figure: Figure) -> bool:
    """Whether a figure is a level that a change led from or to: *由2020年的*52家*增加到*128家."""
    if _CHANGED_TO.search(text, max(0, figure.start - 6), figure.start) is not None:
        return True
    led = _CHANGED_FROM.search(text, max(0, figure.start - 14), figure.start) is not None
    return led and _LEADS.match(text, figure.end) is not None


@cache
def _deeds() -> frozenset[str]:
    """The canonical verbs of doing."""
    return frozenset(classes().flow.values())


def behaviour(metric: Metric, figure: Figure, raw: str) -> Behaviour:
    """How a metric moves: by the verb that tells it, then by its words, then by its unit."""
    if figure.kind in _RATES:
        return Behaviour.RATE
    if metric.verb in classes().cumulative or "累计" in raw or "总计" in raw or "历年" in raw:
        return Behaviour.CUMULATIVE
    return Behaviour.FLOW if _flows(metric, figure) else Behaviour.STOCK


def _flows(metric: Metric, figure: Figure) -> bool:
    """Whether an amount is of what happens in some time."""
    dimension, done = dimension_of(figure), metric.verb in _deeds()
    if metric.verb.startswith("新"):  # 新建的监管中心*占地*2.8万平方米
        return dimension == "人民币" or metric.head not in words("terms", "fixed")
    if metric.event and done and metric.head in words("terms", "attributes") and dimension != "长度":
        return True  # of what was done in some time: 签约项目118个，*总投资*526亿元
    last = metric.words[-1] if metric.words else ""
    stock = metric.text.endswith(_endings("stock")) or last in words("terms", "stock")
    if stock and _sold(metric.text):
        return True  # 商品房*销售面积*1418万平方米
    if stock or (metric.verb in words("verbs", "having") and not _happens(figure) and dimension != "人次"):
        return False
    if done or metric.text.endswith(_endings("flow")) or _happens(figure):
        return True
    return dimension in _FLOW_DIMENSIONS and not metric.text.endswith(_endings("standing"))


def _sold(name: str) -> bool:
    """Whether a name ends in what is collected over time by an ending that has one of levels in it (销售面积, 面积)."""
    levels = tuple(w for w in _endings("stock") if name.endswith(w))
    return any(name.endswith(w) and len(w) > max(map(len, levels), default=0) for w in _endings("flow"))


@dataclass(frozen=True)
class Told:
    """What is known of how a count is told.

    ``planned``: of what is yet to be done. ``reviewed``: in an article that tells of what was done in some time.
    ``end``: as one of the two levels that a change led from and to.
    """

    planned: bool = False
    reviewed: bool = False
    end: bool = False


def timed(how: Behaviour, metric: Metric, figure: Figure, governed: Governed, told: Told) -> Behaviour:
    """How a metric moves where the time it is told of is known.

    A count told without a stretch of time is a level (引育37个大模型), and one told of a stretch without a word of
    having is a flow. An as-of day makes any count a level.
    """
    period = governed.period
    dated = period is not None and period.explicit and governed.span is not None and not period.as_of
    if how == Behaviour.CUMULATIVE and period is not None and dated:
        brief = (days := days_of(period)) is not None and 0 < days <= _SEASON
        return Behaviour.FLOW if "以来" not in period.text and (brief or metric.verb.startswith("新")) else how
    if how == Behaviour.FLOW:
        return _timed_deed(metric, figure, period, told, dated=dated)
    if how == Behaviour.STOCK and not governed.since and not told.end:
        return _timed_count(metric, figure, period, told, dated=dated)
    return how


def by_the_way(text: str, governed: Governed, figure: Figure) -> Governed:
    """What governs a figure, as told of it in passing where a semicolon parts it from its time: 今年办班3次；学校8所.

    Not where what is told before it is counted as it is, so that both are of that time: 去年卖车3万辆；新能源1万辆.
    """
    span, period = governed.span, governed.period
    if span is None or period is None or period.as_of or text.find("；", span.end, figure.start) < 0:
        return governed
    if not governed.resumed and figure.value is not None and figure.value.unit in text[span.end : figure.start]:
        return governed
    return replace(governed, period=replace(period, explicit=False))


def _timed_deed(metric: Metric, figure: Figure, period: Period | None, told: Told, *, dated: bool) -> Behaviour:
    """How a count moves that is told by a verb of doing."""
    gathered = metric.verb in words("verbs", "gathering")
    framed = period is not None and not period.as_of and lasting(period)
    framed = framed and period is not None and ((days_of(period) or 0) <= _YEAR or _worked(metric))
    done = told.reviewed and period is None and metric.event and not gathered
    named = metric.verb.startswith("新") or metric.text.endswith(_endings("flow"))
    kept = (framed and (dated or not gathered)) or told.planned or done or named or _happens(figure)
    if kept or dimension_of(figure) not in _COUNTED:
        return Behaviour.FLOW
    if dated and period is not None and period.text.endswith(_ONWARD) and metric.verb in _deeds():
        return Behaviour.FLOW if (days_of(period) or 0) <= _SEASON else Behaviour.CUMULATIVE
    return Behaviour.STOCK


def _timed_count(metric: Metric, figure: Figure, period: Period | None, told: Told, *, dated: bool) -> Behaviour:
    """How a count moves that no verb of doing tells."""
    if period is None:
        return Behaviour.FLOW if told.reviewed and _by_work(metric) else Behaviour.STOCK
    if not lasting(period) or ((days_of(period) or 0) > _AGES and not _happens(figure)):
        return Behaviour.STOCK
    if not dated:
        worked = period.text and not period.as_of and _worked(metric)
        return Behaviour.FLOW if worked else Behaviour.STOCK
    fixed = metric.head in words("terms", "fixed") or (figure.value is not None and figure.value.unit == "岁")
    happens = _happens(figure) and metric.verb not in words("verbs", "having")
    had = (metric.level and not happens and metric.verb != "建成") or _held(metric)
    return Behaviour.STOCK if fixed or had or metric.text.endswith(_endings("stock")) else Behaviour.FLOW


def _held(metric: Metric) -> bool:
    """Whether a name says of things that they stand so, whatever stretch of time is named: *在孵*企业, *在校*生."""
    return "在" in metric.text and any(w[:2] in words("terms", "held") for w in metric.words)


def _happens(figure: Figure) -> bool:
    """Whether a figure counts by a measure word of what happens, and does not last."""
    return figure.value is not None and figure.value.unit in _EVENTS


def _worked(metric: Metric) -> bool:
    """Whether a count is of work done in the time that a report reviews (农村危房改造432万户, 修订行政法规47件)."""
    if metric.event or metric.verb == "建成":
        return True
    return _by_work(metric)


def _by_work(metric: Metric) -> bool:
    """Whether the words of a metric name some work."""
    work = tuple(sorted(words("verbs", "works")))
    named = metric.words
    return not reached(metric) and bool(named) and (named[0].endswith(work) or named[-1].endswith(work))


def begun_before(text: str, at: int) -> bool:
    """Whether a sentence tells up to ``at`` of all the time since something began, which it does not date, or ever.

    >>> begun_before("医院做过的移植手术突破820例", 9), begun_before("医院今年手术超过820例", 8)
    (True, False)
    >>> begun_before("自开办以来，开课780门，学员3.2万人次。", 15), begun_before("开课780门，学员3.2万人次。", 9)
    (True, False)
    """
    ever = _EVER.search(text, max(0, at - _EXPERIENCE), at)
    return ever is not None or _BEGUN.search(text, 0, at) is not None


# What is told of each year, day or other stretch: 年产值8亿元, 日均接待3000人次.
_EACH = re.compile(
    r"(?:^|[，。；：、的其可达]|设计|平均)[^，。；：、0-9]{0,6}?(?:年(?![底末初中内])|年均|日均|月均|每[天日年月周次])"
)


def by_the_year(text: str, at: int) -> bool:
    """Whether the amount at ``at`` is told of each year, or each of some other stretch of time.

    >>> by_the_year("2019年投产，年产值8亿元", 11), by_the_year("2019年投产，产值8亿元", 10)
    (True, False)
    """
    return _EACH.search(text, max(0, at - _YEARLY), at) is not None


def reached(metric: Metric) -> bool:
    """Whether a metric is told as a level at the end of some time (达到, 共有), and not as what was gathered in it."""
    return metric.level and metric.verb not in words("verbs", "gathering")


def lasting(period: Period) -> bool:
    """Whether a period is a stretch of time and no day.

    >>> from datetime import date
    >>> from checker.model import Period
    >>> lasting(Period(date(2025, 1, 1), date(2025, 3, 31))), lasting(Period(date(2025, 1, 1), date(2025, 1, 1)))
    (True, False)
    """
    return (days_of(period) or 0) >= _MONTH
