"""Who did one deed, as two papers tell it in one number: 18家高校*发起*的联盟, the same 联盟 of 18家企业."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import is_verb, segment

if TYPE_CHECKING:
    from checker.linking.pairs import Pair
    from checker.model import Claim

# How far behind a figure a deed may stand, and how long a name must be that both sentences tell.
_BEHIND, _NAMED = 14, 5
_DEED = re.compile("[，。；：！？、0-9]")
_HAN = re.compile("[\u4e00-\u9fff]+")


def one_deed(pair: Pair) -> bool:
    """Whether those whom two figures count did one deed to what has a name that both sentences tell."""
    deeds = [_deed(c) for c in (pair.x, pair.y)]
    if not all(deeds) or deeds[0] != deeds[1]:
        return False
    return _one_name(pair.x.sentence.text, pair.y.sentence.text)


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
