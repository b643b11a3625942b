"""Each figure of a sentence with the text that can name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.masking import UPON
from checker.figures.units import dimension
from checker.frozen import dataclass
from checker.lexicon import words
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


# Marks that end a clause. A comma inside a number belongs to a figure and is never looked at.
BOUNDARY = re.compile(r"[，；：。！？!?;:…—|｜】\n\u3000, ](?:(?<![, ])|(?<=,)(?!\d)|(?<= ) +)")


# A space between words of a headline: 再改286个小区 *老旧小区改造*进入深水区.
_GAP = re.compile("[㐀-鿿]{2} [㐀-鿿]{2}")
# ... and right behind a figure: 高新企业突破1300家 *科创大会*再吹冲锋号.
_AT_ONCE = re.compile("[㐀-鿿] [㐀-鿿]{2}")
# Kinds that the words before a figure reach back over.
_PASSED_OVER = frozenset({Kind.DATE, Kind.LABEL, Kind.NAME, Kind.ORDINAL, Kind.DURATION, Kind.PHRASE})


# Kinds that can stand within the name of what is counted.
_NAMING = frozenset({Kind.LABEL, Kind.PHRASE, Kind.ORDINAL})


# What makes an amount right behind a count the grade of what is counted: 3个10万吨*级*泊位.
_GRADES = ("级", "型", "以上", "以下", "及以上")
# Dimensions of what is counted one by one, and of what only 级 makes a grade of.
_SINGLE = frozenset({"个体", "人", "户"})
_WORTH = frozenset({"人民币", "美元", "人次", "台次", "场次", "批次", "种类", "床位", "学位", "机位", "时间", ""})
_PLAIN = _SINGLE | _WORTH
# The longest stretch of text before or after a figure that can name it.
REACH = 48


@dataclass(frozen=True)
class Slot:
    """A figure with the text that can name it, as spans of its sentence.

    ``left`` runs from the last clause boundary or figure to the figure, ``right`` from the figure to the next
    one. ``clause`` counts clauses from 0; ``after`` is the index of the figure before it in the same clause.
    ``dated``: the date that stands directly at the figure (上年的30.7亿元). ``owned``: where the last place or
    organisation ends that stands in ``left``, -1 where none does. ``grade``: the figure says of what size those are
    that the one before it counts (3座*220千伏*变电站). ``upon``: a growth starts from it
    (在1200家*的基础上*增加到1350家).
    """

    figure: Figure
    left: Span
    right: Span
    clause: int
    after: int | None
    dated: str = ""
    owned: int = -1
    grade: bool = False
    upon: bool = False


def boundaries(text: str, figures: Sequence[Figure]) -> list[int]:
    """The offsets just after each clause boundary of a sentence that does not stand inside a figure, 0 first."""
    found, k, n = [0], 0, len(figures)
    for m in BOUNDARY.finditer(text):
        start, end = m.span()
        while k < n and figures[k].end <= start:
            k += 1
        if k == n or start < figures[k].start:
            found.append(end)
    return found


def slots(
    text: str, figures: Sequence[Figure], cuts: Sequence[int] | None = None, owners: Sequence[Span] = ()
) -> list[Slot]:
    """A slot for each figure of a sentence, dates too, in order; ``cuts``: its boundaries, where they are known.

    ``owners``: the spans of places and organisations.
    """
    cuts = boundaries(text, figures) if cuts is None else cuts
    found: list[Slot] = []
    clause, last, nexts = 0, -1, _next_starts(text, figures)
    for i, f in enumerate(figures):
        while clause + 1 < len(cuts) and cuts[clause + 1] <= f.start:
            clause += 1
        if i and figures[i - 1].kind not in _PASSED_OVER and not found[-1].grade:
            last = i - 1
        start, after = cuts[clause], None
        if last >= 0 and figures[last].start >= start:
            start, after = figures[last].end, last
        end = cuts[clause + 1] - 1 if clause + 1 < len(cuts) else len(text)
        # What is counted may be named by a label or a word of rank: 500座*5G基站*, 31个*国家级一流*专业.
        end = min(end, nexts[i])
        gap = text.find(" ", f.end, min(end, f.end + REACH))
        parts = gap >= 0 and (_GAP.match(text, gap - 2) or (gap == f.end and _AT_ONCE.match(text, gap - 1)))
        end = gap if parts else end
        dated = _date_at(text, figures[i - 1], f) if i and figures[i - 1].kind == Kind.DATE else ""
        left = Span(max(start, f.start - REACH), f.start)
        right = Span(f.end, max(f.end, min(end, f.end + REACH)))
        grades = i > 0 and _grades(text, figures[i - 1], f)
        found.append(
            Slot(f, left, right, clause, after, dated, _owned(left, owners), grades, text.startswith(UPON, f.end))
        )
    return found


def _owned(left: Span, owners: Sequence[Span]) -> int:
    """Where the last of the owners ends that stand in a span; -1 where none does."""
    return max((end for start, end in owners if left.start <= start and end <= left.end), default=-1)


def _next_starts(text: str, figures: Sequence[Figure]) -> list[int]:
    """For each figure where the next one begins that names nothing; behind all text for the last."""
    found, nxt = [], 1 << 62
    for i in range(len(figures) - 1, -1, -1):
        found.append(nxt)
        f = figures[i]
        nxt = nxt if f.kind in _NAMING or (i and _grades(text, figures[i - 1], f)) else f.start
    return found[::-1]


def _grades(text: str, count: Figure, figure: Figure) -> bool:
    """Whether an amount right behind a count says of what grade or size those are: 3座*220千伏*变电站."""
    if count.end != figure.start or count.kind != Kind.QUANTITY or figure.kind != Kind.QUANTITY:
        return False
    if count.value is None or figure.value is None or dimension(count.value.unit) not in _SINGLE:
        return False
    if text.startswith("的", figure.end):
        return False
    graded = text.startswith(_GRADES, figure.end) or figure.text.endswith(_GRADES)
    return graded or dimension(figure.value.unit) not in _PLAIN


def _date_at(text: str, earlier: Figure, figure: Figure) -> str:
    """The text of a date that stands directly at the figure after it."""
    between = text[earlier.end : figure.start].strip()
    compared = not between and earlier.text.endswith("同期")  # 5.2亿元，*去年同期*4.6亿元
    return earlier.text if compared or between in words("verbs", "owning") else ""
