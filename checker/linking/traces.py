"""What stands around a name and vouches that another, near-equal one is told of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.persons import positions
from checker.claims.segments import segment
from checker.claims.suspects import BESIDE, NEAR, SOUND
from checker.figures.telling import digits_of
from checker.lexicon import words
from checker.linking.companions import numerals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checker.model import ArticleRef, Claim

# Persons of one position, whatever the difference between their names.
POST = "post"
# What is known from the text of the two names alone.
CERTAIN = ("slip", "abbreviation")

# How many characters before a position tell whose it is.
_POST = 6
_FULL = 3
_TELLING = 3
_STEM = 2
_LONG = 4  # of longer names of organisations the first two characters may be the proper ones
_CLAUSE = re.compile(r"[，。；：！？（）()\s]")
_BEHIND = re.compile(r"》(?P<words>[\u4e00-\u9fff]{4})", needs="》")
# Which traces count for a pair: what the articles are about, with their papers (home), what stands before a position
# (post) or behind a thing (beside), rare characters of a person's name, numbers of the articles (number) and of the
# sentences (told).
_COUNT = {
    POST: ("about:", "post:"),
    SOUND: ("about:", "post:", "home:", "beside:", "rare:", "number:", "told:"),
    NEAR: ("about:", "home:", "beside:", "number:"),
    BESIDE: ("beside:", "number:"),
}


def vouched(how: str, one: Collection[str], other: Collection[str]) -> bool:
    """Whether the traces of two names allow them to be one, if that is known of their text (``how``)."""
    return how in CERTAIN or any(t.startswith(_COUNT[how]) for t in set(one) & set(other))


def counts(how: str) -> tuple[str, ...]:
    """How the traces begin that count for a pair."""
    return _COUNT[how]


def traces(claim: Claim) -> list[str]:
    """The traces of a name, each a word for what it is and the words themselves."""
    about = [f"about:{name}" for name in _about(claim.article)]
    home = [f"home:{name}" for name in _home(claim.article)]
    own = _of_person(claim) if claim.metric.text else _of_thing(claim)
    return sorted({*about, *home, *own, *_numbers(claim)})


def _numbers(claim: Claim) -> Iterator[str]:
    """The numbers of three digits that the article of a thing tells, and of two that its sentence does, with units."""
    if not claim.metric.text:
        yield from (f"number:{told}" for told in claim.article.numbers if digits_of(told) >= _TELLING)
        yield from (f"told:{number}{unit}" for number, unit in numerals(claim.sentence.text))


def _about(article: ArticleRef) -> list[str]:
    """What an article is about, its paper aside."""
    return [name for name in (*article.about, article.place) if name and name not in article.source]


def _home(article: ArticleRef) -> Iterator[str]:
    """What an article is about, its paper and the first characters of unknown names of firms among it."""
    for name in (*article.about, article.place):
        if name:
            yield name
        if len(name) >= _LONG and len(segment(name[:_STEM])) == _STEM:
            yield name[:_STEM]


def _of_person(claim: Claim) -> Iterator[str]:
    """What stands before a person's position (*省统计局副局长、*新闻发言人), and the rare characters of the name."""
    text, name = claim.sentence.text, claim.text
    at = text.find(claim.metric.text + name)
    told = text[max(0, at - _POST) : max(0, at)]
    if len(told) == _POST and not _CLAUSE.search(told):
        yield f"post:{told}"
    if len(name) == _FULL:
        common = words("names", "common_given")
        yield from (f"rare:{name[0]}{n}{c}" for n, c in enumerate(name[1:]) if c not in common)


def _of_thing(claim: Claim) -> Iterator[str]:
    """The person who is named right behind an institution, or the words right behind a work: 《…》*数字展览*."""
    text, end = claim.sentence.text, claim.figure.end
    for position, person in positions(text[end : end + 24]):
        if position.start <= _STEM:
            yield f"beside:{text[end + person.start : end + person.end]}"
    if (work := _BEHIND.match(text, end)) is not None:
        yield f"beside:{work['words']}"
