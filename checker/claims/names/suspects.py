"""Names that may be one but for a character, where only what stands around them can tell."""

from __future__ import annotations

from functools import lru_cache

from checker import patterns as re
from checker.claims.names.cores import EDITION, MARKS, core, ending, plan
from checker.claims.names.sounds import alike, sounds
from checker.claims.names.variants import NUMERAL, WARD
from checker.claims.places.gazetteer import gazetteer
from checker.claims.words.segments import segment
from checker.lexicon import load

# Who vouches for a pair: what both articles are about (SOUND, NEAR), the words beside the name (BESIDE) or the numbers
# that both articles tell.
SOUND, NEAR, BESIDE = "sound", "near", "beside"

# Slogans of two halves, which no two events of one house have nearly alike: 逐梦云泾 一路同行.
_HALVES = re.compile("[\u4e00-\u9fff]{4,8}[ 　，·][\u4e00-\u9fff]{4,8}$")
_FULL = 3  # a surname of one character and a given name of two
_SHORT = 4  # names of things no longer than this are too often two
_LONG = 8  # characters that two names must share where nothing but their house speaks for one of them
_LONGEST = 11  # names that share so many are seldom two of one place
_ENOUGH, _LEAST = 6, 5
_STEM = 2
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_PLACES = frozenset("省市区县州镇乡港盟旗")
_LEVELS = frozenset("省市区县乡镇村")  # they tell two things apart, but not within a word: 城*市*更新
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
    written = (MARKS.sub("", a), MARKS.sub("", b))  # a slip in a long form keeps it from being made short
    pairs = [(one[0], other[0]), written, *((x, other[0]) for x in one[1:]), *((one[0], y) for y in other[1:])]
    return SOUND if _slogans(a, b) else next((who for x, y in pairs if (who := _told(x, y))), "")


def _slogans(a: str, b: str) -> bool:
    """Whether two names are slogans of two halves that differ in one character."""
    if len(a) != len(b) or not (_HALVES.match(a) and _HALVES.match(b)):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and not any(NUMERAL.search(c) for c in apart[0])


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
    told = (c for c, name in ((left, one), (right, other)) if not (c in _LEVELS and _words(name, at)))
    if set(told) & set(load("names")["telling"]) or WARD.match(one[at + 1 :]):
        return ""
    stems = one[: at + 1], other[: at + 1]
    coined = 0 < at <= _STEM and not all(_known(stem) or _is_word(stem[-_STEM:]) for stem in stems)
    planned = ending(one)[1] in {"plan", "event"} and not (_words(one, at) or _words(other, at))
    if at and shared >= (_LEAST if planned else _LONG if coined else _LONGEST):
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
    """Whether two names of persons differ in one character that sounds or looks like the other.

    >>> mistaken("林怀珩", "林怀恒"), mistaken("林怀珩", "林怀川"), mistaken("祁珩", "祁恒"), mistaken("林珩", "凌珩")
    (True, False, True, False)
    """
    if len(a) != len(b) or len(a) not in (_FULL, _FULL - 1):
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(apart) == 1 and (apart[0] > 0 or len(a) == _FULL) and alike(a[apart[0]], b[apart[0]])


def heard(name: str) -> list[str]:
    """The keys that a person shares with those whose full names :func:`mistaken` takes for it, of one surname.

    >>> bool(set(heard("林怀珩")) & set(heard("林怀恒"))), bool(set(heard("林怀珩")) & set(heard("林怀川")))
    (True, False)
    """
    if len(name) != _FULL:
        return []
    return [f"{name[:i]}{n}{name[i + 1 :]}" for i in (1, 2) for n in sounds(name[i])]
