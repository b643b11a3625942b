"""Persons named after their position."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.branching import branches
from checker.claims.segments import parts, segment
from checker.lexicon import load
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "㐀-鿿"
_BEHIND = 4  # characters behind a name that tell whether it ends there


@cache
def _pattern() -> re.Pattern[str]:
    data = load("names")
    titles, surnames = data["titles"].split(), data["surnames"].split()
    given = rf"(?:(?![{data['not_given']}])[{_HAN}·])"
    after = branches(data["after_person"].split())
    others = "|".join(map(re.escape, data["not_persons"].split()))  # seldom asked: it need not be quick
    return re.compile(
        rf"""
        (?P<title> {branches(titles)} ) [、 　]?
        (?! {others} )
        (?P<person> {branches(surnames)} {given}{{1,2}} )   # 张元升, 罗衡
        (?= \s | \Z | [，。、：；！？（()）“”] | {after} )
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
    given = rf"(?:(?![{data['not_given']}])[{_HAN}])"
    after = branches(data["after_person"].split())
    return re.compile(
        rf"""
        (?P<title> [{_HAN}]{{1,2}} [{data["workers"]}] )
        (?! {branches(data["not_persons"].split())} )
        (?P<person> {branches([w for w in data["surnames"].split() if len(w) == 1])} {given}{{2}} )
        (?P<parted> (?= \s | \Z | [，。、：；！？（()）“”] | {after} ) )?
        """,
        re.VERBOSE,
    )


@cache
def _guard() -> re.Pattern[str]:
    """Where a surname stands behind the last character of a position: found much sooner, and seldom there."""
    data = load("names")
    lasts = "".join(sorted({w[-1] for w in data["titles"].split()} | set(data["workers"])))
    firsts = "".join(sorted({w[0] for w in data["surnames"].split()}))
    return re.compile(f"[{lasts}][、 　]?[{firsts}]")


def may_name(text: str) -> Iterator[int]:
    """Where a person may be named right after a position."""
    return (m.start() for m in _guard().finditer(text))


def positions(text: str) -> list[tuple[Span, Span]]:
    """Each person who is named right after a position, as the spans of the position and of the person.

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
    told = [(Span(*m.span("title")), Span(*m.span("person"))) for m in _pattern().finditer(text)]
    known = {at for spans in told for span in spans for at in range(span.start, span.end)}
    for m in _working().finditer(text):
        apart = parts(m["title"][-1] + m["person"][0]) and (m["parted"] is not None or _ends(text, m.end()))
        if apart and known.isdisjoint(range(m.start("person") - 1, m.end("person"))):
            told.append((Span(*m.span("title")), Span(*m.span("person"))))
    return sorted(told, key=lambda spans: spans[1].start)


def _ends(text: str, end: int) -> bool:
    """Whether a name ends where a word of two characters or more begins: 郭*扎根*一线."""
    words = segment(text[end - 1 : end + _BEHIND])
    return len(words) > 1 and len(words[0]) == 1 and len(words[1]) > 1
