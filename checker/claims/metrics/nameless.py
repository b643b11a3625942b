"""Words before a figure that name nothing: how, when and why it is told, and verbs that no noun stands at."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import classes, is_loose, is_time, is_verb
from checker.frozen import replace
from checker.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.phrases import Phrase

# A stretch of time, or one of several occasions, as no name is told by alone.
_TIME = re.compile(
    r"[单首末本上下当同前后去今][日月季年周旬天期次回]|第[一二三四五六七八九十][次回]|[一二三四]季度?|[上下]半年|[几多]年|多?一点"
)
# How names end whatever else they are given as.
_NAMED = frozenset("率量额期级度类型")
# Longer verbs are names of what was done: 焚烧处理.
_VERB = 2


def without_junk(masked: str, near: Phrase) -> Phrase:
    """A phrase before a figure without words that name nothing; in a list a verb is a name too: 田径9项、*举重*7项."""
    end = near.span.end
    named = near.listed or masked[end : end + 1] in _NAMED  # 加注*量*
    return replace(near, words=()) if not named and names_nothing(near.words) else near


def names_nothing(told: Sequence[str]) -> bool:
    """Whether words are no name of anything: adverbs, conjunctions, times, plain verbs.

    >>> names_nothing(("所以",)), names_nothing(("单季",)), names_nothing(("连续", "站稳")), names_nothing(("企业",))
    (True, True, False, False)
    """
    return bool(told) and all(_idle(w) for w in told)


def _idle(word: str) -> bool:
    if _TIME.fullmatch(word) is not None:
        return True
    if word in _naming() or word[-1] in _NAMED:
        return False
    return is_loose(word) or is_time(word) or (len(word) <= _VERB and is_verb(word))


@cache
def _naming() -> frozenset[str]:
    """Verbs, and words that are given as adverbs, that things are called by too."""
    known = classes()
    sorts = ("naming", "outcomes", "dual", "adjectival", "nounlike", "housed", "happening", "works")
    return known.nominal | frozenset(known.flow) | known.stock | words("verbs", *sorts)
