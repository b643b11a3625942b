"""When and as what a figure holds: how it moves, the days that it is told of, and its status as these make it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.claims.behaviour import (
    Told,
    begun_before,
    behaviour,
    by_the_way,
    by_the_year,
    reached,
    timed,
    told_from,
)
from checker.claims.metrics.readings import dimension_of
from checker.claims.status import aimed, proposed, revised, stands, status_at
from checker.claims.times.ahead import just_begun, mostly, to_come
from checker.claims.times.beginnings import outgrown, sized
from checker.claims.times.differences import grown
from checker.claims.times.framing import reviews
from checker.claims.times.governed import Carry, Governed
from checker.claims.times.settling import come, settle
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Behaviour, Kind, Period, Span, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.cues import Cue
    from checker.claims.metrics.readings import Reading
    from checker.model import Figure, Metric

# A review of a year, or of half of one, is printed some days before the end that it tells of.
_CLOSING = timedelta(days=15)
# Words of being first that tell of a moment, and of what no other did.
_MOMENTS = frozenset({"", "首次", "率先", "第一次", "首度"})
# 到2月底，今年新增就业*还只有*0.73万人: what there is so far.
_ONLY = re.compile("[还才仅]只?有|只有|[仅才]为")
_LESS = frozenset({"delta", "gap"})
_PLANNED = frozenset({Status.PLAN, Status.TARGET})
_FLOOR = re.compile("不得?(?:低于|少于|小于|超过|高于|多于)|至少|起码|最少|保底|控制在", needs="不至起最保控")
_NEAR, _FAR = 16, 24
# A goal of several years that are not named is not one of this year: *三年*培训护理员5.4万人.
_OF_YEARS = re.compile("(?:[二两三四五六七八九十]|(?<![0-9])[2-9])年(?:时间|内|间|里)?[^，。；：年]{0,12}$", needs="年")
# A goal of the year by the words around it: 完成*年度*目标2600万票, 5800套的*年度*任务.
_YEARLY = re.compile(r"(?:年度|全年|年初)[^，。；：]{0,8}$")
_OF_YEAR = re.compile("[^，。；：]{0,2}(?:年度|全年|年初)")
# 年初*2100万人次的计划超额完成*: what is reached in January is a goal of the year before.
_REACHED = re.compile(
    "[^，。；：！？0-9]{0,8}?(?:目标|任务|指标|计划)(?:均|都|已|也|全部|圆满|如期|超额|提前)*(?:完成|实现)"
)
_ENDS = frozenset({"年底", "年末", "到年底", "到年末", "年底前", "年末前"})
_WHOLE = frozenset({"全年", "今年", "本年", "本年度"})
_AIMABLE = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE})


class Held(NamedTuple):
    """As what a figure holds: its status, how its metric moves, its days, and the words that tell these."""

    status: Status
    how: Behaviour
    period: Period | None
    span: Span | None


class Holding(NamedTuple):
    """A sentence as far as it says when and as what its figures hold.

    ``said``: its words of status. ``goals``: those of them that set a goal. ``default``: the status of what stands
    before any of them. ``carry``: what the sentences before hand on of time.
    """

    text: str
    published: date | None
    carry: Carry
    said: Sequence[Cue]
    goals: Sequence[Cue]
    default: Status

    def held(  # noqa: PLR0913, PLR0917 - what was read of one figure, each by its own module
        self,
        reading: Reading,
        metric: Metric,
        raw: str,
        governed: Governed,
        clause: int,
        told: tuple[Status, Span | None],
    ) -> Held:
        """As what a figure with a metric holds; ``clause``: where its clause begins, ``told``: its ``status``."""
        f, text = reading.slot.figure, self.text
        status, cue = told
        untold = cue is None and reading.role != "goal"
        if untold and (_had(metric) or stands(text, clause, f.start) or self._as_it_is(governed, clause)):
            status = Status.ACTUAL  # 建有足球场86块，今年*计划*再建10块
        if governed.coming and status == Status.ACTUAL:
            status = Status.PLAN  # 新的一年，继续推进改革，新增*3家*
        if status in _PLANNED and (governed.opens or _within(governed, cue)):
            governed = Governed(None)  # 读书节4月23日启幕，计划举办活动*1800场*
        if governed.due and status == Status.ACTUAL:
            # 剩余*256人*5月底前搬入新居，安置点已建成*5个*
            kept = governed.behind or (metric.level and cue is None and self._opens(governed, f))
            status, governed = (Status.PLAN, governed) if kept else (status, Governed(None))
        how, period = self._when(reading, metric, raw, governed, status)
        if not _ONLY.search(text, clause, f.start):
            status = self._as_dated(status, cue, how, period)
        if status == Status.ACTUAL and cue is None and self._going_on(period):
            floor = _FLOOR.search(text, max(clause, f.start - _NEAR), f.number.start)  # 年内贷款余额*不低于*460亿元
            by_then = how == Behaviour.STOCK and period is not None and period.text.endswith("年内")
            set_ = floor is not None or by_then or proposed(text, clause)
            status = Status.TARGET if set_ else status
        if status != Status.ACTUAL:
            sums = how == Behaviour.FLOW and status in _PLANNED and not by_the_year(text, f.start)
            period = self._ahead(period, f.start, meant=sums and not governed.former, coming=governed.coming)
            period = self._yearly(period, f) if reading.role == "goal" else period
        if status == Status.ACTUAL and f.kind is not Kind.RANK:
            period = come(period, self.published)
        return Held(status, how, period, governed.span)

    def dated(self, f: Figure, status: Status, cue: Span | None) -> Status:
        """The status of a date: a day that has come is a fact, whatever the part of the report: *今年*是开局之年."""
        begun = f.period.start if f.period is not None else None
        come = cue is None and begun is not None and self.published is not None and begun <= self.published
        return Status.ACTUAL if f.kind is Kind.DATE and come else status

    def status(self, f: Figure, role: str, governed: Governed, clause: int) -> tuple[Status, Span | None]:
        """Whether a figure is told as a result or a goal, with the span of the word that says so.

        ``clause``: where its clause begins.
        """
        text = self.text
        status, start, end = self.default, 0, 0
        if self.said:
            half = text.rfind("；", 0, f.start) + 1
            at = governed.span.end if governed.behind and governed.span else f.number.start
            status, start, end = status_at(self.said, clause, at, self.default, half, self.goals)
        last, published = governed.period.end if governed.period else None, self.published
        past = last is not None and published is not None and last < published
        if (
            role == "goal"
            or (role not in _LESS and _meant_then(governed.period))
            or (f.kind in _AIMABLE and aimed(text, f.start, f.end))
        ):
            return Status.TARGET, Span(start, end) if end else None
        if not end and text.startswith(_assured(), f.end):
            return Status.FORECAST, None  # 全年*1300万人次*没有悬念
        over = past and (governed.own or (governed.span is not None and start < clause))
        over = over or (end > 0 and self._since_told(governed, end))
        over = over and not _within(governed, Span(start, end))
        if role == "base" and revised(text, f.number.start):
            return Status.TARGET, None
        if role == "base" or over:
            return Status.ACTUAL, None
        return status, Span(start, end) if end else None

    def _since_told(self, governed: Governed, at: int) -> bool:
        """Whether a figure is told of all the time up to this day, by words that stand behind ``at``: 2021年*以来*."""
        period, span = governed.period, governed.span
        if period is None or span is None or not period.text.endswith(("以来", "至今")):
            return False
        return at <= span.start and period.end is not None and period.end == self.published

    def _when(
        self, reading: Reading, metric: Metric, raw: str, governed: Governed, status: Status
    ) -> tuple[Behaviour, Period | None]:
        """How a metric moves, and the days that its figure is told of."""
        f, text, carry, published = reading.slot.figure, self.text, self.carry, self.published
        if f.kind is Kind.RANK and governed.span is None and (f.first not in _MOMENTS or "最" in f.text):
            governed, carry = Governed(None), Carry()  # 全国首座, 世界最大 is so to this day
        how = behaviour(metric, f, raw)
        of_a_thing = reading.role != "goal" and not metric.event and not metric.verb and sized(text, f, dimension_of(f))
        long_past = metric.head in words("terms", "attributes") and outgrown(text, f, governed, published)
        if of_a_thing or (how == Behaviour.STOCK and long_past):
            how, governed = Behaviour.STOCK, Governed(None)
        if not (how == Behaviour.CUMULATIVE and reading.inherited):
            told = Told(
                planned=status in _PLANNED,
                reviewed=not reading.inherited and reviews(carry.article, published),
                end=reading.role == "base" or told_from(text, f),
            )
            own = metric.verb or reading.inherited or reading.role == "goal"
            how = timed(how, metric, f, governed if own else by_the_way(text, governed, f), told)
        if how == Behaviour.FLOW and governed.since and metric.verb.startswith("新"):
            governed = replace(governed, since=False)
        begun = governed.since and not by_the_year(text, f.start)
        untimed = governed.period is None or governed.period.as_of  # 建队*至今*，共营救群众1.19万人
        summed = how == Behaviour.FLOW or (how == Behaviour.STOCK and metric.event)
        if (how == Behaviour.FLOW and begun) or (summed and untimed and begun_before(text, f.start)):
            how = Behaviour.CUMULATIVE
        period = settle(
            governed, reading.role, behaviour=how,
            reaches=reading.inherited and reading.role == "value" and f.kind != Kind.GROWTH,
            level=reached(metric), published=published, carry=carry,
        )  # fmt: skip
        if reading.role == "delta" and f.kind is Kind.QUANTITY and how != Behaviour.CUMULATIVE:
            stretch = grown(governed, period, published)
            how, period = (how, period) if stretch is None else (Behaviour.FLOW, stretch)
        return how, period

    def _as_dated(self, status: Status, cue: Span | None, how: Behaviour, period: Period | None) -> Status:
        """The status of a figure as the time says that it is told of: what is yet to come is a goal."""
        published = self.published
        if status != Status.ACTUAL or period is None or not period.explicit or published is None:
            return status
        ahead = mostly(period, published) or just_begun(period, published)
        summed = how == Behaviour.FLOW or (how == Behaviour.CUMULATIVE and mostly(period, published))
        if to_come(period, published) or (cue is None and summed and ahead):
            return Status.TARGET
        return status

    def _as_it_is(self, governed: Governed, clause: int) -> bool:
        """Whether a figure's clause is told of a day that has come, whatever was asked: *现在*有企业486家."""
        period, day, span = governed.period, self.published, governed.span
        if span is None or self.text[span.end : clause].strip("，"):
            return False  # 当前，我们正立足全区，*打造30平方公里的先导区*
        if period is None or day is None or period.end is None or not (period.explicit and period.as_of):
            return False
        return period.end <= day and not governed.due

    def _going_on(self, period: Period | None) -> bool:
        """Whether a stated time ends well after the day of publication."""
        day = self.published
        return bool(period and period.explicit and period.end and day and period.end > day + _CLOSING)

    def _ahead(self, period: Period | None, at: int, *, meant: bool, coming: bool = False) -> Period | None:
        """The year of publication, where a goal would else be of no time, of the year so far or of a time gone by.

        ``at``: where the figure stands. ``meant``: without a time, too. ``coming``: never the year that is reviewed.
        """
        day = self.published
        if period is None:
            if not meant or day is None or _OF_YEARS.search(self.text, max(0, at - _FAR), at):
                return None
            if not coming and self.carry.article is not None and reviews(self.carry.article, day):
                return replace(self.carry.article, explicit=False, text="")  # 清淤一期310万立方米任务全部完成
            return Period(day.replace(month=1, day=1), day.replace(month=12, day=31), explicit=False)
        if period.end is not None and self._so_far(period):
            end = (day if day is not None and period.as_of else period.end).replace(month=12, day=31)
            return replace(period, start=end if period.as_of else period.start, end=end)
        if day is None or period.explicit or period.end is None or period.end >= day:
            return period
        return Period(day.replace(month=1, day=1), day.replace(month=12, day=31), explicit=False, text=period.text)

    def _opens(self, governed: Governed, f: Figure) -> bool:
        """Whether a deadline opens the clause of a figure, or stands right before it: 年底前，工作站增加到1840个."""
        end = governed.span.end if governed.span else 0
        between = self.text[end : f.start]
        return bool(end) and not any(mark in between.removeprefix("，") for mark in "，。；：")

    def _yearly(self, period: Period | None, f: Figure) -> Period | None:
        """The year of a goal that is told to be of a year, whatever was told before it: 完成*年度*目标2600万票."""
        day, text = self.published, self.text
        set_ = period is not None and period.as_of and period.text.endswith("年初")  # *年初*，立下造林3万亩的军令状
        told = set_ or _YEARLY.search(text[: f.start][-_NEAR:]) or _OF_YEAR.match(text, f.end)
        if day is None or not told:
            return period
        year = period.end.year if period is not None and period.end is not None else day.year
        year -= year == day.year and day.month == 1 and _REACHED.match(text, f.end) is not None
        return Period(date(year, 1, 1), date(year, 12, 31), text=period.text if period else "")

    def _so_far(self, period: Period) -> bool:
        """Whether a time is the year so far, or all of it cut short: 到6月底，距*全年*360万人还差34万人."""
        day = self.published
        if period.explicit and period.text in _WHOLE:
            return True
        if period.text in _ENDS and day is not None and period.end is not None:
            return period.end < day  # in February: 给自己定的线是*年底*降到42天
        if day is None or period.end is None or period.start != day.replace(month=1, day=1):
            return False
        return (day - period.end).days in (0, 1)


@cache
def _assured() -> tuple[str, ...]:
    """What is told right behind a number that is as good as reached."""
    return tuple(sorted(words("status", "assured")))


def _within(governed: Governed, cue: Span | None) -> bool:
    """Whether a time tells when a goal was set, and not when it is due: *目标在3月的会上公布*：总产值58亿元."""
    return cue is not None and governed.span is not None and cue.start <= governed.span.start < cue.end


def _had(metric: Metric) -> bool:
    """Whether a verb of having tells a figure."""
    return metric.verb in words("verbs", "having") and metric.verb != "有"


def _meant_then(period: Period | None) -> bool:
    """Whether a year is told as one at whose beginning something was planned: 年初*计划*建30所."""
    return period is not None and not period.as_of and period.text.endswith("年初") and period.start != period.end
