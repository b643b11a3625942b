"""Two ranks of one list: told with one long number, one move, or one rank beside them."""

from __future__ import annotations

import pytest

from checker.linking.candidates import candidate, stubs
from checker.linking.pairs import Pair, linked
from checker.linking.wording.editions import edition, of_one_edition, of_two_lists
from checker.linking.wording.profile import profile
from checker.model import Kind
from tests.claims.cases import extraction, told

# Two papers some months apart, of one edition of a list.
ONE = [
    ("全区营商环境得分93.26分，居全省第7位。", "全区营商环境得分93.26分，排在全省第9位。"),
    ("在全国高新区综合评价中，全区列第36位，前移4位。", "在全国高新区综合评价中，全区排在第34位，上升了4个位次。"),
    ("全区旅游品牌价值286.4亿元，居全省第三位。", "全区旅游品牌价值286.4亿元，在全省排第四位。"),
]
TWO = [
    ("全区营商环境得分93.26分，居全省第7位。", "全区营商环境得分94.18分，居全省第9位。"),
    ("在全国高新区综合评价中，全区列第36位，前移4位。", "在全国高新区综合评价中，全区列第31位，前移5位。"),
    ("在全国高新区综合评价中，全区列第36位。", "在全国高新区综合评价中，全区列第31位。"),
]


def ranks(papers):
    days = ("2025-02-20", "2025-08-12")
    found = (
        [c for c in told(p, path=f"{d}.md", day=d) if c.kind is Kind.RANK] for p, d in zip(papers, days, strict=True)
    )
    (x,), (y,) = found
    return Pair(x, y, profile(x, (), {}), profile(y, (), {}), {})


@pytest.mark.parametrize("papers", ONE)
def test_one_edition(papers):
    pair = ranks(papers)
    found = linked(pair, 0, 1)
    assert edition(pair.x) & edition(pair.y)
    assert found is not None
    assert (found.refusal, found.time) == ("", "same")


@pytest.mark.parametrize("papers", TWO)
def test_two_editions(papers):
    pair = ranks(papers)
    assert not edition(pair.x) & edition(pair.y)


APART = [
    ("2024年一季度，茶叶产量增速居全市第三。", "2024年上半年，茶叶产量增速居全市第二。"),
    ("2024年，海带产量居全省第四。", "2024年，扇贝产量居全省第三。"),
    ("2024年，进出口总额居全省第四。", "2024年，进出口总额增速居全省第二。"),
]


@pytest.mark.parametrize("papers", APART)
def test_ranks_of_two_lists_are_not_weighed(papers):
    pair = ranks(papers)
    assert of_two_lists(pair)
    found = linked(pair, 0, 1)
    assert found is None or not found.odds
    assert not of_two_lists(ranks((papers[0], papers[0].replace("第三", "第五").replace("第四", "第五"))))


def test_a_number_of_four_digits_makes_names_one():
    papers = ("省属企业经营业绩考核揭晓，全区矿业以96.38分列第四位。", "考核得分96.38分，全区矿业列第三位。")
    assert of_one_edition(ranks(papers))
    assert linked(ranks(papers), 0, 1).score > 0.7
    both = ("营商环境评价得88.73分，列第11名；法治环境列第3名。", "法治环境列全省第3名，总分88.73分。")
    first = [c for c in told(both[0], path="a.md") if c.text == "第11名"]
    second = [c for c in told(both[1], path="b.md") if c.kind is Kind.RANK]
    apart = Pair(first[0], second[0], profile(first[0], (), {}), profile(second[0], (), {}), {})
    assert not of_one_edition(apart)
    assert not of_one_edition(ranks(("考核得分96分，全区矿业列第四位。", "考核得分96分，全区矿业列第三位。")))


def standing(papers, days=("2025-02-20", "2025-08-12")):
    """The last ranks of two papers, with what both are told of."""
    found = []
    for paper, day in zip(papers, days, strict=True):
        claims = extraction(paper, f"{day}.md", day=day).claims
        last = [c for c in claims if c.kind is Kind.RANK][-1]
        found.append(next(candidate(s, claims[s.number], "") for s in stubs(claims, {}) if claims[s.number] is last))
    a, b = found
    return Pair(a.claim, b.claim, a.profile, b.profile, {}, a.qualifies_as(b), a.stands_with(b))


# Told of one and the same amount, whenever, and whether or not anything names it.
AMOUNTS = [
    ("全区茶叶产量8.62万吨，居全省第三位。", "8.62万吨的茶叶产量居全省第四位。"),
    ("全区特种纸年产能8万吨，居国内第三位。", "8万吨的特种纸年产能居国内第四位。"),
]
OTHER_AMOUNTS = [
    ("全区茶叶产量8.62万吨，居全省第三位。", "全区茶叶产量8.71万吨，居全省第四位。"),
    ("全区特种纸年产能8万吨，居国内第三位。", "全区特种纸年产能9万吨，居国内第四位。"),
]


@pytest.mark.parametrize("papers", AMOUNTS)
def test_ranks_of_one_amount_are_of_one_time(papers):
    found = linked(standing(papers), 0, 1)
    assert found is not None
    assert (found.refusal, found.time) == ("", "same")


@pytest.mark.parametrize("papers", OTHER_AMOUNTS)
def test_ranks_of_two_amounts_need_not_be(papers):
    found = linked(standing(papers), 0, 1)
    assert found is None or found.refusal


def test_few_digits_tell_no_time_in_papers_of_other_years():
    found = linked(standing(AMOUNTS[1], ("2023-02-20", "2025-08-12")), 0, 1)
    assert found is None or found.refusal


def test_the_rank_that_something_came_from_is_not_of_its_amount():
    papers = ("全区茶叶产量8.62万吨，居全省第四位。", "全区茶叶产量8.62万吨，由第六位升至第四位。")
    x, y = (extraction(p, f"{n}.md").claims for n, p in enumerate(papers))
    base = next(c for c in y if c.role == "base" and c.kind is Kind.RANK)
    rank = next(c for c in x if c.kind is Kind.RANK)
    pair = Pair(rank, base, profile(rank, (), {}), profile(base, (), {}), {}, anchored=True, alongside=True)
    found = linked(pair, 0, 1)
    assert found is None or found.refusal
