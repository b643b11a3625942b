"""Two claims side by side, and the link between them: by their words, by one matter, or by a slip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.bigrams import wide_pairs
from checker.disputes import digits, miswritten, unfinished
from checker.frozen import dataclass, once
from checker.lexicon import words
from checker.linking.evidence.bonds import fallen_sum, miscopied, of_one_matter, of_one_size, turned
from checker.linking.evidence.labels import one_number, two_labels
from checker.linking.evidence.matter import apart
from checker.linking.evidence.odds import odds
from checker.linking.evidence.vagueness import definite, vague
from checker.linking.evidence.vouching import slipped
from checker.linking.evidence.weighing import enough
from checker.linking.gate import Gate, gate, one_dimension
from checker.linking.numbers.slips import Slip, slip_between
from checker.linking.when.times import NEAR, when
from checker.linking.whose.gatherings import of_one_gathering
from checker.linking.whose.kinship import Kinship, kinship
from checker.linking.wording.editions import of_one_list, of_two_lists
from checker.linking.wording.measures import lasting, level, of_one_measure
from checker.linking.wording.namesakes import named_beside
from checker.linking.wording.profile import Profile, is_telling
from checker.linking.wording.rises import risen
from checker.linking.wording.scoring import THRESHOLD, far_apart, like, scored
from checker.model import Behaviour, Claim, Link

if TYPE_CHECKING:
    from checker.linking.wording.similarity import Likeness

# Within one article the same words are repeated on purpose; less likeness than this is another thing.
_WITHIN = 0.9
_CERTAIN = 0.95
_THRICE = 3
# Names this alike are of one thing where a slip is all that sets their numbers apart.
_NAMED = 0.85
# Names this alike are of one measure where both tell it of the whole country.
_ALIKE_NAMES = 0.775
# So many digits, two of them turned, are no chance.
_FOUR = 4
# So many words tell at length what is measured.
_LENGTH = 2
_COUNTRY = frozenset({"", "全国", "中国", "我国"})
_MONTH = 27
# A level that a verb tells as a deed is of one day in papers so many days apart.
_SEASON = 60
_SAME_FIRST = 0.72
# The words that two descriptions of what is first must share, where nothing else says that it is one thing.
_TELLING = 4
_DIGITS = re.compile(r"[\d.,％%０-９一二三四五六七八九十百千万亿几数两零〇]+")


@dataclass(frozen=True)
class Pair:
    """Two claims with their profiles, and what each word of a metric weighs.

    ``anchored``: both qualify one and the same amount (立项226项，居全省第二; 立项226项，列第三).
    ``alongside``: that amount may have few digits (8万吨，居全国第二; 8万吨，居全国首位).
    """

    x: Claim
    y: Claim
    p: Profile
    q: Profile
    weight: Mapping[str, float]
    anchored: bool = False
    alongside: bool = False

    @once
    def like(self) -> tuple[Likeness, bool]:
        """The likeness of the two names, and whether their verbs' subjects were part of the comparison."""
        return like(self)

    @once
    def alike(self) -> float:
        """How alike the two sentences are but for their numbers."""
        return sentence_likeness(self.x.sentence.text, self.y.sentence.text)

    @once
    def kin(self) -> Kinship:
        """How well it is known that both have one subject."""
        return kinship(self.x, self.y, self.alike)

    @once
    def scored(self) -> tuple[float, tuple[str, ...]]:
        """The score of the pair with its reasons."""
        return scored(self)

    @once
    def equal(self) -> bool:
        """Whether both state one and the same number of at least three digits: a coincidence is unlikely."""
        return self.of_digits(_THRICE)

    def of_digits(self, least: int) -> bool:
        """Whether both state one and the same number of so many digits at the least, zeros at its end aside."""
        x, y = self.x.figure.value, self.y.figure.value
        a, b = (x.point, y.point) if x is not None and y is not None else (None, None)
        if a is None or b is None or a.numerator != b.numerator:
            return False  # most pairs
        return a == b and len(str(a.numerator).rstrip("0")) >= least

    @once
    def bond(self) -> float:
        """The score that two names have by the matter which both articles tell of; 0 where that is not one."""
        return of_one_matter(self)

    @once
    def measure(self) -> tuple[str, float]:
        """The measure that both tell, whatever each calls it, and what that is worth; "" and 0 where there is none."""
        return of_one_measure(self) if self.p.measures and self.q.measures else ("", 0.0)

    @once
    def held(self) -> Gate:
        """Whether the two may be compared, by kind, unit, scope, status, behaviour and period."""
        return gate(self.x, self.y, self.p, self.q)

    @once
    def apart(self) -> str:
        """Why the two are of two matters or moments though their names are one; "" where nothing says so."""
        return apart(self)

    @once
    def slip(self) -> Slip:
        """The slip of the pen that sets the two numbers apart."""
        return slip_between(self.x, self.y)

    @once
    def turned(self) -> bool:
        """Whether the two numbers have the same digits, two of them in another order."""
        return turned(self)

    @once
    def miscopied(self) -> bool:
        """Whether the two numbers differ by their zeros or by two digits in another order."""
        return miscopied(self)

    @once
    def of_one_size(self) -> bool:
        """Whether the two numbers are so near that one of them may be wrong, or a slip sets them apart."""
        return of_one_size(self)

    @once
    def one_dimension(self) -> bool:
        """Whether both numbers are of one dimension."""
        return one_dimension(self.x, self.y, self.p, self.q)

    @property
    def within(self) -> bool:
        """Whether both stand in one article."""
        return self.x.article.id == self.y.article.id


# Why a growth that is told without its level is not compared with what it may be of.
RISE = "growth"
_RISING = {"growth", "quantity"}
# Why two claims are not compared whose names no test finds alike enough.
UNLIKE = "unlike"


def linked(pair: Pair, a: int, b: int) -> Link | None:
    """The link between two claims, by their indices ``a`` and ``b``; None where they speak of different things."""
    if {pair.p.group, pair.q.group} == _RISING:
        score = risen(pair)
        return Link(a, b, round(score, 3), ("一处只说增幅",), RISE, "unknown", strong=True) if score else None
    found = _linked(pair, a, b)
    probable = odds(pair) if pair.p.group == pair.q.group and not of_two_lists(pair) else 0.0
    if not probable:
        return found
    said = f"各项合起来，可能性 {probable:.2f}"
    if found is not None:
        sure = found.refusal in ("", "label")  # what is linked, or told apart, by a test of its own
        return replace(found, odds=probable, reasons=found.reasons if sure else (*found.reasons, said))
    score, alike = round(min(pair.scored[0], 1.0), 3), round(pair.alike, 3)
    return Link(a, b, score, (said,), UNLIKE, pair.held.time, pair.held.sure, alike, odds=probable)


def _linked(pair: Pair, a: int, b: int) -> Link | None:
    """The link between two claims for which one test is enough."""
    x, y, p, q = pair.x, pair.y, pair.p, pair.q
    qualifies = pair.within and x.sentence.index == y.sentence.index and x.lead == y.key
    if p.group != q.group or qualifies:
        return None
    if pair.of_digits(2) and (contrary := two_labels(pair)):
        return Link(a, b, max(pair.scored[0], THRESHOLD), (contrary,), "label", "same", alike=round(pair.alike, 3))
    if named_beside(pair):
        return None
    plain = _by_matter(pair, _by_words(pair, a, b), a, b)
    if plain is None and one_number(pair):
        return Link(a, b, pair.scored[0], ("数值相等",), "names", "same", alike=round(pair.alike, 3))
    if pair.kin != Kinship.STRONG and not (is_telling(p.words) and is_telling(q.words)):
        return plain
    return plain if pair.slip is Slip.NONE else _by_slip(pair, pair.slip, plain, a, b)


def _by_slip(pair: Pair, slip: Slip, plain: Link | None, a: int, b: int) -> Link | None:
    """The link between two claims whose numbers a slip sets apart; ``plain``, by words, where that says more."""
    if pair.kin != Kinship.STRONG and not _told_apart_by_slip(pair, slip) and not enough(pair, slip):
        return plain
    held, (score, reasons) = pair.held, pair.scored
    score = slipped(pair, min(max(score, pair.bond), 1.0), slip, held, pair.apart)
    if not score:
        return plain
    if plain is not None and not plain.refusal and plain.time == "same" and slip is not Slip.MEASURE:
        return replace(plain, score=max(plain.score, score), reasons=(*plain.reasons, slip.value))
    refusal = "unit" if slip is Slip.MEASURE else ""
    return Link(a, b, score, (*reasons, slip.value), refusal, "same", sure=False, alike=round(pair.alike, 3))


def _told_apart_by_slip(pair: Pair, slip: Slip) -> bool:
    """Whether a slip of the number is all that sets two claims of telling names apart, whoever they are told of."""
    if slip is Slip.UNIT:
        return False
    least = _ALIKE_NAMES if slip is Slip.SWAP and miswritten(pair.x, pair.y) >= _FOUR else _NAMED
    return pair.scored[0] >= least and not vague(pair)


def _by_words(pair: Pair, a: int, b: int) -> Link | None:
    """The link between two claims of one sort whose names are alike enough; None where they are not."""
    least = _least(pair)  # most pairs have not one subject: that is told sooner than how alike their names are
    if least is None:
        return None
    score, reasons = pair.scored
    if score < max(least, _WITHIN if pair.within else THRESHOLD) or vague(pair):
        return None
    g = of_one_list(pair, _of_one_level(pair, pair.held))
    if g.time == "same" and _strange(pair):
        return None
    refusal = (pair.apart if g.refusal in ("", "status") else "") or g.refusal
    strong = pair.kin == Kinship.STRONG
    score, alike = round(min(score, 1.0), 3), round(pair.alike, 3)
    return Link(a, b, score, reasons, refusal, g.time, g.sure, alike, strong, _narrower(pair))


def _strange(pair: Pair) -> bool:
    """Whether two names are not quite one, or of one article, and two amounts so unlike that no slip makes them one."""
    if pair.p.group != "quantity" or (pair.like[0].score >= _CERTAIN and not pair.within):
        return False
    a, b = (c.value.point if c.value is not None else None for c in (pair.x, pair.y))
    return far_apart(pair, _THRICE) and not (a and b and digits(a) == digits(b))


def _of_one_level(pair: Pair, held: Gate) -> Gate:
    """How two claims are held apart; what tells one measure of a thing is a level, whatever verb each puts to it."""
    x, y = pair.x.article.published, pair.y.article.published
    if held.sure or held.refusal not in ("", "period", "behaviour"):
        return held
    if pair.measure[0] and of_one_gathering(pair):
        return Gate("", "same", sure=False)
    if held.refusal != "behaviour" or not level(pair):
        return held
    if Behaviour.CUMULATIVE in (pair.x.behaviour, pair.y.behaviour):
        return held
    soon = bool(x and y) and abs((x - y).days) <= _SEASON  # type: ignore[operator]
    return Gate("", "same", sure=False) if lasting(pair) or soon else held


def _by_matter(pair: Pair, plain: Link | None, a: int, b: int) -> Link | None:
    """The link between two claims of one time that one matter makes one thing; ``plain``, by words, where it says more.

    What the names are too short or too unlike to tell is told by the matter.
    """
    if plain is not None and pair.held.refusal not in ("", "status"):
        return plain  # no matter makes up for that
    told = plain is not None and not plain.refusal and (plain.time == "same" or not pair.measure[0])
    if not pair.bond or (told and plain is not None and plain.score >= pair.bond):
        return plain
    g = pair.held
    refusals = {g.refusal, pair.apart if g.refusal in ("", "status") else ""} - {"", "matter"}
    refusals -= {"instance"} if fallen_sum(pair) else set()
    near = (
        g.time == "same"
        or (_of_one_season(pair, g) and not _grown(pair, g))
        or ((pair.turned or pair.miscopied) and not g.sure and g.time != "unknown")
    )
    fallen = not near and fallen_sum(pair)
    if not (near or fallen) or not refusals <= ({"status"} if pair.turned else set()):
        return plain
    if _still_counting(pair.x) != _still_counting(pair.y):
        return plain
    reasons = (*pair.scored[1], "两篇另有数字相同")
    return Link(a, b, pair.bond, reasons, "", g.time if fallen else "same", g.sure and not fallen, round(pair.alike, 3))


def _grown(pair: Pair, held: Gate) -> bool:
    """Whether the later of two numbers is the greater, and no slip: what goes on grows from day to day."""
    low, high = (pair.x, pair.y) if held.time == "before" else (pair.y, pair.x)
    a, b = (c.value.low if c.value is not None else None for c in (low, high))
    return bool(a and b and b > a) and not pair.turned and not pair.miscopied


def _still_counting(claim: Claim) -> bool:
    """Whether a claim is printed before the time ends that it tells of."""
    return claim.behaviour == Behaviour.FLOW and unfinished(claim)


def _of_one_season(pair: Pair, held: Gate) -> bool:
    """Whether two papers tell a level a few weeks apart and neither says of what day."""
    days = [c.article.published for c in (pair.x, pair.y)]
    now = all(c.period is not None and c.period.end == c.article.published for c in (pair.x, pair.y))  # 目前, 眼下
    if (held.sure and not now) or held.time not in ("before", "after") or None in days:
        return False
    stock = all(c.behaviour == Behaviour.STOCK for c in (pair.x, pair.y))
    return stock and abs((days[0] - days[1]).days) <= NEAR  # type: ignore[operator]


def _narrower(pair: Pair) -> str:
    """Which side's metric is the other's with words more: 既有住宅加装电梯 beside 加装电梯."""
    like, _ = pair.like
    one, other = pair.x.scope, pair.y.scope
    if bool(one.org) != bool(other.org) or like.soft or bool(like.only_a) == bool(like.only_b):
        return ""
    return "a" if like.only_a else "b"


def _least(pair: Pair) -> float | None:
    """How high two claims must score that have one subject, or names that need none; None where no score is enough."""
    if pair.kin == Kinship.STRONG:
        return 0.0
    if pair.kin == Kinship.NONE:
        if pair.p.group == "first" and len({*pair.p.words} & {*pair.q.words}) >= _TELLING:
            return _SAME_FIRST
        return _CERTAIN if _of_the_country(pair) else None
    if _of_the_country(pair):
        return _ALIKE_NAMES
    return _CERTAIN if _stands_alone(pair) else None


def _of_the_country(pair: Pair) -> bool:
    """Whether both tell one measure of the whole country, named at length, for one stated stretch of months."""
    x, y, p = pair.x, pair.y, pair.x.period
    if not (nationwide(x, pair.p) and nationwide(y, pair.q)):
        return False
    if p is None or p.start is None or p.end is None or p.start.day != 1 or (p.end - p.start).days < _MONTH:
        return False
    if when(x, y) != ("same", True):
        return False
    like, _ = pair.like
    return not any(w.startswith("非") for w in (*like.only_a, *like.only_b))


def nationwide(claim: Claim, p: Profile) -> bool:
    """Whether a claim may be of the whole country, at a stated time, and its name says at length what of it."""
    if claim.scope.place not in _COUNTRY or claim.scope.org or len(p.words) < _LENGTH:
        return False
    return claim.period is not None and claim.period.explicit and definite(claim)


def _stands_alone(pair: Pair) -> bool:
    """Whether a metric's name is enough: told as a level or an amount, equal on both sides, and no common noun."""
    x, y, p = pair.x, pair.y, pair.p
    if x.scope.part != y.scope.part or not (definite(x) and definite(y)):
        return False
    if p.group in ("first", "rank"):
        return True
    return not all(w in words("terms", "common") for w in p.words) and (len(p.words) > 1 or p.group == "quantity")


@lru_cache(maxsize=16384)
def bigrams(text: str) -> frozenset[int]:
    """The two characters that stand side by side at each place of a text but for its numbers, as numbers."""
    return frozenset(wide_pairs(_DIGITS.sub("0", text)))


def sentence_likeness(a: str, b: str) -> float:
    """How alike two sentences are but for their numbers: shared character pairs over all, 0..1.

    >>> sentence_likeness("现有企业12家", "现有企业15家")
    1.0
    >>> sentence_likeness("现有企业12家", "")
    0.0
    """
    x, y = bigrams(a), bigrams(b)
    if not x or not y:
        return 0.0
    shared = len(x & y)
    return shared / (len(x) + len(y) - shared)
