"""Which days each figure of a sentence holds for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.holidays import holiday
from checker.claims.passing import NEAR, describes, enclosed, names_meeting, sets_goal, spoken
from checker.claims.windows import window, yearly, years
from checker.frozen import dataclass, replace
from checker.model import Kind, Period, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

# A date that only says what another figure is measured against or starts from.
_AGAINST = ("比", "较", "由", "从", "与", "同", "高于", "低于", "超过", "超", "多于", "少于")
# *从*1月到6月 is a stretch of time, and no end of one.
_FROM, _RANGE = ("从", "由"), re.compile(r"[0-9年月日][到至—–-]", needs="到至—–-")
# 实现*连续6年*增产；就业1102万人: what went on so long is told in its own clause.
_RUN = "连续"
_CLAUSE_END = re.compile("[，；。：！？]")
_OPENING, _REACHING = ("由", "从"), ("到", "至", "为")
_OF_NEXT = re.compile(r"\s*(?:的|末的|底的|年底的|为|是)(?:约|近|超|超过|突破|不足|逾|仅|仅有|只有|已有|达到|达)?\s*")
# 24号*的最低气温*18度: what a date describes is what the figure after it is of.
_OF_NAMED = re.compile(r"的[^，。；：！？、“”（）]{2,12}")
_BLANK = re.compile(r"\s*")
_RESPECTIVELY = re.compile(r"分别|依次")
_JOINED = frozenset({"和", "、", "与", "及"})
# How far after 分别 the first of its figures stands.
_SOON = 12
# The last day of something that took so many days: 为期62天的暑运*昨天结束*.
_LASTED = re.compile(r"为期[^，。；]{1,6}?[天日][^，。；]{0,16}$")
_ENDED = re.compile(
    r"^[^，。；]{0,8}?(?:结束|闭幕|收官|落幕|落下帷幕)", needs=("结束", "闭幕", "收官", "落幕", "落下帷幕")
)
_SINCE = re.compile(r"^[^，。；]{0,16}?(?:以来|至今|迄今)|^起", needs=("以来", "至今", "迄今", "起"))
_NOW = re.compile(r"[，；。]现(?:已)?(?:有|拥有|设有|设|辖|共有)", needs="现")
_DAY, _MONTHS, _QUARTER, _YEAR = timedelta(days=1), 27, 100, 366
_DATES = frozenset({Kind.DATE, Kind.DURATION})
_UNCOUNTED = _DATES | {Kind.LABEL, Kind.ORDINAL}
# A review is printed within so many days of the time that it tells of.
_JUST_OVER = 120
# A date that begins within so many characters opens its sentence.
_LEAD = 4
# 现有 stands so many characters before the first figure that it is told of at the most.
_REACH = 40


@dataclass(frozen=True)
class Governed:
    """The period of one figure, where its words stand, and whether it belongs to that figure alone."""

    period: Period | None
    span: Span | None = None
    own: bool = False


@dataclass(frozen=True)
class Carry:
    """What a sentence hands to the next one of its paragraph, and what the article as a whole is about.

    ``window``: the stretch of several years that was told last.
    """

    paragraph: Period | None = None
    article: Period | None = None
    window: Period | None = None


@dataclass(frozen=True)
class _Ruling:
    """What rules the next figure: the date told last, one for that figure alone, what the paragraph hands on.

    ``began``/``ended``: the times of the two ends of the change told last (由*2020年*的8万增加到*2023年*的9万).
    """

    current: Governed | None = None
    own: Governed | None = None
    handed: Period | None = None
    began: Governed | None = None
    ended: Governed | None = None

    @property
    def period(self) -> Period | None:
        """The period of the date told last."""
        return self.current.period if self.current is not None else None


def days_of(period: Period) -> int | None:
    """The days between the two ends of a period; None where one is open.

    >>> days_of(Period(date(2025, 1, 1), date(2025, 1, 31)))
    30
    >>> days_of(Period(None, date(2025, 1, 31))) is None
    True
    """
    return (period.end - period.start).days if period.start is not None and period.end is not None else None


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


_LAST_YEAR = re.compile(r"^(?:而|比|较)?(?:上年|上一年)(?!末|底)|同期")


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


def _several(period: Period) -> bool:
    """Whether a period is some days long, as a holiday is."""
    return (days_of(period) or 0) > 1


def _aside(period: Period, ruling: _Ruling) -> bool:
    """Whether a time lies before the one told of, so that it is only compared with (总磷0.08，*而2022年是*0.12)."""
    told = ruling.period or ruling.handed
    return told is not None and told.start is not None and period.end is not None and period.end < told.start


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
    following = _following(figures)
    for i, f in enumerate(figures):
        if f.kind in _DATES:
            long = long if f.text.startswith(_RUN) else window(f.period) or long
            told = f.period or years(f, text, long) or holiday(f, text, earlier, published)
            if told is not f.period:
                ruling = replace(ruling, current=Governed(told, f.span))
                out.append(Governed(told, f.span))
                continue
            out.append(Governed(f.period, f.span))
            ruling = _ends(text, f, _dated(text, f, following[i], ruling, published, carry, figures))
        else:
            ruling = _likewise(text, f, _now(text, f, ruling, published))
            governed = ruling.own or ruling.current or Governed(ruling.handed)
            mean = long is not None and yearly(f, text) and window(governed.period) is None
            out.append(Governed(replace(long, explicit=False)) if long and mean else governed)
            if ruling.own is not None:
                likewise = governed is ruling.began and governed is not None
                ruling = replace(ruling, own=ruling.ended if likewise else None)
    said = ruling.current is not None and ruling.current.span is not None and spoken(text, ruling.current.span)
    story = carry.article or (None if said else _framing(figures, ruling, published))
    return _each_its_own(text, figures, out), Carry(ruling.handed, story, long)


def _each_its_own(text: str, figures: Sequence[Figure], out: list[Governed]) -> list[Governed]:
    """What governs each figure, with the dates of a list given to the figures told of them with 分别, one to each."""
    said = _RESPECTIVELY.search(text) if "分别" in text or "依次" in text else None
    if said is None:
        return out
    dates = _listed(text, figures, [i for i, f in enumerate(figures) if f.kind == Kind.DATE and f.end <= said.start()])
    told = [i for i, f in enumerate(figures) if f.kind not in _UNCOUNTED and f.number.start >= said.end()]
    told = _listed(text, figures, told[: len(dates)])
    if len(dates) < 2 or len(dates) != len(told) or figures[told[0]].number.start - said.end() > _SOON:
        return out
    for i, j in zip(dates, told, strict=True):
        period = figures[i].period
        out[j] = Governed(replace(period, explicit=True, text=figures[i].text), figures[i].span) if period else out[j]
    return out


def _listed(text: str, figures: Sequence[Figure], chosen: Sequence[int]) -> list[int]:
    """The last of the chosen figures that only list marks part from each other."""
    run: list[int] = []
    for i in chosen:
        joined = run and text[figures[run[-1]].end : figures[i].start].strip() in _JOINED
        run = [*run, i] if joined else [i]
    return run


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
    if published is None or current is None or current.span is None or ruling.period is None or ruling.period.as_of:
        return ruling
    if not _NOW.search(text, max(current.span.end, figure.start - _REACH), figure.start):
        return ruling
    return replace(ruling, current=Governed(Period(published, published, explicit=False, as_of=True)))


def _following(figures: Sequence[Figure]) -> list[Figure | None]:
    """For each figure the next one that is no date, label or name."""
    found: list[Figure | None] = []
    nxt = None
    for f in reversed(figures):
        found.append(nxt)
        nxt = nxt if f.kind in _UNCOUNTED else f
    return found[::-1]


def _dated(  # noqa: PLR0911, PLR0913, PLR0917 - a date, what stands around it, and what ruled before it
    text: str, f: Figure, nxt: Figure | None, ruling: _Ruling, published: date | None, carry: Carry,
    figures: Sequence[Figure],
) -> _Ruling:  # fmt: skip
    """What rules after the date ``f``; ``nxt``: the next figure that is no date."""
    if f.period is None or not _rules(f) or enclosed(text, f.span):
        return ruling
    if (alone := _alone(text, f, nxt, ruling, published)) is not None:
        return alone
    told = _before_story(f, ruling.period if ruling.current else ruling.handed or carry.article) or f.period
    sure = f.period.explicit or not _coarse(f.period)
    period = _first_years(replace(told, explicit=sure, text=f.text), text[f.end : f.end + NEAR])
    period = _run_of(period, text, f, figures)
    against = text.endswith(_AGAINST, 0, f.start) and not (_RANGE.search(f.text) and text[f.start - 1] in _FROM)
    if against and nxt is not None and nxt.kind == Kind.GROWTH and _BLANK.fullmatch(text, f.end, nxt.start):
        return ruling
    if nxt is not None and (
        _OF_NEXT.fullmatch(text, f.end, nxt.start) or (against and _BLANK.fullmatch(text, f.end, nxt.start))
    ):
        told_on = _coarse(f.period) and _short(f.period) and not against and text[f.end : f.end + 1] in ("是", "为")
        told_on = told_on and not _aside(period, ruling)
        handed = replace(period, explicit=False) if told_on else ruling.handed
        return replace(ruling, own=Governed(period, f.span, own=True), handed=handed)
    if nxt is not None and not against and _of_named(text, f, nxt):
        return replace(ruling, own=Governed(period, f.span))
    if against or describes(text, f, nxt.start if nxt else len(text)):
        return ruling
    if f.period.start and not f.period.length and _SINCE.match(text[f.end : f.end + NEAR]):
        since = replace(period, end=published or f.period.end, as_of=False, length=None)
        return replace(ruling, current=Governed(since, f.span))
    if names_meeting(text, f, f.period):
        return ruling
    if ruling.period is not None and ruling.period.as_of and _within(ruling.period, f.period):
        period = replace(period, end=ruling.period.end)
    ahead = f.period.start is not None and published is not None and f.period.start > published
    frames = sure and _coarse(f.period) and not ahead and (_short(f.period) or f.start < _LEAD)
    frames = frames and not spoken(text, f.span)
    handed = replace(period, explicit=False) if frames else ruling.handed
    return replace(ruling, current=Governed(period, f.span), handed=handed)


def _deadline(text: str, period: Period, published: date | None) -> bool:
    """Whether a date is one by which something is to be done: 年底前."""
    return text.endswith("前") and None not in (period.end, published) and period.end > published  # type: ignore[operator]


def _of_named(text: str, figure: Figure, nxt: Figure) -> bool:
    """Whether a date describes what the next figure is of (首尔*24号的最低气温*降到零下18摄氏度)."""
    return _OF_NAMED.fullmatch(text, figure.end, nxt.start) is not None and not sets_goal(text, figure, nxt.start)


def _rules(figure: Figure) -> bool:
    """Whether a date or length names a time that something can be told of, and not only how long it took."""
    period = figure.period
    known = period is not None and (period.length is not None or (period.start is not None and period.end is not None))
    return figure.kind == Kind.DATE or known


def _alone(text: str, f: Figure, nxt: Figure | None, ruling: _Ruling, published: date | None) -> _Ruling | None:
    """What rules after a date that rules its own clause alone; None for any other.

    A deadline before a semicolon does (剩余4个*年底前*完成；累计整治1795个), and 连续六年.
    """
    if f.period is None:
        return None
    if nxt is not None and "；" in text[f.end : nxt.start] and _deadline(f.text, f.period, published):
        return ruling
    if not f.text.startswith(_RUN):
        return None
    within = nxt is not None and not _CLAUSE_END.search(text, f.end, nxt.start)
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


def _reviewed(first: Figure, handed: Period | None, published: date | None) -> bool:
    """Whether a sentence opens with a stretch of time that ended not long before the day of publication."""
    told = first.period if first.kind == Kind.DATE and first.start == 0 else None
    if told is None or handed is None or published is None or told.as_of or told.end is None or not _coarse(told):
        return False
    return told.start == handed.start and 0 <= (published - told.end).days <= _JUST_OVER


def _framing(figures: Sequence[Figure], ruling: _Ruling, published: date | None) -> Period | None:
    """What a sentence tells the article to be about.

    Nothing unless it has a figure besides its dates, or opens with a stretch of time that is just over.
    """
    handed, last = ruling.handed, ruling.period
    if not any(f.kind not in _UNCOUNTED and f.value is not None for f in figures):
        return handed if figures and _reviewed(figures[0], handed, published) else None
    if handed is not None and _short(handed) and not handed.as_of:
        return handed
    return last if last is not None and _several(last) else None
