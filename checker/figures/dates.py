"""Every date, period and time expression in a sentence, with the days it names."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import dates_spans
from checker.figures.dates_calendar import Days, shift_year, year_days
from checker.figures.dates_context import Context
from checker.figures.dates_frames import framed
from checker.figures.dates_heads import opened
from checker.figures.dates_nodes import Node, month_node
from checker.figures.dates_refusals import is_bare_day, is_clock, is_event, is_month
from checker.figures.dates_scan import atoms, narrow_digits
from checker.frozen import dataclass, replace
from checker.model import Figure, Kind, Period, Span, Value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.figures.dates_atoms import Atom

JOIN = re.compile(r"(?:起|止)?\s?(?:[-—–－−~～―]{1,2}|至|到|直到)\s?(?:了)?")
# 是2023年的*2.2倍*: a year that is only measured against.
TIMES = re.compile(r"的(?:近|约|超过?)?[\d.一二两三四五六七八九十]{1,6}倍", needs="倍")
JOINING = frozenset("起止-—–－−~～―至到直")
BASED = frozenset("比较与于")
UNKNOWN_YEARS = re.compile(r"常年|历年|往年|历史|多年")
RECURRING = ("每", "每年", "每月", "每周", "每天", "每日", "每逢", "历年")
GLUE = re.compile(r"[的份度\s]")
WEEKDAY_NOTE = re.compile(r"\s?[（(]\s?(?:星期|周|礼拜)([一二三四五六日天])\s?[）)]", needs=("星期", "周", "礼拜"))
WEEKDAY_BEHIND = re.compile(r"\s?[（(，,]?\s?(?:星期|周|礼拜)([一二三四五六日天])", needs=("星期", "周", "礼拜"))
WEEKDAY_AHEAD = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])\s?[（(，,]?\s?$", needs=("星期", "周", "礼拜"))
# The months behind an older year alone (始建于1958年) are not that year's.
RECENT = 2
# Years further off are no newspaper's; with them, days counted from publication would leave the calendar.
YEARS = range(1000, 3000)
LONE_YEAR = re.compile(r"\s*(1[89]\d\d|20\d\d)\s*")


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
    joined: bool = False


def dates(text: str, published: date | None = None, year: int | None = None) -> list[Figure]:
    """Every date, period and time expression in one sentence, in order, never overlapping.

    ``published`` resolves what is relative; ``year`` is the year that the context is about. Kind DATE, or
    DURATION for lengths told as a period (近三年), which alone have a ``value``. ``period`` is None where the days are
    not known: 近日, a time of day, a day that no calendar has, a relative date without ``published``.

    >>> [(f.text, f.period.start.isoformat(), f.period.end.isoformat()) for f in dates("2024年3月签约，同年底投产。")]
    [('2024年3月', '2024-03-01', '2024-03-31'), ('同年底', '2024-12-31', '2024-12-31')]
    >>> dates("2000年轻人")
    []
    """
    found = readings(text, published, year)
    return [r.figure for r in found] if found else []


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
    lone = LONE_YEAR.fullmatch(text) if "年" not in text else None
    if lone:
        return [_reading(text, Span(*lone.span(1)), Node(year_days(int(lone.group(1))), "year"))]
    if published and published.year not in YEARS:
        published = None
    if year is not None and year not in YEARS:
        year = None
    plain = narrow_digits(text)
    found = list(atoms(plain))
    if not found:
        return []
    ctx, noted = Context(plain, published, year), "（" in plain or "(" in plain
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
            note = WEEKDAY_NOTE.match(plain, limit) if noted else None
            limit = note.end() if note else limit
    if plain is text:
        return out
    return [_as_written(text, r) for r in out]


def _as_written(text: str, reading: Reading) -> Reading:
    """The reading with the characters that stand in the text, full-width ones too."""
    f = reading.figure
    written = text[f.start : f.end]
    return Reading(replace(f, text=written, period=f.period and replace(f.period, text=written)), reading.problem)


def _read(  # noqa: PLR0911 - one return a kind of date
    text: str, found: Sequence[Atom], i: int, ctx: Context
) -> tuple[Reading | None, int]:
    """The reading that begins with the i-th atom, and how many atoms it takes (at least one)."""
    head = found[i]
    recurring = text.endswith(RECURRING, 0, head.start)
    if head.kind in dates_spans.KINDS:
        return _spanned(text, head, ctx), 1
    if head.kind == "same_period_word":
        return _same_period(text, head, ctx), 1
    if head.kind == "md_event":
        valid = month_node(2000, head.nums[0]).days and 1 <= head.nums[1] <= 31
        return (_reading(text, Span(head.start, head.end), Node(None, "day")) if valid else None), 1
    told = _told(text, found, i, ctx, follows=text.endswith("每月", 0, head.start))
    if told is None:
        return None, 1
    if recurring:
        node = Node(None, told.node.grain, problem=told.node.problem)
        return _reading(text, Span(told.start, told.end), node), told.used
    nxt = i + told.used
    if nxt < len(found) and found[nxt].word == "同期" and found[nxt].start == told.end and told.node.grain == "year":
        return _same_period(text, found[nxt], ctx, told), told.used + 1
    told = _joined(text, found, i, told, ctx)
    span, node = framed(text, Span(told.start, told.end), told.node, ctx, joined=told.joined)
    _remember(text, told, node, ctx)
    return _reading(text, span, node, explicit=not node.inferred), told.used


def _told(  # noqa: PLR0911 - one return a refusal
    text: str, found: Sequence[Atom], i: int, ctx: Context, *, follows: bool = False
) -> _Told | None:
    """The date that opens with the i-th atom; ``follows``: a day may stand there without its month."""
    run = [found[i]]
    for atom in found[i + 1 : i + 8]:
        if atom.start > run[-1].end and not GLUE.fullmatch(text, run[-1].end, atom.start):
            break
        run.append(atom)
    head = run[0]
    if head.kind in {"day", "days"} and not is_bare_day(text, head, follows=follows):
        return None
    if head.kind == "time" and not is_clock(text, head, follows=follows):
        return None
    if head.kind == "daypart":
        if len(run) < 2 or run[1].kind != "time":
            return None
        return _Told(head.start, run[1].end, Node(None, "time"), stated=False, used=2)
    if head.kind == "month" and len(run) == 1 and not is_month(text, head):
        return None
    if head.kind == "md" and is_event(text, head):
        return _Told(head.start, head.end, Node(None, "day"), stated=False, used=1)
    made = opened(run, ctx)
    if made is None:
        return None
    node, stated, used = made
    end = run[used - 1].end
    return _Told(head.start, end, node, stated, used)


def _joined(text: str, found: Sequence[Atom], i: int, told: _Told, ctx: Context) -> _Told:
    """The range that a date opens (8月12日至16日), or the date itself."""
    after = text[told.end : told.end + 1]
    join = JOIN.match(text, told.end) if after in JOINING or after.isspace() else None
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
    return _Told(told.start, other.end, both, told.stated, told.used + other.used, joined=True)


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


def _remember(text: str, told: _Told, node: Node, ctx: Context) -> None:
    """What the next date of the sentence may lean on: a compared or planned year is no story's year."""
    days = told.node.days
    if not days or told.node.grain in {"now", "plan", "decade", "century"}:
        return
    if _is_base(text, told.start) or (node.grain == "year" and _names(text, told.end)):
        return
    if TIMES.match(text, told.end):
        return
    ctx.last, ctx.last_grain = days, told.node.grain
    past = ctx.published is None or days.start <= ctx.published
    recent = ctx.published is None or days.start.year + RECENT >= ctx.published.year or told.node.grain != "year"
    if told.stated and past and recent and days.start.year == days.end.year:
        ctx.focus = days.end.year
        ctx.told_year = ctx.told_year if node.as_of else days.start.year


def _is_base(text: str, start: int) -> bool:
    """Whether a time is what another is held against: 比去年, 高*于*2023年; but not 将*于*5月16日（星期五）至20日."""
    before = text[max(0, start - 2) : start]
    return before[-1:] in BASED and not (before.endswith("于") and before[:1] not in _MORE_THAN)


_MORE_THAN = frozenset("高低多少大小优强弱快慢好差次")
_MEETING = re.compile(
    r"(?<=度)[^，。；、：]{0,14}?(?:会议|大会|发布会|例会|计划|方案|预算|报告|总结)",
    needs=("会", "计划", "方案", "预算", "报告", "总结"),
)


def _names(text: str, end: int) -> bool:
    """Whether a year that ends there is part of a meeting's or a document's name (2024*年度工作会议*)."""
    return _MEETING.match(text, end) is not None


def _same_period(text: str, atom: Atom, ctx: Context, of: _Told | None = None) -> Reading:
    """上年同期, 2019年同期, 比同期: the date before it in the sentence, in another year."""
    start, last, inferred = atom.start, ctx.last, False
    year = of.node.days.start.year if of and of.node.days else None
    if of:
        start = of.start
    elif atom.word == "同期" and UNKNOWN_YEARS.search(text[max(0, atom.start - 2) : atom.start]):
        return _reading(text, Span(atom.start, atom.end), Node(None, "same"))
    if last is None and ctx.published and (of or atom.word != "同期"):
        last, inferred = year_days(ctx.published.year), True
    if last is None:
        return _reading(text, Span(start, atom.end), of.node if of else Node(None, "same"))
    compared = atom.word != "同期" or text[max(0, atom.start - 1) : atom.start] in BASED
    by = year - last.end.year if year else -2 if atom.word.startswith("前") else -1 if compared else 0
    first, final = (shift_year(d, by) for d in last)
    node = Node(Days(first, final) if first and final else None, "same", inferred=inferred)
    return _reading(text, Span(start, atom.end), node, explicit=not inferred)


def _spanned(text: str, atom: Atom, ctx: Context) -> Reading | None:
    start, end, length = dates_spans.span(atom, ctx.published)
    written = text[atom.start : atom.end]
    known = start is not None or end is not None or length is not None
    period = Period(start, end, text=written, length=length) if known and (start or end) else None
    where = Span(atom.start, atom.end)
    return Reading(Figure(*where, written, Kind.DURATION, where, value=_length(atom), period=period))


def _length(atom: Atom) -> Value | None:
    """How long a told stretch of time is; None for 几年 and for one from an event on (改革开放40年来)."""
    if atom.kind == "epoch" or not atom.nums or not all(atom.nums):
        return None
    low, high = Fraction(atom.nums[0]), Fraction(atom.nums[-1])
    return Value(min(low, high), max(low, high), atom.word, Fraction(1))


def _reading(text: str, span: Span, node: Node, *, explicit: bool = True) -> Reading:
    written = text[span.start : span.end]
    period = None
    if node.days:
        start, end = node.days
        period = Period(start, end, explicit=explicit, text=written, label=node.label, as_of=node.as_of)
    return Reading(Figure(span.start, span.end, written, Kind.DATE, span, period=period), node.problem)
