"""Words that stand for an organisation named before, and words that say of a name what it is."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.cores import ending
from checker.claims.places.gazetteer import gazetteer
from checker.claims.places.places_met import is_han
from checker.claims.subjects.bodies import all_nouns
from checker.claims.words.branching import branches
from checker.claims.words.segments import classes, is_adverb, is_verb, segment
from checker.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# So long is what describes a name before it, in such words.
DESCRIBED = 12
# A coined name begins with so many characters that make no word.
_COINED = 2
_OWNED = frozenset("的它其")
# What points to an organisation that was named before: *该*公司, *这*家医院.
POINTING = frozenset("该这")
MARKS = frozenset("它其")


@lru_cache(maxsize=8192)
def describes(word: str) -> bool:
    """Whether a word can stand in what describes a name: a noun, or what joins it to the name."""
    if word in _OWNED:
        return True
    known = classes()
    empty = word in known.stop or word in known.light or word in known.empty
    return is_han(word[0]) and not (empty or is_verb(word) or is_adverb(word))


@lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """The name of a body without the words before its proper part that say what it is.

    >>> bare("核心枢纽浔澜国际机场"), bare("交通银行浔澜分行")
    ('浔澜国际机场', '交通银行浔澜分行')
    """
    told = segment(name)
    n = next((i for i, word in enumerate(told) if len(word) == 1 or word in gazetteer().forms), 0)
    rest = "".join(told[n:])
    if n == 0 or not (told[n] in gazetteer().forms or _begins_coined(told[n:])) or not all(map(describes, told[:n])):
        return name
    kind = told[n - 1]
    return name if kind.endswith(tuple(words("organisations", "endings"))) and not rest.endswith(kind) else rest


def _begins_coined(told: Sequence[str]) -> bool:
    """Whether words begin with two characters that make none."""
    return len(told) > _COINED and all(len(word) == 1 for word in told[:_COINED])


def short_for(called: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What names can be called by their last words, each with the one name that it means.

    >>> short_for(["浔泽数智母基金", "软件园种子基金"])
    (('数智母基金', '浔泽数智母基金'), ('母基金', '浔泽数智母基金'), ('种子基金', '软件园种子基金'))
    """
    found: dict[str, str | None] = {}
    for name in dict.fromkeys(called):
        told, least = segment(name), len(ending(name)[0])
        for n in range(1, len(told)):
            short = "".join(told[n:])
            if len(short) <= least:
                break
            if len(told[n - 1]) > 1 or n > 1:
                found[short] = None if short in found else name
    return tuple((short, name) for short, name in found.items() if name)


@cache
def pronouns() -> re.Pattern[str]:
    """What stands for an organisation named before: 该公司, 这家企业, 学校; ``noun``: the word for its sort."""
    forms = words("organisations", "pronouns") | all_nouns()
    return re.compile(f"(?:[这该][家所座个])?(?P<noun>{branches(forms)})")
