"""What is said to be the first of its kind, and in which field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.following import thing
from checker.claims.metrics.phrases import tokens_of
from checker.claims.metrics.readings import Reading, clause_start, metric
from checker.claims.metrics.slots import BOUNDARY, REACH
from checker.claims.words.segments import classes, is_verb
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from checker.claims.metrics.phrases import Phrase
    from checker.claims.metrics.readings import Context
    from checker.model import Figure

# The field of a first that stands before its verb.
_FIELD_BEFORE = re.compile(
    r"(?:(?P<whose>[我本该全][国省市区县州]|[㐀-鿿]{2}[省市区县州])[^，。；：、！？0-9]{1,6}的$)|(?:在(?P<in>全国|国内|全省|省内|全市|全区|全县|全球|世界)(?:范围)?内?|(?P<ahead>全国|全省|全市|全区|全县|全球)率先)"
    r"[^，。；！？、0-9]{0,8}$"
)
_TWO = 2
# Verbs of moving with the way that it goes: *驶上*环线, *走进*校园.
_MOVING, _WAYS = frozenset("驶开走迈跨飞运销送搬驰奔跑游爬登"), frozenset("进出上下入向往到抵离回")
# Measure words of things that are made or stand somewhere, and are no event: 首座, 首条; not 首例, 首单.
_SOLID = frozenset("座条家所台辆艘架栋间列支株颗枚")
# What points at the thing that was just named: 全省首家传承工坊*这块牌子*.
_POINTING = frozenset("这那")
# What stands for the thing that the clause before told of: 全省首单*该品种的*直供业务.
_OF_THAT = re.compile(r"(?:该|此|这一|这[种类款项])[㐀-鿿]{1,4}?的")
# The word for being, and no subject: 该门诊昨日揭牌，*系*全国首家由县级医院开设的.
_IS = re.compile(r"\s*(?:这|它|也|还|正|更)?(?:就|也|还|又)?(?:是|系|为|成为|属|作为|堪称|尚属)\s*")
# What begins a statement about the thing that was named before it.
_AT = frozenset({"在", "从", "由", "于", "向", "将", "被", "为", "已", "已经", "正式", "日前", "近日", "昨日", "了"})


def in_field(figure: Figure, text: str) -> Figure:
    """A first with the field that stands before its verb: *在全省*率先建成首家…, *在全国*尚属首例."""
    if not figure.first or figure.among:
        return figure
    found = _FIELD_BEFORE.search(text, max(0, figure.start - REACH // 2), figure.start)
    if found is None:
        return figure
    whose = found["whose"]
    return replace(figure, among=f"全{whose[-1]}" if whose else found["in"] or found["ahead"])


def first(c: Context, role: str) -> Reading:
    """What is the first of its kind: the words of its clause before 首个 and after it."""
    of_that = _OF_THAT.match(c.masked, c.figure.end)
    behind = of_that.end() if of_that else c.figure.end
    described = thing(c.masked, _named_first(c, _clause_after(c.masked, behind, c.slot.right.end)))
    told = () if c.left.listed else thing(c.masked, Span(c.slot.left.start, c.figure.start)).words
    owner = tuple(w for w in told if w not in words("ranks", "merely"))
    points = not described.words or described.words[0] in words("ranks", "pointing")
    if points and not owner:  # 收费站无人值守改造完成，*在全省尚属首个*; 古树法庭揭牌，*是全省第二家同类法庭*
        described = thing(c.masked, _named_first(c, _clause_before(c.masked, c.slot.left.start)))
    if of_that and not owner:
        owner = _told_before(c)
    if not of_that and described.words and _told_of_that(c):
        owner = (*_named_before(c, described), *owner)
    named = tuple(dict.fromkeys((*(w for w in owner if w not in described.words), *described.words)))
    span = described.span if described.words else c.left.span
    return Reading(c.slot, metric(named, described.words, c.verb), role, metric_span=span)


def _told_of_that(c: Context) -> bool:
    """Whether 首个 opens its clause but for a word for being, so that the clause before says what is one."""
    return _IS.fullmatch(c.masked, c.slot.left.start, c.figure.start) is not None


def _named_before(c: Context, described: Phrase) -> tuple[str, ...]:
    """What the clause before names, where a first is described by no noun, or that gave it a name of its own.

    *老年门诊*昨日揭牌，系全国首家由县级医院开设的; *“产线学院”*，是全国首个设在车间的学院.
    """
    before = _clause_before(c.masked, c.slot.left.start)
    of = c.masked.rfind("的", before.start, before.end)
    named = thing(c.masked, _named_first(c, Span(max(of + 1, before.start), before.end)))
    bare = c.masked.startswith("的", described.span.end) and described.span.end + 1 >= c.slot.right.end
    return named.words if bare or c.masked[before.end - 1] == "”" else ()


def _told_before(c: Context) -> tuple[str, ...]:
    """What the clause before is told of: what it counts, else what it names."""
    near = c.sofar[-1] if c.sofar else None
    if near is not None and near.counted_span is not None and near.slot.clause + 1 == c.slot.clause:
        return near.metric.words  # 加注1200吨*保税燃料油*，这是全省首单该品种的跨关区业务
    return thing(c.masked, _named_first(c, _clause_before(c.masked, c.slot.left.start))).words


def _named_first(c: Context, span: Span) -> Span:
    """The words after 首个 without what is told of the thing that they name: 首座主题图书馆*在青石开馆*."""
    tokens = tokens_of(c.masked, span)
    noun = 1 + max((i for i, (w, _) in enumerate(tokens) if w == "的"), default=-1)
    for i in range(noun + 1, len(tokens)):
        word, at = tokens[i]
        after = tokens[i + 1][0] if i + 1 < len(tokens) else ""
        ends = not after and (c.figure.first[-1:] in _SOLID or word in words("verbs", "happening"))
        if after[:1].isdigit() and word in words("terms", "attributes"):
            return Span(span.start, at)
        last = i + 2 == len(tokens) and _does(after)
        goes_on = after in _AT or after in words("verbs", "manner") or last
        if word in _AT or word[0] in _POINTING or _moves(word) or (_does(word) and (ends or goes_on)):
            return Span(span.start, at)
    return span


def _does(word: str) -> bool:
    """Whether a word behind the name of a thing can be what happens to it."""
    known = classes()
    if len(word) < _TWO or word in known.nominal:
        return False
    return is_verb(word) or word in words("verbs", "happening") or word in known.stock or word in known.flow


def _moves(word: str) -> bool:
    """Whether a word says where the thing before it goes: *驶上*环线."""
    return len(word) == _TWO and word[0] in _MOVING and word[1] in _WAYS


def _clause_before(masked: str, at: int) -> Span:
    """The clause that ends right before ``at``; an empty span where a sentence does."""
    if masked[at - 1 : at] != "，":
        return Span(at, at)
    return Span(max(clause_start(masked, at - 1), at - REACH), at - 1)


def _clause_after(masked: str, at: int, goes_on: int) -> Span:
    """The rest of the clause from ``at``, with the figures that are part of a name: 首台国产*5.0T*磁共振.

    ``goes_on``: as far as there is no gap but of names that are blanked.
    """
    found = BOUNDARY.finditer(masked, at, at + REACH)
    ends = next((m.start() for m in found if m.end() > goes_on or not m[0].isspace()), None)
    return Span(at, min(len(masked), at + REACH) if ends is None else ends)
