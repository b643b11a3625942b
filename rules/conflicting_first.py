"""KW402: one thing called first of two fields"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Clash,
    Clean,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Level,
    Sample,
    day,
    disputes,
    name_of,
    point,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

_LOOSE = ("首批", "首次", "率先", "之一")


@dataclass(frozen=True)
class ConflictingFirst(FactRule):
    """同一件事，一处称全国首个，一处称全省首个。

    English: one thing called the first of the country here and the first of the province there.

    ## 为什么
    “全国首个”当然也是“全省首个”，但两稿并列，读者会问究竟是哪一级；升级说法往往没有出处。

    ## 怎样判断
    “首个、首家、唯一、首创”之后的事物名称相近，范围词（全球、全国、全省、全市、全区）不同；
    “我省开出的首条”算全省，“某门诊……，系全国首家由县医院开设的”说的是门诊，标题里“全国首个！”说的是下一句；
    或者范围相同，一处是首个，一处是第二个；或者两个写明的地方先后都称同一件事是首个（名称须几乎相同）。

    ## 不报什么
    首批、首次、率先；一处是“首台”、一处是“最小”的；同一稿里由小到大的递进说法；事物名称只有通名相同的。
    """

    code: ClassVar[str] = "KW402"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 60
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("港区建成⟦全国首个⟧氢能集卡规模化应用示范港区。", day(2024, 8, 8)),
            Sample("去年建成了⟦全省首个⟧氢能集卡规模化应用示范港区。", day(2025, 4, 10)),
        ),
        Clash(
            Sample("澄江高铁新城线是⟦全省首条⟧全自动运行地铁线路。", day(2024, 8, 8)),
            Sample("澄江高铁新城线是⟦我省第二条⟧全自动运行地铁线路。", day(2025, 4, 10)),
        ),
        Clash(
            Sample("昨日，胶州市一家企业投保，这是⟦全省首单⟧退税货物出口保险。", day(2024, 8, 8)),
            Sample("11月9日，平度市签下⟦全省首单⟧退税货物出口保险。", day(2024, 11, 10)),
        ),
        Clash(
            Sample(
                "县医院揭牌的睡眠门诊，系⟦全国首家⟧由县级医院独立开设的睡眠门诊。", day(2025, 3, 10), place="青石县"
            ),
            Sample(
                "去年开诊的睡眠门诊，是⟦全省首家⟧由县级医院独立开设的，一号难求。", day(2025, 6, 10), place="青石县"
            ),
        ),
        Clash(
            Sample("这是岭南省开出的⟦首条⟧直达西亚的冷链班列线路。", day(2024, 7, 10), place="青石市"),
            Sample("港区开出⟦全国第一条⟧直达西亚的冷链班列线路。", day(2024, 9, 10), place="青石市"),
        ),
        Clean(
            Sample("这是我国研制的首台小直径隧道掘进机。", day(2024, 7, 10)),
            Sample("世界最小直径的隧道掘进机下线。", day(2024, 9, 10)),
            because="首台和最小是两件事",
        ),
        Clean(
            Sample("港区建成全国首个氢能集卡规模化应用示范港区。", day(2024, 8, 8)),
            Sample("港区氢能集卡规模化应用示范港区为全国首个。", day(2025, 4, 10)),
            because="范围相同",
        ),
        Clean(
            Sample("昨日，胶州市一家企业投保，向全省唯一退税货物出口保险承办机构办理。", day(2024, 8, 8)),
            Sample("11月9日，平度市企业来到全省唯一退税货物出口保险承办机构。", day(2024, 11, 10)),
            because="两地说的是同一个唯一",
        ),
        Clean(
            Sample("建成全省首个区级青少年心理服务中心。", day(2025, 1, 8)),
            Sample("建成全市首个工业互联网公共服务中心。", day(2025, 1, 10)),
            because="不是同一个中心",
        ),
    )
    least_score: float = field(default=0.64, metadata={"doc": "两处事物名称至少要多相近（0到1）才相比"})
    sure_score: float = field(default=0.9, metadata={"doc": "两地都称首个的，至少要多相近才报告"})

    def _twice(self, link: Link, a: Claim, b: Claim) -> bool:
        """Whether two places, each named, both claim the same thing as the first of one field."""
        x, y = a.scope, b.scope
        named = not (x.org and y.org) and all(_named(c) for c in (a, b))
        apart = named and x.place not in y.place and y.place not in x.place and link.refusal == "scope"
        days = a.article.published, b.article.published
        sole = any("唯一" in c.text for c in (a, b))  # several may speak of the only one there is
        return apart and days[0] != days[1] and link.score >= self.sure_score and not (sole or _loose(a, b))

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports firsts of near-equal names whose fields differ."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            fields = _field(a), _field(b)
            if not (a.figure.first and b.figure.first) or not all(fields):
                return False
            if ("最" in a.figure.first) != ("最" in b.figure.first):
                return False  # 我国首台, 世界最小
            if fields[0] == fields[1] and point(a) == point(b):
                return self._twice(link, a, b)
            if fields[0] == fields[1] and not link.strong:
                return False
            if fields[0] != fields[1] and not point(a) == point(b) == 1:
                return False  # 我国首座, 世界第三座
            return link.score >= self.least_score and not _loose(a, b)

        for claims, links in disputes(fact, holds):
            fields = list(dict.fromkeys(map(_field, claims)))
            if len(fields) == 1 and any(self._twice(e, fact.claims[e.a], fact.claims[e.b]) for e in links):
                yield self.report(
                    claims,
                    f"两处都称{fields[0]}首个：{told_all(claims)}，一为{claims[0].scope.text}，一为{claims[-1].scope.text}",
                    work=" = ".join(dict.fromkeys(c.text for c in claims)) + "，首个只能有一个",
                )
                continue
            if len(fields) == 1:
                yield self.report(
                    claims,
                    f"“{name_of(claims)}”在{fields[0]}是第几：{told_all(claims)}",
                    work=" ≠ ".join(dict.fromkeys(c.text for c in claims)),
                )
                continue
            yield self.report(
                claims,
                f"“{name_of(claims)}”是{'首个还是'.join(fields)}首个：{told_all(claims)}",
                work=" ≠ ".join(dict.fromkeys(c.text for c in claims)),
                repair=f"{fields[0]}↔{fields[1]}？" if len(fields) == 2 else None,
            )


def _loose(a: Claim, b: Claim) -> bool:
    """Whether there can be several of such a first: 首批, 首次."""
    return any(w in c.text for w in _LOOSE for c in (a, b))


def _named(claim: Claim) -> bool:
    """Whether the place of a claim stands in its sentence or its title."""
    place = claim.scope.place
    return bool(place) and (place in claim.sentence.text or place in claim.article.title)


# Words of one field.
_FIELDS = {
    **dict.fromkeys(("我国", "国内", "中国"), "全国"),
    **{ours + place: "全" + place for ours in "我本该" for place in "省市区县州"},
    **dict.fromkeys(("世界", "国际", "世界上", "全世界"), "全球"),
}


def _field(claim: Claim) -> str:
    """The field that a claim is a first of, in one word for each: 我国首个 is 全国首个."""
    return _FIELDS.get(claim.figure.among, claim.figure.among)
