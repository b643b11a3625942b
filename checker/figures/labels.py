"""Numbers that name or mark a thing and are never compared: “7+4+1”, 5G, 〔2024〕15号, 三位一体."""

from __future__ import annotations

from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import units
from checker.figures.words import by_first, by_two, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

_HAN = "㐀-鿿"
_DIGIT = "一二两三四五六七八九十"

_SUMMED = rf"[0-9{_DIGIT}]{{1,4}}(?:\+[0-9NnXx{_DIGIT}]{{1,4}})+"
_SUM = re.compile(_SUMMED)
_AT_DIGIT = re.compile(
    rf"""
      {_SUMMED}                                                                 # 7+4+1
    | [0-9]{{4}}[〕\]］】)）][第]?[0-9]{{1,6}}号                                       # 2024〕15号
    | [0-9]{{3,4}}-[0-9]{{7,8}}(?![0-9]) | 400-?[0-9]{{3,4}}-?[0-9]{{3,4}}(?![0-9])    # 0532-88888888
    | 1[3-9][0-9]{{9}}(?![0-9.]) | [0-9]{{17}}[0-9Xx](?![0-9])                          # 13900000000
    | [0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{2,}}(?![0-9.万亿%])                              # 1.2.3
    | [0-9]{{1,2}}·[0-9]{{1,2}}(?![0-9])                                             # 3·15
    | [0-9]{{1,2}}[×xX*][0-9]{{1,3}}(?:小时)?(?![0-9])                                # 7×24小时
    | [0-9]{{1,2}}[.]0(?=”|$|[{_HAN}])(?![0-9万亿%个元家倍成米公平])                   # 4.0时代
    | [248]K(?![A-Za-z0-9]) | (?:480|720|1080|2160)[Pp](?![A-Za-z0-9])                 # 4K, 1080P
    | [0-9]{{1,2}}(?:后|后出生)(?=[{_HAN}”])(?![0-9])                                        # 90后
    """,
    re.VERBOSE,
)
# What may stand behind the first digits of one of these.
_IN_LABELS = frozenset(f"+-.·*×xXKPp后〕]］】)）0123456789{_DIGIT}")
_YEAR_NAME = re.compile(
    "(?:19|20)[0-9]{2}(?=[”’》]|(?![万亿千百十余多来几年月日号至到和与届])[㐀-鿿])", needs=("19", "20")
)
_NUMBER = re.compile("[0-9]{1,6}")
_LETTERED = re.compile("([0-9]{1,5})[A-Za-z][A-Za-z0-9-]{0,20}")
_THOUSANDS = re.compile("[0-9]+(?:[kKM]|[eE][-+]?[0-9]{1,2})(?![A-Za-z0-9])")
_CODE_BEFORE = re.compile(r"[A-Za-z][A-Za-z0-9_./-]{0,30}$")
_CODE_AFTER = re.compile(r"[A-Za-z0-9_/-]*(?:\.[0-9]+)*")
_PAIRS = re.compile(rf"(?![、多])(?:、?[{_DIGIT}多双][{_HAN}]){{2,4}}")
QUOTED = re.compile("[“‘「]([^”’」“，。；：！？]{1,14})[”’」]")
_WEB = re.compile(r"(?:https?://|www\.)[^\s，。；、”）)]{1,2000}|[A-Za-z0-9_.-]{1,64}@[A-Za-z0-9.-]{1,64}")
_MALFORMED = re.compile(
    r"""
      [0-9]+(?:\.{2,}[0-9]+)+ %?                              # 57..3
    | (?:19|20)[0-9]{3} (?=年)                                # 20224年
    | [0-9]{1,3}(?:,[0-9]{3})*,(?:0[0-9]?|[0-9]{4,}|[0-9]{2}(?=[万亿]))(?![0-9]) (?:,[0-9]*)*   # 1,00万
    | [0-9]+,,[0-9]+                                          # 1,,000
    | [0-9]+\.[0-9]+\.[0-9]+ (?=[万亿%元])                    # 1.2.3亿
    """,
    re.VERBOSE,
)
BLANKS = re.compile(r"[Xx×＊*□]{1,4}(?:\.[Xx×]{1,2})?(?=[万亿%元家个名项人年月])")
_PAIRING = frozenset(f"{_DIGIT}多双、")
_STRONG = re.compile(r"[0-9百十]{1,4}强")


def web(text: str) -> list[tuple[int, int]]:
    """The spans of addresses of the web and of mail.

    >>> web("见 https://a.cn/b?c=30%25 。")
    [(2, 24)]
    >>> web("见第30页")
    []
    """
    if "://" not in text and "www." not in text and "@" not in text:
        return []
    return [m.span() for m in _WEB.finditer(text)]


def malformed(text: str, at: int) -> int:
    """Where a number that cannot be meant as written ends; ``at`` where the one at ``at`` is sound.

    >>> malformed("57..3%", 0), malformed("20224年", 0), malformed("57.3%", 0)
    (6, 5, 0)
    """
    m = _MALFORMED.match(text, at)
    return m.end() if m else at


def code(text: str, at: int, floor: int = 0) -> tuple[int, int] | None:
    """The span of a code of letters and digits whose digit stands at ``at``: G60, CRH380A.

    >>> code("沿G60走廊", 2)
    (1, 4)
    >>> code("沿60走廊", 1) is None
    True
    """
    if not at or not text[at - 1].isascii() or not (text[at - 1].isalpha() or text[at - 1] in "-_"):
        return None
    m = _CODE_BEFORE.search(text, max(floor, at - 32), at)
    if m is None:
        return None
    end = _CODE_AFTER.match(text, at)
    return m.start(), end.end() if end else at


def label(text: str, at: int) -> int:
    """Where a label that starts with the numeral at ``at`` ends; ``at`` where there is none.

    >>> label("“7+4+1”体系", 1), label("两横三纵", 0), label("7家", 0)
    (6, 4, 0)
    """
    arabic = "0" <= text[at : at + 1] <= "9"
    end = _numbered(text, at) if arabic else _sum(text, at)
    if end > at:
        return end
    end = named(text, at)
    if end > at:
        return end
    end = _year(text, at) if arabic else pairs(text, at)
    if end > at:
        return end
    m = _STRONG.match(text, at) if "强" in text[at : at + 5] else None
    return m.end() if m else at


def _numbered(text: str, at: int) -> int:
    """Where a thing ends that an Arabic number names or is a part of (110热线, 5G); else ``at``."""
    m = _NUMBER.match(text, at)
    if m is None:
        return at
    end = m.end()
    after = text[end : end + 1]
    m = _AT_DIGIT.match(text, at) if after in _IN_LABELS else None
    if m:
        return m.end()
    things = _things().get(after, ())
    if things and text.startswith(things, end):
        return end + next(len(w) for w in things if text.startswith(w, end))
    m = _LETTERED.match(text, at) if after.isascii() else None
    if m and text[at - 1 : at] != "." and units.written(text, m.end(1)) is None and not _THOUSANDS.match(text, at):
        return m.end()
    return at


def _sum(text: str, at: int) -> int:
    """Where a name such as 五+三 ends; else ``at``."""
    m = _SUM.match(text, at) if "+" in text[at : at + 5] else None
    return m.end() if m else at


def _year(text: str, at: int) -> int:
    """Where a year ends that is part of a name (“2024”, 2035远景); else ``at``."""
    m = _YEAR_NAME.match(text, at)
    if m is None or units.written(text, m.end()) is not None:
        return at
    return m.end() if text[m.end()] not in "”’》" or (at and text[at - 1] not in "“‘（(《") else at


def named(text: str, at: int) -> int:
    """Where a label of the lexicon that starts at ``at`` ends; ``at`` where there is none.

    >>> named("最后一公里", 0), named("最后一名", 0)
    (5, 0)
    """
    for word in _labels().get(text[at : at + 2], ()):
        if text.startswith(word, at):
            return at + len(word)
    return at


def spellings() -> tuple[str, ...]:
    """Every label of the lexicon."""
    return tuple(word for words in _labels().values() for word in words)


def pairs(text: str, at: int) -> int:
    """Where a set phrase of numerals and single characters in turn ends: 一体两翼, 两横三纵; else ``at``.

    >>> pairs("两横三纵", 0), pairs("三人五天", 0), pairs("三地二手房均价", 0)
    (4, 0, 0)
    """
    if _PAIRING.isdisjoint(text[at + 2 : at + 4]):
        return at
    m = _PAIRS.match(text, at)
    return m.end() if m and _is_set(m[0]) and ignored(text, at + 2) <= m.end() else at


def ignored(text: str, at: int) -> int:
    """Where the word that covers the numeral at ``at`` ends, if it is a word that tells no number; else ``at``.

    >>> ignored("十分重要", 0), ignored("统一安排", 1), ignored("十分之一", 0)
    (2, 2, 0)
    """
    best, known = at, _ignored()
    here, there = known.get(text[at : at + 2], ()), known.get(text[at - 1 : at + 1], ()) if at else ()
    for word, inside in here + there if here or there else ():
        start = at - inside
        end = start + len(word)
        if (
            start >= 0
            and end > best
            and text.startswith(word, start)
            and not (word[-1] == "分" and text.startswith("之", end))
        ):
            best = end
    return best


_MEASURES = frozenset(
    "人年天月家个名位项条次场元米吨亩斤里岁周分秒层级批种类万亿千百十成倍折度届期件台套辆所座处日时点多几余半号是至到比又和与乘加减升块毛元两一二三四五六七八九、是"
)


def _is_set(words: str) -> bool:
    """Whether numerals and single characters in turn make a set phrase, not a list of amounts (3人5天)."""
    words = words.replace("、", "")
    return not any(c in _MEASURES for c in words[1::2]) and "双方" not in words


@cache
def behind() -> frozenset[str]:
    """What may stand behind a plain number that is a label, or the beginning of one."""
    return _IN_LABELS | frozenset(_things()) | frozenset("强”’》」") | frozenset(ascii_letters)


@cache
def digits() -> frozenset[str]:
    """The Arabic digits that begin a label of the lexicon, or stand in a word that tells no number."""
    inside = {c for pair in _ignored() for c in pair} | {start[0] for start in _labels()}
    return frozenset(inside & set("0123456789"))


@cache
def _things() -> Mapping[str, tuple[str, ...]]:
    """What a number in front names: 热线, 号线, 国道."""
    return by_first(lexicon("labels")["numbered"])


@cache
def _labels() -> Mapping[str, tuple[str, ...]]:
    """Labels by their first two characters, which all of them have."""
    return by_two(lexicon("labels")["labels"])


@cache
def _ignored() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Words by the numeral character and the one after it (before it, for the last character of a word)."""
    found: dict[str, list[tuple[str, int]]] = {}
    for word in lexicon("labels")["ignore"]:
        for i, c in enumerate(word):
            if c in "零〇一二两三四五六七八九十百千万亿半双几数首唯率领前最倍0123456789":
                found.setdefault(word[i : i + 2] if i + 1 < len(word) else word[i - 1 :], []).append((word, i))
    return {pair: tuple(words) for pair, words in found.items()}
