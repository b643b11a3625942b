"""By what a discrepancy is known again in a later run: its rule and its sides, and nothing of where they stand."""

from __future__ import annotations

import hashlib
import unicodedata
from itertools import islice, product
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.disputes import base

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Claim, Discrepancy

LENGTH = 16
# Alternatives of one discrepancy that are looked at; a dispute of many sides with many witnesses has more.
MOST = 256
# So many letters before a figure, and after it within its clause, tell what it is a figure of.
_BEFORE, _AFTER = 12, 8

_SPACE = re.compile(r"\s+")
_SIGNS = re.compile(r"[\W_]+")
_CLAUSE_END = re.compile(r"[，。；：？！…]")
_NUMERAL = re.compile(
    r"""
      \d+(?:[.,]\d+)*                         # 5700  18.3  1,087
    | [〇零一二三四五六七八九十百千万亿两]{2,}    # 十四五  二十
    """,
    re.VERBOSE,
)


def identities(found: Discrepancy) -> tuple[str, ...]:
    """The fingerprints that a discrepancy may be known by; the first is its own, the others those it may have had.

    A side is what all witnesses of one value state. It is known by its first witness: the figure, the words next to it
    and the numerals of its sentence. So a fingerprint stays when text moves, when sides swap, when other words of a
    sentence are edited, and when another article repeats a value that is disputed already; it changes with any figure
    of the sentences and with a further value. Where an earlier witness turns up, the old fingerprint is among the
    others.
    """
    sides = [list(dict.fromkeys(mark(c) for c in side)) for side in _sides(found.claims)]
    chosen = islice(product(*sides), MOST)
    return tuple(dict.fromkeys(_digest((found.code, sorted(set(marks)))) for marks in chosen))


def known_by(found: Discrepancy) -> tuple[str, ...]:
    """All fingerprints that hold of a discrepancy as it was reported, its own first."""
    made = identities(found)
    return made if found.fingerprint in ("", made[0]) else (found.fingerprint,)


def fingerprint(found: Discrepancy) -> str:
    """The identity of a discrepancy: neither paths, lines and offsets nor the order of its claims have a part in it."""
    return identities(found)[0]


def verbatim(found: Discrepancy) -> str:
    """The identity of a discrepancy by the sentences and figures of all its claims: equal ones are one report."""
    return _digest((found.code, sorted({(_SPACE.sub("", c.sentence.text), c.text) for c in found.claims})))


def mark(claim: Claim) -> tuple[str, ...]:
    """What a witness is known by: its figure, the words around that, and the numerals of its sentence."""
    text, figure = claim.sentence.text, claim.figure
    end = _CLAUSE_END.search(text, figure.end)
    before = _plain(text[: figure.start])[-_BEFORE:]
    after = _plain(text[figure.end : end.start() if end else len(text)])[:_AFTER]
    numerals = " ".join(_NUMERAL.findall(unicodedata.normalize("NFKC", text)))
    return before, _SPACE.sub("", unicodedata.normalize("NFKC", claim.text)), after, numerals


def _sides(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each distinct value, the earliest first; each by itself where all state one value."""
    sides: dict[tuple[object, ...], list[Claim]] = {}
    for c in sorted(claims, key=_age):
        sides.setdefault(_value(c), []).append(c)
    return list(sides.values()) if len(sides) > 1 else [[c] for c in sorted(claims, key=_age)]


def _age(claim: Claim) -> tuple[str, str, int]:
    day = claim.article.published
    return day.isoformat() if day else "", claim.article.id, claim.start


def _value(claim: Claim) -> tuple[object, ...]:
    v = base(claim)
    stated = (v.low, v.high, claim.figure.comparator) if v else (_plain(claim.text),)
    return claim.role, claim.status, claim.scope.levels, stated


def _plain(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text))


def _digest(told: Iterable[object]) -> str:
    return hashlib.sha256(repr(tuple(told)).encode()).hexdigest()[:LENGTH]
