"""Figures and what was read around them, put together as claims."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.behaviour import Told, begun_before, behaviour, by_the_year, reached, timed, told_from
from checker.claims.metrics.assigned import UNNAMED, readings
from checker.claims.metrics.counting import counted
from checker.claims.metrics.doing import by_deed
from checker.claims.metrics.hours import amounted
from checker.claims.metrics.multiples import multiple
from checker.claims.metrics.phrases import Phrase
from checker.claims.metrics.qualifiers import shared
from checker.claims.metrics.ranks import RANKABLE, listed_before, ranked
from checker.claims.metrics.readings import MEASURED, Reading, dimension_of
from checker.claims.metrics.referring import alone, answered, asked, explained, pointed, queried, referred
from checker.claims.metrics.resuming import lacks_subject, taken_up
from checker.claims.metrics.slots import boundaries
from checker.claims.metrics.totalling import like_their_whole
from checker.claims.names.persons import PERSON, positions
from checker.claims.names.sites import SHORT
from checker.claims.names.whole import Whole
from checker.claims.naming import naming
from checker.claims.outlook import Part, part_of, turned
from checker.claims.status import Cue, aimed, continues, cues, goals, looks_ahead, proposed, stands, status_at
from checker.claims.subjects.about import about, named, towns
from checker.claims.subjects.grounds import Ground, ground
from checker.claims.subjects.mentions import Mentions, mentions
from checker.claims.subjects.scopes import Standing, passed, stand
from checker.claims.times.beginnings import outgrown, sized
from checker.claims.times.governed import Carry, Governed
from checker.claims.times.periods import governing, reviews
from checker.claims.times.settling import settle
from checker.figures import figures
from checker.figures.dates import dates
from checker.figures.telling import sole, telling
from checker.frozen import once, replace
from checker.lexicon import words
from checker.model import ArticleRef, Behaviour, Claim, Figure, Kind, Metric, Period, RegionKind, Scope, Span, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from checker.model import Article, Sentence
    from checker.settings import Settings

# A review of a year, or of half of one, is printed some days before the end that it tells of.
_CLOSING = timedelta(days=15)
_YEAR = 366
_WEEKS = 2
_DAY = re.compile(r"(?P<month>[01]?\d)月(?P<day>\d{1,2})[日号]")
_THIS_YEAR = re.compile(r"新的一年|今年|明年")
# A month after the end of last year is of this one: 去年末64家，*到5月底*72家.
_SINCE_LAST = re.compile(r"去年年?[末底][^。；]{0,24}?[到至截]\d{1,2}月", needs=("去年",))
# A clause that begins with the end of a month, some weeks before its paper is printed, is of that month.
_CUTOFF = re.compile(
    r"""
    (?: ^(?:[^，。；\d]{1,16}[：:]“?)? | ， ) (?:截至|截止到?|到|至) (?P<month>[01]?\d)月[底末]
  | ^(?:[^，。；\d]{1,16}[：:]“?)? (?P<quarter>一季度|上半年|前三季度)
    """,
    re.VERBOSE,
    needs=("月底", "月末", "季度", "上半年"),
)
# What may be of another year than the sentence says: in a part of it that plans nothing it is of the year told of.
_YEARLESS = re.compile(r"全年|季度|半年|年[底末初终内]|\d月")
_FRESH, _QUARTERS = 75, {"一季度": 3, "上半年": 6, "前三季度": 9}
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
    return counted(multiple(ranked(f, text), text) if f.kind in RANKABLE else f, text)


class _Reader:
    """One pass over the sentences of an article, carrying what each leaves for the next."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], settings: Settings) -> None:
        self.article, self.sentences, self.settings = article, sentences, settings
        self.whole = Whole(article.title, [s.text for s in sentences], settings.places)
        self.ref = ArticleRef.of(article)
        self.ground: Ground | None = None
        self.unread = True
        self.carry, self.standing = Carry(), Standing()
        self.section, self.part = "", Part()
        self.last: dict[tuple[str, str], Metric] = {}
        # In which sentence an amount in each unit was last told with its name.
        self.named: dict[str, int] = {}
        self.paragraph, self.ahead, self.asked = -1, False, False
        self.figures = self.characters = 0
        self.default = self.status = Status.ACTUAL
        self.goals: list[Cue] = []
        self.earlier, self.topic, self.query = "", Phrase(), _UNASKED
        # The sentence that says what a figure by itself was of, by its index, and what it says.
        self.explains = -1, Phrase()

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
        follows, self.asked = self.asked, sentence.text.startswith(("记者：", "问：", "记者:", "问:"))
        self.topic = asked(sentence.text) if self.asked else self.topic if follows else Phrase()
        parted = sentence.section != self.section
        if parted:
            self.part = part_of(sentence.section, self.article.published, self.part)
        if self.asked or parted:
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
        found, text = self._read(sentence), sentence.text
        self.earlier = (self.earlier + text)[-_EARLIER:]
        self.query = queried(text) if text.endswith(_ASKING) else _UNASKED
        return found

    def _read(self, sentence: Sentence) -> list[Claim]:
        self._enter(sentence)
        text = sentence.text
        self._turn(text)
        year, said = self._year(text)
        seen = figures(text, self.article.published, year)
        if self._packed(len(seen), len(text)) and seen:
            return [self._name(sentence, f) for f in seen]
        read = tuple([_kinded(f, text) for f in seen]) if seen else seen
        called = self.whole.names(sentence.index)
        short = self.whole.short_names(sentence.index)
        peopled = sentence.index in self.whole.peopled
        if self.unread and (read or called or short or peopled):
            whom = about(self.article, self.whole, self._around)
            whole = f"{self.article.title}\n{self.whole.text}"
            told = telling(whole)
            alone = sole(whole) if told else ()
            lead = self.whole.text.lstrip()[:_LEAD]
            seats = towns(f"{whole}\n{self.article.source}")
            self.ref = ArticleRef.of(self.article, whom, named(self.article, self.whole), told, alone, lead, seats)
            self.unread = False
        people = positions(text) if peopled else []
        things = [f for f in short if not any(f.start < who.end and who.start < f.end for _, who in people)]
        named_here = [self._name(sentence, f) for f in called] if called else []
        named_here += [self._name(sentence, f).told_as(SHORT) for f in things]
        named_here += [self._person(sentence, *at) for at in people]
        if text.endswith(_ASKING) and sentence.region == RegionKind.BODY:
            self.ahead = looks_ahead(text)
        if read:
            return self._told_of(sentence, read, said, called, named_here)
        if self.ground is not None:
            self.standing = passed(text, self.ground, self.whole, called, self.standing, sentence)
        return named_here

    def _told_of(
        self, sentence: Sentence, read: Sequence[Figure], said: list[Cue] | None,
        called: Sequence[Figure], named_here: Sequence[Claim],
    ) -> list[Claim]:  # fmt: skip
        """The claims of a sentence that holds figures, ``named_here``, its names, among them."""
        text = sentence.text
        said = cues(text, done=self.part.reports) if said is None else said
        self.goals = goals(said, text)
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
        told = self._told(sentence, readings(text, read, named.owners, cut))
        days = self._days(sentence, read)
        told, days = self._explained(sentence, told, days)
        out = []
        for reading, governed in zip(told, days, strict=True):
            out.append(self._claim(sentence, reading, governed, named, said, cut, told, default))
        out = shared(like_their_whole(out, days))
        for claim in out:
            if claim.kind in MEASURED and claim.metric.text:
                self.status = claim.status
        self.standing = stand(named, self.standing, sentence)
        return out

    def _year(self, text: str) -> tuple[int | None, list[Cue] | None]:
        """The year that dates of a sentence are of that name none; with its cues, where they were asked for."""
        # 年内 is of the year of publication unless its own paragraph is of another one.
        inside = "年内" in text and (not self._reviewing() or _THIS_YEAR.search(text) is not None)
        frame = self.carry.paragraph or (None if inside else self.carry.article)
        if frame is None or frame.end is None or self._dayed(text) or _SINCE_LAST.search(text):
            return None, None
        published = self.article.published
        if published is not None and frame.end.year < published.year and self._fresh(text):
            return None, None
        said = cues(text, done=self.part.reports)
        planned = [at for at, _, status in said if status in (Status.TARGET, Status.PLAN)]
        return None if any(_YEARLESS.search(_part(text, at)) for at in planned) else frame.end.year, said

    def _dayed(self, text: str) -> bool:
        """Whether a sentence tells a day of this year by its month: not 12月20日 in January."""
        day = self.article.published
        told = [(int(m["month"]), int(m["day"])) for m in _DAY.finditer(text)]
        return bool(told) and (day is None or not self._reviewing() or min(told) <= (day.month, day.day))

    def _reviewing(self) -> bool:
        """Whether an article of the first weeks of a year is about the year before it."""
        frame, published = self.carry.article, self.article.published
        return published is not None and published.month <= _WEEKS and reviews(frame, published)

    def _fresh(self, text: str) -> bool:
        """Whether a sentence begins with the end of a month that its paper has just seen: *到7月底*, in August."""
        cutoff, published = _CUTOFF.search(text), self.article.published
        if cutoff is None or published is None:
            return False
        month = _QUARTERS[cutoff["quarter"]] if cutoff["quarter"] else int(cutoff["month"])
        return 1 <= month <= published.month and published.timetuple().tm_yday - 30 * month <= _FRESH

    def _unmeasured(
        self, sentence: Sentence, read: Sequence[Figure], said: Sequence[Cue], default: Status
    ) -> list[Claim]:
        """The claims of a sentence that measures nothing: its dates, labels and ordinals."""
        text, out = sentence.text, []
        days = self._days(sentence, read)
        cut = boundaries(text, read) if said or default != Status.ACTUAL else (0,)
        for f, governed in zip(read, days, strict=True):
            clause = cut[bisect_right(cut, f.start) - 1]
            status, cue = self._status(text, f, "value", governed, said, clause, default)
            where = sentence.in_file((f.start, f.end))
            period = f.period if f.kind in (Kind.DATE, Kind.DURATION) else governed.period
            out.append(
                Claim(
                    self.ref, sentence, f, where.start, where.end, self.article.locate(where.start), _NOTHING,
                    period=period, status=status, evidence={"status": sentence.in_file(cue)} if cue else {},
                )
            )  # fmt: skip
        return out

    def _days(self, sentence: Sentence, read: Sequence[Figure]) -> list[Governed]:
        """What governs each figure of a sentence; only one of the first tells without figures what all is about."""
        earlier = f"{self.article.title}。{self.earlier}"
        days, carry = governing(sentence.text, read, self.article.published, self.carry, earlier)
        if carry.article is not self.carry.article and sentence.index > _OPENING and not any(f.value for f in read):
            carry = replace(carry, article=self.carry.article)
        self.carry = carry
        return days

    def _stood(self, sentence: Sentence, known: Ground) -> None:
        """Follows the sentences without figures that stand before the first figure in its paragraph."""
        first = sentence.index
        while first > 0 and self.sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        for earlier in self.sentences[first : sentence.index]:
            called = self.whole.names(earlier.index)
            self.standing = passed(earlier.text, known, self.whole, called, self.standing, earlier)

    def _told(self, sentence: Sentence, told: Sequence[Reading]) -> list[Reading]:
        """The readings of a sentence with what its neighbours say of them."""
        named = self._elided(listed_before(referred(told, sentence.text, self.earlier), self.earlier), sentence)
        if self.query.words and alone(sentence.text, [r.slot.figure for r in told]):
            named = [answered(r, self.query) for r in named]
        if self.topic.words and not self.asked:
            named = [answered(r, self.topic) for r in named]
        if sentence.index == self.explains[0]:
            named = [answered(r, self.explains[1]) for r in named]
        return by_deed(named)

    def _explained(
        self, sentence: Sentence, told: Sequence[Reading], days: Sequence[Governed]
    ) -> tuple[list[Reading], list[Governed]]:
        """Names a figure that stands by itself by the next sentence: 引才：1086人。*这是全年新引进的博士人数*。"""
        at = sentence.index + 1
        lone = at < len(self.sentences) and alone(sentence.text, [r.slot.figure for r in told])
        topic, named = explained(self.sentences[at].text) if lone else (Phrase(), "")
        if not topic.words:
            return list(told), list(days)
        own = [f.period for f in dates(named, self.article.published) if f.period is not None]
        if own:
            days = [d if d.period and d.period.explicit else replace(d, period=own[-1]) for d in days]
        self.explains = at, topic
        return [answered(r, topic) for r in told], list(days)

    def _elided(self, told: Sequence[Reading], sentence: Sentence) -> list[Reading]:
        """Gives figures whose subject is left out the metric last told with their verb and unit (全年*开行*550*列*)."""
        text, index = sentence.text, sentence.index
        out: list[Reading] = []
        for r in told:
            f = r.slot.figure
            key = (r.metric.verb, f.value.unit if f.value else "")
            if (
                f.kind == Kind.QUANTITY
                and r.metric.verb
                and not r.metric.text
                and r.role == "value"
                and key in self.last
            ):
                r = replace(r, metric=self.last[key], inherited=True)  # noqa: PLW2901
            elif (
                f.kind in MEASURED
                and r.role in ("value", "base")
                and ((not r.metric.text and r.slot.dated) or pointed(r))
                and ("", key[1]) in self.last
            ):
                r = replace(r, metric=self.last["", key[1]], inherited=True)  # noqa: PLW2901
            elif f.kind == Kind.GROWTH and pointed(r) and (named := _last_named(out)) is not None:
                r = replace(r, metric=named, inherited=True)  # noqa: PLW2901
            elif self.named.get(key[1], -2) >= index - 1 and lacks_subject(r, text):
                r = replace(r, metric=taken_up(r.metric, self.last["", key[1]]), inherited=True)  # noqa: PLW2901
            elif f.kind in MEASURED and r.metric.text and r.role in ("value", "base"):
                self.last["", key[1]] = r.metric
                self.named[key[1]] = index
                if f.kind == Kind.QUANTITY and r.metric.verb:
                    self.last[key] = r.metric
            out.append(r)
        return out

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
        said: Sequence[Cue], cut: Sequence[int], told: Sequence[Reading], default: Status,
    ) -> Claim:  # fmt: skip
        f, text = reading.slot.figure, sentence.text
        evidence: dict[str, Span] = {}
        where = sentence.in_file((f.start, f.end))
        status, cue = self._status(text, f, reading.role, governed, said, cut[reading.slot.clause], default)
        if cue:
            evidence["status"] = cue
        if f.kind == Kind.DATE or (not reading.metric.text and f.kind != Kind.RANK):
            period = f.period if f.kind in (Kind.DATE, Kind.DURATION) else governed.period
            return self._make(sentence, f, where, _NOTHING, Scope(), period, status, None, reading, told, evidence)
        assert self.ground is not None  # noqa: S101 - set before any claim is made
        metric, scope, raw = naming(text, reading, named, self.standing, self.ground, evidence)
        if cue is None and (_had(metric) or stands(text, cut[reading.slot.clause], f.start)):
            status = Status.ACTUAL  # 建有足球场86块，今年*计划*再建10块
        if governed.coming and status == Status.ACTUAL:
            status = Status.PLAN  # 新的一年，继续推进改革，新增*3家*
        if governed.opens and status in _PLANNED:
            governed = Governed(None)  # 读书节4月23日启幕，计划举办活动*1800场*
        if governed.due and status == Status.ACTUAL:
            # 剩余*256人*5月底前搬入新居，安置点已建成*5个*
            status, governed = (Status.PLAN, governed) if governed.behind else (status, Governed(None))
        how, period = self._when(text, reading, metric, raw, governed, status)
        if governed.span:
            evidence["period"] = governed.span
        status = self._as_dated(text, status, cue, how, period, cut[reading.slot.clause])
        if status != Status.ACTUAL:
            sums = how == Behaviour.FLOW and status in _PLANNED and not by_the_year(text, f.start)
            period = self._ahead(period, meant=sums and not governed.former, coming=governed.coming)
        return self._make(sentence, f, where, metric, scope, period, status, how, reading, told, evidence)

    def _when(  # noqa: PLR0913, PLR0917 - as above
        self, text: str, reading: Reading, metric: Metric, raw: str, governed: Governed, status: Status
    ) -> tuple[Behaviour, Period | None]:
        """How a metric moves, and the days that its figure is told of."""
        f, carry, published = reading.slot.figure, self.carry, self.article.published
        if f.kind is Kind.RANK and governed.span is None and (f.first not in _MOMENTS or "最" in f.text):
            governed, carry = Governed(None), Carry()  # 全国首座, 世界最大 is so to this day
        how = behaviour(metric, f, raw)
        of_a_thing = not metric.event and not metric.verb and sized(text, f, dimension_of(f))
        long_past = metric.head in words("terms", "attributes") and outgrown(text, f, governed, published)
        if of_a_thing or (how == Behaviour.STOCK and long_past):
            how, governed = Behaviour.STOCK, Governed(None)
        if not (how == Behaviour.CUMULATIVE and reading.inherited):
            told = Told(
                planned=status in _PLANNED,
                reviewed=not reading.inherited and reviews(carry.article, published),
                end=reading.role == "base" or told_from(text, f),
            )
            how = timed(how, metric, f, governed, told)
        if how == Behaviour.FLOW and governed.since and metric.verb.startswith("新"):
            governed = replace(governed, since=False)
        begun = governed.since and not by_the_year(text, f.start)
        if how == Behaviour.FLOW and (begun or (governed.period is None and begun_before(text, f.start))):
            how = Behaviour.CUMULATIVE
        period = settle(
            governed, reading.role, behaviour=how,
            reaches=reading.inherited and reading.role == "value" and f.kind != Kind.GROWTH,
            level=reached(metric), published=published, carry=carry,
        )  # fmt: skip
        return how, period

    def _as_dated(  # noqa: PLR0913, PLR0917 - as above
        self, text: str, status: Status, cue: Span | None, how: Behaviour, period: Period | None, clause: int
    ) -> Status:
        """The status of a figure as the time says that it is told of: what is yet to come is a goal."""
        published = self.article.published
        if status != Status.ACTUAL or period is None or not period.explicit or published is None:
            return status
        if _to_come(period, published) or (cue is None and how == Behaviour.FLOW and _mostly(period, published)):
            return Status.TARGET
        return Status.TARGET if cue is None and self._going_on(period) and proposed(text, clause) else status

    def _status(  # noqa: PLR0913, PLR0917 - as above
        self, text: str, f: Figure, role: str, governed: Governed, said: Sequence[Cue], clause: int, default: Status
    ) -> tuple[Status, Span | None]:
        """Whether a figure is told as a result or a goal, with the span of the word that says so.

        ``clause``: where its clause begins.
        """
        status, start, end = default, 0, 0
        if said:
            half = text.rfind("；", 0, f.start) + 1
            at = governed.span.end if governed.behind and governed.span else f.number.start
            status, start, end = status_at(said, clause, at, default, half, self.goals)
        last, published = governed.period.end if governed.period else None, self.article.published
        past = last is not None and published is not None and last < published
        if role == "goal" or (f.kind in _AIMABLE and aimed(text, f.start, f.end)):
            return Status.TARGET, Span(start, end) if end else None
        over = past and (governed.own or (governed.span is not None and start < clause))
        if role == "base" or over:
            return Status.ACTUAL, None
        return status, Span(start, end) if end else None

    def _going_on(self, period: Period | None) -> bool:
        """Whether a stated time ends well after the day of publication."""
        day = self.article.published
        return bool(period and period.explicit and period.end and day and period.end > day + _CLOSING)

    def _ahead(self, period: Period | None, *, meant: bool, coming: bool = False) -> Period | None:
        """The year of publication, where a goal would else be of no time, of the year so far or of a time gone by.

        ``meant``: without a time, too. ``coming``: never the year that the article reviews.
        """
        day = self.article.published
        if period is None:
            if not meant or day is None:
                return None
            if not coming and self.carry.article is not None and reviews(self.carry.article, day):
                return replace(self.carry.article, explicit=False, text="")  # 清淤一期310万立方米任务全部完成
            return Period(day.replace(month=1, day=1), day.replace(month=12, day=31), explicit=False)
        if (
            day is not None
            and period.end is not None
            and period.start == day.replace(month=1, day=1)
            and (day - period.end).days in (0, 1)
        ):
            return replace(period, end=day.replace(month=12, day=31))
        if day is None or period.explicit or period.end is None or period.end >= day:
            return period
        return Period(day.replace(month=1, day=1), day.replace(month=12, day=31), explicit=False, text=period.text)

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


def _last_named(told: Sequence[Reading]) -> Metric | None:
    """The metric of the last figure that names one; None where none does."""
    return next((r.metric for r in reversed(told) if r.slot.figure.kind in MEASURED and r.metric.text), None)


def _part(text: str, at: int) -> str:
    """What stands in a sentence from the clause on that a place of it stands in, up to the next semicolon."""
    end = text.find("；", at)
    start = max(text.rfind(mark, 0, at) for mark in "；，：。")
    return text[start + 1 : end if end >= 0 else len(text)]


def _had(metric: Metric) -> bool:
    """Whether a verb of having tells a figure."""
    return metric.verb in words("verbs", "having") and metric.verb != "有"


def _to_come(period: Period, published: date) -> bool:
    """Whether a stretch of time begins after the day of publication."""
    return period.start is not None and period.start > published + _CLOSING


def _mostly(period: Period, published: date) -> bool:
    """Whether some years of which more than one is yet to come are named by their first and last: 2023至2025年."""
    if period.label or period.as_of or period.start is None or period.end is None:
        return False
    return (period.end - published).days > _YEAR > (published - period.start).days
