"""What each line of a page is taken for, and which broken paragraphs are made whole."""

from __future__ import annotations

import pytest

from checker.model import RegionKind
from checker.reading.layout import regions
from checker.reading.lines import lines
from checker.sentences import sentences

_LEAD = "全县科技创新大会昨日召开，会上介绍了有关情况。"


def _laid(text, title=""):
    return [
        (r.kind.value, "|".join(text[s.start : s.end] for s in r.pieces)) for r in regions(list(lines(text)), title)
    ]


def _kinds(text, title=""):
    return [kind for kind, _ in _laid(text, title)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("▲孩子们在新教室里上课。", "caption"),
        ("■滨河新城区夜景。", "caption"),
        ("图为大会现场。", "caption"),
        ("图①：新投用的生产线。", "caption"),
        ("（上图）工人正在检修设备。", "caption"),
        ("刚刚启用的创新中心。 张三丰 摄", "caption"),
        ("产业园全景。某某区委宣传部供图", "caption"),
        ("资料图片：旧厂区。", "caption"),
        ("扫码关注公众号", "caption"),
        ("（记者 张三丰）", "byline"),
        ("（张三丰 李四光 王五）", "byline"),
        ("本报记者 张三丰 通讯员 李四光", "byline"),
        ("本报记者张三丰", "byline"),
        ("□某某日报/某某新闻记者 张三丰 李四光", "byline"),
        ("责任编辑：张三丰", "byline"),
        ("2025-12-09 08:31 来源：某某日报", "byline"),
        ("（下转第二版）", "byline"),
        ("创新能力不断增强", "heading"),
        ("一、去年工作回顾", "heading"),
        ("链接全球的开放港口", "heading"),
        ("绘就发展新蓝图", "heading"),
        ("记者从会上获悉，全县新增企业8家。", "body"),
        ("记者：下一步有什么打算？", "body"),
        ("主要预期目标是：", "body"),
        ("- 新增企业8家", "body"),
        ("**创新能力增强**", "heading"),
        ("（2025年3月10日）", "byline"),
        ("2025年3月10日，项目开工。", "body"),
        ("| 企业 | 8家 |", "body"),
    ],
)
def test_what_a_line_is(line, kind):
    assert _kinds(f"{_LEAD}\n\n{line}\n\n{_LEAD}") == ["body", kind, "body"]


def test_title_subtitle_and_sections():
    text = f"甲县开工忙\n\n——访县委书记\n\n{_LEAD}\n\n## 成效\n\n{_LEAD}"
    made = regions(list(lines(text)))
    assert [r.kind for r in made] == [
        RegionKind.TITLE,
        RegionKind.HEADING,
        RegionKind.BODY,
        RegionKind.HEADING,
        RegionKind.BODY,
    ]
    assert [r.section for r in made] == ["", "", "——访县委书记", "", "成效"]


@pytest.mark.parametrize(
    ("text", "title", "kinds"),
    [
        (f"# 甲县开工\n\n{_LEAD}", "", ["title", "body"]),
        (f"甲县开工\n\n{_LEAD}", "甲县 开工", ["title", "body"]),
        (f"引题一行\n\n{_LEAD}", "甲县开工", ["heading", "body"]),
        (f"钱从哪里来？\n\n{_LEAD}", "", ["title", "body"]),
        (f"2025-03-10 来源：某报\n甲县开工\n{_LEAD}", "", ["byline", "title", "body"]),
        (f"{_LEAD}\n\n甲县开工", "", ["body", "heading"]),
    ],
)
def test_the_title(text, title, kinds):
    assert _kinds(text, title) == kinds


def test_a_sidebar_runs_to_the_next_piece_on_the_page():
    text = f"{_LEAD}\n\n【相关链接】\n\n目标\n\n{_LEAD}\n\n{_LEAD}\n\n从甲到乙的引题\n\n乙县教育提质\n\n{_LEAD}"
    assert _kinds(text) == [
        "body",
        "heading",
        "heading",
        "sidebar",
        "sidebar",
        "heading",
        "heading",
        "body",
    ]
    assert _kinds(f"{_LEAD}\n\n## 相关链接\n\n{_LEAD}\n\n### 小节\n\n{_LEAD}\n\n## 正题\n\n{_LEAD}") == [
        "body",
        "heading",
        "sidebar",
        "heading",
        "sidebar",
        "heading",
        "body",
    ]
    assert _kinds(f"{_LEAD}\n\n【编后】{_LEAD}") == ["body", "sidebar"]


def test_names_at_the_end_of_a_paragraph_are_a_byline():
    assert _laid("注入新动能。（张三丰 李四光）") == [("body", "注入新动能。"), ("byline", "（张三丰 李四光）")]
    assert _laid("它位于市区（原甲县 乙镇）。") == [("body", "它位于市区（原甲县 乙镇）。")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        # a caption in mid-sentence, with a credit, a mark, or blanks alone
        (
            "全县要聚力创新。要将甲县建\n\n\n新启用的中心。 张三丰 摄\n\n设成为示范区。",
            "全县要聚力创新。要将甲县建|设成为示范区。",
        ),
        (
            "大赛已经收官。队员摘得1银\n\n\n▲学生领奖。\n\n\n2铜，创下纪录。",
            "大赛已经收官。队员摘得1银|2铜，创下纪录。",
        ),
        ("大赛已经收官。队员摘得1银\n\n\n\n校园一角。\n\n2铜，创下纪录。", "大赛已经收官。队员摘得1银|2铜，创下纪录。"),
        # a column's end
        ("工作取得实效。强化与母\n\n体高校的联系。", "工作取得实效。强化与母|体高校的联系。"),
        ("工作取得实效。抗病毒AB102\n\n片、CD104注射液获批。", "工作取得实效。抗病毒AB102|片、CD104注射液获批。"),
        ("工作取得实效。发布《甲县科技\n\n创新规划》等文件。", "工作取得实效。发布《甲县科技|创新规划》等文件。"),
        # clause lines
        ("粮食再获丰收，\n增产3%；\n出口增长5%。\n就业稳定。", "粮食再获丰收，|增产3%；|出口增长5%。"),
        ("预期目标是：\n增长5%左右。", "预期目标是：|增长5%左右。"),
        ("做好今年工作，必须\n坚持创新驱动。", "做好今年工作，必须|坚持创新驱动。"),
        # a short line between two halves that cannot stand alone
        ("工作取得实效。全县平台\n\n创新之城\n\n的总数达8家。", "工作取得实效。全县平台|的总数达8家。"),
    ],
)
def test_a_broken_paragraph_is_made_whole(text, whole):
    assert whole in [words for _, words in _laid(text)]


@pytest.mark.parametrize(
    "text",
    [
        "工作取得实效。注入了持久的引\n\n## 筑高原\n\n平台是载体。",
        "工作取得实效。注入了持久的引\n\n筑高原 攀高峰\n\n平台是载体。",
        "工作取得实效。发布三年行动计划《甲\n\n气势如虹，还要有韧劲。",
        "工作取得实效。注入动力\n\n记者：下一步呢？",
        "工作取得实效。注入动力\n\n（二）强化保障。",
        "工作取得实效。注入动力\n\n——产业向新。",
        "创新能力增强\n\n平台是载体。",
        "一是创新；\n\n二是开放；",
        "大家都说好。——村民张三丰\n\n全村共有8户。",
        "节目《走进甲县》今晚播出\n节目讲述创业故事。",
        "- 第一项，\n- 第二项，",
    ],
)
def test_what_only_looks_broken_stays_apart(text):
    assert not any("|" in words for _, words in _laid(text))


def test_a_text_of_fixed_width_is_unwrapped():
    words = (
        "甲县统计局昨日发布数据显示，今年前三季度全县实现生产总值128.6亿元，同比增长5.2%。其中第一产业增加值12.3亿元，"
    )
    words += (
        "增长3.1%；第二产业增加值56.4亿元，增长6.3%；第三产业增加值59.9亿元，增长4.8%。全县居民人均可支配收入同步增长。"
    )
    wrapped = "\n".join(words[i : i + 20] for i in range(0, len(words), 20))
    text = f"　　{wrapped}\n　　{wrapped}\n"
    made = regions(list(lines(text)))
    joined = ["".join(text[s.start : s.end] for s in r.pieces) for r in made]
    assert joined == [words, words]


def test_a_caption_stays_a_region_of_its_own():
    text = "全县要聚力创新。要将甲县建\n\n\n▲新中心启用。\n\n设成为示范区。"
    assert _laid(text) == [("body", "全县要聚力创新。要将甲县建|设成为示范区。"), ("caption", "▲新中心启用。")]


def test_rejoined_sentences_are_whole(tmp_path):
    from checker.reading import read

    path = tmp_path / "a.txt"
    path.write_text("要将甲县的所有园区建。全县摘得1银\n\n\n▲领奖。\n\n\n2铜，创下纪录。", encoding="utf-8")
    article = read([str(path)]).articles[0]
    told = [s for s in sentences(article) if s.text == "全县摘得1银2铜，创下纪录。"]
    assert len(told) == 1
    assert article.text[told[0].at(6)] == "2"
    assert told[0].at(6) - told[0].at(5) > 6
