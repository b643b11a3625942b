"""What 分别 is said of where its own clause names no list."""

from __future__ import annotations

import pytest

from checker.antecedents import antecedent, goes_on

# A text up to 分别, how many things it is said of, and where they are told; None where they are not.
TOLD = [
    ("东渡、西渡、南渡三港最忙，上半年", 3, ["东渡、西渡、南渡", "三港"]),
    ("石榴、核桃、花椒种在三面坡上，亩产", 3, ["石榴、核桃、花椒"]),
    ("石榴、核桃和花椒都熟了，亩产", None, []),  # 和 and what is done with all of it: the list is not closed
    ("书房设在东湖社区、西关社区、南街社区，藏书", 3, ["东湖社区、西关社区、南街社区"]),
    ("剧目分四个板块：“红”“绿”“蓝”“古”，", 4, ["“红”“绿”“蓝”“古”"]),
    ("四个季度发电量", 4, ["四个季度"]),
    ("三期工程用地", 3, ["三期"]),
    ("围绕三个方面列出20件事，各方面", 3, ["三个"]),
    ("前三季度，全市造林", None, []),
    ("近五年来，全市造林", None, []),
    ("两条线、三座站开通，日均客流", None, []),  # two counts
    ("运粮86万吨、运煤64万吨、运沙5万吨，同比", None, []),
    ("东渡、西渡、南渡三港最忙，男女职工", None, []),
    ("东渡、西渡、南渡三港最忙，粮食和煤炭", None, []),
    ("东渡、西渡、南渡四港最忙，上半年", None, []),  # the list and its number disagree
    ("东渡、西渡、南渡三港最忙。上半年", None, []),
]


@pytest.mark.parametrize(("text", "number", "wanted"), TOLD)
def test_antecedent(text, number, wanted):
    """The nearest list or number of things before 分别."""
    found = antecedent(f"{text}分别为", len(text))
    told = [text[s.start : s.end] for s in found.spans] if found else []
    assert (found.number if found else None, sorted(told)) == (number, sorted(wanted))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("，累计49人；投入", True),
        ("，合计9亿元，占地", True),
        ("；粮食和煤炭", False),
        ("；男女职工", False),
        ("。投入", False),
    ],
)
def test_goes_on(text, *, holds):
    """What can stand between two lists of values of the same things."""
    assert goes_on(text, 0, len(text)) is holds
