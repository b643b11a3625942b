"""What stands on either side of a figure: the noun phrase that names it, and the verb that carries it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.bases import bases
from checker.claims.segments import classes, cut, has_letters, is_punctuation, is_verb
from checker.frozen import dataclass, replace
from checker.lexicon import words
from checker.model import Figure, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# Marks that end a clause. A comma inside a number belongs to a figure and is never looked at.
BOUNDARY = re.compile(r"[，；：。！？!?;:…—|｜】\n\u3000, ](?:(?<![, ])|(?<=,)(?!\d)|(?<= ) +)")
_ASIDE = re.compile(r"（[^（）]{0,60}）|\([^()]{0,60}\)")
# A time that something is compared with and that is no date: 比*改革之初*增长.
_EARLIER = re.compile(
    r"(?:比|较)(?P<time>[㐀-鿿]{2,6}?(?:之初|初期|以前|之前|前))(?=增|提高|提升|下降|减|降|多|少|高|低|翻|扩大|上升|缩)"
)
# 等 ends a thing where the clause ends within a few characters of it.
_THING_END = re.compile(r"[，。；！？：,;:]|等(?=[^，。；！？]{0,4}(?:[，。；！？]|$))")
_WORDS = re.compile(r"\S+")
_LISTING = frozenset({"、", "和", "及", "与", "以及"})
_COORDINATION = _LISTING | {"等", "或"}
# What ends a verb of reaching: 冲*上*138万人次, 多*出*3家.
_RESULTS = frozenset({"上", "出", "下", "过"})
# Kinds that the words before a figure reach back over.
_PASSED_OVER = frozenset({Kind.DATE, Kind.LABEL, Kind.NAME, Kind.ORDINAL, Kind.DURATION, Kind.PHRASE})
# What stands behind a verb and not behind a noun.
_BEHIND = frozenset({"了", "过", "在", "于", "向", "到", "后", "时"})
# What a verb with its result ends in, as no noun's description does: 搬*进*新家, 带*来*新品.
_REACHED = frozenset("进出上下入到来去过起走回开成")
# The most words that a noun phrase may have for the verb after it to say more of what it names.
_TOPICAL = 1
# The fewest words of a clause that describes a noun after 的.
_CLAUSE = 3
# The most words that one of several nouns may have that a figure is told of together.
_PART = 4
# Kinds that can stand within the name of what is counted.
_NAMING = frozenset({Kind.LABEL, Kind.PHRASE, Kind.ORDINAL})
_START, _END = attrgetter("start"), attrgetter("end")
# The longest stretch of text before or after a figure that can name it.
REACH = 48


@dataclass(frozen=True)
class Slot:
    """A figure with the text that can name it, as spans of its sentence.

    ``left`` runs from the last clause boundary or figure to the figure, ``right`` from the figure to the next
    one. ``clause`` counts clauses from 0; ``after`` is the index of the figure before it in the same clause.
    ``dated``: the date that stands directly at the figure (上年的30.7亿元).
    """

    figure: Figure
    left: Span
    right: Span
    clause: int
    after: int | None
    dated: str = ""


@dataclass(frozen=True)
class Phrase:
    """A noun phrase before a figure.

    ``words``: its content words in reading order. ``span``: where they stand. ``verbs``: what was passed between it
    and the figure, nearest first. ``opens``: 由/从 (the figure begins a change) or 比/较 (it is what another is
    measured against). ``reaches``: the figure ends a change (增加到). ``share_of``: the words of the whole after 占.
    ``listed``: a list mark was passed. ``rest``: what follows a counted noun in its clause. ``subject``: the
    content
    words before the verb at which the phrase was cut.
    """

    words: tuple[str, ...] = ()
    span: Span = Span(0, 0)
    verbs: tuple[str, ...] = ()
    opens: str = ""
    reaches: bool = False
    share_of: tuple[str, ...] = ()
    listed: bool = False
    rest: str = ""
    subject: tuple[str, ...] = ()


def boundaries(text: str, figures: Sequence[Figure]) -> list[int]:
    """The offsets just after each clause boundary of a sentence that does not stand inside a figure, 0 first."""
    found, k, n = [0], 0, len(figures)
    for m in BOUNDARY.finditer(text):
        start, end = m.span()
        while k < n and figures[k].end <= start:
            k += 1
        if k == n or start < figures[k].start:
            found.append(end)
    return found


def slots(text: str, figures: Sequence[Figure], cuts: Sequence[int] | None = None) -> list[Slot]:
    """A slot for each figure of a sentence, dates too, in order; ``cuts``: its boundaries, where they are known."""
    cuts = boundaries(text, figures) if cuts is None else cuts
    found: list[Slot] = []
    clause, last, nexts = 0, -1, _next_starts(figures)
    for i, f in enumerate(figures):
        while clause + 1 < len(cuts) and cuts[clause + 1] <= f.start:
            clause += 1
        if i and figures[i - 1].kind not in _PASSED_OVER:
            last = i - 1
        start, after = cuts[clause], None
        if last >= 0 and figures[last].start >= start:
            start, after = figures[last].end, last
        end = cuts[clause + 1] - 1 if clause + 1 < len(cuts) else len(text)
        # What is counted may be named by a label or a word of rank: 500座*5G基站*, 31个*国家级一流*专业.
        end = min(end, nexts[i])
        dated = _date_at(text, figures[i - 1], f) if i and figures[i - 1].kind == Kind.DATE else ""
        left = Span(max(start, f.start - REACH), f.start)
        right = Span(f.end, max(f.end, min(end, f.end + REACH)))
        found.append(Slot(f, left, right, clause, after, dated))
    return found


def _next_starts(figures: Sequence[Figure]) -> list[int]:
    """For each figure where the next one begins that names nothing; behind all text for the last."""
    found, nxt = [], 1 << 62
    for f in reversed(figures):
        found.append(nxt)
        nxt = nxt if f.kind in _NAMING else f.start
    return found[::-1]


def _date_at(text: str, earlier: Figure, figure: Figure) -> str:
    """The text of a date that stands directly at the figure after it."""
    between = text[earlier.end : figure.start].strip()
    return earlier.text if between in words("verbs", "owning") else ""


def blank(text: str, spans: Sequence[Span]) -> str:
    """The text with some spans overwritten by spaces, offsets unchanged."""
    if not spans:
        return text
    kept, reached = [], 0
    for start, end in sorted(spans):
        if end > reached:
            start = max(start, reached)  # noqa: PLW2901 - where spans overlap
            kept += [text[reached:start], " " * (end - start)]
            reached = end
    return "".join(kept) + text[reached:]


def _tokens(text: str, span: Span) -> list[tuple[str, int]]:
    """The words of a span with the offset of each, blanks dropped."""
    found = []
    for m in _WORDS.finditer(text[span.start : span.end]):
        at = span.start + m.start()
        for word in cut(m.group()):
            found.append((word, at))
            at += len(word)
    return found


def before(text: str, span: Span) -> Phrase:
    """The noun phrase that ends at or just before ``span.end``.

    ``text`` has dates and asides blanked. Words of having, growing and reaching between the phrase and the figure are
    passed over and kept in ``verbs``.

    >>> before("全区规上工业总产值达到", Span(0, 11)).words
    ('规上', '工业', '总产值')
    >>> before("据了解，目前", Span(4, 6)).words
    ()
    """
    known = classes()
    tokens = _tokens(text, span)
    end, told = _passed(tokens)
    start = _whole(tokens, _beginning(tokens[:end]), end)
    cut, at = tokens[start - 1] if start else ("", span.start)
    verbs = (*told.verbs, cut) if _tells(cut) or cut in words("verbs", "lessening") else told.verbs
    inside = [(w, at) for w, at in tokens[start:end] if has_letters(w) and w not in known.empty]
    if inside and cut in ("占", "占到", "占比"):
        head = before(text, Span(span.start, at))
        whole = tuple(w for w, _ in inside)
        return replace(told, words=head.words, span=head.span, verbs=verbs, share_of=whole, listed=head.listed)
    subject = _subject(tokens[: start - 1]) if cut in known.flow else ()
    inside += [(w, at) for w, at in tokens[max(start, end) :] if 0 < len(inside) <= _TOPICAL and _deverbal(w)]
    where = Span(inside[0][1], inside[-1][1] + len(inside[-1][0])) if inside else Span(span.end, span.end)
    named = tuple(w for w, _ in inside)
    return Phrase(named, where, verbs, told.opens, told.reaches, listed=told.listed, subject=subject)


def _deverbal(word: str) -> bool:
    """Whether a verb at the figure says what it counts, and not how it stands: 心脏*移植*286例, 远程*会诊*3万例."""
    known = classes()
    plain = word in known.light or _tells(word) or word in known.reach or word in known.base or word in known.stop
    return len(word) == 2 and is_verb(word) and not plain


def _passed(tokens: Sequence[tuple[str, int]]) -> tuple[int, Phrase]:
    """Where a noun phrase ends that the tokens hold, and what stands after it, as a phrase without words."""
    verbs: list[str] = []
    opens, reaches, listed = "", False, False
    end = len(tokens)
    while end:
        word = tokens[end - 1][0]
        earlier = tokens[end - 2][0] if end > 1 else ""
        sort = "verb" if word in _RESULTS and is_verb(earlier) else _sort(word, earlier)
        if word == "到" and earlier in words("verbs", "grown"):
            word, end, sort = "增加到", end - 1, "reach"
        if not sort:
            break
        if sort == "base":
            opens = opens or word
        elif sort == "mark":
            listed = listed or word in _LISTING
        else:
            verbs.append(word)
        reaches = reaches or sort == "reach"
        end -= 1
    return end, Phrase(verbs=tuple(verbs), opens=opens, reaches=reaches, listed=listed)


def _sort(word: str, earlier: str) -> str:
    """What a word does between a noun phrase and its figure: base, reach, verb, mark; "" where it is of the phrase."""
    known = classes()
    if word in known.base:
        return "base"
    if word in known.reach:
        return "reach"
    if word in known.light or _tells(word):
        return "" if word in known.nominal and earlier and earlier not in known.light else "verb"
    if word == "的" or is_punctuation(word) or word in _LISTING:
        return "mark"
    return "verb" if is_verb(word) and word not in known.nominal else ""


def _tells(word: str) -> bool:
    """Whether a word is a verb of doing, having or adding up."""
    known = classes()
    return word in known.flow or word in known.stock or word in known.cumulative


def _beginning(tokens: Sequence[tuple[str, int]]) -> int:
    """The index of the first token of the noun phrase that ends the tokens."""
    known = classes()
    start = len(tokens)
    while start:
        word = tokens[start - 1][0]
        if start < len(tokens) and (word == "平均" or _measured_noun(word, tokens[start:])):
            start -= 1
            continue
        if start < len(tokens) and word == "近":
            start -= 1  # *近*机位, *近*海: what is nearly a number is part of the figure
            continue
        if start < len(tokens) and _within_name(word, tokens[start - 2][0] if start > 1 else ""):
            start -= 1
            continue
        if _tells(word) or word in known.stop or word in known.base or word in _COORDINATION:
            break
        if word in known.light and word not in known.nominal:
            break
        start -= 1
    return start


def _within_name(word: str, earlier: str) -> bool:
    """Whether a verb of doing is part of a name: after a description (嵌入式*服务*综合体), or as one (*授权*专利)."""
    return word in words("verbs", "naming") or (word in classes().flow and _attributive(earlier))


def _whole(tokens: Sequence[tuple[str, int]], start: int, end: int) -> int:
    """The index of the first token of the list of nouns whose last one begins at ``start``: *黄标车和*老旧车."""
    while start > 1 and start < end and tokens[start - 1][0] in _LISTING:
        earlier = _beginning(tokens[: start - 1])
        part = [w for w, _ in tokens[earlier : start - 1]]
        if not 0 < len(part) <= _PART or any(is_verb(w) or not has_letters(w) for w in part[1:]):
            break
        start = earlier
    return start


def _measured_noun(word: str, after: Sequence[tuple[str, int]]) -> bool:
    """Whether a word is part of the name of a measure: *累计*签发量, *接待*量."""
    return after[-1][0][-1] in "量额率" and (
        word == "累计" or (len(after) == 1 and len(after[0][0]) == 1 and _tells(word))
    )


@cache
def _pronouns() -> frozenset[str]:
    return words("organisations", "pronouns")


def _subject(tokens: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The content words of what stands before a verb; () where another verb or a list mark stands there too."""
    known = classes()
    kept = [
        w
        for w, _ in tokens
        if has_letters(w) and w not in known.empty and w not in known.light and w not in _pronouns()
    ]
    if any(w in known.stop or w in known.flow or w in known.stock for w in kept):
        return ()
    return tuple(kept)


def following(text: str, span: Span, *, opens: bool = False) -> Phrase:
    """The noun phrase that begins at ``span.start``: what a measure word counts.

    ``opens``: nothing before the figure in its clause takes the phrase as its object, so that a verb must follow.

    >>> following("个教育集团在全国招生", Span(1, 10)).words
    ('教育集团',)
    >>> following("家企业比邻而居", Span(1, 7), opens=True).words
    ('企业',)
    >>> following("个，覆盖", Span(1, 1)).words
    ()
    """
    known = classes()
    tokens = _tokens(text, span)
    taken: list[tuple[str, int]] = []
    stopped = span.end
    for i, (word, at) in enumerate(tokens):
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
            or (verb and not _nounlike(word, taken))
            or (taken and _happens(word, tokens[i + 1][0] if i + 1 < len(tokens) else ""))
            or (opens and taken and _acts(word, last=i + 1 == len(tokens)))
        ):
            stopped = at
            break
        if word == "的":
            if len(taken) >= _CLAUSE and is_verb(taken[0][0]):
                taken = []  # a clause that describes what is counted: 80项塑造优势的*方向*
                continue
            if len(taken) > 3 or (taken and taken[-1][0] in words("terms", "common")):
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
    return Phrase(tuple(w for w, _ in inside), Span(inside[0][1], inside[-1][1] + len(inside[-1][0])), rest=rest)


def _half(mark: str, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether a list mark parts two descriptions of one noun: 大中型*和*重点小型水库."""
    return mark in _LISTING and bool(taken) and _attributive(taken[-1][0])


def _attributive(word: str) -> bool:
    """Whether a word describes the noun after it and is no noun itself: 大中型, 嵌入式, 国家级."""
    return len(word) > 1 and word[-1] in "型性类式级"


def _happens(word: str, after: str) -> bool:
    """Whether a word is a verb by the particle after it: 茶园*环抱*着, 学校*开设*了."""
    return after == "着" or (after in _BEHIND and is_verb(word))


def _acts(word: str, *, last: bool) -> bool:
    """Whether a word behind a counted noun begins what that does: by its manner, with its result, or at the end."""
    if word in words("verbs", "manner"):
        return True
    if last and word in words("verbs", "happening"):
        return True
    return len(word) == 2 and word[1] in _REACHED and is_verb(word)


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
        for w, at in _tokens(text, Span(span.start, end))
        if has_letters(w) and w not in known.empty and w not in known.stop
    ]
    if not inside:
        return Phrase((), Span(span.start, span.start))
    return Phrase(tuple(w for w, _ in inside), Span(inside[0][1], inside[-1][1] + len(inside[-1][0])))


def _nounlike(word: str, taken: Sequence[tuple[str, int]]) -> bool:
    """Whether a word that is often a verb begins a counted noun here (3个*建设*项目, 2家*培训*机构)."""
    return not taken and word in words("verbs", "nounlike")


def without_asides(text: str, figures: Sequence[Figure]) -> str:
    """The text with dates, durations, the bases of rates and bracketed asides that hold no figure blanked."""
    spans = bases(text, figures)
    spans += [f.span for f in figures if f.kind in (Kind.DATE, Kind.DURATION)]
    grown = {f.start for f in figures if f.kind == Kind.GROWTH}
    if "前" in text or "初" in text:
        spans += [Span(*(m.span() if m.end() in grown else m.span("time"))) for m in _EARLIER.finditer(text)]
    if "（" in text or "(" in text:
        asides = (Span(*m.span()) for m in _ASIDE.finditer(text))
        spans += [aside for aside in asides if not _holds(aside, figures)]
    return blank(text, spans)


def _holds(span: Span, figures: Sequence[Figure]) -> bool:
    """Whether one of the figures, which are in order, begins inside a span."""
    n = bisect_right(figures, span.start, key=_START)
    return n < len(figures) and figures[n].start < span.end


def meets(span: Span, figures: Sequence[Figure]) -> bool:
    """Whether a span and one of the figures, which are in order, share characters."""
    n = bisect_right(figures, span.start, key=_END)
    return n < len(figures) and figures[n].start < span.end
