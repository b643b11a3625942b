"""Among whom something is ranked, as far as it tells what is ranked: *在全省11个市中*排第三, 居*18个省辖市*第二."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import clause_start
from checker.model import Kind

if TYPE_CHECKING:
    from checker.claims.metrics.readings import Context

# The verb of a rank: what is ranked stands before it, the field after it (出货量*跃居*国产品牌第二).
_PLACED = re.compile(
    r"仅次于|(?<=[里中内])数(?=第)|稳居|位居|跃居|跻身|名列|位列|分列|排名|排在|排到|升至|跃升至|跃升为|占据|[居列排](?![家于])"
)
# The field that stands before the verb: *在全国沿海港口中*排在第12位.
AMONG = re.compile(r"在[^，。；！？]{1,24}[中里内上]?$")
# The field of a rank with its number: *在全省*14个*市中*.
_IN = re.compile(r"[在居列][^，。；0-9]{0,6}$")
_WITHIN = re.compile(r"[^，。；0-9]{0,10}[中里]")
# Its number, right behind the verb: 居*18个*省辖市第二位.
_VERB_OF_FIELD = re.compile(r"(?P<verb>稳居|位居|名列|位列|[居列])[^，。；：、0-9]{0,6}$")
_TIMES = (Kind.DATE, Kind.DURATION)
_MEASURES = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH)
# From which place to which: *由全市第五位跃居*第三位, *从第六上升到*第四.
_MOVED = re.compile(
    r"[位名]?[^，。；：！？、0-9]{0,6}?(?:升|跃|进|降|退|落|滑|移|跌)[^，。；：！？、0-9第]{0,8}"
    r"|[位名]?(?:变为|变成|到了?|至)[^，。；：！？、0-9第]{0,6}"
)
_FROM = re.compile(r"[由从][^，。；：！？由从]{0,14}$", needs="由从")


def verb_of_rank(c: Context) -> int | None:
    """Where the verb of a rank begins; None where it has none."""
    placed = [m.start() for m in _PLACED.finditer(c.masked, c.slot.left.start, c.figure.end)]
    if placed:
        return placed[-1]
    counted = c.sofar[c.slot.after].slot.figure if c.slot.after is not None else None
    if counted is None or counted.kind is not Kind.QUANTITY:
        return None
    found = _VERB_OF_FIELD.search(c.masked, clause_start(c.masked, c.figure.start), counted.start)
    return found.start("verb") if found else None


def beyond_field(c: Context, lead: int | None) -> int | None:
    """What a rank is said of where the figure before it only counts its field: 票房3亿元，在全省*14个*市中排在第三."""
    if lead is None:
        return None
    counted = c.sofar[lead].slot.figure
    start = clause_start(c.masked, c.figure.start)
    if (
        counted.start < start
        or not _IN.search(c.masked[start : counted.start])
        or not (_WITHIN.match(c.masked, counted.end) or _VERB_OF_FIELD.search(c.masked, start, counted.start))
    ):
        return lead
    told = (j for j in range(lead - 1, -1, -1) if c.sofar[j].metric.text and c.sofar[j].slot.figure.kind in _MEASURES)
    return next(told, None)


def risen_from(c: Context) -> int | None:
    """The rank, by its index, from which something came to this one: 单产从*全市第五位*升至第三位; None without one."""
    told = c.sofar[-1] if c.sofar else None
    if told is None or c.figure.first or told.slot.figure.kind is not Kind.RANK or told.role != "base":
        return None
    return len(c.sofar) - 1 if _MOVED.fullmatch(c.masked, told.slot.figure.end, c.figure.start) else None


def left_from(c: Context) -> bool:
    """Whether a rank may be one that something moved from: *由*上年的全市第五位."""
    told = (r.slot.figure for r in reversed(c.sofar) if r.slot.figure.kind not in _TIMES)
    last = next(told, None)
    start = max(last.end if last else 0, clause_start(c.masked, c.figure.start))
    return _FROM.search(c.masked, start, c.figure.start) is not None
