"""Two counts of one name: of one matter, or of two, with the reason that parts them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from checker.linking.evidence.matter import apart
from checker.linking.pairs import Pair
from checker.linking.wording.profile import profile
from tests.claims.cases import told


@dataclass(frozen=True)
class Paper:
    """An article's text, its day and place, and which of its figures is meant."""

    text: str
    figure: str
    day: str = "2025-12-09"
    place: str = ""
    known: dict[str, str] = field(default_factory=dict)

    def claim(self, path):
        known = {"day": self.day, "place": self.place, **self.known}
        found = [c for c in told(self.text, path=path, **known) if c.text == self.figure]
        assert len(found) == 1, self
        return found[0]


def titled(paper, title):
    return replace(paper, known={"title": title})


def pair(one, other, path="b.md"):
    x, y = one.claim("a.md"), other.claim(path)
    return Pair(x, y, profile(x, (), {}), profile(y, (), {}), {})


NEXT = "2025-12-10"
LATER = "2026-03-10"

# Reason, and the papers whose figures it parts.
APART = [
    ("instance", Paper("市委党校本期结业学员846人。", "846人"), Paper("市委党校本期结业学员554人。", "554人", LATER)),
    (
        "scope",
        Paper("一期工程建有光伏200万千瓦。", "200万千瓦"),
        Paper("二期工程建有光伏180万千瓦。", "180万千瓦", LATER),
    ),
    # how far a disaster struck, by two days
    (
        "event",
        Paper("截至3日20时，暴雪造成全县62个村停电。", "62个"),
        Paper("截至5日20时，暴雪造成全县71个村、2.6万户停电。", "71个", NEXT),
    ),
    # net and gross; a house and its parts
    ("role", Paper("去年全县新增茶企86户。", "86户"), Paper("去年全县净增茶企52户。", "52户", NEXT)),
    ("scope", Paper("学校去年招生6200人。", "6200人"), Paper("学校东校区去年招生2100人。", "2100人", NEXT)),
    ("scope", Paper("银行城北支行存款86亿元。", "86亿元"), Paper("银行城南分行存款68亿元。", "68亿元", NEXT)),
    (
        "scope",
        titled(Paper("学校现有教师812人。", "812人"), "南湖大学的家底"),
        titled(Paper("现有教师286人。", "286人", NEXT), "走进南湖大学东校区"),
    ),
    (
        "scope",
        titled(Paper("青石大桥工程开工。青石大桥工程公司介绍，全长212公里。", "212公里"), "青石大桥工程公司"),
        titled(Paper("去年通车的云岭隧道全长186公里。", "186公里", NEXT), "云岭隧道"),
    ),
    ("season", Paper("去年全县春蚕产量486吨。", "486吨"), Paper("去年全县秋蚕产量264吨。", "264吨", NEXT)),
    (
        "event",
        Paper("邻国地震死亡人数升至272人。", "272人"),
        Paper("邻国地震死亡人数升至413人。", "413人", NEXT),
    ),
    (
        "purpose",
        Paper("今年中央财政安排832亿元，支持卫生事业发展。", "832亿元"),
        Paper("为加快社会保障体系建设，今年中央财政安排2762亿元。", "2762亿元"),
    ),
    (
        "matter",
        Paper("全市老旧小区共有1846个。", "1846个"),
        Paper("截至目前，全市累计完工老旧小区1416个。", "1416个", LATER),
    ),
    (
        "season",
        Paper("春运期间，全国铁路发送旅客3亿人次。", "3亿人次"),
        Paper("端午假期，铁路部门发送旅客4000万人次。", "4000万人次"),
    ),
    (
        "period",
        Paper("目前石油出口量提升到220万吨。", "220万吨"),
        Paper("此前石油出口量曾跌至100万吨。", "100万吨"),
    ),
    (
        "baseline",
        Paper("1-3月，全市物流总额507亿元，同比增长6%，增速比上年同期提高0.4个百分点。", "比上年同期提高0.4个百分点"),
        Paper("1-4月，全市物流总额679亿元，同比增长5.9%，比一季度回落0.1个百分点。", "回落0.1个百分点", LATER),
    ),
    ("matter", Paper("超过30个国家报告疫情。", "超过30个"), Paper("这一区域共有23个国家参加展会。", "23个")),
]

APART.append(
    (
        "season",
        Paper("6月末，全县肉牛存栏52.3万头。", "52.3万头", "2024-07-18"),
        Paper("12月末，全县肉牛存栏44.5万头。", "44.5万头", "2025-01-20"),
    )
)

# Papers whose figures may be compared.
TOGETHER = [
    (
        Paper("6月末，全县肉牛存栏52.3万头。", "52.3万头", "2024-07-18"),
        Paper("去年6月末，全县肉牛存栏44.5万头。", "44.5万头", "2025-01-20"),
    ),
    # a turn is of its own half of a sentence; what is kept once given is a running total
    (
        Paper("全区将办好第九届读书节；力争全年接待读者86万人次。", "86万人次"),
        Paper("力争全年接待读者92万人次。", "92万人次"),
    ),
    (Paper("全区市级以上非遗项目329项。", "329项"), Paper("全区市级以上非遗项目累计316项。", "316项", LATER)),
    # one is a mean by what it takes up
    (
        Paper("全区人均绿地面积2.7平方米。2026年底这一指标要达到2.9平方米。", "2.9平方米"),
        Paper("2026年底全区人均绿地面积要达到3.2平方米。", "3.2平方米"),
    ),
    (Paper("市委党校在校学员846人。", "846人"), Paper("市委党校在校学员554人。", "554人", LATER)),
    (Paper("上半年，全市财政收入达到832亿元。", "832亿元"), Paper("上半年，全市财政收入达到823亿元。", "823亿元")),
    (Paper("国庆期间，全市接待游客320万人次。", "320万人次"), Paper("国庆假期，全市接待游客302万人次。", "302万人次")),
    (
        Paper("截至2024年底，全县民宿214家。", "214家", place="松屿县"),
        Paper("截至2024年底，全县共有民宿241家。", "241家", place="松屿县"),
    ),
]


@pytest.mark.parametrize(("reason", "one", "other"), APART)
def test_two_matters(reason, one, other):
    assert apart(pair(one, other)) == reason
    assert apart(pair(other, one)) == reason


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_one_matter(one, other):
    assert apart(pair(one, other)) == ""


def test_one_article_tells_of_some_and_then_of_others():
    text = "2147个县开展居民养老保险，1334万人参保。2343个县开展新型农村养老保险试点，3.58亿人参保，覆盖面扩大。"
    one, other = (c for c in told(text) if c.text in ("1334万人", "3.58亿人"))
    assert apart(Pair(one, other, profile(one, (), {}), profile(other, (), {}), {})) == "matter"


def test_one_article_may_be_held_against_itself():
    text = "全市共有小学312所，教师总数达到8600人。经过多年努力，全市小学总数已达321所。"
    one, other = (c for c in told(text) if c.text.endswith("所"))
    assert apart(Pair(one, other, profile(one, (), {}), profile(other, (), {}), {})) == ""


def test_titles_that_name_two_things_of_one_sort():
    one = Paper("救援队现有注册队员326人。", "326人")
    other = Paper("出发前清点，全队连同预备的，有注册队员184人。", "184人", LATER)
    parted = [titled(one, "浔翼救援队获表彰"), titled(other, "淞舟救援队驰援灾区")]
    assert apart(pair(*parted)) == "matter"
    together = [titled(one, "浔翼救援队获表彰"), titled(other, "浔翼救援队驰援灾区")]
    assert apart(pair(*together)) == ""


def test_a_sum_of_all_years_is_not_a_sum_of_one():
    one, other = Paper("累计提交400项政策建议。", "400项"), Paper("围绕四个方面提出20项政策建议。", "20项")
    assert apart(pair(one, other)) == "behaviour"


def test_a_longer_name_of_a_line_tells_no_stretch_of_it():
    assert not apart(pair(Paper("地铁5号线全长32公里。", "32公里"), Paper("5号线全长34公里。", "34公里", LATER)))
    assert apart(pair(Paper("环湖公路全长32公里。", "32公里"), Paper("环湖公路东段全长12公里。", "12公里", LATER)))


def test_what_is_read_off_at_a_spot_is_of_that_spot():
    one, other = (
        Paper("部分地区积雪厚度超过1米。", "超过1米"),
        Paper("当地部分地区积雪厚度达到50厘米。", "50厘米", LATER),
    )
    assert apart(pair(one, other)) == "scope"
    one, other = Paper("白石水文站水位42.68米。", "42.68米"), Paper("白石水文站的水位到了42.86米。", "42.86米")
    assert apart(pair(one, other)) != "scope"


def test_a_count_before_a_change_is_not_the_one_after_it():
    one, other = Paper("报建审批事项共有65项。", "65项"), Paper("清理规范后的报建审批事项共42项。", "42项")
    assert apart(pair(one, other, "a.md")) == "period"
    assert apart(pair(one, other)) != "period"


def test_things_counted_twice_in_one_article_are_one_where_a_digit_differs():
    for other, reason in (("22名脑瘫患儿", ""), ("85名脑瘫患儿", "matter")):
        text = f"26名脑瘫患儿和家长一起来到医院。经过半年治疗，{other}中有5名出院。"
        x, y = (c for c in told(text) if c.text in ("26名", other[:3]))
        assert apart(Pair(x, y, profile(x, (), {}), profile(y, (), {}), {})) == reason
