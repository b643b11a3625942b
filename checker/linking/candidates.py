"""The claims of an article that can be linked, as linking sees them, and what their article adds to the whole."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from checker.claims.places.places_met import is_han
from checker.frozen import dataclass, replace
from checker.lexicon import words
from checker.linking.blocks import weightless_keys
from checker.linking.wording.namesakes import beside
from checker.linking.wording.profile import Profile, profile
from checker.model import Claim, Kind, RegionKind, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_LINKABLE = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.RANK, Kind.NUMBER})
# The role of an amount that tells by how much the one before it grew: 736万人次，比上年*多151万人次*.
DIFFERENCE = "delta"
_PER = frozenset({"人均", "户均", "日均", "月均", "年均", "亩均", "平均", "均价"})
# Two equal numbers of so many digits are seldom met by chance.
_TELLING = 3
_PLACE = attrgetter("start", "end", "kind")

Order = tuple[str, str, int, int, str]


@dataclass(frozen=True)
class Stub:
    """A linkable claim of an article, by its number, as far as it can be told without the rest of the corpus.

    ``place``: its offsets and kind. ``ownable``: it names neither an organisation nor a place, so that its article's
    title may tell whose it is. ``lead``: the amount that it is told of, as a growth of its level. ``equal``: the keys
    under which its number meets equal ones.
    """

    number: int
    place: tuple[int, int, Kind]
    profile: Profile
    organisation: str = ""
    ownable: bool = False
    lead: Value | None = None
    equal: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A linkable claim with its profile, and the amount that it is told of."""

    claim: Claim
    profile: Profile
    lead: Value | None = None

    @property
    def order(self) -> Order:
        """The place of a claim in the one order of all: by day of publication, article and offset."""
        c = self.claim
        day = c.article.published
        return day.isoformat() if day else "", c.article.id, c.start, c.end, c.kind

    def qualifies_as(self, other: Candidate) -> bool:
        """Whether both are told of one written number of at least three digits, in one unit."""
        return self.stands_with(other, _TELLING)

    def stands_with(self, other: Candidate, least: int = 1) -> bool:
        """Whether both are told of one written number in one unit, of so many digits at the least."""
        a, b = self.lead, other.lead
        if self.claim.kind != other.claim.kind or a is None or b is None or a.unit != b.unit:
            return False
        x, y = a.point, b.point
        return x is not None and x == y and len(str(x.numerator).rstrip("0")) >= least


def by_article(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims in any order, those of one article together and in order."""
    told: dict[str, list[Claim]] = {}
    for c in claims:
        told.setdefault(c.article.id, []).append(c)
    return [sorted(told[name], key=_PLACE) for name in sorted(told)]


def stubs(claims: Sequence[Claim], aliases: Mapping[str, str]) -> tuple[Stub, ...]:
    """The linkable claims of one article."""
    chosen = [(n, c) for n, c in enumerate(claims) if c.kind in _LINKABLE and _says_something(c)]
    by_key = {c.key: c for _, c in chosen}
    leads = {c.lead for _, c in chosen}
    amounts = {c.key: c.value for c in claims if c.key in leads}  # of what is not named too: *8万吨*的产能居第二
    parts = [c for _, c in chosen if c.whole in by_key]

    def named(c: Claim) -> Profile:
        whole = _whole(c, parts)
        return profile(c, by_key[whole].metric.words if whole in by_key else (), aliases)

    def stub(n: int, c: Claim, p: Profile) -> Stub:
        lead = amounts.get(c.lead) if c.lead is not None else None
        ownable = not (c.scope.org or c.scope.explicit)
        return Stub(n, (c.start, c.end, c.kind), p, c.scope.org, ownable, lead, tuple(weightless_keys(c, p)))

    told = [c for _, c in chosen]
    return tuple(stub(n, c, p) for (n, c), p in zip(chosen, beside(told, [named(c) for c in told]), strict=True))


def _whole(claim: Claim, parts: Sequence[Claim]) -> tuple[str, int] | None:
    """The total that a claim is a part of; that of a headline's is told by its text: 106个城市中，已有*89个*城市."""
    if claim.whole is not None or claim.sentence.region not in (RegionKind.TITLE, RegionKind.HEADING):
        return claim.whole
    told = (c for c in parts if (c.kind, c.value) == (claim.kind, claim.value))
    return next((c.whole for c in told if set(c.metric.words) & set(claim.metric.words)), None)


def candidate(stub: Stub, claim: Claim, owner: str) -> Candidate:
    """The claim of a stub; ``owner`` is the organisation that its article's title is about, "" if none."""
    if owner and stub.ownable:
        claim = replace(claim, scope=replace(claim.scope, org=owner, main=True))
    return Candidate(claim, stub.profile, stub.lead)


def organisations(told: Iterable[Stub]) -> set[str]:
    """The organisations that the linkable claims of an article name."""
    return {one.organisation for one in told if len(one.organisation) > 2}


def _unitless(claim: Claim) -> bool:
    """Whether a number without a unit is of what has none: 有效利用*系数*0.585, 采购经理*指数*50.2."""
    return claim.metric.head.endswith(tuple(words("terms", "unitless")))


def _says_something(claim: Claim) -> bool:
    """Whether the words of a metric name anything: not 每人每年, not a lone character."""
    if claim.value is not None and claim.value.unit == "岁" and claim.text.endswith(("以上", "以下", "以内")):
        return False  # whom a count is of, and none: 60岁及以上老年人口41.8万人
    if claim.kind == Kind.NUMBER and not any(c in claim.text for c in "万亿") and not _unitless(claim):
        return False
    told = claim.metric.words
    if any(w in words("terms", "lone") for w in told):
        return True
    return any(len(w) > 1 and not w.startswith("每") and w not in _PER for w in told) or any(
        len(a + b) > 1 and is_han(a) and is_han(b) for a, b in pairwise(told)
    )
