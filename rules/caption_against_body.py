"""KW205: a caption that tells it otherwise than the body"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    RegionKind,
    Sample,
    Verdict,
    agrees,
    closing,
    comparable,
    day,
    difference,
    likeness,
    near,
    retold,
    slip,
    transposed,
    turning_points,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from checker.rule import Claim

_KINDS = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.DURATION, Kind.ENUMERATION)
_NAME = re.compile(r"^[“《]?[^，。；：、0-9（）“”《》]{3,16}")
_SCENE = re.compile(r"现场|仪式|开幕|开赛|启动|揭牌|发布会")
_LIGHT = re.compile(r"[，。、；：的了达为共有约近超到至增降占]|[0-9]|其中|今年|全[省市县区]|已经|新增")
_PAST = re.compile(
    r"^[^，。；]{0,24}(?:以来|之后|期间)|^[^，。；]{0,16}(?:后|时)，|^[^，。；]{0,16}(?:将|拟|筹备|申办|会徽)"
)
_WEEKS = 20
_DAY = re.compile("[日号]|[今昨][天晚早]|当[天晚]")
_NUMBER = re.compile("[0-9一二三四五六七八九十]")
_DATELINE = re.compile("专?[电讯]")
# Up to which day something is told.
_UNTIL = ("截至", "截止", "到", "至")
# What is seen on another day than the event itself.
_PREPARES = re.compile(r"彩排|排练|预演|布置|筹备|准备|迎接|前夕|即将|将[于在]|倒计时|前，|后[，的]|期间|以来|资料")
_CLAUSES, _FEW = 100, 2
_PRINTED = (RegionKind.CAPTION, RegionKind.TITLE, RegionKind.HEADING)


@dataclass(frozen=True)
class CaptionAgainstBody(ArticleRule):
    """图片说明里的数字、届次或日子，与正文不一致。

    English: a caption (or headline) whose figure, ordinal or day differs from the body's for the same thing.

    ## 为什么
    图片说明常由摄影记者另写，改稿时又容易漏改；同一件事，两处不能两样。

    ## 怎样判断
    图片说明里的数，在正文里找同单位、上下文大半相同（或紧前、紧后的词相同，或两个数字换了位）的数；正文没有一处相合，
    而最相近的那句数不同，就报告。
    “第N届”看后面的名称：同一名称，正文只有另一个届次。日子看后面的事：同一件事，正文写的是另一天；
    说的是开幕、闭幕、投产一类只有一回的事，正文只在另一天写了这件事的，也报告；“今晚、昨天”按电头的日子算。
    日子的两位数颠倒（12日、21日）而事情相近的，正文前后只写了一个日子的，图片说明的日子与它相差不出三天、又讲到同一处地方或人的，也报告。

    ## 不报什么
    取整（1200余名与1260名）；图片说明讲的是另一处场景；正文另有一处相合：都不矛盾。同一活动不同的日子各有其事；正文说的是“上一届以来”
    “下一届将于”：不是这一届。没有标明是图片说明的段落：分不清是不是正文。
    """

    code: ClassVar[str] = "KW205"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 9
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("5月6日，一列满载⟦48个⟧集装箱的货运列车从东山站驶出。\n\n图为一列装载⟦45个⟧集装箱的货运列车驶出东山站。"),
        Clash("5月6日，⟦第十二届⟧东山牡丹花会开幕。\n\n图为⟦第十一届⟧东山牡丹花会开幕式现场。"),
        Clash(
            "6月8日，造船厂的⟦第300艘⟧渡轮下水。从第200艘到第300艘用了三年。\n\n图为6月8日，造船厂⟦第200艘⟧渡轮缓缓滑下船台。"
        ),
        Clean(
            "6月8日，造船厂的第300艘渡轮下水。\n\n图为三年前，造船厂第200艘渡轮缓缓滑下船台。", because="说的是另一天"
        ),
        Clash("⟦7月12日晚⟧，“古渡之夜”首场开演，票很快卖完。\n\n图为⟦7月21日晚⟧，“古渡之夜”首场演出现场。"),
        Clash(
            "要改造的76个站点里，眼下已有⟦53个⟧换上新顶棚，其余年底完工。\n\n图为换上新顶棚的站点，全线已有⟦35个⟧换上新顶棚。"
        ),
        Clash(
            Sample(
                "⟦6月26日上午⟧，随着一粒粒晶莹的白色颗粒从造粒机里喷涌而出，年产三十万吨的新材料项目在海湾工业园里一次投料成功，正式投产。\n\n图为⟦6月25日⟧，项目投产仪式现场。",
                day(2025, 6, 27),
            )
        ),
        Clash("⟦6月8日⟧，第十届龙舟邀请赛在清水河开赛。\n\n图为⟦6月9日⟧，龙舟邀请赛开赛仪式。"),
        Clash(
            "⟦10月16日清晨⟧，一辆越野车停在青石沟村口。流动法庭就设在冷杉下。\n\n图为⟦10月17日⟧，流动法庭在青石沟村开庭。"
        ),
        Clean(
            "10月16日清晨，一辆越野车停在青石沟村口。10月17日，他们翻过垭口。\n\n图为10月18日，流动法庭在青石沟村开庭。",
            because="正文写了几天里的几件事",
        ),
        Clean("10月16日清晨，一辆越野车停在青石沟村口。\n\n图为10月15日，工人在布置展馆。", because="不是一件事"),
        Clash("渠道全长3公里，沿线设闸⟦24座⟧，明年通水。\n\n图为正在施工的渠道，设闸⟦26座⟧。"),
        Clash(
            "22名队员驾驶4艘冲锋舟，用两个半小时将被洪水围困的⟦47名⟧群众接出。\n\n图为冲锋舟救出被洪水围困的⟦43名⟧群众。"
        ),
        Clash(
            "男子全程冠军以2小时9分47秒撞线；女子全程的金牌属于一名外国选手，成绩为⟦2小时27分15秒⟧。\n\n图为女子全程冠军以⟦2小时27分51秒⟧冲过终点。"
        ),
        Clean(
            "男子全程冠军以2小时9分47秒撞线；女子全程的成绩为2小时27分15秒。\n\n图为女子全程冠军以2小时27分15秒冲过终点。",
            because="说的是女子",
        ),
        Clash(
            Sample(
                "⟦5月6日晚⟧，第八届民歌会在古城墙下闭幕，歌手同台献唱。\n\n图为⟦5月5日晚⟧，闭幕式上灯光璀璨。",
                day(2025, 5, 8),
            )
        ),
        Clean(
            Sample(
                "5月6日晚，第八届民歌会在古城墙下闭幕，歌手同台献唱。\n\n图为5月5日晚，歌手在闭幕式彩排中。",
                day(2025, 5, 8),
            ),
            because="彩排不在当天",
        ),
        Clash(
            Sample(
                "本报河口⟦5月6日⟧电 ⟦今晚⟧，民歌会在古城墙下闭幕。\n\n图为⟦5月5日晚⟧，闭幕式上灯光璀璨。",
                day(2025, 5, 7),
            )
        ),
        Clean(
            Sample(
                "本报河口5月6日电 今晚，民歌会在古城墙下闭幕。\n\n图为5月6日晚，闭幕式上灯光璀璨。",
                day(2025, 5, 7),
            ),
            because="“今晚”是电头那一天",
        ),
        Clean("第十届东山牡丹花会将于明年四月举办。\n\n图为第九届东山牡丹花会的花车。", because="正文说的是下一届"),
        Clean("6月8日上午，第十届龙舟邀请赛在清水河开赛。\n\n图为5月20日，工人在布置码头。", because="不是一件事"),
        Clean(
            "当天，首批1260名新生走进教室。\n\n图为东山小学1200余名新生参加升旗仪式。",
            because="图片说明取整",
        ),
        Clean("花会接待游客2.3万人次。\n\n图为游客乘坐小火车，单程约12分钟。", because="不是一件事"),
        Clean(
            "5月6日，第十二届东山牡丹花会开幕。去年的第十一届东山牡丹花会办了30天。\n\n图为第十一届东山牡丹花会的花车。",
            because="正文也有这一届",
        ),
    )
    apart: int = field(default=3, metadata={"doc": "正文只写了一个日子时，图片说明的日子与它相差几天之内才相比"})
    least_likeness: float = field(
        default=0.4, metadata={"doc": "图片说明的上下文至少有多大部分（0到1）见于正文那句才相比"}
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports figures, ordinals and days of captions that the body tells otherwise."""
        body, printed = [], []
        for claim in extraction.claims:
            region = claim.sentence.region
            if region is RegionKind.BODY:
                body.append(claim)
            elif region in _PRINTED:
                printed.append(claim)
        for claim in printed:
            region = claim.sentence.region
            if claim.kind is Kind.ORDINAL:
                yield from self._ordinal(claim, body)
            elif claim.kind is Kind.DATE and region in (RegionKind.CAPTION, RegionKind.TITLE):
                yield from self._day(claim, body)
            elif claim.kind in _KINDS and claim.value is not None and region is RegionKind.CAPTION:
                yield from self._figure(claim, body)

    def _figure(self, told: Claim, body: Sequence[Claim]) -> Iterator[Discrepancy]:
        alike = [c for c in body if c.kind in _KINDS and comparable(told, c)]
        found = retold(told, alike)
        if any(agrees(told, t.claim) for t in found) or any(c.text == told.text for c in alike):
            return
        # Of several numbers of one sentence that which counts the caption's noun: 22名指战员救出*47名群众*.
        found = [t for t in found if _same_thing(told, t.claim)] or found
        found.sort(key=lambda t: not transposed(told, t.claim))
        for twin in found[:3]:
            other = twin.claim
            like = twin.likeness >= self.least_likeness and twin.shared > 1
            whole = likeness(told.sentence.text, other.sentence.text)[1]
            same = (twin.shared > 1 and _same_thing(told, other)) or _same_lead(told, other)
            if not like and whole < 5 and not same and not transposed(told, other):
                continue
            turned = transposed(told, other) and twin.shared > _FEW  # 已有42户搬进新居, told of 58
            if not near(told, other) or not (turned or (other.whole is None and other.role == "value")):
                continue
            yield self.report(
                [other, told],
                f"图片说明写“{told.text}”，正文写“{other.text}”",
                work=difference(other, told),
                verdict=Verdict.CONTRADICTION,
                repair=slip(told, other),
            )
            return

    def _ordinal(self, told: Claim, body: Sequence[Claim]) -> Iterator[Discrepancy]:
        name = _named(told)
        if told.value is None:
            return
        ordinals = [c for c in body if c.kind is Kind.ORDINAL and c.value is not None]
        if name is None:
            name, same = "", [c for c in ordinals if _of_one_day(told, c)]
        else:
            same = [c for c in ordinals if _named(c, name)]
        same = [c for c in same if not _PAST.match(c.sentence.text[c.figure.end :])]
        if not same or any(c.value.point == told.value.point for c in same):  # type: ignore[union-attr]
            return
        where = "图片说明" if told.sentence.region is RegionKind.CAPTION else "标题"
        yield self.report(
            [same[0], told],
            f"{where}写“{told.text}{name}”，正文写“{same[0].text}”",
            verdict=Verdict.CONTRADICTION,
        )

    def _day(self, told: Claim, body: Sequence[Claim]) -> Iterator[Discrepancy]:
        days = [c for c in body if c.kind is Kind.DATE and _single(c) and not c.text.startswith(_UNTIL)]
        if not _single(told) or any(c.period.start == told.period.start for c in days):  # type: ignore[union-attr]
            return
        event, title = _event(told), told.sentence.region is RegionKind.TITLE
        days = [c for c in days if not title or _NUMBER.search(c.text)]
        scene, apart_from_it = bool(_SCENE.search(told.sentence.text)), bool(_PREPARES.search(told.sentence.text))
        once = None if apart_from_it else _of_one_turn(told, days)
        for other in [*([once] if once else []), *days]:
            part, shared = likeness(event, other.sentence.text)
            apart = abs((other.period.start - told.period.start).days)  # type: ignore[union-attr, operator]
            close = part >= 0.35 and shared > 2 if scene or title else part >= 0.5 and shared > 3
            if not title and not apart_from_it and apart <= self.apart and len(_days_near(days, told)) == 1:
                close = close or likeness(event, _told_of(other, body))[1] > 2
            close = close or (_turned_day(told, other) and shared > _FEW)
            if closing(_clause(other)) and not closing(event):
                continue  # 9月10日，龙舟赛*落幕*。图为9月9日，龙舟赛现场
            if (close or other is once) and apart <= (60 if part >= 0.7 else 10):
                where = "标题" if title else "图片说明"
                today = _dateline(other, days)
                yield self.report(
                    [*today, other, told],
                    f"{where}写“{told.text}”，正文写“{other.text}”" + (f"（{today[0].text}）" if today else ""),
                    work=f"相差{apart}天",
                )
                return


def _same_thing(told: Claim, other: Claim) -> bool:
    """Whether both count by one word and noun: 600名选手, 800名选手."""
    a, b = (c.sentence.text[c.figure.end : c.figure.end + 2] for c in (told, other))
    return len(a) == 2 and a == b and not re.search(r"[，。、；的]", a)


def _same_lead(told: Claim, other: Claim) -> bool:
    """Whether the same two words stand right before both numbers, and the same unit behind: 设站24座, 设站26座."""
    a, b = (c.sentence.text[max(0, c.figure.start - 2) : c.figure.start] for c in (told, other))
    return len(a) == 2 and a == b and not _LIGHT.search(a)


def _of_one_day(told: Claim, other: Claim) -> bool:
    """Whether two numbers of things in a row are told of one stated day and one noun: 第2万辆*客车*, 第3万辆*客车*."""
    p, q, v, w = told.period, other.period, told.value, other.value
    if p is None or q is None or v is None or w is None or not v.unit or v.unit != w.unit:
        return False
    day = p.explicit and q.explicit and p.start == p.end == q.start == q.end
    return day and p.start is not None and _same_thing(told, other)


def _named(claim: Claim, name: str = "") -> str | None:
    """The name right behind an ordinal; with ``name``, None unless it begins so."""
    if not claim.text.endswith(("届", "期", "次", "批")):
        return None
    rest = claim.sentence.text[claim.figure.end :]
    if name:
        shared = next(
            (i for i, (a, b) in enumerate(zip(name, rest, strict=False)) if a != b), min(len(name), len(rest))
        )
        return name if shared >= min(4, len(name)) else None
    m = _NAME.match(rest)
    return m.group()[:8] if m and len(m.group()) > 3 else None


def _single(claim: Claim) -> bool:
    period = claim.figure.period
    return bool(period and period.start and period.start == period.end and _DAY.search(claim.text))


def _of_one_turn(told: Claim, days: Sequence[Claim]) -> Claim | None:
    """The one day on which the body has the thing happen that the caption tells of: 图为9月28日晚，闭幕式上…."""
    here = told.sentence.text[told.figure.end :].split("。")[0]
    words = turning_points(here)
    if not words:
        return None
    found: dict[object, Claim] = {}
    for c in days:
        if turning_points(_clause(c)) & words and c.period is not None:
            found[c.period.start] = c
    return next(iter(found.values())) if len(found) == 1 else None


def _days_near(days: Sequence[Claim], told: Claim) -> set[date | None]:
    """The days of the body, told as days of a month, that are of the weeks around a day."""
    return {c.period.start for c in days if c.period and _NUMBER.search(c.text) and _beside(c, told)}


def _turned_day(told: Claim, other: Claim) -> bool:
    """Whether two days of one month have the same two digits in another order: 7月12日, 7月21日."""
    a, b = (c.period.start if c.period is not None else None for c in (told, other))
    if a is None or b is None or (a.year, a.month) != (b.year, b.month) or a.day == b.day:
        return False
    return f"{a.day:02}" == f"{b.day:02}"[::-1]


def _clause(claim: Claim) -> str:
    """What a sentence tells behind a day."""
    return claim.sentence.text[claim.figure.end : claim.figure.end + _CLAUSES].split("。")[0]


def _dateline(told: Claim, days: Sequence[Claim]) -> list[Claim]:
    """The dateline that says which day 今晚 is; nothing for a day that says so itself."""
    if _NUMBER.search(told.text):
        return []
    here = (c for c in days if c.sentence.paragraph == told.sentence.paragraph and _DATELINE.match(_clause(c)))
    return list(here)[:1]


def _beside(claim: Claim, told: Claim) -> bool:
    """Whether a day is of the same weeks as another."""
    days = [c.period.start for c in (claim, told) if c.period and c.period.start]
    return len(days) > 1 and abs((days[0] - days[1]).days) < _WEEKS


def _told_of(claim: Claim, body: Sequence[Claim]) -> str:
    """The sentences of a day's paragraph that hold figures or names, from the day on."""
    here = claim.sentence
    told = {c.sentence.index: c.sentence.text for c in body if c.sentence.paragraph == here.paragraph}
    return "。".join([here.text, *(text for at, text in sorted(told.items()) if at > here.index)])


def _event(claim: Claim) -> str:
    """What happened on a day: the words around it."""
    text, figure = claim.sentence.text, claim.figure
    return text[max(0, figure.start - 16) : figure.start] + "|" + text[figure.end : figure.end + 24].split("。")[0]
