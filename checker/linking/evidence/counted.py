"""What is counted in two measure words that one thing never has both: 112座充电站, 112根充电桩; and who did one deed."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import is_verb, segment
from checker.figures.units import dimension
from checker.lexicon import words
from checker.linking.when.times import when
from checker.linking.whose.kinship import Kinship
from checker.linking.wording.options import says
from checker.linking.wording.similarity import word_likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.linking.pairs import Pair
    from checker.model import Claim

# Measure words that one thing may have each of: 案件12*件*, 事项12*项*; the last are of whatever.
_FAMILIES = tuple(map(frozenset, ("件项条起宗例桩笔单次份", "家户所处间座栋幢个", "台辆架部套列", "张份本册", "棵株根丛")))
_ANY = frozenset("个种类次批")
_PEOPLE = frozenset({"人", "人次"})
# How far behind a figure a deed may stand, and how long a name must be that both sentences tell.
_BEHIND, _NAMED = 14, 5
_DEED = re.compile("[，。；：！？、0-9]")
_HAN = re.compile("[\u4e00-\u9fff]+")


def two_sorts(pair: Pair) -> str:
    """Why two names of one number are of two sorts, for a reader: 站≠桩; "" where nothing says so.

    Both begin alike or share a word, each is counted in a measure word that the other has not, and both are stated of
    one time.
    """
    x, y = pair.x, pair.y
    units = [c.value.unit if c.value is not None else "" for c in (x, y)]
    if not _apart(*units) or when(x, y) != ("same", True) or pair.kin is not Kinship.STRONG:
        return ""
    a, b = x.metric.head, y.metric.head
    if len(a) < 2 or len(b) < 2 or a[-1] == b[-1] or a in y.metric.text or b in x.metric.text:
        return ""
    if not _begun_alike(a, b) and (not _shared(x, y) or word_likeness(a, b)):
        return ""
    return "" if says(x, (b,)) or says(y, (a,)) else f"{a}≠{b}"


def _apart(one: str, other: str) -> bool:
    """Whether two measure words are of things that are counted one by one, and never of one thing."""
    if not one or not other or one == other or not _ANY.isdisjoint((one, other)):
        return False
    if _PEOPLE & {dimension(one), dimension(other)} or dimension(one) != dimension(other):
        return False
    return not any(one in family and other in family for family in _FAMILIES)


def _begun_alike(a: str, b: str) -> bool:
    """Whether two words are of one length and differ in their last character alone: 超充*站*, 超充*桩*."""
    return len(a) == len(b) > 2 and a[:-1] == b[:-1]


def _shared(x: Claim, y: Claim) -> bool:
    """Whether two names share a word that says something, or any in sentences that tell one name."""
    one, other = ({w for w in c.metric.words[:-1] if len(w) > 1} for c in (x, y))
    both = one & other
    return bool(both - words("terms", "common")) or (bool(both) and _one_name(x.sentence.text, y.sentence.text))


def two_doers(pair: Pair) -> str:
    """Why two sorts of houses cannot both have done one deed in one number: 18家高校*发起*, 18家企业*发起*; "" if they can.

    What they did has a name that both sentences tell.
    """
    x, y = pair.x, pair.y
    deeds = [_deed(c) for c in (x, y)]
    if not all(deeds) or deeds[0] != deeds[1] or pair.within:
        return ""
    return deeds[0] if _one_name(x.sentence.text, y.sentence.text) else ""


@lru_cache(maxsize=16384)
def _deed(claim: Claim) -> str:
    """The verb right behind what a figure counts; "" where none stands there."""
    text, at = claim.sentence.text, claim.figure.end
    noun = claim.metric.counted or claim.metric.text
    if not noun or not text.startswith(noun, at):
        return ""
    at += len(noun)
    ends = _DEED.search(text, at, at + _BEHIND)
    run = text[at : ends.start() if ends else at + _BEHIND]
    first = next(iter(segment(run)), "")
    return first if len(first) > 1 and is_verb(first) else ""


def _one_name(a: str, b: str) -> bool:
    """Whether two sentences share so many characters in a row that they name one thing."""
    runs = [run for run in _HAN.findall(a) if len(run) >= _NAMED]
    return any(run[i : i + _NAMED] in b for run in runs for i in range(len(run) - _NAMED + 1))
