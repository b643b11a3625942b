"""One pass over a sentence: at each numeral, label before rank before amount, and on from where it ends."""

from __future__ import annotations

from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures import labels, marks, parts, ranks, standing
from checker.figures.amounts import amount
from checker.figures.counts import counted
from checker.figures.kinds import Sort, sort
from checker.figures.numerals import overlong
from checker.figures.numerals_plain import SIMPLE, Numeral, simply
from checker.figures.page import Page
from checker.figures.plain import plain
from checker.figures.worth import worth
from checker.frozen import replace
from checker.model import Comparator, Kind, Span, Value
from checker.movement import DOWN, UP

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.figures.compounds import Amount
    from checker.model import Figure

_NUMERALS = "0-9零〇一二两俩仨三四五六七八九十百千万亿廿卅半几数"
_OTHERS: dict[str, Callable[[Page, int], int]] = {
    **dict.fromkeys(ranks.TRIGGERS, standing.rank),
    **dict.fromkeys("过超逾对", parts.over_half),
    **dict.fromkeys("双倍", marks.pair),
    **dict.fromkeys("Xx×＊□", marks.placeholder),
    "N": marks.letter_n,
    "翻": parts.turn,
}
# The others that call for a reader wherever they stand; the rest only where a word of theirs begins.
_ALONE = "翻双倍NXx×＊□"
_OPEN = frozenset({Comparator.ABOVE, Comparator.AT_LEAST, Comparator.BELOW, Comparator.AT_MOST})
_AND = re.compile("(?:的?同时|[，,、]?(?:并且?|且)?|至|到) ?")
_LISTED = frozenset({"、", "和", "及", "以及", "，", "与", "，分别为"})
# What stands before a number that may be part of a code, a model, a score, an ordinal or a base, or has a sign.
_JOINING = frozenset("-_.+负第前每:：·/“‘「《") | frozenset(ascii_letters) | frozenset("0123456789")
_SCORING = frozenset(":：∶比")
# The most digits of a number that is no telephone number; those of a year.
_LABELLED, _YEAR = 6, 4
_CHANGED = re.compile(
    rf"""
    [，,]?(?:已|又|再|逐步|进一步)?
    (?:{UP}|{DOWN}|加快|放缓|调整|恢复|改善|变)?了?   # (由2.1%)提高到
    (?:到了?|至|为|成)
    """,
    re.VERBOSE,
)
_PLANNED = ("行动", "规划", "计划", "方案", "攻坚", "制")


def scan(text: str) -> list[Figure]:
    """The figures of ``text`` that are no dates, in order, none overlapping another.

    >>> [(f.text, f.kind.value) for f in scan("全市第一，上市高企7家，同比增长18.3%")]
    [('全市第一', 'rank'), ('7家', 'quantity'), ('同比增长18.3%', 'growth')]
    >>> scan("一心一意谋发展")
    []
    """
    flat = plain(text)
    webs = labels.web(flat.text)[::-1]
    search = _hits().search
    at, hit = 0, search(flat.text)
    if hit is None and not webs:
        return []
    page = Page(text, flat)
    while hit is not None:
        at = hit.start()
        while webs and webs[-1][1] <= at:
            _web(page, webs.pop())
        if webs and webs[-1][0] <= at:  # noqa: SIM108 -- two different roads
            at = _web(page, webs.pop())
        else:
            at = max(_read(page, at), at + 1)
        hit = search(page.text, at)
    while webs:
        _web(page, webs.pop())
    return page.found


@cache
def _hits() -> re.Pattern[str]:
    """Where a figure may begin: a numeral, or the first character of a word that tells a rank, a label, a half."""
    after: dict[str, set[str]] = {}
    for word in (*ranks.spellings(), *labels.spellings(), *parts.OVER_HALF):
        if word[0] in _OTHERS and word[0] not in _ALONE:
            after.setdefault(word[0], set()).add(word[1])
    words = "".join(f"|{c}(?=[{re.escape(''.join(sorted(seconds)))}])" for c, seconds in sorted(after.items()))
    return re.compile(f"(?=[{_NUMERALS}{_ALONE}{''.join(sorted(after))}])(?:[{_NUMERALS}{_ALONE}]{words})")


def _web(page: Page, span: tuple[int, int]) -> int:
    return page.label(*span) if span[0] >= page.floor else max(page.floor, span[1])


def _read(page: Page, at: int) -> int:
    """Read at a hit; returns where to go on."""
    c = page.text[at]
    plain = _plain(page.text, at, c) if "0" <= c <= "9" else None
    return _amount(page, at, plain) if plain is not None else _any(page, at, c)


def _any(page: Page, at: int, c: str) -> int:  # noqa: PLR0911 -- one way out per reading
    """Read at a hit, whatever it may be."""
    text = page.text
    other = _OTHERS.get(c)
    if other is not None:
        return other(page, at)
    past = labels.ignored(text, at)
    if past > at:
        named = labels.label(text, at) if not c.isascii() else at
        return page.label(at, named) if named > past else past
    end = _special(page, at, c)
    if end > at:
        return end
    end = labels.label(text, at)
    if end > at and text[at - 1 : at] != "第":
        return page.label(at, end)
    if at > page.floor and text[at - 1] in "第前":
        end = standing.ordinal(page, at - 1)
        if end > at:
            return end
    if at and text[at - 1] in "“‘「":
        end = marks.quoted(page, at)
        if end > at:
            return end
    if c == "半":
        return parts.half(page, at)
    end = marks.score(page, at)
    return end if end > at else _amount(page, at)


def _plain(text: str, at: int, c: str) -> Numeral | None:
    """The number at ``at`` where it can be read as nothing else, by what it is and what stands around it."""
    if (at and text[at - 1] in _JOINING) or c in labels.digits():
        return None
    m = SIMPLE.match(text, at)
    if m is None:
        return None
    whole, part, big = m.groups()
    behind, size = text[m.end() : m.end() + 1], len(whole)
    if behind in labels.behind() or behind in _SCORING or big in labels.behind() or part == "0" or size > _LABELLED:
        return None
    if (size == _YEAR and whole[:2] in ("19", "20")) or (size == _YEAR + 1 and behind == "年"):
        return None
    value, step, scale = simply(whole, part, big)
    if scale > 1 and not value:
        return None
    return Numeral(at, m.end(), value, value, step, scale, arabic=True)


def _special(page: Page, at: int, c: str) -> int:
    """What the first character alone calls for."""
    if c.isascii():
        return marks.digits(page, at)
    if c == "一":  # noqa: SIM108 -- two different roads
        end = parts.one(page, at)
    else:
        end = standing.item(page, at) if c in "二三四五六七八九" else at
    if end > at:
        return end
    end = overlong(page.text, at)
    return marks.malformed(page, at, end) if end > at else marks.each(page, at)


def _amount(page: Page, at: int, plain: Numeral | None = None) -> int:
    """Read the amount at ``at``; ``plain``: its number, where the caller has read it and no sign stands before it."""
    text = page.text
    told = amount(text, at if plain is not None else _start(page, at), page.floor, plain)
    if told is None:
        return at + 1
    end = counted(page, told)
    if end:
        return end
    if not worth(text, told):
        return max(told.number.end, at + 1)
    kind = _inherited(page, told, sort(text, told, page.floor))
    if kind.kind is Kind.DURATION and told.unit == "年" and not told.hedges:
        plan = next((w for w in _PLANNED if text.startswith(w, told.end)), "")
        if plan:
            return page.label(told.number.start, told.end + len(plan))
    if _closed(page, told, kind.kind):
        return told.end
    page.last = kind
    return page.add(
        min(kind.start, told.start),
        told.end,
        kind.kind,
        (told.number.start, told.number_end),
        Value(*told.bounds, kind.unit or told.unit, told.step),
        told.comparator,
        unit=(told.unit_start, told.unit_end) if told.unit_start >= 0 else None,
        hedges=tuple([(h.start, h.end) for h in told.hedges]) if told.hedges else (),
        direction=kind.direction,
        basis=kind.basis,
    )


def _start(page: Page, at: int) -> int:
    """Where the number begins, with its sign or the point of .77."""
    text = page.text
    if at <= page.floor or (sign := text[at - 1]) not in "-+负.":
        return at
    before = text[at - 2 : at - 1] if at > 1 else ""
    if sign == "负":
        return at - 1 if not before or before not in "担肩抱辜胜欺正自不背税减增债轻重" else at
    if sign == ".":
        if not text[at].isdigit() or before.isdigit() or before == ".":
            return at
        return at - 2 if at - 2 >= page.floor and before and before in "-负" else at - 1
    return at if before and (before.isalnum() or before in ")）%-") else at - 1


def _inherited(page: Page, told: Amount, kind: Sort) -> Sort:
    """分别增长5%和6%, 从2.1%提高到2.3%, 每人由320元提高到380元: the second figure is of the kind of the first."""
    last = page.last
    if last is not None and last.kind is Kind.RATE and last.unit.startswith(f"{told.unit}/") and told.unit:
        return last._replace(start=told.start) if _CHANGED.fullmatch(page.text[page.floor : told.start]) else kind
    if last is None or kind.direction or kind.kind not in (Kind.SHARE, Kind.GROWTH):
        return kind
    between = page.text[page.floor : told.start]
    if last.kind in (Kind.RATE, Kind.SHARE, Kind.GROWTH) and _CHANGED.fullmatch(between):
        return last._replace(start=told.start)
    if last.kind in (Kind.GROWTH, Kind.RATE) and between in _LISTED:
        return last._replace(start=told.start)
    return kind


def _closed(page: Page, told: Amount, kind: Kind) -> bool:
    """Close an open interval with its other bound: 200万元以上、500万元以下 is one range."""
    if not page.found or told.comparator not in _OPEN:
        return False
    last, value = page.found[-1], page.found[-1].value
    of_another = "的" in page.text[told.start : told.number.start]  # 超过甲市的五分之一，*不足乙市的六成*
    if value is None or of_another or last.comparator not in _OPEN or last.kind not in (kind, Kind.NUMBER):
        return False
    if not _AND.fullmatch(page.text[page.floor : told.start]) or (value.unit and told.unit and value.unit != told.unit):
        return False
    mine = told.bounds
    if (mine[0] is None) == (value.low is None):
        return False
    low, high = (value.low, mine[1]) if mine[0] is None else (mine[0], value.high)
    if low is None or high is None or low >= high:
        return False
    there = page.flat.written
    end = there(told.start, told.end).end
    page.found[-1] = replace(
        last,
        kind=kind,
        end=end,
        text=page.written[last.start : end],
        value=Value(low, high, value.unit or told.unit, min(value.step or told.step, told.step)),
        comparator=Comparator.RANGE,
        number=Span(last.number.start, there(told.number.start, told.number_end).end),
        hedges=(*last.hedges, *(there(h.start, h.end) for h in told.hedges)),
    )
    page.floor = told.end
    return True
