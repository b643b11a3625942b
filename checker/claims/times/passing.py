"""Dates that are told in passing: what they describe, name or are compared with is no figure's time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.times.governed import AGAINST

if TYPE_CHECKING:
    from checker.model import Figure, Period, Span


# Farther from a date than this none of the words stands that decide what it rules.
NEAR = 32


_MEETING = re.compile(
    r"""
    ^(?P<before>[^，。；、]{0,16}?)
    (?: 会议|大会|发布会|工作会|例会|方案|论坛|峰会|榜单|名单|清单|度假|(?<!换)届
      | 行动(?!不便|力|起来) | 活动(?!空间|室|中心|场|量|断层) | 版(?!权|图|面|块|税|画|筑)
      | (?:计划|规划) (?: (?<=[动作展施资发养育程产应设划]..) | (?=[》”」的书内外项表]|$))  # 行动计划, 全市计划改造
    )
    (?P<counted>[0-9])?                                                                    # 举办活动300场
    """,
    re.VERBOSE,
)
# What is done about meetings and plans in a year, so that the year is no part of a name: 全市*举办*各类活动.
_HELD = re.compile(
    "举办|开展|召开|组织|举行|实施|参加|参与|推进|启动|承办|出台|印发|制定|编制|完成|发布|累计|共|将|拟|已|(?:安排|部署)了?"
)


# 年初*确定的*目标: when a goal was set is not when it was reached.
_SET = re.compile(
    r"""
    ^(?:
        (?:预期)?(?:目标|预算|任务数)(?![是为定])                                  # 超出年初*目标*6万标箱
      | (?:[^，。；：！？0-9]{0,8}?会上?)?                                         # 年初*职代会*定下的
        (?:就|已|所)?(?:确定|制定|提出|设定|下达|定下|签订|明确|部署|出台|公布|预计|预期)的   # 年初*确定的*
        (?![^，。；：]{0,16}?(?:排名|排行|榜|评价|评估|测评|评比|百强|指数))                   # but 5月公布的*榜单*中
    )
    """,
    re.VERBOSE,
)


_FOUNDED = ("成立", "创立", "创建", "创办", "组建", "始建", "建立", "诞生", "出生")


_BEGINS = frozenset(w[0] for w in _FOUNDED)


_BEGAN = re.compile(rf"(?:{'|'.join(_FOUNDED)})(?=[，；。、的于（]|$)")


_BEGUN_IN = re.compile(rf"(?:{'|'.join(_FOUNDED)}|建|生)于$")


# Marks after which a clause opens: 【跑步】去年4月的比赛.
_OPENS = frozenset("，；：。！？“‘（(】]）)》”’·—｜|、 \u3000")


# 比大旱的*2023年*增加20平方公里: a year that what another is measured against is described before.
_THAN_OF = re.compile(
    r"(?:(?<![占对同环百相])比(?![重例率值较亚])|较(?![大多快好高强]))[^，。；：！？、0-9]{1,10}的$", needs="的"
)
# *从*1月到6月 is a stretch of time, and no end of one.
_FROM, _RANGE = ("从", "由"), re.compile(r"[0-9年月日][到至—–-]", needs="到至—–-")
# What was so in a year is what a share of it is told against: *恢复到*2019年的七成.
_BACK_TO = ("恢复到", "恢复至", "相当于", "恢复")
_ENDS = re.compile("[。；：！？]")
_BLANK = re.compile(r"\s*")
_LOW_BASE = ("基数", "高基数", "低基数", "同期基数", "同期高基数", "的基数", "的高基数")
_BY = ("按照", "根据", "依照", "依据", "按", "照")
_PLANNED = re.compile(r"的?(?:工作|总体|年度|初步)?(?:安排|计划|部署|规划|目标|打算|方案|任务)")
_ASIDE = frozenset("（(《“「『")
_PARTS = re.compile("[，。；！？]")
# How long the time is that a date tells: 10月8日至年底*的三个月里*.
_SO_LONG = re.compile(
    r"的(?:短短|整整|这|近|约|不到)?[0-9一二两三四五六七八九十半]{1,4}(?:个?[多余]?(?:月|星期|季度|小时)|[天周年])"
)


# What went on in a time that is told by it: 在2023年度*的全省考核中*，我县列第八位.
_IN_COURSE = re.compile("的[^，。；：！？0-9]{2,20}[中里上](?:，|[^，。；：！？0-9]{0,6}[排列居名])")


# What a goal stands behind that something is measured by: *占*全年任务2.8万亩的六成, *距*全年360万人的目标.
_MEASURED_BY = re.compile(r"(?:完成了?|占到?了?|[为是]|距离?|离|超过?了?|超额完成|相当于|达到?|不足|接近|比|较)$")
_GOAL_WORDS = re.compile(r"[^，。；：！？、0-9]{0,10}?(?P<goal>目标|任务|计划|指标)?[^，。；：！？、0-9]{0,4}$")
_GOAL_BEHIND = re.compile(r"的?[^，。；：！？、0-9的]{0,6}?(?:目标|任务|计划|指标)")


_CLOSE = frozenset("）)》”」』")


def against(text: str, date_: Figure) -> bool:
    """Whether a date only says what another figure is measured against or starts from."""
    if text.endswith(AGAINST, 0, date_.start):
        return not (_RANGE.search(date_.text) and text[date_.start - 1] in _FROM)
    return told_back(text, date_) or _THAN_OF.search(text, 0, date_.start) is not None


def told_back(text: str, date_: Figure) -> bool:
    """Whether a date is the time whose amount the next one is a share of: 恢复到*2019年*的七成."""
    return text.endswith(_BACK_TO, 0, date_.start)


def grew_since(text: str, date_: Figure, growth: Figure, *, only: bool) -> bool:
    """Whether a date is what the growth after it is told against: 比旱情最重的*2023年*扩大20%."""
    if date_.text in growth.basis and not _ENDS.search(text, date_.end, growth.start):
        return True
    return only and _BLANK.fullmatch(text, date_.end, growth.start) is not None


def describes(text: str, figure: Figure, end: int) -> bool:
    """Whether a date only describes a noun, before ``end`` (为今年的生产吃下定心丸, 年初确定的目标).

    It does not in 看2024年的成绩：…, and does where it tells when something was founded.
    """
    before, after = text[max(0, figure.start - 4) : figure.start], text[figure.end : figure.end + NEAR]
    begun = before.endswith("于") and _BEGUN_IN.search(before)
    if after.startswith(_LOW_BASE):
        return True  # 在上年*基数*较高的情况下
    if begun or sets_goal(text, figure, end) or (after[:1] in _BEGINS and _BEGAN.match(after)):
        return True
    if before.endswith(_BY) and _PLANNED.match(after):
        return False  # 按照*今年*的安排，全县将造林5.3万亩
    inside = figure.start > 0 and before[-1:] not in _OPENS
    described = inside and text.startswith("的", figure.end, end) and end - figure.end > 1
    described = described and _SO_LONG.match(text, figure.end) is None
    described = described and not (before.endswith("在") and _IN_COURSE.match(text, figure.end))
    return described and text.find("：", figure.end, end) < 0


def sets_goal(text: str, figure: Figure, end: int) -> bool:
    """Whether a date tells when a goal was set, before ``end``, and not when it was reached (年初确定的目标)."""
    return _SET.match(text[figure.end : min(end, figure.end + NEAR)]) is not None


def of_goal(text: str, date_: Figure, nxt: Figure) -> bool:
    """Whether a date is the year of the goal alone that the next figure tells, as what something else is measured by.

    >>> from checker.figures import figures
    >>> of_goal(text := "完成全年计划18亿元的52%", *figures(text)[:2])
    True
    >>> of_goal(text := "全年计划投资18亿元", *figures(text)[:2])
    False
    """
    near = text[max(0, date_.start - 4) : date_.start]
    if not date_.text.endswith(("全年", "年度")) or not _MEASURED_BY.search(near):
        return False
    between = _GOAL_WORDS.match(text[date_.end : nxt.start])
    return between is not None and (between["goal"] is not None or _GOAL_BEHIND.match(text, nxt.end) is not None)


def enclosed(text: str, span: Span) -> bool:
    """Whether a date stands inside brackets, quotation marks or a title (《…（2025—2027年）》).

    What someone says in more than a name is no aside: “*明年*步道将延伸到1500公里，…”.
    """
    ahead, depth = text[max(0, span.start - 40) : span.start], 0
    if _ASIDE.isdisjoint(ahead):
        return False
    for c in ahead:
        if c in _ASIDE:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
    return depth > 0 and not _CLOSE.isdisjoint(text[span.end : span.end + 30]) and not spoken(text, span)


def spoken(text: str, span: Span) -> bool:
    """Whether a date is part of what someone says: what it rules is said too."""
    opening = text.rfind("“", 0, span.start)
    return opening >= 0 and text.find("”", opening, span.start) < 0 and _said(text, opening)


def _said(text: str, at: int) -> bool:
    """Whether the quotation that begins at ``at`` holds a mark that parts clauses."""
    end = text.find("”", at)
    return end > at and _PARTS.search(text, at, end) is not None


def names_meeting(text: str, figure: Figure, period: Period) -> bool:
    """Whether a year or month is part of the name of a meeting or plan (2025年全区工作会议)."""
    if (
        text.startswith("的", figure.end)
        or not period.start
        or period.start.day != 1
        or (period.end or period.start).day != 31
    ):
        return False
    named = figure.text[:1] not in "去今明前后本上当同" and "年" in figure.text and "半年" not in figure.text
    found = _MEETING.match(text[figure.end : figure.end + NEAR]) if named else None
    return found is not None and not found["counted"] and not _HELD.search(found["before"])
