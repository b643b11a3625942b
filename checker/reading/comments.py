"""Comments in a source file: they are no text, and some tell Kanwu which rules to be silent about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Region, Span, Suppression
from checker.reading.lines import BLANKS, UNPRINTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Article

_OPEN, _CLOSE = "<!--", "-->"
_TOLD = re.compile(r"\s*kanwu\s*[:：]\s*(?P<word>[A-Za-z-]*)(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(
    r"""
    [\s,，、]*
    (?P<code>
        KW\d{0,3}            # KW101  KW1
      | [a-z]+(?:-[a-z]+)+   # conflicting-values
    )
    (?![\w-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAD = re.compile(r"[\s,，、:：—–-]+")
_PRINTED = re.compile(rf"[^{re.escape(BLANKS)}\r\n]+")
WORDS = ("ignore", "ignore-file")


def comments(text: str, start: int = 0) -> tuple[Span, ...]:
    """The comments of a text from ``start``, with their marks; one that never closes is none.

    >>> comments("一<!-- 二 -->三<!--")
    (Span(start=1, end=11),)
    """
    found = []
    at = text.find(_OPEN, start)
    while at >= 0:
        end = text.find(_CLOSE, at + len(_OPEN))
        if end < 0:
            break
        found.append(Span(at, end + len(_CLOSE)))
        at = text.find(_OPEN, end + len(_CLOSE))
    return tuple(found)


def printed(text: str, hidden: Sequence[Span]) -> str:
    """The text with what is hidden as blanks that print nothing, each other character in its place."""
    if not hidden:
        return text
    made, at = [], 0
    for start, end in hidden:
        made += [text[at:start], re.sub(r"[^\r\n]", UNPRINTED, text[start:end])]
        at = end
    return "".join([*made, text[at:]])


def without(regions: Sequence[Region], hidden: Sequence[Span]) -> tuple[Region, ...]:
    """The regions without what is hidden."""
    if not hidden:
        return tuple(regions)
    starts = [h.start for h in hidden]
    return tuple(replace(r, pieces=tuple(q for p in r.pieces for q in _apart(p, hidden, starts))) for r in regions)


def _apart(piece: Span, hidden: Sequence[Span], starts: Sequence[int]) -> Iterator[Span]:
    """The parts of a piece between what is hidden in it; the piece itself where that is all of it."""
    at = piece.start
    for i in range(bisect_right(starts, piece.start - 1), len(hidden)):
        if hidden[i].start >= piece.end:
            break
        if at < hidden[i].start:
            yield Span(at, hidden[i].start)
        at = hidden[i].end
    if at < piece.end or at == piece.start:
        yield Span(at, piece.end)


def suppressions(article: Article, hidden: Sequence[Span], text: str, body: int) -> tuple[Suppression, ...]:
    """What the comments of an article tell Kanwu; ``text``: what is printed of it, from ``body`` on.

    A comment beside words holds for its line, one that stands alone for the next line that is not blank.
    """
    told = [(span, s) for span in hidden if (s := suppression(article.text[span.start + 4 : span.end - 3]))]
    runs = [Span(*m.span()) for m in _PRINTED.finditer(text, body)] if told else []
    found = []
    for span, one in told:
        at = article.locate(span.start)
        n = bisect_right(runs, (span.start, 0))
        before = article.locate(runs[n - 1].end - 1).line if n else 0
        line = at.line if before == at.line or n == len(runs) else article.locate(runs[n].start).line
        found.append(placed(one, line, at.line, at.column, first=not n))
    return tuple(found)


def suppression(comment: str) -> Suppression | None:
    """What a comment tells Kanwu, without its place; None where it does not speak to it.

    >>> told = suppression(" kanwu: ignore KW101, KW103 口径不同 ")
    >>> told.codes, told.reason, told.fault
    (('KW101', 'KW103'), '口径不同', '')
    >>> suppression(" kanwu: ignore KW101 ").fault
    '没有写理由，不起作用'
    >>> suppression(" more ") is None
    True
    """
    told = _TOLD.match(comment)
    if told is None:
        return None
    word, rest = told["word"].lower(), told["rest"]
    codes, at = [], 0
    while code := _CODE.match(rest, at):
        name = code["code"]
        codes.append(name.upper() if name[:2].upper() == "KW" and "-" not in name else name.lower())
        at = code.end()
    lead = _LEAD.match(rest, at)
    reason = " ".join(rest[lead.end() if lead else at :].split())
    fault = ""
    if word not in WORDS:
        near = get_close_matches(word, WORDS, n=1)
        fault = f"不认识“{word}”，{f'是否想写 {near[0]}？' if near else '应写 ignore 或 ignore-file'}"
    elif not reason:
        fault = "没有写理由，不起作用"
    return Suppression(0, tuple(codes), reason, whole=word == "ignore-file", fault=fault)


def placed(told: Suppression, line: int, at: int, column: int, *, first: bool) -> Suppression:
    """A suppression that stands at ``at`` and holds for ``line``; ``first``: no text stands above it."""
    fault = told.fault
    if told.whole and not first and not fault:
        fault = "ignore-file 要写在正文开头，不起作用"
    return replace(told, line=line, at=at, column=column, fault=fault)
