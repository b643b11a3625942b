"""KW209: a mean that its total and its number deny"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction
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
    Mean,
    by_sentence,
    made,
    means,
    numbers_in,
    per,
    point,
    show,
    slipped_mean,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim

# Amounts so many before a mean can be its total and its number.
_BEFORE = 40
# From this weight on its words point at both, and from the other on in one sentence.
_POINTED, _SURE = 2, 3


@dataclass(frozen=True)
class MeanAgainstTotal(ArticleRule):
    """人均、户均、亩均，与总数除以个数对不上。

    English: a mean that total and number deny.

    ## 为什么
    总数、个数、平均数三者知二求一；平均数多半是沿用旧稿。

    ## 怎样判断
    “人均、户均、亩均、日均、每千人口”前面同类的、点了名的数是总数，人、户、亩的数是个数，天数是句中写明的或总数那一段时间的；按末位取整放宽后，
    总数除以个数与写的平均数没有交集，附近别的总数和个数也算不出来，而又在三倍之内或正差十倍百倍的，报为警告。总数、个数不在同一句、天数没有写明的，
    还要三个数之一改一位、或颠倒相邻两位就对得上。

    ## 不报什么
    人均可支配收入、人均生产总值等统计指标：分母是常住人口，不是句中的人数。附近另有总数和个数算得出来的。写明是“以上”“近”等
    概数而在其内的；差得太远、显然不是一回事的；平均的是授信、总的是发放一类名目不同的；“比去年的日均”一类另一年的平均数。
    """

    code: ClassVar[str] = "KW209"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 19
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全县共有⟦32万名⟧参保人，全年发放补贴⟦6400万元⟧，人均⟦300元⟧。"),
        Clash("合作社共有⟦120户⟧社员，今年分红⟦360万元⟧，户均分红⟦5万元⟧。"),
        Clash("全县⟦86万亩⟧小麦总产⟦41.2万吨⟧，平均亩产⟦520公斤⟧。"),
        Clash("全年举办招聘会⟦128场⟧，提供岗位⟦19.2万个⟧，场均提供岗位⟦2500个⟧。"),
        Clash("公益列车今年开行⟦196趟⟧，运送旅客⟦23.5万人次⟧，平均每趟运送⟦2100人次⟧。"),
        Clash("全村去年分红总额⟦540万元⟧，⟦312户⟧人人有份，户均分得⟦2.3万元⟧。"),
        Clash("据统计，全县⟦28.4万人⟧，现有病床⟦2130张⟧，每千人口床位数为⟦8.5张⟧。"),
        Clash("国庆⟦8天⟧假期，古城一共接待游客⟦96.8万人次⟧，日均⟦15.1万人次⟧，周边民宿天天客满。"),
        Clash("合作社种了⟦1260亩⟧辣椒，收了⟦3150吨⟧，平均每亩产⟦3500公斤⟧。"),
        Clean("国庆8天假期，古城一共接待游客96.8万人次，比去年日均的15.1万人次少了两成。", because="是去年的日均"),
        Clean("全县28.4万人口现有病床2130张、执业医师824名，每千人口床位7.5张、医师2.9名。", because="各自算得对"),
        Clean("合作社共有120户社员，今年分红360万元，户均分红3万元。", because="算得对"),
        Clean("国庆8天假期，讲解员的步数加起来超过21万步，平均每天2.6万步以上。", because="都是说到多少以上"),
        Clean("全市常住人口320万人，生产总值2600亿元，人均可支配收入3.6万元。", because="不是一回事"),
        Clean("合作社120户社员种植辣椒500亩，产值600万元，户均增收8000元。", because="差得太远，不是一回事"),
        Clean("去年开业后的三个月，接诊15.6万人次；今年1至8月51.2万人次，月均6.4万人次。", because="三个月是去年的"),
        Clean("农商行走访农户12万户，累计发放贷款36亿元，户均授信5万元。", because="授信不是发放"),
    )
    slack: float = field(default=0.03, metadata={"doc": "算得的平均数与写的相差多大比例之内不报"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports means beside one total and one number that do not make them."""
        told: list[Claim] | None = None
        for sentence, claims in by_sentence(extraction):
            if not any(word in sentence.text for word in ("均", "每", "亩产")):
                continue
            spans = [c for c in claims if c.kind is Kind.DURATION]
            for mean in claims:
                if mean.kind not in (Kind.QUANTITY, Kind.RATE) or per(mean) is None:
                    continue
                told = numbers_in(extraction) if told is None else told
                at = bisect_left(told, mean.start, key=lambda c: c.start)
                near = [c for c in told[max(0, at - _BEFORE) : at] if c.sentence.paragraph == sentence.paragraph]
                lasted = [c for c in spans if "；" not in sentence.text[c.figure.end : mean.figure.start]]
                found = means(mean, near, lasted)
                if found and not any(made(m, Fraction(str(self.slack))) for m in found):
                    yield from self._wrong(found[0])

    def _wrong(self, found: Mean) -> Iterator[Discrepancy]:
        """A mean that no total and number near it make: of those its words point at, by a slip or by little."""
        total, number, mean = found.total, found.number, found.mean
        a, written = point(total), point(mean) or (mean.value.low if mean.value else None)
        b = point(number) if number is not None else Fraction(found.days)
        if found.weight < _POINTED or not a or not b or not written:
            return
        told = a / b * found.many
        far = told / written
        sure = found.weight >= _SURE and (Fraction(1, 3) < far < 3 or _tens(far))
        if not sure and not slipped_mean(found):
            return
        unit = mean.value.unit if mean.value else ""
        yield self.report(
            found.claims,
            f"平均数对不上：{total.text}÷{found.by}，文中写{mean.text}",
            work=f"{total.text} ÷ {found.by} ≈ {show(Fraction(round(told * 10), 10), unit)}",
        )


def _tens(far: Fraction) -> bool:
    return any(Fraction(95, 100) < f < Fraction(105, 100) for k in (10, 100, 1000, 10000) for f in (far / k, far * k))
