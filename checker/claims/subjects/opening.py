"""Where the clauses of a sentence begin, and what opens them behind adverbs, dates and places."""

from __future__ import annotations

from bisect import bisect_left

from checker import patterns as re
from checker.claims.subjects.places import PlaceMention
from checker.frozen import dataclass, once

# What a clause can open with before its subject.
_ADVERBS = re.compile(
    r"""
    其中 | 此外 | 另外 | 同时 | 目前 | 当前 | 如今 | 而 | 据(?:了解|悉|介绍|统计)?
    | [春暑]运(?:期间)? | 日前 | 近日 | 近年来? | 去年 | 今年以?来? | 当[天日]
    | 截至[^，]{1,8} | 作为 | 位于 | 走进 | 本土 | 上市公司 | 龙头企业 | 牵头
    | [0-9一二三四五六七八九十]+[年月日]+[份末底初]? | [上下]半年 | 全年 | 年[内初末底] | [、\s]+
    | [0-9]+[至—-][0-9]+月份? | 第?[一二三四]季度 | 前[一二三四0-9]+(?:个月|季度)
    | 东道主 | 省会(?:城市)? | 首府 | [㐀-鿿]{2,4}?[大强名][省市县](?=\ )   # *产粮大县*青石县
    | 她?他?所在的 | 该区 | 区内 | 辖区 | 全[市区县省] | 以
    """,
    re.VERBOSE,
)
CUT = re.compile("[，；：。！？“]")


@dataclass(frozen=True)
class Clauses:
    """The clauses of one sentence, in which places are named."""

    text: str
    places: tuple[PlaceMention, ...]

    def opens(self, start: int) -> bool:
        """Whether only adverbs, dates and other places stand between a clause boundary and ``start``."""
        return self.past_adverbs(self.head(start), start) >= start

    def head(self, at: int) -> int:
        """Where the clause begins that holds a place of the text."""
        cut = bisect_left(self._cuts, at)
        return self._cuts[cut - 1] + 1 if cut else 0

    def past_adverbs(self, at: int, start: int) -> int:
        """Where the adverbs, dates and places end that stand from a place of the text on."""
        while at < start and (m := _ADVERBS.match(self._placeless, at, start)) is not None:
            at = m.end()
        return at

    @once
    def _cuts(self) -> list[int]:
        return [m.start() for m in CUT.finditer(self.text)]

    @once
    def _placeless(self) -> str:
        """The text with its places blanked."""
        if not self.places:
            return self.text
        out, at = [], 0
        for p in self.places:
            out += [self.text[at : p.start], " " * (p.end - p.start)]
            at = p.end
        return "".join(out) + self.text[at:]
