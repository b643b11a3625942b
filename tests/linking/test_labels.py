"""One number under two names: those that cannot both be right, and those that may."""

from __future__ import annotations

import pytest

from checker.linking.evidence.labels import two_labels
from checker.linking.pairs import Pair, linked
from checker.linking.wording.profile import profile
from tests.claims.cases import extraction

# The number, and what two papers of one district say of it, where one name is wrong.
SWAPPED = {
    # words that exclude each other
    "1463名": ("研究院现有研发人员1463名。", "研究院里，销售人员1463名。"),
    "287件": ("2024年，全区法院审结刑事案件287件。", "2024年，全区法院审结知识产权案件287件。"),
    "46.73亿元": ("2024年，全区一般贸易进出口46.73亿元。", "2024年，全区跨境电商进出口46.73亿元。"),
    "138.6万平方米": ("园区占地面积138.6万平方米。", "园区建筑面积138.6万平方米。"),
    "174个": ("2024年，全区签约项目174个。", "2024年，全区开工项目174个。"),
    # words for what became of some of them, of which the first paper tells another number
    "1947人": (
        "2024年，全区报名4862人，体检1947人。",
        "2024年，全区有1947人报名。",
    ),
    # how much of a place is meant
    "86.4%": ("春节期间，赛道周边3公里内酒店入住率为86.4%。", "春节期间，全区酒店入住率为86.4%。"),
    "71.8毫米": ("昨日，中心城区降雨量71.8毫米。", "昨日，全区降雨量71.8毫米。"),
    # one of two that the first counts together
    "2476例": ("2024年，医院完成肝移植和肾移植手术2476例。", "2024年，医院仅肾移植手术就完成2476例。"),
    "31.7万吨": ("2024年，全区小麦和玉米产量31.7万吨。", "2024年，全区玉米产量31.7万吨。"),
    # a part for its whole
    "416公里": ("全区现有绿道1283公里，其中滨海绿道416公里。", "全区现有绿道416公里。"),
    "71.3万吨": (
        "2024年，全区生活垃圾无害化处理量87.6万吨，其中焚烧处理71.3万吨。",
        "2024年，全区处理生活垃圾71.3万吨。",
    ),
    # a name that the first paper has for another number
    "586处": ("普查中，全区复查古桥586处、新发现古桥124处。", "普查中，全区新发现古桥586处。"),
    # the number of the whole by the name of a part, of which the first paper tells another number
    "164.7万吨": ("全区冷库总库容164.7万吨，其中产地冷库58.2万吨。", "全区产地冷库库容164.7万吨。"),
    # a part by the name of the whole, beside a word that only begins like the part's own
    "2.36万张": (
        "全区共有床位3.52万张，其中护理型床位2.36万张。",
        "全区养老机构床位2.36万张，护理员3860名。",
    ),
    # a grade of which the first paper tells another number
    "176项": ("去年，全区在市级以上评选中获奖176项，其中国家级32项。", "去年，全区捧回国家级奖项176项。"),
    # two grades, of which there are never as many
    "68个": ("港口现有万吨级以上泊位68个。", "港口拥有68个5万吨级以上泊位。"),
    # those who did one deed
    "26家": ("由26家高校发起的松屿技术转移联盟揭牌。", "松屿技术转移联盟由26家企业发起。"),
}

# The same where both names may be right, or another number is meant.
ALIKE = {
    "1463名": ("研究院现有研发人员1463名。", "研究院里，1463名科研人员日夜攻关。"),
    "2476人": ("研究院研发人员2476人，均为硕士。", "研究院有硕士2476人。"),
    "128个": ("2024年，全区签约项目128个。", "2024年，全区128个项目签约。"),
    "46.7万吨": ("2024年，全区粮食产量46.7万吨。", "2024年，全区粮食总产46.7万吨。"),
    # what a share is measured by
    "64.2%": ("全区在校生2.46万人，其中公办学校1.58万人，占64.2%。", "看你问什么，在校生占64.2%。"),
    # a goal has the name of its result; a mean or a day's sum names nothing by itself
    "115.2亿元": ("全年营业收入116.8亿元，完成115.2亿元目标的101.4%。", "全年收入115.2亿元的目标没有变。"),
    "98.6万人次": ("当天发送旅客98.6万人次。", "集团发送旅客2068万人次，单日发送106.8万人次，刷新了98.6万人次纪录。"),
    # few digits are alike by chance
    "46个": ("2024年，全区签约项目46个。", "2024年，全区开工项目46个。"),
    # a paper that tells of both together
    "31.7万吨": ("2024年，全区小麦和玉米产量31.7万吨。", "2024年，全区玉米、小麦产量31.7万吨。"),
    # a place whose name ends like a word for a part of one
    "8623件": ("截至10月底，松山区专利拥有量8623件。", "截至10月底，全区专利拥有量8623件。"),
    # a whole told short, beside which a part has its name
    "1268.4亿元": (
        "全区银行业贷款余额1268.4亿元，制造业贷款余额286.3亿元。",
        "全区贷款余额1268.4亿元，投向制造业的286.3亿元。",
    ),
    "286.3亿元": (
        "全区银行业贷款余额1268.4亿元，制造业贷款余额286.3亿元。",
        "全区贷款余额1268.4亿元，投向制造业的286.3亿元。",
    ),
    # what was built of late is told of beside all there is
    "1283公里": ("全区绿道总长1283公里，去年建成绿道126公里。", "全区建成绿道1283公里。"),
    # a step of the same matter, told in other words
    "8127件": ("2024年，法院受理案件8463件，审结8127件。", "2024年，法院结案8127件。"),
    # a part in other words
    "3156件": (
        "去年，法院审结案件6030件，其中民事案件3156件。",
        "去年，法院审结民商事案件3156件，调解率61.2%。",
    ),
    # one grade of whatever
    "12.6万人": (
        "全区80岁以上老人12.6万人，其中90岁以上1.9万人。",
        "全区90岁以上老人1.9万人领取补贴，80岁以上的12.6万人免费体检。",
    ),
    # so few are alike by chance, but where they did one deed
    "26家": ("由26家高校发起的松屿技术转移联盟揭牌。", "松屿新材料联盟由26家企业发起。"),
    # two years, each in its own name
    "3860人": ("学校2024年招生3860人。", "学校2023届毕业生3860人。"),
    # the part is named where the whole's name stands
    "416公里": ("全区现有绿道1283公里，其中滨海绿道416公里。", "在滨海，全区现有绿道416公里。"),
}

# Two times, each stated.
THEN = ("2023年末，全区研发人员1463名。", "2024年末，全区销售人员1463名。")


def pair(one, other, figure, **known):
    x, y = (
        next(c for c in extraction(text, path, **known).claims if c.text == figure)
        for path, text in (("a.md", one), ("b.md", other))
    )
    return Pair(x, y, *(profile(c, _whole(c, t), {}) for c, t in ((x, one), (y, other))), {})


def _whole(claim, text):
    return next((c.metric.words for c in extraction(text, claim.article.path).claims if c.key == claim.whole), ())


@pytest.mark.parametrize(("figure", "papers"), SWAPPED.items())
def test_one_number_under_two_names(figure, papers):
    assert two_labels(pair(*papers, figure))
    assert two_labels(pair(*papers[::-1], figure))


@pytest.mark.parametrize(("figure", "papers"), ALIKE.items())
def test_one_number_under_names_that_may_be_one(figure, papers):
    assert not two_labels(pair(*papers, figure))
    assert not two_labels(pair(*papers[::-1], figure))


def test_two_stated_times():
    assert not two_labels(pair(*THEN, "1463名"))


def test_a_number_of_another_time_is_no_other_number():
    now = "参加调整的2463名，6月底全区在岗教师2612名。"
    then = extraction("全区在岗教师2463名。", "b.md", day="2025-01-20")
    x = next(c for c in extraction(now, "a.md", day="2025-07-20").claims if c.text == "2463名")
    y = next(c for c in then.claims if c.text == "2463名")
    assert not two_labels(Pair(x, y, profile(x, (), {}), profile(y, (), {}), {}))


def test_the_link_says_which_words_part_them():
    found = linked(pair(*SWAPPED["287件"], "287件"), 0, 1)
    assert found is not None
    assert (found.refusal, found.reasons) == ("label", ("刑事≠知识产权",))


def test_places_that_are_not_one_are_not_compared():
    x = next(
        c for c in extraction("2024年，石峡县审结刑事案件287件。", "a.md", place="石峡县").claims if c.text == "287件"
    )
    y = next(c for c in extraction("2024年，松屿区审结行政案件287件。", "b.md").claims if c.text == "287件")
    assert not two_labels(Pair(x, y, profile(x, (), {}), profile(y, (), {}), {}))
