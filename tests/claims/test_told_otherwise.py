"""Figures that a verb, a list, a title or a length of time names, and no noun right at them."""

from __future__ import annotations

import pytest

from checker.model import Kind
from tests.claims.cases import only, told

# The words of the metric → (figure, text).
READS = {
    ("服务", "时长"): [("86万小时", "全区志愿者累计服务时长86万小时。")],
    ("志愿服务", "时长"): [("86万小时", "全区志愿者累计志愿服务86万小时。")],
    ("候车", "时间"): [
        ("12分钟", "平均候车时间由20分钟缩短到12分钟。"),
        ("20分钟", "平均候车时间由20分钟缩短到12分钟。"),
    ],
    ("佛像",): [("420尊", "寺内现存佛像420尊。"), ("420尊", "寺内现存420尊佛像。")],
    ("法律", "服务", "工作室"): [("36个", "全区建成法律服务工作室36个。"), ("36个", "全区现有36个法律服务工作室。")],
    ("现场", "签约"): [("8.8亿元", "现场签约总额8.8亿元。"), ("8.8亿元", "现场签约总额达8.8亿元。")],
    ("接待",): [("12万人次", "春节期间接待总量12万人次。"), ("12万人次", "春节期间共接待12万人次。")],
    ("执行", "到位"): [("2180万元", "上半年执行到位2180万元。")],
    ("碳中和", "绿色", "债券"): [("15亿元", "公司成功发行碳中和绿色债券，规模15亿元。")],
    ("服务业", "企业"): [("126家", "服务业企业继续壮大，9月底达到126家。")],
    ("县域", "经济", "百强"): [("第46位", "县域经济百强榜单揭晓，该县位列第46位。")],
    ("制造业", "企业", "500强"): [
        ("第173位", "昨日，制造业企业500强榜单揭晓，4家上榜。其中，甲公司以682亿元的营业收入位列第173位。")
    ],
    ("群众", "安全感"): [("全省第8", "去年，该县群众安全感以99.1分位列全省第8。")],
    ("旅客", "吞吐量"): [("第四", "旅客吞吐量在全省8座机场中排名第四。")],
    ("制造业", "占", "税收"): [("36.4%", "税收中有36.4%来自制造业。"), ("36.4%", "制造业贡献了36.4%的税收。")],
    ("电商", "示范村"): [("17个", "全县17个村获评省级电商示范村。"), ("17个", "全县把17个村培育成省级电商示范村。")],
    ("跨境电商", "交易"): [
        ("50.1亿元", "50.1亿元——这是去年的跨境电商交易规模。"),
        ("同比增长13%", "50.1亿元——这是去年的跨境电商交易规模，同比增长13%。"),
    ],
    ("软件", "营收"): [("翻了两番", "软件营收在2020年的基础上翻了两番。")],
    ("棋手",): [("728名", "728名棋手同场对弈。")],
    ("院校",): [("1530所", "公司与1530所院校携手育人。")],
    ("企业", "研发", "中心"): [("12家", "全区建成12家企业研发中心。")],
    ("不良贷款率",): [("1.18%", "年末不良贷款率1.18%。")],
}


@pytest.mark.parametrize(
    ("named", "figure", "text"), [(named, *case) for named, cases in READS.items() for case in cases]
)
def test_reads(named, figure, text):
    assert only(text, figure, place="").metric.words == named


@pytest.mark.parametrize(
    "text",
    ["展览将持续10天。", "新增数量3万个。", "全年共有12家。"],
)
def test_leaves_unnamed(text):
    assert told(text) == []


def test_a_length_of_time_is_an_amount_where_it_was_gathered():
    assert only("累计服务时长86万小时。").kind is Kind.QUANTITY


def test_a_part_keeps_the_name_of_its_total():
    assert only("农民合作社86家，其中21家合作社获评省级示范社。", "21家").metric.predicate == "获评省级示范社"


def test_an_object_before_a_measure_has_no_numbers_in_it():
    words = only("道路长3公里，签约项目118个，金额300万元。", "300万元", place="").metric.words
    assert not any(w[0].isdigit() for w in words)
