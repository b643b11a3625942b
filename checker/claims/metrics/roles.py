"""What a figure is to what is told beside it: a value, a base, a difference, a part; whether it names what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.predicating import measure
from checker.claims.metrics.readings import ASPECTS, MEASURED, Context, clause_start, dimension_of
from checker.claims.words.segments import classes, is_verb
from checker.lexicon import words
from checker.model import Kind

if TYPE_CHECKING:
    from checker.model import Figure

_EARLIER = re.compile(r"上年|去年|上期|同期|前年|上月|上季|上届|上一")
GAP = re.compile(
    r"高于|低于|高出|低出|快于|慢于|领先|(?<![汰停闭解出减除换造])落后(?!的|产|地)|多于|少于|相差|差距|超出",
    needs=("高于", "低于", "高出", "低出", "快于", "慢于", "领先", "落后", "多于", "少于", "相差", "差距", "超出"),
)
# By how much it is more than something, however long that is told: 比四年前在邻市举行的上届*增加*2248名, 比上年
# *多开*76列.
MORE_BY = re.compile(
    r"""
    (?<![相对同环占])[比较]
    (?: [^，。；：]{0,30}?
        (?: 增加|增长|新增|净增|减少|提高|上升|下降|降低|扩大|缩短
          | [多少](?![年个数达])[^，。；：！？0-9的]{0,3}?                      # 比上一季多接诊1.2万人次
        )
      | (?!较)[^，。；：]{2,30}?
        (?: 便宜|贵|[高低长短宽窄深浅厚薄重轻远早晚快慢大小]               # 比邻近的老桥宽6米
          | 涨价|降价|提前|推迟|缩小|压缩|回升|回落
        )
    )
    了?$
    """,
    re.VERBOSE,
    needs="比较",
)
# … or than a year or a month before: *同比增加*520吨, *同比多增*1.2万亿元.
YEARLY = re.compile(
    r"[同环]比(?:又|也)?(?:净|新)?(?:增加|增|提高|上升|减少|减|下降|降低|[多少](?![年个数达])[^，。；：！？0-9的]{0,3}?)了?$",
    needs=("同比", "环比"),
)
# … or in how long: 半年*多了*1400台.
_GREW = re.compile(r"(?:[年月天周期]|季度)(?:里|间|来|内)?(?:又|净|就|再)?[多少]了$", needs=("多了", "少了"))
# How much was put on or taken off: 秋季*加*100项, and not 参加, 增加 or 加到.
_PUT_ON = re.compile(r"(?<![增参追附添更外强施累叠])[加减]$", needs="加减")
_AGAINST = ("相比", "相较", "持平")
_DENIES = re.compile("不(?:是|能|宜|应|等于|包括|含|算|可比)")
# How numbers end that need no measure word before what they count.
_ROUND = tuple("万亿多余")
# 由/从 begin a change; 比/较 only name what another figure is measured against.
FROM = ("由", "从", "自")


def is_round(figure: Figure) -> bool:
    """Whether a number without a unit is one that things are counted by: *6万多*居民."""
    return figure.kind == Kind.NUMBER and figure.text[-1:] in _ROUND


def role_of(c: Context) -> str:
    """``gap`` after 高于; ``base`` where 由/从/比 or 上年 stands at the figure; ``delta`` after 比上年*增加*."""
    f, left = c.figure, c.left
    if f.basis.startswith("是"):
        return "value"  # 是前年的近两倍
    if f.kind in MEASURED and (compared := _compared(c)):
        return compared
    grown = f.kind == Kind.GROWTH and left.opens not in FROM  # 与2020年的3.2亿元*相比翻了一番*
    if not left.opens or grown:
        return "value"
    return "delta" if left.verbs and left.opens not in FROM else "base"


def _compared(c: Context) -> str:
    """The role of a figure that the words around it compare with another; "" where they do not."""
    f = c.figure
    earlier = bool(c.slot.dated) and _EARLIER.search(c.slot.dated) is not None
    if earlier and c.masked.startswith("的", f.start - 1):
        return "base"  # 远高于去年同期的2.2万人次
    if GAP.search(c.masked, c.slot.left.start, c.slot.left.end):
        return "gap"
    if f.kind == Kind.QUANTITY:
        start = clause_start(c.masked, f.start)  # 比调低后的1020万吨*多*10万吨
        if any(told.search(c.masked, start, f.start) for told in (MORE_BY, YEARLY, _PUT_ON, _GREW)):
            return "delta"
    if f.kind == Kind.GROWTH and (f.text.startswith(_AGAINST) or c.masked.endswith(_AGAINST, 0, f.start)):
        return ""  # 与去年同期*相比增长6.3%*
    return "base" if earlier or c.masked.startswith(_AGAINST, f.end) or c.slot.upon else ""


def names_what_follows(c: Context) -> bool:
    """Whether the figure counts the noun after it: by its unit, or as the noun's description."""
    counting = c.figure.kind == Kind.QUANTITY or is_round(c.figure)
    if not c.right.words or not counting:
        return False
    first = c.right.words[0]
    if _DENIES.match(first):
        return False  # 跟去年的23.5万人*不是一回事*
    if first in words("terms", "marks") and not (c.countable and len(first) == 1):
        return False
    if dimension_of(c.figure) == "人民币" and first in words("verbs", "building", "purposes"):
        return False  # 拿出18.4亿元*建设*新院区
    masked, start = c.masked, c.figure.start
    modifies = masked[start - 1 : start] == "的" or masked[start - 2 : start] in ("的约", "的近", "的超")
    return c.countable or not c.left.words or modifies or _describes(c) or _beside_counted(c) or _amount_of(c)


def _amount_of(c: Context) -> bool:
    """Whether an amount is of the noun right behind it: 屋面铺设*4.8万平方米*光伏板, and not 总产值86亿元人民币."""
    word = c.right.words[0]
    if c.right.span.start != c.figure.end or is_verb(word) or c.figure.kind != Kind.QUANTITY or c.left.opens:
        return False
    if (len(word) == 1 and word not in words("terms", "lone")) or word[0] == "一" or dimension_of(c.figure) == "时间":
        return False
    if word[-1] in "成为到":
        return False
    aged = c.figure.value is not None and c.figure.value.unit == "岁"
    if aged or word in classes().flow or word in words("verbs", "building", "purposes"):
        return False
    return not measure(c.left.words[-1]) and not measure(word) and c.left.words[-1] not in words("terms", "goals")


def _beside_counted(c: Context) -> bool:
    """Whether an amount of a noun stands in a list of such: 化解2.5亿吨煤炭产能和*4500万吨*钢铁产能."""
    if not within_counted(c) or c.right.span.start != c.figure.end:
        return False
    counted = c.sofar[c.slot.after or 0].counted_span
    return counted is not None and c.masked[counted.end : c.figure.start] in ("和", "、", "与", "及", "以及")


def _describes(c: Context) -> bool:
    """Whether an amount right after a verb describes the verb's object: 安排*1000亿元*专项资金; 使*6069万*农民受益."""
    word = c.right.words[0]
    if c.right.span.start != c.figure.end or is_verb(word):
        return False
    if c.figure.kind == Kind.NUMBER:
        return True
    between = c.masked[c.left.span.end : c.figure.start]
    verb = next((v for v in c.left.verbs if v not in ASPECTS), "")
    known = classes()
    acts = verb in known.flow or (is_verb(verb) and verb not in known.light)
    named = c.left.words[-1:] == (verb,) and not between.strip()  # 国家确定的*化解*2.5亿吨煤炭产能
    return acts and (named or between.strip().startswith(verb))


def within_counted(c: Context) -> bool:
    """Whether the words before a figure are what the figure before it counts, so that it tells of some of them."""
    if c.slot.after is None or c.figure.kind != Kind.QUANTITY or not c.left.words:
        return False
    earlier = c.sofar[c.slot.after]
    counted = earlier.counted_span
    overlaps = bool(counted) and counted is not None and c.left.span.start < counted.end
    return overlaps and dimension_of(c.figure) == dimension_of(earlier.slot.figure)
