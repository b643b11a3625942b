"""Days and years that several articles tell of one thing → facts: when it opened, how old it is."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import load, pattern, words
from checker.linking.other_facts.annals import OF, annals, of_place
from checker.model import Claim, Fact, Kind, RegionKind
from checker.since import feast, founds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REACH = 56
_LEAST = 4
# Openings that lie further apart than this are two, though one name is told of both.
_ONE_EVENT = 62
# More witnesses than this tell of no one thing.
CROWD = 40
_AHEAD = re.compile(r"将|拟|计划|预计|有望|力争|争取|确保|就要|即将|届时|上届|去年的|每年|以前|之前")
_CUT = re.compile(r"[，。；：、！？“”（）()《》\s|｜]")


@cache
def _words() -> dict[str, re.Pattern[str]]:
    verbs = sorted((v for group in load("events")["verbs"] for v in group), key=lambda v: (-len(v), v))
    return {
        "verb": re.compile("|".join(map(re.escape, verbs)), needs=verbs),
        "tail": re.compile(rf"(?:{pattern('events', 'adverbs')})+$"),
        "head": re.compile(rf"^(?:{pattern('events', 'openers')})+"),
        "house": re.compile(
            rf"[\u4e00-\u9fff]{{2,6}}?{pattern('events', 'institutions')}",
            needs=words("events", "institutions"),
        ),
    }


@cache
def _groups() -> dict[str, str]:
    return {verb: group[0] for group in load("events")["verbs"] for verb in group}


def moment_facts(claims: Sequence[Claim]) -> list[Fact]:
    """One fact for each thing that two articles date: its event by the day, or its beginning by the year."""
    told: dict[tuple[str, str], list[tuple[str, Claim]]] = defaultdict(list)
    for c in claims:
        for what, name in moments(c):
            told[key(what, name)].append((name, c))
    return [fact for at in sorted(told) for fact in of_one_thing(at[0], told[at])]


def key(what: str, name: str) -> tuple[str, str]:
    """What the moments of one thing share: the sort of event and the end of the name."""
    return what, name if OF in name else name[-_LEAST:]


def moments(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a claim dates, as the sort of its event and the name of its thing; mostly nothing."""
    if claim.figure.kind in (Kind.DATE, Kind.DURATION) and claim.sentence.region is not RegionKind.BYLINE:
        yield from dict.fromkeys((*_named(claim), *annals(claim)))


def _named(claim: Claim) -> Iterator[tuple[str, str]]:
    """What a claim dates, as the sort of its event and the name of its thing."""
    if claim.kind is Kind.DATE and (found := event(claim)) is not None:
        yield found
    if (claim.kind is Kind.DATE and founds(claim)) or (claim.kind is Kind.DURATION and feast(claim)):
        name = _house(claim)
        if name:
            yield "since", name


def event(claim: Claim) -> tuple[str, str] | None:
    """The event that a sentence dates by a single day, and whose it is; None for plans and for things without a name.

    The thing stands before the verb: 6月28日，地铁5号线一期正式开通 and 地铁5号线一期于6月28日开通.
    """
    text, figure, period, day = claim.sentence.text, claim.figure, claim.figure.period, claim.article.published
    if period is None or period.start is None or period.start != period.end or not re.search(r"[日号]", claim.text):
        return None
    if day is None or period.start > day or claim.text.startswith("截至"):
        return None
    tail = re.split(r"[。；！？]", text[figure.end : figure.end + _REACH])[0]
    verb = _words()["verb"].search(tail)
    if verb is None or _AHEAD.search(text[max(0, figure.start - 10) : figure.start] + tail[: verb.end()]):
        return None
    name = _thing(tail[: verb.start()]) or _thing(re.sub(r"[于在]$", "", text[: figure.start]))
    return (_groups()[verb.group()], name) if name else None


def _thing(words: str) -> str:
    """The name that a run of words ends with; "" where it is none or that of many."""
    name = _words()["head"].sub("", _CUT.split(_words()["tail"].sub("", words))[-1])
    name = name.rsplit("的", 1)[-1]
    many = name in load("events")["many"]
    return "" if len(name) < _LEAST or many or len(name) > 20 else name


def _house(claim: Claim) -> str:
    """The institution whose years a sentence counts, or that its article's title names."""
    for text in (claim.sentence.text, claim.article.title):
        names = [m.group() for m in _words()["house"].finditer(text)]
        names = [n for n in names if len(n) >= _LEAST and n not in load("events")["many"]]
        if len({n[-_LEAST:] for n in names}) == 1:
            return names[0]
    return ""


def of_one_thing(what: str, told: Sequence[tuple[str, Claim]]) -> Iterator[Fact]:
    """The fact of claims that share a key, in their order; none unless two articles tell of it and do not agree."""
    if not 1 < len(told) <= CROWD:
        return
    name = min((n for n, _ in told), key=lambda n: (len(n), n))
    own = [c for n, c in told if n.endswith(name)]
    if len({c.article.id for c in own}) < 2:
        return
    if OF in name:
        if not of_place(what, own):
            return
    elif what != "since":
        days = sorted({c.figure.period.start for c in own if c.figure.period and c.figure.period.start})
        if len(days) < 2 or (days[-1] - days[0]).days > _ONE_EVENT:
            return
    ordered = sorted(
        own, key=lambda c: (c.article.published.isoformat() if c.article.published else "", c.article.id, c.start)
    )
    yield Fact(f"{what}:{name}", tuple(ordered), ())
