"""When a thing began, told before what it is: 2019年9月动工，*总投资238.6亿元*; 2020年成立的公司，*员工300人*."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.lexicon import words

if TYPE_CHECKING:
    from datetime import date

    from checker.claims.times.governed import Governed
    from checker.model import Figure

# What began within so many days of its paper is news: what is told of it is of that day.
_NEWS = timedelta(days=45)
# How far behind a date its verb stands, and how far behind a day its object reaches.
_REACH = 32
_LASTS = ("启幕", "开幕", "开赛", "启动", "开启", "开始")
# What is told of the beginning, and not of what came after it.
_THEN = ("时", "之初", "当时", "之时")
_CLAUSE = re.compile("[，。；：！？]")
_LEVEL = re.compile("[有是为系达]")
_DAY, _MONTH, _LONG = timedelta(days=1), timedelta(days=31), timedelta(days=1000)


@cache
def _begins() -> re.Pattern[str]:
    begun = words("events", "beginnings")
    return re.compile(
        rf"""
        (?=[{"".join(sorted({w[0] for w in begun}))}])                      # all else costs next to nothing
        (?:
        {branches(begun)}
        (?P<rest> (?:了|使用|运营|运行|以来|之?[时初]|当时|后|至今)* | (?:的|并|了)[^，。；：！？0-9]{{0,24}} )
        (?=[，。；：！？])
      | {branches(begun)} 的
        )
        """,
        re.VERBOSE,
        needs=begun,
    )


def began(text: str, figure: Figure, nxt: Figure | None, published: date | None, *, lately: bool = False) -> bool:
    """Whether a date tells when something began, long before its paper, and ``nxt``, if given, what holds of it since.

    ``lately``: not so long before it, or after it, of what then lasts some time, as a feast does.
    A number right behind 的 counts what began then (2024年建成的12所学校), and is of that time.
    """
    period = figure.period
    if period is None or published is None or period.end is None or period.as_of:
        return False
    first = period.start if figure.text.endswith(("起", "开始")) else period.end
    if first is None or (first > published - _NEWS) is not lately:
        return False
    start, stop = figure.end, nxt.start if nxt is not None else len(text)
    brief = period.start is not None and period.end - period.start <= _DAY
    if text.startswith("，", start) and (brief or period.end < published - _LONG):
        start += 1
    m = _begins().search(text, start, start + _REACH)
    if m is None or m.end() > stop or _CLAUSE.search(text, start, m.start()):
        return False
    if m.group().endswith(_THEN) or (lately and not m.group().startswith(_LASTS)):
        return False  # 2016年5月成立*时*，社员12户
    if not m.group().endswith("的"):
        return True
    cut = _CLAUSE.search(text, m.end(), stop)
    return cut is not None or (stop - m.end() > 1 and _LEVEL.search(text, m.end(), stop) is not None)


_OF_A_THING = re.compile(r"[长宽高深厚重大远]的?|(?:见方)?的(?!目标|任务|计划|指标|规模|速度|水平|价格)")
_SIZES = frozenset({"长度", "面积", "质量", "体积"})


def sized(text: str, figure: Figure, dimension: str) -> bool:
    """Whether a measure describes the thing that is named after it: 这片38.6平方公里*的热土*, 约5公斤*重的*防护服.

    >>> from checker.figures import figures
    >>> [sized(t, figures(t)[0], "面积") for t in ("38.6平方公里的热土", "38.6平方公里，是去年的两倍")]
    [True, False]
    """
    return dimension in _SIZES and _OF_A_THING.match(text, figure.end) is not None


def outgrown(text: str, figure: Figure, governed: Governed, published: date | None) -> bool:
    """Whether a day or month long past, told in an earlier clause, says nothing of a measure that a thing has.

    >>> from datetime import date
    >>> from checker.claims.times.governed import Governed
    >>> from checker.figures import figures
    >>> text = "综保区2018年5月18日封关，面积4.2平方公里"
    >>> day, area = figures(text)
    >>> outgrown(text, area, Governed(day.period, day.span), date(2025, 9, 5))
    True
    >>> outgrown(text, area, Governed(day.period, day.span), date(2018, 5, 19))
    False
    """
    period, span = governed.period, governed.span
    if period is None or span is None or governed.own or period.as_of or published is None:
        return False
    if period.start is None or period.end is None or (period.end - period.start) > _MONTH:
        return False
    return period.end < published - _NEWS and _CLAUSE.search(text, span.end, figure.start) is not None
