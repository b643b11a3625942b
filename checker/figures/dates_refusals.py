"""What looks like a day or a time and is none: lengths, bus lines, players, scores, ten points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.figures.dates_atoms import Atom
    from checker.figures.dates_context import Context

LENGTH_AHEAD = re.compile(
    r"(?:[每共近达约第满过仅逾超隔前后为]|历时|连续|用时|耗时|最多|最长|不足|不到|在职|短短|延长|缩短|增加|减少)$"
)
LENGTH_BEHIND = re.compile(r"[前后内]|左右|时间|以[上下内]|不等|之久|行程|工期")
EVENT_BEHIND = re.compile(r"[”’\"]?(?:特大|重大|地震|事件|事故|火灾|案|专案|事变)")
SCORE = re.compile(r"比分|比例|之比|比为|[胜负]|击败|不敌|战平|领先|落后|局|扳|配比|按|、\d+[:：]|\d[:：]\d+、")
DAY_NUMBER = re.compile(
    r"[上下]午|凌晨|[早晚夜在说起至到前将与同就对向致访从因遭]|表示|宣布|抵达"
    r"|发表|发布|公布|举行|开[幕始]|会见|正式|进行|启动|通过"
)


def is_bare_day(text: str, atom: Atom, ctx: Context, *, follows: bool) -> bool:
    """Whether 10日 without a month is a day, and no length, bus line or player."""
    if follows:
        return True
    if text[atom.end - 1] == "号":
        told = DAY_NUMBER.match(text, atom.end)
        if ctx.last_grain == "day" and text[atom.start - 1 : atom.start] in tuple("、，至到"):
            return bool(told) or text[atom.end : atom.end + 1] in ("", *"、，。")
        return text[atom.start].isascii() and bool(told)
    if not text[atom.start].isascii() and atom.end - atom.start < 3:
        return False
    ahead = text[max(0, atom.start - 4) : atom.start]
    return not (LENGTH_AHEAD.search(ahead) or LENGTH_BEHIND.match(text, atom.end))


def is_clock(text: str, atom: Atom, *, follows: bool) -> bool:
    """Whether 7:40 is a time of day, and no score or ratio; whether 10点 is one, and no ten points."""
    written = text[atom.start : atom.end]
    if "点" in written:
        return follows or not written.endswith("点") or text[atom.start - 1 : atom.start] in tuple("早晚午夜晨")
    if "时" in written:
        return True
    if len(written) < 5 and written[0] in "01234":
        return False
    near = text[max(0, atom.start - 10) : atom.start] + text[atom.end : atom.end + 10]
    return not SCORE.search(near)


def is_event(text: str, atom: Atom) -> bool:
    """Whether a month and day name an event (9·18事变) and not the day itself."""
    return bool(EVENT_BEHIND.match(text, atom.end))
