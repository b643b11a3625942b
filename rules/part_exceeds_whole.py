"""KW202: a part larger than its whole"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Behaviour,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Extraction,
    Fact,
    FactRule,
    Level,
    Sample,
    Status,
    Verdict,
    above,
    alike,
    amounts_in,
    day,
    exact,
    gap,
    interval,
    known_on,
    listed_with,
    named_again,
    narrower,
    of_a_longer_time,
    parts_of,
    point,
    qualified,
    some_of,
    strangers,
    turns,
    unlike,
    within,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.rule import Claim

_ALL = re.compile(r"共|总|现有|全部|各类|在册|拥有|持证")
_SUMMED = re.compile(r"总(?:里程|量|数|额|面积|规模|产值|人口|计|长)|合计|共计")
_OPENS = re.compile(r"其中，?[^，。；：、0-9]{1,8}$")
_ALREADY = re.compile(
    r"^[^，。；：0-9]{0,6}，(?:(?:目前|现|至今|其中|现在|截至目前)?(?:已有|有)|[^，。；：0-9]{2,10}(?:的(?:就|已)?|就)有)$"
)
# What is told as one item of the amount before it: 馆藏500万册，*仅古籍就有*60万册.
_ALONE = re.compile(
    r"^[^，。；：0-9]{0,6}，(?:仅|光|单|光是|单是|仅仅)(?!.{0,4}[年月日天周季])[^，。；：、0-9]{1,10}就(?:已|已经)?"
    r"(?:达到?|有|占了?|占到|是|多达|超过)?$",
    needs=("仅", "光", "单"),
)
# … with 就 alone, of what 累计 or 全 is said of: 累计发放8亿元，农险*就有*9亿元.
_JUST = re.compile(
    r"^[^，。；：0-9]{0,6}，(?!.{0,4}[年月日天周季])[^，。；：、0-9]{2,8}就(?:达到?|有|占了?|占到|多达)$", needs="就"
)
_OVERALL = re.compile(r"累计|全[省市县区国行]|总共|一共")
# One sort of what was told right before: 境外企业31家，*包括*世界500强企业34家.
_AMONG = re.compile(
    r"^[^，。；：0-9]{0,6}，(?:包括|内含|含|内有)(?P<name>[^，。；：、]{2,14})$", needs=("包括", "内含", "含", "内有")
)
# What says of a name that it is of all there is: 进出口*总值*, 居民用水*总量*.
_TOTAL = re.compile(r"总(?:值|量|额|数|人数|面积|规模|收入|支出)$")
# Two papers that tell one number otherwise are told of as that, where a rule of one number says so.
_BETWEEN = 108
# So many numbers of one name are compared with each other.
_MOST = 12
_FLAT = frozenset({"人次", "场次", "台次", "批次"})


# Parts that add up to more than so many times their whole are of something else.
_TWICE = 2


@dataclass(frozen=True)
class PartExceedsWhole(ArticleRule, FactRule):
    """“其中”的一项，比总数还大。

    English: a part told as 其中 that is larger than its whole.

    ## 为什么
    部分不能大于整体；不是数字写错，就是“其中”管错了对象。

    ## 怎样判断
    “其中”前面最近的同类数是总数，后面的同类数是它的一部分；部分的区间整个高于总数的区间，报为错误。
    没有“其中”的，同一指标、同一时期，所辖地方或加了限定词（规上、省级）的数大于全域的，“仅一项就有M”M大于前面的数的，“共有N户，已有M户”M大于N的，报为警告。
    两篇稿件之间，一处是全部（专任教师），一处是加了限定词的（有博士学位的专任教师），时点相近而后者更大，也报为警告。

    一个县里几个乡镇“合计”、“一镇就有”、“占了”的数大于全县的，“全村N户，M户办起了民宿”M大于N的，一年里较短的一段（第三季度）多于较长的
    一段（前三季度）的，报为警告。“其中”开头的一句，前一句只有一个同类数的，那个数就是总数。

    ## 不报什么
    能增能减的（利润、贷款、净增）：一段时间里的可以多于更长的一段。同名同期写了两个数的：说的是两回事。前一句说的是去年、上届的。
    单位不同类、人与人次之间：不是一类数。总数是“超、近、多”一类概数而部分落在其内的。部分前面有“累计、平均、每、比上年、总里程”的：
    不是其中项。一处是目标一处是实绩的：实绩可以超过目标。前面有几个并列的数，“其中”管的可能是它们的合计的。
    """

    code: ClassVar[str] = "KW202"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 10
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全省新栽果树⟦9.6万棵⟧，其中青石市⟦5.8万棵⟧、白山市⟦4.7万棵⟧。"),
        Clash("全县花椒种植面积⟦8.6万亩⟧。河西、柳林、北坡三个乡镇是主产区，花椒面积共⟦9.4万亩⟧。"),
        Clean("全县花椒种植面积8.6万亩。河西、柳林、北坡三个乡镇是主产区，花椒面积共5.4万亩。", because="小于全县"),
        Clean("河西镇有花椒1.2万亩。柳林、北坡两镇，花椒面积合计2.6万亩。", because="不在河西镇"),
        Clash("全县有护林员⟦386名⟧，柳林一镇就有⟦412名⟧。"),
        Clash("全厂共有焊工⟦326名⟧，女焊工占了⟦362名⟧。"),
        Clash("全村⟦318户⟧，⟦381户⟧用上了天然气。"),
        Clean("截至傍晚，事故共造成8人受伤，10人获救。", because="获救的不在受伤的里面"),
        Clash("上半年，全市外贸进出口⟦312亿元⟧。6月份一个月就达⟦352亿元⟧，创单月新高。"),
        Clash(Sample("前三季度，商场营业收入⟦4.8亿元⟧。第三季度营业收入⟦5.2亿元⟧。", day(2025, 10, 20))),
        Clean(
            Sample("前三季度，商场实现利润4800万元。第三季度实现利润5200万元。", day(2025, 10, 20)), because="此前亏损"
        ),
        Clash("今年全县计划招聘教师⟦1200名⟧。其中，乡村学校招聘⟦1350名⟧。"),
        Clash("当天开张的店铺共⟦32家⟧，总投资1.48亿元，其中投资100万元以上的有⟦35家⟧。"),
        Clean("当天开张的店铺共32家，总投资1.48亿元，其中投资100万元以上的有25家。", because="小于总数"),
        Clash("全县停水用户⟦8.76万户⟧，占全公司182.6万户用户总数的4.8%，其中东山、西岭两镇停水用户⟦9.14万户⟧。"),
        Clash("这条线⟦21座⟧隧道里，已有⟦23座⟧贯通，全线还在铺轨。"),
        Clean("这条线21座隧道里，已有13座贯通，全线还在铺轨。", because="小于总数"),
        Clash("全社有社员⟦68名⟧，其中30岁以下⟦86名⟧。"),
        Clean("全省新栽果树9.6万棵，其中青石市3.8万棵、白山市4.7万棵。", because="只列了两个市"),
        Clash("全市现有卫生院⟦86家⟧，其中乡镇卫生院⟦92家⟧。"),
        Clash("公司今年签订合同⟦12.4亿元⟧，其中海外合同⟦13.1亿元⟧。"),
        Clash("全市接待游客⟦120万人次⟧，东湖区接待游客⟦150万人次⟧。"),
        Clash("全镇共有农户⟦3200户⟧，已有⟦3560户⟧完成厨房改造。"),
        Clash("馆藏总量已有⟦386万册⟧，光古籍一项就达到⟦412万册⟧，数字资源另计。"),
        Clash("全关区进出口总值⟦362亿元⟧，其中出口281亿元、进口81亿元；民营企业进出口⟦375亿元⟧，增势最猛。"),
        Clash("前11个月，全行业累计发放理赔款⟦8.4亿元⟧，农险赔付就有⟦9.1亿元⟧，惠及农户23万户。"),
        Clash("本届参展企业1280家，其中境外企业⟦310家⟧，包括世界500强企业⟦340家⟧。"),
        Clash("我市登记不可移动文物⟦1372处⟧，新发现的就有⟦1406处⟧。"),
        Clean("馆藏总量已有386万册，仅去年一年就借出412万册次。", because="说的是另一回事"),
        Clash(
            Sample("截至2025年9月底，东湖中学现有专任教师⟦214人⟧。", day(2025, 10, 9)),
            Sample("截至2025年9月底，东湖中学有硕士学位的专任教师⟦226人⟧。", day(2025, 10, 20)),
        ),
        Clash(
            Sample("9月末，全市制造业贷款余额⟦6128亿元⟧。", day(2025, 10, 24), place="青岛市"),
            Sample("9月末，全市制造业中长期贷款余额⟦6318亿元⟧。", day(2025, 10, 31), place="青岛市"),
        ),
        Clash(
            Sample("截至2024年底，青岛市共有幼儿园⟦96所⟧。", day(2025, 1, 24)),
            Sample("截至2024年底，崂山区共有幼儿园⟦103所⟧。", day(2025, 1, 31)),
        ),
        Clean(
            Sample("9月末，全市制造业贷款余额6128亿元。", day(2025, 10, 24), place="青岛市"),
            Sample("9月末，全市制造业中长期贷款余额3318亿元。", day(2025, 10, 31), place="青岛市"),
            because="部分小于总数",
        ),
        Clean("新增铁路2000公里，其中高速铁路900公里，铁路总里程达9万公里。", because="总里程不是其中项"),
        Clean("检察院批准逮捕走私人员186人，提起公诉430人，其中382人认罪认罚。", because="“其中”管的是最近的数"),
        Clean("码头有两座5万吨级泊位，其中一座年吞吐量12万吨。", because="吨级是泊位的大小"),
        Clean("今年关停22家小煤矿，煤矿由83家减到61家，其中大煤矿17家、小煤矿44家。", because="“其中”管的是减到的数"),
        Clean("加上本月到岗的10名，共有77人，其中45人来自外地。", because="“其中”管的是合计"),
        Clean("全市接待游客120万人次，东湖区接待游客50万人次。", because="区小于市"),
        Clean(
            Sample("截至10月底，旅游公司度假酒店26家。", day(2024, 11, 8), place="青石县"),
            Sample("截至年底，旅游公司参股度假酒店28家。", day(2025, 1, 6), place="青石县"),
            because="参股的就是先前所说的",
        ),
        Clean("全市现有卫生院86家，其中乡镇卫生院72家。", because="部分小于总数"),
        Clean("全市接待游客近300万人次，其中过夜游客280万人次。", because="在约数之内"),
        Clean("全市新建学校12所，其中一所中学投资3.6亿元、占地120亩。", because="单位不同"),
        Clean(
            "前三季度，全市完成水产品产量368.2万吨。第三季度水产品产量96.4万吨，增长3.1%。"
            "其中，淡水产品前三季度产量214.6万吨，增长2.4%。",
            because="后一句说的是前三季度",
        ),
        Clean("招收学员120人，其中累计培训课时达960小时。", because="不是一类数"),
        Clean("今年新增岗位5200个，其中3000个面向高校毕业生，累计提供岗位2.6万个。", because="累计数不是其中项"),
    )

    most: float = field(default=4.0, metadata={"doc": "大到总数的多少倍以上，就多半是另一个总数的其中项，不报告"})

    within_days: int = field(default=120, metadata={"doc": "两稿说的时点相隔多少天之内才相比"})

    def check(self, told: Extraction | Fact) -> Iterator[Discrepancy]:
        """Reports claims told as a part, or named as one in another article, that lie above their whole."""
        yield from self._across(told) if isinstance(told, Fact) else self._within(told)

    def _across(self, fact: Fact) -> Iterator[Discrepancy]:
        """专任教师2140人 here, 有博士学位的专任教师2215人 there."""
        for link in fact.links:
            pair = fact.claims[link.a], fact.claims[link.b]
            if link.refusal not in ("", "scope") or pair[0].article.id == pair[1].article.id or not link.strong:
                continue
            told = within if link.refusal else qualified
            for whole, part in (pair, pair[::-1]):
                if told(whole, part) and self._of_one_time(whole, part):
                    for found in self._larger(whole, [part], certain=False):
                        yield replace(found, rank=_BETWEEN)

    def _of_one_time(self, whole: Claim, part: Claim) -> bool:
        days, a, b = (known_on(whole), known_on(part)), point(whole), point(part)
        if None in days or not a or not b or abs((days[0] - days[1]).days) > self.within_days:  # type: ignore[operator]
            return False
        return days[0] >= days[1] or b <= a * Fraction(115, 100)  # type: ignore[operator]

    def _within(self, extraction: Extraction) -> Iterator[Discrepancy]:
        flows: dict[str, list[Claim]] = {}
        for _, amounts, before in amounts_in(extraction):
            for c in amounts:
                if c.behaviour is Behaviour.FLOW and c.metric.text:
                    flows.setdefault(c.metric.head, []).append(c)
            for whole, parts in parts_of(amounts, before):
                rivals = [c for c in _ahead(amounts, whole) if alike(c, whole)]
                alone = all(_less(c, parts[0]) for c in rivals)
                if alone or not listed_with(rivals[-1], whole):
                    sole = len([c for c in before if alike(c, whole)]) == 1
                    told = [p for p in parts if self._comparable(p, whole, sole=sole)]
                    yield from self._larger(whole, told, certain=alone)
                    yield from self._together(whole, parts)
            told = [c for c in amounts if c.role == "value"]
            yield from self._named_alike(told)
            yield from self._already([c for c in amounts if c.role in ("value", "subset")])
            yield from self._scoped(told)
            yield from self._of_total(told)
            for whole, part in some_of(amounts, before):
                if above(part, whole) and not strangers(whole, part, self.most):
                    yield self._found(whole, part, f"一部分就有{part.text}，多于总数{whole.text}")

        yield from self._timed(flows)

    def _timed(self, flows: Mapping[str, Sequence[Claim]]) -> Iterator[Discrepancy]:
        """前三季度48亿元，第三季度52亿元: more in a time than in a longer one that it lies in."""
        for told in flows.values():
            for a, b in combinations(told[:_MOST], 2):
                for whole, part in ((a, b), (b, a)):
                    if not of_a_longer_time(whole, part) or not above(part, whole) or strangers(whole, part, self.most):
                        continue
                    if any(_rival(c, x) for c in told for x in (whole, part)):
                        continue  # two numbers of one name and time: of two things
                    when = [c.period.text for c in (part, whole) if c.period is not None]
                    yield self._found(whole, part, f"{when[0]}{part.text}，多于{when[1]}{whole.text}")

    def _together(self, whole: Claim, parts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """全省新栽9.6万棵，其中甲市5.8万棵、乙市4.7万棵: places that each have less, and together more."""
        places = {p.scope.place for p in parts} - {"", whole.scope.place}
        told = [n for p in parts if exact(p) and (n := point(p)) is not None]
        if not 1 < len(parts) == len(places) == len(told) or not exact(whole):
            return
        if len({p.metric.text for p in parts}) > 1 or any(above(p, whole) or not alike(p, whole) for p in parts):
            return
        total, number = sum(told, Fraction(0)), point(whole)
        if number and number < total <= number * _TWICE and not turns(gap(whole, parts[-1])):
            yield self.report(
                [whole.told_as("total"), *[p.told_as("part") for p in parts]],
                f"其中各项之和大于总数：共{whole.text}，其中{'、'.join(p.text for p in parts)}",
                work=f"{'＋'.join(p.text for p in parts)} ＞ {whole.text}",
                verdict=Verdict.CONTRADICTION,
                level=Level.WARNING,
            )

    def _larger(self, whole: Claim, parts: Sequence[Claim], *, certain: bool) -> Iterator[Discrepancy]:
        for part in parts:
            if above(part, whole) and not strangers(whole, part, self.most):
                found = self._found(whole, part, f"其中项大于总数：共{whole.text}，其中{part.text}")
                sure = Level.ERROR if certain else Level.WARNING
                yield replace(found, level=sure, verdict=Verdict.CONTRADICTION)

    def _found(self, whole: Claim, part: Claim, message: str) -> Discrepancy:
        claims, work = [whole.told_as("total"), part.told_as("part")], f"{part.text} ＞ {whole.text}"
        return self.report(claims, message, work=work, level=Level.WARNING)

    def _comparable(self, part: Claim, whole: Claim, *, sole: bool = False) -> bool:
        told = ("value", "total", "subset", "respective")
        if whole.role not in told or part.role not in told or not alike(part, whole):
            return False
        if whole.figure.comparator in (Comparator.ABOVE, Comparator.AT_LEAST) and whole.value.high is None:  # type: ignore[union-attr]
            return False
        if (part.value.unit in _FLAT) != (whole.value.unit in _FLAT) or unlike(part, whole):  # type: ignore[union-attr]
            return False
        if part.sentence.index != whole.sentence.index:
            return not _outlasts(part, whole) and _opened(part, whole, sole=sole)
        between = gap(whole, part)
        words = between[between.rfind("其中") + 2 :] if "其中" in between else between
        planned = whole.status is not Status.ACTUAL and "已" in words
        return not planned and not _SUMMED.search(words) and not turns(words)

    def _scoped(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """全市接待120万人次，东湖区150万人次; 企业128家，规上企业134家: one metric, the narrower scope the larger."""
        named = [c for c in amounts if c.metric.text]
        for i, whole in enumerate(named):
            for part in named[i + 1 : i + 4]:
                if not narrower(whole, part) or not self._comparable(part, whole) or "；" in gap(whole, part):
                    continue
                if above(part, whole):
                    said = f"{part.scope.text}{part.text}，多于{whole.scope.text}{whole.text}"
                    yield self._found(whole, part, said)

    def _already(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """共有农户3200户，已有3560户完成改造."""
        for whole, part in pairwise(amounts):
            same = alike(whole, part) and whole.value.unit == part.value.unit  # type: ignore[union-attr]
            if not same or whole.status is not Status.ACTUAL or not above(part, whole):
                continue
            words = gap(whole, part)
            among = _AMONG.match(words)
            if among and whole.metric.text and among["name"].endswith(whole.metric.text[-2:]):
                yield self._found(whole, part, f"共{whole.text}，包括{part.text}")
            elif part.whole is not None:
                continue
            elif _ALONE.match(words) or (_JUST.match(words) and _just(whole, part)):
                yield self._found(whole, part, f"共{whole.text}，仅一项就有{part.text}")
            elif _ALL.search(_head(whole)) and _ALREADY.match(words):
                yield self._found(whole, part, f"共{whole.text}，其中已有{part.text}")

    def _named_alike(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """现有教师120人，高级教师135人: the second named as the first, with a word before it."""
        for whole, part in pairwise(c for c in amounts if not c.metric.counted):
            a, b = whole.metric.text, part.metric.text
            if len(a) < 2 or a == b or not b.endswith(a) or not alike(whole, part) or part.whole is not None:
                continue
            words = gap(whole, part)
            if not _ALL.search(_head(whole)) or turns(words) or any(mark in words for mark in "；。："):
                continue
            if whole.scope == part.scope and above(part, whole):
                yield self._found(whole, part, f"{b}{part.text}，多于{a}{whole.text}")

    def _of_total(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """进出口总值36亿元，…；民营企业进出口38亿元: what is named as the total with a word before it."""
        for i, whole in enumerate(amounts):
            tail = _TOTAL.search(whole.metric.text)
            name = whole.metric.text[: tail.start()] if tail else ""
            if len(name) < 2 or not exact(whole):
                continue
            for part in amounts[i + 1 : i + 8]:
                own = _TOTAL.sub("", part.metric.text)
                if own == name or not own.endswith(name) or not alike(whole, part) or part.whole is not None:
                    continue
                if _of_one(whole, part) and not turns(gap(whole, part)) and above(part, whole):
                    yield self._found(whole, part, f"{own}{part.text}，多于{whole.metric.text}{whole.text}")


def _rival(c: Claim, told: Claim) -> bool:
    """Whether another number of the same name and time is told."""
    return c.period == told.period and c.metric.text == told.metric.text and c.text != told.text


def _opened(part: Claim, whole: Claim, *, sole: bool) -> bool:
    """Whether a part whose sentence opens with 其中 is of a total of the one before, where it is the only amount."""
    head = part.sentence.text[: part.figure.start]
    if (sole and whole.status is part.status and not turns(head)) or named_again(whole, part):
        return True
    return _OPENS.match(head) is not None and _ALL.search(_head(whole)) is not None


def _just(whole: Claim, part: Claim) -> bool:
    """Whether what has 就有 before it can be told of the amount before it."""
    return part.role == "subset" or _OVERALL.search(_head(whole)) is not None


def _of_one(whole: Claim, part: Claim) -> bool:
    """Whether two amounts are told of one time and place, as what they are."""
    p, q = whole.period, part.period
    timed = p == q or (p is not None and q is not None and (p.start, p.end) == (q.start, q.end))
    placed = part.scope.place in ("", whole.scope.place) and whole.scope.levels == part.scope.levels
    return timed and placed and whole.status is part.status and whole.behaviour is part.behaviour


def _head(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 16) : claim.figure.start]


def _ahead(claims: Sequence[Claim], whole: Claim) -> Sequence[Claim]:
    """The few claims right before a total in its sentence."""
    at = bisect_left(claims, whole.figure.start, key=lambda c: c.figure.start)
    return claims[max(0, at - 8) : at] if claims and claims[0].sentence.index == whole.sentence.index else ()


def _less(rival: Claim, part: Claim) -> bool:
    """Whether another amount before the total is too small to be the total of the part."""
    x, y = interval(rival), interval(part)
    return x is not None and y is not None and x.high is not None and y.low is not None and x.high < y.low


def _outlasts(part: Claim, whole: Claim) -> bool:
    """Whether a number is told of a longer time than the total before it: 三季度发电*96*亿度。其中，煤电*前三季度*…."""
    p, q = part.period, whole.period
    if p is None or q is None or not (p.explicit and q.explicit):
        return False
    return p.start is not None and q.start is not None and p.start < q.start
