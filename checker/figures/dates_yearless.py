"""Dates without a year (12月8日, 一季度, 年底, 春节) → the year in which they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures.dates_nodes import INSIDE, Node, fold, listed_apart, narrow, year_node
from checker.figures.dates_words import words
from checker.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.figures.dates_atoms import Atom
    from checker.figures.dates_context import Context

# A day without a year lies in the year of publication unless it is further ahead than this.
AHEAD = 200
AHEAD_CUMULATIVE = 100
# What is said to come, but lies further back than this, comes next year.
BEHIND = 30
FORETOLD = re.compile(r"将|拟于|计划于|预计")
# 截至11月底 brings a story up to date, whichever year it was about.
LIMIT = re.compile(r"截[至止](?:到|至)?\s?$")
# A meeting sets goals, and tells no results, by these.
SETS = re.compile(
    r"(?:会议|会上|大会|方案|意见|通知|要点|规划|计划)[^，。；：]{0,6}?(?:明确|要求|提出|强调|部署|确定|指出)[^，。；：]{0,4}[，：]"
)
# What a meeting looks back on: 会议指出，*过去一年*，…，全年造林3万亩.
_BACK = re.compile(r"过去的?这?一年|[这一]年来|回[顾望首]", needs=("过去", "年来", "回"))
_TO_DO = re.compile("安排|要(?![求点素闻])", needs="安要")
YEARLESS = INSIDE["year"] - {"months_last", "month_nth", "season", "nth_week"} | {"year_parts_word"}


def yearless(atoms: Sequence[Atom], ctx: Context) -> tuple[Node, bool, int] | None:
    """As :func:`checker.figures.dates_heads.opened`, for a date whose first atom is no year."""

    def within(year: int) -> tuple[Node, int] | None:
        first = narrow(year_node(year), atoms[0], stated=False)
        return fold(first, atoms, 1, stated=False) if first else None

    head = atoms[0]
    goal = head.word == "全年" and set_by_meeting(ctx.text, head.start)
    focus = ctx.focus if head.word == "全年" and not goal and not ctx.future(head.start, head.end) else None
    if (
        head.word == "全年"
        and ctx.last_grain == "year"
        and ctx.last
        and ctx.published
        and ctx.last.start > ctx.published
    ):
        focus = ctx.last.start.year  # 2025年将治理4条支流，*全年*计划治理46公里
    limit = ctx.published is not None and (
        goal or LIMIT.search(ctx.text, max(0, head.start - 4), head.start) is not None
    )
    ahead = _ahead(ctx, head)
    told = focus or (ctx.told_year or ctx.published.year if (limit or ahead) and ctx.published else ctx.year_told)
    if head.word == "全年" and told is not None and _looks_back(told, ctx, head):
        told -= 1
    if listed_apart(atoms[0]):
        return Node(None, "months"), False, 1
    found = within(told or 2000)
    if found is None or (found[0].problem and found[0].grain == "month"):
        return None
    if told is not None and _until_lately(found[0], ctx, head) and ctx.published is not None:
        found = within(told := ctx.published.year) or found
    node, used = found
    if told is None:
        return replace(node, days=None), False, used
    if ctx.told_year is None and focus is None and (ctx.year is None or limit or ahead) and ctx.published and node.days:
        move = _moved(node, ctx, atoms[0].start, atoms[used - 1].end)
        found = within(told + move) if move else found
    return (found[0], False, found[1]) if found else None


_TO = ("到", "至")
# 年初*计划*建30所，实际建成34所: what was planned at the beginning of a year is no year to come.
SET_THEN = re.compile("(?:就|曾|已|的)?(?:计划|承诺|目标|预期|预计|预算|安排|下达|确定|设定|提出|定下|部署)")
# The year that results are measured against (较2023年增长14.8%).
_AGAINST = re.compile(r"[较比](?P<year>20[0-9]{2})年")


def _until_lately(node: Node, ctx: Context, head: Atom) -> bool:
    """Whether a date ends what began before it, and so is of no year in which it would lie before that.

    从*2022年11月*算起，到*6月底*已有253万人次, told in July 2024.
    """
    if ctx.last is None or node.days is None or ctx.published is None or not ctx.text.endswith(_TO, 0, head.start):
        return False
    return node.days.end < ctx.last.start and ctx.published.year > ctx.last.start.year


def _ahead(ctx: Context, head: Atom) -> bool:
    """Whether a sentence before told of a year to come, of which this one, that foretells nothing, need not tell."""
    later = ctx.year is not None and ctx.published is not None and ctx.year > ctx.published.year
    then = head.word == "年初" and SET_THEN.match(ctx.text, head.end) is not None
    return later and (then or not ctx.future(head.start, head.end))


def set_by_meeting(text: str, at: int) -> bool:
    """Whether what stands at ``at`` is told by a meeting that sets goals, and has not looked back since.

    >>> set_by_meeting("会议指出，全年造林3万亩", 5), set_by_meeting("会议指出，过去一年，全年造林3万亩", 10)
    (True, False)
    """
    m = SETS.search(text, 0, at)
    return m is not None and _BACK.search(text, m.end(), at) is None


def _sets(ctx: Context, start: int, end: int) -> bool:
    """Whether a year is one that goals are set for: 会议明确，*全年*安排项目126个; *全年*要办60场."""
    return set_by_meeting(ctx.text, start) or _TO_DO.match(ctx.text, end) is not None


def _looks_back(year: int, ctx: Context, head: Atom) -> bool:
    """Whether 全年 is the year before: of an article of January or February, or measured against the one before."""
    day = ctx.published
    if day is None or day.year != year or ctx.future(head.start, head.end) or "今年" in ctx.text[: head.start]:
        return False
    if _sets(ctx, head.start, head.end):
        return False
    if day.month > 2:
        return any(int(m["year"]) == year - 2 for m in _AGAINST.finditer(ctx.text, head.end))
    return (ctx.told_year or ctx.focus or ctx.year) == year and f"{year}年" not in ctx.text


def _moved(node: Node, ctx: Context, start: int, end: int) -> int:
    """-1, 0 or 1: the year beside that of publication in which a date without a year lies."""
    if ctx.published is None or node.days is None:
        return 0
    then = ctx.text.endswith("年初", 0, end) and SET_THEN.match(ctx.text, end) is not None
    future = ctx.future(start, end) and not then
    if node.grain in {"all", "year_end"}:
        future = future or ctx.text.startswith("前", end) or _sets(ctx, start, end)
        return -1 if ctx.published.month <= (2 if node.grain == "all" else 3) and not future else 0
    if node.grain == "vacation":
        return -1 if node.days.start > ctx.published and not future else 0
    earlier = ctx.last is not None and ctx.last.end.year < ctx.published.year
    if earlier and node.days.start > ctx.published and not future:
        return -1  # 去年出院7.9万人次，其中*6月*启用的院区3.3万人次, told in January
    # 从3月30日起，*到*10月25日: what goes on until a day ends after it began.
    until = ctx.last is not None and ctx.text.endswith(_TO, 0, start) and ctx.last.end < node.days.start
    limit, reach = (AHEAD_CUMULATIVE, node.days.end) if node.cumulative else (AHEAD, node.days.start)
    if (reach - ctx.published).days > limit and not (future or until):
        return -1
    behind = (ctx.published - node.days.end).days
    foretold = not then and FORETOLD.search(ctx.text, max(0, start - 3), end + 2)
    return 1 if (foretold and behind > BEHIND) or (future and behind > AHEAD) else 0


# Who bears the word as a name, and what speaks: 门诊部主任岑*立冬*说.
NAMED = re.compile(r"(?:说|表示|介绍|告诉|坦言|透露|认为|回忆|笑|讲|感慨|向|和|与|、)")
BEFORE_TERM = re.compile(r"[年了到至自从在于是过逢近临值前后交今明昨去当为以日天，。；：、！？“”‘’（《\s]$")


def is_term(atom: Atom, text: str) -> bool:
    """Whether a solar term without a year is one, and no weather (大雪) and no given name."""
    before = text[max(0, atom.start - 1) : atom.start]
    if before and NAMED.match(text, atom.end) and BEFORE_TERM.match(before) is None:
        return False
    return atom.word in words().terms_bare or text.startswith(("节气", "时节", "当天", "这天"), atom.end)
