"""The places and organisations that a sentence names, and which of them its figures can be of."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.places.gazetteer import NATION
from checker.claims.subjects.bearing import leads_on, only_compared
from checker.claims.subjects.bodies import fits, sorts_of
from checker.claims.subjects.grounds import Ground, stem_of
from checker.claims.subjects.named_bodies import named_orgs, told_by_the_state
from checker.claims.subjects.opening import Clauses
from checker.claims.subjects.places import PlaceMention
from checker.claims.subjects.referring import DESCRIBED, MARKS, POINTING, describes, pronouns
from checker.claims.words.segments import segment
from checker.frozen import dataclass, once
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure


# Between two places that are told of together, or that a road or line joins: 甲省、乙省, 甲省丙县至乙省.
_TOGETHER = re.compile(r"(?:省|市|区|县)?(?:、|和|与|及|以及)|[㐀-鿿]{0,3}[至到—–-]{1,2}", needs="、和与及至到—–-")


_JOINED = re.compile("[至到—–-]")
# So many characters behind a name say where it ends.
_REST = 6
# The name of a measure behind its owner's.
_NAMED = re.compile("[㐀-鿿]{2}")


_START = attrgetter("start")
# What follows a place's name where no place is meant: 北京*时间*, 国*家级*.
_NO_PLACE = ("时间", "家级", "级", "立医院", "立大学", "立图书馆", "立博物馆")


# A name in a list of figures stands right before its own and behind the one before.
_BEFORE_FIGURE = re.compile("[0-9]")
_AMOUNT = re.compile("[0-9.]+[万亿%](?![家个所座名])")
_BEHIND_FIGURE = re.compile("[0-9][^，。；：、！？0-9]{0,6}[、和]$")
# What another has founded or holds is no longer its own: 某实验室*孵化的*青石科技，员工47人.
_FOSTERED = re.compile("(?:孵化|控股|参股|扶持|帮扶|结对|援建|对口支援)的", needs="孵控参扶帮结援对")


@dataclass(frozen=True)
class Mentions:
    """The places and organisations of one sentence, each with its span; ``known``: what its article is about."""

    text: str
    places: tuple[PlaceMention, ...]
    orgs: tuple[tuple[Span, str], ...]
    known: Ground

    @once
    def _clauses(self) -> Clauses:
        return Clauses(self.text, self.places)

    @once
    def relatives(self) -> tuple[Span, ...]:
        """The words for places of the article's own."""
        return tuple([Span(p.start, p.end) for p in self.places if p.relative])

    @once
    def owners(self) -> tuple[Span, ...]:
        """What names the article's own place or organisation, or any place, and no metric."""
        spans = [Span(p.start, p.end) for p in self.places if not p.relative]
        spans += [span for span, name in self.orgs if name == self.known.org or self._owns(span)]
        if len(stem := stem_of(self.known.home)) > 1:
            at = self.text.find(stem)
            while at >= 0:
                rest = _RUNG.match(self.text, at + len(stem))
                spans.append(Span(at, rest.end() if rest else at + len(stem)))
                at = self.text.find(stem, at + len(stem))
        if self.known.titled:
            spans += self._titled()
        return tuple(sorted(set(spans))) if spans else ()

    def _titled(self) -> list[Span]:
        """The unknown names of the title where they open a clause that goes on with what its figures are of."""
        found = []
        for name in self.known.titled:
            at = self.text.find(name)
            while at >= 0:
                end = at + len(name)
                if self._clauses.opens(at) and self._named_whole(at, end):
                    found.append(Span(at, end))
                at = self.text.find(name, end)
        return found

    def _named_whole(self, start: int, end: int) -> bool:
        """Whether a name ends where words do, and the name of a measure can stand behind it."""
        if _NAMED.match(self.text, end) is None:
            return False
        at = start
        for word in segment(self.text[start : end + _REST]):
            at += len(word)
            if at >= end:
                return at == end and not self.text.startswith(tuple(self.known.titled), end)
        return False

    def _owns(self, span: Span) -> bool:
        """Whether an organisation opens a clause that goes on with what its figures are of: *某食品公司*产值2.6亿元."""
        told = _NAMED.match(self.text, span.end) or _BEFORE_FIGURE.match(self.text, span.end)
        return told is not None and self.is_subject(span)

    @once
    def subjects(self) -> tuple[tuple[Span, str], ...]:
        """The organisations that stand as subjects."""
        return tuple([(span, name) for span, name in self.orgs if self.is_subject(span)])

    @once
    def meant(self) -> tuple[tuple[Span, str], ...]:
        """The words for an organisation named before that stand as subjects, each as it tells a sort: 公司, 该校."""
        told = [(Span(*m.span()), m["noun"]) for m in pronouns().finditer(self.text)]
        return tuple([(span, noun) for span, noun in told if self._means(span) and not self._listed(span.end)])

    def _means(self, span: Span) -> bool:
        """Whether a word for an organisation opens a clause, or stands right before a figure: 下达的*集团*2750万元."""
        if self._clauses.opens(span.start):
            return True
        return self.text[span.start - 1 : span.start] == "的" and _AMOUNT.match(self.text, span.end) is not None

    def antecedent(self, noun: str, span: Span, standing: Sequence[str], met: str) -> str:
        """The organisation that a word for one means, "" where none of its sort was told.

        *这家*公司 means the last that was named; 公司 by itself a subject before it in the sentence, else the first
        that fits of ``standing``, what the sentences before leave and what the article deals with.
        """
        before = [name for at, name in reversed(self.orgs) if at.end <= span.start]
        heads = [name for at, name in reversed(self.subjects) if at.end <= span.start]
        pointed = span.end - span.start > len(noun) or noun[0] in POINTING
        told = (*before, met, *standing) if pointed else (*heads, *standing, *before, met)
        if not sorts_of(noun):
            told = tuple(standing)
        return next((name for name in told if name and fits(noun, name)), "")

    @once
    def names(self) -> frozenset[str]:
        """The places as they are named."""
        return frozenset([p.name for p in self.places])

    @once
    def bearers(self) -> tuple[PlaceMention, ...]:
        """The places that figures of their own clause can be of."""
        return tuple(p for p in self.places if p.level not in ("单位", "") and not only_compared(self._clauses, p))

    @once
    def openers(self) -> tuple[PlaceMention, ...]:
        """Those of them that open a clause, so that figures of later ones can be of them too."""
        return tuple(p for p in self.bearers if self._clauses.opens(p.start))

    @once
    def leading(self) -> tuple[PlaceMention, ...]:
        """Those, and the ones that the rest of their sentence is told of."""
        return tuple(p for p in self.bearers if self._clauses.opens(p.start) or leads_on(self._clauses, p))

    @once
    def together(self) -> frozenset[int]:
        """Where the places start that a figure is told of with others, so that it is of none of them alone."""
        return frozenset(p.start for group in self._groups for p in group)

    def all_of(self, owner: PlaceMention) -> str:
        """The place that a figure of ``owner`` is of: with those told together with it, 甲省、乙省.

        "" where others are meant too (甲市、乙市等), or what joins the two (甲市至乙市).
        """
        group = next((group for group in self._groups if owner in group), ())
        more = bool(group) and self.text.startswith("等", group[-1].end)
        road = any(_JOINED.search(self.text[p.end : q.start]) for p, q in pairwise(group))
        return "" if more or road else "、".join(p.canonical for p in group)

    @once
    def _groups(self) -> tuple[tuple[PlaceMention, ...], ...]:
        named = [p for p in self.places if not p.relative]
        groups: list[list[PlaceMention]] = [[p] for p in named[:1]]
        for p, q in pairwise(named):
            if _TOGETHER.fullmatch(self.text, p.end, q.start):
                groups[-1].append(q)
            else:
                groups.append([q])
        return tuple(tuple(group) for group in groups if len(group) > 1)

    def is_subject(self, span: Span) -> bool:
        """Whether a name stands where a subject does: at the head of a clause, not in a list of names.

        In a list of figures each name stands right before its own: 集团提出3100万人次、*浔澜机场*2400万人次的目标.
        """
        if self._listed(span.end):
            return False
        if _BEFORE_FIGURE.match(self.text, span.end) and _BEHIND_FIGURE.search(self.text, 0, span.start):
            return True
        return self._clauses.opens(span.start) or self._described_before(span.start)

    def _listed(self, end: int) -> bool:
        """Whether a name that ends at a place of the text stands in a list, or only says whose something once was."""
        return self.text[end : end + 1] in ("、", "》", "）") or _FOSTERED.match(self.text, end) is not None

    def _described_before(self, start: int) -> bool:
        """Whether a name ends what opens a clause and says what it is: *锂电龙头*屹霖电池, *它旗下的*屹霖公司."""
        at = self._clauses.past_adverbs(self._clauses.head(start), start)
        told = segment(self.text[at:start]) if start - at <= DESCRIBED else ()
        return bool(told) and told[-1] not in MARKS and all(map(describes, told))


def mentions(text: str, known: Ground, told: Sequence[PlaceMention], named: Sequence[Figure]) -> Mentions:
    """The places and organisations of a sentence, of all places and names that were found in it."""
    found = [p for p in told if not text.startswith(_NO_PLACE, p.end) and not (_quoted(text, p) or _honours(text, p))]
    orgs = named_orgs(text, known, named)
    inside = [p for p in found if not _of_org(p, orgs)] if orgs else found
    if (body := told_by_the_state(text, named)) is not None:
        country = PlaceMention(body.start, body.end, body.text, "全国", "国", relative=True)
        inside = sorted([*(p for p in inside if p.start >= body.end or p.end <= body.start), country], key=_START)
    if known.sole and inside:
        inside = [p for p in inside if not (p.relative and p.name in known.nouns)]
    return Mentions(text, tuple(inside), tuple(orgs), known)


def _quoted(text: str, p: PlaceMention) -> bool:
    """Whether what looks like the name of a place is all that stands in quotation marks: “无忧街区”, “智汇新区”行动."""
    return text[p.start - 1 : p.start] == "“" and text[p.end : p.end + 1] == "”" and not p.relative


def _honours(text: str, p: PlaceMention) -> bool:
    """Whether the country gave an honour that a place holds, and is not what its figure is of: *全国*文明村12个."""
    return p.relative and p.name == NATION and text.startswith(honoured(), p.end)


@cache
def honoured() -> tuple[str, ...]:
    """How honours begin that the country gives, behind its name."""
    return tuple(sorted(words("scope", "honours")))


def _of_org(p: PlaceMention, orgs: Sequence[tuple[Span, str]]) -> bool:
    """Whether a place is part of the name of an organisation."""
    return any(s.start <= p.start and p.end <= s.end and len(n) > p.end - p.start for s, n in orgs)


# What the name of a place goes on with behind its stem.
_RUNG = re.compile(r"(?:自治)?[区县州市旗镇乡](?![场域块民政委直属容里级际内外])|(?:高新|经开|开发|新)区")
