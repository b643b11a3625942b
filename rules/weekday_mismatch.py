"""KW302: a day that fell on another weekday"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    Sample,
    Verdict,
    day,
    phrase,
    weekday,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim

_NAMES = "一二三四五六日"
_TOLD = re.compile(r"(?:星期|周|礼拜)[一二三四五六日天]", needs=("星期", "周", "礼拜"))
_YEAR = re.compile(r"[12][0-9]{3}年|[今去前明]年")
_THIS = re.compile(
    r"(?:[（(](?:本|下|上|这)?|(?:正值|恰逢|正好是|适逢|是))(?:周|星期|礼拜)(?P<day>[一二三四五六日天])",
    needs=("星期", "周", "礼拜"),
)
_LUNAR = re.compile(r"农历|阴历|腊月|正月|初[一二三四五六七八九十]", needs=("农历", "阴历", "腊月", "正月", "初"))


@dataclass(frozen=True)
class WeekdayMismatch(ArticleRule):
    """日期与星期对不上。

    English: a date and a weekday that disagree.

    ## 为什么
    会议、活动通知写错星期，读者会白跑一趟；日期与星期总有一个错。

    ## 怎样判断
    日期之旁（括号里、逗号后或紧挨着）写了星期，按公历推算不符。写明年份的报为错误；没写年份、按见报日推定年份的报为警告。
    两种改法都给出：改星期，或改成同一周里星期相符的那一天。

    ## 不报什么
    没有写星期的；日期段（1日至5日）后面的星期：不知道说的是哪一天。年份无从推定的；换成前后一年就相符、离见报日也不远的：
    说的可能是那一年；农历的日子。
    """

    code: ClassVar[str] = "KW302"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 3
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(Sample("⟦2025年10月1日⟧⟦星期四⟧晚，花灯点亮。", day(2025, 10, 9))),
        Clash(Sample("⟦9月1日⟧（⟦星期二⟧）上午，新生入学。", day(2025, 9, 2))),
        Clash(Sample("⟦9月2日⟧（本⟦周五⟧）起，三路公交恢复运营。", day(2025, 9, 1))),
        Clean(Sample("10月1日（星期三）晚，花灯点亮。", day(2025, 10, 9)), because="2025年10月1日正是星期三"),
        Clean(Sample("9月1日上午，新生入学。", day(2025, 9, 2)), because="没有写星期"),
        Clean(Sample("12月31日（星期二）晚，举行跨年活动。", day(2025, 1, 3)), because="说的是上一年"),
    )

    reach: int = field(default=200, metadata={"doc": "没写年份的日子，换成前后一年后离见报日多少天之内也算说得通"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports days whose weekday is told wrong, with both repairs."""
        for claim in extraction.claims:
            text, figure, period = claim.sentence.text, claim.figure, claim.figure.period
            if figure.kind is not Kind.DATE or period is None or period.start is None or period.start != period.end:
                continue
            if _TOLD.fullmatch(claim.text) or not re.search(r"[日号]", claim.text) or _LUNAR.search(claim.text):
                continue
            told = weekday(text, figure)
            if told is None and (this := _THIS.match(text, figure.end)):
                told = min("一二三四五六日天".index(this["day"]), 6)
            if told is None or told == period.start.weekday():
                continue
            at = _beside(text, figure.start, figure.end)
            if at is None or self._other_year(claim, told):
                continue
            stated = _YEAR.search(claim.text) is not None
            right = _NAMES[period.start.weekday()]
            near = min(
                (period.start + timedelta(days=n) for n in range(-3, 4)),
                key=lambda d: (d.weekday() != told, abs((d - period.start).days)),  # type: ignore[operator]
            )
            yield self.report(
                [phrase(extraction, claim.sentence, *span) for span in (_date(figure.start, figure.end, at), at)],
                f"{claim.text}是星期{right}，不是“{text[at[0] : at[1]]}”",
                work=f"{period.start.isoformat()} 是星期{right}",
                level=Level.ERROR if stated else Level.WARNING,
                verdict=Verdict.CONTRADICTION,
                repair=f"改为星期{right}，或改为{near.month}月{near.day}日",
            )

    def _other_year(self, claim: Claim, told: int) -> bool:
        """Whether the year was only inferred, near its turn, and the next or last one would fit."""
        published, period = claim.article.published, claim.figure.period
        if _YEAR.search(claim.text) or published is None or period is None or period.start is None:
            return False
        for year in (period.start.year - 1, period.start.year + 1):
            try:
                other = period.start.replace(year=year)
            except ValueError:
                continue
            if other.weekday() == told and abs((other - published).days) < self.reach:
                return True
        return False


def _date(start: int, end: int, weekday: tuple[int, int]) -> tuple[int, int]:
    """The span of a date without the weekday that may stand in it."""
    return start, weekday[0] if start < weekday[0] < end else end


def _beside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the weekday stands at a date: behind it, in it or before it."""
    behind = _TOLD.search(text, start, min(len(text), end + 8))
    if behind:
        return behind.span()
    found = list(_TOLD.finditer(text, max(0, start - 8), start))
    return found[-1].span() if found and not re.search(r"[，,、]", text[found[-1].end() : start]) else None
