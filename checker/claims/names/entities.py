"""Names of organisations, documents, plans, events and quoted things, as they stand in a text.

A name is found from its ending (研究院, 三年行动, 博览会) and reaches back to the nearest word that cannot be
part of one: a function word, a verb, a title, a numeral with its measure word.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.cores import ending, endings
from checker.claims.names.marks import PAIRING, marks, refused, trades
from checker.claims.names.persons import positions
from checker.claims.names.skeletons import skeleton, skeletons
from checker.claims.names.variants import variant
from checker.claims.words.bigrams import numbered, pairs
from checker.claims.words.branching import branches
from checker.claims.words.segments import is_verb, segment
from checker.claims.words.wordlists import WordList
from checker.lexicon import load
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["names", "positions", "skeleton", "skeletons", "variant"]

LONGEST = 30
_SHORTEST = 4
_GAP = 8
_HAN = "㐀-鿿〇"

_WRAPPING = frozenset("“”（）()")
# How a verb ends that says where somebody went.
_PASSED = frozenset("过到")
# What a city, a county or a port is called ends in one of these.
_SEATS = frozenset("省市县区州港校院")
_HOUSES = frozenset({"实验室", "研究院", "研究所", "研究中心"})

# What a thing is whose name follows in quotation marks: 新药*“瑞安替单抗”*.
_CALLED = re.compile(r"(?:新药|药物|疫苗|品种|良种|大模型|芯片|卫星|机器人|邮轮|游轮|科考船|小程序|APP|App)$")

# An amount of money that runs into what it is spent on.
_AMOUNT = re.compile(r"[0-9]+[万亿千]*元[建购买投修造]?")

_RUN = re.compile(
    rf"""
    (?: [{_HAN}A-Za-z0-9·]++                             # 云计算研究院, 5G产业园
      | (?:（(?=[^（()）]{{1,8}}）)|\((?=[^（()）]{{1,8}}\)))
        [{_HAN}A-Za-z0-9]{{1,8}}[）)]                      # 校长（院长）基金, 校长(院长)基金
      | “[^“”\n，。；：！？]{{1,16}}”    # “星火”计划
    )+
    """,
    re.VERBOSE,
)
# Two halves of one length: “相会山海 共谱新篇”.
_SLOGAN = re.compile(
    "|".join(rf"“[{_HAN}]{{{n}}}[ 　，·][{_HAN}]{{{n}}}”" for n in range(4, 9)),
    needs="“",
)
_DOCUMENT = re.compile(r"《([^《》\n]{2,60})》")
_QUOTED = re.compile(r"“([^“”《》，。；：！？、\n]{2,16})”")
_LEAD = re.compile(
    r"""
    (?: [全我本该各][国省市区县州盟镇村校港院]     # 全市教育系统
      | [省市区县](?=“)                            # 市“百日攻坚”行动
      | 国务院                                     # 国务院办公厅
      | [省市区县]委(?!党校|办公|组织|宣传)        # 区委“两新”工委
    )+
    """,
    re.VERBOSE,
)
_WORDS = re.compile(rf"[{_HAN}]{{2}}|[A-Za-z]{{2}}")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(branches(endings()))


@cache
def _generic() -> WordList:
    return WordList(_generic_words())


@cache
def _quoted_endings() -> re.Pattern[str]:
    return re.compile(branches(load("names")["quoted_endings"].split()))


def may_end(text: str, told: AbstractSet[int]) -> list[int]:
    """Where a text may hold an ending of a name; ``told``: all that stands side by side in it.

    >>> [may_end(text, set(pairs(text))) for text in ("槐安研究院在青石镇。", "在青石镇。")]
    [[3], []]
    """
    twos, ones = last_two()
    found = []
    for tail in (*map(twos.__getitem__, twos.keys() & told), *ones):
        at = text.find(tail)
        while at >= 0:
            found.append(at)
            at = text.find(tail, at + 1)
    return found


@cache
def last_two() -> tuple[dict[int, str], str]:
    """The last two characters of each ending, by their numbers, and the endings of one character."""
    twos = {w[-2:] for w in endings() if len(w) > 1}
    return numbered(twos), "".join(sorted(w for w in endings() if len(w) == 1))


def names(text: str, tails: Sequence[int] | None = None) -> list[Figure]:
    """The names in ``text``, in order, none within another; the figure's text is the name as written.

    ``tails``: where :func:`may_end` says that endings of names may stand in it, in any order.

    >>> [f.text for f in names("昨日，槐安精密制造研究院在青石镇启用。")]
    ['槐安精密制造研究院']
    >>> names("该公司与有关部门共建平台。")
    []
    """
    spans = [Span(m.start(1), m.end(1)) for m in _DOCUMENT.finditer(text)] if "《" in text else []
    if "“" in text:
        spans += _quoted(text)
    ahead = sorted(may_end(text, set(pairs(text))) if tails is None else tails, reverse=True)
    for run in _RUN.finditer(text) if ahead else ():
        start, end = run.span()
        while ahead and ahead[-1] < start:
            ahead.pop()
        if not ahead:
            break
        if ahead[-1] < end and _ends().search(text, start, end):
            spans += _in_run(text, start, end)
    return [_figure(text, span) for span in _outermost(spans)] if spans else []


def _figure(text: str, span: Span) -> Figure:
    return Figure(span.start, span.end, text[span.start : span.end], Kind.NAME, number=span)


def _outermost(spans: list[Span]) -> Iterator[Span]:
    """The spans that do not stand in one before them, in order."""
    reached = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.end > reached and span.start >= reached:
            yield span
            reached = span.end


def _quoted(text: str) -> Iterator[Span]:
    """Things in quotation marks that end in a word for a thing, or are followed by one (“星火”计划)."""
    pattern = _quoted_endings()
    yield from (Span(m.start() + 1, m.end() - 1) for m in _SLOGAN.finditer(text))
    for m in _QUOTED.finditer(text):
        inner = m[1]
        after = pattern.match(text, m.end())
        if after and not refused(text, m.end(), after.end(), after[0]):
            yield Span(m.start(), after.end())
        elif len(inner) >= _SHORTEST and (
            any(pattern.fullmatch(inner, i) for i in range(max(2, len(inner) - 4), len(inner)))
            or any(inner.endswith(house) and len(inner) > len(house) + 2 for house in _HOUSES)
            or _CALLED.search(text, max(0, m.start() - 4), m.start())
        ):
            yield Span(m.start(1), m.end(1))


def _in_run(text: str, start: int, end: int) -> Iterator[Span]:
    """The names in a run of characters that names are written with."""
    begin, reached, found = start, 0, ""
    joined = -1
    for part, last, at, stop in marks(text, start, end):
        if part == "end":
            if not refused(text, stop - len(last), stop, last):
                apart = reached and (stop - begin > LONGEST or at - reached > _GAP)
                if apart:
                    yield from _name(text, begin, reached, found)
                    begin = max(reached, stop - LONGEST)
                if not apart and last in _HOUSES and joined >= 0:
                    begin = joined
                joined = -1 if apart else joined
                reached, found = stop, last
            if _ends().search(text, stop, end) is None:
                break
        elif part == "cut" and not text.startswith(("（", "("), stop, end):
            if reached:
                yield from _name(text, begin, reached, found)
            first = reached or begin  # 江海大学*储能材料与*器件研究院
            joined = first if text[at:stop] in PAIRING and _SHORTEST <= at - first <= LONGEST // 2 else -1
            begin, reached, found = stop, 0, ""
    if reached:
        yield from _name(text, begin, reached, found)


def _name(text: str, begin: int, end: int, last: str) -> Iterator[Span]:
    """The name that ends at ``end`` in the ending ``last``, if what stands before it can make a name."""
    begin = max(begin, end - LONGEST)
    if text[begin] == "度" and text[begin - 1 : begin] == "年":  # 2024年*度*全省博物馆
        begin += 1
    lead = _LEAD.match(text, begin, end)
    if lead and not (endings()[last] == "event" and lead[0] == "全国"):  # 全国大学生机器人大赛 is named so
        begin = lead.end()
    if not _WRAPPING.isdisjoint(text[begin:end]):
        begin = _unwrapped(text, begin, end)
    while begin < end and text[begin] in "·年月日":
        begin += 1
    if (amount := _AMOUNT.match(text, begin, end)) is not None:  # 拿出18.4亿元建*新院区*
        begin = amount.end()
    if end - begin < _SHORTEST:
        return
    plans = last == "计划" or (last == "规划" and _LAID_OUT.match(text, end) is not None)
    if plans and _complete(text[begin : end - len(last)]):  # 青石港*计划*完成, 青石小学*规划*学位1260个
        end -= len(last)
        last = ending(text[begin:end])[0]
    begin = _past_verb(text, begin, end) if "“" in text[begin:end] else _past_deed(text, begin, end, last)
    name = text[begin:end]
    if len(name) >= _SHORTEST and name.count("“") <= 1 and _proper(name[: len(name) - len(last)], last):
        yield Span(begin, end)


# What a house is laid out for, with its number: 规划*日处理能力20*万吨.
_LAID_OUT = re.compile("(?![的中在是为已将和与及])[㐀-鿿]{1,10}[0-9]")


def _unwrapped(text: str, begin: int, end: int) -> int:
    """Where a name begins behind a bracket or quotation mark that has no other half."""
    for opening, closing in ("“”", "（）", "()"):
        name = text[begin:end]
        if name.count(opening) != name.count(closing):
            begin += max(name.rfind(opening), name.rfind(closing)) + 1
    return begin


def _complete(name: str) -> bool:
    """Whether a name ends in a house or a place before 计划, so that this is what it does: 青石集团*计划*招聘."""
    return ending(name)[1] in {"organisation", "park"} or (name[-1:] in _SEATS and "“" not in name)


def _past_deed(text: str, begin: int, end: int, last: str) -> int:
    """Where a name with the ending ``last`` begins behind a verb that no name begins with: *递交*机构理事会."""
    words, at = segment(text[begin:end]), 0
    for word in words:
        at += len(word)
        if len(word) > 1 and is_verb(word) and (word[-1] in _PASSED or last in _works()) and begin + at < end:
            return begin + at  # 选手*跨过*望川大桥, 旅客*换乘*地铁
        if word == "过" and at > 1:
            return begin + at  # 快*过*集团
    first = words[0]
    named = first in trades() or first in _generic_words() or first in _manner()
    return begin + len(first) if is_verb(first) and not named and 1 < len(first) < end - begin - 1 else begin


@cache
def _works() -> frozenset[str]:
    return frozenset(load("names")["works"].split())


@cache
def _manner() -> frozenset[str]:
    return frozenset(load("names")["manner"].split())


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(load("names")["generic"].split())


def _past_verb(text: str, begin: int, end: int) -> int:
    """Where a name begins that a verb parts from something quoted: 开始做*“星火”行动*, “和谐”轮驶离*码头*."""
    opening = text.find("“", begin, end)
    closing = text.find("”", begin, end)
    if opening > begin and any(is_verb(w) for w in segment(text[begin:opening])):
        return opening
    if opening == begin and closing + 1 < end:
        at, past = closing + 1, begin
        for word in segment(text[closing + 1 : end]):
            at += len(word)
            past = at if len(word) > 1 and is_verb(word) and at < end - 1 else past
        if past > begin and end - past >= _SHORTEST:
            return past
    return begin


def _proper(modifier: str, last: str) -> bool:
    """Whether ``modifier`` makes a name of the ending ``last``: a word, and more than common ones."""
    if _sorted(modifier):
        return False
    if not _WORDS.search(modifier) or _generic().make(modifier):
        return modifier.startswith("全国") and len(modifier) > _SHORTEST and endings()[last] == "event"
    return True


_PLACED = re.compile(rf"^[{_HAN}]{{2,4}}?[省市县区州]")


@cache
def _sorts() -> tuple[tuple[str, ...], WordList]:
    data = load("names")
    sorts = tuple(data["graded"].split())
    return sorts, WordList([*sorts, *data["generic"].split()])


def _sorted(modifier: str) -> bool:
    """Whether what stands before an ending tells a sort of houses of a place, and no name: 槐安市*备案*博物馆."""
    placed = _PLACED.match(modifier)
    rest = modifier[placed.end() :] if placed else modifier
    sorts, known = _sorts()
    return rest.startswith(sorts) and bool(known.make(rest))
