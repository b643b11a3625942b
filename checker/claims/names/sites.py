"""Short names of things, of two to four characters before a word for their sort: 永丰桥, 青石坪遗址, 晨曦新能源.

They are too short and too many to be taken for names of institutions, and are only of use to find the same thing under
a name that sounds or looks alike (:func:`checker.claims.names.near.near`).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.brands import branded, fits, thing
from checker.claims.words.bigrams import numbered, pairs
from checker.claims.words.segments import is_adverb, is_verb, segment
from checker.claims.words.wordlists import WordList
from checker.lexicon import load
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

# The role of such a name in a report.
SHORT = "short name"

_STEM, _LONGEST = 2, 4
_WINDOW = 6
_AND = "和"
_HAN = re.compile(r"[\u4e00-\u9fff]+\Z")
_HAN_AHEAD = re.compile(r"[\u4e00-\u9fff]+")
# What makes a place of what ends like a thing: 云桥*区*.
_RUNGS = frozenset("市区县州旗乡镇村")
# What a word for a spot ends in: 窗*外*.
_SPOTS = frozenset("外里中内旁边前后")
_QUOTED = re.compile(r"“(?P<name>[\u4e00-\u9fff]{3,6})”")
_WORD = 2


@cache
def sorts() -> frozenset[str]:
    """The words for sorts of things that end a short name."""
    data = load("sites")
    return frozenset(w for table in data["endings"].values() for w in table.split()) | _firms()


@cache
def _firms() -> frozenset[str]:
    return frozenset(load("names")["sorts"].split())


@cache
def _longest() -> int:
    return max(map(len, sorts()))


def sort_of(name: str) -> str:
    """The longest word for a sort of things that ends a name and leaves two characters before it; "" if none does.

    >>> sort_of("永丰桥"), sort_of("青石坪遗址"), sort_of("永丰")
    ('桥', '遗址', '')
    """
    known = sorts()
    return next((name[i:] for i in range(max(_STEM, len(name) - _longest()), len(name)) if name[i:] in known), "")


def may_stand(text: str, told: AbstractSet[int]) -> list[int]:
    """Where a word for a sort of things may begin in a text; ``told``: all that stands side by side in it.

    >>> may_stand("永丰桥通车", set(pairs("永丰桥通车")))
    [2]
    """
    twos, ones = starts()
    found = []
    for word in (*map(twos.__getitem__, twos.keys() & told), *ones, "“"):
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return found


@cache
def starts() -> tuple[Mapping[int, str], str]:
    """The first two characters of each word for a sort, by their numbers, and those words of one character."""
    twos = {w[:2] for w in sorts() if len(w) > 1}
    return numbered(twos), "".join(sorted(w for w in sorts() if len(w) == 1))


@cache
def _list() -> WordList:
    return WordList(sorts())


def short_names(text: str, marks: Sequence[int] | None = None) -> list[Figure]:
    """The short names of things in a sentence, in order, none within another.

    ``marks``: where :func:`may_stand` says that words for sorts may begin in it, in any order.

    >>> [f.text for f in short_names("昨日，始建于明代的永丰桥和青石坪遗址开放。")]
    ['永丰桥', '青石坪遗址']
    >>> short_names("这座石桥边的农村小区。")
    []
    """
    found, reached = [], 0
    marks = may_stand(text, set(pairs(text))) if marks is None else marks
    for start, end in sorted({*_ended(text, sorted(marks)), *_quoted(text)}, key=lambda s: (s.start, -s.end)):
        if start >= reached:
            found.append(Figure(start, end, text[start:end], Kind.NAME, number=Span(start, end)))
            reached = end
    return found


def _ended(text: str, marks: Sequence[int]) -> Iterator[Span]:
    known, end = _list(), 0
    for at in marks:
        if at < end or (stop := known.end(text, at, len(text))) == at:
            continue
        end = stop
        if not _goes_on(text, at, end):
            stem = stem_before(text[max(0, at - _WINDOW) : at], text[at:end])
            if stem:
                yield Span(at - stem, end)


@cache
def _not_followed() -> Mapping[str, tuple[str, ...]]:
    return {w: tuple(str(v).split()) for w, v in load("sites")["not_followed"].items()}


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether what looks like a sort of things is the beginning of another word: *村*民."""
    word = text[at:end]
    if text[end : end + 1] in _RUNGS or (word in _not_followed() and text.startswith(_not_followed()[word], end)):
        return True
    return runs_on(text, at, end)


def runs_on(text: str, at: int, end: int) -> bool:
    """Whether what stands at a place of a text ends within a word: *建工*程, *车展*出, *谷*子.

    >>> runs_on("商用车展出", 2, 4), runs_on("商用车展开幕", 2, 4)
    (True, False)
    """
    behind = _HAN_AHEAD.match(text, end, end + _WORD)
    if behind is None or (len(behind[0]) == _WORD and len(segment(behind[0])) == 1):
        return False  # 商用车*展出*
    reached = at
    for word in segment(text[at : behind.end()]):
        if reached < end < reached + len(word):
            return True
        reached += len(word)
    return False


def stem_before(before: str, sort: str) -> int:
    """How many of the characters before a word for a sort of things are its name; 0 if none can be.

    >>> stem_before("游人走过永丰", "大桥"), stem_before("游人走过", "大桥")
    (2, 0)
    """
    found = _HAN.search(before[-_WINDOW:])
    run = found[0] if found else ""
    words = segment(run)
    if not words or (len(sort) < _WORD and segment(run + sort)[-1] != sort):  # *农村* is a word
        return 0
    n, stops = 0, _stops()
    if run[-1] in _RUNGS and sort in _firms():  # 青石*县*影视
        return 0
    for i, word in reversed([*enumerate(words)]):
        if word == _AND and (words[i - 1] == "的" if i else len(run) < len(before)) and 0 < n < _LONGEST:
            return n + 1  # 奔忙的*和朔*生物, 、*和朔*生物
        if len(word) == 1:
            if word in stops[n >= _STEM] or n == _LONGEST:
                break
            n += 1
            continue
        fits = n + len(word) <= _LONGEST and not _common(word)
        if fits and (n < _STEM or word in _families()):
            n += len(word)
        break
    return n if n >= _STEM and run[-n:] not in _plain() else 0


def _common(word: str) -> bool:
    """Whether a word is no part of a name: *完善*, *特色*, *其中*."""
    points = word[-1] in _SPOTS or not _pointing().isdisjoint(word)
    return points or is_adverb(word) or is_verb(word) or word in _plain()


@cache
def _plain() -> frozenset[str]:
    told = (*map(load("names").get, ("generic", "titles", "cut")), load("sites")["plain"])
    return frozenset(word for table in told for word in table.split())


@cache
def _pointing() -> frozenset[str]:
    """Characters whose words point to things and name none: *其*中, *年*产."""
    return frozenset(load("sites")["pointing"])


@cache
def _families() -> frozenset[str]:
    """What villages and fields are called after: 李家."""
    return frozenset(f"{surname}家" for surname in load("names")["surnames"].split())


@cache
def _stops() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that no short name holds, and those that none of two characters or more holds before these."""
    data = load("sites")
    never = frozenset(load("names")["cut_characters"]) | frozenset(data["never"])
    return never, never | frozenset(data["not_before"])


def _quoted(text: str) -> Iterator[Span]:
    """Words that no dictionary holds, and brands, in quotation marks: “穗香源”, “渔港通”."""
    if "“" not in text:
        return
    for m in _QUOTED.finditer(text):
        name, end = m["name"], m.end("name")
        if lonely(name) or (fits(name) and (thing(text, end) or branded(text, *m.span("name")))):
            yield Span(*m.span("name"))


def lonely(name: str) -> bool:
    """Whether one character of a name at least makes no word with those beside it: “渔港*通*”."""
    found = segment(name)
    return any(len(word) == 1 for word in found) and not any(is_adverb(w) for w in found)


def coined(name: str) -> bool:
    """Whether a word is one that no dictionary holds, with two characters or more that make no word.

    >>> coined("岚禾源"), coined("高质量发展")
    (True, False)
    """
    return sum(len(word) == 1 for word in segment(name)) > 1 and not any(is_adverb(w) for w in segment(name))
