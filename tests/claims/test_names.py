"""Names: what stands in the text first, then the texts it is read from."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.names.entities import names, positions, skeleton, skeletons, variant
from checker.model import Kind

# Name → texts it is the only name of.
READS = {
    "槐安精密制造研究院": [
        "昨日，槐安精密制造研究院启用。",
        "走进槐安精密制造研究院，记者看到",
        "由槐安精密制造研究院牵头",
    ],
    "松屿区人民医院": ["松屿区人民医院院长周念介绍", "16家单位到松屿区人民医院参观"],
    "槐安市第二人民医院": ["槐安市第二人民医院院长周念介绍", "16家单位到槐安市第二人民医院参观"],
    "强企提质三年行动": ["深入实施强企提质三年行动，", "启动了强企提质三年行动。"],
    "松屿丰收文化旅游节": ["第八届松屿丰收文化旅游节开幕", "2025年松屿丰收文化旅游节将于9月举行"],
    "槐安科创大走廊": ["积极融入槐安科创大走廊。", "加快建设“槐安科创大走廊”"],
    "槐安市数字经济促进条例": ["《槐安市数字经济促进条例》施行"],
    "“百日攻坚”行动": ["开展“百日攻坚”行动。", "市“百日攻坚”行动启动"],
    "星火计划": ["“星火计划”入库企业达到300家。"],
    "远帆智能装备股份有限公司": ["本土上市公司远帆智能装备股份有限公司表示"],
    "校长（院长）专项基金": ["设立校长（院长）专项基金。"],
    "望川大学附属医院": ["与望川大学附属医院签约"],
    "全国大学生机器人大赛": ["承办全国大学生机器人大赛。"],
    "望岭抽水蓄能电站": ["建成望岭抽水蓄能电站，"],
    "低空经济产业学院": ["全省首个低空经济产业学院揭牌"],
    "槐安城市运营集团": ["槐安城市运营集团负责人介绍"],
    "老旧小区改造提升工程": ["实施老旧小区改造提升工程。"],
    "槐安未来材料创新中心": ["落户槐安未来材料创新中心的企业已达42家。"],
    "华为公司": ["与华为公司合作。"],
    "储能材料与器件全国重点实验室": ["获批建设储能材料与器件全国重点实验室。", "储能材料与器件全国重点实验室通过验收"],
    "“星火远航”出海行动": ["去年开始做“星火远航”出海行动。"],
    "白沙湾集装箱码头": ["“澜津和谐”轮驶离白沙湾集装箱码头。"],
    "望川集团": ["“看中的是腹地。”望川集团副总经理说。"],
    "槐安高新区管委会": ["槐安高新区管委会负责人说"],
    # behind a university stands who works there
    "槐安理工大学": ["槐安理工大学校长周念说", "槐安理工大学教授周念说", "就读于槐安理工大学。"],
    # two fields of one house, in one word with the first
    "松屿海洋与船舶工程实验室": ["松屿海洋与船舶工程实验室建成3个平台。"],
    # what firms do is no deed here
    "槐安城建更新投资集团有限公司": ["由槐安城建更新投资集团有限公司承担", "槐安城建更新投资集团有限公司副总经理说"],
    "槐安国际会议中心": ["改造槐安国际会议中心。", "递交槐安国际会议中心。"],
    "槐安儿童医院": ["带孩子到槐安儿童医院就医的人多了。"],
    "槐安港务集团": ["槐安港务集团计划招聘300人。"],
    # two words of work, in whatever order, behind what looks like a house
    "松屿国家中心渔港提升改造工程": ["由集团承建的松屿国家中心渔港提升改造工程进展顺利。"],
    "松屿港服务综合中心": ["走进松屿港服务综合中心，一站办结。"],
    "槐安生命线安全运行监测中心": ["槐安生命线安全运行监测中心有32人值守。"],
    # 复工 is no word here
    "望川江岸生态治理修复工程": ["望川江岸生态治理修复工程通过验收。"],
    "相会松屿 共谱新篇": ["“相会松屿 共谱新篇”，我们等你来。"],
}

IGNORES = [
    "为全县提供培训服务平台。",
    "全市提升服务保障水平，工程进展顺利。",
    "二期复工工程有序推进。",
    "该公司与有关部门共建平台。",
    "各类科技创新平台和重点实验室不断涌现。",
    "新增省级企业技术中心12家。",
    "全市中小学、幼儿园共1200所。",
    "形成新格局，打破僵局，布局未来。",
    "春节、中秋节期间客流增长。",
    "计划投资20亿元，行动起来。",
    "1860人次学会了骑马。",
    "加快建设集团总部。",
    "以高质量发展为中心，抓好三大工程。",
    "",
]

MISSES = {
    "远帆科技": ["远帆科技今年营收增长12%。"],
    "山海汇": ["夜市“山海汇”开街。"],
}

SLIPS = [
    ("槐安精密制造研究院", "槐安精密智造研究院"),
    ("强企提质三年行动", "强企提升三年行动"),
    ("松屿丰收文化旅游节", "松屿丰收旅游文化节"),
    ("远帆人工智能产业研究院", "远帆人工智能产业技术研究院"),
    ("槐安科创大走廊", "槐安科创走廊"),
    ("松屿区建设科产融合创新型强区行动方案", "松屿区建设科产融合创新强区行动方案"),
    ("槐安虚拟现实创新中心", "槐安虚拟现实创享中心"),
    ("槐安国际机器人博览会", "槐安机器人国际博览会"),
    ("槐安制造业倍增三年行动方案", "槐安制造业倍增三年行动计划"),
    ("百企攻坚三年行动", "百企攻艰三年行动"),
    ("松屿古城灯会文化节", "松屿古城灯会文旅节"),
    # the second character sounds like the other's
    ("澄麓湖智能传感研究院", "澄鹿湖智能传感研究院"),
    ("三曲坨国家湿地公园", "三曲沱国家湿地公园"),
    # a brand in quotation marks, coined on one side
    ("“邻聚松屿”议事厅", "“邻里松屿”议事厅"),
    ("松屿国际青年影展", "松屿青年国际影展"),
]

TWO_THINGS = [
    ("松屿陆港集团", "松屿港口集团"),
    ("槐安市第一人民医院", "槐安市第二人民医院"),
    ("槐安市人民医院", "槐安市中医院"),
    ("槐安经开区", "槐安高新区"),
    ("具身智能机器人公共训练场", "具身智能机器人专业训练场"),
    ("槐安实验小学", "槐安实验中学"),
    ("槐安大学", "槐安科技大学"),
    ("槐安市教育局", "槐安市体育局"),
    ("槐安市水利局", "槐安市水务局"),
    ("槐安数据中心一期工程", "槐安数据中心二期工程"),
    ("省级工业设计中心", "市级工业设计中心"),
    ("中国航天科技集团公司", "中国航天科工集团公司"),
    ("中国书法家协会", "中国摄影家协会"),
    ("青岛宏达科技有限公司", "青岛鸿达科技有限公司"),
    ("槐安市中级人民法院", "槐安市人民法院"),
    ("2024年槐安文化节", "2025年槐安文化节"),
    ("第七届槐安文化节", "第八届槐安文化节"),
    ("槐安万亩梨花节", "槐安万亩桃花节"),
    ("槐安新能源产业园", "槐安新材料产业园"),
    ("松屿区教育局", "槐安区教育局"),
    ("中国成语大会", "中国谜语大会"),
    ("中国国际民间艺术节", "中国民间艺术节"),
    ("槐安县医院", "槐安县级医院"),
    ("人才强国战略", "人才强区战略"),
    ("“平安校园”行动", "“平安家园”行动"),
    ("“百村帮扶”行动", "“千村帮扶”行动"),
    ("青山路社区卫生服务中心", "青云路社区卫生服务中心"),
    ("嘉善县人民医院", "嘉山县人民医院"),
    ("槐安东站枢纽工程", "槐安西站枢纽工程"),
    ("“星火计划”三年行动", "星火计划三年行动"),  # one thing, told apart by marks alone
]

SHORT_FORMS = [
    ("松屿养老城南分院", "松屿养老集团城南分院"),
    ("槐安高新技术产业开发区", "槐安高新区"),
    ("槐安市发展和改革委员会", "槐安市发改委"),
    ("槐安制造业提升三年行动", "槐安制造业提升三年行动方案"),
]

MISSED_SLIPS = [
    ("“星火”人才引育计划", "“星火”人才培育计划"),
    ("槐安新材料联合创新中心", "槐安新材料协同创新中心"),
]


def told(text: str) -> list[str]:
    return [f.text for f in names(text)]


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in READS.items() for t in ts])
def test_reads(name, text):
    assert told(text) == [name]


@pytest.mark.parametrize("text", IGNORES)
def test_ignores(text):
    assert told(text) == []


@pytest.mark.xfail(reason="no ending tells that this is a name")
@pytest.mark.parametrize(("name", "text"), [(n, t) for n, ts in MISSES.items() for t in ts])
def test_misses(name, text):
    assert told(text) == [name]


def test_is_a_figure_of_kind_name():
    figure = names("昨日，槐安科创大走廊开建。")[0]
    assert (figure.kind, figure.value, figure.start, figure.end) == (Kind.NAME, None, 3, 10)


def test_cuts_back_at_titles_numerals_and_measure_words():
    assert told("据槐安市教育局局长周念介绍，3个集团、16家医院参加。") == ["槐安市教育局"]


@pytest.mark.parametrize(("a", "b"), SLIPS)
def test_slips(a, b):
    assert variant(a, b) == variant(b, a) == "slip"
    assert set(skeletons(a)) & set(skeletons(b))


@pytest.mark.parametrize(("a", "b"), TWO_THINGS)
def test_names_of_two_things(a, b):
    assert variant(a, b) is None
    assert variant(b, a) is None


@pytest.mark.parametrize(("a", "b"), SHORT_FORMS)
def test_short_forms(a, b):
    assert variant(a, b) == variant(b, a) == "abbreviation"
    assert set(skeletons(a)) & set(skeletons(b))


@pytest.mark.xfail(reason="both words are common ones, so nothing tells a slip from two names")
@pytest.mark.parametrize(("a", "b"), MISSED_SLIPS)
def test_missed_slips(a, b):
    assert variant(a, b) == "slip"


def test_skeleton_does_not_see_order():
    assert skeleton("松屿丰收文化旅游节") == skeleton("松屿丰收旅游文化节")
    assert skeleton("") == ""


def test_few_names_share_a_key():
    short = ["海尔集团", "海信集团", "方太集团", "联想集团"]
    keys = [set(skeletons(n)) for n in short]
    assert not any(a & b for i, a in enumerate(keys) for b in keys[i + 1 :])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("县委书记林向远表示，局长何川在场。", [("县委书记", "林向远"), ("局长", "何川")]),
        ("董事长欧阳若谷说", [("董事长", "欧阳若谷")]),
        ("（记者 周念）", [("记者", "周念")]),
        ("学生代表发言，主任宣布开会，教师全部到岗。", []),
        ("书记表示，要抓好落实。", []),
        # where a word begins behind the name
        ("首席科学家闻笛回答了提问", [("首席科学家", "闻笛")]),
        ("管委会主任夏侯钧摊开图纸", [("主任", "夏侯钧")]),
        ("校长容景行以《问题》为题", [("校长", "容景行")]),
        ("村民冯有田捧起一捧水", [("村民", "冯有田")]),
        # who says something needs no position
        ("“值得。”钟向阳说得实在", [("", "钟向阳")]),
        ("卓念慈：比预想的好。", [("", "卓念慈")]),
        ("白校长说，这两年变了样。施工方：好。高新区今年开工。", []),
        ("学生宿舍楼正在装修，闲置农房改成公寓。后者向法院起诉。", []),
    ],
)
def test_positions(text, pairs):
    assert [(text[a.start : a.end], text[b.start : b.end]) for a, b in positions(text)] == pairs


PIECES = (
    "“", "”", "《", "》", "（", "）", "(", ")", "·", "的", "槐安", "研究院", "三年", "行动", "第八届", "12家",
    "局", "节", "，", "\n", "A", "１",
)  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=30).map("".join))
def test_spans_are_what_stands_in_the_text(text):
    reached = 0
    for figure in names(text):
        assert text[figure.start : figure.end] == figure.text
        assert reached <= figure.start < figure.end
        reached = figure.end
        assert all(skeletons(figure.text))
    for position, person in positions(text):
        assert position.end <= person.start < person.end <= len(text)


@given(st.text(max_size=12), st.text(max_size=12))
def test_variant_is_symmetric(a, b):
    assert variant(a, b) == variant(b, a)


@pytest.mark.parametrize("unit", ["1", "亿", "（", "“", "《", "中心", "公司", "“甲”计划", "书记王", "投资", "，王怀安"])
def test_time_grows_with_length_alone(unit):
    names("昨日，槐安科创大走廊开建。")
    text = (unit * 100_000)[:100_000]
    start = time.process_time()
    names(text)
    positions(text)
    assert time.process_time() - start < 4
