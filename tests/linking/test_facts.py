"""Facts: two papers' figures of one thing meet, those of two things do not, in any order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from checker.linking import facts as module
from checker.linking import link
from checker.settings import Settings
from tests.claims.cases import extraction

if TYPE_CHECKING:
    import random

# Pairs of texts of two papers that speak of one thing.
READS = [
    ("截至11月底，全区上市高企7家。", "截至11月底，全区上市高新技术企业达到8家。"),
    ("全区科创平台达到339家。", "全区科技创新平台达到342家。"),
    ("全区共有16个教育集团。", "全区教育集团达到18个。"),
    ("全区规模以上工业企业达到297家。", "目前，全区规上工业企业达到301家。"),
    ("2024年，全区接待游客120万人次。", "去年，全区共接待游客126万人次。"),
    ("前三季度，全区旅游收入18亿元。", "今年前三季度，全区实现旅游收入21亿元。"),
    ("截至4月底，全区组建家庭医生团队186个。", "全区家庭医生团队达到162个。"),
]

# Pairs of texts that share words and speak of two things.
IGNORES = [
    ("全区共有16个教育集团。", "全区教师达到1800人。"),
    ("2024年，全区接待游客120万人次。", "2024年，全区旅游收入126亿元。"),
    ("全区图书馆达到16座。", "全区停车场达到18座。"),
    ("12月9日上午9时30分。", "12月8日上午9时30分。"),
    ("", ""),
]

# Pairs that meet as one thing and may not be compared, with the reason.
REFUSED = [
    ("scope", "截至11月底，全区上市高新技术企业7家。", "截至11月底，槐安市上市高新技术企业达到82家。"),
    ("scope", "滨河医疗集团现有职工5860人。", "滨河医疗集团东院区现有职工1680人。"),
    ("status", "全区高新技术企业达到412家。", "力争全区高新技术企业达到500家。"),
    ("level", "全区省级以上专精特新企业达到156家。", "全区市级以上专精特新企业达到230家。"),
    ("level", "全区现有省级非遗工坊26家。", "全区创建市级非遗工坊26家。"),
    ("period", "2024年，全区接待游客120万人次。", "2023年，全区接待游客96万人次。"),
]

TEXTS = sorted({t for pair in READS for t in pair} | {t for _, a, b in REFUSED for t in (a, b)})


def claims(*texts):
    return [c for n, text in enumerate(texts) for c in extraction(text, f"{n}.md").claims]


CORPUS = claims(*TEXTS)


def linked(*texts, aliases=()):
    return link(claims(*texts), Settings(aliases=aliases))


@pytest.mark.parametrize(("a", "b"), READS)
def test_reads(a, b):
    (fact,) = linked(a, b).facts
    (found,) = fact.links
    assert (found.a, found.b, found.refusal) == (0, 1, "")
    assert len({c.article.id for c in fact.claims}) == 2


@pytest.mark.parametrize(("a", "b"), IGNORES)
def test_ignores(a, b):
    assert linked(a, b).facts == ()


@pytest.mark.parametrize(("reason", "a", "b"), REFUSED)
def test_refused_and_counted(reason, a, b):
    found = linked(a, b)
    assert [e.refusal for f in found.facts for e in f.links] == [reason]
    assert found.not_assessable == {reason: 1}


LISTED = (
    "截至6月底，全县涉农企业贷款余额38.6亿元，小微企业贷款余额46.2亿元。",
    "截至8月底，全县小微企业贷款余额40.8亿元，涉农企业贷款余额42.4亿元。",
)


def test_what_a_list_tells_by_its_name_is_not_the_next_of_the_list():
    found = [{f.claims[e.a].text, f.claims[e.b].text} for f in linked(*LISTED).facts for e in f.links]
    assert found == [{"38.6亿元", "42.4亿元"}, {"46.2亿元", "40.8亿元"}]


def test_what_no_list_tells_beside_it_may_be_of_it():
    a, b = "截至6月底，全县涉农企业贷款余额38.6亿元。", "截至8月底，全县小微企业贷款余额40.8亿元。"
    assert len(linked(a, b).facts) == 1


def test_a_name_that_a_list_tells_three_times_says_of_none_whose_it_is():
    a = "截至6月底，全县有茶厂12家，职工860人；有酒厂9家，职工540人；有纸厂6家，职工420人。"
    b = "截至8月底，全县有茶厂14家，职工910人；有酒厂8家，职工480人；有纸厂5家，职工390人。"
    met = [{f.claims[e.a].text, f.claims[e.b].text} for f in linked(a, b).facts for e in f.links]
    assert not any(text.endswith("人") for pair in met for text in pair)


def test_a_link_says_why():
    (fact,) = linked(*READS[0]).facts
    assert any("指标名" in r or "≈" in r for r in fact.links[0].reasons)
    assert 0 < fact.links[0].score <= 1


def test_newsroom_names_of_one_metric_meet():
    a, b = "全区口袋公园达到42处。", "全区街角绿地达到45处。"
    assert linked(a, b).facts == ()
    (fact,) = linked(a, b, aliases=(("口袋公园", "街角绿地"),)).facts
    assert len(fact.claims) == 2


def test_growth_is_found_beside_its_level():
    facts = linked("前三季度，全区旅游收入18亿元，同比增长12%。", "前三季度，全区实现旅游收入21亿元。").facts
    (levels,) = [f for f in facts if f.growth]
    assert [g.text for g in levels.growth] == ["同比增长12%"]


def test_facts_of_one_text_printed_twice_in_one_article_meet():
    text = "全区高新技术企业达到412家。\n\n高新技术企业达到421家。"
    (fact,) = link(claims(text), Settings()).facts
    assert [c.text for c in fact.claims] == ["412家", "421家"]


def test_claims_of_a_fact_are_in_order_of_publication():
    late = extraction(READS[0][0], "a.md", day="2025-12-20").claims
    early = extraction(READS[0][1], "b.md", day="2025-12-02").claims
    (fact,) = link([*late, *early], Settings()).facts
    assert [c.article.id for c in fact.claims] == ["b.md", "a.md"]


def test_what_reprints_tell_is_compared_once(monkeypatch):
    reprinted = claims(*TEXTS, *TEXTS, *TEXTS)
    one_by_one, compared = module.link_of, []

    def counting(*pair):
        compared.append(pair)
        return one_by_one(*pair)

    monkeypatch.setattr(module, "link_of", counting)
    found, few = link(reprinted, Settings()), len(compared)
    monkeypatch.setattr(
        module, "Between", lambda told, weight: lambda a, b: module.link_of(told[a], told[b], weight, a, b)
    )
    assert link(reprinted, Settings()) == found
    assert few * 4 < len(compared) - few


@hypothesis(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_same_for_any_order(rng: random.Random):
    mixed = CORPUS[:]
    rng.shuffle(mixed)
    assert link(mixed, Settings()) == link(CORPUS, Settings())


def test_links_point_into_their_fact():
    for fact in link(CORPUS, Settings()).facts:
        for e in fact.links:
            assert 0 <= e.a < e.b < len(fact.claims)


def test_sectors_are_two_things():
    texts = "2024年，全区第一产业增加值120亿元。", "据统计，2024年全区实现第二产业增加值860亿元。"
    assert [e for f in linked(*texts).facts for e in f.links if not e.refusal] == []
