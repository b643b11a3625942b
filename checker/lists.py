"""Closed lists that stand at an enumeration, and how many items they can be read to hold."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from checker import patterns as re
from checker.frozen import dataclass
from checker.lexicon import pattern
from checker.model import Span

_REACH = 300
_TOPIC = 8
_MARKS = re.compile(r"[，；：。！？!?;:（(,]|——")
_QUOTED = re.compile(r"“[^“”]{1,24}”|《[^《》]{1,24}》")
_TALLY = re.compile(r"(?<=.)(?:共计|总共|一共|合计|共有?|这)$")
_WITHIN = re.compile(r"“(?P<list>[^“”]{3,60})”$")
# Places where so many of something stand: *在*甲县、乙县、丙县*建有*三大基地.
_SITED = re.compile(
    r".*?在(?P<list>[^、在]{2,8}(?:、[^、]{2,8})+?)(?:建有|建成|建起|设有|设立|布局了?|拥有|形成了?)", needs="在"
)
_CHAIN = re.compile(r"(?:“[^“”]{1,24}”[、和及与]?){2,}$|(?:《[^《》]{1,24}》[、和及与]?){2,}$", needs="“《")
# A prize or a grade is no open list: 特等奖、一等奖.
_ET_CETERA = re.compile(r"(?<![一二三四五特头优上中下高初同平])等")
_OPEN = re.compile(r"(?<![一二三四五特头优上中下高初同平])等[^、，。；]{0,6}$")
_LEAD_IN = re.compile(
    r"""
    ^[^，。；：、]{0,12}?           # the rest of the counted noun: 行动
    (?:：|:|，?即|，?(?:分别|依次|主要)?(?:是|为)|，?(?:包括|涵盖|包含|涉及|分为)|（|——)[：:]?
    """,
    re.VERBOSE,
)
# Five of them, the one, the other and a third all there: 五个项目，甲、乙、丙*悉数亮相*.
_APPOSED = re.compile(
    r"""
    ^[^，。；：、的]{1,10} ，
    (?P<list> (?:[^，。；：、0-9]{2,8}、)+ [^，。；：、0-9]{2,8}? | (?:“[^“”]{1,16}”[、和及与]?){2,}? )
    (?:悉数|全部|均已|一一|逐一|同步|齐齐|共同|同时|集中|轮番|先后|相继|依次) [^，。；：、]{1,6} [，。；]
    """,
    re.VERBOSE,
    needs=(
        "悉数",
        "全部",
        "均已",
        "一一",
        "逐一",
        "同步",
        "齐齐",
        "共同",
        "同时",
        "集中",
        "轮番",
        "先后",
        "相继",
        "依次",
    ),
)
# The names of one clause, and in the next what they are called together: 甲、乙、丙，*合称*“三大件”.
_CALLED = re.compile(
    r"""
    (?:^|[，；：。！？）]) (?P<list> [^，；：。！？（）]{3,80} ) ，
    (?:(?:也|都|统)?被[^，。；：]{0,8}|[^，。；：被]{0,4})
    (?:唤作|称为|称作|叫作|叫做|誉为|并称|合称|统称|称之?为)(?:为|全[市省县区国]的?)? $
    """,
    re.VERBOSE,
    needs=("唤作", "称", "叫作", "叫做", "誉为"),
)
_AND = re.compile(r"和|及|以及|与|暨")
_ALSO = re.compile(r"^以及(?=..)")
_NUMBERED = re.compile(r"[一1][、.]")
_VERBAL = re.compile(
    r"的|了|着|为$|(?:(?<!实)在)(?![校职岗册建编读线研学库院售园])|被|(?<![一二三四五六七八九十两几0-9])把|将"
)


@cache
def _words() -> dict[str, re.Pattern[str]]:
    verbs = pattern("lists", "verbs")
    return {
        "verb": re.compile(rf"(?:{verbs}|等地?|的)$"),
        # what leads up to the first name of a list: 全区先后规划*建设*人工智能
        "led": re.compile(rf".*{pattern('lists', 'verbs', 'leads')}(?=..)"),
        "done": re.compile(rf"{pattern('lists', 'done')}$"),
    }


@dataclass(frozen=True)
class Listed:
    """A list at an enumeration: its span in the sentence and the least and most items it can be read to hold."""

    span: Span
    fewest: int
    most: int
    items: tuple[str, ...]


def listed(text: str, start: int, end: int) -> Listed | None:
    """The closed list just before or behind the enumeration at ``[start, end)``; None where none is closed.

    和, 及 and 与 may join two items or stand inside one, so a list can have two counts.

    >>> text = "推动甲业、乙业、丙业及丁业三大产业"
    >>> found = listed(text, 13, 15)
    >>> (found.fewest, found.most)
    (4, 4)
    >>> listed("推动甲业、乙业等三大产业", 8, 10) is None
    True
    """
    return _called(text, start) or _before(text, start) or _after(text, end) or _apposed(text, end)


def _before(text: str, start: int) -> Listed | None:
    floor = max(0, start - _REACH)
    cut = max((m.end() for m in _MARKS.finditer(text, floor, start)), default=floor)
    chain = _CHAIN.search(_TALLY.sub("", text[cut:start]))
    if chain:
        items = tuple(q.group() for q in _QUOTED.finditer(chain.group()))
        return Listed(Span(cut + chain.start(), cut + chain.end()), len(items), len(items), items)
    run = _TALLY.sub("", text[cut:start])
    quoted = _WITHIN.search(run)
    if quoted:
        cut, run = cut + quoted.start("list"), quoted["list"]
    elif run.count("“") != run.count("”"):
        return None
    if "、" not in run or _OPEN.search(run):
        return None
    sited = _SITED.fullmatch(run)
    return _count(sited["list"], cut + sited.start("list")) if sited else _count(run, cut)


def _called(text: str, start: int) -> Listed | None:
    """The names of the clause before the one that calls them so: 甲、乙、丙，被称为“四大名品”."""
    floor = max(0, start - _REACH)
    m = _CALLED.search(text, floor, start)
    if not m or "、" not in m["list"] or "等" in m["list"]:
        return None
    found = _count(m["list"], m.start("list"))
    return found and replace(found, fewest=found.most) if _evenly(m["list"]) else found


def _evenly(run: str) -> bool:
    """Whether 和 joins the last two of names that are all about as long: 早橘、蜜柚、脐橙*和*血橙."""
    *others, last = run.split("、")
    pieces = last.split("和")
    lengths = {len(name) for name in others}
    return len(pieces) == 2 and all(min(lengths) <= len(p) <= max(lengths) + 2 for p in pieces)


def _apposed(text: str, end: int) -> Listed | None:
    """The names of the clause that follows the counted noun, all of which do something."""
    m = _APPOSED.match(text[end : end + 120])
    if m and m["list"].startswith("“"):
        items = tuple(q.group() for q in _QUOTED.finditer(m["list"]))
        return Listed(Span(end + m.start("list"), end + m.end("list")), len(items), len(items), items)
    return _count(m["list"], end + m.start("list")) if m and "等" not in m["list"] else None


def _after(text: str, end: int) -> Listed | None:
    lead = _LEAD_IN.match(text[end : end + 40])
    if not lead:
        return None
    begin = end + lead.end()
    stop = re.search(r"[。；！？!?;]|）|——", text[begin : begin + _REACH])
    run = text[begin : begin + stop.start() if stop else begin + _REACH]
    run = re.split(r"，", run)[0]
    quoted = _QUOTED.findall(run)
    if len(quoted) > 1 and not re.sub(r"[、和及与以]", "", _QUOTED.sub("", run)).strip():
        return Listed(Span(begin, begin + len(run)), len(quoted), len(quoted), tuple(quoted))
    if "、" not in run or "等" in run or _NUMBERED.match(run):
        return None
    return _count(run, begin)


def _count(run: str, at: int) -> Listed | None:
    """The items of a list parted by 、, or None if a part of it is no name."""
    parts = run.split("、")
    if any(not p.strip() or len(p) > 24 for p in parts) or any(_VERBAL.search(p) for p in parts[1:]):
        return None
    if _words()["verb"].search(parts[-1]):
        return None
    more = sum(len(_AND.findall(p)) for p in parts)
    stray = (
        len(parts) > 2 and len(parts[0]) > 2 * max(len(p) for p in parts[1:]) and not _words()["led"].match(parts[0])
    )
    longest = max(len(p) for p in parts[:-1]) if len(parts) > 1 else len(run)
    joined = sum(_conjoined(p) for p in parts if len(p) <= 2 * longest + 2)
    return Listed(
        Span(at, at + len(run)), len(parts) - stray + joined, len(parts) + more, tuple(_ALSO.sub("", p) for p in parts)
    )


def _conjoined(part: str) -> bool:
    """Whether 和 joins two names of one kind: 丙市和丁市, but not 智能制造和工业互联网."""
    pieces = [p for p in re.split("和|及|与|以及", part) if p]
    return len(pieces) == 2 and pieces[0][-1] == pieces[1][-1] and min(len(p) for p in pieces) > 1


_CLAUSE = re.compile(r"[，；：。！？!?;:（）()]|——|其中")
_TAIL = re.compile(r"(?:的)?[^、和及与的]{0,12}$")
_EACH = re.compile(
    r"(?<![人户年日月平亩])均(?![价值线])|都|各|相继|先后|(?<![一二三四五高中初同相平优上下均])等|以来|之[间前后]|[了着过]"
)
_AMOUNT = re.compile(r"[0-9](?!号|期|组|班|级|标|月|季|楼|队|线)[^、0-9]")
# How many of something there are, at the end of an item.
_COUNTED = re.compile("[一二两三四五六七八九十][㐀-鿿]$")
_TWO = re.compile(r"^[^、，]{1,6}[和与及][^、，的]{1,16}$")
_PARTED = re.compile("[、和及与]")
_AT_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")
# Of how much a price is: 收购价*每50公斤*分别为.
_PER = re.compile(r"每[0-9]*[㐀-鿿]{1,4}$", needs="每")
# What the names of a list are all of: *已清理的*灰坑、房址.
_OF_ALL = re.compile(r"[^、]*的(?=[^、的]{1,8}、)")
# Grades of one thing that are told by a number: *500千伏、220千伏、110千伏*变电站.
_GRADED = re.compile(
    r"(?:^|(?<=[^0-9.]))[0-9.]+(?P<unit>[^、0-9]{1,4})、(?:[0-9.]+(?P=unit)、)*[0-9.]+(?P=unit)(?:及?以[上下])?的?"
    r"(?!同比|比上|比去|较|分别)[^、0-9]{2,8}$"
)
_OWNED = re.compile(r"的[^、]{0,12}$")


def tightly_listed(text: str, start: int, end: int) -> Listed | None:
    """As :func:`listed`, for a plain amount (五个街道): a list of bare names without figures, close to its amount.

    A list may open behind 和 or 及, and a name that ends as the counted noun does stands outside it.

    >>> found = tightly_listed("东城、西城、南城5个街道", 8, 10)
    >>> (found.fewest, found.most)
    (3, 3)
    >>> tightly_listed("办理3起、查处5个案件", 7, 9) is None
    True
    >>> tightly_listed("上半年两款、下半年四款", 9, 11) is None
    True
    """
    found = listed(text, start, end)
    if found is None or any(_ET_CETERA.search(i) for i in found.items):
        return None
    numbered = sum(any(c.isdigit() for c in i) for i in found.items)
    if any(_COUNTED.search(i) and i.endswith(text[end - 1]) for i in found.items):
        return None  # 六款新车，上半年*两款*、下半年四款: items that are counted themselves
    if found.span.start >= end:
        each = numbered == len(found.items) and not any(_AND.search(i) for i in found.items)
        return found if not numbered or each or (numbered == 1 and len(found.items) > 2) else None
    if numbered:
        return None
    *others, last = found.items
    if last.endswith(("和", "及", "与", "这", "那", "其他", "其它", "另外")) or len(last) > max(
        8, max(map(len, others)) + 2
    ):
        return None
    noun = re.split(r"[，。；：、的（]|以?及|和|与", text[end : end + 12])[0][-2:]
    outside = sum(i.endswith(noun) for i in found.items) if len(noun) == 2 else 0
    behind = next((n for n, i in enumerate(reversed(found.items), 1) if _AND.search(i)), len(found.items))
    if behind == 1 and len({i[-1] for i in found.items}) == 1 and _conjoined(last):
        behind = found.fewest  # 德育、智育、体育和美育
    fewest = min(found.fewest - (outside if outside < found.fewest else 0), behind)
    return Listed(found.span, fewest, found.most, found.items)


def named_before(text: str, end: int) -> Listed | None:
    """The names joined by 、 that end a clause at ``end``, as before 分别; None where they are no plain list.

    >>> found = named_before("煤炭、钢材、水泥产量分别增长", 10)
    >>> (found.fewest, found.most, text[found.span.start : found.span.end]) if (text := "煤炭、钢材、水泥产量") else ()
    (3, 3, '煤炭、钢材、水泥')
    >>> named_before("产量分别增长", 2) is None
    True
    """
    floor = max(0, end - 160)
    cut = max((m.end() for m in _CLAUSE.finditer(text, floor, end)), default=floor)
    run = text[cut:end]
    chain = _CHAIN.search(run)
    if chain:
        items = tuple(q.group() for q in _QUOTED.finditer(chain.group()))
        return Listed(Span(cut + chain.start(), cut + chain.end()), len(items), len(items), items)
    if "、" not in run and not _TWO.match(run) and cut > 1 and text[cut - 1] == "，" and len(run) < _TOPIC:
        # 1月、2月、3月，门诊量分别为
        end = cut - 1
        cut = max((m.end() for m in _CLAUSE.finditer(text, floor, end)), default=floor)
        run = text[cut:end] if "、" in text[cut:end] and len(_PARTED.findall(text[cut:end])) > 1 else run
    run = _PER.sub("", run)
    lead = _OF_ALL.match(run)
    cut, run = (cut + lead.end(), run[lead.end() :]) if lead else (cut, run)
    graded = _GRADED.search(run)
    cut, run = (cut + graded.start(), run[graded.start() :]) if graded else (cut, run)
    amounts = not graded and _AMOUNT.search(_AT_YEAR.sub("", run))
    if _EACH.search(run) or amounts or not ("、" in run or _TWO.match(run)):
        return None
    run = _OWNED.sub("", run)
    found = _count(run, cut)
    if found is None:
        return None
    end = cut + len(run)
    last = found.items[-1]
    *others, closing = (len(_AND.findall(item)) for item in found.items)
    if others and closing == 1 and not any(others) and not _one_name(found.items):
        found = replace(found, fewest=found.most)  # 全程、半程*和*健康跑
    own = max(1, min(len(last), max((len(i) for i in found.items[:-1]), default=len(last))))
    return Listed(Span(cut, end - len(last) + own), found.fewest, found.most, found.items)


def _one_name(items: tuple[str, ...]) -> bool:
    """Whether 和 stands within the last of some names, which all end alike: 制造业、批发*和*零售业."""
    ends = {item[-1] for item in items[:-1]}
    first, last = _AND.split(items[-1])[0], _AND.split(items[-1])[-1]
    end = ends.pop()
    return not ends and end in last and not first.endswith(end)


def named_behind(text: str, start: int) -> Listed | None:
    """The names joined by 、 that fill the clause from ``start``, as behind 分别由; None where they are no plain list.

    >>> text = "冠军分别由李强、王芳、赵敏获得。"
    >>> (named_behind(text, 5).fewest, named_behind("冠军分别由李强夺得。", 5))
    (3, None)
    """
    run = re.split(r"[，。；：！？（]", text[start : start + _REACH])[0]
    if "、" not in run or "等" in run or any(c.isdigit() for c in run) or _EACH.search(run):
        return None
    return _count(_words()["done"].sub("", run), start)
