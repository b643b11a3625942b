"""Each figure of a sentence with the text that can name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.frozen import dataclass
from checker.lexicon import words
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


# Marks that end a clause. A comma inside a number belongs to a figure and is never looked at.
BOUNDARY = re.compile(r"[，；：。！？!?;:…—|｜】\n\u3000, ](?:(?<![, ])|(?<=,)(?!\d)|(?<= ) +)")


# Kinds that the words before a figure reach back over.
_PASSED_OVER = frozenset({Kind.DATE, Kind.LABEL, Kind.NAME, Kind.ORDINAL, Kind.DURATION, Kind.PHRASE})


# Kinds that can stand within the name of what is counted.
_NAMING = frozenset({Kind.LABEL, Kind.PHRASE, Kind.ORDINAL})


# The longest stretch of text before or after a figure that can name it.
REACH = 48


@dataclass(frozen=True)
class Slot:
    """A figure with the text that can name it, as spans of its sentence.

    ``left`` runs from the last clause boundary or figure to the figure, ``right`` from the figure to the next
    one. ``clause`` counts clauses from 0; ``after`` is the index of the figure before it in the same clause.
    ``dated``: the date that stands directly at the figure (上年的30.7亿元).
    """

    figure: Figure
    left: Span
    right: Span
    clause: int
    after: int | None
    dated: str = ""


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


def slots(text: str, figures: Sequence[Figure], cuts: Sequence[int] | None = None) -> list[Slot]:
    """A slot for each figure of a sentence, dates too, in order; ``cuts``: its boundaries, where they are known."""
    cuts = boundaries(text, figures) if cuts is None else cuts
    found: list[Slot] = []
    clause, last, nexts = 0, -1, _next_starts(figures)
    for i, f in enumerate(figures):
        while clause + 1 < len(cuts) and cuts[clause + 1] <= f.start:
            clause += 1
        if i and figures[i - 1].kind not in _PASSED_OVER:
            last = i - 1
        start, after = cuts[clause], None
        if last >= 0 and figures[last].start >= start:
            start, after = figures[last].end, last
        end = cuts[clause + 1] - 1 if clause + 1 < len(cuts) else len(text)
        # What is counted may be named by a label or a word of rank: 500座*5G基站*, 31个*国家级一流*专业.
        end = min(end, nexts[i])
        dated = _date_at(text, figures[i - 1], f) if i and figures[i - 1].kind == Kind.DATE else ""
        left = Span(max(start, f.start - REACH), f.start)
        right = Span(f.end, max(f.end, min(end, f.end + REACH)))
        found.append(Slot(f, left, right, clause, after, dated))
    return found


def _next_starts(figures: Sequence[Figure]) -> list[int]:
    """For each figure where the next one begins that names nothing; behind all text for the last."""
    found, nxt = [], 1 << 62
    for f in reversed(figures):
        found.append(nxt)
        nxt = nxt if f.kind in _NAMING else f.start
    return found[::-1]


def _date_at(text: str, earlier: Figure, figure: Figure) -> str:
    """The text of a date that stands directly at the figure after it."""
    between = text[earlier.end : figure.start].strip()
    return earlier.text if between in words("verbs", "owning") else ""
