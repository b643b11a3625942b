"""Whom a figure is told of: place, organisation, and the qualifiers that say which part is counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.branching import branches
from checker.claims.containment import unit_level
from checker.claims.names import names
from checker.claims.places import PlaceMention, home, places, resolve, same_place
from checker.claims.segments import segment
from checker.frozen import once, quick
from checker.lexicon import load, words
from checker.model import RegionKind, Scope, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.whole import Whole
    from checker.model import Article, Figure, Sentence
    from checker.settings import Settings

# A place that only says what is compared with, ranked among or a share of, and not whose figure it is.
_NOT_OWNER = re.compile(
    r"(?:占|高于|低于|快于|好于|优于|超过|居|列|在|位居|排名|领先|比|较|至|到|通达|覆盖|来自|辐射|面向|驻|遍布|向|往|赴|驰援|援助)$"
)
_RANKED = re.compile(
    r"^(?:[^，。；、]{0,8}?(?:第[一二三四五六七八九十\d]|首[个家批位次台条款例座]|唯一|领先|前列|前茅|平均|第一|首位|一半|总[量数额值]的))"
)
# Between two places that are told of together, or that a road or line joins: 甲省、乙省, 甲省丙县至乙省.
_TOGETHER = re.compile(r"(?:省|市|区|县)?(?:、|和|与|及|以及)|[㐀-鿿]{0,3}[至到—–-]{1,2}")
_JOINED = re.compile("[至到—–-]")
_SHORT = re.compile(r"（以下简称[“\"‘「]?(?P<short>[^”\"’」）]{2,12})[”\"’」]?）")
_SUBJECT_REACH = 14
# An article's organisations are named in so many of its first sentences.
_LEAD = 4
# What follows a place's name where no place is meant: 北京*时间*, 国*家级*.
_NO_PLACE = ("时间", "家级", "级", "立医院", "立大学", "立图书馆", "立博物馆")
_KIND = re.compile(
    r"(?:特别行政区|自治区|自治州|自治县|高新技术产业开发区|经济技术开发区|高新区|经开区|开发区|新区|省|市|区|县|旗|镇|乡|街道|港)$"
)


# Bodies whose people speak of the whole place, and what those are called.
_BODIES = ("局", "厅", "委", "委员会", "办公室", "署", "部")
_SPEAKER = re.compile(
    r"(?:党组|党委|有关|相关|副)?(?:书记|局长|副局长|厅长|副厅长|主任|副主任|总工程师|指挥长|负责人|处长|科长|部长|新闻发言人|工作人员)"
)


@cache
def _qualifiers() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {form: name for name, forms in load("scope")["qualifiers"].items() for form in forms}
    return re.compile(branches(table)), table


def levels(text: str) -> tuple[str, ...]:
    """The qualifiers in the words of a metric, canonical, in order of writing.

    >>> levels("省级以上专精特新企业"), levels("规模以上工业企业"), levels("企业")
    (('省级以上',), ('规上',), ())
    """
    pattern, table = _qualifiers()
    found: list[str] = []
    for m in pattern.finditer(text):
        name = table[m.group()]
        if name not in found:
            found.append(name)
    return tuple(found)


def graded(subject: Sequence[str]) -> tuple[str, ...]:
    """The grades among the words before a metric's verb: *省级以上*生态文明建设示范县.

    >>> graded(("省级以上", "生态", "文明")), graded(("农村", "居民")), graded(("城镇",))
    (('省级以上',), (), ('城镇',))
    """
    if not subject:
        return ()
    told = levels("".join(subject))
    alone = len(subject) == 1 and len(told) == 1
    return told if alone else tuple(name for name in told if name.endswith(("级", "级以上")))


def unlevelled(words_: Sequence[str]) -> tuple[str, ...]:
    """The words of a metric that are no part of a qualifier."""
    table = _qualifiers()[1]
    kept = [w for w in words_ if w not in table and w not in ("级", "省级", "以上", "及")]
    return tuple(kept) if kept else tuple(words_)


@dataclass(frozen=True)
class Ground:
    """What an article is about: its home place, its main organisation, and the short names it introduces.

    ``orgs``: the organisations that its title and its first sentences name.
    """

    home: str
    org: str
    shorts: tuple[tuple[str, str], ...]
    orgs: tuple[str, ...] = ()


def ground(article: Article, whole: Whole, settings: Settings) -> Ground:
    """The home place and main organisation of an article."""
    body = whole.body
    shorts = tuple((m["short"], m["short"]) for m in _SHORT.finditer(body))
    org = shorts[0][1] if shorts else ""
    called = [f for n in range(min(_LEAD, len(whole.sentences))) for f in whole.names(n)]
    orgs = tuple(dict.fromkeys([f.text for f in (*names(article.title), *called) if is_org(f.text)]))
    if not org:
        counted = {name: body.count(name) for name in orgs}
        best = max(counted.items(), key=lambda kv: (kv[1], len(kv[0]), kv[0]), default=("", 0))
        org = best[0] if best[1] >= 3 else ""
    told = () if article.place else whole.places_of_body(titled=True)
    place = home(article.title, body, article.place, settings.places, article.source, told=told)
    stem = stem_of(place)
    if stem == place and len(segment(place)) == 1 and not places(place):
        place = ""  # an everyday word that the search for a name came upon
    sure = bool(article.place) or stem in article.title or (body.count(stem) > 2 and _alone(place, whole))
    return Ground(place if sure else "", org, shorts, orgs)


def _alone(place: str, whole: Whole) -> bool:
    """Whether no other place of its level is named half as often as one (as many are in a digest of the news)."""
    at = unit_level(place)
    if not at:
        return True
    told = Counter([p.canonical for p in whole.places_of_body(titled=False) if not p.relative])
    rivals = [n for name, n in told.items() if name != place and unit_level(name) == at]
    return 2 * max(rivals, default=0) < max(told[place], 1)


def is_org(name: str) -> bool:
    """Whether a name is of an organisation, by its ending, and no name of a sort (高速铁路).

    >>> is_org("青岛大学"), is_org("繁星计划")
    (True, False)
    """
    return name.endswith(_org_endings()) and name not in words("organisations", "generic")


@cache
def _org_endings() -> tuple[str, ...]:
    return tuple(sorted(words("organisations", "endings")))


@quick
@dataclass(frozen=True, slots=True)
class Standing:
    """The scope that a sentence leaves for the next one of its paragraph."""

    org: str = ""
    place: str = ""
    paragraph: int = -1


@dataclass(frozen=True)
class Mentions:
    """The places and organisations of one sentence, each with its span; ``owners``: those no metric is named after."""

    text: str
    places: tuple[PlaceMention, ...]
    orgs: tuple[tuple[Span, str], ...]
    pronouns: tuple[Span, ...]
    relatives: tuple[Span, ...]
    owners: tuple[Span, ...]

    @once
    def subjects(self) -> tuple[tuple[Span, str], ...]:
        """The organisations that stand as subjects."""
        return tuple((span, name) for span, name in self.orgs if self.is_subject(span))

    @once
    def meant(self) -> tuple[Span, ...]:
        """The pronouns that stand as subjects."""
        return tuple(span for span in self.pronouns if self.is_subject(span))

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
        return self.text[span.end : span.end + 1] not in ("、", "》", "）") and self._opens(span.start)

    def _only_compared(self, p: PlaceMention) -> bool:
        before, after = self.text[max(0, p.start - 3) : p.start], self.text[p.end : p.end + 14]
        return _NOT_OWNER.search(before) is not None or _RANKED.match(after) is not None

    def _opens(self, start: int) -> bool:
        """Whether only adverbs, dates and other places stand between a clause boundary and ``start``."""
        cut = bisect_left(self._cuts, start)
        at = self._cuts[cut - 1] + 1 if cut else 0
        while at < start:
            m = _ADVERBS.match(self._placeless, at, start)
            if m is None:
                return False
            at = m.end()
        return True

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


@cache
def _pronouns() -> re.Pattern[str]:
    forms = sorted(words("organisations", "pronouns"), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, forms)))


def mentions(text: str, known: Ground, told: Sequence[PlaceMention], named: Sequence[Figure]) -> Mentions:
    """The places and organisations of a sentence, of all places and names that were found in it."""
    found = [p for p in told if not text.startswith(_NO_PLACE, p.end)]
    orgs = _orgs(text, known, named)
    inside = [p for p in found if not _of_org(p, orgs)] if orgs else found
    pronouns = tuple([Span(*m.span()) for m in _pronouns().finditer(text)])
    relatives = tuple([Span(p.start, p.end) for p in inside if p.relative]) if inside else ()
    return Mentions(text, tuple(inside), tuple(orgs), pronouns, relatives, _owners(text, inside, orgs, known))


def _of_org(p: PlaceMention, orgs: Sequence[tuple[Span, str]]) -> bool:
    """Whether a place is part of the name of an organisation."""
    return any(s.start <= p.start and p.end <= s.end and len(n) > p.end - p.start for s, n in orgs)


def _orgs(text: str, known: Ground, named: Sequence[Figure]) -> list[tuple[Span, str]]:
    """The organisations that a sentence names, in full or by what the article calls them, in order."""
    orgs = (
        {(Span(f.start, f.end), f.text) for f in named if is_org(f.text) and not _speaks(text, f)} if named else set()
    )
    forms = known.shorts or (((known.org, known.org),) if known.org else ())
    for form, name in forms:
        if form in text:
            orgs.update((Span(*m.span()), name) for m in re.finditer(re.escape(form), text))
    return sorted(orgs) if orgs else []


def _speaks(text: str, name: Figure) -> bool:
    """Whether a government body only tells whom someone speaks for: *市林业局*局长林舟介绍，全市现有林地36万亩."""
    body = name.text.endswith(_BODIES) and not name.text.endswith("指挥部")
    return body and _SPEAKER.match(text, name.end) is not None


def _owners(
    text: str, found: Sequence[PlaceMention], orgs: Sequence[tuple[Span, str]], known: Ground
) -> tuple[Span, ...]:
    """Spans of the sentence that name the article's own place or organisation, or any place, and no metric."""
    spans = [Span(p.start, p.end) for p in found if not p.relative] if found else []
    if orgs:
        spans += [s for s, name in orgs if name == known.org]
    if len(stem := stem_of(known.home)) > 1:
        at = text.find(stem)
        while at >= 0:
            spans.append(Span(at, at + len(stem)))
            at = text.find(stem, at + len(stem))
    return tuple(sorted(set(spans))) if spans else ()


@lru_cache(maxsize=1024)
def stem_of(place: str) -> str:
    """The proper part of a place's name.

    >>> stem_of("崂山区"), stem_of("云岭高新区")
    ('崂山', '云岭')
    """
    return _KIND.sub("", place)


def scope_at(
    found: Mentions, clause_start: int, at: int, standing: Standing, known: Ground
) -> tuple[Scope, Span | None]:
    """The scope of a figure at ``at``, with the span of the words that gave it (None where it is inferred).

    A place owns a figure from the head of a clause, or from within the figure's own clause (from ``clause_start``).
    """
    owner = _owning_place(found, clause_start, at)
    shared = owner is not None and owner.start in found.together
    together = found.all_of(owner) if shared and owner else ""
    owner = None if shared else owner
    place, place_span = (resolve(owner, known.home), Span(owner.start, owner.end)) if owner else ("", None)
    org, org_span = _owning_org(found, at, standing.org or known.org)
    if org_span is None and owner is None:
        org = standing.org
    if org_span is not None and place_span in found.relatives and owner is not None and owner.start > org_span.end:
        org, org_span = "", None
    if not org:
        org_span = None
    explicit = place_span is not None or org_span is not None or bool(together)
    if org and place and same_place(org, place):
        org = ""
    scope = Scope(
        place=together if shared else place or standing.place or known.home,
        org=org,
        explicit=explicit,
        main=bool(org) and org == known.org,
    )
    return scope, org_span or place_span


def _owning_place(found: Mentions, clause_start: int, at: int) -> PlaceMention | None:
    """The last place before ``at`` that a figure can be of."""
    near = _last_before(found.bearers, at)
    return near if near is None or near.start >= clause_start else _last_before(found.openers, at)


def _last_before(places_: Sequence[PlaceMention], at: int) -> PlaceMention | None:
    n = bisect_right(places_, at, key=lambda p: p.end)
    return places_[n - 1] if n else None


def _owning_org(found: Mentions, at: int, meant: str) -> tuple[str, Span | None]:
    """The last organisation before ``at`` that stands as a subject; ``meant`` where only a pronoun does."""
    for span, name in reversed(found.subjects):
        if span.end <= at:
            return name, span
    return next(((meant, span) for span in reversed(found.meant) if span.end <= at), ("", None))


_ADVERBS = re.compile(
    r"""
    其中 | 此外 | 另外 | 同时 | 目前 | 当前 | 如今 | 而 | 据(?:了解|悉|介绍|统计)?
    | 日前 | 近日 | 近年来? | 去年 | 今年以?来? | 当[天日]
    | 截至[^，]{1,8} | 作为 | 位于 | 走进 | 本土 | 上市公司 | 龙头企业 | 牵头
    | [0-9一二三四五六七八九十]+[年月日]+ | [上下]半年 | [、\s]+
    | 她?他?所在的 | 该区 | 区内 | 辖区 | 全[市区县省] | 以
    """,
    re.VERBOSE,
)
_CUT = re.compile("[，；：。！？“]")


def stand(found: Mentions, standing: Standing, sentence: Sentence) -> Standing:
    """What a sentence leaves standing: its first subject organisation, else what stood before in the paragraph."""
    if sentence.region in (RegionKind.CAPTION, RegionKind.BYLINE):
        return standing
    same = sentence.paragraph == standing.paragraph
    org = standing.org if same else ""
    for span, name in found.orgs:
        if span.start <= _SUBJECT_REACH and found.is_subject(span):
            org = name
            break
    else:
        if found.relatives and found.relatives[0].start <= _SUBJECT_REACH:
            org = ""
    return standing if same and org == standing.org else Standing(org, standing.place, sentence.paragraph)


def passed(  # noqa: PLR0913, PLR0917 - as mentions, and stand
    text: str, known: Ground, whole: Whole, named: Sequence[Figure], standing: Standing, sentence: Sentence
) -> Standing:
    """What a sentence without figures leaves standing: as :func:`stand` says, its places read only where they matter.

    They do not where neither it nor its paragraph has named an organisation: then none is left standing.
    """
    same = sentence.paragraph == standing.paragraph
    left = standing.org if same else ""
    if not (left or named or known.org or known.shorts or sentence.region in (RegionKind.CAPTION, RegionKind.BYLINE)):
        return standing if same else Standing("", standing.place, sentence.paragraph)
    if left or sentence.region in (RegionKind.CAPTION, RegionKind.BYLINE) or _orgs(text, known, named):
        return stand(mentions(text, known, whole.places(sentence.index), named), standing, sentence)
    return standing if same else Standing("", standing.place, sentence.paragraph)
