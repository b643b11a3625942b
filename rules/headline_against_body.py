"""KW204: a headline's figure that the body denies"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    RegionKind,
    Sample,
    Status,
    Twin,
    Verdict,
    agrees,
    comparable,
    difference,
    digits,
    exact,
    gap,
    hedged,
    likeness,
    miswritten,
    near,
    point,
    respelt,
    retold,
    slip,
    strain,
    transposed,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim, Number

_KINDS = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.DURATION, Kind.ENUMERATION)
# Of what was passed, so much at the least is told of what fell short of it.
_NEARLY = Fraction(9, 10)
_BOUNDS = (Comparator.ABOVE, Comparator.AT_LEAST)
# A word of two characters that says what a number is of, and no verb of being or change: 花费, 揽客.
_WORD = re.compile(r"(?![^，]*[了达到为共有近约超至增降占逾过])[\u4e00-\u9fff]{2}")
# 突破20亿元 in a headline is said of up to so many times as much.
_ROUND = Fraction(5, 4)
# What is added up in a title is no less than so small a part of it.
_LEAST_PART = 20
# Fewer digits are alike by chance.
_TWO = 2
# How many times another a number of one thing is at the most, for one to be told wrong for the other.
_FAR = Fraction(8, 5)
_NUMBER = re.compile("[0-9]")
# What a slip is called that changes the places of two digits.
_SWAPPED = "数字颠倒？"
_NUMBERS = "一二三四五六七八九十"
_BODY = (RegionKind.BODY, RegionKind.SIDEBAR)
_HEADS = (RegionKind.TITLE, RegionKind.HEADING)
# What is no part of a sum that a title tells.
_BESIDE = ("base", "delta", "gap")
# What is told of the time before is not what a title tells.
_FORMERLY = re.compile(r"上一?[届次回]|往届|前一届", needs=("届", "上次", "上回", "上一次", "上一回"))


@dataclass(frozen=True)
class HeadlineAgainstBody(ArticleRule):
    """标题里的数，与正文的数不一致，或者丢了“余、近、超”。

    English: a headline's figure that differs from the body's, or that lost its hedge.

    ## 为什么
    标题差错加倍计算；读者只看标题，转载也只转标题。

    ## 怎样判断
    标题（含小标题）的数，在正文里找同单位、用词相近的数。正文没有一个同类的数能与它相合（标题可以取整），而用词最相近的那个数大小相仿，
    报为错误；时期或用词不能十分肯定、或只是两个数字换了位（162写作126）、只差一位数字（44写作47）的报为警告。数字相同而正文写“20余”“近300”、标题写成整数的，报为警告（“至少”只作提示）。
    标题写“突破50万”，正文略低于50万的同类的数只有一个的，也报警告。
    两处都是“突破”一类的下限，而相差已超出这类词通常所及（突破5700P、突破6100P）的，也报警告。

    ## 不报什么
    标题取整（21.69写作22），标题用“超、近、逾”概说：标题可以约略。正文任何一处有相合的数，标题是正文几个分项之和，正文数到“第三名”：标题有出处。
    时期不同，一处是目标一处是实绩，大小差得太远，用词没有相同的：说的多半不是一件事。
    """

    code: ClassVar[str] = "KW204"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 8
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample(
                "记者了解到，今年秋季全市共有⟦14所⟧学校建成启用，新增学位1.2万个。",
                title="东山市今秋启用⟦12所⟧学校",
            )
        ),
        Clash(Sample("抽检中，工作人员共销毁不合格食品⟦20余吨⟧。", title="东山市销毁不合格食品⟦20吨⟧")),
        Clash(Sample("全市今年治理河道⟦162公里⟧，拆除违建36处。", title="东山清河⟦126公里⟧")),
        Clash(Sample("截至12月底，全区算力规模⟦突破6100P⟧，居全市第一。", title="全区算力规模⟦突破5700P⟧")),
        Clash(
            Sample(
                "假期落下帷幕。1月28日至2月4日，全市共接待游客512.6万人次，游客出游总花费⟦38.4亿元⟧，增长16.7%。",
                title="八天揽客512.6万人次 花费⟦38.6亿元⟧",
            )
        ),
        Clash(
            Sample(
                "开幕当天，18个项目集中签约，总金额⟦7.3亿元⟧。果农张家一亩地毛收入8.6万元出头。",
                title="采摘节首日揽下⟦3.7亿元⟧订单",
            )
        ),
        Clash(
            Sample(
                "去年，全区高新技术企业由上年的1087家增加到⟦1286家⟧。",
                title="高新技术企业⟦突破1300家⟧ 新春大会再鼓干劲",
            )
        ),
        Clash(
            Sample(
                "截至昨日24时，东山铁路今年货物发送量定格在⟦8760万吨⟧，较上年多运430万吨。",
                title="东山铁路货运量首⟦破9000万吨⟧",
            )
        ),
        Clash(
            Sample(
                "全年货物吞吐量完成⟦8760万吨⟧，其中粮食340万吨。",
                title="东山港货物吞吐量⟦突破9000万吨⟧",
            )
        ),
        Clean(
            Sample(
                "1月28日至2月4日，全市接待游客512.6万人次，游客总花费38.4亿元，其中住宿花费8.6亿元。",
                title="八天揽客512.6万人次 花费38.4亿元",
            ),
            because="正文有相合的数",
        ),
        Clean(
            Sample("运动会昨晚闭幕，成绩喜人。上一届运动会，改写的省纪录是18项。", title="运动会落幕 28项省纪录被改写"),
            because="正文说的是上一届",
        ),
        Clash(
            Sample(
                "全年完成货物吞吐量3.18亿吨，⟦比上年增长6.0%⟧；集装箱吞吐量1026万标箱，比上年增长8.3%。",
                title="东山港货物吞吐量3.18亿吨 ⟦同比增长8.3%⟧",
            )
        ),
        Clash(Sample("一艘渔船昨夜沉没，船上⟦37人⟧全部获救。", title="东山渔船沉没 ⟦31人⟧获救")),
        Clean(
            Sample(
                "警方确认了两名嫌疑人的身份。据报道，第三名嫌疑人的身份也已确认。", title="东山警方确认3名嫌疑人身份"
            ),
            because="正文数到第三名",
        ),
        Clean(Sample("全年共接待游客21.69万人次，增长3%。", title="东山全年接待游客22万人次"), because="标题取整"),
        Clean(
            Sample("全年销售收入5712万元，增长3%。", title="东山茶业销售收入突破5000万元"), because="标题用“突破”概说"
        ),
        Clash(
            Sample(
                "记者从县里了解到，去年全县外运柑橘⟦68.4万吨⟧，比上年的61.2万吨增长11.8%，今年力争突破75万吨。",
                title="山里果子俏 全县去年卖出⟦78.4万吨⟧",
            )
        ),
        Clean(
            Sample("记者从县里了解到，去年全县外运柑橘68.4万吨，今年力争突破75万吨。", title="全县去年卖出68.4万吨"),
            because="正文有相合的数",
        ),
        Clash(
            Sample(
                "培训班上，⟦27个⟧小组同台展示，其中种植组9个、养殖组11个、加工组7个，评出一等奖3个。",
                title="第八届乡土能手大赛开幕 首日⟦37个⟧队伍亮相",
            )
        ),
        Clash(
            Sample("登山节当天，沿途补给站备下饮水4.6万瓶，报到的登山者有⟦5390人⟧。", title="登山节迎来⟦5930名⟧登山者"),
        ),
        Clash(
            Sample("从此，东山到西岭的车程由4小时压缩到⟦2小时⟧。", title="东岭高速通车 东山到西岭⟦1.5小时⟧可达"),
        ),
        Clash(
            Sample(
                "前三季度，公司营业总收入⟦427.3亿元⟧，上年同期是365.2亿元，增长17%；净利润31.4亿元，研发费用25.6亿元。",
                title="东山电子前三季度营收⟦逾450亿元⟧",
            )
        ),
        Clash(
            Sample(
                "当天，公司与⟦24家⟧伙伴签约，其中制造企业13家、医院6家、银行5家。", title="东山科技春季会签约⟦42家⟧伙伴"
            )
        ),
        Clash(Sample("去年，公司销售客车⟦49.2万辆⟧，增长12%。", title="东山客车销量⟦突破50万辆⟧")),
        Clean(Sample("去年，公司销售客车50.2万辆，增长12%。", title="东山客车销量突破50万辆"), because="确已突破"),
        Clash(
            Sample("全年完成门诊⟦486.2万人次⟧，出院12.8万人次。", title="东山医院年门诊量⟦突破490万人次⟧"),
        ),
        Clean(
            Sample("今年新建学校8所、改扩建学校6所，新增学位1.2万个。", title="东山今年建成14所学校"),
            because="标题是分项之和",
        ),
        Clean(
            Sample("花卉、苗木、盆景分别实现产值11.2亿元、6.8亿元和4.5亿元。", title="东山花木产值突破20亿元"),
            because="标题概说分项之和",
        ),
        Clean(
            Sample("上半年接待游客12万人次。去年全年接待游客30万人次。", title="上半年东山接待游客12万人次"),
            because="正文有相合的数",
        ),
    )
    least_shared: int = field(default=2, metadata={"doc": "标题与正文至少共有几个两字词才相比"})

    few: int = field(default=10, metadata={"doc": "小于这个数的数只报警告"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports figures of titles and headings that no figure of the body agrees with."""
        heads = [c for c in extraction.claims if c.sentence.region in _HEADS]
        if not heads:
            return
        told = [c for c in extraction.claims if c.sentence.region in _BODY and c.kind in _KINDS]
        body = [c for c in told if not _FORMERLY.search(c.sentence.text, 0, c.figure.start)]
        for claim in heads:
            region = claim.sentence.region
            if claim.kind is Kind.RANK and region is RegionKind.TITLE and not claim.figure.first:
                yield from self._rank(claim, extraction.claims)
            if claim.kind not in _KINDS or claim.value is None:
                continue
            if region is RegionKind.TITLE and (other := _grown_otherwise(claim, extraction.claims)) is not None:
                yield self.report(
                    [claim, other],
                    f"标题写“{claim.text}”，正文写“{other.text}”",
                    work=difference(claim, other),
                    verdict=Verdict.CONTRADICTION,
                )
            elif region is RegionKind.TITLE:
                yield from self._against(claim, body, extraction)
            elif region is RegionKind.HEADING:
                own = [c for c in body if c.sentence.section and c.sentence.section in claim.sentence.text]
                yield from self._against(claim, own, extraction)

    def _against(self, head: Claim, body: Sequence[Claim], extraction: Extraction) -> Iterator[Discrepancy]:
        alike = [c for c in body if comparable(head, c)]
        agreeing = [c for c in alike if _can_be(head, c) or c.text == head.text]
        told = [t for t in retold(head, alike, self.least_shared + 1) if t.shared >= self.least_shared]
        slipped = _one_slip_off(head, alike)
        if agreeing and not (slipped and _by_bounds(head, agreeing)):
            if not any(c.text.endswith(head.text) and not hedged(c) for c in body):
                yield from self._bare(head, agreeing, [t.claim for t in told])
            return
        far = slipped is not None and miswritten(head, slipped) > _TWO and any(t.claim is slipped for t in told)
        if (_summed(head, alike) and not far) or _numbered(head, extraction):
            return
        best = _retold(head, alike, told) or _turned(head, body)
        if best is None:
            return
        sure = (point(head) or 0) >= self.few and (slip(head, best) is not None or _same_words(head, best))
        certain = exact(head) and exact(best) and sure and (best is not slipped or _known(head, best, told))
        certain, work = (certain, difference(head, best)) if comparable(head, best) else (False, "")
        yield self.report(
            [head, best],
            f"标题写“{head.text}”，正文写“{best.text}”",
            work=work,
            level=Level.ERROR if certain else Level.WARNING,
            verdict=Verdict.CONTRADICTION if certain else Verdict.SUSPECT,
            repair=slip(head, best),
        )

    def _rank(self, head: Claim, claims: Sequence[Claim]) -> Iterator[Discrepancy]:
        """全省第一 in the headline and 全省第二 of the same thing in the body."""
        told = [c for c in claims if c.kind is Kind.RANK and c.sentence.region in _BODY and not c.figure.first]
        told = [c for c in told if c.figure.among == head.figure.among and c.value is not None]
        if head.value is None or head.value.point is None or any(c.value.point == head.value.point for c in told):  # type: ignore[union-attr]
            return
        for c in told:
            part, shared = likeness(head.sentence.text, c.sentence.text)
            if exact(c) and exact(head) and shared > self.least_shared and part > 0:
                yield self.report([head, c], f"标题写“{head.text}”，正文写“{c.text}”", level=Level.WARNING)
                return

    def _bare(self, head: Claim, agreeing: Sequence[Claim], told: Sequence[Claim]) -> Iterator[Discrepancy]:
        """A number told as a bound in the body and bare in the headline."""
        if head.kind is Kind.DURATION and head.text.endswith(("来", "间")):
            return
        if head.figure.comparator is not Comparator.EQ or any(not hedged(c) for c in agreeing):
            return
        same = [c for c in agreeing if _number(c) == _number(head)]
        same = [c for c in same if c in told or (len(same) == 1 and likeness(head.sentence.text, c.sentence.text)[1])]
        if same:
            least = same[0].figure.comparator is Comparator.AT_LEAST
            yield self.report(
                [head, same[0]],
                f"正文写“{same[0].text}”，标题写成“{head.text}”",
                level=Level.NOTE if least else Level.WARNING,
                repair=f"标题补上“{same[0].text}”的概数词",
            )


def _grown_otherwise(head: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The growth that the body tells of the very amount of which the headline tells another; None if there is none.

    吞吐量3.18亿吨 增长8.3% above, 吞吐量3.18亿吨，增长6.0%；集装箱1026万标箱，增长8.3% below.
    """
    if head.kind is not Kind.GROWTH or head.lead is None or not exact(head):
        return None
    amount = next((c for c in claims if c.key == head.lead), None)
    if amount is None or amount.kind is not Kind.QUANTITY or not exact(amount):
        return None
    twins = {c.key for c in claims if c.sentence.region in _BODY and exact(c) and _same_amount(amount, c)}
    told = [c for c in claims if c.kind is Kind.GROWTH and c.lead in twins and comparable(head, c)]
    plain = [c for c in told if exact(c) and not c.figure.basis.startswith(("环比", "年均"))]
    return plain[0] if plain and not any(agrees(head, c) for c in told) else None


def _same_amount(a: Claim, b: Claim) -> bool:
    return a.value is not None and b.value is not None and a.kind is b.kind and a.value == b.value


def _comparable(head: Claim, other: Claim, *, sure: bool) -> bool:
    """Whether status, role and stated periods let a claim of the body be the headline's; ``sure``: the words agree."""
    if other.role != "value" or other.whole is not None:
        return False
    if not sure and (head.status is Status.ACTUAL) != (other.status is Status.ACTUAL):
        return False
    if other.kind is Kind.DURATION and re.search(r"[去上前往]年|上届|同期", _before(other)):
        return False
    if head.text[0] in "百千万亿" or (not _things(head) & _things(other) and _things(head) and _things(other)):
        return False
    p, q = head.period, other.period
    if p is None or q is None or not (p.explicit and q.explicit) or None in (p.start, p.end, q.start, q.end):
        return True
    return not (p.end < q.start or q.end < p.start)  # type: ignore[operator]


def _led_alike(head: Claim, other: Claim) -> bool:
    """Whether one word stands right before two exact numbers of nearly one size: 花费38.6亿元, 总花费38.4亿元."""
    a, b = _before(head)[-2:], _before(other)[-2:]
    x, y = point(head), point(other)
    if a != b or not _WORD.fullmatch(a) or not x or not y or not (exact(head) and exact(other)):
        return False
    small = abs(x / y - 1) < Fraction(1, 20) and x >= Fraction(10)
    return small and _comparable(head, other, sure=False) and head.sentence.index != other.sentence.index


def _numbered(head: Claim, extraction: Extraction) -> bool:
    """Whether the body counts up to the headline's number: 两名袭击者身份确认, *第三名*的也已确认."""
    unit, told = head.value.unit if head.value is not None else "", point(head)
    if told is None or not unit or not 1 < told <= len(_NUMBERS):
        return False
    last = re.compile(rf"第(?:{int(told)}|{_NUMBERS[int(told) - 1]}){re.escape(unit)}")
    return any(last.search(s.text) for s in extraction.sentences if s.region in _BODY)


def _retold(head: Claim, alike: Sequence[Claim], told: Sequence[Twin]) -> Claim | None:
    """The figure of the body that the headline's is meant to be, though it is another number; None if that is not sure.

    ``alike``: those of its kind and unit; ``told``: those that share words with it, the likest first.
    """
    likely = [t for t in told if _comparable(head, t.claim, sure=t.likeness >= 0.5) and _of_one_size(head, t.claim)]
    swapped = [c for c in alike if transposed(head, c) and c.role == "value" and _of_all(head, c)]
    aimed = bool(likely) and likely[0].claim.status is not head.status
    if likely and likely[0].shared >= told[0].shared - 1 and not (aimed and len(swapped) == 1):
        best = likely[0].claim
        return None if head.kind is Kind.GROWTH and _of_another(head, best) else best
    if len(swapped) == 1:
        return swapped[0]
    if (slipped := _one_slip_off(head, alike)) is not None:
        return slipped
    led = [c for c in alike if _led_alike(head, c)]
    if len({point(c) for c in led}) == 1:
        return led[0]
    twins = [t.claim for t in retold(head, alike, 1) if _comparable(head, t.claim, sure=False)]
    misread = [c for c in twins if miswritten(head, c) >= _TWO]
    if len({point(c) for c in misread}) == 1 and (len(alike) == 1 or miswritten(head, misread[0]) > _TWO):
        return misread[0]
    return _short(head, alike) or _lone(head, alike)


def _one_slip_off(head: Claim, alike: Sequence[Claim]) -> Claim | None:
    """The exact figure of the body, where none agrees with the headline's, that is one digit from it or two turned.

    Of several that is told which shares most words with the headline, a turned one first.
    """
    if head.kind in (Kind.DURATION, Kind.ENUMERATION) or not exact(head):
        return None
    meant = [m for m in respelt(head) if m.low is not None and m.high is not None]
    near = [c for c in alike if exact(c) and c.role not in _BESIDE and c.status is head.status]
    near = [c for c in near if (n := point(c)) is not None and any(m.low <= n <= m.high for m in meant)]  # type: ignore[operator]
    near = [c for c in near if transposed(head, c)] or near
    likest = retold(head, near, 1)
    return likest[0].claim if likest else near[0] if near else None


def _turned(head: Claim, body: Sequence[Claim]) -> Claim | None:
    """The one figure of the body with the headline's three digits or more in another order, whatever both count."""
    if head.kind is not Kind.QUANTITY or not exact(head) or len(digits(_number(head))) <= _TWO:
        return None
    told = [c for c in body if c.kind is Kind.QUANTITY and exact(c) and slip(head, c) == _SWAPPED and near(head, c)]
    told = [c for c in told if likeness(head.sentence.text, c.sentence.text)[1] > _TWO and c.role not in _BESIDE]
    return told[0] if len({point(c) for c in told}) == 1 else None


def _known(head: Claim, other: Claim, told: Sequence[Twin]) -> bool:
    """Whether a figure shares words with the headline, or has the headline's digits in another order."""
    return transposed(head, other) or any(t.claim is other for t in told)


def _by_bounds(head: Claim, agreeing: Sequence[Claim]) -> bool:
    """Whether an exact number of the headline agrees with other bounds of the body alone: 78.5亿元, *突破75*亿元."""
    return all(c.figure.comparator in _BOUNDS and _number(c) != _number(head) for c in agreeing)


def _short(head: Claim, alike: Sequence[Claim]) -> Claim | None:
    """The one amount of the body that falls just short of what the headline says was passed: 突破50万辆, 49.2万辆."""
    least = _number(head)
    if head.figure.comparator not in _BOUNDS or head.kind is not Kind.QUANTITY or not least:
        return None
    told = [c for c in alike if exact(c) and (n := point(c)) is not None and least * _NEARLY <= n < least]
    fits = [c for c in told if _comparable(head, c, sure=False)]
    return fits[0] if fits and len({point(c) for c in told}) == 1 else None


def _lone(head: Claim, alike: Sequence[Claim]) -> Claim | None:
    """The one figure of the body that can be the headline's, of the same counted noun, or a length one digit off."""
    if len(alike) != 1 or not _comparable(head, alike[0], sure=False):
        return None
    other, x, y = alike[0], _number(head), _number(alike[0])
    if not x or not y or not 1 / _FAR <= x / y <= _FAR:
        return None
    if head.kind is Kind.DURATION:
        a, b = digits(x), digits(y)
        return other if len(a) == len(b) == _TWO and sum(m != n for m, n in zip(a, b, strict=True)) == 1 else None
    counted = head.metric.counted, other.metric.counted
    return other if len(counted[0]) > 1 and counted[0][:2] == counted[1][:2] else None


def _of_one_size(head: Claim, other: Claim) -> bool:
    """Whether two numbers are of one size, or so but for one digit: 21人, 71人."""
    return near(head, other) or miswritten(head, other) >= _TWO


def _can_be(head: Claim, other: Claim) -> bool:
    """Whether one number satisfies both; a bound reaches no further than numbers of its size: 8万元出头, 4.6亿元."""
    return agrees(head, other) and not _outgrown(head, other) and (near(head, other) or exact(other))


def _of_all(head: Claim, other: Claim) -> bool:
    """Whether a claim is of no part of something, or the headline names the part as it does."""
    name = other.metric.text[-2:]
    return other.whole is None or (len(name) > 1 and name in head.sentence.text[: head.figure.start])


def _outgrown(head: Claim, other: Claim) -> bool:
    """Whether both are lower bounds of one thing and too far apart to be one in round numbers: 突破5700P, 突破6100P."""
    bounds = head.figure.comparator in _BOUNDS and other.figure.comparator in _BOUNDS
    return bounds and strain(head, other) and _same_words(head, other)


def _number(claim: Claim) -> Number | None:
    """The number that was written, of 20余 too."""
    value = claim.value
    return None if value is None else value.point if value.point is not None else value.low


def _before(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 12) : claim.figure.start]


def _things(claim: Claim) -> set[str]:
    """The characters of what 个 or 项 counts; none for other units."""
    value = claim.value
    return set(claim.metric.counted) if value is not None and value.unit in ("个", "项") else set()


def _of_another(head: Claim, other: Claim) -> bool:
    """Whether two growths are of measures without a character in common, one of some only: GDP, 规上工业增加值."""
    one, another = set(head.metric.text), set(other.metric.text)
    return bool(one and another) and one.isdisjoint(another) and head.scope.levels != other.scope.levels


def _same_words(head: Claim, other: Claim) -> bool:
    a, b = head.metric, other.metric
    return bool(a.counted and a.counted[:2] == b.counted[:2]) or bool(a.head and a.head == b.head)


def _summed(head: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the headline adds up two or three neighbouring figures of the body; a bound, about them.

    Beside what is nearly all of it a small number makes up the rest by chance.
    """
    if head.kind is Kind.GROWTH:
        return False
    wanted = point(head) or Fraction(0)
    most = wanted * _ROUND if head.figure.comparator in _BOUNDS else wanted
    few = [c for c in claims if point(c) is not None and c.role not in _BESIDE][:40]
    for i in range(len(few)):
        for n in (2, 3):
            for rest in combinations(few[i + 1 : i + 5], n - 1):
                told = (few[i], *rest)
                if rest[-1].sentence.index > few[i].sentence.index + 1 or _nested(told):
                    continue
                if most > wanted and not _one_list(told):
                    continue
                parts = [point(c) or Fraction(0) for c in told]
                if wanted <= sum(parts) <= most and min(parts) * _LEAST_PART >= wanted:
                    return True
    return False


def _nested(claims: Sequence[Claim]) -> bool:
    """Whether one of several claims is a part of another, with which it makes no sum: *24家*，其中制造业*13家*."""
    keys = {c.key for c in claims}
    return any(c.whole in keys for c in claims)


def _one_list(claims: Sequence[Claim]) -> bool:
    """Whether figures are told right after each other in a sentence: 37人死亡，71人受伤."""
    apart = any(a.sentence.index != b.sentence.index for a, b in pairwise(claims))
    words = [] if apart else [gap(a, b) for a, b in pairwise(claims)]
    return not apart and not any(_NUMBER.search(w) or w.count("，") > 1 or "；" in w for w in words)
