"""Short names of things: what stands in the text first, then the texts that they are read from."""

from __future__ import annotations

import pytest

from checker.claims.names.near import near, sounding
from checker.claims.names.sites import short_names

READS = {
    "永丰桥": ["其中永丰桥始建于清代。", "三孔石拱古桥永丰桥正在修缮。", "云汀县永丰桥通车。"],
    "青石坪遗址": ["青石坪遗址榜上有名。", "云汀县青石坪遗址去年入选。"],
    "赵家坳汉墓群": ["配合公路建设发掘的赵家坳汉墓群共有墓葬26座。", "去年出土于赵家坳汉墓群的器物"],
    "鹿鸣隧洞": ["随着爆破声响，鹿鸣隧洞贯通。"],
    "石榴坳村": ["驻石榴坳村第一书记说", "石榴坳村党支部", "走进云汀县石榴坳村，"],
    "曜华新能源": ["投资方曜华新能源有关负责人说", "与曜华新能源签约。"],
    "永丰西站": ["列车驶出永丰西站。", "家住松屿的周念在永丰西站进站。"],
    "环湖健身步道": ["环湖健身步道全长36公里。"],
    "和朔生物": ["澜芯微感、和朔生物等企业", "为融资奔忙的和朔生物创始人"],
    "曜华商用车": ["曜华商用车展出的重卡"],
    # words of the dictionary, with a word for what is called so
    "溪畔书声": ["“溪畔书声”夜读会开场。", "办起“溪畔书声”的夜读会。"],
    "岚禾源": ["区域公用品牌“岚禾源”亮相。", "贴着“岚禾源”标识的大米"],
}
IGNORES = [
    # within a word, of a place, or of what a word points to
    "扩建工程总投资12亿元。",
    "其中新能源汽车11万辆。",
    "青石市永桥区的会议室。",
    "岚川县影视产业大会",
    "城市书房进商圈、窗外观鸟。",
    "这座桥修好了。",
    "建设美丽乡村，惠及村民。",
    "高架桥下的农村小区。",
    "“高质量发展”和“互联网”。",
    "",
]

ONE = {
    ("永丰大桥", "永峰大桥"): "sound",
    ("永丰桥", "永峰桥"): "matter",
    # the firm in full and for short
    ("曜华新能源股份有限公司", "耀华新能源"): "sound",
    # two characters of their own that both have
    ("石榴坳村", "石榴凹村"): "sound",
    ("榴坳村", "榴凹村"): "close",
    # behind other words
    ("选手跑过鹿鸣大桥", "鹭鸣大桥"): "sound",
    ("凤鸣隧洞", "鸣凤隧洞"): "matter",
    ("岚禾源", "岚荷源"): "sound",
    # another word, which one number of both sentences must tell to be a slip
    ("永丰桥", "永安桥"): "same",
}
TWO = [("永丰桥", "永峰村"), ("东门桥", "东门桥"), ("三里桥", "五里桥"), ("一中", "二中")]


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, texts in READS.items() for t in texts])
def test_reads(name, text):
    assert [f.text for f in short_names(text)] == [name]


@pytest.mark.parametrize("text", IGNORES)
def test_ignores(text):
    assert not short_names(text)


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_thing(a, b):
    assert near(a, b) == near(b, a) == ONE[a, b]
    assert set(sounding(a)) & set(sounding(b))


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_things(a, b):
    assert not near(a, b)


def test_spans_are_what_stands_in_the_text():
    text = "鹿鸣隧洞、永丰桥与青石坪遗址。"
    assert [text[f.start : f.end] for f in short_names(text)] == ["鹿鸣隧洞", "永丰桥", "青石坪遗址"]
