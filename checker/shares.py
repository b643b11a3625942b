"""A rate that a sentence tells beside the number that reached it and the one they are counted among: 合格率."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap
from checker.disputes import point
from checker.model import Claim, Kind
from checker.portions import Portion

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAKES = re.compile(r"(?:占|占比|比重|比例)[^，。；：]{0,20}$")
_AMONG_THEM = re.compile(r"^[^，。；]{0,16}[中里](?:，|有)")
_RATE = re.compile(
    r"(?P<stem>[^，。；：、0-9的]{2})(?:率|面(?!积))(?:达到?|为|是|高达|仅|约|超过?|近|只有|提高到)?[^，。；0-9]{0,2}$",
    needs="率面",
)
# What is said of a rate that is of all that was told: *总体*合格率.
_PLAIN = re.compile(r"总|整体|平均|综合|其|该|实际|[一首]次|目前|今年|全")
_OWN, _REACH = 8, 24
_CHANGES = ("base", "delta", "gap")


def takes(share: Claim) -> bool:
    """Whether a share is told with 占 or its like."""
    return _TAKES.search(_ahead(share)) is not None


def rated(share: Claim, before: Sequence[Claim]) -> Portion | None:
    """合格率 of the number that is 合格 and the one it is counted among; None where the sentence tells no such two.

    ``before``: the amounts told before it.
    """
    here = [c for c in before if c.sentence.index == share.sentence.index and c.kind is Kind.QUANTITY]
    rate = _RATE.search(_ahead(share))
    if rate is None or not 1 < len(here) < 5 or len(gap(here[-1], share)) > 16:
        return None
    part, text, stem = here[-1], share.sentence.text, rate["stem"]
    sort = share.metric.words[-1].removesuffix(f"{stem}率") if share.metric.words else ""
    if sort != (share.metric.words or ("",))[-1] and sort not in text[max(0, part.figure.start - 10) : part.figure.end]:
        return None  # 资产4800亿元，贷款余额2700亿元，*不良*贷款率1.2%
    around = re.sub(f"{re.escape(stem)}[率面]", "", text[max(0, part.figure.start - 10) : share.figure.start])
    wider = [c for c in here[:-1] if alike(c, part) and _above(c, part)]
    own = re.search(rf"，(?:其|该|总)?{re.escape(stem)}[率面]", gap(part, share))  # no other thing's: 中水回用率
    among = own and len(wider) == 1 and _AMONG_THEM.match(gap(wider[0], part))
    if _other(share, rate, text, part):
        return None  # 投篮86次，命中38次，*三分球*命中率36%
    if (stem not in around and not among) or len(wider) != 1 or wider[0].role in _CHANGES or _parted(wider[0], part):
        return None
    lead = re.split("[，。；：]", text[max(0, wider[0].figure.start - 10) : wider[0].figure.start])[-1]
    if stem in lead:
        return None  # 签约居民42万人，重点人群签约16万人，签约率82%: of all there are, and not of those who did
    return Portion(part, wider[0], 3)


def _other(share: Claim, rate: re.Match[str], text: str, part: Claim) -> bool:
    """Whether what a rate is told of is named, and not told of before: *三分球*命中率."""
    at = max(0, share.figure.start - _REACH) + rate.start()
    own = re.split("[，。；：、（(]", text[max(0, at - _OWN) : at])[-1]
    before = text[: part.figure.end]
    return len(own) > 1 and not any(own[i : i + 2] in before for i in range(len(own) - 1)) and not _PLAIN.search(own)


def _above(c: Claim, part: Claim) -> bool:
    x, y = point(c), point(part)
    return x is not None and y is not None and x > y


def _parted(first: Claim, second: Claim) -> bool:
    return any(mark in gap(first, second) for mark in "；。")


def _ahead(share: Claim) -> str:
    return share.sentence.text[max(0, share.figure.start - _REACH) : share.figure.number.start]
