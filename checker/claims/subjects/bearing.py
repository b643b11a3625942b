"""Whether a place that a sentence names can own its figures, or is only compared with, ranked among or told where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.subjects.opening import CUT

if TYPE_CHECKING:
    from checker.claims.subjects.opening import Clauses
    from checker.claims.subjects.places import PlaceMention

# A place that only says what is compared with, ranked among or a share of, and not whose figure it is.
_NOT_OWNER = (
    "占", "高于", "低于", "快于", "好于", "优于", "超过", "居", "列", "在", "位居", "排名", "领先", "比", "较", "至",
    "到", "通达", "覆盖", "来自", "辐射", "面向", "驻", "遍布", "向", "往", "赴", "驰援", "援助",
)  # fmt: skip
# What opens a clause of where.
_IN = ("放在", "放到", "放眼", "回到", "在")
# Where a clause says no more than where: 在*青石镇*红山湖，….
_WHERE = re.compile(r"[㐀-鿿]{0,8}(?<![中里上内下后时])，")
# What is told of the place right before it: 最大雨量出现在*青石镇*，为312.6毫米.
_TOLD_NEXT = re.compile(r"，(?:为|达到?|高达|是)[0-9]")
_BEING = ("作为", "成为", "列为", "是", "系")
_NAMED_NEXT = re.compile(r"[㐀-鿿]{1,14}——")
_RANKED = re.compile(
    r"^(?:[^，。；、]{0,8}?(?:第[一二三四五六七八九十\d]|前\d|首[个家批位次台条款例座]|唯一|领先|前列|前茅|平均|第一|首位|一半|总[量数额值]的))"
)
# What tells a place's own rank: 岭东市*位列第9*, 全市*列全省*第9; but of others 全市*排名第9*.
_PLACED = ("位列", "位居", "名列", "跃居", "跻身", "稳居", "升至", "排在", "排名", "居", "列", "排")
_AMONG = re.compile(r"(?:位列|位居|名列|跃居|跻身|稳居|升至|排在|排名|居|列|排)(?:全[国省市州]|国内|省内|同类)")
# A contest is held among those of a place, and of none of its figures: *全省*营商环境评价里.
_FIELD = re.compile(
    r"[㐀-鿿]{0,9}?(?:评价|评估|评议|评定|测评|考核|评比|评选|比武|通报|排名|排位|排行|榜单?|百强|大赛|比赛|竞赛)"
    r"[^，。；、]{0,2}[中里上内]"
)
# What the words of a rank begin with.
_RANKING = frozenset("第首唯领前平一总")


def leads_on(clauses: Clauses, p: PlaceMention) -> bool:
    """Whether what follows is told of the place: *在青石镇*，… or 最大雨量出现在*青石镇*，为312.6毫米."""
    return _within(clauses, p) or _TOLD_NEXT.match(clauses.text, p.end) is not None


def _within(clauses: Clauses, p: PlaceMention) -> bool:
    """Whether a clause opens with where something is told of: *在青石镇*红山湖，…, *放在全县*，…."""
    at = next((p.start - len(word) for word in _IN if clauses.text.endswith(word, 0, p.start)), -1)
    return at >= 0 and clauses.opens(at) and _WHERE.match(clauses.text, p.end) is not None


def _described(clauses: Clauses, p: PlaceMention) -> bool:
    """Whether a word for a place only says which of its things is meant: 作为*我省*重点医院, *我国*北方大港——."""
    if not p.relative:
        return False
    return clauses.text.endswith(_BEING, 0, p.start) or _NAMED_NEXT.match(clauses.text, p.end) is not None


def only_compared(clauses: Clauses, p: PlaceMention) -> bool:
    """Whether a place is only what is compared with, ranked among or honoured, so that no figure is of it."""
    if _honoured(clauses, p) or _described(clauses, p):
        return True
    if clauses.text.endswith(_NOT_OWNER, 0, p.start):
        return not (_within(clauses, p) or _TOLD_NEXT.match(clauses.text, p.end))
    after = clauses.text[p.end : p.end + 14]
    if after.startswith(_PLACED) and (not p.relative or _AMONG.match(after)) and clauses.opens(p.start):
        return False
    if p.relative and _FIELD.match(after):
        return True
    return not _RANKING.isdisjoint(after) and _RANKED.match(after) is not None


def _honoured(clauses: Clauses, p: PlaceMention) -> bool:
    """Whether a place is only in the title that another is honoured with: “*中国*香菇之乡”."""
    if clauses.text[p.start - 1 : p.start] != "“":
        return False
    end = clauses.text.find("”", p.end, p.end + 12)
    return end > p.end and CUT.search(clauses.text, p.end, end) is None
