"""What an amount is called that its words leave out: by its verb, by what is summed, by what a threshold describes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.following import following
from checker.claims.metrics.phrases import before
from checker.claims.metrics.readings import ASPECTS, Reading, dimension_of, metric
from checker.claims.words.segments import classes
from checker.frozen import replace
from checker.lexicon import load
from checker.model import Comparator, Kind, Metric, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.phrases import Phrase
    from checker.claims.metrics.readings import Context
    from checker.model import Figure

_MEDALS = {"金": "金牌", "银": "银牌", "铜": "铜牌"}
# What is put to what was counted, before the sum of both: *加上*民办学校，总数达到41所.
_MORE = re.compile(r"[，；](?:再|如果|若)?(?:加上|算上|连上|添上)(?P<more>[^，。；：！？、0-9]{2,16})，", needs="上")
_BOUNDS = (Comparator.ABOVE, Comparator.AT_LEAST)
# So close behind a count stands the threshold that describes what it counts: 58个*总投资十亿元以上*的项目.
_TIGHT = 4


def above(masked: str, found: Sequence[Reading]) -> list[Reading]:
    """Gives a count the noun behind the threshold that describes it: 58个*十亿元以上*的产业项目.

    A threshold that describes the noun before a count (*亿元以上*项目36个) is of nothing itself.
    """
    out = list(found)
    for i in range(len(out) - 1):
        r, nxt = out[i], out[i + 1]
        count = next((o for o in out[i + 1 : i + 3] if o.slot.figure.kind != Kind.DATE), nxt)
        if _describes(masked, r, count):
            out[i] = Reading(r.slot, Metric(""), "threshold")
            continue
        f, above = r.slot.figure, nxt.slot.figure
        if r.metric.text or f.kind != Kind.QUANTITY or not above.text.endswith(("以上", "以下", "级")):
            continue
        if not 0 <= above.start - f.end <= _TIGHT or masked[f.end : above.start].strip("的总投资额 "):
            continue
        noun = following(masked, Span(above.end + masked.startswith("的", above.end), nxt.slot.right.end))
        if noun.words:
            own = metric(noun.words, noun.words, r.metric.verb)
            out[i] = replace(r, metric=own, metric_span=noun.span, counted_span=noun.span)
            out[i + 1] = Reading(nxt.slot, Metric(""), "threshold")
    return out


def _describes(masked: str, r: Reading, count: Reading) -> bool:
    """Whether an amount of money stands right before the noun that the next figure counts.

    *5亿元以上*项目36个, 投资额*过亿元*的项目46个.
    """
    f, named = r.slot.figure, count.metric_span
    bound = f.text.endswith(("以上", "以下")) or f.comparator in _BOUNDS
    if not bound or dimension_of(f) != "人民币" or named is None:
        return False
    if count.slot.figure.kind != Kind.QUANTITY or dimension_of(count.slot.figure) == "人民币":
        return False
    between = masked[f.end : named.start].strip("的总投资额 ")
    return 0 <= named.start - f.end <= _TIGHT and (not between or between in classes().telling)  # 过亿元的*签约*项目


def added(c: Context, owner: Reading) -> tuple[str, ...]:
    """The words for a sum of what the figure of ``owner`` counts and of more that is named by itself; () for no sum.

    公办学校36所，*加上民办学校*，总数达到41所: 公办学校民办学校.
    """
    start = owner.slot.figure.end
    if not owner.metric.words or c.masked.find("上", start, c.figure.start) < 0:
        return ()
    more = _MORE.search(c.masked, start, c.figure.start)
    named = before(c.masked, Span(*more.span("more"))).words if more else ()
    return (*owner.metric.words, *named) if named else ()


def medals(metric: Metric, figure: Figure) -> Metric:
    """The metric of a number of medals that its last character alone names: 128*金*、96*银*; any other as it is."""
    noun = _MEDALS.get(figure.text[-1:])
    if noun is None or figure.value is None or figure.value.unit != "枚" or metric.counted:
        return metric
    kept = tuple(w for w in metric.words if w not in _MEDALS.values())
    return replace(metric, text="".join((*kept, noun)), words=(*kept, noun), head=noun)


def by_deed_alone(left: Phrase, figure: Figure) -> Phrase:
    """The phrase before a figure by its verb, where its noun says no more than the unit: *接待*人次攀升至128万."""
    unit = figure.value.unit if figure.value else ""
    verb = next((v for v in left.verbs if v in classes().flow), "") if left.words == (unit,) else ""
    return replace(left, words=(verb,)) if verb else left


def by_sum(left: Phrase, figure: Figure) -> Phrase:
    """The phrase before a sum of money, with what the sum is called for its deed: 实现*交易*46.8亿元 is 交易额."""
    if not left.words or figure.kind != Kind.QUANTITY or dimension_of(figure) != "人民币":
        return left
    noun = load("verbs")["sums"].get(left.words[-1], "")
    return replace(left, words=(*left.words[:-1], str(noun))) if noun else left


def earned(c: Context) -> str:
    """The noun that a sum of money is of by the verb at it: 公司*净赚*3.68亿元; "" where the verb names none."""
    verb = next((v for v in c.left.verbs if v not in ASPECTS), "")
    if not verb or dimension_of(c.figure) != "人民币" or c.right.words or c.masked.startswith("的", c.figure.end):
        return ""
    return _earning().get(verb, "")


@cache
def _earning() -> dict[str, str]:
    """The noun for what is earned, by the verb."""
    found: dict[str, str] = {}
    for noun, forms in load("verbs")["earning"].items():
        for form in forms.split():
            found.setdefault(form, noun)
    return found
