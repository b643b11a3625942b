"""Names that may be one but for a character, where only what stands around them can tell."""

from __future__ import annotations

from functools import lru_cache

from checker.claims.cores import EDITION, core, ending, plan
from checker.claims.gazetteer import gazetteer
from checker.claims.segments import segment
from checker.claims.sounds import alike, sounds
from checker.claims.variants import NUMERAL, WARD
from checker.lexicon import load

# Who vouches for a pair: what both articles are about (SOUND, NEAR), the words beside the name (BESIDE) or the numbers
# that both articles tell.
SOUND, NEAR, BESIDE = "sound", "near", "beside"

_FULL = 3  # a surname of one character and a given name of two
_SHORT = 4  # names of things no longer than this are too often two
_LONG = 8  # characters that two names must share where nothing but their house speaks for one of them
_ENOUGH, _LEAST = 6, 5
_STEM = 2
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_PLACES = frozenset("省市区县州镇乡港盟旗")
_AFTER = 5  # characters that stand behind the place that a name begins with


def forms(name: str) -> tuple[str, ...]:
    """The name as it is compared: without marks and edition, and again without the place that it begins with.

    >>> forms("临川港白石湾集装箱码头")
    ('临川港白石湾集装箱码头', '白石湾集装箱码头')
    >>> forms("东山大桥")
    ('东山大桥',)
    """
    bare = plan(core(name))
    placed = _placed(bare)
    return (bare, bare[placed:]) if placed else (bare,)


def _placed(name: str) -> int:
    """Where the place ends that a name begins with, if enough stands behind it; 0 where there is none."""
    for n in (4, 3):
        rest = name[n : n + _AFTER]
        if len(rest) == _AFTER and name[n - 1] in _PLACES:
            told = name[: n - 1] + rest.translate(_NO_DIGITS)
            if all("\u4e00" <= c <= "\u9fff" for c in told):
                return n
    return 0


@lru_cache(maxsize=4096)
def suspected(a: str, b: str) -> str:
    """Who must vouch for two names of things that they are one: ``SOUND``, ``NEAR``, ``BESIDE``; "" if none can.

    One character differs. Where it sounds or looks like the other, or stands in the coined part of a long name, the two
    are one if they belong to one house; elsewhere only what stands beside them can tell.

    >>> suspected("清和路小学", "清河路小学"), suspected("丰禾粮食专业合作社", "丰禾粮油专业合作社")
    ('sound', 'beside')
    >>> suspected("东湖路小学", "西湖路小学")
    ''
    """
    if EDITION.findall(a) != EDITION.findall(b):
        return ""
    one, other = forms(a), forms(b)
    pairs = [(one[0], other[0]), *((x, other[0]) for x in one[1:]), *((one[0], y) for y in other[1:])]
    return next((who for x, y in pairs if (who := _told(x, y))), "")


def _told(one: str, other: str) -> str:
    at = _apart(one, other)
    if at is None:
        return ""
    placed = _placed(one)
    if placed and placed <= at:
        at, one, other = at - placed, one[placed:], other[placed:]
    left, right, shared = one[at], other[at], len(one) - 1
    words = _words(one, at) and _words(other, at)
    if alike(left, right):
        return SOUND if not words or (at and shared >= _ENOUGH) else BESIDE if at else ""
    if {left, right} & set(load("names")["telling"]) or WARD.match(one[at + 1 :]):
        return ""
    stems = one[: at + 1], other[: at + 1]
    if 0 < at <= _STEM and shared >= _LONG and not all(_known(stem) or _is_word(stem[-_STEM:]) for stem in stems):
        return NEAR
    if at and shared >= _LEAST and ending(one)[1] in {"plan", "event"} and not (_words(one, at) or _words(other, at)):
        return NEAR
    return BESIDE if at and shared >= _LEAST else ""


def _apart(one: str, other: str) -> int | None:
    """Where two names of one length and ending differ in one character that is no numeral; None if they do not."""
    if len(one) != len(other) or len(one) <= _SHORT or ending(one) != ending(other):
        return None
    apart = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    if len(apart) != 1:
        return None
    counted = [bool(NUMERAL.search(name[apart[0]])) for name in (one, other)]
    if all(counted) or (any(counted) and not alike(one[apart[0]], other[apart[0]])):  # 白塔, 百塔 are no numbers
        return None
    return apart[0] if apart[0] < len(one) - len(ending(one)[0]) else None


def _words(name: str, at: int) -> bool:
    """Whether the character at ``at`` makes a word of two characters with the one before or behind it."""
    pairs = (name[at - 1 : at + 1] if at else "", name[at : at + 2])
    return any(_is_word(pair) for pair in pairs)


def _is_word(pair: str) -> bool:
    return len(pair) == _STEM and len(segment(pair)) == 1


def _known(stem: str) -> bool:
    """Whether the beginning of a name is a listed place."""
    return any(stem[:n] in gazetteer().forms for n in (_STEM, _STEM + 1))


def mistaken(a: str, b: str) -> bool:
    """Whether two full names of persons differ in one character of the given name that sounds or looks like the other.

    >>> mistaken("林怀珩", "林怀恒"), mistaken("林怀珩", "林怀川"), mistaken("李怀珩", "林怀珩")
    (True, False, False)
    """
    if len(a) != _FULL or len(b) != _FULL or a[0] != b[0]:
        return False
    apart = [i for i in (1, 2) if a[i] != b[i]]
    return len(apart) == 1 and alike(a[apart[0]], b[apart[0]])


def heard(name: str) -> list[str]:
    """The keys that a person shares with those whose names :func:`mistaken` takes for it.

    >>> bool(set(heard("林怀珩")) & set(heard("林怀恒"))), bool(set(heard("林怀珩")) & set(heard("林怀川")))
    (True, False)
    """
    if len(name) != _FULL:
        return []
    return [f"{name[:i]}{n}{name[i + 1 :]}" for i in (1, 2) for n in sounds(name[i])]
