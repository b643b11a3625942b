"""What rules a figure in time, and what a sentence hands on of it to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.frozen import dataclass
from checker.model import Kind, Period, Span

if TYPE_CHECKING:
    from datetime import date

# A date that only says what another figure is measured against or starts from stands behind one of these.
AGAINST = (
    "比", "较", "由", "从", "与", "同", "超过", "超", "不及", "不如", "不足", "接近", "领先",
    "高于", "低于", "多于", "少于", "大于", "小于", "长于", "短于", "重于", "次于",
    "快于", "慢于", "早于", "晚于", "强于", "弱于", "好于", "优于", "差于", "逊于", "胜于", "落后于",
)  # fmt: skip
_MONTH, _YEAR = 27, 366
CLAUSE_END = re.compile("[，。；：！？]")
# What counts and measures nothing.
UNCOUNTED = frozenset({Kind.DATE, Kind.DURATION, Kind.LABEL, Kind.ORDINAL})


@dataclass(frozen=True)
class Governed:
    """The period of one figure, where its words stand, and whether it belongs to that figure alone.

    ``since``: when that began of which the figure is told, so that a level is of today and an amount of all since then.
    ``due``: a day by which something is to be done, which rules no result. ``behind``: it stands behind the figure.
    ``former``: it is told of a time before that nothing names. ``coming``: it is told of one to come.
    ``mark``: the time that it is set against.
    ``resumed``: it rules again, after a word for this day.
    ``opens``: a day on which something began that goes on, so that what is planned of it is not of that day.
    """

    period: Period | None
    span: Span | None = None
    own: bool = False
    since: bool = False
    due: bool = False
    behind: bool = False
    former: bool = False
    coming: bool = False
    opens: bool = False
    resumed: bool = False
    mark: Period | None = None


@dataclass(frozen=True)
class Carry:
    """What a sentence hands to the next one of its paragraph, and what the article as a whole is about.

    ``window``: the stretch of several years that was told last. ``day``: the day that was told last.
    """

    paragraph: Period | None = None
    article: Period | None = None
    window: Period | None = None
    day: Period | None = None


def days_of(period: Period) -> int | None:
    """The days between the two ends of a period; None where one is open.

    >>> from datetime import date
    >>> days_of(Period(date(2025, 1, 1), date(2025, 1, 31)))
    30
    >>> days_of(Period(None, date(2025, 1, 31))) is None
    True
    """
    return (period.end - period.start).days if period.start is not None and period.end is not None else None


def deadline(text: str, period: Period, published: date | None) -> bool:
    """Whether a date is one by which something is to be done: 年底前."""
    return text.endswith("前") and None not in (period.end, published) and period.end > published  # type: ignore[operator]


def coarse(period: Period) -> bool:
    """Whether a period is long enough to frame the sentences that follow."""
    days = days_of(period)
    return days is not None and (days >= _MONTH or period.as_of)


def aside(period: Period | None, told: Period | None) -> bool:
    """Whether a time lies before the one told of, so that it is only compared with (总磷0.08，*而2022年是*0.12)."""
    ends = None if period is None else period.end
    return told is not None and told.start is not None and ends is not None and ends < told.start


def within(day: Period, span: Period) -> bool:
    """Whether an as-of day lies inside a stretch of time that began before it (到10月底，全年…)."""
    return bool(day.end and span.start and span.end and span.start < day.end < span.end and not span.as_of)


def short(period: Period) -> bool:
    """Whether a period spans a year at the most; a longer one frames what follows only where it opens the sentence."""
    days = days_of(period)
    return days is not None and days <= _YEAR
