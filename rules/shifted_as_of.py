"""KW304: one event on two days, or one count under two days"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Discrepancy,
    Example,
    Extraction,
    Fact,
    FactRule,
    Kind,
    Level,
    RegionKind,
    Sample,
    by_sentence,
    day,
    digits,
    exact,
    likeness,
    point,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_EVENT = re.compile(
    r"开幕|闭幕|揭牌|奠基|开工|竣工|通车|投产|投用|启用|成立|挂牌|上线|开馆|开园|首飞|首航|签约|开赛|启动|举行|召开|发布|印发|施行|实施|开通|出院|去世|逝世"
)
_OTHER = re.compile(r"北京时间|每|上届|去年|往年|第二|再次|又|分别|先后|起|至|到|前|后|同时|期间|[举召]行?开?的")
_REACH = 24


@dataclass(frozen=True)
class ShiftedAsOf(ArticleRule, FactRule):
    """同一件事写了两个日子，或同一个数标了两个截止日。

    English: one event told of two days, or one count told as of two days.

    ## 为什么
    “8月6日开幕”与“8月9日开幕”不能都对；“截至5月底1286件”与“截至6月底1286件”多半是只改了日期没有更新数字。

    ## 怎样判断
    同一篇里，两个写明的日子后面是同一件事（开幕、开工、通车、揭牌……，用词大半相同），日子不同，就报告。
    同一指标、同一个数（三位有效数字以上），一处截至某日、另一处截至另一日，也报告。
    同一处地方唯一的一家法庭、医院，两稿写的成立月份相同而年份不同的，也报告。两篇稿件之间，同一个名称（四个字以上）的开通、开工、开幕等，写了两个相隔不到两个月的日子，也报告。

    ## 不报什么
    一先一后的两件事，上届与本届，每年都办的：不是一件事。“起、至、前、后”引出的期限，写作“将、计划、预计”的：可以变动。
    小数目：可能确实没有变。图片说明：另有规则。没有名称的“项目、大会”：不知道是不是一个。
    """

    code: ClassVar[str] = "KW304"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 66
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            "⟦8月6日⟧，清水河大桥正式建成通车。市交通局负责人介绍了建设经过。\n\n清水河大桥于⟦8月9日⟧正式建成通车，全长1200米。"
        ),
        Clash("⟦截至5月底⟧，全市授权专利⟦12865件⟧。\n\n⟦截至6月底⟧，全市授权专利⟦12865件⟧，增长3%。"),
        Clean("8月6日，清水河大桥正式建成通车。8月9日，清水河大桥迎来首批游客。", because="两件事"),
        Clean("截至5月底，全市授权专利12865件。截至6月底，全市授权专利13011件。", because="数也变了"),
        Clash(
            Sample("⟦6月28日⟧，东山地铁二号线一期正式开通运营。", day(2025, 6, 29)),
            Sample("年终盘点：⟦6月26日⟧，二号线一期开通运营，沿线设站24座。", day(2025, 12, 30)),
        ),
        Clean(
            Sample("东山地铁二号线一期计划6月26日开通运营。", day(2025, 5, 6)),
            Sample("6月28日，东山地铁二号线一期正式开通运营。", day(2025, 6, 29)),
            because="先前只是计划",
        ),
        Clash(
            Sample("这个法庭⟦2015年4月⟧挂牌，管着7个乡镇。", day(2024, 11, 1), place="青岛市"),
            Sample("成立于⟦2016年4月⟧的青岛林区人民法庭入选典型案例。", day(2025, 1, 20), place="青岛市"),
        ),
        Clean("3月5日，第一届山货节开幕。10月5日，第二届山货节开幕。", because="两届"),
    )
    least_likeness: float = field(default=0.6, metadata={"doc": "两个日子后面的用词至少有多大部分（0到1）相同"})

    def check(self, told: Extraction | Fact) -> Iterator[Discrepancy]:
        """Reports pairs of days of one event, and pairs of as-of days of one number."""
        yield from self._across(told) if isinstance(told, Fact) else self._within(told)

    def _across(self, fact: Fact) -> Iterator[Discrepancy]:
        """6月28日，5号线一期开通 here, 6月26日 there."""
        if not fact.claims or any(c.kind is not Kind.DATE for c in fact.claims):
            return
        if fact.id.startswith("since:"):
            yield from self._founded(fact)
            return
        days = {_start(c): c for c in reversed(fact.claims)}
        if len(days) == 2:
            what, _, name = fact.id.partition(":")
            first, second = sorted(days.values(), key=lambda c: (str(c.article.published), c.start))
            yield self.report(
                [first, second],
                f"“{name}”{what}，两处日子不同：{first.text}、{second.text}",
                work=f"{_start(first)} 与 {_start(second)}",
            )

    def _founded(self, fact: Fact) -> Iterator[Discrepancy]:
        """2015年4月挂牌 here, 成立于2016年4月 there: one month of two years."""
        told = {c.figure.period.start: c for c in reversed(fact.claims) if c.figure.period and c.figure.period.start}
        days = sorted(told, key=str)
        if (
            len(days) == 2
            and days[0].year != days[1].year
            and days[0].month == days[1].month
            and all("月" in told[d].text for d in days)
        ):
            yield self.report(
                [told[d] for d in days],
                f"同一家单位，成立的年份不同：{told[days[0]].text}、{told[days[1]].text}",
                work=f"{days[0].year} 与 {days[1].year}",
            )

    def _within(self, extraction: Extraction) -> Iterator[Discrepancy]:
        days: list[tuple[Claim, str]] = []
        counts: dict[tuple[str, str], tuple[Claim, Claim]] = {}
        for sentence, claims in by_sentence(extraction):
            if sentence.region is not RegionKind.BODY:
                continue
            for claim in claims:
                if claim.kind is Kind.DATE and (event := _event(claim)):
                    yield from self._twice(claim, event, days)
                    days = [*days[-20:], (claim, event)]
            yield from self._carried(claims, counts)

    def _twice(self, claim: Claim, event: str, before: Sequence[tuple[Claim, str]]) -> Iterator[Discrepancy]:
        for other, told in before:
            if other.sentence.index == claim.sentence.index or _start(other) == _start(claim):
                continue
            part, shared = likeness(*sorted((event, told), key=len))
            if part < self.least_likeness or shared < 5 or _verb(event) != _verb(told):
                continue
            yield self.report(
                [other, claim],
                f"同一件事写了两个日子：{other.text}、{claim.text}",
                work=f"“{_verb(event)}”两处日期不同",
            )
            return

    def _carried(
        self, claims: Sequence[Claim], counts: dict[tuple[str, str], tuple[Claim, Claim]]
    ) -> Iterator[Discrepancy]:
        as_of = next((c for c in claims if c.kind is Kind.DATE and c.text.startswith("截至")), None)
        if as_of is None or as_of.figure.period is None:
            return
        for c in claims:
            if c.kind is not Kind.QUANTITY or not exact(c) or len(digits(point(c))) < 3 or not c.metric.text:
                continue
            if c.figure.start < as_of.figure.end:
                continue
            key = (c.metric.text + c.scope.text, str(point(c)))
            day, told = counts.setdefault(key, (as_of, c))
            if day.figure.period is not None and day.figure.period.start != as_of.figure.period.start:
                yield self.report(
                    [day, told, as_of, c],
                    f"“{c.metric.text}”{day.text}和{as_of.text}都是{c.text}",
                    work="截止日变了，数没有变",
                )


def _event(claim: Claim) -> str:
    """What is told to have happened on a stated day: the words around it, with a verb of an event; else ""."""
    text, figure, period = claim.sentence.text, claim.figure, claim.figure.period
    if period is None or period.start is None or period.start != period.end or not claim.text.endswith(("日", "号")):
        return ""
    head, tail = text[max(0, figure.start - _REACH) : figure.start], text[figure.end : figure.end + _REACH]
    words = head.rsplit("，", 1)[-1] + re.split(r"[。；]", tail)[0].removeprefix("，").split("，")[0]
    return words if _EVENT.search(words) and not _OTHER.search(words) else ""


def _start(claim: Claim) -> object:
    return claim.figure.period.start if claim.figure.period else None


def _verb(event: str) -> str:
    found = _EVENT.findall(event)
    return found[-1] if found else ""
