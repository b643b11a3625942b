"""What the clause before a figure's own speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.nominal import fetches, nominal, predicates
from checker.claims.metrics.phrases import Phrase, before
from checker.claims.metrics.readings import MEASURED, clause_start
from checker.claims.metrics.slots import REACH
from checker.claims.words.segments import classes, has_letters, is_adverb, is_verb, segment
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.metrics.readings import Context

REPORTED = re.compile(r"说|表示|介绍|了解|获悉|显示|透露|指出|称|记者|看到|告诉|走进|来到")
# Measure words that stand with a pronoun for a thing named behind them.
_MEASURED = frozenset("款座条个项家种类批支片位名次届处所")
# What says of the figure before what it is of: *这是*全年融资登记金额，比上年的9.2亿元增长.
_THIS_IS = re.compile(r"(?:这|此)(?:就|便|正)?是")
# What only leads to what a clause speaks of: *特别是*民间投资.
_LED = re.compile(r"(?:特别是|尤其是|尤其|其中|另外|此外|至于|单是|光是|而|但)")
# How the names of measures end.
_MEASURES = ("幅度", "价格", "指数", "增速", "额", "量", "率", "收入", "支出")
# One after the other: 一口口, 一条条.
_ONE_BY_ONE = re.compile(r"一(?P<one>.)(?P=one)")
# How a clause begins that only says by what or with what something is told: *按照规划*，2030年达到45%.
_FRAMES = ("按", "照", "根据", "依据", "随着", "为了", "经过", "通过", "由于", "因为", "自从")
# How a clause ends that says from where something is looked at: *分区看*，东片完工98个.
_VIEWED = ("看", "而言", "来说", "来讲", "来算")
# So many characters may stand before the name of a heading: its number.
_OPENS = 2
# The most words that a clause of its own may name a topic by.
_TOPIC = 8
# How a clause ends that only says that what it speaks of grows or shrinks: 企业队伍*继续壮大*，9月底达到126家.
_GROWS = re.compile(
    r"(?:继续|持续|不断|进一步|逐步|逐年|稳步|日益|加速|加快|明显|再度|大幅|显著|快速|迅速|日渐|日趋)"
    r"(?:向[好上优]|[㐀-鿿]{2})$"
    r"|也?越[㐀-鿿]{1,3}越[㐀-鿿]{1,2}$",
    needs=(
        "越",
        "继续",
        "持续",
        "不断",
        "逐",
        "进一步",
        "稳步",
        "日",
        "加",
        "明显",
        "再度",
        "大幅",
        "显著",
        "快速",
        "迅速",
    ),
)


def topic(c: Context) -> Phrase:
    """What the clause before speaks of, where no figure stands in it: 海外仓面积，从62万…; 馆藏也在长，突破270万册.

    The noun phrase that ends the clause, else its subject. Clauses of nothing but a date are passed over.
    """
    masked, cut = c.masked, c.slot.left.start - 1
    if cut < 0 or masked[cut] not in "，：":
        return Phrase()
    start = clause_start(masked, cut)
    while not masked[start:cut].strip() and start > 0 and masked[start - 1] == "，":
        cut, start = start - 1, clause_start(masked, start - 1)
    start = max(start, cut - REACH // 2)
    told = next((f for r in reversed(c.sofar) if (f := r.slot.figure).start < cut and f.kind in MEASURED), None)
    if told is not None and told.end > start:
        return Phrase()
    frame = masked[start:cut]
    return Phrase() if frame.endswith(_VIEWED) or frame.lstrip().startswith(_FRAMES) else _spoken_of(c, start, cut)


def _spoken_of(c: Context, start: int, cut: int) -> Phrase:
    """What the clause between two offsets speaks of: the noun phrase that ends it, else its subject."""
    masked = c.masked
    if (this := _THIS_IS.match(masked, start, cut)) is not None:
        found = before(masked, Span(this.end(), cut))
        return found if found.words and not found.verbs else Phrase()
    start = led.end() if (led := _LED.match(masked, start, cut)) else start
    copula = masked.find("是", start, cut)
    end = copula if copula > start else cut
    if (grows := _GROWS.search(masked, start, end)) is not None:
        end = grows.start()
    found = before(masked, Span(start, end))
    doing = masked[found.span.start - 1 : found.span.start] == "在"  # 馆藏也*在*长
    grown = len(found.words) == 1 and found.words[0] in words("verbs", "grows")  # 企业队伍继续*壮大*
    done = [v for v in found.verbs if v not in words("terms", "totals") and v != "总规模" and not fetches(v)]
    if masked[cut] == "：" and not (_headed(c, found, cut) and not done and found.span.start <= start + _OPENS):
        return Phrase()
    found = _without_manner(masked, found)
    dated = masked[found.span.start - 1 : found.span.start].isspace()
    doing = doing or (dated and any(is_verb(w) for w in found.words))  # 门票[9月1日起]*实名*发售
    happens = predicates(found.words)
    if found.words and not done and not doing and not grown and not happens and len(found.words) <= _TOPIC:
        return found
    clause = masked[start:end]
    subject = () if REPORTED.search(clause) else nouns(clause)
    opens = bool(subject) and clause.strip().startswith(subject[0])
    named = opens and len(subject) <= _TOPIC and not predicates(subject)
    at = start + clause.find(subject[0]) if named else start
    return Phrase(subject, Span(at, at + len("".join(subject)))) if named else Phrase()


def _without_manner(masked: str, found: Phrase) -> Phrase:
    """A phrase up to the word that says how what it names was dealt with: 网箱*一口口*布进外海."""
    at = next((i for i, w in enumerate(found.words) if i and _ONE_BY_ONE.fullmatch(w)), 0)
    if not at:
        return found
    kept = found.words[:at]
    return replace(found, words=kept, span=Span(found.span.start, masked.find(found.words[at], found.span.start)))


def _headed(c: Context, found: Phrase, cut: int) -> bool:
    """Whether a measure before a colon is what the clause behind it tells of: *产业总规模*：力争达到2300亿元."""
    measures = words("terms", "flow", "stock", "attributes")
    measured = bool(found.verbs) or found.words[-1:] == () or found.words[-1] in measures
    return measured and bool(c.masked[cut + 1 : c.figure.start].strip())


def measured(named: Sequence[str]) -> bool:
    """Whether words end with the name of a measure.

    >>> measured(("民间", "投资")), measured(("局面",))
    (True, False)
    """
    if not named:
        return False
    known = words("terms", "flow", "stock", "attributes", "generic")
    return named[-1] in known or named[-1].endswith(_MEASURES)


def nouns(text: str) -> tuple[str, ...]:
    """The content words that a clause begins with, up to its verb: 二期*开工*, 环湖公路*已建成*."""
    known = classes()
    kept: list[str] = []
    for w in segment(text.strip()):
        if kept and (is_verb(w) or is_adverb(w) or w in known.light or w in known.flow) and w not in known.nominal:
            break
        if (
            len(w) > 1
            and has_letters(w)
            and not _points(w)
            and not any(w in sort for sort in (known.empty, known.stop, known.light))
        ):
            kept.append(w)
    return tuple(w for w, _ in nominal([(w, 0) for w in kept[:6]]))


def _points(word: str) -> bool:
    """Whether a word is a pronoun with a measure word, or a length of time: *那款*治痛风的新药, 新的*一年*."""
    return len(word) == 2 and (
        (word[0] in "这那" and word[1] in _MEASURED) or word in ("一年", "半年", "全年", "当天", "当年")
    )
