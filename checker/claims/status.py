"""Whether a figure is told as a result, a goal, a plan or a forecast."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.goals import set_before
from checker.lexicon import words
from checker.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

Cue = tuple[int, int, Status]
"""Where a cue begins and ends, and what it tells."""


# A goal that was reached says nothing of what follows (超额完成年度*目标*，新增30家).
_REACHED = re.compile(r"(?:完成|实现|达成|达到|超过|这个|这一)[^，。；、]{0,12}$")
# What a plan is entered, taken on or told to be behind: 入选国家级人才*计划*7人次, 灾后重建*规划*已着手编制.
_ENTERED = re.compile(
    r"(?:入选|列入|纳入|获|承担|参与|参加|加入|牵头|依托|资助)[^，。；、：0-9]{0,14}$",
    needs=("入", "获", "承担", "参", "牵头", "依托", "资助"),
)
_TO_DO = re.compile("总?投资|[新建改完实培招引用在于到将再开年今明分安力拟]")


# How far behind a figure that noun ends.
_AHEAD = 32
# A goal by the noun that the figure counts or measures (8.2亿元*的投资计划*, 186个*改造任务全部完成*).
_AIMED = re.compile(
    r"""
    [^，。；：！？、“”0-9的]{0,6}?
    (?: 的 [^，。；：！？、“”0-9的]{0,10}? (?:计划|目标|任务|指标|要求|盘子|军令状|承诺|责任状|底线) (?![书单性了的])
      | [^，。；：！？、“”0-9的]{1,10}? (?:任务|目标|计划) (?:已|已经)?(?:全部|全面|如期|提前|超额|顺利|圆满)+完成
    )
    """,
    re.VERBOSE,
)
_NOUNS = ("计划", "目标", "任务", "指标", "要求", "盘子", "军令状", "承诺", "责任状", "底线")
_DONE = re.compile(r"(?:完成|实现|达成|超过|超出|投入|安排|发布|启动|推出|制定|出台|签约|签下)[^，。；]{0,8}$")


_ITS_GOAL = re.compile(r"[^，。；：！？、“”0-9的]{0,8}?(?:目标|任务|指标|承诺|军令状)(?![书单性的])")


def aimed(text: str, start: int, end: int) -> bool:
    """Whether the noun after the figure at ``[start, end)`` makes it a goal, and no word before it a result.

    >>> aimed("今年8.2亿元的重建投资计划", 2, 7), aimed("完成8.2亿元的投资任务", 2, 7)
    (True, False)
    """
    near = text[end : end + _AHEAD]
    if set_before(text, start) and _ITS_GOAL.match(near):
        return True  # 超额完成*赛前确定的*90枚金牌*任务*
    if not any(noun in near for noun in _NOUNS):
        return False
    return _AIMED.match(text, end, end + _AHEAD) is not None and not _DONE.search(text[max(0, start - 16) : start])


def _any(items: Sequence[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(items, key=lambda w: (-len(w), w)))


# What is set by a list of what is to come, and by a noun of goals: 今年的供应*清单*：; 定的*调子*是.
_SETS = (
    "(?:清单|日程|蓝图|预期)(?=：)|(?:调子|盘子|底线|标尺)(?=[是为：])"
    "|(?<=[划定]的)[线数](?=[是为])|(?:[奔瞄]|冲击)(?=[0-9])"
)
_SET_BY = ("清单", "日程", "蓝图", "预期", "调子", "盘子", "底线", "标尺", "线", "数", "奔", "瞄", "冲击")
# What is to be done, right before its number, or in all or by a time: *要*过4800万元, 一共*要*立起天线46面.
_MUST = (
    "要(?=[超过破上到够翻][0-9]|[㐀-鿿]{1,3}[到至][0-9])"
    "|(?<=一共|总共|今年|明年|全年|年内|年底|底前|全部|务必|必须)要(?=[㐀-鿿]{1,6}[^，。；：]{0,8}[0-9])"
)
# What is aimed at by a number: 盯着*全年35*亿元, and not 瞄准5个产业.
_AIM = "[^，。；：！？“”0-9]{0,12}[0-9][0-9.]*(?![0-9.个项类家大条种件名位年月日届])"


@cache
def _cues() -> re.Pattern[str]:
    plan = sorted(words("status", "plan") - {"将", "要", "拟"})
    sorts = words("status", "actual", "forecast", "target", "plan", "aiming")
    first = "".join(sorted({w[0] for w in sorts} | {w[0] for w in _SET_BY} | set("将要拟了预")))
    return re.compile(
        rf"""
        (?=[{re.escape(first)}])                                       # all else costs next to nothing
        (?: (?P<actual>
             (?<![比较同])(?:{_any(sorted(words("status", "actual")))}) # 已建成, 去年, but not 比上年
             |(?<=[㐀-鿿])(?<![为除划排署算计定标出])了(?![却解])          # 建成了, but not 规划了
         )
         |(?P<forecast>
             {_any(sorted(words("status", "forecast")))}                # 预计
             |(?<![于超合出达预])预期(?!目标|寿命|值|收益|效果|：)         # 预期增长
         )
        |(?P<target>
             (?:目标|任务)(?:已经?)?(?:敲定|确定|明确|定下|锁定|下达|已定)(?![的不])   # 目标已经敲定
            |(?:目标|任务)[^，。；：0-9“”]{{0,16}}?                               # 目标已在会上公布：
             (?:公布|发布|出炉|亮出|排定|分解|下达)(?=[：，])
            |{_any(sorted(words("status", "target")))}                  # 力争
            |{_SETS}                                                     # 今年的供应清单：; 定的调子是
            |(?:{_any(sorted(words("status", "aiming")))})(?={_AIM})     # 盯着35亿元
         )
        |(?P<plan>
            (?<![即必终行])将(?={_any(sorted(words("status", "jiang_before")))})   # 将新增
             |(?<![去上近]年)(?:(?<=[年步还也])|(?<=未来))将        # 今年将深化
            |(?<![主重需首只])要(?={_any(sorted(words("status", "yao_before")))})  # 要建成
             |{_MUST}                                                    # 一共要立起46面
             |(?<![虚模草比])拟(?!人|态|合)                              # 拟新建
            |{_any(plan)}                                              # 计划
        ))
        """,
        re.VERBOSE,
        needs=(*sorts, *"将要拟了", "预期", *_SET_BY),
    )


@cache
def _nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{_any(sorted(words('status', 'noun_before')))}|[”’」』])$"),
        re.compile(rf"^(?:{_any(sorted(words('status', 'noun_after')))}|[”’」』》])"),
    )


# What is won from others and not striven for: *争取*中央预算内投资2.7亿元.
_WON = re.compile(
    r"""
    [到得来]                                          # 争取到资金
  | (?:新增)? (?:政府|地方)? (?:专项债|一般债|债券)    # 争取新增专项债券
  | (?:上级|中央|国家|省级?|市级?|各级|各类|各项|专项|财政|超长期|特别|政策性|无偿|预算内)
    [^，。；0-9]{0,10} (?:资金|补助|投资|国债|贷款|债券|基金|支持)
  | (?:资金|国债|授信|贷款|补助)
    """,
    re.VERBOSE,
)
# What a plan is told to be after a comma: 市司法局*计划*，2026年底前，工作站增加到1840个.
_SAID = re.compile(
    "[，：](?:力争|到?20[0-9]{2}年|到?[今明后]年|年内|年底|到?“[一二三四五六七八九十]{2,3}五”|未来|再?用[0-9一二两三四五])"
)
_VERBS = frozenset({"计划", "规划", "安排", "部署", "谋划"})
_ENDS = frozenset("，。；、：")
_FREE = frozenset("，。；、：按照据的")


def _is_noun(text: str, start: int, end: int) -> bool:
    """Whether 计划/规划/目标 at ``[start, end)`` is part of a name (三年行动计划) and no cue."""
    before, after = _nouns()
    if text[start:end] in _VERBS and start and text[end : end + 1] in _ENDS and text[start - 1] not in _FREE:
        return not _SAID.match(text, end)  # 营养改善*计划*，各级补助4860万元: a verb is never the last of its clause
    head = text[max(0, start - 16) : start]
    if _REACHED.search(head) and text[end : end + 1] in ("", *"，；。、"):
        return True
    if text[start:end] in _VERBS and _ENTERED.search(head) and not _TO_DO.match(text, end):
        return True
    return bool(before.search(text[max(0, start - 4) : start]) or after.match(text[end : end + 4]))


def cues(text: str, *, done: bool = False) -> list[Cue]:
    """The cues of a sentence in order, as ``(start, end, status)``.

    ``done``: the sentence stands where results are told, so that 安排 and the like tell a deed (安排资金3亿元).

    >>> [(s.value) for _, _, s in cues("已建成8所，力争新增3所")]
    ['actual', 'target']
    >>> cues("深入实施三年行动计划")
    []
    """
    found = []
    for m in _cues().finditer(text):
        kind = m.lastgroup or "actual"
        noun = m.group() in ("计划", "规划", "目标", "安排", "预期", "目标任务") and _is_noun(text, m.start(), m.end())
        won = m.group() == "争取" and _WON.match(text, m.end()) is not None
        if not (noun or won) and not (done and m.group() in words("status", "deeds")):
            found.append((m.start(), m.end(), Status(kind)))
    return found


def goals(found: Sequence[Cue], text: str) -> list[Cue]:
    """The cues that later clauses are told under: those of no result, and what ends them, a result told since.

    >>> said = "计划建36个，目前已建成14个，入驻师生230人"
    >>> [s.value for _, _, s in goals(cues(said), said)]
    ['plan', 'actual', 'actual']
    """
    done = Status.ACTUAL
    told = [cue for cue in found if cue[2] is not done]
    if not told or len(told) == len(found):
        return told
    return [cue for cue in found if cue[2] is not done or (cue[0] > told[0][0] and _ends_goal(text, cue))]


# A result with its number, of which nothing else is told: 目前*已*建成14个, but not 在*已*建成的8个站点之外.
_RESULT = re.compile("[^，。；：的0-9]{0,12}[0-9][^，。；：的]{0,12}(?:[，。；]|$)")


def _ends_goal(text: str, cue: Cue) -> bool:
    """Whether a result is told at a cue, so that what follows is told as one too."""
    return text[cue[0] : cue[1]] in _SO_FAR and _RESULT.match(text, cue[1]) is not None


_SO_FAR = frozenset({"已", "已经", "现有", "已建成", "提前完成", "目前"})


def status_at(  # noqa: PLR0913, PLR0917 - the cues of a sentence, and where the figure stands among them
    found: Sequence[Cue],
    clause_start: int,
    at: int,
    default: Status,
    half: int = 0,
    ahead: Sequence[Cue] | None = None,
) -> tuple[Status, int, int]:
    """The status of a figure at offset ``at``, with the span of the cue that decided it (0, 0 if none).

    The nearest cue before the figure in its own clause wins; else the nearest goal cue of an earlier clause. An
    estimate (预计) does not reach past ``half``, the last semicolon before the figure. ``ahead``: :func:`goals` of the
    cues, where the caller has them.
    """
    for i in range(bisect_left(found, (at,)) - 1, -1, -1):
        start, end, status = found[i]
        if start < clause_start:
            return _earlier(goals(found, "") if ahead is None else ahead, clause_start, default, half)
        if status == Status.PLAN and i and found[i - 1][2] == Status.FORECAST and found[i - 1][0] >= clause_start:
            start, end, status = found[i - 1]  # *预计*日接诊量还将维持在9000人次
        if status != Status.FORECAST or start >= half:
            return status, start, end
    return default, 0, 0


def _earlier(found: Sequence[Cue], clause_start: int, default: Status, half: int) -> tuple[Status, int, int]:
    """The nearest of the goal cues that stand in earlier clauses than the figure; none where a result ends them."""
    for i in range(bisect_left(found, (clause_start,)) - 1, -1, -1):
        start, end, status = found[i]
        if status == Status.ACTUAL:
            break
        if status != Status.FORECAST or start >= half:
            return status, start, end
    return default, 0, 0


def proposed(text: str, clause_start: int) -> bool:
    """Whether a clause follows one that sets goals (会议提出，*今年产量达到20万吨*).

    >>> text = "会议提出，今年产量达到20万吨"
    >>> proposed(text, text.index("今年")), proposed(text, 0)
    (True, False)
    """
    return any(0 < m.end() <= clause_start for m in _setting().finditer(text, 0, clause_start))


@cache
def _setting() -> re.Pattern[str]:
    verbs = words("status", "setting")
    return re.compile(rf"(?:{_any(sorted(verbs))})[，：]", needs=verbs)


# A body's people and stocks as they stand, whatever was asked: 公司*在册*职工860人.
_STANDING = re.compile("在[册岗编职校读营库]|现有|共有")


def stands(text: str, clause: int, at: int) -> bool:
    """Whether the words of a clause before a figure tell what there is.

    >>> stands("公司在册职工860人", 0, 6), stands("公司招聘职工860人", 0, 6)
    (True, False)
    """
    return _STANDING.search(text, clause, at) is not None


def looks_ahead(heading: str) -> bool:
    """Whether a heading or question asks for what is to come.

    >>> looks_ahead("下一步有何打算？"), looks_ahead("过去一年有哪些变化？")
    (True, False)
    """
    return _headings("future_heading").search(heading) is not None


def looks_back(heading: str) -> bool:
    """Whether a heading announces what was done.

    >>> looks_back("一、2024年工作回顾"), looks_back("二、2025年工作安排")
    (True, False)
    """
    return _headings("past_heading").search(heading) is not None


@cache
def _headings(sort: str) -> re.Pattern[str]:
    return re.compile(_any(sorted(words("status", sort))))


def continues(text: str) -> bool:
    """Whether a sentence goes on in the manner of the one before it (具体来说, 其中)."""
    return text.startswith(_continuing())


@cache
def _continuing() -> tuple[str, ...]:
    return tuple(sorted(words("status", "continuing")))
