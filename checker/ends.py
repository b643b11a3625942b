"""Two levels that a sentence tells one after the other, as the ends of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap
from checker.model import Comparator, Kind
from checker.movement import UP

if TYPE_CHECKING:
    from checker.model import Claim

YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年")
_DATED = re.compile(
    r"""
      (?:(?:19|20)[0-9]{2}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]        # 2024年3月5日, 8日
    | (?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[底末初份]?                   # 2024年, 2023年末
    | [前头](?:[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个?(?:月|季度)      # 前11个月, 前三季度
    | [0-9]{1,2}月[底末初份]?                                          # 10月底
    """,
    re.VERBOSE,
)
UNIT = re.compile(r"^[（(][^（）()，。0-9]{1,4}[）)]")
_PART = re.compile(r"(?:第?(?P<quarter>[一二三四])季度|(?P<month>[0-9]{1,2})月)")
_FROM = re.compile(r"(?:由|从)[^，。；：0-9]{0,20}$")
_TO = re.compile(r"^[，、]?[^，。；：、0-9]{0,14}(?:至|到|为|成|达)[^，。；：、0-9]{0,10}$")
# What was counted anew, and did not grow.
_REVISED = re.compile("修订|修正|更正|订正|核实|核定|核减|核增|重新核算|重新测算")
_THAN = re.compile(r"^[，、（(]?[^，。；：0-9]{0,8}(?:比|较|相比|相较于?|对比)[^，。；：0-9]{1,16}$")
# A，与去年的B相比.
_WITH = re.compile(r"^[，、（(]?(?:但|而)?(?:与|同|和|跟)[^，。；：0-9]{1,16}$")
_COMPARED = ("相比", "相较", "对比", "比较")
_WAS = re.compile(
    r"^[，（(](?:而)?(?:上|去|前)?(?:年|年同期|届|次|轮|月|季度|同期)?[^，。；：0-9]{0,6}(?:为|是|仅为?|只有|只|有)$"
)
WAS_THEN = re.compile(r"^[，（(](?:而)?(?:上|去)(?:年|年同期|月|季度|届)[^，。；：0-9]{0,6}(?:为|是|仅为?|只有|只)?$")
_EARLIER = re.compile(
    r"(?:去年|上年|前年|上届|当年|年初|改造前|此前|之前|原来|原先|以前|从前|最初|起初|当初|早先|往常|以往|过去|往年|之初|[0-9一二两三四五六七八九十几]年前)[^，。；：]{0,16}$"
)
_LATER = re.compile(
    r"^，[^，。；：0-9]{0,6}?(?:今年|去年|目前|现在|如今|眼下|而今|现已|今|到|本届|改造后|年底|期末|则|而)[^，。；：0-9]{0,14}$"
)
MORE = re.compile(r"^(?:净|新|共|又|约)?(?:增加?|增长|提高|上升|多|减少?|下降|少|降低?|回落|偏[多少高低])(?:了|出)?$")
# A，眼下已增加到B.
_RISEN = re.compile(
    rf"^，[^，。；：、0-9]{{0,10}}{UP}了?(?:到|至)[^，。；：、0-9]{{0,4}}$",
    needs=("到", "至"),
)
_VAGUE = (Comparator.RANGE,)
_LEVELS = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.NUMBER, Kind.DURATION)
# Kinds whose amounts are of one dimension only where they have one unit.
_QUOTIENTS = (Kind.RATE, Kind.DURATION)
_AHEAD = 24
_BEFORE = re.compile(r"(?P<deed>[㐀-鿿]{2})[之以]?前，?[^。；：0-9]{0,14}$", needs="前")
# How a time is told that something began in, a clause at the most before the amount; and what tells that of now.
_BEGUN = re.compile(
    r"(?:[㐀-鿿]{2}(?:时|之初|初期|[头首]个?(?:年|季度|月)|[头首][一两三半]个?(?:年|月|季度))|第一年|[头首]一?年)"
    r"，?[^，。；：0-9]{0,12}$",
    needs=("时", "初", "头", "首", "第一年"),
)
_BY_NOW = re.compile(
    r"^[，；](?:而|但)?(?:如今|现在|目前|眼下|而今|到了?(?:年底|今年|现在|目前|去年|第[二三四五]年))[^。；：0-9]{0,14}$"
)
# …，*换了新品种*，今年…: what came between.
_SINCE = re.compile(r"^，[^，。；：、0-9]{2,14}，(?=今年|目前|现在|如今|眼下|而今)")
_NEXT = re.compile(r"^，[^，。；：、0-9]{0,18}$")


def ends(a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """The earlier and the later of two levels that a sentence tells one after the other; None where they are no such.

    A比去年的B; 由A增加到B; 原来A，现在B; 改造前A；改造后B.
    """
    if not paired(a, b):
        return None
    return (b, a) if against(a, b) else (a, b)


def like(a: Claim, b: Claim) -> bool:
    """Whether two claims are amounts, rates or lengths of time of one unit, which can be set off against each other."""
    if a.kind in _QUOTIENTS and a.kind is b.kind:
        return a.value is not None and b.value is not None and a.value.unit == b.value.unit != "%"
    return alike(a, b)


def paired(a: Claim, b: Claim) -> bool:
    """Whether two levels of a sentence are the ends of a change, in either order."""
    told = _from_to(a, b) or against(a, b) or then(a, b) or _risen(a, b) or _before_and_after(a, b) or _once(a, b)
    return told and is_level(a) and is_level(b) and like(a, b)


def _from_to(a: Claim, b: Claim) -> bool:
    """由A增加到B, and not 由A修订为B, which are of one time."""
    words = bare(a, b)
    return bool(_FROM.search(dateless(ahead(a))) and _TO.match(words)) and not _REVISED.search(words)


def _risen(a: Claim, b: Claim) -> bool:
    """A，眼下已增加到B, of one metric."""
    return a.metric.text == b.metric.text and bool(_RISEN.match(bare(a, b)))


def against(a: Claim, b: Claim) -> bool:
    """A，比去年的B; A，去年同期为B."""
    words = gap(a, b)
    words_only = dateless(words)
    behind = b.sentence.text[b.figure.end : b.figure.end + 2]
    if _THAN.match(words_only) or (behind in _COMPARED and _WITH.match(words_only)):
        return not MORE.search(words_only) and b.role != "delta"
    then = WAS_THEN.match(words_only) or (_WAS.match(words_only) and (YEAR.search(words) or _part_before(a, b)))
    return bool(then) and not (_later(a, b) or _told_later(a, b) or _EARLIER.search(dateless(ahead(a))))


def _told_later(a: Claim, b: Claim) -> bool:
    """Whether the second level is held to be of a later time: 十年前，一年看病2100人次，*去年*看病5600人次."""
    p, q = a.period, b.period
    return p is not None and q is not None and None not in (p.end, q.end) and p.end < q.end  # type: ignore[operator]


def _part_before(a: Claim, b: Claim) -> bool:
    """Whether the second level is told of the earlier quarter or month: 第三季度A，第二季度为B."""
    parts = [_PART.findall(words) for words in (ahead(a), gap(a, b))]
    if not all(parts):
        return False
    (late, month), (early, before) = parts[0][-1], parts[1][-1]
    if late and early:
        return "一二三四".index(early) < "一二三四".index(late)
    return bool(month and before) and int(before) < int(month)


def then(a: Claim, b: Claim) -> bool:
    """去年A，今年B."""
    early = _EARLIER.search(dateless(ahead(a))) or YEAR.search(ahead(a))
    words = bare(a, b)
    if early and (found := _SINCE.match(words)):
        words = words[found.end() - 1 :]
    return bool(early and (_LATER.match(words) or _later(a, b)) and _NEXT.match(words))


def _later(a: Claim, b: Claim) -> bool:
    """Whether the second level is told of a later year than the first: 2020年A，2024年B."""
    first, second = YEAR.search(ahead(a)), YEAR.search(gap(a, b))
    if first and second:
        return int(second["year"]) > int(first["year"])
    return bool(first and re.search(r"去年|今年|目前", gap(a, b)))


def _before_and_after(a: Claim, b: Claim) -> bool:
    """改造前，一年停靠2100艘次；改造后的第一年来了3900艘次."""
    deed = _BEFORE.search(a.sentence.text, max(0, a.figure.start - _AHEAD), a.figure.start)
    return deed is not None and re.match(rf"^[，；][^，。；0-9]{{0,6}}{deed['deed']}之?以?后", gap(a, b)) is not None


def _once(a: Claim, b: Claim) -> bool:
    """挂牌时仅有企业2400家，如今已达8600家; 起步头三个月，接诊24只；到了年底，已有61只: two levels of one metric."""
    if not a.metric.text or a.metric.text != b.metric.text:
        return False
    begun = _BEGUN.search(a.sentence.text, max(0, a.figure.start - _AHEAD), a.figure.start)
    return begun is not None and _BY_NOW.match(gap(a, b).removeprefix(a.metric.counted)) is not None


def is_level(claim: Claim) -> bool:
    """Whether a claim tells how much there is, and not how much more, nor between what."""
    return claim.kind in _LEVELS and claim.figure.comparator not in _VAGUE and claim.role not in ("delta", "gap")


def ahead(claim: Claim) -> str:
    """The characters before a claim in its sentence."""
    return claim.sentence.text[max(0, claim.figure.start - _AHEAD) : claim.figure.start]


def bare(a: Claim, b: Claim) -> str:
    """The words between two claims without the times among them, and without what the first counts."""
    return dateless(gap(a, b).removeprefix(a.metric.counted))


def dateless(text: str) -> str:
    """The words without the days, months and years among them, and without a second unit in brackets (只（头）)."""
    return _DATED.sub("", UNIT.sub("", text))
