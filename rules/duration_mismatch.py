"""KW303: a length of time that its own dates deny"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction
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
    RegionKind,
    Sample,
    by_sentence,
    day,
    months_between,
    years_between,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.rule import Claim, Number

_LASTS = re.compile(
    r"(?:为期|历时|建设周期|持续|会期|展期|工期|赛程|耗时|前后|一连|总共|共计?|长达|进行|连续|整整)[^，。；、0-9]{0,3}$"
)
_UNTIL = re.compile(r"(?:持续|延续|一直|展出|举办|开放|举行|进行)?[^，。；]{0,4}(?:至|到|截至|截止到?)$")
_FROM = re.compile(r"(?:自|从)$")
_UNTIL_IN = re.compile(r"^(?:持续|延续)?(?:至|到|截至|截止到?)")
_BEGINS = re.compile(r"开幕|启幕|启动|开始|举行|拉开|揭幕|开馆|开园|开赛|开演|开机|开工|动工|开建|开班|开营|起")
_DAYS = {"天": Fraction(1), "日": Fraction(1), "周": Fraction(7), "星期": Fraction(7), "个月": Fraction(304, 10)}
_ENDS = re.compile(
    r"^[^，。；]{0,4}(?:闭幕|结束|竣工|完工|通车|投产|投用|建成|交付|收官|落幕|落下|完成|止|截止|收工|返回|交付)"
)
_AND_MONTHS = re.compile(r"零?(?P<n>[0-9]{1,2}|[一二两三四五六七八九十]|十一)个月")
_MONTH = re.compile(r"(?:1[89]|20)[0-9]{2}年[0-9]{1,2}月")
_YEARS_SPAN = re.compile(r"(?:1[89]|20)[0-9]{2}年?.{0,2}(?:到|至|—|-|～|~|–).*(?:1[89]|20)[0-9]{2}年")
_UP_TO_NOW = re.compile(r"至今|到现在|到如今|迄今|到今天")
_SPAN_OF_DAYS = re.compile(r"[日号].*(?:至|到|—|-|～|~|–).*[日号]")

_SINCE = re.compile(r"(?:自|从|始于|于|始自)$")
_FOUNDED = re.compile(
    r"^[^，。；]{0,14}?(?:成立|创办|创建|创立|建[院校厂站馆园]|始建|组建|设立|开通|开行|通车|投产|投用|出生|参加工作|参军|入伍|入党|从教|创刊|开馆|开业|建馆|开始|以来|起步?|至今|首[次届列家批])"
)
_FOUNDED_AT = re.compile(r"(?:成立|创办|创建|创立|始建|建成?|组建|设立|开通|诞生|出生|开业|生)于$")
_TELLS = re.compile(
    r"^(?:零?[0-9一二两三四五六七八九十]{1,2}个月)?(?:的?(?:间|来|以来|里|历史|历程|风雨|发展|时间)|周年|华诞)"
)
_PASSED = re.compile(
    r"(?:走过|历经|历时|已有|至今已?|已经?|迎来|建[院校厂馆]|成立|创[办建]|整整|距今已?有?)[^，。；0-9]{0,4}$"
)
_RANGE = re.compile(r"(?:到|至|—|-|～|~|–)\s?$")
_AGE = re.compile(r"(?:今年|现年|如今|年仅|今已|现已)[^，。；0-9]{0,2}$")
_BORN = re.compile(r"^[^，。；]{0,8}(?:出?生)")
_BORN_AT = re.compile(r"(?:出?生)于$")
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}年")
_LOOSE = re.compile(r"^(?:近|约|逾|超|连续|头|前|后|这|那|第|每)|[多余几数]")
_YEARLY = re.compile(r"每年|一年一[度届]|连年")


@dataclass(frozen=True)
class DurationMismatch(ArticleRule):
    """写的天数、年数、周年、年龄，与文中的起止日期不符。

    English: a duration, anniversary, count of years or age that its own dates deny.

    ## 为什么
    起止日期和时长摆在一起，读者掐指一算就知道；多半是沿用了往年的稿子，或改了日期没有改天数。

    ## 怎样判断
    “X日至Y日，为期N天”“持续至Y日，历时N天”按公历推算，首尾都算，或不算首日。“自X年以来，N年间”“X年创办，走过N年”“X年成立，N周年”
    推算到见报日（或句中写明的另一年）：写到月的按足年和虚年，只写年的上下放宽一年。“X年出生，今年N岁”虚岁、周岁都算对。

    ## 不报什么
    “近三年”“连续三年”“十多年”等概数或起点不明的；没有写起点的；首尾计法不同造成的一天、一年之差；引述往事、终点不是见报日的。
    """

    code: ClassVar[str] = "KW303"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 15
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("⟦5月6日⟧，第十届牡丹花会开幕。花会将持续至⟦5月20日⟧，历时⟦30天⟧。"),
        Clash("培训班于⟦8月12日至16日⟧举办，为期⟦10天⟧。"),
        Clash(Sample("自⟦2018年5月⟧首趟列车开行以来，⟦8年间⟧，线路拓展到14条。", day(2024, 5, 20))),
        Clash(Sample("医院始建于⟦1952年⟧，至今已走过⟦82年⟧历程。", day(2024, 5, 20))),
        Clash(Sample("老人出生于⟦1938年⟧，今年⟦96岁⟧。", day(2024, 5, 20))),
        Clean("培训班于8月12日至16日举办，为期5天。", because="正好五天"),
        Clean(Sample("医院始建于1952年，至今已走过72年历程。", day(2024, 5, 20)), because="正好72年"),
        Clean(Sample("公司成立于2019年，6年来服务企业300家。", day(2025, 3, 1)), because="只写年的放宽一年"),
        Clean(Sample("老人出生于1938年，今年87岁。", day(2024, 5, 20)), because="虚岁"),
        Clean(Sample("2018年以来，近三年完成投资12亿元。", day(2024, 5, 20)), because="“近三年”与2018年无关"),
        Clean("会议将于5月6日举行，会期3天，12日前报名。", because="没有写止日"),
    )
    grace: int = field(default=1, metadata={"doc": "天数比首尾都算少多少天之内不报（不算首日）"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports lengths of time that the dates beside them deny."""
        sentences = list(by_sentence(extraction))
        for i, (sentence, claims) in enumerate(sentences):
            if sentence.region is RegionKind.BYLINE:
                continue
            dates = [c for c in claims if c.kind is Kind.DATE and c.figure.period is not None]
            for claim in claims:
                at = bisect_left(dates, claim.figure.start, key=lambda c: c.figure.start)
                near = dates[max(0, at - 6) : at + 4]
                if claim.kind is Kind.DURATION:
                    yield from self._days(claim, near, sentences[max(0, i - 3) : i])
                    yield from self._years(claim, near)
                    yield from self._months(claim, near)
                elif claim.kind is Kind.QUANTITY and claim.value is not None and claim.value.unit == "岁":
                    yield from self._age(claim, near)
                elif claim.kind is Kind.ORDINAL and claim.text.endswith("届"):
                    yield from self._times(claim, near)

    def _days(
        self, told: Claim, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]
    ) -> Iterator[Discrepancy]:
        length = _length(told)
        unit = told.value.unit if told.value else ""
        text, figure = told.sentence.text, told.figure
        if length is None or unit not in _DAYS or not _LASTS.search(text[max(0, figure.start - 8) : figure.start]):
            return
        span = self._span(told, dates, before)
        if span is None:
            return
        start, end, shown = span
        if (end - start).days > 300 and not any(_YEAR.search(c.text) for c in shown):
            start = start.replace(year=end.year - (start.month > end.month), day=min(start.day, 28)) + timedelta(
                days=max(0, start.day - 28)
            )
        days = (end - start).days
        spare = self.grace if _DAYS[unit] == 1 else int(_DAYS[unit] * Fraction(1, 5) + length * 2)
        over = 0 if _DAYS[unit] == 1 else spare
        if days + 1 - spare <= length * _DAYS[unit] <= days + 1 + over:
            return
        yield self.report(
            [*shown, told],
            f"{start.month}月{start.day}日至{end.month}月{end.day}日，写作“{told.text}”",
            work=f"{start.isoformat()} 至 {end.isoformat()} 首尾都算是{days + 1}天",
            repair=f"改为{days + 1}天，或核对起止日期",
        )

    def _span(
        self, told: Claim, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]
    ) -> tuple[date, date, list[Claim]] | None:
        text, figure = told.sentence.text, told.figure
        for c in sorted(dates, key=lambda c: -c.figure.start):
            apart = figure.start - c.figure.end if c.figure.end <= figure.start else c.figure.start - figure.end
            period = c.figure.period
            if not 0 <= apart <= 30 or period is None or period.start is None or period.end is None:
                continue
            if "；" in text[min(c.figure.end, figure.end) : max(c.figure.start, figure.start)]:
                continue
            if period.start != period.end and _SPAN_OF_DAYS.search(c.text):
                return period.start, period.end, [c]
            if period.start != period.end:
                continue
            head = text[max(0, c.figure.start - 8) : c.figure.start]
            until = c.figure.end <= figure.start and (_UNTIL_IN.match(c.text) or _UNTIL.search(head))
            if until or _ENDS.match(text[c.figure.end :]):
                start = self._start(c, dates, before)
                first = start.figure.period.start if start is not None and start.figure.period is not None else None
                if start is not None and first is not None:
                    return first, period.start, [start, c]
                if until:
                    return None
        return None

    def _start(
        self, end: Claim, dates: Sequence[Claim], before: Sequence[tuple[object, tuple[Claim, ...]]]
    ) -> Claim | None:
        """The day a thing began that lasts until ``end``: in its sentence, else where an opening is told before."""
        here = [c for c in dates if c.figure.end <= end.figure.start and _one_day(c)]
        if here:
            return here[-1] if _begins(here[-1]) or _FROM.search(end.sentence.text[: here[-1].figure.start]) else None
        for _, claims in reversed(before):
            if claims[0].sentence.paragraph != end.sentence.paragraph:
                return None
            opened = [c for c in claims if c.kind is Kind.DATE and _one_day(c) and _begins(c)]
            if opened:
                return opened[0]
        return None

    def _years(self, told: Claim, dates: Sequence[Claim]) -> Iterator[Discrepancy]:
        length = _length(told)
        text, figure = told.sentence.text, told.figure
        if length is None or not told.text.strip("间来里").endswith(("年", "周年", "载")) or _LOOSE.search(told.text):
            return
        if (span := self._year_span(told, dates)) is not None:
            yield from self._spanned(span, told, length)
            return
        tail = told.text[-1] if told.text[-1] in "间来里" else text[figure.end : figure.end + 6]
        head = text[max(0, figure.start - 8) : figure.start]
        if not (_TELLS.match(tail) or "周年" in told.text or _PASSED.search(head) or self._to_now(told, dates)):
            return
        start = _year_before(told, dates)
        if start is None or figure.start - start.figure.end > 40 or not self._founds(start):
            return
        more = _AND_MONTHS.match(text[figure.end :]) if told.text.endswith("年") else None
        yield from self._counted(start, told, length + (Fraction(_number(more["n"]), 12) if more else 0))

    def _months(self, told: Claim, dates: Sequence[Claim]) -> Iterator[Discrepancy]:
        """2023年3月开工，2024年9月竣工，历时26个月."""
        length, text, figure = _length(told), told.sentence.text, told.figure
        unit = told.value.unit if told.value else ""
        head = text[max(0, figure.start - 8) : figure.start]
        before = [c for c in dates if c.figure.end <= figure.start and _MONTH.search(c.text)]
        if length is None or unit not in ("年", "个月") or not _LASTS.search(head) or len(before) < 2:
            return
        start, end = before[-2:]
        p, q = start.figure.period, end.figure.period
        if p is None or q is None or p.start is None or q.start is None or not _ENDS.match(text[end.figure.end :]):
            return
        if not _begins(start) or figure.start - end.figure.end > 20:
            return
        months = months_between(p.start, q.start)
        said = length * (12 if unit == "年" else 1)
        more = _AND_MONTHS.match(text[figure.end :]) if unit == "年" else None
        if more:
            said += _number(more["n"])
            unit = "个月"
        spare = 6 if unit == "年" else 1
        if months - spare <= said <= months + spare + 1:
            return
        yield self.report(
            [start, end, told],
            f"{start.text}到{end.text}，写作“{told.text}”",
            work=f"{start.text} 至 {end.text} 是{months}个月",
        )

    def _to_now(self, told: Claim, dates: Sequence[Claim]) -> bool:
        start = _year_before(told, dates)
        if start is None:
            return False
        return bool(_UP_TO_NOW.search(told.sentence.text[start.figure.start : told.figure.start]))

    def _year_span(self, told: Claim, dates: Sequence[Claim]) -> Claim | None:
        """2015年到2024年 right before the years that it is said to last."""
        text = told.sentence.text
        for c in dates:
            between = text[c.figure.end : told.figure.start]
            if (
                c.figure.end <= told.figure.start
                and between in ("", "的", "，", "这", "共", "的这", "，共")
                and _YEARS_SPAN.search(c.text)
            ):
                return c
        return None

    def _spanned(self, span: Claim, told: Claim, length: Number) -> Iterator[Discrepancy]:
        period = span.figure.period
        if period is None or period.start is None or period.end is None:
            return
        years = years_between(period.start, period.end)
        if not years <= length <= years + 1:
            yield self.report([span, told], f"{span.text}，写作“{told.text}”", work=f"首尾都算是{years + 1}年")

    def _founds(self, start: Claim) -> bool:
        text, figure = start.sentence.text, start.figure
        head = text[max(0, figure.start - 6) : figure.start]
        if not _YEAR.search(start.text) or _RANGE.search(head):
            return False
        if _UP_TO_NOW.search(start.text) and start.text.startswith(("自", "从")):
            return True
        return bool(_SINCE.search(head) or _FOUNDED_AT.search(head)) or bool(_FOUNDED.match(text[figure.end :]))

    def _counted(self, start: Claim, told: Claim, length: Number) -> Iterator[Discrepancy]:
        published, period = told.article.published, start.figure.period
        if published is None or period is None or period.start is None or period.end is None:
            return
        open_ended = bool(_UP_TO_NOW.search(start.text))
        if ((period.end - period.start).days > 366 and not open_ended) or period.start > published:
            return
        if "月" in start.text:
            months = months_between(period.start, published)
            fewest, most = Fraction(months // 12), Fraction(-(-months // 12))
            if length.denominator != 1:
                fewest, most = Fraction(months - 1, 12), Fraction(months + 1, 12)
        else:
            years = years_between(period.start, published)
            fewest, most = Fraction(years - 1), Fraction(years + 1)
        if fewest <= length <= most:
            return
        yield self.report(
            [start, told],
            f"{start.text}到见报日，写作“{told.text}”",
            work=f"{start.text} 至 {published.year}年{published.month}月 "
            f"是{_spell(period.start, published, start.text)}",
        )

    def _age(self, told: Claim, dates: Sequence[Claim]) -> Iterator[Discrepancy]:
        published, value, figure, text = told.article.published, told.value, told.figure, told.sentence.text
        if published is None or value is None or value.point is None or figure.comparator is not Comparator.EQ:
            return
        born = _year_before(told, dates)
        if (
            born is None
            or born.figure.period is None
            or born.figure.period.start is None
            or not _YEAR.search(born.text)
        ):
            return
        after, head = (
            text[born.figure.end : born.figure.end + 10],
            text[max(0, born.figure.start - 4) : born.figure.start],
        )
        if not (_BORN.match(after) or _BORN_AT.search(head)) or not _AGE.search(
            text[max(0, figure.start - 6) : figure.start]
        ):
            return
        years = years_between(born.figure.period.start, published)
        if years - 1 <= value.point <= years + 1:
            return
        yield self.report(
            [born, told],
            f"{born.text}出生，写作“{told.text}”",
            work=f"{published.year} − {born.figure.period.start.year} ＝ {years}岁",
        )

    def _times(self, told: Claim, dates: Sequence[Claim]) -> Iterator[Discrepancy]:
        """第N届 of a yearly event that was founded too late for it."""
        published, value, text = told.article.published, told.value, told.sentence.text
        head = text[max(0, told.figure.start - 8) : told.figure.start]
        if published is None or value is None or value.point is None or not re.search(r"今年[^，。；]{0,4}$", head):
            return
        start = next((c for c in dates if c.figure.end <= told.figure.start and self._founds(c)), None)
        if (
            start is None
            or start.figure.period is None
            or start.figure.period.start is None
            or not _YEARLY.search(text)
        ):
            return
        years = years_between(start.figure.period.start, published)
        if value.point > years + 1:
            yield self.report(
                [start, told],
                f"{start.text}创办、每年一届，写作“{told.text}”",
                work=f"至{published.year}年至多{years + 1}届",
            )


def _number(text: str) -> int:
    return int(text) if text.isascii() else {"两": 2, "十一": 11}.get(text, "零一二三四五六七八九十".find(text))


def _length(told: Claim) -> Number | None:
    """The number of days or years that is told without a hedge."""
    if told.figure.comparator is not Comparator.EQ:
        return None
    if told.value is not None:
        return told.value.point
    return told.figure.period.length if told.figure.period is not None else None


def _year_before(told: Claim, dates: Sequence[Claim]) -> Claim | None:
    """The last date before a figure that states its year."""
    return next((c for c in reversed(dates) if c.figure.end <= told.figure.start and _YEAR.search(c.text)), None)


def _one_day(claim: Claim) -> bool:
    period = claim.figure.period
    if not (period and period.start and re.search(r"[日号]", claim.text)):
        return False
    return period.start == period.end or claim.text.endswith(("起", "开始", "开始的"))


def _begins(claim: Claim) -> bool:
    text, figure = claim.sentence.text, claim.figure
    return figure.text.endswith(("起", "开始")) or bool(_BEGINS.search(text[figure.end : figure.end + 40]))


def _spell(start: date, end: date, text: str) -> str:
    if "月" not in text:
        return f"{years_between(start, end)}年"
    years, months = divmod(months_between(start, end), 12)
    return f"{years}年" + (f"{months}个月" if months else "")
