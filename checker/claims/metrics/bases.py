"""What a rate is told for each of, where it stands right before the figure: 每人每年320元, 每50公斤提高5元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure

_NEAR = 16
_BASE = re.compile(
    r"""
    (?P<base>
        (?:每(?:[0-9]{1,6}万?|[十百千万]{1,2})?(?:[名位个])?
            (?:人次|人|股|亩|公顷|平方公里|平方米|立方米|吨|公里|公斤|千克|斤|度|户|桶|升|千瓦时|件|台|套|张|辆|车|头|只|棵|株
              |小时|分钟|秒|天|日|周|月|季度|学期|学年|年|生|家|校|村)
        ){1,2}
      | 人均 | 户均 | 亩均
    )
    (?:再|又|可|将|均|约|也|分别)?
    (?:补贴|补助|提高|增加|下调|上调|降低|减少|上涨|下降)?(?:到|至|了|为|达)?
    $
    """,
    re.VERBOSE,
)


def bases(text: str, figures: Sequence[Figure]) -> list[Span]:
    """The spans of the bases that stand right before a figure; they name no metric.

    >>> from checker.figures import figures
    >>> text = "补助标准由每人每年320元提高到380元"
    >>> [text[s.start : s.end] for s in bases(text, figures(text))]
    ['每人每年']
    >>> bases("每万人拥有专利180件", figures("每万人拥有专利180件"))
    []
    """
    found, floor = [], 0
    for f in figures:
        if f.value is not None and f.kind in (Kind.QUANTITY, Kind.RATE, Kind.NUMBER):
            begin = max(floor, f.number.start - _NEAR)
            near = text[begin : f.start]
            m = _BASE.search(text, begin, f.start) if "每" in near or "均" in near else None
            if m is not None:
                found.append(Span(*m.span("base")))
        floor = f.end
    return found
