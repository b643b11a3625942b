"""Changes as a sentence tells them: from a base to a level, with the growth that is stated of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import gap
from checker.disputes import interval, point
from checker.ends import MORE, UNIT, WAS_THEN, YEAR, against, ahead, bare, dateless, is_level, like, paired, then
from checker.frozen import dataclass
from checker.model import Claim, Kind
from checker.stated import falls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Number


@dataclass(frozen=True)
class Change:
    """A growth, the level that it led to, and where it set out: ``base``, or ``delta`` where only that is told.

    ``years``: how many years lie between, where both are stated.
    """

    growth: Claim
    level: Claim
    base: Claim | None = None
    delta: Claim | None = None
    years: int | None = None

    @property
    def claims(self) -> list[Claim]:
        """The figures of the change in the roles that a report shows."""
        first = [self.base.told_as("base")] if self.base else [self.delta.told_as("delta")] if self.delta else []
        return [*first, self.level, self.growth.told_as("rate")]

    @property
    def made(self) -> tuple[Number, Number, Number] | None:
        """The growth in percent that the figures make: the least, as written, and the most; None if not known."""
        level, now = interval(self.level), point(self.level)
        other = self.base or self.delta
        span, at = (interval(other), point(other)) if other is not None else (None, None)
        if level is None or span is None or not now or not at or not level.low or not level.high:
            return None
        if not span.low or not span.high or span.low <= 0:
            return None
        if self.base is not None:
            return (level.low / span.high - 1) * 100, (now / at - 1) * 100, (level.high / span.low - 1) * 100
        sign = -1 if falls(self.growth) else 1
        if level.low <= sign * span.high or now <= sign * at:
            return None
        few, many = span.low / (level.high - sign * span.low), span.high / (level.low - sign * span.high)
        least, most = sorted((sign * few * 100, sign * many * 100))
        return least, sign * at / (now - sign * at) * 100, most

    @property
    def start(self) -> Number | None:
        """The number that the change set out from, as written or as it follows; None if not known."""
        if self.base is not None:
            return point(self.base)
        now, by = point(self.level), point(self.delta) if self.delta is not None else None
        return None if now is None or by is None else now + by if falls(self.growth) else now - by


_BY = re.compile(
    r"^[，、]?[^，。；：0-9]{0,4}(?:(?:比|较)[^，。；：0-9]{1,12}?|[同环]比)(?:净|新)?(?:增加?|增长|提高|上升|多|减少?|下降|少|降低?)(?:了|出)?$"
    r"|^，[同环]比[多少][㐀-鿿]{1,3}$"
)
_THAN = re.compile(r"^[，、]?[^，。；：0-9]{0,4}(?:比|较)[^，。；：0-9]{1,16}$")
_REACHED = re.compile(r"^，(?:总[量额数]|余额)?(?:已|现)?(?:达到?|增至|升至|为|降至|减至|增加到|至)$")
_THEN = re.compile(
    r"^[）)]?[，、（(]?(?:即|也就是|共|累计|不到|仅|短短|[一二两三四五六七八九十几半0-9]{1,2}(?:年|个月)(?:之?间|以?来|时间)?|实现了?|成功|已经?|又|再|整整|总量|总体|其"
    r"|一举|基本|直接|几乎|提前|相比|相较|对比){0,4}$"
)
_NOUN = re.compile(r"^[^，。；：、0-9的了（(]{1,5}，$")
# A，占…的36%，而2021年这个数字还是B.
_WAS_THIS = re.compile(
    r"，而?(?:(?:19|20)[0-9]{2}年|[去前上]年)，?这[个一](?:数字|数据|指标|数)(?:还|仅|只|才)*(?:是|为|有)$", needs="这"
)
# What came in one of several years is no growth of all: ，*仅去年就*增长20%.
_GOES_ON = re.compile(r"^[，、][^，。；：、0-9的仅光单其年月季周今去本]{0,4}$")
# What is told beside a total: 全年0.6亿人次，*日均*17万人次.
_BESIDE = re.compile(r"[，、（][^，。；：、0-9]{1,6}$")
# A，四年间*日均客流*翻了两番: what grew is named once more.
_NAMED = re.compile(r"^，(?![仅光单其今去上本])[^，。；：、0-9仅光单就]{2,12}$")
_TIMES = re.compile(r"^，?(?:相当于|是|为|达到)[^，。；：、0-9]{0,10}的$")
# A，是去年B*的*N倍.
_SO_MANY = re.compile("的(?:将?近|约|大约|足足|整整)?")
_IS = re.compile(r"^[^，。；：0-9]{0,8}，?(?:已经?|约|大约|差不多)?(?:是|为|相当于|达到?)[^，。；：0-9]{0,16}$")
_STATED = re.compile(r"^[，；（(]而?(?P<year>(?:19|20)[0-9]{2})年[^，。；：0-9]{0,6}(?:为|是|仅为?|只有|只|有)$")
_SOME_YEARS = re.compile(
    r"(?:[近这]?[一二两三四五六七八九十几0-9]{1,3}(?:年|个月)|半年)(?:[间来里]|时间)?", needs="年月"
)
_LAST = re.compile(r"同比|环比|[比较与同](?:[上去]|年初)")
_RESPECTIVE = "分别"
# Characters that end the names of many measures.
_GENERAL = frozenset("量数额率值总人次度")
_ASIDE = (Kind.DATE, Kind.RANK, Kind.ENUMERATION, Kind.LABEL, Kind.ORDINAL)
_LEAD = 120


def changes(claims: Sequence[Claim]) -> Iterator[Change]:
    """The changes that the claims of one sentence tell with two levels, or a level and a difference, and a growth."""
    told = [c for c in claims if c.value is not None and c.kind not in _ASIDE and not _SOME_YEARS.fullmatch(c.text)]
    for i, growth in enumerate(told):
        before = told[max(0, i - 3) : i]
        if any(_RESPECTIVE in c.text for c in (growth, *before) if c.kind is Kind.GROWTH):
            found = _of_its_own(growth, told[:i])
            if found is not None:
                yield found
            continue
        if not before or not _grown(growth, before[-1]) or _of_what_follows(growth, before[-1]):
            continue
        if growth.role == "base":
            continue  # 增速*由5.7%*上升到6.2%: the pace that was before
        found = (
            _by_turns(growth, before) or _change(growth, before) or _told_after(growth, before[-1], told[i + 1 : i + 2])
        )
        if found is not None and not _since_another(found) and not _of_another(growth, found.level, before[-1]):
            yield found


def _of_another(growth: Claim, level: Claim, last: Claim) -> bool:
    """Whether a growth is named as something else than the level before it: 由A升至B，*票款收入*增长20%."""
    a, b = growth.metric.text, level.metric.text
    if growth.lead is not None or not a or not b or growth.kind is not Kind.GROWTH or _THEN.match(gap(last, growth)):
        return False
    return not set(a) & set(b) - _GENERAL


def _since_another(change: Change) -> bool:
    """Whether a growth is told against another time than that of the level before it: 由2020年的A增至B，*同比*增长."""
    basis, base = change.growth.figure.basis, change.base
    if not basis or base is None or base.period is None or base.period.end is None:
        return False
    began, level = base.period.end.year, change.level
    if stated := YEAR.search(basis):
        return int(stated["year"]) not in (began, began - 1)
    told = level.period.end if level.period is not None else None
    ended = (told or level.article.published).year if told or level.article.published else 0  # type: ignore[union-attr]
    return bool(base.period.explicit and ended and _LAST.match(basis) and began < ended - 1)


def _of_its_own(growth: Claim, told: Sequence[Claim]) -> Change | None:
    """One of several growths, as that of the level it is told of.

    学校由12所增到31所，学生由4800人增到1.1万人，分别增长158%和129%.
    """
    at = next((i for i, c in enumerate(told) if c.key == growth.lead), 0)
    return _between(growth, told[at - 1], told[at]) if at and paired(told[at - 1], told[at]) else None


def _of_what_follows(growth: Claim, last: Claim) -> bool:
    """Whether a growth is of the level behind it: 海外仓增至81个，总面积*翻了一番*，达到68万平方米."""
    own = growth.lead is not None and growth.lead[1] > growth.key[1]
    return own and bool(growth.metric.text) and growth.metric.text != last.metric.text


def _grown(growth: Claim, last: Claim) -> bool:
    """Whether a claim tells how much the one before it grew; 提速 is of no length of time."""
    if "提速" in growth.text:
        return False
    if growth.figure.basis.startswith("是"):
        return bool(_TIMES.match(dateless(gap(last, growth))))
    if growth.kind is Kind.GROWTH and growth.figure.direction:
        words = UNIT.sub("", gap(last, growth))
        if _NAMED.match(words) and _of_one(growth, last):
            return True
        return bool(_NOUN.match(words) or _THEN.match(words) or MORE.match(words) or _GOES_ON.match(words))
    times = growth.kind is Kind.QUANTITY and growth.value is not None and growth.value.unit == "倍"
    return times and bool(_TIMES.match(gap(last, growth)) or _SO_MANY.fullmatch(gap(last, growth)))


def _of_one(growth: Claim, last: Claim) -> bool:
    """Whether what grew is named as the level before it: a mean of the same time, or the very metric."""
    if last.scope.levels and growth.scope.levels == last.scope.levels:
        return True
    named = bool(growth.metric.text) and growth.metric.text == last.metric.text
    return named and not growth.text.startswith(("同比", "环比"))


def _told_after(growth: Claim, level: Claim, behind: Sequence[Claim]) -> Change | None:
    """收案2.86万件，同比上升12.6%，去年同期为2.36万件."""
    base = behind[0] if behind else None
    if base is None or not (is_level(level) and is_level(base) and like(level, base)):
        return None
    told = WAS_THEN.match(bare(growth, base)) or _year_before(level, growth, base)
    return Change(growth, level, base=base) if told else None


def _year_before(level: Claim, growth: Claim, base: Claim) -> bool:
    """收案2.86万件，上升12.6%；2023年为2.36万件, of 2024."""
    stated = _STATED.match(gap(growth, base))
    of = level.period.start if level.period is not None else None
    return stated is not None and of is not None and not growth.figure.basis and int(stated["year"]) == of.year - 1


def _change(growth: Claim, before: Sequence[Claim]) -> Change | None:
    last = before[-1]
    if len(before) > 2 and paired(before[-3], before[-2]) and like(before[-1], before[-2]) and _delta(before[-2], last):
        return _between(growth, before[-3], before[-2])
    pointed = next((c for c in reversed(before[:-1]) if like(c, last)), None)
    if pointed is not None and is_level(last) and is_level(pointed) and _WAS_THIS.search(gap(pointed, last)):
        return Change(growth, pointed, base=last, years=_spanned(growth))
    if len(before) < 2 or not like(before[-2], last):
        return None
    if growth.kind is Kind.QUANTITY and _SO_MANY.fullmatch(gap(last, growth)):
        told = is_level(before[-2]) and is_level(last) and _IS.match(bare(before[-2], last))
        return Change(growth, before[-2], base=last) if told else None
    if (found := _by_so_much(growth, before[-2], last)) is not None:
        return found
    return _between(growth, before[-2], last) if paired(before[-2], last) else None


def _by_so_much(growth: Claim, first: Claim, last: Claim) -> Change | None:
    """A比上年增加C; 比上年增加C，达到B."""
    more = last.role == "delta" and _THAN.match(bare(first, last))
    if is_level(first) and (more or _BY.match(bare(first, last))):
        return Change(growth, first, delta=last)
    if first.role == "delta" and _REACHED.match(bare(first, last)) and is_level(last):
        return Change(growth, last, delta=first)
    return None


def _by_turns(growth: Claim, before: Sequence[Claim]) -> Change | None:
    """The change between two means, one told with each of two totals: 日均50万，而2020年全年*0.6亿*，日均17万."""
    if len(before) < 3:
        return None
    a, other, b = before[-3:]
    if not (is_level(a) and is_level(b) and like(a, b)) or a.metric.text != b.metric.text:
        return None
    if a.scope.levels != b.scope.levels or not a.scope.levels or other.scope.levels == b.scope.levels:
        return None
    if not _BESIDE.match(gap(other, b)):
        return None
    first, later = (b, a) if against(a, other) else (a, b)
    known = first is b or then(a, other)
    return Change(growth, later, base=first, years=_spanned(growth)) if known else None


def _between(growth: Claim, a: Claim, b: Claim) -> Change:
    """The change between two levels, in whichever order they are told."""
    first, second = (b, a) if against(a, b) or _sooner(b, a) else (a, b)
    own = [YEAR.search(words) for words in ((ahead(a), gap(a, b)) if first is a else (gap(a, b), ahead(a)))]
    stated = [int(m["year"]) for m in own if m]
    apart = stated[1] - stated[0] if len(stated) == 2 else _spanned(growth)
    return Change(growth, second, base=first, years=apart)


def _sooner(a: Claim, b: Claim) -> bool:
    """Whether an amount is said to be of an earlier year than another."""
    p, q = a.period, b.period
    if p is None or q is None or p.end is None or q.end is None or not (p.explicit and q.explicit):
        return False
    return p.end.year < q.end.year


def _spanned(growth: Claim) -> int | None:
    """The years between the two that open a sentence: 2020年至2024年，……."""
    end = growth.figure.start
    found = YEAR.findall(growth.sentence.text, max(0, end - _LEAD), end)
    return int(found[-1]) - int(found[0]) if len(found) == 2 else None


def _delta(level: Claim, last: Claim) -> bool:
    words = gap(level, last)  # 312元，与上年的318元相比略降；住院费用*1.42万元* is no difference
    if "；" in words:
        return False
    return last.role == "delta" or bool(re.match(r"^，?[^，。；：0-9]{0,4}(?:增|多|减|少|降)", words))
