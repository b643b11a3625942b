"""Atoms → days: what opens a date, and how the atoms behind it narrow it (2025年 → 3月 → 10日)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.figures import dates_calendar as cal
from checker.figures.dates_calendar import DAY, Days
from checker.figures.dates_words import words
from checker.frozen import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.figures.dates_atoms import Atom

THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


@dataclass(frozen=True)
class Node:
    """Some days and how fine they were told; ``days`` None where the calendar or the context cannot give them."""

    days: Days | None
    grain: str
    as_of: bool = False
    label: str = ""
    problem: str = ""
    cumulative: bool = False
    inferred: bool = False


def year_node(year: int) -> Node:
    """A whole year; no days outside the calendar of :mod:`datetime`."""
    return Node(cal.year_days(year), "year") if 1 <= year <= 9999 else Node(None, "year")


def month_node(year: int, month: int) -> Node:
    """A whole month, or its problem."""
    if not 1 <= month <= 12:
        return Node(None, "month", problem=f"没有{month}月")
    return Node(cal.month_days(year, month), "month")


def day_node(year: int, month: int, day: int, *, stated: bool = True) -> Node:
    """One day, or why there is none; ``stated``: the year was written, so 2月29日 may be wrong for it."""
    found = cal.day(year, month, day)
    if found:
        return Node(Days(found, found), "day")
    return Node(None, "day", problem=missing_day(year if stated else None, month, day))


def missing_day(year: int | None, month: int, day: int) -> str:
    """Why the calendar has no such day, in Chinese; "" where it may have."""
    if not 1 <= month <= 12:
        return f"没有{month}月"
    last = cal.month_days(year or 2000, month).end.day
    if 1 <= day <= last:
        return ""
    of_year = f"{year}年" if year and month == 2 and day == 29 else ""
    return f"{of_year}{month}月没有{day}日" if last >= 1 and day else "没有0日"


def listed_apart(atom: Atom) -> bool:
    """Whether an atom lists two days, months or years that do not follow each other (3、7日): no one period."""
    return bool(atom.word) and atom.kind in {"days", "months", "years"} and atom.nums[1] != atom.nums[0] + 1


def narrow(node: Node, atom: Atom, *, stated: bool = True) -> Node | None:
    """The node narrowed by the atom behind it, or None where the atom does not belong to it.

    >>> from checker.figures.dates_atoms import Atom
    >>> narrow(year_node(2025), Atom("month", 0, 2, (3,))).days.end
    datetime.date(2025, 3, 31)
    >>> narrow(year_node(2025), Atom("weekday", 0, 2, (3,))) is None
    True
    """
    if atom.kind in {"time", "daypart"}:
        return _at_time(node, atom) if node.grain in {"day", "time"} else None
    if atom.kind in {"part", "year_parts_word", "month_parts_word"}:
        return _part(node, atom)
    inside = {
        "year": _in_year,
        "years": _in_years,
        "month": _in_month,
        "week": _in_week,
        "day": _in_day,
        "plan": _in_plan,
    }.get(node.grain)
    if inside is None:
        return None
    found = inside(node, atom) if node.days else _unknown(node, atom)
    if found and not stated and found.problem.endswith("年2月没有29日"):
        return replace(found, problem="")
    return found


def fold(node: Node, atoms: Sequence[Atom], used: int, *, stated: bool = True) -> tuple[Node, int]:
    """The node narrowed by the atoms from ``used`` on as far as they belong to it, and how many are used then."""
    while used < len(atoms):
        finer = narrow(node, atoms[used], stated=stated)
        if finer is None:
            break
        node, used = finer, used + 1
    return node, used


INSIDE = {
    "year": {"month", "months", "quarter", "quarters", "half", "half_last", "months_first", "months_last", "month_nth",
             "quarters_first", "quarter_first", "md", "month_day", "lunar_day", "lunar_month", "festival", "term",
             "season", "nth_week", "vacation"},
    "month": {"day", "days", "third", "nth_week", "nth_weekday", "days_first", "days_last"},
    "week": {"weekday"},
}  # fmt: skip
FINER = {"month": "month", "md": "day", "month_day": "day", "lunar_day": "day", "day": "day", "nth_week": "week"}


def _unknown(node: Node, atom: Atom) -> Node | None:
    """What an atom makes of days that are not known: only the grain is carried on."""
    if atom.kind not in INSIDE.get(node.grain, ()):
        return None
    return replace(node, grain=FINER.get(atom.kind, "part"))


def _in_year(node: Node, atom: Atom) -> Node | None:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    if node.days is None or atom.kind not in INSIDE["year"]:
        return None
    year, nums = node.days.start.year, atom.nums
    match atom.kind:
        case "month" | "month_nth":
            return month_node(year, nums[0])
        case "months" if listed_apart(atom):
            return Node(None, "months")
        case "months":
            found = _months(year, nums[0], nums[1], cumulative=nums[0] == 1)
            return found and replace(found, grain="range")
        case "months_first":
            return _months(year, 1, nums[0], cumulative=True)
        case "months_last":
            return _months(year, 13 - nums[0], 12)
        case "quarter" | "quarter_first":
            q = nums[0] if nums else 1
            return Node(cal.months(year, 3 * q - 2, 3 * q), "quarter")
        case "quarters":
            return _months(year, 3 * nums[0] - 2, 3 * nums[1], cumulative=nums[0] == 1)
        case "quarters_first":
            return _months(year, 1, 3 * nums[0], cumulative=True)
        case "half":
            return Node(cal.months(year, 1, 6), "half", cumulative=True)
        case "half_last":
            return Node(cal.months(year, 7, 12), "half")
        case "md" | "month_day":
            return day_node(year, nums[0], nums[1])
        case "lunar_day":
            return _single(cal.lunar_day(year, nums[0], nums[1]))
        case "lunar_month":
            return Node(cal.lunar_month(year, nums[0]), "months")
        case "festival":
            return Node(festival(year, atom), "day")
        case "term":
            return _single(cal.term_day(year, atom.word))
        case "vacation":
            return Node(cal.months(year, 7, 8), "vacation")
        case "season":
            return Node(cal.season(year, atom.word), "months")
        case _:
            week = cal.nth_week(node.days, nums[0])
            return Node(week, "week") if week else None


def _single(day: date | None) -> Node:
    return Node(Days(day, day) if day else None, "day")


def _months(year: int, first: int, last: int, *, cumulative: bool = False) -> Node | None:
    if 1 <= first <= 12 and 1 <= last <= 12 and last < first:
        return Node(Days(cal.month_days(year - 1, first).start, cal.month_days(year, last).end), "months")
    if not 1 <= first <= last <= 12:
        return None
    return Node(cal.months(year, first, last), "months", cumulative=cumulative)


def _in_years(node: Node, atom: Atom) -> Node | None:
    """A month behind a range of years belongs to the last of them (1985到89年9月)."""
    if node.days is None or atom.kind != "month" or not 1 <= atom.nums[0] <= 12:
        return None
    return Node(Days(node.days.start, cal.month_days(node.days.end.year, atom.nums[0]).end), "months")


def _in_month(node: Node, atom: Atom) -> Node | None:  # noqa: C901, PLR0911 - one case a kind
    if node.days is None:
        return None
    (start, end), nums = node.days, atom.nums
    match atom.kind:
        case "day":
            return day_node(start.year, start.month, nums[0])
        case "days" if listed_apart(atom):
            return Node(None, "days")
        case "days":
            first = day_node(start.year, start.month, nums[0])
            last = day_node(start.year, start.month, nums[1])
            if not first.days or not last.days or last.days.end < first.days.start:
                return Node(None, "days", problem=first.problem or last.problem)
            return Node(Days(first.days.start, last.days.end), "days")
        case "third":
            a, b = THIRDS[atom.word[0]][0], THIRDS[atom.word[-1]][1]
            return Node(Days(start.replace(day=a), min(end, start + DAY * (b - 1))), "days")
        case "days_first" if 1 <= nums[0] <= end.day:
            return Node(Days(start, start + DAY * (nums[0] - 1)), "days")
        case "days_last" if 1 <= nums[0] <= end.day:
            return Node(Days(end - DAY * (nums[0] - 1), end), "days")
        case "nth_week":
            week = cal.nth_week(node.days, nums[0])
            return Node(week, "week") if week else None
        case "nth_weekday":
            day = cal.nth_weekday(node.days, nums[0], nums[1])
            return _single(day) if day else None
    return None


def _in_week(node: Node, atom: Atom) -> Node | None:
    if node.days is None or atom.kind != "weekday":
        return None
    return _single(node.days.start + DAY * atom.nums[0])


def _in_day(node: Node, atom: Atom) -> Node | None:
    """A weekday that follows its date is part of it; whether it agrees is for a rule to say."""
    return node if atom.kind == "weekday" else None


def _in_plan(node: Node, atom: Atom) -> Node | None:
    """A plan's 开局之年 and 收官之年 are its first and last year."""
    if node.days is None or atom.kind != "plan_year":
        return None
    return year_node((node.days.start if atom.word == "开局" else node.days.end).year)


def _at_time(node: Node, atom: Atom) -> Node:
    """A time of day leaves the day as it is, unless no clock shows it."""
    if atom.kind == "daypart":
        return node
    return replace(node, days=None, problem=wrong_time(atom)) if wrong_time(atom) else node


def wrong_time(atom: Atom) -> str:
    """Why no clock shows a time, in Chinese; "" if one does."""
    hour, *rest = (*atom.nums, 0)
    if hour > 24 or (hour == 24 and any(rest)):
        return f"一天没有{hour}时" if hour > 24 else "24时之后没有分秒"
    return next((f"没有{n}{u}" for n, u in zip(rest, "分秒", strict=False) if n > 59), "")


PART_GRAINS = {
    "part": {"year", "month", "range", "quarter", "half", "plan", "decade", "century", "months", "week"},
    "year_parts_word": {"year"},
    "month_parts_word": {"month"},
}


def _part(node: Node, atom: Atom) -> Node | None:  # noqa: PLR0911 - one case a part
    if node.grain not in PART_GRAINS[atom.kind]:
        return None
    if node.days is None:
        return replace(node, grain="part")
    which, (start, end) = atom.word[-1], node.days
    if node.grain == "week":
        return Node(Days(end - DAY, end), "days") if which == "末" else None
    if node.grain == "range":
        return node if which in "底末" else None
    if which in "底末终":
        grain = "year_end" if atom.kind == "year_parts_word" else "part"
        return Node(Days(end, end), grain, as_of=True, label=node.label)
    if atom.kind == "year_parts_word" and which in "年内":
        return replace(node, grain="all" if which == "年" else "year", cumulative=which == "年")
    if node.grain == "year":
        month = 1 if which == "初" else 6
        return Node(Days(start, start), "part", as_of=True) if which == "初" else month_node(start.year, month)
    if node.grain in {"month", "months"}:
        first, last = (1, 5) if which == "初" else THIRDS["中"]
        return Node(Days(start.replace(day=first), start.replace(day=last)), "days")
    if node.grain in {"decade", "plan", "century"}:
        return Node(Days(start, end), "decade", label=node.label)
    return Node(cal.month_days(start.year, start.month), "month") if which == "初" else None


def festival(year: int, atom: Atom) -> Days | None:
    """The day of a festival in a year, or the days of its official holiday."""
    lexicon = words()
    told = lexicon.festivals[atom.word]
    if told.day:
        day = cal.day(year, *told.day)
    elif told.lunar:
        day = cal.lunar_day(year, *told.lunar) if told.lunar != (12, 30) else cal.lunar_day(year - 1, 12, 30)
    elif told.weekday:
        month, n, weekday = told.weekday
        day = cal.nth_weekday(cal.month_days(year, month), n, weekday)
    else:
        day = cal.term_day(year, told.term)
    if day is None or not (atom.nums[0] and told.holiday):
        return Days(day, day) if day else None
    name = "国庆" if "国庆" in told.name or "十一" in told.name else told.name
    official = lexicon.holidays.get((name, year))
    first, length = told.holiday
    start = day + DAY * first
    return Days(*official) if official else Days(start, start + DAY * (length - 1))
