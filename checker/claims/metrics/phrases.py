"""What stands on either side of a figure: the noun phrase that names it, and the verb that carries it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.metrics.adjuncts import PARTING, foreseen, former, parted, timeless, way
from checker.claims.metrics.nominal import caught, fetches, nominal
from checker.claims.metrics.predicating import agent, measure
from checker.claims.words.segments import classes, cut, has_letters, is_adverb, is_numeral, is_punctuation, is_verb
from checker.frozen import dataclass, replace
from checker.lexicon import words
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_FROM = frozenset({"由", "从"})
# How the names of places and houses end that do something for others.
_WHO = frozenset("区市县镇乡村局厅部委院行园馆站所队会")
_LISTING = frozenset({"、", "和", "及", "与", "以及"})
# What ends a name that stands for more than it says: 丝杠*及其他*8.46亿元; as the segmenter cuts it.
_OTHERS = frozenset(a + b for a in ("及", "和", "与") for b in ("其他", "其它"))
_ELSE = frozenset({"及其", "他"})
_COORDINATION = _LISTING | {"等", "或"}
# What something is done to: *将*起征点从月收入2万元提高到3万元.
_MOVED = re.compile("[将把][^，。；：！？、0-9]{2,24}$")
# What ends a verb of reaching: 冲*上*138万人次, 多*出*3家.
_RESULTS = frozenset({"上", "出", "下", "过", "好", "满", "足"})
_SIZES = frozenset(
    {"能力", "总数", "总额", "额", "总量", "规模", "总规模", "时长", "工时", "里程", "面积", "金额", "总金额"}
)
# Those of them that are read as words of having.
_SIZED = frozenset({"总量", "总数"})
# Measure words of one thing.
_SINGLES = frozenset("条座个项家栋片处段款支批台艘所幢届场件部册顶间套枚只头棵株种块颗架辆列笔")
# What is ours: *我县*鸟类.
_SEATS = frozenset("省市县区旗州盟镇乡村院校馆厂站行队店社")
# How the names of sums of money end.
_SUMS = ("收入", "支出", "成本", "费用", "产值", "利润")
# By how much there was of it, at the figure.
_MORE = ("多", "少")
# How lengths of time end.
_TIMES = frozenset("年月天日夜周季时晚期")
# Measures of one character: 上月下线的叶片*长*126米.
_EXTENTS = frozenset("长宽高重深厚")
# What is added is no measure by itself: *新增*数量.
_ADDED = ("新", "增", "净增", "带来")
# What says within a name that it is told of one of many: 地铁*日均*客流.
_MEAN = frozenset({"平均", "日均"})
# A date that was blanked is longer than this.
_BLANKED = 2
_LIGHT = ("attributes", "common", "generic", "numbers", "broad", "flow", "stock")
# The most words that a noun phrase may have for the verb after it to say more of what it names: where the figure goes
# on, and where its clause ends with it.
_TOPICAL, _CLOSED = 1, 3
# What a verb ends in that tells how something came out, and names nothing: 划*出*, 改*成*.
_OUTCOMES = frozenset("出成在到有入过起为给回去来上下着了")
# So many words before a measure of a share 对 is looked for.
_TOWARDS = 6
# The most words that one of several nouns may have that a figure is told of together.
_PART = 4


# What 非 stands before that it denies as a whole: 并非*如此*.
_NO_NOUN = frozenset({"如此", "这样", "那样", "只有", "所有", "全部", "一日", "一人"})


@dataclass(frozen=True)
class Phrase:
    """A noun phrase before a figure.

    ``words``: its content words in reading order. ``span``: where they stand. ``verbs``: what was passed between it
    and the figure, nearest first. ``opens``: 由/从 (the figure begins a change) or 比/较 (it is what another is
    measured against). ``reaches``: the figure ends a change (增加到). ``share_of``: the words of the whole after 占.
    ``listed``: a list mark was passed. ``rest``: what follows a counted noun in its clause. ``subject``: the
    content
    words before the verb at which the phrase was cut.
    """

    words: tuple[str, ...] = ()
    span: Span = Span(0, 0)
    verbs: tuple[str, ...] = ()
    opens: str = ""
    reaches: bool = False
    share_of: tuple[str, ...] = ()
    listed: bool = False
    rest: str = ""
    subject: tuple[str, ...] = ()


def denied(told: Sequence[str]) -> list[str]:
    """Words with 非 and the noun that it denies as one: *非化石*能源.

    >>> denied(["非", "化石", "能源"]), denied(["并", "非", "如此"])
    (['非化石', '能源'], ['并', '非', '如此'])
    """
    out: list[str] = []
    for w in told:
        noun = len(w) > 1 and not is_verb(w) and has_letters(w) and w not in classes().empty
        if out and out[-1] == "非" and noun and w not in _NO_NOUN:
            out[-1] += w
        else:
            out.append(w)
    return out


def tokens_of(text: str, span: Span) -> list[tuple[str, int]]:
    """The words of a span with the offset of each, blanks dropped."""
    found, at = [], span.start
    for run in text[at : span.end].split():
        at = text.index(run, at)
        for word in denied(cut(run)) if "非" in run else cut(run):
            found.append((word, at))
            at += len(word)
    return found


def before(text: str, span: Span, *, closed: bool = False) -> Phrase:
    """The noun phrase that ends at or just before ``span.end``.

    ``text`` has dates and asides blanked. Words of having, growing and reaching between the phrase and the figure are
    passed over and kept in ``verbs``. ``closed``: the clause ends with the figure, so that a verb at it has no other
    object.

    >>> before("全区规上工业总产值达到", Span(0, 11)).words
    ('规上', '工业', '总产值')
    >>> before("据了解，目前", Span(4, 6)).words
    ()
    """
    known = classes()
    tokens = tokens_of(text, span)
    if text.find("之比", span.start, span.end) >= 0 and (parts := _ratio(tokens)) is not None:
        return replace(before(text, Span(span.start, parts[0][1])), share_of=tuple(w for w, _ in parts[1:]))
    end, told = _passed(tokens)
    start = _whole(tokens, _beginning(tokens[:end]), end)
    start = _firms(tokens, start, end, told.verbs)
    start = _towards(tokens, start, end)
    start = _pointed(tokens, start, end)
    cut, at = tokens[start - 1] if start else ("", span.start)
    if cut not in PARTING and (of := parted(tokens, start)):
        start, cut, at = of, *tokens[of - 1]  # 占*新增*企业的30%
    if start > 1 and cut in known.stock and known.flow.get(tokens[start - 2][0], "").startswith("新"):
        cut = tokens[start - 2][0]  # *新增*备案博物馆3家
    cut = "" if not cut.startswith("新") and _describes_work(tokens[start:end]) else cut
    verbs = (*told.verbs, cut) if _tells(cut) or cut in words("verbs", "lessening") or fetches(cut) else told.verbs
    inside = [(w, at) for w, at in tokens[start:end] if has_letters(w) and w not in known.empty and w not in _ELSE]
    inside = timeless(_since_date(text, inside))
    held = nominal(inside)
    if len(held) < len(inside) and inside[-1][0] in _MORE:
        verbs = (inside[-1][0], *verbs)  # 幼儿园*少*2500人
    inside = held
    if start < end and (whose := _framed(text, Span(span.start, at), cut, inside)) is not None:
        return whose if cut in _FROM else replace(whose, verbs=(*told.verbs, *whose.verbs))
    if (by := way(tokens)) is not None:
        doer = before(text, Span(span.start, by), closed=closed)
        return replace(doer, verbs=(*told.verbs, *doer.verbs))
    if (since := former(tokens[:end]) or foreseen(tokens)) is not None:
        return before(text, Span(span.start, since))
    if inside and cut in (*PARTING, "占比"):
        head = before(text, Span(span.start, at))
        whole = tuple(w for w, _ in inside)
        return replace(told, words=head.words, span=head.span, verbs=verbs, share_of=whole, listed=head.listed)
    subject = _subject(tokens[: start - 1]) if cut in known.flow or cut in words("verbs", "realising") else ()
    if inside:
        most = _CLOSED if closed and not _aspect(tokens) else _TOPICAL
        inside += [(w, at) for w, at in tokens[max(start, end) :] if len(inside) <= most and _deverbal(w)]
    else:
        inside = _named_by_verb(text, span, tokens)
    where = Span(inside[0][1], inside[-1][1] + len(inside[-1][0])) if inside else Span(span.end, span.end)
    named = tuple(w for w, _ in inside)
    return Phrase(named, where, verbs, told.opens, told.reaches, listed=told.listed, subject=subject)


def _framed(text: str, span: Span, cut: str, inside: Sequence[tuple[str, int]]) -> Phrase | None:
    """The measure that ends ``span``, where what stands behind it and ``cut`` only says of what state the figure is.

    床位由*原来的*60张增加到98张; 保额从*每口网箱*20万元提到35万元. None where that names something itself.
    """
    if cut not in _FROM and cut != "每":
        return None
    begun = cut in _FROM or text.endswith(("从", "由"), span.start, span.end)
    moved = begun and _MOVED.search(text, span.start, span.end) is not None
    if inside and measure(inside[-1][0]) and not moved:
        return None
    whose = before(text, Span(span.start, span.end + len(cut) if cut in _FROM else span.end))
    if (cut in _FROM and not inside) or (moved and whose.words):
        return whose  # 将*起征点*从月收入2万元提高到3万元
    return whose if inside and whose.words and measure(whose.words[-1]) else None


def _pointed(tokens: Sequence[tuple[str, int]], start: int, end: int) -> int:
    """The index of the first token of a phrase without the measure word behind 这 or 那: 这*座*主跨1176米的大桥.

    Nor with the place behind 我 or 本: *我县*鸟类298种.
    """
    if not 0 < start < end:
        return start
    pointed = tokens[start][0] in _SINGLES and tokens[start - 1][0] in "这那此该"
    ours = start + 1 < end and tokens[start][0] in _SEATS and tokens[start - 1][0] in "我本该"
    return start + 1 if pointed or ours else start


def _describes_work(tokens: Sequence[tuple[str, int]]) -> bool:
    """Whether the verb before a phrase describes whose fixed measure it is: 去年投用*的体育馆建筑面积*."""
    measured = tokens[-1][0] in _EXTENTS or tokens[-1][0] in words("terms", "fixed") if tokens else False
    return measured and len(tokens) > 2 and tokens[0][0] == "的"


def _since_date(text: str, inside: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The words of a name behind the date, blanked, that stands within it: 对照攻坚方案2026年*断面优良比例*."""
    for i in range(len(inside) - 1, 0, -1):
        between = text[inside[i - 1][1] + len(inside[i - 1][0]) : inside[i][1]]
        if len(between) > _BLANKED and not between.strip():
            told = [w for w, _ in inside[i:] if len(w) > 1 and not any(w in words("terms", sort) for sort in _LIGHT)]
            return inside[i:] if told else inside
    return inside


def _ratio(tokens: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]] | None:
    """与 and the words after it, where one thing is told in proportion to another: 研发经费支出*与生产总值*之比达到."""
    end = len(tokens)
    while end > 2 and tokens[end - 1][0] != "比":
        end -= 1
    if end < 4 or tokens[end - 2][0] != "之" or any(not _sort(w, "") for w, _ in tokens[end:]):
        return None
    with_ = next((i for i in range(end - 3, 0, -1) if tokens[i][0] in ("与", "和", "同")), 0)
    return tokens[with_ : end - 2] if 0 < with_ < end - 3 else None


def _towards(tokens: Sequence[tuple[str, int]], start: int, end: int) -> int:
    """The index of the first token of a phrase that 对 or 全部 parts: 服务业*对*经济增长贡献率, 占*全部*就业人员."""
    if start > 1 and tokens[start - 1][0] in ("全部", "整个") and tokens[start - 2][0] in ("占", "占到"):
        return start - 1
    if start >= end or tokens[end - 1][0] not in words("verbs", "towards"):
        return start
    to = next((i for i in range(start - 1, max(-1, start - _TOWARDS), -1) if tokens[i][0] == "对"), None)
    if to is None:
        return start
    return _beginning(tokens[:to]) if to else 1


def _named_by_verb(text: str, span: Span, tokens: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """A verb that alone names what is counted: *死亡*35人; 田径9项、*举重*7项."""
    last = tokens[-1:]
    if not last or last[0][0] in classes().light or _tells(last[0][0]):
        return []
    listed = len(tokens) == 2 and tokens[0][0] == "、" and text[last[0][1] + len(last[0][0]) : span.end] == ""
    outcome = last[0][0] in words("verbs", "outcomes")
    return list(last) if outcome or (listed and _deverbal(last[0][0])) else []


def _aspect(tokens: Sequence[tuple[str, int]]) -> bool:
    """Whether what stands at the figure has a particle of time, as no noun has: 堤坝加高*了*1.2米."""
    return bool(tokens) and tokens[-1][0] in ("了", "过", "着")


def _deverbal(word: str) -> bool:
    """Whether a verb at the figure says what it counts, and not how it stands: 心脏*移植*286例, 远程*会诊*3万例."""
    known = classes()
    plain = word in known.light or _tells(word) or word in known.reach or word in known.base or word in known.stop
    if len(word) != 2 or plain or word[1] in _OUTCOMES or not is_verb(word):
        return False
    return word not in words("verbs", "grown") and word not in words("verbs", "standing_so")


def _passed(tokens: Sequence[tuple[str, int]]) -> tuple[int, Phrase]:
    """Where a noun phrase ends that the tokens hold, and what stands after it, as a phrase without words."""
    verbs: list[str] = []
    opens, reaches, listed = "", False, False
    end = len(tokens)
    while end:
        word = tokens[end - 1][0]
        earlier = tokens[end - 2][0] if end > 1 else ""
        if "了" in verbs and _made_noun(word, earlier):
            earlier = ""  # 有针对性的*出台了*
        resulted = word in _RESULTS and (is_verb(earlier) or earlier in classes().light)
        sort = "verb" if resulted else _sort(word, earlier)
        if word == "新" and verbs and _tells(verbs[-1]):
            verbs[-1], end = "新增", end - 1  # 平台*新接入*车位3万个
            continue
        if (word in ("到", "至") and _leads_to(earlier, first=end == 2)) or (word == "为" and _turned(tokens, end)):
            word, end, sort = "增加到", end - 1, "reach"
        sort = sort or _at_figure(tokens, end, told=bool(verbs))
        if not sort:
            break
        if sort == "base":
            opens = opens or word
        elif sort == "mark":
            listed = listed or word in _LISTING
        else:
            verbs.append(word)
        reaches = reaches or sort == "reach"
        end -= 1
    return end, Phrase(verbs=tuple(verbs), opens=opens, reaches=reaches, listed=listed)


def _at_figure(tokens: Sequence[tuple[str, int]], end: int, *, told: bool) -> str:
    """What the last of the words up to ``end`` does between a noun phrase and its figure by what stands around it.

    ``told``: a verb was passed. "" where it is of the phrase.
    """
    word, earlier = tokens[end - 1][0], tokens[end - 2][0] if end > 1 else ""
    after = tokens[end][0] if end < len(tokens) else ""
    if word in ("在", "按") and earlier and not after and not is_punctuation(earlier):
        return "verb"  # 漏损率仍*在*10%以上, 赤字率拟*按*2.8%安排
    if told and _leads_verb(word, after):
        return "mark"  # 气温将*普遍*下降6℃
    if earlier and len(word) == 1 and after in ("了", "过"):
        return "verb"  # 玉米就*种了*4万多亩
    numbered = earlier and is_numeral(word) and word[0] != "数" and word[-1] not in _TIMES
    return "mark" if numbered else ""  # 地头价是*一斤*42元


def _leads_verb(word: str, verb: str) -> bool:
    """Whether a word is an adverb of the verb behind it: *普遍*下降."""
    adverb = (is_adverb(word) and word not in words("verbs", "telling")) or word in words("verbs", "manner")
    return adverb and (is_verb(verb) or verb in classes().light) and word not in classes().nominal


def _leads_to(word: str, *, first: bool) -> bool:
    """Whether a verb before 到 tells what something came to: *开*到71个, *扩充*至1.4万名; ``first``: it opens all."""
    grown = word in words("verbs", "grown") or classes().flow.get(word) == "新增"
    return grown or (first and _changes(word))


def _turned(tokens: Sequence[tuple[str, int]], end: int) -> bool:
    """Whether a verb with 为 is all that stands between two figures: 由4.1亿元*调整为*4.5亿元."""
    return end == len(tokens) == 2 and tokens[0][0] in words("verbs", "turning")


def _changes(word: str) -> bool:
    """Whether a word that stands with 到 between two figures is the verb of a change: 由126处*加密*到168处."""
    known = classes()
    return len(word) == 2 and not (word in known.light or word in known.empty or word in known.base)


def _sort(word: str, earlier: str) -> str:
    """What a word does between a noun phrase and its figure: base, reach, verb, mark; "" where it is of the phrase."""
    known = classes()
    if word in known.base:
        return "base"
    if word in known.reach:
        return "reach"
    if _made_noun(word, earlier):
        return ""
    if word in known.light or _tells(word) or word == "正":
        return "" if word in known.nominal and earlier and earlier not in known.light else "verb"
    if word == "的" or is_punctuation(word) or word in _LISTING or earlier + word in _OTHERS or word == "及其":
        return "mark"
    return "verb" if is_verb(word) and word not in known.nominal and not (word == "率" and earlier) else ""


def _made_noun(word: str, earlier: str) -> bool:
    """Whether a verb of doing is a noun by the 的 before it: 可享受*的服务*从28项增加到42项."""
    return earlier == "的" and len(word) > 1 and word in classes().flow and not word.startswith(_ADDED)


def _tells(word: str) -> bool:
    """Whether a word is a verb of doing, having or adding up."""
    return word in classes().telling


def _beginning(tokens: Sequence[tuple[str, int]]) -> int:
    """The index of the first token of the noun phrase that ends the tokens."""
    known = classes()
    start = len(tokens)
    while start:
        word = tokens[start - 1][0]
        if 1 < start < len(tokens) and tokens[start - 2][0] + word in _OTHERS:
            start -= 2  # 海工装备*及其他*收入
            continue
        if _belongs(word, tokens, start):
            start -= 1
            continue
        if _tells(word) or word in known.stop or word in known.base or word in _COORDINATION:
            break
        if start < len(tokens) and (fetches(word) or (start > 1 and caught(tokens[start - 2][0], word))):
            break  # *捧回*奖杯12座
        if word == "的" and start > 1 and start < len(tokens) and tokens[start - 2][0] in words("verbs", "making"):
            break  # 公司*研制的*组件: whose it is, and not which
        if word in known.light and word not in known.nominal:
            break
        start -= 1
    return start


def _belongs(word: str, tokens: Sequence[tuple[str, int]], start: int) -> bool:
    """Whether a word is part of the name that the tokens from ``start`` on end, whatever else it can be."""
    if start == len(tokens):
        return len(tokens) > 1 and _ends_name(word, tokens)
    if word in _MEAN or word == "近" or _measured_noun(word, tokens[start:]):
        return True  # *近*机位, *近*海: what is nearly a number is part of the figure
    if word == "增长" and start > 1 and all(w in words("terms", "goals") for w, _ in tokens[start:]):
        return True  # 经济*增长*预期目标
    return _described(word, tokens, start) or _within_name(word, tokens[start - 2][0] if start > 1 else "")


def _ends_name(word: str, tokens: Sequence[tuple[str, int]]) -> bool:
    """Whether a verb or a word of having ends a name: 接待*总量*, 可享受的*服务*."""
    sized = word in _SIZED and _measured_noun(tokens[-2][0], tokens[-1:])
    return sized or _made_noun(word, tokens[-2][0])


def _described(word: str, tokens: Sequence[tuple[str, int]], start: int) -> bool:
    """Whether a verb describes the noun behind it: 成果*转化*收益, 法律*服务*工作室."""
    earlier = tokens[start - 2][0] if start > 1 else ""
    return _of_deed(word, earlier, tokens[start:]) or houses(word, tokens[start][0])


def _within_name(word: str, earlier: str) -> bool:
    """Whether a verb of doing is part of a name: after a description (嵌入式*服务*综合体), or as one (*授权*专利)."""
    return word in words("verbs", "naming") or (word in classes().flow and attributive(earlier))


def houses(word: str, after: str) -> bool:
    """Whether a verb of doing describes the house where it is done: 法律*服务*工作室, 再生水*处理*设施."""
    return word in words("verbs", "housed") and after in words("terms", "houses")


def _whole(tokens: Sequence[tuple[str, int]], start: int, end: int) -> int:
    """The index of the first token of the list of nouns whose last one begins at ``start``: *黄标车和*老旧车."""
    while start > 1 and start < end and tokens[start - 1][0] in _LISTING:
        earlier = _beginning(tokens[: start - 1])
        part = [w for w, _ in tokens[earlier : start - 1]]
        if not 0 < len(part) <= _PART or any(is_verb(w) or not has_letters(w) for w in part[1:]):
            break
        start = earlier
    return start


def _of_deed(word: str, earlier: str, after: Sequence[tuple[str, int]]) -> bool:
    """Whether a verb of doing describes the noun behind it: 成果*转化*收益, 规范化*培训*考核通过率."""
    known = classes()
    if word not in known.flow or word.startswith(_ADDED) or word in words("verbs", "changes", "lessening"):
        return False
    head = after[-1][0]
    if head[-1] == "率" and len(after) <= _PART:
        return True
    if len(after) > 1:
        return False
    named = has_letters(earlier) and len(earlier) > 1 and not (earlier in known.light or earlier in known.stop)
    named = named and not is_verb(earlier) and not is_adverb(earlier)
    sums = word in words("verbs", "dual") and head.endswith(_SUMS)  # 信息*服务*业务收入
    objects = head in words("verbs", "objects_of_deeds")
    return head in words("verbs", "measures_of_deeds") or (named and (sums or objects))


def _firms(tokens: Sequence[tuple[str, int]], start: int, end: int, verbs: Sequence[str]) -> int:
    """The index of the first token of firms named by what they do, which there are: 现有*物业服务企业*412家.

    ``start`` where they are those to whom something is done: 园区服务*企业*412家.
    """
    deed = tokens[start - 1][0] if 1 < start == end - 1 else ""
    if deed not in words("verbs", "housed") or tokens[start][0] not in words("terms", "firms"):
        return start
    noun, first = tokens[start - 2][0], _beginning(tokens[: start - 1])
    had = first > 0 and tokens[first - 1][0] in words("verbs", "having")
    had = had or not words("verbs", "level").isdisjoint(verbs)
    if not had or len(noun) == 1 or not has_letters(noun) or first > start - 2:
        return start
    return start if _acts(noun) else first


def _acts(word: str) -> bool:
    """Whether a word is of who does something for others, or tells how: *园区*服务企业, *上门*服务企业."""
    told = words("terms", "houses", "doers") | words("organisations", "pronouns") | words("verbs", "manner", "means")
    return word in told or word[-1] in _WHO or agent(word) or is_verb(word) or is_adverb(word)


def _measured_noun(word: str, after: Sequence[tuple[str, int]]) -> bool:
    """Whether a word is part of the name of a measure: *累计*签发量, *接待*量."""
    known = classes()
    shows = word in known.stock and is_verb(word) and word not in words("verbs", "having")
    if (shows or word in known.flow) and all(w in sizes() for w, _ in after):
        return not word.startswith(_ADDED)
    return after[-1][0][-1] in "量额率" and (
        word == "累计" or (len(after) == 1 and len(after[0][0]) == 1 and _tells(word))
    )


@cache
def sizes() -> frozenset[str]:
    """Nouns that make the name of a measure with the verb before them: 接待*人数*, 发行*规模*, 服务*时长*."""
    return words("terms", "numbers") | _SIZES


@cache
def _pronouns() -> frozenset[str]:
    return words("organisations", "pronouns")


def _subject(tokens: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The content words of what stands before a verb; () where another verb or a list mark stands there too."""
    known = classes()
    kept = [
        w
        for w, _ in tokens
        if has_letters(w) and w not in known.empty and w not in known.light and w not in _pronouns()
    ]
    if any(w in known.stop or w in known.flow or w in known.stock for w in kept):
        return ()
    return tuple(kept)


def attributive(word: str) -> bool:
    """Whether a word describes the noun after it and is no noun itself: 大中型, 嵌入式, 国家级."""
    return len(word) > 1 and word[-1] in "型性类式级"
