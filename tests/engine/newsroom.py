"""A small archive that disagrees with itself in many ways, and the edits that an editor makes in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from pathlib import Path

PLACES = ("东岛区", "西屿县", "南汀市")
METRICS = ("上市高新技术企业", "规模以上工业企业", "专精特新企业", "在园企业", "省级创新平台")
HOUSES = ("东岛区海洋装备研究院", "东岛区海洋装配研究院", "南汀市第二人民医院", "南汀市第三人民医院")


def article(chance: random.Random) -> str:
    """The text of an article."""
    place, metric = chance.choice(PLACES), chance.choice(METRICS)
    day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    lines = [f"---\ntitle: {chance.choice(HOUSES)}推动{place}发展\ndate: {day}\n---\n"]
    for _ in range(chance.randint(1, 4)):
        number = chance.choice((7, 8, 9, 12, 45, 120, 226, 339))
        lines += [
            chance.choice(
                (
                    f"截至2025年底，{place}{metric}达到{number}家，同比增长{number}%。",
                    f"2025年，{place}新增{metric}{number}家，其中{chance.choice(METRICS)}{number // 2}家。",
                    f"{chance.choice(HOUSES)}完成投资{number}亿元，立项{number}项，居全省第{chance.randint(1, 4)}。",
                    f"3月{chance.randint(1, 9)}日，{place}环湖公路二期正式通车，全长{number}公里。",
                    f"东岛区已建成覆盖全区的智慧养老服务中心{number}处，服务老年居民{number * 30}人次。",
                    f"全国首个海洋{chance.choice(('牧场', '数据'))}交易平台落户{place}，共有{metric}{number}家。",
                )
            ),
        ]
    return "\n".join(lines) + "\n"


def write(folder: Path, chance: random.Random, n: int) -> None:
    """An archive of ``n`` articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(n):
        (folder / f"{i:03}.md").write_text(article(chance), encoding="utf-8")


def edit(folder: Path, chance: random.Random) -> None:
    """One to three edits: an article changed, put in, or taken out."""
    for _ in range(chance.randint(1, 3)):
        there = sorted(folder.glob("*.md"))
        kind = chance.random()
        if kind < 0.2 and len(there) > 5:
            chance.choice(there).unlink()
        elif kind < 0.4:
            (folder / f"{chance.randrange(1000):03}.md").write_text(article(chance), encoding="utf-8")
        else:
            chance.choice(there).write_text(article(chance), encoding="utf-8")
