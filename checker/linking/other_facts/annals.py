"""When a house or a work of a place began and ended, and how long that is said to be: what articles tell without names.

In one article a library opens in 1958, in another it has 50年的历史: no name joins them, but what both are
about and what sort of house it is. Where that leaves more than one house, nothing is joined.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.topics import proper
from checker.lengths import YEAR, length
from checker.lexicon import load, pattern, words
from checker.model import Kind
from checker.spans import role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Claim

# What parts a place from the sort of its house in the names of annals.
OF = "|"
# What works of building are called in them.
WORK = "工期"

_REACH = 72
_HOUSES = 8
_LOOSE = re.compile(r"^(?:近|约|逾|超|连续|头|前|后|这|那|第|每)|[多余几数]")
_YEARS = re.compile(r"[年载](?:来|间|以来|时间)?$")
_AGED = re.compile(r"^(?:的)?(?:历史|光阴|岁月|历程)?的(?P<clause>[^，。；]{0,10})|^(?:历史|光阴|岁月)")
_RANGE = re.compile(r"(?:至|到|—|-|～|~)\s?$")
_DAY = re.compile(r"[日号]")
_LASTED = re.compile(r"(?:历时|历经|耗时|用时|工期)(?:了|近)?$", needs=("历时", "历经", "耗时", "用时", "工期"))
_WHOLE = re.compile(r"(?:整整|前后|一共|共|历时|为期)[^，。；0-9]{0,3}$")


@cache
def _words() -> dict[str, re.Pattern[str]]:
    once, houses = pattern("durations", "once"), pattern("durations", "houses")
    begun = words("durations", "once")
    return {
        "house": re.compile(houses),
        "once": re.compile(
            rf"^，?[^，。；]{{0,30}}?(?P<verb>{once})(?!\w?[0-9一二三四五六七八九十]+周?年)", needs=begun
        ),
        "once_at": re.compile(rf"(?P<verb>{once}|始建|建)于$", needs="于"),
        "counted": re.compile(rf"(?P<verb>{once})(?:已|了|近|至今)*$", needs=begun),
        "show": re.compile(pattern("durations", "shows")),
    }


def annals(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a claim dates or counts of a house, a work or a show of its place, as a sort and a name with the place."""
    found = dict.fromkeys(_dated(claim) if claim.kind is Kind.DATE else _counted(claim))
    for what, noun in found:
        for place in _places(claim):
            yield what, f"{place}{OF}{noun}"


def of_place(what: str, told: Sequence[Claim]) -> bool:
    """Whether the claims of one sort and place tell of one thing: no two houses, beginnings or ends among them."""
    days = [c for c in told if c.kind is Kind.DATE]
    if not days or len({c.article.id for c in told}) < 2:
        return False
    if len({_name(c) for c in days if what == "since" or role(c, work=True) == "begins"} - {""}) > 1:
        return False
    return what == "since" or any(c.kind is Kind.DURATION for c in told)


def _places(claim: Claim) -> list[str]:
    """The names of the place or firm that a claim can be told of."""
    about = [name for name in (*claim.article.about, claim.article.place) if 1 < len(name) <= 4]
    return list(dict.fromkeys((*sorted(proper(claim.sentence.text)), *about)))[:_HOUSES]


def _dated(claim: Claim) -> Iterator[tuple[str, str]]:
    text, figure, period = claim.sentence.text, claim.figure, claim.figure.period
    if period is None or period.start is None or period.end is None or (period.end - period.start).days > 366:
        return
    head, tail = text[max(0, figure.start - 20) : figure.start], text[figure.end : figure.end + _REACH]
    words = _words()
    if YEAR.search(claim.text) and not _RANGE.search(head) and not claim.text.startswith(("截至", "截止", "到", "至")):
        behind, before = words["once"].match(tail), words["once_at"].search(head)
        if behind or before:
            around = head.rsplit("，", 1)[-1] + (behind.group() if behind else re.split("[，。；]", tail)[0])
            yield from (("since", noun) for noun in _nouns(around)[-1:])
            if behind:
                yield "since", behind["verb"]
    at = role(claim, work=True)
    if (at == "begins" and "月" in claim.text) or (at and _DAY.search(claim.text)):
        yield "span", WORK
    if role(claim, work=False) and _DAY.search(claim.text):
        for show in dict.fromkeys(words["show"].findall(text[max(0, figure.start - _REACH) : figure.end + _REACH])):
            yield "span", show


def _counted(claim: Claim) -> Iterator[tuple[str, str]]:
    text, figure = claim.sentence.text, claim.figure
    if claim.kind is not Kind.DURATION or length(claim) is None or _LOOSE.search(claim.text):
        return
    head, tail = text[max(0, figure.start - 24) : figure.start], text[figure.end : figure.end + _REACH]
    words = _words()
    if _YEARS.search(claim.text):
        verb = words["counted"].search(head)
        if verb and (claim.text[-1] in "来间" or tail[:1] in ("来", "间")):
            yield "since", verb["verb"]
            yield from (("since", noun) for noun in _nouns(_built(verb["verb"]))[-1:])
        if aged := _AGED.match(tail):
            yield from (("since", noun) for noun in _nouns(aged["clause"] or head.rsplit("，", 1)[-1])[-1:])
    unit = claim.value.unit if claim.value is not None else ""
    if _LASTED.search(head) and unit in ("年", "个月"):
        yield "span", WORK
    if unit in ("天", "日") and _WHOLE.search(head):
        yield from (("span", show) for show in words["show"].findall(head.rsplit("。", 1)[-1])[-1:])


def _nouns(words: str) -> list[str]:
    return _words()["house"].findall(words)


def _built(verb: str) -> str:
    """What is built by a verb: 医院 for 建院, 保护区 for 建区."""
    kinds: dict[str, list[str]] = load("durations")["kinds"]
    return "、".join(kinds.get(verb[1:], [])) if verb.startswith("建") else ""


def _name(claim: Claim) -> str:
    """The proper words right before the noun of a dated house, "" where it is told without: *青石*水库, 水库."""
    text, figure = claim.sentence.text, claim.figure
    head = re.split("[，。；]", text[max(0, figure.start - 20) : figure.start])[-1]
    tail = text[figure.end : figure.end + 30]
    around = head + "|" + re.split("[，。；]", tail if head else tail.removeprefix("，"))[0]
    found = sorted(name for name in proper(around) if name in around)
    return found[0] if found and YEAR.search(claim.text) else ""
