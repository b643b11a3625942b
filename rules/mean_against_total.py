"""KW209: a mean that its total and its number deny"""

from __future__ import annotations

from dataclasses import dataclass, field
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
    Interval,
    Kind,
    Level,
    by_sentence,
    dimension,
    disjoint,
    gap,
    interval,
    point,
    ratio,
    show,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_MEAN = re.compile(
    r"""
    (?P<per>人均|户均|亩均|社均|村均|家均|场均|趟均|班均|店均|校均|平均亩产|亩产|每人平均|每户平均|平均每(?P<unit>[人户亩家所村台辆名趟班列场天日车只头株棵艘架件])
      | 每(?P<each>[趟班列场天日车只头株棵艘架件])平均)
    (?P<of>[^，。；：、0-9]{0,8})$                                             # 户均*分红*5万元
    """,
    re.VERBOSE,
    needs=("人均", "户均", "亩均", "社均", "村均", "家均", "场均", "趟均", "班均", "店均", "校均", "平均", "亩产"),
)
# What stands between a mean's name and its figure and names nothing.
_LINKS = re.compile("[约近超逾可达到为是了的仅有]|突破|不足|[分领拿得摊]得?|获得|到手")
_PER = {"人": ("人",), "户": ("户",), "亩": ("面积",), "家": ("个体",), "社": ("个体",), "村": ("个体",)}
_UNRELATED = re.compile(r"人均(?:GDP|地区生产|生产总值|可支配|纯收入|预期|寿命|公园|住房|消费)|同比|增长")
_TOTAL = re.compile(
    r"[共总]|累计|合计|发放|分红|收入|产值|投入|补贴|增收|产量|交易额|销售额|投资|采购|购买|消耗|消费|使用|收获|捐|筹|提供|运送|发送|接待|销售|卖出"
)


@dataclass(frozen=True)
class MeanAgainstTotal(ArticleRule):
    """人均、户均、亩均，与总数除以个数对不上。

    English: a mean that total and number deny.

    ## 为什么
    总数、个数、平均数三者知二求一；平均数多半是沿用旧稿。

    ## 怎样判断
    同一句里写了总数、个数（人、户、亩）和平均数，各只有一个，按末位取整放宽后，总数除以个数与写的平均数没有交集，
    而又在三倍之内或正差十倍百倍的，报为警告。

    ## 不报什么
    人均可支配收入、人均生产总值等统计指标：分母是常住人口，不是句中的人数。总数或个数不止一个的：不知道除哪一个。写明是“以上”“近”等
    概数而在其内的；差得太远、显然不是一回事的；平均的是授信、总的是发放一类名目不同的；每名教师负责几名学生一类两头都是人的；分写在两句里的。
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
        Clean("合作社共有120户社员，今年分红360万元，户均分红3万元。", because="算得对"),
        Clean("全市常住人口320万人，生产总值2600亿元，人均可支配收入3.6万元。", because="不是一回事"),
        Clean("合作社120户社员种植辣椒500亩，产值600万元，户均增收8000元。", because="差得太远，不是一回事"),
        Clean("农商行走访农户12万户，累计发放贷款36亿元，户均授信5万元。", because="授信不是发放"),
    )
    slack: float = field(default=0.03, metadata={"doc": "算得的平均数与写的相差多大比例之内不报"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports means beside one total and one number that do not make them."""
        for _, claims in by_sentence(extraction):
            amounts = [c for c in claims if c.kind is Kind.QUANTITY and c.value is not None]
            for i, mean in enumerate(amounts):
                text, start = mean.sentence.text, mean.figure.start
                head = text[max(0, start - 16) : start]
                told = _MEAN.search(head)
                if told and i > 1 and not _UNRELATED.search(text[max(0, start - 12) : start + 12]):
                    per = told["unit"] or told["each"] or told["per"].removeprefix("平均")[0]
                    yield from self._mean(mean, per, told["of"], amounts[max(0, i - 8) : i])

    def _mean(self, mean: Claim, per: str, of: str, before: Sequence[Claim]) -> Iterator[Discrepancy]:
        numbers = [c for c in before if _dimension(c) in _PER.get(per, ()) or c.text.endswith(per)]
        totals = [c for c in before if _dimension(c) == _dimension(mean) and c not in numbers]
        if (
            len(numbers) != 1
            or len(totals) != 1
            or Comparator.RANGE in {c.figure.comparator for c in (*numbers, *totals)}
        ):
            return
        number, total = numbers[0], totals[0]
        if "；" in gap(min(number, total, key=_at), mean) or not _TOTAL.search(_head(total)) or _of_another(of, total):
            return
        n, t, m = interval(number), interval(total), interval(mean)
        a, b, written = point(number), point(total), point(mean) or (mean.value.low if mean.value else None)
        if n is None or t is None or m is None or not a or not b or not written or not n.low or not t.low:
            return
        made = ratio(t, n)
        if made.low is None or made.high is None:
            return
        area = Fraction(2000, 3) if _dimension(number) == "面积" else Fraction(1)
        spare = 1 + Fraction(str(self.slack))
        wide = Interval(made.low / 100 * area / spare, made.high / 100 * area * spare)
        told = b / a * area
        far = told / written
        if not disjoint(wide, m) or not (Fraction(1, 3) < far < 3 or _tens(far)):
            return
        unit = mean.value.unit if mean.value else ""
        yield self.report(
            [number, total.told_as("total"), mean.told_as("rate")],
            f"平均数对不上：{total.text}÷{number.text}，文中写{mean.text}",
            work=f"{total.text} ÷ {number.text} ≈ {show(Fraction(round(told * 10), 10), unit)}",
        )


def _dimension(claim: Claim) -> str:
    return dimension(claim.value.unit) if claim.value is not None else ""


def _at(claim: Claim) -> int:
    return claim.figure.start


def _head(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 14) : claim.figure.start]


def _of_another(of: str, total: Claim) -> bool:
    """Whether a mean is of something that its total does not name: 累计*发放*37.6亿元，户均*授信*6.4万元."""
    name = _LINKS.sub("", of)
    return len(name) > 1 and not any(name[i : i + 2] in _head(total) for i in range(len(name) - 1))


def _tens(far: Fraction) -> bool:
    return any(Fraction(95, 100) < f < Fraction(105, 100) for k in (10, 100, 1000, 10000) for f in (far / k, far * k))
