"""KW503: a range whose ends can be misread"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    Verdict,
    show,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim

_DIGIT = r"[0-9０-９.,]+"
# Before what a length of time ends that is reckoned back from today.
_AGO = ("距今", "距今约", "距今近")
_BARE_LOW = re.compile(
    rf"""
      (?P<low>{_DIGIT})\s?(?:[~～—–－-]|至|到)+\s?{_DIGIT}(?P<scale>[十百千]?[万亿]|%|％|‰)   # 9~16亿, 15~30%
    """,
    re.VERBOSE,
)
_KINDS = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.NUMBER, Kind.GROWTH, Kind.DURATION)


@dataclass(frozen=True)
class AmbiguousRange(ArticleRule):
    """范围的前一个数漏了“万”“亿”“%”，或前大后小。

    English: a range whose first end lacks its 万/亿/% (9~16亿, 15~30%), or that runs backwards.

    ## 为什么
    “9~16亿”可读成9到16亿；GB/T 15835—2011 要求写作“9亿～16亿”“15%～30%”。前大后小的范围多半是数字颠倒。

    ## 怎样判断
    范围前一个数没有后一个数的“万、亿、%”，只作提示；范围的前数大于后数，报为错误。

    ## 不报什么
    日期、时刻、比分、电话、编号：不是数量的范围。单位相同而不会误读的（3～5天、8—10米）；由高到低排列、写明“降至”“减到”的：
    说的是变化，不是范围。
    """

    code: ClassVar[str] = "KW503"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 16
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("预计带动消费⟦9~16亿元⟧。"),
        Clash("优惠幅度为⟦30%~15%⟧。"),
        Clash("工期压缩到⟦15～10天⟧。"),
        Clean("预计带动消费9亿~16亿元。", because="两端都写全了"),
        Clean("培训为期3~5天。", because="不会误读"),
        Clean("遗址距今5300年至4500年。", because="从古到今"),
        Clean("利率由3%~4%降到2%~3%。", because="两个范围都由小到大"),
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports ranges that run backwards, and notes those whose first end lacks its scale."""
        for claim in extraction.claims:
            figure, value = claim.figure, claim.figure.value
            if figure.comparator is not Comparator.RANGE or figure.kind not in _KINDS or value is None:
                continue
            if claim.sentence.text.endswith(_AGO, 0, figure.start):
                continue  # 距今4300年至4000年
            if value.low is not None and value.high is not None and value.low > value.high:
                yield self._backwards(claim)
            elif m := _BARE_LOW.search(claim.text):
                scale = m["scale"]
                yield self.report(
                    [claim],
                    f"“{claim.text}”前一个数漏了“{scale}”",
                    level=Level.NOTE,
                    repair=f"写作“{m['low']}{scale}～…”",
                )

    def _backwards(self, claim: Claim) -> Discrepancy:
        low, high, unit = claim.value.low, claim.value.high, claim.value.unit  # type: ignore[union-attr]
        return self.report(
            [claim],
            f"“{claim.text}”前大后小",
            work=f"{show(low, unit)} ＞ {show(high, unit)}",  # type: ignore[arg-type]
            verdict=Verdict.CONTRADICTION,
        )
