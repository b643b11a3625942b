"""Article → sentences: whole ones, each character of which knows its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Sentence
from checker.reading.lines import BLANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Article, Region, Span

_LONG = 60

# Words that print nothing: they are dropped by leaving them out of the pieces.
_MARKUP = re.compile(
    r"""
    !\[[^\[\]\n]{0,200}\]\([^()\n]{0,500}\)         # ![图](a.png)
  | \[(?P<link>[^\[\]\n]{1,200})\]\([^()\n]{0,500}\)  # [全文](https://…)
  | \*\*|__|`+|~~                                   # **重点**
  | </?[A-Za-z][^<>\n]{0,200}>                      # <br>
  | &(?:nbsp|emsp|ensp|thinsp);
  | \\(?=[*_`\#\[\]()\\.+!-])                       # \*
  | [\u200b\ufeff]
  | [\r\n]+
    """,
    re.VERBOSE,
)
_SIGNS = re.compile(r"[\[\]*_`~<&\\\u200b\ufeff\r\n]")

# One set, so that the scan runs at the speed of a search for a character.
_MARKS = re.compile(r"[。！？!?…”’」』）)】》〉“‘「『（(《【\"]+")
_STOPS = "。！？!?…"
_SHUTTING = "”’」』）)】》〉"
_OPENER = {"”": "“", "’": "‘", "」": "「", "』": "『", "）": "（", ")": "(", "】": "【", "》": "《"}
_NESTING = 8

# After a closing quote: the sentence goes on, or names who said it.
_GOES_ON = re.compile(r"[，、；：,;:。！？!?…）)】》”’—]|的(?!确)")
_MAY_GO_ON = frozenset([*BLANKS, *"，、；：,;:。！？!?…）)】》”’—的"])
_SAID = re.compile(r"[^。！？!?，,；：“”\r\n]{0,24}(?:说|表示|介绍|坦言|指出|认为|强调|告诉|感慨|感叹|道|称|回忆|透露)")


def sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of an article in order of its regions, without markup, blanks at the ends and line ends.

    A full stop inside quotation marks or brackets ends a sentence only where the quotation is long, and
    closing marks stay with their sentence; ``；`` and a decimal point never end one. ``paragraph`` counts
    the article's regions, ``index`` its sentences. ``article.text[s.at(i)] == s.text[i]`` for every i.

    >>> from checker.model import Article, Region, RegionKind, Span
    >>> body = Region(RegionKind.BODY, (Span(0, 4), Span(6, 13)))
    >>> [s.text for s in sentences(Article("a.md", "增长1.⏎⏎5%。见**图**", (body,)))]
    ['增长1.5%。', '见图']
    >>> sentences(Article("a.md", "　", (Region(RegionKind.BODY, (Span(0, 1),)),)))
    ()
    """
    told: list[Sentence] = []
    for paragraph, region in enumerate(article.regions):
        runs = _runs(article.text, region)
        alone = len(runs) == 1
        text = article.text[slice(*runs[0])] if alone else "".join([article.text[a:b] for a, b in runs])
        starts = () if alone else [0, *accumulate([b - a for a, b in runs])]
        begin = 0
        for end in (*_ends(text), len(text)):
            raw = text[begin:end]
            words = raw.strip(BLANKS)
            if words:
                first = begin + (0 if raw[0] == words[0] else raw.index(words[0]))
                pieces = ((0, runs[0][0] + first),) if alone else _pieces(starts, runs, first, first + len(words))
                told.append(Sentence(words, pieces, region.kind, paragraph, len(told), region.section))
            begin = end
    return tuple(told)


def _runs(text: str, region: Region) -> list[tuple[int, int]]:
    """The runs of the file that a region prints, without blanks where two lines meet and without markup."""
    runs: list[tuple[int, int]] = []
    last = len(region.pieces) - 1
    for n, piece in enumerate(region.pieces):
        a, b = _trimmed(text, piece, left=n > 0, right=n < last) if last else piece
        words = text[a:b]
        if not _SIGNS.search(words):
            runs.append((a, b))
            continue
        at = 0
        for mark in _MARKUP.finditer(words):
            runs.append((a + at, a + mark.start()))
            if mark["link"] is not None:
                runs.append((a + mark.start("link"), a + mark.end("link")))
            at = mark.end()
        runs.append((a + at, b))
    return [run for run in runs if run[0] < run[1]]


def _trimmed(text: str, piece: Span, *, left: bool, right: bool) -> tuple[int, int]:
    words = text[piece.start : piece.end]
    a = piece.start + (len(words) - len(words.lstrip(BLANKS)) if left else 0)
    b = piece.end - (len(words) - len(words.rstrip(BLANKS)) if right else 0)
    return a, max(a, b)


def _ends(text: str) -> list[int]:
    """Where the sentences of a paragraph end, but the last.

    Ends inside a quotation are kept back until it closes, and dropped where it is short.
    """
    ends: list[int] = []
    opened: list[tuple[str, int]] = []
    straight = -1
    for run in _MARKS.finditer(text):
        at, last = run.span()
        while at < last:
            mark = text[at]
            if mark in _STOPS:
                stop = end = at + 1
                if stop < last:
                    stop = _past(text, stop, last, _STOPS)
                    end = _past(text, stop, last, _SHUTTING)
                    _shut(text[stop:end], stop, opened, ends)
                if straight >= 0 and text[end : end + 1] == '"':
                    end, straight = end + 1, -1
                if not _in_word(text, at, stop) and not _goes_on(text, end, quoted=end > stop):
                    ends.append(end)
                at = end
                continue
            if mark == '"':
                if straight >= 0 and at - straight <= _LONG:
                    _drop(ends, straight)
                straight = at if straight < 0 else -1
            elif mark in _SHUTTING:
                _shut(mark, at, opened, ends)
            else:
                opened.append((mark, at))
            at += 1
    return ends


def _past(text: str, at: int, last: int, marks: str) -> int:
    while at < last and text[at] in marks:
        at += 1
    return at


def _in_word(text: str, start: int, end: int) -> bool:
    """Whether a stop stands in a web address or a name (?id=1, Yahoo!x)."""
    return text[start:end].isascii() and text[end : end + 1].isascii() and text[end : end + 1].isalnum()


def _shut(closing: str, at: int, opened: list[tuple[str, int]], ends: list[int]) -> None:
    """Close quotations; the ends inside a short one are none."""
    for mark in closing:
        for depth in range(1, min(_NESTING, len(opened)) + 1):
            opener, start = opened[-depth]
            if opener == _OPENER.get(mark):
                del opened[-depth:]
                if at - start <= _LONG:
                    _drop(ends, start)
                break


def _drop(ends: list[int], start: int) -> None:
    while ends and ends[-1] > start:
        ends.pop()


def _goes_on(text: str, end: int, *, quoted: bool) -> bool:
    """Whether a sentence goes on below a stop: with more punctuation, or below a quotation with its speaker."""
    if not quoted and text[end : end + 1] not in _MAY_GO_ON:
        return False
    rest = text[end : end + 40].lstrip(BLANKS)
    return bool(_GOES_ON.match(rest)) or (quoted and bool(_SAID.match(rest)))


def _pieces(
    starts: Sequence[int], runs: Sequence[tuple[int, int]], begin: int, end: int
) -> tuple[tuple[int, int], ...]:
    """``(start in sentence, start in file)`` of each contiguous run of the sentence ``[begin, end)``."""
    n = bisect_right(starts, begin) - 1
    pieces = [(0, runs[n][0] + begin - starts[n])]
    for m in range(n + 1, len(runs)):
        if starts[m] >= end:
            break
        pieces.append((starts[m] - begin, runs[m][0]))
    return tuple(pieces)
