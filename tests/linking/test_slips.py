"""Two numbers that one slip makes of one: which slip, and whether the words around them are akin."""

from __future__ import annotations

import pytest

from checker.linking.evidence.vouching import _of_one_matter
from checker.linking.facts import link
from checker.linking.numbers.slips import Slip, digit_key, slip_of
from checker.linking.pairs import Pair
from checker.linking.wording.profile import profile
from checker.settings import Settings
from tests.claims.cases import told


def claims(text, figure, path="a.md", day="2025-12-09", place="澄江市"):
    return [c for c in told(text, path=path, day=day, place=place) if c.text == figure]


def one(figure, noun="企业"):
    found = claims(f"全市现有{noun}{figure}。", figure)
    assert len(found) == 1, figure
    return found[0]


# The slip, and the two figures that it sets apart.
SLIPS = [
    (Slip.SCALE, "8460家", "8.46万家"),
    (Slip.SCALE, "3826.4万元", "3.83亿元"),
    (Slip.SWAP, "186家", "168家"),
    (Slip.SWAP, "21860元", "21680元"),
    (Slip.UNIT, "420亩", "420公顷"),
    (Slip.SWAP, "416家", "146家"),
    (Slip.DIGIT, "12268家", "12568家"),
    (Slip.NONE, "2860家", "3860家"),  # too few digits tell
    (Slip.NONE, "186家", "1680家"),
    (Slip.NONE, "186家", "861家"),  # more than two neighbours
    (Slip.NONE, "12家", "21家"),  # two digits meet by chance
    (Slip.NONE, "15亩", "1公顷"),  # one and the same area
    (Slip.NONE, "8460家", "8461家"),
    (Slip.MEASURE, "1268户", "1268笔"),  # two things may be as many: the words must say that they are one
    (Slip.NONE, "近8460家", "8.46万家"),  # no exact number
    (Slip.NONE, "1268台", "1268台次"),  # 手术1268台, 手术1268台次
    (Slip.MEASURE, "1268户", "1268台次"),
    (Slip.MEASURE, "60万千瓦", "60万千瓦时"),
    (Slip.NONE, "60万千瓦", "60万吨"),
]


@pytest.mark.parametrize(("slip", "a", "b"), SLIPS)
def test_slip(slip, a, b):
    assert slip_of(one(a), one(b)) is slip


@pytest.mark.parametrize(("a", "b"), [("8460家", "8.46万家"), ("186家", "168家"), ("21860元", "21680元")])
def test_what_slips_share_a_key(a, b):
    assert digit_key(one(a))[:2] == digit_key(one(b))[:2]


# Whether the two are held for one number, and the sentences of two articles.
MEANT = [
    (
        True,
        ("2024年，外送电量186.4亿千瓦时。", "186.4亿千瓦时"),
        ("去年全市向外地送电168.4亿千瓦时。", "168.4亿千瓦时"),
    ),
    (True, ("园区现有公共停车泊位3260个。", "3260个"), ("园区公共停车位目前有3.26万个。", "3.26万个")),
    (False, ("园区现有公共停车泊位3260个。", "3260个"), ("全市现有古树3.26万个。", "3.26万个")),
    (False, ("2023年，全市接待游客186.4万人次。", "186.4万人次"), ("2024年，全市接待游客168.4万人次。", "168.4万人次")),
    (False, ("全年新建农村公路186公里。", "186公里"), ("全年改造污水管网168公里。", "168公里")),
    # Few figures are told in millimetres: one word more is enough.
    (
        True,
        ("山区最大点雨量出现在青石镇，为412.6毫米。", "412.6毫米"),
        ("一夜之间，这里落下了421.6毫米的雨。", "421.6毫米"),
    ),
    (False, ("山区最大点雨量出现在青石镇，为412.6毫米。", "412.6毫米"), ("管壁加厚到421.6毫米。", "421.6毫米")),
    # What a museum tells but once in a unit, its papers word apart.
    (
        True,
        ("暑假，榆湾市陶瓷博物馆接待观众46.8万人次。", "46.8万人次"),
        ("今年暑假，榆湾市陶瓷博物馆延时开放，48.6万人次走进展厅。", "48.6万人次"),
    ),
    (True, ("全年寄出快件3.28亿件。", "3.28亿件"), ("今年全区快递业务量为2.38亿件。", "2.38亿件")),
    (False, ("企业全年营业收入46.5亿元。", "46.5亿元"), ("企业今年净利润4.65亿元。", "4.65亿元")),
    (True, ("学校占地72亩，建教学楼三栋。", "72亩"), ("校园占地72公顷，树木成行。", "72公顷")),
    # what came anew in a year is no tenth of what there is, though the digits are
    (False, ("2024年，全市新登记网店1.86万户。", "1.86万户"), ("截至2024年底，全市网店18.6万户。", "18.6万户")),
    # what can be done is not what is
    (False, ("全厂日处理污水能力18.6万吨。", "18.6万吨"), ("全厂每天实际处理污水16.8万吨。", "16.8万吨")),
    (True, ("一年来，食堂供餐18.6万份。", "18.6万份"), ("一年里，食堂端出16.8万份饭菜。", "16.8万份")),
    # one event by its name, or one other number in both sentences, says that one thing is meant
    (
        True,
        ("第六届槐安湖龙舟大赛昨日举行，3860名选手出发。", "3860名"),
        ("槐安湖龙舟大赛带火了小镇，那天有3680人把船划到了湖心。", "3680人"),
    ),
    (True, ("截至12月5日，412家店累计让利3185万元。", "3185万元"), ("到5日，412家店替市民省出3815万元。", "3815万元")),
    (False, ("学校迎来138名新生。", "138名"), ("学校庆典上，183名校友赶来。", "183名")),
    # done so far, and summed up some days later
    (
        True,
        ("今年以来，全市出口脐橙1.368万吨。", "1.368万吨"),
        ("截至12月初，全市累计出口脐橙1368吨。", "1368吨"),
    ),
]


@pytest.mark.parametrize(("meant", "a", "b"), MEANT)
def test_meant(meant, a, b):
    x, y = claims(*a), claims(*b, path="b.md")
    assert len(x) == len(y) == 1
    facts = link([*x, *y], Settings()).facts
    found = [e for f in facts for e in f.links if not e.refusal and e.time == "same"]
    assert bool(found) is meant


# Whether one number in two measures is held for one, and the sentences of two articles.
MEASURES = [
    (True, ("去年河道清淤46.8万立方米。", "46.8万立方米"), ("去年城区河道清淤46.8万吨。", "46.8万吨")),
    (True, ("全市备足赛事饮用水12万瓶。", "12万瓶"), ("赛前备下的12万箱赛事饮用水用去大半。", "12万箱")),
    (True, ("全馆去年外借图书96.3万册。", "96.3万册"), ("全馆去年借走图书的有96.3万人次。", "96.3万人次")),
    (True, ("2号线配备列车36列。", "36列"), ("2号线的36节列车全部上线运行。", "36节")),
    (False, ("全年完成手术4680台次。", "4680台次"), ("全年做了4680台手术。", "4680台")),
    (False, ("污水处理能力达到46.8万立方米。", "46.8万立方米"), ("污水处理能力达到46.8万吨。", "46.8万吨")),  # of water
    (False, ("去年河道清淤46.8万立方米。", "46.8万立方米"), ("去年粮食总产46.8万吨。", "46.8万吨")),
]


@pytest.mark.parametrize(("meant", "a", "b"), MEASURES)
def test_one_number_in_two_measures(meant, a, b):
    x, y = claims(*a), claims(*b, path="b.md")
    assert len(x) == len(y) == 1
    links = [e for f in link([*x, *y], Settings()).facts for e in f.links]
    assert any(Slip.MEASURE.value in e.reasons for e in links) is meant


# Whether articles that share other numbers mean one thing by two that a slip sets apart, worded unlike.
MATTERS = [
    (True, "总投资62亿元的水厂扩建后，日供净水286万吨。", "水厂投资62亿元，每天送出净水268万吨。"),
    (False, "总投资62亿元的水厂扩建后，日供净水286万吨。", "水厂投资63亿元，每天送出净水268万吨。"),
    (False, "总投资62亿元的水厂扩建后，日供净水286万吨。", "水厂投资62亿元，每天送出净水268万吨，最多286万吨。"),
    (False, "投资62亿元，占地35公顷，日供水286万吨。", "投资62亿元，占地35公顷，年供热268万吨。"),
]


@pytest.mark.parametrize(("meant", "a", "b"), MATTERS)
def test_articles_that_share_other_numbers(meant, a, b):
    x, y = claims(a, "286万吨"), claims(b, "268万吨", path="b.md")
    assert len(x) == len(y) == 1
    assert (
        _of_one_matter(Pair(x[0], y[0], profile(x[0], (), {}), profile(y[0], (), {}), {}), Slip.SWAP, 3) > 0
    ) is meant


# Whether one article that tells both is held against itself.
AGAIN = [
    (True, "课题组发现1454种全新的昆虫病毒。五年间，课题组共发现1445种全新昆虫病毒。"),
    (False, "课题组发现1454种全新的昆虫病毒。课题组还发现1445种植物。"),
    (False, "2023年，全市接待入境游客1454人。2024年，全市接待入境游客1445人。"),
]


@pytest.mark.parametrize(("held", "text"), AGAIN)
def test_told_again(held, text):
    found = [c for c in told(text) if c.text[:-1] in ("1454", "1445")]
    links = [e for f in link(found, Settings()).facts for e in f.links if not e.refusal and e.time == "same"]
    assert len(found) == 2
    assert bool(links) is held


def test_names_of_two_words_need_no_one_subject_where_digits_changed_places():
    x = claims("监测范围包括338个地级城市。", "338个", place="")
    y = claims("今年以来，全国383个地级城市平均优良天数比例为80.3%。", "383个", path="b.md", place="")
    (fact,) = link([*x, *y], Settings()).facts
    assert [(e.refusal, e.time) for e in fact.links] == [("", "same")]


# Whether the names of a measure of the whole country are enough, and the two articles.
COUNTRYWIDE = [
    (True, "2015年，我国科技进步对发展的贡献率达到55.1%。", "2015年，科技进步对经济社会发展的贡献率为55.3%。"),
    (False, "2015年，我国科技进步对发展的贡献率达到55.1%。", "2014年，科技进步对经济社会发展的贡献率为53.1%。"),
    (
        False,
        "2015年，我国科技进步对发展的贡献率达到55.1%。",
        "青岛市交出成绩单，2015年全市科技进步对发展的贡献率提高到62.2%，位列全省第一。",
    ),
    (False, "2015年，消费对增长的贡献率达到66.4%。", "2015年，科技进步对发展的贡献率为55.3%。"),
]


@pytest.mark.parametrize(("one_thing", "a", "b"), COUNTRYWIDE)
def test_measures_of_the_country(one_thing, a, b):
    shares = [[c for c in told(t, path=p, place="") if "%" in c.text] for t, p in ((a, "a.md"), (b, "b.md"))]
    facts = link([*shares[0], *shares[1]], Settings()).facts
    assert any(not e.refusal for f in facts for e in f.links) is one_thing


def test_those_that_do_something_are_not_all_there_are():
    x = claims("目前，全国有2000万贫困人口适合采用金融扶贫。", "2000万", place="")
    y = claims("四十年来，农村贫困人口累计减少7亿，贫困人口7亿多受益。", "7亿多", path="b.md", place="")
    facts = link([*x, *y], Settings()).facts
    assert not [e for f in facts for e in f.links if not e.refusal and e.time == "same"]


def test_two_steps_of_one_matter_are_no_slip():
    x, y = claims("去年，公司生产客车3460辆。", "3460辆"), claims("去年，公司卖出客车3640辆。", "3640辆", path="b.md")
    links = [e for f in link([*x, *y], Settings()).facts for e in f.links]
    assert not any(Slip.SWAP.value in e.reasons for e in links)
