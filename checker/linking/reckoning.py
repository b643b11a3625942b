"""Whether two claims of one name are reckoned unlike: net and gross, a house and one of its parts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.lexicon import pattern, words
from checker.linking.timing import before
from checker.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.linking.pairs import Pair
    from checker.model import Claim

# What came in less what went out: 新增茶企86户，*净增*52户.
_NET = re.compile(r"净(?:新?增|流入|流出|减|调入|调出)[^，。；：、0-9]{0,12}$", needs="净")
_CUT = re.compile("[。；！？]")


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
    """The part of a house that a sentence told last before a figure; "" where it told of none."""
    text = before(claim)
    if not any(w in text for w in words("matters", "members")):
        return ""
    told = [m.end() for m in _CUT.finditer(text)]
    found = [m.group() for m in _members().finditer(text, told[-1] if told else 0)]
    return found[-1] if found else ""


TESTS: tuple[tuple[str, Callable[[Pair], bool]], ...] = (
    ("role", _net),
    ("scope", _parts),
)
