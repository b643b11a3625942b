"""What looks like a day or a time and is none: lengths, bus lines, players, scores, ten points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures.dates_words import words

if TYPE_CHECKING:
    from checker.figures.dates_atoms import Atom

LENGTH_AHEAD = re.compile(
    r"(?:[每共近达约第满过仅逾超隔前后为]|历时|连续|用时|耗时|最多|最长|不足|不到|在职|短短|延长|缩短|增加|减少)$"
)
LENGTH_BEHIND = re.compile(r"[前后内]|左右|时间|以[上下内]|不等|之久|行程|工期")
EVENT_BEHIND = re.compile(r"[”’\"]?(?:特大|重大|地震|事件|事故|火灾|案|专案|事变)")
SCORE = re.compile(r"比分|比例|之比|比为|[胜负]|击败|不敌|战平|领先|落后|局|扳|配比|按|、\d+[:：]|\d[:：]\d+、")
MONTHLY_AHEAD = re.compile(r"一[\u4e00-\u9fff]$")
MONTHLY_BEHIND = re.compile(r"[0-9.]+(?:多|余)?(?:元|块|趟|次|回)")
LATIN = re.compile(r"[A-Za-z0-9#＃“‘-]")


def is_bare_day(text: str, atom: Atom, *, follows: bool) -> bool:
    """Whether 10日 without a month is a day, and no length, bus line or player."""
    if follows:
        return True
    if text[atom.end - 1] == "号":
        return text[atom.start].isascii() and not _is_numbered(text, atom)
    if not text[atom.start].isascii() and atom.end - atom.start < 3:
        return False
    ahead = text[max(0, atom.start - 4) : atom.start]
    return not (LENGTH_AHEAD.search(ahead) or LENGTH_BEHIND.match(text, atom.end))


def _is_numbered(text: str, atom: Atom) -> bool:
    """Whether a number with 号 names a thing: a building, a train, a ship, a player."""
    numbered = words().numbered
    before = text[max(0, atom.start - 4) : atom.start]
    named = text.startswith(numbered["behind"], atom.end) or before.endswith(numbered["before"])
    return named or bool(LATIN.fullmatch(before[-1:])) or text[atom.end : atom.end + 1] in ("”", "’", "》")


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


def is_month(text: str, atom: Atom) -> bool:
    """Whether 一月 is January, and not what each pays a month (一户一月35元)."""
    if text[atom.start : atom.end] != "一月":
        return True
    ahead = text[max(0, atom.start - 2) : atom.start]
    return MONTHLY_AHEAD.match(ahead) is None and MONTHLY_BEHIND.match(text, atom.end) is None
