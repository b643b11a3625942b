"""Whether a line breaks off, and whether another goes on where it broke: the evidence for rejoining."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import RegionKind
from checker.reading.lines import CLOSERS, STOPS, bylines, captions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.reading.lines import Line

_LONG = 45
_CLOSING_SOON = 80
_BAND = 6
_WIDEST = 240
_ENDLESS = 1 << 62

_ATTRIBUTED = re.compile(r"——[\u4e00-\u9fff·]{2,16}$")
# Words that a line cannot end with unless it breaks off; headings end with none of them.
_LEFT_OPEN = re.compile(r"(?:必须|以及|(?<!求)是|(?<!参)与|(?<![温中总饱缓平])和|(?<![名干大小])将|把|被)$")
_WIDE = re.compile(r"[\u2014-\u2026\u2e80-\uffef]")
_OPEN_END = "，、,—-–~～“‘（(《〈「『【"
_LEADS_ON = re.compile(r"(?:是|为|(?<!全文)如下|包括|包含|分别)[：:]$")

# A line that begins so is a new item or turn, whatever stands above it.
_ITEM = re.compile(
    r"""
    [一二三四五六七八九十]{1,3}、                  # 一、
  | 第[一二三四五六七八九十]{1,3}[，、是章节]      # 第一，
  | [（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]   # （一）
  | \d{1,2}(?:、|\.(?!\d)|．)                      # 1.
  | [①-⑳●■◆▲★□○※•]                              # ①
  | ——                                            # ——经济跨上新台阶
  | [\u4e00-\u9fffA-Za-z·]{1,10}(?<![是为括下])[：:](?!\d)   # 记者：
    """,
    re.VERBOSE,
)
# A line that begins so is a new story or thought, unless a comma leads on to it.
_FRESH = re.compile(
    r"本报讯|本报[\u4e00-\u9fff]{2,8}讯|新华社|据悉|据了解|据介绍|近日|近年来|此外|与此同时|同时，|今年以来|目前，"
)
# A line that begins so cannot begin a sentence.
_GOES_ON = re.compile(
    r"[，、。；：！？,;:!?)）】》〉”’」』%％]|的(?!确|士|哥|卢)|了(?!解|不|然|却|得)|们|等(?!到|待|级|候|于|距)"
)
_PAIRS = {"《": "》", "（": "）", "(": ")", "“": "”", "【": "】", "「": "」", "『": "』"}


def breaks(text: str) -> bool:
    """Whether a paragraph ends before its sentence does; a short line without punctuation is a heading, not a break.

    >>> breaks("项目已经开工。产值同比增长"), breaks("创新能力显著提升"), breaks("项目已经开工。")
    (True, False, False)
    """
    end = text.rstrip(CLOSERS + "“‘")[-2:]
    if not end or end[-1] in STOPS or text[-1] in "：:；;" or (end[-1] == "." and "\u4e00" <= end[0] <= "\u9fff"):
        return False
    if text[-1] in _OPEN_END or _unclosed(text) or _LEFT_OPEN.search(text):
        return True
    return ("。" in text or len(text) > _LONG) and not ("——" in text and _ATTRIBUTED.search(text))


def continues(broken: str, text: str, *, strongly: bool = False) -> bool:
    """Whether ``text`` goes on where ``broken`` breaks off. ``strongly``: only if it could not begin a sentence.

    >>> continues("国赛摘得1银", "2铜，实现历史性突破。")
    True
    >>> continues("注入了强劲而持久的引", "记者：怎样实现这一目标？")
    False
    """
    if _GOES_ON.match(text):
        return True
    if strongly:
        return _closes(broken, text)
    if _ITEM.match(text):
        return False
    if broken[-1] in _OPEN_END:
        return True
    if broken[-1] in CLOSERS or _FRESH.match(text):
        return False
    return not _unclosed(broken) or _closes(broken, text)


def folded(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups that are one paragraph by the break alone: clause lines and lines of a fixed width."""
    measure, width = _measure(lines)
    full = width - _BAND if width else _ENDLESS
    spaced = sum(n.before > 0 for n in lines) * 2 > len(lines)
    group: list[Line] = []
    for line in lines:
        if group and line.before == 0 and _folds(group[-1], line, spaced=spaced, full=measure(group[-1].text) > full):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _folds(above: Line, line: Line, *, spaced: bool, full: bool) -> bool:
    """Whether ``line``, right below ``above``, is the same paragraph. ``full``: ``above`` fills the width."""
    if line.hint or above.hint or line.item or above.text[0] == "|":
        return False
    if bylines(above.text) or bylines(line.text) or captions(line.text):
        return False
    if full and not line.indented:
        return True
    if above.stopped or _ITEM.match(line.text):
        return False
    if above.text[-1] in "，、,；;" or _LEADS_ON.search(above.text):
        return True
    alike = len(above.text) >= 20 and len(above.text) * 5 >= len(line.text) * 4
    return spaced and alike and line.text[-1] in "。，；！？"


def columns(text: str) -> int:
    """The columns a line takes on a terminal: two for a Chinese character.

    >>> columns("甲乙AB")
    6
    """
    return len(text) + len(_WIDE.findall(text))


def _measure(lines: Sequence[Line]) -> tuple[Callable[[str], int], int]:
    """How a text is wrapped: what its width is counted by, and the width; 0 if it is not wrapped.

    Wrapped: most lines that do not end as a sentence ends alike, within a band, and hardly any is longer.
    """
    if len(lines) < 4 or any(len(n.text) > _WIDEST for n in lines):
        return len, 0
    body = [n for n in lines if n.hint is not RegionKind.HEADING]
    broken = [n.text for n in body if len(n.text) >= 12 and not n.stopped]
    if len(broken) < 3:
        return len, 0
    for measure in (columns, len):
        widths = sorted(map(measure, broken))
        width = widths[-1 - len(widths) // 20]
        alike = sum(width - _BAND < w <= width + 2 for w in widths)
        longer = sum(measure(n.text) > width + 2 for n in body)
        if alike * 10 >= len(widths) * 7 and longer * 20 <= len(body):
            return measure, width
    return len, 0


def _unclosed(text: str) -> str:
    """The last bracket or title mark that is opened near the end and not closed, "" if there is none."""
    tail = text[-_CLOSING_SOON:]
    at, mark = max((tail.rfind(o), o) for o in "《（(【")
    return mark if at >= 0 and _PAIRS[mark] not in tail[at:] else ""


def _closes(broken: str, text: str) -> bool:
    """Whether ``text`` soon closes the bracket that ``broken`` leaves open."""
    mark = _unclosed(broken)
    if not mark:
        return False
    head = text[:_CLOSING_SOON]
    at = head.find(_PAIRS[mark])
    return at >= 0 and mark not in head[:at]
