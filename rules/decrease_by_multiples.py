"""KW502: a decrease told in multiples"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.rule import ArticleRule, Clash, Clean, Discrepancy, Example, Extraction, Kind, Level, Verdict
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator

_FALL = (
    r"(?:降低|下降|减少|缩短|缩小|缩减|减轻|减小|压缩|压减|降幅|削减|下跌|下滑|减弱|收窄|便宜|回落|下调|少|减"
    r"|降|[低轻短慢薄](?=了))"
)
_BY_TIMES = re.compile(_FALL + r"(?:幅度)?(?:了|达|约|近|超过?|逾|将近|至少|大约|达到){0,3}[^，。；：、]{0,4}$")
_OTHERWISE = re.compile(
    r"(?:降|减|缩|少)[^，。；：、]{0,2}[至到为成]|相当于|原来的|不|未|反而|多少|增|提高|扩大|降[水雨雪温]|是"
)


@dataclass(frozen=True)
class DecreaseByMultiples(ArticleRule):
    """减少、降低、缩短用了“倍”。

    English: a decrease told in multiples (降低了两倍, 减少1.5倍).

    ## 为什么
    减少一倍就是零，减少两倍是负数；应写“减少了一半”“降到原来的三分之一”或用百分数。

    ## 怎样判断
    “降低、下降、减少、缩短、缩小、压缩”等词直接带“N倍”。

    ## 不报什么
    “降到原来的几分之一”；“增加”“提高”带倍数；“减少的数量是去年的两倍”“降幅扩大两倍”（比的是减少量）；“降水量增加6倍”
    （“降水”不是减少）。
    """

    code: ClassVar[str] = "KW502"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 14
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("与改造前相比，办理时间⟦缩短了3倍⟧。"),
        Clash("新机器的噪声低了⟦3倍⟧。"),
        Clash("新工艺使能耗⟦降低了两倍⟧。"),
        Clean("与改造前相比，办理效率提高了3倍。", because="增加可以用倍"),
        Clean("今年减少的用水量是去年的两倍。", because="比的是减少量"),
        Clean("造林之后，降水量增加6倍，蒸发量是降雨量的3到5倍。", because="“降水量”里的“降”不是减少"),
        Clean("成本下降到原来的三分之一。", because="说的是降到多少"),
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports figures in 倍 that a verb of decrease governs."""
        for claim in extraction.claims:
            if (
                claim.value is None
                or claim.value.unit != "倍"
                or claim.kind not in (Kind.GROWTH, Kind.QUANTITY, Kind.RATE)
            ):
                continue
            text, figure = claim.sentence.text, claim.figure
            head = text[max(0, figure.start - 12) : figure.number.start]
            fall = _BY_TIMES.search(head)
            if fall is None or _OTHERWISE.search(fall.group()) or text[figure.end : figure.end + 1] == "于":
                continue
            shown = text[max(0, figure.start - 12) + fall.start() : figure.end]
            yield self.report(
                [claim],
                f"“{shown}”：减少不能用倍数",
                work="减少一倍即为零，超过一倍为负数",
                verdict=Verdict.SUSPECT,
                repair="改为百分数，或“减少到原来的几分之一”",
            )
