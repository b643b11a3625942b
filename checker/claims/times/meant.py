"""The days that a date means where its own words leave them open: 上年 in a review, the run that ended yesterday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.governed import days_of
from checker.claims.times.passing import NEAR
from checker.claims.times.windows import window
from checker.frozen import replace
from checker.model import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

_DAY, _QUARTER, _YEAR = timedelta(days=1), 100, 366
_FIRST_YEARS = re.compile(r"^[”’]?前(?P<n>[一二两三四1-4])年")
_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}


def first_years(period: Period, after: str) -> Period:
    """A plan period cut to its first years (“十一五”前四年)."""
    m = _FIRST_YEARS.match(after) if period.label else None
    if not m or period.start is None:
        return period
    n = _NUMERALS.get(m["n"]) or int(m["n"])
    return replace(period, end=date(period.start.year + n - 1, 12, 31), label="")


_LAST_YEAR = re.compile(r"^(?:而|比|较)?(?:上年|上一年|前一年)(?!末|底)|同期")
_YEAR_END = ("上年末", "上年底", "上年年末", "上年年底")
_FROM_END = ("由", "从", "比", "较")


def end_before_story(text: str, figure: Figure, story: Period | None) -> Period | None:
    """The last day before a year that a change is told of: 2024年…，*由上年末的*49万吨扩至68万吨; None for all else."""
    if story is None or story.start is None or not figure.text.startswith(_YEAR_END) or window(story) is not None:
        return None
    whole = days_of(story) in (_YEAR - 2, _YEAR - 1) and (story.start.month, story.start.day) == (1, 1)
    if not whole or not text.endswith(_FROM_END, 0, figure.start):
        return None
    return Period(story.start - _DAY, story.start - _DAY, text=figure.text, as_of=True)


def before_story(figure: Figure, story: Period | None) -> Period | None:
    """上年 and 同期 as the year before what the sentence is about, not before publication; None for other dates."""
    if (
        story is None
        or story.start is None
        or story.end is None
        or story.length
        or story.label
        or not (figure.text == "当季" or _LAST_YEAR.search(figure.text))
    ):
        return None
    if figure.text == "当季":
        return replace(story, text=figure.text) if (days_of(story) or 0) <= _QUARTER else None
    try:
        start, end = story.start.replace(year=story.start.year - 1), story.end.replace(year=story.end.year - 1)
    except ValueError:
        return None
    if "同期" not in figure.text:
        start, end = date(start.year, 1, 1), date(end.year, 12, 31)
    return Period(start, end, text=figure.text)


# The last day of something that took so many days: 为期62天的暑运*昨天结束*.
_LASTED = re.compile(r"为期[^，。；]{1,6}?[天日][^，。；]{0,16}$")
_ENDED = re.compile(
    r"^[^，。；]{0,8}?(?:结束|闭幕|收官|落幕|落下帷幕)", needs=("结束", "闭幕", "收官", "落幕", "落下帷幕")
)


def run_of(period: Period, text: str, figure: Figure, figures: Sequence[Figure]) -> Period:
    """The days of something that ended on a day, where its length is told before it (为期62天的暑运昨天结束)."""
    if period.start is None or period.start != period.end or not _ENDED.match(text[figure.end : figure.end + NEAR]):
        return period
    if not _LASTED.search(text[max(0, figure.start - NEAR) : figure.start]):
        return period
    lengths = (f.value for f in figures if f.kind == Kind.DURATION and f.end <= figure.start and f.value)
    days = next((v.point for v in lengths if v.unit in ("天", "日") and v.point), None)
    return replace(period, start=period.start - int(days - 1) * _DAY) if days and days >= 1 else period
