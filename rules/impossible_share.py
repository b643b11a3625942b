"""KW203: a share that cannot be"""

from __future__ import annotations

import re
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
    Sentence,
    Verdict,
    alike,
    by_sentence,
    disjoint,
    exact,
    gap,
    interval,
    parts_of,
    phrase,
    point,
    ratio,
    show,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_TAKES = re.compile(r"(?:占|占比|比重|比例)[^，。；：]{0,20}$")
_OF = re.compile(
    r"占(?:到|了|比)?(?:全[市省县区国州镇村校年部]|当[年地]|同期|总|其|该|我|本)?(?P<name>[^，。；：0-9%]{0,16}?)(?:的|的比[重例])?(?:约|近|超过?|达到?|为|比为?|比达?)?$"
)
_LINK = re.compile(r"^[^。；]{0,30}$")
_AMONG_THEM = re.compile(r"^[^，。；]{0,16}[中里](?:，|有)")
_ALL = re.compile(r"总(?:数|量|额|人数|面积|人口|投资|产值|收入)?|全部|整体")
_OVER = re.compile(
    r"完成|目标|任务|计划|预算|超|覆盖|利用率|自给|同比|增长|相当于|供求|求人|负债|杠杆|拨备|充足率|比上年|占用"
)
_OTHER_BASE = re.compile(r"全国|全省|全球|世界|全市|GDP|生产总值|全球|同类|市场")
_RATE = re.compile(
    r"(?P<stem>[^，。；：、0-9的]{2})[率面](?:达到?|为|是|高达|仅|约|超过?|近|只有|提高到)?[^，。；0-9]{0,2}$"
)
_DONE = re.compile(
    r"(?:完成|为|达到?|相当于)(?:了|全年|年度|年初|既定|总)*(?:计划|目标|任务|预算)(?:任务|目标|投资|总?[额量数])?的$|(?:计划|目标|任务)(?:完成)?率(?:达到?|为)?$"
)
_BESIDE = re.compile(r"^，[^，。；：、0-9]{1,14}$")
_HAVE = re.compile(r"共|现有|总|拥有")
_PLAN = re.compile(r"计划|任务|目标|预算|应")
_BARE = re.compile(r"^[^，。；：0-9%]{0,14}(?:、|，|和|及)[^，。；：、0-9%]{1,12}占(?:比|了|到)?(?:为|达)?$")
_OVERLAP = re.compile(r"其中|多选|同时|既|也有|分别有|分别占|以上学历")
_STRUCTURE = re.compile(
    r"""
    (?:产业|三产|[一二三]产)[^，。；0-9]{0,16}
    (?P<a>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s?[:：∶比]\s?(?P<b>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s?[:：∶比]\s?(?P<c>[0-9]{1,2}(?:\.[0-9]{1,2})?)
    (?![0-9:：∶.])
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class ImpossibleShare(ArticleRule):
    """占比与它自己的两个数对不上，或者超过了100%。

    English: a share that its own two numbers deny, or that exceeds 100%.

    ## 为什么
    部分、整体、占比三者知二求一，读者拿计算器就能核。

    ## 怎样判断
    占比前面最近的同类数是部分；整体是“其中”前面的数、“X中”的X，或与“占……总数”同名的数。两个数按末位取整放宽，
    算出的占比仍与写的没有交集，报为错误。“占”后面的百分数大于100，报为警告；三个以上并列的占比相加超过100，报为警告。“合格率”一类，句中写明了合格数和总数的，同样核算；三次产业之比相加应为100。

    ## 不报什么
    完成率、覆盖率、产能利用率、增长率、相当于；占全国、全省、全市的（整体不在文中）；占比或两个数是约数而在其内的；
    同一段里另有一个同类数能算出这个占比的。
    """

    code: ClassVar[str] = "KW203"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 13
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("本次共派出⟦860名⟧医护人员下乡，其中主任医师⟦172名⟧，占总人数的⟦30.0%⟧。"),
        Clash("在参加体检的⟦4.2万名⟧学生中，有⟦1.05万人⟧视力不良，占⟦35%⟧。"),
        Clash("新能源车销量占比达到⟦112%⟧。"),
        Clash("共抽检食品⟦1500批次⟧，合格⟦1470批次⟧，合格率⟦96.5%⟧。"),
        Clash("三次产业结构调整为⟦6.2:41.5:56.3⟧。"),
        Clean("小麦占45%、玉米占35%、大豆占20%。", because="相加正好100%"),
        Clean("本次共派出860名医护人员下乡，其中主任医师172名，占总人数的20.0%。", because="算得对"),
        Clean("全市完成投资12.6亿元，占年度计划的112%。", because="完成率可以超过100%"),
        Clean("全市共有企业860家，其中上市公司12家，占全省上市公司的8.6%。", because="整体不在文中"),
        Clean("共有职工3200人，其中技术人员1000余人，占三成多。", because="约数之内"),
        Clean("一季度接待游客120万人次，其中过夜游客30万人次，占比25%，比上年提高3个百分点。", because="算得对"),
    )
    slack: float = field(default=0.1, metadata={"doc": "算得的占比与写的相差多少个百分点之内不报"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports shares against their part and whole, and shares above 100%."""
        told: list[Claim] = []
        paragraph = -1
        for sentence, claims in by_sentence(extraction):
            if sentence.paragraph != paragraph:
                told, paragraph = [], sentence.paragraph
            yield from self._structure(extraction, sentence)
            yield from self._crowded([c for c in claims if c.kind is Kind.SHARE])
            wholes = {p.key: w for w, parts in parts_of(claims) for p in parts}
            for i, claim in enumerate(claims):
                if claim.kind in (Kind.SHARE, Kind.RATE):
                    yield from self._share(claim, [*told, *claims[:i]] if i < 40 else claims[i - 40 : i], wholes)
            told = [*told, *claims[-40:]][-40:]

    def _share(  # noqa: C901, PLR0911 - one return a way of telling a share
        self, share: Claim, before: Sequence[Claim], wholes: dict[tuple[str, int], Claim]
    ) -> Iterator[Discrepancy]:
        text, figure, value = share.sentence.text, share.figure, share.value
        head = text[max(0, figure.start - 24) : figure.number.start]
        takes, rate = _TAKES.search(head), _RATE.search(head)
        of_it = head.endswith("的") and bool(before) and before[-1].figure.end == figure.start - 1
        if value is None or value.unit != "%" or not (takes or rate or of_it or _DONE.search(head)):
            return
        if takes is None and not of_it:
            if _DONE.search(head):
                yield from self._done(share, before)
            elif rate is not None:
                yield from self._told_rate(share, rate["stem"], before)
            return
        if (
            takes is not None
            and value.low is not None
            and value.low > 100
            and not _OVER.search(text[max(0, figure.start - 30) : figure.end + 6])
        ):
            yield self.report([share], f"占比“{share.text}”超过100%", level=Level.WARNING)
            return
        part = next((c for c in reversed(before) if c.kind is Kind.QUANTITY), None)
        if part is None or part.sentence.index != share.sentence.index or not _near(part, share):
            return
        if gap(part, share) == "的" and (inside := _inside(part, before)) is not None:
            if found := self._denied(inside, part, share):
                yield self._wrong(part, inside, share, found)
            return
        if takes is None:
            return
        of = _OF.search(takes.group())
        whole = self._whole(part, share, of["name"] if of else "", before, wholes)
        if whole is None:
            return
        found = self._denied(part, whole, share)
        if found is None:
            return
        rivals = [c for c in before if alike(c, part) and c.key not in (part.key, whole.key)]
        if any(self._denied(a, b, share) is None for a, b in _others(part, whole, rivals)):
            return
        yield self._wrong(whole, part, share, found)

    def _told_rate(self, share: Claim, stem: str, before: Sequence[Claim]) -> Iterator[Discrepancy]:
        """合格率 against the number that is 合格 and the one it is counted among, all in one sentence."""
        here = [c for c in before if c.sentence.index == share.sentence.index and c.kind is Kind.QUANTITY]
        if len(here) < 2 or len(here) > 4 or len(gap(here[-1], share)) > 16:
            return
        part, text = here[-1], share.sentence.text
        around = (
            text[max(0, part.figure.start - 10) : part.figure.end + 10]
            .replace(f"{stem}率", "")
            .replace(f"{stem}面", "")
        )
        wider = [c for c in here[:-1] if alike(c, part) and _above(c, part)]
        if stem not in around or len(wider) != 1 or wider[0].role in ("base", "delta", "gap"):
            return
        if any(mark in gap(wider[0], part) for mark in "；。"):
            return
        found = self._denied(part, wider[0], share)
        if found is not None:
            yield self._wrong(wider[0], part, share, found)

    def _done(self, share: Claim, before: Sequence[Claim]) -> Iterator[Discrepancy]:
        """年初计划投资80亿元，已完成66亿元，完成年度计划的86.5%."""
        here = [c for c in before if c.sentence.index == share.sentence.index and c.kind is Kind.QUANTITY]
        if len(here) < 2 or len(gap(here[-1], share)) > 24 or not alike(here[-1], here[-2]):
            return
        part, plan = here[-1], here[-2]
        planned = _PLAN.search(_before(plan)) and not _PLAN.search(gap(plan, part))
        if not planned or part.role in ("delta", "gap") or any(mark in gap(plan, share) for mark in "；。"):
            return
        found = self._denied(part, plan, share)
        if found is not None:
            yield self._wrong(plan, part, share, found)

    def _structure(self, extraction: Extraction, sentence: Sentence) -> Iterator[Discrepancy]:
        """三次产业结构 6.2:41.5:56.3, which make 100 together."""
        for m in _STRUCTURE.finditer(sentence.text):
            three = [Fraction(m[k]) for k in "abc"]
            total = sum(three, Fraction(0))
            if 80 < total < 120 and abs(total - 100) > Fraction(15, 100) and any("." in m[k] for k in "abc"):
                yield self.report(
                    [phrase(extraction, sentence, m.start("a"), m.end("c"))],
                    f"三次产业之比相加是{show(total)}，不是100",
                    work=f"{'＋'.join(show(n) for n in three)} ＝ {show(total)}",
                    verdict=Verdict.CONTRADICTION,
                )

    def _crowded(self, shares: Sequence[Claim]) -> Iterator[Discrepancy]:
        """A占45%、B占35%、C占30%: more than there is."""
        run: list[Claim] = []
        for c in [*shares, None]:
            if c is not None and run and _BARE.match(gap(run[-1], c)) and point(c) is not None:
                run.append(c)
                continue
            total = sum((point(r) or Fraction(0) for r in run), Fraction(0))
            if len(run) > 2 and Fraction(1005, 10) < total < 135 and not _OVERLAP.search(run[0].sentence.text):
                yield self.report(
                    run,
                    f"并列的占比相加是{show(total, '%')}",
                    work=f"{'＋'.join(show(point(r) or Fraction(0)) for r in run)} ＝ {show(total, '%')}",
                    level=Level.WARNING,
                )
            run = [c] if c is not None and point(c) is not None else []

    def _wrong(self, whole: Claim, part: Claim, share: Claim, found: str) -> Discrepancy:
        return self.report(
            [whole.told_as("total"), part.told_as("part"), share.told_as("rate")],
            f"占比算得不对：{part.text}占{whole.text}的{found}，文中写{share.text}",
            work=f"{show(point(part) or Fraction(0))} ÷ {show(point(whole) or Fraction(0))} ＝ {found} ≠ {share.text}",
            level=Level.ERROR if exact(share) else Level.WARNING,
            verdict=Verdict.CONTRADICTION,
            repair=f"改为{found}",
        )

    def _whole(  # noqa: PLR0911 - one return a way of naming the whole
        self, part: Claim, share: Claim, name: str, before: Sequence[Claim], wholes: dict[tuple[str, int], Claim]
    ) -> Claim | None:
        """The claim that the share is taken of, where the text says which."""
        head = share.sentence.text[max(0, share.figure.start - 16) : share.figure.start]
        larger = [
            c
            for c in before
            if alike(c, part) and c.key != part.key and c.role not in ("base", "delta", "gap") and _above(c, part)
        ]
        named = [c for c in larger if name and _named(c, name)]
        if _OTHER_BASE.search(head):
            named = [c for c in named if c.sentence.index == part.sentence.index and name == c.metric.text]
        if named or _OTHER_BASE.search(head):
            return named[-1] if named else None
        if _PLAN.search(name):
            planned = [c for c in larger if _PLAN.search(c.sentence.text[max(0, c.figure.start - 12) : c.figure.start])]
            return planned[-1] if planned else None
        if name and not _ALL.search(head) and len(name) > 1:
            return None
        here = [c for c in larger if c.sentence.index == part.sentence.index]
        for c in reversed(here):
            if _AMONG_THEM.match(gap(c, part)):
                return c
        if len(here) == 1 and _headcount(name, here[0]) and not any(mark in gap(here[0], part) for mark in "；。"):
            return here[0]
        beside = here[-1] if here and not name and _BESIDE.match(gap(here[-1], part)) else None
        if beside is not None and _HAVE.search(_before(beside)):
            return beside
        return wholes.get(part.key) if part.key in wholes and alike(wholes[part.key], part) else None

    def _denied(self, part: Claim, whole: Claim, share: Claim) -> str | None:
        """The share that the two numbers make, where it cannot be the one told."""
        p, w, s = interval(part), interval(whole), interval(share)
        a, b = point(part), point(whole)
        if p is None or w is None or s is None or not a or not b or not p.low or not w.low or w.low <= 0:
            return None
        made = ratio(p, w)
        spare = Fraction(str(self.slack))
        wide = Interval(
            made.low - spare if made.low is not None else None, made.high + spare if made.high is not None else None
        )
        if not disjoint(wide, s):
            return None
        step = share.value.step if share.value and share.value.step else Fraction(1, 10)
        digits = 1 if step < 1 else 0
        return f"{float(a / b * 100):.{digits}f}%"


def _before(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 14) : claim.figure.start]


def _inside(whole: Claim, before: Sequence[Claim]) -> Claim | None:
    """The part of a whole that is told inside its share: 出口8.4亿元，占销售额12亿元的60%."""
    near = [c for c in before if c.sentence.index == whole.sentence.index and c.figure.end <= whole.figure.start]
    last = near[-1] if near else None
    if last is None or not alike(last, whole) or not _above(whole, last):
        return None
    return last if re.search(r"(?:占|恢复[到至]|相当于|达到?)[^，。；]{0,14}$", gap(last, whole)) else None


def _near(part: Claim, share: Claim) -> bool:
    """Whether nothing stands between the part and its share but a growth and some words."""
    if part.figure.comparator is Comparator.RANGE or part.role in ("base", "delta", "gap"):
        return False
    between = gap(part, share)
    return len(between) <= 24 and not any(mark in between for mark in "；。：")


def _above(c: Claim, part: Claim) -> bool:
    x, y = point(c), point(part)
    return x is not None and y is not None and x > y


def _named(c: Claim, name: str) -> bool:
    """Whether the words behind 占 name the metric of a claim: 占游客总量 of 接待游客62.8万人次."""
    bare = _ALL.sub("", name)
    if not bare:
        return False
    told = c.metric.text + c.metric.counted
    return len(bare) > 1 and (
        bare in told
        or (len(told) > 1 and told in bare)
        or (len(told) > 1 and told.endswith(bare[-2:]) and bare[0] in told)
    )


def _headcount(name: str, whole: Claim) -> bool:
    """Whether a share is taken of the number of what is counted: 总户数 of 320户."""
    unit = whole.value.unit if whole.value is not None else ""
    return unit in ("人", "户", "家", "名") and name.endswith(f"{'人' if unit == '名' else unit}数")


def _others(part: Claim, whole: Claim, rivals: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for c in rivals[-12:]:
        if _above(c, part):
            yield part, c
        if _above(whole, c):
            yield c, whole
