"""The year that dates of a sentence are of which name none: that of what is told around them, or of publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.cues import cues
from checker.claims.times.framing import reviews
from checker.figures.numerals import numeral
from checker.model import Status

if TYPE_CHECKING:
    from datetime import date

    from checker.claims.cues import Cue
    from checker.claims.times.governed import Carry

# A year is reviewed in the first months of the next.
_REVIEWED = 2
_DAY = re.compile(r"(?P<month>[01]?\d)月(?P<day>\d{1,2})[日号]")
_THIS_YEAR = re.compile(r"新的一年|今年|明年")
# A month after the end of last year is of this one: 去年末64家，*到5月底*72家.
_SINCE_LAST = re.compile(r"去年年?[末底][^。；]{0,24}?[到至截]\d{1,2}月", needs=("去年",))
# A clause that begins with the end of a month, some weeks before its paper is printed, is of that month.
_CUTOFF = re.compile(
    r"""
    (?: ^(?:[^，。；\d]{1,16}[：:]“?)? | ， ) (?:截至|截止到?|到|至) (?P<month>[01]?\d)月[底末]
  | (?: ^(?:[^，。；\d]{1,16}[：:]“?)? | [，；] )
    (?: (?P<quarter>一季度|上半年|前三季度)
      | [前头](?P<first>[0-9]{1,2}|十?[一二三四五六七八九十])个月
      | 1月?[—–\-~～至到](?P<last>1?[0-9])月 )
    """,
    re.VERBOSE,
    needs=("月", "季度", "上半年"),
)
# What may be of another year than the sentence says: in a part of it that plans nothing it is of the year told of.
_YEARLESS = re.compile(r"全年|季度|半年|年[底末初终内]|\d月")
_FRESH, _QUARTERS = 75, {"一季度": 3, "上半年": 6, "前三季度": 9}


def year_of(text: str, published: date | None, carry: Carry, *, done: bool) -> tuple[int | None, list[Cue] | None]:
    """The year of the dates of a sentence that name none, None for that of publication; with its cues, if asked for.

    ``done``: its part of the article reports what was done.
    """
    # 年内 is of the year of publication unless its own paragraph is of another one.
    inside = "年内" in text and (not _reviewing(carry, published) or _THIS_YEAR.search(text) is not None)
    frame = carry.paragraph or (None if inside else carry.article)
    if frame is None or frame.end is None or _dayed(text, carry, published) or _SINCE_LAST.search(text):
        return None, None
    if published is not None and frame.end.year < published.year and _fresh(text, published):
        return None, None
    said = cues(text, done=done)
    planned = [at for at, _, status in said if status in (Status.TARGET, Status.PLAN)]
    return None if any(_YEARLESS.search(_part(text, at)) for at in planned) else frame.end.year, said


def _dayed(text: str, carry: Carry, published: date | None) -> bool:
    """Whether a sentence tells a day of this year by its month: not 12月20日 in January."""
    told = [(int(m["month"]), int(m["day"])) for m in _DAY.finditer(text)]
    return bool(told) and (
        published is None or not _reviewing(carry, published) or min(told) <= (published.month, published.day)
    )


def _reviewing(carry: Carry, published: date | None) -> bool:
    """Whether an article of the first months of a year is about the year before it."""
    frame = carry.article
    return published is not None and published.month <= _REVIEWED and reviews(frame, published)


def _fresh(text: str, published: date | None) -> bool:
    """Whether a sentence begins with the end of a month that its paper has just seen: *到7月底*, in August."""
    cutoff = _CUTOFF.search(text)
    if cutoff is None or published is None:
        return False
    last = cutoff["month"] or cutoff["last"] or cutoff["first"]
    told = None if cutoff["quarter"] else numeral(last, 0)
    month = _QUARTERS[cutoff["quarter"]] if cutoff["quarter"] else int(told.low) if told is not None else 0
    return 1 <= month <= published.month and published.timetuple().tm_yday - 30 * month <= _FRESH


def _part(text: str, at: int) -> str:
    """What stands in a sentence from the clause on that a place of it stands in, up to the next semicolon."""
    end = text.find("；", at)
    start = max(text.rfind(mark, 0, at) for mark in "；，：。")
    return text[start + 1 : end if end >= 0 else len(text)]
