"""Dates and periods: the days first, then the ways to say them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.figures.dates import dates, impossible, weekday
from checker.model import Kind

PUBLISHED = date(2025, 12, 10)

# Days → texts, read against the day of publication.
READS = {
    "2025-01-01..2025-12-31": [
        "2025年", "二〇二五年", "二零二五年", "２０２５年", "今年", "2025年度", "本年度", "2025 年",
        "2025年全年", "今年全年",
    ],
    "2024-01-01..2024-12-31": ["2024年", "去年", "上年", "上一年"],
    "2023-01-01..2023-12-31": ["前年"],
    "2026-01-01..2026-12-31": ["明年"],
    "1998-01-01..1998-12-31": ["1998年", "九八年"],
    "2025-03-01..2025-03-31": [
        "2025年3月", "今年3月", "3月", "3月份", "三月份", "25年3月", "2025-03", "２０２５年３月",
        "2025 年 3 月",
    ],
    "2025-03-10..2025-03-10": [
        "2025年3月10日", "3月10日", "2025-03-10", "2025/3/10", "2025.3.10", "20250310", "二〇二五年三月十日",
        "３月１０日", "3月10号", "2025 年 3 月 10 日", "3月10日上午10时18分", "3月10日（星期一）", "3月10日7:40",
    ],
    "2025-12-09..2025-12-09": ["昨日", "昨天", "昨天上午", "9日", "9日晚", "12月9日"],
    "2025-12-10..2025-12-10": ["今天", "今日", "本日"],
    "2025-12-11..2025-12-11": ["明天", "明日"],
    "2025-12-08..2025-12-08": ["前天", "本周一", "周一", "星期一"],
    "2025-12-01..2025-12-07": ["上周"],
    "2025-12-03..2025-12-03": ["上周三"],
    "2025-12-01..2025-12-31": ["本月", "12月"],
    "2025-11-01..2025-11-30": ["上月", "上个月", "11月"],
    "2025-11-21..2025-11-30": ["上月下旬", "11月下旬"],
    "2026-01-01..2026-01-31": ["下月", "明年1月", "下个月"],
    "2025-01-01..2025-03-31": [
        "一季度", "今年一季度", "2025年第一季度", "1季度", "首季度", "1—3月", "2025年Q1", "一季报",
    ],
    "2025-01-01..2025-09-30": [
        "前三季度", "2025年前三季度", "1—9月", "1-9月份", "1至9月", "1到9月", "前9个月", "前九个月",
        "一至三季度", "三季报", "2025年三季报",
    ],
    "2025-01-01..2025-06-30": [
        "上半年", "今年上半年", "2025年上半年", "半年报", "2025年半年报", "2025年中报",
        "2025年中期报告",
    ],
    "2025-07-01..2025-12-31": ["下半年", "7月至12月"],
    "2025-01-01..2025-11-30": ["1—11月", "１—１１月", "1月至11月", "前11个月", "2025年1-11月"],
    "2025-02-01..2025-04-30": ["2——4月", "2~4月"],
    "2021-01-01..2025-12-31": [
        "2021—2025年", "2021年至2025年", "2021-2025年", "2021至2025年", "从2021年到2025年", "2021—25年",
    ],
    "2025-08-12..2025-08-16": ["8月12日至16日", "8月12日—8月16日", "8月12日到16日", "2025年8月12-16日"],
    "2025-09-22..2025-10-20": ["9月22日—10月20日", "9月22日至10月20日"],
    "2024-11-01..2025-03-31": ["2024年11月至今年3月", "去年11月到今年3月"],
    "2025-06-12..2025-06-13": ["6月12、13日", "6月12日、13日"],
    "1990-01-01..1999-12-31": ["九十年代", "上世纪90年代", "20世纪90年代", "上世纪九十年代", "1990年代"],
    "2024-09-01..2025-08-31": [
        "2024—2025学年", "2024-2025学年", "上学年", "2024学年", "2024—2025演出季", "2024/2025赛季", "2024—25音乐季",
    ],
    "2023-11-01..2024-04-30": ["2023—2024雪季", "2023-2024采暖季", "2023/24榨季"],
    "2012-11-08..2025-12-10": ["党的十八大以来", "十八大以来"],
    "1978-12-18..2025-12-10": ["改革开放以来", "改革开放40多年来"],
    "1949-10-01..2025-12-10": ["新中国成立以来", "新中国成立70年来"],
    "1978-01-01..2025-12-10": ["1978年以来", "自1978年起", "从1978年开始", "1978年至今"],
    "2025-01-01..2025-12-10": ["今年以来", "2025年以来"],
    "2023-01-01..2025-12-10": ["近三年", "近3年来", "三年来", "过去三年", "连续3年", "3年间"],
    "1996-01-01..2025-12-10": ["建区30年来"],
    "2022-01-01..2022-12-31": ["三年前", "3年以前"],
    "2025-10-01..2025-10-31": ["两个月前"],
    "2025-12-07..2025-12-07": ["三天前"],
    "2021-01-01..2025-12-10": ["近5年时间里"],
    "2025-01-01..2025-02-28": ["今年头两个月"],
    "2025-12-10..2025-12-31": ["年底前", "今年年底前", "12月底前"],
    "2025-12-10..2027-12-31": ["2027年前", "2027年底之前"],
    "2025-01-29..2025-01-29": ["今年春节", "2025年春节", "2025年正月初一"],
    "2025-01-28..2025-02-04": ["2025年春节假期"],
    "2025-10-06..2025-10-06": ["农历八月十五", "中秋节", "八月十五"],
    "2025-10-01..2025-10-08": ["国庆假期"],
    "2025-05-01..2025-05-05": ["五一假期", "“五一”假期", "劳动节假期"],
    "2024-12-21..2024-12-21": ["2024年冬至"],
    "2019-11-28..2019-11-28": ["2019年感恩节"],
}  # fmt: skip

# The last day → texts that tell a level of it.
AS_OF = {
    "2025-12-31": ["年底", "年末", "今年底", "2025年底", "2025年末", "“十四五”末", "截至2025年底"],
    "2024-12-31": ["去年底", "2024年末", "上年末", "到2024年末"],
    "2025-11-30": ["上月末", "11月底", "截至11月底", "截止到11月末", "到11月底", "截至2025年11月", "截至11月30日"],
    "2025-04-30": ["截至今年4月"],
    "2025-12-10": ["目前", "截至目前", "现在", "至今", "截至今天"],
    "2030-12-31": ["到2030年", "“十五五”末"],
    "2025-01-01": ["年初", "今年初"],
}

PLANS = {
    ("十四五", 2021, 2025): ["“十四五”", "‘十四五’时期", "“十四五”期间", "“十四五”规划", "十四五时期", "「十四五」"],
    ("十三五", 2016, 2020): ["“十三五”", "“十三五”期间"],
    ("十五五", 2026, 2030): ["“十五五”", "十五五期间"],
    ("十五", 2001, 2005): ["“十五”期间"],
    ("七五", 1986, 1990): ["“七五”期间"],
}

UNKNOWN = [
    "近日", "日前", "近期", "清晨7时40分", "10时18分", "7:40出发", "上午9点", "下午3点半", "每年3月15日", "每天7时40分",
    "每月10日", "“5·12”", "“3·15”", "9·18事变", "6月3、7日",
]  # fmt: skip

IGNORES = [
    "2000年轻人", "第3年", "3年", "为期29天", "历时45天", "26年教龄", "5月龄", "3-5月龄", "1000年前", "2000年历史",
    "2000年前", "3.15亿元", "12.8亿元", "版本1.2.3", "每年", "每天", "每周五", "10日元", "近30日", "10日内", "3日后",
    "3号线", "15号楼", "一号文件", "三日", "3个月", "10个月", "10点建议", "2小时", "三年内", "60岁以上年长者", "青年中",
    "7号车间", "中山路12号", "5号泊位", "身穿9号球衣", "0号柴油", "“海星3号”", "A6号", "二号院",
    "比分21:15", "十四五岁", "“七五”普法", "13801234567", "1-4号楼", "5号选手", "李国庆", "连日大雪", "文明年会",
    "第28届", "暑期工300人", "一户一月35元", "主任岑立冬说", "3天前往", "几年前",
    "13月", "三四年", "上周年庆典", "完全年轻", "5G", "G60", "20224年", "三年初步", "1:10", "网上年货节",
]  # fmt: skip

MISSES = [
    ("四月十三", "2025-04-13..2025-04-13"),
    ("24年", "2024-01-01..2024-12-31"),
    ("9月10号，11号，12号", "2025-09-10..2025-09-12"),
    ("全天", "2025-12-10..2025-12-10"),
    ("自2013年3月启动以来", "2013-03-01..2025-12-10"),
]


def days(figure):
    return f"{figure.period.start}..{figure.period.end}" if figure.period else None


@pytest.mark.parametrize(("want", "text"), [(want, text) for want, texts in READS.items() for text in texts])
def test_reads(want, text):
    found = dates(text, PUBLISHED)
    assert [days(f) for f in found] == [want]
    if "（" not in text:
        assert found[0].text == text


@pytest.mark.parametrize(("want", "text"), [(want, text) for want, texts in AS_OF.items() for text in texts])
def test_reads_a_level_told_of_a_day(want, text):
    found = dates(text, PUBLISHED)
    assert [(days(f), f.period.as_of, f.text) for f in found] == [(f"{want}..{want}", True, text)]


def test_the_summer_holiday_is_that_of_the_year_or_the_last_one():
    assert [days(f) for f in dates("暑期接诊4.1万人次。", PUBLISHED)] == ["2025-07-01..2025-08-31"]
    assert [days(f) for f in dates("去年暑假接待46万人次。", PUBLISHED)] == ["2024-07-01..2024-08-31"]
    assert [days(f) for f in dates("暑期接诊4.1万人次。", date(2025, 2, 1))] == ["2024-07-01..2024-08-31"]


def test_the_whole_year_after_a_year_to_come_is_that_year():
    found = dates("2026年将治理4条支流，全年计划治理46公里。", PUBLISHED)
    assert [days(f) for f in found] == ["2026-01-01..2026-12-31"] * 2


def test_a_year_that_a_meeting_sets_goals_for_is_to_come():
    early = date(2025, 2, 20)
    assert [days(f) for f in dates("会议明确，全年安排项目126个。", early)] == ["2025-01-01..2025-12-31"]
    assert [days(f) for f in dates("全年实施项目126个。", early)] == ["2024-01-01..2024-12-31"]


def test_the_whole_year_after_a_look_back_is_the_year_looked_back_on():
    early, told = date(2025, 1, 20), "会议指出，过去一年，面对干旱，全县抗灾保收，全年产粮26万吨。"
    assert [days(f) for f in dates(told, early)] == ["2024-01-01..2024-12-31"] * 2


def test_up_to_a_day_from_a_beginning_that_is_no_date():
    (found,) = dates("自成立到今年4月，累计办案2万件。", PUBLISHED)
    assert (days(found), found.period.as_of, found.text) == ("2025-04-30..2025-04-30", True, "到今年4月")
    (found,) = dates("从去年到今年4月，办案2万件。", PUBLISHED)
    assert (days(found), found.period.as_of) == ("2024-01-01..2025-04-30", False)


@pytest.mark.parametrize(("want", "text"), [(want, text) for want, texts in PLANS.items() for text in texts])
def test_reads_plans(want, text):
    (found,) = dates(text, PUBLISHED)
    label, first, last = want
    assert found.text == text
    assert (found.period.label, days(found)) == (label, f"{first}-01-01..{last}-12-31")


@pytest.mark.parametrize("text", UNKNOWN)
def test_is_a_date_of_unknown_days(text):
    assert [(f.kind, f.period, f.value) for f in dates(text, PUBLISHED)] == [(Kind.DATE, None, None)]


@pytest.mark.parametrize("text", IGNORES)
def test_ignores(text):
    assert dates(text, PUBLISHED) == []


@pytest.mark.xfail(strict=True, reason="known miss")
@pytest.mark.parametrize(("text", "want"), MISSES)
def test_misses(text, want):
    assert [days(f) for f in dates(text, PUBLISHED)] == [want]


@pytest.mark.parametrize(
    ("text", "published", "want"),
    [
        ("12月8日开幕", date(2025, 1, 16), "2024-12-08..2024-12-08"),
        ("将于1月15日开幕", date(2024, 12, 20), "2025-01-15..2025-01-15"),
        ("8月1日将开工", date(2024, 12, 20), "2025-08-01..2025-08-01"),
        ("预计12月建成", date(2025, 1, 16), "2025-12-01..2025-12-31"),
        ("1—11月增长5%", date(2025, 1, 16), "2024-01-01..2024-11-30"),
        ("四季度增长5%", date(2025, 1, 16), "2024-10-01..2024-12-31"),
        ("全年增长5%", date(2025, 1, 16), "2024-01-01..2024-12-31"),
        ("全年预计增长5%", date(2025, 1, 16), "2025-01-01..2025-12-31"),
        ("农历腊月二十三", date(2016, 1, 27), "2016-02-01..2016-02-01"),
        ("31日举行", date(2016, 1, 1), "2015-12-31..2015-12-31"),
        ("3日举行", date(2016, 1, 3), "2016-01-03..2016-01-03"),
        ("2月29日举行", date(2024, 3, 1), "2024-02-29..2024-02-29"),
    ],
)
def test_finds_the_year_and_month_that_are_not_written(text, published, want):
    assert [days(f) for f in dates(text, published)] == [want]


def test_what_was_said_of_next_year_is_not_said_of_the_months_told_next():
    assert [days(f) for f in dates("1至10月入驻剧组231个", date(2023, 11, 28), 2024)] == ["2023-01-01..2023-10-31"]
    assert [days(f) for f in dates("将于10月完工", date(2023, 11, 28), 2024)] == ["2024-10-01..2024-10-31"]


def test_the_whole_year_is_this_one_where_this_year_was_told_before_it():
    told = dates("今年该县将建校9所，全年增加学位1.2万个", date(2024, 2, 27))
    assert [days(f) for f in told] == ["2024-01-01..2024-12-31"] * 2


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("会议明确，全年安排项目126个", "2024-01-01..2024-12-31"),
        ("数据明确表明，全年完成项目126个", "2023-01-01..2023-12-31"),
    ],
)
def test_the_whole_year_that_a_goal_is_set_for_is_the_one_to_come(text, want):
    assert [days(f) for f in dates(text, date(2024, 2, 20), 2023)] == [want]


def test_takes_the_year_of_the_context():
    assert [days(f) for f in dates("三季度增长5%", PUBLISHED, 2023)] == ["2023-07-01..2023-09-30"]
    assert [days(f) for f in dates("12月8日", None, 2023)] == ["2023-12-08..2023-12-08"]
    assert [f.period for f in dates("三季度", None)] == [None]
    assert [f.period for f in dates("昨日", None)] == [None]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "2024年3月签约，5月开工，同年底投产",
            ["2024-03-01..2024-03-31", "2024-05-01..2024-05-31", "2024-12-31..2024-12-31"],
        ),
        ("1—11月增长5%，比上年同期高", ["2025-01-01..2025-11-30", "2024-01-01..2024-11-30"]),
        ("一季度增长5%，比2019年同期增长", ["2025-01-01..2025-03-31", "2019-01-01..2019-03-31"]),
        ("较2023年翻一番，11月建成", ["2023-01-01..2023-12-31", "2025-11-01..2025-11-30"]),
        ("3月10日开幕，当日签约", ["2025-03-10..2025-03-10", "2025-03-10..2025-03-10"]),
        ("从2020年的100亿元增加到2024年的200亿元", ["2020-01-01..2020-12-31", "2024-01-01..2024-12-31"]),
        ("2023年初步核算", ["2023-01-01..2023-12-31"]),
        ("10月1日前往北京", ["2025-10-01..2025-10-01"]),
        ("12月8日起飞", ["2025-12-08..2025-12-08"]),
        ("2018年5月首列开行以来", ["2018-05-01..2018-05-31"]),
        ("《行动方案（2025—2027年）》", ["2025-01-01..2027-12-31"]),
        ("今年中央财政", ["2025-01-01..2025-12-31"]),
        ("始建于1958年，3月开工", ["1958-01-01..1958-12-31", "2025-03-01..2025-03-31"]),
        ("3月至5月底", ["2025-03-01..2025-05-31"]),
        ("提前一个月完成", []),
        ("共同期待", []),
        ("历经近6年时间", []),
        ("6月底前一次性退还", ["None..2025-06-30"]),
    ],
)
def test_reads_dates_by_those_before_them(text, want):
    assert [days(f) for f in dates(text, PUBLISHED)] == want


@pytest.mark.parametrize(
    "text",
    [
        "警方9号证实",
        "事故9号发生",
        "据媒体9号报道，",
        "9号，工厂复产",
        "就在9号的会议上",
        "今天（9号）开市",
        "渔民9号出海",
        "9号是最后一天",
        "定于9号展开",
    ],
)
def test_a_number_with_hao_is_a_day_of_the_month(text):
    assert [days(f) for f in dates(text, date(2025, 12, 10))] == [
        *["2025-12-10..2025-12-10"] * text.count("今天"), "2025-12-09..2025-12-09"
    ]  # fmt: skip


def test_a_multi_year_statement_has_its_length():
    (found,) = dates("近三年", PUBLISHED)
    assert (found.kind, found.period.length) == (Kind.DURATION, 3)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("近三年", (3, "年")),
        ("连续12年", (12, "年")),
        ("五年来", (5, "年")),
        ("未来六个月", (6, "个月")),
        ("近几年", None),
    ],
)
def test_a_stretch_of_time_is_so_long(text, length):
    (found,) = dates(text, PUBLISHED)
    assert (found.value and (found.value.point, found.value.unit)) == length


def test_a_day_after_the_fact_is_inferred():
    assert [f.period.explicit for f in dates("当日", PUBLISHED)] == [False]
    assert [f.period.explicit for f in dates("今日", PUBLISHED)] == [True]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2月30日", "2月没有30日"),
        ("11月31日", "11月没有31日"),
        ("6月31日", "6月没有31日"),
        ("2025年9月31日上午", "9月没有31日"),
        ("2023年2月29日", "2023年2月没有29日"),
        ("2025-02-30", "2月没有30日"),
        ("13月5日", "没有13月"),
        ("12月32日", "12月没有32日"),
        ("25时", "一天没有25时"),
        ("9时75分", "没有75分"),
        ("2025年6月31日至7月2日", "6月没有31日"),
        ("2月29日", None),
        ("2024年2月29日", None),
        ("24时", None),
        ("3月1日", None),
    ],
)
def test_says_why_a_date_is_impossible(text, reason):
    assert impossible(text) == reason
    found = dates(text, PUBLISHED)
    assert len(found) == 1
    assert found[0].text == text
    if reason:
        assert found[0].period is None


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("10月1日（星期三）开幕", 2),
        ("10月1日(周日)开幕", 6),
        ("12月8日星期一", 0),
        ("10月1日开幕，星期三闭幕", None),
        ("10月1日", None),
    ],
)
def test_reads_the_weekday_beside_a_date(text, want):
    assert weekday(text, dates(text, PUBLISHED)[0]) == want


def test_reads_the_weekday_before_a_date():
    text = "周一（12月8日）"
    assert [weekday(text, f) for f in dates(text, PUBLISHED)][-1] == 0


ALPHABET = (
    "0123456789０１２一二三四五六七八九十〇廿年月日号时点分季度周星期天上下前后本去今明当初中末底旬至到—-~·.:"
    "：/“”（），、农历正腊月初大寒冬至春节国庆世纪代近来间连续个每学同"
)


@given(st.text(st.sampled_from(ALPHABET), max_size=40), st.dates() | st.none(), st.integers() | st.none())
def test_a_span_is_what_stands_in_the_text(text, published, year):
    end = 0
    for f in dates(text, published, year):
        assert end <= f.start < f.end <= len(text)
        assert f.text == text[f.start : f.end]
        assert f.value is None or f.kind is Kind.DURATION
        if f.period:
            assert f.period.start or f.period.end
            if f.period.start and f.period.end:
                assert f.period.start <= f.period.end
        end = f.end


@given(st.text(max_size=60), st.dates() | st.none())
def test_no_text_raises(text, published):
    dates(text, published)
    impossible(text)


@pytest.mark.parametrize("unit", ["1", "一", "亿", "（", "年", "大", "12:", "1-", "3月", "前", "“", " ", "2025 03 10 "])
def test_time_grows_with_length(unit):
    import time

    def spent(n):
        began = time.process_time()
        dates(unit * n, PUBLISHED)
        return time.process_time() - began

    short, long = spent(2_000), spent(16_000)
    assert long < 0.05 + 24 * short


@pytest.mark.parametrize(
    "text",
    ["大赛将于5月16日（星期五）至20日举行", "大赛定于5月16日（周五）到20日举行", "大赛5月16日（星期五）、20日举行"],
)
def test_a_second_day_is_of_the_month_of_the_first(text):
    told = [f.period for f in dates(text, date(2025, 3, 13))]
    assert [(p.start, p.end) for p in told] == [(date(2025, 5, 16),) * 2, (date(2025, 5, 20),) * 2]


def test_what_another_time_is_held_against_says_nothing_of_a_day():
    told = dates("产量高于2023年，3月10日投产", PUBLISHED)
    assert told[-1].period.start == date(2025, 3, 10)


@pytest.mark.parametrize(("day", "year"), [(date(2025, 12, 30), 2026), (date(2025, 1, 8), 2025)])
def test_the_new_year_is_the_one_that_begins(day, year):
    (told,) = dates("新的一年，开建5条", day)
    assert (told.period.start, told.period.end) == (date(year, 1, 1), date(year, 12, 31))
