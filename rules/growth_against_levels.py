"""KW111: a growth that its two levels deny"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Behaviour,
    Change,
    Claim,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Extraction,
    Fact,
    FactRule,
    Kind,
    Level,
    Number,
    Sample,
    Status,
    Verdict,
    by_sentence,
    changes,
    day,
    exact,
    factor,
    gap,
    grown,
    grown_so,
    interval,
    led_to,
    like,
    name_of,
    numbers_in,
    point,
    set_out_from,
    show,
    slipped_step,
    steps,
    times_told,
    unfinished,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A review is printed so many days before the end of what it covers at the most.
_WEEKS = 35
# So many amounts before a growth, and behind it, can be what it is told of.
_BEFORE, _BEHIND = 80, 8
_REAL_WORDS = ("可比", "不变价", "实际增长", "剔除", "扣除价格", "同口径", "名义")
_REAL_METRICS = ("GDP", "生产总值", "增加值", "人均可支配收入")


@dataclass(frozen=True)
class GrowthAgainstLevels(ArticleRule, FactRule):
    """写的增幅，与写的两个数对不上。

    English: a stated growth, multiple or doubling that the two levels deny.

    ## 为什么
    增幅、基数、现数三者知二求一，读者拿计算器就能核。

    ## 怎样判断
    基数在同一句：“由A增加到B”“B，比上年的A增长”“B（去年同期A）”“B，同比增长……，去年同期为A”“比上年增加C，达到B”；或在另一稿里
    写明是上一年（“比2020年”的那一年、“四年翻一番”的四年前、“比上届”的上一届、“较上个雪季”的上一季）同一指标。一句只说增幅、不说数的，
    现数和基数都在别处；“比上年多171万人次”的差数，也与两稿的两个数核对。按末位取整放宽后，算出来的增幅与写的仍无交集，
    就报告。一句里写了几个数、别的几个数之间隔着话的，以及“五年前……。如今……”分写两句的，按各数的名称和时间找基数和现数：附近任何两个数算得出这个增幅就是对的，
    都算不出、而三个数之一改一位（或颠倒相邻两位，或番数、倍数差一）就对得上的，报为警告。“翻一番”按两倍、“翻两番”按四倍，给一成的余地；“增长N倍”是原来的N＋1倍，只合“是原来的N倍”的报为警告。句中写明两个年份的“年均增长”按复合增长核算，首年算不算都可以。

    ## 不报什么
    可比价、不变价、同口径、剔除因素之后的增长，生产总值、增加值、居民收入这些按惯例用不变价计算的指标：名义增幅与它不同是正常的。
    没有写明几年的年均增长、“环比”对上月以外的基数：不知道基数。单位不同、时段长短不同的，增长另有名目的（票款收入增长）：说的不是一件事。
    基数或现数是“超、近、余”一类概数而增幅在其内；取整能解释的差别。
    """

    code: ClassVar[str] = "KW111"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 20
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("2024年，全区固定资产投资⟦206亿元⟧，比2023年的⟦178亿元⟧⟦增长12.4%⟧。"),
        Clash(
            Sample("2023年，公司研发投入⟦2.29亿元⟧。", day(2024, 4, 19)),
            Sample("2024年，公司研发投入⟦3.09亿元⟧，⟦同比增长25.3%⟧。", day(2025, 4, 25)),
        ),
        Clash(
            Sample("2021年，全县民宿总收入⟦3.6亿元⟧。", day(2022, 1, 19), place="青石县"),
            Sample("全县民宿总收入⟦比2021年翻了两番⟧，去年达到⟦6.9亿元⟧。", day(2025, 1, 25), place="青石县"),
        ),
        Clash(
            Sample("茶博会昨日闭幕，茶叶销售额⟦2300万元⟧。", day(2023, 5, 22), place="青石县"),
            Sample("据组委会统计，今年，茶叶销售额⟦3100万元⟧，⟦比上届增长52%⟧。", day(2024, 5, 20), place="青石县"),
        ),
        Clash(
            Sample("2022年，沙湾口岸出口整车⟦1.2万辆⟧。", day(2023, 1, 18), place="青石县"),
            Sample("去年，沙湾口岸出口整车达⟦3.9万辆⟧，⟦比2022年增长3.25倍⟧。", day(2025, 1, 22), place="青石县"),
        ),
        Clash("前三季度，全市快递业务量完成⟦3.6亿件⟧（去年同期⟦2.8亿件⟧），⟦同比增长18.2%⟧。"),
        Clash("截至11月底，合作社贷款余额比年初增加⟦1.2亿元⟧，达到⟦12亿元⟧，⟦增长15%⟧。"),
        Clash("日均客运量由2020年的⟦39.4万人次⟧提高到今年前11个月的⟦118.2万人次⟧，⟦增长了3倍⟧。"),
        Clash("开业之初，食堂日均用餐⟦1200人⟧，眼下已增加到⟦1900人⟧，不到半年⟦翻了一番⟧。"),
        Clash("2024年境外收入⟦67.1亿元⟧，占总收入的36%，而2021年这个数字还是⟦33.2亿元⟧，三年间⟦翻了两番⟧。"),
        Clash("茶园面积由⟦3200亩⟧增加到⟦4800亩⟧，⟦增加了一倍⟧。"),
        Clash("到账经费⟦5.9亿元⟧，与2020年的⟦3.2亿元⟧相比⟦翻了一番还多⟧。"),
        Clash("2020年，全县果业产值⟦17.2亿元⟧，到2024年是⟦28.4亿元⟧，四年时间⟦翻了一番⟧。"),
        Clash(
            "全年运客1.83亿人次，日均⟦50.0万人次⟧，而2020年全年只有0.61亿人次，日均⟦16.7万人次⟧，四年间日均客流⟦翻了两番⟧。"
        ),
        Clean(
            "全年运客1.83亿人次，日均50.0万人次，而2020年全年只有0.91亿人次，日均24.9万人次，四年间日均客流翻了一番。",
            because="正好两倍",
        ),
        Clash("三年前这家合作社只有蜂群⟦260箱⟧，如今已发展到⟦1100箱⟧，短短三年⟦翻了三番⟧。"),
        Clash("从2020年的⟦11.6万吨⟧到2024年的⟦17.4万吨⟧，水产品产量四年⟦增长60%⟧。"),
        Clash("全年外运水果⟦18.6万吨⟧，比上年的15.5万吨增长20.0%，与2020年的⟦6.2万吨⟧相比⟦翻了两番⟧。"),
        Clash("五年前，全村养蜂的只有⟦36户⟧。如今再来，已有⟦112户⟧人家养蜂，养蜂户⟦翻了两番⟧。"),
        Clash(
            Sample("2023年，渔家民宿接待游客⟦46万人次⟧。", day(2024, 4, 10), place="青石县"),
            Sample("2024年，渔家民宿接待游客⟦55.2万人次⟧，收入3.6亿元。", day(2025, 1, 10), place="青石县"),
            Sample("2024年渔家民宿接待游客⟦比2023年增长28.0%⟧，旺季一房难求。", day(2025, 2, 10), place="青石县"),
        ),
        Clash(
            Sample("2024年，县图书馆借阅图书⟦410万册⟧。", day(2025, 1, 9), place="青石县"),
            Sample("2025年，县图书馆借阅图书⟦486万册⟧，比2024年多⟦96万册⟧。", day(2026, 1, 8), place="青石县"),
        ),
        Clean(
            Sample("2024年，县图书馆借阅图书410万册。", day(2025, 1, 9), place="青石县"),
            Sample("2025年，县图书馆借阅图书486万册，比2024年多76万册。", day(2026, 1, 8), place="青石县"),
            because="差得对",
        ),
        Clean(
            Sample("2023年，渔家民宿接待游客46万人次。", day(2024, 4, 10), place="青石县"),
            Sample("2024年，渔家民宿接待游客55.2万人次。", day(2025, 1, 10), place="青石县"),
            Sample("2024年上半年渔家民宿接待游客比2023年同期增长28.0%。", day(2025, 2, 10), place="青石县"),
            because="增长的是半年的",
        ),
        Clean("公交日均客运量由6.2万人次升至8.1万人次，票款收入增长20.6%。", because="增长的是票款收入"),
        Clean("在册网店4.35万户，比2020年底的1.42万户翻了一番多。", because="不到两番"),
        Clean("全年外运水果18.6万吨，比上年的15.5万吨增长20.0%。", because="算得对"),
        Clean("到账经费5.9亿元，与2020年的3.2亿元相比近翻一番。", because="不到一番"),
        Clean(
            "赛事带来经济效益3.26亿元，其中直接效益1.42亿元、间接效益1.84亿元，比上届的2.61亿元增长24.9%。",
            because="增长的是总数",
        ),
        Clean("茶园面积由3200亩增加到6600亩，增加了一倍。", because="取整之内"),
        Clean("五年间，技工院校在校生从3.1万人增加到4.6万人，年均增长8.2%。", because="没有写明哪年到哪年"),
        Clean(
            Sample("2021年，全县民宿总收入3.6亿元。", day(2022, 1, 19), place="青石县"),
            Sample("2024年，全县民宿总收入7.2亿元，比2021年翻了一番。", day(2025, 1, 25), place="青石县"),
            because="算得对",
        ),
        Clean(
            Sample("2023年，全县民宿总收入5.2亿元。", day(2024, 1, 19), place="青石县"),
            Sample("2024年，全县民宿总收入7.2亿元，比2021年翻了一番。", day(2025, 1, 25), place="青石县"),
            because="基数是2021年的",
        ),
        Clean(
            Sample("2023年，全县海铁联运量48.6万标箱。", day(2024, 1, 19), place="青石县"),
            Sample("去年，全县海铁联运量60.2万标箱，比上年增长20%以上。", day(2025, 1, 25), place="青石县"),
            because="“以上”没有上限",
        ),
        Clash(
            Sample("2020年，全县海洋牧场面积⟦4.2万亩⟧。", day(2021, 1, 20), place="青石县"),
            Sample("截至2024年底，全县海洋牧场面积⟦6.1万亩⟧，相当于2020年的⟦两倍⟧。", day(2025, 1, 21), place="青石县"),
        ),
        Clash("企业研发机构由62家增至86家，研发人员由⟦4800人⟧增至⟦1.1万人⟧，分别增长38.7%和⟦89%⟧。"),
        Clean("企业研发机构由62家增至86家，研发人员由4800人增至1.1万人，分别增长38.7%和129%。", because="各自算得对"),
        Clean("客运量由2020年的39.4万人次提高到2024年的118.2万人次，同比增长8%。", because="增长的是一年的"),
        Clean("五年间，产值由3.2亿元增加到9.6亿元，仅去年就增长20%。", because="只是其中一年的"),
        Clean("2024年，全县民宿总收入由7.26亿元修订为7.31亿元，增长5.2%。", because="修订前后是同一年的数"),
        Clean("2024年，全县网络零售额18.6亿元，上年为17.2亿元，增速由5.1%提高到8.1%。", because="5.1%是上年的增速"),
        Clean("上半年，净利润5.12亿元，同比多4000万元，增长8.5%。", because="4000万元是多出来的数"),
        Clean("次均门诊费用312元，与上年的318元相比略降；次均住院费用1.42万元，下降3.1%。", because="降的是后一个数"),
        Clean(
            Sample("截至6月末，贷款余额2987亿元，比年初增长4.8%。", day(2024, 7, 19)),
            Sample("截至6月末，贷款余额3296亿元，比年初增加168亿元，增长5.4%。", day(2025, 7, 19)),
            because="两处增长都是和年初比",
        ),
        Clean("今年港口开行货运专列286列，同比多34列，增长13.5%。", because="由252列算得对"),
        Clean("2024年，全区教育支出32.6亿元，比上年的30.7亿元增长6.2%。", because="算得对"),
        Clean(
            Sample("2023年，全市交通投资86.2亿元，完成年度计划的101.3%。", day(2024, 1, 28), place="青石市"),
            Sample(
                "2024年，全市交通投资90.9亿元，完成年度计划的100.5%，比上年增长5.5%。", day(2025, 1, 20), place="青石市"
            ),
            because="增长的是投资，不是完成的比例",
        ),
        Clean("2024年，全区生产总值1323亿元，比上年的1250亿元增长5.5%。", because="生产总值按不变价计算增速"),
    )
    slack: float = field(default=0.15, metadata={"doc": "增幅算得的与写的相差多少个百分点之内不报"})
    sure_score: float = field(default=0.85, metadata={"doc": "另一稿的基数，指标名至少要多相近（0到1）"})
    least_score: float = field(default=0.7, metadata={"doc": "另一稿的基数与倒推的基数不差太远时，至少要多相近"})
    across: bool = field(default=True, metadata={"doc": "基数在另一稿里时是否也核"})
    least_times: float = field(
        default=0.45, metadata={"doc": "算得的倍数不到所写的多少倍，就多半有一个数说的是另一回事"}
    )
    most_times: float = field(
        default=1.7, metadata={"doc": "算得的倍数在所写的多少倍以上，就多半有一个数说的是另一回事"}
    )

    def check(self, told: Extraction | Fact) -> Iterator[Discrepancy]:
        """Reports growth that the two levels of its own sentence, or levels of other places, do not allow."""
        if isinstance(told, Fact):
            yield from self._across(told)
            yield from self._alone(told)
        else:
            yield from self._within(told)

    def _within(self, told: Extraction) -> Iterator[Discrepancy]:
        amounts: list[Claim] | None = None
        for _, claims in by_sentence(told):
            known = set()
            for change in changes(claims):
                known.add(change.growth.key)
                if not _real(change.growth, change.level) and (found := self._impossible(change)):
                    if self._of_the_whole(change, claims):
                        continue
                    actual, sure = found
                    yield self._wrong(change, actual, Level.ERROR if sure else Level.WARNING)
            if rest := [c for c in claims if c.kind is Kind.GROWTH and c.key not in known]:
                amounts = numbers_in(told) if amounts is None else amounts
                yield from self._pointed_at(rest, amounts)

    def _pointed_at(self, claims: Sequence[Claim], told: Sequence[Claim]) -> Iterator[Discrepancy]:
        """Growth that no two amounts near it make, and that is one slip from the two that its words point at.

        ``told``: the amounts of the article.
        """
        for growth in claims:
            at = bisect_left(told, growth.start, key=lambda c: c.start)
            near = told[max(0, at - _BEFORE) : at + _BEHIND]
            found = steps(growth, near)
            if not found or found[0].change.made is None:
                continue
            change, spare = found[0].change, Fraction(str(self.slack))
            if _real(growth, change.level) or not (denied := self._impossible(change)):
                continue
            if any(self._impossible(step.change) is None for step in found) or grown_so(growth, near, spare):
                continue
            if slipped_step(change):
                yield self._wrong(change, denied[0], Level.WARNING)

    def _of_the_whole(self, change: Change, claims: Sequence[Claim]) -> bool:
        """Whether a growth behind parts is that of their whole: 3亿元，其中…1.8亿元，比上届的2.6亿元增长."""
        level = change.level
        if not level.scope.part or level.value is None or change.base is None:
            return False
        wholes = (
            c
            for c in claims
            if c.figure.end <= level.figure.start and not c.scope.part and c.value and c.value.unit == level.value.unit
        )
        told = (Change(change.growth, c, change.base, years=change.years) for c in wholes)
        return any(one.made is not None and self._impossible(one) is None for one in told)

    def _impossible(self, change: Change) -> tuple[Number, bool] | None:
        """The growth in percent that the figures make, and whether nothing else can be meant; None if they agree."""
        made, said = change.made, factor(change.growth)
        if made is None or said is None:
            return None
        least, actual, most = made
        if "年均" in change.growth.text or "年均" in gap(change.level, change.growth):
            return self._yearly(change, actual / 100 + 1, said)
        spare = Fraction(str(self.slack))
        if (said[0] <= most + spare and least - spare <= said[2]) or self._strange(actual, said[1]):
            return None
        times = change.growth.value is not None and change.growth.value.unit == "倍"
        loose = times and abs(actual - said[1] + 100) < 30
        wild = abs(actual) > 10 * abs(said[1]) or (actual < 0) != (said[1] < 0)
        return actual, not (loose or wild) and exact(change.growth)

    def _strange(self, actual: Fraction, said: Fraction) -> bool:
        """Whether two levels make so much more or less than is told that one of them is of another thing."""
        told = 100 + said
        return told > 0 and not self.least_times <= (100 + actual) / told <= self.most_times

    def _yearly(
        self, change: Change, ratio: Fraction, said: tuple[Fraction, Fraction, Fraction]
    ) -> tuple[Number, bool] | None:
        """As :meth:`_impossible`, for a growth by the year; some count the first year too."""
        if not change.years or change.years < 2 or ratio <= 0:
            return None
        made = [(float(ratio) ** (1 / n) - 1) * 100 for n in (change.years - 1, change.years, change.years + 1)]
        if min(made) - 0.5 <= said[2] and said[0] <= max(made) + 0.5:
            return None
        return Fraction(round(made[1] * 10), 10), False

    def _wrong(self, change: Change, actual: Number, level: Level) -> Discrepancy:
        now, unit = point(change.level), change.level.value.unit if change.level.value else ""
        base = change.start or Fraction(0)
        k = (now or Fraction(1)) / (change.level.value.point or Fraction(1)) if change.level.value else Fraction(1)
        text, name = change.growth.text, name_of([change.level])
        kind = "年均" if "年均" in text else ""
        return self.report(
            change.claims,
            f"{f'“{name}”' if name else ''}增幅与两个数对不上：{show(base / k, unit)}→{change.level.text}，写作{text}",
            work=f"{show(base / k, '')} → {show((now or Fraction(0)) / k, '')} "
            f"是{kind} {float(actual):+.1f}%，文中写{text}",
            level=level,
            verdict=Verdict.CONTRADICTION,
        )

    def _across(self, fact: Fact) -> Iterator[Discrepancy]:
        for growth in fact.growth:
            if growth.kind is not Kind.GROWTH:
                yield from self._by_so_much(fact, growth)
                continue
            level = next((c for c in fact.claims if c.key == growth.lead), None)
            if level is None or growth.metric.text != level.metric.text or growth.value is None or not exact(level):
                continue
            if level.kind is Kind.SHARE:
                continue  # 486.2亿元，完成预算的*101.3%*，增长6.4%: a share changes by points, and the amount grows
            if growth.role == "base":
                continue
            if "年均" in growth.text or _real(growth, level) or (_going_on(level) and "届" not in growth.text):
                continue
            bases = list(self._bases(fact, level, growth))
            for base in bases:
                others = [b for b in bases if (b.metric.text, b.scope) != (base.metric.text, base.scope)]
                if (working := self._denied(base, level, growth)) and not _made_by(others, level, growth):
                    yield self.report(
                        [base.told_as("base"), level, growth.told_as("rate")],
                        f"“{name_of([level])}”增幅与两个数对不上：{base.text}→{level.text}，写作{growth.text}",
                        work=working,
                        level=Level.WARNING,
                        verdict=Verdict.CONTRADICTION,
                    )
                    break

    def _by_so_much(self, fact: Fact, more: Claim) -> Iterator[Discrepancy]:
        """Reports an amount that two levels of two articles do not differ by: 736万人次，比2024年*多171万人次*."""
        level = next((c for c in fact.claims if c.key == more.lead), None)
        if level is None or not (exact(level) and exact(more) and like(level, more)) or _going_on(level):
            return
        bases = [b for b in self._bases(fact, level, more) if like(b, level)]
        told = [(b, times_told(b, level, more)) for b in bases]
        if any(differs is None for _, differs in told) or _real(more, level):
            return
        for base, differs in told:
            if differs is not None and Fraction(1, 2) <= differs <= 2:
                yield self.report(
                    [base.told_as("base"), level, more.told_as("delta")],
                    f"“{name_of([level])}”增减的数与两个数对不上：{base.text}→{level.text}，写作{more.text}",
                    work=f"{base.text} → {level.text} 相差的是所写{more.text}的{float(differs):.2f}倍",
                    level=Level.WARNING,
                    verdict=Verdict.CONTRADICTION,
                )
                break

    def _alone(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports a growth whose sentence tells no level, against those that other sentences tell of its two times."""
        told: dict[int, list[Claim]] = {}
        for link in fact.links:
            if link.refusal == "growth":
                one, other = sorted((link.a, link.b), key=lambda n: fact.claims[n].kind is not Kind.GROWTH)
                told.setdefault(one, []).append(fact.claims[other])
        for at, levels in told.items():
            growth = fact.claims[at]
            each = [
                (base, level)
                for level in levels
                for base in levels
                if level.role == "value"
                and led_to(growth, level)
                and set_out_from(base, level, growth)
                and like(base, level)
            ]
            if any(_real(growth, level) or _going_on(level) for _, level in each):
                continue
            denied = [(base, level, self._denied(base, level, growth)) for base, level in each]
            if not denied or not all(work for _, _, work in denied):
                continue
            base, level, work = denied[0]
            yield self.report(
                [base.told_as("base"), level, growth.told_as("rate")],
                f"“{name_of([level])}”增幅与两个数对不上：{base.text}→{level.text}，写作{growth.text}",
                work=work,
                level=Level.WARNING,
                verdict=Verdict.CONTRADICTION,
            )

    def _bases(self, fact: Fact, level: Claim, growth: Claim) -> Iterator[Claim]:
        """The claims of other sentences that can be the base, by their time and by how alike they are named."""
        if not self.across or any(c.role == "base" and _same_sentence(c, level) for c in fact.claims):
            return
        at = next(i for i, c in enumerate(fact.claims) if c.key == level.key)
        best: dict[str, float] = {}
        found: list[tuple[float, Claim]] = []
        for link in fact.links:
            if at not in (link.a, link.b) or link.refusal not in ("", "period", "behaviour"):
                continue  # 2022年出口1.2万辆, 去年出口达3.9万辆: years that are stated say what both are of
            other = fact.claims[link.b if link.a == at else link.a]
            if (
                other.role in ("value", "base")
                and exact(other)
                and other.status == Status.ACTUAL
                and set_out_from(other, level, growth)
                and {other.behaviour, level.behaviour} != {Behaviour.FLOW, Behaviour.CUMULATIVE}
                and (link.refusal != "behaviour" or _dated(other, level))
                and (link.score >= self.sure_score or (link.score >= self.least_score and _near(other, level, growth)))
                and not _same_sentence(other, level)
            ):
                found.append((link.score, other))
        near = {other.article.id for _, other in found if _near(other, level, growth)}
        found = [(s, c) for s, c in found if c.article.id not in near or _near(c, level, growth)]
        for score, other in found:
            best[other.article.id] = max(score, best.get(other.article.id, 0.0))
        # Of a whole and its parts that one paper tells the base is what is named most alike.
        yield from (other for score, other in found if score == best[other.article.id])

    def _denied(self, base: Claim, level: Claim, growth: Claim) -> str:
        """The arithmetic if the growth cannot be, else ""."""
        x, y, r = interval(base), interval(level), growth.value
        px, py = point(base), point(level)
        if x is None or y is None or r is None or not px or not py or None in (x.low, x.high, y.low, y.high):
            return ""
        if not x.low or x.low <= 0 or growth.figure.comparator is Comparator.RANGE:
            return ""
        said = factor(growth)
        if said is None or (r.unit == "%" and not growth.figure.direction):
            return ""
        actual, spare = (py / px - 1) * 100, Fraction(str(self.slack))
        least, most = (y.low / x.high - 1) * 100, (y.high / x.low - 1) * 100  # type: ignore[operator]
        above = growth.figure.comparator in (Comparator.ABOVE, Comparator.AT_LEAST)  # 增长20%以上 of 24 %
        if (above or least - spare <= said[2]) and said[0] <= most + spare:
            return ""
        turned = (actual < 0) != (said[1] < 0) and not slipped_step(Change(growth, level, base=base))
        if turned or not _likely(base, level, growth) or self._strange(actual, said[1]):
            return ""  # the base is of another thing
        return f"{base.text} → {level.text} 是 {float(actual):+.1f}%，文中写{growth.text}"


def _made_by(bases: Sequence[Claim], level: Claim, growth: Claim) -> bool:
    """Whether one of several bases is what a growth set out from."""
    said, now = factor(growth), interval(level)
    each = [interval(b) for b in bases]
    return bool(said and now and any(b is not None and grown(b, now, (said[0], said[2])) for b in each))


def _going_on(level: Claim) -> bool:
    """Whether an amount is of a stretch that goes on weeks beyond its paper, and so not of all of it."""
    end, day = level.period.end if level.period else None, level.article.published
    weeks = bool(end and day and (end - day).days > _WEEKS)
    return level.status == Status.ACTUAL and (weeks or (end == day and unfinished(level)))


def _real(growth: Claim, level: Claim) -> bool:
    """Whether a growth is measured in constant prices, by its words or by the custom of its metric."""
    return any(w in growth.sentence.text for w in _REAL_WORDS) or any(w in level.metric.text for w in _REAL_METRICS)


def _dated(base: Claim, level: Claim) -> bool:
    """Whether both say of what stretch of time they are."""
    return all(c.period is not None and c.period.explicit and not c.period.as_of for c in (base, level))


def _same_sentence(a: Claim, b: Claim) -> bool:
    return a.article.id == b.article.id and a.sentence.index == b.sentence.index


def _likely(base: Claim, level: Claim, growth: Claim) -> bool:
    """Whether a base is of the size that level and growth make, or a slip of its zeros away; else it is of another."""
    x, y, said = point(base), point(level), factor(growth)
    if not x or not y or said is None or said[1] <= -100:
        return True
    low, high = sorted((x, y / (1 + said[1] / 100)))
    return high <= 3 * low or any(abs(high / low - k) * 4 <= k for k in (10, 100, 1000, 10_000))


def _near(base: Claim, level: Claim, growth: Claim) -> bool:
    """Whether a base is no further from the one that level and growth make than a slip of the growth explains."""
    x, y, said = point(base), point(level), factor(growth)
    if not x or not y or said is None or said[1] <= -100:
        return False
    return Fraction(1, 2) <= x / (y / (1 + said[1] / 100)) <= 2
