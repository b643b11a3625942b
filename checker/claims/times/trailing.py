"""Times that rule figures from behind, from a sentence before, or one each: 6座水厂*9月底前*完成切换; *当晚*; 分别."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.governed import AGAINST, CLAUSE_END, UNCOUNTED, Governed, deadline
from checker.frozen import replace
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.model import Figure, Period

_RESPECTIVELY = re.compile(r"分别|依次")
_JOINED = frozenset({"和", "、", "与", "及"})
# How far after 分别 the first of its figures stands.
_SOON = 12
# What stands between the things counted and the time of what they do: 剩余190个小区*将于*2026年完成改造.
_THINGS = re.compile(r"[^，。；：！？、（）“”0-9]{0,14}")
_BEHIND = re.compile(r"(?:[^，。；：！？、0-9]{0,10}的|[，。；：！？、）]|$)")


def told_behind(text: str, figures: Sequence[Figure], out: list[Governed], published: date | None) -> list[Governed]:
    """What governs each figure, with the time that stands behind it for what opens its clause.

    Only a time that nothing else in its clause is told of: *6座水厂*将在9月底前完成切换.
    """
    for i, (f, date_) in enumerate(pairwise(figures)):
        if date_.kind is not Kind.DATE or f.kind is not Kind.QUANTITY or date_.period is None:
            continue
        span = out[i].span
        if span is not None and not CLAUSE_END.search(text, span.end, f.start):
            continue
        if not _THINGS.fullmatch(text, f.end, date_.start) or text.endswith(AGAINST, 0, date_.start):
            continue
        end = CLAUSE_END.search(text, date_.end)
        stop = end.start() if end is not None else len(text)
        within = i + 2 < len(figures) and figures[i + 2].start < stop
        if not within and not _BEHIND.match(text, date_.end):
            due = deadline(date_.text, date_.period, published)
            out[i] = Governed(replace(date_.period, text=date_.text), date_.span, due=due, behind=True)
    return out


# How far behind a figure the rank stands that is told of it: 去年的估值是44.85亿元，*在全省排*第三位.
_RANKED = re.compile(r"，[^，。；：！？0-9]{0,12}")


def ranked_then(text: str, figures: Sequence[Figure], out: list[Governed]) -> list[Governed]:
    """What governs each figure, with the time that is of one figure alone given to the rank told of it right behind."""
    for i in range(1, len(figures)):
        told, near = out[i - 1], figures[i - 1]
        if figures[i].kind is not Kind.RANK or told.span is None or near.kind in UNCOUNTED or told.span == out[i].span:
            continue
        if not text.endswith(AGAINST, 0, told.span.start) and _RANKED.fullmatch(text, near.end, figures[i].start):
            out[i] = told
    return out


# The day that was told last, in whatever sentence.
_THAT_DAY = re.compile(r"(?:截至|截止到?|到|至)?(?:当日|当天|当晚|同日)")
# No day so long before its paper, or behind it, is meant by 当天 in another sentence.
_ABOUT = 31


def that_day(figure: Figure, day: Period | None, before: Sequence[Figure]) -> Period | None:
    """What 当晚 means where no day stands before it in its sentence: the day that a sentence before told last."""
    if day is None or _THAT_DAY.match(figure.text) is None or last_day(before) is not None:
        return None
    return replace(day, explicit=False, text=figure.text, as_of=figure.period is not None and figure.period.as_of)


def last_day(figures: Sequence[Figure], published: date | None = None) -> Period | None:
    """The last single day that is told of in some figures, not far from that of publication where that is known."""
    for f in reversed(figures):
        p = f.period if f.kind is Kind.DATE else None
        if p is None or p.start is None or p.start != p.end or p.as_of or _THAT_DAY.match(f.text):
            continue
        if published is None or abs((published - p.start).days) <= _ABOUT:
            return p
    return None


def each_its_own(text: str, figures: Sequence[Figure], out: list[Governed]) -> list[Governed]:
    """What governs each figure, with the dates of a list given to the figures told of them with 分别, one to each."""
    said = _RESPECTIVELY.search(text) if "分别" in text or "依次" in text else None
    if said is None:
        return out
    dates = _listed(text, figures, [i for i, f in enumerate(figures) if f.kind == Kind.DATE and f.end <= said.start()])
    told = [i for i, f in enumerate(figures) if f.kind not in UNCOUNTED and f.number.start >= said.end()]
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
