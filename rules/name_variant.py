"""KW403: one thing under two names"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from checker.rule import (
    Clash,
    Clean,
    Discrepancy,
    Example,
    Fact,
    FactRule,
    Kind,
    Level,
    Sample,
    day,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.rule import Claim


@dataclass(frozen=True)
class NameVariant(FactRule):
    """同一个机构、文件、活动，写成了两个只差一两个字的名称。

    English: one institution, document or event under two names that differ by a slip.

    ## 为什么
    名称错一个字就是差错；读者和检索都会当成两个东西。

    ## 怎样判断
    两个名称类别相同，只有一个字不同、两处词序颠倒，或多、少一两个字，而且差别不是编号、方位、级别、地名一类用来区分不同事物的字。
    引号里的名称只差一个字、引号后写明是同一种东西的（计次票、夜读会），两稿说的是同一个地方就报。
    不管是哪一类东西：引号里的名称，以及用稿件所写的地方、单位开头的名称，如果只差一个字、一个词（有一个字相同）、多少一个词，或者两个词颠倒，
    写的是同一个地方，名称旁边又有相同的词，也报；差别本身看不出是笔误的，还要其中一个名称至少在两篇稿件里出现、另一个少得多，并且没有一稿同时写到两个。
    六个字以上、开头完全相同的长名称，只是末尾的通名不同（中心、基地；研究院、研究所），或者中间多、少一个词的，两稿说的是同一个地方、没有一稿同时写到两个，也报。

    ## 不报什么
    全称与通行的简称；“第一中学”与“第二中学”；“东区”与“西区”；“送戏”与“送书”；“湖”与“河”；在同一句里并列的两个名称；
    只在一处各写过一次、差别可以是两样东西的两个名称。
    """

    code: ClassVar[str] = "KW403"
    level: ClassVar[Level] = Level.WARNING
    rank: ClassVar[int] = 55
    examples: ClassVar[tuple[Example, ...]] = (
        Clash(
            Sample("⟦云河精密制造研究院⟧已孵化科技型企业17家。", day(2024, 7, 25)),
            Sample("⟦云河精密智造研究院⟧成立于2022年6月。", day(2025, 5, 15)),
        ),
        Clash(
            Sample("云河公交推出“⟦云河畅行⟧”计次票。", day(2024, 7, 25), place="云河市"),
            Sample("他新买的“⟦云河畅享⟧”计次票，可以用三个月。", day(2025, 5, 15), place="云河市"),
        ),
        Clash(
            Sample("⟦望湖冰雪运动中心⟧建成投用。", day(2024, 7, 25), place="云河市"),
            Sample("⟦望湖冰雪运动基地⟧迎来第一批队员。", day(2025, 5, 15), place="云河市"),
        ),
        Clash(
            Sample("线上平台“⟦云河星课堂⟧”注册职工32万人。", day(2024, 3, 5), place="云河市"),
            Sample("线上平台“⟦云河星课堂⟧”上新课程60门。", day(2024, 7, 25), place="云河市"),
            Sample("线上平台“⟦云河星学堂⟧”年底再添课程。", day(2024, 12, 15), place="云河市"),
        ),
        Clean(
            Sample("云河市开展“送戏下乡”活动，演出36场。", day(2024, 3, 5), place="云河市"),
            Sample("云河市开展“送书下乡”活动，送书2万册。", day(2024, 7, 25), place="云河市"),
            because="做的是两件事",
        ),
        Clean(
            Sample("云河市第一人民医院新增床位200张。", day(2024, 7, 25)),
            Sample("云河市第二人民医院新增床位300张。", day(2025, 5, 15)),
            because="编号不同，是两家医院",
        ),
        Clean(
            Sample("云河陆港集团开行班列。", day(2024, 7, 25)),
            Sample("云河港口集团完成吞吐量。", day(2025, 5, 15)),
            because="两家企业",
        ),
    )

    def check(self, fact: Fact) -> Iterator[Discrepancy]:
        """Reports facts of two near-equal names."""
        if fact.claims[0].kind != Kind.NAME or "slip" not in {r for e in fact.links for r in e.reasons}:
            return
        texts = list(dict.fromkeys(c.text for c in fact.claims))
        common = _usual(fact.claims)
        yield self.report(
            fact.claims,
            f"名称不一：{'／'.join(texts)}",
            work=" ≠ ".join(texts),
            repair=f"统一为“{common}”？多数稿件这样写" if common else None,
        )


def _usual(claims: Sequence[Claim]) -> str:
    """The name that most articles write, "" where none is ahead."""
    written = Counter(text for text, _ in dict.fromkeys((c.text, c.article.id) for c in claims))
    (first, most), *rest = written.most_common(2)
    return first if not rest or most > rest[0][1] else ""
