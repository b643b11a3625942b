"""What stands around a name and vouches that another, near-equal one is told of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.brands import branded, fits, thing
from checker.claims.names.meant import LIKENED, RECURRING
from checker.claims.names.near import CLOSE, MATTER, SAME
from checker.claims.names.persons import PERSON, positions, posts
from checker.claims.names.programmes import THEMED, WORDED
from checker.claims.names.sites import SHORT, coined
from checker.claims.names.suspects import BESIDE, NEAR, SOUND
from checker.claims.places.gazetteer import gazetteer
from checker.claims.words.segments import segment
from checker.figures.telling import digits_of
from checker.lexicon import words
from checker.linking.numbers.companions import numerals
from checker.linking.other_facts.deeds import DEED, DEEDS, YEARS, deeds
from checker.linking.other_facts.surroundings import MET, met

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from checker.model import ArticleRef, Claim

# Persons of one position, whatever the difference between their names.
POST = "post"
# Brands of one house that differ in one character; where that tells no two things apart, of one sort of things.
BRAND, CALLED = "brand", "called"
# What is known from the text of the two names alone.
CERTAIN = ("slip", "abbreviation")

# How many characters before a position tell whose it is.
_POST, _HOUSE = 6, 4
_FULL = 3
_TELLING = 3
_STEM = 2
_LONG = 4  # of longer names of organisations the first two characters may be the proper ones
_SEATS = frozenset("市县区旗州镇乡")
_CLAUSE = re.compile(r"[，。；：！？（）()\s]")
_BEHIND = re.compile(r"》(?P<words>[\u4e00-\u9fff]{4})", needs="》")
# A number with a unit that few numbers have: *300兆*瓦, and how old a thing is: 明万历年间, 1958年.
_MEASURED = re.compile(
    r"""
    (?<![0-9.．]) (?P<number> [0-9]{3,9})
    (?P<unit> (?![元人个名家万亿千平年米公亩吨余多%％]) [\u4e00-\u9fff]{2})   # 300兆瓦
    """,
    re.VERBOSE,
)
_REIGN = re.compile(r"[汉唐宋元明清][\u4e00-\u9fff]{2}(?:年间|[元一二三四五六七八九十0-9]{1,3}年)")
_BEGUN = re.compile(
    r"""
    [建立创成]于(?:公元)?(?P<then>[0-9]{3,4})年
  | (?<![0-9])(?P<year>[0-9]{3,4})年(?:始建|建成|兴建|修建|重建|创办|创立|创建|成立)
    """,
    re.VERBOSE,
)
_PLACED = re.compile(
    r"""
    (?= (?P<name> (?:(?![的了在是和与及全各本我该省到从等])[\u4e00-\u9fff]){2})
        [市县旗](?![委长级内外场民政域区]))
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"[0-9.]+")
_RECENT = 5
_WHOLE = 10  # names so long are told apart by one character only by a slip, or as those of one sort
_NAMED = 6
# Which traces count for a pair: what the articles are about, with their papers and towns (home), the towns that the
# sentences name (placed), what stands before a position (post, house) or behind a thing (beside), rare characters of a
# person's name, numbers of the articles (number, few) and of the sentences (told; exact: of three digits), how old a
# thing is (since), other names that the articles tell (tells, names), whose brand it is (brand).
_PLACES = ("about:", "placed:", "home:")
_NUMBERS = ("number:", "told:")
_CLOSE = ("beside:", "told:", "since:")
_MATTER = (*_CLOSE, "number:", "tells:", "topic:")
_BESIDE = ("beside:", "few:", *_NUMBERS)
_WORDED = (DEED, DEEDS, YEARS, "beside:", "exact:", "since:")
_THEMED = (DEEDS, YEARS, "exact:")
_COUNT = {
    POST: ("about:", "post:"),
    SOUND: (*_PLACES, "post:", "house:", "rare:", "names:", *_MATTER),
    NEAR: (*_PLACES, *_BESIDE),
    BESIDE: _BESIDE,
    MATTER: _MATTER,
    CLOSE: _CLOSE,
    SAME: ("beside:", "exact:", "since:"),
    BRAND: ("brand:",),
    CALLED: ("brand:", "called:"),
    WORDED: _WORDED,
    THEMED: _THEMED,
    LIKENED: (MET, "exact:", "since:"),
    RECURRING: (MET, "exact:", "since:"),
    BESIDE + WORDED: (*_BESIDE, *_WORDED),
    BESIDE + THEMED: (*_BESIDE, *_THEMED),
}


def vouched(how: str, one: Collection[str], other: Collection[str]) -> bool:
    """Whether the traces of two names allow them to be one, if that is known of their text (``how``)."""
    return how in CERTAIN or any(t.startswith(_COUNT[how]) for t in set(one) & set(other))


def counts(how: str) -> tuple[str, ...]:
    """How the traces begin that count for a pair."""
    return _COUNT[how]


def traces(claim: Claim) -> list[str]:
    """The traces of a name, each a word for what it is and the words themselves."""
    if claim.metric.text and claim.metric.text not in posts():
        house = _house(claim) if claim.metric.text != PERSON else ()
        return sorted({*house, *_rare(claim.text), *_told(claim.sentence.text)})
    about = [f"about:{name}" for name in _about(claim.article)]
    home = [f"home:{name}" for name in _home(claim.article)]
    own = _of_person(claim) if claim.metric.text else (*_of_thing(claim), *_of_house(claim))
    brand = _of_brand(claim) if fits(claim.text) else ()
    return sorted({*about, *home, *own, *brand, *_numbers(claim)})


def _of_house(claim: Claim) -> Iterator[str]:
    """What the papers of one house tell of a thing."""
    homes = tuple(_home(claim.article))
    yield from deeds(claim, homes)
    yield from met(claim, homes)


def _numbers(claim: Claim) -> Iterator[str]:
    """The numbers of three digits that the article of a thing tells, and those that its sentence does, with units."""
    text = claim.sentence.text
    yield from _told(text)
    yield from (f"since:{m[0]}" for m in _REIGN.finditer(text))
    yield from (f"placed:{m['name']}" for m in _PLACED.finditer(text))
    begun = (m["then"] or m["year"] for m in _BEGUN.finditer(text))
    yield from (f"since:{year}" for year in begun if _long_ago(year, claim.article))
    if claim.metric.text:
        return
    yield from (f"number:{_over(told)}" for told in claim.article.numbers if _tells(told))
    if len(claim.text) >= _WHOLE:
        yield from (f"few:{told}" for told in claim.article.numbers)
    else:
        named = (name for name in claim.article.named if name not in claim.text)
        yield from (f"topic:{name}" for name in _about(claim.article) if _topic(name))
        yield from (
            f"{'tells' if len(name) >= _NAMED else 'names'}:{name}"
            for name in named
            if len(name) >= _LONG or _own(name)
        )


def _topic(name: str) -> bool:
    """Whether what an article is about is no listed place, and too long for the stem of another."""
    return len(name) >= _TELLING and name not in gazetteer().forms


def _over(number: str) -> str:
    """A number with the one word for more than it: 580*余*, 580*多*."""
    return number.replace("多", "余")


def _told(text: str) -> Iterator[str]:
    """The numbers of a sentence, of two digits or of a unit that few numbers have."""
    for number, unit in numerals(text):
        yield f"told:{_over(number + unit)}"
        if _tells(number):
            yield f"exact:{_over(number + unit)}"
    yield from (f"told:{m['number']}{m['unit']}" for m in _MEASURED.finditer(text))


def _tells(number: str) -> bool:
    """Whether a number has three digits, of which one at most is a zero at the end."""
    digits = _DIGITS.match(number)
    few = digits_of(number)
    return few >= _TELLING or (few == _TELLING - 1 and digits is not None and len(digits.group()) >= _TELLING)


def _long_ago(year: str, article: ArticleRef) -> bool:
    """Whether a year is one that few things began in, and no news."""
    return article.published is not None and int(year) < article.published.year - _RECENT


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
    yield from article.towns


def _of_person(claim: Claim) -> Iterator[str]:
    """What stands before a person's position (*省统计局副局长、*新闻发言人), and the rare characters of the name."""
    text, name = claim.sentence.text, claim.text
    at = text.find(claim.metric.text + name)
    told = text[max(0, at - _POST) : max(0, at)]
    if len(told) == _POST and not _CLAUSE.search(told):
        yield f"post:{told}"
    yield from _rare(name)


def _of_brand(claim: Claim) -> Iterator[str]:
    """Whose brand a name is told to be, or that of what sort of thing: that of what its article is about."""
    if branded(claim.sentence.text, claim.figure.start, claim.figure.end):
        article = claim.article
        seats = (name[:-1] for name in article.named if _seat(name))
        yield from (f"brand:{name}" for name in (*_home(article), *seats))
    if claim.role == SHORT and (noun := thing(claim.sentence.text, claim.figure.end)):
        yield from (f"called:{noun}|{name}" for name in _home(claim.article))


def _own(name: str) -> bool:
    """Whether a name of three characters is of one thing: of a county, or a word that no dictionary holds: 河西号."""
    return _seat(name) or (len(name) >= _TELLING and coined(name))


def _seat(name: str) -> bool:
    """Whether a name is of a county, a town or a city: 海湾区."""
    return len(name) > _STEM and name[-1] in _SEATS


def _rare(name: str) -> Iterator[str]:
    """The characters of a full name that few given names have, each with its place and the surname."""
    if len(name) == _FULL:
        common = words("names", "common_given")
        yield from (f"rare:{name[0]}{n}{c}" for n, c in enumerate(name[1:]) if c not in common)


def _house(claim: Claim) -> Iterator[str]:
    """What stands right before what somebody works as: *公路站*养路工."""
    text = claim.sentence.text
    at = text.find(claim.metric.text + claim.text)
    told = text[max(0, at - _HOUSE) : max(0, at)]
    if len(told) == _HOUSE and not _CLAUSE.search(told):
        yield f"house:{told}"


def _of_thing(claim: Claim) -> Iterator[str]:
    """The person who is named right behind an institution, or the words right behind a work: 《…》*数字展览*."""
    text, end = claim.sentence.text, claim.figure.end
    for position, person in positions(text[end : end + 24]):
        if position.start <= _STEM:
            yield f"beside:{text[end + person.start : end + person.end]}"
    if (work := _BEHIND.match(text, end)) is not None:
        yield f"beside:{work['words']}"
