"""Text → the plain text that the readers of this package match on, with the way back to the written one.

Full-width digits and letters become ASCII, traditional and banker's numerals become simplified ones, and spaces
that stand inside a figure (12 月, 一 百 五 十, 177.1 亿元) are taken out. Everything else keeps its place.
"""

from __future__ import annotations

from string import ascii_letters, digits
from typing import NamedTuple

from checker import patterns as re
from checker.model import Span

_WIDE = {0xFF10 + i: chr(0x30 + i) for i in range(10)}
_WIDE |= {0xFF21 + i: chr(0x41 + i) for i in range(26)} | {0xFF41 + i: chr(0x61 + i) for i in range(26)}
_SAME = dict(
    zip(
        "．％＋－−／＝～〜＜＞＄￥﹪＂萬億點個兩幣圓圆裏裡餘間對約過達幾數雙錢於圍吋呎戶頃畝噸歲歐負倆碼",
        '.%+--/=~~<>$¥%"万亿点个两币元元里里余间对约过达几数双钱于围寸尺户顷亩吨岁欧负俩码',
        strict=True,
    )
)
_TABLE = str.maketrans(_SAME) | _WIDE
_OTHERWISE = "".join(map(re.escape, _SAME)) + "０-９Ａ-Ｚａ-ｚ"
_ODD = re.compile(f"[{_OTHERWISE}]")

_BANKER = dict(zip("壹弌贰貳貮叁參叄参肆伍陆陸柒捌玖拾佰仟", "一一二二二三三三三四五六六七八九十百千", strict=True))
_BANKERS = "".join(_BANKER)
_BANKER_RUN = re.compile(f"[{_BANKERS}](?:[{_BANKERS}零〇一二两三四五六七八九十百千万亿元角分点折成]*)")
_BANKED = "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"
_ANY_BANKED = frozenset(_BANKED)

_BLANKS = " \\t\\u3000\\u00a0\\u2009\\u202f"
_SPACES = re.compile(f"[{_BLANKS}]+")
# What a character is that blanks may stand beside, before them (lower case) and behind them (upper case).
_BEFORE = {**dict.fromkeys(ascii_letters + "%", "w"), **dict.fromkeys(digits, "wd"), **dict.fromkeys("<>~≥≤=-", "s")}
_BEHIND = {
    **dict.fromkeys(ascii_letters + "%‰℃°~", "U"), **dict.fromkeys(digits, "NV"), ".": "N", "-": "NU", "=": "V",
}  # fmt: skip
_CLOSED = frozenset((
    "hH", "hN",  # 三千 九百, 总数 300
    "wH",        # 177.1 亿元, 12 月
    "dU",        # 2 cm, 50 %, 20 - 100
    "sV",        # < = 100
))  # fmt: skip
# What any of the above begins with; most sentences have none of it, and are plain as they stand.
_SIGNS = re.compile(f"[{_OTHERWISE}{_BANKED}{_BLANKS}]")


class Plain(NamedTuple):
    """Plain text, and for each of its characters the place in the written text (None: the same place)."""

    text: str
    places: tuple[int, ...] | None

    def written(self, start: int, end: int) -> Span:
        """The span in the written text of a span of the plain one."""
        if self.places is None:
            return Span(start, end)
        if end <= start:
            at = self.places[start] if start < len(self.places) else (self.places[-1] + 1 if self.places else 0)
            return Span(at, at)
        return Span(self.places[start], self.places[end - 1] + 1)


def plain(text: str) -> Plain:
    """The plain text of ``text``.

    >>> plain("１２　月，三萬 五千").text
    '12月，三万五千'
    >>> plain("大陆的队伍").places is None
    True
    """
    if not _SIGNS.search(text):
        return Plain(text, None)
    if _ODD.search(text):
        text = text.translate(_TABLE)
    runs = (m.span() for m in _SPACES.finditer(text))
    spaces = [(a, b) for a, b in runs if _closed(text[a - 1 : a], text[b : b + 1])]
    if not spaces:
        return Plain(_simple(text), None)
    kept: list[str] = []
    places: list[int] = []
    last = 0
    for start, end in spaces:
        kept.append(text[last:start])
        places.extend(range(last, start))
        last = end
    kept.append(text[last:])
    places.extend(range(last, len(text)))
    return Plain(_simple("".join(kept)), tuple(places))


def _closed(before: str, behind: str) -> bool:
    """Whether blanks between these two characters part nothing."""
    if not before or not behind:
        return False
    first = "h" if _is_han(before) else _BEFORE.get(before, "")
    return any(a + b in _CLOSED for a in first for b in ("H" if _is_han(behind) else _BEHIND.get(behind, "")))


def _is_han(c: str) -> bool:
    return "\u3400" <= c <= "\u9fff" or c == "〇"


def _simple(text: str) -> str:
    return text if _ANY_BANKED.isdisjoint(text) else _BANKER_RUN.sub(_unbanked, text)


def _unbanked(m: re.Match[str]) -> str:
    run = m[0]
    banked = sum(c in _BANKER for c in run)
    whole = len(run) == len(m.string.strip())
    money = len(run) > 1 and run[-1] in "元角分" and run[-2] in _BANKER
    before = m.string[m.start() - 1 : m.start()]
    fraction = m.string.startswith("分之", m.end()) or m.string.endswith("分之", 0, m.start())
    counted = (before and before in "零〇一二两三四五六七八九十百千万亿点负") or fraction
    counted = counted or (run[0] in "壹贰叁柒捌玖" and run[1:2] in tuple("十百千万亿"))
    if whole or money or counted or banked > 1 or run[1:2] in ("折", "成", "点"):
        return "".join(_BANKER.get(c, c) for c in run)
    return run
