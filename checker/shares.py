"""Of what a share is told: its part and its whole, where the text says which amounts they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap
from checker.disputes import point
from checker.frozen import dataclass
from checker.model import Claim, Comparator, Kind
from checker.naming import names_of, opposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True)
class Share:
    """A share with its part and whole; ``rivals``: other amounts near that it may be told of instead, as pairs."""

    share: Claim
    part: Claim
    whole: Claim
    rivals: tuple[tuple[Claim, Claim], ...] = ()


_TAKES = re.compile(r"(?:占|占比|比重|比例)[^，。；：]{0,20}$")
_OF = re.compile(
    r"""
    占(?:到|了|比)?(?:全[市省县区国州镇村校年部]|当[年地]|同期|总|其|该|我|本)?
    (?P<name>[^，。；：0-9%]{0,16}?)                                              # 总人数
    (?:的|的比[重例])?(?:约|近|超过?|达到?|为|比为?|比达?)?$
    """,
    re.VERBOSE,
)
_AMONG_THEM = re.compile(r"^[^，。；]{0,16}[中里](?:，|有)")
_ALL = re.compile(r"总(?:数|量|额|人数|面积|人口|投资|产值|收入)?|全部|整体")
_OTHER_BASE = re.compile(r"全国|全省|全球|世界|全市|GDP|生产总值|全球|同类|市场")
_RATE = re.compile(
    r"(?P<stem>[^，。；：、0-9的]{2})[率面](?:达到?|为|是|高达|仅|约|超过?|近|只有|提高到)?[^，。；0-9]{0,2}$",
    needs="率面",
)
_DONE = re.compile(
    r"""
      (?:完成|为|达到?|相当于)(?:了|全年|年度|年初|既定|总)*             # 完成年度计划的
      (?:计划|目标|任务|预算)(?:任务|目标|投资|总?[额量数])?的$
    | (?:计划|目标|任务)(?:完成)?率(?:达到?|为)?$                       # 计划完成率为
    """,
    re.VERBOSE,
    needs=("计划", "目标", "任务", "预算"),
)
_SHARE_WORD = re.compile(r"占|比重|比例")
_FILLERS = re.compile(r"[约共均仅就各已其（(]|大约|分别|合计|其中|总计|人数|数量|面积|产值|金额")
_BESIDE = re.compile(r"^，[^，。；：、0-9]{1,14}$")
_HAVE = re.compile(r"共|现有|总|拥有")
_PLAN = re.compile(r"计划|任务|目标|预算|应")
_INSIDE = re.compile(r"(?:占|恢复[到至]|相当于|达到?|完成)[^，。；]{0,14}$")
_BEYOND = re.compile(r"(?:超过|超出|高于|低于|多于|少于|不及)[^，。；：0-9]{0,4}[0-9]{0,2}[^，。；：0-9]{2,10}的$")
_STEM = 3
_SUM = 6
_CHANGES = ("base", "delta", "gap")


def takes(share: Claim) -> bool:
    """Whether a share is told with 占 or its like."""
    return _TAKES.search(_ahead(share)) is not None


def shared(share: Claim, before: Sequence[Claim], wholes: Mapping[tuple[str, int], Claim]) -> Share | None:
    """The reading of a share; None where the text does not say of what it is.

    ``before``: the claims of the paragraph before it. ``wholes``: the totals of those that are told with 其中.
    """
    told = _shared(share, before, wholes)
    return None if told is None or _of_two_times(told.part, told.whole) or _beyond(told.part) else told


def _of_two_times(part: Claim, whole: Claim) -> bool:
    """Whether one of two amounts is said to be of another year than the other: 共161人，*上年*74人."""
    p, q = part.period, whole.period
    if p is None or q is None or p.end is None or q.end is None or not (p.explicit or q.explicit):
        return False
    return p.end.year != q.end.year


def _beyond(part: Claim) -> bool:
    """Whether an amount is only what another is beyond: *超过*年中修订的55万辆，达到年初58万辆的97%."""
    return _BEYOND.search(part.sentence.text, 0, part.figure.start) is not None


def _shared(share: Claim, before: Sequence[Claim], wholes: Mapping[tuple[str, int], Claim]) -> Share | None:
    head, told = _ahead(share), _TAKES.search(_ahead(share))
    here = [c for c in before if c.sentence.index == share.sentence.index and c.kind is Kind.QUANTITY]
    if not here:
        return None
    if head.endswith("的") and gap(here[-1], share) == "的" and (inside := _inside(here)) is not None:
        return Share(share, inside, here[-1])
    if told is None:
        return _of_plan(share, here) if _DONE.search(head) else _of_rate(share, head, here)
    of = _OF.search(told.group())
    part = here[-1]
    near = _near(part, share) and gap(part, share) != "的"
    whole = _whole(part, share, of["name"] if of else "", before, wholes) if near else None
    if whole is None or opposed(names_of([whole, part])):
        return None  # 境内收入26亿元，境外收入12亿元，境外*占比*32%: of both together
    rivals = [c for c in before if alike(c, part) and c.key not in (part.key, whole.key)]
    return Share(share, part, whole, tuple(_others(part, whole, rivals)))


def _of_rate(share: Claim, head: str, here: Sequence[Claim]) -> Share | None:
    """合格率 of the number that is 合格 and the one it is counted among, all in one sentence."""
    rate = _RATE.search(head)
    if rate is None or not 1 < len(here) < 5 or len(gap(here[-1], share)) > 16:
        return None
    part, text, stem = here[-1], share.sentence.text, rate["stem"]
    sort = share.metric.words[-1].removesuffix(f"{stem}率") if share.metric.words else ""
    if sort != (share.metric.words or ("",))[-1] and sort not in text[max(0, part.figure.start - 10) : part.figure.end]:
        return None  # 资产4800亿元，贷款余额2700亿元，*不良*贷款率1.2%
    around = re.sub(f"{re.escape(stem)}[率面]", "", text[max(0, part.figure.start - 10) : share.figure.start])
    wider = [c for c in here[:-1] if alike(c, part) and _above(c, part)]
    own = re.search(rf"，(?:其|该|总)?{re.escape(stem)}[率面]", gap(part, share))  # no other thing's: 中水回用率
    among = own and len(wider) == 1 and _AMONG_THEM.match(gap(wider[0], part))
    if (stem not in around and not among) or len(wider) != 1 or wider[0].role in _CHANGES or _parted(wider[0], part):
        return None
    lead = re.split("[，。；：]", text[max(0, wider[0].figure.start - 10) : wider[0].figure.start])[-1]
    if stem in lead:
        return None  # 签约居民42万人，重点人群签约16万人，签约率82%: of all there are, and not of those who did
    return Share(share, part, wider[0])


def _of_plan(share: Claim, here: Sequence[Claim]) -> Share | None:
    """年初计划投资80亿元，已完成66亿元，完成年度计划的86.5%."""
    if len(here) < 2 or len(gap(here[-1], share)) > 24 or not alike(here[-1], here[-2]):
        return None
    part, plan = here[-1], here[-2]
    planned = _PLAN.search(_lead(plan)) and not _PLAN.search(gap(plan, part))
    return Share(share, part, plan) if planned and part.role not in _CHANGES and not _parted(plan, share) else None


def _whole(
    part: Claim, share: Claim, name: str, before: Sequence[Claim], wholes: Mapping[tuple[str, int], Claim]
) -> Claim | None:
    """The claim that the share is taken of: one of its name, else the one that the part is told among."""
    head = share.sentence.text[max(0, share.figure.start - 16) : share.figure.start]
    larger = [c for c in before if alike(c, part) and c.key != part.key and c.role not in _CHANGES and _above(c, part)]
    named = [c for c in larger if name and _named(c, name)] or [c for c in larger if name and _done(c, name)]
    if _OTHER_BASE.search(head):
        own = [c for c in named if c.sentence.index == part.sentence.index and name == c.metric.text]
        return own[-1] if own else None
    if named:
        return named[-1]
    if _PLAN.search(name):
        planned = [c for c in larger if _PLAN.search(_lead(c))]
        return planned[-1] if planned else None
    if len(name) > 1 and not _ALL.search(head):
        return None
    here = [c for c in larger if c.sentence.index == part.sentence.index]
    found = _among(part, name, here)
    if found is not None:
        return found if _told_so(found, _ALL.sub("", name)) else None
    return _told_part(part, here, larger, wholes) or (_summed(part, name, larger) if name else _general(part, here))


def _summed(part: Claim, name: str, larger: Sequence[Claim]) -> Claim | None:
    """The one amount of the paragraph that is told as a sum, for a share of all: 总规模2万人 …占参赛*总人数*的."""
    told = [c for c in larger if c.sentence.index != part.sentence.index and "总" in _lead(c)[-_SUM:]]
    return told[0] if "总" in name and len(told) == 1 else None


def _general(part: Claim, here: Sequence[Claim]) -> Claim | None:
    """The one amount of the sentence that is of the same thing with fewer words: 博物馆58家；免费开放的博物馆49家."""
    told = set(part.metric.words)
    head = part.metric.head
    fits = [
        c for c in here if len(head) > 1 and c.metric.head == head and set(c.metric.words) < told and not c.scope.part
    ]
    return fits[0] if len(fits) == 1 else None


def _told_part(
    part: Claim, here: Sequence[Claim], larger: Sequence[Claim], wholes: Mapping[tuple[str, int], Claim]
) -> Claim | None:
    """The total that a part is told of with 其中."""
    if part.key in wholes and alike(wholes[part.key], part):
        return wholes[part.key]
    return _only(part, [c for c in larger if c.sentence.index != part.sentence.index]) if not here else None


def _only(part: Claim, larger: Sequence[Claim]) -> Claim | None:
    """The one amount of its paragraph that 其中 can be said of, where none of its sentence can."""
    words = re.split("[。；]", _lead(part))[-1]
    same = [c for c in larger if c.value is not None and part.value is not None and c.value.unit == part.value.unit]
    return same[0] if "其中" in words and len(same) == 1 else None


def _told_so(whole: Claim, name: str) -> bool:
    """Whether the words around a whole hold its longer name, in any order: 47家企业签约 for 签约企业."""
    around = whole.sentence.text[max(0, whole.figure.start - 12) : whole.figure.end + 12]
    return len(name) < 3 or set(name) <= set(around)


def _among(part: Claim, name: str, here: Sequence[Claim]) -> Claim | None:
    """The larger amount of its sentence that a part is told among: X中, 总户数, or right before it."""
    among = next((c for c in reversed(here) if _AMONG_THEM.match(gap(c, part))), None)
    if among is not None or not here:
        return among
    if len(here) == 1 and _headcount(name, here[0]) and not _parted(here[0], part):
        return here[0]
    last = here[-1]
    return last if not name and _BESIDE.match(gap(last, part)) and _HAVE.search(_lead(last)) else None


def _inside(here: Sequence[Claim]) -> Claim | None:
    """The part of a whole that is told inside its share: 出口8.4亿元，占销售额12亿元的60%."""
    if len(here) < 2 or not alike(here[-2], here[-1]) or not _above(here[-1], here[-2]):
        return None
    return here[-2] if _INSIDE.search(gap(here[-2], here[-1])) else None


def _near(part: Claim, share: Claim) -> bool:
    """Whether nothing stands between the part and its share but a growth and some words."""
    if part.figure.comparator is Comparator.RANGE or part.role in _CHANGES:
        return False
    between = gap(part, share)
    return len(between) <= 24 and not any(mark in between for mark in "；。：") and _own(between, part)


def _own(between: str, part: Claim) -> bool:
    """Whether a share is told of the part before it: ，占54.8%, and not of another subject (，*外地跑者*占54.2%).

    The subject may be the part's own name again: 女生120人，*女生*占45%.
    """
    clause = between.rpartition("，")[2]
    told = _SHARE_WORD.search(clause)
    if told is None:
        return True
    subject = _FILLERS.sub("", clause[: told.start()])
    if len(subject) > 1 and subject in _lead(part)[-len(subject) - 2 :]:
        return True
    return len(subject) < 2 if "，" in between else told.group() == "占" or len(subject) < 2


def _named(c: Claim, name: str) -> bool:
    """Whether the words behind 占 name the metric of a claim: 占游客总量 of 接待游客62.8万人次."""
    bare, told = _ALL.sub("", name), c.metric.text + c.metric.counted
    if len(bare) < 2:
        return False
    # 民商事*结案数* of 审结民商事案件82415件.
    if len(bare) > _STEM and bare.endswith("数") and told[:_STEM] == bare[:_STEM]:
        return True
    return bare in told or (len(told) > 1 and (told in bare or (told.endswith(bare[-2:]) and bare[0] in told)))


def _done(c: Claim, name: str) -> bool:
    """Whether a total of what was done is named by the deed: 占*录取*总数 of 共录取新生5640人."""
    bare = _ALL.sub("", name)
    return len(bare) > 1 and bare != name and bare in _lead(c) and bool(_HAVE.search(_lead(c)))


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


def _above(c: Claim, part: Claim) -> bool:
    x, y = point(c), point(part)
    return x is not None and y is not None and x > y


def _parted(first: Claim, second: Claim) -> bool:
    return any(mark in gap(first, second) for mark in "；。")


def _ahead(share: Claim) -> str:
    return share.sentence.text[max(0, share.figure.start - 24) : share.figure.number.start]


def _lead(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 14) : claim.figure.start]
