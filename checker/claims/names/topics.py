"""Proper names that no dictionary knows: what an article is about, whatever sort of thing it is."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.bigrams import pairs, written
from checker.claims.words.segments import classes, is_adverb, is_verb, parts, segment, segmented, sparing
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# A run of characters that words are made of: what stands around it has no part in how it is segmented.
_STRETCH = re.compile(r"[\u4e00-\u9fffa-zA-Z0-9+#&._%\-]+")
_ONE, _TWO = (1).__eq__, b"\1\1"
# A name that stands so often in an article is what it is about.
_OFTEN = 3
# A word of the dictionary that is no more frequent names one thing, where it stands before a word for its sort.
_SELDOM, _LONGEST = 500, 3
_PAIR = 2
_COUNTS = frozenset("一二两三四五六七八九十百千万几数多各")
# A name before a word for its sort is so long at most; what stands in such names and in no others; what says which
# of its sort a thing is and is no name.
_HOUSED = 4
_WITHIN = frozenset("月日时人家元")
_LOOSE = frozenset(
    "新老旧大小省市县区州镇乡村旗东西南北中主副总全各本该我两双多原前后上下内外高低公私首末第每些们属级所座条处片"
)
# What the names of places often end in.
_PLACED = frozenset("州江川陵城阳湖山河海港泽源浦原岭溪津霞湾谷坪洲塘潭埠峡")


@lru_cache(maxsize=8192)
def _nameable(character: str) -> bool:
    """Whether a word of one character can begin an unknown name: no numeral, verb or function word, no mark."""
    return inner(character) and not is_verb(character)


@lru_cache(maxsize=8192)
def _heads(character: str) -> bool:
    """Whether a word of one character can begin a name before a word for its sort; a verb can (*松*陂水库)."""
    return (inner(character) or character in _WITHIN) and character not in _LOOSE


@lru_cache(maxsize=8192)
def _within(word: str) -> bool:
    """Whether a word can stand in a name before a word for its sort."""
    if len(word) == 1:
        return _heads(word)
    return len(word) == _PAIR and _own(word)


@lru_cache(maxsize=8192)
def inner(character: str) -> bool:
    """Whether a word of one character can stand inside an unknown name; a verb can (浔*安*)."""
    known = classes()
    return "\u4e00" <= character <= "\u9fff" and not (
        character in "〇零一二两三四五六七八九十百千万亿第几数多余个年月日时人次号起名位家项岁元出去过得着"
        or character in known.stop or character in known.light or character in known.empty
    )  # fmt: skip


@lru_cache(maxsize=8192)
def proper(text: str) -> frozenset[str]:
    """The runs of a title that no dictionary word explains: names of places, firms and people, two characters or more.

    >>> sorted(proper("澄湖教育交出答卷")), sorted(proper("浔安发布白皮书"))
    (['澄湖'], ['浔安'])
    """
    return frozenset(_names(segment(text)))


@lru_cache(maxsize=8192)
def titled(text: str) -> frozenset[str]:
    """The same with names that stand before a word for their sort, whatever characters they have.

    >>> sorted(titled("松陂水库拦洪")), sorted(titled("新建水库拦洪"))
    (['松陂', '松陂水库'], [])
    """
    return proper(text) | frozenset(_housed(segment(text)))


def _housed(words_: Sequence[str]) -> Iterator[str]:
    """The names that stand before a word for their sort, each with it and without: *松陂*水库, *罕乌拉*口岸.

    In such a name words stand that no other unknown name has: 月, a verb at its head, a seldom word behind a character.
    """
    sorts = _listed("sorts")
    if sorts.isdisjoint(words_):
        return
    for i, word in enumerate(words_):
        if word not in sorts:
            continue
        start = i
        while start and len("".join(words_[start - 1 : i])) <= _HOUSED and _within(words_[start - 1]):
            start -= 1
        for at in range(start, i - 1):
            name = "".join(words_[at:i])
            if len(name) >= _PAIR and len(words_[at]) == 1 and _heads(words_[at]) and parts(name[:_PAIR]):
                yield name
                yield name + word


def proper_in_both(a: str, b: str) -> bool:
    """Whether a proper name of one title stands in the other.

    >>> proper_in_both("澄湖教育交出答卷", "走进澄湖"), proper_in_both("澄湖教育交出答卷", "教育交出答卷")
    (True, False)
    """
    if openings(a).isdisjoint(openings(b)):
        return False  # most titles: they need not be segmented
    return any(name in b for name in titled(a)) or any(name in a for name in titled(b))


@lru_cache(maxsize=16384)
def openings(title: str) -> frozenset[int]:
    """All two characters that stand side by side in a title and that a name can begin with."""
    return frozenset(filter(_met, pairs(title)))


def unknown(text: str) -> set[str]:
    """The same of a longer text, and seldom words with a word behind them for what is called so.

    >>> sorted(unknown("昨日，浔安机器人公司开工。")), sorted(unknown("沧浪古镇迎客。")), sorted(unknown("工业遗址"))
    (['浔安', '浔安机器人'], ['沧浪古镇'], [])
    >>> sorted(unknown("昨日，鹤鸣谷开园。"))
    ['鹤鸣谷']
    """
    told, sorts, kinds = set[str](), _listed("sorts"), _kinds()
    for stretch in _STRETCH.findall(text):
        words_ = segmented(stretch)
        told |= _names(words_)
        if not kinds.isdisjoint(words_):
            told.update(name + sort for name, sort in _followed(words_) if sort in sorts)
            told.update(_housed(words_))
            told.update(_compound(words_))
    return told


@cache
def _kinds() -> frozenset[str]:
    """What stands behind a name and says what is called so."""
    return _listed("sorts") | words("places", "houses")


def _compound(words_: Sequence[str]) -> Iterator[str]:
    """The names that a seldom word makes with the character behind it: *图灵谷*, *祥和斋*, *蓝鲸*快送."""
    houses = words("places", "houses")
    for word, after in pairwise(words_):
        if len(word) == _PAIR and after in houses and _own(word):
            yield word + after


@lru_cache(maxsize=65536)
def called(title: str) -> frozenset[tuple[str, str]]:
    """The unknown names of a title that a word for their sort follows, with that word: 蓝翼*救援队*.

    >>> sorted(called("浔安救援队获表彰")), sorted(called("救援队获表彰"))
    ([('浔安', '救援队')], [])
    """
    return frozenset(_followed(segment(title)))


def _followed(words_: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The unknown names and seldom words among words, each with the word of two characters or more behind it."""
    run = ""
    for word in words_:
        if len(word) == 1 and ((run and inner(word)) or _nameable(word)):
            run += word
            continue
        if len(word) > 1 and 2 <= len(run) <= _LONGEST and (word in _listed("sorts") or not is_verb(word)):
            yield run, word
        run = word if _own(word) else ""


@lru_cache(maxsize=8192)
def _own(word: str) -> bool:
    """Whether a word is so seldom that it is the name of one thing, and no word for a sort of things."""
    if not 2 <= len(word) <= _LONGEST or is_verb(word) or is_adverb(word) or word[0] in _COUNTS:
        return False
    common = word in _listed("generic") or word in words("terms", "terms")
    return not common and sparing().seldom(word, _SELDOM)


@lru_cache(maxsize=65536)
def of_one_thing(name: str) -> bool:
    """Whether a name is no word that stands for many things: unknown, long, or seldom.

    >>> of_one_thing("澄湖"), of_one_thing("平原")
    (True, False)
    """
    return len(name) > _LONGEST or len(segment(name)) > 1 or _own(name)


@cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(load("names")[table].split())


@lru_cache(maxsize=65536)
def _begun(number: int) -> tuple[str, ...]:
    """The two characters that a number stands for, if an unknown name can begin with them for all that they tell."""
    pair = written(number)
    found = len(pair) > 1 and _opens(*pair) and inner(pair[1]) and parts(pair)
    return (pair,) if found else ()


@lru_cache(maxsize=65536)
def _met(number: int) -> bool:
    """Whether a name can begin with the two characters that a number stands for, for all that they tell."""
    pair = written(number)
    return bool(_begun(number)) or (len(pair) > 1 and _heads(pair[0]) and bool(parts(pair)))


def _opens(first: str, second: str) -> bool:
    """Whether a character can begin an unknown name; a verb can before the last of a place (*栖*霞, *临*州)."""
    return _nameable(first) or (second in _PLACED and inner(first))


def _names(words: Sequence[str]) -> set[str]:
    """The runs of words of one character, two at the least, that names can be."""
    found: set[str] = set()
    if len(words) < _PAIR or _TWO not in bytes(map(_ONE, map(len, words))):
        return found
    run = ""
    told = (*words, "。", "。")
    for word, after in pairwise(told):
        if len(word) == 1 and (_opens(word, after) or (run and inner(word))):
            run += word
            continue
        if not run:
            continue
        for n in range(2, min(len(run), 4) + 1):
            found.update(run[i : i + n] for i in range(len(run) - n + 1) if _opens(run[i], run[i + 1]))
        run = ""
    return found


def recurring(text: str) -> tuple[str, ...]:
    """The proper names that stand in a text three times or more, in order of the alphabet.

    >>> recurring("澹州开馆。澹州市民排队。在澹州，人人爱书。")
    ('澹州',)
    """
    return tuple(sorted(often(text, Counter(pairs(text)))))


def often(text: str, told: Mapping[int, int]) -> set[str]:
    """The proper names that :func:`recurring` tells; ``told``: how often each two characters stand side by side.

    Only those stretches of the text are segmented that hold two characters which recur and can be cut apart: without
    them there is no such name.
    """
    recur = [pair for pair, n in told.items() if n >= _OFTEN]
    turned, stretches = text[::-1], set()
    for pair in chain.from_iterable(map(_begun, recur)):
        at = text.find(pair)
        while at >= 0:
            before, behind = _STRETCH.match(turned, len(text) - at), _STRETCH.match(text, at + 1)
            start, end = at - len(before[0]) if before else at, behind.end() if behind else at + 1
            stretches.add(text[start:end])
            at = text.find(pair, end)
    found = {name for stretch in stretches for name in _names(segmented(stretch))}
    return {name for name in found if text.count(name) >= _OFTEN}
