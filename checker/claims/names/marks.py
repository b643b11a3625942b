"""What ends a name in a run of characters, what cuts it there, and what only seems to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.cores import endings
from checker.claims.words.branching import branches
from checker.claims.words.segments import segment
from checker.claims.words.wordlists import WordList
from checker.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Two fields of one house: 储能材料*与*器件实验室.
PAIRING = frozenset("与和及")
_WRAPPED = re.compile(r"“[^“”]*”|（[^（）]*）|\([^()]*\)")  # “走进海洋”行动, 校长（院长）基金
_COUNTING = frozenset("第0123456789一二两三四五六七八九十百千万亿几数多")
_WHOLE = frozenset("“（(")


@cache
def _words() -> Mapping[str, tuple[str, str]]:
    """Each word that ends or cuts a name, or that keeps a cut from working, with its part and its ending."""
    data, known = load("names"), endings()
    told: dict[str, tuple[str, str]] = {}
    for word in data["protected"].split():
        ending = next((word[i:] for i in range(len(word)) if word[i:] in known), "")
        told[word] = ("end", ending) if ending else ("keep", "")
    told.update((w, ("end", w)) for w in known)
    told.update((w, ("cut", "")) for w in data["cut"].split())
    told.update((c, ("cut", "")) for c in data["cut_characters"])
    return told


@cache
def _list() -> WordList:
    return WordList(_words())


@cache
def _count() -> re.Pattern[str]:
    """A number with its measure word: 12家, 第八届, 十余所."""
    numerals = "[0-9]+|[一二两三四五六七八九十百千万亿几数多]+"
    measure = rf"[年月日{load('names')['measures']}]|人次|人(?!民)|公里|平方米|亩|吨|元"
    return re.compile(rf"第?(?:{numerals})[余多]?(?:{measure})(?:以上|以下)?")


def marks(text: str, start: int, end: int) -> Iterator[tuple[str, str, int, int]]:
    """What ends or cuts a name, or keeps a cut from working, in order: its part, its ending, and its place."""
    words, known, at = _words(), _list(), start
    while at < end:
        c = text[at]
        stop = known.end(text, at, end) if c in known.firsts else at
        if stop > at:
            part, last = words[text[at:stop]]
            if last.endswith("大") and text.startswith("学", stop):
                at = stop - 1  # 理工*大学*
                continue
            if part == "cut" and at > start and text[at:stop] in _overlapping() and _parted(text, at, stop):
                at += 1  # 修*复工*程
                continue
            kept = part == "cut" and at > start and _kept(text, start, at, stop, end)
            yield "keep" if kept else part, last, at, stop
            at = stop
        elif c in _COUNTING and (m := _count().match(text, at, end)):
            yield "cut", "", at, m.end()
            at = m.end()
        elif c in _WHOLE and (m := _WRAPPED.match(text, at, end)):
            yield "keep", "", at, m.end()
            at = m.end()
        else:
            at += 1


@cache
def _overlapping() -> frozenset[str]:
    """The words that cut names and end as a word for a sort begins: 复*工*, 工程; none that begins with another cut."""
    data = load("names")
    begun = {word[:n] for word in endings() for n in range(1, len(word))}
    cuts = frozenset(data["cut"].split()) | frozenset(data["cut_characters"])
    parts = ((w, range(1, len(w))) for w in data["cut"].split())
    return frozenset(w for w, at in parts if any(w[i:] in begun for i in at) and not any(w[:i] in cuts for i in at))


def _parted(text: str, at: int, stop: int) -> bool:
    """Whether what looks like a word is the end of one and the beginning of the next: 修*复工*程."""
    reached = at - 1
    for word in segment(text[reached : stop + 1]):
        reached += len(word)
        if at < reached < stop:
            return True
    return False


def _kept(text: str, start: int, at: int, stop: int, end: int) -> bool:
    """Whether a word that cuts names is a part of one here."""
    return _traded(text, at, stop, end) or _in_word(text, start, at, stop) or _worked(text, at, stop, end)


def _worked(text: str, at: int, stop: int, end: int) -> bool:
    """Whether a word that cuts names says with the next what a work or a house is for: *提升*改造工程."""
    if text[at:stop] not in _labours():
        return False
    found = _labour().match(text, stop, end)
    return found is not None and not refused(text, found.start("sort"), found.end(), found["sort"])


@cache
def _labours() -> frozenset[str]:
    return frozenset(load("names")["labours"].split())


@cache
def _labour() -> re.Pattern[str]:
    """What else is done, and the sort of what it is done to or at: 提升*改造工程*."""
    return re.compile(rf"(?:{branches(load('names')['labours_after'].split())}){{1,3}}(?P<sort>{branches(endings())})")


def _traded(text: str, at: int, stop: int, end: int) -> bool:
    """Whether a word that cuts names is what a firm does: 更新*投资*集团."""
    return text[at:stop] in trades() and _firm().match(text, stop, end) is not None


def _in_word(text: str, start: int, at: int, stop: int) -> bool:
    """Whether what pairs two names is the end of a word here: 济*和*医院."""
    return text[at:stop] in PAIRING and len(segment(text[max(start, at - 2) : stop])[-1]) > stop - at


@cache
def trades() -> frozenset[str]:
    """What firms do, by the words that stand in their names."""
    return frozenset(load("names")["trades"].split())


@cache
def _firm() -> re.Pattern[str]:
    """What a firm does, and that it is one: 更新*投资集团*, 运营*服务有限公司*."""
    data = load("names")
    return re.compile(rf"(?:{branches(data['trades'].split())}){{0,4}}(?:{branches(data['legal'].split())})")


@cache
def _followers() -> Mapping[str, tuple[str, ...]]:
    return {w: tuple(str(v or "").split()) for w, v in load("names")["not_followed"].items()}


@cache
def _leaders() -> Mapping[str, tuple[str, ...]]:
    return {w: tuple(str(v or "").split()) for w, v in load("names")["not_preceded"].items()}


def refused(text: str, at: int, end: int, word: str) -> bool:
    """Whether the ending ``word`` at ``at`` is the beginning or the end of another word."""
    followers, leaders = _followers(), _leaders()
    for i in range(len(word)):
        short = word[i:]
        if short in followers and text.startswith(followers[short], end):
            return True
        if i == 0 and short in leaders and any(text.endswith(w, 0, at) for w in leaders[short]):
            return True
    return False
