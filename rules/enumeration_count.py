"""KW206: a counted list with another number of items"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    ArticleRule,
    Clash,
    Clean,
    Comparator,
    Discrepancy,
    Example,
    Extraction,
    Kind,
    Level,
    Listed,
    Number,
    Sentence,
    Verdict,
    listed,
    miscounted,
    one_more,
    one_too_many,
    phrase,
    tightly_listed,
    told_each,
)
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from checker.rule import Claim

_CONGRESS = re.compile(r"(?:中共|党的|全国).{0,2}[一二三四五六七八九十]大$", needs="大")
_ORDER = "一二三四五六七八九十"
_MARK = re.compile(
    r"(?:^|(?<=[，。；：、“,;:]))(?P<by>第|其|)(?P<n>[一二三四五六七八九十])(?P<to>是|要|、|，|(?<=第.)个(?=是))"
)
_OPENING = re.compile(
    r"[^，。；：一]{0,12}[，：:]?(?:分别是|即)?[：:，]?[“]?(?:一(?:是|要|、)|[第其]一，)",
    needs=("一是", "一要", "一、", "一，"),
)
# 点, 件 and 条 are read as counts of advice by what follows them: 五点建议, 四件实事.
_POINTS = re.compile(
    r"(?P<n>[二三四五六七八九十])(?:点|件|条|步|招)(?=建议|意见|要求|措施|希望|看法|体会|实事|大事|事|对策|倡议)",
    needs=("建议", "意见", "要求", "措施", "希望", "看法", "体会", "事", "对策", "倡议"),
)
_CLOSING = re.compile(r"[^，。；：]{0,12}[。：:]?$")
_DOING = re.compile(r"(?:[新改扩续迁重修翻]建|改造|新增|新设|升级|修缮|修复|维修|加固|整治|提升)$")
# A list behind the count that is counted once more, as something else: 6条中试线，涵盖装备、材料、能源*三个*方向.
_OWN = re.compile(r"[^、]+?[二两三四五六七八九十](?:大|个|类|种|项)")
_LABEL = re.compile(r"(?P<n>[二两三四五六七八九十])(?:大|个|项|类|种|条|重|张|座|支|位|点|化|力|新)")
# What several things are called together: “*四大当家果*”, “*三件套*”.
_CALLED = re.compile(
    r"“(?P<told>[^“”]{0,6}?(?P<n>[二三四五六七八九十])(?:大|宝|鲜|绝|珍|样|件|怪|景|金花|兄弟|姐妹|剑客)[^“”]{0,6})”"
)
# A method that is called by its steps, with these in quotation marks before it: “听、议、办”*四步*工作法.
# So many of what no measure word counts, with their names behind: 经停*四站*，依次是甲、乙、丙; *四句*话：勤洗手、….
_PLACES = re.compile(
    r"(?<![第周期初十百千万零〇一二三四五六七八九0-9])(?P<told>(?P<n>[二三四五六七八九])(?![点时月日年号楼层成倍])[㐀-鿿])"
    r"(?=[㐀-鿿]{0,4}”?(?:：|——|，即|，(?:依次|分别)(?:是|为|[：:])))",
    needs=("依次", "分别", "：", "——", "即"),
)
# Places, houses or parts that are summed up by their number without a measure word: 甲、乙、丙、丁*四县*.
_MEMBERS = re.compile(
    r"(?<=[㐀-鿿])(?<!第)(?P<told>(?P<n>[三四五六七八九])"
    r"(?:省市|省区|市县|县区|区县|乡镇|街道|社区|部分|[省市县区镇乡村州地国校院馆港站厂级方张线岛河湖山]))(?![一二两三四五六七八九0-9])"
)
_LEADS = 6
_METHOD = re.compile(
    r"(?<=”)(?P<told>(?P<n>[三四五六七八九])(?:步|招|环|字|心|办|清|联|化|张清单))(?=工作法|工作机制|机制|模式|法|诀|要诀|口诀|方针)",
    needs=("机制", "模式", "法", "诀", "方针"),
)
_THINGS = (
    "个",
    "家",
    "名",
    "位",
    "所",
    "项",
    "点",
    "座",
    "条",
    "类",
    "种",
    "件",
    "款",
    "处",
    "部",
    "场",
    "艘",
    "支",
    "道",
    "张",
    "句",
)
_NAMING = frozenset({Kind.PHRASE, Kind.NAME, Kind.LABEL})
_COUNTING = frozenset({Kind.ENUMERATION, Kind.QUANTITY})
_SET_PHRASES = (
    "五大发展理念",
    "新发展理念",
    "三大攻坚战",
    "四大名著",
    "四大发明",
    "四大银行",
    "七大洲",
    "四大洋",
    "五大洲",
    "铁人三项",
    "和平共处五项原则",
)


@dataclass(frozen=True)
class EnumerationCount(ArticleRule):
    """说是“四大产业园区”，列出来的却是五个。

    English: an enumeration (四大…, 三个方面) whose closed list holds another number of items.

    ## 为什么
    数目与列举对不上，不是漏了一项，就是把一个名称用顿号拆成了两个。

    ## 怎样判断
    列举紧挨在数目前面，或在其后由冒号、“即”“分别是”“包括”引出，以顿号或并列的引号分开。
    “甲、乙、丙、丁五县”“四部分”一样没有量词的，项数只差一个的，也报告。
    “三座换乘站：在甲站换乘……，在乙站换乘……”一样一个分句、用词相同的，数分句。引号里的“五大板块”，项数只差一个的，也报告。引号里的“四减”“五个不准”，后面（或紧挨在前面）列的各项都有“减”“不准”的，照样数。“三个方面”“五点建议”之后“一是、二是、三是”（“第一、第二”）数到的项数不同，也报告。“和、及、与”可以是并列，也可以是名称的一部分，
    两种读法都对不上才报告。

    ## 不报什么
    带“等”的开放列举：没有列全。“三大攻坚战”“和平共处五项原则”一类专名，“八个字”：数的不是前面的词。列举与数目之间隔着动词的，列举的是“新建、改扩建”一类做法的；
    带数字的列举（3路、8路），另有数目的列举（6条生产线，涵盖甲、乙、丙三个方向）；只有一项，或项数与数目相差太远的：多半不是它的列举。
    """

    code: ClassVar[str] = "KW206"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 65
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("⟦全市布局低空经济、生物制造、新型储能、集成电路、商业航天⟧⟦四大产业园区⟧。"),
        Clash("⟦全市先后规划建设低空经济、生物制造、新型储能、集成电路、商业航天⟧⟦四大产业园区⟧。"),
        Clash("今年将实施⟦“固本”“育苗”“护航”“启智”⟧⟦三大行动⟧。"),
        Clash("至此，全港⟦五大⟧作业区——⟦东港、南滩、石嘴、沙头⟧——分工基本成形。"),
        Clash("⟦早橘、蜜柚、脐橙、沃柑和血橙⟧，被果农唤作“⟦四大当家果⟧”。"),
        Clash("今年推出⟦五项⟧便民举措，分别是：⟦延时服务、上门办理、“一窗通办”、全程代办⟧。"),
        Clash("运动会新设⟦五个⟧项目，⟦攀岩、滑板、街舞、飞盘⟧悉数亮相。"),
        Clash("这套“⟦问、议、办⟧”⟦四步⟧工作法已在全市推广。"),
        Clean("全市布局低空经济、生物制造、新型储能、集成电路及商业航天四大产业园区。", because="“及”在名称之内"),
        Clash("报告从⟦三个方面⟧作了阐述：一是抓产业，二是抓生态，三是抓民生，⟦四是⟧抓党建。"),
        Clash("⟦学校组织学术论坛、文艺展演、公益服务⟧“⟦四大板块⟧”活动。"),
        Clash(
            "全线有⟦三座⟧换乘站：⟦在东湖站换乘1号线⟧，⟦在钟楼站换乘2号线⟧，⟦在码头站换乘3号线⟧，⟦在西岭站换乘4号线⟧。"
        ),
        Clash(
            "他讲了“⟦三个转变⟧”：⟦从靠天吃饭转变为科技种田⟧，⟦从单打独斗转变为抱团发展⟧，⟦从卖原料转变为卖品牌⟧，⟦从赶集转变为直播⟧。"
        ),
        Clash("⟦评价体系由德育、智育、体育、美育、劳育和心育⟧⟦五个⟧模块构成。"),
        Clash("航线经停⟦四站⟧，依次是⟦烟波渡、青石埠、白沙洲、龙王庙、望江楼⟧。"),
        Clash("反映最多的⟦三类⟧问题中，一类是校车晚点，一类是食堂口味，一类是课后托管，还有⟦一类是⟧作业太多。"),
        Clash("“⟦望、闻、问、切、访⟧”⟦四字⟧诀被他用在了调解上。"),
        Clash("⟦比赛设特等奖、一等奖、二等奖、三等奖⟧⟦三个⟧等次。"),
        Clash("县里派出⟦两支⟧医疗队，第一队赴河东，第二队赴河西，⟦第三队⟧留守机动。"),
        Clash("馆方带来⟦四场⟧特展，⟦“海错图”“敦煌色”“丝路花雨”⟧轮番登场。"),
        Clash("居民用气分⟦三档⟧计价，第一档每立方米2.8元，第二档3.2元，第三档3.9元，⟦第四档⟧4.6元。"),
        Clean("居民用气分三档计价，第一档每立方米2.8元，第二档3.2元，第三档3.9元。", because="正好三档"),
        Clash("⟦来自河东、河西、柳林、北坡⟧⟦五县⟧的代表参加了赛歌会。"),
        Clean("来自河东、河西、柳林、北坡四县的代表参加了赛歌会。", because="正好四县"),
        Clean("来自河东、河西、柳林、北坡三县一市的代表参加了赛歌会。", because="另有一市"),
        Clash("⟦园子由戏台、茶楼、花圃、书斋、水榭⟧⟦四部分⟧组成。"),
        Clash("乡间有“⟦湿地四宝⟧”之说，即⟦莲藕、菱角、芡实⟧。"),
        Clean("全线有三座换乘站：在东湖站换乘1号线，在钟楼站换乘2号线，在码头站换乘3号线。", because="正好三座"),
        Clash("茶厂在⟦东山、西岭、南浦、北坡⟧建有⟦五大生产基地⟧。"),
        Clean("茶厂在东山、西岭、南浦、北坡建有四大生产基地。", because="正好四处"),
        Clash("我们手里有⟦四张⟧清单：⟦需求清单、开放清单、转化清单⟧，每季度更新。"),
        Clash("摊位分属⟦五个⟧行当：⟦竹编9家、木雕8家、剪纸6家、泥塑3家⟧。"),
        Clash("⟦全省首个实现市、县、乡、村⟧⟦五级⟧贯通的平台上线。"),
        Clean("全省首个实现市、县、乡、村四级贯通的平台上线。", because="正好四级"),
        Clash("柜台推行“⟦四减⟧”——⟦减材料、减环节、减跑动⟧，办事更省心。"),
        Clash("文化馆推出“⟦四进⟧”活动，即⟦进工厂、进军营、进集市⟧，一年演出320场。"),
        Clash("⟦景区组织访船工、访店主、访导游、访游客、访居民⟧“⟦四访⟧”行动，意见逐条回复。"),
        Clash("老师傅常说“⟦四个先⟧”：⟦先看图，先量尺，先试刀⟧。"),
        Clean("柜台推行“三减”——减材料、减环节、减跑动，办事更省心。", because="正好三项"),
        Clean("要增强“四个意识”特别是大局意识、看齐意识。", because="只说了其中两个"),
        Clean("靠良田、良种、良机、良法、良制“五良”集成，一亩地打一吨粮。", because="正好五样"),
        Clean("运动会新设五个项目，攀岩、滑板悉数亮相。", because="只说了其中两个"),
        Clean("早橘、蜜柚、脐橙和沃柑，被果农唤作“四大当家果”。", because="正好四样"),
        Clash("他提出⟦四点⟧建议：一是完善规划；二是加大投入；⟦三是⟧加强宣传。"),
        Clean("在“巩固、增强、提升、畅通”八个字上下功夫。", because="数的是字"),
        Clean("报告从三个方面作了阐述：一是抓产业，二是抓生态，三是抓民生。", because="正好三项"),
        Clean("以项目建设、创新、协调、绿色、开放、共享五大发展理念为引领。", because="“五大发展理念”是专名"),
        Clean("首批投运6条生产线，涵盖装备、材料、能源三个方向。", because="列的是三个方向，不是生产线"),
        Clean("重点发展虚拟现实、人工智能等四大产业。", because="列举是开放的"),
        Clean("今年推出六款点心，上半年两款、下半年四款。", because="列举的是上下半年，各有各的数目"),
        Clean("实施“强基、提质、控费、便民”四大工程。", because="正好四项"),
        Clean("今年，全市计划新建、改扩建、迁建卫生院5所。", because="列举的是做法，不是卫生院"),
    )

    most: int = field(default=12, metadata={"doc": "“五个街道”一类最多到多少才数列举"})

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports enumerations whose closed list cannot be read to hold that many items."""
        yield from self._marked(extraction)
        for claim in extraction.claims:
            if claim.figure.kind is Kind.LABEL:
                yield from self._quoted(extraction, claim)
                continue
            value = claim.figure.value
            if value is None or not self._counts(claim) or value.low is None or value.low != value.high:
                continue
            read = listed if claim.kind is Kind.ENUMERATION else tightly_listed
            found = read(claim.sentence.text, claim.figure.start, claim.figure.end)
            if found is None:
                yield from self._each(extraction, claim, value.low, claim.figure.end)
                continue
            if found.fewest <= value.low <= found.most or _far(found, value.low):
                continue
            if found.span.start < claim.figure.start and _DOING.search(found.items[0]):
                continue
            if found.span.start >= claim.figure.end and _OWN.match(found.items[-1]):
                continue
            yield self._miscounted(extraction, claim, found)
        methods = list(self._methods(extraction))
        yield from methods
        yield from self._shared(extraction, {d.claims[0].key for d in methods})
        for sentence in extraction.sentences:
            for count, last in (*one_too_many(sentence.text), *one_more(sentence.text)):
                told, beyond = (phrase(extraction, sentence, *span) for span in (count, last))
                yield self.report([told, beyond], f"说是“{told.text}”，下文数到“{beyond.text}”")

    def _methods(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """“听、议、办”四步工作法, 甲、乙、丙，合称“四大件”: as many as the name says."""
        for sentence in extraction.sentences:
            found_here = [(m, 0) for m in _PLACES.finditer(sentence.text)]
            if "、" in sentence.text:
                found_here += [(m, 0) for m in _MEMBERS.finditer(sentence.text) if _even(sentence.text, m.start())]
            if "“" in sentence.text and "”" in sentence.text:
                found_here += [(m, 0) for m in _METHOD.finditer(sentence.text)]
                found_here += [(m, -1) for m in _CALLED.finditer(sentence.text)]
            for m, more in found_here:
                told = phrase(extraction, sentence, *m.span("told"))
                found = listed(sentence.text, m.start("told") + more, m.end("told") - more)
                number = _ORDER.index(m["n"]) + 1
                if told.kind not in _NAMING or found is None or found.fewest <= number <= found.most:
                    continue
                if abs(found.most - number) == 1:
                    yield self._miscounted(extraction, told, found)

    def _shared(self, extraction: Extraction, known: Collection[tuple[str, int]]) -> Iterator[Discrepancy]:
        """“四减”——减材料、减环节、减跑动: items that share the character of their name."""
        for sentence in extraction.sentences:
            for found in miscounted(sentence.text) if "“" in sentence.text else ():
                name, items = (phrase(extraction, sentence, *span) for span in (found.name, found.items))
                if name.key in known:
                    continue
                yield self.report(
                    [name, items],
                    f"说是“{name.text}”，列出的是{found.number}项",
                    work=f"列举：{items.text}，共{found.number}项，与“{name.text}”不符",
                    verdict=Verdict.CONTRADICTION,
                )

    def _each(self, extraction: Extraction, claim: Claim, number: Number, end: int) -> Iterator[Discrepancy]:
        """有三座换乘站：在甲站换乘1号线，在乙站…: a clause for each of what is counted."""
        each = told_each(claim.sentence.text, end)
        if len(each) > 1 and abs(len(each) - number) == 1:
            items = [phrase(extraction, claim.sentence, *span) for span in each]
            yield self.report(
                [claim, *items],
                f"说是“{claim.text}”，列出的是{len(each)}项",
                work=f"列举：{'｜'.join(c.text for c in items)}，共{len(each)}项，与“{claim.text}”不符",
                verdict=Verdict.CONTRADICTION,
            )

    def _miscounted(self, extraction: Extraction, claim: Claim, found: Listed) -> Discrepancy:
        return self.report(
            [claim, phrase(extraction, claim.sentence, *found.span)],
            f"说是“{claim.text}”，列出的是{found.fewest}项",
            work=f"列举：{'｜'.join(found.items)}，共{found.fewest}项，与“{claim.text}”不符",
            verdict=Verdict.CONTRADICTION,
        )

    def _quoted(self, extraction: Extraction, claim: Claim) -> Iterator[Discrepancy]:
        """A count in quotation marks, with its list before or behind the marks: “五大板块”, “三大”特色产业."""
        told, text, figure = _LABEL.match(claim.text), claim.sentence.text, claim.figure
        if told is None or text[figure.start - 1 : figure.start] != "“" or text[figure.end : figure.end + 1] != "”":
            return
        if any(name in claim.text for name in _SET_PHRASES):
            return
        number = 2 if told["n"] == "两" else _ORDER.index(told["n"]) + 1
        found = listed(text, figure.start - 1, figure.end + 1)
        if found is None:
            yield from self._each(extraction, claim, Number(number), figure.end + 1)
        if found is None or (_quotes(found) and not all("“" in i for i in found.items)):
            return
        if min(abs(found.fewest - number), abs(found.most - number)) == 1 and not found.fewest <= number <= found.most:
            yield self._miscounted(extraction, claim, found)

    def _marked(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """三个方面 that go on with 一是, 二是 … to another number."""
        counting = list(self._counting(extraction))
        told = dict(enumerate(extraction.sentences)) if counting else {}
        place = {s.index: n for n, s in told.items()}
        for claim, number in counting:
            found = self._markers(claim, told, place.get(claim.sentence.index, 0))
            if found is not None and len(found) > 1 and (len(found) > number or len(found) == number - 1):
                sentence, at = found[-1]
                yield self.report(
                    [claim, phrase(extraction, sentence, *at)],
                    f"说是“{claim.text}”，下文数到“{sentence.text[at[0] : at[1]]}”",
                    work=f"下文列了{len(found)}项，与“{claim.text}”不符",
                )

    def _counting(self, extraction: Extraction) -> Iterator[tuple[Claim, Number]]:
        """What may count a list of 一是, 二是, with its number."""
        for claim in extraction.claims:
            if self._counts(claim):
                value = claim.value
                if value is not None and value.point is not None and value.low == value.high:
                    yield claim, value.point
        for sentence in extraction.sentences:
            for m in _POINTS.finditer(sentence.text):
                told = phrase(extraction, sentence, *m.span())
                if told.kind is Kind.PHRASE:
                    yield told, Number(_ORDER.index(m["n"]) + 1)

    def _markers(
        self, claim: Claim, told: Mapping[int, Sentence], n: int
    ) -> list[tuple[Sentence, tuple[int, int]]] | None:
        """The marks 一是, 二是 … that follow a claim in its paragraph, in order; None behind another list."""
        found: list[tuple[Sentence, tuple[int, int]]] = []
        style, rest = "", claim.sentence.text[claim.figure.end :]
        here = _OPENING.match(rest)
        if not here and not _CLOSING.match(rest):
            return None
        for step in range(16):
            sentence = told.get(n + step)
            if sentence is None:
                break
            if sentence.paragraph != claim.sentence.paragraph:
                opens = _MARK.match(sentence.text)
                if not found or opens is None or _ORDER.index(opens["n"]) != len(found):
                    break
            for m in _MARK.finditer(sentence.text, claim.figure.end if step == 0 else 0):
                by, number = m["by"] + m["to"], _ORDER.index(m["n"]) + 1
                if by == "，":
                    continue
                if number != len(found) + 1 or (style and by != style):
                    return found if found and number == 1 else None
                style = by
                found.append((sentence, m.span()))
            if not found and (here or step > 0):
                return None
        return found

    def _counts(self, claim: Claim) -> bool:
        """Whether a claim can count a list: 四大产业, or 三项举措 and 五个街道, which must be few."""
        figure = claim.figure
        value = figure.value
        if figure.kind not in _COUNTING or value is None or value.low is None:
            return False
        listing = figure.kind is Kind.ENUMERATION
        few = listing or (value.unit in _THINGS and claim.role == "value" and 2 <= value.low <= self.most)
        if not few or figure.comparator is not Comparator.EQ:
            return False
        text = claim.sentence.text
        around = text[max(0, figure.start - 4) : figure.end]
        if any(name in around for name in _SET_PHRASES):
            return False
        return not _CONGRESS.search(around) if listing else text[figure.end : figure.end + 1] != "字"


def _even(text: str, at: int) -> bool:
    """Whether the first of three names or more before a count is no longer than what leads up to a name makes it."""
    found = listed(text, at, at + 1)
    if found is None or found.span.end > at:
        return False
    first, *others = found.items
    return len(others) > 1 and len(first) <= max(map(len, others)) + _LEADS


def _far(found: Listed, told: Number) -> bool:
    """Whether a list holds so few items that it cannot be the one that is counted."""
    return found.most * 2 < told or (found.most < 3 and told > found.most + 2)


def _quotes(found: Listed) -> bool:
    return any("“" in i or "”" in i for i in found.items)
