"""Which days each figure of a sentence holds for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.windows import last_of, window, yearly, years
from checker.frozen import quick, replace
from checker.model import Behaviour, Kind, Period, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

# A date that only says what another figure is measured against or starts from.
_AGAINST = ("比", "较", "由", "从", "与", "同", "高于", "低于", "超过", "超", "多于", "少于")
_OF_NEXT = re.compile(r"\s*(?:的|末的|底的|年底的|为|是)(?:约|近|超|超过|突破|不足|逾|仅|仅有|只有|已有|达到|达)?\s*")
_BLANK = re.compile(r"\s*")
_RESPECTIVELY = re.compile(r"分别|依次")
_JOINED = frozenset({"和", "、", "与", "及"})
# How far after 分别 the first of its figures stands.
_SOON = 12
# The last day of something that took so many days: 为期62天的暑运*昨天结束*.
_LASTED = re.compile(r"为期[^，。；]{1,6}?[天日][^，。；]{0,16}$")
_ENDED = re.compile(r"^[^，。；]{0,8}?(?:结束|闭幕|收官|落幕|落下帷幕)")
# Farther from a date than this none of the words stands that decide what it rules.
_NEAR = 32
_SINCE = re.compile(r"^[^，。；]{0,16}?(?:以来|至今|迄今)|^起")
_MEETING = re.compile(
    r"^[^，。；、]{0,16}?(?:会议|大会|发布会|工作会|例会|规划|行动|方案|论坛|计划|峰会|活动|榜单|名单|清单|度假|版|(?<!换)届)"
)
# 年初*确定的*目标: when a goal was set is not when it was reached.
_SET = re.compile(
    r"""
    ^(?:
        (?:预期)?(?:目标|预算|任务数)                                             # 超出年初*目标*6万标箱
      | (?:就|已|所)?(?:确定|制定|提出|设定|下达|定下|签订|明确|部署|出台|公布|预计|预期)的   # 年初*确定的*
    )
    """,
    re.VERBOSE,
)
_SETS = frozenset("预目任就已所确制提设下定签明部出公")
_NOW = re.compile(r"[，；。]现(?:已)?(?:有|拥有|设有|设|辖|共有)")
_FOUNDED = ("成立", "创立", "创建", "创办", "组建", "始建", "建立", "诞生", "出生")
_BEGINS = frozenset(w[0] for w in _FOUNDED)
_BEGAN = re.compile(rf"(?:{'|'.join(_FOUNDED)})(?=[，；。、的于（]|$)")
_BEGUN_IN = re.compile(rf"(?:{'|'.join(_FOUNDED)}|建|生)于$")
# Marks after which a clause opens: 【跑步】去年4月的比赛.
_OPENS = frozenset("，；：。！？“‘（(】]）)》”’·—｜|、 \u3000")
_ASIDE = frozenset("（(《“「『")
_CLOSE = frozenset("）)》”」』")
_DAY, _MONTHS, _YEAR = timedelta(days=1), 27, 366
_LEVELS = frozenset({Behaviour.STOCK, Behaviour.CUMULATIVE})
# A review of a year is printed within so many days of its end.
_OVER = 120
_DATES = frozenset({Kind.DATE, Kind.DURATION})
_UNCOUNTED = _DATES | {Kind.LABEL, Kind.ORDINAL}
# A date that begins within so many characters opens its sentence.
_LEAD = 4
# 现有 stands so many characters before the first figure that it is told of at the most.
_REACH = 40


@quick
@dataclass(frozen=True, slots=True)
class Governed:
    """The period of one figure, where its words stand, and whether it belongs to that figure alone."""

    period: Period | None
    span: Span | None = None
    own: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Carry:
    """What a sentence hands to the next one of its paragraph, and what the article as a whole is about.

    ``window``: the stretch of several years that was told last.
    """

    paragraph: Period | None = None
    article: Period | None = None
    window: Period | None = None


@quick
@dataclass(frozen=True, slots=True)
class _Ruling:
    """What rules the next figure: the date told last, one for that figure alone, what the paragraph hands on."""

    current: Governed | None = None
    own: Governed | None = None
    handed: Period | None = None

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
        or not _LAST_YEAR.search(figure.text)
    ):
        return None
    try:
        start, end = story.start.replace(year=story.start.year - 1), story.end.replace(year=story.end.year - 1)
    except ValueError:
        return None
    if "同期" not in figure.text:
        start, end = date(start.year, 1, 1), date(end.year, 12, 31)
    return Period(start, end, text=figure.text)


def _modifies(text: str, figure: Figure, end: int) -> bool:
    """Whether a date only describes a noun, before ``end`` (为今年的生产吃下定心丸, 年初确定的目标).

    It does not in 看2024年的成绩：…, and does where it tells when something was founded.
    """
    before, after = text[max(0, figure.start - 4) : figure.start], text[figure.end : figure.end + _NEAR]
    begun = before.endswith("于") and _BEGUN_IN.search(before)
    decided = after[:1] in _SETS and _SET.match(after[: end - figure.end])
    if begun or decided or (after[:1] in _BEGINS and _BEGAN.match(after)):
        return True
    inside = figure.start > 0 and before[-1:] not in _OPENS
    described = inside and text.startswith("的", figure.end, end) and end - figure.end > 1
    return described and text.find("：", figure.end, end) < 0


def _several(period: Period) -> bool:
    """Whether a period is some days long, as a holiday is."""
    return (days_of(period) or 0) > 1


def _within(day: Period, span: Period) -> bool:
    """Whether an as-of day lies inside a stretch of time that began before it (到10月底，全年…)."""
    return bool(day.end and span.start and span.end and span.start < day.end < span.end and not span.as_of)


def _short(period: Period) -> bool:
    """Whether a period spans a year at the most; a longer one frames what follows only where it opens the sentence."""
    days = days_of(period)
    return days is not None and days <= _YEAR


def _enclosed(text: str, span: Span) -> bool:
    """Whether a date stands inside brackets, quotation marks or a title (《…（2025—2027年）》)."""
    ahead, depth = text[max(0, span.start - 40) : span.start], 0
    if _ASIDE.isdisjoint(ahead):
        return False
    for c in ahead:
        if c in _ASIDE:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
    return depth > 0 and not _CLOSE.isdisjoint(text[span.end : span.end + 30])


def governing(
    text: str, figures: Sequence[Figure], published: date | None, carry: Carry
) -> tuple[list[Governed], Carry]:
    """The period that governs each figure, and what is carried on.

    A date rules the figures after it until the next one; one that stands directly at a figure (2023年的178亿元), or
    after 比/较/由/从, belongs to that figure alone.
    """
    out: list[Governed] = []
    ruling = _Ruling(handed=carry.paragraph)
    long = window(carry.paragraph) or carry.window
    following = _following(figures)
    for i, f in enumerate(figures):
        if f.kind in _DATES:
            long = window(f.period) or long
            told = f.period or years(f, text, long)
            if told is not f.period:
                ruling = replace(ruling, current=Governed(told, f.span))
                out.append(Governed(told, f.span))
                continue
            out.append(Governed(f.period, f.span))
            ruling = _dated(text, f, following[i], ruling, published, carry, figures)
        else:
            ruling = _now(text, f, ruling, published)
            governed = ruling.own or ruling.current or Governed(ruling.handed)
            mean = long is not None and yearly(f, text) and window(governed.period) is None
            out.append(Governed(replace(long, explicit=False)) if long and mean else governed)
            ruling = replace(ruling, own=None) if ruling.own is not None else ruling
    return _each_its_own(text, figures, out), Carry(ruling.handed, carry.article or _framing(figures, ruling), long)


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


def _dated(  # noqa: PLR0913, PLR0917 - a date, what stands around it, and what ruled before it
    text: str, f: Figure, nxt: Figure | None, ruling: _Ruling, published: date | None, carry: Carry,
    figures: Sequence[Figure],
) -> _Ruling:  # fmt: skip
    """What rules after the date ``f``; ``nxt``: the next figure that is no date."""
    if f.period is None or (f.kind == Kind.DURATION and f.period.length is None) or _enclosed(text, f.span):
        return ruling
    told = _before_story(f, ruling.period if ruling.current else ruling.handed or carry.article) or f.period
    period = _first_years(replace(told, explicit=True, text=f.text), text[f.end : f.end + _NEAR])
    period = _run_of(period, text, f, figures)
    against = text.endswith(_AGAINST, 0, f.start)
    if nxt is not None and (
        _OF_NEXT.fullmatch(text, f.end, nxt.start) or (against and _BLANK.fullmatch(text, f.end, nxt.start))
    ):
        told_on = _coarse(f.period) and _short(f.period) and not against and text[f.end : f.end + 1] in ("是", "为")
        handed = replace(period, explicit=False) if told_on else ruling.handed
        return replace(ruling, own=Governed(period, f.span, own=True), handed=handed)
    if against or _modifies(text, f, nxt.start if nxt else len(text)):
        return ruling
    if f.period.start and not f.period.length and _SINCE.match(text[f.end : f.end + _NEAR]):
        since = replace(period, end=published or f.period.end, as_of=False, length=None)
        return replace(ruling, current=Governed(since, f.span))
    if _names_meeting(text, f, f.period):
        return ruling
    if ruling.period is not None and ruling.period.as_of and _within(ruling.period, f.period):
        period = replace(period, end=ruling.period.end)
    ahead = f.period.start is not None and published is not None and f.period.start > published
    frames = _coarse(f.period) and not ahead and (_short(f.period) or f.start < _LEAD)
    handed = replace(period, explicit=False) if frames else ruling.handed
    return replace(ruling, current=Governed(period, f.span), handed=handed)


def _run_of(period: Period, text: str, figure: Figure, figures: Sequence[Figure]) -> Period:
    """The days of something that ended on a day, where its length is told before it (为期62天的暑运昨天结束)."""
    if period.start is None or period.start != period.end or not _ENDED.match(text[figure.end : figure.end + _NEAR]):
        return period
    if not _LASTED.search(text[max(0, figure.start - _NEAR) : figure.start]):
        return period
    lengths = (f.value for f in figures if f.kind == Kind.DURATION and f.end <= figure.start and f.value)
    days = next((v.point for v in lengths if v.unit in ("天", "日") and v.point), None)
    return replace(period, start=period.start - int(days - 1) * _DAY) if days and days >= 1 else period


def _names_meeting(text: str, figure: Figure, period: Period) -> bool:
    """Whether a year or month is part of the name of a meeting or plan (2025年全区工作会议)."""
    if (
        text.startswith("的", figure.end)
        or not period.start
        or period.start.day != 1
        or (period.end or period.start).day != 31
    ):
        return False
    named = figure.text[:1] not in "去今明前后本上当同"
    after = text[figure.end : figure.end + _NEAR]
    return named and "年" in figure.text and "半年" not in figure.text and bool(_MEETING.match(after))


def _framing(figures: Sequence[Figure], ruling: _Ruling) -> Period | None:
    """What a sentence tells the article to be about: nothing unless it has a figure besides its dates."""
    if not any(f.kind not in _UNCOUNTED and f.value is not None for f in figures):
        return None
    handed, last = ruling.handed, ruling.period
    if handed is not None and _short(handed) and not handed.as_of:
        return handed
    return last if last is not None and _several(last) else None


def _ends_of_change(period: Period, published: date | None) -> tuple[int, int] | None:
    """The year before a change of several years and the year it ended in."""
    if not (period.start and period.end):
        return None
    years = period.length or Fraction(period.end.year - period.start.year + 1)
    if period.label or years < 2 or years.denominator != 1:
        return None
    last = period.end.year
    if published and last >= published.year:
        last = published.year - 1 if published.month <= 4 else published.year
    return last - int(years), last


def _year(year: int, period: Period, *, explicit: bool) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), explicit=explicit, text=period.text)


def settle(  # noqa: PLR0913 - each is known to the caller alone, and all but two go by name
    governed: Governed,
    role: str,
    *,
    reaches: bool,
    level: bool,
    behaviour: Behaviour | None,
    published: date | None,
    carry: Carry,
) -> Period | None:
    """The period a claim is held to have: the governing one, read by the figure's role and behaviour.

    In 五年来…从A增加到B the A is of the year before the five, the B of their last. A level without a date is of the day
    of publication; an amount without one is of what the article is about.
    """
    period = governed.period
    if period is not None and not governed.own:
        ends = _ends_of_change(period, published)
        if role == "base":
            return _start_of_change(period, ends, behaviour)
        if reaches and ends:
            return _year(ends[1], period, explicit=period.explicit)
        if _outlived(period, behaviour, published):
            return _untold(behaviour, published, carry)
        lasts = behaviour == Behaviour.STOCK and role != "delta" and (level or not period.explicit)
        period = last_of(period) if lasts else period
    lasts = behaviour in (Behaviour.FLOW, Behaviour.RATE, None)
    if period is not None and (role != "base" or period.explicit or lasts):
        return period
    return _untold(behaviour, published, carry) if role != "base" else None


def _outlived(period: Period, behaviour: Behaviour | None, published: date | None) -> bool:
    """Whether a stretch that an earlier sentence told of is long over, so that a level told next is of today."""
    handed = not period.explicit and not period.as_of and period.end is not None and published is not None
    return handed and behaviour in _LEVELS and (published - period.end).days > _OVER  # type: ignore[operator]


def _start_of_change(period: Period, ends: tuple[int, int] | None, behaviour: Behaviour | None) -> Period | None:
    """When the level held that a change began with: the year before it, or the last day before it."""
    if ends:
        return _year(ends[0], period, explicit=period.explicit)
    if not period.start:
        return None
    whole = period.end is not None and period.start == date(period.start.year, 1, 1) and not period.as_of
    if behaviour == Behaviour.RATE and whole and period.end == date(period.start.year, 12, 31):
        return _year(period.start.year - 1, period, explicit=False)
    day = period.start - _DAY
    return Period(day, day, explicit=False, text=period.text, as_of=True)


def _untold(behaviour: Behaviour | None, published: date | None, carry: Carry) -> Period | None:
    """The period of a figure that no date governs."""
    today = Period(published, published, explicit=False, as_of=True) if published else None
    if today is not None and behaviour in (Behaviour.STOCK, Behaviour.CUMULATIVE):
        return today
    if carry.article is not None:
        return replace(carry.article, explicit=False, text="")
    return today if behaviour != Behaviour.FLOW else None
