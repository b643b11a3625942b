"""The noun phrase after a figure: what a measure word counts, what 首个 is said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.phrases import _LISTING, Phrase, attributive, houses, tokens_of
from checker.claims.segments import classes, has_letters, is_adverb, is_punctuation, is_verb
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


# 等 ends a thing where the clause ends within a few characters of it.
_THING_END = re.compile(r"[，。；！？：,;:]|等(?=[^，。；！？]{0,4}(?:[，。；！？]|$))")
# What stands behind a verb and not behind a noun.
_BEHIND = frozenset({"了", "过", "在", "于", "向", "到", "后", "时"})
# What a verb with its result ends in, as no noun's description does: 搬*进*新家, 带*来*新品.
_REACHED = frozenset("进出上下入到来去过起走回开成")
# How nouns of people end.
_PEOPLE = frozenset("员者师手民客商童友兵士")
# How the names of things end that people have or make; how far ahead they are looked for, in words.
_MADE = (*"率量额点室站区园队会", "项目", "岗位", "活动", "品牌", "产品", "车间", "平台")
_AHEAD = 4
# How the names of measures end, which no measure word counts.
_AMOUNTS = frozenset("量额率")
# The fewest words of a clause that describes a noun after 的.
_CLAUSE = 3


def following(text: str, span: Span, *, opens: bool = False) -> Phrase:
    """The noun phrase that begins at ``span.start``: what a measure word counts.

    ``opens``: nothing before the figure in its clause takes the phrase as its object, so that a verb must follow.

    >>> following("个教育集团在全国招生", Span(1, 10)).words
    ('教育集团',)
    >>> following("家企业相继落户", Span(1, 7), opens=True).words
    ('企业',)
    >>> following("个，覆盖", Span(1, 1)).words
    ()
    """
    known = classes()
    tokens = tokens_of(text, span)
    taken: list[tuple[str, int]] = []
    stopped = span.end
    for i, (word, at) in enumerate(tokens):
        after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
        if (
            not taken
            and (word in ("的", "以上", "左右", "以内", "多", "余") or is_punctuation(word))
            and word not in ("、", "，", "（", "(")
        ):
            if word == "的":
                return Phrase((), Span(span.start, span.start))
            continue
        verb = (
            word in known.light
            or word in known.stock
            or word in known.cumulative
            or (word in known.flow and word not in known.nominal)
        )
        if (
            word in known.stop
            or (word in ("、", "，", "和", "及", "与", "，", "（", "(") and not _half(word, taken))
            or (verb and not _nounlike(word, taken) and not houses(word, after))
            or (taken and word in words("verbs", "predicates"))
            or _happens(word, after, first=not taken, ends=i + 2 == len(tokens))
            or (taken and _acts(word, last=i + 1 == len(tokens), opens=opens))
            or (taken and _of_agents(taken[-1][0], tokens, i))
        ):
            stopped = at
            break
        if word == "的":
            if len(taken) >= _CLAUSE and is_verb(taken[0][0]):
                taken = []  # a clause that describes what is counted: 80项塑造优势的*方向*
                continue
            measured = bool(taken) and len(after) > 1 and after[-1] in _AMOUNTS  # 93个中医馆*的看诊量*
            if len(taken) > 3 or measured or (taken and taken[-1][0] in words("terms", "common")):
                stopped = span.end
                break
            continue
        if is_punctuation(word) or word in _LISTING:
            continue
        taken.append((word, at))
    inside = [(w, at) for w, at in taken if has_letters(w) and w not in known.empty]
    if not inside:
        return Phrase((), Span(span.start, span.start))
    rest = (
        text[stopped : span.end].strip(" 了的")
        if not text[stopped : stopped + 1] or text[stopped] not in "、，和及与（(等"
        else ""
    )
    rest = "" if rest.startswith("中") else rest  # 6条线路*中*有4条: of whom more is told, and no deed
    return Phrase(tuple(w for w, _ in inside), Span(inside[0][1], inside[-1][1] + len(inside[-1][0])), rest=rest)


def _half(mark: str, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether a list mark parts two descriptions of one noun: 大中型*和*重点小型水库."""
    return mark in _LISTING and bool(taken) and attributive(taken[-1][0])


def _happens(word: str, after: str, *, first: bool, ends: bool) -> bool:
    """Whether a word is a verb by the particle after it: 茶园*环抱*着, 学校*开设*了; 126处*加密*到168处.

    ``ends``: a figure follows the particle; 297名博士到岗 has none.
    """
    if first:
        return len(word) == 2 and ends and after in ("到", "至")
    return after == "着" or (after in _BEHIND and is_verb(word))


def _acts(word: str, *, last: bool, opens: bool) -> bool:
    """Whether a word behind a counted noun begins what that does: by its manner, with its result, or at the end.

    ``opens``: the noun is no object of a verb before it, so that it must do something.
    """
    if word in words("verbs", "manner"):
        return opens or not last
    if not opens:
        return False
    if last and word in words("verbs", "happening"):
        return True
    return len(word) == 2 and word[1] in _REACHED and is_verb(word)


def _of_agents(noun: str, tokens: Sequence[tuple[str, int]], i: int) -> bool:
    """Whether the word at ``i`` tells what the counted people or houses before it do: 棋手*同场对弈*, 院校*合作*.

    It is part of their name where another noun of people or houses ends that: 企业*管理*人员, 企业*研发*中心.
    """
    word = tokens[i][0]
    going = len(word) > 1 and word[-1] in "着了"  # 教职工*陪伴着*孩子
    if not agent(noun) or not (going or is_verb(word) or is_adverb(word) or word in words("verbs", "manner")):
        return False
    if word in classes().nominal or (word in words("verbs", "adjectival") and i + 1 < len(tokens)):
        return False
    houses_ = words("terms", "houses")
    return not any(agent(w) or w in houses_ or w.endswith(_MADE) for w, _ in tokens[i + 1 : i + _AHEAD])


def agent(word: str) -> bool:
    """Whether a noun is of people, or of houses of people, so that it can do something.

    >>> agent("棋手"), agent("院校"), agent("产值"), agent("发生")
    (True, True, False, False)
    """
    if word in words("terms", "agents"):
        return True
    return len(word) > 1 and word[-1] in _PEOPLE and not is_verb(word)


def thing(text: str, span: Span) -> Phrase:
    """The thing that 首个/唯一 is said of: all content words up to the end of the clause, its head last.

    >>> thing("首个集制造、家居于一体的训练场", Span(2, 15)).words[-1]
    '训练场'
    """
    stop = _THING_END.search(text, span.start, span.end + 6)
    end = min(span.end, stop.start() if stop else len(text))
    known = classes()
    inside = [
        (w, at)
        for w, at in tokens_of(text, Span(span.start, end))
        if has_letters(w) and w not in known.empty and w not in known.stop
    ]
    if not inside:
        return Phrase((), Span(span.start, span.start))
    return Phrase(tuple(w for w, _ in inside), Span(inside[0][1], inside[-1][1] + len(inside[-1][0])))


def _nounlike(word: str, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether a word that is often a verb begins a counted noun here (3个*建设*项目, 2家*培训*机构)."""
    return not taken and word in words("verbs", "nounlike")
