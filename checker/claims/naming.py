"""What a figure is a figure of, and of whom: its metric without its qualifiers, and its scope with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.qualifiers import graded, levels, unlevelled
from checker.claims.places.gazetteer import NATION
from checker.claims.subjects.mentions import honoured
from checker.claims.subjects.scopes import Standing, scope_at
from checker.frozen import replace
from checker.lexicon import load, words
from checker.model import Kind, Metric, Scope, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Reading
    from checker.claims.subjects.grounds import Ground
    from checker.claims.subjects.mentions import Mentions


_PER = re.compile(
    r"(?P<per>日均|人均|户均|月均|年均|平均|单日|单个|每[天日月年周户人家校])"
    r"(?:\S?|(?:再|又|可|将)?(?:补贴|补助|提高|增加|降低|减少|上涨|下降)(?:到|至|了|为|达)?)$",
    needs="均单每",
)


_PER_REACH = 8
# A word for what a mean is told of: *每天*发车, 财政*每部*补贴.
_EACH = "每天"
# What is told of each is told of the mean: 每天接待4200人次, 日均接待4200人次.
_MEANS_TOLD = {
    "日": "日均",
    "每天": "日均",
    "每日": "日均",
    "每月": "月均",
    "每年": "年均",
    "每户": "户均",
    "每人": "人均",
}
# 日均*接待*4200人次: the verb or the noun between is told of one day too.
_SPREAD, _SPREAD_REACH = (
    re.compile(
        r"(?P<per>[日月年户]均|人均(?=拥有|占有|享有)|每[天日月年]|(?<![0-9])日(?=处理|供[水气电]|产|输送))[^，。；：、！？0-9]*$",
        needs="均每日",
    ),
    14,
)


# From what size on things are counted, right before their noun: *5亿元以上*项目36个, 投资额*超5亿元*的项目.
_THRESHOLD = re.compile(
    r"""
    (?: (?P<least>[0-9一二三五十百千]*(?:\.[0-9]+)?[十百千]?[万亿]元(?:及)?以上)
      | (?:超过?|过|逾|不低于|不少于)(?P<more>[0-9一二三五十百千]*(?:\.[0-9]+)?[十百千]?[万亿]元)
    ) 的?(?:总投资|投资额)?的?(?:签约|在建|新?开工|落地|竣工)?$
    """,
    re.VERBOSE,
    needs="元",
)
# What is measured all the time, so that its value of a year is the mean of it.
_MEANS = frozenset({"浓度", "气温", "温度", "湿度"})


def _owner(metric: Metric, named: Mentions) -> str:
    """The organisation that the name of a measure begins with (*文体中心*占地); "" where it begins with none."""
    if not metric.words or metric.head not in words("terms", "attributes"):
        return ""
    found = (name for _, name in named.orgs if metric.text.startswith(name) and _after(metric.words, name))
    return max(found, key=len, default="")


def _after(told: Sequence[str], name: str) -> tuple[str, ...]:
    """The words that stand behind a name that a metric begins with; () where the name ends within a word."""
    at, n = 0, 0
    while n < len(told) and at < len(name):
        at += len(told[n])
        n += 1
    return tuple(told[n:]) if at == len(name) else ()


def naming(  # noqa: PLR0913, PLR0917 - what was read of one sentence, each by its own module
    text: str, reading: Reading, named: Mentions, standing: Standing, known: Ground, evidence: dict[str, Span]
) -> tuple[Metric, Scope, str]:
    """The metric without its qualifiers, and the scope with them; the text that both were read from.

    Where metric and scope stand is put into ``evidence``.
    """
    f, span = reading.slot.figure, reading.metric_span
    scope, scope_span = scope_at(named, reading.slot.left.start, f.start, standing, known)
    if f.among and scope_span is not None and text[scope_span.start : scope_span.end] == f.among and not f.first:
        # What is ranked lies in its field: 全市营商环境测评，青石区居*全市第二*.
        scope, scope_span = replace(scope, place=known.home, explicit=False), None
    raw = text[span.start : span.end] if span else reading.metric.text
    metric = _unqualified(reading.metric, named)
    if not scope.org and (owner := _owner(metric, named)):
        rest = _after(metric.words, owner)
        metric = replace(metric, text="".join(rest), words=rest)
        scope = replace(scope, org=owner)
    if scope.org and len(metric.words) > 1 and len(metric.words[0]) > 1 and scope.org.endswith(metric.words[0]):
        rest = metric.words[1:]  # 江城市中心医院负责人介绍，*医院*职工286人
        metric = replace(metric, text="".join(rest), words=rest)
    found, part = _qualifying(text, reading, raw), reading.whole is not None
    scope = Scope(scope.place, scope.org, found, part, scope.explicit, scope.main) if found or part else scope
    if span and span.end > span.start:
        evidence["metric"] = span
    if scope_span:
        evidence["scope"] = scope_span
    return metric, scope, text[max(0, reading.slot.left.start) : f.start] + raw


def _qualifying(text: str, reading: Reading, raw: str) -> tuple[str, ...]:
    """The qualifiers of a figure: in the words of its metric, or right before it (人均, 每户)."""
    f = reading.slot.figure
    found = levels(raw) or levels(reading.metric.text) or graded(reading.metric.subject)
    if span := reading.metric_span:
        if not found and text.endswith(NATION, 0, span.start) and text.startswith(honoured(), span.start):
            found = ("国家级",)  # *全国*文明村12个、省级文明村36个
        above = _THRESHOLD.search(text, max(0, span.start - _SPREAD_REACH), span.start)
        if above and not f.start < above.end() <= f.end:
            least = above["least"].replace("及以上", "以上") if above["least"] else f"{above['more']}以上"
            told = str(load("scope")["sizes"].get(least, least))
            found = (*found, told)
    found = () if f.kind == Kind.RANK else found
    near = text[max(0, f.start - _PER_REACH) : f.start]
    per = _PER.search(near) if "均" in near or "每" in near or "单" in near else None
    if f.text.startswith("年均"):
        found = (*found, "年均")
    elif per and (mean := _MEANS_TOLD.get(per["per"], per["per"])) not in found:
        found = (*found, mean)
    if not any(name.endswith("均") for name in found) and f.kind == Kind.QUANTITY:
        spread = _SPREAD.search(text, max(0, f.start - _SPREAD_REACH), f.start)
        found = (*found, _MEANS_TOLD.get(spread["per"], spread["per"])) if spread else found
    if reading.metric.head in _MEANS:
        found = tuple(name for name in found if name != "年均")
    if reading.metric.head in words("terms", "fixed"):
        found = tuple(name for name in found if name not in words("scope", "stages"))
    return found


def _unqualified(metric: Metric, named: Mentions) -> Metric:
    """The metric without its qualifiers and without the places that the sentence names."""
    kept = unlevelled(metric.words)
    if len(kept) > 1 and any(w[0] == "每" for w in kept):
        kept = tuple([w for w in kept if w[0] != "每" or len(w) > len(_EACH)]) or kept
    if named.places:
        kept = tuple([w for w in kept if w not in named.names])
    if kept and (kept != metric.words or kept[-1] != metric.head or "".join(kept) != metric.text):
        return replace(metric, text="".join(kept), words=kept, head=kept[-1])
    return metric
