"""The nouns of Kanwu, frozen and typed: Article → Sentence → Figure → Claim → Fact → Discrepancy.

Offsets are Unicode code points. Numbers are exact :class:`fractions.Fraction`. Nothing here computes
anything that a rule would decide; the verbs live in the packages named after them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from checker import patterns as re
from checker.frozen import dataclass, once

Number = Fraction


class Span(NamedTuple):
    """A half-open run of characters, ``[start, end)``."""

    start: int
    end: int


class Kind(StrEnum):
    """What sort of thing a figure is; read before its value is compared with anything."""

    NUMBER = "number"
    QUANTITY = "quantity"
    SHARE = "share"
    RATE = "rate"
    GROWTH = "growth"
    RANK = "rank"
    ENUMERATION = "enumeration"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"
    LABEL = "label"
    NAME = "name"
    PHRASE = "phrase"


class Comparator(StrEnum):
    """How the words around a number bound it."""

    EQ = "eq"
    ABOUT = "about"
    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"
    RANGE = "range"


class Status(StrEnum):
    """Whether the text tells a result or something hoped for."""

    ACTUAL = "actual"
    TARGET = "target"
    PLAN = "plan"
    FORECAST = "forecast"


class Behaviour(StrEnum):
    """How a metric moves with time."""

    STOCK = "stock"
    CUMULATIVE = "cumulative"
    FLOW = "flow"
    RATE = "rate"


class Level(StrEnum):
    """How loud a report is: ``error``: cannot both be right; ``warning``: to be confirmed; ``note``: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """What was found between the claims of a discrepancy."""

    CONTRADICTION = "contradiction"
    SUSPECT = "suspect"
    SUPERSEDED = "superseded"


class RegionKind(StrEnum):
    """The part of a page that a sentence stands in."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    SIDEBAR = "sidebar"
    BYLINE = "byline"


# --- articles ---------------------------------------------------------------------------------------


class Location(NamedTuple):
    """Where a character stands in its file, as the JSON contract counts: line and column from 1.

    For a row of a ``.jsonl`` file ``start`` counts within the row's ``field`` and ``line`` is the row.
    """

    line: int
    column: int
    start: int
    field: str


@dataclass(frozen=True)
class Field:
    """A run of an article's text that came from one named field of a ``.jsonl`` row."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Region:
    """A part of an article (title, body paragraph, caption …), as a span of ``Article.text``.

    ``pieces`` are the runs of file text that the region's words stand in, in reading order: more than one
    where page layout broke a paragraph (a caption printed in mid-sentence).
    """

    kind: RegionKind
    pieces: tuple[Span, ...]
    section: str = ""


_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class Suppression:
    """A comment in an article that asks rules to be silent about a line, or about the whole of it.

    ``codes``: codes, prefixes of codes or names; none: all rules. ``at``/``column``: where the comment stands.
    ``fault``: why it has no effect, "" if nothing is wrong with it.
    """

    line: int
    codes: tuple[str, ...] = ()
    reason: str = ""
    whole: bool = False
    at: int = 0
    column: int = 0
    fault: str = ""


@dataclass(frozen=True)
class Confirmed:
    """What a newsroom's ledger says of an entry beside its figure.

    ``recheck``: the day from which it is to be confirmed anew. ``exception``: why it departs from other values.
    """

    source: str
    recheck: date | None = None
    exception: str = ""


@dataclass(frozen=True)
class Article:
    """One article as read: its decoded text, what is known of it, and its parts.

    ``text`` is the file after decoding, BOM removed, newlines untranslated, front matter included. For a
    ``.jsonl`` row it is the row's title and text joined by a newline, and ``fields`` says which is which.
    For ``.html`` and ``.docx`` it is the extracted text, one block a line. An entry of a ledger of confirmed facts is
    an article of its own, ``confirmed``.
    """

    path: str
    text: str
    regions: tuple[Region, ...]
    row_id: str = ""
    row: int = 0
    fields: tuple[Field, ...] = ()
    title: str = ""
    published: date | None = None
    dated_by: str = ""
    source: str = ""
    place: str = ""
    corrects: str = ""
    suppressions: tuple[Suppression, ...] = ()
    confirmed: Confirmed | None = None

    @property
    def id(self) -> str:
        """The path, or ``path#id`` for a row of a ``.jsonl`` file."""
        return f"{self.path}#{self.row_id}" if self.row_id else self.path

    @once
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(m.end() for m in _LINE_END.finditer(self.text)))

    def locate(self, offset: int) -> Location:
        r"""Where the character at ``offset`` stands.

        >>> Article("a.md", "一\r\n二三", ()).locate(4)
        Location(line=2, column=2, start=4, field='')
        """
        for part in self.fields:
            if part.start <= offset <= part.end:
                at = offset - part.start
                return Location(self.row, at + 1, at, part.name)
        line = bisect_right(self._line_starts, offset)
        return Location(line, offset - self._line_starts[line - 1] + 1, offset, "")


@dataclass(frozen=True)
class ArticleRef:
    """What a claim must know of the article it stands in.

    ``about``: the names of whom it is about. ``named``: those that its title and its first sentences tell, of whatever.
    ``numbers``: the numbers of two digits or more that it tells. ``sole``: the units in which it tells one number only.
    ``lead``: its first sentences, as far as they say what it deals with. ``towns``: the cities, counties, districts and
    towns that it tells of most, by their stems.
    """

    path: str
    id: str
    title: str = ""
    published: date | None = None
    source: str = ""
    place: str = ""
    corrects: str = ""
    about: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    confirmed: Confirmed | None = None
    numbers: tuple[str, ...] = ()
    sole: tuple[str, ...] = ()
    lead: str = ""
    towns: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By its name alone, which is sooner told than all that is known of it."""
        return hash(self.id)

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 - what is told of an article
        cls,
        article: Article,
        about: tuple[str, ...] = (),
        named: tuple[str, ...] = (),
        numbers: tuple[str, ...] = (),
        sole: tuple[str, ...] = (),
        lead: str = "",
        towns: tuple[str, ...] = (),
    ) -> ArticleRef:
        """The reference to an article, with the names and the numbers that it tells."""
        return cls(
            path=article.path,
            id=article.id,
            title=article.title,
            published=article.published,
            source=article.source,
            place=article.place,
            corrects=article.corrects,
            about=about,
            named=named,
            confirmed=article.confirmed,
            numbers=numbers,
            sole=sole,
            lead=lead,
            towns=towns,
        )


@dataclass(frozen=True)
class Sentence:
    """One sentence, whole even where page layout broke it.

    ``pieces`` are ``(start in text, start in file)`` of each contiguous run, ascending in the first; the
    sentence's characters between two starts stand contiguously in the file.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    region: RegionKind
    paragraph: int
    index: int
    section: str = ""

    def at(self, offset: int) -> int:
        """The offset in the file of the character at ``offset`` of this sentence.

        >>> Sentence("甲乙丙丁", ((0, 10), (2, 50)), RegionKind.BODY, 0, 0).at(3)
        51
        """
        i = bisect_right(self.pieces, (offset, 1 << 62)) - 1
        start, there = self.pieces[max(i, 0)]
        return there + offset - start

    def in_file(self, span: tuple[int, int]) -> Span:
        """The span in the file of a span of this sentence (from its first to its last character)."""
        start, end = span
        if len(self.pieces) == 1:
            at, there = self.pieces[0]
            on = there - at
            return Span(start + on, end + on if end > start else start + on)
        if end <= start:
            at = self.at(start)
            return Span(at, at)
        return Span(self.at(start), self.at(end - 1) + 1)


# --- figures ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Value:
    """The stated interval of a figure, 万/亿 multiplied in, in the unit as written (canonical spelling).

    ``low``/``high`` None: open on that side. ``step``: worth of the last written digit (of the last
    non-zero digit's place for round numbers it is still the last *written* one: 5000 has step 1, 1.2亿 has
    step 1000万).
    """

    low: Number | None
    high: Number | None
    unit: str = ""
    step: Number | None = None

    @property
    def point(self) -> Number | None:
        """The single number that was written, whichever side it bounds; None for a range."""
        low, high = self.low, self.high
        if low is high or low is None or high is None:
            return high if low is None else low
        return low if low == high else None


@dataclass(frozen=True)
class Figure:
    """A figure as it stands in a sentence: its characters, its kind and its stated value.

    ``start``/``end`` and all spans count in the sentence's text. ``text`` is the figure with comparator and
    unit (突破5700P, 近六百位, 同比增长18.3%), the rank phrase (全国首个), the date or the label.
    ``number`` is the bare numeral. ``direction`` of a growth: +1 rise, -1 fall. ``basis`` of a growth: the
    words of its baseline (同比, 较2024年, 比上年). ``among`` of a rank: the field it is a rank in (全市, 全国).
    ``first`` marks ranks of the first-in family (首个, 首家, 唯一, 首次) with their word.
    ``period`` of a date: the days it names.
    """

    start: int
    end: int
    text: str
    kind: Kind
    number: Span
    value: Value | None = None
    comparator: Comparator = Comparator.EQ
    unit_span: Span | None = None
    hedges: tuple[Span, ...] = ()
    direction: int = 0
    basis: str = ""
    among: str = ""
    first: str = ""
    period: Period | None = None

    @property
    def span(self) -> Span:
        """The figure's span in its sentence."""
        return Span(self.start, self.end)


# --- claims -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Period:
    """The days a figure holds for, both ends inclusive; ``None`` is open or unknown.

    ``as_of`` marks a level told of its last day (截至11月底, 2024年末). ``label`` names a plan period (十四五).
    ``explicit``: stated by words that govern the figure; otherwise inferred (from the paragraph's lead, or
    from the day of publication). ``length``: the number of years a multi-year statement spans (近三年, 五年来).
    """

    start: date | None
    end: date | None
    explicit: bool = True
    text: str = ""
    label: str = ""
    as_of: bool = False
    length: Number | None = None


@dataclass(frozen=True)
class Metric:
    """What a figure is a figure of.

    ``text``: the words that name it, joined in reading order (上市高新技术企业, 规上工业总产值). ``words``: its
    content words without place, time, hedge and verb. ``head``: the last content word of the noun phrase.
    ``counted``: the noun that follows the measure word (16个*教育集团*), "" if none. ``verb``: the verb that
    carries it, normalised (新增, 累计, 签约), "" if none. ``predicate``: what is told of the counted things after them
    (146家企业*完成数字化诊断*). ``subject``: the words before the verb in the same clause (*古镇*接待游客27万人次).
    ``level``: told by a word of having or reaching (达到, 拥有, 共有).
    ``event``: told by a verb of doing (*完成*3万个村), so that the count is of what was done.
    """

    text: str
    words: tuple[str, ...] = ()
    head: str = ""
    counted: str = ""
    verb: str = ""
    predicate: str = ""
    level: bool = False
    event: bool = False
    subject: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """Whom or what a figure is told of.

    ``place``: administrative place, resolved (全区 → 崂山区); "" unknown. ``org``: the organisation or named
    thing that owns the figure. ``levels``: qualifiers that nest (国家级, 省级以上, 市级以上, 规上, 可调度 …).
    ``part``: True when told as 其中/part of a total that stands before it. ``main``: ``org`` is what the
    article is about.
    """

    place: str = ""
    org: str = ""
    levels: tuple[str, ...] = ()
    part: bool = False
    explicit: bool = True
    main: bool = False

    @property
    def text(self) -> str:
        """The scope as one phrase for a reader."""
        return "".join((self.place, self.org if self.org != self.place else "", *self.levels))


@dataclass(frozen=True)
class Claim:
    """A figure with all that was worked out of it, and the characters that say so.

    ``start``/``end`` and the spans in ``evidence`` are offsets in the file (``Article.text``). ``lead`` is the
    claim in the same sentence that this one qualifies (a growth or share told of a level), as its
    ``(article id, start)`` key; ``whole`` likewise the total that it is told as 其中 of.
    """

    article: ArticleRef
    sentence: Sentence
    figure: Figure
    start: int
    end: int
    location: Location
    metric: Metric = Metric("")
    scope: Scope = Scope()
    period: Period | None = None
    status: Status = Status.ACTUAL
    behaviour: Behaviour | None = None
    role: str = "value"
    attribution: str = ""
    lead: tuple[str, int] | None = None
    whole: tuple[str, int] | None = None
    evidence: Mapping[str, Span] = field(default_factory=dict, hash=False, compare=False)

    @property
    def key(self) -> tuple[str, int]:
        """The claim's identity within a run: article id and offset."""
        return self.article.id, self.start

    @property
    def kind(self) -> Kind:
        """The kind of the figure."""
        return self.figure.kind

    @property
    def value(self) -> Value | None:
        """The stated value of the figure."""
        return self.figure.value

    @property
    def text(self) -> str:
        """The figure as written."""
        return self.figure.text

    def told_as(self, role: str) -> Claim:
        """The same claim in another role of a report (total, part, base, rate, goal …)."""
        return replace(self, role=role)


@dataclass(frozen=True)
class Problem:
    """Something about the input that a reader must hear of: an unreadable file, a broken row.

    ``line``/``column`` 0: not known.
    """

    path: str
    message: str
    level: Level = Level.ERROR
    line: int = 0
    column: int = 0
    code: str = "KW902"


@dataclass(frozen=True)
class Extraction:
    """All that was read from one article: sentences and claims, in order of their place in it."""

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]

    @once
    def figured(self) -> tuple[tuple[Sentence, tuple[Claim, ...]], ...]:
        """The sentences that hold figures, each with its claims in order, names left out."""
        told = [c for c in self.claims if c.figure.kind is not Kind.NAME]
        groups = [tuple(group) for _, group in groupby(told, key=attrgetter("sentence.index"))]
        return tuple([(group[0].sentence, group) for group in groups])


# --- facts and discrepancies ------------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    """Why two claims of a fact are held to speak of one thing, and whether their values may be compared.

    ``a`` < ``b`` index ``Fact.claims``. ``score`` in 0..1. ``refusal``: "" if comparable, else the reason
    counted in ``summary.not_assessable`` (kind, unit, scope, period, status, behaviour …). ``time``: how the
    periods stand to each other: ``same``, ``before`` (a is told of an earlier time), ``after``, ``unknown``.
    ``sure``: both periods are stated. ``alike``: how alike the two sentences are but for their numbers, 0..1.
    ``strong``: both are known to have one subject, and not only one province or country. ``narrower``: a or b where
    that side's metric is the other's with words more, "" else. ``odds``: how probable it is, 0..1, by all that marks
    the two, that they are of one fact though their values clash; 0 where it is not probable.
    """

    a: int
    b: int
    score: float
    reasons: tuple[str, ...] = ()
    refusal: str = ""
    time: str = "unknown"
    sure: bool = False
    alike: float = 0.0
    strong: bool = True
    narrower: str = ""
    odds: float = 0.0


@dataclass(frozen=True)
class Fact:
    """All claims of one subject and metric, with every period, status and scope, and the links between them.

    ``claims`` are in order of publication, article and place. A link is a relation between two claims, never
    a partition: two claims without a link are not compared. ``growth``: the growth claims whose ``lead`` is a claim
    of the fact.
    """

    id: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    growth: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Decision:
    """What was decided of a discrepancy, and why.

    ``kind``: ``confirmed``, ``explained`` or ``false-positive`` by an editor, ``suppressed`` by a comment in the text.
    ``until``: the last day it holds; ``lapsed``: that day is past.
    """

    kind: str
    reason: str
    who: str = ""
    when: str = ""
    until: date | None = None
    lapsed: bool = False


@dataclass(frozen=True)
class Discrepancy:
    """One disputed fact with all its witnesses, as one rule reports it.

    ``work`` is the arithmetic as an editor would write it. ``repair`` names one edit that would reconcile the
    sides; it is a hypothesis and never applied. ``also``: codes of other rules that hold of the same pair. ``state``:
    ``new``, or dealt with: ``baselined``, ``suppressed``, ``decided``; what an editor confirmed is new until the text
    is mended.
    """

    code: str
    rule: str
    level: Level
    verdict: Verdict
    message: str
    claims: tuple[Claim, ...]
    work: str = ""
    repair: str | None = None
    also: tuple[str, ...] = ()
    state: str = "new"
    rank: int = 1000
    fingerprint: str = ""
    decision: Decision | None = None


@dataclass(frozen=True)
class Missed:
    """An entry of the ledger that was compared with no article.

    ``path``, ``line`` and ``text``: the entry. ``near``: place and figure of what is most like it, "" if nothing is.
    ``why``: what keeps the two apart. ``close``: they have like names and no times that exclude each other.
    """

    path: str
    line: int
    text: str
    near: str = ""
    why: str = ""
    close: bool = False


@dataclass(frozen=True)
class Ledger:
    """What became of the ledger in a run: how many entries it has, and which were compared with no article."""

    entries: int
    missed: tuple[Missed, ...] = ()


@dataclass(frozen=True)
class Summary:
    """The coverage figures of a run.

    ``archive``: the number of articles that drafts were only compared with. ``versions``: those beside them that were
    taken for earlier versions of a draft and left out. ``ledger``: what was compared with the ledger, if there is one.
    """

    articles: int = 0
    characters: int = 0
    figures: int = 0
    claims: int = 0
    facts: int = 0
    undated: int = 0
    not_assessable: Mapping[str, int] = field(default_factory=dict, hash=False)
    archive: int = 0
    versions: tuple[str, ...] = ()
    ledger: Ledger | None = None


@dataclass(frozen=True)
class Source:
    """An article that was read: its path, its id, and what its comments ask."""

    path: str
    id: str
    suppressions: tuple[Suppression, ...] = ()

    @classmethod
    def of(cls, article: Article) -> Source:
        """The source that an article is."""
        return cls(article.path, article.id, article.suppressions)


@dataclass(frozen=True)
class Report:
    """What a run of ``kanwu check`` found: problems of the input first, then discrepancies in report order.

    ``extractions`` are what was read, by article id, for reports that show or count in the articles themselves;
    ``facts`` what was linked, for reports that show what a figure was compared with. Both may be read from a cache as
    they are asked for; ``read`` tells then of each article what all reports must know.
    """

    summary: Summary
    discrepancies: tuple[Discrepancy, ...]
    problems: tuple[Problem, ...] = ()
    extractions: Sequence[Extraction] = field(default=(), compare=False)
    facts: Sequence[Fact] = field(default=(), compare=False)
    read: Sequence[Source] = field(default=(), compare=False)

    @property
    def sources(self) -> Sequence[Source]:
        """What was read, by article id, for what must know no more of it."""
        return self.read or [Source.of(e.article) for e in self.extractions]
