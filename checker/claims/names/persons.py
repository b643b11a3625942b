"""Persons named after their position."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.branching import branches
from checker.claims.words.segments import is_adverb, is_verb, parts, segment
from checker.lexicon import load
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "㐀-鿿"
# Last characters of words for houses and the like, which no given name ends in.
_NOUNS = frozenset("楼室校馆站所部队院会机器房区厂店车船")
# What a person is told as whose position is not told.
PERSON = "人物"
_BEHIND = 4  # characters behind a name that tell whether it ends there


@cache
def _pattern() -> re.Pattern[str]:
    data = load("names")
    titles, surnames = data["titles"].split(), data["surnames"].split()
    given = _given("·")
    after = branches(data["after_person"].split())
    others = "|".join(map(re.escape, data["not_persons"].split()))  # seldom asked: it need not be quick
    return re.compile(
        rf"""
        (?P<title> {branches(titles)} ) [、 　]?
        (?! {others} )
        (?: (?P<person> {branches(surnames)} (?:{given}){{1,2}} )         # 张元升, 罗衡
            (?= \s | \Z | [，。、：；！？（()）“”《0-9] | {after} )
          | (?P<open> (?P<family> {branches(surnames)} ) (?:{given}){{2}} )  # 林怀安*摊开图纸*, 罗衡*回答*
        )
        """,
        re.VERBOSE,
    )


@cache
def posts() -> frozenset[str]:
    """The listed positions; whom something else stands before, is told of by what he works as."""
    return frozenset(load("names")["titles"].split())


@cache
def _working() -> re.Pattern[str]:
    """Full names of three characters behind a word for what somebody works as: 养路工林怀安."""
    data = load("names")
    given = _given()
    after = branches(data["after_person"].split())
    return re.compile(
        rf"""
        (?P<title> (?![前后或]者) (?:(?!的)[{_HAN}]){{1,2}} [{data["workers"]}] )
        (?! {branches(data["not_persons"].split())} )
        (?P<person> {branches([w for w in data["surnames"].split() if len(w) == 1])} (?:{given}){{2}} )
        (?P<parted> (?= \s | \Z | [，。、：；！？（()）“”《0-9] | {after} ) )?
        """,
        re.VERBOSE,
    )


def _given(more: str = "") -> str:
    """A character of a given name, as a pattern: none that is seldom one, but in names that begin with it (有田)."""
    data = load("names")
    first = branches(data["given_with"].split())
    last = rf"[{data['given_last']}] (?: [，。：；）] | \Z | 说 | 表示 | 介绍 )"
    return rf"(?: (?! [{data['not_given']}] ) | (?= {first} | {last} ) ) [{_HAN}{more}]"


@cache
def _telling() -> re.Pattern[str]:
    """Full names of three characters that open a clause and say something: 林怀安说."""
    data = load("names")
    return re.compile(
        rf"""
        (?: (?<=[，。；：！？“”\s]) | \A )
        (?! {branches(data["not_persons"].split())} )
        (?P<person> {branches([w for w in data["surnames"].split() if len(w) == 1])} (?:{_given()}){{2}} )
        (?= {branches(data["persons_say"].split())} )
        """,
        re.VERBOSE,
    )


@cache
def _guard() -> re.Pattern[str]:
    """Where a surname stands behind the last character of a position, or opens a clause: found much sooner."""
    data = load("names")
    lasts = "".join(sorted({w[-1] for w in data["titles"].split()} | set(data["workers"])))
    firsts = "".join(sorted({w[0] for w in data["surnames"].split()}))
    says = "".join(sorted({w[0] for w in data["persons_say"].split()}))
    # A set comes first, so that the scan runs at the speed of a search for a character.
    return re.compile(
        rf"""
        [{lasts}{firsts}]
        (?: (?<=[{lasts}]) [、 　]?[{firsts}]                                               # 书记*林*
          | (?<=[{firsts}]) (?:(?<=[，。；：！？“”\s].)|(?<=\A.)) [{_HAN}]{{2}}[{says}]     # ，*林怀安说*
        )
        """,
        re.VERBOSE,
    )


def may_name(text: str) -> Iterator[int]:
    """Where a person may be named right after a position, or as who says something."""
    return (m.start() for m in _guard().finditer(text))


def positions(text: str) -> list[tuple[Span, Span]]:
    """Each person who is named right after a position, as the spans of the position and of the person.

    Of one who is named without any, as saying something, the span of the position is empty.

    >>> t = "县委书记林向远表示，局长何川在场。"
    >>> [(t[a.start:a.end], t[b.start:b.end]) for a, b in positions(t)]
    [('县委书记', '林向远'), ('局长', '何川')]
    >>> [t[b.start : b.end] for t in ("县委书记罗明也到场。",) for _, b in positions(t)]
    ['罗明']
    >>> [t[b.start : b.end] for t in ("养路工林怀安在场。",) for _, b in positions(t)]
    ['林怀安']
    >>> positions("书记表示，要抓好落实。")
    []
    """
    titled = ((Span(*m.span("title")), _named(text, m)) for m in _pattern().finditer(text))
    told = [(title, person) for title, person in titled if person is not None]
    known = {at for spans in told for span in spans for at in range(span.start, span.end)}
    for m in _working().finditer(text):
        apart = parts(m["title"][-1] + m["person"][0]) and (m["parted"] is not None or _ends(text, m.end()))
        if apart and not _words(m["person"]) and known.isdisjoint(range(m.start("person") - 1, m.end("person"))):
            told.append((Span(*m.span("title")), Span(*m.span("person"))))
    for m in _telling().finditer(text):
        apart = len(segment(text[m.start() : m.end() + _BEHIND])[0]) == 1
        if apart and not _words(m["person"]) and known.isdisjoint(range(m.start(), m.end())):
            told.append((Span(m.start(), m.start()), Span(*m.span("person"))))
    return sorted(told, key=lambda spans: spans[1].start)


def _words(person: str) -> bool:
    """Whether three characters are a word, or end in one that no given name is: 宿舍楼, 房改成, 白校长."""
    last = segment(person)[-1]
    named = len(last) == len(person) and last[-1] in _NOUNS
    verb = len(last) > 1 and (is_verb(last) or is_adverb(last))
    return named or verb or person[1:] in posts() or person[1:] in _addresses()


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("names")["persons_say"].split())


@cache
def _no_names() -> frozenset[str]:
    """What may stand behind a surname and is no given name."""
    return _addresses() | _saying()


@cache
def _addresses() -> frozenset[str]:
    return frozenset(load("names")["addresses"].split())


def _named(text: str, m: re.Match[str]) -> Span | None:
    """Whom a position is told of: where no mark ends the name, the words behind it must tell."""
    if m["person"] is not None:
        noun = (m["person"][-1] in _NOUNS and _words(m["person"])) or m["person"][1:] in _no_names()
        return None if noun else Span(*m.span("person"))
    start, end = m.span("open")
    if not parts(text[start - 1 : start + 1]) or len(segment(text[start : end + _BEHIND])[0]) > len(m["family"]):
        return None
    ends = (n for n in (end, end - 1) if _ends(text, n))
    return next((Span(start, n) for n in ends), None)


def _ends(text: str, end: int) -> bool:
    """Whether a name ends where a word of two characters or more begins: 郭*扎根*一线."""
    words = segment(text[end - 1 : end + _BEHIND])
    return len(words) > 1 and len(words[0]) == 1 and len(words[1]) > 1
