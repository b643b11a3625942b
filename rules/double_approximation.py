"""KW501: one number approximated twice"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.rule import ArticleRule, Clash, Clean, Comparator, Discrepancy, Example, Extraction, Kind, Level
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Claim

_AROUND = re.compile(r"约|大致|大概|大体|差不多|左右|上下|左近|许$|几乎|近似")
_UNDER = re.compile(r"近|逼近|不足|不到|未满|不满")
_OVER = re.compile(r"超|突破|逾|破|过|不低于|不少于|至少|起码|最少|以上|余|多|来$|开外")
_MOST = re.compile(r"不超|至多|最多|不高于|不多于|以内|以下|之内")
_APART = re.compile(
    r"(?P<word>至少|最少|起码|最多|至多|大约|大概)[^，。；：、0-9]{1,4}$",
    needs=("至少", "最少", "起码", "最多", "至多", "大约", "大概"),
)
_COMPARED = ("高出", "高于", "低于", "大于", "小于", "多于", "少于", "超出", "高过")
_KINDS = (Kind.QUANTITY, Kind.SHARE, Kind.RATE, Kind.GROWTH, Kind.DURATION, Kind.NUMBER)


@dataclass(frozen=True)
class DoubleApproximation(ArticleRule):
    """一个数前后用了两个表示概数的词。

    English: one number that is hedged twice (近300余家, 约20人左右, 超过1500节以上).

    ## 为什么
    “近”说不到，“余”说超过，放在一起自相矛盾；“约”与“左右”、“超过”与“以上”意思重复。GB/T 15835—2011 和通行编校规范
    都不许重复使用。

    ## 怎样判断
    同一个数的前后各有一个概数词，且两个词意思相反（近…余）或相同（约…左右、超过…以上、不低于…多）。

    ## 不报什么
    “近20多年来”的“近”说的是时间远近；“有望超过”“力争达到”“高出”不是概数词；“三万元以上不满五万元”两个词管两个数；
    只用一个概数词的；“最高不超过”是通行的说法。
    """

    code: ClassVar[str] = "KW501"
    level: ClassVar[Level] = Level.NOTE
    rank: ClassVar[int] = 905
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("节日期间，全县⟦近200余家⟧农家乐参加了活动。"),
        Clash("学校已开设选修课⟦超过600节以上⟧。"),
        Clash("前来咨询的市民⟦约50人左右⟧。"),
        Clean("节日期间，全县200余家农家乐参加了活动。", because="只有一个概数词"),
        Clean("近20多年来，当地坚持植树造林。", because="“近”指时间"),
        Clean("增速比全国高出3个百分点左右。", because="“高出”是比较，不是概数"),
        Clean("罚款一万元以上不满三万元。", because="两个词管两个数"),
        Clean("每次培训不超过5天，参训人数30人以上。", because="两个词管两个数"),
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Notes on figures with two hedges that contradict or repeat each other."""
        for claim in extraction.claims:
            if not claim.figure.hedges or claim.kind not in _KINDS or _passed(claim):
                continue
            text, figure = claim.sentence.text, claim.figure
            words = [text[a:b] for a, b in figure.hedges]
            if apart := _APART.search(text, max(0, figure.start - 6), figure.start):
                words.insert(0, apart["word"])
            words = [w for w in words if w not in _COMPARED]
            if found := _doubled(words):
                one, other, how = found
                yield self.report(
                    [claim],
                    f"“{claim.text}”的“{one}”与“{other}”{how}",
                    repair=f"“{one}”“{other}”留其一",
                )


def _passed(claim: Claim) -> bool:
    """Whether the two words bound two numbers (3万元以上不满5万元), or 近 tells of time (近20多年来)."""
    text, figure = claim.sentence.text, claim.figure
    if figure.comparator is Comparator.RANGE:
        return True
    behind = text[figure.end : figure.end + 1]
    return (
        claim.kind is Kind.DURATION and figure.text.startswith("近") and behind in ("来", "间", "里", "以", "，", "的")
    )


def _doubled(words: list[str]) -> tuple[str, str, str] | None:
    for i, one in enumerate(words):
        for other in words[i + 1 :]:
            a, b = _side(one), _side(other)
            if a == b:
                return one, other, "意思重复"
            if {a, b} == {"under", "over"}:
                return one, other, "意思相反"
            if "around" in (a, b):
                return one, other, "不宜同用"
    return None


def _side(word: str) -> str:
    if _MOST.search(word):
        return "most"
    if _AROUND.search(word):
        return "around"
    if _UNDER.search(word):
        return "under"
    return "over" if _OVER.search(word) else word
