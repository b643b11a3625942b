"""Segmentation of the words around a figure, and what class each word is of."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checker import patterns as re
from checker.claims.words.cutting import Cutter, FastCutter
from checker.claims.words.dictionary import dictionary, frequencies, shelves, terms
from checker.claims.words.shelving import SparingCutter
from checker.lexicon import load, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# So many characters are cut before a faster way is made ready: it takes as long as that.
_SHORT = 80_000
_PUNCTUATION = "“”‘’\"'《》〈〉（）()[]【】「」『』、，。；：！？,;:!? \t\u3000·—-~～…"

# Nouns of one character that a verb before them makes into a longer one: 宣讲*员*, 建设*点*.
_MADE = frozenset("员者点站厂师商率柜桩")
# Those of them that end a name of three characters which the dictionary does not know: 超充*站*, 换电*柜*.
_THIRD = frozenset("站柜桩式型")
_ENDING = _MADE | _THIRD
_RATE = "率"
# Measures with the word behind them that sets them against another, which the dictionary has as one: *产量比*上年增加.
_AGAINST = frozenset({"产量比", "价格比", "功率较", "程度较", "规模较"})
# What a score is called before its 分: 得分, 评分, 均分.
_SCORES = frozenset("得评总均积学高低")
_SHORT_RATE = 2
# Single characters that are seldom part of the name of a rate.
_PARTICLES = frozenset("的了和与及或其该本全各均为达至到在从比较由一二三四五六七八九十年月日中内以将")
# Grades that one noun has together: *三、四级*手术.
_GRADES = re.compile(
    r"((?<![一二三四五六七八九十])[一二三四五六七八九十](?:、[一二三四五六七八九十])+(?:级|期|类|等|线|批|星))",
    needs="级期类等线批星",
)
# A line or house that is called by its number: 5号线.
_NUMBERED = re.compile(
    r"((?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})号(?:线|楼|桥|院|泊位|机组|隧道))",
    needs=("号线", "号楼", "号桥", "号院", "号泊位", "号机组", "号隧道"),
)


class Words(NamedTuple):
    """The classes of words that the reading of metrics turns on; ``flow`` maps each form to its canonical verb.

    ``telling``: the verbs of doing, having or adding up.
    """

    light: frozenset[str]
    flow: dict[str, str]
    stock: frozenset[str]
    cumulative: frozenset[str]
    nominal: frozenset[str]
    base: frozenset[str]
    reach: frozenset[str]
    stop: frozenset[str]
    empty: frozenset[str]
    telling: frozenset[str]


@cache
def classes() -> Words:
    """The word classes of ``lexicon/verbs.yaml``."""
    flow = {form: name for name, forms in load("verbs")["flow"].items() for form in str(forms).split()}
    nominal = words("verbs", "nominal", "nouns")
    stock, cumulative = words("verbs", "stock"), words("verbs", "cumulative")
    flow = {form: name for form, name in flow.items() if form not in nominal}
    return Words(
        light=words("verbs", "light") - nominal,
        flow=flow,
        stock=stock,
        cumulative=cumulative,
        nominal=nominal,
        base=words("verbs", "base"),
        reach=words("verbs", "reach"),
        stop=words("verbs", "stop"),
        empty=words("verbs", "empty"),
        telling=frozenset(stock | cumulative | flow.keys()),
    )


class _Segmenter:
    """The cut of jieba's dictionary with our own terms, the same words in three ways.

    A short text is cut by the way that is ready at once; what is more is worth the start of a faster one: rjieba where
    that is installed, else :class:`Cutter`.
    """

    def __init__(self) -> None:
        self._left = _SHORT
        self.cut: Callable[[str], list[str]] = self._short

    def _short(self, text: str) -> list[str]:
        self._left -= len(text)
        if self._left < 0:
            try:
                self.cut = fast().cut
            except ImportError:
                self.cut = plain().cut
        return sparing().cut(text)


_segmenter = cache(_Segmenter)


@cache
def sparing() -> SparingCutter:
    """The segmenter that looks at no more words than it meets."""
    ours = terms()
    return SparingCutter(shelves(), ours.frequencies, ours.total)


@cache
def plain() -> Cutter:
    """The segmenter in Python."""
    ours = terms()
    return Cutter({**frequencies(), **ours.frequencies}, ours.total)


def fast() -> FastCutter:
    """The segmenter in Rust, of the same words; raises ImportError where rjieba is not installed."""
    ours = terms()
    others = {w: n for w, n in ours.frequencies.items() if n != ours.before.get(w)}
    counted = sum(n - ours.before.get(w, 0) for w, n in others.items())
    return FastCutter(others, ours.total - dictionary().total - counted, sparing)


@lru_cache(maxsize=65536)
def segment(text: str) -> tuple[str, ...]:
    """The words of a short run of text, in order; their concatenation is the text.

    >>> segment("规上工业总产值")
    ('规上', '工业', '总产值')
    >>> segment("")
    ()
    """
    return tuple(segmented(text))


def segmented(text: str) -> list[str]:
    """The words of a text, as :func:`segment` tells them, for texts too long or too rare to be kept."""
    return _segmenter().cut(text) if text else []


@lru_cache(maxsize=65536)
def parts(pair: str) -> bool:
    """Whether two Han characters can ever be segmented as two words of one character each.

    They cannot where they are a word that outweighs them, whatever stands around it.

    >>> parts("企业"), parts("澄湖")
    (False, True)
    """
    return len(segmented(pair)) > 1


def cut(run: str) -> tuple[str, ...]:
    """The words of a run, grades that one noun has together as one, and a verb with the noun that it makes.

    >>> cut("三、四级手术"), cut("规上企业")
    (('三、四级', '手术'), ('规上', '企业'))
    >>> cut("宣讲员"), cut("建设点"), cut("得分为")
    (('宣讲员',), ('建设点',), ('得分', '为'))
    >>> cut("粗钢产量比")
    ('粗钢', '产量', '比')
    """
    whole = _GRADES if "、" in run else _NUMBERED if "号" in run else None
    if whole is None:
        return _derived(segment(run))
    parted = (p for p in whole.split(run) if p)
    return tuple(w for part in parted for w in ((part,) if whole.fullmatch(part) else _derived(segment(part))))


def _derived(told: tuple[str, ...]) -> tuple[str, ...]:
    """The words with each verb and the one-character noun after it as one (宣讲*员*, 建设*点*, 跑*者*)."""
    told = _scored(told) if "分为" in told else told
    told = _run(told) if "行动" in told else told
    if not _AGAINST.isdisjoint(told):
        told = tuple(part for w in told for part in ((w[:-1], w[-1]) if w in _AGAINST else (w,)))
    if _ENDING.isdisjoint(told) and _RATE not in "".join(told):
        return told
    out: list[str] = []
    for i, w in enumerate(told):
        if w.endswith(_RATE) and len(w) <= _SHORT_RATE and _names_rate(told, i):
            out[-1] += w
            while len(out) > 1 and len(out[-1]) <= _SHORT_RATE and _one_han(out[-2]):
                out[-2:] = ["".join(out[-2:])]
        elif w in _MADE and out and _makes(out[-1], w):
            out[-1] += w
        elif w in _THIRD and _torn(out):
            out[-2:] = ["".join(out[-2:]) + w]
        else:
            out.append(w)
    return tuple(out)


def _torn(told: Sequence[str]) -> bool:
    """Whether words end with two of one character each, as the segmenter leaves of a name that it does not know."""
    return len(told) > 1 and _one_han(told[-1]) and _one_han(told[-2]) and told[-2] not in classes().flow


def _run(told: tuple[str, ...]) -> tuple[str, ...]:
    """The words with 开行 and what runs as two words: *开行动车*32列."""
    at = told.index("行动")
    around = (told[at - 1 : at], told[at + 1 : at + 2])
    return (*told[: at - 1], "开行", "动车", *told[at + 2 :]) if around == (("开",), ("车",)) else told


def _scored(told: tuple[str, ...]) -> tuple[str, ...]:
    """The words with a score and what it is as two words: 得*分为*94.6分."""
    out: list[str] = []
    for w in told:
        if w == "分为" and out and out[-1][-1] in _SCORES:
            out[-1:] = [out[-1] + "分", "为"]
        else:
            out.append(w)
    return tuple(out)


def _names_rate(told: tuple[str, ...], i: int) -> bool:
    """Whether a short word on 率 ends the name of a rate with the word before it: 不良贷款*率*, 续*费率*, 联网*率*."""
    if not i or (i + 1 < len(told) and told[i + 1] not in classes().reach and told[i + 1] not in classes().light):
        return False
    before = told[i - 1]
    return _one_han(before) or (told[i] == _RATE and has_letters(before) and before not in classes().light)


def _one_han(word: str) -> bool:
    """Whether a word is one character that is no numeral and no particle."""
    return len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in _PARTICLES


def _makes(word: str, noun: str) -> bool:
    """Whether a word makes a new noun with the one-character noun after it: a verb of two characters, any before 者."""
    if noun == "者":
        return is_verb(word)
    if noun == "率":
        return len(word) > 1 and has_letters(word)
    return len(word) > 1 and (is_verb(word) or word in classes().flow) and word not in classes().light


def is_verb(word: str) -> bool:
    """Whether a word is first of all a verb.

    >>> is_verb("关停"), is_verb("企业")
    (True, False)
    """
    return word in _verbs()


def is_adverb(word: str) -> bool:
    """Whether a word is first of all an adverb.

    >>> is_adverb("几乎"), is_adverb("企业")
    (True, False)
    """
    return word in _adverbs()


def is_loose(word: str) -> bool:
    """Whether a word is of a sort that names nothing: a conjunction, pronoun or adverb.

    >>> is_loose("其实"), is_loose("自己"), is_loose("企业")
    (True, True, False)
    """
    return word in _loose()


def is_numeral(word: str) -> bool:
    """Whether a word is a number, alone or with the measure word of what it counts.

    >>> is_numeral("第一次"), is_numeral("次品")
    (True, False)
    """
    return word in _numerals()


@cache
def _loose() -> frozenset[str]:
    return dictionary().loose


@cache
def _numerals() -> frozenset[str]:
    return dictionary().numerals


def is_time(word: str) -> bool:
    """Whether a word is first of all one for a time.

    >>> is_time("春节"), is_time("企业")
    (True, False)
    """
    return word in _times()


@cache
def _times() -> frozenset[str]:
    return dictionary().times


@cache
def _verbs() -> frozenset[str]:
    return dictionary().verbs


@cache
def _adverbs() -> frozenset[str]:
    return dictionary().adverbs


@lru_cache(maxsize=65536)
def is_punctuation(word: str) -> bool:
    """Whether a token is only marks that part or wrap words.

    >>> is_punctuation("“"), is_punctuation("家")
    (True, False)
    """
    return not word.strip(_PUNCTUATION)


@lru_cache(maxsize=65536)
def has_letters(word: str) -> bool:
    """Whether a token holds a Han character, a Latin letter, a digit or a Roman numeral (劣*Ⅴ*类)."""
    return any("\u3400" <= c <= "\u9fff" or (c.isascii() and c.isalnum()) or "Ⅰ" <= c <= "Ⅿ" for c in word)
