"""Whom a number of occasions is of, where they are told of behind it: 35万人次*的读者*, 48.6万人次*走进展厅*."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.following import following
from checker.claims.metrics.phrases import Phrase
from checker.claims.metrics.predicating import agent
from checker.claims.words.branching import branches
from checker.frozen import replace
from checker.lexicon import load
from checker.model import Span

if TYPE_CHECKING:
    from checker.claims.metrics.slots import Slot

# How people came, told before their number, so that nothing else says who they are: 假期5天*来了*14万人次.
_CAME = re.compile(
    r"(?:(?<![起上下出进回过往])来了|来访|到访|迎来|迎客|涌[进入]|走[进入]|踏[进入])了?(?:近|约|超过?|逾|突破)?$",
    needs=("来", "到访", "迎客", "进", "入"),
)
# How units of occasions end: 人次, 车次, 架次.
_OCCASION, _PEOPLE = "次", "人次"
# What many take part in, right behind their number: 3.2万人次*参加了*护理员培训.
_JOINED = re.compile(r"(?:报名)?(?:参加|参与|接受|享受|获得|获|领取|申领|申请|得到|受到)(?:了|过|到)?")
# How the names of vehicles end.
_VEHICLES = frozenset("车船机艇轮")
# So far behind the verb the house is named that is visited.
_REACH = 14


@cache
def _visits() -> re.Pattern[str]:
    verbs = branches(str(load("verbs")["visiting"]).split())
    return re.compile(rf"(?:先后|相继|陆续|纷纷|累计|共|已|前来|慕名|分批|一起|争相|专程)*(?:{verbs})")


@cache
def _houses() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = load("verbs")["visited"]
    return tuple((re.compile(branches(str(houses).split())), noun) for noun, houses in table.items())


def visitors(masked: str, slot: Slot, *, bare: bool = True) -> Phrase:
    """Whom a number of occasions is of, by the noun behind 的 or by the house they came to; empty where neither stands.

    ``bare``: no noun before the number names it.

    >>> from checker.figures import figures
    >>> from checker.claims.metrics.slots import slots
    >>> def told(text): return visitors(text, slots(text, figures(text))[0]).words
    >>> told("35万人次的读者走进会场"), told("48.6万人次走进展厅"), told("去年办理48万人次")
    (('读者',), ('观众',), ())
    >>> told("图书馆来了14万人次")
    ('读者',)
    """
    f = slot.figure
    unit = f.value.unit if f.value else ""
    if not unit.endswith(_OCCASION) or len(unit) == 1:
        return Phrase()
    if masked.startswith("的", f.end):
        return _who(following(masked, Span(f.end + 1, slot.right.end)))
    if unit == _PEOPLE and (joined := _JOINED.match(masked, f.end)):
        return replace(following(masked, Span(joined.end(), slot.right.end)), rest="")
    found = _visits().match(masked, f.end) if unit == _PEOPLE else None
    if found is None:
        return _arrived(masked, slot) if unit == _PEOPLE and bare else Phrase()
    where = Span(f.end, found.end())
    near = masked[found.end() : found.end() + _REACH]
    noun = next((noun for houses, noun in _houses() if houses.search(near)), str(load("verbs")["visitor"]))
    return Phrase((noun,), where)


def _arrived(masked: str, slot: Slot) -> Phrase:
    """Who came where only the verb before the number says so: 假期5天*来了*14万人次; empty where it does not."""
    start = max(slot.left.start, slot.figure.start - _REACH)
    came = _CAME.search(masked, start, slot.figure.start)
    if came is None:
        return Phrase()
    near = masked[max(0, slot.left.start) : came.start()]
    noun = next((noun for houses, noun in _houses() if houses.search(near)), str(load("verbs")["visitor"]))
    return Phrase((noun,), Span(*came.span()))


def _who(named: Phrase) -> Phrase:
    """A noun of people or vehicles with what describes it, without what they do; empty where none stands there."""
    told = next((i for i, w in enumerate(named.words) if agent(w) or w[-1] in _VEHICLES), -1)
    if told < 0:
        return Phrase()
    visit = _visits().match(named.rest) is not None or told + 1 < len(named.words)
    return replace(named, words=named.words[: told + 1], rest="" if visit else named.rest)
