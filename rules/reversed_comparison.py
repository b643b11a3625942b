"""KW210: a comparison that runs against its own two values"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    DOWN,
    UP,
    ArticleRule,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    Verdict,
    added,
    amounts_in,
    comparable,
    disjoint,
    ends,
    exact,
    gap,
    interval,
    like,
    point,
    show,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_TO = re.compile(rf"^[^，。；：0-9]{{0,6}}(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了)?(?:至|到|为)[^，。；：、0-9]{{0,8}}$")
_FROM = re.compile(r"(?:由|从)[^，。；：]{0,20}$")
_THAN = re.compile(
    r"^[，、]?[^，。；：0-9]{0,4}(?:(?P<up>高于|快于|多于|超过|好于)|(?P<down>低于|慢于|少于))(?P<who>[^，。；：0-9]{2,12})$",
    needs=("高于", "快于", "多于", "超过", "好于", "低于", "慢于", "少于"),
)
# What is new of all, or came in one of several years, is no difference: …，其中*新增*9家; …，*仅去年*就增加5家.
_BY = re.compile(
    rf"^，?[^，。；：0-9新仅光只单年月日季周天今去本其]{{0,4}}?(?:(?P<up>新增加|多[㐀-鿿]{{0,2}}|{UP})|(?P<down>少[㐀-鿿]{{0,2}}|{DOWN}))(?:了|出)?$"
)
# 比去年的A又提高C，*达到*B.
_REACHED = re.compile(r"^，(?:总[量额数])?(?:已|现)?(?:达到?|增至|升至|降至|减至|增加到|下降到|为|至)了?$")
_AGAINST = re.compile(r"^[，、]?[^，。；：0-9]{0,6}(?:比|较)[^，。；：]{1,14}$")
# A，比去年的B*又多了一截*。
_FELT = re.compile(
    rf"""
    (?:又|还|更|再|也|都|已)*(?:有所|略有|稍有|略微|明显|大幅|大大|显著)?
    (?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|出)?
    (?:一大?截|不少|许多|很多|一些|一点|好多)?(?=[，。；！]|$)
    """,
    re.VERBOSE,
)
_MEAN = re.compile("(?:平均|平均水平|均值|平均数|水平)$")
_RANKED = re.compile(r"名次|排名|位次|第|位居|列|指数|亿|强$")
_LOOSE = (Comparator.ABOUT, Comparator.RANGE)
_KINDS = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.DURATION)


@dataclass(frozen=True)
class ReversedComparison(ArticleRule):
    """说是增加，后一个数却比前一个小；说是高于，数却低。

    English: a rise told of a smaller value, or 高于 told of a lower one.

    ## 为什么
    方向与两个数打架，读者不知道信哪一个；多半是两个数写颠倒了。

    ## 怎样判断
    “由A增加到B”“从A压缩到B”“X%，高于全省Y%”“X，比去年的Y又多了不少”里，两个数同单位，方向与大小相反，就报告。
    写了增减数的（由A增加到B，净增C；比去年的A增加C；原来A，现在B，多了C），两数之差不是C，也报告。

    ## 不报什么
    名次、排位（由第8升到第5）：数小反而靠前。“超过”后面是目标而确已完成的；单位不同的；约数在误差之内的；“提高到”前面不是“由、从”
    引出的数：不知道从多少提高。隔着别的数、分在两句里的比较。
    """

    code: ClassVar[str] = "KW210"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 17
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全县参保人数由⟦32万人⟧增加到⟦30万人⟧。"),
        Clash("办理时间从⟦15天⟧压缩到⟦18天⟧。"),
        Clash("全市⟦增速为5.2%⟧，高于全省⟦6.1%⟧的平均水平。"),
        Clash("规上企业由⟦286家⟧增加到⟦293家⟧，净增⟦9家⟧。"),
        Clash("参展客商⟦3400人⟧，比上届的⟦3700人⟧又多了一截。"),
        Clash("人均年收入⟦2.86万元⟧，高于全县平均水平⟦3.12万元⟧。"),
        Clash("上半年接待来访⟦1.8万人次⟧，远高于去年同期的⟦2.2万人次⟧。"),
        Clash("审批用时由⟦40天⟧缩短至⟦25天⟧，节省⟦20天⟧。"),
        Clash("卫生院原来有⟦12个⟧科室，现在扩到⟦18个⟧，多了⟦8个⟧。"),
        Clash("奶牛单产比去年的⟦9.2吨⟧又提高⟦0.9吨⟧，达到⟦9.8吨⟧。"),
        Clean("规上企业由286家增加到293家，其中新增9家。", because="有增有减"),
        Clash("低保标准由每人每月⟦720元⟧提高到每人每月⟦760元⟧，增加⟦60元⟧。"),
        Clean("规上企业由2020年的286家增加到2024年的342家，同比增加9家。", because="增加的是一年的"),
        Clean("十年前，卫生院一年看病2100人次，去年看病5600人次，多看了3500人次。", because="算得对"),
        Clean("规上企业由286家增加到293家，仅去年就增加3家。", because="只是其中一年的"),
        Clash("5月份全市用电量⟦3.6亿千瓦时⟧，比去年同月的⟦3.9亿千瓦时⟧有所增加。"),
        Clean("5月份全市用电量3.6亿千瓦时，比去年同月的3.9亿千瓦时有所减少。", because="方向相合"),
        Clean("规上企业由286家增加到293家，净增7家。", because="算得对"),
        Clean("高级工补贴从1500元提到2000元，技师从2500元提到3500元，分别多了500元和1000元。", because="各说各的"),
        Clean("产量13万吨，比去年的12.4万吨增加0.6万吨。", because="算得对"),
        Clean("鸟类71种，比去年多4种，比前年多2种。", because="两个都是增加的数"),
        Clean("全县参保人数由30万人增加到32万人。", because="方向相合"),
        Clean("在全省的排名由第8位上升到第5位。", because="名次越小越前"),
        Clean("全市增速为6.2%，高于全省6.1%的平均水平。", because="方向相合"),
        Clean("用电量由3.2亿千瓦时增加到3500万户家庭的用量。", because="单位不同"),
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports pairs of values whose order their own words deny."""
        for _, told, _ in amounts_in(extraction, _KINDS):
            for i in range(1, len(told)):
                yield from self._pair(told[i - 1], told[i])
                if i > 1:
                    yield from self._moved(told[i - 2], told[i - 1], told[i])

    def _pair(self, first: Claim, second: Claim) -> Iterator[Discrepancy]:
        text = first.sentence.text
        head = text[max(0, first.figure.start - 24) : first.figure.start]
        words = gap(first, second)
        moved, than = _TO.match(words), _THAN.match(words)
        if _RANKED.search(head[-6:]) or not _alike(first, second):
            return
        if moved and _FROM.search(head):
            rise = 1 if moved["up"] else -1
        elif than and (first.kind is not Kind.QUANTITY or second.role == "base" or _above_mean(second, than)):
            rise = -1 if than["up"] else 1
        elif _AGAINST.match(words) and (felt := _FELT.match(text, second.figure.end)):
            rise = -1 if felt["up"] else 1
        else:
            return
        if _order(first, second) != -rise:
            return
        yield self.report(
            [first, second],
            f"“{first.text}{words}{second.text}”：方向与大小相反",
            work=f"{first.text} {'＞' if rise > 0 else '＜'} {second.text}",
            verdict=Verdict.CONTRADICTION,
            repair="两个数写颠倒？",
        )

    def _moved(self, first: Claim, second: Claim, by: Claim) -> Iterator[Discrepancy]:
        """由A增加到B，净增C and A比去年的B增加C: the difference must be C."""
        told: tuple[Claim, Claim] | None
        if second.role == "delta" and first.role == "base" and _REACHED.match(gap(second, by)):
            second, by, told = by, second, (first, by)
            m = _BY.match(gap(first, by))
        else:
            m, told = _BY.match(gap(second, by)), ends(first, second)
        compared = "delta" in (first.role, second.role)  # 71种，比去年多4种，比前年多2种
        each = m is not None and "分别" in m.group()  # 从2500元提到3500元，*分别*多了500元和1000元
        if m is None or compared or each or not (like(first, second) and (like(second, by) or _of_each(second, by))):
            return
        if told is None and _AGAINST.match(gap(first, second)):
            told = (second, first)
        if told is None:
            return
        old, new = told
        if "同比" in m.group() and _years_apart(old, new):
            return
        x, y, d = interval(old), interval(new), interval(by)
        a, b = point(old), point(new)
        if None in (x, y, d) or not exact(old) or not exact(new) or by.figure.comparator in _LOOSE:
            return
        sign = 1 if m["up"] else -1
        terms = (x, d) if sign > 0 else (y, d)
        if not disjoint(added(terms), y if sign > 0 else x):  # type: ignore[arg-type]
            return
        if a is None or b is None:
            return
        k = a / old.value.point if old.value and old.value.point else Fraction(1)
        unit = old.value.unit if old.value else ""
        yield self.report(
            [old.told_as("base"), new, by.told_as("delta")],
            f"{old.text}到{new.text}，写作“{m.group().strip('，')}{by.text}”，算不拢",
            work=f"{show(b / k, '')} − {show(a / k, '')} ＝ {show((b - a) / k, unit)}",
            verdict=Verdict.CONTRADICTION,
        )


def _alike(a: Claim, b: Claim) -> bool:
    if Comparator.RANGE in (a.figure.comparator, b.figure.comparator):
        return False
    if a.kind is Kind.DURATION or b.kind is Kind.DURATION:
        return a.kind is b.kind and a.value is not None and b.value is not None and a.value.unit == b.value.unit
    if Kind.GROWTH in (a.kind, b.kind) and a.kind is not b.kind:
        sides: Sequence[Claim] = (a, b)
        return all(c.value is not None and c.value.unit == "%" and c.figure.direction >= 0 for c in sides)
    return comparable(a, b) and (a.kind is not Kind.GROWTH or a.figure.direction > 0)


def _of_each(rate: Claim, by: Claim) -> bool:
    """Whether an amount says by how much a rate rose: 每人每月760元，增加*60元*."""
    if rate.kind is not Kind.RATE or by.kind is not Kind.QUANTITY or rate.value is None or by.value is None:
        return False
    return rate.value.unit.split("/")[0] == by.value.unit


def _years_apart(old: Claim, new: Claim) -> bool:
    """Whether two levels are told of more than a year apart, so that what is told of one year is not of both."""
    p, q = old.period, new.period
    if p is None or q is None or p.end is None or q.end is None:
        return False
    return p.explicit and q.end.year - p.end.year > 1


def _above_mean(told: Claim, than: re.Match[str]) -> bool:
    """Whether an amount behind 高于全省平均水平 is that mean, as nothing lies so far above it: it is no difference."""
    return bool(than["up"] and _MEAN.search(than["who"])) and told.figure.comparator is Comparator.EQ


def _order(a: Claim, b: Claim) -> int:
    """1 if the second value is surely larger, -1 if surely smaller, else 0."""
    x, y = interval(a), interval(b)
    if x is None or y is None:
        return 0
    if x.high is not None and y.low is not None and x.high < y.low:
        return 1
    return -1 if y.high is not None and x.low is not None and y.high < x.low else 0
