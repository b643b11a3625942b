"""What is told as 其中 of a total, and where that ends."""

from __future__ import annotations

from tests.claims.cases import told


def parts(text: str, **known: str) -> list[str]:
    """The figures of a text that are told as parts of another."""
    return [c.text for c in told(text, **known) if c.scope.part]


def test_parts_end_with_the_clause_that_lists_them():
    assert parts("农作物受灾6.2万亩，其中绝收1.1万亩；水产养殖受灾2300亩。") == ["1.1万亩"]
    assert parts("全县共有获奖项目30项，其中：一等奖3项；二等奖5项；三等奖22项。") == ["3项", "5项", "22项"]


def test_rate_of_its_own_is_told_of_no_part():
    assert parts("毕业生620人，其中升学207人，占33.4%，就业率95.1%。") == ["207人", "33.4%"]


def test_two_sides_of_a_change_are_of_one_mean():
    before, now, more = told("每天开行的动车组列车由原来的32对增加到38对，增加的6对全部放在早晚高峰。")
    assert before.scope.levels == now.scope.levels == more.scope.levels == ("日均",)
    assert told("每天开行列车32对，全年运送旅客38万人次。")[1].scope.levels == ()


def test_parts_of_things_that_only_their_number_names_are_some_of_them():
    told_so = told("全县茶厂120家。这86家中，国有厂25家、民营厂61家。")
    assert [c.role for c in told_so] == ["value", "subset", "subset"]
    assert [c.role for c in told("全县茶厂120家，国有厂45家。")] == ["value", "value"]


def test_a_part_named_by_its_body_or_branch_alone_is_named_by_its_total_too():
    whole, part = told("全区在校生3.2万人，其中民办学校0.8万人。")
    assert part.metric.words == ("民办学校", *whole.metric.words)
    whole, part = told("全年赔付支出24亿元，其中农险8亿元。")
    assert part.metric.words == ("农险", *whole.metric.words)
    assert told("全年总收入24亿元，其中门票收入8亿元。")[1].metric.words == ("门票", "收入")


def test_parts_are_told_in_both_measures_of_their_total():
    total, sum_, some, spent = told("截至7月底，累计立项课题198个、7020万元，其中园区112个、3940万元。")
    assert [c.role for c in (total, sum_, some, spent)] == ["value", "value", "subset", "subset"]
    assert (some.whole, spent.whole) == (total.key, sum_.key)


def test_a_list_that_makes_its_total_up_to_the_digit_is_of_its_parts():
    assert parts("镇上有茶厂36家，国有25家、民营11家。") == ["25家", "11家"]
    assert parts("镇上有茶厂36家，国有25家、民营12家。") == []
