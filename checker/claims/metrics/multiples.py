"""Multiples of an earlier level: 达到72家，是2019年的*3倍*."""

from __future__ import annotations

from checker import patterns as re
from checker.frozen import replace
from checker.model import Figure, Kind

_REACH = 20
_OF = re.compile(
    r"""
    (?:是|为|相当于|达到?了?)
    (?P<of>
        (?:(?:19|20)[0-9]{2}|今|上|去|前)年                          # 2019年, 去年同期, 去年首季
            (?:同期|同[日月季]|全年|年?[底末]|[上下]半年|[前首]?[一二三四]?季度?|[0-9]{1,2}月份?)?
      | [一二两三四五六七八九十]{1,2}年前(?:同期)?                   # 五年前
      | 上一?[届期]                                                  # 上届
      | 当初|最初|起初|原先|原来|过去|从前|以前
      | 平时|平日|往日|往常|往年|常年|历年|(?:历史|往年|常年)?同期         # 平时
      | [^，。；：！？、的0-9]{2,8}(?:之初|初期|之前|前|时)           # 建院之初, 改造前
    )的$
    """,
    re.VERBOSE,
)


def multiple(figure: Figure, text: str) -> Figure:
    """A multiple of an earlier level as the growth that it tells, with its base; any other figure as it is.

    >>> from checker.figures import figures
    >>> text = "民宿达到72家，是2019年的3倍"
    >>> [(f.text, f.kind.value, f.basis) for f in (multiple(f, text) for f in figures(text))][-1]
    ('3倍', 'growth', '是2019年')
    >>> text = "价格是普通大米的3倍"
    >>> [multiple(f, text).kind.value for f in figures(text)]
    ['quantity']
    """
    if figure.kind != Kind.QUANTITY or figure.value is None or figure.value.unit != "倍":
        return figure
    of = _OF.search(text, max(0, figure.start - _REACH), figure.start)
    return replace(figure, kind=Kind.GROWTH, direction=1, basis="是" + of["of"]) if of else figure
