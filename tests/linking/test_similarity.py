"""How alike the names of metrics are: pairs that are one, that are near, and that are different things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.linking.pairs import sentence_likeness
from checker.linking.wording.profile import canonical, weights
from checker.linking.wording.scoring import THRESHOLD
from checker.linking.wording.similarity import likeness, overlap, word_likeness

# Names of one and the same metric, whatever their length.
ONE = [
    ("高企", "高新技术企业"),
    ("科创平台", "科技创新平台"),
    ("规上工业企业", "规模以上工业企业"),
    ("归母净利润", "归属于上市公司股东的净利润"),
    ("教育集团", "教育集团"),
    ("智算规模", "智能算力规模"),
]

# Names that may be of one metric.
NEAR = [
    ("省重点实验室", "重点实验室"),
    ("城镇新增就业人数", "新增就业"),
]

# Names of different things.
APART = [
    ("学位", "教师"),
    ("企业", "学校"),
    ("图书馆", "停车位"),
    ("游客", "旅游收入"),
    ("", "教师"),
]

WORDS = st.lists(st.sampled_from(["高企", "平台", "科创", "教师", "学校", "规上", "产值", "园"]), max_size=5).map(tuple)


def score(a, b):
    return likeness(canonical(a), canonical(b), {}).score


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one(a, b):
    assert score(a, b) >= 0.8


@pytest.mark.parametrize(("a", "b"), NEAR)
def test_near(a, b):
    assert THRESHOLD / 2 <= score(a, b) < 1


@pytest.mark.parametrize(("a", "b"), APART)
def test_apart(a, b):
    assert score(a, b) < THRESHOLD / 2


def test_contrary_modifiers_cost_more_than_a_missing_one():
    missing = likeness(("学校",), ("公办", "学校"), {}).score
    assert likeness(("民办", "学校"), ("私立", "学校"), {}).score < missing < 1


def test_words_that_differ_in_one_character_are_not_one():
    assert score("第一产业增加值", "第二产业增加值") < 1


def test_rare_words_count_more_than_common_ones():
    weight = {"规上": 0.4, "榆垡": 1.0, "企业": 0.4}
    common = likeness(("规上", "企业"), ("企业",), weight).score
    rare = likeness(("榆垡", "企业"), ("企业",), weight).score
    assert rare < common


def test_reasons_name_what_met_softly_and_what_did_not():
    found = likeness(("科创", "平台"), ("国际", "科技创新", "平台"), {})
    assert found.reasons == ("科创≈科技创新",)
    assert (found.only_a, found.only_b) == ((), ("国际",))


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("平台", "平台", 1, 1),
        ("科创", "科技创新", 0.85, 0.85),
        ("创科", "科技创新", 0, 0),
        ("实验室", "重点实验室", 0.5, 0.6),
        ("企业", "学生", 0, 0),
        ("桩", "充电桩", 0.7, 0.7),
        ("区", "园区", 0, 0.6),
        ("", "学生", 0, 0),
    ],
)
def test_words(a, b, least, most):
    assert least <= word_likeness(a, b) <= most


def test_description_contained_in_a_longer_one():
    short = ("低空", "经济", "产业园")
    assert overlap(short, ("省内", "首个", *short), {}).score == 1
    assert overlap(short[:2], short, {}).score == 0


def test_a_word_weighs_less_the_more_metrics_have_it():
    class Told:
        def __init__(self, *words):
            self.words = words

    found = weights([Told("企业", "规上"), Told("企业", "高企"), Told("企业", "民营"), Told("企业", "规上")])
    assert found["企业"] < found["规上"]
    assert found["规上"] == found["高企"] == found["民营"]


def test_sentences_are_alike_but_for_their_numbers():
    assert sentence_likeness("现有学校42所、教师4200人。", "现有学校45所、教师4310人。") == 1
    assert sentence_likeness("现有学校42所。", "港口吞吐量完成1200万吨。") < 0.2
    assert sentence_likeness("", "现有学校42所。") == 0


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(a, b):
    one, other = likeness(a, b, {}), likeness(b, a, {})
    assert one.score == pytest.approx(other.score, abs=1e-3)
    assert 0 <= one.score <= 1


@given(WORDS.filter(bool))
def test_a_name_is_like_itself(words):
    assert likeness(words, words, {}).score == 1


@given(st.text(max_size=8), st.text(max_size=8))
def test_words_are_alike_either_way(a, b):
    assert word_likeness(a, b) == word_likeness(b, a)
    assert 0 <= word_likeness(a, b) <= 1


@pytest.mark.parametrize(
    ("one", "other", "meant"),
    [
        (("共享", "中药房"), ("医院", "牵头", "建成", "共享", "中药房"), True),
        (("智慧", "园"), ("沿海", "智慧", "园"), False),  # too short to name one thing
        (("共享", "中药房"), ("共享", "中药房", "平台"), False),
    ],
)
def test_two_long_words_name_what_is_the_first(one, other, meant):
    assert (overlap(one, other, {}).score > 0.8) is meant
