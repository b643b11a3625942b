"""KW110: one number under two qualifiers"""

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
    Kind,
    Level,
    Sample,
    day,
    digits,
    disputes,
    exact,
    known_on,
    misnamed,
    misowned,
    name_of,
    point,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link


# Names this alike are one; fewer than so many things are told alike by chance.
_ONE_NAME, _FEW = 0.95, 5
# Qualifiers that say how a number was reckoned and not of what grade things are.
_SIZES = frozenset({"规上", "限上"})  # statistics of industry are of these, said or not
_MEANS = frozenset({"平均", "日均", "月均", "年均", "人均", "户均"})
# Links of one number under two names, or told of two houses, that other numbers may call wrong.
_NAMES = frozenset({"label", "names", "scope", "", "matter"})
# A growth told with fewer digits is met by chance.
_NO_CHANCE = 3


@dataclass(frozen=True)
class ScopeLabelSwap(FactRule):
    """同一个数，挂在不同的口径词下：339家，一处“市级以上”，一处“规模以上”。

    English: the same number under another qualifier (市级以上 / 规模以上); one label is wrong.

    ## 为什么
    两个范围大小不同，数目却一个不差，几乎总是口径词写错了一处。

    ## 怎样判断
    指标其余的词相同，范围相同，时点相同或相近，数值相等，至少两位有效数字（两稿另有两个数相同、或指标名一字不差的，一位也算），只有口径词（国家级、省级以上、市级以上、规上等）不同。
    至少三位有效数字的，名目不能同时为真也报：互斥的词（研发人员、销售人员；城区、全市），两项合计说成一项，其中项说成总数，甲数挂了乙数的名字。
    第三篇稿件给其中一个名目另一个数、时点相同的，也报。同一件事的发起者不同（18家高校、18家企业），或者等级不同（万吨级、5万吨级），两位有效数字也报。

    ## 不报什么
    数值不等的；时点相隔一年以上的；一位数；一处没有口径词而另一处有、且句子并不相近的；说法不同而可以是一回事的（研发人员、科研人员）。
    """

    code: ClassVar[str] = "KW110"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 50
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("截至2025年11月底，全区规模以上科技创新平台总数达⟦339家⟧。", day(2025, 12, 9)),
            Sample("截至2025年11月底，全区市级以上科技创新平台⟦339家⟧。", day(2025, 12, 25)),
        ),
        Clean(
            Sample("截至2025年11月底，全区省级以上科技创新平台112家。", day(2025, 12, 9)),
            Sample("截至2025年11月底，全区市级以上科技创新平台339家。", day(2025, 12, 25)),
            because="口径不同，数也不同",
        ),
        Clean(
            Sample("全县国家级绿色工厂总数达到24家。", day(2024, 2, 27), place="青石县"),
            Sample("去年，全县新增省级绿色工厂24家。", day(2024, 3, 8), place="青石县"),
            because="一为总数，一为新增",
        ),
        Clash(
            Sample("全县现有省级以上临床重点专科⟦29个⟧。", day(2025, 1, 8), place="青石县"),
            Sample("目前，全县国家临床重点专科⟦29个⟧。", day(2025, 9, 8), place="青石县"),
        ),
        Clash(
            Sample("全县现有省级农业龙头企业⟦6家⟧。", day(2024, 8, 8), place="青石县"),
            Sample("目前，全县市级农业龙头企业⟦6家⟧。", day(2025, 1, 8), place="青石县"),
        ),
        Clash(
            Sample("2024年，全县法院共审结行政案件⟦2386件⟧。", day(2025, 1, 18), place="青石县"),
            Sample("去年，全县法院审结刑事案件⟦2386件⟧。", day(2025, 3, 8), place="青石县"),
        ),
        Clash(
            Sample("2024年，全县小麦和玉米产量⟦46.73万吨⟧。", day(2025, 1, 18), place="青石县"),
            Sample("去年，全县玉米产量⟦46.73万吨⟧。", day(2025, 2, 27), place="青石县"),
        ),
        Clash(
            Sample("2024年上半年，青石县接待过夜游客⟦68.3万人次⟧。", day(2024, 7, 10)),
            Sample("2024年上半年，青石县接待游客⟦68.3万人次⟧。", day(2024, 7, 25)),
            Sample("2024年上半年，青石县接待游客412.5万人次。", day(2024, 8, 6)),
        ),
        Clean(
            Sample("全县现有市级以上孵化器34家，其中国家级9家、市级10家。", day(2024, 1, 8), place="青石县"),
            Sample("全县孵化器增加到38家，其中国家级10家、市级11家。", day(2024, 9, 8), place="青石县"),
            because="两处各有各的数",
        ),
        Clean(
            Sample("2024年，全县完成快递业务量4127万件，其中进港快递2863万件。", day(2025, 1, 18), place="青石县"),
            Sample("去年，全县进港的快递有2863万件。", day(2025, 2, 27), place="青石县"),
            because="说的都是进港快递",
        ),
        Clean(
            Sample("2023年，全市规上服务业营业收入增长6.8%。", day(2024, 1, 27), place="青石市"),
            Sample("2024年，全市服务业营业收入增长6.8%。", day(2025, 1, 18), place="青石市"),
            because="两位数的增幅，巧合常见",
        ),
        Clean("全区现有国家级绿色工厂3家。", "全区现有省级绿色工厂3家。", because="一位数，巧合常见"),
    )
    least_score: float = field(default=0.7, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    within_days: int = field(default=400, metadata={"doc": "两处时点相隔多少天之内才报告"})

    def _regraded(self, link: Link, a: Claim, b: Claim) -> bool:
        """Whether two claims tell one number of one time, that is no chance, of two grades."""
        x, y = point(a), point(b)
        if x is None or x != y or not (exact(a) and exact(b)):
            return False
        if len(digits(x)) < 2 and not (_one_matter(a, b) or _named_alike(link, a, b)):
            return False
        if _tells(a, _grade(b)) and _tells(b, _grade(a)):
            return False  # 国家级9家、市级10家, then 国家级10家、市级11家
        grades = {*_grade(a), *_grade(b)}
        graded = bool(_grade(a) and _grade(b))
        chance = a.kind is Kind.GROWTH and len(digits(x)) < _NO_CHANCE
        if chance or _MEANS & grades or (not graded and (link.alike < 0.4 or grades <= _SIZES)):
            return False
        ends = known_on(a), known_on(b)
        near = None in ends or abs((ends[0] - ends[1]).days) <= self.within_days  # type: ignore[operator]
        return near and _gained(a) == _gained(b)

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports equal numbers that only their qualifiers tell apart."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if link.refusal in _NAMES and _misnamed(fact, link, self.least_score):
                return True
            return link.refusal == "level" and link.score >= self.least_score and self._regraded(link, a, b)

        for claims, links in disputes(fact, holds):
            if any(e.refusal in _NAMES for e in links):
                names = list(dict.fromkeys(c.scope.org + c.metric.text for c in claims))
                yield self.report(
                    claims,
                    f"同一个数挂了不同名目：“{'”“'.join(names)}”，{told_all(claims)}",
                    work="；".join(dict.fromkeys(_why(fact, e) for e in links if e.refusal in _NAMES)),
                )
                continue
            labels = sorted({"".join(_grade(c)) or "（无口径词）" for c in claims})
            yield self.report(
                claims,
                f"“{name_of(claims)}”同一个数挂了不同口径：{'、'.join(labels)}，{told_all(claims)}",
                work=f"{claims[0].text} = {claims[-1].text}，口径 {' ≠ '.join(labels)}",
                repair=f"{labels[0]}↔{labels[1]}？" if len(labels) == 2 else None,
            )


def _tells(claim: Claim, grades: tuple[str, ...]) -> bool:
    """Whether a claim's sentence has other grades too, and so numbers of its own for them."""
    return bool(grades) and all(grade in claim.sentence.text for grade in grades)


def _misnamed(fact: Fact, link: Link, least: float) -> bool:
    """Whether two names, or two houses, of one number cannot both be right: by their words, or by a third number."""
    if link.refusal == "label":
        return True
    a, b = fact.claims[link.a], fact.claims[link.b]
    if link.refusal == "scope":
        return link.score >= least and _of_digits(_NO_CHANCE + 1, a, b) and bool(misowned(fact, link))
    return _of_digits(_NO_CHANCE, a, b) and bool(misnamed(fact, link))


def _why(fact: Fact, link: Link) -> str:
    """What says that two names of one number are not both right, for a reader."""
    if link.refusal == "label":
        return link.reasons[0]
    third = misowned(fact, link) if link.refusal == "scope" else misnamed(fact, link)
    return f"另有一处：{third}"


def _of_digits(least: int, a: Claim, b: Claim) -> bool:
    """Whether two claims tell one number that is written out to so many digits at least."""
    x = point(a)
    return x is not None and x == point(b) and exact(a) and exact(b) and len(digits(x)) >= least


def _grade(claim: Claim) -> tuple[str, ...]:
    """The qualifiers of a count; 国家 before what is graded is one: *国家*临床重点专科, *省级*临床重点专科."""
    whole = claim.metric.words[:1] == ("国家",) and len(claim.metric.words) > 1
    return claim.scope.levels or (("国家级",) if whole else ())


def _gained(claim: Claim) -> bool:
    """Whether a number is of those that were added, and not of all: *新增*省级绿色工厂24家."""
    return claim.metric.verb.startswith("新")


def _named_alike(link: Link, a: Claim, b: Claim) -> bool:
    """Whether names of one subject differ in nothing but their grades, and the number is no mere two."""
    x = point(a)
    return link.strong and link.score >= _ONE_NAME and bool(_grade(a) and _grade(b)) and x is not None and x >= _FEW


def _one_matter(a: Claim, b: Claim) -> bool:
    """Whether the two articles share two other numbers, so that a small number is no chance."""
    return len(set(a.article.numbers) & set(b.article.numbers)) > 1
