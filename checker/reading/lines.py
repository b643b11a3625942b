"""Text → lines without their blanks and line markup, and what one line says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.frozen import dataclass
from checker.model import RegionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

BLANKS = (
    " \t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
)

# Stands for a character of a comment; a line of nothing else is not there.
UNPRINTED = "\x1c"

_DEEPEST = 8
STOPS = "。！？!?…"
CLOSERS = "”’」』）)】》〉\"'"

_LINE = re.compile(r"\r\n|\n|\r|[^\r\n]+")
_MARKUP = re.compile(
    r"""
    (?P<heading>\#{1,6})[ \t\u3000]+                # ## 小标题
  | (?P<bullet>(?:[-*+•·]|\d{1,2}\.)[ \t]+)         # - 一项
  | (?P<quote>(?:>[ \t]?){1,8})                     # > 引文
    """,
    re.VERBOSE,
)
_RULE = re.compile(r"(?:[-*_=~—－·.\s]{3,}|`{3}.*|~{3}.*|\|?[\s:|-]*\|[\s:|-]*|<!--.*-->|<br\s*/?>)$")

_CAPTION = re.compile(
    r"""
    [▲△▼▽◀▶◄►↑↓←→↖↗↘↙]                              # ▲图为……
  | [■◆●](?!.*[□：:].*记者).{1,80}$                  # ■海边的新城区。
  | [（(【]?[上下左右题]?图[①-⑳\d一二三四五六七八九十]{0,3}[:：为）)】]   # 图①：……  图为……
  | [（(【]?(?:资料|效果|示意|航拍|配|题|新华社)图?(?:片|照片|图)?[:：]   # 资料图片：……
  | 扫码|扫描二维码|(?:长按|识别).{0,6}二维码         # 扫码关注
    """,
    re.VERBOSE,
    needs=(*"▲△▼▽◀▶◄►↑↓←→↖↗↘↙■◆●图题配", "资料", "效果", "示意", "航拍", "新华社", "扫码", "二维码"),
)
_CREDIT = re.compile(
    r"""
    (?:
        (?:供图|提供图片|图片提供|资料图片?|资料照片|效果图|示意图)   # 某某局供图
      | (?<![拍航])摄(?:影报道)?                       # 记者 张某某 摄
      | (?:摄影|制图|绘图|图片?|视频|海报)[/／:：\ ][^。]{1,30}  # 摄影/张某某
    )[）)】。]?$
    """,
    re.VERBOSE,
    needs=("图", "照片", "摄", "视频", "海报"),
)
# A set that spans all Han characters takes a millisecond to compile: each stands here as seldom as can be.
_NAME = r"(?!·)[\u4e00-\u9fff·]{2,8}"
_ROLE = r"(?:首席|见习|实习|特约|融媒|全媒体?|文字|摄影)?(?:记者|通讯员|实习生|撰稿人?|撰文|作者|评论员)"
_WRITERS = rf"[^\s，。：；（(）)]{{0,24}}?{_ROLE}(?:[\s/／、:：]{{1,4}}(?!{_ROLE}){_NAME}){{1,12}}"
# Where a role stands before a name or at the end, as in any line that begins with writers: found much sooner.
_HAS_WRITERS = re.compile(rf"{_ROLE}(?:[\s/／、:：]|[^，。]{{2,3}}[）)]?$)")
_WRITTEN = re.compile(
    rf"""
    [（(【□]?\s?
    {_WRITERS}(?:[\s/／、；;，,]{{1,3}}{_WRITERS}){{0,6}}\s?             # 某报记者 张某某 通讯员 李某某
    (?:文/图|文图|文|报道|摄影报道|/文)?\s?[）)】]?$
  | (?:本报|本刊|本台|新华社|(?P<in>[（(])[^\s，。：；]{{0,24}}?)
    {_ROLE}[\u4e00-\u9fff]{{2,3}}(?(in)[）)])$                     # 本报记者张某某  （本报记者张某某）
    """,
    re.VERBOSE,
)
_BYLINE = re.compile(
    rf"""
    [（(](?:(?:(?<=[（(])|(?<![（(])[\s、]{{1,3}}){_NAME}){{1,13}}[）)]$    # （张某某 李某某）
  | [（(]?(?:来源|稿源|作者|撰文|编辑|责编|责任编辑|校对|审核|监制|编审|初审|终审|发布时间|日期|时间)
    \s?[:：/／][^。]{{1,60}}$                                   # 责任编辑：张某某
  | [（(]?(?:19|20)\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?        # 2025-12-09 08:31 来源：某报
    (?:[\sT]{{1,4}}\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?
    (?:\s{{0,8}}(?:来源|稿源|作者|责编|编辑|星期|周|第)[^。，]{{0,40}})?[）)]?$
  | □[^。]{{1,60}}$                                            # □某报记者 张某某
  | [（(](?:上接|下转|紧接|转|接)[^（(）)]{{0,8}}版[^（(）)]{{0,8}}[）)]$   # （下转第二版）
    """,
    re.VERBOSE,
    needs=(*"（(□", "19", "20", "源", "作者", "撰文", "编", "校对", "审", "监制", "时间", "日期"),
)
_SIGNED = re.compile(
    rf"""
    (?:
        [（(]{_WRITERS}(?:[\s/／、；;，,]{{1,3}}{_WRITERS}){{0,6}}\s?[）)]   # （记者 张某某）
      | [（(](?:(?:(?<=[（(])|(?<![（(])[ \u3000]{{1,3}})[\u4e00-\u9fff]{{2,4}}){{2,13}}[）)]   # （张某某 李某某）
      | [（(](?:上接|下转|紧接|转|接)[^（(）)]{{0,8}}版[^（(）)]{{0,8}}[）)]   # （下转第二版）
    )$
    """,
    re.VERBOSE,
)
_SIDEBAR = re.compile(
    r"""
    [【\[〔■●◆▍|\s]{0,3}
    (?:相关链接|延伸阅读|新闻链接|链接|编后|编后语|编者按|编者的话|记者手记|采访手记|新闻背景|背景链接|背景资料
      |名词解释|知识链接|相关阅读|相关新闻|资料链接|短评|快评|新闻助读|数据链接|小贴士|小资料)
    (?:(?P<sole>[】\]〕:：|\s]{0,3}$)|[】\]〕])
    """,
    re.VERBOSE,
    needs=("链接", "阅读", "编后", "编者", "手记", "背景", "名词解释", "相关新闻", "评", "助读", "小贴士", "小资料"),
)


@dataclass(frozen=True)
class Line:
    """A line that is not blank: its run in the file without blanks at the ends and without line markup.

    ``before``: the number of blank lines above it, -1 below a rule. ``hint``: what markup says it is.
    ``level``: of a marked heading, 1 to 6. ``item``: a list item or table row, never joined or a heading.
    """

    start: int
    end: int
    text: str
    before: int = 0
    hint: RegionKind | None = None
    level: int = 0
    item: bool = False
    indented: bool = False

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence ends."""
        return self.text.rstrip(CLOSERS + "“‘")[-1:] in STOPS


def lines(text: str, start: int = 0) -> Iterator[Line]:
    r"""The lines of ``text`` from ``start`` that are not blank.

    >>> [(n.text, n.before, n.level) for n in lines("# 题\n\n　　一段。\n- 一项\n---\n")]
    [('题', 0, 1), ('一段。', 1, 0), ('一项', 0, 0)]
    """
    ends, ruled = 1, False
    for found in _LINE.finditer(text, start):
        raw = found[0]
        if raw[0] in "\r\n":
            ends += 1
            continue
        kept = raw.strip(BLANKS)
        if not kept:
            ends -= UNPRINTED in raw
            continue
        if len(kept) < 200 and _RULE.match(kept):
            ruled = True
            continue
        yield _line(found.start() + len(raw) - len(raw.lstrip(BLANKS)), kept, raw, -1 if ruled else ends - 1)
        ends, ruled = 0, False


def _line(start: int, kept: str, raw: str, before: int) -> Line:
    hint, level, item = None, 0, kept[0] == "|"
    for _ in range(_DEEPEST):
        mark = _MARKUP.match(kept) if kept[0] in "#>-*+•·0123456789" else None
        if not mark or mark.end() == len(kept):
            break
        start += mark.end()
        kept = kept[mark.end() :]
        if mark["heading"]:
            hint, level = RegionKind.HEADING, len(mark["heading"])
        item = item or bool(mark["bullet"])
        start += len(kept) - len(kept.lstrip(BLANKS))
        kept = kept.lstrip(BLANKS)
    if level:
        kept = kept.rstrip("#").rstrip(BLANKS) or kept
    if len(kept) > 4 and kept[:2] == kept[-2:] == "**" and "**" not in kept[2:-2]:
        start, kept = start + 2, kept[2:-2]
    return Line(start, start + len(kept), kept, before, hint, level, item, raw[0] in " \t\u3000" or item)


def captions(text: str) -> bool:
    """Whether a line says of itself that it stands below a picture.

    >>> captions("▲孩子们在新教室上课。"), captions("某区融媒体中心供图"), captions("绘就发展新蓝图")
    (True, True, False)
    """
    return bool(_CAPTION.match(text, 0, 200) or (len(text) <= 120 and _CREDIT.search(text[-40:])))


def bylines(text: str) -> bool:
    """Whether a line holds nothing but names of writers, sources or a date.

    >>> bylines("□某报记者 张三丰 李四光"), bylines("记者从会上获悉，项目开工。")
    (True, False)
    """
    if len(text) > 100:
        return False
    return bool(_BYLINE.match(text) or (_HAS_WRITERS.search(text) and _WRITTEN.match(text)))


def signature(text: str) -> int:
    """Where the writers' names in brackets at the end of a paragraph begin; its length if there are none.

    >>> signature("注入新动能。（张三丰 李四光）"), signature("位于市区（原甲县）")
    (6, 9)
    """
    tail = max(0, len(text) - 120)
    at = max(text.rfind("（", tail), text.rfind("(", tail))
    return at if at > 0 and _SIGNED.match(text, at) else len(text)


def sidebar(text: str) -> str:
    """How a line opens a sidebar: "sole" if it only names it, "led" if its text follows, "" if it does not.

    >>> sidebar("【相关链接】"), sidebar("【编后】新学期已至。"), sidebar("链接全球的港口")
    ('sole', 'led', '')
    """
    found = _SIDEBAR.match(text)
    if not found:
        return ""
    return "sole" if found["sole"] is not None else "led"
