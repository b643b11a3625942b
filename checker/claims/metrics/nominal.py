"""Which words can name something: a noun phrase begins with no conjunction and ends with no adverb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker.claims.words.segments import classes, is_loose, is_numeral, is_verb
from checker.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

# How a thing compares, told behind its name and no part of it: 儿童剧*最好*, 幼儿园*少*2500人.
_COMPARED = frozenset("大小多少高低快慢长短早晚远近好差贵旧新强弱")
_EXTENTS = frozenset("长宽高")
# Adverbs of one character that the segmenter leaves before a figure's verb: 吞吐量*首*破.
_ADVERBS = frozenset("首恰却刚仅方渐愈屡")
# The names of parts and phases, which the dictionary takes for pronouns and times: *本部*, *一期*.
_NAMED = ("期", "部")
# How a verb of two characters ends that tells where its object went: 栽*下*行道树, 捧*回*奖杯.
_WENT = frozenset("回到下掉完满起走出来")
# How a verb of two characters ends that tells what came of it: 收*完*, 留*在*.
_CAME = frozenset("完满成到在为出掉稳住光尽")


def nominal(told: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words of a phrase without those at its ends that no noun begins or ends with; none where nothing is left.

    >>> [w for w, _ in nominal([("所以", 0)])], [w for w, _ in nominal([("话剧", 0), ("最好", 2)])]
    ([], ['话剧'])
    >>> [w for w, _ in nominal([("第一次", 0)])], [w for w, _ in nominal([("第一次", 0), ("手术", 3)])]
    ([], ['第一次', '手术'])
    """
    start, end = 0, len(told)
    while start < end and _closes(told[end - 1][0], alone=end - start == 1):
        end -= 1
    while start < end and _leads(told[start][0], told[start + 1][0] if start + 1 < end else ""):
        start += 1
    return list(told[start:end])


def _closes(word: str, *, alone: bool) -> bool:
    """Whether a word at the end of a phrase is none of a name; ``alone``: it is all there is."""
    if len(word) > 1 and word.endswith(_NAMED):
        return False
    if len(word) == 1:
        torn = alone and (word in words("verbs", "results") or word in "掉零")
        return torn or word in _ADVERBS or (word in _COMPARED and (alone or word not in _EXTENTS))
    if alone and word[-1] in _CAME and is_verb(word) and word not in classes().nominal:
        return True
    if is_loose(word) or is_numeral(word) or "得" in word[1:-1]:
        return True
    return word[0] == "最" and word[1:] in _COMPARED and not alone


def _leads(word: str, after: str) -> bool:
    """Whether a word at the head of a phrase only leads up to it: *至此*, *除了*话剧; an adverb at its verb."""
    return word in words("verbs", "leading") or (bool(after) and is_loose(word) and is_verb(after))


def predicates(told: Sequence[str]) -> bool:
    """Whether words only tell that something happened, and not to what: *开锣*, *结束*; none that name it as well.

    >>> predicates(("结束",)), predicates(("收入",)), predicates(("比赛", "场馆"))
    (True, False, False)
    """
    return bool(told) and all(is_verb(w) and w not in classes().nominal for w in told) and told[-1] not in _kinds()


@cache
def _kinds() -> frozenset[str]:
    """Verbs that name a kind of deeds by themselves."""
    return words("verbs", "outcomes", "dual")


def fetches(word: str) -> bool:
    """Whether a word is a verb with what came of it, after which its object begins and which describes no noun.

    >>> fetches("收回"), fetches("演出"), fetches("企业")
    (True, False, False)
    """
    if len(word) != len("栽下") or word[-1] not in _WENT or not is_verb(word) or word in classes().nominal:
        return False
    return word not in words("verbs", "dual", "adjectival", "naming", "housed", "nounlike", "happening")


def caught(verb: str, word: str) -> bool:
    """Whether two words of one character are such a verb, which the segmenter cut: *捧* *回*奖杯.

    >>> caught("捧", "回"), caught("新", "下")
    (True, False)
    """
    return word in _WENT and word in words("verbs", "results") and len(verb) == 1 and verb in words("verbs", "gripping")
