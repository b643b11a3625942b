"""What rules after a date: by the words around it, the figure behind it and what ruled before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.beginnings import began
from checker.claims.times.framing import ONCE, lately
from checker.claims.times.governed import (
    CLAUSE_END,
    UNCOUNTED,
    Carry,
    Governed,
    aside,
    coarse,
    deadline,
    short,
    within,
)
from checker.claims.times.holidays import of_days
from checker.claims.times.meant import before_story, end_before_story, first_years, run_of
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
from checker.claims.times.turns import left_over, planned_then
from checker.frozen import replace
from checker.model import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.times.rulings import Ruling
    from checker.model import Figure

# 实现*连续6年*增产；就业1102万人: what went on so long is told in its own clause.
_RUN = "连续"
# A day of a year or a month that nothing names: 去年*头一天*是260吨.
_SOME_DAY = re.compile(r"的?(?:[头首第]一?|最后一|[头前][0-9一二两三四五六七八九十]{1,3})[天日晚](?!起)")
_OF_NEXT = re.compile(
    r"""
    \s* (?:(?:这个?|这一|该|同一)(?:数字?|数据|数值|指标|比例)(?=[是为]))?      # 上年*这个数字是*1.2亿吨
    (?:的|末的|底的|年底的|为|是)
    (?:约|近|超|超过|突破|不足|逾|仅|仅有|只有|已有|达到|达)? \s*
    """,
    re.VERBOSE,
)
# 24号*的最低气温*18度: what a date describes is what the figure after it is of.
_OF_NAMED = re.compile(r"的[^，。；：！？、“”（）]{2,12}")
_BLANK = re.compile(r"\s*")
_GOAL = re.compile(r"[^，。；：！？0-9]{0,10}?(?:目标|任务|指标|计划)")
# 恰是去年二季度*3.4亿元的一半*
_MEASURE = re.compile(r"的(?:一半|[0-9一二两三四五六七八九十.]+(?:倍|成|%))")
# 在*上年1200家的基础上*增加到1350家
_UPON = re.compile("的?基础上")
# A goal in quotation marks right behind the time when it was set: 完成年初*“6%左右”的预期目标*.
_GOAL_TOLD = re.compile(r"”的[^，。；：！？0-9]{0,6}?(?:目标|任务|指标|计划)")
_SINCE = re.compile(r"^[^，。；]{0,16}?(?:以来|至今|迄今)|^起", needs=("以来", "至今", "迄今", "起"))
# 刷新1992年开关*以来的纪录*: a mark that is set against all before it.
_RECORD = re.compile(r"^[^，。；]{0,16}?以来的?(?:最|首|新|历史|纪录|记录|同期|第|单|又一)", needs=("以来",))
# 增幅为*近五年*最大: of how long a time something is the most, which is the time of nothing else.
_MOST = re.compile("[间里]?以?来?的?(?:最|首[次度个]|新高|新低|峰值|同期|单[日月年])")
_SHARES = frozenset({Kind.SHARE, Kind.RATE})
# A date that begins within so many characters opens its sentence.
LEAD = 4
# The year before that of a report is told of by the way.
_YEAR_BEFORE = ("上年", "上一年", "去年同", "上年同", "同期")


def dated(  # noqa: PLR0911, PLR0913, PLR0917 - a date, what stands around it, and what ruled before it
    text: str, f: Figure, nxt: Figure | None, ruling: Ruling, published: date | None, carry: Carry,
    figures: Sequence[Figure],
) -> Ruling:  # fmt: skip
    """What rules after the date ``f``; ``nxt``: the next figure that is no date."""
    if f.period is None or not _rules(f, text) or enclosed(text, f.span) or _up_to_then(f, ruling, published):
        return ruling
    if (alone := _alone(text, f, nxt, ruling, published)) is not None:
        return alone
    story = ruling.period if ruling.current else ruling.handed or carry.article
    told = before_story(f, story) or end_before_story(text, f, story) or of_days(f, text, nxt) or f.period
    sure = f.period.explicit or not coarse(f.period)
    period = first_years(replace(told, explicit=sure, text=f.text), text[f.end : f.end + NEAR])
    period = run_of(period, text, f, figures)
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
    sure = sure and not _by_the_way(f, figures, ruling.handed, period)
    on = _going_on(text, f, period, ruling, published, sure=sure)
    opens = on.current is not None and began(text, f, nxt, published, lately=True)
    return replace(on, current=replace(on.current, opens=True)) if opens and on.current is not None else on


def _meant(text: str, f: Figure, nxt: Figure | None, ruling: Ruling, published: date | None) -> Ruling:
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


def _owned(  # noqa: PLR0911, PLR0913 - one return a way of belonging
    text: str, f: Figure, nxt: Figure, period: Period, ruling: Ruling, *, against: bool
) -> Ruling | None:
    """What rules after a date that is of the next figure alone; None after any other."""
    if nxt.value is not None and nxt.value.unit == "岁" and not CLAUSE_END.search(text, f.end, nxt.start):
        return replace(ruling, own=Governed(period, f.span, own=True))  # *今年*34岁，是三年前调来的
    compared = against or f.text.endswith("同期")  # 5.2亿元，*去年同期*4.6亿元，增长13%
    near = _BLANK.fullmatch(text, f.end, nxt.start) is not None
    upon = _UPON.match(text, nxt.end) is not None and not CLAUSE_END.search(text, f.end, nxt.start)
    if upon or (near and not against and _MEASURE.match(text, nxt.end)):
        return replace(ruling, own=Governed(period, f.span, own=upon))  # 恰是*去年二季度*3.4亿元的一半
    if nxt.kind is Kind.SHARE and (told_back(text, f) or _share_of(text, f, nxt)):
        return ruling  # 恢复到2019年的七成
    if (compared and near) or _OF_NEXT.fullmatch(text, f.end, nxt.start):
        told_on = coarse(period) and short(period) and text[f.end : f.end + 1] in ("是", "为")
        told_on = told_on and not compared and not aside(period, ruling.period or ruling.handed)
        handed = replace(period, explicit=False) if told_on else ruling.handed
        own = Governed(period, f.span, own=True)
        if f.text.endswith("同期") and ruling.current is not None:  # …；涉野塘的*从*25人*降到*18人
            return replace(ruling, own=own, began=Governed(period, f.span, own=True), ended=ruling.current)
        return replace(ruling, own=own, handed=handed)
    if not against and _of_named(text, f, nxt):
        return replace(ruling, own=Governed(period, f.span))
    if left_over(text, f, nxt) and aside(period, ruling.period or ruling.handed):
        return replace(ruling, own=Governed(period, f.span))
    return None


def _share_of(text: str, figure: Figure, nxt: Figure) -> bool:
    """Whether the next figure tells how much something is of what was so at a date: 是*去年*的一半."""
    return text.endswith("是", 0, figure.start) and text[figure.end : nxt.start] == "的"


def _going_on(  # noqa: PLR0913 - as above
    text: str, f: Figure, period: Period, ruling: Ruling, published: date | None, *, sure: bool
) -> Ruling:
    """What rules after a date that rules what follows it, in its sentence and, if it is a stretch, in the next."""
    told = period
    if ruling.period is not None and ruling.period.as_of and within(ruling.period, period):
        period = replace(period, end=ruling.period.end)
    ahead = told.start is not None and published is not None and told.start >= published
    due = deadline(f.text, told, published)
    frames = sure and coarse(told) and not ahead and not due and (short(told) or f.start < LEAD)
    frames = frames and not text.startswith(ONCE, f.end) and not f.text.startswith(_YEAR_BEFORE)
    frames = frames and not spoken(text, f.span) and (f.start < LEAD or lately(period, published) is not None)
    handed = replace(period, explicit=False) if frames else ruling.handed
    if due and aside(ruling.handed, period):
        handed = None  # 去年惠及1.7万户，今年的10月底前开工: what follows is no longer of last year
    return replace(ruling, current=Governed(period, f.span, due=due), handed=handed)


def _by_the_way(figure: Figure, figures: Sequence[Figure], handed: Period | None, period: Period) -> bool:
    """Whether a time behind other figures ends no later than what the paragraph is of: 2024年…，其中*三季度*占七成."""
    if handed is None or handed.as_of or handed.end is None or period.end is None or handed.end < period.end:
        return False
    return any(g.end <= figure.start and g.kind not in UNCOUNTED for g in figures)


def _of_named(text: str, figure: Figure, nxt: Figure) -> bool:
    """Whether a date describes what the next figure is of (首尔*24号的最低气温*降到零下18摄氏度)."""
    return _OF_NAMED.fullmatch(text, figure.end, nxt.start) is not None and not sets_goal(text, figure, nxt.start)


def _up_to_then(figure: Figure, ruling: Ruling, published: date | None) -> bool:
    """Whether a length of time is that up to a day to come: 到2030年产值突破千亿元，*五年累计*投资300亿元."""
    ahead = ruling.period.start if ruling.period is not None else None
    past = figure.kind is Kind.DURATION and figure.period is not None and figure.period.end is not None
    if not past or published is None or ahead is None or ahead <= published:
        return False
    return figure.period is not None and figure.period.end is not None and figure.period.end <= published


def _rules(figure: Figure, text: str) -> bool:
    """Whether a date or length names a time that something can be told of, and not only how long it took.

    Nor of how long a time something is the most: 增幅为*近五年*最大.
    """
    period = figure.period
    if figure.kind is Kind.DURATION and _MOST.match(text, figure.end):
        return False
    known = period is not None and (period.length is not None or (period.start is not None and period.end is not None))
    return figure.kind == Kind.DATE or known


def _alone(text: str, f: Figure, nxt: Figure | None, ruling: Ruling, published: date | None) -> Ruling | None:
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
        inserted = ruling.current is not None and text[f.start - 1] == "，"
        if measures or inserted or deadline(f.text, f.period, published):
            return ruling
    if coarse(f.period) and not f.period.as_of and _SOME_DAY.match(text, f.end):
        return replace(ruling, current=Governed(None, f.span, former=True))
    if not (measures or f.text.startswith(_RUN)):
        return None
    inside = nxt is not None and not CLAUSE_END.search(text, f.end, nxt.start)
    inside = inside and not (nxt is not None and nxt.kind is Kind.RANK and ruling.current is not None)
    return replace(ruling, own=Governed(replace(f.period, text=f.text), f.span)) if inside else ruling
