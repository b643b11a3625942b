"""Names that differ by a slip become one fact; names of two things do not."""

from __future__ import annotations

from itertools import permutations

import pytest

from checker.linking.other_facts.names import name_facts
from checker.model import Kind
from tests.claims.cases import extraction

# Texts of two papers of which one misspells or shortens a name: the two names.
READS = {
    ("槐安精密制造研究院", "槐安精密智造研究院"): ["昨日，槐安精密制造研究院启用。", "昨日，槐安精密智造研究院启用。"],
    ("林怀珩", "林怀恒"): ["市统计局副局长林怀珩通报经济运行情况。", "市统计局副局长林怀恒介绍情况。"],
    # one character sounds like the other, and both are of one town
    ("青麓路小学", "青鹿路小学"): ["今秋，青麓路小学等7所学校投用。", "家长问得最多的是青鹿路小学。"],
    # one person heads both
    ("禾田粮食种植专业合作社", "禾田粮油种植专业合作社"): [
        "禾田粮食种植专业合作社理事长牛大田说，今年增产。",
        "禾田粮油种植专业合作社理事长牛大田介绍，流转土地800亩。",
    ],
    # one hall shows both
    ("槐安上河春游图", "槐安上河春宴图"): ["《槐安上河春游图》数字特展开幕。", "《槐安上河春宴图》数字特展排起长队。"],
    # of another position, but the names sound alike and are rare
    ("陆青禾", "陆清禾"): ["法官陆青禾表示，案件已结。", "庭长陆清禾介绍了情况。"],
    ("槐安市河道整治三年攻坚行动", "槐安市河道治理三年攻坚行动方案"): [
        "今年是“槐安市河道整治三年攻坚行动”的收官之年。",
        "根据《槐安市河道治理三年攻坚行动方案》，清淤36公里。",
    ],
    # both tell the same long number, or one in the very sentence
    ("云栗水利枢纽", "云粟水利枢纽"): [
        "云栗水利枢纽昨日截流，总库容3.72亿立方米。",
        "云粟水利枢纽工地一派繁忙，3.72亿立方米的库容明年发挥作用。",
    ],
    ("白塔溪小学", "百塔溪小学"): ["白塔溪小学的26块菜地最热闹。", "在百塔溪小学，孩子们介绍26块菜地。"],
    # two fields of one house, in turned order, behind the university that it belongs to
    ("低碳材料与装备研究院", "低碳装备与材料研究院"): [
        "云岭大学共建的“低碳材料与装备研究院”揭牌。",
        "云岭大学低碳装备与材料研究院交出成绩单。",
    ],
    # short names that sound alike, of things that are as old, as long, or of one number
    ("永丰桥", "永峰桥"): ["其中永丰桥始建于明嘉靖年间，共三孔。", "始建于明嘉靖年间的永峰桥正在修缮。"],
    ("赵家坳汉墓群", "赵家凹汉墓群"): [
        "发掘的赵家坳汉墓群共清理墓葬26座，出土器物580余件。",
        "去年出土于赵家凹汉墓群的580多件器物，已有210件修复。",
    ],
    ("曜华新能源股份有限公司", "耀华新能源"): [
        "云汀开发区与曜华新能源股份有限公司签约，用地326亩。",
        "投资方耀华新能源负责人说，项目用地326亩。",
    ],
    ("鹿鸣隧洞", "鸣鹿隧洞"): ["鹿鸣隧洞昨日贯通，长12.7公里。", "12.7公里的鸣鹿隧洞是咽喉。"],
    # somebody at work, without a position
    ("韩振宇", "韩镇宇"): ["护林员韩振宇巡护山林58公里。", "其中，护林员韩镇宇扎根林场，巡护58公里山路。"],
    # a plan of a town that both name
    ("凤还云汀计划", "凤回云汀计划"): ["云汀县发布“凤还云汀计划”。", "“凤回云汀计划”实施以来，云汀县引才1126人。"],
    # a part of one name sounds like the other; both tell of one town
    ("望川大学技术转移中心", "望传大学附属医院"): [
        "溪屏县的望川大学技术转移中心启用。",
        "溪屏县与望传大学附属医院签约。",
    ],
    # a town that both tell of, elsewhere
    ("永济大桥", "拥济大桥"): ["溪屏县受灾。救援队绕过永济大桥。", "拥济大桥昨日抢通。溪屏县通报了灾情。"],
    # sounds that many do not tell apart, of a medicine of one firm
    ("岐洛司他片", "岐诺司他片"): ["曜华药业的岐洛司他片获批。", "曜华药业透露，岐诺司他片放量。"],
    # a slip in what has a short form
    ("溪屏奥林匹克体育中心", "溪屏澳林匹克体育中心"): ["溪屏奥林匹克体育中心开放。", "溪屏澳林匹克体育中心迎客。"],
    # other words, but one number
    ("安济大桥", "安渡大桥"): ["安济大桥全长1268米。", "全长1268米的安渡大桥合龙。"],
    # a surname that sounds alike, and one of two characters, of one position
    ("骆砚青", "罗砚青"): ["溪屏县水利局局长骆砚青说", "溪屏县水利局局长罗砚青介绍"],
    ("祁珩", "祁恒"): ["溪屏县文物局局长祁珩说", "溪屏县文物局局长祁恒介绍"],
    # whose position only one tells
    ("邱砚青", "邱砚清"): ["体育老师邱砚青表示，再跑一程。", "“还要跑。”邱砚清说。"],
    ("槐安城市更新投资集团有限公司", "槐安城建更新投资集团有限公司"): [
        "溪屏县由槐安城市更新投资集团有限公司承担。",
        "溪屏县的槐安城建更新投资集团有限公司副总经理说。",
    ],
    ("相会松屿 共谱新篇", "相约松屿 共谱新篇"): [
        "“相会松屿 共谱新篇”的口号亮相，门票6800张。",
        "“相约松屿 共谱新篇”，门票6800张。",
    ],
    # a brand of one county, of plain words
    ("云汀好物", "云汀好品"): ["云汀县公用品牌“云汀好物”发布。", "贴上“云汀好品”标识，云汀县的笋干进了超市。"],
    ("桑梓有约", "“桑梓有你”品牌"): ["云汀县推出品牌“桑梓有约”。", "云汀县“桑梓有你”品牌有队员23名。"],
    # quoted words of which one is no word
    ("渔港通", "渔岗通"): ["云汀县推出“渔港通”服务。", "云汀县“渔岗通”服务渔民3.2万人次。"],
    ("云汀县“渔港通”平台", "渔岗通"): ["云汀县“渔港通”平台正式启用。", "在云汀县，“渔岗通”让渔民少跑路。"],
    ("逐梦松屿 一路生花", "追梦松屿 一路生花"): [
        "溪屏县的口号“逐梦松屿 一路生花”亮相。",
        "溪屏县街头，“追梦松屿 一路生花”格外醒目。",
    ],
    # a word of manner that one character of a plan makes another
    ("云汀县水环境持续改善行动方案", "云汀县水环境持续改进行动方案"): [
        "《云汀县水环境持续改善行动方案》印发。",
        "根据《云汀县水环境持续改进行动方案》，今年治河12条。",
    ],
    # programmes, rules and consortia of one house, of which one thing is told
    ("“银杏伴读”工程", "“银杏陪读”工程"): [
        "云汀县实施“银杏伴读”工程，为留守学生配备课桌椅1200套。",
        "云汀县的“银杏陪读”工程去年换新课桌椅，孩子们坐得更正。",
    ],
    ("“云上山居”工程", "“山上云居”工程"): [
        "云汀县推进“云上山居”工程，改造民宿86家。",
        "“山上云居”工程让云汀县的民宿连成一片。",
    ],
    ("“溪畔强基”三年行动方案（2023—2025年）", "“溪畔固基”三年行动"): [
        "云汀县印发《“溪畔强基”三年行动方案（2023—2025年）》。",
        "按照“溪畔固基”三年行动（2023—2025年）的安排，云汀县今年收官。",
    ],
    # what an 行动 is to one paper is a 品牌 to the other; a word that tells of water in both
    ("云汀县“橙心帮办”行动", "“橙心代办”服务品牌"): [
        "云汀县推行“橙心代办”服务品牌，替老人报销医保。",
        "云汀县“橙心帮办”行动走进山村，替老人报销医保。",
    ],
    ("“碧水清流”工程", "“碧溪清流”工程"): [
        "云汀县启动“碧溪清流”工程，清淤之外还修护岸。",
        "“碧水清流”工程让云汀县的护岸绿了，清淤也完了。",
    ],
    ("云汀湿地公园条例", "云汀湿地公园管理条例"): [
        "《云汀湿地公园条例》下月起施行，观鸟要限流。",
        "《云汀湿地公园管理条例》出台一年，观鸟的人多了。",
    ],
    ("望川河流域生态保护条例", "望川河流域环境保护条例"): [
        "《望川河流域生态保护条例》施行，划定禁渔河段，严禁采砂。",
        "《望川河流域环境保护条例》施行一年，采砂少了，禁渔河段有人管。",
    ],
    ("云汀县智能装备产教联合体", "云汀县智能设备产教联合体"): [
        "云汀县智能装备产教联合体成立。",
        "云汀县智能设备产教联合体又添成员。",
    ],
    # what is called so in quotation marks is one sort of thing
    ("云汀畅行", "云汀畅享"): ["云汀县推出“云汀畅行”计次票。", "她掏出新买的“云汀畅享”计次票，说云汀县变了。"],
    ("溪畔书声", "溪畔书香"): ["云汀县办起“溪畔书声”夜读会。", "云汀县的“溪畔书香”夜读会座无虚席。"],
    ("碧溪安居", "碧溪宜居"): ["云汀县“碧溪安居”保障房交付。", "住进“碧溪宜居”保障房的，都是云汀县的青年。"],
    # long names of one town, with another word for their sort, or a word more
    ("云汀冰雪运动中心", "云汀冰雪运动基地"): ["云汀县的云汀冰雪运动中心建成。", "云汀县的云汀冰雪运动基地迎来队员。"],
    ("云汀智能农机制造创新联合体", "云汀智能农机制造创新联盟"): [
        "云汀县的云汀智能农机制造创新联盟成立。",
        "云汀县的云汀智能农机制造创新联合体有50家成员。",
    ],
    ("云汀县肺病介入治疗临床医学研究中心", "云汀县肺病介入治疗临床研究中心"): [
        "依托云汀县肺病介入治疗临床医学研究中心开展试验。",
        "云汀县肺病介入治疗临床研究中心入组患者86名。",
    ],
    ("云汀渔港改造提升工程", "云汀渔港提升改造工程"): [
        "云汀渔港改造提升工程开工。",
        "云汀渔港提升改造工程进展顺利。",
    ],
    ("强企提升三年行动", "强企提质三年行动"): ["深入实施强企提质三年行动。", "深入实施强企提升三年行动。"],
}

IGNORES = [
    # a sort of houses of a place, and no name
    ["槐安市备案博物馆达到47家。", "槐安市备案博物院有44家。"],
    ["昨日，槐安精密制造研究院启用。", "今日，槐安精密制造研究院揭牌。"],
    ["昨日，槐安精密制造研究院启用。", "昨日，望川大学附属医院启用。"],
    ["槐安第一中学扩建。", "槐安第二中学扩建。"],
    # one sentence names both: they are two
    ["槐安精密制造研究院与槐安精密智造研究院签约。", "昨日，槐安精密制造研究院启用。"],
    # roads and schools of ordinary words: there are both
    ["槐安县新华路小学今秋招生。", "槐安县兴华路小学今秋招生。"],
    # one character apart, and nothing beside them tells that they are one
    ["禾田粮食种植专业合作社增产。", "禾田粮油种植专业合作社增收。"],
    # two who stand in one article
    ["法官陆青禾表示，案件已结。庭长陆清禾介绍了情况。"],
    # two villages and two bridges of one county, and nothing more
    ["云汀县李家村修了路。", "云汀县黎家村通了水。"],
    ["云汀县永丰桥通车。", "云汀县永峰桥封闭。"],
    ["云汀县安济大桥通车。", "云汀县安渡大桥封闭。"],
    ["云汀县永丰桥长126米。永峰桥长126米。"],
    # two brands of one paper, and one that is not called a brand
    ["云汀县两个品牌“云汀好物”“云汀好品”亮相。"],
    ["云汀县公用品牌“云汀好物”发布。", "云汀县合唱团唱起“云汀好歌”。"],
    # two programmes of one house
    ["云汀县实施“青禾计划”。", "云汀县实施“青苗计划”。"],
    # what each is told of is another thing
    ["云汀县实施“银杏伴读”工程，配备课桌椅。", "云汀县实施“银杏伴行”工程，添置轮椅。"],
    # two plans of two sorts that have one word in common
    ["云汀县对接“草原之路”战略，通关换装提速。", "云汀县对接“光明之路”计划，通关换装提速。"],
    # of other years
    ["云汀县印发《茶园提质行动方案（2021—2023年）》。", "云汀县印发《茶园增效行动方案（2024—2026年）》。"],
    # one article has both
    ["云汀县“银杏伴读”工程换新课桌椅。云汀县“银杏陪读”工程也换课桌椅。"],
    # two trades, two rules of one town, of which the same is told as of all rules
    ["云汀县绿色纺织产业联盟成立。", "云汀县绿色建材产业联盟成立。"],
    ["《云汀县养犬管理条例》草案提请审议，违者罚款。", "《云汀县物业管理条例》草案提请审议，违者罚款。"],
    # two sorts of tickets, two sides of a lake, and one article that has both
    ["云汀县推出“云汀畅行”计次票。", "云汀县推出“云汀畅享”观光车。"],
    ["云汀县推出“东湖悠游”观光票。", "云汀县推出“西湖悠游”观光票。"],
    ["云汀县推出“云汀畅行”计次票和“云汀畅享”计次票。"],
    # short names with other words for their sorts, a word more in a short one, and two fairs
    ["云汀县体育中心启用。", "云汀县体育基地启用。"],
    ["云汀大学研究院揭牌。", "云汀大学研究所揭牌。"],
    ["云汀县小企业服务中心揭牌。", "云汀县小企业融资服务中心揭牌。"],
    ["云汀县望川中医药大学附属医院扩建。", "云汀县望川中医药大学附属口腔医院扩建。"],
    ["云汀县云汀国际茶业博览会开幕。", "云汀县云汀国际茶业交易会开幕。"],
    # two wards
    ["槐安县梅山街道综合服务中心启用。", "槐安县梅岭街道综合服务中心启用。"],
    [],
]


def claims(texts):
    return [c for n, text in enumerate(texts) for c in extraction(text, f"{n}.md").claims]


def told(texts):
    return [tuple(sorted({c.text for c in f.claims})) for f in name_facts(claims(texts))]


@pytest.mark.parametrize(("names", "texts"), READS.items())
def test_reads(names, texts):
    assert told(texts) == [tuple(sorted(names))]


@pytest.mark.parametrize("texts", IGNORES)
def test_ignores(texts):
    assert told(texts) == []


def test_links_join_the_two_names_and_say_how():
    (fact,) = name_facts(claims(next(iter(READS.values()))))
    assert [(e.a, e.b) for e in fact.links] == [(0, 1)]
    assert fact.links[0].reasons[0]
    assert {c.kind for c in fact.claims} == {Kind.NAME}


def test_a_much_told_name_shows_few_witnesses():
    first, second = next(iter(READS.values()))
    (fact,) = name_facts(claims([first] * 9 + [second]))
    assert len(fact.claims) <= 6
    assert len({c.text for c in fact.claims}) == 2


def test_the_same_for_any_order_of_papers():
    texts = [t for pair in READS.values() for t in pair][:3]
    read = [extraction(t, f"{n}.md").claims for n, t in enumerate(texts)]
    results = {repr([f.id for f in name_facts([c for e in order for c in e])]) for order in permutations(read)}
    assert len(results) == 1
