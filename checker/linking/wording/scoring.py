"""How alike two claims are told: how alike their names are, and what around them raises or lowers that."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.deeds import same_deed
from checker.claims.words.segments import is_verb
from checker.lexicon import load, words
from checker.linking.numbers.slips import Slip
from checker.linking.whose.subjects import same_org
from checker.linking.wording.contexts import nameless, titled, told_around
from checker.linking.wording.editions import of_one_edition
from checker.linking.wording.similarity import Likeness, likeness, overlap, unlike
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.linking.pairs import Pair
    from checker.linking.wording.profile import Profile
    from checker.model import Claim

_Names = tuple[tuple[str, ...], tuple[str, ...]]

# Two claims whose score is lower speak of different things.
THRESHOLD = 0.62
# Names less alike than this may be of a measure that both tell, whatever each calls it.
_SURE = 0.7
_HALF = 0.4
# What the names of two ranks are worth that are told with one number of four digits.
_ONE_EDITION = 0.72
# Counts further apart are of all there are, and of those that do something.
_TWICE = 2
# What is left of the cost of a word that one name lacks where it stands at the figure; where it stands in the title.
_BESIDE, _TITLED = 0.15, 0.4
_YEAR = re.compile(r"20[0-9]{2}")
# So many characters behind the word of a first tell what is the first.
_AT_LENGTH = 5
_CLAUSE = re.compile(r"[，。；：！？]")


def scored(pair: Pair) -> tuple[float, tuple[str, ...]]:
    """The score of a pair with its reasons; 0 where the names of the metrics are too unlike for anything to help."""
    names, whole = pair.like
    if names.score and of_one_edition(pair):
        return max(names.score, _ONE_EDITION), (*names.reasons, "另有数字相同")
    if names.score < THRESHOLD / 2:
        return _measured(pair)
    score, reasons = names.score, list(names.reasons)
    steps = (
        _wholes,
        _sentences,
        _verbs,
        _predicates,
        *([] if whole else [_subjects]),
        _organisations,
        *([_numbers] if names.score > _HALF or pair.anchored else []),
    )
    for step in steps:
        score, why = step(score, pair)
        reasons += why
    return (score, tuple(reasons)) if score >= _SURE else max((score, tuple(reasons)), _measured(pair))


def _measured(pair: Pair) -> tuple[float, tuple[str, ...]]:
    """The score of two claims by the measure that both tell, whatever each calls it; 0 where they tell of none."""
    name, worth = pair.measure
    return worth, (f"同为“{name}”",) if name else ()


def like(pair: Pair) -> tuple[Likeness, bool]:
    """The likeness of two metric names, and whether their verbs' subjects were part of the comparison.

    What one paper puts before the verb another puts into the name: 课后服务参与学生, 参加课后服务的学生.
    """
    p, q = pair.p, pair.q
    if p.group == "first":
        same = p.words == q.words and not pair.within and _worded_alike(pair.x, pair.y)
        return Likeness(1.0, reasons=("所说相同",)) if same else overlap(p.words, q.words, pair.weight), True
    names = _undated(p, q) if p.group == "rank" else (p.words, q.words)
    if unlike((*p.subject, *p.words), (*q.subject, *q.words)):
        return Likeness(0.0, *names), False  # most pairs
    plain = likeness(*names, pair.weight)
    if plain.score < 1:
        names, plain = _owners_out(pair, names, plain)
    if plain.score < THRESHOLD and (bare := _without_deeds(pair)) is not None:
        found = likeness(*bare, pair.weight)
        names, plain = (bare, found) if found.score > plain.score else (names, plain)
    if plain.score < THRESHOLD and (there := _standing(p, q)) is not None:
        found = likeness(*there, pair.weight)
        names, plain = (there, found) if found.score > plain.score else (names, plain)
    if plain.score < THRESHOLD and (more := _in_context(pair, names, plain)) is not None:
        return more, True
    if p.subject == q.subject or plain.score == 1:
        return plain, False
    full = likeness((*p.subject, *p.words), (*q.subject, *q.words), pair.weight)
    return (full, True) if full.score > plain.score else (plain, False)


def _worded_alike(a: Claim, b: Claim) -> bool:
    """Whether what two claims call the first is told in the same words behind it: 全省唯一*入选的县级中医院*."""
    texts = [_CLAUSE.split(c.sentence.text[c.figure.end :])[0] for c in (a, b)]
    return texts[0] == texts[1] and len(texts[0]) >= _AT_LENGTH


def _owners_out(pair: Pair, names: _Names, plain: Likeness) -> tuple[_Names, Likeness]:
    """The two names with their likeness, without whose they are if they are more alike so: *白沙机场*旅客吞吐量."""
    told = nameless(pair.x, pair.y, *names)
    rest = (_rest(pair.x, names[0], pair.y), _rest(pair.y, names[1], pair.x))
    for bare in (told, None if pair.within or rest == names else rest):
        if bare is not None and (found := likeness(*bare, pair.weight)).score > plain.score:
            names, plain = bare, found
    return names, plain


def _rest(claim: Claim, told: tuple[str, ...], beside: Claim) -> tuple[str, ...]:
    """The words of a claim's metric behind the name of whom another's article tells too; all where there is none."""
    for name, rest in _begun_by(told, claim.scope.org, claim.scope.place, claim.article.about, claim.article.named):
        if name in (beside.scope.org, beside.scope.place) or name in beside.article.about:
            return rest
        if name in beside.article.named or name in beside.sentence.text or name in beside.article.title:
            return rest
        if name == claim.scope.org and beside.scope.org and same_org(name, beside.scope.org):
            return rest
    return _about_other(told, beside)


@lru_cache(maxsize=65536)
def _begun_by(
    told: tuple[str, ...], org: str, place: str, about: tuple[str, ...], named: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names that a metric begins with, the longest first, each with the words behind it."""
    names = sorted({org, place, *about, *named} - {""}, key=lambda n: (-len(n), n))
    return tuple((name, rest) for name in names if (rest := _behind(told, name)))


def _about_other(told: tuple[str, ...], beside: Claim) -> tuple[str, ...]:
    """The words of a metric without a name that it begins with and that the other article is about."""
    begun = _begun_by(told, beside.scope.org, beside.scope.place, beside.article.about, ())
    return begun[0][1] if begun else told


def _behind(told: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The words of a metric's name behind whose it is; () where it does not begin with that."""
    at, n = 0, 0
    while n < len(told) and at < len(name) and name.startswith(told[n], at):
        at += len(told[n])
        n += 1
    return told[n:] if at == len(name) else ()


def _in_context(pair: Pair, names: _Names, plain: Likeness) -> Likeness | None:
    """The likeness of two names where each paper tells beside its figure what the other put into the name."""
    if pair.within or not plain.score or not (plain.only_a or plain.only_b) or far_apart(pair):
        return None
    known = (_elsewhere(plain.only_a, pair.y), _elsewhere(plain.only_b, pair.x))
    if not any(known):
        return None
    return likeness(*names, pair.weight, known)


def _elsewhere(lost: Sequence[str], claim: Claim) -> dict[str, float]:
    """What is left of the cost of each word that a claim's name lacks and its sentence or its title has."""
    listed = claim.kind is Kind.RANK  # 通报*数字政府*评估结果，某市以91.6分获全省第二名
    beside = {w: _BESIDE for w in lost if told_around(claim, w) or (listed and len(w) > 1 and w in claim.sentence.text)}
    return beside | {w: _TITLED for w in lost if w not in beside and titled(claim, w)}


def far_apart(pair: Pair, times: int = _TWICE) -> bool:
    """Whether two amounts differ by so much that one is likely of a part of what the other is of."""
    if pair.slip is not Slip.NONE:
        return False
    a, b = (v.point or v.low or v.high if v is not None else None for v in (pair.x.value, pair.y.value))
    return bool(a and b) and max(a, b) > times * min(a, b)  # type: ignore[operator, type-var]


def _standing(p: Profile, q: Profile) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The two names without the verbs that only say that the things are there: *设置*床位, *开放*床位."""
    if p.head != q.head or p.group != "quantity" or p.head in words("terms", "common"):
        return None
    there = words("measures", "standing")
    one, other = (tuple(w for w in told.words if w not in there) for told in (p, q))
    stripped = one != p.words and other != q.words
    return (one, other) if one and other and (stripped or one == other) and (one, other) != (p.words, q.words) else None


def _undated(p: Profile, q: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of two lists, without the year that only one of them has."""
    years = [{w for w in one.words if _YEAR.fullmatch(w)} for one in (p, q)]
    if all(years):
        return p.words, q.words
    one, other = (tuple(w for w in told.words if w not in {*years[0], *years[1]}) for told in (p, q))
    return one, other


def ranked(claim: Claim) -> str:
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
    if two_steps(verb, pair.y.metric.verb):
        return score * 0.7, [f"一处{verb}，一处{pair.y.metric.verb}"]
    if not verb or verb != pair.y.metric.verb or score >= 1:
        return score, []
    return score + (1 - score) * 0.15, [f"同为“{verb}”"]


def two_steps(a: str, b: str) -> bool:
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
        told = pair.q.words if a else pair.p.words
        if any(len(w) > 1 and w in (a or b) for w in told):
            return score, []  # 整治黑臭水体27条, 27条黑臭水体完成整治
        return score * 0.85, ["一处另有谓语"]
    shared = len(set(a) & set(b)) / max(len(set(a) | set(b)), 1)
    return score * (0.7 + 0.3 * shared), [f"谓语相近 {shared:.2f}"]


def _subjects(score: float, pair: Pair) -> tuple[float, list[str]]:
    """Lowers the score where the verbs have unlike subjects, or only one has any."""
    of_list = pair.p.group == "rank"
    a, b = (ranked(c) if of_list else "".join(c.metric.subject) for c in (pair.x, pair.y))
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
