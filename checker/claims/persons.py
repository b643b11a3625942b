"""Persons named after their position."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.branching import branches
from checker.lexicon import load
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = "㐀-鿿"


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
def _guard() -> re.Pattern[str]:
    """Where a surname stands behind the last character of a position: found much sooner, and seldom there."""
    data = load("names")
    lasts = "".join(sorted({w[-1] for w in data["titles"].split()}))
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
    >>> positions("书记表示，要抓好落实。")
    []
    """
    return [(Span(*m.span("title")), Span(*m.span("person"))) for m in _pattern().finditer(text)]
