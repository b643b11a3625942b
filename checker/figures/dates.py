"""Every date, period and time expression in a sentence, with the days it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.figures import dates_spans
from checker.figures.dates_calendar import Days, shift_year, year_days
from checker.figures.dates_heads import Context, opened
from checker.figures.dates_nodes import Node, month_node
from checker.figures.dates_scan import atoms, narrow_digits
from checker.model import Figure, Kind, Period, Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.figures.dates_atoms import Atom

JOIN = re.compile(r"(?:起|止)?\s?(?:[-—–－−~～―]{1,2}|至|到|直到)\s?(?:了)?")  # noqa: RUF001
SINCE = re.compile(
    r"""
      以来                     # 2020年以来
    | 来(?=[，、])             # 2016年来，
    | 起(?![草飞来步诉源伏义码价到点降用居运征])(?:至今|到现在)?    # 2019年起
    | 开始(?!前)               # 3月开始
    | [以之]后                 # 2020年以后
    """,
    re.VERBOSE,
)
BEFORE = re.compile(
    r"""
      [以之]前                 # 6月之前
    | 前(?![\d一二三四五六七八九十两几后列景往去期沿身夕任哨台夜来线段部天不所首门方面线进者瞻卫提])   # 2025年前
    """,
    re.VERBOSE,
)
WITHIN = re.compile(r"期间|时期")
AS_OF = re.compile(r"(?:截至|截止到|截止至|截止|截到)\s?$")
BY = re.compile(r"(?:^|[，。；：、（(“\s])(?:到|至)$")
FROM = re.compile(r"(?:自从|自|从)$")
COMPARED = re.compile(r"[比较与于]$")
RECURRING = re.compile(r"每$|每[年月周天日逢]$|历年$")
GLUE = re.compile(r"的|份|度|\s|")
WEEKDAY_NOTE = re.compile(r"\s?[（(]\s?(?:星期|周|礼拜)([一二三四五六日天])\s?[）)]")  # noqa: RUF001
WEEKDAY_BEHIND = re.compile(r"\s?[（(，,]?\s?(?:星期|周|礼拜)([一二三四五六日天])")  # noqa: RUF001
WEEKDAY_AHEAD = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])\s?[（(，,]?\s?$")  # noqa: RUF001
LENGTH_AHEAD = re.compile(r"(?:[每共近达约第满过仅逾超隔前后为]|历时|连续|用时|耗时|最多|最长|不足|不到|在职|短短|延长|缩短|增加|减少)$")
LENGTH_BEHIND = re.compile(r"[前后内]|左右|时间|以[上下内]|不等|之久|行程|工期")
LONE_YEAR = re.compile(r"\s*(1[89]\d\d|20\d\d)\s*")
EVENT_BEHIND = re.compile(r"[”’\"]?(?:特大|重大|地震|事件|事故|火灾|案|专案|事变)")


@dataclass(frozen=True)
class Reading:
    """A figure with what was found wrong with it ("" if nothing)."""

    figure: Figure
    problem: str = ""


@dataclass(frozen=True)
class _Told:
    """Some days as one run of text tells them."""

    start: int
    end: int
    node: Node
    stated: bool
    used: int


def dates(text: str, published: date | None = None, year: int | None = None) -> list[Figure]:
    """Every date, period and time expression in one sentence, in order, never overlapping.

    ``published`` resolves what is relative; ``year`` is the year that the context is about. Kind DATE, or
    DURATION for lengths told as a period (近三年); ``value`` is None. ``period`` is None where the days are not
    known: 近日, a time of day, a day that no calendar has, a relative date without ``published``.

    >>> [(f.text, f.period.start.isoformat(), f.period.end.isoformat()) for f in dates("2024年3月签约，同年底投产。")]
    [('2024年3月', '2024-03-01', '2024-03-31'), ('同年底', '2024-12-31', '2024-12-31')]
    >>> dates("2000年轻人")
    []
    """
    return [r.figure for r in readings(text, published, year)]


def impossible(figure_text: str, year: int | None = None) -> str | None:
    """Why no calendar or clock has the date that a text names, in Chinese; None where one has it.

    >>> impossible("2023年2月29日"), impossible("2024年2月29日")
    ('2023年2月没有29日', None)
    """
    return next((r.problem for r in readings(figure_text, None, year) if r.problem), None)


def weekday(text: str, figure: Figure) -> int | None:
    """The weekday (0 Monday … 6 Sunday) that a sentence tells of a date, in its brackets or right beside it.

    >>> weekday("10月1日（星期三）开幕", dates("10月1日（星期三）开幕")[0])
    2
    >>> weekday("10月1日开幕", dates("10月1日开幕")[0]) is None
    True
    """
    m = WEEKDAY_BEHIND.match(text, figure.end) or WEEKDAY_BEHIND.search(figure.text)
    m = m or WEEKDAY_AHEAD.search(text[max(0, figure.start - 8) : figure.start])
    return min("一二三四五六日天".index(m.group(1)), 6) if m else None


def readings(text: str, published: date | None = None, year: int | None = None) -> list[Reading]:
    """What :func:`dates` yields, each with the problem that its days have."""
    lone = LONE_YEAR.fullmatch(text)
    if lone:
        return [_reading(text, Span(*lone.span(1)), Node(year_days(int(lone.group(1))), "year"))]
    plain = narrow_digits(text)
    found = list(atoms(plain))
    ctx = Context(plain, published, year)
    out: list[Reading] = []
    i, limit = 0, 0
    while i < len(found):
        if found[i].start < limit:
            i += 1
            continue
        reading, used = _read(plain, found, i, ctx)
        i += used
        if reading:
            out.append(reading)
            limit = reading.figure.end
            note = WEEKDAY_NOTE.match(plain, limit)
            limit = note.end() if note else limit
    if plain is text:
        return out
    return [_as_written(text, r) for r in out]


def _as_written(text: str, reading: Reading) -> Reading:
    """The reading with the characters that stand in the text, full-width ones too."""
    f = reading.figure
    written = text[f.start : f.end]
    return Reading(replace(f, text=written, period=f.period and replace(f.period, text=written)), reading.problem)


def _read(text: str, found: Sequence[Atom], i: int, ctx: Context) -> tuple[Reading | None, int]:
    """The reading that begins with the i-th atom, and how many atoms it takes (at least one)."""
    head = found[i]
    recurring = bool(RECURRING.search(text[max(0, head.start - 2) : head.start]))
    if head.kind in dates_spans.KINDS:
        return _spanned(text, head, ctx), 1
    if head.kind == "same_period_word":
        return _same_period(text, head, ctx), 1
    if head.kind == "md_event":
        valid = month_node(2000, head.nums[0]).days and 1 <= head.nums[1] <= 31
        return (_reading(text, Span(head.start, head.end), Node(None, "day")) if valid else None), 1
    told = _told(text, found, i, ctx)
    if told is None:
        return None, 1
    if recurring:
        return _reading(text, Span(told.start, told.end), Node(None, told.node.grain, problem=told.node.problem)), told.used
    told = _joined(text, found, i, told, ctx)
    span, node = _framed(text, told, ctx)
    _remember(text, told, node, ctx)
    return _reading(text, span, node, explicit=not node.inferred), told.used


def _told(text: str, found: Sequence[Atom], i: int, ctx: Context, *, follows: bool = False) -> _Told | None:
    run = [found[i]]
    for atom in found[i + 1 : i + 8]:
        glue = GLUE.match(text, run[-1].end)
        if atom.start != run[-1].end and not (glue and glue.end() == atom.start):
            break
        run.append(atom)
    head = run[0]
    if head.kind in {"day", "days"} and not _is_bare_day(text, head, ctx, follows=follows):
        return None
    if head.kind == "time" and not _is_clock(text, head):
        return None
    if head.kind == "daypart":
        if len(run) < 2 or run[1].kind != "time":
            return None
        return _Told(head.start, run[1].end, Node(None, "time"), stated=False, used=2)
    if head.kind == "md" and EVENT_BEHIND.match(text, head.end):
        return _Told(head.start, head.end, Node(None, "day"), stated=False, used=1)
    made = opened(run, ctx)
    if made is None:
        return None
    node, stated, used = made
    end = run[used - 1].end
    return _Told(head.start, end, node, stated, used)


def _is_bare_day(text: str, atom: Atom, ctx: Context, *, follows: bool) -> bool:
    """Whether 10日 without a month is a day, and no length, bus line or player."""
    if follows:
        return True
    if atom.word == "号" or atom.kind == "days" and text[atom.end - 1] == "号":
        return ctx.last_grain == "day" and text[atom.start - 1 : atom.start] in tuple("、，至到")
    if not text[atom.start].isascii() and atom.end - atom.start < 3:
        return False
    ahead = text[max(0, atom.start - 4) : atom.start]
    return not (LENGTH_AHEAD.search(ahead) or LENGTH_BEHIND.match(text, atom.end))


SCORE = re.compile(r"比分|比例|之比|比为|[胜负]|击败|不敌|战平|领先|落后|局|扳|配比|按|[:：]")


def _is_clock(text: str, atom: Atom) -> bool:
    """Whether 7:40 is a time of day, and no score or ratio; whether 10点 is one, and no ten points."""
    written = text[atom.start : atom.end]
    if "点" in written:
        return not written.endswith("点")
    if "时" in written:
        return True
    near = text[max(0, atom.start - 10) : atom.start] + text[atom.end : atom.end + 10]
    return not SCORE.search(near)


def _joined(text: str, found: Sequence[Atom], i: int, told: _Told, ctx: Context) -> _Told:
    """The range that a date opens (8月12日至16日), or the date itself."""
    join = JOIN.match(text, told.end)
    nxt = i + told.used
    if nxt < len(found) and found[nxt].start == told.end and found[nxt].word in {"至今", "迄今"}:
        days = Days(told.node.days.start, ctx.published) if told.node.days and ctx.published else None
        return _Told(told.start, found[nxt].end, Node(days, "range"), told.stated, told.used + 1)
    if not join or nxt >= len(found) or found[nxt].start != join.end():
        return told
    inner = Context(ctx.text, ctx.published, ctx.year, told.node.days, told.node.grain, ctx.told_year)
    if told.node.days:
        inner.told_year = told.node.days.end.year
        inner.last_grain = "day" if told.node.grain == "month" and found[nxt].kind == "day" else told.node.grain
    other = _told(text, found, nxt, inner, follows=True)
    if other is None:
        return told
    both = _between(told.node, other)
    return _Told(told.start, other.end, both, told.stated, told.used + other.used)


def _between(node: Node, other: _Told) -> Node:
    first, last, grain = node.days, other.node.days, "day" if node.grain == other.node.grain == "day" else "range"
    problem = node.problem or other.node.problem
    if other.node.grain == "time" and not problem:
        return node
    if not first or not last or problem:
        return Node(None, "range", problem=problem)
    if last.end < first.start and not other.stated:
        later = shift_year(last.end, 1)
        return Node(Days(first.start, later) if later else None, grain)
    return Node(Days(first.start, last.end), grain) if last.end >= first.start else Node(None, "range")


def _framed(text: str, told: _Told, ctx: Context) -> tuple[Span, Node]:
    """The date with the words around it that make it a point of time, or open one of its ends."""
    start, end, node = told.start, told.end, told.node
    ahead = text[max(0, start - 5) : start]
    since, before = SINCE.match(text, end), BEFORE.match(text, end)
    source = FROM.search(ahead)
    if source and (since or node.grain == "range" or told.used > 1 and JOIN.search(text, start, end)):
        start -= len(source.group())
    if since and node.grain not in {"time", "vague", "now"}:
        return Span(start, since.end()), _since(node, ctx)
    if text[end : end + 1] == "止" and node.grain in {"range", "days", "day"}:
        end += 1
    if before and node.grain not in {"time", "vague", "now"}:
        return Span(start, before.end()), _before(node, ctx)
    within = WITHIN.match(text, end) if node.grain in {"years", "range", "year"} else None
    end = within.end() if within else end
    as_of = AS_OF.search(ahead)
    if as_of:
        return Span(start - len(as_of.group()), end), _as_of(node, ctx)
    if BY.search(ahead) and node.grain not in {"time", "vague", "range", "days"}:
        return Span(start - 1, end), _as_of(node, ctx, clip=False)
    return Span(start, end), node


def _since(node: Node, ctx: Context) -> Node:
    if not node.days:
        return node
    end = ctx.published if ctx.published and ctx.published >= node.days.start else None
    return Node((node.days.start, end), "open", label=node.label)  # type: ignore[arg-type]


def _before(node: Node, ctx: Context) -> Node:
    if not node.days:
        return node
    if node.grain in {"range", "years"}:
        return node
    start = ctx.published if ctx.published and ctx.published <= node.days.end else None
    end = node.days.end
    return Node((start, end), "open", label=node.label)  # type: ignore[arg-type]


def _as_of(node: Node, ctx: Context, *, clip: bool = True) -> Node:
    if not node.days or node.as_of:
        return node
    end = node.days.end
    if clip and ctx.published and node.days.start <= ctx.published < end:
        end = ctx.published
    return Node(Days(end, end), "part", as_of=True, label=node.label)


def _remember(text: str, told: _Told, node: Node, ctx: Context) -> None:
    """What the next date of the sentence may lean on: a compared or planned year is no story's year."""
    days = told.node.days
    if not days or told.node.grain in {"now", "plan", "decade", "century"}:
        return
    if COMPARED.search(text[max(0, told.start - 1) : told.start]):
        return
    ctx.last, ctx.last_grain = days, told.node.grain
    past = ctx.published is None or days.start <= ctx.published
    if told.stated and past and days.start.year == days.end.year and not node.as_of:
        ctx.told_year = days.start.year


def _same_period(text: str, atom: Atom, ctx: Context) -> Reading | None:
    by = -2 if atom.word.startswith("前") else -1
    if atom.word == "同期" and not COMPARED.search(text[max(0, atom.start - 1) : atom.start]):
        by = 0
    days, explicit = ctx.last, True
    if days is None and atom.word != "同期" and ctx.published:
        days, explicit = year_days(ctx.published.year), False
    start, end = (shift_year(d, by) for d in days) if days else (None, None)
    node = Node(Days(start, end) if start and end else None, "same")
    return _reading(text, Span(atom.start, atom.end), node, explicit=explicit)


def _spanned(text: str, atom: Atom, ctx: Context) -> Reading | None:
    start, end, length = dates_spans.span(atom, ctx.published)
    written = text[atom.start : atom.end]
    known = start is not None or end is not None or length is not None
    period = Period(start, end, text=written, length=length) if known and (start or end) else None
    return Reading(Figure(atom.start, atom.end, written, Kind.DURATION, Span(atom.start, atom.end), period=period))


def _reading(text: str, span: Span, node: Node, *, explicit: bool = True) -> Reading:
    written = text[span.start : span.end]
    period = None
    if node.days:
        start, end = node.days
        period = Period(start, end, explicit=explicit, text=written, label=node.label, as_of=node.as_of)
    return Reading(Figure(span.start, span.end, written, Kind.DATE, span, period=period), node.problem)
