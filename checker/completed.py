"""How long a work took that a text calls done without a date beside it: 2023年3月开工，历时18个月建成."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import months_between
from checker.lengths import Length, length, more_months
from checker.lexicon import pattern, words
from checker.model import Kind, Status
from checker.stretches import month_of_work

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Claim

_SOON = re.compile(
    r"预计|计划|将|拟|力争|目标|有望|总工期|合同",
    needs=("预", "计划", "将", "拟", "力争", "目标", "有望", "工期", "合同"),
)
_DAY = re.compile(r"[日号]")
# A work that is done is told of within so many days.
_NEWS = 40


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    done = pattern("durations", "done")
    return (
        re.compile(rf"{pattern('durations', 'lasts')}[^，。；、0-9]{{0,3}}$", needs=words("durations", "lasts")),
        re.compile(rf"[^，。；]{{0,10}}(?:，[^，。；]{{0,8}})?{done}"),
        re.compile(rf"[^。；]{{0,40}}{done}"),
    )


def completed(
    told: Claim, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]
) -> Iterator[Length]:
    """The reading of a length in months or years against the month in which its work began, up to when it was done.

    That is the one day that the sentences ``before`` tell of its being done, else the day of the paper, which it
    cannot reach beyond. ``dates``: those of its own sentence; nothing is yielded where one behind the beginning may be
    the end.
    """
    said, unit = length(told), told.value.unit if told.value is not None else ""
    published, text, figure = told.article.published, told.sentence.text, told.figure
    if said is None or published is None or unit not in ("年", "个月") or told.status != Status.ACTUAL:
        return
    lasts, done, told_done = _words()
    begun = [c for c in dates if c.figure.end <= figure.start and month_of_work(c)]
    if not begun or not lasts.search(text[max(0, figure.start - 8) : figure.start]) or not done.match(text, figure.end):
        return
    start = begun[-1]
    apart = text[start.figure.end : figure.start]
    if "；" in apart or _SOON.search(apart) or any(c.figure.start > start.figure.start for c in dates):
        return
    p = start.figure.period
    if p is None or p.start is None or p.start > published:
        return
    whole = said * (12 if unit == "年" else 1) + more_months(told)
    spare = 2 if said.denominator != 1 else 6 if unit == "年" and not more_months(told) else 1
    ends = [c for _, claims in before for c in claims if _is_news(c) and told_done.match(c.sentence.text, c.figure.end)]
    ended = {c.figure.period.start: c for c in ends if c.figure.period and c.figure.period.start}
    if len(ended) == 1:
        ((day, end),) = ended.items()
        months = months_between(p.start, day)
        least = Fraction(months - spare)
        yield Length(told, (start, end), whole, least, Fraction(months + spare), _shown(start.text, end.text, months))
        return
    months = months_between(p.start, published)
    if not ended:
        shown = _shown(start.text, f"见报的{published.year}年{published.month}月", months)
        yield Length(told, (start,), whole, Fraction(0), Fraction(months + spare), shown)


def _shown(start: str, end: str, months: int) -> str:
    return f"{start} 至 {end} 是{months}个月"


def _is_news(claim: Claim) -> bool:
    """Whether a date is a day not long before its paper."""
    period, published = claim.figure.period, claim.article.published
    if claim.kind is not Kind.DATE or period is None or period.start is None or period.start != period.end:
        return False
    return bool(_DAY.search(claim.text)) and published is not None and 0 <= (published - period.start).days <= _NEWS
