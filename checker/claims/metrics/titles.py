"""What counted things became is what they are counted as: 17个村*获评省级示范村*; shares by where they come from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.following import thing
from checker.claims.metrics.phrases import Phrase, before
from checker.claims.words.branching import branches
from checker.claims.words.segments import is_verb
from checker.frozen import replace
from checker.lexicon import load
from checker.model import Span

if TYPE_CHECKING:
    from checker.model import Figure

# The longest title, in words; one that is longer is a sentence of its own.
_LONGEST = 9
_REACH = 40
# Lists: what stands on them needs no noun beside them.
_LISTS = ("强", "榜", "榜单", "名单", "名录", "目录", "行列")
# A title's words that say no more than that it is one.
_OPEN = frozenset({"第一批", "首批", "第二批", "新一批", "称号", "荣誉", "等"})
_FROM = re.compile(
    r"""
    (?:的(?P<whole>[㐀-鿿A-Za-z]{2,10}?))?
    (?:均|都|主要|则|分别)?
    (?:来自于?|出自|源自|来源于|源于)
    (?P<part>[㐀-鿿A-Za-z“”]{2,14})
    """,
    re.VERBOSE,
    needs=("来自", "出自", "源自", "源于"),
)
_GIVEN = re.compile(
    r"(?:贡献|撑起|支撑|占据|扛起)了?(?:全[区市县省][^，。；]{0,2})?(?:超过|超|约|近|逾)?$",
    needs=("贡献", "撑起", "支撑", "占据", "扛起"),
)
_OF = re.compile(r"的?(?P<whole>[㐀-鿿A-Za-z]{2,10})")
_AMONG = re.compile(r"(?:[中里]，?(?:约|超|近|超过)?有?|的)(?:超过|超|约|近|逾)?$")


@cache
def _became() -> re.Pattern[str]:
    verbs = branches(str(load("verbs")["becoming"]).split())
    return re.compile(rf"(?:先后|相继|陆续|双双|成功|已|已经|新|再|被|均|又|正式|首次|荣幸)*(?:{verbs})[了为成入]?")


def title(masked: str, right: Phrase) -> Phrase:
    """What a counted noun is said to have become, with the noun where the title does not say it; empty where nothing.

    >>> t = title("17个村获评省级电商示范村", Phrase(("村",), Span(3, 4), rest="获评省级电商示范村"))
    >>> t.words
    ('省级', '电商', '示范村')
    >>> title("17个村完成改造", Phrase(("村",), Span(3, 4), rest="完成改造")).words
    ()
    """
    if not right.rest or not right.words:
        return Phrase()
    at = masked.find(right.rest, right.span.end)
    m = _became().match(masked, at) if right.span.end <= at <= right.span.end + 4 else None
    if m is None:
        return Phrase()
    found = thing(masked, Span(m.end(), min(len(masked), at + len(right.rest))))
    named = tuple(w for w in found.words if w not in _OPEN)
    if not 1 < len(named) <= _LONGEST or is_verb(named[-1]):
        return Phrase()
    last = right.words[-1]
    told = named[-1].endswith(_LISTS) or named[-1].endswith((last, last[-1]))
    return replace(found, words=named if told else (*named, last))


def portion(masked: str, figure: Figure, start: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The part and the whole of a share told by where it comes from; two empty tuples where it is not told so.

    ``start``: where its clause begins.

    >>> from checker.figures import figures
    >>> text = "去年GDP中有36%来自制造业。"
    >>> portion(text, figures(text)[-1], 2)
    (('制造业',), ('GDP',))
    >>> text = "覆盖率达36%。"
    >>> portion(text, figures(text)[-1], 0)
    ((), ())
    """
    m = _FROM.match(masked, figure.end)
    if m is not None:
        part = thing(masked, Span(*m.span("part"))).words
        if m["whole"]:
            return part, before(masked, Span(*m.span("whole"))).words
        among = _AMONG.search(masked, start, figure.start)
        return _told(part, before(masked, Span(start, among.start())).words) if among else ((), ())
    given, of = _GIVEN.search(masked, start, figure.start), _OF.match(masked, figure.end)
    if given is None or of is None:
        return (), ()
    return _told(before(masked, Span(start, given.start())).words, thing(masked, Span(*of.span("whole"))).words)


def _told(part: tuple[str, ...], whole: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (part, whole) if part and whole else ((), ())
