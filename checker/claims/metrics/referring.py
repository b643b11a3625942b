"""What a sentence leaves to its neighbours: 这条路, 该线; in an answer what was asked; 这是… of a figure by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.masking import blank
from checker.claims.metrics.phrases import Phrase, before
from checker.claims.metrics.readings import MEASURED, Reading, clause_start
from checker.claims.words.segments import classes, has_letters, segment
from checker.figures.dates import dates
from checker.frozen import replace
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

# How far back, in characters, the thing that a pronoun stands for may be named.
_BACK = 160
# What stands right behind the noun and belongs to the name: 5号线*一期*.
_STAGE = re.compile(r"[一二三四]期|[东西南北]段")
_POINTS = re.compile(
    r"""
    (?:该|这|此)                                        # 该线
    (?:条|座|个|项|所|家|栋|片|处|段|款|支|批|台|艘)?      # 这条路, 这座桥
    (?P<noun>[㐀-鿿]{1,4}?)                             # 线, 路, 大桥
    $
    """,
    re.VERBOSE,
    needs="该这此",
)
_ASKED = re.compile(
    r"""
    ^(?:记者|问|主持人)?[：:]?
    (?:请问|那么|另外|此外)?，?
    (?:(?:很多|许多|不少|广大|我们|大家)*(?:读者|市民|群众|居民|网友|家长|百姓|大家|企业)?(?:都|也|最|很|比较|非常|十分|特别)*(?:关心|关注)(?:的是?)?)?
    (?P<topic>[㐀-鿿A-Za-z0-9.“”]{2,16}?)
    (?:的?(?:进度|进展|情况|成效|效果|现状|工作|建设)?)
    (?:怎么样|怎样|如何|进展如何|有哪些|有什么|怎么|到了哪一步|，)
    """,
    re.VERBOSE,
)
# What a sentence asks at its end: 全年下来，*收成几何*？
_HOW_MUCH = re.compile(
    r"""
    (?P<topic>[㐀-鿿A-Za-z0-9“”]{2,12}?)
    (?:又|究竟|到底)?
    (?:几何 | 有?多少 | 有多[大高长] | 是多少 | 怎么样 | 如何)
    [？?]$
    """,
    re.VERBOSE,
    needs="？?",
)
# The most words that name what a question is about.
_TOPIC = 5


def referred(told: Sequence[Reading], text: str, earlier: str) -> list[Reading]:
    """The readings of a sentence with each pronoun before a noun (该线, 这条路) named by what it stands for.

    ``earlier``: what stands before the sentence. A pronoun whose noun is told of nowhere in it is left as it is.
    """
    return [_named(r, text, earlier) if r.metric_span and r.metric.words else r for r in told]


def _named(r: Reading, text: str, earlier: str) -> Reading:
    assert r.metric_span is not None  # noqa: S101 - asked by the caller
    for n in range(min(len(r.metric.words), 3)):
        own = "".join(r.metric.words[: n + 1])
        start = text.rfind(own, 0, r.slot.figure.start)
        if start < 0:
            return r
        pointed = _POINTS.search(text, max(0, start - 2), start + len(own))
        if pointed is None or pointed.end() != start + len(own):
            continue
        near = text[max(0, pointed.start() - 2 * _BACK) : pointed.start()]
        thing = antecedent(pointed["noun"], near if len(near) == 2 * _BACK else earlier + near)
        if not thing:
            continue
        named = (*thing, *r.metric.words[n + 1 :])
        return replace(r, metric=replace(r.metric, text="".join(named), words=named, head=named[-1]))
    return r


# A figure that a thing is described by, with all that stands before it in the clause.
_FIGURE_OF = re.compile(r"[^，。；：！？]*[0-9][^，。；：！？0-9的]{0,6}的")


def antecedent(noun: str, earlier: str) -> tuple[str, ...]:
    """The words of the last thing of this sort that a text names; () where it names none by more than the noun.

    >>> antecedent("路", "最长的是环湖公路。")
    ('环湖公路',)
    >>> antecedent("桥", "最长的是环湖公路。")
    ()
    """
    floor = max(0, len(earlier) - _BACK)
    at = earlier.rfind(noun, floor)
    while at >= 0:
        end = at + len(noun)
        start = clause_start(earlier, at)
        described = _FIGURE_OF.match(earlier, start, at)  # *总投资1.4亿元的*储备中心
        found = before(earlier, Span(described.end() if described else start, end))
        if found.words and found.span.end == end and len("".join(found.words)) > len(noun) + 1:
            stage = _STAGE.match(earlier, end)
            return (*found.words, stage[0]) if stage else found.words
        at = earlier.rfind(noun, floor, at)
    return ()


def asked(text: str) -> Phrase:
    """What a question is about: the noun, with the verb that stands behind it, as a phrase.

    >>> found = asked("问：老旧小区改造的进度怎样？")
    >>> "".join(found.words), found.verbs
    ('老旧小区', ('改造',))
    >>> asked("问：您怎么看？").words
    ()
    """
    m = _ASKED.match(text)
    if m is None:
        return Phrase()
    found = before(m["topic"], Span(0, len(m["topic"])))
    kept = tuple(w for w in found.words if has_letters(w) and w not in words("organisations", "pronouns"))
    short = len("".join(kept)) < (2 if found.verbs else 3) or len(kept) > _TOPIC
    return Phrase() if short else replace(found, words=kept)


def queried(text: str) -> Phrase:
    """What the end of a question asks the amount of.

    >>> queried("全年下来，收成几何？").words, queried("全年下来，收成好。").words
    (('收成',), ())
    """
    m = _HOW_MUCH.search(text) if text.endswith(("？", "?")) else None
    found = before(m["topic"], Span(0, len(m["topic"]))) if m else Phrase()
    pronouns = words("organisations", "pronouns")
    kept = tuple(w for w in found.words if has_letters(w) and w not in pronouns)
    return replace(found, words=kept) if kept and len(kept) <= _TOPIC else Phrase()


# What the readings leave of 这一比重, 这个数字还是: words that point, and what a number is called.
_POINTING = frozenset({"一", "这一", "这个", "这项", "这", "该", "该项", "此", "那个", "还是", "只是", "仅是", "才"})
_NUMBERS = frozenset({"数字", "数据", "指标", "比例", "比率", "比重", "占比", "数值"})
# A figure by itself, as a heading or an item of a list: 二、投资：*218亿元*。
_ALONE_BEFORE = re.compile(
    r"(?:【[^】]{1,12}】)?[^㐀-鿿A-Za-z0-9]*(?:[一二三四五六七八九十]{1,3}、)?(?:[^，。；：0-9]{1,12}[：:])?"
)
_ALONE_AFTER = frozenset(("", "。", "！", "!"))
# What a number is called that says nothing of what it is of.
_SAID = frozenset({"数字", "数据", "成绩", "成绩单", "答卷", "纪录", "记录", "规模", "变化", "速度"})
_THIS_IS = re.compile(
    r"""
    (?: (?:这|此)(?:就|便|正)?是(?:指)?             # 这是
        (?P<told>[^，。；：！？]{2,40}?)            # 全年新引进的博士人数
      | (?P<bare>[^，。；：！？0-9]{2,24}?(?:[人户次件项]数|数量|总[数量额值]|[产销]量|规模|[总投资]额|率))
    )
    (?=[，。；：！？]|$)
    """,
    re.VERBOSE,
)


def alone(text: str, figures: Sequence[Figure]) -> bool:
    """Whether a sentence holds one figure and nothing else but a word for a heading.

    >>> from checker.figures import figures
    >>> alone("二、投资：218亿元。", figures("二、投资：218亿元。")), alone("投资218亿元。", figures("投资218亿元。"))
    (True, False)
    """
    told = [f for f in figures if f.kind in MEASURED]
    if len(told) != 1:
        return False
    f = told[0]
    return _ALONE_BEFORE.fullmatch(text, 0, f.start) is not None and text[f.end :].strip() in _ALONE_AFTER


def explained(following: str) -> tuple[Phrase, str]:
    """What a sentence says that a figure by itself before it is of, as a phrase and as written; empty where nothing.

    >>> found, told = explained("这是全年新引进的博士人数，其中海外博士164人。")
    >>> found.words, told
    (('博士',), '全年新引进的博士人数')
    >>> explained("年末规上工业企业户数，一年净增29户。")[1]
    '年末规上工业企业户数'
    >>> explained("这不容易。")[1]
    ''
    """
    m = _THIS_IS.match(following)
    if m is None:
        return Phrase(), ""
    named = m["told"] or m["bare"]
    told = blank(named, [f.span for f in dates(named, None)])
    found = before(told, Span(0, len(told)))
    kept = found.words
    said = words("terms", "generic", "numbers")
    while len(kept) > 1 and (kept[-1] in said or kept[-1] in _SAID):
        kept = kept[:-1]
    known = classes()
    deeds = tuple(w for w in segment(told) if w in known.flow)
    return replace(found, words=kept, verbs=deeds or found.verbs), named


def pointed(r: Reading) -> bool:
    """Whether 这一比重, 这一数字 is all that names a figure."""
    rest = [w for w in r.metric.words if w not in _POINTING]
    called = len(rest) == 1 and rest[0] in _NUMBERS and len(r.metric.words) > 1
    return called or r.metric.words == ("一",)


def answered(r: Reading, topic: Phrase) -> Reading:
    """A figure that an answer leaves unnamed, as one of what the question is about; any other as it is."""
    f = r.slot.figure
    if f.kind not in MEASURED or r.metric.text or not topic.words or r.role not in ("value", "goal", "base"):
        return r
    known = classes()
    verb = next((known.flow[v] for v in topic.verbs if v in known.flow), "")
    named = replace(
        r.metric, text="".join(topic.words), words=topic.words, head=topic.words[-1], verb=r.metric.verb or verb
    )
    return replace(r, metric=named, inherited=True)
