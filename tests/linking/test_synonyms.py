"""The thesaurus of the names of metrics: what is one, what is near, and what is to be kept apart."""

from __future__ import annotations

from collections import Counter

import pytest

from checker.claims.metrics.deeds import same_deed
from checker.lexicon import load
from checker.linking.wording.profile import canonical
from checker.linking.wording.similarity import word_likeness

# Names of one metric in unlike words, among them words that the segmenter cuts apart.
SAME = [
    ("善款", "捐款"),
    ("接诊量", "诊疗人次"),
    ("进出港旅客", "旅客吞吐量"),
    ("归母净利", "归母净利润"),
    ("污水管道", "污水管网"),
    ("机场起降架次", "机场飞机起降架次"),
    ("项目总建筑面积", "项目建筑面积"),
    ("用地面积", "占地"),
    ("参展企业", "参展商"),
    ("公共厕所", "公厕"),
    ("旧改", "老旧小区改造"),
    ("各项信贷余额", "各项贷款余额"),
    ("最低生活保障标准", "低保标准"),
    ("游客接待量", "接待游客"),
    ("细颗粒物平均浓度", "PM2.5平均浓度"),
    ("翻新校舍", "改造校舍"),
    ("不良贷款率", "不良率"),
]

# Words that are mostly one thing, and not one to the thesaurus.
NEAR = [("病床", "床位"), ("公交车", "车辆"), ("市民", "居民"), ("农村", "乡村"), ("工单", "诉求")]

# Names that a checker must keep apart, however often they stand side by side.
KEPT_APART = [
    ("总收入", "利润"),
    ("净利润", "利润"),
    ("营业收入", "净利润"),
    ("招生计划", "录取人数"),
    ("录取新生", "报到新生"),
    ("投资额", "到位资金"),
    ("总投资", "到位资金"),
    ("签约项目", "开工项目"),
    ("开工项目", "投产项目"),
    ("开工项目", "竣工项目"),
    ("在校生", "新生"),
    ("在校生", "毕业生"),
    ("低保户", "低保对象"),
    ("床位", "编制床位"),
    ("工业增加值", "工业总产值"),
    ("常住人口", "户籍人口"),
    ("存款余额", "贷款余额"),
    ("门诊人次", "急诊人次"),
    ("门诊人次", "住院人次"),
    ("门诊人次", "门急诊人次"),
    ("诊疗人次", "门诊人次"),
    ("授权专利", "申请专利"),
    ("发明专利", "专利"),
    ("发明专利拥有量", "每万人口发明专利拥有量"),
    ("建成项目", "在建项目"),
    ("中标金额", "成交金额"),
    ("合同额", "成交额"),
    ("签约额", "到位资金"),
    ("受灾面积", "成灾面积"),
    ("失踪人员", "失联人员"),
    ("月活", "日活"),
    ("进口", "出口"),
    ("客运量", "货运量"),
    ("行政村", "自然村"),
    ("民警", "辅警"),
    ("授信额度", "贷款余额"),
    ("产能", "产量"),
    ("结婚登记", "婚姻登记"),
    ("垃圾处理能力", "垃圾处理量"),
    ("慰问金", "慰问品"),
    ("税收", "税费"),
    ("一般公共预算收入", "一般公共预算支出"),
    ("国家标准", "行业标准"),
]


def groups(*tables):
    return [(table, line.split()) for table in tables for line in load("synonyms")[table]]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_metric_in_unlike_words(a, b):
    assert sorted(canonical(a)) == sorted(canonical(b)) or canonical(a)[-1:] == canonical(b)[-1:] == ("游客",)


@pytest.mark.parametrize(("a", "b"), NEAR)
def test_near_words_are_not_one(a, b):
    assert canonical(a) != canonical(b)
    assert word_likeness(a, b) == word_likeness(b, a) == 0.7


@pytest.mark.parametrize(("a", "b"), KEPT_APART)
def test_kept_apart(a, b):
    one, other = set(canonical(a)), set(canonical(b))
    assert one != other
    assert all(word_likeness(x, y) != 0.7 for x in one - other for y in other - one)


@pytest.mark.parametrize(("table", "group"), groups("same", "deeds"), ids=lambda v: v if isinstance(v, str) else v[0])
def test_every_word_of_a_group_is_read_as_the_first(table, group):
    assert len(group) > 1, table
    assert {canonical(word) for word in group} == {canonical(group[0])}


def test_no_word_stands_in_two_groups():
    seen = Counter(word for _, group in groups("same", "deeds") for word in group)
    assert [word for word, times in seen.items() if times > 1] == []


def test_no_two_groups_are_read_alike():
    firsts = [canonical(group[0]) for _, group in groups("same", "deeds")]
    seen = Counter(words for words in firsts if words)
    assert [words for words, times in seen.items() if times > 1] == []


def test_near_words_are_words_that_comparing_meets():
    torn = [word for _, group in groups("near") for word in group if canonical(word) != (word,)]
    assert torn == []


def test_an_abbreviation_is_read_as_what_it_stands_for():
    table = load("synonyms")["abbreviations"]
    unlike = [(short, long) for short, longs in table.items() for long in longs if canonical(short) != canonical(long)]
    assert unlike == []


def test_a_word_inside_another_is_left_alone():
    assert "国企" not in canonical("中国企业")
    assert canonical("纯净利用") != canonical("纯净利润用")


def test_deeds():
    assert same_deed("售出住房", "卖出住房")
    assert same_deed("完成翻新", "完成改造")
    assert not same_deed("建成学校", "在建学校")
