"""Parts of a total that are told each with its growth: 其中，出口28亿元，增长5%；进口9亿元，下降2%."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import added, alike, gap, intervals
from checker.disputes import interval
from checker.figures.intervals import disjoint
from checker.frozen import dataclass
from checker.model import Claim, Comparator
from checker.naming import names_of, opposed, parallel, same_end
from checker.totals import open_ended, partial

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How a list of parts opens: among others, or by the sorts that the total has.
_AMONG = re.compile(r"(?:^|[，；。])其中[，：:]?[^，。；：、0-9]{1,16}$", needs="其中")
_BY_SORT = re.compile(
    r"(?:^|[，；])(?:分|按|从)[^，。；：、0-9]{1,8}(?:看|分|划分|而言|统计)[，：][^，。；：、0-9]{1,16}$",
    needs="分按从",
)
# What is told of a part beside its amount: how much it grew, what share it is.
_BESIDE = re.compile(
    r"[，（(][^，。；：（）0-9]{0,16}(?:[0-9]+(?:\.[0-9]+)?(?:%|个百分点|倍)|持平)[^，。；：（）0-9]{0,6}?[）)]?(?=[，；、）)]|$)"
)
# By how much more or less it is than a year before: 住户贷款新增180亿元，*同比多增*12亿元.
_BY = re.compile(
    r"[，（(](?:同比|环比|[比较][^，。；：、0-9]{1,8})?(?:[多少]增|[多少][^，。；：、0-9]?|增加?|减少?|净增|上升|下降|回落)了?$"
)
_NEXT = re.compile(r"^[；，、][^，。；：、0-9]{1,16}$|^；[^，。；：0-9]{1,30}$")
_CHANGED = re.compile(r"(?:增加?|新增|增长|减少?|净增)(?:了|约|近)?$")
_FEW = 2


@dataclass(frozen=True)
class Breakdown:
    """A total with parts that leave nothing of it; ``sure``: a pair of opposites; ``nearness``: how near they must be.

    ``nearness`` is a part of 1 of what a list that says so itself may be off by.
    """

    whole: Claim
    parts: tuple[Claim, ...]
    nearness: float
    sure: bool = False


def breakdowns(amounts: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Breakdown]:
    """The lists of a sentence whose parts are told with more than their amounts.

    ``before``: the amounts of the sentence before, whose parts a sentence tells that opens with 其中 or 分产业看.
    Lists that are plain, as A3亿元、B5亿元, are not told.
    """
    for i, first in enumerate(amounts):
        words = first.sentence.text[: first.figure.start] if i == 0 else gap(amounts[i - 1], first)
        sorts = _BY_SORT.search(words) is not None
        if not sorts and not _AMONG.search(words):
            continue
        parts = _run(amounts[i:])
        parts = parts[:_FEW] if opposed(names_of(parts[:_FEW])) else parts
        if len(parts) < _FEW or all(_NEXT.match(w) and "；" not in w for w in (gap(a, b) for a, b in pairwise(parts))):
            continue
        whole = _whole(parts, before if i == 0 else amounts[:i])
        kind = _kind(parts, sorts=sorts)
        if whole is not None and kind:
            yield Breakdown(whole, tuple(parts), kind, sure=len(parts) == _FEW and kind == 1)
        return


def _run(amounts: Sequence[Claim]) -> list[Claim]:
    """The amounts from the first on that are one list, without those that tell by how much one of them changed."""
    parts, last, words = [amounts[0]], amounts[0], ""
    for c in amounts[1:]:
        if c.value is None or parts[0].value is None or c.value.unit != parts[0].value.unit or not alike(parts[0], c):
            break
        between, last = gap(last, c), c
        if _BY.search(between):
            words += _BY.sub("", between)
            continue
        if not _NEXT.match(_BESIDE.sub("", words + between)):
            break
        parts.append(c)
        words = ""
    return parts


def _kind(parts: Sequence[Claim], *, sorts: bool) -> float:
    """How far the parts may be from their total to be taken for all of it; 0 where they need not be all."""
    text = parts[0].sentence.text
    names = names_of(parts)
    told = text[max(0, parts[0].figure.start - 12) : parts[-1].figure.end + 8]
    if open_ended(told) or partial([re.sub(r"比|较|同比", "", n) for n in names]):
        return 0
    if len(parts) == _FEW:
        return 1 if opposed(names) else 0.25 if sorts else 0
    return 0.6 if same_end(names) else 0.5 if sorts else 0.4 if parallel(names) else 0.2


def _whole(parts: Sequence[Claim], claims: Sequence[Claim]) -> Claim | None:
    """The one amount before the parts that is of their unit and told as they are; None where one agrees with them."""
    each = intervals(parts)
    can = [
        c
        for c in claims
        if alike(c, parts[0]) and c.figure.comparator is Comparator.EQ and _changed(c) == _changed(parts[0])
    ]
    if each is None or not can:
        return None
    heads = [added(each[:n]) for n in range(_FEW, len(each) + 1)]
    values = [c for c in can if c.role == "value"] or can
    if any((told := interval(c)) is not None and not disjoint(made, told) for c in values for made in heads):
        return None
    return values[-1] if len(values) == 1 else None


def _changed(claim: Claim) -> bool:
    """Whether an amount is told as an increase."""
    figure = claim.figure
    return bool(_CHANGED.search(claim.sentence.text[max(0, figure.start - 4) : figure.start]))
