"""A bare number told of 人数, 人次, 户数: what it counts by."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.frozen import replace
from checker.lexicon import load
from checker.model import Kind

if TYPE_CHECKING:
    from checker.model import Figure

# How far before a number the noun may stand that says what it counts by.
_NEAR = 10
# Nouns of people that a number counts without a measure word.
_PEOPLE = re.compile(
    r"(?:常住|户籍|农村|城镇|高考|中考|外来|困难|留守|注册|在校|高校|返乡|脱贫)?(?:考生|学生|学子|师生|新生|毕业生|大学生|居民|市民|村民|农民|牧民|渔民|移民|网民|游客|旅客|乘客|读者|观众"
    r"|群众|职工|员工|教师|教职工|志愿者|党员|官兵|老人|儿童|孩子|患者|选手|跑者|球迷|参保人员|从业人员)"
)
# How such a number came to be what it is.
_MOVED = "攀升|上升|升|增长|增加|增|提升|提高|扩大|飙升|跃升|激增|猛增|上涨|回升|下降|降|减少|回落"


@cache
def _nouns() -> re.Pattern[str]:
    words = branches(load("terms")["counting"])
    return re.compile(
        rf"(?P<noun>{words})(?:已经?|也|就|都|更|现|现已|累计|首次|共计?|总计|合计|一举|目前)*"
        rf"(?:{_MOVED})?(?:达到?|为|是|有|至|到)?$"
    )


def counted(figure: Figure, text: str) -> Figure:
    """A bare number as a quantity where the noun right before it says what it counts by; any other figure as it is.

    >>> from checker.figures import figures
    >>> [counted(f, "入园人次突破50万").value.unit for f in figures("入园人次突破50万")]
    ['人次']
    >>> [counted(f, "编号达50万").kind.value for f in figures("编号达50万")]
    ['number']
    """
    if figure.kind is not Kind.NUMBER or figure.value is None or figure.value.unit:
        return figure
    if not any(c in figure.text for c in "万亿"):
        return figure
    found = _nouns().search(text, max(0, figure.start - _NEAR), figure.start)
    if found is None:
        return _peopled(figure, text)
    unit = str(load("terms")["counting"][found["noun"]])
    return replace(figure, kind=Kind.QUANTITY, value=replace(figure.value, unit=unit))


def _peopled(figure: Figure, text: str) -> Figure:
    """A bare number right before a noun of people as a count of them: *5.2万*考生; any other as it is."""
    if figure.value is None or _PEOPLE.match(text, figure.end) is None:
        return figure
    return replace(figure, kind=Kind.QUANTITY, value=replace(figure.value, unit="人"))
