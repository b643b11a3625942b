"""Words that stand for an organisation named before, and words that say of a name what it is."""

from __future__ import annotations

from functools import cache, lru_cache

from checker import patterns as re
from checker.claims.places.places_met import is_han
from checker.claims.subjects.bodies import all_nouns
from checker.claims.words.branching import branches
from checker.claims.words.segments import classes, is_adverb, is_verb
from checker.lexicon import words

# So long is what describes a name before it, in such words.
DESCRIBED = 12
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


@cache
def pronouns() -> re.Pattern[str]:
    """What stands for an organisation named before: 该公司, 这家企业, 学校; ``noun``: the word for its sort."""
    forms = words("organisations", "pronouns") | all_nouns()
    return re.compile(f"(?:[这该][家所座个])?(?P<noun>{branches(forms)})")
