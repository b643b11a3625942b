"""Whether a number of order is a rank, by the words that lead up to it or by those behind it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.ranked_lists import ends_in_list
from checker.claims.metrics.readings import clause_start
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind

if TYPE_CHECKING:
    from checker.model import Figure

_PLACED_AT = re.compile(
    r"(?:(?:名次|位次|排名)[是为列]?|排名?|排在|位?居|位?列|名列|位于|跃居|跃升至|升至|[里中内]数)$"
)
FIELD = re.compile(r"全国|全省|全市|全区|全县|全州|全球|世界|亚洲")
# The field with its number, behind its verb: 居全市*8个县（市、区）*第一.
_AMONG_SO_MANY = re.compile(
    r"(?:[居列排于]|排名|排在|升至|升到|跻身)[^，。；：、0-9]{0,8}[0-9]{1,3}[个家座所名支][㐀-鿿（）、]{1,12}$",
    needs="个家座所名支",
)
# The ranks of a list before it: 分别居*全省第二、第五、*第三位.
_LISTED = re.compile(
    r"(?:[居列排为]|排名|排在)[^，。；：、]{0,10}(?:第[一二三四五六七八九十0-9]{1,3}[位名]?[、和及])+$", needs="、和及"
)
# … and what is only said to be so in it: 这*在全市是*第三.
_IN_ALL = re.compile(
    r"在(?:全[国省市区县州]|全球|世界|亚洲)(?:范围)?[中里内]?(?:都|也|还|只)?(?:是|算|属|为)$", needs="在"
)
# The place of an earlier year, behind a rank: 升至第四位，而2023年*是*第七.
_WAS = re.compile(r"(?:年|同期)(?:还|仅|只|才)?[是为]$")
# The one who comes in as the Nth of a race: 第六个*冲过男子全程终点*.
FINISH = re.compile(
    r"(?:[冲跑撞]过|抵达|到达|冲向)(?P<course>[^，。；：0-9]{0,10}?)终点|(?:冲|撞)线", needs=("终点", "线")
)
# Of which field something is the Nth largest: 全省*光伏装机*第三大的县.
_GREAT = re.compile(r"(?:的|[㐀-鿿]{0,4}[省市县区州国企港园])")
_CLOSED = ("", *"，。；！？、）”")
_FURTHER = (*_CLOSED, *"和及")
# How places end that are ranked among those of their level.
_PLACES = "县市区州镇乡"
# How far back the field of a number stands, and how long the name of one is that a list is told of, at the most.
_BACK, _NAME = 24, 8


def placed(figure: Figure, text: str) -> Figure:
    """A number of order as a rank, where a verb of ranking, a field or a list leads up to it, or one comes in so."""
    last = text[figure.end - 1]
    if figure.value and last in "个名位" and FINISH.match(text, figure.end):
        return replace(figure, kind=Kind.RANK, value=replace(figure.value, unit="位"))  # 第六个冲过男子全程终点
    if last not in "位名" and not _told_so(figure, text):
        return figure
    fields = FIELD.findall(text[max(0, figure.start - _BACK) : figure.start])
    value = replace(figure.value, unit="位") if figure.value and "大" in figure.text else figure.value  # 第三大*县*
    return replace(figure, kind=Kind.RANK, value=value, among=fields[-1] if fields else figure.among)


def _told_so(figure: Figure, text: str) -> bool:
    """Whether the words around a number of order that is called no place tell it as one."""
    start = max(clause_start(text, figure.start), figure.start - _BACK)
    ahead = text[start : figure.start]
    if (great := figure.text.find("大", 1)) > 0:
        field = FIELD.search(ahead)
        told = field is not None and field.end() < len(ahead)
        return told and _GREAT.match(text, figure.start + great + 1) is not None
    behind = text[figure.end : figure.end + 1]
    if behind in _FURTHER and _LISTED.search(ahead):
        return True
    if behind not in _CLOSED or not ahead:
        return False
    return bool(
        _PLACED_AT.search(ahead)
        or _AMONG_SO_MANY.search(ahead)
        or _IN_ALL.search(ahead)
        or (_WAS.search(ahead) and "第" in text[: figure.start])
        or ((field := FIELD.search(ahead)) and field.end() < len(ahead) and ahead.endswith(_bodies()))
        or (len(ahead) <= _NAME and ahead[-1] in "省市县区州镇乡校" and ends_in_list(text, start - 1))
    )


@cache
def _bodies() -> tuple[str, ...]:
    """How those end that are ranked among their like."""
    return tuple(sorted({*words("ranks", "bodies"), *_PLACES}))
