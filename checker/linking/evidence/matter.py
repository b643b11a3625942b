"""Whether two claims of one name tell of two matters: two events, two purposes, two of a series, two parts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.readings import clause_start
from checker.claims.names.topics import called
from checker.claims.subjects.places import level
from checker.claims.words.segments import classes
from checker.disputes import known_on, miswritten, point
from checker.lexicon import pattern, words
from checker.linking.evidence.vagueness import of_one_amount, of_one_attainment, of_one_goal, of_one_house
from checker.linking.evidence.weighing import one_name
from checker.linking.when.times import when
from checker.linking.when.timing import TESTS as MOMENTS
from checker.linking.when.timing import before, clause, days_apart, stated
from checker.linking.whose.kinship import Kinship, broad, kinship
from checker.linking.whose.subjects import same_org
from checker.linking.wording.editions import of_one_edition
from checker.linking.wording.measures import lasting, of_several
from checker.linking.wording.reckoning import TESTS as RECKONING
from checker.linking.wording.rival_measures import two_measures
from checker.model import Behaviour, Kind, RegionKind, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.linking.pairs import Pair
    from checker.model import Claim

_CLAUSE_ENDS = re.compile("[，。；！？]")
# How alike two sentences are, but for their numbers, that tell of one thing; or nearly one; or are one.
_TEMPLATE, _NEAR_TEMPLATE, _REPEATED = 0.5, 0.4, 0.8
# Days between two papers that may carry one event.
_SOON = 3
# A number so short is told of many things.
_FEW = 3
# How alike two names must be of a turn that only the articles number.
_NAMESAKES = 0.7
_THIN = 2
# Names this alike are one, whatever else their clauses tell.
_NEARLY_ONE = 0.86
# A spot whose name the metric holds is told by as many words at least: 石梁水文站水位.
_NAMED = 2
_SEASON = 45
_MEANT = frozenset({Status.TARGET, Status.PLAN})
_TURN = re.compile(
    r"第[一二三四五六七八九十0-9]{1,3}[次届期批轮](?![\u4e00-\u9fff]{0,6}会[上议，])[\u4e00-\u9fff]{2}", needs="第"
)  # not 第一次例会上
# Turns that do not begin anew with each year or term: not 第一批学员.
_LASTING = re.compile(r"第[一二三四五六七八九十0-9]{1,3}[次届][\u4e00-\u9fff]{2}", needs="第")
# A phase of a work, a line of a network, by its number.
_PHASE = re.compile(
    r"(?<![第长短中早近末预定分])([一二三四五六七八九1-9][0-9]?)(号线|期(?![间末货限刊盼房内望待]))",
    needs=("号线", "期"),
)
_DIGITS = dict(zip("一二三四五六七八九", "123456789", strict=True))
_RELATIVE = re.compile(r"[全该本我][^国]|当地")
_MEANS = re.compile(
    r"[日月年户人]均|平均|每[天日月年人户]|单日|当日|日(?=处理|供|产|输|接待|发送|吞吐|均)|最高|最多|高峰|峰值"
)
# What is told by the year in a name: *每年*可实现产值, *年*产值.
_YEARLY = re.compile(r"每年|年均|(?<![今去明前全当逐上0-9])年(?=[产收销供运营减节利税]|发电|处理|接待|吞吐|交易)")
# A part of a sum of some years, told of one of them: 三年审结9287件，其中*2024年*3416件.
_BY_YEAR = re.compile(r"20[0-9]{2}年$")
_PARTNERS = re.compile(
    r"[与对向同从自和](?P<who>(?:“[^”]{2,8}”)?[^，。；、“”0-9]{0,8}?(?:国家|地区|沿线|东盟|欧盟))",
    needs=("国家", "地区", "沿线", "东盟", "欧盟"),
)


def apart(pair: Pair) -> str:
    """Why two comparable claims of one name are of two matters or moments; "" where nothing says so."""
    return next((reason for reason, test in (*_TESTS, *RECKONING, *MOMENTS, *_NAMES) if test(pair)), "")


def thin(named: tuple[str, ...]) -> bool:
    """Whether a metric's name is one short word, which every article may use of something else.

    >>> thin(("国家",)), thin(("贫困人口",)), thin(("发明", "专利"))
    (True, False, False)
    """
    return len(named) == 1 and (len(named[0]) <= _THIN or named[0] in words("terms", "common"))


@cache
def _listed(sort: str) -> tuple[str, ...]:
    return tuple(sorted(words("matters", sort)))


@cache
def _finder(sort: str) -> re.Pattern[str]:
    return re.compile(pattern("matters", sort), needs=words("matters", sort))


def _instances(pair: Pair) -> bool:
    """Whether one of several that come in turn is pointed at (本期毕业学员), in papers of different days."""
    days = days_apart(pair)
    if pair.within or days is None or days <= _SOON or _one_turn(pair):
        return False
    if pair.bond and all(c.metric.head in words("terms", "fixed") for c in (pair.x, pair.y)):
        return False  # 此次开工项目36个，总投资213亿元; 这36个项目投资总额180亿元
    if pair.bond and days <= _SEASON and one_name(pair):
        return False
    # *第八届读书节*期间培育推广人320名; 全市现有推广人1260名.
    turns = [bool(_TURN.search(before(c).rpartition("；")[2])) for c in (pair.x, pair.y)]
    return turns[0] != turns[1] or any(_finder("instances").search(before(c)) for c in (pair.x, pair.y))


def _phases(pair: Pair) -> bool:
    """Whether two numbered parts of a work are told of: *一期*光伏200万千瓦, *二期*并网180万千瓦; *1号线*, *3号线*."""
    told: list[list[tuple[str, str]]] = [_PHASE.findall(before(c)) for c in (pair.x, pair.y)]
    if not all(told):
        return False
    (number, sort), (other, other_sort) = told[0][-1], told[1][-1]
    return sort == other_sort and _DIGITS.get(number, number) != _DIGITS.get(other, other)


def _of_many(pair: Pair) -> bool:
    """Whether one is the sum of so many projects, and the other is of one: *新签约项目42个，*总投资214亿元."""
    if pair.within or pair.bond or not all(c.metric.head in words("terms", "fixed") for c in (pair.x, pair.y)):
        return False
    return of_several(pair.x) != of_several(pair.y)


def _one_turn(pair: Pair) -> bool:
    """Whether both sides number the turn that they tell of, and alike: 第四次发掘.

    Of names that are alike it is enough that the articles begin with it.
    """
    named = pair.like[0].score >= _NAMESAKES
    told = ((c.sentence.text, c.article.title, *(c.article.named if named else ())) for c in (pair.x, pair.y))
    x, y = ({turn for text in texts for turn in _LASTING.findall(text)} for texts in told)
    return bool(x & y)


def _tolls(pair: Pair) -> bool:
    """Whether both count what one event cost or won, and are not of one day."""
    tolls = words("matters", "tolls")
    both = (pair.x, pair.y)
    if Status.ACTUAL not in (pair.x.status, pair.y.status):
        return False  # what is striven for was not won: 力争拿下45枚金牌
    days = [c.period.end if c.period else c.article.published for c in (pair.x, pair.y)]
    if not all({*c.metric.words, c.metric.counted} & tolls for c in both):
        return None not in days and days[0] != days[1] and all(_stricken(c) for c in both)
    return None in days or days[0] != days[1] or (not pair.within and pair.alike < _NEAR_TEMPLATE)


def _stricken(claim: Claim) -> bool:
    """Whether the clause of a figure tells how far a disaster has struck: 造成*31个乡镇受灾*."""
    text, at = claim.sentence.text, claim.figure.start
    end = _CLAUSE_ENDS.search(text, claim.figure.end)
    clause = text[clause_start(text, at) : end.start() if end else len(text)]
    return any(word in clause for word in words("matters", "stricken"))


def _spots(pair: Pair) -> bool:
    """Whether both are read off at a spot, and nothing says that it is one spot (积雪深度 of two towns)."""
    spots = _listed("spots")
    if pair.anchored or pair.alike >= _TEMPLATE:
        return False  # both tell one amount of the spot, whose ranks they are
    if not all("".join(p.words).endswith(spots) for p in (pair.p, pair.q)):
        return False
    x, y = pair.x.scope, pair.y.scope
    named = x.explicit and y.explicit and x.place == y.place
    both = {*pair.p.words} & {*pair.q.words} - words("terms", "common")
    return not named and len([w for w in both if not any(w in spot for spot in spots)]) < _NAMED


def _purses(pair: Pair) -> bool:
    """Whether both are amounts out of one purse, in sentences that need not have one purpose."""
    if pair.alike >= _TEMPLATE or any(c.behaviour != Behaviour.FLOW or c.metric.level for c in (pair.x, pair.y)):
        return False
    purses = _listed("purses")
    if all(w.endswith(purses) for w in (*pair.p.words, *pair.q.words)):
        return True
    return all("".join(p.words).endswith(_listed("budgets")) for p in (pair.p, pair.q))


def _seasons(pair: Pair) -> bool:
    """Whether the two tell of two times of the year that have names, or only one of them does."""
    if all(c.behaviour in (Behaviour.STOCK, Behaviour.CUMULATIVE) for c in (pair.x, pair.y)) or lasting(pair):
        return False
    if all(c.status in _MEANT and not _short(c) for c in (pair.x, pair.y)) and when(pair.x, pair.y)[0] == "same":
        return False  # the goals of a year, whatever else is told beside them
    find = _finder("seasons").findall
    x, y = ({*find(c.sentence.text), *find(c.article.title)} for c in (pair.x, pair.y))
    return not x & y if x and y else bool(x or y) and not stated(pair) and not (_short(pair.x) and _short(pair.y))


def _herds(pair: Pair) -> bool:
    """Whether what grows and shrinks with the year (存栏) is told of two times of it."""
    if any(c.behaviour != Behaviour.STOCK or not _of_season(c) for c in (pair.x, pair.y)):
        return False
    ends = [c.period.end if c.period else None for c in (pair.x, pair.y)]
    if None in ends:
        return False
    apart = abs(ends[0].timetuple().tm_yday - ends[1].timetuple().tm_yday)  # type: ignore[union-attr]
    return bool(min(apart, 365 - apart) > _SEASON)


def _of_season(claim: Claim) -> bool:
    return not words("matters", "seasonal").isdisjoint((claim.metric.verb, *claim.metric.words))


def _short(claim: Claim) -> bool:
    """Whether a claim is of a stretch no longer than a season with a name."""
    p = claim.period
    return p is not None and p.start is not None and p.end is not None and (p.end - p.start).days <= _SEASON


def _sums(pair: Pair) -> bool:
    """Whether one is a sum over all the time so far and the other no level, and so a part of it."""
    if _one_turn(pair):
        return False
    for one, other in ((pair.x, pair.y), (pair.y, pair.x)):
        if "累计" in one.text and "累计" not in other.text and one.kind not in (Kind.QUANTITY, Kind.NUMBER):
            return True
        stands = one.metric.verb in classes().stock  # 累计建成基站: those that there are
        summed = one.behaviour == Behaviour.CUMULATIVE and not stands
        if summed and other.behaviour == Behaviour.STOCK and not other.metric.level:
            return pair.alike < _TEMPLATE and not _outdone(one, other)
    return False


def _outdone(whole: Claim, part: Claim) -> bool:
    """Whether what may be a part of a sum of a later day is the greater of the two, and so can be no part of it.

    A count for which no time is told, as in a title, may be of any stretch.
    """
    if part.period is None or not part.period.text:
        return False
    x, y, known, day = point(whole), point(part), known_on(whole), known_on(part)
    return x is not None and y is not None and known is not None and day is not None and day <= known and y > x


def _deeds(pair: Pair) -> bool:
    """Whether all that there are stand on one side, and on the other those to which something was done."""
    x, y = pair.x.metric.verb, pair.y.metric.verb
    totals, deeds = words("terms", "totals"), words("matters", "deeds")
    return (x in totals and y in deeds) or (y in totals and x in deeds)


def _means(pair: Pair) -> bool:
    """Whether one is a mean or a peak, and the other a sum (发送4000万人次，日均发送1000万人次)."""
    told = [_mean(c) for c in (pair.x, pair.y)]
    if told[0] == told[1] or all(_YEARLY.search(clause(c)) for c in (pair.x, pair.y)):
        return False  # 年产值50亿元, 每年可实现产值80亿元
    return all(c.kind == Kind.QUANTITY for c in (pair.x, pair.y))


def _mean(claim: Claim) -> bool:
    """Whether a claim is a mean or a peak, by its own clause or what that takes up: 人均2.7亩，*这一指标*达到2.9亩."""
    return any(name.endswith("均") for name in claim.scope.levels) or _MEANS.search(clause(claim)) is not None


def _places(pair: Pair) -> bool:
    """Whether one is told of an unnamed 全县 and the other of a place with a name, in articles of unlike places.

    Of an unnamed village it is enough that the other is not told of one.
    """
    x, y = pair.x.scope.place, pair.y.scope.place
    # What is told of one village is told of the next in the same words.
    small = any(place.startswith("全") and place.endswith(("镇", "乡", "村")) for place in (x, y))
    if pair.within or pair.alike >= (_REPEATED if small else _TEMPLATE):
        return False
    if kinship(pair.x, pair.y, 0) == Kinship.STRONG:
        return False
    return (small or bool(x and y)) and bool(_RELATIVE.match(x)) != bool(_RELATIVE.match(y))


def _rivals(pair: Pair) -> bool:
    """Whether the titles name two things of one sort: 蓝翼救援队, 绿舟救援队."""
    a, b = pair.x.article, pair.y.article
    if pair.within or _of_one_body(pair.x, pair.y) or pair.alike >= _TEMPLATE:
        return False
    x, y = (dict(sorted((sort, name) for name, sort in called(ref.title))) for ref in (a, b))
    told = [{*ref.about, *ref.named} for ref in (a, b)]
    return any(x[sort] not in told[1] and y[sort] not in told[0] for sort in x.keys() & y.keys() if x[sort] != y[sort])


def _other_measure(pair: Pair) -> bool:
    """Whether each tells a measure that rules the other's out, in names that are not quite one: *来华*游客, 游客."""
    return two_measures(pair) and pair.like[0].score < _NEARLY_ONE


def _partners(pair: Pair) -> bool:
    """Whether trade with some partners is told of on one side, and with others or with all on the other."""
    x, y = (frozenset(m["who"] for m in _PARTNERS.finditer(before(c))) for c in (pair.x, pair.y))
    return x != y and pair.alike < _REPEATED


def _borrowed(pair: Pair) -> bool:
    """Whether one is a part that has its name from its total, and the other stands by itself."""
    parts = [
        bool(p.whole) and set(p.words) <= set(p.whole) and not _BY_YEAR.search(before(c))
        for c, p in ((pair.x, pair.p), (pair.y, pair.q))
    ]
    return parts[0] != parts[1]


def _repeats(pair: Pair) -> bool:
    """Whether one article tells of some and then of others: 1334万人参保 in one scheme, 3.58亿人参保 in the other."""
    x, y = pair.x, pair.y
    titles = [c.sentence.region is RegionKind.TITLE for c in (x, y)]
    if pair.within and pair.p.group == "share" and pair.p.words == pair.q.words and thin(pair.p.words):
        return True  # 收入为*预算*的100.1%, 支出完成*预算*的99%
    if not pair.within or pair.alike >= _TEMPLATE or titles[0] != titles[1] or _misread(pair):
        return False
    if (x.metric.counted and y.metric.counted) or (x.metric.verb and y.metric.verb):
        return not _one_verb(pair) and not {x.metric.verb, y.metric.verb} & words("terms", "totals")
    if x.metric.level and y.metric.level and _whole(x) and _whole(y):
        return False
    return not _one_verb(pair) and (len(pair.p.words) == 1 or len(pair.q.words) == 1)


def _misread(pair: Pair) -> bool:
    """Whether one article counts the same things twice, in numbers that one digit sets apart: 26名患儿, 22名患儿."""
    x, y = pair.x, pair.y
    same = pair.p.words == pair.q.words and pair.one_dimension and not thin(pair.p.words)
    aged = x.value is not None and x.value.unit == "岁"
    return same and not aged and x.kind is Kind.QUANTITY and miswritten(x, y) >= _THIN


def _vague(pair: Pair) -> bool:
    """Whether one short word is all that two articles share, and nothing makes it one thing that both count in full."""
    if pair.within or pair.alike >= _NEAR_TEMPLATE or not (thin(pair.p.words) or thin(pair.q.words)):
        return False
    if pair.measure[0] or of_one_edition(pair) or of_one_amount(pair):
        return False
    x, y = pair.x, pair.y
    if _of_one_body(x, y):
        return False
    summed = x.behaviour == y.behaviour == Behaviour.CUMULATIVE
    placed = _one_place(pair) and (_one_verb(pair) or (_whole(x) and _whole(y)))
    counts = x.metric.counted or y.metric.counted
    total = not counts and _whole(x) and _whole(y) and bool({x.metric.verb, y.metric.verb} & words("terms", "totals"))
    agreed = not counts and stated(pair)
    if of_one_house(pair) or of_one_attainment(pair) or of_one_goal(pair):
        return False
    return not placed and not (_one_theme(pair) and (summed or total or agreed or _one_verb(pair)))


def _of_one_body(x: Claim, y: Claim) -> bool:
    """Whether both are of one organisation, which one of them at least names: what a body has one word can say."""
    told = x.scope.explicit or y.scope.explicit
    return bool(x.scope.org and y.scope.org) and told and same_org(x.scope.org, y.scope.org)


def _whole(claim: Claim) -> bool:
    """Whether a claim counts all there are (现有企业9家, 企业达到9家), and not some of which something is told."""
    metric = claim.metric
    return not metric.event and not metric.predicate and (metric.level or not metric.counted)


def _one_verb(pair: Pair) -> bool:
    """Whether one verb carries both."""
    return bool(pair.x.metric.verb) and pair.x.metric.verb == pair.y.metric.verb


def _one_place(pair: Pair) -> bool:
    """Whether two articles are about one place below the province."""
    x, y = pair.x, pair.y
    places = {x.scope.place, x.article.place} & {y.scope.place, y.article.place} - {""}
    return any(not broad(p) for p in places)


def _one_theme(pair: Pair) -> bool:
    """Whether two articles are about one named thing."""
    return bool(set(pair.x.article.about) & set(pair.y.article.about))


def _stretches_of_a_work(pair: Pair) -> bool:
    """Whether a measure that does not move is of all of a work here, and of one stretch of it there (辽宁段全长)."""
    heads = {pair.x.metric.head, pair.y.metric.head}
    like, _ = pair.like
    if not heads & words("terms", "fixed") or bool(like.only_a) == bool(like.only_b) or like.soft:
        return False
    # 地铁5号线 and 5号线 are one line; only a word for a stretch, or a place, tells a part of it.
    stretches = _listed("stretches")
    return any(w.endswith(stretches) or (len(w) > 1 and level(w)) for w in like.only_a or like.only_b)


def _told_beside(pair: Pair) -> bool:
    """Whether a sentence tells the other number too: 床位*600张*; 本部1800张、新院区*600张*，共*2400张*."""
    x, y = pair.x, pair.y
    titled = RegionKind.TITLE in (x.sentence.region, y.sentence.region)
    if not pair.within or titled or x.sentence.index == y.sentence.index:
        return False
    return any(_alone(a.text).search(b.sentence.text) for a, b in ((x, y), (y, x)) if len(a.text) > _FEW)


@cache
def _alone(number: str) -> re.Pattern[str]:
    """A number as it is written, and not as the end of another: 600张, but not 2600张."""
    return re.compile(rf"(?<![0-9.]){re.escape(number)}")


_TESTS: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("instance", _instances),
    ("scope", _phases),
    ("event", _tolls),
    ("scope", _spots),
    ("purpose", _purses),
    ("season", _seasons),
    ("season", _herds),
    ("behaviour", _sums),
    ("behaviour", _means),
    ("matter", _deeds),
    ("scope", _places),
    ("scope", _partners),
    ("matter", _rivals),
    ("matter", _other_measure),
    ("matter", _of_many),
    ("matter", _told_beside),
)
_NAMES: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("role", _borrowed),
    ("matter", _stretches_of_a_work),
    ("matter", _repeats),
    ("matter", _vague),
)
