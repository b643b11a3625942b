"""The noun phrases on either side of a figure: the words first, then the texts they are read from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.metrics.following import following, thing
from checker.claims.metrics.masking import blank, without_asides
from checker.claims.metrics.phrases import before
from checker.claims.metrics.slots import boundaries, slots
from checker.figures import figures
from checker.model import Span

# Words → texts that end with them, or with them and a verb of having.
BEFORE = {
    "规上工业总产值": ["规上工业总产值", "全区规上工业总产值达到", "实现规上工业总产值", "规上工业总产值累计"],
    "高新技术企业": ["高新技术企业", "高新技术企业已达", "新认定高新技术企业", "全区高新技术企业共有"],
    "税收收入": ["税收收入为", "一季度实现税收收入", "税收收入约"],
    "停车位": ["新增停车位", "建成停车位", "停车位增加到"],
}

NOTHING_BEFORE = ["", "据了解", "目前", "其中", "共有", "达到", "为"]

# Words → texts that begin with them after a measure word.
FOLLOWING = {
    "教育集团": ["教育集团", "教育集团，覆盖", "教育集团和学校", "的教育集团"],
    "学校": ["学校", "学校、", "学校达到标准"],
    "培训机构": ["培训机构"],
    "签约项目": ["签约项目"],
}

VERBS = {
    ("新增",): "新增停车位",
    ("达到",): "停车位达到",
    ("建成",): "建成停车位",
}


def span(text):
    return Span(0, len(text))


@pytest.mark.parametrize(("words", "text"), [(w, t) for w, ts in BEFORE.items() for t in ts])
def test_before(words, text):
    assert "".join(before(text, span(text)).words) == words


@pytest.mark.parametrize("text", NOTHING_BEFORE)
def test_nothing_before(text):
    assert before(text, span(text)).words == ()


@pytest.mark.parametrize(("words", "text"), [(w, t) for w, ts in FOLLOWING.items() for t in ts if t[0] != "的"])
def test_following(words, text):
    assert "".join(following(text, span(text)).words) == words


@pytest.mark.parametrize("text", ["", "，覆盖", "的教育集团", "、", "以上。"])
def test_nothing_following(text):
    assert following(text, span(text)).words == ()


@pytest.mark.parametrize(("verbs", "text"), VERBS.items())
def test_verbs_between_phrase_and_figure(verbs, text):
    assert before(text, span(text)).verbs == verbs


def test_what_opens_and_ends_a_change():
    assert before("面积由", span("面积由")).opens == "由"
    assert before("增加到", span("增加到")).reaches
    assert not before("面积为", span("面积为")).reaches


def test_share_keeps_its_whole():
    text = "民营企业占规上企业的"
    found = before(text, span(text))
    assert (found.words, "".join(found.share_of)) == (("民营企业",), "规上企业")


def test_phrase_says_where_it_stands():
    text = "全区规上工业总产值达到"
    found = before(text, span(text))
    assert text[found.span.start : found.span.end] == "规上工业总产值"


def test_commas_of_a_number_end_no_clause():
    text = "总产值1,258亿元,增加值212亿元，利润18亿元。"
    assert boundaries(text, figures(text, None)) == [0, *(text.index(c) + 1 for c in (",增", "，利", "。"))]


def test_slots_stop_at_clauses_and_figures():
    text = "学校42所、幼儿园31所，学生4.1万人。"
    found = slots(text, figures(text, None))
    assert [text[s.left.start : s.left.end] for s in found] == ["学校", "、幼儿园", "学生"]
    assert [s.clause for s in found] == [0, 0, 1]
    assert [s.after for s in found] == [None, 0, None]


def test_date_at_a_figure_is_its_own():
    text = "由上年的30.7亿元增加到38.2亿元。"
    assert [s.dated for s in slots(text, figures(text, None)) if "亿元" in s.figure.text] == ["上年", ""]


def test_thing_that_is_first_ends_with_its_head():
    text = "首个集制造、家居于一体的训练场，占地36亩。"
    assert thing(text, Span(2, len(text))).words[-1] == "训练场"


def test_asides_are_blanked_but_for_those_with_figures():
    text = "企业（含分支）42家（不含8家停业）。"
    told = without_asides(text, figures(text, None))
    assert len(told) == len(text)
    assert "分支" not in told
    assert "停业" in told


def test_blank_keeps_offsets():
    assert blank("甲乙丙丁", [Span(1, 3)]) == "甲  丁"
    assert blank("甲乙", []) == "甲乙"


@given(st.text(alphabet="企业学校增加到由占的了、，。共有新增规上12家个（）", max_size=40))
def test_phrases_stand_where_they_say(text):
    for found in (before(text, span(text)), following(text, span(text)), thing(text, span(text))):
        assert 0 <= found.span.start <= found.span.end <= len(text)
        at = found.span.start
        for word in found.words:
            at = text.index(word, at) + len(word)
        assert at <= max(found.span.end, found.span.start)


# What stands before a figure that no name begins or ends with → texts that end with it.
TRIMMED = {
    "水库": ["至此水库", "其实水库", "栽下水库", "水库其实", "水库最多"],
    "茶园": ["除了茶园", "茶园第一次", "收回茶园", "捧回茶园"],
    "地头价": ["地头价是一斤", "地头价只有一斤"],
    "保额": ["保额从每口网箱", "保额每口网箱", "保额由初步核算的"],
    "": ["其实", "自己", "这里", "第一次", "余下", "所以", "恰恰"],
}


@pytest.mark.parametrize(("words", "text"), [(w, t) for w, ts in TRIMMED.items() for t in ts])
def test_what_is_no_part_of_a_name(words, text):
    assert "".join(before(text, span(text)).words) == words


@pytest.mark.parametrize("text", ["高新技术企业", "巡回演出", "远程会诊", "建设进度", "医院本部", "网箱长"])
def test_what_looks_so_and_is_part_of_a_name(text):
    assert "".join(before(text, span(text)).words) == text


@pytest.mark.parametrize(("text", "end"), [("调整为9所", 3), ("改为9所", 2), ("收完了", 3)])
def test_a_verb_behind_a_number_names_nothing(text, end):
    assert following(text, Span(0, end), unit="亩").words == ()


def test_an_adverb_may_be_half_of_a_description():
    assert "".join(following("全新及改装车型", Span(0, 7), unit="款").words) == "全新改装车型"
