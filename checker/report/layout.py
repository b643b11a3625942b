"""Lines for a terminal: wrapping by East Asian width, eliding, marking."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.cells import cell_len

from checker import patterns as re
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OPENING = "“‘（《【〔(["
CLOSING = "，。、；：？！”’）》】〕…｜%,.;:?!)]"

# The runs of punctuation are bounded: an endless one is cut like any other text, in linear time.
_TOKEN = re.compile(
    rf"""
    (?: [{re.escape(OPENING)}]{{0,4}}+         # “（   never ends a line
        (?: [0-9A-Za-z.,%+/_-]++               # 5700P, 18.3%, corpus/a.md
          | [^{re.escape(OPENING)}]            # one character of Chinese
        )
      | [{re.escape(OPENING)}]
    )
    [{re.escape(CLOSING)}]{{0,4}}+             # ，。   never begins a line
    """,
    re.VERBOSE,
)


@cache
def _cell(char: str) -> int:
    return cell_len(char)


def cells(text: str) -> int:
    """The columns that ``text`` takes on a terminal.

    >>> cells("突破5700P")
    9
    """
    return sum(map(_cell, text))


def printable(text: str) -> str:
    r"""The text on one line and without control characters, each character still in its place.

    >>> printable("一\n二\x1b[31m")
    '一 二\ufffd[31m'
    """
    return "".join(c if c.isprintable() else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text)


def wrapped(text: str, width: int) -> list[Span]:
    """Where to cut ``text`` into lines of at most ``width`` columns, spaces at the cuts left out.

    Punctuation stays with its word: no line begins with a comma or ends with an opening bracket.

    >>> [("甲乙丙，丁")[s:e] for s, e in wrapped("甲乙丙，丁", 6)]
    ['甲乙', '丙，丁']
    """
    lines: list[Span] = []
    start = end = used = 0
    for token in _pieces(text, width):
        need = cells(text[token.start : token.end])
        if used and used + need > width:
            lines.append(Span(start, end))
            start, used = token.start, 0
        if not used and lines and text[token.start : token.end].isspace():
            start = end = token.end
            continue
        end = token.end
        used += need
    if end > start:
        lines.append(Span(start, end))
    return [Span(s, s + len(text[s:e].rstrip())) for s, e in lines]


def packed(parts: Iterable[str], width: int, separator: str = "｜") -> Iterator[str]:
    """The parts in lines of at most ``width`` columns, cut between parts; a part that is wider stands alone.

    >>> list(packed(["7家", "上市企业", "东岛区", "实际"], 18))
    ['7家｜上市企业｜', '东岛区｜实际']
    """
    line = ""
    for part in parts:
        longer = f"{line}{separator}{part}" if line else part
        if line and cells(longer + separator) > width:
            yield line + separator
            line = part
        else:
            line = longer
    if line:
        yield line


def _pieces(text: str, width: int) -> list[Span]:
    pieces: list[Span] = []
    for match in _TOKEN.finditer(text):
        start, used = match.start(), 0
        for at in range(match.start(), match.end()):
            if used + _cell(text[at]) > width:
                pieces.append(Span(start, at))
                start, used = at, 0
            used += _cell(text[at])
        pieces.append(Span(start, match.end()))
    return pieces


def elided(text: str, span: Span, limit: int) -> tuple[str, Span]:
    """``text`` cut to ``limit`` columns around ``span``, with … where something was left out.

    >>> elided("一二三四五六七家八九十", Span(6, 8), 12)
    ('…五六七家八…', Span(start=3, end=5))
    """
    if cells(text) <= limit:
        return text, span
    start, end = span
    room = limit - cells(text[start:end]) - 4
    while room > 0 and (start > 0 or end < len(text)):
        for step in ("left", "left", "right"):
            at = start - 1 if step == "left" else end
            if 0 <= at < len(text) and room + 2 >= _cell(text[at]):
                start, end = min(start, at), max(end, at + 1)
                room -= _cell(text[at])
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    return f"{head}{text[start:end]}{tail}", Span(span.start + shift, span.end + shift)
