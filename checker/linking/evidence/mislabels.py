"""One number told of one matter under two labels, or in two units: what marks that one of the papers mixed them up.

126万立方米 of mud in one paper, 126万吨 in the other; 94家 of a province's grade in one, of the country's in the other.
Most equal numbers are one fact rightly told in other words, so that a mix-up is a matter of weight: which of the marks
speak for it, and how strongly, is weighed in :mod:`checker.linking.evidence.odds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import segment
from checker.disputes import exact
from checker.figures.units import dimension, interchangeable
from checker.linking.evidence.grades import one_grade, two_grades
from checker.linking.evidence.marking import beside, clause, likeness, step
from checker.linking.whose.kinship import Kinship

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checker.linking.pairs import Pair
    from checker.model import Claim

# The stretches of a sentence that are told each of a number, and a number with the first character of its unit.
_PART = re.compile(r"[^，。；：！？、]+")
_NUMBER = re.compile(r"[0-9][0-9.]*[万亿]{0,2}[^0-9，。；年月日]?")
# What says when, and how much.
_IDLE = re.compile(r"[0-9年月日]|^(?:其中|目前|现有|达到|全市|全县|全省|全区|共有|已有|超过|截至|如今|眼下|去年|今年)$")
# Numbers of fewer digits are met by chance.
_TELLING = 2


def mislabelled(pair: Pair) -> str:
    """Whether two papers tell one number of one subject in two ``unit`` s, or under two ``label`` s; "" for neither."""
    x, y = pair.x, pair.y
    if pair.within or x.value is None or y.value is None or x.value.point is None:
        return ""
    if x.value.point != y.value.point or not (x.value.unit and y.value.unit) or not (exact(x) and exact(y)):
        return ""
    if _digits(x) < _TELLING or pair.kin is not Kinship.STRONG:
        return ""
    if not interchangeable(x.value.unit, y.value.unit):
        return "unit"
    told = pair.p.words == pair.q.words and x.scope.levels == y.scope.levels and not two_grades(pair)
    return "" if told else "label"


def _digits(claim: Claim) -> int:
    """How many digits a claim's number has that are no zeros at its end."""
    number = claim.value.point if claim.value is not None else None
    return len(str(abs(number.numerator)).rstrip("0")) if number is not None else 0


def marks_of_labels(pair: Pair) -> Iterator[str]:
    """The marks of two labels, or two units, of one number, besides those that any two claims have."""
    x, y, like = pair.x, pair.y, pair.like[0]
    levels = _levels(x, y)
    yield step("significant digits", _digits(x), (2, 3))
    yield levels
    yield f"other words of {bool(like.only_a) + bool(like.only_b)}, {levels}"
    yield f"names {likeness(pair)}, {levels}"
    yield f"refusal {pair.held.refusal}, {levels}"
    yield f"grades {'two' if two_grades(pair) else 'one' if one_grade(pair) else 'none'}"
    own, other = _label(like.only_a, x, y), _label(like.only_b, y, x)
    sort = "narrower" if bool(own) != bool(other) else "both" if own else "neither"
    wholes = sorted((bool(x.whole), bool(y.whole)))
    yield f"labels {sort}"
    yield f"labels {sort}, wholes {wholes}"
    told = sorted((_told(x, other), _told(y, own)))
    yield f"labels told {told}"
    yield f"labels told {told}, {levels}"
    yield from (f"a label told {where}" for where in dict.fromkeys(told))
    yield f"wholes {wholes}"
    yield from _of_clauses(x, y)
    if not interchangeable(x.value.unit, y.value.unit):  # type: ignore[union-attr]
        yield from _of_units(pair)


def _of_clauses(x: Claim, y: Claim) -> Iterator[str]:
    """What the two clauses have words for alone, and whether each sentence has a number of its own for the other's."""
    own, other = _words(x) - _words(y), _words(y) - _words(x)
    sort = "both" if own and other else "one" if own or other else "neither"
    yield f"words of {sort}"
    yield step("words shared", len(_words(x) & _words(y)), (0, 1, 2, 3))
    numbered = sorted((_numbered(x, other), _numbered(y, own)))
    yield f"numbered {numbered}"
    yield from (f"one numbered {how}" for how in dict.fromkeys(numbered))
    yield f"words of {sort}, numbered {numbered}"


def _words(claim: Claim) -> frozenset[str]:
    """The words of a claim's clause that say something."""
    return frozenset(w for w in segment(clause(claim)) if len(w) > 1 and not _IDLE.search(w))


def _numbered(claim: Claim, words: Collection[str]) -> str:
    """Whether a sentence has another number for some words: in its unit, in another, or the words alone, or none."""
    found = "none"
    if not words:
        return found
    text, figure = claim.sentence.text, claim.figure
    unit_ = claim.value.unit[:1] if claim.value is not None else ""
    for part in _PART.finditer(text):
        if part.start() <= figure.start < part.end() or not any(w in part.group() for w in words):
            continue
        numbers = _NUMBER.findall(part.group())
        if any(n.endswith(unit_) for n in numbers):
            return "in its unit"
        found = "in another unit" if numbers else "alone" if found == "none" else found
    return found


def _of_units(pair: Pair) -> Iterator[str]:
    a, b = sorted(c.value.unit if c.value is not None else "" for c in (pair.x, pair.y))
    if a == b:
        return
    sorts = sorted((dimension(a), dimension(b)))
    yield f"units {a}|{b}"
    yield f"sorts of units {'|'.join(sorts)}"
    yield "units of one sort" if sorts[0] == sorts[1] else "units of two sorts"


def _levels(x: Claim, y: Claim) -> str:
    """How the qualifiers of two claims stand side by side."""
    return f"levels {beside(x.scope.levels, y.scope.levels)}"


def _label(words: Sequence[str], claim: Claim, other: Claim) -> list[str]:
    """The words of a claim's name, and of its qualifiers, that another's has not."""
    levels = (level for level in claim.scope.levels if level not in other.scope.levels)
    return [*(w for w in words if len(w) > 1), *(level.removesuffix("以上") for level in levels)]


def _told(claim: Claim, label: Sequence[str]) -> str:
    """Where a claim's sentence has some word of another's label: in its clause, elsewhere, or not."""
    if not label:
        return "nothing"
    if any(w in clause(claim) for w in label):
        return "here"
    return "elsewhere" if any(w in claim.sentence.text for w in label) else "not"
