"""What a verb and a unit tell of a measure: two papers' words for one meet, and those of two measures do not."""

from __future__ import annotations

import pytest

from checker.lexicon import load
from checker.linking.pairs import Pair, linked
from checker.linking.wording.measures import measures
from checker.linking.wording.profile import profile
from checker.linking.wording.rival_measures import two_measures
from tests.claims.cases import only

ONE = [
    ("去年，海棠剧团演出186场。", "186场", "海棠剧团去年登台168次。", "168次"),
    ("去年，槐安博物馆接待观众26.3万人次。", "26.3万人次", "去年，23.6万人次走进槐安博物馆展厅。", "23.6万人次"),
    ("2024年，槐安市寄出快件2.31亿件。", "2.31亿件", "2024年，槐安市快递业务量为2.13亿件。", "2.13亿件"),
    ("到去年底，槐安市累计治理沙化土地86万亩。", "86万亩", "到去年底，槐安市累计治沙68万亩。", "68万亩"),
    ("2024年，槐安地铁运送乘客1.26亿人次。", "1.26亿人次", "2024年，槐安地铁客流达到1.32亿人次。", "1.32亿人次"),
    ("去年，槐安机场起降航班2.6万架次。", "2.6万架次", "去年，槐安机场起降飞机2.9万架。", "2.9万架"),
    ("去年，槐安港靠泊船舶1.8万艘次。", "1.8万艘次", "去年，1.6万艘船舶靠泊槐安港。", "1.6万艘"),
    ("槐安湖大桥总投资18.6亿元。", "18.6亿元", "槐安湖大桥花了16.8亿元。", "16.8亿元"),
    ("去年，槐安轮渡载客231.6万人次。", "231.6万人次", "去年，213.6万人坐过槐安的船。", "213.6万人"),
    ("9月15日，槐安市转移群众6.1万人。", "6.1万人", "9月15日，槐安市5.8万人离开低洼的家。", "5.8万人"),
    ("去年，槐安市农业保险赔付2.6亿元。", "2.6亿元", "去年，槐安市农户拿到的农业保险赔款有2.4亿元。", "2.4亿元"),
    ("今年，槐安花椒收购均价每斤42元。", "42元", "今年，槐安花椒地头价是一斤38元。", "38元"),
]
# The same of two measures, or of some and of all.
TWO = [
    ("2024年，槐安市揽收快件2.31亿件。", "2.31亿件", "2024年，槐安市投递快件2.13亿件。", "2.13亿件"),
    ("去年，槐安市法院受理案件1860件。", "1860件", "去年，槐安市法院审结案件1680件。", "1680件"),
    ("到去年底，槐安市光伏装机86万千瓦。", "86万千瓦", "到去年底，槐安市新增装机68万千瓦。", "68万千瓦"),
    ("去年，槐安集团产铁186万吨。", "186万吨", "去年，槐安集团粗钢产量168万吨。", "168万吨"),
    ("去年，槐安市销售苹果26.3万吨。", "26.3万吨", "去年，槐安市苹果产量23.6万吨。", "23.6万吨"),
    ("去年，海棠剧团演出186场。", "186场", "海棠剧团去年登台1680次。", "1680次"),
    ("2024年，槐安地铁运送乘客1.26亿人次。", "1.26亿人次", "2024年，槐安公交运送乘客1.32亿人次。", "1.32亿人次"),
    ("去年，槐安市新建农村公路168公里。", "168公里", "去年，槐安市养护农村公路186公里。", "186公里"),
    ("去年，槐安山索道运送游客3.58万人次。", "3.58万人次", "去年，槐安山接待游客3.85万人次。", "3.85万人次"),
    ("槐安市有公交车1860辆。", "1860辆", "去年，槐安市公交车发车1680辆次。", "1680辆次"),
]


def pair(one, figure, other, second):
    x = only(one, figure, path="a.md", day="2025-01-14", place="槐安市")
    y = only(other, second, path="b.md", day="2025-01-22", place="槐安市")
    return Pair(x, y, profile(x, (), {}), profile(y, (), {}), {})


@pytest.mark.parametrize("case", ONE)
def test_two_words_for_one_measure_meet(case):
    found = linked(pair(*case), 0, 1)
    assert found is not None
    assert (found.refusal, found.time) == ("", "same")


@pytest.mark.parametrize("case", TWO)
def test_two_measures_of_one_unit_stay_apart(case):
    assert pair(*case).measure == ("", 0.0)


def test_a_goal_and_a_result_are_not_one_measure():
    told = pair("会上提出，今年接待游客260万人次的目标。", "260万人次", "今年，全市已接待游客238万人次。", "238万人次")
    assert told.measure[0] == ""


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("槐安博物馆去年迎来观众26万人次。", "26万人次", "参观"),
        ("全市集中供热面积达到6250万平方米。", "6250万平方米", "供热"),
        ("全市新增数字孪生平台860个。", "860个", ""),
        ("交船、接单分别为37艘和44艘。", "44艘", "订单"),
    ],
)
def test_the_clause_tells_the_measure(text, figure, name):
    assert (name in measures(only(text, figure))) if name else measures(only(text, figure)) == ()


def test_each_measure_names_dimensions_and_words_of_its_own():
    table = load("measures")["measures"]
    for name, entry in table.items():
        told, other = set(entry["told"].split()), set(entry["not"].split())
        assert told, name
        assert not told & other, name


def test_figures_of_one_gathering_are_of_one_time():
    one = "槐安湖音乐节10月7日落幕，三天里乐迷消费达到9.2亿元。"
    other = "槐安湖音乐节散了场，账也算了出来，乐迷吃住行花掉8.6亿元。"
    found = linked(pair(one, "9.2亿元", other, "8.6亿元"), 0, 1)
    assert found is not None
    assert (found.refusal, found.time) == ("", "same")
    dated = other.replace("账也", "2023年的账也")
    assert linked(pair(one, "9.2亿元", dated, "8.6亿元"), 0, 1) != found


def test_a_word_more_is_allowed_only_where_a_slip_explains_the_numbers():
    report = "2024年，槐安市寄出快件2.31亿件。"
    assert pair(report, "2.31亿件", "2024年，槐安市跨境快递业务量为2.13亿件。", "2.13亿件").measure[0] == "快递"
    assert pair(report, "2.31亿件", "2024年，槐安市跨境快递业务量为1.86亿件。", "1.86亿件").measure[0] == ""


def test_the_size_of_one_work_is_not_that_of_several():
    one = "槐安湖大桥总投资18.6亿元，明年建成。"
    assert pair(one, "18.6亿元", "槐安湖大桥造价达到16.8亿元。", "16.8亿元").measure[0] == "投资"
    assert pair(one, "18.6亿元", "槐安湖大桥附近新签约项目12个，总投资16.8亿元。", "16.8亿元").measure[0] == ""


def test_a_short_form_of_a_name_is_no_word_of_the_measure():
    one = "槐安师范学院现有全日制在校生1.86万人。"
    found = pair(one, "1.86万人", "槐安师院在校生1.92万人。", "1.92万人")
    assert found.measure[0] == "在校生"


def test_a_verb_of_being_there_costs_nothing_beside_one_noun():
    found = pair("公司在槐安市布局换电站212座。", "212座", "公司在槐安市运营换电站221座。", "221座")
    assert found.scored[0] > 0.8
    other = pair("槐安市医院编制床位620张。", "620张", "槐安市医院开放床位600张。", "600张")
    assert other.like[0].score < 0.8


def test_a_level_stays_one_whatever_verb_tells_it():
    found = pair(
        "全市供热面积达到6250万平方米。", "6250万平方米", "全市5250万平方米的房屋纳入集中供热。", "5250万平方米"
    )
    assert found.measure[0] == "供热"
    link = linked(found, 0, 1)
    assert link is not None
    assert link.refusal == ""


def test_what_counted_things_did_may_stand_in_the_other_name():
    one = "全市完成27条黑臭水体整治。"
    other = "三年间，槐安市37条黑臭水体先后完成整治。"
    assert pair(one, "27条", other, "37条").scored[0] > 0.62


def test_a_word_for_one_measure_rules_out_another():
    came = pair(
        "2024年，槐安湖景区接待游客186万人次。", "186万人次", "2024年，槐安湖景区接待入境游客18.6万人次。", "18.6万人次"
    )
    assert came.measure == ("", 0.0)
    assert two_measures(came)
    assert linked(came, 0, 1).refusal == "matter"
    assert not two_measures(pair(*ONE[1]))
    unknown = pair("2024年，槐安市接待游客186万人次。", "186万人次", "2024年，槐安市办理业务168万人次。", "168万人次")
    assert not two_measures(unknown)


@pytest.mark.parametrize(
    ("text", "figure", "dimension"),
    [
        ("去年，槐安市医院做了手术3.2万台。", "3.2万台", "台次"),
        ("去年，槐安市园区发出包裹58.6万件。", "58.6万件", "个体"),
        ("去年，槐安港靠泊船舶1.8万艘。", "1.8万艘", "台次"),
    ],
)
def test_only_what_takes_turns_is_counted_as_turns(text, figure, dimension):
    assert profile(only(text, figure), (), {}).dimension == dimension
