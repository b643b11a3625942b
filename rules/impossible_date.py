"""KW301: a day or an hour that no calendar or clock has"""

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
    RegionKind,
    Sample,
    Verdict,
    day,
    impossible,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim

_STATED = re.compile(r"[12][0-9]{3}年\s?[0-9]{1,2}月")
_WRITTEN = re.compile(r"[月日号时点分]")
_AHEAD = re.compile(
    r"将|拟|计划|预计|有望|力争|争取|确保|届时|即将|明年|后年|到期|有效|期限|截止|以前|之前|前|至|到|起|后|目标|安排|待|会期|定于|如|若|报名"
)
_DEADLINE = re.compile(r"报名|申报|申请|征集|投票|提交|受理时间|有效|期|时间|日期|缴|领取|展|持续|活动")
_COUNTED = re.compile(r"已|累计|共有?|达到?|完成|实现|为|建成|了")
_DAY = re.compile(r"[0-9]{1,2}月[0-9]{1,2}[日号](?:上午|下午|晚|晚上|清晨|凌晨|中午)?")
_OVER = re.compile(r"了|已经?(?!经)|圆满|落下帷幕|顺利|正式")
_AGREED = re.compile(
    r"就要|要(?=办|举|召|开|搞|推出|迎|上线)|即将|马上|同意|约定|商定|宣布|决定|确定|承诺|通知|预报|预计|日程|定在|开售|预售"
)
# What stands before the day that a report opens with, and the words of one that only announces it.
_BYLINE = re.compile(r"(?:本报|本网|[^，。；（）]{1,8})?讯?\s?(?:[（(][^（）()]{1,40}[）)])?\s?")
_FUTURE = re.compile(
    r"将|拟|要(?=办|举|召|开|搞|推出|迎|上线|在|到)|即将|定于|计划|预计|预告|届时|有望|力争|就要|报名|开售|预售|预约|敬请|通知|公告|[日号时]起|[日号]至|截止|征集|招募|上映"
)
_REPORTER = re.compile(r"，?(?:本报|本网|本台)?记者(?![会站节证协])", needs=("记者",))
_FIRST = 3
# A day told by its word and, in brackets, by its date; how far each lies from the day of the paper.
_NAMED = re.compile(
    r"(?P<word>[前昨今明后][天日])(?:上午|下午|晚上?|中午|早晨|清晨|凌晨)?[（(]$", needs=("前", "昨", "今", "明", "后")
)
_OFFSETS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_DONE = re.compile(r"了|已|召开|举行|开幕|启动|发布|印发|通过|当选|去世|逝世|签署|开工|投产|竣工|通车|截至")


@dataclass(frozen=True)
class ImpossibleDate(ArticleRule):
    """历法上没有的日子，钟表上没有的时刻，或已成往事却晚于见报日的日期。

    English: a day that no calendar has, an hour that no clock shows, or a past event dated after publication.

    ## 为什么
    时间差错按出版差错率加倍计算；读者一翻日历就知道。

    ## 怎样判断
    按公历、农历核对月、日（闰年按年份，没写年份的按见报年份），按24小时制核对时刻，报为错误。
    写明年月日、句中用“已、了、召开、举行”讲成往事、却晚于见报日两天以上的，报为警告；
    没写年份、只晚于见报日一个月之内而又写着“了、已、正式、圆满”的，稿件开头就把它当新闻来报的，“截至”一个还没有到的日子、却说已完成多少的（月底前几天见报的不算），
    “昨日（5月6日）”而见报日不是第二天的（播发日与见报日差一天不算），
    记者讲自己那天去了哪里、做了什么的，也报为警告。

    ## 不报什么
    24时：是一天的终了。编号和版本里的数字。句中有“将、拟、就要、至、前、截止、同意、宣布”等指向以后的。只晚一天的：播发日与见报日
    可以差一天。没有见报日的稿件只核对历法，不核对先后。
    """

    code: ClassVar[str] = "KW301"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 2
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("该桥于⟦2024年11月31日⟧通车。"),
        Clash("报名时间⟦截至9月31日⟧。"),
        Clash("医院自⟦2023年2月29日⟧启用新系统。"),
        Clash(Sample("⟦2025年3月12日⟧，全市植树活动在东湖举行，500人参加了活动。", day(2025, 3, 2))),
        Clash(Sample("⟦截至2025年12月底⟧，全市已建成充电桩1200个。", day(2025, 11, 2))),
        Clash(Sample("⟦6月25日⟧，全市运动会在体育中心开幕，举行了开幕式。", day(2025, 6, 10))),
        Clash(
            Sample(
                "本报讯（记者 张强）⟦6月29日上午⟧，位于城东的人才社区正式交付，首批住户领到了钥匙。", day(2025, 6, 27)
            )
        ),
        Clash(Sample("⟦9月27日下午⟧，东山市检察院召开公开听证会，6名听证员一致同意提起公益诉讼。", day(2024, 9, 25))),
        Clash(Sample("⟦11月19日至21日⟧，记者一行从青石镇出发，沿河而下，用三天时间看治水的变化。", day(2024, 11, 15))),
        Clash(Sample("昨日（⟦5月6日⟧），市气象局召开通气会，介绍今年汛期形势。", day(2025, 5, 5))),
        Clean(Sample("昨日（5月6日），市气象局召开通气会，介绍今年汛期形势。", day(2025, 5, 7)), because="正是前一天"),
        Clean(
            Sample("11月19日至21日，记者将从青石镇出发，沿河看治水的变化。", day(2024, 11, 15)), because="说的是打算"
        ),
        Clean(
            Sample("6月29日上午，人才社区将正式交付，首批住户届时领到钥匙。", day(2025, 6, 27)), because="说的是以后"
        ),
        Clean(Sample("6月28日上午，人才社区正式交付，首批住户领到了钥匙。", day(2025, 6, 27)), because="只晚一天"),
        Clean(Sample("6月25日，全市运动会将在体育中心开幕。", day(2025, 6, 10)), because="说的是以后"),
        Clean(Sample("活动报名截至12月31日，已有300人报名。", day(2025, 11, 2)), because="报名的截止日"),
        Clean("医院自2024年2月29日启用新系统。", because="2024年是闰年"),
        Clean("活动持续到当日24时。", because="24时是一天的终了"),
        Clean(Sample("展览将于2025年5月1日举行。", day(2025, 3, 2)), because="说的是以后"),
        Clean(Sample("9月20日，村里要办第六届采摘节，老人也报了名。", day(2025, 8, 21)), because="还没有办"),
        Clean(Sample("截至12月底，全市建成充电桩1200个。", day(2025, 12, 29)), because="月底前几天见报"),
        Clean(Sample("证书有效期至2027年6月30日。", day(2025, 3, 2)), because="说的是以后"),
    )
    soon: int = field(default=31, metadata={"doc": "没写年份的日子，晚于见报日多少天之内才看是不是讲成了往事"})
    grace: int = field(default=1, metadata={"doc": "往事的日期晚于见报日多少天之内不报"})
    closing: int = field(default=5, metadata={"doc": "“截至某月底”，离月底多少天之内见报的不报"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports dates without days, and past events that are dated after publication."""
        published = extraction.article.published
        for claim in extraction.claims:
            if claim.figure.kind is not Kind.DATE or not _WRITTEN.search(claim.text):
                continue
            if claim.figure.period is None:
                problem = impossible(claim.text, published.year if published else None)
                if problem:
                    yield self.report([claim], f"“{claim.text}”：{problem}", verdict=Verdict.CONTRADICTION)
            elif (named := self._named_otherwise(claim)) is not None:
                word, apart = named
                yield self.report(
                    [claim],
                    f"“{word}（{claim.text}）”：见报日是{published}，相差{apart}天",
                    level=Level.WARNING,
                )
            elif self._as_of_ahead(claim):
                yield self.report(
                    [claim],
                    f"“{claim.text}”晚于见报日{published}，那时的数还没有",
                    level=Level.WARNING,
                    repair="月份或年份写错？",
                )
            elif self._too_late(claim) or self._opens_late(claim) or self._reported_late(claim):
                yield self.report(
                    [claim],
                    f"“{claim.text}”晚于见报日{published}，却写成已经发生",
                    level=Level.WARNING,
                    repair="年份或月份写错？",
                )

    def _named_otherwise(self, claim: Claim) -> tuple[str, int] | None:
        """The word for a day beside a date that it cannot be, and how far apart: 昨日（5月6日） in a paper of 5 May."""
        published, period = claim.article.published, claim.figure.period
        if published is None or period is None or period.start is None or period.start != period.end:
            return None
        m = _NAMED.search(claim.sentence.text[max(0, claim.figure.start - 8) : claim.figure.start])
        apart = abs((period.start - published).days - _OFFSETS[m["word"][0]]) if m else 0
        return (m["word"], apart) if m and apart > self.grace else None

    def _as_of_ahead(self, claim: Claim) -> bool:
        """截至 a day that had not come when the article was printed, told of what has been counted."""
        published, period = claim.article.published, claim.figure.period
        if published is None or period is None or period.start is None or not claim.text.startswith(("截至", "截止")):
            return False
        text, figure = claim.sentence.text, claim.figure
        grace = self.closing if claim.text.endswith(("底", "末")) else self.grace
        if period.start <= published + timedelta(days=grace) or _DEADLINE.search(
            text[max(0, figure.start - 12) : figure.start]
        ):
            return False
        told = re.split(r"[。；]", text[figure.end : figure.end + 40])[0]
        return (
            bool(_COUNTED.search(told)) and not _DEADLINE.search(told) and not re.search("将|预计|计划|力争|有望", told)
        )

    def _opens_late(self, claim: Claim) -> bool:
        """Whether a report opens with a day that had not come, and tells it as what happened: 6月29日上午，…交付."""
        published, period, text = claim.article.published, claim.figure.period, claim.sentence.text
        if published is None or period is None or period.start is None or claim.sentence.region is not RegionKind.BODY:
            return False
        late = timedelta(days=self.grace) < period.start - published <= timedelta(days=self.soon)
        if not late or claim.sentence.index > _FIRST or not _DAY.fullmatch(claim.text):
            return False
        opens = _BYLINE.fullmatch(text[: claim.figure.start]) and text[claim.figure.end :].startswith("，")
        done = _OVER.search(text) or _DONE.search(text)
        return bool(opens and done) and not _FUTURE.search(text)

    def _reported_late(self, claim: Claim) -> bool:
        """Whether the reporter tells what they did on a day that had not come: 11月19日至21日，记者一行从…出发."""
        published, period, text = claim.article.published, claim.figure.period, claim.sentence.text
        if published is None or period is None or period.start is None or claim.sentence.region is not RegionKind.BODY:
            return False
        late = timedelta(days=self.grace) < period.start - published <= timedelta(days=self.soon)
        tail = text[claim.figure.end : claim.figure.end + 40]
        return late and bool(_REPORTER.match(tail)) and not re.search("将|拟|计划|预计|准备|打算|要", tail)

    def _too_late(self, claim: Claim) -> bool:
        published, period = claim.article.published, claim.figure.period
        if published is None or period is None or period.start is None:
            return False
        if period.start <= published + timedelta(days=self.grace):
            return False
        text, figure = claim.sentence.text, claim.figure
        around = text[max(0, figure.start - 12) : figure.end + 40]
        if not _STATED.search(claim.text):
            soon = period.start <= published + timedelta(days=self.soon) and _DAY.fullmatch(claim.text)
            if not soon or not _OVER.search(text[figure.end : figure.end + 40]) or _AGREED.search(around):
                return False
        return bool(_DONE.search(around)) and not _AHEAD.search(around)
