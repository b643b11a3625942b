"""Amounts told of some of what a total is of: several places of a county together, one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.arithmetic import alike, gap, rung
from checker.claims.words.segments import is_verb, segment
from checker.disputes import exact
from checker.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Claim

# Some places by name, and how many they are: *山前、河口、白塘三个乡镇*.
_SOME = re.compile(
    r"、[㐀-鿿]{1,8}?(?:等)?[两二三四五六七八九十0-9]{1,2}个?(?P<unit>乡镇|镇街|街镇|街道|社区|村|镇|乡|县区|区县|县|区|市|省)",
    needs="、",
)
# … whose amounts are put together.
_TOGETHER = re.compile(r"(?:合计|共计|总计|加起来|合起来|共有?|合共)[^，。；：、0-9]{0,4}$")
# One alone of all that there are: 河口*一镇就*产出.
_ALONE = re.compile(
    r"(?:一(?:地|国|省|市|县|区|镇|乡|村|家|校|院|企|园|项|社区|个[月镇县市区村社]|[天月季])[^，。；：、0-9]{0,4}|(?:^|，)[仅光单]是?[^，。；：0-9]{2,16})"
    r"[就便][^，。；：、0-9]{0,6}$",
    needs=("就", "便"),
)
# What takes up so many of all that were told: ，*研发人员占了*.
_TAKEN = re.compile(r"^[^，。；：0-9]{0,6}，[^，。；：、0-9]{1,10}占(?:了|到)?$", needs="占")
# So many without a name, told right behind all that there are.
_BARE = re.compile(r"^，(?:已?有)?$")
_ALL = re.compile(r"全[㐀-鿿]{1,2}(?:共|有|共有)?$|(?:总共|一共|共有?|现有)[^，。；：、0-9]{0,4}$")
# What is told of an earlier time.
_BEFORE = re.compile("去年|上年|前年|往年|上一?届|同期|此前|过去|原有|曾")
# What only a verb has behind it: 用*上*.
_DONE = frozenset("了上起出到进")
_STOPS = re.compile("[；。！？]")
_REACH, _LEAD = 80, 10
_SAME = {"乡镇": "镇", "镇街": "镇", "街镇": "镇", "街道": "镇", "社区": "村", "县区": "县", "区县": "县"}


def some_of(amounts: Sequence[Claim], before: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The totals with the amounts that are told of some of the places, or of the one thing, that they hold.

    ``amounts``: those of one sentence in order, ``before``: those told before it in its paragraph.
    """
    for i, part in enumerate(amounts):
        head = _STOPS.split(part.sentence.text[max(0, part.figure.start - _REACH) : part.figure.start])[-1]
        if part.whole is not None or not exact(part):
            continue
        told = [c for c in (*before, *amounts[:i]) if alike(c, part) and c.role == "value" and _now(c, part)]
        if not told:
            continue
        named = list(_SOME.finditer(head))
        if named and _TOGETHER.search(head):
            unit = named[-1]["unit"]
            own = [c for c in told if _of_one_name(c, part) and rung(c.scope.place) < rung(_SAME.get(unit, unit))]
            yield from ((c, part) for c in own[-1:] if rung(c.scope.place))
        elif i and _told_right_behind(amounts[i - 1], part):
            yield amounts[i - 1], part
        elif _ALONE.search(head) and (told[-1].sentence == part.sentence or (len(told) == 1 and not _past(told[0]))):
            yield told[-1], part


def _told_right_behind(whole: Claim, part: Claim) -> bool:
    """Whether so many of all that there are do something, or are taken up: 486户，*212户*办起民宿; 焊工*占了*36人."""
    words, text = gap(whole, part), part.sentence.text
    if not alike(whole, part) or not whole.status is part.status is Status.ACTUAL or whole.value is None:
        return False
    if part.value is None or part.value.unit != whole.value.unit or not exact(whole):
        return False
    if _TAKEN.match(words):
        return not text[: whole.figure.start].endswith(("占", "占了"))
    if not _BARE.match(words) or not _ALL.search(text[max(0, whole.figure.start - _LEAD) : whole.figure.start]):
        return False
    behind = segment(text[part.figure.end : part.figure.end + _LEAD])
    return bool(behind) and (is_verb(behind[0]) or "".join(behind[1:2]) in _DONE)


def _of_one_name(whole: Claim, part: Claim) -> bool:
    """Whether a total is of what its part is of, or says more closely what that is: 脐橙*种植*面积, 脐橙面积."""
    a, b = whole.metric, part.metric
    return bool(b.text) and (a.text == b.text or (a.head == b.head and set(b.words) < set(a.words)))


def _past(whole: Claim) -> bool:
    return bool(_BEFORE.search(whole.sentence.text[: whole.figure.start]))


def _now(whole: Claim, part: Claim) -> bool:
    """Whether neither of two results is told of another time than the other."""
    p, q = whole.period, part.period
    if not whole.status is part.status is Status.ACTUAL:
        return False
    if p is None or q is None or p.start is None or q.start is None or not (p.explicit and q.explicit):
        return True
    return p.end is None or q.end is None or (p.start <= q.start and q.end <= p.end)
