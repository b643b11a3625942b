"""How many days a thing was on that one article has begin and end, wherever it tells of the two days.

A paper opens with *10月12日，…开赛*, goes on for some paragraphs and closes with *10月20日晚，…落幕*; *为期九天的*
stands beside either of them or beside none.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.happenings import of_one
from checker.lengths import Length, inside, length, up_to_now
from checker.lexicon import pattern, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.model import Claim

_DAY = re.compile(r"[日号天晚夜]")
_CLAUSES = re.compile(r"[。；！？]")
_REACH, _LEAD = 40, 8
_LONGEST = 60


@cache
def _words() -> dict[str, re.Pattern[str]]:
    whole = pattern("durations", "whole", "terms")
    return {
        "whole": re.compile(rf"{whole}(?:了|为|共|约)?$", needs=words("durations", "whole", "terms")),
        "opens": re.compile(pattern("durations", "shown", "opened"), needs=words("durations", "shown", "opened")),
        "closes": re.compile(pattern("durations", "over"), needs=words("durations", "over")),
    }


def lasted(told: Claim, dated: Sequence[Claim]) -> Iterator[Length]:
    """The reading of a length in days against the one day of the article on which that began, and the one it ended on.

    ``dated``: all dates of the article, in order. Yields nothing where more than one day could be either of them, or
    what lasted is named and neither day is told of it.
    """
    said = length(told)
    if said is None or told.value is None or told.value.unit not in ("天", "日"):
        return
    text, figure = told.sentence.text, told.figure
    whole = _words()["whole"].search(text[max(0, figure.start - _LEAD) : figure.start])
    if up_to_now(told) or not (whole or inside(told)):
        return
    begun, over = (_days(dated, role) for role in ("opens", "closes"))
    if len(begun) != 1 or len(over) != 1:
        return
    ((first, start),), ((last, end),) = begun.items(), over.items()
    days = (last - first).days + 1
    if 1 < days < _LONGEST and of_one(told, start, end) and (whole or _near(told, start, end)):
        shown = f"{first.isoformat()} 至 {last.isoformat()} 首尾都算是{days}天"
        yield Length(told, (start, end), said, Fraction(days - 1), Fraction(days), shown, f"{days}天")


def _near(told: Claim, *days: Claim) -> bool:
    """Whether one of two days is told right before a length, in its sentence or the one before."""
    return any(0 <= told.sentence.index - c.sentence.index < 2 for c in days)


def _days(dated: Sequence[Claim], role: str) -> dict[date, Claim]:
    """The days on which something opens, or closes, each with the claim that tells it."""
    found: dict[date, Claim] = {}
    for i, c in enumerate(dated):
        period, text = c.figure.period, c.sentence.text
        if period is None or period.start is None or period.start != period.end or not _DAY.search(c.text):
            continue
        after = dated[i + 1].figure.start if i + 1 < len(dated) and dated[i + 1].sentence == c.sentence else len(text)
        told = _CLAUSES.split(text[c.figure.end : min(after, c.figure.end + _REACH)])[0]
        if _words()[role].search(told):
            found.setdefault(period.start, c)
    return found
