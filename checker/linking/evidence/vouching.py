"""What vouches for one thing where a slip of the pen sets two numbers apart, though they are worded apart.

Both papers mean one number where the words around it are akin, or much else says so, and what is guessed of time and
place need not agree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import clause_start
from checker.claims.subjects.grounds import stem_of
from checker.claims.subjects.places import same_place
from checker.disputes import digits, miswritten
from checker.lexicon import words
from checker.linking.evidence.weighing import enough, length, wording
from checker.linking.numbers.companions import common_numbers, stands_in
from checker.linking.numbers.slips import LONG, SHORT, Slip, dimension
from checker.linking.whose.kinship import Kinship
from checker.linking.whose.subjects import same_org
from checker.linking.wording.clauses import of_a_part
from checker.linking.wording.profile import is_telling
from checker.linking.wording.rival_measures import two_measures
from checker.linking.wording.scoring import two_steps
from checker.model import Behaviour

if TYPE_CHECKING:
    from datetime import date

    from checker.linking.gate import Gate
    from checker.linking.pairs import Pair
    from checker.model import Claim

# How alike two wordings must be: with numbers of four digits, with shorter ones; how many characters they must share.
_ALIKE, _SHARED, _LEAST = 0.5, 0.6, 3
# How alike two names must be where one digit is all that differs.
_NAMED = 0.75
_DAYS, _SOON, _NEAR, _YEAR = 10, 45, 200, 400
# Names this alike are of one count, whose turned digits are no growth of a year.
_TOLD_ALIKE = 0.95
# Two common nouns of so many characters say at length what is counted: 城市志愿者.
_IN_FULL = 5
# Names this alike are of one measure, whatever else their clauses tell.
_ALIKE_NAMES = 0.86
# Reasons that rest on what is guessed of two claims, and not on what is written.
_GUESSED = frozenset({"", "scope", "period", "behaviour", "level", "matter", "instance"})
_MOVED = frozenset({"", "behaviour"})
_PLANNED = _GUESSED | {"status"}
# Units that are often mistaken for each other; dimensions that most figures have.
_OFTEN_MISTAKEN = frozenset({"亩", "公顷"})
_COMMON = frozenset({"", "人民币", "美元", "个体", "人", "人次", "户", "场次", "比例"})
# Measure words of which one holds several of the other.
_FAMILIES = (frozenset("瓶箱盒袋支粒片桶包罐板"), frozenset("对列趟班节"), frozenset("件套组"))
_VISITS = frozenset({"人", "人次"})
_OF_WATER = frozenset({"吨", "立方米"})
_WATER = re.compile(r"处理|能力|供水|用水|取水|排水|水量|污水|水厂|蓄水|补水")
# How a stretch of years is told that ends now.
_SO_FAR = ("年来", "年里", "年间", "周年", "以来")
_NEW = re.compile(
    "[新净](?:增|登记|设立?|建|开|办|签|招|发展|注册|培育|认定|入库|添|创办|引进|吸纳|组建|评|获|投用|上市|植|栽)",
    needs=("新", "净"),
)
_HAN = re.compile(r"[㐀-鿿]")
_AFTER, _AROUND = 12, 24
_AGAIN = 0.9
_STOP = re.compile(r"[，。；：！？、\s“”（）《》]")


def slipped(  # noqa: PLR0911 - one way out a reason
    pair: Pair, score: float, slip: Slip, held: Gate, apart: str
) -> float:
    """The score of a pair that a slip sets apart, 0 where too little else speaks for one thing.

    ``score``: by the words alone. ``held``, ``apart``: what speaks against comparing the two.
    """
    if slip is Slip.MEASURE:
        return _of_one_thing(pair, score, held)
    # What is planned of a thing's own measures is what it has: 规划用地35亩, 占地35公顷.
    n = length(pair)
    allowed = _PLANNED if slip is Slip.UNIT or (slip is Slip.SCALE and _of_one_name(pair)) else _GUESSED
    if pair.within:
        return _AGAIN if held.refusal in _GUESSED and apart in _GUESSED and not _two_times(held) else 0.0
    if (
        held.refusal not in allowed
        or not _may_be_one(pair, slip, apart)
        or not _one_time(pair, slip)
        or _of_some(pair, slip)
    ):
        return 0.0
    if slip is Slip.SCALE and n < SHORT and not _beyond_chance(pair, held):
        return 0.0
    if not placed(pair) or not _one_sort(pair, certain=slip is Slip.SWAP and n >= LONG):
        return 0.0
    if slip is Slip.DIGIT:  # the weakest of slips: the words must say that one thing is meant, and of one time
        akin = max(pair.like[0].score, score)
        timely = held.time == "same" or miswritten(pair.x, pair.y) > LONG
        return round(akin + (1 - akin) * 0.6, 3) if akin >= _NAMED and timely else 0.0
    others = (
        _shared(pair) if n >= SHORT else 0.0,
        _owned(pair, slip, n),
        _seldom(pair, slip, n),
        _of_one_matter(pair, slip, n),
        _SHARED if (slip is Slip.SCALE and n < SHORT) or enough(pair, slip) else 0.0,
    )
    akin = max(pair.like[0].score, score, *others)
    return round(akin + (1 - akin) * 0.6, 3) if akin >= (_ALIKE if n >= LONG else _SHARED) else 0.0


def _may_be_one(pair: Pair, slip: Slip, apart: str) -> bool:
    """Whether what speaks for two matters is guessed; what an event costs changes from day to day, not in its unit."""
    counted = slip is Slip.UNIT and length(pair) >= SHORT and pair.like[0].score >= _TOLD_ALIKE
    return apart in _GUESSED or (counted and apart == "event")


def _of_one_name(pair: Pair) -> bool:
    """Whether two names of one subject are one, and say at length what is counted."""
    told = pair.p.words if len(pair.p.words) < len(pair.q.words) else pair.q.words
    full = is_telling(told) or (len(told) > 1 and len("".join(told)) >= _IN_FULL)
    return full and pair.kin == Kinship.STRONG and pair.like[0].score >= _TOLD_ALIKE


def _beyond_chance(pair: Pair, held: Gate) -> bool:
    """Whether two digits that a power of ten sets apart are of one thing: by its full name, or by whose measure it is.

    1.2万名城市志愿者, 12万名城市志愿者; 新校区总投资5.2亿元, 总投资5200万元的新校区. A level may come to ten times
    itself from one stated day to another.
    """
    if _of_one_name(pair):
        return not (held.sure and held.time in ("before", "after"))
    x, y = pair.x, pair.y
    if pair.kin != Kinship.STRONG or not _fixed(pair) or x.metric.head != y.metric.head:
        return False
    named = {w for w in (*pair.p.words, *pair.q.words) if len(w) > 1} - words("terms", "common", "fixed")
    return any(w in x.sentence.text and w in y.sentence.text for w in named)


def _of_some(pair: Pair, slip: Slip) -> bool:
    """Whether the two are of two measures, or one is of all that there are and the other of what came anew.

    新登记1.26万户, 现有12.6万户.
    """
    if (two_measures(pair) and pair.like[0].score < _ALIKE_NAMES) or of_a_part(pair.x, pair.y):
        return True
    if two_steps(pair.x.metric.verb, pair.y.metric.verb):
        return True  # 生产3.46万辆, 卖出3.64万辆
    return slip is Slip.SCALE and _newly(pair.x) != _newly(pair.y)


def _newly(claim: Claim) -> bool:
    """Whether a claim is of what came anew: *新登记*经营主体1.26万户, *净增*就业3.2万人."""
    text, at = claim.sentence.text, claim.figure.start
    return _NEW.search(text, clause_start(text, at), at) is not None


def _two_times(held: Gate) -> bool:
    """Whether both say of what time they are, and it is not one."""
    return held.sure and held.time != "same"


def _of_one_thing(pair: Pair, score: float, held: Gate) -> float:
    """The score of a pair that tells one number in two measures; a ton of water is a cubic metre."""
    text = "".join(c.sentence.text[max(0, c.figure.start - _AROUND) : c.figure.end + _AFTER] for c in (pair.x, pair.y))
    units = {v.unit for v in (pair.x.value, pair.y.value) if v is not None}
    holds = any(units <= family for family in _FAMILIES)  # 配属32列, 32节列车投入使用: no verb makes one the other
    apart = held.refusal == "unit" or (held.refusal in _MOVED and (holds or units == _VISITS))
    if pair.within or not apart or (units == _OF_WATER and _WATER.search(text)):
        return 0.0
    days = [_day(c) for c in (pair.x, pair.y)]
    soon = None not in days and abs((days[0] - days[1]).days) <= 3 * _YEAR  # type: ignore[operator]
    told = _NAMED if set(pair.p.measures) & set(pair.q.measures) else 0.0  # 外借图书96.3万*册*, 96.3万*人次*借走图书
    akin, value = max(pair.like[0].score, score, told), pair.x.value
    n = len(digits(value.low)) if value is not None else 0
    least = _SHARED if n >= SHORT else _NAMED if n > 1 else _TOLD_ALIKE
    return round(akin + (1 - akin) * 0.6, 3) if soon and akin >= least and placed(pair) and _one_sort(pair) else 0.0


def _owned(pair: Pair, slip: Slip, n: int) -> float:
    """How surely one measure of one thing is meant, whatever it is called: 占地35亩, 占地35公顷."""
    x, y = pair.x, pair.y
    heads = {x.metric.head, y.metric.head}
    owned = (bool(x.scope.org) and x.scope.org == y.scope.org) or common_numbers(x, y) > 0
    if slip is Slip.SCALE:  # 项目总投资128亿元, 这个总投资12.8亿元的工程
        return _SHARED if owned and n >= SHORT and len(heads) == 1 and heads <= words("terms", "fixed") else 0.0
    measured = slip is Slip.UNIT and heads <= words("terms", "attributes")
    mistaken = {v.unit for v in (x.value, y.value) if v is not None} == _OFTEN_MISTAKEN
    return _SHARED if measured and (owned or n >= SHORT or mistaken) else 0.0


def _of_one_matter(pair: Pair, slip: Slip, n: int) -> float:
    """How surely one thing is meant by two numbers of articles that share others, where neither has both."""
    x, y = pair.x, pair.y
    if pair.within or n < SHORT or slip not in (Slip.SWAP, Slip.SCALE):
        return 0.0
    shared = common_numbers(x, y)
    if not shared or stands_in(x, y.article) or stands_in(y, x.article):
        return 0.0
    return _SHARED if len(wording(x) & wording(y)) >= _LEAST - 1 else 0.0


def _seldom(pair: Pair, slip: Slip, n: int) -> float:
    """How surely one thing is meant by long numbers of a measure that few figures have, which one word says too."""
    kind = dimension(pair.x.value.unit) if pair.x.value is not None else ""
    told = slip is Slip.SWAP and n >= LONG and kind not in _COMMON
    return _ALIKE if told and wording(pair.x) & wording(pair.y) else 0.0


def _one_sort(pair: Pair, *, certain: bool = False) -> bool:
    """Whether neither side is of a sort that the other is not; 外贸企业 may be 企业 told short.

    ``certain``: their numbers are too long to be alike by chance, so that only one may be told as a part.
    """
    a, b = set(pair.x.scope.levels), set(pair.y.scope.levels)
    return (a <= b or b <= a) and (certain or pair.x.scope.part == pair.y.scope.part)


def placed(pair: Pair) -> bool:
    """Whether no two places or organisations that the papers name stand against each other."""
    a, b = pair.x.scope, pair.y.scope
    if a.org and b.org:
        return same_org(a.org, b.org)  # where either lies was not said of the figure
    if not (a.explicit and b.explicit):
        return True
    ours = any(p[:1] == "全" and q.endswith(p[1:]) for p, q in ((a.place, b.place), (b.place, a.place)))
    within = ours or a.place in b.place or b.place in a.place
    return not a.place or not b.place or within or same_place(a.place, b.place) or stem_of(a.place) == stem_of(b.place)


def _one_time(pair: Pair, slip: Slip) -> bool:
    """Whether what is stated of their times leaves room for one time; nothing grows to ten times itself in a season."""
    p, q = pair.x.period, pair.y.period
    days = [_day(c) for c in (pair.x, pair.y)]
    if p is None or q is None:
        return None not in days and abs((days[0] - days[1]).days) <= _YEAR  # type: ignore[operator]
    if None in (p.start, p.end, q.start, q.end):
        return False
    owned = bool(pair.x.scope.org) and pair.x.scope.org == pair.y.scope.org
    if _fixed(pair) and (owned or common_numbers(pair.x, pair.y)):
        return True
    stated = p.explicit and q.explicit
    near = abs((p.end - q.end).days)  # type: ignore[operator]
    if slip is Slip.UNIT and not stated:
        return bool(near <= _YEAR)
    if Behaviour.FLOW in (pair.x.behaviour, pair.y.behaviour) and not _of_one_level(pair, slip):
        meet = p.start <= q.end and q.start <= p.end  # type: ignore[operator]
        return _of_one_stretch(pair, slip, near, meet=bool(meet))
    return bool(near <= _apart_at_most(pair, slip, stated=stated))


def _of_one_level(pair: Pair, slip: Slip) -> bool:
    """Whether a level is told on one side and, under its full name with two digits turned, what was done on the other.

    建成服务点*168个*; 服务点已有*618个*.
    """
    level = Behaviour.STOCK in (pair.x.behaviour, pair.y.behaviour)
    return slip is Slip.SWAP and level and _of_one_name(pair)


def _of_one_stretch(pair: Pair, slip: Slip, near: int, *, meet: bool) -> bool:
    """Whether what was done may be told of one stretch of time; ``near``: the days between the ends of the two."""
    stated = all(c.period is not None and c.period.explicit for c in (pair.x, pair.y))
    shifted = slip in (Slip.SCALE, Slip.UNIT)
    if shifted and _of_one_mean(pair):
        return near <= _NEAR
    if stated and near <= _SOON and _trailing(pair):
        return True
    soon = near <= (_DAYS if stated and shifted else 0 if stated else _SOON)
    level = Behaviour.STOCK in (pair.x.behaviour, pair.y.behaviour)
    return (meet or soon) and (not stated or near == 0 or level or shifted)


def _trailing(pair: Pair) -> bool:
    """Whether both are of as many years that end now: *一年来*供餐18.6万份, *三年里*改厕3.8万户."""
    p, q = pair.x.period, pair.y.period
    if p is None or q is None or p.start is None or q.start is None or p.end is None or q.end is None:
        return False
    if not any(one.text.endswith(_SO_FAR) for one in (p, q)):
        return False
    return abs((p.start - q.start).days) <= _SOON and min((p.end - p.start).days, (q.end - q.start).days) > _NEAR


def _of_one_mean(pair: Pair) -> bool:
    """Whether both are told as what there is in a day or a month: 月均服务2600人次."""
    means = [{w for w in c.scope.levels if w.endswith("均")} for c in (pair.x, pair.y)]
    return bool(means[0] & means[1])


def _apart_at_most(pair: Pair, slip: Slip, *, stated: bool) -> int:
    """How many days apart two levels may be told that a slip sets apart."""
    if slip is Slip.SWAP and stated:
        return 3
    alike = pair.like[0].score >= _TOLD_ALIKE or (bool(pair.measure[0]) and length(pair) > LONG)
    return _YEAR if slip is Slip.SWAP and alike else _NEAR


def _fixed(pair: Pair) -> bool:
    """Whether both are measures that do not move with time: 总投资, 全长."""
    return all(c.metric.head in words("terms", "fixed") for c in (pair.x, pair.y))


def _day(claim: Claim) -> date | None:
    return claim.period.end if claim.period and claim.period.end else claim.article.published


def _shared(pair: Pair) -> float:
    """How much of the shorter wording around one figure the other's holds, by characters."""
    a, b = (wording(c) for c in (pair.x, pair.y))
    both = a & b
    return len(both) / min(len(a), len(b)) * 0.9 if len(both) >= _LEAST else 0.0
