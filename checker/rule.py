"""All that a rule may see: base classes, examples, and the helpers a rule reports with.

A rule is one frozen dataclass in one file. Its docstring is its page, its fields are its options, its
examples are its tests: a clash must be reported at exactly the marked places, a clean must not be.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from checker import patterns
from checker import patterns as re
from checker.alignment import Twin, agrees, comparable, hedged, likeness, near, retold, transposed, twins
from checker.antecedents import antecedent, goes_on
from checker.arithmetic import (
    added,
    alike,
    amounts_in,
    by_sentence,
    gap,
    intervals,
    months_between,
    numbers_in,
    parts_of,
    phrase,
    ratio,
    years_between,
)
from checker.baselines import led_to, set_out_from
from checker.breakdowns import breakdowns
from checker.changes import Change, changes
from checker.claims.metrics.readings import clause_start
from checker.clauses import one_more, one_too_many, told_each
from checker.completed import completed
from checker.disputes import (
    accounted,
    base,
    clash,
    difference,
    digits,
    disputes,
    exact,
    interval,
    known_on,
    level,
    miswritten,
    name_of,
    point,
    reached,
    side_by_side,
    slip,
    strain,
    strangers,
    tells,
    timed,
    told,
    told_all,
    unfinished,
)
from checker.ends import ends, like
from checker.entries import Departure, Entry
from checker.figures.dates import impossible, weekday
from checker.figures.intervals import Interval, describe, disjoint, show
from checker.figures.units import dimension, interchangeable, one_each
from checker.frozen import dataclass
from checker.happenings import closing, turning_points
from checker.headed import closed, listed_below, opened, some
from checker.lasting import lasted
from checker.lengths import Length, length
from checker.lists import Listed, listed, named_before, named_behind, tightly_listed
from checker.means import Mean, made, means, per, slipped_mean
from checker.members import some_of
from checker.model import (
    Behaviour,
    Claim,
    Comparator,
    Discrepancy,
    Extraction,
    Fact,
    Kind,
    Level,
    Link,
    Number,
    Period,
    RegionKind,
    Sentence,
    Span,
    Status,
    Value,
    Verdict,
)
from checker.movement import DOWN, UP
from checker.naming import complement, names_of, opposed, parallel, same_end
from checker.nesting import (
    above,
    listed_with,
    named_again,
    narrower,
    of_a_longer_time,
    qualified,
    turns,
    unlike,
    within,
)
from checker.numeronyms import miscounted
from checker.passages import again, between, kept_on, passages, served
from checker.portions import Portion, portions
from checker.proofs import adds_up, moved, ran_on
from checker.reckoned import reckoned
from checker.remade import explained, makes
from checker.remainders import remainders
from checker.shares import rated, takes
from checker.since import anniversaries, counted, since
from checker.slipped import leading_slips, respelt, slipped
from checker.spans import spans
from checker.stated import factor
from checker.steps import grown, grown_so, slipped_step, steps, times_told
from checker.stretches import stretches
from checker.thirds import misnamed, misowned
from checker.totals import (
    exceeds,
    more,
    of_all,
    one_list,
    open_ended,
    partial,
    run_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "DOWN",
    "UP",
    "ArticleRule",
    "Behaviour",
    "Change",
    "Claim",
    "Clash",
    "Clean",
    "Comparator",
    "Departure",
    "Discrepancy",
    "Entry",
    "Example",
    "Extraction",
    "Fact",
    "FactRule",
    "Interval",
    "Kind",
    "Length",
    "Level",
    "Link",
    "Listed",
    "Mean",
    "Number",
    "Period",
    "Portion",
    "RegionKind",
    "Rule",
    "Sample",
    "Sentence",
    "Span",
    "Status",
    "Twin",
    "Value",
    "Verdict",
    "above",
    "accounted",
    "added",
    "adds_up",
    "again",
    "agrees",
    "alike",
    "amounts_in",
    "anniversaries",
    "antecedent",
    "base",
    "between",
    "breakdowns",
    "by_sentence",
    "changes",
    "clash",
    "clause_start",
    "closed",
    "closing",
    "comparable",
    "complement",
    "completed",
    "counted",
    "day",
    "describe",
    "difference",
    "digits",
    "dimension",
    "disjoint",
    "disputes",
    "ends",
    "exact",
    "exceeds",
    "explained",
    "factor",
    "gap",
    "goes_on",
    "grown",
    "grown_so",
    "hedged",
    "impossible",
    "interchangeable",
    "interval",
    "intervals",
    "kept_on",
    "known_on",
    "lasted",
    "leading_slips",
    "led_to",
    "length",
    "level",
    "like",
    "likeness",
    "listed",
    "listed_below",
    "listed_with",
    "made",
    "makes",
    "means",
    "miscounted",
    "misnamed",
    "misowned",
    "miswritten",
    "months_between",
    "more",
    "moved",
    "name_of",
    "named_again",
    "named_before",
    "named_behind",
    "names_of",
    "narrower",
    "near",
    "numbers_in",
    "of_a_longer_time",
    "of_all",
    "one_each",
    "one_list",
    "one_more",
    "one_too_many",
    "open_ended",
    "opened",
    "opposed",
    "parallel",
    "partial",
    "parts_of",
    "passages",
    "patterns",
    "per",
    "phrase",
    "point",
    "portions",
    "qualified",
    "ran_on",
    "rated",
    "ratio",
    "reached",
    "reckoned",
    "remainders",
    "respelt",
    "retold",
    "run_of",
    "same_end",
    "served",
    "set_out_from",
    "show",
    "side_by_side",
    "since",
    "slip",
    "slipped",
    "slipped_mean",
    "slipped_step",
    "some",
    "some_of",
    "spans",
    "steps",
    "strain",
    "strangers",
    "stretches",
    "takes",
    "tells",
    "tightly_listed",
    "timed",
    "times_told",
    "told",
    "told_all",
    "told_each",
    "transposed",
    "turning_points",
    "turns",
    "twins",
    "unfinished",
    "unlike",
    "weekday",
    "within",
    "years_between",
]

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True)
class Sample:
    """An article of an example: its text and, where they matter, its date, title, place and source.

    ``⟦…⟧`` marks a figure that the report must point at.
    """

    text: str
    date: date = date(2025, 12, 15)
    title: str = ""
    place: str = ""
    source: str = ""


class Example:
    """Articles that a rule is shown, with entries of a ledger if it needs one, and what it must say of them."""

    def __init__(self, *articles: str | Sample | Entry, because: str = "") -> None:
        """Take the articles in order; a bare string is an article of the default day."""
        self.articles: tuple[Sample | Entry, ...] = tuple(Sample(a) if isinstance(a, str) else a for a in articles)
        self.because = because


class Clash(Example):
    """Articles that the rule must report, at exactly the marked figures, as one discrepancy."""


class Clean(Example):
    """Articles that look alike and must not be reported; ``because`` says why, in an editor's words."""


class Rule(ABC):
    """A defect that Kanwu reports. Subclasses are frozen dataclasses whose fields are the rule's options.

    ``code``: KW and three digits. ``level``: the default, and the loudest the rule may get unless configured.
    ``rank``: where several rules hold of one pair the one with the lowest rank reports it, the others are
    named in ``also``, but for those of ranks 800 to 899, which speak only where no other does.
    ``examples``: at least one clash and one clean. ``of_ledger``: it holds articles against the ledger of
    confirmed facts, whose entries no other rule is shown. The name is the class name in kebab
    case; the file carries the same name in snake case.
    """

    code: ClassVar[str]
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 1000
    examples: ClassVar[tuple[Example, ...]] = ()
    of_ledger: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The rule's name, as users select it.

        >>> class FallingTotal(Rule): ...
        >>> FallingTotal().name
        'falling-total'
        """
        return _CAMEL.sub("-", type(self).__name__).lower()

    def report(  # noqa: PLR0913 - the fields of a report, all but two by name
        self,
        claims: Sequence[Claim],
        message: str,
        *,
        work: str = "",
        level: Level | None = None,
        verdict: Verdict = Verdict.SUSPECT,
        repair: str | None = None,
    ) -> Discrepancy:
        """A discrepancy of this rule over ``claims`` (two or more witnesses, or one that is wrong by itself)."""
        return Discrepancy(
            code=self.code,
            rule=self.name,
            level=level or self.level,
            verdict=verdict,
            message=message,
            claims=tuple(claims),
            work=work,
            repair=repair,
            rank=self.rank,
        )


class FactRule(Rule):
    """A rule that judges the claims of one fact, from one article or many."""

    @abstractmethod
    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """What this rule finds wrong between the claims of ``fact``."""


class ArticleRule(Rule):
    """A rule that judges one article by itself."""

    @abstractmethod
    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """What this rule finds wrong within one article."""


def day(year: int, month: int, of_month: int) -> date:
    """The publication day of a sample."""
    return date(year, month, of_month)
