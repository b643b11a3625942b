"""A length of time that a text tells, and what the dates around it say of it."""

from __future__ import annotations

from checker import patterns as re
from checker.frozen import dataclass
from checker.model import Claim, Comparator, Number

YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}年")
MONTH = re.compile(r"(?:1[89]|20)[0-9]{2}年[0-9]{1,2}月")
_AND_MONTHS = re.compile(r"零?(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]|十一)个月")
# What stands before a length that opens its clause, and behind one that is all the time: ，*在这*九天*里*.
_OPENS = re.compile(r"(?:^|[，。；：！？、])(?:在|这|在这|短短|整整|短短的|前后)?$")
_ALL_OF_IT = re.compile(r"的?时间里?|[里间]|的[㐀-鿿]{1,4}[里中间]")
# What says that it is not over.
_SO_FAR = re.compile(r"(?:目前|至今|如今)[^，。；]{0,6}$", needs=("目前", "至今", "如今"))


@dataclass(frozen=True)
class Length:
    """A stated length of time, the dates that decide it, and the least and most that they allow, in its unit.

    ``shown``: the arithmetic for an editor; ``repair``: the length that would be right, "" where it is not sure.
    """

    told: Claim
    dates: tuple[Claim, ...]
    said: Number
    least: Number
    most: Number
    shown: str
    repair: str = ""

    @property
    def denied(self) -> bool:
        """Whether the dates do not allow what is said."""
        return not self.least <= self.said <= self.most


def length(told: Claim) -> Number | None:
    """The number of days or years that is told without a hedge."""
    if told.figure.comparator is not Comparator.EQ:
        return None
    if told.value is not None:
        return told.value.point
    return told.figure.period.length if told.figure.period is not None else None


def more_months(told: Claim) -> int:
    """The months that follow a number of years: 3年零6个月."""
    more = _AND_MONTHS.match(told.sentence.text[told.figure.end :]) if told.text.endswith("年") else None
    return _number(more["n"]) if more else 0


def _number(text: str) -> int:
    return int(text) if text.isascii() else {"两": 2, "十一": 11}.get(text, "零一二三四五六七八九十".find(text))


def inside(told: Claim) -> bool:
    """Whether a length opens a clause that tells of all of it: ，*九天里*, ，*这九天时间*."""
    text, figure = told.sentence.text, told.figure
    ends = told.text.endswith(("里", "间", "时间")) or _ALL_OF_IT.match(text, figure.end)
    return bool(ends and _OPENS.search(text[max(0, figure.start - 8) : figure.start]))


def up_to_now(told: Claim) -> bool:
    """Whether a length is told as that which has gone by so far: *目前已历时*九天."""
    return bool(_SO_FAR.search(told.sentence.text[max(0, told.figure.start - 8) : told.figure.start]))
