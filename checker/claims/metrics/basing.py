"""What a growth is told against, where the words before it are no baseline that all use: *比五年前*增长37.2%."""

from __future__ import annotations

from checker import patterns as re
from checker.frozen import replace
from checker.model import Figure, Kind

# So far before a growth what it is told against is looked for.
_REACH = 64
_COMPARED = "相比"
_THAN = r"(?:(?<![占对同环百可相无])比(?![重例率值赛如较亚])|(?<![比相计])较(?![快大多高好低强为]))"
# A time or a thing, without another figure.
_OTHER = r"(?:(?:19|20)[0-9]{2}年|[0-9]{1,2}(?:年|个月|天)前|[^，。；：！？、（）“”0-9])"
# What is told after it, as long as it is told against nothing else.
_REST = r"(?:(?!同比|环比|[比较与同][上去]|[0-9]年)[^。；：！？]){0,40}"
_AGAINST = re.compile(
    rf"""
    (?: {_THAN}之?(?P<than>{_OTHER}{{1,20}}?)(?:时|的)?                       # 比五年前, 较上次普查时, 比同类品种
      | (?:与|和|同|跟)(?P<with>{_OTHER}{{1,20}}?)(?:相比较?|相较|比较|对比|比)(?:，{_REST})?   # 与2018年末相比，
      | (?:相比于?|相较于?|对比)(?P<to>{_OTHER}{{1,16}}?)(?:，{_REST})?   # 相比三年前，
    )
    $
    """,
    re.VERBOSE,
    needs=("比", "较"),
)


# 比年初*增加168亿元*，增长5.4%: the difference that a growth is told right behind, and what that is told against.
_DIFFERENCE = re.compile(
    r"""
    [比较] (?P<than> (?:(?:20[0-9]{2}|[今去上前]|上一|前一)年)? (?:[0-9]{1,2}月|[一二三四]季度|年)? [底末初]
                   | [去上前]年 (?:同期)? | [前上]一年 | 同期 )
    (?:净|又|再|多)? (?:增加|新增|增长|增|提高|上升|扩大|减少|下降|降低|减|少|多|回落) 了?
    [0-9.]{1,12} [^，。；：、0-9]{1,6} ， (?:增幅|降幅|减幅|涨幅)?
    $
    """,
    re.VERBOSE,
    needs=("比", "较"),
)


def based(figure: Figure, text: str) -> Figure:
    """A growth without a baseline with the one that the words before it name; any other figure as it is.

    >>> from checker.figures import figures
    >>> def bases(text):
    ...     return [based(f, text).basis for f in figures(text) if f.kind is Kind.GROWTH]
    >>> bases("企业数量比五年前增长37.2%"), bases("与2018年末相比，企业数量增长37.2%")
    (['比五年前'], ['比2018年末'])
    >>> bases("存款余额820亿元，比年初增加41亿元，增长5.3%")
    ['比年初']
    >>> bases("产值增长9.3%，占比提高2.1个百分点")
    ['', '']
    """
    if figure.kind is not Kind.GROWTH or figure.basis:
        return figure
    end = figure.start + (len(_COMPARED) if figure.text.startswith(_COMPARED) else 0)
    difference = _DIFFERENCE.search(text, max(0, figure.start - _REACH), figure.start)
    if difference is not None:
        return replace(figure, basis=f"比{difference['than']}")
    found = _AGAINST.search(text, max(0, figure.start - _REACH), end)
    other = (found["than"] or found["with"] or found["to"]) if found is not None else ""
    return replace(figure, basis=f"比{other}") if len(other) > 1 else figure
