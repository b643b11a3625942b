"""How surely two claims speak of one thing: a score with its reasons, and the link it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from sys import intern

from checker import patterns as re
from checker.claims.deeds import same_deed
from checker.claims.segments import is_verb
from checker.disputes import miswritten
from checker.frozen import dataclass, once
from checker.lexicon import load, words
from checker.linking.bonds import of_one_matter, turned
from checker.linking.bonds import slipped as slipped_apart
from checker.linking.contexts import nameless, titled, told_around
from checker.linking.gate import NEAR, Gate, gate, same_org, when
from checker.linking.kinship import Kinship, kinship
from checker.linking.kinship import broad as large
from checker.linking.matter import apart
from checker.linking.profile import Profile
from checker.linking.similarity import Likeness, likeness, overlap
from checker.linking.slips import Slip, slip_between, slipped
from checker.model import Behaviour, Claim, Link, Status

# Two claims whose score is lower speak of different things.
THRESHOLD = 0.62
# Within one article the same words are repeated on purpose; less likeness than this is another thing.
_WITHIN = 0.9
_HALF = 0.4
_CERTAIN = 0.95
# Names this alike are of one thing where a slip is all that sets their numbers apart.
_NAMED = 0.85
# Names this alike are of one measure where both tell it of the whole country.
_ALIKE_NAMES = 0.775
# Counts further apart are of all there are, and of those that do something.
_TWICE, _TEN = 2, 10
# What is left of the cost of a word that one name lacks where it stands at the figure; where it stands in the title.
_BESIDE, _TITLED = 0.15, 0.4
# So many digits, two of them turned, are no chance.
_FOUR = 4
_COUNTRY = frozenset({"", "全国", "中国", "我国"})
_MONTH = 27
_TEMPLATE = 0.4
_SAME_FIRST = 0.72
# The words that two descriptions of what is first must share, where nothing else says that it is one thing.
_TELLING = 4
# Sentences this alike speak of one thing though a common noun is all that names it.
_ALIKE = 0.3
_DIGITS = re.compile(r"[\d.,％%０-９一二三四五六七八九十百千万亿几数两零〇]+")


@dataclass(frozen=True)
class Pair:
    """Two claims with their profiles, and what each word of a metric weighs.

    ``anchored``: both qualify one and the same amount (立项226项，居全省第二; 立项226项，列第三).
    """

    x: Claim
    y: Claim
    p: Profile
    q: Profile
    weight: Mapping[str, float]
    anchored: bool = False

    @once
    def like(self) -> tuple[Likeness, bool]:
        """The likeness of the two names, and whether their verbs' subjects were part of the comparison."""
        return _like(self)

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
        return _scored(self)

    @once
    def equal(self) -> bool:
        """Whether both state one and the same number of at least three digits: a coincidence is unlikely."""
        a, b = (c.value.point if c.value else None for c in (self.x, self.y))
        return a is not None and a == b and len(str(a.numerator).rstrip("0")) > 2

    @once
    def bond(self) -> float:
        """The score that two names have by the matter which both articles tell of; 0 where that is not one."""
        return of_one_matter(self)

    @property
    def within(self) -> bool:
        """Whether both stand in one article."""
        return self.x.article.id == self.y.article.id


def linked(pair: Pair, a: int, b: int) -> Link | None:
    """The link between two claims, by their indices ``a`` and ``b``; None where they speak of different things."""
    x, y, p, q = pair.x, pair.y, pair.p, pair.q
    qualifies = pair.within and x.sentence.index == y.sentence.index and x.lead == y.key
    if p.group != q.group or qualifies:
        return None
    plain = _by_matter(pair, _by_words(pair, a, b), a, b)
    if pair.kin != Kinship.STRONG and not (_telling(p.words) and _telling(q.words)):
        return plain
    slip = slip_between(x, y)
    return plain if slip is Slip.NONE else _by_slip(pair, slip, plain, a, b)


def _by_slip(pair: Pair, slip: Slip, plain: Link | None, a: int, b: int) -> Link | None:
    """The link between two claims whose numbers a slip sets apart; ``plain``, by words, where that says more."""
    if pair.kin != Kinship.STRONG and not _told_apart_by_slip(pair, slip):
        return plain
    held, (score, reasons) = gate(pair.x, pair.y, pair.p, pair.q), pair.scored
    score = slipped(pair, min(max(score, pair.bond), 1.0), slip, held, apart(pair))
    if not score:
        return plain
    if plain is not None and not plain.refusal and plain.time == "same":
        return replace(plain, score=max(plain.score, score), reasons=(*plain.reasons, slip.value))
    refusal = "unit" if slip is Slip.MEASURE else ""
    return Link(a, b, score, (*reasons, slip.value), refusal, "same", sure=False, alike=round(pair.alike, 3))


def _told_apart_by_slip(pair: Pair, slip: Slip) -> bool:
    """Whether a slip of the number is all that sets two claims of telling names apart, whoever they are told of."""
    if slip is Slip.UNIT:
        return False
    least = _ALIKE_NAMES if slip is Slip.SWAP and miswritten(pair.x, pair.y) >= _FOUR else _NAMED
    return pair.scored[0] >= least and not _vague(pair)


@lru_cache(maxsize=65536)
def _telling(named: tuple[str, ...]) -> bool:
    """Whether a name is of two words or more, not all of them common nouns."""
    return len(named) > 1 and not words("terms", "common").issuperset(named)


def _by_words(pair: Pair, a: int, b: int) -> Link | None:
    """The link between two claims of one sort whose names are alike enough; None where they are not."""
    least = _least(pair)  # most pairs have not one subject: that is told sooner than how alike their names are
    if least is None:
        return None
    score, reasons = pair.scored
    if score < max(least, _WITHIN if pair.within else THRESHOLD) or _vague(pair):
        return None
    g = gate(pair.x, pair.y, pair.p, pair.q)
    refusal = (apart(pair) if g.refusal in ("", "status") else "") or g.refusal
    strong = pair.kin == Kinship.STRONG
    score, alike = round(min(score, 1.0), 3), round(pair.alike, 3)
    return Link(a, b, score, reasons, refusal, g.time, g.sure, alike, strong, _narrower(pair))


def _by_matter(pair: Pair, plain: Link | None, a: int, b: int) -> Link | None:
    """The link between two claims of one time that one matter makes one thing; ``plain``, by words, where it says more.

    What the names are too short or too unlike to tell is told by the matter.
    """
    if not pair.bond or (plain is not None and not plain.refusal and plain.score >= pair.bond):
        return plain
    g = gate(pair.x, pair.y, pair.p, pair.q)
    refusals = {g.refusal, apart(pair) if g.refusal in ("", "status") else ""} - {"", "matter"}
    near = (
        g.time == "same"
        or (_of_one_season(pair, g) and not _grown(pair, g))
        or ((turned(pair) or slipped_apart(pair)) and not g.sure and g.time != "unknown")
    )
    if not near or not refusals <= ({"status"} if turned(pair) else set()):
        return plain
    if _still_counting(pair.x) != _still_counting(pair.y):
        return plain
    reasons = (*pair.scored[1], "两篇另有数字相同")
    return Link(a, b, pair.bond, reasons, "", "same", g.sure, round(pair.alike, 3))


def _grown(pair: Pair, held: Gate) -> bool:
    """Whether the later of two numbers is the greater, and no slip: what goes on grows from day to day."""
    low, high = (pair.x, pair.y) if held.time == "before" else (pair.y, pair.x)
    a, b = (c.value.low if c.value is not None else None for c in (low, high))
    return bool(a and b and b > a) and not turned(pair) and not slipped_apart(pair)


def _still_counting(claim: Claim) -> bool:
    """Whether a claim is printed before the time ends that it tells of."""
    end, day = claim.period.end if claim.period else None, claim.article.published
    return claim.behaviour == Behaviour.FLOW and bool(end and day and day < end)


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


def _scored(pair: Pair) -> tuple[float, tuple[str, ...]]:
    """The score of a pair with its reasons; 0 where the names of the metrics are too unlike for anything to help."""
    like, whole = pair.like
    if like.score < THRESHOLD / 2:
        return 0.0, ()
    score, reasons = like.score, list(like.reasons)
    steps = (
        _wholes,
        _sentences,
        _verbs,
        _predicates,
        *([] if whole else [_subjects]),
        _organisations,
        *([_numbers] if like.score > _HALF or pair.anchored else []),
    )
    for step in steps:
        score, why = step(score, pair)
        reasons += why
    return score, tuple(reasons)


def _like(pair: Pair) -> tuple[Likeness, bool]:
    """The likeness of two metric names, and whether their verbs' subjects were part of the comparison.

    What one paper puts before the verb another puts into the name: 课后服务参与学生, 参加课后服务的学生.
    """
    p, q = pair.p, pair.q
    if p.group == "first":
        return overlap(p.words, q.words, pair.weight), True
    plain = likeness(*(_undated(p, q) if p.group == "rank" else (p.words, q.words)), pair.weight)
    if plain.score < 1 and (named := nameless(pair.x, pair.y, p.words, q.words)) is not None:
        plain = max(plain, likeness(*named, pair.weight), key=lambda found: found.score)
    if plain.score < THRESHOLD and (bare := _without_deeds(pair)) is not None:
        plain = likeness(*bare, pair.weight)
    if plain.score < 1 and (rest := _unowned(pair)) is not None:
        plain = max(plain, likeness(*rest, pair.weight), key=lambda found: found.score)
    if plain.score < THRESHOLD and (more := _in_context(pair, plain)) is not None:
        return more, True
    if p.subject == q.subject or plain.score == 1:
        return plain, False
    full = likeness((*p.subject, *p.words), (*q.subject, *q.words), pair.weight)
    return (full, True) if full.score > plain.score else (plain, False)


def _unowned(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The two names without whom both articles tell of, where one begins with it: *白沙机场*旅客吞吐量."""
    if pair.within:
        return None
    told = [{c.scope.org, c.scope.place, *c.article.about} - {""} for c in (pair.x, pair.y)]
    seen = [c.sentence.text + c.article.title for c in (pair.x, pair.y)]
    both = {n for n in told[0] if n in told[1] or n in seen[1]} | {n for n in told[1] if n in seen[0]}
    names = pair.p.words, pair.q.words
    one, other = (next((rest for n in sorted(both) if (rest := _behind(told, n))), told) for told in names)
    return (one, other) if (one, other) != names else None


def _behind(told: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The words of a metric's name behind whose it is; () where it does not begin with that."""
    at, n = 0, 0
    while n < len(told) and at < len(name) and name.startswith(told[n], at):
        at += len(told[n])
        n += 1
    return told[n:] if at == len(name) else ()


def _in_context(pair: Pair, plain: Likeness) -> Likeness | None:
    """The likeness of two names where each paper tells beside its figure what the other put into the name."""
    if pair.within or not plain.score or not (plain.only_a or plain.only_b) or _far_apart(pair):
        return None
    known = (_elsewhere(plain.only_a, pair.y), _elsewhere(plain.only_b, pair.x))
    if not any(known):
        return None
    return likeness(pair.p.words, pair.q.words, pair.weight, known)


def _elsewhere(lost: Sequence[str], claim: Claim) -> dict[str, float]:
    """What is left of the cost of each word that a claim's name lacks and its sentence or its title has."""
    beside = {w: _BESIDE for w in lost if told_around(claim, w)}
    return beside | {w: _TITLED for w in lost if w not in beside and titled(claim, w)}


def _far_apart(pair: Pair) -> bool:
    """Whether two amounts differ by so much that one is likely of a part of what the other is of."""
    if slip_between(pair.x, pair.y) is not Slip.NONE:
        return False
    a, b = (v.point or v.low or v.high if v is not None else None for v in (pair.x.value, pair.y.value))
    return bool(a and b) and max(a, b) > _TWICE * min(a, b)  # type: ignore[operator, type-var]


_YEAR = re.compile(r"20[0-9]{2}")


def _undated(p: Profile, q: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of two lists, without the year that only one of them has."""
    years = [{w for w in one.words if _YEAR.fullmatch(w)} for one in (p, q)]
    if all(years):
        return p.words, q.words
    one, other = (tuple(w for w in told.words if w not in {*years[0], *years[1]}) for told in (p, q))
    return one, other


def _ranked(claim: Claim) -> str:
    """What a list ranks, where that is not merely whose rank it is."""
    told, scope = "".join(claim.metric.subject), claim.scope
    owners = (scope.org, scope.place, *claim.article.about)
    return "" if any(told in name or (name and told.startswith(name)) for name in owners) else told


def _without_deeds(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The two names with what is counted alone, where one tells in one breath what it does: 14台*岸桥*伸展长臂."""
    a, b = (v.low if v is not None else None for v in (pair.x.value, pair.y.value))
    if pair.within or (a and b and max(a, b) > _TWICE * min(a, b)):
        return None  # of all there are so many do it: 2000万贫困人口适合采用…, 7亿贫困人口
    if pair.p.words[-1:] == pair.q.words[-1:] or not (pair.x.metric.counted or pair.y.metric.counted):
        return None
    names = []
    for claim, words_ in ((pair.x, pair.p.words), (pair.y, pair.q.words)):
        counts = bool(claim.metric.counted) and claim.metric.counted == claim.metric.text
        deed = next((i for i, w in enumerate(words_) if i and is_verb(w)), 0) if counts else 0
        names.append(words_[:deed] if deed else words_)
    told = names[0] and names[1] and names[0][-1] == names[1][-1]
    if not told or any(set(name) <= words("terms", "common") for name in names):
        return None
    return (names[0], names[1]) if names != [pair.p.words, pair.q.words] else None


def _wholes(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Lowers the score of parts of different wholes, and of a part against what is told by itself."""
    p, q = pair.p, pair.q
    if p.whole and q.whole:
        like = likeness(p.whole, q.whole, pair.weight)
        return score * (0.5 + 0.5 * like.score), [f"总数相近 {like.score:.2f}"]
    if pair.x.scope.part and pair.y.scope.part:
        return score * 0.7, ["总数不明"]
    if p.whole or q.whole:
        part = p if p.whole else q
        bare = all(w in words("terms", "common") for w in part.words)
        return score * (0.6 if bare else 0.95), ["一处为其中项"]
    return score, []


def _sentences(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Raises the score of claims in one template."""
    if pair.alike < 0.5:
        return score, []
    return score + (1 - score) * 0.6 * pair.alike, [f"句子相近 {pair.alike:.2f}"]


def _numbers(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Raises the score of equal numbers, and of what is told of equal numbers."""
    if score >= 1 or not (pair.equal or pair.anchored):
        return score, []
    return score + (1 - score) * 0.5, ["数值相等" if pair.equal else "所说的数相等"]


def _verbs(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Raises the score of claims that one verb carries."""
    verb = pair.x.metric.verb
    if _two_steps(verb, pair.y.metric.verb):
        return score * 0.7, [f"一处{verb}，一处{pair.y.metric.verb}"]
    if not verb or verb != pair.y.metric.verb or score >= 1:
        return score, []
    return score + (1 - score) * 0.15, [f"同为“{verb}”"]


def _two_steps(a: str, b: str) -> bool:
    """Whether two verbs are two steps of one matter (生产, 销售), so that what was done need not be as much."""
    return bool(a and b) and a != b and any(a in steps and b in steps for steps in _steps())


@cache
def _steps() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(str(steps).split()) for steps in load("verbs")["steps"])


def _predicates(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Lowers the score where the counted things did different things, or only one side says what they did."""
    a, b = pair.x.metric.predicate, pair.y.metric.predicate
    if not (a or b) or pair.alike >= 0.5 or same_deed(a, b):
        return score, []
    a, b = a[:8], b[:8]
    if not (a and b):
        return score * 0.85, ["一处另有谓语"]
    shared = len(set(a) & set(b)) / max(len(set(a) | set(b)), 1)
    return score * (0.7 + 0.3 * shared), [f"谓语相近 {shared:.2f}"]


def _subjects(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Lowers the score where the verbs have unlike subjects, or only one has any."""
    of_list = pair.p.group == "rank"
    a, b = (_ranked(c) if of_list else "".join(c.metric.subject) for c in (pair.x, pair.y))
    if a and b:
        shared = len(set(a) & set(b)) / min(len(set(a)), len(set(b)))
        return score * (0.6 + 0.4 * shared), [f"主语相近 {shared:.2f}"] if shared < 1 else []
    if not (a or b):
        return score, []
    subject, other = (pair.p.subject, pair.y) if a else (pair.q.subject, pair.x)
    if not pair.within and all(w in other.sentence.text or titled(other, w) for w in subject):
        return score, []
    verb = pair.x.metric.verb
    acting = bool(verb) and verb == pair.y.metric.verb and not pair.within
    acting = acting and not any(map(_of_some, (pair.x, pair.y)))
    return score * (0.9 if acting or of_list else 0.7), ["一处另有主语"]


def _of_some(claim: Claim) -> bool:
    """Whether who did it are so many of several: *5个行业*新增利润333亿元."""
    subject = claim.metric.subject[:1]
    return (
        bool(subject)
        and re.search(
            rf"[0-9一二两三四五六七八九十][个家类大种]{re.escape(subject[0])}",
            claim.sentence.text[: claim.figure.start],
        )
        is not None
    )


def _organisations(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Lowers the score where only one side is told of an organisation."""
    x, y = pair.x.scope, pair.y.scope
    if pair.p.group == "first" or bool(x.org) == bool(y.org):
        return score, []
    return score * (0.95 if x.main or y.main else 0.8), []


def _vague(pair: Pair) -> bool:
    """Whether too little is said of what is counted for sentences as unlike as these."""
    if _both_told(pair):
        return True
    if pair.alike < _ALIKE and _bare(pair):
        return not _year_on_year(pair)
    return pair.alike < _TEMPLATE and not pair.equal and not _regraded(pair) and _indefinite(pair)


def _both_told(pair: Pair) -> bool:
    """Whether two sentences, much alike, each tell both numbers, so that they are of two things: 单独20家、综合27家."""
    a, b = pair.x, pair.y
    same = a.metric.predicate == b.metric.predicate and pair.p.words == pair.q.words
    if same or a.text == b.text or a.lead or b.lead:
        return False
    both = a.text in b.sentence.text and b.text in a.sentence.text
    return both and pair.p.group == "quantity" and pair.alike >= _HALF


def _year_on_year(pair: Pair) -> bool:
    """Whether one name is told of the same stated stretch of two years, in numbers of one size, of one subject."""
    x, y, p, q = pair.x, pair.y, pair.x.period, pair.y.period
    if pair.within or not x.behaviour == y.behaviour == Behaviour.FLOW:
        return False
    if p is None or q is None or not (p.explicit and q.explicit) or None in (p.start, p.end, q.start, q.end):
        return False
    days = [(d.month, d.day) for d in (p.start, p.end, q.start, q.end)]  # type: ignore[union-attr]
    years = p.start.year != q.start.year  # type: ignore[union-attr]
    return years and days[:2] == days[2:] and not _far_apart(pair) and pair.kin == Kinship.STRONG


def _regraded(pair: Pair) -> bool:
    """Whether one number of one name is told of two grades: 省级示范村17个, 国家级示范村17个."""
    a, b = (c.value.point if c.value else None for c in (pair.x, pair.y))
    graded = pair.x.scope.levels and pair.y.scope.levels and pair.x.scope.levels != pair.y.scope.levels
    return bool(graded) and a is not None and a == b and a > _TEN and pair.like[0].score >= _CERTAIN


def _bare(pair: Pair) -> bool:
    """Whether nothing but a common noun (项目, 学校) names what is counted on one side."""
    x, y, p, q = pair.x, pair.y, pair.p, pair.q
    totals, common = words("terms", "totals"), words("terms", "common")
    if x.metric.verb in totals or y.metric.verb in totals or (x.scope.levels and y.scope.levels):
        return False
    if x.metric.verb.startswith("新") and x.metric.verb == y.metric.verb:
        return False
    shorter = min(((*p.subject, *p.words), (*q.subject, *q.words)), key=len)
    if len(shorter) == 1 and shorter[0] in words("terms", "flow" if pair.within else "broad"):
        # 进出口总值 of a town is its 进出口; of a country there is trade of many sorts
        told = x.metric.text == y.metric.text or not (large(x.scope.place) or large(y.scope.place))
        if pair.within or not (x.scope.explicit and y.scope.explicit and told):
            return True
    # A measure of an organisation that both name is of that organisation: 文体中心占地36亩.
    owned = bool(x.scope.org and y.scope.org) and same_org(x.scope.org, y.scope.org)
    if len(shorter) == 1 and shorter[0] in common and not (owned and shorter[0] in words("terms", "fixed")):
        return True
    return not owned and all(w in words("terms", "attributes") for w in shorter)


def _indefinite(pair: Pair) -> bool:
    """Whether two counts without a stretch of time are of some and not of all there are, so that each can be right."""
    x, y = pair.x, pair.y
    told = x.behaviour == y.behaviour == Behaviour.STOCK and x.status == y.status == Status.ACTUAL
    dated = all(c.period is not None and c.period.explicit and c.period.as_of for c in (x, y))
    return pair.p.group == "quantity" and told and not dated and not (_definite(x) and _definite(y))


def _definite(claim: Claim) -> bool:
    """Whether a count is of all there are (企业达到9家, 共有9家企业), and not of some (9家企业参展)."""
    metric = claim.metric
    return not metric.event and (metric.level or not metric.counted)


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
    if not _COUNTRY.issuperset((x.scope.place, y.scope.place)) or x.scope.org or y.scope.org:
        return False
    if p is None or p.start is None or p.end is None or p.start.day != 1 or (p.end - p.start).days < _MONTH:
        return False
    if min(len(pair.p.words), len(pair.q.words)) < 2 or not (_definite(x) and _definite(y)):
        return False
    if when(x, y) != ("same", True):
        return False
    like, _ = pair.like
    return not any(w.startswith("非") for w in (*like.only_a, *like.only_b))


def _stands_alone(pair: Pair) -> bool:
    """Whether a metric's name is enough: told as a level or an amount, equal on both sides, and no common noun."""
    x, y, p = pair.x, pair.y, pair.p
    if x.scope.part != y.scope.part or not (_definite(x) and _definite(y)):
        return False
    if p.group in ("first", "rank"):
        return True
    return not all(w in words("terms", "common") for w in p.words) and (len(p.words) > 1 or p.group == "quantity")


@lru_cache(maxsize=16384)
def _bigrams(text: str) -> frozenset[str]:
    plain = _DIGITS.sub("0", text)
    return frozenset([intern(plain[i : i + 2]) for i in range(len(plain) - 1)])


def sentence_likeness(a: str, b: str) -> float:
    """How alike two sentences are but for their numbers: shared character pairs over all, 0..1.

    >>> sentence_likeness("现有企业12家", "现有企业15家")
    1.0
    >>> sentence_likeness("现有企业12家", "")
    0.0
    """
    x, y = _bigrams(a), _bigrams(b)
    if not x or not y:
        return 0.0
    shared = len(x & y)
    return shared / (len(x) + len(y) - shared)
