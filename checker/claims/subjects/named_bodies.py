"""The organisations that a sentence names: in full, or by what the article calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker import patterns as re
from checker.claims.subjects.bodies import is_firm, is_thing
from checker.claims.subjects.grounds import is_org
from checker.claims.subjects.referring import bare
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.claims.subjects.grounds import Ground
    from checker.model import Figure

# Bodies whose people speak of the whole place, and what those are called.
_BODIES = ("局", "厅", "委", "委员会", "办公室", "署", "部")
# Bodies that do much in their own name, and only sometimes tell of others.
_REPORTERS = ("指挥部", "海关", "气象台", "边检站", "管委会")


# How a body of the whole state is called, and how near the beginning of a sentence one is quoted.
_STATE, _QUOTING = re.compile("国家[^省市县区州局]{1,8}[局委]|中国人民银行|海关总署"), 12
# What is counted is no name: 浔澜机场有*货运航空公司*6家，….
_COUNTED = re.compile("[0-9一二两三四五六七八九十百]+余?[家所座支](?=[，。；：、（]|$)")
# What a body holds in which others are ranked: 省文物局*组织的*评估中，该馆列第三.
_HOSTS = re.compile(
    r"(?:组织|主办|举办|公布|发布|评选|认定|命名|授予|颁发|下达|印发|开展)[^，。；的]{0,6}的",
    needs=("组织", "办", "布", "评选", "认定", "命名", "授予", "颁发", "下达", "印发", "开展"),
)
# Where numbers come from: *据*市统计局*统计*，全市现有企业9家.
_SOURCED = ("据", "根据", "从", "按", "按照", "来自", "经")
_COUNTS = re.compile(
    r"(?:最新|初步)?(?:的)?(?:统计|测算|监测|调查|普查|核查|核定|认定|评估|数据|消息|通报|介绍|透露|公布|发布|披露|提供|反映|了解|获悉|核算)"
)
_SPEAKER = re.compile(
    r"(?:党组|党委|有关|相关|副)?(?:书记|局长|副局长|厅长|副厅长|主任|副主任|总工程师|指挥长|负责人|处长|科长|部长|新闻发言人|工作人员)"
)
# What a body tells of others: *县人社局统计*，…; 临港海关*19日发布*消息，….
_TELLS = re.compile(
    r"(?:20[0-9]{2}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[上下]?午?"
    r"(?:的?(?:最新|初步|不完全|昨日|近日|日前|今天|昨天|对外|联合)?)(?:统计|介绍|透露|通报|披露|测算|监测|摸底|核算|数据|消息|获悉|了解|显示|发布|公布)"
)


def named_orgs(text: str, known: Ground, named: Sequence[Figure]) -> list[tuple[Span, str]]:
    """The organisations that a sentence names, in full or by what the article calls them, in order."""
    told = (
        [f for f in named if (is_org(f.text) or is_firm(f.text) or is_thing(f.text)) and not _no_owner(text, f)]
        if named
        else ()
    )
    called = [(f, bare(f.text)) for f in told]
    orgs = {(Span(f.start, f.end), name) for f, name in called}
    forms = known.shorts or (((known.org, known.org),) if known.org else ())
    for form, name in forms:
        if form in text:
            orgs.update((Span(*m.span()), name) for m in re.finditer(re.escape(form), text))
    return _apart(sorted(orgs, key=lambda one: (one[0].start, -one[0].end, one[1]))) if orgs else []


def told_by_the_state(text: str, named: Sequence[Figure]) -> Figure | None:
    """The body of the state that a sentence begins by quoting, whose numbers are the country's: *国家统计局*公布，…."""
    if not named or named[0].start > _QUOTING or _STATE.fullmatch(named[0].text) is None:
        return None
    return named[0] if _TELLS.match(text, named[0].end) is not None else None


def _apart(orgs: Sequence[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Of names that overlap the longest of the leftmost: 屹霖*集团* is not 屹霖."""
    kept: list[tuple[Span, str]] = []
    for span, name in orgs:
        if not kept or span.start >= kept[-1][0].end or span == kept[-1][0]:
            kept.append((span, name))
    return kept


def _no_owner(text: str, name: Figure) -> bool:
    """Whether what looks like a name of an organisation is none here, or only tells whom someone speaks for."""
    return _COUNTED.match(text, name.end) is not None or _speaks(text, name)


def _speaks(text: str, name: Figure) -> bool:
    """Whether a government body only tells whom someone speaks for: *市林业局*局长林舟介绍，全市现有林地36万亩."""
    if name.text.endswith(_REPORTERS):
        return _TELLS.match(text, name.end) is not None
    if not name.text.endswith(_BODIES):
        return False
    counts = text.endswith(_SOURCED, 0, name.start) and _COUNTS.match(text, name.end) is not None
    return counts or any(m.match(text, name.end) for m in (_SPEAKER, _HOSTS, _TELLS))
