"""The noun phrase after a figure: what a measure word counts, what 首个 is said of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.claims.metrics.nominal import nominal, predicates
from checker.claims.metrics.phrases import _LISTING, Phrase, attributive, houses, tokens_of
from checker.claims.metrics.predicating import (
    HOUSES,
    PERSONS,
    acting,
    agent,
    beginning,
    describes,
    fits,
    idiom,
    measure,
    person,
    predicate,
    quoted,
    standing,
    work,
)
from checker.claims.words.segments import classes, has_letters, is_adverb, is_loose, is_punctuation, is_verb
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


# 等 ends a thing where the clause ends within a few characters of it.
_THING_END = re.compile(r"[，。；！？：,;:]|等(?=[^，。；！？]{0,4}(?:[，。；！？]|$))")
# What ends a clause, or a list's item.
_MARKS = frozenset("，。；：、！？,;:）) \u3000")
# What stands behind a verb and not behind a noun.
_BEHIND = frozenset({"了", "过", "在", "于", "向", "到", "后", "时"})
# What a verb with its result ends in, as no noun's description does: 搬*进*新家, 带*来*新品.
_REACHED = frozenset("进出上下入到来去过起走回开成")
# How the names of things end that people have or make; how far ahead they are looked for, in words.
_MADE = (*"率量额点室站区园队会", "项目", "岗位", "活动", "品牌", "产品", "车间", "平台")
_AHEAD = 4
# How the names of measures end, which no measure word counts.
_AMOUNTS = frozenset("量额率")
# What ends a name, where it does not part two descriptions.
_BREAKS = frozenset("、，和及与（(")
# What counts deeds as well as things: 三次*面试*.
_DEEDS = frozenset("次场例起项件宗轮趟回届") | {"人次", "台次", "批次", "场次", "家次", "例次"}
# The fewest words of a clause that describes a noun after 的.
_CLAUSE = 3


def following(  # noqa: PLR0913 - what stands before the number, each by its name
    text: str, span: Span, *, opens: bool = False, unit: str = "", amount: bool = False, again: bool = False
) -> Phrase:
    """The noun phrase that begins at ``span.start``: what a measure word counts.

    ``opens``: nothing before the figure in its clause takes the phrase as its object, so that a verb must follow.
    ``unit``: the measure word; ``amount``: there is none, but a unit of measure. ``again``: other things were counted
    by it just before. The ``verbs`` of the phrase are those of a clause that describes the noun.

    >>> following("个教育集团在全国招生", Span(1, 10)).words
    ('教育集团',)
    >>> following("家企业相继落户", Span(1, 7), opens=True).words
    ('企业',)
    >>> following("个，覆盖", Span(1, 1)).words
    ()
    """
    tokens = tokens_of(text, span)
    if unit == "人" and tokens and tokens[0][0] == "口":  # 13亿多*人口*
        return Phrase(("人口",), Span(span.start - 1, span.start + 1))
    began = beginning(tokens, unit)
    if not began and unit and (standing(tokens) or acting(tokens, unit, again=again)):
        return Phrase((), Span(span.start, span.start), rest=text[span.start : span.end].strip())
    done = tuple(w for w, _ in tokens[:began] if w in classes().flow)
    behind = _Behind(tokens[began:], opens, unit, amount, on=_goes_on(text, span.end))
    taken, stopped = _taken(behind, span.end)
    named = ""
    while behind.on and stopped == span.end and len(taken) > 1 and measure(taken[-1][0]):
        named, stopped = taken.pop()  # 12家企业*产值*3亿元
    inside = _naming(taken, unit)
    if not inside:
        return Phrase((), Span(span.start, span.start))
    where = Span(inside[0][1], inside[-1][1] + len(inside[-1][0]))
    deed = not named or is_verb(named)
    return Phrase(tuple(w for w, _ in inside), where, done, rest=_rest(text, stopped, span.end) if deed else "")


def _goes_on(text: str, at: int) -> bool:
    """Whether a text goes on with another figure, and not with a mark, where what is before that ends."""
    return at < len(text) and text[at] not in _MARKS


class _Behind(NamedTuple):
    """The words behind a number; ``opens``, ``unit``, ``amount`` as above, ``on``: another figure follows them."""

    tokens: list[tuple[str, int]]
    opens: bool
    unit: str
    amount: bool
    on: bool


def _taken(b: _Behind, end: int) -> tuple[list[tuple[str, int]], int]:
    """The tokens of the name of what is counted, and where it stops; ``end``: the end of the text."""
    taken: list[tuple[str, int]] = []
    for i, (word, at) in enumerate(b.tokens):
        if not taken and word == "的":
            return [], end
        if not taken and _passes(word):
            continue
        if _stops(b, i, taken) or (taken and _parted(b.tokens[i - 1], at)):
            return taken, at
        if word == "的":
            if len(taken) >= _CLAUSE and is_verb(taken[0][0]):
                taken = []  # a clause that describes what is counted: 80项塑造优势的*方向*
            elif _ends_at_of(b, i, taken):
                return taken, end
        elif not is_punctuation(word) and word not in _LISTING:
            taken.append((word, at))
    return taken, end


def _parted(last: tuple[str, int], at: int) -> bool:
    """Whether what was blanked parts a place's rank from the word at ``at``: 17个省*（区、市）*结果为好."""
    return last[1] + len(last[0]) < at and last[0] in words("terms", "ranks_of_places")


def _passes(word: str) -> bool:
    """Whether a word right behind a number says nothing of what is counted."""
    marks = is_punctuation(word) and word not in _BREAKS
    return marks or word in ("以上", "左右", "以内", "多", "余")


def _stops(b: _Behind, i: int, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether the name of what is counted ends before the token at ``i``."""
    known, word = classes(), b.tokens[i][0]
    after = b.tokens[i + 1][0] if i + 1 < len(b.tokens) else ""
    if taken and quoted(b.tokens, i):
        return False  # 10户“书香*之*家”
    folk = b.unit in PERSONS and len(word) > 1 and person(word)  # 百余名外国*记者*
    lies = not taken and bool(after) and word in words("verbs", "lying")  # 34个*沿线*国家
    if (word in known.stop and not folk and not lies) or (word in _BREAKS and not _goes_over(b, i, taken)):
        return True
    verb = word in known.light or word in known.stock or word in known.cumulative or word in known.flow
    last = i + 1 == len(b.tokens)
    deed = last and bool(taken) and not (b.unit or b.opens) and word in words("verbs", "dual")  # 20万元的创业*资助*
    deed = deed or (bool(after) and word in words("verbs", "naming"))  # 174公里的*运营*网络
    deed = deed or (not taken and describes(b.tokens, i, b.unit))  # 64家*备案*博物馆
    deed = deed or _describing(word, taken)
    if verb and not (deed or _nounlike(word, taken) or houses(word, after) or work(word, after)):
        return True
    if _happens(word, after, first=not taken, ends=i + 2 == len(b.tokens)):
        return True
    return bool(taken) and (
        word in words("verbs", "predicates")
        or idiom(word)
        or _acts(word, last=last, opens=b.opens)
        or (b.opens and predicate(b.tokens, i, taken, counted_on=b.on))
        or _of_agents(taken[-1][0], b.tokens, i)
    )


def _ends_at_of(b: _Behind, i: int, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether 的, the token at ``i``, ends the name of what is counted."""
    if not taken:
        return False
    last, after = taken[-1][0], b.tokens[i + 1][0] if i + 1 < len(b.tokens) else ""
    if len(after) > 1 and after[-1] in _AMOUNTS:
        return True  # 93个中医馆*的看诊量*
    if b.unit in PERSONS and not person(last):
        return False  # 62名困难家庭*的*患儿
    return (
        b.amount
        or len(taken) > _CLAUSE
        or (len(taken) == 1 == len(last))
        or last in words("terms", "common", "ranks_of_places", "bodies")
    )


def _naming(taken: Sequence[tuple[str, int]], unit: str) -> list[tuple[str, int]]:
    """The tokens that name what is counted; where all are of the emptiest sort, the last of them: 9个*领域*."""
    known = classes()
    inside = [(w, at) for w, at in taken if has_letters(w) and w not in known.empty]
    if len(inside) > 1 and inside[0][0] in "无未":
        inside[:2] = [(inside[0][0] + inside[1][0], inside[0][1])]  # 20万*无房*户
    if inside:
        kept = nominal(inside)
        # 由58万辆*改为*55万辆, 90亩*收割*了
        return [] if unit not in _DEEDS and predicates([w for w, _ in kept]) else kept
    if not unit or not taken or len(taken[-1][0]) == 1 or taken[-1][0] in known.stop:
        return inside
    return [taken[-1]]


def _rest(text: str, start: int, end: int) -> str:
    """What follows the counted noun in its clause; "" where it is gone into (6条线路*中*有4条), or a list goes on."""
    rest = "" if text[start : start + 1] and text[start] in "、，和及与（(等" else text[start:end].strip(" 了的")
    return "" if rest.startswith(("中", "里")) else rest


def _half(mark: str, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether a list mark parts two descriptions of one noun: 大中型*和*重点小型水库, 新建*、*改造场馆."""
    if mark not in _LISTING or not taken:
        return False
    last = taken[-1][0]  # 5款*全新*及改款车型
    return attributive(last) or _describing(taken[0][0], taken) or (len(taken) == 1 and is_loose(last))


def _describing(word: str, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether a word and one other before it, which a mark parts, describe a noun: *新建*、*改造*场馆."""
    described = words("verbs", "dual", "nounlike")
    return len(taken) == 1 and taken[0][0] in described and word in described


def _goes_over(b: _Behind, i: int, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether the name of what is counted goes on behind the mark at ``i``."""
    return _half(b.tokens[i][0], taken) or _sorts_on(b, i, taken) or _both(b, i, taken)


def _both(b: _Behind, i: int, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether two sorts of places by their rank are counted together: 68个国家*和*地区."""
    if b.tokens[i][0] not in ("和", "与", "及") or not taken or i + 1 == len(b.tokens):
        return False
    ranks = words("terms", "ranks_of_places")
    return taken[-1][0] in ranks and b.tokens[i + 1][0] in ranks


def _sorts_on(b: _Behind, i: int, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether the mark at ``i`` parts two sorts of the houses that are named behind it: 136家餐饮*、*住宿商户."""
    if b.unit not in HOUSES or b.tokens[i][0] not in "、和及与" or not taken:
        return False
    return not fits(b.unit, [w for w, _ in taken]) and fits(b.unit, [w for w, _ in b.tokens[i + 1 :]])


def _happens(word: str, after: str, *, first: bool, ends: bool) -> bool:
    """Whether a word is a verb by the particle after it: 茶园*环抱*着, 学校*开设*了; 126处*加密*到168处.

    ``ends``: a figure follows the particle; 297名博士到岗 has none.
    """
    if first:
        if ends and after == "为" and word in words("verbs", "turning"):
            return True  # 由4.1亿元*调整为*4.5亿元
        return ends and after in ("到", "至") and (len(word) == 2 or word in words("verbs", "grown"))
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
    going = len(word) > 1 and (word[-1] in "着了" or word[0] == "在")  # 教职工*陪伴着*孩子, 航天员*在轨*工作
    if not agent(noun) or not (going or is_verb(word) or is_adverb(word) or word in words("verbs", "manner")):
        return False
    if word in classes().nominal or (word in words("verbs", "adjectival") and i + 1 < len(tokens)):
        return False
    houses_ = words("terms", "houses")
    return not any(agent(w) or w in houses_ or w.endswith(_MADE) for w, _ in tokens[i + 1 : i + _AHEAD])


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
