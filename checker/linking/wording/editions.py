"""Whether two ranks are of one list, whenever each paper tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.figures.telling import digits_of
from checker.linking.gate import Gate
from checker.linking.wording.namesakes import named_beside

if TYPE_CHECKING:
    from checker.linking.pairs import Pair
    from checker.model import Claim

# A word of two characters or more names something.
_NAMING = re.compile("[\u4e00-\u9fff]{2}")
_YEAR = re.compile(r"20[0-9]{2}")
# A rank that is no first or second: two papers do not tell it of two lists.
_RANK = re.compile(
    r"[\u4e00-\u9fff]{2}第(?:[0-9]{2,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)[位名]?", needs="第"
)
# How far a rank moved: *前移3位*, 上升了*2个位次*.
_MOVED = re.compile(
    r"""
    (?:[前上后]移|前进|前提|上升|提升|跃升|攀升|晋升|后退|退后|下降|下滑) 了?
    (?P<by> [0-9]{1,2}|[一二两三四五六七八九十]{1,2}) (?:个?位|个?名次)
    """,
    re.VERBOSE,
    needs=("位", "名次"),
)
# Numbers of so many digits stand by no rank of another year.
_TELLING, _LONG = 3, 4
_YEAR_OF_DAYS = 366
_COUNTED = re.compile(r"(?<![0-9.])[0-9]+(?:\.[0-9]+)?[万亿]{0,2}[^\s0-9，。；：、年月日号时点届期级度]")


def of_one_list(pair: Pair, held: Gate) -> Gate:
    """How two ranks are held apart; those of one list of one year are of one time, whenever each paper tells them."""
    if pair.p.group != "rank" or pair.within:
        return held
    if (pair.x.role == "base") != (pair.y.role == "base"):
        return held  # 游客3286万人次，*由第六位*升至第三位
    if (ruled := _of_one_amount(pair, held)) is not None:
        return ruled
    if held.sure or held.time == "same" or held.refusal not in ("", "period"):
        return held
    years = [{w for w in p.words if _YEAR.fullmatch(w)} for p in (pair.p, pair.q)]
    met = bool(years[0] & years[1]) or not edition(pair.x).isdisjoint(edition(pair.y))
    return Gate("", "same", sure=False) if met else held


def _of_one_amount(pair: Pair, held: Gate) -> Gate | None:
    """How two ranks are held apart that are told of one and the same amount; None where that says nothing.

    Ranks of one amount of three digits are of one time, and of one place where one of them only seems to be of another;
    of fewer digits they are of one time within a year, where neither says of what time it is.
    """
    if pair.anchored and held.refusal == "scope" and held.time == "same":
        stated = pair.x.scope.explicit and pair.y.scope.explicit
        return None if stated else Gate("", "same", held.sure)
    days = [c.article.published for c in (pair.x, pair.y)]
    if not pair.alongside or held.refusal != "period" or held.sure or None in days:
        return None
    soon = abs((days[0] - days[1]).days) <= _YEAR_OF_DAYS  # type: ignore[operator]
    return Gate("", "same", sure=False) if pair.anchored or soon else None


def of_two_lists(pair: Pair) -> bool:
    """Whether two ranks are surely of two lists: of two times, of a sum and its growth, of two things of one sort."""
    if pair.p.group != "rank":
        return False
    held = pair.held
    if held.refusal == "baseline" or (held.sure and held.time not in ("same", "unknown")) or named_beside(pair):
        return True
    like, _ = pair.like
    two = any(map(_NAMING.match, like.only_a)) and any(map(_NAMING.match, like.only_b)) and not like.soft
    return two and pair.p.words[-1:] == pair.q.words[-1:]  # *海带*产量, *扇贝*产量


def of_one_edition(pair: Pair) -> bool:
    """Whether two ranks are told with one number of four digits, which no two lists have alike: *96.38分*，列第4位."""
    if pair.p.group != "rank" or pair.within or _tells(pair.x, pair.y) or _tells(pair.y, pair.x):
        return False
    return not long_numbers(pair.x).isdisjoint(long_numbers(pair.y))


def _tells(claim: Claim, other: Claim) -> bool:
    """Whether a claim's sentence tells the rank of another one too, of something else: 总分列第11名，*法治列第3名*."""
    rank = other.sentence.text[slice(*other.figure.number)]
    return re.search(rf"第{re.escape(rank)}(?![0-9])", claim.sentence.text) is not None


def long_numbers(claim: Claim, least: int = _LONG) -> frozenset[str]:
    """The numbers of so many digits, each with its unit, that a claim's sentence tells besides its own."""
    found = {m.group() for m in _COUNTED.finditer(claim.sentence.text)}
    return frozenset(told for told in found if digits_of(told) >= least) - {claim.figure.text}


def edition(claim: Claim) -> frozenset[str]:
    """What a claim's sentence tells besides a rank that tells which edition of a list is meant.

    Other ranks with their field (*全国第38位*、全省第3位), numbers of three digits (*92.15分*，列第5位), and how far
    the rank moved (列第18位，*前进3位*).
    """
    text, own = claim.sentence.text, claim.figure
    ranks = {m.group() for m in _RANK.finditer(text) if m.end() <= own.start or m.start() >= own.end}
    moved = {f"±{m['by']}" for m in _MOVED.finditer(text)}
    told = {m.group() for m in _COUNTED.finditer(text) if digits_of(m.group()) >= _TELLING}
    return frozenset(ranks | moved | told) - {own.text}
