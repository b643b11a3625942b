"""What stands around a figure besides the name of its metric: words that the other paper put into the name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.linking.wording.profile import canonical, without
from checker.linking.wording.similarity import word_likeness

if TYPE_CHECKING:
    from checker.model import Claim

Named = tuple[str, ...]

# What a number ends: what stands before it tells of that number and not of a later one.
_NUMBER = re.compile(r"[0-9][0-9.,]*(?:[万亿]?(?:平方[米公]里?|元|亩|吨|户|[^\s，。；：、年月日号时点]))?")
_COUNT = re.compile(r"[0-9][0-9.,]*[万亿]?")
_PARTS = re.compile(r"[\s，。；：！？、]")
_STOP = re.compile(r"[，。；：！？]")
# So much of the sentence before a figure can tell what it is of, and so much of its clause behind it.
_AHEAD, _BEHIND = 60, 16
# A word as alike as this is the word itself.
_SAME = 0.85
_DATES = re.compile(r"[0-9]{1,4}(?:[年月日号]|[—\-~至][0-9]{1,2}[年月日])+份?|[0-9]{1,2}[—\-~至][0-9]{1,2}月份?")


def told_around(claim: Claim, word: str) -> bool:
    """Whether a word of another paper's name of the metric stands around a claim's figure, as one of its words."""
    stretch = around(claim)
    if len(word) > 1 and word in stretch:
        return True
    return len(word) > 1 and any(word_likeness(word, one) >= _SAME for one in canonical(stretch) if len(one) > 1)


def titled(claim: Claim, word: str) -> bool:
    """Whether a word stands in the title of a claim's article, or in the name of what the article is about.

    What names another number of the title is that number's own: 茶叶*全产业链*产值达13.4亿元.
    """
    if len(word) < 2:
        return False
    lent = word in claim.article.title and not _numbered(claim.article.title, word, claim.figure.text)
    return lent or any(word in name for name in claim.article.about)


@lru_cache(maxsize=16384)
def _numbered(title: str, word: str, figure: str) -> bool:
    """Whether a clause of a title goes on from a word to another number than a figure's."""
    rest = title[title.index(word) + len(word) :]
    ends = _PARTS.search(rest)
    found = _COUNT.search(rest, 0, ends.start() if ends else len(rest))
    return found is not None and found.group() not in figure


def nameless(a: Claim, b: Claim, one: Named, other: Named) -> tuple[Named, Named] | None:
    """The words of two claims' metrics without the names of whom both are told; None where neither holds one."""
    if a.article.id == b.article.id:
        return None
    scopes = (a.scope.place, b.scope.place, a.scope.org, b.scope.org)
    about = set(a.article.about).intersection(b.article.about)
    x, y = "".join(one), "".join(other)
    names = {name for name in (*scopes, *about) if len(name) > 1 and (name in x or name in y)}
    if not names:
        return None
    bare = without(one, names), without(other, names)
    return bare if bare != (one, other) else None


@lru_cache(maxsize=16384)
def _stretch(text: str, start: int, end: int) -> str:
    """The text from the number before a figure to the end of the figure's clause, without the figure."""
    low = max(0, start - _AHEAD)
    plain = _DATES.sub(lambda m: "　" * len(m.group()), text[low:start])
    begin = 0
    for m in _NUMBER.finditer(plain):
        begin = m.end()
    if begin and plain[begin : begin + 1] != "的":  # 14个*省控断面*有13个优良: what that number counts
        ends = _STOP.search(plain, begin)
        begin = ends.end() if ends else len(plain)
    begin += low
    stop = _STOP.search(text, end, end + _BEHIND)
    return text[begin:start] + "　" + text[end : stop.start() if stop else end + _BEHIND]


def around(claim: Claim) -> str:
    """What stands between the number before a figure and the end of its clause."""
    return _stretch(claim.sentence.text, claim.figure.start, claim.figure.end)
