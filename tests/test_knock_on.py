"""What follows from a number that is disputed already is told with that dispute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.loading import load_rules
from checker.model import Level
from checker.pipeline import check
from checker.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Discrepancy

RESULTS = "2024年，公司研发投入46.3亿元，同比增长19.9%。"


def loud(folder: Path, *texts: tuple[str, str]) -> list[Discrepancy]:
    """The loud reports on articles, each told as its day and its text."""
    for n, (day, text) in enumerate(texts):
        head = f"---\ntitle: 公司年报综述\ndate: {day}\nsource: 报纸{n}\n---\n\n"
        (folder / f"{n}.md").write_text(head + text + "\n", encoding="utf-8")
    found = check([str(folder)], load_rules(entry_points=False), Settings()).discrepancies
    return [d for d in found if d.level != Level.NOTE]


def test_a_growth_from_a_disputed_base_is_told_with_the_dispute(tmp_path: Path) -> None:
    (only,) = loud(
        tmp_path,
        ("2024-04-10", "2023年，公司研发投入38.6亿元。"),
        ("2024-05-06", "2023年，公司研发投入36.8亿元。"),
        ("2025-01-20", RESULTS),
    )
    assert (only.code, "KW111" in only.also) == ("KW101", True)
    assert "只与38.6亿元算得合" in (only.repair or "")


def test_a_growth_that_neither_number_explains_is_a_report_of_its_own(tmp_path: Path) -> None:
    found = loud(
        tmp_path,
        ("2024-04-10", "2023年，公司研发投入35.6亿元。"),
        ("2024-05-06", "2023年，公司研发投入36.5亿元。"),
        ("2025-01-20", RESULTS),
    )
    assert {d.code for d in found} == {"KW101", "KW111"}
    assert not any("KW111" in d.also for d in found)


def test_the_certain_report_takes_in_the_uncertain_one(tmp_path: Path) -> None:
    (only,) = loud(
        tmp_path,
        ("2024-04-11", "截至2023年底，青石市共有医疗机构1286家，其中基层医疗机构1312家。"),
        ("2025-01-23", "青石市医疗机构增加到1305家，其中基层医疗机构1221家。"),
    )
    assert (only.code, only.level, "KW103" in only.also) == ("KW202", Level.ERROR, True)


def test_a_share_of_a_disputed_total_is_told_with_the_dispute(tmp_path: Path) -> None:
    (only,) = loud(
        tmp_path,
        ("2024-09-10", "今年学校录取新生5640人。"),
        ("2024-09-12", "今年学校录取新生5460人，其中女生2538人，占录取总数的45.0%。"),
    )
    assert "KW203" in {only.code, *only.also}
    assert "只与5640人算得合" in (only.repair or "")


def test_a_fall_from_a_headline_that_its_body_denies_is_told_with_it(tmp_path: Path) -> None:
    text = "---\ntitle: 青石市建成助餐点564个\ndate: 2024-10-11\nsource: 早报\n---\n\n全市已建成助餐点546个。\n"
    (tmp_path / "早.md").write_text(text, encoding="utf-8")
    (only,) = loud(tmp_path, ("2025-03-27", "到去年底，青石市助餐点共有552个。"))
    assert (only.code, "KW103" in only.also) == ("KW204", True)
