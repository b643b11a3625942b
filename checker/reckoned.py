"""How long it is since a day that a sentence counts from: 自2022年8月打下第一根桩算起，…奋战了33个月."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import months_between, years_between
from checker.lengths import YEAR, Length, length, more_months
from checker.slipped import respelt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.model import Claim

_FROM = re.compile(r"(?:自|从|打)$")
# What counts from a day, in its clause or at the end of it.
_ON = re.compile(r"[^，。；0-9]{0,20}?(?:算起|起算|之日起|开始|以来|起)(?=[，。]|[^，。；0-9]{0,6}，?)")
# Up to which day, right before it, and what counts up to today.
_UNTIL = re.compile(r"(?:到|至|截至|截止到?)$")
_TODAY = re.compile(r"到(?:今天|昨天|昨日|今日|现在|如今|目前)|至今|迄今|眼下|如今|已")
# What is not all of the time since.
_OTHER = re.compile(
    r"(?:近|前|头|后|第|每|再|提前|推迟|早|晚|其中|连续|累计|平均|约|不到|超过?|仅|缩短|延长|为期|工期)[^，。；0-9]{0,2}$"
)
_PLAIN = re.compile(r"(?!零)[0-9一二两三四五六七八九十百]{1,5}(?:个月|天|日|日夜|昼夜|个日夜|年)(?:来|间|里|时间)?")
_CHANGED = re.compile("提前|缩短|延长|推迟|其中|平均|每|增加|减少|由|从")
_TEN = 10
_DAYS, _REACH = ("天", "日", "日夜", "昼夜"), 44


def reckoned(told: Claim, dates: Sequence[Claim], near: Sequence[Claim]) -> Iterator[Length]:
    """The reading of a length against the day that its sentence counts from, up to the one it counts to or to now.

    ``dates``: those of its sentence, ``near``: those of the sentences around too, one of which may be the day of the
    event. A number of days up to now is held against them only where one digit of it is wrong.
    """
    said, text, figure = length(told), told.sentence.text, told.figure
    unit = told.value.unit if told.value is not None else ""
    behind = [c for c in dates if c.figure.end <= figure.start]
    start = next((c for c in reversed(behind) if _counts_from(c)), None)
    if (
        said is None
        or start is None
        or not _PLAIN.fullmatch(told.text)
        or unit not in (*_DAYS, "个月", "年")
        or figure.start - start.figure.end > _REACH
    ):
        return
    begun, later = _day(start), [c for c in behind if c.start > start.start]
    ends = [c for c in later if _UNTIL.search(text[: c.figure.start]) or c.text.startswith(("到", "至", "截"))]
    words = text[(ends or [start])[-1].figure.end : figure.start]
    if begun is None or len(later) != len(ends) or len(ends) > 1 or _OTHER.search(words) or _CHANGED.search(words):
        return
    if ends:
        end = _day(ends[0])
        yield from _between(told, said, (start, ends[0]), (begun, end)) if end is not None and end > begun else ()
    else:
        yield from _up_to_now(told, said, start, near)


def _up_to_now(told: Claim, said: Fraction, start: Claim, near: Sequence[Claim]) -> Iterator[Length]:
    """The reading of a length up to the day of the paper, or to one that is told beside it."""
    published, begun = told.article.published, _day(start)
    if published is None or begun is None or begun >= published:
        return
    days = [d for c in near if (d := _day(c, exact=True)) is not None and begun < d <= published]
    found = [one for end in (published, *days) for one in _between(told, said, (start,), (begun, end))]
    if not found or any(not one.denied for one in found):
        return
    exact_days = told.value is not None and told.value.unit in _DAYS
    if exact_days and not _one_slip(told, begun, (published, published - timedelta(days=1), *days)):
        return
    yield found[0]


def _one_slip(told: Claim, begun: date, ends: Sequence[date]) -> bool:
    """Whether one digit other than the last makes a number of days the right one."""
    said = length(told)
    if said is None or any(abs(said - (end - begun).days) < _TEN for end in ends):
        return False
    spans = {n for end in ends for n in ((end - begun).days, (end - begun).days + 1)}
    return any(
        m.low is not None and m.high is not None and any(m.low <= n <= m.high for n in spans) for m in respelt(told)
    )


def _between(told: Claim, said: Fraction, dates: tuple[Claim, ...], ends: tuple[date, date]) -> Iterator[Length]:
    """The reading of a length between two days."""
    unit = told.value.unit if told.value is not None else ""
    first, last = ends
    spelt = f"{dates[0].text} 至 {dates[1].text if len(dates) > 1 else f'{last.year}年{last.month}月{last.day}日'}"
    if unit in _DAYS:
        days = (last - first).days
        yield Length(told, dates, said, Fraction(days), Fraction(days + 1), f"{spelt} 首尾都算是{days + 1}天")
    elif unit == "个月":
        months = months_between(first, last)
        yield Length(told, dates, said, Fraction(months - 1), Fraction(months + 1), f"{spelt} 是{months}个月")
    elif "月" in dates[0].text:
        months = months_between(first, last)
        whole = said + Fraction(more_months(told), 12)
        spare = 12 if not more_months(told) and said.denominator == 1 else 2
        low, high = Fraction(months - spare, 12), Fraction(months + spare, 12)
        yield Length(told, dates, whole, low, high, f"{spelt} 是{months}个月")
    else:
        years = years_between(first, last)
        yield Length(told, dates, said, Fraction(years - 1), Fraction(years + 1), f"{spelt} 是{years}年")


def _counts_from(c: Claim) -> bool:
    """Whether a sentence counts from a date: *自*2022年8月…*算起*, *从*5月1日*起*."""
    text, figure = c.sentence.text, c.figure
    led = c.text.startswith(("自", "从")) or _FROM.search(text[: figure.start])
    ended = c.text.endswith(("起", "以来"))
    return bool(led) and (ended or _ON.match(text, figure.end) is not None)


def _day(c: Claim, *, exact: bool = False) -> date | None:
    """The day, or the first of the month or year, that a date tells; None where it tells a longer time."""
    period = c.figure.period
    if period is None or period.start is None or period.end is None:
        return None
    long = (period.end - period.start).days
    if long > 0 and (exact or not (YEAR.search(c.text) or "月" in c.text)):
        return None
    return period.start
