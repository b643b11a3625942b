"""KW109: an older value that is reused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Behaviour,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Kind,
    Level,
    Sample,
    Status,
    day,
    digits,
    disputes,
    exact,
    known_on,
    name_of,
    patterns,
    point,
    reached,
    strangers,
    told_all,
    unfinished,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim, Link

_NUMBER = patterns.compile(r"[0-9]+(?:\.[0-9]+)?(?![0-9年月日])")
_THOUSAND = 1000
# What is told as of a time, and not of a stretch.
_LEVELS = (Behaviour.STOCK, Behaviour.CUMULATIVE, Behaviour.RATE)
# A newer level of one thing is no more than so many times the older one, or it is of another.
_NEARLY = 1.3
# 又有27家, 新吸纳会员9万名.
_NEWLY = patterns.compile(r"(?:又有?|再添?|新[增建开设投揭签吸添装购配])[^，。；、0-9]{0,8}$")
_ADDED = patterns.compile(
    r"""
    (?: 其中 | 今年 | 年内 | 又 | 再 | 新 ) [^，。；0-9]{0,12}
    (?: 新 [增建开设投揭签吸添装购配] | 又有? | 再添? ) [^，。；0-9]{0,8}
    [0-9.]{1,12} 万? 余? (?P<unit> [^，。；0-9]{1,3} )          # 其中今年新投用58座
    """,
    patterns.VERBOSE,
)
# What is gathered once a year, and is known when its season is over.
_CROP = patterns.compile("[春夏秋冬早中晚][茶粮稻蚕菜]")
_FIXED = ("人口", "面积", "里程", "长度", "国土", "耕地", "距离", "海拔")


# Why two claims of which a third paper tells that they are of one thing may not be compared by themselves.
_RETOLD = frozenset({"", "period", "behaviour", "names", "matter"})


@dataclass(frozen=True)
class StaleFigure(FactRule):
    """过了很久，数字一字未动：像是照抄了旧稿。

    English: the same moving figure told again of a later time, to the digit or to the hedge.

    ## 为什么
    上半年新增就业54.3万人，前三季度还是54.3万人，多半是后一稿抄了旧数。

    ## 怎样判断
    同一指标与范围：累计到更长时段的数与较短时段的一模一样（至少三位有效数字）；或者会变动的概数（近1800亿元、100余家）隔了`after_days`天以上，
    在另一篇里原样又说了一遍，而且不是在说同一个已写明的时点；写明时点的四位以上的确数也一样，只要同句别的数都变了；
    或者总数隔了`added_days`天以上原样不动，后一稿却说其间又新增了一些；
    或者中间一稿已说了更新的数，后一稿说现况却又用了更早的那个数。

    ## 不报什么
    写明同一时点的重述；人口、面积一类不常变的量；三位以下的确数；目标。
    """

    code: ClassVar[str] = "KW109"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 105
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("上半年，全省城镇新增就业⟦54.3万人⟧。", day(2025, 7, 23)),
            Sample("前三季度，全省城镇新增就业⟦54.3万人⟧。", day(2025, 10, 24)),
        ),
        Clash(
            Sample("目前，全区工业设备保有量⟦近1800台⟧。", day(2024, 6, 20)),
            Sample("目前，全区工业设备保有量⟦近1800台⟧。", day(2025, 3, 21)),
        ),
        Clash(
            Sample("截至3月底，平台入驻商户⟦4280家⟧，日均发货14万单，带动就业1.1万人。", day(2024, 4, 18)),
            Sample("截至4月底，平台入驻商户⟦4280家⟧，日均发货22万单，带动就业1.6万人。", day(2025, 5, 9)),
        ),
        Clash(
            Sample("截至3月底，全县公共换电站达到⟦212座⟧。", day(2024, 4, 18)),
            Sample("截至9月底，全县公共换电站达到⟦212座⟧，其中今年新投用58座。", day(2024, 10, 9)),
        ),
        Clash(
            Sample("截至2023年底，全县自来水普及率达到⟦91.6%⟧。", day(2024, 1, 18)),
            Sample("截至2024年底，全县自来水普及率达到⟦92.3%⟧。", day(2025, 1, 20)),
            Sample("目前，全县自来水普及率达到⟦91.6%⟧。", day(2025, 8, 6)),
        ),
        Clean(
            Sample("截至2023年底，全县自来水普及率达到91.6%。", day(2024, 1, 18)),
            Sample("截至2024年底，全县自来水普及率达到92.3%。", day(2025, 1, 20)),
            Sample("2023年底，全县自来水普及率是91.6%。", day(2025, 8, 6)),
            because="后一处重述的是当年的数",
        ),
        Clean(
            Sample("截至5月底，全县公共换电站达到212座。", day(2024, 6, 5)),
            Sample("全县公共换电站由去年底的184座增至212座，新增28座，都是上半年建的。", day(2024, 12, 28)),
            because="新增的已在总数里",
        ),
        Clean(
            Sample("2024年，全省城镇新增就业86.7万人。", day(2025, 1, 23)),
            Sample("去年，全省城镇新增就业86.7万人。", day(2025, 10, 24)),
            because="重述同一年的数",
        ),
        Clean(
            Sample("截至6月底，园区入驻商户近1800户。", day(2024, 7, 20)),
            Sample("年末，园区入驻商户2160户，半年前是近1800户。", day(2025, 1, 21)),
            because="后一处重提的是旧数",
        ),
        Clean(
            Sample("上半年，全县早稻产量4862吨。", day(2024, 7, 20), place="青石县"),
            Sample("去年，全县早稻产量4862吨。", day(2025, 1, 20), place="青石县"),
            because="一年只收一季",
        ),
        Clean(
            Sample("全区常住人口近50万人。", day(2024, 1, 23)),
            Sample("全区常住人口近50万人。", day(2025, 10, 24)),
            because="人口变动慢",
        ),
    )
    after_days: int = field(default=180, metadata={"doc": "概数相隔多少天以上原样重复才报告"})
    added_days: int = field(default=60, metadata={"doc": "后一稿另说新增了一些的，相隔多少天以上才报告"})
    least_score: float = field(default=0.9, metadata={"doc": "两处指标名至少要多相近（0到1）才相比"})
    least_newer: float = field(default=0.65, metadata={"doc": "中间一稿的新数，指标名至少要多相近"})
    current_days: int = field(default=45, metadata={"doc": "说的时点离见报多少天之内算是现况"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports equal figures of different times that should have moved."""

        def holds(link: Link, a: Claim, b: Claim) -> bool:
            if (
                link.refusal
                or not link.strong
                or link.score < self.least_score
                or a.kind != Kind.QUANTITY
                or a.status != Status.ACTUAL
            ):
                return False
            if (
                point(a) is None
                or point(a) != point(b)
                or a.figure.comparator != b.figure.comparator
                or any(w in a.metric.text for w in _FIXED)
                or _CROP.search(a.metric.text)
            ):
                return False
            if any(_told_anew(fact, c) for c in (a, b)):
                return False
            return self._unmoved(link, a, b) or self._counted_on(fact, link, a, b)

        for claims, _ in disputes(fact, holds):
            yield self.report(
                claims,
                f"“{name_of(claims)}”时间变了，数一字未动：{told_all(claims)}",
                work=" = ".join(dict.fromkeys(c.text for c in claims)) + "，疑沿用旧数",
            )

        yield from self._overtaken(fact)

    def _overtaken(self, fact: Fact) -> Iterator[Discrepancy]:
        """A level that is told as of now, though a paper between had a newer one: 48.6%, then 48.9%, now 48.6%."""
        told: dict[int, list[tuple[int, Link]]] = {}
        for link in fact.links:
            if link.refusal in _RETOLD and link.strong and link.time in ("before", "after"):
                first, later = (link.a, link.b) if link.time == "before" else (link.b, link.a)
                told.setdefault(later, []).append((first, link))
        for last, earlier in told.items():
            now = fact.claims[last]
            if not self._of_now(now) or _told_anew(fact, now):
                continue
            same = [i for i, link in earlier if link.score >= self.least_newer and self._repeated(fact.claims[i], now)]
            newer = [i for i, link in earlier if link.score >= self.least_newer and _newer(fact.claims[i], now)]
            found = next(
                ((fact.claims[i], fact.claims[k]) for i in same for k in newer if _between(fact, i, k)),
                None,
            )
            if found is not None:
                yield self.report(
                    (*found, now),
                    f"“{name_of([now])}”已有新数，仍用旧数：{told_all([*found, now])}",
                    work=f"{found[0].text} → {found[1].text}，之后又作{now.text}，疑沿用旧数",
                )

    def _of_now(self, claim: Claim) -> bool:
        """Whether an exact level is told as of about the day it was printed."""
        p, day = claim.period, claim.article.published
        if claim.role != "value" or claim.status != Status.ACTUAL or not exact(claim) or p is None or day is None:
            return False
        level = claim.behaviour in _LEVELS and len(digits(point(claim))) > 1
        return level and p.as_of and p.end is not None and abs((day - p.end).days) <= self.current_days

    def _repeated(self, old: Claim, now: Claim) -> bool:
        """Whether a level is told with the exact number of an earlier paper."""
        return old.article.id != now.article.id and exact(old) and point(old) == point(now) and old.text == now.text

    def _unmoved(self, link: Link, a: Claim, b: Claim) -> bool:
        """Whether a longer stretch of time has the figure of a shorter one, or a figure is told again long after."""
        if link.time in ("narrower", "wider"):
            counted = any(c.metric.counted and not (c.metric.event or c.metric.verb) for c in (a, b))
            if any(unfinished(c) for c in (a, b)):
                return False  # in August, *今年*是26.9亿元
            return len(digits(point(a))) > 2 and Behaviour.RATE not in (a.behaviour, b.behaviour) and not counted
        if link.time not in ("before", "after") or not self._long_after(a, b):
            return False
        return a.figure.comparator != Comparator.EQ or (link.sure and _long(a) and _moved_on(a, b))

    def _counted_on(self, fact: Fact, link: Link, a: Claim, b: Claim) -> bool:
        """Whether a total stays what it was some time before, though some were added."""
        first, later = (a, b) if link.time == "before" else (b, a)
        return link.time in ("before", "after") and self._some_time_after(a, b) and _counted_on(fact, first, later)

    def _some_time_after(self, a: Claim, b: Claim) -> bool:
        days = known_on(a), known_on(b)
        return None not in days and abs((days[0] - days[1]).days) >= self.added_days  # type: ignore[operator]

    def _long_after(self, a: Claim, b: Claim) -> bool:
        first, later = a.article.published, b.article.published
        return bool(first and later) and abs((later - first).days) >= self.after_days  # type: ignore[operator]


def _newer(told: Claim, now: Claim) -> bool:
    """Whether a level that was told before is a little more or less than the one told now."""
    if told.article.id == now.article.id or not exact(told) or told.status != Status.ACTUAL or told.role != "value":
        return False
    return point(told) != point(now) and not strangers(told, now, _NEARLY)


def _between(fact: Fact, old: int, new: int) -> bool:
    """Whether one claim of a fact is of an earlier time and an earlier paper than another."""
    a, b = fact.claims[old], fact.claims[new]
    days = known_on(a), known_on(b)
    return None not in days and days[0] < days[1] and a.article.id != b.article.id  # type: ignore[operator]


def _told_anew(fact: Fact, claim: Claim) -> bool:
    """Whether a sentence tells another level of the same before this one, which is so older: 年末52户，年中48户."""
    return any(
        c.article.id == claim.article.id
        and c.sentence.index == claim.sentence.index
        and c.start < claim.start
        and c.role == claim.role == "value"
        and c.metric.text == claim.metric.text
        and (c.kind, c.behaviour, c.scope) == (claim.kind, claim.behaviour, claim.scope)
        for c in fact.claims
    )


def _counted_on(fact: Fact, first: Claim, later: Claim) -> bool:
    """Whether a total of two digits or more stays what it was though the later article tells that some were added."""
    exactly = len(digits(point(later))) > 1 and first.figure.comparator == Comparator.EQ
    if not exactly or first.article.id == later.article.id or not (reached(first) and reached(later)):
        return False
    if any(c.role == "base" and _beside(c, later) for c in fact.claims):
        return False  # 由318种增至324种, 增加6种: what was added led up to it
    unit = later.value.unit if later.value else ""
    told = (c for c in fact.claims if c.article.id == later.article.id and c.key != later.key and c.value is not None)
    alike = (c for c in told if c.value.unit == unit and c.status == later.status)  # type: ignore[union-attr]
    if any(c.metric.verb.startswith("新") or _NEWLY.search(c.sentence.text, 0, c.figure.start) for c in alike):
        return True
    return any(m["unit"].startswith(unit) for m in _ADDED.finditer(later.sentence.text)) if unit else False


def _beside(a: Claim, b: Claim) -> bool:
    """Whether two claims stand in one sentence."""
    return a.article.id == b.article.id and a.sentence.index == b.sentence.index


def _long(claim: Claim) -> bool:
    """Whether a count is of four digits, three of them written for their worth, so that it hardly comes again."""
    n = point(claim)
    return n is not None and n >= _THOUSAND and len(digits(n)) > 2


def _moved_on(a: Claim, b: Claim) -> bool:
    """Whether the sentences tell other numbers and share none, so that all else has moved."""
    x, y = ({m for m in _NUMBER.findall(c.sentence.text) if m not in c.text} for c in (a, b))
    return len(x) > 1 and len(y) > 1 and not x & y
