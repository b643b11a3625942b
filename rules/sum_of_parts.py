"""KW201: parts that do not add up to their total"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Behaviour,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    Sentence,
    Verdict,
    added,
    alike,
    amounts_in,
    base,
    breakdowns,
    clause_start,
    closed,
    complement,
    digits,
    disjoint,
    exact,
    exceeds,
    gap,
    interval,
    intervals,
    listed_below,
    more,
    names_of,
    of_all,
    one_list,
    open_ended,
    opened,
    opposed,
    parallel,
    partial,
    parts_of,
    phrase,
    point,
    remainders,
    run_of,
    show,
    slipped,
    some,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checker.rule import Claim

_TOTAL_BEHIND = re.compile(
    r"""
    ^[，、；]?
    (?:
        前?[一两二三四五六七八九十几0-9]{1,3}                                      # 三个村共
        [个批次项期县村乡镇地者种类年天月人处节场轮局盘季届周日段条度]{0,2}
      | 全年 | 上半年 | 全[省市县区镇村国程] | 前后 | 总 | 以上 | 死?伤亡?(?:人数)? | 各项
      | [\u4e00-\u9fff]{2,4} (?=合计|总计|共计|总共|一共)                           # 成本合计
    )?
    (?:
        (?:[一半](?:年|季|天|趟)|这么|总的)?(?:算?下来|[加合]起来|算起来|拢共|统共)，?(?![^0-9]*[净纯利余])
      | 共|合计|总计|共计|总共|一共|合共|全长
      | (?:(?<=季度)|(?<=半年)|(?<=全年)|(?<=三年)|(?<=两年)|(?<=五年))累计
      | 总(?=投资|投入|额|量|数|面积|产值|产量|价|里程|规模|长|重|建筑面积|容量|人口|吨位|装机)
    ) [^，。；：、0-9]{0,8}$
    """,
    re.VERBOSE,
)
_BY_SORT = re.compile(r"^(?:分|按|从)[^，。；：、0-9]{1,8}(?:看|分|来看|划分|而言)，")
_PRESENT = re.compile(
    r"应[到出].{0,12}实[到出].{0,14}(?:缺席|请假|缺勤|因故)|伤亡，[^，。；]{0,4}(?:死亡|遇难).{0,10}(?:受伤|重伤|轻伤)"
)
_MEDALS = re.compile(
    r"""
    (?P<a>[0-9]{1,3})\s?枚?金牌?、?\s?                     # 5金
    (?P<b>[0-9]{1,3})\s?枚?银牌?(?:、|和)?\s?              # 4银
    (?P<c>[0-9]{1,3})\s?枚?铜牌?                           # 6铜
    [^0-9。；]{0,8}?(?:共|总计|合计|总共|奖牌总?数)[^0-9。；，]{0,4}(?P<all>[0-9]{1,3})\s?(?:枚|块)
    """,
    re.VERBOSE,
)
# The last of a list that is of all there is: …和*其他业务收入分别为*.
_REST = re.compile(
    r"[和及与、]其[他它余][^，。；：、0-9]{0,6}?(?P<noun>[\u4e00-\u9fff]{2})(?:分别|依次)(?:为|是|达|实现)?",
    needs=("其他", "其它", "其余"),
)
_BACK = 60
_CHANGES = ("base", "delta", "gap", "goal")
# Parts that are more than their total are wrong whatever else the list may leave out.
_HALF = 0.5
# A total behind its list that is called one, whatever it is of: ，*总人数*119人.
_CALLED = re.compile(r"^[^，。；：、0-9]{0,6}，(?:总|一共|共计|合计|共有?)[^，。；：、0-9]{0,8}$")
# A total of more than was listed: ，*全部*航线合计28万人次.
_WIDER = re.compile("全部|所有|各类")
# What is left when parts are told, in a clause of its own: ，9家社区中心*合计*36.7万人次.
_LEFT = re.compile("，[^，。；：]{0,16}(?:合计|合共|一共|共|其余|余下|剩下|另|还有)[^，。；：0-9]{0,8}$")
# Two parts that may overlap make so nearly their total only where one of the three is slipped.
_SLIPPED = 0.025
# A slip of one digit leaves a rest of one digit, two neighbours in another order one of two that nine divides: 0.9, 27.
_TURNED = 2
# Longer lists are seldom left open.
_FEW = 3


@dataclass(frozen=True)
class SumOfParts(ArticleRule):
    """分项加起来，不等于总数。

    English: parts that do not add up to their total.

    ## 为什么
    总数和分项摆在同一句里，读者心算就能发现；多半是改了一处没有改另一处。

    ## 怎样判断
    “A、B，共N”“共N：A、B”“分部门看，A、B、C”以及“N，其中A、B”里，同类的分项逐个相加，按末位取整放宽之后仍不等于总数，就报告。
    列在总数下面的（由“投向、分为、来自”一类的词或冒号引出，或标点与总数前后不同），三项以上、合计与总数相差不到一成，或一个数改一位就加得起来的，报为警告。
    列全了的（有“共、合计”，列完说“三项、两部分组成”，或分项成对：出口与进口、新建与改扩建）报为错误。“分业务看，A、B和其他收入分别为”
    的总数可以在前面的段落里。
    “42条已修好25条，其余17条”一样，说了一项又说“其余、余下、剩下”的，两数之和与总数不等、相差不到两成，报为警告。
    “其中，出口A，增长5%；进口B，下降2%”一样各带增幅的，总数可以在前一句。“其中”列出的往往不全：分项两个以上、并列同类、
    合计与总数相差不到两成而又不相等，才报为警告；
    两三个分项的，还要差额像是笔误留下的（只有一位有效数字，或者是9的倍数）。

    ## 不报什么
    带“等、主要、大多”的开放列举，单独一个“其中”，合计只占总数一小部分的：列举没有列全。两个其中项相加大于总数而又不是一对反义词的：
    可能重叠（党员与女性），除非和总数只差百分之二三。“最、比、平均、累计”引出的数：不是分项。分项或总数是约数；取整能解释的差额；中间隔着句号、分号的。
    """

    code: ClassVar[str] = "KW201"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 11
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("全区今年实施水利项目⟦15个⟧，其中新建项目⟦7个⟧、改扩建项目⟦6个⟧。"),
        Clash("全县共有鱼塘⟦36处⟧，分布在6个乡镇，其中新挖⟦8处⟧、改造⟦19处⟧、清淤⟦11处⟧。"),
        Clean("全县共有鱼塘36处，分布在6个乡镇，其中新挖8处、改造19处、清淤9处。", because="加得起来"),
        Clash("队伍里有医生⟦12名⟧、护士⟦25名⟧，共⟦38名⟧。"),
        Clash("项目总投资⟦9.6亿元⟧，其中⟦5.2亿元⟧用于厂房建设，⟦2.3亿元⟧用于设备购置，⟦1.1亿元⟧用于研发。"),
        Clash("共接收捐赠款物⟦4862万元⟧，其中资金⟦3517万元⟧，物资折价⟦1435万元⟧。"),
        Clash("全区现有幼儿园98所，仅今年就新增⟦9所⟧，其中公办园⟦6所⟧、民办园⟦4所⟧。"),
        Clash("抽检的⟦120批次⟧样品中，合格⟦112批次⟧，不合格⟦10批次⟧。"),
        Clash(
            "全市贷款比年初增加⟦640亿元⟧。分部门看，住户贷款增加⟦180亿元⟧，企业贷款增加⟦380亿元⟧，其他贷款增加⟦30亿元⟧。"
        ),
        Clash("代表队获得⟦5金4银6铜共16枚⟧奖牌。"),
        Clash("代表队共获得⟦107枚金牌、81枚银牌、51枚铜牌，奖牌总数289枚⟧，创51项纪录。"),
        Clash("卫星搭载了⟦14项⟧实验，包括燃烧等⟦10项⟧微重力研究和胚胎发育等⟦9项⟧生命科学实验。"),
        Clash("全区⟦68所⟧中小学，小学⟦41所⟧、初中⟦14所⟧、九年一贯制学校⟦6所⟧、普通高中⟦5所⟧，在校学生9.86万人。"),
        Clash("全县现有学校⟦156所⟧，包括小学⟦86所⟧、教学点⟦31个⟧、初中⟦24所⟧、普通高中⟦6所⟧、特殊教育学校⟦1所⟧。"),
        Clash("园区有企业⟦43家⟧，按业态分为四类：制剂⟦17家⟧，原料药⟦9家⟧，医疗器械⟦11家⟧，检测服务⟦5家⟧。"),
        Clash("基地规划装机⟦400万千瓦⟧，包括风电⟦240万千瓦⟧和光伏⟦180万千瓦⟧，总投资236亿元。"),
        Clash(
            "全院职工⟦2960人⟧，比上年增加120人，由医生⟦1080人⟧、护士⟦1340人⟧、技师⟦360人⟧三部分构成。",
        ),
        Clash("全年到账经费⟦9.26亿元⟧，由财政拨款⟦5.12亿元⟧、社会捐赠⟦3.84亿元⟧两部分组成。"),
        Clash(
            "公司全年实现营业收入⟦31.9亿元⟧，增长21.3%。\n\n分业务看，轴承、齿轮、丝杠和其他业务收入分别为⟦14.6亿元⟧、⟦8.7亿元⟧、⟦6.2亿元⟧和⟦2.9亿元⟧。"
        ),
        Clash(
            "当天到发旅客98万人次，其中到达51.2万人次、发送⟦46.8万人次⟧。按车站分，东站、西站、北站三座车站分别发送旅客⟦16.3万人次⟧、⟦26.2万人次⟧和⟦2.3万人次⟧。"
        ),
        Clash("全县果园⟦9.6万亩⟧，按品种分，脐橙⟦5.2万亩⟧、蜜柚⟦2.1万亩⟧、柠檬及其他⟦1.5万亩⟧。"),
        Clash("码头总投资⟦12亿元⟧，由三部分构成：水工结构⟦6.4亿元⟧，装卸设备⟦3.1亿元⟧，征地补偿⟦1.5亿元⟧。"),
        Clash("全市外贸总值⟦362亿元⟧，增长4%。其中，出口⟦281亿元⟧，增长5%；进口⟦91亿元⟧，下降2%。"),
        Clash(
            "全市生产总值⟦210亿元⟧，增长5.2%。分产业看，第一产业增加值⟦20亿元⟧，增长3%；第二产业增加值⟦80亿元⟧，增长5%；第三产业增加值⟦120亿元⟧，增长6%。"
        ),
        Clash(
            "渔港改造总投资⟦46.8亿元⟧，由三部分构成：泊位⟦28.6亿元⟧，堆场、冷库等后方设施⟦11.3亿元⟧，航道疏浚⟦5.9亿元⟧。"
        ),
        Clash("落户新城的律所已有⟦42家⟧，包括国家级分支机构⟦9家⟧、本省律所⟦15家⟧、新设律所⟦16家⟧。"),
        Clash("今年筹资⟦3.82亿元⟧，投向河道疏浚⟦2.16亿元⟧、堤防加固⟦1.04亿元⟧、泵站更新⟦0.52亿元⟧，首批工程已开工。"),
        Clash("船队现有职工⟦2864名⟧，男职工⟦1752名⟧，女职工⟦1012名⟧，平均年龄46岁。"),
        Clean("今年筹资3.82亿元，重点投向河道疏浚2.16亿元、堤防加固1.04亿元、泵站更新0.52亿元。", because="只列了重点"),
        Clean("三条海岛航线分别运送12.6万人次、8.4万人次和5.3万人次，全部航线合计28.3万人次。", because="另有别的航线"),
        Clash("援建队伍里，医生⟦46人⟧、教师⟦38人⟧、农技员⟦25人⟧，总人数⟦119人⟧。"),
        Clean("援建队伍里，医生46人、教师38人、农技员25人，加上后勤保障，总人数119人。", because="另有后勤保障的"),
        Clean("调查队里，保护区职工19人，高校师生11人，志愿者6人。", because="三项并列，没有总数"),
        Clean("46支队伍里，境外28支，来自22个国家；境内18支。", because="22个是国家"),
        Clean("全市外贸总值372亿元，增长4%。其中，出口281亿元，增长5%；进口91亿元，下降2%。", because="加得起来"),
        Clean("全市外贸总值362亿元，增长4%。其中，出口281亿元，增长5%；加工贸易61亿元，下降2%。", because="没有列全"),
        Clash("稻谷卖了⟦4.6万元⟧，小龙虾卖了⟦7.2万元⟧，打工挣了⟦5.5万元⟧，一年下来收入⟦18.3万元⟧。"),
        Clean("稻谷卖了4.6万元，小龙虾卖了7.2万元，打工挣了5.5万元，一年下来净收入14.3万元。", because="说的是净收入"),
        Clash("拍卖会成交⟦46件⟧拍品，书画⟦26件⟧，瓷器⟦14件⟧，玉器⟦8件⟧，总成交额1.2亿元。"),
        Clash("事故造成⟦216人⟧伤亡，死亡⟦17人⟧，受伤⟦189人⟧。"),
        Clean(
            "全市贷款新增640亿元，其中，住户贷款新增180亿元，同比多增12亿元；企业贷款新增410亿元，同比少增26亿元。",
            because="多增的不是分项",
        ),
        Clash("种一亩辣椒，种苗⟦320元⟧、化肥⟦410元⟧、人工⟦600元⟧，成本合计⟦1230元⟧。"),
        Clash("⟦186门⟧选修课里，理工类⟦74门⟧，人文类⟦62门⟧，艺体类⟦60门⟧，学生网上抢课。"),
        Clash("这批项目共有⟦24个⟧，涉及水利⟦9个⟧、交通⟦7个⟧、教育⟦5个⟧、医疗⟦4个⟧，总投资28亿元。"),
        Clash("代表团获得金牌⟦36枚⟧、银牌⟦28枚⟧、铜牌⟦31枚⟧，奖牌总数⟦85枚⟧。"),
        Clean("全县果园9.6万亩，按品种分，脐橙5.2万亩、蜜柚2.1万亩，其余零星种植。", because="没有列全"),
        Clean(
            "全区68所中小学，小学41所、初中14所、九年一贯制学校6所、普通高中7所，在校学生9.86万人。", because="加得起来"
        ),
        Clean(
            "全县现有学校117所，包括小学86所、教学点31个、初中24所、普通高中6所、特殊教育学校1所。",
            because="教学点不算一所学校，其余加得起来",
        ),
        Clean("园区有企业43家，按业态分为四类：制剂17家，原料药9家，医疗器械11家。", because="四类只列了三类"),
        Clean("基地规划装机400万千瓦，包括风电240万千瓦和光伏150万千瓦，总投资236亿元。", because="“包括”不一定列全"),
        Clean(
            "全区企业320家，规上企业120家、外资企业90家、科技型企业98家，从业人员9.86万人。", because="几类企业可以重叠"
        ),
        Clean("全线共设车站28座，其中换乘站9座、地下站21座。", because="换乘站也可以是地下站"),
        Clean("报名的96人中，教师41人、医生32人、会计23人，党员18人。", because="前几项加得出总数，末一项是另一种分法"),
        Clean(
            "春节档里，甲片卖出8.2万张，上映12天累计卖出9.6万张，乙片卖出6.1万张，前两名合计14.3万张。",
            because="累计的不是分项",
        ),
        Clean("医院职工1260人，其中卫生技术人员980人，主任医师86人、副主任医师210人。", because="后两项又是前一项里的"),
        Clean("全区今年实施水利项目15个，其中新建项目8个、改扩建项目7个。", because="加得起来"),
        Clean(
            "全区藏书318万册，其中总馆162万册、东馆62万册、少儿馆60万册，各镇分馆合计34万册。", because="末项另成一句"
        ),
        Clean("全区现有幼儿园98所，仅今年就新增9所，其中公办园61所、民办园37所。", because="说的是全部幼儿园"),
        Clean("全区现有幼儿园98所，其中公办园61所。", because="只列了一个其中项"),
        Clean(
            "学校现有教师486人，其中北校240人（小学部150人、初中部90人），南校、东校分别为136人和110人。",
            because="括号里是北校自己的分项",
        ),
        Clean(
            "全县苗圃9.6万亩，其中乔木类4.3万亩、灌木类3.9万亩、藤本类0.5万亩，草本和其他0.9万亩。",
            because="“其他”也是分项",
        ),
        Clash("纳入整修的⟦42条⟧小巷已修好⟦25条⟧，其余⟦19条⟧月底前完工。"),
        Clash("集市上的⟦384个⟧摊位，当天出摊⟦371个⟧，余下⟦23个⟧因修棚歇业。"),
        Clash("书市入场⟦236家⟧书商，全部摆在三个展区：旧书⟦92家⟧、童书⟦81家⟧、文创⟦53家⟧；累计签约147家。"),
        Clash(
            "上半年卖出鲜花⟦12.9万箱⟧，比上年同期的11.2万箱增长15.2%。分市场看，对北方卖出⟦5.6万箱⟧，对南方卖出⟦3.4万箱⟧，对海外卖出⟦2.1万箱⟧，对其他市场卖出⟦1.2万箱⟧。"
        ),
        Clean("纳入整修的42条小巷已修好25条，其余17条月底前完工。", because="加得起来"),
        Clean("船上有15名船员、6名学徒，其余30人是乘客。", because="三项并列，没有总数"),
        Clean("全团86人里演员45人，比上年多7人；余下41人是乐手和舞台人员。", because="多7人不是分项"),
        Clean("站长说：4月底1611户，年初1574户，四个月进来68户，走了31户。", because="年初的数不是分项"),
        Clean("全区现有企业320家，其中上市公司6家、高新技术企业85家。", because="其中项没有列全"),
        Clean("外贸总值1243亿元，其中出口812亿元、进口430亿元。", because="差额在取整之内"),
        Clean("全区现有技师98人，其中党员61人、女性30人等。", because="列举是开放的"),
        Clean(
            "全县用水量731.68万吨，其中灌溉用水358.04万吨，生态用水332.89万吨。",
            because="差额不像笔误，另有别的用水",
        ),
        Clean("实现营业收入20.5亿元，利润2.3亿元，合计纳税3.1亿元。", because="不是分项与总数"),
    )
    nearness: float = field(default=0.2, metadata={"doc": "列举的合计与总数相差多大比例之内才算列全"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports totals that the sum of their closed list of parts denies."""
        for sentence in extraction.sentences:
            yield from self._medals(extraction, sentence)
        told: list[Claim] = []
        for sentence, amounts, before in amounts_in(extraction):
            yield from self._of_all(sentence, amounts, told)
            told = [*told[-_BACK:], *amounts]
            found: list[Discrepancy] = []
            if len(amounts) + bool(before) > 2:
                found += self._among(amounts, before)
                found += self._told_total(amounts)
                found += self._sorted(sentence, amounts, before)
            found += self._complements(amounts)
            for whole, part, left in remainders(amounts, before):
                found += self._wrong(whole, [part, left], self.nearness, certain=False)
            if len(amounts) > 2:
                found += self._headed(amounts, {d.claims[0].key for d in found})
            yield from found
            yield from self._each_told(amounts, before, {d.claims[0].key for d in found})

    def _each_told(
        self, amounts: Sequence[Claim], before: Sequence[Claim], known: Collection[tuple[str, int]]
    ) -> Iterator[Discrepancy]:
        """其中，出口A，增长5%；进口B，下降2%: parts told with their growth, of a total not ``known`` to be wrong."""
        for told in breakdowns(amounts, before) if len(amounts) > 1 else ():
            if told.whole.key not in known:
                if _left_open(told.whole, told.parts) and not told.sure:
                    continue
                yield from self._wrong(told.whole, told.parts, self.nearness * told.nearness, certain=told.sure)

    def _among(self, amounts: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Discrepancy]:
        """Lists opened by 其中."""
        for whole, told in parts_of(amounts, before, loose=True):
            parts = one_list([p for p in told if alike(p, whole)])
            if len(parts) < 2 or whole.figure.comparator not in (Comparator.EQ, Comparator.AT_MOST):
                continue
            text = parts[0].sentence.text
            text = text[max(0, parts[0].figure.start - 12) : parts[-1].figure.end + 8]
            names = names_of(parts)
            if open_ended(text) or partial(names):
                continue
            paired = opposed(names)
            if len(parts) == 2 and not paired and exceeds(parts, whole) and not _is_near(whole, parts, _SLIPPED):
                continue
            nearness = self.nearness * (1 if paired else 0.6 if parallel(names) else 0.25 + 0.15 * (len(parts) > 2))
            if self._told_on(whole, parts, amounts) or (more(names) and not _one_slip(whole, parts)):
                continue
            totals = (whole, *_risen(whole, parts[0], amounts))
            for total in totals if paired else [t for t in totals if not _left_open(t, parts)]:
                yield from self._wrong(total, parts, nearness, certain=paired and len(parts) == 2)

    def _told_on(self, whole: Claim, parts: Sequence[Claim], amounts: Sequence[Claim]) -> bool:
        """Whether the clause behind the parts tells what is left of the total: 其中A、B，*其余C*."""
        left = next((c for c in amounts if c.figure.start > parts[-1].figure.end and alike(c, whole)), None)
        if left is None or not _LEFT.match(gap(parts[-1], left)):
            return False
        told, each = interval(whole), intervals([*parts, left])
        return told is not None and each is not None and not disjoint(added(each), told)

    def _told_total(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """A、B，共N and 共N：A、B."""
        for i, whole in enumerate(amounts):
            if whole.figure.comparator is not Comparator.EQ or whole.role == "base":
                continue  # A调至B，C不变，总数*从D*变为E
            led = i > 0 and not alike(amounts[i - 1], whole) and len(gap(amounts[i - 1], whole)) < 8
            before = run_of(amounts[max(0, i - 12) : i - led][::-1], whole)[::-1]
            words = gap(before[-1], whole) if len(before) > 1 else ""
            behind_them = bool(words) and _TOTAL_BEHIND.match(_stripped(words))
            if behind_them and (_of_two_spans(before) or _WIDER.search(words)):
                continue
            if behind_them or (len(before) > 1 and of_all(before, whole)):
                yield from self._wrong(whole, before, self.nearness, certain=True)
            elif words and _CALLED.match(words) and not _WIDER.search(words) and _one_slip(whole, before):
                yield from self._wrong(whole, before, self.nearness / 2, certain=False)

    def _headed(self, amounts: Sequence[Claim], known: Collection[tuple[str, int]]) -> Iterator[Discrepancy]:
        """Lists below a total, however they are opened, that come so near it that nothing of it can be left."""
        for i, whole in enumerate(amounts[:-2]):
            if whole.key in known or whole.role in _CHANGES or not exact(whole):
                continue
            parts = listed_below(whole, amounts[i + 1 : i + 15])
            if not parts or (len(parts) == 2 and some(whole, parts) and not exceeds(parts, whole)):
                continue
            if closed(whole, parts):
                nearness = max(self.nearness, _HALF) if exceeds(parts, whole) else self.nearness
                yield from self._wrong(whole, parts, nearness, certain=True)
            elif (opened(whole, parts) and len(parts) > 2 and not more(names_of(parts))) or _one_slip(whole, parts):
                yield from self._wrong(whole, parts, self.nearness / 2, certain=False)

    def _complements(self, amounts: Sequence[Claim]) -> Iterator[Discrepancy]:
        """抽查120批次，合格112批次，不合格10批次; 应到385人，实到362人，缺席13人; 党员2864名，男党员…，女党员…."""
        for whole, a, b in zip(amounts, amounts[1:], amounts[2:], strict=False):
            if not (alike(whole, a) and alike(a, b)) or "其中" in gap(whole, a):
                continue
            told = whole.sentence.text[max(0, whole.figure.start - 8) : b.figure.end + 4]
            names = names_of([a, b])
            if complement(names) or _PRESENT.search(told):
                yield from self._wrong(whole, [a, b], self.nearness, certain=False)
            elif opposed(names) and not partial(names) and "；" not in gap(whole, a):
                yield from self._wrong(whole, [a, b], self.nearness / 2, certain=False)

    def _sorted(self, sentence: Sentence, amounts: Sequence[Claim], before: Sequence[Claim]) -> Iterator[Discrepancy]:
        """分部门看，A、B、C: the parts of an amount of the sentence before."""
        if not _BY_SORT.match(sentence.text) or not before or len(amounts) < 3:
            return
        first = next((i for i, c in enumerate(amounts) if len(run_of(amounts[i : i + 3], c)) > 1), 0)
        parts = run_of(amounts[first:], amounts[first])
        tail = sentence.text[parts[-1].figure.end : parts[-1].figure.end + 8]
        wholes = [c for c in before if c.kind is Kind.QUANTITY and alike(c, parts[0]) and _said(c) == _said(parts[0])]
        wholes = [c for c in wholes if c.role not in _CHANGES] or wholes
        each = intervals(parts)
        made = added(each) if each else None
        if made is None or any((told := interval(c)) and not disjoint(made, told) for c in wholes):
            return
        if len(parts) > 2 and wholes and not open_ended(tail):
            yield from self._wrong(wholes[-1], parts, self.nearness / 2, certain=False)

    def _of_all(self, sentence: Sentence, amounts: Sequence[Claim], told: Sequence[Claim]) -> Iterator[Discrepancy]:
        """分业务看，A、B和其他业务收入分别为…: the parts, the rest among them, of an amount told further up."""
        if len(amounts) < 3 or not _BY_SORT.match(sentence.text):
            return
        rest = _REST.search(sentence.text)
        if not rest:
            return
        first = next((i for i, c in enumerate(amounts) if c.figure.start >= rest.end()), len(amounts))
        parts = run_of(amounts[first:], amounts[first]) if first < len(amounts) else []
        each = intervals(parts)
        if len(parts) < 3 or each is None:
            return
        wholes = [c for c in told if alike(c, parts[0]) and rest["noun"] in c.metric.text and c.role == "value"]
        if not any((of := interval(c)) and not disjoint(added(each), of) for c in wholes):
            near = [c for c in wholes if _is_near(c, parts, self.nearness / 4)]
            if len({point(c) for c in near}) == 1:
                yield from self._wrong(near[0], parts, self.nearness / 4, certain=False)

    def _medals(self, extraction: Extraction, sentence: Sentence) -> Iterator[Discrepancy]:
        """5金4银6铜共16枚奖牌."""
        for m in _MEDALS.finditer(sentence.text) if "铜" in sentence.text else ():
            each, told = [int(m[k]) for k in "abc"], int(m["all"])
            before = sentence.text[clause_start(sentence.text, m.start()) : m.start()]
            if sum(each) != told and "每" not in before:  # 每项设1金、2银、3铜，共产生金牌18枚
                start, end = m.span()
                written = "＋".join(map(str, each))
                yield self.report(
                    [phrase(extraction, sentence, start, end)],
                    f"奖牌数与分项不符：{written}＝{sum(each)}，文中写{told}",
                    work=f"{written} ＝ {sum(each)} ≠ {told}",
                    verdict=Verdict.CONTRADICTION,
                )

    def _wrong(self, whole: Claim, parts: Sequence[Claim], nearness: float, *, certain: bool) -> Iterator[Discrepancy]:
        told, each = interval(whole), intervals(parts)
        value = base(whole)
        points = [base(p) for p in parts]
        if told is None or each is None or value is None or not value.point:
            return
        if (same := [p for p in parts if p.value and whole.value and p.value.unit == whole.value.unit]) != [*parts]:
            # One that is counted by another word may be no part.
            own = intervals(same)
            if own is None or not disjoint(added(own), told):
                return
        if any(_each(p) or p.figure.comparator is not Comparator.EQ for p in parts) or any(
            v is None or v.point is None for v in points
        ):
            return
        if whole.figure.comparator is Comparator.AT_MOST:
            slack = (value.step or Fraction(0)) / 2
            told = told._replace(low=value.point - slack, high=value.point + slack)
        total = sum((v.point for v in points if v is not None and v.point is not None), Fraction(0))
        made = [added(each[:n]) for n in range(2, len(each) + 1)]
        if any(not disjoint(m, told) for m in made) or not _close(total, value.point, nearness):
            return
        k = value.point / whole.value.point if whole.value and whole.value.point else Fraction(1)
        unit = whole.value.unit if whole.value else ""
        written = "＋".join(show(v.point / k, "") for v in points if v is not None and v.point is not None)
        yield self.report(
            [whole.told_as("total"), *(p.told_as("part") for p in parts)],
            f"分项之和与总数不符：{written}＝{show(total / k, unit)}，文中写{whole.text}",
            work=f"{written} ＝ {show(total / k, unit)} ≠ {show(value.point / k, unit)}",
            level=Level.ERROR if certain else Level.WARNING,
            verdict=Verdict.CONTRADICTION if certain else Verdict.SUSPECT,
        )


def _one_slip(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether one slip in one of the numbers makes the parts add up to their total."""
    return slipped([whole, *parts], lambda n: not disjoint(added(n[1:]), n[0])) is not None


def _is_near(whole: Claim, parts: Sequence[Claim], nearness: float) -> bool:
    total, value = sum((point(p) or Fraction(0) for p in parts), Fraction(0)), point(whole)
    return value is not None and _close(total, value, nearness)


def _left_open(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether two or three parts leave so odd a rest of their total that no slip of the pen is behind it."""
    total, value = sum((point(p) or Fraction(0) for p in parts), Fraction(0)), point(whole)
    if value is None or total >= value or len(parts) > _FEW:
        return False
    rest = digits(value - total)
    return len(rest) > 1 and (len(rest) > _TURNED or int(rest) % 9 != 0)


def _of_two_spans(parts: Sequence[Claim]) -> bool:
    """Whether some amounts are all that came so far and others what came of late: *累计*票房9亿元, 票房6亿元."""
    return len({p.behaviour is Behaviour.CUMULATIVE for p in parts}) > 1


def _risen(whole: Claim, part: Claim, amounts: Sequence[Claim]) -> list[Claim]:
    """The rise right before a part, which its list may tell of instead of the level: 现有98所，新增9所，其中…."""
    at = bisect_left(amounts, part.figure.start, key=lambda c: c.figure.end)
    near = [c for c in amounts[max(0, at - 1) : at] if c.role == "delta" and c.key != whole.key]
    return [c for c in near if alike(c, part) and "其中" in gap(c, part)]


def _said(claim: Claim) -> bool:
    """Whether an amount is told as an increase."""
    return bool(
        re.search(
            r"(?:增加?|新增|增长|减少?)(?:了|约|近)?$",
            claim.sentence.text[max(0, claim.figure.start - 4) : claim.figure.start],
        )
    )


def _each(part: Claim) -> bool:
    """Whether a number is told of several things each: 导游和司机各1人."""
    return part.sentence.text[max(0, part.figure.start - 2) : part.figure.start].endswith(("各", "各有", "每"))


def _close(total: Fraction, told: Fraction, nearness: float) -> bool:
    return abs(total - told) <= abs(told) * Fraction(str(nearness))


def _stripped(words: str) -> str:
    """What follows the last mark of a list: the words that lead to the total."""
    return re.sub(r"^[^，。；：、0-9]{0,10}(?=[，；])", "", words)
