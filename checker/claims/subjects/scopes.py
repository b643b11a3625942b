"""Whom a figure is told of: place, organisation, and the qualifiers that say which part is counted."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.places.places_met import LADDER, mark
from checker.claims.subjects.bodies import is_thing
from checker.claims.subjects.mentions import Mentions, mentions
from checker.claims.subjects.named_bodies import named_orgs
from checker.claims.subjects.places import PlaceMention, resolve, same_place
from checker.frozen import dataclass
from checker.model import RegionKind, Scope, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.names.whole import Whole
    from checker.claims.subjects.grounds import Ground
    from checker.model import Figure, Sentence

_SUBJECT_REACH = 14
# Another thing that half of a sentence is told of: 该校有学生3200人；*“星火计划”*惠及86人.
_OTHER = re.compile("；“[^“”；]{2,12}”")
# What a body of government does is done in its place: *县防汛指挥部*提升响应。37个村全部撤离.
_BODIES = ("指挥部", "局", "厅", "委员会", "办公室", "应急委")


@dataclass(frozen=True)
class Standing:
    """The scope that a sentence leaves for the next one of its paragraph; ``met``: the last organisation it named."""

    org: str = ""
    place: str = ""
    paragraph: int = -1
    met: str = ""


def scope_at(
    found: Mentions, clause_start: int, at: int, standing: Standing, known: Ground
) -> tuple[Scope, Span | None]:
    """The scope of a figure at ``at``, with the span of the words that gave it (None where it is inferred).

    A place owns a figure from the head of a clause, or from within the figure's own clause (from ``clause_start``).
    """
    owner = _owning_place(found, clause_start, at)
    shared = owner is not None and owner.start in found.together
    together = found.all_of(owner) if shared and owner else ""
    owner = None if shared else owner
    place, place_span = (_place(owner, known), Span(owner.start, owner.end)) if owner else ("", None)
    org, org_span = _owning_org(found, at, (standing.org, known.org), standing.met)
    if org_span is None and owner is None:
        org = standing.org or (known.org if known.sole and not (shared or standing.place) else "")
    if org_span is not None and place_span in found.relatives and owner is not None and owner.start > org_span.end:
        org, org_span = "", None
    if not org:
        org_span = None
    explicit = place_span is not None or org_span is not None or bool(together)
    if org and place and same_place(org, place):
        org = ""
    scope = Scope(
        place=together
        if shared
        else place or known.home or _left(found, None if is_thing(org) else org_span, standing),
        org=org,
        explicit=explicit,
        main=bool(org) and org == known.org,
    )
    return scope, org_span or place_span


def _place(owner: PlaceMention, known: Ground) -> str:
    """The place that a mention means: by the article's home, else the only one of its sort that the article names."""
    told = resolve(owner, known.home)
    alone = owner.relative and told == owner.canonical
    own = mark(told) if alone else ""
    return next((p for p in known.meant if p.endswith(own)), told) if own else told


def _left(found: Mentions, own: Span | None, standing: Standing) -> str:
    """The place left standing, where a sentence names no other and no organisation that its figures are of."""
    named = own is not None or any(not p.relative for p in found.places)
    return "" if named else standing.place


def _owning_place(found: Mentions, clause_start: int, at: int) -> PlaceMention | None:
    """The last place before ``at`` that a figure can be of."""
    near = _last_before(found.bearers, at)
    return near if near is None or near.start >= clause_start else _last_before(found.leading, at)


def _last_before(places_: Sequence[PlaceMention], at: int) -> PlaceMention | None:
    n = bisect_right(places_, at, key=lambda p: p.end)
    return places_[n - 1] if n else None


def _owning_org(found: Mentions, at: int, standing: Sequence[str], met: str) -> tuple[str, Span | None]:
    """The last organisation before ``at`` that stands as a subject, by its name or by a word for its sort.

    ``standing``, ``met``: whom such a word can mean, as :meth:`Mentions.antecedent` says.
    """
    named = next(((span, name) for span, name in reversed(found.subjects) if span.end <= at), None)
    for span, noun in reversed(found.meant):
        if named is not None and span.end <= named[0].end:
            break
        if span.end <= at and (name := found.antecedent(noun, span, standing, met)):
            return name, span
    if named is None or _OTHER.search(found.text, named[0].end, at):
        return "", None
    return named[1], named[0]


def stand(found: Mentions, standing: Standing, sentence: Sentence) -> Standing:
    """What a sentence leaves standing: its first subjects, else what stood before in the paragraph."""
    if sentence.region in (RegionKind.CAPTION, RegionKind.BYLINE):
        return standing
    same = sentence.paragraph == standing.paragraph
    org = standing.org if same else ""
    lasting = [(span, name) for span, name in found.orgs if not is_thing(name)]
    for span, name in lasting:
        if span.start <= _SUBJECT_REACH and found.is_subject(span):
            org = "" if name.endswith(_BODIES) else name
            break
    else:
        if found.relatives and found.relatives[0].start <= _SUBJECT_REACH:
            org = ""
    place = _standing_place(found, standing.place if same else "") if found.places else standing.place if same else ""
    met = lasting[-1][1] if lasting else standing.met if same else ""
    if same and (org, place, met) == (standing.org, standing.place, standing.met):
        return standing
    return Standing(org, place, sentence.paragraph, met)


def _standing_place(found: Mentions, before: str) -> str:
    """The place that opens a sentence, of what follows it; ``before`` where none does, "" where several do."""
    if not any(p.start <= _SUBJECT_REACH and _ranked(p) for p in found.places):
        return before
    opening = [p for p in found.openers if _ranked(p)]
    if not opening or opening[0].start > _SUBJECT_REACH:
        return before
    names = {p.canonical for p in opening}
    alone = len(names) == 1 and not opening[0].relative and opening[0].start not in found.together
    return opening[0].canonical if alone else ""


def _ranked(p: PlaceMention) -> bool:
    """Whether a place is one of a country's, from a province to a park."""
    return p.level in LADDER and p.level != "国"


def passed(  # noqa: PLR0913, PLR0917 - as mentions, and stand
    text: str, known: Ground, whole: Whole, named: Sequence[Figure], standing: Standing, sentence: Sentence
) -> Standing:
    """What a sentence without figures leaves standing: as :func:`stand` says, its places read only where they matter.

    They do not where neither it nor its paragraph has named an organisation, and the article has a home.
    """
    same = sentence.paragraph == standing.paragraph
    left = standing.org if same else ""
    homeless = [] if known.home else whole.places(sentence.index)
    aside = sentence.region in (RegionKind.CAPTION, RegionKind.BYLINE)
    if not (left or homeless or aside or named or known.org or known.shorts):
        return standing if same else Standing(paragraph=sentence.paragraph)
    if left or homeless or aside or named_orgs(text, known, named):
        told = homeless or whole.places(sentence.index)
        return stand(mentions(text, known, told, named), standing, sentence)
    return standing if same else Standing(paragraph=sentence.paragraph)
