"""KW201: parts that do not add up to their total"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
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
    Sentence,
    Verdict,
    added,
    alike,
    amounts_in,
    base,
    complement,
    disjoint,
    gap,
    interval,
    intervals,
    names_of,
    opposed,
    parallel,
    parts_of,
    phrase,
    point,
    same_end,
    show,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_OPEN = re.compile(
    r"(?<![一二三四五高中初同相平优上下均])等(?![级次额奖候待于]|[功]勋)|主要|包括但|多为|大多|约占|(?:以及其他|其余|其[他它])(?![^，。；、0-9]{0,8}[0-9])"
)
_SUBSET = re.compile(r"其中包括|还有|另有|此外|首次|今年|当年|上年|去年|本年|累计|平均|人均|最[大高多长]|比|较")
_TOTAL_BEHIND = re.compile(
    r"""
    ^[，、；]?
    (?:
        前?[一两二三四五六七八九十几0-9]{1,3}                                      # 三个村共
        [个批次项期县村乡镇地者种类年天月人处节场轮局盘季届周日段条度]{0,2}
      | 全年 | 上半年 | 全[省市县区镇村国程] | 前后 | 总 | 以上 | 死?伤亡?(?:人数)? | 各项
    )?
    (?:
        共|合计|总计|共计|总共|一共|合共|全长
      | (?:(?<=季度)|(?<=半年)|(?<=全年)|(?<=三年)|(?<=两年)|(?<=五年))累计
      | 总(?=投资|投入|额|量|数|面积|产值|产量|价|里程|规模|长|重|建筑面积|容量|人口|吨位|装机)
    ) [^，。；：、0-9]{0,8}$
    """,
    re.VERBOSE,
)
_TOTAL_BEFORE = re.compile(r"(?:共|合计|总计|共计|总共|一共|总额|总数|总量|总投资|总面积|总产量)[^，。；：、]{0,10}$")
_OPENS = re.compile(r"^[^，。；：、]{0,10}(?:：|，(?:分别(?:是|为)|即|由)|（|——)[^，。；：、]{0,12}$")
_RUNS_ON = re.compile(r"^[^，。；：、]{0,10}，[^，。；：、]{1,10}$")
_SENTENCE = re.compile(r"^[^，、0-9]{0,8}(?:[。；）]|$)")
_JOIN = re.compile(r"^[^，。；：、]{0,14}[、，和及与](?:[^，。；：、0-9]|(?<=[A-Z])[0-9]){0,14}$")
_BY_SORT = re.compile(r"^(?:分|按|从)[^，。；：、0-9]{1,8}(?:看|分|来看|划分|而言)，")
_PRESENT = re.compile(r"应[到出].{0,12}实[到出].{0,14}(?:缺席|请假|缺勤|因故)")
_MEDALS = re.compile(
    r"""
    (?P<a>[0-9]{1,3})\s?枚?金牌?、?\s?                     # 5金
    (?P<b>[0-9]{1,3})\s?枚?银牌?(?:、|和)?\s?              # 4银
    (?P<c>[0-9]{1,3})\s?枚?铜牌?                           # 6铜
    [^0-9。；]{0,8}?(?:共|总计|合计|总共)[^0-9。；，]{0,4}(?P<all>[0-9]{1,3})\s?(?:枚|块)
    """,
    re.VERBOSE,
)
_PERSONS = {"人", "名", "位"}
_THINGS = ("件", "批", "项", "起")


@dataclass(frozen=True)
class SumOfParts(ArticleRule):
    """分项加起来，不等于总数。

    English: parts that do not add up to their total.

    ## 为什么
    总数和分项摆在同一句里，读者心算就能发现；多半是改了一处没有改另一处。

    ## 怎样判断
    “A、B，共N”“共N：A、B”“分部门看，A、B、C”以及“N，其中A、B”里，同类的分项逐个相加，按末位取整放宽之后仍不等于总数，就报告。
    列全了的（有“共、合计”，或分项成对：出口与进口、新建与改扩建）报为错误。“其中”列出的往往不全：分项两个以上、并列同类、
    合计与总数相差不到两成而又不相等，才报为警告。

    ## 不报什么
    带“等、主要、大多”的开放列举，单独一个“其中”，合计只占总数一小部分的：列举没有列全。两个其中项相加大于总数而又不是一对反义词的：
    可能重叠（党员与女性）。“最、比、平均、累计”引出的数：不是分项。分项或总数是约数；取整能解释的差额；中间隔着句号、分号的。
    """

    code: ClassVar[str] = "KW201"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 11
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全区今年实施水利项目⟦15个⟧，其中新建项目⟦7个⟧、改扩建项目⟦6个⟧。"),
        Clash("队伍里有医生⟦12名⟧、护士⟦25名⟧，共⟦38名⟧。"),
        Clash("项目总投资⟦9.6亿元⟧，其中⟦5.2亿元⟧用于厂房建设，⟦2.3亿元⟧用于设备购置，⟦1.1亿元⟧用于研发。"),
        Clash("全区现有幼儿园98所，仅今年就新增⟦9所⟧，其中公办园⟦6所⟧、民办园⟦4所⟧。"),
        Clash("抽检的⟦120批次⟧样品中，合格⟦112批次⟧，不合格⟦10批次⟧。"),
        Clash(
            "全市贷款比年初增加⟦640亿元⟧。分部门看，住户贷款增加⟦180亿元⟧，企业贷款增加⟦380亿元⟧，其他贷款增加⟦30亿元⟧。"
        ),
        Clash("代表队获得⟦5金4银6铜共16枚⟧奖牌。"),
        Clean("全线共设车站28座，其中换乘站9座、地下站21座。", because="换乘站也可以是地下站"),
        Clean("全区今年实施水利项目15个，其中新建项目8个、改扩建项目7个。", because="加得起来"),
        Clean("全区现有幼儿园98所，仅今年就新增9所，其中公办园61所、民办园37所。", because="说的是全部幼儿园"),
        Clean("全区现有幼儿园98所，其中公办园61所。", because="只列了一个其中项"),
        Clean("全区现有企业320家，其中上市公司6家、高新技术企业85家。", because="其中项没有列全"),
        Clean("外贸总值1243亿元，其中出口812亿元、进口430亿元。", because="差额在取整之内"),
        Clean("全区现有技师98人，其中党员61人、女性30人等。", because="列举是开放的"),
        Clean("实现营业收入20.5亿元，利润2.3亿元，合计纳税3.1亿元。", because="不是分项与总数"),
    )
    nearness: float = field(default=0.2, metadata={"doc": "列举的合计与总数相差多大比例之内才算列全"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports totals that the sum of their closed list of parts denies."""
        for sentence in extraction.sentences:
            yield from self._medals(extraction, sentence)
        for sentence, amounts, before in amounts_in(extraction):
            if len(amounts) + bool(before) > 2:
                yield from self._among(amounts, before)
                yield from self._told_total(amounts)
                yield from self._sorted(sentence, amounts, before)
            yield from self._complements(amounts)

    def _among(self, amounts: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Discrepancy]:
        """Lists opened by 其中."""
        for whole, told in parts_of(amounts, before, loose=True):
            parts = _one_list([p for p in told if alike(p, whole)])
            if len(parts) < 2 or whole.figure.comparator not in (Comparator.EQ, Comparator.AT_MOST):
                continue
            text = parts[0].sentence.text
            text = text[max(0, parts[0].figure.start - 12) : parts[-1].figure.end + 8]
            names = names_of(parts)
            if _OPEN.search(text) or any(_SUBSET.search(n) for n in names):
                continue
            paired = opposed(names)
            if len(parts) == 2 and not paired and _more(parts, whole):
                continue
            nearness = self.nearness * (1 if paired else 0.6 if parallel(names) else 0.25 + 0.15 * (len(parts) > 2))
            for total in (whole, *_risen(whole, parts[0], amounts)):
                yield from self._wrong(total, parts, nearness, certain=paired and len(parts) == 2)

    def _told_total(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """A、B，共N and 共N：A、B."""
        for i, whole in enumerate(amounts):
            if whole.figure.comparator is not Comparator.EQ:
                continue
            led = i > 0 and not alike(amounts[i - 1], whole) and len(gap(amounts[i - 1], whole)) < 8
            before = _run(amounts[max(0, i - 12) : i - led][::-1], whole)[::-1]
            if len(before) > 1 and _TOTAL_BEHIND.match(_stripped(gap(before[-1], whole))):
                yield from self._wrong(whole, before, self.nearness, certain=True)
                continue
            behind = _run(amounts[i + 1 : i + 13], whole)
            if len(behind) < 2 or not (certain := self._opened(whole, behind)):
                continue
            text = whole.sentence.text[behind[-1].figure.end : behind[-1].figure.end + 8]
            if not _OPEN.search(text):
                nearness = self.nearness / 2 if certain == "near" else self.nearness
                yield from self._wrong(whole, behind, nearness, certain=certain == "told")

    def _complements(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """抽查120批次，合格112批次，不合格10批次; 应到385人，实到362人，缺席13人."""
        for whole, a, b in zip(amounts, amounts[1:], amounts[2:], strict=False):
            if not (alike(whole, a) and alike(a, b)) or "其中" in gap(whole, a):
                continue
            told = whole.sentence.text[max(0, whole.figure.start - 8) : b.figure.end + 4]
            if complement(names_of([a, b])) or _PRESENT.search(told):
                yield from self._wrong(whole, [a, b], self.nearness, certain=False)

    def _sorted(self, sentence: Sentence, amounts: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Discrepancy]:
        """分部门看，A、B、C: the parts of an amount of the sentence before."""
        if not _BY_SORT.match(sentence.text) or not before or len(amounts) < 3:
            return
        parts = _run(amounts, amounts[0])
        tail = sentence.text[parts[-1].figure.end : parts[-1].figure.end + 8]
        wholes = [c for c in before if c.kind is Kind.QUANTITY and alike(c, parts[0]) and _said(c) == _said(parts[0])]
        each = intervals(parts)
        made = added(each) if each else None
        if made is None or any((told := interval(c)) and not disjoint(made, told) for c in wholes):
            return
        if len(parts) > 2 and wholes and not _OPEN.search(tail):
            yield from self._wrong(wholes[-1], parts, self.nearness / 2, certain=False)

    def _medals(self, extraction: Extraction, sentence: Sentence) -> Iterator[Discrepancy]:
        """5金4银6铜共16枚奖牌."""
        for m in _MEDALS.finditer(sentence.text):
            each, told = [int(m[k]) for k in "abc"], int(m["all"])
            if sum(each) != told:
                start, end = m.span()
                written = "＋".join(map(str, each))
                yield self.report(
                    [phrase(extraction, sentence, start, end)],
                    f"奖牌数与分项不符：{written}＝{sum(each)}，文中写{told}",
                    work=f"{written} ＝ {sum(each)} ≠ {told}",
                    verdict=Verdict.CONTRADICTION,
                )

    def _opened(self, whole: Claim, behind: Sequence[Claim]) -> str:
        """How a total opens its list: ``told`` as one (共36所：), ``likely`` by a colon or like names; else ""."""
        head = whole.sentence.text[max(0, whole.figure.start - 12) : whole.figure.start]
        words = gap(whole, behind[0])
        total = bool(_TOTAL_BEFORE.search(head))
        if _OPENS.match(words):
            return "told" if total else "likely" if "：" in words else ""
        names = names_of(behind)
        ends = _SENTENCE.match(whole.sentence.text[behind[-1].figure.end :])
        if not _RUNS_ON.match(words) or not ends or any(_SUBSET.search(n) for n in names) or "其中" in words:
            return ""
        staged = all(re.search(r"[一二三四]期|[一二三四]级|第[一二三四]", n) for n in names)
        if (total and len(behind) > 2) or staged or (len(behind) > 2 and same_end(names)):
            return "likely"
        paired = len(behind) == 2 and opposed(names)
        return "near" if paired or len(behind) > 2 or (total and parallel(names)) else ""

    def _wrong(self, whole: Claim, parts: Sequence[Claim], nearness: float, *, certain: bool) -> Iterator[Discrepancy]:
        told, each = interval(whole), intervals(parts)
        value = base(whole)
        points = [base(p) for p in parts]
        if told is None or each is None or value is None or not value.point:
            return
        if any(_each(p) or p.figure.comparator is not Comparator.EQ for p in parts) or any(
            v is None or v.point is None for v in points
        ):
            return
        if whole.figure.comparator is Comparator.AT_MOST:
            slack = (value.step or Fraction(0)) / 2
            told = told._replace(low=value.point - slack, high=value.point + slack)
        total = sum((v.point for v in points if v is not None and v.point is not None), Fraction(0))
        if not disjoint(added(each), told) or not _close(total, value.point, nearness):
            return
        k = value.point / whole.value.point if whole.value and whole.value.point else Fraction(1)
        unit = whole.value.unit if whole.value else ""
        written = "＋".join(show(v.point / k, "") for v in points if v is not None and v.point is not None)
        yield self.report(
            [whole.told_as("total"), *(p.told_as("part") for p in parts)],
            f"分项之和与总数不符：{written}＝{show(total / k, unit)}，文中写{whole.text}",
            work=f"{written} ＝ {show(total / k, unit)} ≠ {show(value.point / k, unit)}",
            level=Level.ERROR if certain else Level.WARNING,
            verdict=Verdict.CONTRADICTION if certain else Verdict.SUSPECT,
        )


def _one_list(parts: Sequence[Claim]) -> Sequence[Claim]:
    """The parts up to where a list joined by 、 goes on with a comma: 城区41个、农村55个，*有14个…*."""
    joins = [gap(a, b) for a, b in pairwise(parts)]
    if not joins or "、" not in joins[0]:
        return parts
    stop = next(
        (i for i, words in enumerate(joins) if "；" in words or ("，" in words and "、" not in words)), len(joins)
    )
    return parts[: stop + 1]


def _risen(whole: Claim, part: Claim, amounts: Sequence[Claim]) -> list[Claim]:
    """The rise right before a part, which its list may tell of instead of the level: 现有98所，新增9所，其中…."""
    at = bisect_left(amounts, part.figure.start, key=lambda c: c.figure.end)
    near = [c for c in amounts[max(0, at - 1) : at] if c.role == "delta" and c.key != whole.key]
    return [c for c in near if alike(c, part) and "其中" in gap(c, part)]


def _more(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether the parts are more than the whole, as overlapping ones may be."""
    return sum((point(p) or Fraction(0) for p in parts), Fraction(0)) > (point(whole) or Fraction(0))


def _said(claim: Claim) -> bool:
    """Whether an amount is told as an increase."""
    return bool(
        re.search(
            r"(?:增加?|新增|增长|减少?)(?:了|约|近)?$",
            claim.sentence.text[max(0, claim.figure.start - 4) : claim.figure.start],
        )
    )


def _each(part: Claim) -> bool:
    """Whether a number is told of several things each: 导游和司机各1人."""
    return part.sentence.text[max(0, part.figure.start - 2) : part.figure.start].endswith(("各", "各有", "每"))


def _close(total: Fraction, told: Fraction, nearness: float) -> bool:
    return abs(total - told) <= abs(told) * Fraction(str(nearness))


def _stripped(words: str) -> str:
    """What follows the last mark of a list: the words that lead to the total."""
    return re.sub(r"^[^，。；：、0-9]{0,10}(?=[，；])", "", words)


def _run(candidates: Sequence[Claim], like: Claim) -> list[Claim]:
    """The claims next to each other that are of one unit with ``like`` and joined as a list."""
    found: list[Claim] = []
    unit = like.value.unit if like.value is not None else ""
    for c in candidates:
        unit = found[0].value.unit if found and found[0].value is not None else unit
        if not found and c.value is not None and {unit.removesuffix("次"), c.value.unit} <= _PERSONS:
            unit = c.value.unit
        if c.value is not None and unit == f"{c.value.unit}次" and c.value.unit in _THINGS:
            unit = c.value.unit
        if (
            not alike(c, like)
            or (c.role != like.role and c.role in ("base", "delta", "gap"))
            or c.value is None
            or c.value.unit != unit
        ):
            break
        if found:
            first, second = sorted((found[-1], c), key=lambda x: x.figure.start)
            if not _JOIN.match(gap(first, second)):
                break
        found.append(c)
    return found
