"""KW207: 分别 with unequal numbers of names and values"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    Listed,
    Sentence,
    Verdict,
    antecedent,
    by_sentence,
    gap,
    goes_on,
    listed,
    named_before,
    named_behind,
    phrase,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_SIDES = re.compile(r"分别|分列|依次(?=为|是|[㐀-鿿]{1,4}[0-9])")
_JOIN = re.compile(r"^(?:、|和|与|及|以及|，)?(?:同比|环比|增长|下降|上升|提高)?(?:为|达到?)?$")
_LEAD = re.compile(r"^(?:分别|分列|依次)[^，。；：、]{0,18}$")
_ANOTHER = re.compile(r"(?:、|和|与|及)[0-9一二两三四五六七八九十]")
# What two lists of values have between them that are told of the same names: 依次为A、B、C，*同比*分别增长X和Y.
_AGAIN = re.compile(r"[，；](?:同比|环比|比上年|较上年|比去年|较去年|比上年同期|较上年同期|比去年同期|增速|增幅|占比)?")
# What parts an amount from the growths that are told with it.
_ALSO = re.compile(r"，(?:同比|环比|比上年|较上年|比去年|较去年|比上年同期|较上年同期|比去年同期|较去年同期)?")
# Years in which things were done one after the other: 分别*于2021年、2023年*建成.
_YEARS = re.compile(r"(?:分别|依次)[于在](?:(?:19|20)[0-9]{2}年[、和及与])*(?:19|20)[0-9]{2}年$", needs=("于", "在"))
# What of the things counted is told: 三个板块，*收入*依次为.
_TOPIC = re.compile(r"[^，。；：、]{0,16}(?:，[^，。；：、0-9]{0,6})?")
_NAMED = re.compile(r"(?:由|为|是|来自|位于|名叫)")
_THINGS = tuple("个家名位所项座条类种只支款处间栋幢场门件部期组队艘台辆班块片段口层枚头株")
_KINDS = (
    Kind.NUMBER,
    Kind.QUANTITY,
    Kind.SHARE,
    Kind.RATE,
    Kind.GROWTH,
    Kind.DURATION,
    Kind.RANK,
    Kind.ORDINAL,
    Kind.DATE,
)


@dataclass(frozen=True)
class RespectiveCount(ArticleRule):
    """“分别”前后的项数不等。

    English: Unequal numbers of names and values around 分别.

    ## 为什么
    三个名称配两个数，读者不知道哪个数是谁的；多半是删稿时漏了一项。

    ## 怎样判断
    “分别”之前是以顿号并列的名称（或“三大产业”“两家企业”这样写明的项数），之后是一串同类的数，数目对不上就报告。
    “分别”那一句没有并列的名称，而前一句有，或数过件数的（“四个季度”“三者”“各方面”），按那里的项数核对。
    “分别由、分别是”后面是一串名称的，同样核对。“和、及、与”可能在名称之内，两种读法都对不上才算。

    ## 不报什么
    “分别”后面不是一串同单位的数，前面的名称不是并列的：无从配对。“分别比上年增长”又接“和”连接两组的；带“均、各、等”的；
    名称超过一个层次的；“三地分别设立了仓库、展厅”：这里的“分别”是“各自”。
    """

    code: ClassVar[str] = "KW207"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 18
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全省产茶最多的⟦东山、西岭、南浦⟧⟦三县⟧，分别产茶⟦6.8万吨⟧、⟦5.4万吨⟧、⟦4.3万吨⟧和⟦3.9万吨⟧。"),
        Clash("⟦煤炭、钢材、水泥⟧产量⟦分别增长3.2%⟧和⟦4.5%⟧。"),
        Clash("⟦纺织、化工、食品⟧⟦三大产业⟧分别实现产值⟦58亿元⟧、⟦42亿元⟧、⟦36亿元⟧和⟦17亿元⟧。"),
        Clash("⟦男子组和女子组冠军⟧分别由⟦李强、王芳、赵敏⟧获得。"),
        Clash("⟦平日、周日⟧和节日的发车间隔分别为⟦5分⟧20秒和⟦6分⟧40秒。"),
        Clash("⟦煤炭、钢材、水泥⟧⟦三大⟧产品，产量依次为58万吨、42万吨、36万吨，⟦同比分别增长3.2%⟧和⟦4.5%⟧。"),
        Clash("⟦东站、西站、南站、北站⟧⟦四座⟧车站最忙，三天分别运送旅客⟦41.6万人次⟧、⟦36.2万人次⟧和⟦29.8万人次⟧。"),
        Clash("纺织、化工、食品⟦三大产业⟧实现产值136亿元，⟦分别增长12.6%⟧和⟦9.8%⟧。"),
        Clash("⟦两条⟧生产线，分别于⟦2021年⟧、⟦2023年⟧和⟦2024年⟧建成投用。"),
        Clash("⟦2022年、2023年⟧和2024年，全县造林分别为⟦5.2万亩⟧和⟦5.6万亩⟧。"),
        Clean("2022年、2023年和2024年，全县造林分别为5.2万亩、5.6万亩和6.1万亩。", because="三对三"),
        Clash("⟦东渡、南渡、西渡⟧坐稳头三把交椅，上半年分别运粮⟦86万吨⟧和⟦64万吨⟧。"),
        Clean("两条生产线，分别于2021年和2023年建成投用。", because="两对两"),
        Clean(
            "纺织、化工、食品三大产业实现产值136亿元、利润12亿元，分别增长12.6%和9.8%。", because="增长的是产值和利润"
        ),
        Clean(
            "煤炭、钢材、水泥三大产品，产量依次为58万吨、42万吨、36万吨，分别增长3.2%、4.5%和5.1%。", because="三对三"
        ),
        Clean("煤炭、钢材、水泥产量分别增长3.2%、4.5%和5.1%。", because="三对三"),
        Clash("窑址里出土的⟦青瓷、白瓷、陶器、铁器⟧分别为⟦412件⟧、⟦56件⟧、⟦137件⟧。"),
        Clash("全网新增⟦750千伏、500千伏、220千伏⟧线路分别为⟦58公里⟧和⟦96公里⟧。"),
        Clash("戏曲大篷车先后开进⟦东山县、西岭县、南浦区⟧，观众分别为⟦5200人⟧、⟦3800人⟧。"),
        Clash("⟦三支⟧医疗队分驻⟦上、中、下⟧⟦三个⟧片区，赶到最远一户人家的时间分别为⟦24分钟⟧和⟦35分钟⟧。"),
        Clash("全年四季，⟦四个季度⟧用电量分别为⟦3.2亿千瓦时⟧、⟦2.8亿千瓦时⟧和⟦4.1亿千瓦时⟧。"),
        Clash("围绕水、电、路、气、网⟦五个⟧方面列出26件事，各方面依次为⟦6件⟧、⟦7件⟧、⟦5件⟧、⟦4件⟧。"),
        Clash("⟦全程、半程⟧和健康跑的报名费依次为⟦150元⟧、⟦100元⟧。"),
        Clash("⟦东渡、西渡、南渡⟧⟦三港⟧，上半年分别运粮⟦86.2万⟧、⟦64.5万吨⟧。"),
        Clash("⟦东山、西岭、南浦⟧三县转移群众分别为320人、280人和170人，累计770人；投入抢险队员依次为⟦87人⟧、⟦64人⟧。"),
        Clean("戏曲大篷车先后开进东山县、西岭县、南浦区，男女演员分别为52人、38人。", because="“分别”说的是男女"),
        Clean("制造业、批发和零售业新设企业分别下降7.3%、3.4%。", because="批发和零售业是一个行业"),
        Clean("全县运粮86万吨、运煤64万吨、运沙32万吨，同比分别增长3.2%和4.5%。", because="前面不是名称"),
        Clean("前三季度，全市造林和育苗分别为5.2万亩、0.6万亩。", because="前三季度是一段时间"),
        Clash("⟦甲桥、乙桥、丙桥⟧⟦三处⟧工地分别浇筑混凝土⟦3.6万方⟧和⟦2.8万方⟧。"),
        Clash("⟦早稻、中稻、晚稻⟧收购价每50公斤分别定为⟦127元⟧、⟦129元⟧。"),
        Clean("营业收入96.5亿元、利润总额11.2亿元，分别增长6.8%和8.4%。", because="两对两"),
        Clean("全市粮食和油料、蔬菜产量分别增长3.2%和4.5%。", because="“和”可以在名称之内"),
        Clean("上午和下午，两场比赛分别举行，8支队伍、120人参加。", because="“分别”后面不是一串数"),
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports 分别 whose two sides cannot be matched one to one."""
        for sentence in extraction.sentences:
            for mark in _SIDES.finditer(sentence.text):
                yield from self._named(extraction, sentence, mark)
        for sentence, claims in by_sentence(extraction):
            last: _Side | None = None
            for mark in _SIDES.finditer(sentence.text):
                first = bisect_left(claims, mark.start(), key=lambda c: c.figure.end)
                values = _values(claims[first : first + 16], mark.start())
                if len(values) < 2 or _grouped(values) or "分别" in sentence.text[mark.end() : values[-1].figure.end]:
                    continue
                side = _farther(extraction, sentence, mark.start())
                side = side or _side(extraction, sentence, claims[max(0, first - 6) : first + 1], mark.start())
                if side is None and last is not None and _same_again(last, sentence.text, mark.start()):
                    side = last
                end = values[-1].figure.end
                last = _Side(tuple(values), len(values), len(values), end) if side is None else side.until(end)
                if side is None or side.fewest <= len(values) <= side.most:
                    continue
                names = "、".join(c.text for c in side.claims)
                yield self.report(
                    [*side.claims, *values],
                    f"“分别”前面{side.fewest}项，后面{len(values)}个数",
                    work=f"{names}：{side.fewest}项；{'、'.join(v.text for v in values)}：{len(values)}项",
                    verdict=Verdict.CONTRADICTION,
                )

    def _named(self, extraction: Extraction, sentence: Sentence, mark: re.Match[str]) -> Iterator[Discrepancy]:
        """男子组、女子组冠军分别由甲、乙、丙获得: names on both sides."""
        by = _NAMED.match(sentence.text, mark.end())
        left = named_before(sentence.text, mark.start()) if by else None
        right = named_behind(sentence.text, by.end()) if by else None
        if left is not None and right is not None and (left.most < right.fewest or right.most < left.fewest):
            yield self.report(
                [phrase(extraction, sentence, *left.span), phrase(extraction, sentence, *right.span)],
                f"“分别”前面{left.fewest}项，后面{right.fewest}项",
                work=f"{'、'.join(left.items)}：{left.fewest}项；{'、'.join(right.items)}：{right.fewest}项",
            )


# Places that are summed up behind their names: 甲、乙、丙*三市*.
_PLACES = re.compile(r"(?P<n>[二三四五六七八九])(?:[省市县区旗州镇乡村]|街道|地|国|校|院|站|港|线)$")
_NUMBERS = "一二三四五六七八九"


class _Side(NamedTuple):
    """What stands before 分别: the claims that tell it, the least and most items it can hold, where its values end."""

    claims: tuple[Claim, ...]
    fewest: int
    most: int
    end: int

    def until(self, end: int) -> _Side:
        """The same side, whose values reach further."""
        return self._replace(end=end)


def _side(extraction: Extraction, sentence: Sentence, claims: Sequence[Claim], at: int) -> _Side | None:
    """The names, or the number of things, that stand before 分别; None where they are no plain list."""
    counted = _counted(claims, sentence.text, at)
    if counted is not None:
        number = int(counted.value.point or 0)  # type: ignore[union-attr]
        found = listed(sentence.text, counted.figure.start, counted.figure.end)
        before = found is not None and found.span.end <= counted.figure.start
        named = (phrase(extraction, sentence, *found.span),) if found is not None and before else ()
        return _Side((*named, counted), number, number, at)
    names = named_before(sentence.text, at)
    if names is None:
        return _of_one_amount(claims, sentence.text, at)
    if (summed := _places(sentence.text, names)) is not None:
        number, span = summed
        return _Side((phrase(extraction, sentence, *span),), number, number, at)
    tally = [c for c in claims if 0 <= c.figure.start - names.span.start <= len(names.items) * 24 and _sums(c, names)]
    told = phrase(extraction, sentence, *names.span)
    return _Side((told, *tally[:1]), names.fewest, names.most, at)


def _same_again(last: _Side, text: str, at: int) -> bool:
    """Whether 分别 at ``at`` is said of the things that the values before it are told of."""
    sure = last.fewest == last.most > 2
    return bool(_AGAIN.fullmatch(text, last.end, at)) or (sure and goes_on(text, last.end, at))


def _farther(extraction: Extraction, sentence: Sentence, at: int) -> _Side | None:
    """The things told in a clause before that of 分别, or counted in it: 展厅有三个，分别展出."""
    told = antecedent(sentence.text, at)
    if told is None:
        return None
    claims = tuple(phrase(extraction, sentence, *span) for span in sorted(told.spans))
    return _Side(claims, told.number, told.number, at)


def _places(text: str, names: Listed) -> tuple[int, tuple[int, int]] | None:
    """How many places the names are said to be, right behind the last, and where it stands: 安渠、柏阳、丰埠*三市*."""
    last = _PLACES.search(text, names.span.start, names.span.end)
    number = _NUMBERS.find(last["n"]) + 1 if last is not None else 0
    return (number, last.span()) if last is not None and names.fewest <= number <= names.most else None


def _sums(claim: Claim, names: Listed) -> bool:
    """Whether a claim tells how many a list of names is, right behind it: 甲、乙、丙*三座*车站."""
    few = claim.kind is Kind.ENUMERATION or (claim.value is not None and claim.value.unit in _THINGS)
    point = claim.value.point if claim.value is not None else None
    return (
        few and point is not None and names.fewest <= point <= names.most and claim.figure.start <= names.span.end + 2
    )


def _of_one_amount(claims: Sequence[Claim], text: str, at: int) -> _Side | None:
    """Things that are counted and told one amount of between them: *三大产业*实现收入1500亿元，分别增长…."""
    told = [c for c in claims if c.figure.end <= at and c.value is not None]
    if len(told) < 2 or told[-1].kind is not Kind.QUANTITY or not _ALSO.fullmatch(text[told[-1].figure.end : at]):
        return None
    counted = _counted(told[:-1], text, told[-1].figure.start)
    if counted is None or "分别" in gap(counted, told[-1]):
        return None
    number = int(counted.value.point or 0)  # type: ignore[union-attr]
    return _Side((counted,), number, number, at)


def _values(claims: Sequence[Claim], at: int) -> list[Claim]:
    """The run of like values behind 分别."""
    found: list[Claim] = []
    end = -1
    for claim in claims:
        if claim.figure.start == end and found:  # the second half of 5分20秒
            end = claim.figure.end
            continue
        if claim.figure.end <= at or claim.kind not in _KINDS or not _tells(claim):
            if found:
                break
            continue
        text = claim.sentence.text
        if not found:
            if not _LEAD.match(text[at : claim.figure.start]) and claim.figure.start > at:
                return []
            found.append(claim)
        elif _JOIN.match(claim.sentence.text[end : claim.figure.start]) and _like(found[0], claim):
            found.append(claim)
        else:
            break
        end = claim.figure.end
    if found and _ANOTHER.match(found[0].sentence.text, end):  # …3分、5分和1毛
        return []
    return found


def _grouped(values: Sequence[Claim]) -> bool:
    """Whether the last value opens another clause of its own: 分别增长3.2%和4.5%，8.1%."""
    return any("，" in gap(a, b) for a, b in pairwise(values))


def _like(a: Claim, b: Claim) -> bool:
    if a.kind is Kind.DATE or b.kind is Kind.DATE:
        return a.kind is b.kind and a.text[-1] == b.text[-1]
    units = [c.value.unit.split("/")[0] if c.value is not None else None for c in (a, b)]  # 1.6元/公斤、1.2元
    if a.kind is Kind.NUMBER and a.text.endswith(("万", "亿")):
        return a.text[-1] in b.text  # 98.6万、71.3万人次
    return None not in units and units[0] == units[1]


def _tells(claim: Claim) -> bool:
    """Whether a claim can be one of the values: a number, a day, or a year in which (于2021年; 8月, 同期 are none)."""
    if claim.kind is not Kind.DATE:
        return claim.value is not None
    text, start = claim.sentence.text, claim.figure.start
    return claim.text.endswith(("日", "号")) or bool(_YEARS.search(text[max(0, start - 20) : claim.figure.end]))


def _counted(claims: Sequence[Claim], text: str, at: int) -> Claim | None:
    """三大产业, 两家企业: how many there are, told right before 分别."""
    claim = next((c for c in reversed(claims) if c.figure.end <= at), None)
    if (
        claim is not None
        and claim.kind is Kind.RANK
        and claim.text.startswith("前")
        and claim.value
        and claim.value.point
    ):
        return claim if len(text[claim.figure.end : at]) < 3 else None
    if claim is None or claim.kind not in (Kind.ENUMERATION, Kind.QUANTITY) or claim.value is None:
        return None
    between = text[claim.figure.end : at]
    if not _TOPIC.fullmatch(between) or claim.value.low != claim.value.high:
        return None
    if text[claim.figure.start - 1 : claim.figure.start] in ("和", "与", "及", "、"):
        return None  # 6个新城区*和*3个中心城区
    few = claim.value.low is not None and 2 <= claim.value.low <= 12 and claim.value.unit in _THINGS
    return claim if claim.kind is Kind.ENUMERATION or few else None
