"""How a metric moves with time: a level, a running total, an amount of some stretch of time, or a rate."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.periods import days_of
from checker.claims.readings import dimension_of
from checker.claims.segments import classes
from checker.lexicon import words
from checker.model import Behaviour, Kind

if TYPE_CHECKING:
    from checker.claims.periods import Governed
    from checker.model import Figure, Metric, Period

# 累计 told of so few days is the sum over them, and no running total.
_SEASON = 100
_MONTH, _YEAR = 27, 366
_RATES = frozenset({Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK})
_FLOW_DIMENSIONS = frozenset(
    {"人民币", "美元", "欧元", "港元", "日元", "英镑", "质量", "能量", "人次", "标箱", "台次", "场次"}
)
# Measure words of what happens, and does not last: 上半年接警超过5800*起*.
_EVENTS = frozenset("起例次宗场笔单通趟")
# 开馆以来，接待观众632万人次.
_BEGUN = re.compile(
    r"(?:自[^，。；0-9]{1,10}|开[^，。；0-9]{1,3}|成立|投用|投产|运营|启用|启动|创办|上线)(?:以来|至今)，",
    needs=("以来", "至今"),
)
_COUNTED = frozenset({"个体", "人", "户", "床位", "学位", "机位"})


@cache
def _endings(sort: str) -> tuple[str, ...]:
    return tuple(sorted(words("terms", sort)))


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
    if metric.verb.startswith("新"):
        return Behaviour.FLOW
    if metric.event and metric.verb in _deeds() and metric.head in words("terms", "attributes"):
        return Behaviour.FLOW  # of what was done in some time: 签约项目118个，*总投资*526亿元
    last = metric.words[-1] if metric.words else ""
    stock = metric.text.endswith(_endings("stock")) or last in words("terms", "stock")
    if stock or metric.verb in words("verbs", "having"):
        return Behaviour.STOCK
    flow = metric.verb in _deeds() or metric.text.endswith(_endings("flow"))
    return Behaviour.FLOW if flow or dimension_of(figure) in _FLOW_DIMENSIONS else Behaviour.STOCK


def timed(how: Behaviour, metric: Metric, figure: Figure, governed: Governed) -> Behaviour:
    """How a metric moves where the time it is told of is known.

    A count told without a stretch of time is a level (引育37个大模型), and one told of a stretch without a word of
    having is a flow. An as-of day makes any count a level.
    """
    period = governed.period
    told = period is not None and period.explicit and governed.span is not None and not period.as_of
    if how == Behaviour.CUMULATIVE and period is not None and told:
        brief = (days := days_of(period)) is not None and 0 < days <= _SEASON
        return Behaviour.FLOW if "以来" not in period.text and (brief or metric.verb.startswith("新")) else how
    if how == Behaviour.FLOW:
        framed = period is not None and not period.as_of and lasting(period)
        framed = framed and period is not None and ((days_of(period) or 0) <= _YEAR or _worked(metric))
        framed = framed and (told or metric.verb not in words("verbs", "gathering"))
        kept = framed or metric.verb.startswith("新") or metric.text.endswith(_endings("flow"))
        return how if kept or dimension_of(figure) not in _COUNTED else Behaviour.STOCK
    if how == Behaviour.STOCK and period is not None and told and lasting(period):
        fixed = metric.head in words("terms", "fixed") or (figure.value is not None and figure.value.unit == "岁")
        happens = figure.value is not None and figure.value.unit in _EVENTS
        happens = happens and metric.verb not in words("verbs", "having")
        return (
            how
            if fixed or (metric.level and not happens) or metric.text.endswith(_endings("stock"))
            else Behaviour.FLOW
        )
    if how == Behaviour.STOCK and period is not None and period.text and not period.as_of and _worked(metric):
        return Behaviour.FLOW if lasting(period) else how
    return how


def _worked(metric: Metric) -> bool:
    """Whether a count is of work done in the time that a report reviews (农村危房改造432万户, 修订行政法规47件)."""
    if metric.event or metric.verb == "建成":
        return True
    work = tuple(sorted(words("verbs", "works")))
    return (
        not reached(metric)
        and bool(metric.words)
        and (metric.words[0].endswith(work) or metric.words[-1].endswith(work))
    )


def begun_before(text: str, at: int) -> bool:
    """Whether a sentence tells up to ``at`` of all the time since something began, which it does not date.

    >>> begun_before("自开办以来，开课780门，学员3.2万人次。", 15), begun_before("开课780门，学员3.2万人次。", 9)
    (True, False)
    """
    return _BEGUN.search(text, 0, at) is not None


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
