"""Whether two scopes may be of one subject, by their places and bodies."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.names.cores import core
from checker.claims.names.entities import variant
from checker.claims.names.skeletons import skeletons
from checker.claims.places.gazetteer import gazetteer
from checker.claims.subjects.grounds import stem_of
from checker.claims.subjects.places import contains, level, same_place
from checker.frozen import replace
from checker.lexicon import load, words

if TYPE_CHECKING:
    from checker.model import Scope

# The longest that the name of a body is beside its place's.
_NAMED = 8


def scope_refusal(a: Scope, b: Scope) -> str:
    """Why two scopes are of different subjects; "" if they may be one.

    An organisation that only one side names is no refusal unless the other side names a place by itself.
    """
    if a.org and b.org and same_org(a.org, b.org):
        return ""
    if a.org and b.org and _branches(a.org) != _branches(b.org):
        return "scope"
    a, b = _surely(a), _surely(b)
    if a.org and b.org:
        return "scope"
    for one, other in ((a, b), (b, a)):
        if one.org and not one.main and other.explicit and not (other.place and _speaks_for(one.org, other.place)):
            return "scope"
    return "" if _may_be_one(a.place, b.place, guessed=not (a.explicit and b.explicit)) else "scope"


def _surely(scope: Scope) -> Scope:
    """A scope without an organisation that nothing names and that its figure may be of a part of."""
    return scope if scope.explicit or not scope.main else replace(scope, org="", main=False)


_BODIES = ("局", "公安机关", "厅", "委员会", "办公室", "红十字会", "总工会", "慈善总会", "妇联", "残联")


def _speaks_for(org: str, place: str) -> bool:
    """Whether a body of a place's government counts what is the place's: 槐安县公安局, 槐安县."""
    stem = stem_of(place)
    return len(stem) > 1 and org.endswith(_BODIES) and org.startswith(stem) and len(org) <= len(place) + _NAMED


_ANY = {
    "全国": "国", "全省": "省", "全市": "市", "全区": "区县", "全县": "区县",
    "区内": "区县", "县内": "区县", "市内": "市",
}  # fmt: skip
# What lies in a place, and is seldom all of it: 澄湖*产业园*.
_PARKS = (
    "产业园", "科技园", "软件园", "工业园", "创业园", "物流园", "园区", "示范园", "大学城", "校区", "院区",
    "景区", "库区", "保税区", "试验区", "示范区", "自贸区", "片区", "街区",
)  # fmt: skip
_ENDS = (
    ("自治区", "省"),
    ("省", "省"),
    ("市", "市"),
    ("高新区", ""),
    ("经开区", ""),
    ("开发区", ""),
    ("新区", ""),
    ("区", "区县"),
    ("县", "区县"),
    ("旗", "区县"),
)


def _rung(place: str) -> str:
    """The level of a place by its ending; "" where it can be of several or is a zone, a port, a park."""
    return _ANY.get(place) or next((level for end, level in _ENDS if place.endswith(end)), "")


_OURS = frozenset({"中国", "我国"})


@cache
def _countries() -> frozenset[str]:
    return frozenset(str(load("places")["countries"]).split()) - {"中国"}


def _known(place: str) -> bool:
    """Whether a place without an ending is a name of the gazetteer, and no guess."""
    return bool(level(place)) or bool(_rung(place))


@lru_cache(maxsize=65536)
def _may_be_one(a: str, b: str, *, guessed: bool) -> bool:
    """Whether two places can be one: either unknown, equal, or of one level and one of them only relative (全区)."""
    if not a or not b or same_place(a, b):
        return True
    if "、" in a or "、" in b:
        return set(a.split("、")) == set(b.split("、"))
    if a in _countries() or b in _countries():
        return _abroad(a, b)
    if a.endswith(_PARKS) != b.endswith(_PARKS):
        return False
    x, y = _rung(a), _rung(b)
    if guessed and x and y and contains(a, b) is contains(b, a) is False:
        return False
    return _of_one_level("全国" if a in _OURS else a, "全国" if b in _OURS else b, guessed=guessed)


def _of_one_level(a: str, b: str, *, guessed: bool) -> bool:
    """Whether two names that are not of one place by themselves may be: one a stem, one relative, one guessed."""
    x, y = _rung(a), _rung(b)
    if stem_of(a) == stem_of(b) and (not x or not y):
        return True
    if stem_of(a) == a or stem_of(b) == b:
        return stem_of(a) in ("", stem_of(b)) or not (_known(a) and _known(b))
    if a in _ANY or b in _ANY:
        return not x or not y or (x == y and {a[-1], b[-1]} != {"区", "县"})
    if any(len(p) == 2 and p[0] in "全该我本" and q.endswith(p[1]) for p, q in ((a, b), (b, a))):
        return True
    return guessed and x != y and "省" in (x, y)


def _abroad(a: str, b: str) -> bool:
    """Whether two places of which one is another country can be one; 全国 may be said of that country."""
    if a in _countries() and b in _countries():
        return a in b or b in a
    other = b if a in _countries() else a
    return other == "全国" or not (other in _OURS or _known(other))


@lru_cache(maxsize=65536)
def same_org(a: str, b: str) -> bool:
    """Whether two names can be of one organisation: equal, one a short form or slip of the other.

    A branch is not the body that it is of: 槐安医疗集团东院区, 槐安医疗集团. Nor is one house of a group the group.
    """
    if _branches(a) != _branches(b) or holds(a, b) or holds(b, a):
        return False
    if a == b or a in b or b in a or _shortened(*sorted((a, b), key=len)):
        return True
    one, other = _in_short(a), _in_short(b)
    if one.endswith(other) or other.endswith(one) or _PLAIN.sub("", one) == _PLAIN.sub("", other):
        return True
    return bool(set(skeletons(a)) & set(skeletons(b))) and variant(a, b) is not None


_BRANCHES = ("院区", "校区", "分院", "分校", "分公司", "分行", "支行", "分厂", "基地", "工厂", "厂区", "分店", "分部")


def _branches(name: str) -> bool:
    """Whether a name is that of a branch."""
    return name.endswith(_BRANCHES)


def holds(group: str, house: str) -> bool:
    """Whether a group is called after a house, such as an airport or a hospital, that it has with others.

    >>> holds("浔澜机场集团", "浔澜国际机场"), holds("翎禾汽车集团", "翎禾汽车")
    (True, False)
    """
    if not group.endswith(_GROUP) or house.endswith(_GROUP):
        return False
    sort = next((end for end in words("organisations", "sites") if house.endswith(end)), "")
    return bool(sort) and group.removesuffix(_GROUP).endswith(sort)


_GROUP = "集团"
# Words that the short name of a body leaves out: 太和*国际*机场, 恒远*股份有限*公司.
_PLAIN = re.compile("国际|股份|有限|责任|控股|集团|人民(?=医院)")
_SEAT = re.compile(r"(?<=^[㐀-鿿]{2})[省市县区州](?=[㐀-鿿]{2})")


@lru_cache(maxsize=8192)
def _in_short(name: str) -> str:
    """A name in short forms, without the ending of the place that it begins with: 槐安*市中级人民法院*, 槐安*中院*."""
    return _SEAT.sub("", core(name))


# Bodies that are called by their first and last words alone: 科锐集团 for 科锐检测集团; a university is not.
_CALLED_SHORT = ("集团", "公司", "研究院", "研究所", "研究中心", "实验室", "股份", "银行")
_OWN = 2


def _shortened(short: str, long: str) -> bool:
    """Whether one name of a firm or institute leaves out what the other says between its own name and its sort."""
    sort = next((end for end in _CALLED_SHORT if short.endswith(end) and long.endswith(end)), "")
    own = short[:_OWN]
    if not sort or len(short) != _OWN + len(sort) or not long.startswith(own) or level(own):
        return False
    return own not in gazetteer().forms and len(long) > len(short)
