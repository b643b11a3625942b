"""The words of a metric in the form in which two newspapers' words can meet."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.segments import classes, cut, has_letters
from checker.figures.units import dimension
from checker.lexicon import load
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Claim
    from checker.settings import Settings

_QUOTES = re.compile(r"[“”‘’\"'《》（）()\s　]")
_GROUP = {Kind.SHARE: "share", Kind.RATE: "share"}


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {long: short for short, longs in load("terms")["abbreviations"].items() for long in longs}
    forms = sorted(table, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, forms))), table


@cache
def _synonyms() -> dict[str, str]:
    return {word: str(group[0]) for group in load("terms")["synonyms"] for word in map(str, group)}


@lru_cache(maxsize=65536)
def canonical(text: str) -> tuple[str, ...]:
    """The content words of a metric's name, long official forms in their short form, synonyms as one.

    >>> canonical("规模以上工业企业") == canonical("规上工业企业")
    True
    >>> canonical("“”")
    ()
    """
    pattern, table = _abbreviations()
    plain = pattern.sub(lambda m: table[m.group()], _QUOTES.sub("", text))
    same, empty = _synonyms(), classes().empty
    words = [same.get(w, w) for w in cut(plain) if has_letters(w)]
    kept = tuple(w for w in words if w not in empty and len(w) > 0)
    return kept or tuple(words)


@dataclass(frozen=True)
class Profile:
    """What linking sees of a claim: canonical words, those of its whole, its kind and dimension, its year."""

    words: tuple[str, ...]
    whole: tuple[str, ...]
    group: str
    dimension: str
    subject: tuple[str, ...] = ()

    @property
    def head(self) -> str:
        """The last word of the metric."""
        return self.words[-1] if self.words else ""


def group(claim: Claim) -> str:
    """The sort of number that may be compared with its like: quantity, share (with rate), growth, rank or first."""
    f = claim.figure
    if f.kind == Kind.RANK:
        return "first" if f.first else "rank"
    return _GROUP.get(f.kind, str(f.kind))


def profile(claim: Claim, whole: Sequence[str], aliases: Mapping[str, str]) -> Profile:
    """The profile of a claim; ``aliases`` maps a newsroom's own names of a metric to one of them."""
    unit = claim.value.unit if claim.value else ""
    return Profile(
        named(claim, aliases),
        canonical("".join(whole)) if whole else (),
        group(claim),
        dimension(unit),
        canonical("".join(claim.metric.subject)) if claim.metric.subject else (),
    )


def named(claim: Claim, aliases: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a claim's metric."""
    text = claim.metric.text
    return canonical(aliases.get(text, text))


def alias_table(settings: Settings) -> dict[str, str]:
    """Each alias of a metric, mapped to the first of its group."""
    return {name: names[0] for names in settings.aliases for name in names}


def weights(profiles: Iterable[Profile]) -> dict[str, float]:
    """How much each word of these metrics distinguishes.

    A word counts once per distinct metric, so that a much repeated metric does not make its own words common.
    """
    distinct = {p.words for p in profiles}
    return worth(len(distinct), Counter(w for words in distinct for w in set(words)))


def worth(metrics: int, seen: Mapping[str, int]) -> dict[str, float]:
    """What each word weighs that stands in so many of the metrics: the fewer, the more; 0.4 to 1.

    Numbers above three are rounded to powers of two, so that an article more or less changes few of the weights.
    """
    n = rounded(max(metrics, 2))
    most = math.log(n)
    told = {k: round(max(0.4, 1 - 0.6 * math.log(rounded(k)) / most), 4) for k in set(seen.values())}
    return {w: told[k] for w, k in seen.items()}


def rounded(number: int) -> int:
    """A number up to three as it is, a larger one as the power of two below it.

    >>> [rounded(n) for n in (3, 4, 7, 8, 100)]
    [3, 4, 4, 8, 64]
    """
    return number if number < 4 else 1 << (number.bit_length() - 1)
