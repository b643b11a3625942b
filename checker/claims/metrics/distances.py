"""How far one place is from another: 县城*距省会约*260公里."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.phrases import before
from checker.claims.metrics.readings import dimension_of, metric
from checker.claims.words.segments import classes, has_letters, segment
from checker.frozen import replace
from checker.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Reading

# How far it is from where, right before the length: *距离省会*260公里.
_FROM = re.compile(r"距离?(?P<place>[^，。；：！？、0-9距]{2,20})$", needs="距")
DISTANCE = "距离"


def distances(text: str, masked: str, found: Sequence[Reading]) -> list[Reading]:
    """The readings of a sentence, lengths told from a place with what they are the distance of.

    ``text``: the sentence as it stands, in which places are not blanked.
    """
    return [_distance(text, masked, r) for r in found]


def _distance(text: str, masked: str, r: Reading) -> Reading:
    f = r.slot.figure
    if f.kind is not Kind.QUANTITY or dimension_of(f) != "长度" or r.counted_span:
        return r
    start = r.slot.left.start
    far = _FROM.search(text[start : f.start])
    if far is None:
        return r
    idle = classes().light | classes().empty
    place = [w for w in segment(far["place"].strip()) if has_letters(w) and w not in idle]
    if not place:
        return r
    whose = before(masked, Span(start, start + far.start())).words
    return replace(r, metric=metric((*whose, "距", *place, DISTANCE), level=True), inherited=False, lead=None)
