"""Lengths of time that are amounts: 服务时长*668万小时*, 办理时限压缩到*3个工作日*."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.figures.units import dimension
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind, Metric

if TYPE_CHECKING:
    from checker.model import Figure

# How far before a length of time the noun may stand that says what it measures.
_NEAR = 24
# Units that works and feasts are not told to last in: those are held against their days.
_SHORT = frozenset({"小时", "分钟", "秒", "毫秒", "个工作日", "刻钟"})
_HEAD = "时长"
# What is measured in days or years: 连续安全生产6120天, 距今5300年.
_MEASURED = re.compile(
    r"""
    (?: 安全(?:生产|运行|运营|飞行|行车|供电|航行|施工|无事故)(?:已经?|均|实现|达到?|连续|累计)*
      | 距今(?:已有?|有|大约|至少)*
      | [^，。；：、]天数(?:[由从][^，。；：]{0,12})?(?:已经?|也|共|累计|平均|同比|仅|只)*
        (?:增加|减少|上升|下降|多|少|增|减)?(?:达到?|为|是|有|至|到|了)*
    )$
    """,
    re.VERBOSE,
)


@cache
def _nouns() -> re.Pattern[str]:
    measures = branches(sorted(words("terms", "lasting")))
    return re.compile(
        rf"""
        (?:{measures})
        (?:[由从][^，。；：]{{0,12}})?          # 由15分钟
        (?:已经?|也|就|都|更|平均|最[长短快慢]|累计|仅需?|只需?|再|进一步|大幅)*
        (?:缩短|压缩|压减|减少|缩减|提升|提高|延长|增加|降|减|增|控制)?
        (?:达到?|为|是|有|至|到|了|在)?
        $
        """,
        re.VERBOSE,
    )


def amounted(figure: Figure, text: str) -> Figure:
    """A length of time as a quantity where it is an amount that was gathered or measured; any other as it is.

    >>> from checker.figures import figures
    >>> [amounted(f, "累计服务时长668万小时").kind.value for f in figures("累计服务时长668万小时")]
    ['quantity']
    >>> [amounted(f, "展览将持续10天").kind.value for f in figures("展览将持续10天")]
    ['duration']
    """
    if figure.kind is not Kind.DURATION or figure.value is None or figure.period is not None:
        return figure
    if dimension(figure.value.unit) != "时间":
        return figure
    great = any(c in figure.text for c in "万亿")
    exact = figure.value.low == figure.value.high
    if great or (exact and _MEASURED.search(text, max(0, figure.start - _NEAR), figure.start)):
        return replace(figure, kind=Kind.QUANTITY)
    if figure.value.unit in _SHORT and _nouns().search(text, max(0, figure.start - _NEAR), figure.start):
        return replace(figure, kind=Kind.QUANTITY)
    return figure


def lasting(metric: Metric, figure: Figure) -> Metric:
    """The name of an amount of time, with its noun where it has none: 奉献志愿服务（*时长*）656万小时."""
    if figure.kind is not Kind.QUANTITY or figure.value is None or dimension(figure.value.unit) != "时间":
        return metric
    if not metric.words or not any(c in figure.text for c in "万亿") or metric.head[-1] in "时长间量数限":
        return metric
    named = (*metric.words, _HEAD)
    return replace(metric, text=metric.text + _HEAD, words=named, head=_HEAD)
