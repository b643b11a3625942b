"""How alike the names of two metrics are, with the reasons."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.claims.words.segments import is_verb
from checker.frozen import dataclass
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a modifier that only one side has costs, against one that the other side contradicts.
_ONE_SIDED = 0.55
_HEAD = 1.5
_CUT_SHORT = 0.85
# Each side has words that the other lacks: 第一产业增加值, 第二产业增加值.
_CONTRARY = 0.85
# A single character is seldom a word of its own: mostly half of a name that the dictionary does not know.
_SINGLE = 0.25
# A noun of one character is a longer one told short (桩, 充电桩), but for what makes nouns of other words.
_SHORT_NOUN = 3
_SUFFIXES = frozenset(
    "人者员户家民率额量数度值级类性型式化品物业务区市县镇村国省年月日季元费点站所室厅处长大小新老高中的"
)
# Single characters that tell which of a kind is meant: *小*码头, *国*省控断面.
_TELLING = frozenset("大中小新旧老国省男女公私内外东西南北进出")
# What the thesaurus calls near is mostly one thing, and never enough by itself.
_NEAR = 0.7
# A verb before the noun tells what was done with the things and mostly not which they are.
_DEED = 0.5


@dataclass(frozen=True)
class Likeness:
    """A score in 0..1 and what of the two names did not meet."""

    score: float
    only_a: tuple[str, ...] = ()
    only_b: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def soft(self) -> bool:
        """Whether words met that are alike and not equal."""
        return any("≈" in reason for reason in self.reasons)


def word_likeness(a: str, b: str) -> float:
    """How alike two words are: 1 equal, 0.85 an abbreviation, 0.7 near, less by shared characters, 0 below half.

    An abbreviation is an ordered subsequence that keeps the first character; what is near is told by the thesaurus.

    >>> word_likeness("科创", "科技创新")
    0.85
    >>> word_likeness("病床", "床位")
    0.7
    >>> word_likeness("企业", "学生")
    0.0
    """
    if a == b:
        return 1.0
    alike = 0.0 if frozenset(a).isdisjoint(b) else _partly(a, b)
    return _NEAR if alike < _NEAR and b in _near().get(a, ()) else alike


@cache
def _near() -> dict[str, frozenset[str]]:
    """Each word that is near others, with all of them."""
    table: dict[str, set[str]] = {}
    for group in load("synonyms")["near"]:
        words = group.split()
        for word in words:
            table.setdefault(word, set()).update(words)
    return {word: frozenset(others - {word}) for word, others in table.items()}


def unlike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether no word of one name is like any of the other, so that no part of them is either.

    >>> unlike(("企业",), ("学生", "人数")), unlike(("病床",), ("床位",)), unlike(("科创",), ("科技", "创新"))
    (True, False, False)
    """
    characters, near = _reach(a)
    others, words = _reach(b)
    return characters.isdisjoint(others) and (not near or near.isdisjoint(b)) and (not words or words.isdisjoint(a))


@lru_cache(maxsize=65536)
def _reach(told: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The characters of a name, and the words that its words are near."""
    return frozenset("".join(told)), frozenset().union(*(_near().get(w, ()) for w in told))


@lru_cache(maxsize=65536)
def _partly(a: str, b: str) -> float:
    """The likeness of two unequal words that share characters."""
    if _opposed(a, b):
        return 0.0
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) > 1 and short[0] == long[0] and _subsequence(short, long):
        return 0.85
    if len(short) > 1 and long.endswith(short):
        return 0.55
    if len(short) == 1 and len(long) <= _SHORT_NOUN and short == long[-1] and short not in _SUFFIXES:
        return _NEAR
    shared = _common(a, b)
    ratio = 2 * shared / (len(a) + len(b))
    return 0.8 * ratio if ratio >= 0.6 else 0.0


# Characters that tell things of one sort apart: numbers, sides, ranks of place, ways in and out.
_APART = frozenset(
    "一二三四五六七八九十0123456789甲乙丙丁东西南北上下左右前后进出入男女公私内外大中小新旧国省市区县乡城镇"
)


# Characters that tell apart even where only one side has them: 四级 and 三、四级, 进口 and 进出口.
_NEVER = frozenset("进出内外男女一二三四五六七八九十")


def _opposed(a: str, b: str) -> bool:
    """Whether two words differ by characters that tell things apart: 第一产业 and 第二产业, 进口 and 进出口."""
    only_a, only_b = set(a) - set(b), set(b) - set(a)
    if only_a and only_b:
        return len(a) == len(b) and only_a <= _APART and only_b <= _APART
    return bool((only_a | only_b) & _NEVER)


def _subsequence(short: str, long: str) -> bool:
    it = iter(long)
    return all(c in it for c in short)


def _common(a: str, b: str) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b, 1):
            row[j], diagonal = (diagonal + 1 if x == y else max(row[j], row[j - 1])), row[j]
    return row[-1]


def likeness(
    a: Sequence[str],
    b: Sequence[str],
    weight: Mapping[str, float],
    known: tuple[Mapping[str, float], Mapping[str, float]] = ({}, {}),
) -> Likeness:
    """How alike two metric names are, word by word, the rarer words and the head counting more.

    ``known``: what of the cost of a word that only ``a`` has, or only ``b``, is left where the other paper tells it
    elsewhere.

    >>> likeness(("上市", "高企"), ("上市", "高企"), {}).score
    1.0
    >>> likeness(("学位",), ("教师",), {}).score
    0.0
    """
    if not a or not b:
        return Likeness(0.0, tuple(a), tuple(b))
    if tuple(a) == tuple(b) or "".join(a) == "".join(b):
        return Likeness(1.0, reasons=("指标名相同",))
    a, b = shortened(a, b), shortened(b, a)
    rest_a, rest_b, met = list(enumerate(a)), list(enumerate(b)), 0.0
    alike = [(-s, abs(i - j), i, j, x, y) for i, x in rest_a for j, y in rest_b if (s := word_likeness(x, y)) > 0]
    used_a: set[int] = set()
    used_b: set[int] = set()
    soft, blurred = [], 0.0
    for less, _, i, j, x, y in sorted(alike):
        if i in used_a or j in used_b:
            continue
        s = -less
        used_a.add(i)
        used_b.add(j)
        cost = (_cost(i, a, weight) + _cost(j, b, weight)) / 2
        met += s * cost
        blurred += (1 - s) * cost
        if x != y:
            soft.append(f"{x}≈{y}")
    only_a = [(i, w) for i, w in rest_a if i not in used_a]
    only_b = [(j, w) for j, w in rest_b if j not in used_b]
    told_a, told_b = ([w for _, w in left if w not in known[i]] for i, left in enumerate((only_a, only_b)))
    lost_a = _lost(only_a, a, weight, known[0], alone=not only_b)
    lost_b = _lost(only_b, b, weight, known[1], alone=not only_a)
    factor = 1.0 if lost_a and lost_b else _ONE_SIDED
    score = met / (met + factor * (lost_a + lost_b) + blurred) if met else 0.0
    if told_a and told_b:
        score *= _CONTRARY
    met_elsewhere = [f"另处有“{w}”" for i, left in enumerate((only_a, only_b)) for _, w in left if w in known[i]]
    return Likeness(round(score, 4), tuple(told_a), tuple(told_b), (*soft, *met_elsewhere))


def shortened(told: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """A name with words in a row as the one word of the other's that their first characters spell: *环境卫生*工人.

    >>> shortened(("环境", "卫生", "工人"), ("环卫", "工人"))
    ('环卫', '工人')
    >>> shortened(("环境", "工人"), ("环卫", "工人"))
    ('环境', '工人')
    """
    for short in other:
        n = len(short)
        if n < 2 or n > len(told) or short in told:
            continue
        at = next((i for i in range(len(told) - n + 1) if _initials(told[i : i + n]) == short), -1)
        if at >= 0:
            told = (*told[:at], short, *told[at + n :])
    return told


def _initials(told: Sequence[str]) -> str:
    """The first characters of words of two characters or more; "" where one is shorter."""
    return "".join(w[0] for w in told) if all(len(w) > 1 for w in told) else ""


# Descriptions that end alike and share so many words of so many characters are of one thing at least so far.
_MANY, _AT_LENGTH, _AT_LEAST = 4, 8, 0.75
# So many characters of two words are no common name: 共享中药房.
_NAMED = 5


def overlap(a: Sequence[str], b: Sequence[str], weight: Mapping[str, float]) -> Likeness:
    """How far the shorter description is contained in the longer; 0 where fewer than three words are shared.

    What is said to be the first is described at very different length. Two long words that end both are
    enough.
    """
    a, b = _spelt(a, b), _spelt(b, a)
    shared = [w for w in dict.fromkeys(a) if w in b or any(_contracted(w, x) for x in b)]
    named = len(shared) == 2 and a[-1] == b[-1] and len("".join(shared)) >= _NAMED
    if not (named or (len(shared) > 2 and any(len(w) > 1 for w in shared))):
        return Likeness(0.0, tuple(a), tuple(b))
    a, b = (_without_sort(told, shared) for told in (a, b))
    short = min((a, b), key=lambda x: sum(_plain_cost(i, x, weight) for i in range(len(x))))
    told = [w in shared or any(_contracted(w, x) for x in shared) for w in short]
    met = sum(_plain_cost(i, short, weight) for i, known in enumerate(told) if known)
    if a[-1] == b[-1] and len(shared) >= _MANY and len("".join(shared)) >= _AT_LENGTH:
        met = max(met, _AT_LEAST * sum(_plain_cost(i, short, weight) for i in range(len(short))))
    least = sum(_plain_cost(i, short, weight) for i in range(len(short)))
    other = _CONTRARY if _of_two_sorts(a, b, shared) else 1.0
    return Likeness(round(min(met / least, 1.0) * other, 4), reasons=("共有" + "、".join(shared),))


def _spelt(told: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The words of a description, two of one character as one where they stand side by side in both: 柚类, 柚类."""
    pairs = {(x, y) for x, y in pairwise(other) if len(x) == len(y) == 1}
    out: list[str] = []
    for i, w in enumerate(told):
        if i and (told[i - 1], w) in pairs and len(w) == 1 == len(out[-1]):
            out[-1] += w
        else:
            out.append(w)
    return tuple(out)


def _without_sort(told: Sequence[str], shared: Sequence[str]) -> Sequence[str]:
    """A description without the word for its sort at the end, which the other need not have: 退税*业务*."""
    return told[:-1] if told[-1] not in shared and told[-1] in words("terms", "sorts") else told


def _of_two_sorts(a: Sequence[str], b: Sequence[str], shared: Sequence[str]) -> bool:
    """Whether each side has a noun of its own before the same words: *林业*碳票交易, *湿地*碳票交易.

    So it is where they stand before those that both end with: 一中*机器人*实验班, 一中*航空*实验班.
    """
    firsts = [next((i for i, w in enumerate(told) if w in shared), 0) for told in (a, b)]
    lasts = [next((i for i in range(len(told), 0, -1) if told[i - 1] not in shared), 0) for told in (a, b)]
    alike = len(a) - lasts[0] == len(b) - lasts[1]
    pairs = [firsts, *([lasts] if alike else [])]
    return any(_two_sorts(a[i - 1 : i], b[j - 1 : j]) for i, j in pairs if i and j)


def _two_sorts(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two words, each before what both names share, are two nouns."""
    return a != b and all(len(w) > 1 and not is_verb(w) for w in (*a, *b))


def _contracted(a: str, b: str) -> bool:
    """Whether one word is the other cut short: 地铁, 地铁线."""
    return min(len(a), len(b)) > 1 and a != b and word_likeness(a, b) >= _CUT_SHORT


def _lost(
    left: Sequence[tuple[int, str]],
    words: Sequence[str],
    weight: Mapping[str, float],
    known: Mapping[str, float],
    *,
    alone: bool,
) -> float:
    """What the words without a counterpart cost; a verb that only one side has (*修复*湿地) costs little."""
    return sum(_cost(i, words, weight) * known.get(w, 1) * (_DEED if alone and is_verb(w) else 1) for i, w in left)


def _cost(i: int, words: Sequence[str], weight: Mapping[str, float]) -> float:
    """What a word of a name weighs; a single character little, but for those that tell which of a kind is meant."""
    return _plain_cost(i, words, weight) / (_SINGLE if words[i] in _TELLING else 1)


def _plain_cost(i: int, words: Sequence[str], weight: Mapping[str, float]) -> float:
    base = weight.get(words[i], 1.0) * (_SINGLE if len(words[i]) == 1 else 1)
    return base * _HEAD if i == len(words) - 1 else base
