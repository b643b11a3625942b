"""KW208: percent where percentage points are meant, or the other way round"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
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
    by_sentence,
    exact,
    gap,
    point,
    show,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_TO = re.compile(rf"^[^，。；：、0-9]{{0,8}}(?:{UP}|{DOWN})了?(?:至|到|为)[^，。；：、0-9]{{0,6}}$")
_FROM = re.compile(r"(?:由|从)[^，。；：、]{0,16}$")
_RATES = re.compile(
    r"(?:率|占比|比重|比例|份额|强度|覆盖面|普及面|满意度|安全感|获得感|认可度|信任度|支持度|含量|浓度)$"
)
_AGAINST = re.compile(r"^[，、]?[^，。；：0-9]{0,6}(?:比|较)[^，。；：]{1,14}$")
# From the level of one time to that of another: ，今年一季度做到了.
_THEN = re.compile(
    r"^，(?:今年|本年|去年|上年|当年|目前|到|[0-9]{2,4}年|一季度|上半年|前[一二三四五六七八九十0-9]+个?月|[0-9]{1,2}月|年?[末底])[^，。；：、0-9]{0,12}$"
)
_CHANGED = re.compile(r"^[^，。；：0-9]{0,4}$")
_BASIS = re.compile(
    r"[，、]?(?:比|较|同比|环比|累计|上年|去年|年初|年末|年底|同期|上月|上季度|末|底|[12][0-9]{3}年|[两三四五六七八九十]年[间来]?|也|则|又|再|的)*"
)
_REACHED = re.compile(r"(?:达到?|提高到|上升到|提升到|增加到|降到|降至|下降到|升至|提高至|达|为|占)$")
_TO_WHERE = re.compile(r"[为到至成]")
_RATE_BEFORE = re.compile(
    r"(?:率|占比|比重|比例|份额|强度|覆盖面|满意度|安全感|获得感|认可度|信任度|支持度|浓度)(?:[^，。；：、0-9]{0,4}(?:由|从)[^，。；：、]{0,8}|(?:达到?|为|是|约|仅|升至|提高到|保持在|稳定在|达|高达)?)$"
)
_NEXT = re.compile(
    r"^[，,]?(?:\s|累计|共|整整|平均|一年|[一两二三四五六七八九十]年|比|较|同比|环比|上年|去年|年初|同期|上月|[0-9]{1,4}年){0,4}(?:[^，。；：、0-9]{0,8})$"
)
_RATIO = re.compile(r"增速|增幅|涨幅|降幅|占比|比重|比例|率|贡献|拉动")
_FURTHER = re.compile(
    r"^，[^，。；0-9]{0,4}(?:高于|低于|高出|超出|超过|好于|领先)[^，。；、0-9]{2,12}(?:水平|均值|平均)$"
)
_LEVELS = (Kind.SHARE, Kind.RATE, Kind.GROWTH)


@dataclass(frozen=True)
class PercentForPoints(ArticleRule):
    """两个百分数之差，应写“百分点”，写成了“%”；或者相反。

    English: a difference of two percentages told in percent instead of points, or the other way round.

    ## 为什么
    从50%到60%是提高10个百分点，也是提高20%；两者差出一倍。

    ## 怎样判断
    句中写明前后两个百分数（由89.1%提高到92.4%），其差正好是写的“%”数、而相对增幅不是，报为错误；反过来也一样。
    差和相对增幅都不是写的数，也报为错误。只写了现值、后面紧跟“提高1.4%”的率、占比，与平均水平之差写成“%”的率，
    总量的增长写成“百分点”的，报为警告，请编辑确认。

    ## 不报什么
    相对增幅算得对的：两种写法都可以。差是约数或取整可以解释的；主语不是率、占比、比重的；增速、增幅本身的变化写明了百分点的；
    率与它的变化之间隔着别的数的：不知道变的是哪一个。
    """

    code: ClassVar[str] = "KW208"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 12
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全区农村自来水普及率由上年的⟦81.2%⟧提高到⟦85.6%⟧，⟦提高4.4%⟧。"),
        Clash("全县毛入学率由⟦92.6%⟧上升为⟦95.1%⟧，⟦提高2.5%⟧。"),
        Clash("公司去年综合毛利率为⟦28.3%⟧，⟦同比提高1.7%⟧。"),
        Clash("一季度，港口货运收入⟦8.6亿元⟧，⟦同比增长12个百分点⟧。"),
        Clash("总磷年均浓度由0.180毫克/升降至⟦0.153毫克/升⟧，⟦下降15个百分点⟧。"),
        Clash("市民满意度为⟦96.5%⟧，高于全省平均水平⟦2.3%⟧。"),
        Clash("去年综合毛利率⟦31.2%⟧，今年一季度做到了⟦33.0%⟧，比去年全年⟦提高1.8%⟧。"),
        Clash("全市群众安全感为⟦98.26%⟧，比上年的⟦97.84%⟧⟦提高0.42%⟧。"),
        Clash("开房率由⟦54%⟧回升到⟦61%⟧，⟦提高10个百分点⟧。"),
        Clean("去年综合毛利率31.2%，今年一季度做到了33.0%，比去年全年提高1.8个百分点。", because="写的是百分点"),
        Clean("去年销售收入增长31.2%，今年一季度增长33.0%，订单比去年全年提高1.8%。", because="变的是订单"),
        Clean("一季度，港口货运收入8.6亿元，同比增长12%，增幅比全省高3个百分点。", because="增幅之差用百分点"),
        Clean("全区农村自来水普及率由上年的81.2%提高到85.6%，提高4.4个百分点。", because="写的是百分点"),
        Clean("全区绿化覆盖率由40%提高到50%，提高25%。", because="相对增幅算得对"),
        Clean("公司全年营业收入28.3亿元，同比提高1.7%。", because="主语不是率"),
        Clean("经济增长6.7%，同比提高0.2个百分点。", because="写的是百分点"),
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports growth told of two percentages that does not fit its own unit."""
        for _, claims in by_sentence(extraction):
            if not any(c.kind in _LEVELS or (c.value is not None and c.value.unit == "百分点") for c in claims):
                continue
            yield from (self._level_in_points(c) for c in claims if _is_level(c))
            yield from self._amounts(claims)
            yield from self._apart(claims)
            told = [c for c in claims if c.kind in _LEVELS]
            for i, change in enumerate(told):
                if change.kind is not Kind.GROWTH or not change.figure.direction or _TO_WHERE.search(change.text):
                    continue
                if not exact(change):
                    continue
                yield from self._judged(told[max(0, i - 2) : i], change)

    def _level_in_points(self, claim: Claim) -> Discrepancy:
        return self.report(
            [claim],
            f"“{_head(claim)[-6:]}{claim.text}”：水平用百分比，差才用百分点",
            verdict=Verdict.CONTRADICTION,
            level=Level.WARNING,
            repair=f"改为{show(claim.value.point or Fraction(0), '%')}",  # type: ignore[union-attr]
        )

    def _amounts(self, claims: Sequence[Claim]) -> Iterator[Discrepancy]:
        """营业收入86亿元，同比增长12个百分点: an amount grows in percent."""
        told = [c for c in claims if c.value is not None and c.kind not in (Kind.DATE, Kind.DURATION, Kind.RANK)]
        for amount, change in pairwise(told):
            points = change.kind is Kind.GROWTH and change.value is not None and change.value.unit == "百分点"
            if not points or not change.figure.direction or not _is_amount(amount) or amount.role == "gap":
                continue
            if _RATIO.search(change.text) or not _BASIS.fullmatch(gap(amount, change)):
                continue
            if amount.value is not None and amount.value.unit not in ("倍", "分"):
                yield self.report(
                    [amount, change.told_as("rate")],
                    f"{amount.text}是总量，“{change.text}”应是百分比",
                    level=Level.WARNING,
                    repair=f"改为{show((change.value.point if change.value else None) or Fraction(0), '%')}",
                )

    def _apart(self, claims: Sequence[Claim]) -> Iterator[Discrepancy]:
        """满意度为96.5%，高于全省平均水平2.3%: two rates lie points apart."""
        told = [c for c in claims if c.kind in _LEVELS and c.value is not None]
        for level, by in pairwise(told):
            if by.role != "gap" or by.value.unit != "%" or not exact(level) or not exact(by):  # type: ignore[union-attr]
                continue
            rate = _RATES.search(level.metric.text) or _RATE_BEFORE.search(_head(level))
            small = point(by) is not None and point(level) is not None and 3 * point(by) < point(level)  # type: ignore[operator]
            if rate and small and level.value.unit == "%" and _FURTHER.match(gap(level, by)):  # type: ignore[union-attr]
                yield self.report(
                    [level, by.told_as("gap")],
                    f"“{level.metric.text or '率'}”{level.text}与平均水平之差写作{by.text}，应是百分点？",
                    level=Level.WARNING,
                    repair=f"改为{show(point(by) or Fraction(0), '百分点')}",
                )

    def _judged(self, before: Sequence[Claim], change: Claim) -> Iterator[Discrepancy]:
        if len(before) > 1 and before[-1].role == "base" and _AGAINST.match(gap(before[-2], before[-1])):
            before = [before[-1], before[-2]]
            if exact(before[0]) and exact(before[1]) and _CHANGED.match(gap(before[0], change)):
                yield from self._with_base(before[0], before[1], change)
            return
        level = before[-1] if before else None
        if level is None or not exact(level) or level.kind is Kind.GROWTH or not _NEXT.match(gap(level, change)):
            return
        base = before[-2] if len(before) > 1 and self._pair(before[-2], level) else None
        if base is None and len(before) > 1 and _rose_by(before[-2], level, change):
            base = before[-2]
        if base is not None:
            yield from self._with_base(base, level, change)
        elif _alone(level, change):
            yield self.report(
                [level, change.told_as("rate")],
                f"“{level.metric.text or '率'}”{level.text}，{change.text}：是百分点还是百分比？",
                level=Level.WARNING,
                repair=f"改为{show(change.value.point or Fraction(0), '百分点')}",  # type: ignore[union-attr]
            )

    def _pair(self, base: Claim, level: Claim) -> bool:
        head = base.sentence.text[max(0, base.figure.start - 20) : base.figure.start]
        return exact(base) and base.kind is not Kind.GROWTH and bool(_TO.match(gap(base, level)) and _FROM.search(head))

    def _with_base(self, base: Claim, level: Claim, change: Claim) -> Iterator[Discrepancy]:
        x, y, r = base.value, level.value, change.value
        if x is None or y is None or r is None or not x.point or y.point is None or r.point is None:
            return
        if r.unit not in ("%", "百分点") or "%" not in x.unit or "%" not in y.unit:
            return
        said, half = r.point * change.figure.direction, (r.step or Fraction(0)) / 2
        points, relative = y.point - x.point, (y.point / x.point - 1) * 100
        dx, dy = (x.step or Fraction(0)) / 2, (y.step or Fraction(0)) / 2
        least = ((y.point - dy) / (x.point + dx) - 1) * 100
        most = ((y.point + dy) / (x.point - dx) - 1) * 100 if x.point > dx else relative
        as_points = abs(said - points) <= dx + dy + half
        as_percent = least - half <= said <= most + half
        rate = _RATE_BEFORE.search(_head(base)) or _RATES.search(base.metric.text) or _RATE_BEFORE.search(_head(level))
        both = as_points and as_percent and r.unit == "%" and bool(rate)
        if (as_points if r.unit == "百分点" else as_percent) and not both:
            return
        other = "百分比" if r.unit == "百分点" else "百分点"
        slipped = as_percent if r.unit == "百分点" else as_points
        yield self.report(
            [base.told_as("base"), level, change.told_as("rate")],
            f"{base.text}到{level.text}，写作“{change.text}”" + (f"，应是{other}" if slipped else "，差和增幅都对不上"),
            work=f"{show(y.point, '%')} − {show(x.point, '%')} ＝ {show(points, '百分点')}"
            f"，相对增幅{float(relative):.1f}%",
            level=Level.WARNING if both else Level.ERROR,
            verdict=Verdict.CONTRADICTION,
            repair=f"改为{show(abs(points), '百分点')}"
            if r.unit == "%" or not slipped
            else f"改为{float(abs(relative)):.1f}%",
        )


def _rose_by(base: Claim, level: Claim, change: Claim) -> bool:
    """Whether two levels of one rate, each with its time, lie as many points apart as the change says in percent.

    去年综合毛利率31.2%，今年一季度做到33.0%，比去年提高1.8%.
    """
    x, y, r = base.value, level.value, change.value
    if x is None or y is None or r is None or r.unit != "%" or not exact(base) or base.kind is Kind.GROWTH:
        return False
    told = _RATES.search(base.metric.text) or _RATE_BEFORE.search(_head(base))
    if not told or None in (x.point, y.point, r.point) or {x.unit, y.unit} != {"%"}:
        return False
    return _THEN.match(gap(base, level)) is not None and y.point - x.point == change.figure.direction * r.point  # type: ignore[operator]


def _is_amount(claim: Claim) -> bool:
    """Whether a figure is of something that is not told in percent: 86亿元, 0.15毫克/升."""
    measured = claim.kind is Kind.RATE and claim.value is not None and "/" in claim.value.unit
    return claim.kind is Kind.QUANTITY or measured


def _is_level(claim: Claim) -> bool:
    """Whether points tell a level: 覆盖率提高到42.5个百分点."""
    if claim.value is None or claim.value.unit != "百分点" or claim.value.point is None:
        return False
    text, figure = claim.sentence.text, claim.figure
    head = text[max(0, figure.start - 24) : figure.number.start]
    grown = re.search(r"(?:幅度|增幅|降幅|差距|差|涨幅|贡献|拉动|点)[^，。；]{0,6}$", head)
    return bool(_REACHED.search(head) and re.search(r"率|占比|比重|比例|份额", head) and not grown)


def _head(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - 24) : claim.figure.number.start]


def _alone(level: Claim, change: Claim) -> bool:
    """Whether a rate told alone is followed by a change in percent (毛利率为31.6%，同比提高1.4%)."""
    value, r = level.value, change.value
    if (
        value is None
        or r is None
        or r.unit != "%"
        or value.unit != "%"
        or change.figure.comparator is not Comparator.EQ
    ):
        return False
    if r.point is None or value.point is None or r.point >= value.point:
        return False
    if not (_RATES.search(level.metric.text) or _RATE_BEFORE.search(_head(level))):
        return False
    return _BASIS.fullmatch(gap(level, change)) is not None
