"""One number under two names that cannot both be right: 研发人员2860人, 硕士以上学历人员2860人.

Nobody counts two things and comes out at the same three digits by chance. Where one paper tells a number of one sort
and the other of another, of one of two things that the first counts together, of the whole of which the first says that
it is a part, or by a name that the first has for another number, a name was mixed up on the way.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.topics import of_one_thing, proper_in_both
from checker.claims.words.segments import is_verb, segment
from checker.disputes import digits, exact, point
from checker.lexicon import words
from checker.linking.evidence.doers import one_deed
from checker.linking.evidence.grades import graded_otherwise, one_grade, two_grades
from checker.linking.evidence.vouching import placed
from checker.linking.numbers.companions import common_numbers
from checker.linking.when.times import NEAR, when
from checker.linking.whose.kinship import Kinship
from checker.linking.wording.contexts import titled
from checker.linking.wording.options import clause_of, contrary, of_another_extent, says
from checker.linking.wording.similarity import word_likeness
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.linking.pairs import Pair
    from checker.model import Claim

# So many digits are no chance; papers so far apart may tell of two times.
_LEAST, _DAYS = 3, 400
_SHARES = frozenset({Kind.SHARE, Kind.RATE})
_KINDS = _SHARES | {Kind.QUANTITY, Kind.NUMBER}
# Roles of numbers that only stand beside what is told.
_ASIDE = frozenset({"base", "delta", "gap"})
_ONLY = re.compile("^(?:光|仅|单|只)")
_AND = "(?:和|与|及|以及|、)"
_LISTS = re.compile("[和与及、]")
# A day that a count is told of.
# The year that people or houses are told to be of, in their name or before it.
_YEARS = re.compile("20[0-9]{2}(?=年|届|级|学年)")
_AS_OF = re.compile("[年月季][底末]")
# What a share is measured by stands before it as its whole does.
_MEASURED_BY = re.compile("占(?:到|了|比)?$")
_SHORTEST, _LONG = 2, 4
# How alike a word must be to stand for another.
_SAME = 0.85
# What names a number, up to it.
_NAMED = re.compile(
    r"(?P<name>[^，。；：！？、0-9]{2,30}?)(?P<number>[0-9]+(?:\.[0-9]+)?[万亿]{0,2})(?=(?P<behind>[^，。；0-9]{0,4}))"
)

_AMOUNT = re.compile(r"(?P<digits>[0-9]+(?:\.[0-9]+)?)(?P<times>万亿|万|亿|)")
_TIMES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}


def two_labels(pair: Pair) -> str:
    """Why the names of one number cannot both be right, for a reader: 研发≠硕士; "" where nothing says so.

    ``pair``: of two articles on one subject, their numbers equal and unrounded.
    """
    x, y = pair.x, pair.y
    if pair.within or x.kind not in _KINDS or not (exact(x) and exact(y)):
        return ""
    if not _ASIDE.isdisjoint((x.role, y.role)):
        return ""  # 全网94.5万人次，比去年底的*92.7万人次*多: whose that was is told elsewhere
    if not _one_unit(pair) or not _timely(x, y) or not _of_one(pair) or not placed(pair):
        return ""
    if len(digits(point(x))) < _LEAST:  # numbers so short are alike by chance, but where all else is one
        return two_grades(pair) or (contrary(x, y) if one_deed(pair) else "")
    return (
        contrary(x, y)
        or of_another_extent(x, y)
        or _one_of_two(x, y)
        or _part_for_whole(pair)
        or ("" if one_grade(pair) else _of_another(pair))
        or two_grades(pair)
        or graded_otherwise(pair)
    )


def one_number(pair: Pair) -> bool:
    """Whether two names that end in one word are told of one number, so that others may say which of them is wrong."""
    x, y, p, q = pair.x, pair.y, pair.p, pair.q
    if pair.within or not pair.equal or x.kind not in _KINDS or not (exact(x) and exact(y)) or p.words == q.words:
        return False
    if p.head != q.head or x.role != y.role or x.status != y.status or pair.kin is not Kinship.STRONG:
        return False
    return _one_unit(pair) and _timely(x, y) and placed(pair)


def _of_one(pair: Pair) -> bool:
    """Whether both are of one subject, or their articles share another number, or their sentences a proper name."""
    x, y = pair.x, pair.y
    if pair.kin == Kinship.STRONG or common_numbers(x, y):
        return True
    return _one_name(x.sentence.text, y.sentence.text)


def _one_name(a: str, b: str) -> bool:
    """Whether two sentences tell one name of a seldom word and what follows it: *涪城保险*业."""
    if proper_in_both(a, b):
        return True
    at = 0
    for word in segment(a):
        if _SHORTEST <= len(word) < _LONG and of_one_thing(word) and a[at : at + _LONG] in b:
            return True
        at += len(word)
    return False


def _one_unit(pair: Pair) -> bool:
    """Whether both numbers are in one unit, or one in the turns of the other: 14.9万台, 14.9万台次."""
    units = [c.value.unit if c.value is not None else "" for c in (pair.x, pair.y)]
    short, long = sorted(units, key=len)
    same = short == long or pair.one_dimension
    return bool(short) and (same or (long == short + "次" and short != "人"))


def _timely(x: Claim, y: Claim) -> bool:
    """Whether both can be told of one time."""
    a, b = x.article.published, y.article.published
    if a is None or b is None or abs((a - b).days) > _DAYS:
        return False
    years = [set(_YEARS.findall(clause_of(c))) for c in (x, y)]
    if all(years) and years[0].isdisjoint(years[1]):
        return False  # 2024年招生, 2023届毕业生
    time, sure = when(x, y)
    p, q = x.period, y.period
    if time == "same" or not sure or p is None or q is None or None in (p.end, q.end):
        return True
    starts = [one.start or one.end for one in (p, q)]
    return starts[0] <= q.end and starts[1] <= p.end and x.kind not in _SHARES  # type: ignore[operator]


def _one_of_two(x: Claim, y: Claim) -> str:
    """The name that one paper has alone and the other with a second: 三级和四级手术, 四级手术."""
    for claim, beside in ((x, y), (y, x)):
        label = _ONLY.sub("", beside.metric.text)
        text = clause_of(claim)
        if len(label) < _SHORTEST or _LISTS.search(clause_of(beside)) or not _LISTS.search(text):
            continue
        if both := _listed_with(label, text):
            return f"{both}≠{label}" if claim is x else f"{label}≠{both}"
    return ""


@lru_cache(maxsize=16384)
def _listed_with(label: str, text: str) -> str:
    """The two names with which a text ends, of which a label is one: 冠脉介入和外周介入手术 for 冠脉介入手术."""
    last = re.search(rf"[㐀-鿿]{{2,8}}{_AND}{re.escape(label)}$", text)
    if last is not None:
        return last.group()
    for n in range(_SHORTEST, len(label) - 1):
        found = re.search(rf"{re.escape(label[:n])}{_AND}[㐀-鿿]{{2,8}}{re.escape(label[n:])}$", text)
        if found is not None:
            return found.group()
    return ""


def _part_for_whole(pair: Pair) -> str:
    """The names of a part and of the whole that one paper sets it off from, where the other has the whole's name."""
    sides = ((pair.x, pair.p, pair.y, pair.q), (pair.y, pair.q, pair.x, pair.p))
    for part, p, whole, q in sides:
        own = [w for w in p.words if w not in p.whole and len(w) > 1]
        if not p.whole or q.whole or whole.scope.part or not own or whole.scope.levels != ():
            continue
        if _MEASURED_BY.search(whole.sentence.text, 0, whole.figure.start):
            continue  # 公办园*按学位占*64.2%
        others = [w for w in q.words if w not in p.whole]
        if any(word_likeness(w.removesuffix(p.whole[-1]), x) > 0 for w in own for x in others):
            continue  # 民事案件, 民商事案件
        if _holds(_unmeasured(p.whole), _unmeasured(q.words)) and not _tells(whole, _spelt(p.words, own)):
            return f"{part.metric.text}≠{whole.metric.text}"
    return ""


def _unmeasured(told: Sequence[str]) -> Sequence[str]:
    """The words of a name without a last one that says by what it is measured: 林地*面积*."""
    return told[:-1] if len(told) > 1 and told[-1] in words("terms", "generic") else told


def _spelt(told: Sequence[str], own: Sequence[str]) -> list[str]:
    """Some words of a name, each with the character that it makes a longer one with: *护理型*床位, but not *护理*员."""
    spelt = [word + (after if len(after) == 1 else "") for word, after in pairwise((*told, "　　"))]
    return [long for word, long in zip(told, spelt, strict=True) if word in own]


def _holds(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names end in one word, and one of them has all words of the other that say something."""
    if word_likeness(a[-1], b[-1]) < _SAME:
        return False
    one, other = ({w for w in told[:-1] if len(w) > 1} for told in (a, b))
    return one <= other or other <= one


def _tells(claim: Claim, told: Sequence[str]) -> bool:
    """Whether a claim's sentence or its title has one of some words."""
    return any(w in claim.sentence.text or titled(claim, w) for w in told)


def _of_another(pair: Pair) -> str:
    """The two names of a number of which one is in the first paper's sentence the name of another number.

    缴存86.72亿元，提取61.35亿元; 提取86.72亿元. No word of the one is told of the other.
    """
    for right, wrong, p, q in ((pair.x, pair.y, pair.p, pair.q), (pair.y, pair.x, pair.q, pair.p)):
        if right.role == "goal":
            continue  # 收入116.8亿元，完成115亿元目标: a goal has the name of its result
        levels = (*right.scope.levels, *wrong.scope.levels)
        if all(w in levels or is_verb(w) for w in right.metric.words):
            continue  # *单日*发送98.6万人次, 98.6万人免费*体检* have no name of their own
        own = _apart(right.metric.words, (*wrong.metric.words, *q.words, *levels))
        told = [w for w in wrong.metric.words if len(w) > 1 and w not in levels]
        foreign = _apart(told, (*right.metric.words, *p.words))
        if not told or says(right, foreign) or not (own or any(not is_verb(w) for w in foreign)):
            continue
        for named in _other_names(right, told, foreign):
            if _AS_OF.search(named) and _long_apart(right, wrong):
                continue  # 6月底离退休人员是23.9万人: by then their number is another
            if _only_of_one(wrong, named, own, sure=bool(foreign)) and not _of_a_step(wrong, named):
                return f"{right.metric.text}≠{named}"
    return ""


def _only_of_one(wrong: Claim, named: str, own: Sequence[str], *, sure: bool) -> bool:
    """Whether a name of another number is that of one of two claims alone, whose other has some words of its own.

    ``sure``: the name has a word that those have not, so that it is enough that one of them is not told of both.
    """
    rest = [w for w in own if w not in named]  # 生活垃圾无害化*处理*量87.6万吨，其中焚烧*处理*71.3万吨
    untold = [w for w in rest if not _tells(wrong, (w,))]
    return not own or (bool(untold) and (sure or untold == rest))


def _of_a_step(claim: Claim, named: str) -> bool:
    """Whether a verb tells of which step a count is, and a name has it not: *审结*8127件, 受理案件."""
    verb = claim.metric.verb
    return verb in words("verbs", "steps") and verb in claim.sentence.text and verb not in named


def _apart(told: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words of a name that say something and are not among others."""
    return [w for w in told if len(w) > 1 and not _among(w, others)]


def _long_apart(a: Claim, b: Claim) -> bool:
    """Whether two papers are of other seasons."""
    days = [c.article.published for c in (a, b)]
    return None not in days and abs((days[0] - days[1]).days) > NEAR  # type: ignore[operator]


def _among(word: str, told: Sequence[str]) -> bool:
    """Whether a word, or one much like it, stands among others."""
    return any(word_likeness(word, w) > 0 or word in w or w in word for w in told)


def _other_names(claim: Claim, told: Sequence[str], foreign: Sequence[str]) -> Iterator[str]:
    """What a claim's sentence calls the other numbers of its unit in some words, of which its own name lacks some.

    What follows a number may leave out what was named before it: 公积金缴存86.72亿元，*提取*61.35亿元. Where its own
    name lacks none, the other number is that of the whole and greater.
    """
    text, figure = claim.sentence.text, claim.figure
    unit = text[slice(*figure.unit_span)] if figure.unit_span is not None else ""
    for m in _NAMED.finditer(text) if unit else ():
        if not m["behind"].startswith(unit) or m["number"] in figure.text:
            continue
        later = m.start() > figure.start
        needed = foreign if foreign and later else told
        if all(w in m["name"] for w in needed) and (foreign or _size(m["number"]) > _size(figure.text)):
            yield m["name"]


def _size(text: str) -> float:
    """The number that a text begins with or holds, in ones."""
    m = _AMOUNT.search(text)
    return float(m["digits"]) * _TIMES[m["times"]] if m is not None else 0.0
