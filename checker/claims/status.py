"""Whether a figure is told as a result, a goal, a plan or a forecast."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.cues import any_of
from checker.claims.metrics.goals import set_before
from checker.lexicon import words
from checker.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.cues import Cue


# How far behind a figure that noun ends.
_AHEAD = 32
# A goal by the noun that the figure counts or measures (8.2亿元*的投资计划*, 186个*改造任务全部完成*).
_AIMED = re.compile(
    r"""
    [^，。；：！？、“”0-9的]{0,6}? ”?
    (?: 的 [^，。；：！？、“”0-9的]{0,10}?
        (?:计划|预期|目标|任务|指标|要求|盘子|军令状|承诺|责任状|底线) (?![书单性了的])
      # 新车12万辆、出口6万辆*两个分项目标*
      | (?: [、和] [^，。；：！？、“”0-9]{1,8} [0-9.]+ [^，。；：！？、0-9]{1,4} )*
        [两二三四五六七八九十几0-9] [个项大] [^，。；：！？、“”0-9的]{0,4}? (?:目标|指标) (?!任务)
      | [^，。；：！？、“”0-9的]{1,10}? (?:任务|目标|计划) (?:已|已经)?(?:全部|全面|如期|提前|超额|顺利|圆满)+完成
    )
    """,
    re.VERBOSE,
)
_NOUNS = ("计划", "预期", "目标", "任务", "指标", "要求", "盘子", "军令状", "承诺", "责任状", "底线")
_DONE = re.compile(
    r"(?:完成|实现|达成|超过|超出|投入|安排|发布|启动|推出|制定|出台|签约|签下|承担|担负|承接|执行)[^，。；]{0,8}$"
)


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


def goals(found: Sequence[Cue], text: str, default: Status = Status.ACTUAL) -> list[Cue]:
    """The cues that later clauses are told under: those of no result, and what ends them, a result told since.

    What is said in quotation marks ends with them, and leaves what follows ``default``.

    >>> from checker.claims.cues import cues
    >>> said = "计划建36个，目前已建成14个，入驻师生230人"
    >>> [s.value for _, _, s in goals(cues(said), said)]
    ['plan', 'actual', 'actual']
    """
    done = Status.ACTUAL
    told = [cue for cue in found if cue[2] is not done]
    if told and ("；" in text or "”" in text):
        found = sorted([*found, *_closing(text, told), *_unsaid(text, told, default)])
    if not told or len(told) == len(found):
        return told
    return [cue for cue in found if _goes_on_with(cue, text, told[0][0])]


def _goes_on_with(cue: Cue, text: str, first: int) -> bool:
    """Whether a cue tells of a goal, or ends one that was told from ``first`` on."""
    return cue[2] is not Status.ACTUAL or (cue[0] > first and _ends_goal(text, cue))


_CLAUSES = re.compile("[，。；！？]")


def _unsaid(text: str, told: Sequence[Cue], default: Status) -> list[Cue]:
    """The ends of what is said in quotation marks, and is more than a name, where a goal is set in it."""
    found = []
    for start, _, _ in told:
        opening, end = text.rfind("“", 0, start), text.find("”", start)
        if 0 <= opening > text.rfind("”", 0, start) and end > 0 and _CLAUSES.search(text, opening, end):
            found.append((end, end + 1, default))
    return found


# A number that is no part of a date.
_GOES_ON = re.compile("；(?:同时|并|还|也|再|其中)")
_NUMBER = re.compile("[0-9](?![0-9.]*[年月日号时点届至—-]|[0-9.])")


def _closing(text: str, told: Sequence[Cue]) -> list[Cue]:
    """The semicolons at which a goal ends that stood last in what they close: 已有9家，*力争新增2家；*学校327所."""
    found, begun = [], 0
    while (end := text.find("；", begun)) >= 0:
        first = next((cue for cue in told if begun <= cue[0] < end), None)
        if first is not None:
            if _NUMBER.search(text, max(begun, text.rfind("：", 0, first[0])), first[0]) is None:
                break  # 力争…；…: all that follows is told under it
            if not _GOES_ON.match(text, end):
                found.append((end, end + 1, Status.ACTUAL))
        begun = end + 1
    return found


# A result with its number, of which nothing else is told: 目前*已*建成14个, but not 在*已*建成的8个站点之外.
_RESULT = re.compile("[^，。；：的0-9]{0,12}[0-9][^，。；：的]{0,12}(?:[，。；]|$)")


def _ends_goal(text: str, cue: Cue) -> bool:
    """Whether a result is told at a cue, so that what follows is told as one too."""
    told = text[cue[0] : cue[1]]
    return told in ("；", "”") or (told in _SO_FAR and _RESULT.match(text, cue[1]) is not None)


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


# What a change is told of that a goal went through: 全年销量*目标由*58万辆改为55万辆.
_REVISED = re.compile(r"(?:目标|任务|指标|指引|计划(?=[由从自]))[^，。；：0-9“”将把]{0,8}?[由从自]$", needs="由从自")


def revised(text: str, at: int) -> bool:
    """Whether the words before a number say that a goal was changed from it.

    >>> revised("全年销量目标由58万辆改为55万辆", 7), revised("全年销量由58万辆降到55万辆", 5)
    (True, False)
    """
    return _REVISED.search(text[max(0, at - 16) : at]) is not None


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
    return re.compile(rf"(?:{any_of(sorted(verbs))})[，：]", needs=verbs)


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
    return re.compile(any_of(sorted(words("status", sort))))


def continues(text: str) -> bool:
    """Whether a sentence goes on in the manner of the one before it (具体来说, 其中)."""
    return text.startswith(_continuing())


@cache
def _continuing() -> tuple[str, ...]:
    return tuple(sorted(words("status", "continuing")))
