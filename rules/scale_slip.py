"""KW105: values that agree but for a power of ten"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Clash,
    Clean,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Level,
    Number,
    Sample,
    Status,
    Verdict,
    day,
    difference,
    digits,
    disputes,
    exact,
    name_of,
    point,
    side_by_side,
    told_all,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

_SLIPS = {
    Fraction(10): "小数点错一位？",
    Fraction(10**4): "万、亿写混，或漏了“万”？",
    Fraction(10**8): "漏了“亿”？",
    Fraction(1000): "千进位错？",
    Fraction(100): "错两位？",
}
# A point that is shifted by one, 万 for 亿: what two digits alone may tell.
_OFTEN = (10, 10**4)
# Three digits are right to half of one in a hundred.
_ROUNDING = Fraction(1, 200)
# So many digits of one level are those of another by a slip, and not by chance.
_TELLING = 3


@dataclass(frozen=True)
class ScaleSlip(FactRule):
    """两个数只差万、亿、千，或小数点错了一位。

    English: values of one metric and period whose digits agree but for a power of ten (万 for 亿, a shifted point).

    ## 为什么
    数字一样、只差数量级，几乎总是一处的“万”“亿”或小数点写错。

    ## 怎样判断
    同一指标、范围、时期，两个数的有效数字相同（至少两位），比值恰是10、100、1000、万或亿。
    有效数字三位以上的，两处用词不很相近、时间和地点靠推断时也相比，只报警告；3826.4万与3.83亿按取整后相同算。
    只有两位数字的，要名称说得全而相同，或同是一物的总投资、面积一类，比值是10或万。
    时候不同的两个存量，指标名很相近，三位以上的数字一字不差而只差数量级，也报告。

    ## 不报什么
    有效数字只有一位的（5亿与50亿）；两个时期的当期数，或范围不同的；不足三位、取整后才相同的；
    一处的句子里也写着另一处那个数的。
    """

    code: ClassVar[str] = "KW105"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 30
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("2024年上半年，园区签约项目合同总金额⟦86.4亿元⟧。", day(2024, 7, 25)),
            Sample("2024年上半年，园区签约项目合同总金额⟦86.4万元⟧。", day(2024, 11, 21)),
        ),
        Clash(
            Sample("截至2024年底，园区接收社会捐赠资金⟦3826.4万元⟧。", day(2025, 1, 25)),
            Sample("2024年底，园区接收社会捐赠资金⟦3.83亿元⟧。", day(2025, 1, 26)),
        ),
        Clash(
            Sample("截至2024年6月底，园区标准厂房面积达到⟦12.6万平方米⟧。", day(2024, 7, 10)),
            Sample("截至2025年3月底，园区标准厂房面积达到⟦126万平方米⟧。", day(2025, 4, 8)),
        ),
        Clash(
            Sample("3月，环湖马拉松有城市志愿者⟦1.4万名⟧。", day(2025, 3, 12), place="青石县"),
            Sample("⟦14万名⟧城市志愿者为环湖马拉松服务，赛事圆满。", day(2025, 3, 30), place="青石县"),
        ),
        Clash(
            Sample("县水厂新厂区今年动工，总投资⟦6.3亿元⟧。", day(2025, 3, 12), place="青石县"),
            Sample("总投资⟦6300万元⟧的县水厂新厂区进展顺利。", day(2025, 6, 30), place="青石县"),
        ),
        Clean(
            Sample("截至2024年6月底，园区标准厂房面积达到1.2万平方米。", day(2024, 7, 10)),
            Sample("截至2025年3月底，园区标准厂房面积达到12万平方米。", day(2025, 4, 8)),
            because="时候不同，只有两位数字相同",
        ),
        Clean(
            Sample("2024年，园区签约项目合同总金额86.4亿元。", day(2025, 1, 25)),
            Sample("2024年，园区签约项目合同总金额864000万元。", day(2025, 1, 26)),
            because="数值相等，只是写法不同",
        ),
        Clean(
            Sample("去年，全市电动车火灾248起，正好占2480起火灾的十分之一。", day(2025, 1, 25), place="青石市"),
            Sample("2024年，全市电动车火灾248起。", day(2025, 1, 26), place="青石市"),
            because="两个数在一句里并列",
        ),
        Clean(
            Sample("2023年，园区研发投入5亿元。", day(2024, 1, 25)),
            Sample("2024年，园区研发投入50亿元。", day(2025, 1, 26)),
            because="年份不同",
        ),
        Clean(
            Sample("2024年，园区企业实现税收30.6亿元。", day(2025, 1, 25)),
            Sample("2024年，园区企业实现税收304.8亿元。", day(2025, 1, 26)),
            because="数字不同，不只差数量级",
        ),
    )
    least_score: float = field(default=0.65, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    least_later: float = field(default=0.86, metadata={"doc": "两处说的不是同一时候的，指标名至少要多相近才相比"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports comparable claims of one time whose written numbers stand as 1 to a power of ten."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if link.refusal or link.score < self.least_score or _ratio(a, b) not in _SLIPS:
                return False
            if side_by_side(a, b):
                return False
            return link.time == "same" or self._carried_on(link, a, b)

        for claims, links in disputes(fact, holds):
            one, other = fact.claims[links[0].a], fact.claims[links[0].b]
            certain = all(e.sure for e in links) and all(exact(c) for c in claims)
            yield self.report(
                claims,
                f"“{name_of(claims)}”只差数量级：{told_all(claims)}",
                work=difference(one, other),
                level=Level.ERROR if certain else Level.WARNING,
                verdict=Verdict.CONTRADICTION,
                repair=_SLIPS[_ratio(one, other)],
            )

    def _carried_on(self, link: Link, a: Claim, b: Claim) -> bool:
        """Whether a level of one time has all the digits of another, which it hardly comes to by growing."""
        if link.time not in ("before", "after") or not link.strong or link.score < self.least_later:
            return False
        x, y = point(a), point(b)
        told = a.status == b.status == Status.ACTUAL and exact(a) and exact(b)
        return told and digits(x) == digits(y) and len(digits(x)) >= _TELLING


def _ratio(a: Claim, b: Claim) -> Fraction:
    """The larger written number over the smaller, rounding aside; 0 where the digits are too few to tell."""
    x, y = point(a), point(b)
    if not x or not y or x < 0 or y < 0:
        return Fraction(0)
    n = min(len(digits(x)), len(digits(y)))
    if n < 2:
        return Fraction(0)
    ratio = max(x, y) / min(x, y)
    if n < _TELLING and ratio not in _OFTEN:
        return Fraction(0)  # 98万人, 9800人
    rounded = (k for k in _SLIPS if n > 2 and abs(ratio / k - 1) < _ROUNDING and _same_digits(x, y))
    return next(rounded, ratio)


def _same_digits(x: Number, y: Number) -> bool:
    """Whether two numbers have the same digits as far as the shorter goes: 38264, 383; not 306, 3048."""
    short, long = sorted((digits(x), digits(y)), key=len)
    n = len(short)
    return short in (long[:n], str(int(long[:n]) + (long[n : n + 1] >= "5")))
