"""What stands in a clause beside the name of what is counted: times, ways, and what a whole is parted by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import classes

if TYPE_CHECKING:
    from collections.abc import Sequence

_FROM = frozenset({"由", "从"})
# The most words that such a phrase may have.
_PART = 4
# The fewest words of 由 and such a time: *由 成立 前*.
_SINCE = 3
# How a time ends that is told by what happened at it.
_TIMES = frozenset(
    {"前", "之前", "以前", "时", "初", "之初", "初期", "当初", "起初", "最初", "后", "开始", "当年", "原先", "先前"}
)
# A time that is told by itself: 比*上届*的1087部增长.
_THEN = frozenset(
    {
        "上届",
        "上次",
        "上期",
        "上轮",
        "上季",
        "往届",
        "往年",
        "往常",
        "以往",
        "过去",
        "平时",
        "平日",
        "高峰",
        "峰值",
        "原来",
    }
)
# What a figure is held against: 比可研报告*预测*的1.5万人次高.
_FORESEEN = frozenset({"预测", "预计", "预期", "计划", "规划", "设计", "预想", "设想", "估计"})
# How long, as no name begins; what a name that is told for such a time ends in: 一年*生存率*.
_TIME = re.compile(
    r"(?:头|首|前|后|第|新的?|整整|短短)?[一二两三四五半几]个?(?:年|月|天|夜|周|季度?|小时)(?:来|间|里|下来)?"
    r"|首个?完整年度?|完整年度|首[日月年季周]|当[天日月年晚]|短短"
)
# What only says that there was one, and not of what: 最大*一单*要120台, *一次*就订走.
_ONE = re.compile(
    r"(?:最[大小多高长早新好]|头|首|上|下|这|那|前|后|另|又)?一(?:次|单|笔|趟|场|批|回|晚|夜|季|茬|轮|口气|下子)"
)
# What stands behind a name and is none of it: 冰激凌*一天*卖八千支, 仅微创手术*一项*就有2100台.
_BEHIND = frozenset({"一天", "一年", "一个月", "一季", "一晚", "一项", "一块", "一趟", "一次", "一下子", "一口气"})
_HOLIDAY = re.compile(r"(?:节日|春节|国庆|五一|春运|暑运)?(?:假期|期间|小?长假|黄金周|周末)|春运|暑运|春运期间")
# What is in all of these.
_OF_TIME = frozenset("一年月天夜周季时日晚短期假运")
_TIMED = ("率", "期", "价", "级", "制", "险", "行动", "计划", "规划", "目标", "任务", "方案")
_EARLY = frozenset({"头", "首", "完整", "首日", "首月", "首年", "当天", "当日", "当月", "当年", "当晚"})
# By which way: 以…*方式*, 通过…*渠道*; so many words before it 以 is looked for.
_WAYS = frozenset({"方式", "形式", "渠道", "途径", "手段", "名义", "身份", "模式"})
_DONE = 2
PARTING = ("占", "占到")
_BY, _FAR = frozenset({"以", "通过", "采取", "采用", "按", "按照", "借助"}), 10


def former(tokens: Sequence[tuple[str, int]]) -> int | None:
    """Where 由, 从 or 比 ends before a time told by what happened at it: 商户从*改造前的*2800户增加到3600户.

    >>> former([("商户", 0), ("从", 2), ("改造", 3), ("前", 5)]), former([("改造", 3), ("前", 5)])
    (3, None)
    """
    last = tokens[-1][0] if tokens else ""
    told = len(tokens) >= _SINCE and (last in _TIMES or last.endswith(("前", "初")))
    if not told and last not in _THEN:
        return None
    near = range(len(tokens) - 2, max(-1, len(tokens) - 2 - _PART), -1)
    found = next((i for i in near if tokens[i][0] in _FROM or tokens[i][0] in ("比", "较")), None)
    return tokens[found][1] + len(tokens[found][0]) if found is not None else None


def foreseen(tokens: Sequence[tuple[str, int]]) -> int | None:
    """Where 比 ends before what was foreseen, which the figure is: *比可研报告预测的*1.5万人次高出一成.

    >>> foreseen([("比", 0), ("报告", 1), ("预测", 3), ("的", 5)]), foreseen([("报告", 1), ("预测", 3)])
    (1, None)
    """
    end = len(tokens) - (bool(tokens) and tokens[-1][0] == "的")
    if not end or tokens[end - 1][0] not in _FORESEEN:
        return None
    near = range(end - 2, max(-1, end - 2 - _FAR), -1)
    return next((tokens[i][1] + 1 for i in near if tokens[i][0] in ("比", "较")), None)


def way(tokens: Sequence[tuple[str, int]]) -> int | None:
    """Where 以 stands that tells by which way something was done at the figure: 案件*以调解、撤诉方式*结案3124件.

    >>> way([("案件", 0), ("以", 2), ("调解", 3), ("方式", 5)]), way([("支付", 0), ("方式", 2)])
    (2, None)
    """
    end = len(tokens)
    ways = (i for i in range(end - 1, max(0, end - _PART), -1) if tokens[i][0] in _WAYS)
    found = next(ways, 0)
    done = [w for w, _ in tokens[found + 1 :] if w not in ("的", "有", "了")]
    if not found or len(done) > 1 or any(len(w) > _DONE for w in done):
        return None
    by = next((i for i in range(found - 1, max(-1, found - _FAR), -1) if tokens[i][0] in _BY), None)
    return tokens[by][1] if by is not None else None


def parted(tokens: Sequence[tuple[str, int]], start: int) -> int:
    """The index behind 占 where a whole begins that holds a verb: 占*应改造小区*总数的76%; 0 where there is none.

    >>> parted([("占", 0), ("改造", 1), ("小区", 3)], 2), parted([("占", 0), ("小区", 1)], 1)
    (1, 0)
    """
    if start == len(tokens) or (start and tokens[start - 1][0]) not in classes().telling:
        return 0
    near = range(start - 1, max(-1, start - 1 - _PART), -1)
    return next((i + 1 for i in near if tokens[i][0] in PARTING), 0)


def timeless(inside: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words of a name without a length of time before it, which is none of it: 上市*头一年*销售额, *一年*开庭.

    >>> timeless([("一年", 0), ("开庭", 2)]), timeless([("一年", 0), ("生存率", 2)])
    ([('开庭', 2)], [('一年', 0), ('生存率', 2)])
    """
    whole = "".join([w for w, _ in inside])
    if _OF_TIME.isdisjoint(whole):
        return inside
    if _HOLIDAY.fullmatch(whole) or _ONE.fullmatch(whole):
        return []
    while len(inside) > 1 and inside[-1][0] in _BEHIND and inside[-2][0] not in _EARLY:
        inside = inside[:-1]
    for n in range(min(len(inside), _PART), 0, -1):
        first = next((i for i in range(n) if _TIME.fullmatch("".join(w for w, _ in inside[i:n]))), None)
        if first is None or (n < len(inside) and (inside[n][0].endswith(_TIMED) or inside[n][0][0] == "级")):
            continue  # 一年级新生
        early = first == 0 or inside[first][0] in _EARLY
        if early:
            return inside[n:]
    return inside
