"""The list that a rank is told in: 在*全省营商环境评价*中，我市列第五; *百强县榜单*揭晓，该县列第46位."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.fields import AMONG
from checker.claims.metrics.phrases import before, tokens_of
from checker.claims.metrics.readings import clause_start, metric
from checker.claims.metrics.slots import REACH
from checker.claims.words.segments import classes, has_letters
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Reading

# Nouns of a list that ranks are told in: 在…综合*评价*中，…位居第二.
_LIST_NOUN = re.compile(
    r"评价|排名|排行榜?|评比|考核|考评|榜(?![首眼样])单?|评估|指数|测评|竞赛|大赛|比赛|(?:[十百千]|[1-9]00?0?)强(?:[县市区镇乡](?!长))?"
    r"(?:名单|榜单?|企业)?|评选|监测|调查(?!队|组|员|研究)|名单"
    r"|(?:“[^“”]{1,8}”|[督检抽巡]查|抽[检测]|验收|比拼|角逐)(?=[中里])"
)
# Who measured, and no list: *据第三方监测*，….
_BY_WHOM = ("监测", "调查")
_SOURCE = re.compile(r"(?:^|[，。；：])(?:根?据|经|按照?)[^，。；：]{0,16}$")
# What a list is called for short behind its name: 在全省乡村振兴*“大考”*中.
_CALLED = re.compile(r"“(?P<name>[^“”]{1,8})”$", needs="“")
_EXAMS = {"考": "考核", "评": "评价", "赛": "比赛", "检": "检查"}
# A list that is out: its name is what the ranks of the next sentences are of.
_IS_OUT = re.compile(r"[^，。；：]{0,6}(?:发布|揭晓|公布|出炉|公示|亮相|榜上有名|上榜|入围|入选)")
_YEAR = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})(?![0-9])")
# Where the name of a list begins: 我市*在*….
_INSIDE = re.compile(r"在(?=[^在，。；：]*$)")
# What tells of what list a rank was that stands before it.
_TOLD_BEHIND = re.compile(
    r"[位名]?(?:，|——|！)(?:这[便就正]?是|[^，。；！？0-9]{0,8}在)(?=(?P<rest>[^，。；！？]{2,40}))", needs=("这", "在")
)
# How far back a list's name may stand, and how the measures end that are ranked without a list.
_LISTS_BACK = 90
_MEASURE_ENDS = tuple("量额率值数积入产度比速分")
# What a list gives, which names no measure of its own: *得分*居第二.
_SCORES = frozenset({"得分", "评分", "总分", "分"})
# The noun right before its number is the verb of a rank: 在…评价中，我市*排名*第二.
_IS_PLACED = re.compile(r"(?:排名|排行)第?")

_FIELD = re.compile(r"全国|全省|全市|全区|全县|全球|世界|亚洲")


@lru_cache(maxsize=8)
def _list_nouns(masked: str) -> tuple[tuple[int, int], ...]:
    """The spans of the nouns that lists are called by: found once a sentence, however many ranks ask for them."""
    return tuple(m.span() for m in _LIST_NOUN.finditer(masked))


def named_in(told: Sequence[str]) -> tuple[str, ...]:
    """What a list ranks, by the words before the verb of a rank, without a pronoun for whose it is."""
    return tuple(w for w in told if not w.startswith(("该", "本", "我", "此", "这")))


def ranking(masked: str, at: int, ends: Sequence[int] = ()) -> tuple[str, ...]:
    """The words of the list that a rank is told in; ``ends``: where the figures before it end, in order."""
    nouns = _list_nouns(masked)
    last = bisect_right(nouns, at, key=itemgetter(1))
    for start, end in nouns[max(0, last - 2) : last][::-1]:
        if masked[start:end] in _BY_WHOM and _SOURCE.search(masked, 0, start):
            continue
        opens = max((e for e in ends if e <= start), default=0)  # 金牌榜第二、*总分榜*第一
        placed = _IS_PLACED.fullmatch(masked, start, at)
        if placed and AMONG.search(masked, clause_start(masked, start), start):
            continue  # *在全国高校中*排名第36位
        found = _list_name(masked, Span(max(clause_start(masked, start), end - REACH, opens), start if placed else end))
        if found or not placed:
            return found
    return ()


def ends_in_list(masked: str, at: int) -> bool:
    """Whether a clause that ends at ``at``, with its comma there, ends in a list's name: *信访工作考核*，该县第四."""
    return masked[at : at + 1] == "，" and any(end == at for _, end in _list_nouns(masked))


def listed_behind(masked: str, at: int) -> tuple[str, ...]:
    """The list of a rank that is told before it: 第八名，*这是全省信访考核的*结果; 第八名，*在全省考核中*前进7位."""
    told = _TOLD_BEHIND.match(masked, at)
    nouns = list(_LIST_NOUN.finditer(masked, told.end(), told.end("rest"))) if told else []
    return _list_name(masked, Span(told.end(), nouns[-1].end())) if told and nouns else ()


def _list_name(masked: str, span: Span) -> tuple[str, ...]:
    """The words of a list's name, without what is told of the list; its year, where that stands in the name."""
    inside = _INSIDE.search(masked, span.start, span.end)
    called = _CALLED.search(masked, span.start, span.end)
    if called is not None:
        span = Span(span.start, called.start())
    if inside is not None:
        told = [w for w, _ in tokens_of(masked, Span(inside.end(), span.end)) if w not in classes().empty]
    else:
        told = list(before(masked, span).words)
        if all(map(_LIST_NOUN.fullmatch, told)):
            told = _run_of_words(masked, span)
    if called is not None:
        told += [_EXAMS.get(called["name"][-1], called["name"])]
    year = _YEAR.search(masked, span.start, span.end)
    named = [
        w
        for w in _joined(told)
        if has_letters(w) and w not in words("ranks", "told_of_lists") and not _FIELD.fullmatch(w)
    ]
    kept = [w for w in named if w not in words("ranks", "lists")] or named
    if words("ranks", "contests").issuperset(kept):
        return ()
    return (*([year["year"]] if year and kept else []), *kept)


def _run_of_words(masked: str, span: Span) -> list[str]:
    """The words in a row that a stretch ends with, whatever sort of word each is: *平安建设*考核."""
    told: list[str] = []
    for w, _ in reversed(tokens_of(masked, span)):
        if not has_letters(w) or w in classes().stop or w in classes().empty:
            break
        told.insert(0, w)
    return told


def _joined(told: Sequence[str]) -> list[str]:
    """The words with numbers and what they count as one: 500强."""
    out: list[str] = []
    for w in told:
        if out and out[-1].isdigit() and w.startswith("强"):
            out[-1] += w
        elif not (w.isdigit() and len(w) == len("2024")):
            out.append(w)
    return out


def listed_before(told: Sequence[Reading], earlier: str) -> list[Reading]:
    """Readings whose ranks are of the list that the sentences before say is out: *百强县榜单揭晓*。该县列第46位."""
    if not any(r.slot.figure.kind == Kind.RANK and not r.slot.figure.first for r in told):
        return list(told)
    start = max(0, len(earlier) - _LISTS_BACK)
    nouns = [m for m in _LIST_NOUN.finditer(earlier, start) if _IS_OUT.match(earlier, m.end())]
    named = _list_name(earlier, Span(clause_start(earlier, nouns[-1].start()), nouns[-1].end())) if nouns else ()
    return [_of_list(r, named) if named and r.slot.figure.kind == Kind.RANK else r for r in told]


def _of_list(r: Reading, named: tuple[str, ...]) -> Reading:
    """A rank as one of a list, unless it has a list or a measure of its own."""
    own = r.metric
    measures = own.head.endswith(_MEASURE_ENDS) and (len(own.words) > 1 or own.head not in _SCORES)
    if r.slot.figure.first or own.subject or measures or _LIST_NOUN.search(own.text):
        return r
    return replace(r, metric=metric(named, subject=own.words), inherited=True)
