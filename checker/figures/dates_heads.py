"""The atom that opens a date → its days, by the day of publication, the year told of and the dates before it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from checker.figures import dates_calendar as cal
from checker.figures.dates_calendar import DAY, Days
from checker.figures.dates_nodes import Node, day_node, fold, listed_apart, month_node, narrow, wrong_time, year_node
from checker.figures.dates_words import words
from checker.figures.dates_yearless import YEARLESS, is_term, yearless
from checker.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.figures.dates_atoms import Atom
    from checker.figures.dates_context import Context

# A day of the month further ahead than this lies in the month before.
AHEAD_DAYS = 18


# From this month on the new year is the next.
_LATE = 11
STATES_YEAR = {"iso", "ym", "year", "yy", "yy_bare", "years_word", "same_year_word", "next_after_word"}


def opened(atoms: Sequence[Atom], ctx: Context) -> tuple[Node, bool, int] | None:
    """The node of the longest date that these adjacent atoms make, whether it stated its year, and how many they are.

    None where the first atom opens no date.
    """
    head = atoms[0]
    if head.kind == "lunar_mark":
        return _lunar(atoms, ctx)
    if head.kind == "term" and not is_term(head, ctx.text):
        return None
    if head.kind in YEARLESS:
        return yearless(atoms, ctx)
    node = _head(head, ctx)
    if node is None:
        return None
    node, used = fold(node, atoms, 1)
    return node, head.kind in STATES_YEAR, used


def _lunar(atoms: Sequence[Atom], ctx: Context) -> tuple[Node, bool, int] | None:
    rest, used, year = atoms[1:], 1, ctx.year_told
    stated = bool(rest) and rest[0].kind in {"year", "years_word"}
    if stated:
        node = _head(rest[0], ctx)
        year, used, rest = (node.days.start.year if node and node.days else None), 2, rest[1:]
    if not rest or rest[0].kind not in {"month", "month_day", "lunar_day", "lunar_month"}:
        return None
    month, day = rest[0].nums[0], rest[0].nums[1] if len(rest[0].nums) > 1 else 0
    used += 1
    if rest[0].kind == "month" and len(rest) > 1 and rest[1].kind == "day":
        day, used = rest[1].nums[0], used + 1
    if not year or not 1 <= month <= 12:
        return Node(None, "day"), stated, used
    days = _lunar_days(year, month, day)
    today = ctx.published
    if not stated and today and not (ctx.told_year or ctx.year):
        near = [d for by in (0, -1, 1) if (d := _lunar_days(year + by, month, day))]
        days = min(near, key=lambda d: abs((d.start - today).days), default=None)
    return Node(days, "day" if day else "months"), stated, used


def _lunar_days(year: int, month: int, day: int) -> Days | None:
    found = cal.lunar_day(year, month, day) if day else None
    return Days(found, found) if found else None if day else cal.lunar_month(year, month)


def _head(atom: Atom, ctx: Context) -> Node | None:
    make = HEADS.get(atom.kind)
    return make(atom, ctx) if make else None


def _iso(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001 - one shape for all heads
    y, m, d = atom.nums
    return day_node(y, m, d)


def _ym(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    return month_node(*atom.nums)


def _ym_range(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    y, m, y2, m2 = (*atom.nums, 12)[:4]
    first, last = cal.month_days(y, m).start, cal.month_days(y2, m2).end
    return Node(Days(first, last), "months") if first <= last else None


def two_digit_year(yy: int, published: date | None) -> int:
    """The year that two digits mean: at most ten years after publication, else of the last century.

    >>> two_digit_year(25, date(2025, 1, 1)), two_digit_year(98, None)
    (2025, 1998)
    """
    latest = published.year - 2000 + 10 if published and published.year >= 2000 else 49
    return 2000 + yy if yy <= latest else 1900 + yy


def _yy(atom: Atom, ctx: Context) -> Node | None:
    return year_node(two_digit_year(atom.nums[0], ctx.published))


def _yy_bare(atom: Atom, ctx: Context) -> Node | None:
    """九八年 is a year, 三四年 three or four years."""
    a, b = divmod(atom.nums[0], 10)
    return None if b == a + 1 else _yy(atom, ctx)


def _year(atom: Atom, ctx: Context) -> Node | None:
    year, round_number = atom.nums[0], atom.nums[0] % 100 == 0
    if round_number and (year < 1900 or ctx.text[atom.end : atom.end + 1] in tuple("前来")):
        return None
    return year_node(year)


def _years(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    a, b = atom.nums
    if listed_apart(atom):
        return Node(None, "years")
    b = b if b > 99 else a // 100 * 100 + b
    return Node(Days(date(a, 1, 1), date(b, 12, 31)), "years") if a <= b else None


def _decade(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    start = atom.nums[0] if atom.nums[0] > 99 else 1900 + atom.nums[0]
    return Node(Days(date(start, 1, 1), date(start + 9, 12, 31)), "decade")


def _century(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    c, decade = (*atom.nums, 0)[:2]
    start = (c - 1) * 100 + decade
    if not 1 <= c <= 22:
        return None
    if decade:
        return Node(Days(date(start, 1, 1), date(start + 9, 12, 31)), "decade")
    return Node(Days(date(start + 1, 1, 1), date(start + 100, 12, 31)), "century")


def _plan(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    k = atom.nums[0]
    first, last = cal.plan_years(k)
    tens = "十" if k >= 10 else ""
    label = tens + ("〇一二三四五六七八九"[k % 10] if k % 10 else "") + "五"
    return Node(Days(date(first, 1, 1), date(last, 12, 31)), "plan", label=label)


def _school(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    start = atom.nums[0]
    return Node(Days(date(start, 9, 1), date(start + 1, 8, 31)), "school")


def _winter(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    start = atom.nums[0]
    return Node(Days(date(start, 11, 1), date(start + 1, 4, 30)), "school")


def _relative(of: Callable[[date, int], Node | None], grain: str) -> Callable[[Atom, Context], Node | None]:
    """A head that counts from the day of publication; without that day it is a date of unknown days."""

    def head(atom: Atom, ctx: Context) -> Node | None:
        if ctx.published is None:
            return year_node(ctx.year + atom.nums[0]) if grain == "year" and ctx.year else Node(None, grain)
        return of(ctx.published, atom.nums[0])

    return head


def _quarter_at(today: date, by: int) -> Node:
    y, m = cal.shift_months(today.year, (today.month - 1) // 3 * 3 + 1, 3 * by)
    return Node(cal.months(y, m, m + 2), "quarter")


def _years_word(atom: Atom, ctx: Context) -> Node | None:
    """今年, 去年; 新的一年 is the one that begins, which late in a year is the next."""
    late = ctx.published is not None and ctx.published.month >= _LATE and atom.word.startswith("新")
    return _relative(_year_at, "year")(atom if not late else atom._replace(nums=(1,)), ctx)


def _year_at(today: date, by: int) -> Node:
    return year_node(today.year + by)


def _month_at(today: date, by: int) -> Node:
    return month_node(*cal.shift_months(today.year, today.month, by))


def _day_at(today: date, by: int) -> Node:
    return Node(Days(today + DAY * by, today + DAY * by), "day")


def _school_at(today: date, by: int) -> Node:
    start = today.year + by - (today.month < 8)
    return Node(Days(date(start, 9, 1), date(start + 1, 8, 31)), "school")


def _week_at(today: date, by: int) -> Node:
    return Node(cal.week(today + DAY * (7 * by)), "week")


def _month_part(atom: Atom, ctx: Context) -> Node | None:
    if ctx.published is None:
        return Node(None, "part")
    return narrow(month_node(ctx.published.year, ctx.published.month), atom)


def _weekday(atom: Atom, ctx: Context) -> Node | None:
    if ctx.published is None:
        return Node(None, "day")
    return replace(_day_at(cal.week(ctx.published).start, atom.nums[0]), inferred=True)


def _weekday_of(atom: Atom, ctx: Context) -> Node | None:
    if ctx.published is None:
        return Node(None, "day")
    return _day_at(cal.week(ctx.published).start, 7 * atom.nums[0] + atom.nums[1])


def _year_group(atom: Atom, ctx: Context) -> Node | None:
    if ctx.published is None:
        return Node(None, "years")
    first, last = words().meanings[atom.word][1]
    y = ctx.published.year
    return Node(Days(date(y + first, 1, 1), date(y + last, 12, 31)), "years")


def _season(atom: Atom, ctx: Context) -> Node | None:
    by, name = words().meanings[atom.word][1]
    return Node(cal.season(ctx.published.year + by, name) if ctx.published else None, "months")


def _same(atom: Atom, ctx: Context) -> Node | None:
    """当日 当月 当年: those of the date before, else of the day of publication."""
    grain = {"same_day_word": "day", "same_month_word": "month", "same_year_word": "year"}[atom.kind]
    if grain == "day" and ctx.last and ctx.last_grain == "day":
        return Node(ctx.last, "day")
    if grain == "year" and not ctx.last and (ctx.year or atom.word != "这一年"):
        return year_node(ctx.year) if ctx.year else Node(None, "year")
    told = ctx.last.end if ctx.last and grain != "day" else ctx.published
    if told is None:
        return Node(None, grain)
    days = {"day": Days(told, told), "month": cal.month_days(told.year, told.month), "year": cal.year_days(told.year)}
    return Node(days[grain], grain, inferred=grain == "day" or ctx.last is None)


def _next(atom: Atom, ctx: Context) -> Node | None:
    """次年 次月 次日: after the date before, else after the day of publication."""
    grain = words().meanings[atom.word][1]
    told = ctx.last.end if ctx.last else ctx.published
    if told is None:
        return Node(None, grain)
    if grain == "year":
        return year_node(told.year + 1)
    return month_node(*cal.shift_months(told.year, told.month, 1)) if grain == "month" else _day_at(told, 1)


def _bare_day(atom: Atom, ctx: Context) -> Node | None:
    """10日 without a month: in the month of the date before, else in the nearest month to publication."""
    first, last = atom.nums[0], atom.nums[-1]
    if not 1 <= first <= last <= 31:
        return None
    if listed_apart(atom):
        return Node(None, "days")
    if ctx.last and ctx.last_grain in {"day", "days"}:
        here = _days_of(ctx.last.end.year, ctx.last.end.month, first, last)
        return here if here.days else None
    if ctx.published is None:
        return Node(None, "day")
    ahead = AHEAD_DAYS if not ctx.future(atom.start, atom.end) else 31
    options = [cal.shift_months(ctx.published.year, ctx.published.month, by) for by in (0, -1, -2)]
    found = [days for y, m in options if (days := _days_of(y, m, first, last).days) is not None]
    near = [days for days in found if (days.start - ctx.published).days <= ahead]
    return Node(near[0], "day" if first == last else "days") if near else Node(None, "day")


def _days_of(year: int, month: int, first: int, last: int) -> Node:
    a, b = cal.day(year, month, first), cal.day(year, month, last)
    return Node(Days(a, b) if a and b else None, "day" if first == last else "days")


def _new_year_day(atom: Atom, ctx: Context) -> Node | None:
    year = ctx.year_told
    found = cal.lunar_day(year, 1, atom.nums[0]) if year else None
    return Node(Days(found, found) if found else None, "day")


def _clock(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    return Node(None, "time", problem=wrong_time(atom))


def _ago(atom: Atom, ctx: Context) -> Node | None:
    """三年前: the year, month or day that many before publication, as near as the words tell."""
    n, today = atom.nums[0], ctx.published
    if not n:
        return None
    grain = {"年": "year", "个月": "month"}.get(atom.word, "day")
    if today is None or (grain == "year" and n >= today.year):
        return Node(None, grain)
    if grain == "day":
        return _day_at(today, -n * (7 if atom.word == "周" else 1))
    return replace(_year_at(today, -n) if grain == "year" else _month_at(today, -n), inferred=True)


def _now(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    return Node(Days(ctx.published, ctx.published) if ctx.published else None, "now", as_of=True)


def _vague(atom: Atom, ctx: Context) -> Node | None:  # noqa: ARG001
    return Node(None, "vague")


HEADS: dict[str, Callable[[Atom, Context], Node | None]] = {
    "iso": _iso, "ym": _ym, "ym_range": _ym_range, "yy": _yy, "yy_bare": _yy_bare, "year": _year, "years": _years,
    "decade": _decade, "century": _century, "plan": _plan, "school": _school, "winter": _winter,
    "month_parts_word": _month_part,
    "weekday": _weekday, "weekday_word": _weekday_of, "year_groups_word": _year_group, "seasons_word": _season,
    "same_day_word": _same,
    "same_month_word": _same, "same_year_word": _same, "next_after_word": _next, "day": _bare_day, "days": _bare_day,
    "new_year_day": _new_year_day, "time": _clock, "ago": _ago, "now_word": _now, "vague_word": _vague,
    "years_word": _years_word, "months_word": _relative(_month_at, "month"),
    "days_word": _relative(_day_at, "day"), "far_day": _relative(_day_at, "day"),
    "quarters_word": _relative(_quarter_at, "quarter"), "weeks_word": _relative(_week_at, "week"),
    "school_years_word": _relative(_school_at, "school"),
}  # fmt: skip
