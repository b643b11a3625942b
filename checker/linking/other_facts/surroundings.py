"""What stands around a name in the papers of one house: the words beside it and the seldom ones of its sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import classes, is_adverb, is_loose, is_numeral, is_time, segment, sparing
from checker.figures.telling import digits_of
from checker.linking.numbers.companions import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model import Claim

MET = "met:"

_AHEAD, _BEHIND, _BESIDE, _WORD = 12, 12, 3, 2
_SELDOM, _TELLING, _HOUSES = 2000, 3, 10
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_OWN = re.compile("“(?P<own>[^“”]+)”", needs="“")
_BEFORE = re.compile("[\u4e00-\u9fff]+[“《]?$")
_AFTER = re.compile("[”》]?[\u4e00-\u9fff]+")
_PLACES = frozenset("省市区县州镇乡")
_TURN = re.compile("第[一二三四五六七八九十百0-9]{1,3}届", needs="届")


def met(claim: Claim, homes: Iterable[str]) -> Iterator[str]:
    """The traces of what stands around a name, each with a house of its article."""
    figure, text = claim.figure, claim.sentence.text
    quoted = _OWN.search(text, figure.start, figure.end)
    told = around(text, *(quoted.span("own") if quoted is not None else (figure.start, figure.end)))
    for home in list(dict.fromkeys(homes))[:_HOUSES]:
        yield from (f"{MET}{home}|{word}" for word in told if word not in home)


@lru_cache(maxsize=4096)
def around(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words beside what stands in a sentence from ``start`` to ``end``, and the seldom ones and long numbers of it.

    >>> around("线上平台“星课堂”注册职工320万人，覆盖丹霞口。", 5, 8)
    ('丹霞', '平台', '注册', '职工')
    """
    name = text[start:end]
    ahead, behind = _BEFORE.search(text[max(0, start - _AHEAD) : start]), _AFTER.match(text[end : end + _BEHIND])
    before = segment(ahead[0].rstrip("“《")) if ahead is not None else ()
    after = segment(behind[0].lstrip("”》")) if behind is not None else ()
    seldom = [w for run in _HAN.findall(text[:start] + "，" + text[end:]) for w in segment(run) if _seldom(w)]
    found = {*[w for w in before if _stands(w)][-_BESIDE:], *[w for w in after if _stands(w)][:_BESIDE], *seldom}
    found |= {number + unit for number, unit in numerals(text) if digits_of(number) >= _TELLING}
    found |= set(_TURN.findall(text))
    return tuple(sorted(w for w in found if w not in name))


@lru_cache(maxsize=16384)
def _stands(word: str) -> bool:
    """Whether a word beside a name says what is called so, or what it does."""
    if len(word) < _WORD or word[-1] in _PLACES:
        return False
    return not (is_adverb(word) or is_loose(word) or is_numeral(word) or is_time(word))


@lru_cache(maxsize=16384)
def _seldom(word: str) -> bool:
    known = classes()
    said = _stands(word) and not any(word in idle for idle in (known.light, known.stop, known.empty))
    return said and sparing().seldom(word, _SELDOM)
