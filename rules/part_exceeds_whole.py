"""KW202: a part larger than its whole"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
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
    Kind,
    Level,
    Status,
    Verdict,
    alike,
    by_sentence,
    encloses,
    exact,
    gap,
    interval,
    known_on,
    level,
    parts_of,
    point,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_TURNED = (
    "比",
    "较",
    "增长",
    "增加",
    "减少",
    "下降",
    "平均",
    "每",
    "累计",
    "分别",
    "上年",
    "去年",
    "此外",
    "另有",
    "同时",
)
_ALL = re.compile(r"共|总|现有|全部|各类|在册|拥有|持证")
_SUMMED = re.compile(r"总(?:里程|量|数|额|面积|规模|产值|人口|计|长)|合计|共计")
_RUN_ON = re.compile(r"^(?:[（(][^（）()]{1,4}[）)])?[，、][^，。；：、0-9]{1,3}$")
_OPENS = re.compile(r"其中，?[^，。；：、0-9]{1,8}$")
_OPEN_NAME = re.compile(r"[等和及与、特境]|各|全|共|总|累计|新增|培养|引进")
_ALREADY = re.compile(
    r"^[^，。；：0-9]{0,6}，(?:(?:目前|现|至今|其中|现在|截至目前)?(?:已有|有)|[^，。；：0-9]{2,10}(?:的(?:就|已)?|就)有)$"
)
_MONEY = (
    "产值",
    "收入",
    "利润",
    "税收",
    "销售额",
    "交易额",
    "成交额",
    "资产",
    "贷款",
    "存款",
    "投资",
    "补贴",
    "出口",
    "进口",
    "支出",
    "保费",
)
_FLAT = frozenset({"人次", "场次", "台次", "批次"})


@dataclass(frozen=True)
class PartExceedsWhole(ArticleRule, FactRule):
    """“其中”的一项，比总数还大。

    English: a part told as 其中 that is larger than its whole.

    ## 为什么
    部分不能大于整体；不是数字写错，就是“其中”管错了对象。

    ## 怎样判断
    “其中”前面最近的同类数是总数，后面的同类数是它的一部分；部分的区间整个高于总数的区间，报为错误。
    没有“其中”的，同一指标、同一时期，所辖地方或加了限定词（规上、省级）的数大于全域的，报为警告。

    ## 不报什么
    单位不同类的；总数是约数、“多家”一类而部分落在其内的；部分是累计数、平均数、增长数的；一处是目标一处是实绩的；人与人次之间。
    """

    code: ClassVar[str] = "KW202"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 10
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全市现有卫生院⟦86家⟧，其中乡镇卫生院⟦92家⟧。"),
        Clash("公司今年签订合同⟦12.4亿元⟧，其中海外合同⟦13.1亿元⟧。"),
        Clash("全市接待游客⟦120万人次⟧，东湖区接待游客⟦150万人次⟧。"),
        Clean("全市接待游客120万人次，东湖区接待游客50万人次。", because="区小于市"),
        Clean("全市现有卫生院86家，其中乡镇卫生院72家。", because="部分小于总数"),
        Clean("全市接待游客近300万人次，其中过夜游客280万人次。", because="在约数之内"),
        Clean("全市新建学校12所，其中一所中学投资3.6亿元、占地120亩。", because="单位不同"),
        Clean("招收学员120人，其中累计培训课时达960小时。", because="不是一类数"),
        Clean("今年新增岗位5200个，其中3000个面向高校毕业生，累计提供岗位2.6万个。", because="累计数不是其中项"),
    )

    within_days: int = field(default=120, metadata={"doc": "两稿说的时点相隔多少天之内才相比"})

    def check(self, told: Extraction | Fact) -> Iterator[Discrepancy]:
        """Reports claims told as a part, or named as one in another article, that lie above their whole."""
        yield from self._across(told) if isinstance(told, Fact) else self._within(told)

    def _across(self, fact: Fact) -> Iterator[Discrepancy]:
        """专任教师2140人 here, 有博士学位的专任教师2215人 there."""
        for link in fact.links:
            pair = fact.claims[link.a], fact.claims[link.b]
            if link.refusal or pair[0].article.id == pair[1].article.id or not link.strong:
                continue
            for whole, part in (pair, pair[::-1]):
                if _qualified(whole, part) and self._of_one_time(whole, part):
                    yield from self._larger(whole, [part], certain=False)

    def _of_one_time(self, whole: Claim, part: Claim) -> bool:
        days, a, b = (known_on(whole), known_on(part)), point(whole), point(part)
        if None in days or not a or not b or abs((days[0] - days[1]).days) > self.within_days:  # type: ignore[operator]
            return False
        return days[0] >= days[1] or b <= a * Fraction(115, 100)  # type: ignore[operator]

    def _within(self, extraction: Extraction) -> Iterator[Discrepancy]:
        before: tuple[Claim, ...] = ()
        for sentence, claims in by_sentence(extraction):
            if before and before[0].sentence.paragraph != sentence.paragraph:
                before = ()
            for whole, parts in parts_of(claims, before):
                rivals = [c for c in _ahead(claims, whole) if alike(c, whole)]
                alone = all(_less(c, parts[0]) for c in rivals)
                if alone or not _listed_with(rivals[-1], whole):
                    yield from self._larger(whole, [p for p in parts if self._comparable(p, whole)], certain=alone)
            yield from self._named_alike(claims)
            yield from self._already(claims)
            yield from self._scoped(claims)
            before = claims

    def _larger(self, whole: Claim, parts: Sequence[Claim], *, certain: bool) -> Iterator[Discrepancy]:
        for part in parts:
            small, large = interval(part), interval(whole)
            if (
                small is None
                or large is None
                or small.low is None
                or large.high is None
                or small.low <= large.high
                or large.high <= 0
            ):
                continue
            yield self.report(
                [whole.told_as("total"), part.told_as("part")],
                f"其中项大于总数：共{whole.text}，其中{part.text}",
                work=f"{part.text} ＞ {whole.text}",
                level=Level.ERROR if certain else Level.WARNING,
                verdict=Verdict.CONTRADICTION,
            )

    def _comparable(self, part: Claim, whole: Claim) -> bool:
        told = ("value", "total", "subset", "respective")
        if whole.role not in told or part.role not in told or not alike(part, whole):
            return False
        if whole.figure.comparator in (Comparator.ABOVE, Comparator.AT_LEAST) and whole.value.high is None:  # type: ignore[union-attr]
            return False
        if (part.value.unit in _FLAT) != (whole.value.unit in _FLAT) or _unlike(part, whole):  # type: ignore[union-attr]
            return False
        if part.sentence.index != whole.sentence.index:
            opens = _OPENS.match(part.sentence.text[: part.figure.start])
            return _shared(whole, part) or (opens is not None and _ALL.search(_head(whole)) is not None)
        between = gap(whole, part)
        words = between[between.rfind("其中") + 2 :] if "其中" in between else between
        planned = whole.status is not Status.ACTUAL and "已" in words
        return not planned and not _SUMMED.search(words) and not any(word in words for word in _TURNED)

    def _scoped(self, claims: Sequence[Claim]) -> Iterator[Discrepancy]:
        """全市接待120万人次，东湖区150万人次; 企业128家，规上企业134家: one metric, the narrower scope the larger."""
        amounts = [c for c in claims if c.kind is Kind.QUANTITY and c.role == "value" and c.metric.text]
        for i, whole in enumerate(amounts):
            for part in amounts[i + 1 : i + 4]:
                if not _narrower(whole, part) or not self._comparable(part, whole) or "；" in gap(whole, part):
                    continue
                small, large = interval(part), interval(whole)
                if small and large and small.low is not None and large.high is not None and small.low > large.high > 0:
                    yield self.report(
                        [whole.told_as("total"), part.told_as("part")],
                        f"{part.scope.text}{part.text}，多于{whole.scope.text}{whole.text}",
                        work=f"{part.text} ＞ {whole.text}",
                        level=Level.WARNING,
                    )

    def _already(self, claims: Sequence[Claim]) -> Iterator[Discrepancy]:
        """共有农户3200户，已有3560户完成改造."""
        amounts = [c for c in claims if c.kind is Kind.QUANTITY and c.role == "value" and c.value is not None]
        for whole, part in pairwise(amounts):
            head = whole.sentence.text[max(0, whole.figure.start - 10) : whole.figure.start]
            same = alike(whole, part) and whole.value.unit == part.value.unit  # type: ignore[union-attr]
            small, large = interval(part), interval(whole)
            if not same or whole.status is not Status.ACTUAL or part.whole is not None or not _ALL.search(head):
                continue
            if not _ALREADY.match(gap(whole, part)) or small is None or large is None:
                continue
            if small.low is not None and large.high is not None and small.low > large.high > 0:
                yield self.report(
                    [whole.told_as("total"), part.told_as("part")],
                    f"共{whole.text}，其中已有{part.text}",
                    work=f"{part.text} ＞ {whole.text}",
                    level=Level.WARNING,
                )

    def _named_alike(self, claims: Sequence[Claim]) -> Iterator[Discrepancy]:
        """现有教师120人，高级教师135人: the second named as the first, with a word before it."""
        amounts = [c for c in claims if c.kind is Kind.QUANTITY and c.role == "value" and not c.metric.counted]
        for whole, part in pairwise(amounts):
            a, b = whole.metric.text, part.metric.text
            if len(a) < 2 or a == b or not b.endswith(a) or not alike(whole, part) or part.whole is not None:
                continue
            head = whole.sentence.text[max(0, whole.figure.start - 16) : whole.figure.start]
            words = gap(whole, part)
            if not _ALL.search(head) or any(w in words for w in (*_TURNED, *"；。：")) or whole.scope != part.scope:
                continue
            small, large = interval(part), interval(whole)
            if small and large and small.low is not None and large.high is not None and small.low > large.high:
                yield self.report(
                    [whole.told_as("total"), part.told_as("part")],
                    f"{b}{part.text}，多于{a}{whole.text}",
                    work=f"{part.text} ＞ {whole.text}",
                    level=Level.WARNING,
                )


def _qualified(whole: Claim, part: Claim) -> bool:
    """Whether one level of all there are is told, and a level of those among them that a further word picks out."""
    a, b = whole.metric.text, part.metric.text
    if len(a) < 3 or len(b) < len(a) + 2 or not b.endswith(a) or not (exact(whole) and exact(part)):
        return False
    if whole.scope.part or whole.role != "value" or part.role not in ("value", "subset"):
        return False
    if not (level(whole) and level(part)) or (point(whole) or 0) < 20:
        return False
    if whole.scope.levels != part.scope.levels or not alike(whole, part) or whole.status is not part.status:
        return False
    return whole.behaviour is part.behaviour is Behaviour.STOCK and not _OPEN_NAME.search(b[: -len(a)])


def _head(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 12) : claim.figure.start]


def _narrower(whole: Claim, part: Claim) -> bool:
    """Whether two claims tell one metric of one time, the second of a narrower place or with one more qualifier."""
    if whole.metric.text != part.metric.text or whole.metric.verb != part.metric.verb or part.whole is not None:
        return False
    p, q = whole.period, part.period
    if (
        (p is None) != (q is None)
        or (p and q and (p.start, p.end) != (q.start, q.end))
        or whole.status is not part.status
    ):
        return False
    a, b = whole.scope, part.scope
    if a.org != b.org:
        return False
    if a.place == b.place:
        return set(a.levels) < set(b.levels)
    return encloses(a.place, b.place) and a.levels == b.levels


def _unlike(part: Claim, whole: Claim) -> bool:
    """Whether the two count things of different names: 项目12个 and 车间15个, 投资 and 产值."""
    mine, its = part.metric.counted, whole.metric.counted or whole.metric.head
    if (
        part.value is not None
        and part.value.unit in ("个", "项", "条", "座", "处", "件")
        and len(mine) > 1
        and len(its) > 1
    ):
        return not (set(mine) & set(whole.metric.text + its))
    heads = [next((w for w in _MONEY if c.metric.text.endswith(w)), "") for c in (part, whole)]
    return all(heads) and heads[0] != heads[1]


def _ahead(claims: Sequence[Claim], whole: Claim) -> Sequence[Claim]:
    """The few claims right before a total in its sentence."""
    at = bisect_left(claims, whole.figure.start, key=lambda c: c.figure.start)
    return claims[max(0, at - 8) : at] if claims and claims[0].sentence.index == whole.sentence.index else ()


def _listed_with(rival: Claim, whole: Claim) -> bool:
    """Whether a total and the amount before it are of one list without names of their own: 函询1258件，谈话180件."""
    if _RUN_ON.match(gap(rival, whole)):
        return True
    nouns = {c.metric.counted[:2] or c.metric.text for c in (rival, whole)}
    return len(gap(rival, whole)) < 12 and (
        len(nouns) == 1 or any(c.metric.verb and not c.metric.text for c in (rival, whole))
    )


def _less(rival: Claim, part: Claim) -> bool:
    """Whether another amount before the total is too small to be the total of the part."""
    x, y = interval(rival), interval(part)
    return x is not None and y is not None and x.high is not None and y.low is not None and x.high < y.low


def _shared(whole: Claim, part: Claim) -> bool:
    """Whether a part told in the next sentence names what its whole counts."""
    head = part.sentence.text[: part.figure.start]
    told = whole.metric.counted or whole.metric.text
    return len(told) > 1 and told[-2:] in head
