"""KW203: a share that cannot be"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    Portion,
    Sample,
    Sentence,
    Status,
    Verdict,
    alike,
    by_sentence,
    exact,
    explained,
    gap,
    interval,
    leading_slips,
    makes,
    numbers_in,
    phrase,
    point,
    portions,
    rated,
    show,
    slipped,
    takes,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim

_OVER = re.compile(
    r"完成|目标|任务|计划|预算|超|覆盖|利用率|自给|同比|增长|相当于|供求|求人|负债|杠杆|拨备|充足率|比上年|占用"
)
# So many amounts before a share, and behind it, can be what it is told of; so many before a rate.
_BEFORE, _BEHIND, _FEW = 80, 8, 8
# From this weight on the words of a share point at its sides.
_POINTED = 2
# A share that is off by more is of something else.
_TWICE = 2
_SHARES_OF = re.compile(r"占(?:比|了)?(?:依次|分别)(?:为|是|达)$|(?:依次|分别)占$")
_LISTED = re.compile(r"^(?:、|和|及|与|以及)$")
_BARE = re.compile(
    r"""
    ^[^，。；：0-9%]{0,14} (?:、|，|和|及)
    (?: (?:[^，。；：、0-9%]{1,12}、){0,3} [^，。；：、0-9%]{1,12}                           # 智慧水利、文化等其他项目
      | (?:[0-9]+(?:岁|年|元|万元|亩|人|分|小时)?(?:至|到|—|-|～))? [0-9]+ (?:岁|年|元|万元|亩|人|分|小时)
        (?:及?以[上下内])? [^，。；：、0-9%]{0,8}                                        # 19至40岁的
    ) (?:占(?:比|了|到)?(?:为|达)?) $
    """,
    re.VERBOSE,
)
# What is answered by so many, to the end of its clause: 52%*的人表示满意*，.
_SAID = re.compile(r"的?(?P<said>[^，。；：、0-9%]{2,16})(?=[，、。；])")
_LEADS = re.compile(r"[，、](?:还|另|仅|只)?有?(?:约|近)?")
_SHARES = (Kind.SHARE, Kind.RATE)
_OVERLAP = re.compile(r"其中|多选|同时|既|也有|分别有|分别占|以上学历")
_STRUCTURE = re.compile(
    r"""
    (?:产业|三产|[一二三]产)[^，。；0-9]{0,16}
    (?P<a>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s?[:：∶比]\s?(?P<b>[0-9]{1,2}(?:\.[0-9]{1,2})?)\s?[:：∶比]\s?(?P<c>[0-9]{1,2}(?:\.[0-9]{1,2})?)
    (?![0-9:：∶.])
    """,
    re.VERBOSE,
    needs=("产业", "一产", "二产", "三产"),
)


@dataclass(frozen=True)
class ImpossibleShare(ArticleRule):
    """占比与它自己的两个数对不上，或者超过了100%。

    English: a share that its own two numbers deny, or that exceeds 100%.

    ## 为什么
    部分、整体、占比三者知二求一，读者拿计算器就能核。

    ## 怎样判断
    部分是占比前面最近的、或“占”前面点了名的同类数；整体是“占”后面写明或点了名的数、“其中”“X中”前面的数，可以在前面几段里。两个数按末位取整放宽，
    算出的占比仍与写的没有交集，附近别的数（包括几个数之和、总数减去一项）也算不出这个占比，报为错误（占比是约数的报为警告）；部分和整体不在同一句的，
    还要三个数之一改一位、或颠倒相邻两位就对得上；整体没有点名、只写在同一段里的，占比的首位写错或相邻两位颠倒才对得上的，报为警告。“占”后面的百分数大于100，报为警告；三个以上并列的占比（或“占比分别为”的一串）相加超过
    100，报为警告。“合格率”一类，句中写明了合格数和总数的，“完成年度计划的N%”写明了计划数的，同样核算；三次产业之比相加应为100。

    ## 不报什么
    完成率、覆盖率、产能利用率、负债率超过100%：可以超过。占全国、全省、全市的：整体不在文中。占比或两个数是约数而在其内的。
    同一段里另有一个同类数能算出这个占比的：占的可能是它。不知道分母的率（城镇化率、优良率；参保的居民和其中困难群体的参保率）；多选的调查。
    """

    code: ClassVar[str] = "KW203"
    level: ClassVar[Level] = Level.ERROR
    rank: ClassVar[int] = 13
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("本次共派出⟦860名⟧医护人员下乡，其中主任医师⟦172名⟧，占总人数的⟦30.0%⟧。"),
        Clash("在参加体检的⟦4.2万名⟧学生中，有⟦1.05万人⟧视力不良，占⟦35%⟧。"),
        Clash("新能源车销量占比达到⟦112%⟧。"),
        Clash("共抽检食品⟦1500批次⟧，合格⟦1470批次⟧，合格率⟦96.5%⟧。"),
        Clash("全市备案博物馆⟦58家⟧；国家二级以上博物馆9家；免费开放的博物馆⟦49家⟧，占⟦74.5%⟧。"),
        Clash("学校共录取新生⟦5640人⟧，来自28个省。面向农村考生的专项计划录取⟦612人⟧，占录取总数的⟦16.9%⟧。"),
        Clash("三次产业结构调整为⟦6.2:41.5:56.3⟧。"),
        Clash("年初计划新建泵站⟦80座⟧，已建成⟦66座⟧，完成年度计划的⟦92.5%⟧。"),
        Clean("全市备案博物馆58家；国家二级以上博物馆9家；免费开放的博物馆49家，占84.5%。", because="算得对"),
        Clean("年初计划新建泵站80座，已建成66座，完成年度计划的82.5%。", because="算得对"),
        Clean("全县累计参保居民42.6万人，困难群体参保3.4万人，参保率99.2%。", because="参保率不是在参保的人里算的"),
        Clean("年末资产总额4800亿元，贷款余额2700亿元，不良贷款率1.2%。", because="不良率不是贷款占资产的比重"),
        Clean("城区6座水厂里有4座完成改造，再生水利用率31%。", because="率说的是另一件事"),
        Clash("茶园里只有绿茶、红茶、白茶三类，产量占比分别为⟦62%⟧、⟦27%⟧和⟦13%⟧。"),
        Clash("共录取新生⟦6286人⟧，其中女生⟦2546人⟧，女生占比⟦45.0%⟧。"),
        Clash("⟦1268户⟧\n\n这是纳入监测的农户，涉及4036人。其中⟦1042户⟧已消除风险，占⟦92.2%⟧。"),
        Clash("从年龄看，30岁以下占⟦32%⟧，31至45岁占⟦46%⟧，46岁以上占⟦31%⟧。"),
        Clean("茶园里只有绿茶、红茶、白茶三类，产量占比分别为62%、27%和11%。", because="相加正好100%"),
        Clean("受检企业3396家，其中小微企业3076家，占受检企业总数的近九成。", because="90.6%也说近九成"),
        Clean("小麦占45%、玉米占35%、大豆占20%。", because="相加正好100%"),
        Clash("当前全县参加长护险⟦44.0万人⟧，其中居民37.6万人、职工⟦6.4万人⟧，职工参保者占总数的⟦16.5%⟧。"),
        Clash(
            "前三季度，船厂累计销售游艇⟦363艘⟧，比上年同期多78艘。\n\n出口是亮点，今年已交付海外客户⟦69艘⟧，占船厂同期总销量的⟦29.0%⟧。"
        ),
        Clean(
            "全厂现有职工4.12万人，其中女职工1.86万人；生产一线2.48万人，女职工占35.1%。", because="占的是生产一线的"
        ),
        Clean("本次共派出860名医护人员下乡，其中主任医师172名，占总人数的20.0%。", because="算得对"),
        Clean("全市完成投资12.6亿元，占年度计划的112%。", because="完成率可以超过100%"),
        Clean("全市共有企业860家，其中上市公司12家，占全省上市公司的8.6%。", because="整体不在文中"),
        Clean("共有职工3200人，其中技术人员1000余人，占三成多。", because="约数之内"),
        Clash("问卷显示，⟦61.5%⟧的居民表示满意，⟦28.3%⟧的居民表示基本满意，⟦18.2%⟧的居民表示不满意。"),
        Clean(
            "问卷显示，61.5%的居民表示满意，28.3%的居民表示基本满意，10.2%的居民表示不满意。", because="相加正好100%"
        ),
        Clean("问卷显示，61.5%的居民常去图书馆，48.3%的居民常去美术馆，38.2%的居民常去科技馆。", because="可以都去"),
        Clean("全场投篮86次，命中38次，三分球命中率36%。", because="三分球另有投篮的次数"),
        Clash("全村⟦1650口人⟧，65岁以上老人有⟦396人⟧，占⟦34%⟧。"),
        Clean("全村1650口人，65岁以上老人有396人，占24%。", because="算得对"),
        Clean("全村1650口人，新增党员36人，占45%。", because="占的是新增的人，总数不在文中"),
        Clash("上半年收到诉求⟦6.4万件⟧，其中网上提交⟦3.2万件⟧，占比首次超过四成，达⟦58%⟧。"),
        Clash(
            "按用途分，图书占⟦42.5%⟧，报刊占⟦33.4%⟧，音像占⟦18.6%⟧，文具、画具等其他商品占⟦12.5%⟧。",
        ),
        Clash("全县改造厨房1.6万户，投入⟦3.2亿元⟧，其中县财政⟦1.44亿元⟧，占⟦55.0%⟧，镇村自筹1.76亿元。"),
        Clash("全年外运鲜果⟦43.6万吨⟧，比上年增长8%；其中柑橘⟦15.3万吨⟧，同比增长12.1%，占⟦45.1%⟧。"),
        Clash("全馆现有职工⟦568人⟧，增长3%。讲解员有⟦341人⟧，占⟦70.0%⟧，比上年多12人。"),
        Clean("全馆现有职工568人，增长3%。讲解员有341人，占60.0%，比上年多12人。", because="算得对"),
        Clean("全县改造厨房投入3.2亿元，其中县财政1.44亿元，占45.0%，镇村自筹1.76亿元。", because="算得对"),
        Clean(
            Sample(
                "前三季度研发费用25.6亿元，占营收的6.0%；营业总收入427.3亿元。", title="东山电子前三季度营收逾450亿元"
            ),
            because="标题里的数不作整体",
        ),
        Clean("全馆现有职工568人。讲解员有341人，占22.5%，比上年多12人。", because="整体没有点名，多半不在文中"),
        Clean("上半年境内收入26.18亿元，境外收入12.46亿元，占比32.2%。", because="占的是两项之和"),
        Clean("全县茶园5.2万亩，其中有机茶园1.56万亩，占比由26.5%提高到30%。", because="前一个占比是过去的"),
        Clean("一季度接待游客120万人次，其中过夜游客30万人次，占比25%，比上年提高3个百分点。", because="算得对"),
    )
    slack: float = field(default=0.1, metadata={"doc": "算得的占比与写的相差多少个百分点之内不报"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports shares against their part and whole, and shares above 100%."""
        told: list[Claim] | None = None
        for sentence, claims in by_sentence(extraction):
            yield from self._structure(extraction, sentence)
            shares = [c for c in claims if c.kind in _SHARES]
            if shares:
                told = numbers_in(extraction) if told is None else told
                yield from self._crowded([c for c in shares if c.kind is Kind.SHARE])
                for claim in shares:
                    yield from self._share(claim, told)

    def _share(self, share: Claim, told: Sequence[Claim]) -> Iterator[Discrepancy]:
        text, figure, value = share.sentence.text, share.figure, share.value
        if value is None or value.unit != "%" or share.role == "base":
            return  # 占比*由16%*提高到18%: what was before
        over = value.low is not None and value.low > 100 and takes(share)
        if over and not _OVER.search(text[max(0, figure.start - 30) : figure.end + 6]):
            yield self.report([share], f"占比“{share.text}”超过100%", level=Level.WARNING)
            return
        at = bisect_left(told, share.start, key=lambda c: c.start)
        near = told[max(0, at - _BEFORE) : at + _BEHIND]
        sides = portions(share, near)
        rate = rated(share, told[max(0, at - _FEW) : at]) if not sides else None
        if rate is not None:
            found = self._denied(rate, share)
            yield from [self._wrong(rate, share, found)] if found else []
        elif sides and all(self._denied(s, share) for s in sides):
            if sides[0].weight >= _POINTED:
                yield from self._weighed(sides[0], share, near)
            else:
                yield from self._guessed(sides, share, near)

    def _weighed(self, sides: Portion, share: Claim, near: Sequence[Claim]) -> Iterator[Discrepancy]:
        """A share that nothing near it explains: wrong by a slip, or of what is sure to be its part and its whole."""
        spare = self._spare(share)
        found = self._denied(sides, share)
        if found is None or explained(share, sides, near, spare):
            return
        a, b, told = point(sides.part), point(sides.whole), point(share)
        if not a or not b or not told:
            return
        sure = sides.weight > _POINTED and Fraction(1, 2) < a / b * 100 / told < _TWICE
        if sure or slipped([sides.part, sides.whole, share], lambda n: makes(n[0], n[1], n[2], Fraction(0))):
            yield self._wrong(sides, share, found)

    def _guessed(self, sides: Sequence[Portion], share: Claim, near: Sequence[Claim]) -> Iterator[Discrepancy]:
        """A share that nothing near it explains, of amounts that stand near: wrong by its first digit or two turned."""
        part = sides[0].part
        if any(part.start < c.start < share.start and alike(c, part) for c in near):
            return  # 女职工1.8万人；生产一线2.4万人，女职工占36%
        for one in sides:
            told = (one.part, one.whole, share)
            meant = leading_slips(share) if all(exact(c) and c.status is Status.ACTUAL for c in told) else ()
            a, b, found = interval(one.part), interval(one.whole), self._denied(one, share)
            if a is None or b is None or found is None or explained(share, one, near, self._spare(share)):
                return
            if any(makes(a, b, m, Fraction(0)) for m in meant):
                yield replace(self._wrong(one, share, found), level=Level.WARNING)
                return

    def _structure(self, extraction: Extraction, sentence: Sentence) -> Iterator[Discrepancy]:
        """三次产业结构 6.2:41.5:56.3, which make 100 together."""
        for m in _STRUCTURE.finditer(sentence.text) if "产" in sentence.text else ():
            three = [Fraction(m[k]) for k in "abc"]
            total = sum(three, Fraction(0))
            if 80 < total < 120 and abs(total - 100) > Fraction(15, 100) and any("." in m[k] for k in "abc"):
                yield self.report(
                    [phrase(extraction, sentence, m.start("a"), m.end("c"))],
                    f"三次产业之比相加是{show(total)}，不是100",
                    work=f"{'＋'.join(show(n) for n in three)} ＝ {show(total)}",
                    verdict=Verdict.CONTRADICTION,
                )

    def _crowded(self, shares: Sequence[Claim]) -> Iterator[Discrepancy]:
        """A占45%、B占35%、C占30%: more than there is."""
        run: list[Claim] = []
        for c in [*shares, None]:
            if c is not None and run and point(c) is not None and _goes_on(run, c):
                run.append(c)
                continue
            total = sum((point(r) or Fraction(0) for r in run), Fraction(0))
            if len(run) > 2 and Fraction(1005, 10) < total < 135 and not _OVERLAP.search(run[0].sentence.text):
                yield self.report(
                    run,
                    f"并列的占比相加是{show(total, '%')}",
                    work=f"{'＋'.join(show(point(r) or Fraction(0)) for r in run)} ＝ {show(total, '%')}",
                    level=Level.WARNING,
                )
            run = [c] if c is not None and point(c) is not None else []

    def _wrong(self, sides: Portion, share: Claim, found: str) -> Discrepancy:
        whole, part = sides.whole, sides.part
        return self.report(
            [whole.told_as("total"), part.told_as("part"), share.told_as("rate")],
            f"占比算得不对：{part.text}占{whole.text}的{found}，文中写{share.text}",
            work=f"{show(point(part) or Fraction(0))} ÷ {show(point(whole) or Fraction(0))} ＝ {found} ≠ {share.text}",
            level=Level.ERROR if exact(share) else Level.WARNING,
            verdict=Verdict.CONTRADICTION,
            repair=f"改为{found}",
        )

    def _spare(self, share: Claim) -> Fraction:
        return Fraction(1) if "成" in share.text and not exact(share) else Fraction(str(self.slack))

    def _denied(self, sides: Portion, share: Claim) -> str | None:
        """The share that the two numbers make, where it cannot be the one told."""
        p, w, s = interval(sides.part), interval(sides.whole), interval(share)
        a, b = point(sides.part), point(sides.whole)
        if p is None or w is None or s is None or not a or not b or not p.low or not w.low or w.low <= 0:
            return None
        if makes(p, w, s, self._spare(share)):
            return None
        step = share.value.step if share.value and share.value.step else Fraction(1, 10)
        digits = 1 if step < 1 else 0
        return f"{float(a / b * 100):.{digits}f}%"


def _goes_on(run: Sequence[Claim], c: Claim) -> bool:
    """Whether a share is the next of a list: A占45%、B占35%, or 占比分别为45%、35%."""
    if _BARE.match(gap(run[-1], c)) or _graded(run, c):
        return True
    head = run[0].sentence.text[max(0, run[0].figure.start - 8) : run[0].figure.number.start]
    return bool(_LISTED.match(gap(run[-1], c)) and _SHARES_OF.search(head))


def _graded(run: Sequence[Claim], c: Claim) -> bool:
    """Whether shares stand before the grades of one answer: 52%的人满意，31%的人基本满意，19%的人*不满意*."""
    told = [_SAID.match(c.sentence.text, r.figure.end) for r in (run[0], run[-1], c)]
    answers = [m["said"] for m in told if m]
    near = told[1] is not None and _LEADS.fullmatch(c.sentence.text, told[1].end(), c.figure.start)
    return bool(near) and len(answers) == len(told) and all(w.endswith(answers[0][-2:]) for w in answers)
