"""The words of a sentence that tell a result, a goal, a plan or a forecast."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import classes, is_verb
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


def any_of(items: Sequence[str]) -> str:
    """The alternatives of a pattern that reads any of some words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(items, key=lambda w: (-len(w), w)))


# What is set by a list of what is to come, and by a noun of goals: 今年的供应*清单*：; 定的*调子*是.
_SETS = (
    "(?:清单|日程|蓝图|预期)(?=：)|(?:调子|盘子|底线|标尺)(?=[是为：])"
    "|(?<=[划定]的)[线数](?=[是为])|(?:[奔瞄]|冲击)(?=[0-9])"
)
_SET_BY = ("清单", "日程", "蓝图", "预期", "调子", "盘子", "底线", "标尺", "线", "数", "奔", "瞄", "冲击")
# What is to be done, right before its number, or in all or by a time: *要*过4800万元, 一共*要*立起天线46面.
_MUST = (
    "(?<![主重需首只必])要(?!求)(?=[超过破上到够翻][0-9]|(?![经通])[㐀-鿿]{1,2}[到至过破超][0-9])"
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
             (?<![比较同])(?:{any_of(sorted(words("status", "actual")))}) # 已建成, 去年, but not 比上年
             |(?<=[㐀-鿿])(?<![为除划排署算计定标出])了(?![却解])          # 建成了, but not 规划了
         )
         |(?P<forecast>
             {any_of(sorted(words("status", "forecast")))}                # 预计
             |(?<![于超合出达预])预期(?!目标|寿命|值|收益|效果|：)         # 预期增长
         )
        |(?P<target>
             (?:目标|任务)(?:已经?)?(?:敲定|确定|明确|定下|锁定|下达|已定)(?![的不])   # 目标已经敲定
            |(?:目标|任务)[^，。；：“”]{{0,16}}?                                  # 目标已在1月的会上公布：
             (?:公布|发布|出炉|亮出|排定|分解|下达)(?=[：，])
            |{any_of(sorted(words("status", "target")))}                  # 力争
            |{_SETS}                                                     # 今年的供应清单：; 定的调子是
            |(?:{any_of(sorted(words("status", "aiming")))})(?={_AIM})     # 盯着35亿元
         )
        |(?P<plan>
            (?<![即必终行])将(?={any_of(sorted(words("status", "jiang_before")))})   # 将新增
             |(?<![去上近]年)(?:(?<=[年步还也])|(?<=未来))将        # 今年将深化
            |(?<![主重需首只])要(?={any_of(sorted(words("status", "yao_before")))})  # 要建成
             |{_MUST}                                                    # 一共要立起46面
             |(?<![虚模草比])拟(?!人|态|合)                              # 拟新建
            |{any_of(plan)}                                              # 计划
        ))
        """,
        re.VERBOSE,
        needs=(*sorts, *"将要拟了", "预期", "目标", "任务", *_SET_BY),
    )


@cache
def _nouns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{any_of(sorted(words('status', 'noun_before')))}|[”’」』])$"),
        re.compile(rf"^(?:{any_of(sorted(words('status', 'noun_after')))}|[”’」』》])"),
    )


# What is won from others and not striven for: *争取*中央预算内投资2.7亿元.
_WON = re.compile(
    r"""
    [得来]|到(?!了?[0-9])                             # 争取到资金, but not 争取到66%
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
# What a goal is told to have come to, or only to be measured against: 年初的*目标*提前一个月实现, 比*目标*多出12万吨.
_MET = re.compile(
    r"""
    (?:任务|值)? (?:已经?|均|都|全部|提前|如期|顺利|基本|圆满)+ [^，。；：0-9]{0,8}? (?:实现|完成|达成|达到|兑现|落地)
    """,
    re.VERBOSE,
)
_BEYOND = re.compile("(?:任务|值)?(?:还|再|又|也)?[多少高低快慢早晚超][^，。；：0-9]{0,3}[0-9]")
_THAN = re.compile("(?<![相对同环])[比较][^，。；：0-9]{0,10}$", needs="比较")
_WHOLE = re.compile(
    "(?:任务|目标)?[数量值]?[0-9][^，。；：的]{1,6}的(?:近|约|超过?|不足)?[0-9一二两三四五六七八九]", needs="的"
)
_SHORT = re.compile("(?:任务|值)?(?:还|仅|只|尚|就)?(?:相?差|剩|缺)[^，。；：0-9]{0,3}[0-9]")
_ENDS = frozenset("，。；、：")
# How long the verb of a deed is that names a plan, and the verb that tells what the plan does.
_DEED = 2
_FREE = frozenset("，。；、：按照据的")


def _is_noun(text: str, start: int, end: int) -> bool:
    """Whether 计划/规划/目标 at ``[start, end)`` is part of a name (三年行动计划) and no cue."""
    before, after = _nouns()
    if text[start:end] in _VERBS and start and text[end : end + 1] in _ENDS and text[start - 1] not in _FREE:
        return not _SAID.match(text, end)  # 营养改善*计划*，各级补助4860万元: a verb is never the last of its clause
    head = text[max(0, start - 16) : start]
    if _WHOLE.match(text, end):
        return True  # 完成全年*计划*18亿元的52%
    if _MET.match(text, end) or _SHORT.match(text, end) or (_BEYOND.match(text, end) and _THAN.search(head)):
        return True
    if _REACHED.search(head) and text[end : end + 1] in ("", *"，；。、"):
        return True
    if (
        text[start:end] in _VERBS
        and (_ENTERED.search(head) or _of_deed(text, start, end))
        and not _TO_DO.match(text, end)
    ):
        return True
    return bool(before.search(text[max(0, start - 4) : start]) or after.match(text[end : end + 4]))


def _of_deed(text: str, start: int, end: int) -> bool:
    """Whether 计划 is the noun of the deed right before it, and does what follows: 营养改善*计划*惠及学生2万名."""
    deed, after = text[max(0, start - _DEED) : start], text[end : end + _DEED]
    known = classes()
    return (is_verb(deed) or deed in known.flow) and (after in known.flow or is_verb(after))


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
