"""Which days each figure of a sentence holds for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.dated import dated
from checker.claims.times.differences import compared
from checker.claims.times.framing import framing, lately
from checker.claims.times.governed import UNCOUNTED, Carry, Governed
from checker.claims.times.holidays import holiday
from checker.claims.times.otherwhen import elsewhen
from checker.claims.times.passing import spoken
from checker.claims.times.rulings import Ruling, ends, likewise, now, of_all, of_parts
from checker.claims.times.trailing import each_its_own, last_day, ranked_then, that_day, told_behind
from checker.claims.times.turns import in_all
from checker.claims.times.windows import window, yearly, years
from checker.frozen import replace
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checker.model import Figure

# 实现*连续6年*增产: a run of years in which an article tells of no other stretch.
_RUN = "连续"
# What ends the time to come that a sentence began with: 下一步将新增3条航线，*目前*已有5条.
_AGAIN = re.compile("目前|现有|现已|已[有经建完]|此前|过去|当前")
_DATES = frozenset({Kind.DATE, Kind.DURATION})


def governing(
    text: str, figures: Sequence[Figure], published: date | None, carry: Carry, earlier: str = ""
) -> tuple[list[Governed], Carry]:
    """The period that governs each figure, and what is carried on; ``earlier``: what stands before the sentence.

    A date rules the figures after it until the next one; one that stands directly at a figure (2023年的178亿元), or
    after 比/较/由/从, belongs to that figure alone.
    """
    out: list[Governed] = []
    ruling = Ruling(handed=carry.paragraph)
    long = window(carry.paragraph) or carry.window
    following, said, coming = _following(figures), 0, False
    for i, f in enumerate(figures):
        if f.kind in _DATES:
            long = long if f.text.startswith(_RUN) else window(f.period) or long
            said, coming = (said, coming) if f.period is None else (f.end, False)
            told = (
                that_day(f, carry.day, figures[:i])
                or f.period
                or years(f, text, long)
                or holiday(f, text, earlier, published)
            )
            if told is not f.period:
                ruling = replace(ruling, current=Governed(told, f.span))
                out.append(Governed(told, f.span))
                continue
            out.append(Governed(f.period, f.span))
            after = ends(text, f, dated(text, f, following[i], ruling, published, carry, figures))
            ruling = of_parts(text, f, ruling, after)
        else:
            ruling = now(text, f, of_all(text, f, ruling), published)
            ruling = likewise(text, f, replace(ruling, current=in_all(text, f, ruling.current)))
            governed = ruling.own or ruling.current or Governed(ruling.handed)
            if ruling.own is None:
                coming = coming and _AGAIN.search(text, said, f.start) is None
                governed = _elsewhen(text, f, said, governed, published, coming=coming)
                coming = governed.coming
            mean = long is not None and yearly(f, text) and window(governed.period) is None
            out.append(Governed(replace(long, explicit=False)) if long and mean else governed)
            said = said if f.kind in UNCOUNTED else f.end
            if ruling.own is not None:
                back = governed is ruling.began and governed is not None
                ruling = replace(ruling, own=ruling.ended if back else None)
    quoted = ruling.current is not None and ruling.current.span is not None and spoken(text, ruling.current.span)
    story = carry.article or (None if quoted else lately(framing(text, figures, ruling, published), published))
    out = ranked_then(text, figures, told_behind(text, figures, out, published))
    out = compared(text, figures, each_its_own(text, figures, out))
    return out, Carry(ruling.handed, story, long, last_day(figures, published) or carry.day)


def _elsewhen(  # noqa: PLR0913 - a figure, what governs it, and the words before it
    text: str, f: Figure, said: int, governed: Governed, published: date | None, *, coming: bool
) -> Governed:
    """What governs a figure, where no word after ``said`` puts it in a former time or in one to come.

    ``coming``: a word before the figures before it did.
    """
    sort = elsewhen(text, f, said) or ("to come" if coming else "")
    start = governed.period.start if governed.period is not None else None
    ahead = start is not None and published is not None and start > published  # 2026年6月投运，*届时*
    if not sort or (sort == "to come" and ahead):
        return replace(governed, opens=False) if sort else governed
    return Governed(None, former=sort == "former", coming=sort == "to come")


def _following(figures: Sequence[Figure]) -> list[Figure | None]:
    """For each figure the next one that is no date, label or name."""
    found: list[Figure | None] = []
    nxt = None
    for f in reversed(figures):
        found.append(nxt)
        nxt = nxt if f.kind in UNCOUNTED else f
    return found[::-1]
