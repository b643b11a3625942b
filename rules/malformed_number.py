"""KW504: a number that cannot be meant as written"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.rule import ArticleRule, Clash, Clean, Discrepancy, Example, Extraction, Kind, Level, Verdict
from checker.rule import patterns as re

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r"^[Xx×＊*□]+(?:\.[Xx×]+)?")
_BROKEN = re.compile(
    r"""
      [.．]{2,}                   # 57..3
    | ^(?:19|20)[0-9]{3}年        # 20224年
    | ,(?![0-9]{3}(?![0-9]))      # 1,00万
    | [0-9]\.[0-9]+\.[0-9]       # 1.2.3亿
    """,
    re.VERBOSE,
)
_MIXED = re.compile(
    r"""
      (?<![0-9.])[0-9.]{1,16}[亿万] [0-9.]{1,16}[万千百] [0-9.]{0,16} [百十]?    # 2亿3千4百万
    | (?<![0-9.])[0-9.]{1,16}千 [0-9.]{1,16}百                               # 3千4百
    """,
    re.VERBOSE,
)
_SCALES = re.compile(r"[亿万千百十]")
_QUOTED = "“‘「"
_KINDS = (Kind.QUANTITY, Kind.NUMBER)


@dataclass(frozen=True)
class MalformedNumber(ArticleRule):
    """数字写坏了：小数点重复、年份五位、逗号错位、留着占位符。

    English: a number that cannot be meant as written (57..3, 20224年, 1,00万, XX万元).

    ## 为什么
    这样的数读者无法理解，也会让核对工具漏掉它；占位符是没有补上的材料。

    ## 怎样判断
    两个小数点、五位的年份、分节逗号不在千位、“XX万元”一类占位符，报为警告；“2亿3千4百万”这样汉字与数字层层夹杂的，只作提示。

    ## 不报什么
    “某某”等有意隐去的名称，引号里的占位符：是有意写的。“3万5千”“1万亿”是通行写法；“5千米”的“千米”是单位。版本号、网址、编号、
    比分（3比0）：不是数量。全角的分节逗号错位不报：分不清是不是顿号。
    """

    code: ClassVar[str] = "KW504"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 4
    examples: ClassVar[tuple[Example, ...]] = (
        Clash("合格率达到⟦57..3%⟧。"),
        Clash("项目于⟦20224年⟧开工。"),
        Clash("全年投入⟦XX万元⟧用于改造。"),
        Clash("总投资⟦2亿3千4百万元⟧。"),
        Clean("合格率达到57.3%。", because="写法正确"),
        Clean("主队以3:0获胜，客队2比1落败。", because="比分"),
        Clean("总投资1.2万亿元，全长5千米。", because="“万亿”“千米”是通行写法"),
    )

    def check(self, extraction: Extraction) -> Iterator[Discrepancy]:
        """Reports numbers that were read as malformed, and notes on numerals of mixed form."""
        for claim in extraction.claims:
            text, figure = claim.sentence.text, claim.figure
            if figure.kind not in _KINDS:
                continue
            if claim.value is None and figure.start and text[figure.start - 1] in _QUOTED:
                continue
            if claim.value is None and (_BLANK.match(claim.text) or _BROKEN.search(claim.text)):
                blank = bool(_BLANK.match(claim.text))
                said = "是没有填上的数" if blank else "不是一个写对的数"
                yield self.report([claim], f"“{claim.text}”{said}", verdict=Verdict.CONTRADICTION)
            elif (m := _MIXED.search(claim.text)) and len(_SCALES.findall(m.group())) > 2:
                yield self.report([claim], f"“{claim.text}”数字与“万、千、百”层层夹用", level=Level.NOTE)
