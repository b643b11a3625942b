"""Which days each figure of a sentence holds for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.beginnings import began
from checker.claims.times.governed import CLAUSE_END, UNCOUNTED, Carry, Governed, days_of, deadline
from checker.claims.times.holidays import holiday, of_days
from checker.claims.times.otherwhen import elsewhen
from checker.claims.times.passing import (
    NEAR,
    against,
    describes,
    enclosed,
    grew_since,
    names_meeting,
    of_goal,
    sets_goal,
    spoken,
    told_back,
)
from checker.claims.times.trailing import each_its_own, last_day, ranked_then, that_day, told_behind
from checker.claims.times.turns import in_all, left_over, planned_then
from checker.claims.times.windows import window, yearly, years
from checker.frozen import dataclass, replace
from checker.model import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

# 实现*连续6年*增产；就业1102万人: what went on so long is told in its own clause.
_RUN = "连续"
# A day of a year or a month that nothing names: 去年*头一天*是260吨.
_SOME_DAY = re.compile(r"的?(?:[头首第]一?|最后一|[头前][0-9一二两三四五六七八九十]{1,3})[天日晚](?!起)")
_OPENING, _REACHING = ("由", "从"), ("到", "至", "为")
_OF_NEXT = re.compile(r"\s*(?:的|末的|底的|年底的|为|是)(?:约|近|超|超过|突破|不足|逾|仅|仅有|只有|已有|达到|达)?\s*")
# 24号*的最低气温*18度: what a date describes is what the figure after it is of.
_OF_NAMED = re.compile(r"的[^，。；：！？、“”（）]{2,12}")
_BLANK = re.compile(r"\s*")
# What ends the time to come that a sentence began with: 下一步将新增3条航线，*目前*已有5条.
_AGAIN = re.compile("目前|现有|现已|已[有经建完]|此前|过去|当前")
_GOAL = re.compile(r"[^，。；：！？0-9]{0,10}?(?:目标|任务|指标|计划)")
# A goal in quotation marks right behind the time when it was set: 完成年初*“6%左右”的预期目标*.
_GOAL_TOLD = re.compile(r"”的[^，。；：！？0-9]{0,6}?(?:目标|任务|指标|计划)")
# The last day of something that took so many days: 为期62天的暑运*昨天结束*.
_LASTED = re.compile(r"为期[^，。；]{1,6}?[天日][^，。；]{0,16}$")
_ENDED = re.compile(
    r"^[^，。；]{0,8}?(?:结束|闭幕|收官|落幕|落下帷幕)", needs=("结束", "闭幕", "收官", "落幕", "落下帷幕")
)
_SINCE = re.compile(r"^[^，。；]{0,16}?(?:以来|至今|迄今)|^起", needs=("以来", "至今", "迄今", "起"))
# 刷新1992年开关*以来的纪录*: a mark that is set against all before it.
_RECORD = re.compile(r"^[^，。；]{0,16}?以来的?(?:最|首|新|历史|纪录|记录|同期|第|单|又一)", needs=("以来",))
# *一季度还*下降4.1%，半年下来…: what once was is not what is told next.
_ONCE = ("还", "曾", "尚")
_NOW = re.compile(r"[，；。][^，；。：0-9]{0,6}现(?:已)?(?:有|拥有|设有|设|辖|共有)", needs="现")
# What there is beside what is to come: 计划明年6月完工，*已有*22家企业预订.
_HAS = re.compile("[，；。][^，。；：0-9]{0,8}(?:目前(?!的)|现[有已]|已[有经建完入])", needs="目现已")
# What a year is told to be for by the way: 现有企业9家，*今年力争*新增2家；学校327所.
_AIMS = re.compile("(?:我们|还|也|又|再|全[省市县区州])?(?:力争|争取|确保|计划|打算|拟|将|要|预计|有望|目标)")
_COUNTED = re.compile("[0-9](?![0-9.]*[年月日号时点届至—-]|[0-9.])")
_AMONG = ("其中", "其中，", "其中仅")
_DAY, _MONTHS, _QUARTER, _YEAR = timedelta(days=1), 27, 100, 366
_SHARES = frozenset({Kind.SHARE, Kind.RATE})
_DATES = frozenset({Kind.DATE, Kind.DURATION})
# A review is printed within so many days of the time that it tells of.
_JUST_OVER = 120
# No article is about so many days.
_AGES = 3660
# What ended so many days before its paper is told of in passing.
_PAST = 500
# A report on a time, and how many characters a place before that time has.
_REPORT = re.compile(r"[^，。；：]{0,16}(?:公报|报告|年报|总结|盘点|成绩单|答卷|述要|综述|账本|大事记)")
_REACH_OF_PLACE = 8
# A date that begins within so many characters opens its sentence.
_LEAD = 4
# 现有 stands so many characters before the first figure that it is told of at the most.
_REACH = 40


@dataclass(frozen=True)
class _Ruling:
    """What rules the next figure: the date told last, one for that figure alone, what the paragraph hands on.

    ``began``/``ended``: the times of the two ends of the change told last (由*2020年*的8万增加到*2023年*的9万).
    ``whole``: what ruled before a time that parts are told of (增加3692亿元，其中*上半年*2186亿元；贷款36018亿元).
    """

    current: Governed | None = None
    own: Governed | None = None
    handed: Period | None = None
    began: Governed | None = None
    ended: Governed | None = None
    whole: Governed | None = None

    @property
    def period(self) -> Period | None:
        """The period of the date told last."""
        return self.current.period if self.current is not None else None


def _coarse(period: Period) -> bool:
    """Whether a period is long enough to frame the sentences that follow."""
    days = days_of(period)
    return days is not None and (days >= _MONTHS or period.as_of)


_FIRST_YEARS = re.compile(r"^[”’]?前(?P<n>[一二两三四1-4])年")
_NUMERALS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}


def _first_years(period: Period, after: str) -> Period:
    """A plan period cut to its first years (“十一五”前四年)."""
    m = _FIRST_YEARS.match(after) if period.label else None
    if not m or period.start is None:
        return period
    n = _NUMERALS.get(m["n"]) or int(m["n"])
    return replace(period, end=date(period.start.year + n - 1, 12, 31), label="")


_LAST_YEAR = re.compile(r"^(?:而|比|较)?(?:上年|上一年|前一年)(?!末|底)|同期")


# The year before that of a report is told of by the way.
_YEAR_BEFORE = ("上年", "上一年")
_YEAR_END = ("上年末", "上年底", "上年年末", "上年年底")
_FROM_END = ("由", "从", "比", "较")


def _end_before_story(text: str, figure: Figure, story: Period | None) -> Period | None:
    """The last day before a year that a change is told of: 2024年…，*由上年末的*49万吨扩至68万吨; None for all else."""
    if story is None or story.start is None or not figure.text.startswith(_YEAR_END) or window(story) is not None:
        return None
    whole = days_of(story) in (_YEAR - 2, _YEAR - 1) and (story.start.month, story.start.day) == (1, 1)
    if not whole or not text.endswith(_FROM_END, 0, figure.start):
        return None
    return Period(story.start - _DAY, story.start - _DAY, text=figure.text, as_of=True)


def _before_story(figure: Figure, story: Period | None) -> Period | None:
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


def _aside(period: Period | None, told: Period | None) -> bool:
    """Whether a time lies before the one told of, so that it is only compared with (总磷0.08，*而2022年是*0.12)."""
    ends = None if period is None else period.end
    return told is not None and told.start is not None and ends is not None and ends < told.start


def _within(day: Period, span: Period) -> bool:
    """Whether an as-of day lies inside a stretch of time that began before it (到10月底，全年…)."""
    return bool(day.end and span.start and span.end and span.start < day.end < span.end and not span.as_of)


def _short(period: Period) -> bool:
    """Whether a period spans a year at the most; a longer one frames what follows only where it opens the sentence."""
    days = days_of(period)
    return days is not None and days <= _YEAR


def governing(
    text: str, figures: Sequence[Figure], published: date | None, carry: Carry, earlier: str = ""
) -> tuple[list[Governed], Carry]:
    """The period that governs each figure, and what is carried on; ``earlier``: what stands before the sentence.

    A date rules the figures after it until the next one; one that stands directly at a figure (2023年的178亿元), or
    after 比/较/由/从, belongs to that figure alone.
    """
    out: list[Governed] = []
    ruling = _Ruling(handed=carry.paragraph)
    long = window(carry.paragraph) or carry.window
    following, said, coming = _following(figures), 0, False
    for i, f in enumerate(figures):
        if f.kind in _DATES:
            long = long if f.text.startswith(_RUN) else window(f.period) or long
            said, coming = (said, coming) if f.period is None else (f.end, False)
            told = (
                that_day(f, carry.day, figures[:i])
                or f.period
                or years(f, text, long)
                or holiday(f, text, earlier, published)
            )
            if told is not f.period:
                ruling = replace(ruling, current=Governed(told, f.span))
                out.append(Governed(told, f.span))
                continue
            out.append(Governed(f.period, f.span))
            dated = _ends(text, f, _dated(text, f, following[i], ruling, published, carry, figures))
            ruling = _of_parts(text, f, ruling, dated)
        else:
            ruling = _now(text, f, _of_all(text, f, ruling), published)
            ruling = _likewise(text, f, replace(ruling, current=in_all(text, f, ruling.current)))
            governed = ruling.own or ruling.current or Governed(ruling.handed)
            if ruling.own is None:
                coming = coming and _AGAIN.search(text, said, f.start) is None
                governed = _elsewhen(text, f, said, governed, published, coming=coming)
                coming = governed.coming
            mean = long is not None and yearly(f, text) and window(governed.period) is None
            out.append(Governed(replace(long, explicit=False)) if long and mean else governed)
            said = said if f.kind in UNCOUNTED else f.end
            if ruling.own is not None:
                likewise = governed is ruling.began and governed is not None
                ruling = replace(ruling, own=ruling.ended if likewise else None)
    aside = ruling.current is not None and ruling.current.span is not None and spoken(text, ruling.current.span)
    story = carry.article or (None if aside else _lately(_framing(text, figures, ruling, published), published))
    out = ranked_then(text, figures, told_behind(text, figures, out, published))
    return each_its_own(text, figures, out), Carry(
        ruling.handed, story, long, last_day(figures, published) or carry.day
    )


def _elsewhen(  # noqa: PLR0913 - as above
    text: str, f: Figure, said: int, governed: Governed, published: date | None, *, coming: bool
) -> Governed:
    """What governs a figure, where no word after ``said`` puts it in a former time or in one to come.

    ``coming``: a word before the figures before it did.
    """
    sort = elsewhen(text, f, said) or ("to come" if coming else "")
    start = governed.period.start if governed.period is not None else None
    ahead = start is not None and published is not None and start > published  # 2026年6月投运，*届时*
    if not sort or (sort == "to come" and ahead):
        return replace(governed, opens=False) if sort else governed
    return Governed(None, former=sort == "former", coming=sort == "to come")


def _of_parts(text: str, date_: Figure, before: _Ruling, after: _Ruling) -> _Ruling:
    """What rules after a date, which frames nothing but the parts of a total where it stands behind 其中."""
    if after.current is before.current:
        return after
    if _AIMS.match(text, date_.end) and _COUNTED.search(text, text.rfind("；", 0, date_.start) + 1, date_.start):
        return replace(after, whole=before.current or Governed(before.handed))
    if not text.endswith(_AMONG, 1, date_.start):  # one that opens a sentence is of what was told before
        return replace(after, whole=None)
    return replace(after, handed=before.handed, whole=before.current or Governed(before.handed))


def _of_all(text: str, figure: Figure, ruling: _Ruling) -> _Ruling:
    """What rules a figure, that which ruled the total again where a semicolon ends what is told of its parts."""
    if ruling.whole is None or ruling.current is None or ruling.current.span is None:
        return ruling
    if text.find("；", ruling.current.span.end, figure.start) < 0:
        return ruling
    return replace(ruling, current=ruling.whole, whole=None)


def _ends(text: str, date_: Figure, ruling: _Ruling) -> _Ruling:
    """The ruling with what a date says of an end of a change, by the words before it."""
    told = ruling.own or ruling.current
    if told is None or told.span != date_.span or told.period is None:
        return ruling
    told = told if told.own else replace(told, own=True)
    if text.endswith(_OPENING, 0, date_.start):
        return replace(ruling, began=told, ended=None, own=told if ruling.own is not None else None)
    if ruling.began is not None and ruling.ended is None and text.endswith(_REACHING, 0, date_.start):
        return replace(ruling, ended=told)
    return ruling


def _likewise(text: str, figure: Figure, ruling: _Ruling) -> _Ruling:
    """What rules where a change is told without times after one that had them (…，*户厕由8600座增加到2.1万座*)."""
    told = ruling.own is None and ruling.began is not None and ruling.ended is not None
    return replace(ruling, own=ruling.began) if told and text.endswith(_OPENING, 0, figure.start) else ruling


def _now(text: str, figure: Figure, ruling: _Ruling, published: date | None) -> _Ruling:
    """What rules after 现有, where a stretch of time was told before it: the day of publication."""
    current = ruling.current
    if published is None or current is None or current.span is None or ruling.period is None:
        return ruling
    ahead = ruling.period.start is not None and ruling.period.start > published
    if ahead and _HAS.search(text, current.span.end, figure.start):
        return replace(ruling, current=Governed(ruling.handed))
    if ruling.period.as_of or not _NOW.search(text, max(current.span.end, figure.start - _REACH), figure.start):
        return ruling
    return replace(ruling, current=Governed(Period(published, published, explicit=False, as_of=True)))


def _following(figures: Sequence[Figure]) -> list[Figure | None]:
    """For each figure the next one that is no date, label or name."""
    found: list[Figure | None] = []
    nxt = None
    for f in reversed(figures):
        found.append(nxt)
        nxt = nxt if f.kind in UNCOUNTED else f
    return found[::-1]


def _dated(  # noqa: PLR0911, PLR0913, PLR0917 - a date, what stands around it, and what ruled before it
    text: str, f: Figure, nxt: Figure | None, ruling: _Ruling, published: date | None, carry: Carry,
    figures: Sequence[Figure],
) -> _Ruling:  # fmt: skip
    """What rules after the date ``f``; ``nxt``: the next figure that is no date."""
    if f.period is None or not _rules(f) or enclosed(text, f.span) or _up_to_then(f, ruling, published):
        return ruling
    if (alone := _alone(text, f, nxt, ruling, published)) is not None:
        return alone
    story = ruling.period if ruling.current else ruling.handed or carry.article
    told = _before_story(f, story) or _end_before_story(text, f, story) or of_days(f, text, nxt) or f.period
    sure = f.period.explicit or not _coarse(f.period)
    period = _first_years(replace(told, explicit=sure, text=f.text), text[f.end : f.end + NEAR])
    period = _run_of(period, text, f, figures)
    only = against(text, f)
    if nxt is not None and nxt.kind is Kind.GROWTH and grew_since(text, f, nxt, only=only):
        return ruling
    if nxt is not None and (owned := _owned(text, f, nxt, period, ruling, against=only)) is not None:
        return owned
    if only or describes(text, f, nxt.start if nxt else len(text)) or _goal_told(text, f, nxt):
        return ruling if only else _meant(text, f, nxt, ruling, published)
    if began(text, f, nxt, published):
        return replace(ruling, current=Governed(period, f.span, since=True))
    if _RECORD.match(text[f.end : f.end + NEAR]):
        return ruling
    if f.period.start and not f.period.length and _SINCE.match(text[f.end : f.end + NEAR]):
        since = replace(period, end=published or f.period.end, as_of=False, length=None)
        return replace(ruling, current=Governed(since, f.span))
    if names_meeting(text, f, f.period):
        return ruling
    on = _going_on(text, f, period, ruling, published, sure=sure)
    opens = on.current is not None and began(text, f, nxt, published, lately=True)
    return replace(on, current=replace(on.current, opens=True)) if opens and on.current is not None else on


def _meant(text: str, f: Figure, nxt: Figure | None, ruling: _Ruling, published: date | None) -> _Ruling:
    """What rules after a date that only says when a goal was set: 年初定下的*交付36艘*的目标 is of that year."""
    day = f.period.start if f.period is not None else None
    if nxt is None or day is None or not f.text.endswith("年初"):
        return ruling
    set_then = sets_goal(text, f, nxt.start) and _GOAL.match(text, nxt.end) is not None
    if not _goal_told(text, f, nxt) and (not set_then or CLAUSE_END.search(text, f.end, nxt.start)):
        return ruling
    ruled = ruling.period is not None and ruling.period.start is not None and ruling.period.start.year == day.year
    told = published.year if published is not None and f.text == "年初" and not ruled else day.year
    year = Period(date(told, 1, 1), date(told, 12, 31), text=f.text)
    return replace(ruling, own=Governed(year, f.span))


def _goal_told(text: str, f: Figure, nxt: Figure | None) -> bool:
    """Whether a date tells when the goal was set that is quoted right behind it."""
    return nxt is not None and text[f.end : nxt.start] == "“" and _GOAL_TOLD.match(text, nxt.end) is not None


def _owned(  # noqa: PLR0913 - as above
    text: str, f: Figure, nxt: Figure, period: Period, ruling: _Ruling, *, against: bool
) -> _Ruling | None:
    """What rules after a date that is of the next figure alone; None after any other."""
    if nxt.value is not None and nxt.value.unit == "岁" and not CLAUSE_END.search(text, f.end, nxt.start):
        return replace(ruling, own=Governed(period, f.span, own=True))  # *今年*34岁，是三年前调来的
    compared = against or f.text.endswith("同期")  # 5.2亿元，*去年同期*4.6亿元，增长13%
    blank = compared and _BLANK.fullmatch(text, f.end, nxt.start)
    if nxt.kind is Kind.SHARE and told_back(text, f):
        return ruling  # 恢复到2019年的七成
    if blank or _OF_NEXT.fullmatch(text, f.end, nxt.start):
        told_on = _coarse(period) and _short(period) and not against and text[f.end : f.end + 1] in ("是", "为")
        told_on = told_on and not _aside(period, ruling.period or ruling.handed)
        handed = replace(period, explicit=False) if told_on else ruling.handed
        return replace(ruling, own=Governed(period, f.span, own=True), handed=handed)
    if not against and _of_named(text, f, nxt):
        return replace(ruling, own=Governed(period, f.span))
    if left_over(text, f, nxt) and _aside(period, ruling.period or ruling.handed):
        return replace(ruling, own=Governed(period, f.span))
    return None


def _going_on(  # noqa: PLR0913 - as above
    text: str, f: Figure, period: Period, ruling: _Ruling, published: date | None, *, sure: bool
) -> _Ruling:
    """What rules after a date that rules what follows it, in its sentence and, if it is a stretch, in the next."""
    told = period
    if ruling.period is not None and ruling.period.as_of and _within(ruling.period, period):
        period = replace(period, end=ruling.period.end)
    ahead = told.start is not None and published is not None and told.start >= published
    due = deadline(f.text, told, published)
    frames = sure and _coarse(told) and not ahead and not due and (_short(told) or f.start < _LEAD)
    frames = frames and not text.startswith(_ONCE, f.end) and not f.text.startswith(_YEAR_BEFORE)
    frames = frames and not spoken(text, f.span) and (f.start < _LEAD or _lately(period, published) is not None)
    handed = replace(period, explicit=False) if frames else ruling.handed
    if due and _aside(ruling.handed, period):
        handed = None  # 去年惠及1.7万户，今年的10月底前开工: what follows is no longer of last year
    return replace(ruling, current=Governed(period, f.span, due=due), handed=handed)


def _of_named(text: str, figure: Figure, nxt: Figure) -> bool:
    """Whether a date describes what the next figure is of (首尔*24号的最低气温*降到零下18摄氏度)."""
    return _OF_NAMED.fullmatch(text, figure.end, nxt.start) is not None and not sets_goal(text, figure, nxt.start)


def _up_to_then(figure: Figure, ruling: _Ruling, published: date | None) -> bool:
    """Whether a length of time is that up to a day to come: 到2030年产值突破千亿元，*五年累计*投资300亿元."""
    ahead = ruling.period.start if ruling.period is not None else None
    past = figure.kind is Kind.DURATION and figure.period is not None and figure.period.end is not None
    if not past or published is None or ahead is None or ahead <= published:
        return False
    return figure.period is not None and figure.period.end is not None and figure.period.end <= published


def _rules(figure: Figure) -> bool:
    """Whether a date or length names a time that something can be told of, and not only how long it took."""
    period = figure.period
    known = period is not None and (period.length is not None or (period.start is not None and period.end is not None))
    return figure.kind == Kind.DATE or known


def _alone(text: str, f: Figure, nxt: Figure | None, ruling: _Ruling, published: date | None) -> _Ruling | None:
    """What rules after a date that rules its own clause alone; None for any other.

    A deadline before a semicolon does (剩余4个*年底前*完成；累计整治1795个), 连续六年, 年初计划 and the year of a goal;
    and a time that a later clause compares another with (上半年增长5.3%，*二季度*弱于一季度；…).
    """
    if f.period is None:
        return None
    if (planned := planned_then(text, f, nxt)) is not None:
        return replace(ruling, own=planned)
    measures = nxt is not None and of_goal(text, f, nxt)  # 上半年造林9万亩，占*全年*任务15万亩的六成
    if nxt is not None and (nxt.kind in _SHARES if measures else "；" in text[f.end : nxt.start]):
        aside = ruling.current is not None and text[f.start - 1] == "，"
        if measures or aside or deadline(f.text, f.period, published):
            return ruling
    if _coarse(f.period) and not f.period.as_of and _SOME_DAY.match(text, f.end):
        return replace(ruling, current=Governed(None, f.span, former=True))
    if not (measures or f.text.startswith(_RUN)):
        return None
    within = nxt is not None and not CLAUSE_END.search(text, f.end, nxt.start)
    within = within and not (nxt is not None and nxt.kind is Kind.RANK and ruling.current is not None)
    return replace(ruling, own=Governed(replace(f.period, text=f.text), f.span)) if within else ruling


def _run_of(period: Period, text: str, figure: Figure, figures: Sequence[Figure]) -> Period:
    """The days of something that ended on a day, where its length is told before it (为期62天的暑运昨天结束)."""
    if period.start is None or period.start != period.end or not _ENDED.match(text[figure.end : figure.end + NEAR]):
        return period
    if not _LASTED.search(text[max(0, figure.start - NEAR) : figure.start]):
        return period
    lengths = (f.value for f in figures if f.kind == Kind.DURATION and f.end <= figure.start and f.value)
    days = next((v.point for v in lengths if v.unit in ("天", "日") and v.point), None)
    return replace(period, start=period.start - int(days - 1) * _DAY) if days and days >= 1 else period


def _reviewed(text: str, first: Figure, handed: Period | None, published: date | None) -> bool:
    """Whether a sentence opens with a stretch of time that ended not long before the day of publication.

    A place may stand before the time of a report: 青石市*2023年*统计公报发布.
    """
    opens = first.start == 0 or (first.start <= _REACH_OF_PLACE and _REPORT.match(text, first.end) is not None)
    told = first.period if first.kind == Kind.DATE and opens else None
    if told is None or handed is None or published is None or told.as_of or told.end is None or not _coarse(told):
        return False
    return told.start == handed.start and 0 <= (published - told.end).days <= _JUST_OVER


def reviews(period: Period | None, published: date | None) -> bool:
    """Whether an article that is about a stretch of time tells of what was done in it, as its paper sees it end.

    >>> reviews(Period(date(2024, 1, 1), date(2024, 12, 31)), date(2025, 1, 16))
    True
    >>> reviews(Period(date(2024, 1, 1), date(2024, 12, 31)), date(2025, 9, 1))
    False
    """
    if period is None or published is None or period.end is None or period.as_of or not _short(period):
        return False
    return _coarse(period) and 0 <= (published - period.end).days <= _JUST_OVER


def _lately(period: Period | None, published: date | None) -> Period | None:
    """A time that an article may be about: one that ended not much more than a year before it."""
    if period is None or published is None or period.end is None:
        return period
    return period if (published - period.end).days <= _PAST else None


def _framing(text: str, figures: Sequence[Figure], ruling: _Ruling, published: date | None) -> Period | None:
    """What a sentence tells the article to be about.

    Nothing unless it has a figure besides its dates, or opens with a stretch of time that is just over.
    """
    handed, last, current = ruling.handed, ruling.period, ruling.current
    if current is not None and (current.since or current.due):
        return handed
    if current is not None and current.span is not None and text.startswith(_ONCE, current.span.end):
        return handed
    if not any(f.kind not in UNCOUNTED and f.value is not None for f in figures):
        return handed if figures and _reviewed(text, figures[0], handed, published) else None
    if handed is not None and _short(handed) and not handed.as_of:
        return handed
    return last if last is not None and 1 < (days_of(last) or 0) <= _AGES else None
