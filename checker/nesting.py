"""Whether one amount is told of a part of what another is told of: by its name, its place or its qualifiers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, encloses, gap
from checker.claims.words.segments import is_verb
from checker.disputes import exact, interval, level, point
from checker.lexicon import load, words
from checker.model import Behaviour, Status

if TYPE_CHECKING:
    from checker.model import Claim

_RUN_ON = re.compile(r"^(?:[（(][^（）()]{1,4}[）)])?[，、][^，。；：、0-9]{1,3}$")
_OPEN_NAME = re.compile(r"[等和及与、特境]|各|全|共|总|累计|新增|培养|引进")
_FEW = 20
_WORD = 2
_AROUND = 12
_YEAR = timedelta(days=366)
_OTHER_YEAR = re.compile("去年|上年|同期|往年|前年")
_TAIL = 4  # characters that an inserted word must leave behind it


def turns(words: str) -> bool:
    """Whether words between a total and an amount make it no part of the total.

    >>> turns("，其中累计培训"), turns("，其中乡镇卫生院")
    (True, False)
    """
    return any(word in words for word in load("wholes")["turned"])


def above(part: Claim, whole: Claim) -> bool:
    """Whether a part is surely larger than its whole, which must be positive."""
    small, large = interval(part), interval(whole)
    if small is None or large is None or small.low is None or large.high is None:
        return False
    return small.low > large.high > 0


def qualified(whole: Claim, part: Claim) -> bool:
    """Whether one level of all there are is told, and a level of those among them that a further word picks out."""
    a, b = whole.metric.text, part.metric.text
    more = _more(a, b)
    if len(a) < 3 or len(more) < _WORD or not (exact(whole) and exact(part)) or _idle(more):
        return False
    if whole.scope.part or whole.role != "value" or part.role not in ("value", "subset"):
        return False
    if not (level(whole) and level(part)) or (point(whole) or 0) < _FEW:
        return False
    if whole.scope.levels != part.scope.levels or not alike(whole, part) or whole.status is not part.status:
        return False
    return whole.behaviour is part.behaviour is Behaviour.STOCK and not _OPEN_NAME.search(more)


def _idle(more: str) -> bool:
    """Whether a verb more only says that the things are there, and picks out none of them: *参股*子基金."""
    return is_verb(more) and more not in words("verbs", "adjectival")


def _more(a: str, b: str) -> str:
    """What a longer name has before a shorter one, or inside it before its last words; "" where it is another name.

    >>> _more("专任教师", "有博士学位的专任教师"), _more("制造业贷款余额", "制造业中长期贷款余额")
    ('有博士学位的', '中长期')
    >>> _more("制造业贷款余额", "制造业产值")
    ''
    """
    if b.endswith(a):
        return b[: -len(a)]
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tail = a[head:]
    return b[head : -len(tail)] if len(tail) >= _TAIL and head >= _WORD and b.endswith(tail) else ""


def within(whole: Claim, part: Claim) -> bool:
    """Whether two levels are of one metric, the first of a place and the second of a place or house that lies in it."""
    if whole.metric.text != part.metric.text or not whole.metric.text or whole.scope.levels != part.scope.levels:
        return False
    if not whole.behaviour is part.behaviour is Behaviour.STOCK or whole.status is not part.status:
        return False
    if whole.scope.org or whole.scope.part or {whole.role, part.role} != {"value"}:
        return False
    if not (exact(whole) and exact(part) and level(whole) and level(part) and alike(whole, part)):
        return False
    places = whole.scope.place, part.scope.place
    return encloses(*places) or bool(part.scope.org and part.scope.main and places[0] and places[0] == places[1])


def narrower(whole: Claim, part: Claim) -> bool:
    """Whether two claims tell one metric of one time, the second of a narrower place or with one more qualifier."""
    if whole.metric.text != part.metric.text or whole.metric.verb != part.metric.verb or part.whole is not None:
        return False
    p, q = whole.period, part.period
    apart = (p is None) != (q is None) or (p and q and (p.start, p.end) != (q.start, q.end))
    if apart or whole.status is not part.status:
        return False
    a, b = whole.scope, part.scope
    if a.org != b.org:
        return False
    if a.place == b.place:
        return set(a.levels) < set(b.levels)
    return encloses(a.place, b.place) and a.levels == b.levels


def of_a_longer_time(whole: Claim, part: Claim) -> bool:
    """Whether two claims tell what came about in one time and in a shorter time within it: 前三季度, 三季度.

    What may also become less in a time (profit, loans) is no part of that of a longer one.
    """
    names, scopes = whole.metric.text, (whole.scope, part.scope)
    if not part.metric.text or whole.metric.verb != part.metric.verb:
        return False
    left_out = names.endswith(part.metric.text) and part.sentence.index - whole.sentence.index in (0, 1)
    if names != part.metric.text and not left_out:  # *商场*营业收入4.8亿元。三季度营业收入
        return False
    if not whole.behaviour is part.behaviour is Behaviour.FLOW or not whole.status is part.status is Status.ACTUAL:
        return False
    if not _lies_in(whole, part) or not alike(whole, part) or not {whole.role, part.role} <= {"value", "subset"}:
        return False
    if scopes[1].place not in ("", scopes[0].place) or scopes[1].org not in ("", scopes[0].org):
        return False
    told = (names, _around(whole), _around(part))
    return scopes[0].levels == scopes[1].levels and not any(w in t for w in words("wholes", "both_ways") for t in told)


def _lies_in(whole: Claim, part: Claim) -> bool:
    """Whether the stated time of one claim is a part of that of the other, which is no longer than a year."""
    p, q = whole.period, part.period
    if p is None or q is None or not (p.explicit and q.explicit):
        return False
    if p.start is None or q.start is None or p.end is None or q.end is None:
        return False
    inside = p.start <= q.start <= q.end <= p.end and q.end - q.start < p.end - p.start <= _YEAR
    first, last = sorted((whole, part), key=lambda c: c.start)  # 同比…，*去年同期*8万吨，全年9万吨
    return inside and not (first.sentence == last.sentence and _OTHER_YEAR.search(gap(first, last)))


def _around(claim: Claim) -> str:
    return claim.sentence.text[max(0, claim.figure.start - _AROUND) : claim.figure.start]


def unlike(part: Claim, whole: Claim) -> bool:
    """Whether the two count things of different names: 项目12个 and 车间15个, 投资 and 产值."""
    mine, its = part.metric.counted, whole.metric.counted or whole.metric.head
    vague = part.value is not None and part.value.unit in ("个", "项", "条", "座", "处", "件")
    if vague and len(mine) > 1 and len(its) > 1:
        return not (set(mine) & set(whole.metric.text + its))
    heads = [next((w for w in load("wholes")["money"] if c.metric.text.endswith(w)), "") for c in (part, whole)]
    return all(heads) and heads[0] != heads[1]


def listed_with(rival: Claim, whole: Claim) -> bool:
    """Whether a total and the amount before it are of one list without names of their own: 函询1258件，谈话180件."""
    if _RUN_ON.match(gap(rival, whole)):
        return True
    nouns = {c.metric.counted[:2] or c.metric.text for c in (rival, whole)}
    return len(gap(rival, whole)) < 12 and (
        len(nouns) == 1 or any(c.metric.verb and not c.metric.text for c in (rival, whole))
    )


def named_again(whole: Claim, part: Claim) -> bool:
    """Whether a part told in the next sentence names what its whole counts."""
    head = part.sentence.text[: part.figure.start]
    told = whole.metric.counted or whole.metric.text
    return len(told) > 1 and told[-2:] in head
