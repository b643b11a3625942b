"""KW303: a length of time that its own dates deny"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
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
    Length,
    Level,
    RegionKind,
    Sample,
    again,
    anniversaries,
    between,
    by_sentence,
    completed,
    counted,
    day,
    kept_on,
    lasted,
    length,
    passages,
    reckoned,
    served,
    since,
    spans,
    stretches,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim


@dataclass(frozen=True)
class DurationMismatch(ArticleRule, FactRule):
    """写的天数、年数、周年、年龄，与文中的起止日期不符。

    English: a duration, anniversary, count of years or age that its own dates deny.

    ## 为什么
    起止日期和时长摆在一起，读者掐指一算就知道；多半是沿用了往年的稿子，或改了日期没有改天数。

    ## 怎样判断
    “X日至Y日，为期N天”“持续至Y日，历时N天”按公历推算，首尾都算，或不算首日；“X时至Y时，历时N小时”“X月开工，Y月竣工，历时N年”
    同样推算。“自X年以来，N年间”“X年创办，走过N年”“X年成立，N周年”推算到见报日（或句中写明的另一年）：写到月的按足年和虚年，
    只写年的上下放宽一年。“建校N周年”的建校年份写在同篇另一句、或另一篇里，也相核对。
    “从A到B，奋战N小时”按同篇给A、B写的日子核对，“时隔N年”按邻近一句写的上一次核对；“历时五年多”只在超出时报。
    “X日，……启动”“Y日晚，……落幕”隔了几段，同篇又说“为期N天”“N天里”的，只写了一个开始的日子和一个结束的日子，名称也相合，一样核对。
    “X年，他来到……，一守就是N年”没有写到哪一年为止的，推算到见报日，只报改一位数字就对得上的。“自X月打下第一根桩算起，奋战了N个月”
    “X年……，到如今整整N年”推算到写明的那一天，没有写的推算到见报日；写天数的，要相差十天以上、改一位数字就对得上才报。
    “X月开工，历时N个月建成”没有写竣工日子的，按同篇写投产、通车的那一天核对；没有那一天的，不能超过见报日。
    两稿讲同一处地方、只有一家这样的单位（医院、片区、灯会）或一项工程的，不写名称也相核对。“X年出生，今年N岁”虚岁、周岁都算对。

    ## 不报什么
    “目前已历时”多少天、“其中连续”多少天的：不是从头到尾。一篇里有几个日子都像开始或结束，或者说的是另一项活动的：不知道从哪一天算起。
    “近三年”“连续三年”“十多年”等概数，起点不明的：无从推算。首尾计法不同造成的一天、一年之差：两种算法都通行。引述往事、终点不是
    见报日的。同篇写了两个建校年份（合并、更名）的：不知道从哪一年算起。
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
        Clash("抢修从⟦8日晚10时⟧持续到⟦9日凌晨4时⟧，历时⟦8个小时⟧。"),
        Clash(
            Sample(
                "这所大学始建于⟦1955年⟧，现有学生3万人。⟦建校75年来⟧，学校培养了12万名毕业生。",
                day(2025, 5, 20),
            )
        ),
        Clash("⟦7月2日⟧因塌方中断的县道，经过⟦43天⟧抢修，于⟦8月24日⟧恢复通行。"),
        Clash("⟦2022年3月⟧打下第一根桩，⟦2024年9月⟧通过竣工验收，⟦42个月⟧里，建设者安装沉箱58座。"),
        Clash("⟦6月29日6时⟧，队员从镇口进场。\n\n⟦7月1日6时⟧，道路全线贯通。从进场到全线贯通，队员连续奋战⟦72小时⟧。"),
        Clash(
            Sample("全市时隔⟦26年⟧再度成为省运会东道主。⟦2001年⟧，省第十届运动会在这里举行。", day(2025, 9, 21)),
        ),
        Clash("这条⟦2019年9月⟧破土、⟦2023年12月⟧通车的铁路，历时⟦五年多⟧建成。"),
        Clash("工程于⟦2020年11月⟧动工。历时⟦5年⟧零7个月，⟦2025年6月⟧正式通车。"),
        Clash(
            Sample("青岛市人民医院建于⟦1956年⟧，现有职工1460人。", day(2025, 2, 20), place="青岛市"),
            Sample("这家已有⟦59年⟧历史的医院，如今是全市的“龙头”。", day(2025, 6, 12), place="青岛市"),
        ),
        Clash(
            Sample("一期投资14亿元，⟦2023年9月⟧动工，目前主体完工。", day(2025, 3, 20), place="青岛市"),
            Sample(
                "⟦2025年8月28日⟧，基地一期正式投产。从打下第一根桩到产品下线，历时⟦18个月⟧。",
                day(2025, 8, 28),
                place="青岛市",
            ),
        ),
        Clash(
            Sample("灯会定于⟦1月22日⟧亮灯，⟦2月14日⟧落幕，布展灯组32组。", day(2025, 1, 10), place="青岛市"),
            Sample("灯会从开到收整整亮了⟦28天⟧，入园人次突破50万。", day(2025, 2, 20), place="青岛市"),
        ),
        Clash(
            Sample(
                "⟦11月12日⟧，二期项目正式投产。项目于⟦2023年3月26日⟧打下第一根桩，历时⟦30个月⟧建成。", day(2024, 11, 14)
            )
        ),
        Clash("大坝于⟦2019年9月⟧浇筑第一仓混凝土，⟦2024年12月⟧全线到顶，前后用了⟦三年⟧零三个月。"),
        Clash(
            Sample(
                "⟦2022年3月16日⟧，枢纽工程破土动工。⟦到今年6月20日⟧，建设者们已经走过⟦1292个日夜⟧。", day(2025, 6, 22)
            )
        ),
        Clean(
            Sample("2022年3月16日，枢纽工程破土动工。到今年6月20日，建设者们已经走过1192个日夜。", day(2025, 6, 22)),
            because="算得对",
        ),
        Clash("抢险⟦从凌晨1时20分⟧开始，到⟦早上6时⟧结束，队员们整整忙了⟦近8个小时⟧。"),
        Clash(Sample("⟦1983年⟧，她考进县剧团，从那时算起，她在戏台上已经站了⟦32年⟧。", day(2025, 10, 18))),
        Clean("抢险从凌晨1时20分开始，到早上6时结束，队员们整整忙了近5个小时。", because="算得对"),
        Clean(
            Sample("1983年，她考进县剧团，从那时算起，她在戏台上已经站了42年。", day(2025, 10, 18)), because="算得对"
        ),
        Clean("大坝于2019年9月浇筑第一仓混凝土，2021年3月复工，历时三年零三个月建成。", because="复工不是竣工"),
        Clash("大火于⟦5月12日18时许⟧燃起，⟦5月14日6时⟧被扑灭，队员们鏖战了⟦72个小时⟧。"),
        Clean("大火于5月12日18时许燃起，5月14日6时被扑灭，队员们鏖战了36个小时。", because="算得对"),
        Clash("机组自⟦3月18日⟧并网以来，⟦截至9月30日⟧已连续安全运行⟦286天⟧。"),
        Clash("索道检修⟦自12月20日至12月29日⟧，停运⟦20天⟧。"),
        Clash(Sample("这座水厂⟦2024年3月⟧动工，历时⟦26个月⟧建成。", day(2025, 8, 20))),
        Clean(
            Sample("11月12日，二期项目正式投产。项目于2023年3月26日打下第一根桩，历时20个月建成。", day(2024, 11, 14)),
            because="算得对",
        ),
        Clean(Sample("这座水厂2024年3月动工，计划历时26个月建成。", day(2025, 8, 20)), because="还没有建成"),
        Clean(
            Sample("青岛市人民医院建于1956年，崂山医院建于1966年。", day(2025, 2, 20), place="青岛市"),
            Sample("这家已有59年历史的医院，如今是全市的“龙头”。", day(2025, 6, 12), place="青岛市"),
            because="不止一家医院",
        ),
        Clean(
            Sample("一期投资14亿元，2023年9月动工，目前主体完工。", day(2025, 3, 20), place="青岛市"),
            Sample(
                "2025年8月28日，基地一期正式投产。从打下第一根桩到产品下线，历时23个月。",
                day(2025, 8, 28),
                place="青岛市",
            ),
            because="算得对",
        ),
        Clean(
            "6月29日6时，队员从镇口进场。\n\n7月1日6时，道路全线贯通。从进场到全线贯通，队员连续奋战48小时。",
            because="算得对",
        ),
        Clean("这条2019年9月破土、2023年12月通车的铁路，历时四年多建成。", because="算得对"),
        Clean("抢修从8日晚10时持续到9日凌晨4时，历时6个小时。", because="算得对"),
        Clean(Sample("这所大学始建于1955年。建校70年来，学校培养了12万名毕业生。", day(2025, 5, 20)), because="算得对"),
        Clash(
            "⟦6月3日上午⟧，第四届荔枝节在古镇开幕。\n\n镇上的民宿间间客满。\n\n⟦6月11日晚⟧，最后一场采摘赛结束，"
            "为期⟦19天⟧的荔枝节画上句号。"
        ),
        Clean(
            "6月3日上午，第四届荔枝节在古镇开幕。\n\n镇上的民宿间间客满。\n\n6月11日晚，最后一场采摘赛结束，"
            "为期9天的荔枝节画上句号。",
            because="首尾都算是九天",
        ),
        Clean("6月3日，第四届荔枝节开幕，为期两天的产销论坛同时举行。6月11日，荔枝节闭幕。", because="两天说的是论坛"),
        Clash("航模周⟦8月2日⟧启动，⟦10日⟧收官。⟦16天⟧里，三千名学生走进场馆。"),
        Clash("“端午”假期（⟦6月8日至10日⟧）⟦五天⟧，全县接待游客12万人次。"),
        Clash("考察船⟦3月2日⟧离开母港，⟦4月10日⟧返回，在海上航行⟦60天⟧。"),
        Clean("剧团5月1日至7日在县城演出，其中连续3天加座。", because="只是其中的三天"),
        Clean("画展10月1日开展，10月31日结束，目前已历时12天。", because="画展还没有完"),
        Clash(Sample("⟦1997年⟧，他背着药箱进了山，一守就是⟦38年⟧。", day(2025, 9, 10))),
        Clean(Sample("1997年，他背着药箱进了山，一守就是28年。", day(2025, 9, 10)), because="算得对"),
        Clean(Sample("1987年，他背着药箱进了山，一守就是28年，直到退休。", day(2025, 9, 10)), because="早已退休"),
        Clash(Sample("⟦2020年4月⟧试点启动以来，⟦六年多⟧来，全县装了8000台净水器。", day(2025, 9, 10))),
        Clean(Sample("2020年4月试点启动以来，五年多来，全县装了8000台净水器。", day(2025, 9, 10)), because="五年多"),
        Clash("⟦1986年⟧毕业后，她回到县里的林场，⟦2019年⟧退休，护林员一干就是⟦23年⟧。"),
        Clash("戏剧节⟦5月9日⟧启幕，历时⟦12天⟧，演出36场。\n\n⟦5月18日晚⟧，戏剧节在古戏台落下帷幕。"),
        Clash(Sample("自⟦2022年8月⟧打下第一根桩算起，工友们已在这里奋战了⟦45个月⟧。", day(2025, 5, 16))),
        Clean(Sample("自2022年8月打下第一根桩算起，工友们已在这里奋战了33个月。", day(2025, 5, 16)), because="算得对"),
        Clash(Sample("⟦2011年秋天⟧，她从邮局转做乡村教师，到如今整整⟦18年⟧，教过的孩子1200余名。", day(2024, 10, 16))),
        Clash(
            Sample(
                "公司⟦2021年6月⟧在创业园一间四十平方米的屋子里注册，⟦成立七年来⟧，员工增加到86人。", day(2025, 11, 19)
            )
        ),
        Clash("⟦19日14时20分⟧，第一条线路停运；20日8时，一半用户恢复供水；⟦21日20时20分⟧，全部恢复，历时⟦64小时⟧。"),
        Clean(
            "19日14时20分，第一条线路停运；20日8时，一半用户恢复供水；21日20时20分，全部恢复，历时54小时。",
            because="算得对",
        ),
        Clash("⟦4月18日⟧，水乡特展开展，226件文物聚在一起，展期⟦84天⟧，将持续到⟦7月20日⟧。"),
        Clean("4月18日，水乡特展开展，226件文物聚在一起，展期94天，将持续到7月20日。", because="算得对"),
        Clash(Sample("⟦2003年⟧她进校，在讲台上站了⟦32年⟧。", day(2025, 6, 5))),
        Clean(Sample("2003年她进校，在讲台上站了12年，后来去了教研室。", day(2025, 6, 5)), because="不到如今"),
        Clean("生于1969年的他1991年进厂，在这里干了34年。", because="干到如今"),
        Clean("1986年毕业后，她回到县里的林场，2019年退休，护林员一干就是33年。", because="算得对"),
        Clean("戏剧节5月9日启幕，历时10天，演出36场。\n\n5月18日晚，戏剧节在古戏台落下帷幕。", because="算得对"),
        Clean(
            Sample("铁路2022年9月开工，工期四年半。", day(2025, 5, 20), place="青岛市"),
            Sample("铁路自2022年9月开工以来，累计完成投资36亿元。", day(2025, 6, 20), place="青岛市"),
            because="工期是要用的时间，工程还没有完",
        ),
        Clean(
            Sample(
                "东山大学举行建校70周年大会。\n\n大学2021年成立的海洋学院是全省首家。",
                day(2025, 5, 20),
            ),
            because="成立的是大学里的一个学院",
        ),
        Clean("培训班于8月12日至16日举办，为期5天。", because="正好五天"),
        Clean(Sample("医院始建于1952年，至今已走过72年历程。", day(2024, 5, 20)), because="正好72年"),
        Clean(Sample("公司成立于2019年，6年来服务企业300家。", day(2025, 3, 1)), because="只写年的放宽一年"),
        Clean(Sample("老人出生于1938年，今年87岁。", day(2024, 5, 20)), because="虚岁"),
        Clean(Sample("2018年以来，近三年完成投资12亿元。", day(2024, 5, 20)), because="“近三年”与2018年无关"),
        Clean("会议将于5月6日举行，会期3天，12日前报名。", because="没有写止日"),
    )

    def check(self, told: Extraction | Fact) -> Iterator[Discrepancy]:
        """Reports lengths of time that the dates beside them, or the years that other articles tell, deny."""
        for found in self._across(told) if isinstance(told, Fact) else self._lengths(told):
            if found.denied:
                yield self._wrong(found)

    def _across(self, fact: Fact) -> Iterator[Length]:
        """建校75年来 here, 始建于1955年 there; 历时18个月 here, 2023年9月动工 there."""
        if fact.id.startswith("span:"):
            yield from spans(fact.claims)
            return
        begun = [c for c in fact.claims if c.kind is Kind.DATE]
        years = {c.figure.period.start.year for c in begun if c.figure.period and c.figure.period.start}
        for claim in fact.claims if len(years) == 1 else ():
            if claim.kind is Kind.DURATION and (said := length(claim)) is not None:
                yield from counted(begun[0], claim, said)

    def _lengths(self, extraction: Extraction) -> Iterator[Length]:
        sentences = [s for s in by_sentence(extraction) if s[0].region is not RegionKind.BYLINE]
        dated = [c for _, claims in sentences for c in claims if c.figure.kind is Kind.DATE]
        for i, (_, claims) in enumerate(sentences):
            timed = [c for c in claims if _of_time(c)]
            dates = [c for c in claims if c.figure.kind is Kind.DATE] if timed else []
            for claim in timed:
                at = bisect_left(dates, claim.figure.start, key=lambda c: c.figure.start)
                near = dates[max(0, at - 6) : at + 4]
                if claim.kind is Kind.DURATION or claim.text.endswith(("天", "小时")):
                    yield from stretches(claim, near, sentences[max(0, i - 3) : i])
                    yield from completed(claim, near, sentences[max(0, i - 3) : i])
                    yield from passages(claim, dated)
                    yield from served(claim, near)
                    yield from kept_on(claim, near, dated)
                    yield from lasted(claim, dated)
                    yield from between(claim, near)
                    yield from reckoned(claim, near, _around(claim, dated))
                    yield from again(claim, dated)
                yield from since(claim, near)
        yield from anniversaries(sentences, extraction.sentences)

    def _wrong(self, found: Length) -> Discrepancy:
        dates = "、".join(c.text for c in found.dates)
        return self.report(
            [*found.dates, found.told],
            f"{dates}，写作“{found.told.text}”",
            work=found.shown,
            repair=f"改为{found.repair}，或核对起止日期" if found.repair else None,
        )


def _around(claim: Claim, dated: Sequence[Claim]) -> Sequence[Claim]:
    """The dates of a claim's sentence and of the two on either side."""
    index = claim.sentence.index
    first = bisect_left(dated, index - 2, key=lambda c: c.sentence.index)
    last = bisect_left(dated, index + 3, key=lambda c: c.sentence.index)
    return dated[first:last]


def _of_time(claim: Claim) -> bool:
    """Whether a claim tells a length of time, an age or a number that goes up by the year."""
    figure = claim.figure
    if figure.kind is Kind.QUANTITY:
        return figure.value is not None and figure.value.unit in ("岁", "天", "小时")
    return figure.kind is Kind.DURATION or figure.kind is Kind.ORDINAL
