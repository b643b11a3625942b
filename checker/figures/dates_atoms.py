"""A sentence → the atoms its dates are made of (2025年, 3月, 10日, 底, 一季度, 去年, “十四五” …), in order.

An atom has a kind, its span and its numbers; nothing is resolved against a calendar here.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker import patterns as re

DASH = r"\s?(?:[-—–－−~～―]{1,2}|至|到)\s?"
CN = "〇零○一二三四五六七八九"
Y4 = rf"(?:1\d{{3}}|20\d\d|21[0-4]\d|[一二][{CN}]{{3}})"
YY = rf"(?:\d\d|[{CN}]{{2}})"
LUNAR_D = r"(?:初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
M = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
D = r"(?:\d{1,2}|三十一?|[二廿]十?[一二三四五六七八九]|二十|廿|十[一二三四五六七八九]?|[一二三四五六七八九])"
H = r"(?:\d{1,2}|二十[一二三四]?|十[一二三四五六七八九]?|[零两一二三四五六七八九])"
MIN = rf"(?:\d{{1,2}}|[二三四五]?十[一二三四五六七八九]?|[零〇]?[{CN}])"
N = r"(?:\d{1,2}|十[一二]?|[两一二三四五六七八九]|[二三四五]十[一二三四五六七八九]?)"
PLAN_NAME = r"(?:[一二三四五六七八九]五|十[一二三四五六]?五)"
PLAN_TAIL = r"(?:规划|计划)?(?:时期|期间)?"
NUMERALS = "零〇一二两三四五六七八九十几数"
DIGITS = "0123456789"
NUMBERS = NUMERALS + DIGITS
LONG = r"(?:\d{1,3}|[两一二三四五六七八九十]{1,3})"
SOME = rf"({N}|[几数])多?"
PAST = r"(?:来|间)?(?![月前级龄])"
UNIT = r"(年|个月|天|周)"
NOT_SPENT = r"(?<![经历去达已长隔有了用需续工营存花上费时])"  # 历经近6年, 用上近一年
BEGUN_FIRSTS, BEGUN_SECONDS = "成建创设开运投改入", "立区市县省校院厂园建营产制驻交"
BEGUN = r"(?:成立|建[区市县省校院厂园交]|创立|创建|设立|开园|运营|投产|改制|入驻)"
WEEKDAYS = "一二三四五六日天"
# A season that begins in one year and ends in the next, and whose it is.
WINTER, SEASON = (
    f"(?:年?度?{sort}季|(?=年?度?[㐀-鿿]{{1,4}}{sort}季))"
    for sort in ("(?:冰雪|雪|采暖|供暖|供热|榨|制糖)", "(?:演出|音乐|戏剧|歌剧|赛|渔|放映)")
)
NOT_YEAR = r"(?![轻龄级限迈代]|的?历史)"
NOT_MONTH = r"(?![龄饼球票薪租息嫂供亮圆])"
NOT_TIME = r"(?![代间尚刻空效段期速差装髦评钟])"
# 三年前, but not 2年前三季度, 3天前往.
NOT_AHEAD = (
    r"(?![后列景往去期沿身夕任哨台夜来线段部不所首门方面进者瞻卫提]"
    r"|[\d一二三四五六七八九十两几]{1,3}个?[季月年周天日名位强批])"
)
# 季报, but not 季 and 报道.
REPORTED = r"(?![道纸刊社备送考名])"
# What 中期 is half a year before.
HALF_TOLD = "报告|业绩|财报|利润"
NOT_DAY = r"(?:(?<=号)|(?![元均常报产薪租化志历程语本军式内游]))(?!以内|之内)"


class Atom(NamedTuple):
    """A piece of a date: what it is, where it stands, its numbers and its word."""

    kind: str
    start: int
    end: int
    nums: tuple[int, ...] = ()
    word: str = ""


def num(text: str | None) -> int:
    """The number below 10000 that digits or 汉字 write; 0 for none.

    >>> num("三十一"), num("廿三"), num("二〇二五"), num("08"), num(None)
    (31, 23, 2025, 8, 0)
    """
    if not text:
        return 0
    text = text.lstrip("初")
    if text.isascii():
        return int(text)
    text = text.replace("廿十", "廿").replace("廿", "二十").replace("两", "二").replace("○", "〇").replace("零", "〇")
    if "十" in text:
        tens, ones = text.split("十", 1)
        return 10 * (_digit(tens) if tens else 1) + (_digit(ones) if ones else 0)
    value = 0
    for c in text:
        value = value * 10 + _digit(c)
    return value


def _digit(c: str) -> int:
    return "〇一二三四五六七八九".find(c[-1]) if not c.isascii() else int(c)


_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))  # as \s has it
_DASHES = "-—–－−~～―至到" + _BLANKS

# Kind, the characters that may stand right behind its first number ("" any), the pattern, and how many characters
# that number may have; h: only 汉字.
NUMERIC: tuple[tuple[str, str, str, str], ...] = (
    (
        "iso",
        "-/.",
        rf"({Y4})(?P<sign>[-/.])(\d{{1,2}})(?P=sign)(\d{{1,2}})(?![\d.]\d)(?!\d)",
        "4",
    ),  # 2025-03-10, 2025.3.10
    ("iso", "", r"((?:19|20)\d\d)()([01]\d)([0-3]\d)(?![\d.])", "8"),  # 20250310
    ("iso", " ", r"((?:19|20)\d\d)( )(\d\d?) (\d\d?)(?![\d.])(?=\s*(?:$|[,，。)）]))", "4"),  # 2025 03 10
    (
        "ym_range",
        ".",
        rf"({Y4})\.(0?[1-9]|1[0-2]){DASH}({Y4})(?:\.(0?[1-9]|1[0-2]))?(?![\d年])",
        "4",
    ),  # 1999.08-2002.02
    ("ym", "-", r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![-\d])", "4"),  # 2025-03
    (
        "century",
        "世",
        r"(\d\d|[一二]?十[一二三四五六七八九]?)世纪(?:(\d0|[一二三四五六七八九]十)年代)?",
        "123",
    ),  # 20世纪90年代
    ("decade", "年", r"((?:1\d|20)\d0|[1-9]0|[二三四五六七八九]十)年代", "24"),  # 九十年代
    ("school", "学" + _DASHES, rf"({Y4})(?:{DASH}({Y4}))?学年度?", "4"),  # 2024—2025学年
    ("winter", "年/" + _DASHES, rf"({Y4})(?:年?{DASH}|/)(?:{Y4}|\d\d){WINTER}", "4"),  # 2023—2024雪季
    ("school", "年/" + _DASHES, rf"({Y4})(?:年?{DASH}|/)(?:{Y4}|\d\d){SEASON}", "4"),  # 2023—2024演出季
    ("years", "年" + _DASHES, rf"({Y4})年?{DASH}({Y4}|\d\d)\s?年(?:度)?{NOT_YEAR}", "4"),  # 2021—2025年, 1985到89年
    ("years", "、和及", rf"({Y4})([、和及])({Y4})年{NOT_YEAR}", "4"),  # 2021、2022年
    ("year", "年" + _BLANKS, rf"({Y4})\s?年(?:度)?{NOT_YEAR}", "4"),  # 2025年, 二〇二五年
    ("year", "第Qq上下", rf"({Y4})(?=第[一二三四1-4]季|[Qq][1-4]|[上下]半年)", "4"),  # 2025第三季度
    ("years", _DASHES, rf"({Y4}){DASH}({Y4})(?![\d.,%年A-Za-z万亿千百元])", "4"),  # 2021—2025
    ("yy", "年", rf"({YY})年(?=\s?{M}月(?!龄)|[底末]|第?[一二三四首1-4]季|[上下]半年)", "2"),  # 25年3月
    ("yy", "年", rf"({YY})年(?=第{N}个?(?:周|星期|礼拜|月))", "2"),  # 21年第一周
    ("yy", "年", rf"({YY})年(?=[前后]{N}个?(?:月|季)|立[春夏秋冬]|[夏冬]至|[春秋]分|[大小][寒暑])", "2"),  # 20年小寒
    ("yy_bare", "年", rf"([{CN}][{CN}])年(?![轻级龄前后来间内])", "2h"),  # 九八年
    ("md", "·", r"(\d\d?)·(\d\d?)(?!\d)", "12"),  # 9·18
    ("md", "-", r"(0\d)-([0-3]\d)(?![-\d.])()", "2"),  # 09-01
    ("md", "-", r"(1[0-2])-([0-3]\d)(?=\s\d\d:\d\d)", "2"),  # 12-01 18:07
    (
        "months",
        "月、" + _DASHES,
        rf"({M})(?:\s?月份?)?(?:{DASH}|(、))({M})\s?月份?(?!\s?{D}\s?[日号]){NOT_MONTH}",
        "12",
    ),  # 1—11月
    (
        "quarters",
        "季、和" + _DASHES,
        r"([一二三四1-4])(?:季度)?(?:[-—–~～至到、和])([一二三四1-4])季度",
        "1",
    ),  # 一至三季度
    (
        "lunar_day",
        "月",
        rf"(十[一二]?|[一二三四五六七八九])月({LUNAR_D})(?=$|[，。、；：！？”』）)》 晚夜前后是为的至到这那])",
        "12h",
    ),  # 八月十五
    ("month_day", "月", rf"({M})月\s?({D})(?=[，。、；,;]?$|至\d|到\d|[-—]\d)", "12"),  # 1月3
    ("month", "月" + _BLANKS, rf"({M})\s?月份?{NOT_MONTH}", "12"),  # 3月, 十一月份
    ("days", "日号、" + _DASHES, rf"({D})\s?[日号]?(?:{DASH}|(、))({D})\s?[日号]{NOT_DAY}", "123"),  # 12—16日
    ("day", "日号" + _BLANKS, rf"({D})\s?([日号]){NOT_DAY}", "123"),  # 10日
    ("time", "时点", rf"({H})[时点]{NOT_TIME}(?:({MIN})分(?:({MIN})秒)?|半|整|许|[一三]刻)?", "123"),  # 7时40分
    ("time", ":：", r"(\d{1,2})[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:：])", "12"),  # 7:40
    ("quarter", "季", r"([一二三四1-4])季度", "1"),  # 一季度
    ("quarter", "季", rf"(一)季报{REPORTED}", "1"),  # 一季报
    ("quarters_first", "季", rf"(三)季报{REPORTED}", "1"),  # 三季报 tells of three quarters
    ("span", "多年个", rf"({LONG})多?(年|个月)来", "123"),  # 五年来
    ("span", "年", rf"({LONG})(年)(?=累计|总计|合计|共计|共(?!同|享|建|有|识|产))", "123"),  # 五年累计
    ("span_among", "年", rf"({LONG})(年)[间里](?!约|程|面)", "123"),  # 3年间, 5年里
    ("ago", "年个天周", rf"({LONG})(年|个月|天|周)[以之]?前{NOT_AHEAD}", "123"),  # 三年前
    ("plan", "规计时期以", rf"(十[一二三四五六]五|十五)(?=规划|计划|时期|期间|以来){PLAN_TAIL}", "23h"),  # 十四五时期
)

# Kind, the characters it may begin with, those that may follow them, the pattern.
WORDED: tuple[tuple[str, str, str, str], ...] = (
    ("plan", '“‘"「', NUMERALS, rf"[“‘\"「]({PLAN_NAME})[”’\"」](?!普法){PLAN_TAIL}"),  # “十四五”时期
    ("md_event", '“‘"', DIGITS, r"[“‘\"](\d{1,2})[·.](\d{1,2})[”’\"]"),  # “5·12”
    ("year", "公", "元", r"公元(\d{3,4})年"),  # 公元618年
    ("century", "上本", "世个", r"(上个?|本)世纪(?:(\d0|[一二三四五六七八九]十)年代)?"),  # 上世纪90年代
    ("quarters_first", "前", NUMBERS, r"前([一二三两1-3])个?季度"),  # 前三季度
    ("quarter_first", "首", "季个", r"首个?季度?"),  # 首季度
    ("quarter", "第", NUMBERS, r"第([一二三四1-4])季度"),
    ("quarter", "Qq", DIGITS, r"[Qq]([1-4])(?:季度)?"),  # Q1
    ("half", "上", "半", r"上(半)年"),
    ("half", "半", "年", rf"(半)年(?:度(?=报告|业绩|财报|分红|利润)|报){REPORTED}"),  # 半年报
    ("half", "中", "报", rf"(?<=[年布露出交度])(中)报(?![了过警]){REPORTED}"),  # 2024年中报
    ("half", "中", "期", rf"(?<=[年布露出交度])(中)期(?:报告|(?={HALF_TOLD}))"),  # 2024年中期报告
    ("half_last", "下", "半", r"下(半)年"),
    ("months_first", "前头", NUMBERS, rf"(?<![提此之])[前头](?!一个?月)({N})个?月(?!龄)"),  # 前10个月
    ("months_first", "首", "月", r"首(月)"),
    ("weekday", "周星礼", WEEKDAYS + "期拜", rf"(?:周|星期|礼拜)([{WEEKDAYS}])"),
    ("span", "近", NUMBERS, rf"{NOT_SPENT}近{SOME}{UNIT}(?:的?时间[里内来]|{PAST})(?!的?时间|的?历史)"),  # 近三年
    ("span", "过最这", "去近的" + NUMBERS, rf"(?:过去|最近|这(?!一))的?{SOME}{UNIT}{PAST}"),  # 过去五年
    ("span_future", "未今接", "来后下", rf"(?:未来|今后|接下来)的?{SOME}(?:[到至—-]({N}))?{UNIT}"),  # 未来五年
    ("span_run", "连", "续", rf"连续({N})(年)"),  # 连续5年
    ("span_since", BEGUN_FIRSTS, BEGUN_SECONDS, rf"{BEGUN}({LONG})(?:多|余)?(年)来"),  # 建区30年来
    ("lunar_mark", "农阴旧", "历", r"(?:农历|阴历|旧历)"),
    ("lunar_day", "正腊冬", "月", rf"([正腊冬])月(初?\d{{1,2}}|{LUNAR_D})"),  # 正月初八
    ("vacation", "暑", "期假", r"暑[期假](?!学校|工|作业|档|班|实践|培训|生活|计划|活动|项目)"),  # 暑假
    ("lunar_month", "正腊冬", "月", r"([正腊冬])月"),
    ("new_year_day", "大", "年", r"大年(初[一二三四五六七八九十])"),
    ("far_day", "大", "大前后", r"(大{1,3})([前后])天"),
)  # fmt: skip

# What may only stand right behind another atom: kind, the characters it may begin with, the pattern.
TAILS: tuple[tuple[str, str, str], ...] = (
    ("months_last", "后", rf"后({N})个?月"),  # 后三月
    ("month_nth", "第", rf"第({N})个月"),  # 第8个月
    ("days_first", "前头", rf"[前头]({N})[天日]"),  # 前4天
    ("days_last", "最", rf"最后({N})[天日]"),  # 最后五天
    ("nth_weekday", "第", rf"第({N})个(?:周|星期|礼拜)([{WEEKDAYS}])"),  # 第一个周二
    ("nth_week", "第", rf"第({N})个?(?:周|星期|礼拜)(?![岁年期])"),  # 第52周
    ("third", "上中下", r"([上中下]{1,2})旬"),  # 下旬
    ("part", "底", r"(底)(?![蕴层色部线气盘座下])"),  # 底
    ("part", "末", r"(末)(?![端梢日])(?:期)?"),  # 末
    ("part", "初", r"(初)(?:期|(?![步级中三试心夏冬春秋衷创二一具]))"),  # 初
    ("part", "中", rf"(中)(?:期(?!{HALF_TOLD})|叶|(?=[，。；]|$))"),  # 中期
    ("plan_year", "的开收", r"的?(开局|收官)之年"),  # 开局之年
    ("daypart", "晚早", r"晚(?![会报些点婚霞宴餐辈稻熟于期清上间])|早(?=\s?\d)"),  # 晚
    ("season", "春夏秋冬", r"([春夏秋冬])[天季]?(?![节种收运至训游耕粮装招茶风光晚奥])"),  # 春
)

LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
FULL_WIDTH = {0xFF10 + i: 0x30 + i for i in range(10)}
WIDE = re.compile("[０-９]")


@cache
def numeric(size: int, behind: str, *, han: bool) -> Numeric | None:
    """One pattern for all that begins with a number of so many characters before the character ``behind``.

    ``han``: they are 汉字. The first that matches wins; None where nothing begins so.

    >>> told = numeric(4, "年", han=False)
    >>> told.pattern.match("2025年").lastgroup in told.kinds
    True
    >>> numeric(5, "年", han=False) is None
    True
    """
    chosen = (
        n
        for n, (_, after, _, sizes) in enumerate(NUMERIC)
        if str(size) in sizes and (han or "h" not in sizes) and (not after or (behind and behind in after))
    )
    return _numeric(tuple(chosen))


class Numeric(NamedTuple):
    """A pattern with a named group for each of its ways; by their names the kind of each and the span of its groups."""

    pattern: re.Pattern[str]
    kinds: dict[str, tuple[str, int, int]]


@cache
def _numeric(chosen: tuple[int, ...]) -> Numeric | None:
    if not chosen:
        return None
    pattern = re.compile("|".join(f"(?P<n{n}>{NUMERIC[n][2]})" for n in chosen))
    firsts = [pattern.groupindex[f"n{n}"] for n in chosen]
    ends = [*(first - 1 for first in firsts[1:]), pattern.groups]
    return Numeric(pattern, {f"n{n}": (NUMERIC[n][0], firsts[i], ends[i]) for i, n in enumerate(chosen)})


@cache
def tails() -> dict[str, re.Pattern[str]]:
    """One pattern for all that stands behind another atom, by its first character, a named group for each way."""
    table: dict[str, list[str]] = {}
    for n, (_, firsts, pattern) in enumerate(TAILS):
        for c in firsts:
            table.setdefault(c, []).append(f"(?P<t{n}>{pattern})")
    return {c: re.compile("|".join(patterns)) for c, patterns in table.items()}


@cache
def worded() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """The patterns that begin with a word, by its first character."""
    table: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, firsts, _, pattern in WORDED:
        compiled = re.compile(pattern)
        for c in firsts:
            table.setdefault(c, []).append((kind, compiled))
    return {c: tuple(patterns) for c, patterns in table.items()}
