"""Ranks and firsts: 全市第一, 居全国第三, 全国首个, 唯一; standing without a number: 全省前列."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.figures.numerals import numeral
from checker.figures.words import by_first, by_last, lexicon
from checker.model import Comparator, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

# The first characters of the words that tell a rank, but for 一 (一流), at which a numeral is read.
TRIGGERS = "首唯率独榜魁领前填先最空龙标之头次探仅"
_PLACE = re.compile(r"[㐀-鿿]{2}[省市区县州](?:各[市区县])?$")
# What stands in an order and is no rank: 第二*集*, 第三*讲*.
_PIECES = frozenset("集季章篇卷回讲课")
# The seat of the one who is Nth: 坐上第二*把交椅*.
_SEAT = "把交椅"
# Since when something is ranked, right before its place: *有记录以来*第二高, *历史上*第三大.
SINCE = re.compile(r"(?:以来|史上|历史上?|历史同期)的?$", needs=("以来", "史"))
_NEAR = 20
_TOP = re.compile(r"(?:第|前)")
# Who alone is ahead, each by a name of its own and no time or number: 金牌数*仅次于*槐安市, 仅次于江州、淮州.
_AHEAD = re.compile(
    r"""
    (?P<names>
        (?! [0-9第] | [去上前当今历同往] [年届次期] | 历史 | 同期 | [一二三四五六七八九十] | 疫情 | 预期 | 最 )
        [㐀-鿿A-Za-z]{2,12}? (?: (?:、|和|以及|及|与) [㐀-鿿A-Za-z]{2,12}? ){0,4}
    )
    (?= [，。；！？）)] | $)
    """,
    re.VERBOSE,
)
_NAMES = re.compile("、|和|以及|及|与")
_ORDER = re.compile("第[一二三四五六七八九十0-9]|[首末]位|次席|的")


class Rank(NamedTuple):
    """A rank phrase as it stands in the text; ``low``/``high`` None: no number is told."""

    start: int
    end: int
    number: tuple[int, int]
    kind: Kind
    comparator: Comparator
    low: Fraction | None
    high: Fraction | None
    among: str
    first: str


def rank(text: str, at: int, floor: int = 0) -> Rank | None:  # noqa: PLR0911 -- one way out per reading
    """The rank whose own word (首个, 唯一, 前列, 最大) starts at ``at``.

    >>> r = rank("打造全国首个训练场", 4)
    >>> r.among, r.first, r.start
    ('全国', '首个', 2)
    >>> rank("首都机场", 0) is None
    True
    """
    word = _word(text, at)
    if word is None:
        return None
    spelling, role = word
    start, among = _among(text, at, floor)
    one = Fraction(1)
    end = at + len(spelling)
    if role == "behind":
        return _behind(text, at, end)
    if role == "first":
        return _first(text, at, floor, spelling, (start, among))
    if role == "place":
        nth = Fraction(_seats().get(spelling, 1))
        return Rank(start, end, (at, end), Kind.RANK, Comparator.EQ, nth, nth, among, "")
    if role == "superlative":
        if not among:
            return None
        return Rank(start, end, (at, end), Kind.RANK, Comparator.EQ, one, one, among, spelling)
    if spelling in ("领跑", "填补") and not among:
        behind = _among_after(text, end)
        if behind is None:
            return None
        among, end = behind
        return Rank(at, end, (at, end), Kind.PHRASE, Comparator.EQ, None, None, among, "")
    if not among or (spelling == "空白" and text[start - 2 : start] != "填补"):
        return None
    return Rank(start, end, (at, end), Kind.PHRASE, Comparator.EQ, None, None, among, "")


def _first(text: str, at: int, floor: int, spelling: str, field: tuple[int, str]) -> Rank | None:
    """The rank of what is told to be the first of a field, which may stand before the verb of being: 全省*还是*首个."""
    start, among = field if field[1] else _among(text, _before_copula(text, at, floor), floor)
    end, one = at + len(spelling), Fraction(1)
    if not among and (spelling in _set("first_in") or text[end : end + 1].isdigit()):
        return None
    return Rank(start if among else at, end, (at, end), Kind.RANK, Comparator.EQ, one, one, among, spelling)


def _behind(text: str, at: int, end: int) -> Rank | None:
    """The rank of what comes right after those who are named: 金牌数*仅次于槐安市*; None beside a rank that is told."""
    ahead = _AHEAD.match(text, end)
    if ahead is None or _ORDER.search(text, max(0, at - _NEAR), min(len(text), ahead.end() + _NEAR)):
        return None
    nth = Fraction(1 + len(_NAMES.split(ahead["names"])))
    return Rank(at, ahead.end(), (at, end), Kind.RANK, Comparator.EQ, nth, nth, _among(text, at, 0)[1], "")


def ordinal(text: str, at: int, floor: int = 0) -> Rank | None:  # noqa: PLR0911 -- one way out per reading
    """The 第N or 前N whose 第/前 starts at ``at``: a rank where its field or a verb of ranking stands before it.

    >>> ordinal("位列全国第三", 4).low
    Fraction(3, 1)
    >>> ordinal("第28届大会", 0).kind
    <Kind.ORDINAL: 'ordinal'>
    """
    n = numeral(text, at + 1)
    if n is None or n.low.denominator != 1 or n.more:
        return None
    top = text[at] == "前"
    end = n.end
    start, among = _among(text, at, floor)
    if not top and text[end : end + 1] in tuple("高大多长强快低深") and SINCE.search(text, max(floor, at - 16), at):
        return Rank(at, end + 1, (at + 1, n.end), Kind.RANK, Comparator.EQ, n.low, n.low, "", "")
    told, field = _told(text, start, floor)
    ranked, among = bool(among) or told, among or field
    unit = text[end : end + 1]
    if top and unit in ("%", "％"):
        return Rank(start, end + 1, (at + 1, n.end), Kind.PHRASE, Comparator.EQ, None, None, among, "")
    if top:
        if unit not in tuple("名位强") and not (ranked and unit not in tuple("个年月天季周届期场次批章半轮项任")):
            return None
        end += unit in tuple("名位强")
        if unit == "强" and not ranked:
            return Rank(at, end, (at + 1, n.end), Kind.LABEL, Comparator.EQ, None, None, "", "")
        return Rank(start, end, (at + 1, n.end), Kind.RANK, Comparator.AT_MOST, None, n.high, among, "")
    if among and not told and unit in _things() and not text.startswith(unit + "次", end):
        return Rank(start, end + 1, (at + 1, n.end), Kind.RANK, Comparator.EQ, n.low, n.low, among, text[at : end + 1])
    if unit == "次" and n.low == 1 and not told and (once := _field_of_once(text, at, floor)):
        return Rank(once[0], end + 1, (at + 1, n.end), Kind.RANK, Comparator.EQ, n.low, n.low, once[1], "第一次")
    return _plain(text, (at, start, n.end), n.low, among, ranked=ranked)


def _field_of_once(text: str, at: int, floor: int) -> tuple[int, str] | None:
    """Where the field of 第一次 starts, and the field: *在全省*还是第一次, but not 全国第一次会议; None without one."""
    before = _before_copula(text, at, floor)
    start, among = _among(text, before, floor)
    return (start, among) if among and (before < at or text[start - 1 : start] == "在") else None


def _plain(text: str, span: tuple[int, int, int], n: Fraction, among: str, *, ranked: bool) -> Rank:
    """The Nth as a rank where ``ranked``, else as a number of order.

    ``span``: where 第 stands, where its field, and the end of the number.
    """
    at, start, end = span
    unit = text[end : end + 1]
    if text.startswith(_SEAT, end):
        return Rank(start, end + len(_SEAT), (at + 1, span[2]), Kind.RANK, Comparator.EQ, n, n, among, "")
    if unit in tuple("位名大"):
        end += 1
    if unit in _PIECES:
        ranked = False
    if ranked and not (unit in tuple("批个家次届") and n != 1):
        word = text[at:end]
        if unit in tuple("批个家次届"):
            end += 1
            word = text[at:end]
        first = word if unit in tuple("批个家") and n == 1 else ""
        return Rank(start, end, (at + 1, span[2]), Kind.RANK, Comparator.EQ, n, n, among, first)
    return Rank(at, end, (at + 1, span[2]), Kind.ORDINAL, Comparator.EQ, n, n, "", "")


@cache
def _things() -> frozenset[str]:
    """Measure words of things of which one comes after another, as 首 takes them: 首条, 首座."""
    return frozenset(w[1] for w in lexicon("ranks")["first"] if len(w) == 2 and w[0] == "首") - frozenset(
        "批次届期创发站场"
    )


def spellings() -> tuple[str, ...]:
    """Every word that tells a rank, and those that look like one."""
    return tuple(word for words in _words().values() for word, _ in words)


def _word(text: str, at: int) -> tuple[str, str] | None:
    for spelling, role in _words().get(text[at], ()):
        if text.startswith(spelling, at):
            return (spelling, role) if role else None
    return None


def _among(text: str, at: int, floor: int) -> tuple[int, str]:
    """Where the field before ``at`` starts, and the field; (at, "") where there is none."""
    end = at
    for _ in range(3):
        for spelling in _fields().get(text[end - 1 : end], ()):
            start = end - len(spelling)
            if start >= floor and text.startswith(spelling, start):
                return start, spelling
        gap = next(
            (
                w
                for w in _gaps().get(text[end - 1 : end], ())
                if end - len(w) >= floor and text.startswith(w, end - len(w))
            ),
            "",
        )
        if not gap:
            break
        end -= len(gap)
    return at, ""


def _before_copula(text: str, at: int, floor: int) -> int:
    """Where the word for being that stands right before ``at`` begins, ``at`` where none does: 全省*是*首个."""
    return next((at - len(w) for w in _copulas() if at - len(w) >= floor and text.startswith(w, at - len(w))), at)


@cache
def _copulas() -> tuple[str, ...]:
    return tuple(sorted(lexicon("ranks")["copulas"], key=lambda w: (-len(w), w)))


def _among_after(text: str, at: int) -> tuple[str, int] | None:
    for word in _longest():
        if text.startswith(word, at):
            end = at + len(word)
            return word, end + 2 * text.startswith("空白", end)
    return None


def _told(text: str, at: int, floor: int) -> tuple[bool, str]:
    """Whether a verb of ranking stands before ``at`` (居全国沿海港口第11位), and the field between them."""
    window = text[max(floor, at - 16) : at]
    m = _verbs().search(window)
    if m is None:
        return False, ""
    between = m["between"]
    return True, next((w for w in _longest() if between.startswith(w)), "")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(lexicon("ranks")[name])


@cache
def _words() -> Mapping[str, tuple[tuple[str, str], ...]]:
    told = lexicon("ranks")
    role = {w: "phrase" for name in ("phrase", "phrase_before") for w in told[name]}
    role |= dict.fromkeys(told["behind"], "behind")
    role |= dict.fromkeys((*told["place"], *told["seats"]), "place") | dict.fromkeys(told["superlative"], "superlative")
    role |= dict.fromkeys(told["first"], "first") | dict.fromkeys(told["not_first"], "")
    return {c: tuple((w, role[w]) for w in words) for c, words in by_first(role).items()}


@cache
def _seats() -> Mapping[str, int]:
    """Names of the second and third place."""
    return {str(w): int(n) for w, n in lexicon("ranks")["seats"].items()}


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    return by_last(lexicon("ranks")["among"])


@cache
def _gaps() -> Mapping[str, tuple[str, ...]]:
    return by_last(lexicon("ranks")["gap"])


@cache
def _verbs() -> re.Pattern[str]:
    verbs = "|".join(sorted(lexicon("ranks")["verbs"], key=lambda w: (-len(w), w)))
    return re.compile(f"(?:{verbs})(?![民住家车入放除查队])(?:了|在|到)?(?P<between>[㐀-鿿]{{0,9}})$")


@cache
def _longest() -> tuple[str, ...]:
    return tuple(sorted(lexicon("ranks")["among"], key=lambda w: (-len(w), w)))
