"""Figures and what was read around them, put together as claims."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from checker.claims.cues import Cue, cues
from checker.claims.holding import Holding
from checker.claims.metrics.announcing import announced, cried_out
from checker.claims.metrics.assigned import UNNAMED, readings
from checker.claims.metrics.basing import based
from checker.claims.metrics.counting import counted
from checker.claims.metrics.hours import amounted
from checker.claims.metrics.multiples import multiple
from checker.claims.metrics.phrases import Phrase
from checker.claims.metrics.qualifiers import shared
from checker.claims.metrics.ranks import RANKABLE, ranked
from checker.claims.metrics.readings import MEASURED, Reading
from checker.claims.metrics.referring import alone
from checker.claims.metrics.slots import boundaries
from checker.claims.metrics.totalling import like_their_whole
from checker.claims.names.called import stems
from checker.claims.names.persons import PERSON, positions
from checker.claims.names.sites import SHORT
from checker.claims.names.whole import Whole
from checker.claims.naming import naming
from checker.claims.outlook import Part, part_of, turned
from checker.claims.recalling import ASKING, Recall
from checker.claims.status import continues, goals, looks_ahead
from checker.claims.subjects.about import about, named, towns
from checker.claims.subjects.bodies import firms
from checker.claims.subjects.grounds import Ground, ground
from checker.claims.subjects.mentions import Mentions, mentions
from checker.claims.subjects.scopes import Standing, passed, scope_at, stand
from checker.claims.times.datelines import written
from checker.claims.times.framing import over
from checker.claims.times.governed import Carry, Governed
from checker.claims.times.periods import governing
from checker.claims.times.titled import titled_year
from checker.claims.years import year_of
from checker.figures import figures
from checker.figures.telling import sole, telling
from checker.frozen import once, replace
from checker.model import ArticleRef, Behaviour, Claim, Figure, Kind, Metric, Period, RegionKind, Scope, Span, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Article, Sentence
    from checker.settings import Settings

# A review of a year, or of half of one, is printed some days before the end that it tells of.
_CLOSING = timedelta(days=15)
_YEAR = 366
_WEEKS = 2
# So much of an article is told of what it deals with.
_LEAD = 120
# A time without figures is what an article is about where one of its first sentences opens with it.
_OPENING = 2
# How much of what stands before a sentence is kept for its pronouns.
_EARLIER = 200
# More figures than paragraphs have, and fewer characters to each than words need that say what it is of.
_PACKED, _ROOM = 200, 10
_NOTHING = Metric("")
# Words of being first that tell of a moment, and of what no other did.
_MOMENTS = frozenset({"", "首次", "率先", "第一次", "首度"})
_PLANNED = frozenset({Status.PLAN, Status.TARGET})
_AIMABLE = frozenset({Kind.QUANTITY, Kind.SHARE, Kind.RATE})
_ASKING, _UNASKED = ("？", "?"), Phrase()
_PLACE = attrgetter("start", "end", "kind")


def claims(article: Article, sentences: Sequence[Sentence], settings: Settings) -> tuple[Claim, ...]:
    """Every figure, rank, date and name of an article as a claim, in order; ``metric.text`` "" where none was read."""
    return tuple(_Reader(article, sentences, settings).claims())


def _kinded(f: Figure, text: str) -> Figure:
    """A figure as the kind that its sentence makes of it."""
    if f.kind is Kind.DURATION:
        return amounted(f, text)
    if f.kind is Kind.GROWTH:
        return based(f, text)
    return counted(multiple(ranked(f, text), text) if f.kind in RANKABLE else f, text)


class _Reader:
    """One pass over the sentences of an article, carrying what each leaves for the next."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], settings: Settings) -> None:
        self.article, self.sentences, self.settings = article, sentences, settings
        self.whole = Whole(article.title, [s.text for s in sentences], settings.places)
        self.ref = ArticleRef.of(article)
        self.ground: Ground | None = None
        self.unread = True
        self.stems: list[str] = []
        self.carry = Carry(article=titled_year(article.title, article.published))
        self.standing = Standing()
        self.section, self.part = "", Part()
        self.paragraph, self.ahead = -1, False
        self.figures = self.characters = 0
        self.default = self.status = Status.ACTUAL
        self.recall = Recall(article.source)
        self.today = article.published

    @once
    def _around(self) -> Ground:
        """The article's ground, worked out once and only where something is read; ``ground`` from its first figure."""
        return ground(self.article, self.whole, self.settings)

    def claims(self) -> list[Claim]:
        found: list[Claim] = []
        for sentence in self.sentences:
            found += self._sentence(sentence)
        return found

    def _enter(self, sentence: Sentence) -> None:
        if sentence.paragraph == self.paragraph:
            return
        self.paragraph, self.figures, self.characters = sentence.paragraph, 0, 0
        follows = self.recall.enter(sentence.text)
        parted = sentence.section != self.section
        if parted:
            self.part = part_of(sentence.section, self.article.published, self.part)
        if self.recall.asked or parted:
            self.ahead, self.section = False, sentence.section
        carry = self.carry
        self.carry = Carry(
            carry.paragraph if follows else self.part.frame, carry.article, None if parted else carry.window, carry.day
        )
        self.standing = Standing(paragraph=sentence.paragraph)
        self.default = self.status = self._untold()

    def _packed(self, figures: int, characters: int) -> bool:
        """Whether a paragraph, with one more sentence of so many figures and characters, is nothing but figures."""
        self.figures, self.characters = self.figures + figures, self.characters + characters
        return self.figures > _PACKED and self.characters < _ROOM * self.figures

    def _turn(self, text: str) -> None:
        """Follows a sentence that looks back in a part of the article that looks ahead, and ahead again."""
        if self.part.ahead:
            before, self.part = self.part, turned(self.part, text, self.article.published)
            if self.part is not before and self.part.frame != before.frame:
                self.carry = replace(self.carry, paragraph=self.part.frame)
        self.default = self._untold()

    def _untold(self) -> Status:
        """The status of what is told without a word of time."""
        return Status.PLAN if self.ahead or (self.part.ahead and self.part.plans) else Status.ACTUAL

    def _sentence(self, sentence: Sentence) -> list[Claim]:
        found = self._read(sentence)
        self.recall.passed(sentence.text)
        return found

    def _read(self, sentence: Sentence) -> list[Claim]:
        first = sentence.paragraph != self.paragraph
        self._enter(sentence)
        text = sentence.text
        self._turn(text)
        year, said = year_of(text, self.article.published, self.carry, done=self.part.reports)
        if first:
            self.today = written(text, self.article.published) or self.today
        seen = figures(text, self.today, year)
        if self._packed(len(seen), len(text)) and seen:
            return [self._name(sentence, f) for f in seen]
        read = tuple([_kinded(f, text) for f in seen]) if seen else seen
        called = self.whole.names(sentence.index)
        short = self.whole.short_names(sentence.index)
        quoted = self.whole.quoted_names(sentence.index)
        peopled = sentence.index in self.whole.peopled
        if self.unread and (read or called or short or quoted or peopled):
            whom = about(self.article, self.whole, self._around)
            whole = f"{self.article.title}\n{self.whole.text}"
            told = telling(whole)
            alone = sole(whole) if told else ()
            lead = self.whole.text.lstrip()[:_LEAD]
            seats = towns(f"{whole}\n{self.article.source}")
            known = named(self.article, self.whole)
            self.ref = ArticleRef.of(self.article, whom, known, told, alone, lead, seats)
            self.stems = stems((*whom, *seats, *known))
            self.unread = False
        people = positions(text) if peopled else []
        open_ = (*short, *quoted, *self.whole.called(sentence.index, self.stems))
        things = [f for f in open_ if not any(f.start < who.end and who.start < f.end for _, who in people)]
        named_here = [self._name(sentence, f) for f in called] if called else []
        named_here += [self._name(sentence, f).told_as(SHORT) for f in things]
        named_here += [self._person(sentence, *at) for at in people]
        if text.endswith(ASKING) and sentence.region == RegionKind.BODY:
            self.ahead = looks_ahead(text)
        bodies = [*called, *firms(short)] if short else called
        if read:
            return self._told_of(sentence, read, said, bodies, named_here)
        if self.ground is not None:
            self.standing = passed(text, self.ground, self.whole, bodies, self.standing, sentence)
        return named_here

    def _told_of(
        self, sentence: Sentence, read: Sequence[Figure], said: list[Cue] | None,
        called: Sequence[Figure], named_here: Sequence[Claim],
    ) -> list[Claim]:  # fmt: skip
        """The claims of a sentence that holds figures, ``named_here``, its names, among them."""
        text = sentence.text
        said = cues(text, done=self.part.reports) if said is None else said
        if self.ground is None:
            self.ground = self._around
            self._stood(sentence, self.ground)
        default = self.status if continues(text) else self.default
        if UNNAMED.issuperset([f.kind for f in read]):
            out = self._unmeasured(sentence, read, said, default)
            self.standing = passed(text, self.ground, self.whole, called, self.standing, sentence)
        else:
            out = self._measured(sentence, read, said, default, called)
        return sorted([*out, *named_here], key=_PLACE) if named_here else out

    def _measured(
        self, sentence: Sentence, read: Sequence[Figure], said: Sequence[Cue], default: Status, called: Sequence[Figure]
    ) -> list[Claim]:
        """The claims of a sentence that measures something."""
        assert self.ground is not None  # noqa: S101 - set before any claim is made
        text = sentence.text
        named = mentions(text, self.ground, self.whole.places(sentence.index), called)
        cut = boundaries(text, read)
        told = self.recall.told(sentence, readings(text, read, named.owners, cut))
        days = self._days(sentence, read)
        at = sentence.index + 1
        if at < len(self.sentences) and alone(text, [r.slot.figure for r in told]):
            told, days = self.recall.explained(self.sentences[at], told, days, self.article.published)
        if at < len(self.sentences) and cried_out(text, told):
            rank, period = announced(told[0], self.sentences[at].text, self.article.published)
            told, days = [rank], [replace(days[0], period=period)] if period else days
        holding = self._holding(text, said, default)
        out = []
        for reading, governed in zip(told, days, strict=True):
            out.append(self._claim(sentence, reading, governed, named, holding, cut, told))
        out = shared(like_their_whole(out, days))
        for claim in out:
            if claim.kind in MEASURED and claim.metric.text:
                self.status = claim.status
        self.standing = stand(named, self.standing, sentence)
        return out

    def _unmeasured(
        self, sentence: Sentence, read: Sequence[Figure], said: Sequence[Cue], default: Status
    ) -> list[Claim]:
        """The claims of a sentence that measures nothing: its dates, labels and ordinals."""
        text, out = sentence.text, []
        days = self._days(sentence, read)
        holding = self._holding(text, said, default)
        cut = boundaries(text, read) if said or default != Status.ACTUAL else (0,)
        for f, governed in zip(read, days, strict=True):
            clause = cut[bisect_right(cut, f.start) - 1]
            status, cue = holding.status(f, "value", governed, clause)
            status = holding.dated(f, status, cue)
            where = sentence.in_file((f.start, f.end))
            period = f.period if f.kind in (Kind.DATE, Kind.DURATION) else governed.period
            out.append(
                Claim(
                    self.ref, sentence, f, where.start, where.end, self.article.locate(where.start), _NOTHING,
                    period=period, status=status, evidence={"status": sentence.in_file(cue)} if cue else {},
                )
            )  # fmt: skip
        return out

    def _holding(self, text: str, said: Sequence[Cue], default: Status) -> Holding:
        """What a sentence says of time and status, once its figures' days are known."""
        return Holding(text, self.article.published, self.carry, said, goals(said, text, default), default)

    def _days(self, sentence: Sentence, read: Sequence[Figure]) -> list[Governed]:
        """What governs each figure of a sentence; only one of the first tells without figures what all is about."""
        earlier = f"{self.article.title}。{self.recall.earlier}"
        days, carry = governing(sentence.text, read, self.article.published, self.carry, earlier)
        news = carry.article is not self.carry.article and sentence.index > _OPENING
        if news and (over(carry.article, self.article.published) or not any(f.value for f in read)):
            carry = replace(carry, article=self.carry.article)
        self.carry = carry
        return days

    def _stood(self, sentence: Sentence, known: Ground) -> None:
        """Follows the sentences without figures that stand before the first figure in its paragraph."""
        first = sentence.index
        while first > 0 and self.sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        for earlier in self.sentences[first : sentence.index]:
            called = [*self.whole.names(earlier.index), *firms(self.whole.short_names(earlier.index))]
            self.standing = passed(earlier.text, known, self.whole, called, self.standing, earlier)

    def _person(self, sentence: Sentence, position: Span, person: Span) -> Claim:
        """A person as a claim whose metric is the position: 县委书记林向远."""
        text = sentence.text
        told = self._name(sentence, Figure(*person, text[person.start : person.end], Kind.NAME, person))
        return replace(
            told,
            metric=Metric(text[position.start : position.end] or PERSON),
            evidence={"metric": sentence.in_file(position)} if position.end > position.start else {},
        )

    def _name(self, sentence: Sentence, figure: Figure) -> Claim:
        """A figure by itself as a claim without a metric: a name, or one of so many that no words say what it is of."""
        start, end = sentence.in_file((figure.start, figure.end))
        return Claim(self.ref, sentence, figure, start, end, self.article.locate(start), _NOTHING, period=figure.period)

    def _claim(  # noqa: PLR0913, PLR0917 - what was read of one sentence, each by its own module
        self, sentence: Sentence, reading: Reading, governed: Governed, named: Mentions,
        holding: Holding, cut: Sequence[int], told: Sequence[Reading],
    ) -> Claim:  # fmt: skip
        f, text = reading.slot.figure, sentence.text
        evidence: dict[str, Span] = {}
        where = sentence.in_file((f.start, f.end))
        clause = cut[reading.slot.clause]
        status, cue = holding.status(f, reading.role, governed, clause)
        if cue:
            evidence["status"] = cue
        if f.kind == Kind.DATE or (not reading.metric.text and f.kind != Kind.RANK):
            if f.kind in MEASURED:
                period = holding.held(reading, _NOTHING, "", governed, clause, (status, cue)).period
            else:
                period = f.period if f.kind in (Kind.DATE, Kind.DURATION) else governed.period
            status = holding.dated(f, status, cue)
            scope = Scope() if f.kind in (Kind.DATE, Kind.DURATION) else self._scope(reading, named, evidence)
            return self._make(sentence, f, where, _NOTHING, scope, period, status, None, reading, told, evidence)
        assert self.ground is not None  # noqa: S101 - set before any claim is made
        metric, scope, raw = naming(text, reading, named, self.standing, self.ground, evidence)
        status, how, period, span = holding.held(reading, metric, raw, governed, clause, (status, cue))
        if span:
            evidence["period"] = span
        return self._make(sentence, f, where, metric, scope, period, status, how, reading, told, evidence)

    def _scope(self, reading: Reading, named: Mentions, evidence: dict[str, Span]) -> Scope:
        """Whose a figure is of which nothing says what it counts."""
        assert self.ground is not None  # noqa: S101 - set before any claim is made
        scope, span = scope_at(named, reading.slot.left.start, reading.slot.figure.start, self.standing, self.ground)
        if span:
            evidence["scope"] = span
        return scope

    def _make(  # noqa: PLR0913, PLR0917 - as above
        self, sentence: Sentence, figure: Figure, where: Span, metric: Metric, scope: Scope, period: Period | None,
        status: Status, how: Behaviour | None, reading: Reading, told: Sequence[Reading], evidence: Mapping[str, Span],
    ) -> Claim:  # fmt: skip
        lead = told[reading.lead].slot.figure if reading.lead is not None else None
        whole = told[reading.whole].slot.figure if reading.whole is not None else None
        return Claim(
            article=self.ref,
            sentence=sentence,
            figure=figure,
            start=where.start,
            end=where.end,
            location=self.article.locate(where.start),
            metric=metric,
            scope=scope,
            period=period,
            status=status,
            behaviour=how,
            role=reading.role,
            lead=(self.ref.id, sentence.at(lead.start)) if lead else None,
            whole=(self.ref.id, sentence.at(whole.start)) if whole else None,
            evidence={name: sentence.in_file(span) for name, span in evidence.items()},
        )
