"""The places and organisations that a sentence names, and which of them its figures can be of."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.subjects.bodies import fits, sorts_of
from checker.claims.subjects.grounds import Ground, stem_of
from checker.claims.subjects.named_bodies import named_orgs
from checker.claims.subjects.places import PlaceMention
from checker.claims.subjects.referring import DESCRIBED, MARKS, POINTING, describes, pronouns
from checker.claims.words.segments import segment
from checker.frozen import dataclass, once
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Figure


# A place that only says what is compared with, ranked among or a share of, and not whose figure it is.
_NOT_OWNER = (
    "占", "高于", "低于", "快于", "好于", "优于", "超过", "居", "列", "在", "位居", "排名", "领先", "比", "较", "至",
    "到", "通达", "覆盖", "来自", "辐射", "面向", "驻", "遍布", "向", "往", "赴", "驰援", "援助",
)  # fmt: skip


# Where a clause says no more than where: 在*青石镇*红山湖，….
_WHERE = re.compile(r"[㐀-鿿]{0,8}(?<![中里上内下后时])，")
# What is told of the place right before it: 最大雨量出现在*青石镇*，为312.6毫米.
_TOLD_NEXT = re.compile(r"，(?:为|达到?|高达|是)[0-9]")
_BEING = ("作为", "成为", "列为", "是", "系")
_NAMED_NEXT = re.compile(r"[㐀-鿿]{1,14}——")


_RANKED = re.compile(
    r"^(?:[^，。；、]{0,8}?(?:第[一二三四五六七八九十\d]|前\d|首[个家批位次台条款例座]|唯一|领先|前列|前茅|平均|第一|首位|一半|总[量数额值]的))"
)
# What tells a place's own rank: 岭东市*位列第9*, 全市*列全省*第9; but of others 全市*排名第9*.
_PLACED = ("位列", "位居", "名列", "跃居", "跻身", "稳居", "升至", "排在", "排名", "居", "列", "排")
_AMONG = re.compile(r"(?:位列|位居|名列|跃居|跻身|稳居|升至|排在|排名|居|列|排)(?:全[国省市州]|国内|省内|同类)")


# A contest is held among those of a place, and of none of its figures: *全省*营商环境评价里.
_FIELD = re.compile(
    r"[㐀-鿿]{0,9}?(?:评价|评估|评议|评定|测评|考核|评比|评选|比武|通报|排名|排位|排行|榜单?|百强|大赛|比赛|竞赛)"
    r"[^，。；、]{0,2}[中里上内]"
)


# What the words of a rank begin with.
_RANKING = frozenset("第首唯领前平一总")


# Between two places that are told of together, or that a road or line joins: 甲省、乙省, 甲省丙县至乙省.
_TOGETHER = re.compile(r"(?:省|市|区|县)?(?:、|和|与|及|以及)|[㐀-鿿]{0,3}[至到—–-]{1,2}", needs="、和与及至到—–-")


_JOINED = re.compile("[至到—–-]")
# So many characters behind a name say where it ends.
_REST = 6
# The name of a measure behind its owner's.
_NAMED = re.compile("[㐀-鿿]{2}")


# What follows a place's name where no place is meant: 北京*时间*, 国*家级*.
_NO_PLACE = ("时间", "家级", "级", "立医院", "立大学", "立图书馆", "立博物馆")


# What another has founded or holds is no longer its own: 某实验室*孵化的*青石科技，员工47人.
_FOSTERED = re.compile("(?:孵化|控股|参股|扶持|帮扶|结对|援建|对口支援)的", needs="孵控参扶帮结援对")


@dataclass(frozen=True)
class Mentions:
    """The places and organisations of one sentence, each with its span; ``known``: what its article is about."""

    text: str
    places: tuple[PlaceMention, ...]
    orgs: tuple[tuple[Span, str], ...]
    known: Ground

    @once
    def relatives(self) -> tuple[Span, ...]:
        """The words for places of the article's own."""
        return tuple([Span(p.start, p.end) for p in self.places if p.relative])

    @once
    def owners(self) -> tuple[Span, ...]:
        """What names the article's own place or organisation, or any place, and no metric."""
        spans = [Span(p.start, p.end) for p in self.places if not p.relative]
        spans += [span for span, name in self.orgs if name == self.known.org or self._owns(span)]
        if len(stem := stem_of(self.known.home)) > 1:
            at = self.text.find(stem)
            while at >= 0:
                rest = _RUNG.match(self.text, at + len(stem))
                spans.append(Span(at, rest.end() if rest else at + len(stem)))
                at = self.text.find(stem, at + len(stem))
        if self.known.titled:
            spans += self._titled()
        return tuple(sorted(set(spans))) if spans else ()

    def _titled(self) -> list[Span]:
        """The unknown names of the title where they open a clause that goes on with what its figures are of."""
        found = []
        for name in self.known.titled:
            at = self.text.find(name)
            while at >= 0:
                end = at + len(name)
                if self._opens(at) and self._named_whole(at, end):
                    found.append(Span(at, end))
                at = self.text.find(name, end)
        return found

    def _named_whole(self, start: int, end: int) -> bool:
        """Whether a name ends where words do, and the name of a measure can stand behind it."""
        if _NAMED.match(self.text, end) is None:
            return False
        at = start
        for word in segment(self.text[start : end + _REST]):
            at += len(word)
            if at >= end:
                return at == end and not self.text.startswith(tuple(self.known.titled), end)
        return False

    def _owns(self, span: Span) -> bool:
        """Whether an organisation opens a clause that goes on with what its figures are of: *某食品公司*产值2.6亿元."""
        return _NAMED.match(self.text, span.end) is not None and self.is_subject(span)

    @once
    def subjects(self) -> tuple[tuple[Span, str], ...]:
        """The organisations that stand as subjects."""
        return tuple([(span, name) for span, name in self.orgs if self.is_subject(span)])

    @once
    def meant(self) -> tuple[tuple[Span, str], ...]:
        """The words for an organisation named before that stand as subjects, each as it tells a sort: 公司, 该校."""
        told = [(Span(*m.span()), m["noun"]) for m in pronouns().finditer(self.text)]
        return tuple([(span, noun) for span, noun in told if self._opens(span.start) and not self._listed(span.end)])

    def antecedent(self, noun: str, span: Span, standing: Sequence[str], met: str) -> str:
        """The organisation that a word for one means, "" where none of its sort was told.

        *这家*公司 means the last that was named; 公司 by itself a subject before it in the sentence, else the first
        that fits of ``standing``, what the sentences before leave and what the article deals with.
        """
        before = [name for at, name in reversed(self.orgs) if at.end <= span.start]
        heads = [name for at, name in reversed(self.subjects) if at.end <= span.start]
        pointed = span.end - span.start > len(noun) or noun[0] in POINTING
        told = (*before, met, *standing) if pointed else (*heads, *standing, *before, met)
        if not sorts_of(noun):
            told = tuple(standing)
        return next((name for name in told if name and fits(noun, name)), "")

    @once
    def names(self) -> frozenset[str]:
        """The places as they are named."""
        return frozenset([p.name for p in self.places])

    @once
    def bearers(self) -> tuple[PlaceMention, ...]:
        """The places that figures of their own clause can be of."""
        return tuple(p for p in self.places if p.level not in ("单位", "") and not self._only_compared(p))

    @once
    def openers(self) -> tuple[PlaceMention, ...]:
        """Those of them that open a clause, so that figures of later ones can be of them too."""
        return tuple(p for p in self.bearers if self._opens(p.start))

    @once
    def leading(self) -> tuple[PlaceMention, ...]:
        """Those, and the ones that the rest of their sentence is told of."""
        return tuple(p for p in self.bearers if self._opens(p.start) or self._leads_on(p))

    @once
    def together(self) -> frozenset[int]:
        """Where the places start that a figure is told of with others, so that it is of none of them alone."""
        return frozenset(p.start for group in self._groups for p in group)

    def all_of(self, owner: PlaceMention) -> str:
        """The place that a figure of ``owner`` is of: with those told together with it, 甲省、乙省.

        "" where others are meant too (甲市、乙市等), or what joins the two (甲市至乙市).
        """
        group = next((group for group in self._groups if owner in group), ())
        more = bool(group) and self.text.startswith("等", group[-1].end)
        road = any(_JOINED.search(self.text[p.end : q.start]) for p, q in pairwise(group))
        return "" if more or road else "、".join(p.canonical for p in group)

    @once
    def _groups(self) -> tuple[tuple[PlaceMention, ...], ...]:
        named = [p for p in self.places if not p.relative]
        groups: list[list[PlaceMention]] = [[p] for p in named[:1]]
        for p, q in pairwise(named):
            if _TOGETHER.fullmatch(self.text, p.end, q.start):
                groups[-1].append(q)
            else:
                groups.append([q])
        return tuple(tuple(group) for group in groups if len(group) > 1)

    def is_subject(self, span: Span) -> bool:
        """Whether a name stands where a subject does: at the head of a clause, not in a list."""
        if self._listed(span.end):
            return False
        return self._opens(span.start) or self._described_before(span.start)

    def _listed(self, end: int) -> bool:
        """Whether a name that ends at a place of the text stands in a list, or only says whose something once was."""
        return self.text[end : end + 1] in ("、", "》", "）") or _FOSTERED.match(self.text, end) is not None

    def _described_before(self, start: int) -> bool:
        """Whether a name ends what opens a clause and says what it is: *锂电龙头*屹霖电池, *它旗下的*屹霖公司."""
        cut = bisect_left(self._cuts, start)
        at = self._past_adverbs(self._cuts[cut - 1] + 1 if cut else 0, start)
        told = segment(self.text[at:start]) if start - at <= DESCRIBED else ()
        return bool(told) and told[-1] not in MARKS and all(map(describes, told))

    def _past_adverbs(self, at: int, start: int) -> int:
        """Where the adverbs, dates and places end that stand from a place of the text on."""
        while at < start and (m := _ADVERBS.match(self._placeless, at, start)) is not None:
            at = m.end()
        return at

    def _leads_on(self, p: PlaceMention) -> bool:
        """Whether what follows is told of the place: *在青石镇*，… or 最大雨量出现在*青石镇*，为312.6毫米."""
        return self._within(p) or _TOLD_NEXT.match(self.text, p.end) is not None

    def _within(self, p: PlaceMention) -> bool:
        """Whether a clause opens with where something is told of: *在青石镇*红山湖，…."""
        at = p.start - 1
        return self.text[at : p.start] == "在" and self._opens(at) and _WHERE.match(self.text, p.end) is not None

    def _described(self, p: PlaceMention) -> bool:
        """Whether a word for a place only says which of its things is meant: 作为*我省*重点医院, *我国*北方大港——."""
        if not p.relative:
            return False
        return self.text.endswith(_BEING, 0, p.start) or _NAMED_NEXT.match(self.text, p.end) is not None

    def _only_compared(self, p: PlaceMention) -> bool:
        if self._honoured(p) or self._described(p):
            return True
        if self.text.endswith(_NOT_OWNER, 0, p.start):
            return not (self._within(p) or _TOLD_NEXT.match(self.text, p.end))
        after = self.text[p.end : p.end + 14]
        if after.startswith(_PLACED) and (not p.relative or _AMONG.match(after)) and self._opens(p.start):
            return False
        if p.relative and _FIELD.match(after):
            return True
        return not _RANKING.isdisjoint(after) and _RANKED.match(after) is not None

    def _honoured(self, p: PlaceMention) -> bool:
        """Whether a place is only in the title that another is honoured with: “*中国*香菇之乡”."""
        if self.text[p.start - 1 : p.start] != "“":
            return False
        end = self.text.find("”", p.end, p.end + 12)
        return end > p.end and _CUT.search(self.text, p.end, end) is None

    def _opens(self, start: int) -> bool:
        """Whether only adverbs, dates and other places stand between a clause boundary and ``start``."""
        cut = bisect_left(self._cuts, start)
        return self._past_adverbs(self._cuts[cut - 1] + 1 if cut else 0, start) >= start

    @once
    def _cuts(self) -> list[int]:
        return [m.start() for m in _CUT.finditer(self.text)]

    @once
    def _placeless(self) -> str:
        """The text with its places blanked."""
        if not self.places:
            return self.text
        out, at = [], 0
        for p in self.places:
            out += [self.text[at : p.start], " " * (p.end - p.start)]
            at = p.end
        return "".join(out) + self.text[at:]


def mentions(text: str, known: Ground, told: Sequence[PlaceMention], named: Sequence[Figure]) -> Mentions:
    """The places and organisations of a sentence, of all places and names that were found in it."""
    found = [p for p in told if not text.startswith(_NO_PLACE, p.end) and not _quoted(text, p)]
    orgs = named_orgs(text, known, named)
    inside = [p for p in found if not _of_org(p, orgs)] if orgs else found
    if known.sole and inside:
        inside = [p for p in inside if not (p.relative and p.name in known.nouns)]
    return Mentions(text, tuple(inside), tuple(orgs), known)


def _quoted(text: str, p: PlaceMention) -> bool:
    """Whether what looks like the name of a place is all that stands in quotation marks: “无忧街区”, “智汇新区”行动."""
    return text[p.start - 1 : p.start] == "“" and text[p.end : p.end + 1] == "”" and not p.relative


def _of_org(p: PlaceMention, orgs: Sequence[tuple[Span, str]]) -> bool:
    """Whether a place is part of the name of an organisation."""
    return any(s.start <= p.start and p.end <= s.end and len(n) > p.end - p.start for s, n in orgs)


# What the name of a place goes on with behind its stem.
_RUNG = re.compile(r"(?:自治)?[区县州市旗镇乡](?![场域块民政委直属容里级际内外])|(?:高新|经开|开发|新)区")
_ADVERBS = re.compile(
    r"""
    其中 | 此外 | 另外 | 同时 | 目前 | 当前 | 如今 | 而 | 据(?:了解|悉|介绍|统计)?
    | [春暑]运(?:期间)? | 日前 | 近日 | 近年来? | 去年 | 今年以?来? | 当[天日]
    | 截至[^，]{1,8} | 作为 | 位于 | 走进 | 本土 | 上市公司 | 龙头企业 | 牵头
    | [0-9一二三四五六七八九十]+[年月日]+ | [上下]半年 | [、\s]+
    | 她?他?所在的 | 该区 | 区内 | 辖区 | 全[市区县省] | 以
    """,
    re.VERBOSE,
)


_CUT = re.compile("[，；：。！？“]")
