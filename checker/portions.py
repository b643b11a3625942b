"""Of which two amounts a share is told: those that can be its part and its whole, weighed by their words.

Any two amounts near a share that make it explain it. Where none do, those that its own words point at are held to be
its sides: the part that stands at it or that its subject names, and the whole that the words behind 占 name.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap
from checker.disputes import point
from checker.frozen import dataclass
from checker.model import Claim, Comparator, RegionKind
from checker.naming import names_of, opposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class Portion:
    """A part and a whole that a share can be told of; ``weight``: how much speaks for the weaker of the two.

    1: it stands near. 2: the words of the share, or 其中, point at it. 3: they do, in its own sentence.
    """

    part: Claim
    whole: Claim
    weight: int


_CLAUSE = re.compile("[，。；：]")
_TAKES = re.compile(r"(?P<subject>.*?)(?:占(?:比|到|了|据|有|用|去|得)?(?P<of>.*)|的?比[重例](?P<level>.*)|份额.*)")
# What is told against a plan, which may be outdone: *完成年度计划*80亿元*的*.
_DONE = re.compile(
    r"(?P<subject>.*?)(?:完成|达到?|为|是|相当于|超过?|恢复[到至])(?:了|全年|年度|年初|既定)*(?P<of>.*[^的])的(?:约|近|超)?"
)
_REACHED = frozenset({"达", "达到", "为", "高达", "已达", "升至", "提高到", "上升到"})
_PLAN = re.compile("计划|任务|目标|预算|应")
_ELSEWHERE = re.compile(r"全国|全省|全球|世界|亚洲|GDP|生产总值|市场|同类|同行")
# What the words behind 占 say of a whole without naming it: *公司同期总*销量*的*.
_GENERAL = re.compile(
    r"全[㐀-鿿]|总(?:[数量额体]|人数)?|整体|同期|当[年月日期地]|[其该此本我]|所有|公司|集团|单位"
    r"|(?:提[升高]|上?升|增加?|扩大|[下回]?[降落])[到至]|(?:[数量额]|人数)?(?:的|了|约|近|首次|突破|超过?|达到?|为|是|高达|不到|接近)*$|已|共|[年月]度|上半年|前[一二三四]季度|[0-9一二三四五六七八九十]+"
)
# What stands before 占 and names nothing.
_FILLERS = re.compile(r"[约共均仅就各已其（(这]|大约|分别|其中|总计|人数|数量|面积|产值|金额|同比|者")
# What a whole is counted in: *脱贫*人口, *国土*面积.
_MEASURED = re.compile(r"(?<=..)(?:人口|人数|户数|面积|数量|金额|总[数量额值])$")
_TOGETHER = re.compile(r"合计|两[者项类]|三[者项类]|[和与、]")
_AMONG = re.compile(r"其中|[里中](?:，|有|$)")
_HAVE = re.compile(r"共(?![建同享])|现有|总|拥有|全部|已有|累计|合计")
# What is told beside an amount of how it changed or how it stands: 15.3万吨*，同比增长8.1%*，占总量的35%.
_GROWN = re.compile(
    r"[，（(][^，。；：、（）()]{0,14}(?:[0-9]%|个百分点|[0-9]倍|持平|[前首][列位])"
    r"[^，。；：、）)]{0,4}[)）]?(?=[，、；）)])"
)
# What has a share of its own is no whole of the next: A进出口518亿元*，占53.7%*；B进出口287亿元，占29.8%.
_SHARED = re.compile(r"[^，。；：]{0,6}，(?:就|约|也)?占")
# What is told beside another amount and is no part of it.
_ANOTHER = re.compile(r"另|此外|还[有新]|同时|注销|减少|退出|增[加长]|比|较|同期|去年|上年|其余|计划|目标|应")
_FEW_CLAUSES = 3
_CHANGES = ("base", "delta", "gap", "goal")
_LEAD, _TAIL = 16, 12
_SIDE, SURE = 2, 3
_REACH = 80


def portions(share: Claim, told: Sequence[Claim]) -> list[Portion]:
    """The parts and wholes that a share may be told of, the likeliest first.

    ``told``: the amounts of the article that are numbers, in order.
    """
    text = share.sentence.text
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, share.figure.start)), default=0)
    clause = text[start : share.figure.number.start]
    if clause in _REACHED:  # 占比首次突破三成，*达*36%
        start, clause = _ahead(text, start)
    takes = _TAKES.fullmatch(clause) or _DONE.fullmatch(clause)
    of = (takes["of"] or "") if takes else ""
    if takes is None or _ELSEWHERE.search(of):
        return []
    split = start + len(takes["subject"])
    here = [c for c in told if c.sentence.index == share.sentence.index and c.figure.end <= share.figure.start]
    inside = [c for c in here if c.figure.start >= split]
    if "level" not in takes.groupdict() and not inside and not _PLAN.search(of):
        return []
    parts = _parts(share, [c for c in here if c.figure.end <= split], told, (start, takes["subject"]))
    found = [
        Portion(part, whole, min(near, weight))
        for part, near in parts
        for whole, weight in _wholes(part, of, inside, _told_to(share, part, here, told))
        if not opposed(names_of([whole, part]))  # 境内收入26亿元，境外收入12亿元，境外占比32%: of both together
    ]
    return sorted(found, key=lambda p: -p.weight)


def _ahead(text: str, end: int) -> tuple[int, str]:
    """The clause before one that only says what a share has come to, up to its number, with where it begins."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, end - 1)), default=0)
    return start, re.split("[0-9]|[一二三四五六七八九]成|半", text[start : end - 1])[0]


def _told_to(share: Claim, part: Claim, here: Sequence[Claim], told: Sequence[Claim]) -> Sequence[Claim]:
    """The amounts before a share that its part can be of: the last alone where the part is told of something else."""
    last = here[-1] if here else part
    if last.key != part.key and alike(last, part) and not _siblings(part, last) and last.start > part.start:
        return [last]
    return [c for c in told if c.start < share.start]


def _siblings(part: Claim, last: Claim) -> bool:
    """Whether two amounts are told as parts of one whole, or of one list."""
    return (last.whole is not None and last.whole == part.whole) or _listed(part, last)


def _listed(part: Claim, last: Claim) -> bool:
    """Whether an amount goes on with the list of another: 出口218亿元、进口94亿元."""
    apart = gap(part, last).replace("、", "") if _beside(last, part) else "，"
    return last.key != part.key and not _CLAUSE.search(apart)


def _parts(
    share: Claim, here: Sequence[Claim], told: Sequence[Claim], clause: tuple[int, str]
) -> Iterator[tuple[Claim, int]]:
    """The amounts that can be the part of a share whose clause starts so, with how much speaks for each."""
    start, subject = clause
    if any(c.figure.start >= start for c in here):
        yield here[-1], SURE
        return
    name = _FILLERS.sub("", subject)
    if _TOGETHER.search(subject):
        return
    if len(name) > 1:
        near = [c for c in told if c.sentence.paragraph == share.sentence.paragraph and c.start < share.start]
        named = (c for c in near[:-9:-1] if _called(c, name) and (c in here or not _beside(c, share)))
        for c in named:
            # 职工4.1万人，其中女职工1.8万人；生产一线2.4万人，女职工占36%: of those who are told of last
            other = here and here[-1].key != c.key and alike(here[-1], c) and not _listed(c, here[-1])
            yield c, 1 if other and c.scope.part else _SIDE + (_beside(c, share) and not other)
        return
    words = share.sentence.text[here[-1].figure.end : start] if here else ""
    if here and not any(mark in words for mark in "；。："):
        yield here[-1], SURE if _GROWN.sub("", words).count("，") < 2 else 1


def _called(c: Claim, name: str) -> bool:
    """Whether a subject names what an amount is of: *职工参保者*占 of 职工6.4万人."""
    lead = re.split("[，。；：、]", c.sentence.text[max(0, c.figure.start - _LEAD) : c.figure.start])[-1]
    heads = [w for w in (lead, c.metric.text, c.metric.counted) if len(w) > 1]
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return any(name in w or w in name or 2 * sum(p in w for p in pairs) > len(pairs) for w in heads)


def _wholes(part: Claim, of: str, inside: Sequence[Claim], told: Sequence[Claim]) -> Iterator[tuple[Claim, int]]:
    """The larger amounts that can be the whole of a part, with how much speaks for each."""
    least = point(part)
    if least is None or part.role in _CHANGES or part.figure.comparator is Comparator.RANGE:
        return
    if inside:
        yield from ((c, SURE) for c in inside[-1:] if alike(c, part))
        return
    can = [c for c in told if c.key != part.key and alike(c, part) and _larger(c, least)][-_REACH:]
    can = [c for c in can if c.sentence.region is not RegionKind.TITLE or c.figure.comparator is Comparator.EQ]
    if _PLAN.search(of):
        can = [c for c in can if _PLAN.search(_lead(c))]
        yield from ((c, _SIDE + _beside(c, part)) for c in can[-1:])
        return
    can = [c for c in can if not _of_two_times(part, c)]
    name = _GENERAL.sub("", of)
    name = _MEASURED.sub("", name) or name
    if name:
        yield from ((c, _SIDE + _beside(c, part)) for c in reversed(can) if _holds(c, name))
        return
    own = [c for c in can if c.key == part.whole] or [c for c in can if _wider(c, part)]
    if own:
        yield own[-1], _SIDE + _beside(own[-1], part)
        return
    near = [c for c in can if c.sentence.paragraph == part.sentence.paragraph]
    near = [c for c in near if not _shared(c)] or near
    among = _AMONG.search(_CLAUSE.split(_lead(part))[-1])
    if not near and among and part.value is not None:
        near = [c for c in can[-1:] if c.value is not None and c.value.unit == part.value.unit]
    if not near and len({point(c) for c in can}) == 1:
        yield can[-1], _SIDE
    if near:
        whole = near[-1]
        all_ = _HAVE.search(_lead(whole)) is not None and (
            bool(of) or whole.start > part.start or _of_kind(whole, part)
        )
        sure = _SIDE + _beside(whole, part) if all_ or _among(whole, part) else 1
        sure = max(sure, _SIDE if _alone(whole, part, told) else 1)
        yield whole, sure
        if sure < _SIDE:  # 总收入66.8亿元，其中甲24.1亿元、乙15.3亿元。境外收入14亿元，占21%: of the largest
            yield from ((c, 1) for c in dict.fromkeys((max(near, key=_worth), near[0])) if c.key != whole.key)


def _shared(c: Claim) -> bool:
    """Whether what an amount itself is a share of is told behind it."""
    return _SHARED.match(_GROWN.sub("", c.sentence.text[c.figure.end : c.figure.end + 2 * _LEAD])) is not None


def _worth(c: Claim) -> Fraction:
    return point(c) or Fraction(0)


def _larger(c: Claim, least: Fraction) -> bool:
    number = point(c)
    return number is not None and number > least and c.role not in _CHANGES and c.figure.comparator != Comparator.RANGE


def _beside(whole: Claim, part: Claim) -> bool:
    return whole.sentence.index == part.sentence.index


def _among(whole: Claim, part: Claim) -> bool:
    """Whether 其中 or 中 stands between a whole and its part."""
    words = gap(whole, part) if _beside(whole, part) else part.sentence.text[: part.figure.start]
    return _AMONG.search(words) is not None and "；" not in words.replace("；其中", "")


def _alone(whole: Claim, part: Claim, told: Sequence[Claim]) -> bool:
    """Whether a sentence tells two amounts of a kind before a share, the whole first: 专利540件，发明专利135件，占."""
    here = [c for c in told if _beside(c, part) and alike(c, part)]
    if len(here) != _SIDE or whole.start > part.start or whole.status is not part.status:
        return False
    words = gap(whole, part)
    return "；" not in words and words.count("，") < _FEW_CLAUSES and not _ANOTHER.search(words)


def _wider(whole: Claim, part: Claim) -> bool:
    """Whether a whole is of the same thing with fewer words: 博物馆58家；免费开放的博物馆49家."""
    head = part.metric.head
    same = _beside(whole, part) and len(head) > 1 and whole.metric.head == head
    return same and set(whole.metric.words) < set(part.metric.words) and not whole.scope.part


def _of_kind(whole: Claim, part: Claim) -> bool:
    """Whether a part is named as its whole with another word before: *养老床位*6240张，*护理型床位*4118张."""
    head = part.metric.head
    return len(head) > 1 and whole.metric.head == head and not whole.scope.part


def _holds(c: Claim, name: str) -> bool:
    """Whether what an amount is told of holds the name behind 占: 累计*销*售36万辆 of 总*销*量."""
    told = c.metric.text + c.metric.counted + c.metric.verb
    around = _lead(c) + "，" + _CLAUSE.split(c.sentence.text[c.figure.end : c.figure.end + _TAIL])[0]
    if len(name) == 1:
        return name in told + around
    pairs = [name[i : i + 2] for i in range(len(name) - 1)]
    return any(2 * sum(p in words for p in pairs) >= len(pairs) for words in (told, around))


def _lead(c: Claim) -> str:
    return c.sentence.text[max(0, c.figure.start - _LEAD) : c.figure.start]


def _of_two_times(part: Claim, whole: Claim) -> bool:
    """Whether one of two amounts is said to be of another year than the other: 共161人，*上年*74人."""
    p, q = part.period, whole.period
    if p is None or q is None or p.end is None or q.end is None:
        return False
    said = p.explicit and q.explicit if part.sentence.index != whole.sentence.index else p.explicit or q.explicit
    return said and p.end.year != q.end.year
