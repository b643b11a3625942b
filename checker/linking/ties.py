"""What two claims must have in common for any link between them: told of all of a block before two are compared.

Most claims that share a word are of two subjects, in two papers that have nothing else in common. Which may be of one,
or linked though they are not, is known from what each of them holds; the rest need not be looked at.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import chain, combinations
from typing import TYPE_CHECKING

from checker.claims.names.topics import titled
from checker.claims.places.containment import names_alike
from checker.claims.subjects.grounds import stem_of
from checker.claims.words.bigrams import pairs
from checker.linking.numbers.companions import numerals
from checker.linking.numbers.slips import kept_by_slips
from checker.linking.pairs import bigrams, nationwide
from checker.linking.whose.kinship import ALIKE, LONG, place_of
from checker.linking.whose.tellings import telling
from checker.linking.wording.profile import is_telling

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from checker.linking.candidates import Candidate
    from checker.linking.wording.profile import Profile
    from checker.model import ArticleRef, Claim

    Tie = tuple[Hashable, ...]

# Two equal numbers of so many digits are seldom met by chance.
_RARE = 3
# A sentence is told by so many bits, one for each two characters of it.
_BITS = 509


class Ties:
    """What each of some candidates has in common with others, as far as a link can rest on it.

    Of two that are linked either both have one tie of their own; or one holds a tie that is the other's own, as a
    sentence holds the name of whom another article is about; or their sentences are much alike.
    """

    def __init__(self, told: Sequence[Candidate]) -> None:
        """The candidates, in order."""
        ties = _Numbers()
        articles = {one.claim.article.id: one.claim.article for one in told}
        find = _Finder({name for article in articles.values() for name in telling(article).about})
        title = _Finder({name for article in articles.values() for name in titled(article.title)})
        times = Counter(number for article in articles.values() for number in article.numbers)
        often = {number for number, n in times.items() if n > 1}
        of_article = {
            id_: (ties.of(_own(one, often)), ties.of(_held(one, find, title))) for id_, one in articles.items()
        }
        of_sentence = {text: ties.of(_names(find(text))) for text in {one.claim.sentence.text: None for one in told}}
        own, held = [], []
        for one in told:
            both, heard = of_article[one.claim.article.id]
            kept, rounded = kept_by_slips(one.claim) if is_telling(one.profile.words) else ((), ())
            own.append([*both, *ties.of(kept), *ties.of(_of_claim(one.claim, one.profile))])
            held.append([*heard, *ties.of(rounded), *of_sentence[one.claim.sentence.text]])
        self._own, self._held = _shared(own, held)
        self._sentences = [_sign(one.claim.sentence.text) for one in told]

    def among(self, members: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The pairs of some candidates, by their indices, that may be linked, in order."""
        owners, holders = dict[int, int](), dict[int, int]()
        signs = [self._sentences[i] for i in members]
        for n, i in enumerate(members):
            for tie in self._own[i]:
                owners[tie] = owners.get(tie, 0) | 1 << n
                holders[tie] = holders.get(tie, 0) | 1 << n
            for tie in self._held[i]:
                holders[tie] = holders.get(tie, 0) | 1 << n
        for n, i in enumerate(members):
            tied = 0
            for tie in self._own[i]:
                tied |= holders[tie]
            for tie in self._held[i]:
                tied |= owners.get(tie, 0)
            size, bits = signs[n]
            for m in range(n + 1, len(members)):
                if tied >> m & 1:
                    yield i, members[m]
                    continue
                other, others = signs[m]
                shared = size - (bits & ~others).bit_count()  # at the most
                if shared >= ALIKE * (size + other - shared):
                    yield i, members[m]


class _Numbers:
    """Numbers for ties, by which they are sooner compared."""

    def __init__(self) -> None:
        self._known: dict[Tie, int] = {}

    def of(self, ties: Iterable[Tie]) -> list[int]:
        known = self._known
        return [known.setdefault(tie, len(known)) for tie in ties]


def _shared(own: Sequence[Sequence[int]], held: Sequence[Sequence[int]]) -> tuple[list[list[int]], list[list[int]]]:
    """The ties of each candidate that another has too."""
    owners, holders = Counter(chain.from_iterable(own)), Counter(chain.from_iterable(held))
    shared = {tie for tie, n in owners.items() if n + holders[tie] > 1}
    one, other = ([[tie for tie in ties if tie in shared] for ties in told] for told in (own, held))
    return one, other


def _own(article: ArticleRef, often: AbstractSet[str]) -> Iterator[Tie]:
    """What an article has in common with others of one subject; ``often``: the numbers that others tell too."""
    known = telling(article)
    yield "article", article.id
    if article.place:
        yield "place", article.place
    yield from _names(known.about)
    yield from (("called", name) for name in known.single)
    yield from (("title", name) for name in titled(article.title))
    yield from (("numbers", *pair) for pair in combinations([n for n in article.numbers if n in often], 2))


def _held(article: ArticleRef, find: _Finder, title: _Finder) -> Iterator[Tie]:
    """The names of whom other articles may be about that an article tells, by themselves or within longer ones."""
    known = telling(article)
    yield from _names(known.named)
    yield from _names(find(known.opening))
    yield from (("title", name) for name in title(article.title))
    yield from _names(name[:n] for name in article.about for n in range(1, len(name) - 1))


def _names(names: Iterable[str]) -> Iterator[Tie]:
    return (("name", name) for name in names)


def _of_claim(claim: Claim, p: Profile) -> Iterator[Tie]:
    """What a claim has in common with others that it may be linked with."""
    return chain(_of_subject(claim), _of_number(claim), _of_name(claim, p))


def _of_subject(claim: Claim) -> Iterator[Tie]:
    """What tells whose a claim is, or whom its sentence is about."""
    if claim.scope.org:
        yield ("organisation",)
    if len(actor := "".join(claim.metric.subject)) >= LONG:
        yield "actor", actor
    if place := place_of(claim):
        yield from (("place", name) for name in {*names_alike(place), stem_of(place)})
    yield from (("beside", *told) for told in numerals(claim.sentence.text) if told[0] not in claim.text)


def _of_number(claim: Claim) -> Iterator[Tie]:
    """A number that no two claims tell by chance."""
    number = claim.value.point if claim.value is not None else None
    if number is not None and len(str(number.numerator).rstrip("0")) >= _RARE:
        yield "=", str(number)


def _of_name(claim: Claim, p: Profile) -> Iterator[Tie]:
    """What lets claims be of one thing by their names alone."""
    yield from (("number", number, *p.words) for number in claim.article.numbers)
    if p.group == "first":
        yield from (("first", *told) for told in combinations(sorted(set(p.words)), 2))
    if nationwide(claim, p):
        yield ("country",)


class _Finder:
    """Finds which of some names stand in a text."""

    def __init__(self, names: Iterable[str]) -> None:
        self._begun: dict[int, list[str]] = {}
        for name in sorted(names):
            self._begun.setdefault(pairs(name)[0], []).append(name)

    def __call__(self, text: str) -> list[str]:
        return [name for head in self._begun.keys() & pairs(text) for name in self._begun[head] if name in text]


@lru_cache(maxsize=16384)
def _sign(sentence: str) -> tuple[int, int]:
    """How many pairs of characters a sentence has but for its numbers, and bits of which it has one for each."""
    told, bits = bigrams(sentence), 0
    for pair in told:
        bits |= 1 << pair % _BITS
    return len(told), bits
