"""Whether two claims of one name are reckoned unlike: net and gross, a house and one of its parts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.words.segments import is_verb
from checker.lexicon import pattern, words
from checker.linking.when.timing import before
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.linking.pairs import Pair
    from checker.model import Claim

# What came in less what went out: 新增茶企86户，*净增*52户.
_NET = re.compile(r"净(?:新?增|流入|流出|减|调入|调出)[^，。；：、0-9]{0,12}$", needs="净")
_CUT = re.compile("[。；！？]")
_WHOLE = re.compile("全[院校行馆司]|全集团|集团")
_COUNTED = re.compile("[0-9一二两三四五六七八九十几个各家所]$")
_TEMPLATE = 0.4
_CROP = re.compile("[春夏秋冬早中晚][茶粮稻蚕菜播收]")


@cache
def _members() -> re.Pattern[str]:
    return re.compile(
        f"[东西南北新老中]?(?:{pattern('matters', 'members')})(?!企业|经济|基地|大楼|项目)",
        needs=words("matters", "members"),
    )


def _net(pair: Pair) -> bool:
    """Whether one is what came in less what went out, and the other is told of nothing of the sort."""
    x, y = (c.kind is Kind.QUANTITY and _NET.search(before(c)) is not None for c in (pair.x, pair.y))
    return x != y


def _parts(pair: Pair) -> bool:
    """Whether two parts of a house, or one of them and the whole house, are told of: 总院, 分院, 新校区."""
    return _member(pair.x) != _member(pair.y)


def _member(claim: Claim) -> str:
    """The part of a house that a sentence told last before a figure, else its article's title; "" where none does."""
    text, title = before(claim), claim.article.title
    if not any(w in text or w in title for w in words("matters", "members")):
        return ""
    told = [m.end() for m in _CUT.finditer(text)]
    found = [m.group() for m in _members().finditer(text, told[-1] if told else 0)]
    if found or _WHOLE.search(text):
        return found[-1] if found else ""
    named = [m.group() for m in _members().finditer(title) if not _COUNTED.search(title, 0, m.start())]
    return named[-1] if len(named) == 1 else ""


def _crops(pair: Pair) -> bool:
    """Whether two harvests of a year are told of: *春茶*产量, *秋茶*产量; 早稻, 晚稻."""
    x, y = ({m.group() for m in _CROP.finditer("".join(p.words))} for p in (pair.p, pair.q))
    return bool(x and y) and x.isdisjoint(y)


def _works(pair: Pair) -> bool:
    """Whether a measure that does not move is told of two works: *岭海高铁*全长, 岭西铁路…，全长."""
    fixed = words("terms", "fixed")
    if pair.x.metric.head not in fixed or pair.y.metric.head not in fixed or pair.alike >= _TEMPLATE:
        return False
    return _of_another(pair.x, pair.y) or _of_another(pair.y, pair.x)


def _of_another(owned: Claim, named: Claim) -> bool:
    """Whether one claim is of a work with a name, and the other's metric names one that is not that."""
    if owned.scope.org in ("", named.scope.org) or len(owned.metric.words) > 1:
        return False
    idle = words("terms", "common") | words("terms", "generic")
    told = [w for w in named.metric.words[:-1] if len(w) > 1 and w not in idle and not is_verb(w)]
    return bool(told) and not any(w in owned.scope.org for w in told)


TESTS: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("role", _net),
    ("scope", _parts),
    ("scope", _works),
    ("season", _crops),
)
