from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len

CORPUS = Path(__file__).resolve().parent.parent.parent / "corpus"

ARTICLES = {
    "january.md": ("2025-01-12", "南江晨报", "截至2024年底，柳溪县规模以上工业企业达到212家。"),
    "july.md": ("2025-07-15", "柳溪新闻", "截至2025年6月底，全县规上工业企业达到218家。"),
    "december.md": ("2025-12-20", "南江晚报", "截至2025年11月底，全县规上工业企业达到224家。"),
    "again.md": ("2025-12-22", "柳溪新闻", "截至2025年11月底，全县规模以上工业企业达到226家。"),
    "other.md": ("2025-12-23", "柳溪新闻", "2025年1至11月，全县粮食总产量42.6万吨，同比增长3.1%。"),
}


@pytest.fixture(autouse=True)
def _articles(tmp_path, monkeypatch):
    """Five articles of one county."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (day, source, text) in ARTICLES.items():
        head = f"---\ndate: {day}\nsource: {source}\nplace: 柳溪县\n---\n"
        (folder / name).write_text(f"{head}{text}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def sections(done):
    assert done.err == ""
    return json.loads(done.out)["sections"]


def entries(done):
    return [(e["day"], e["claim"]["text"], [m["mark"] for m in e["marks"]]) for e in sections(done)[0]["entries"]]


def test_the_claims_of_a_fact_stand_by_the_day_they_speak_of_with_marks(kanwu):
    done = kanwu("timeline", "规模以上工业企业", "articles", "--format", "json")
    assert done.code == 0
    assert entries(done) == [
        ("2024-12-31", "212家", ["superseded"]),
        ("2025-06-30", "218家", ["superseded"]),
        ("2025-11-30", "224家", ["disputed"]),
        ("2025-11-30", "226家", ["disputed"]),
    ]


def test_a_claim_is_that_of_the_report(kanwu):
    told = sections(kanwu("timeline", "规上工业企业", "articles", "--format", "json"))[0]["entries"]
    extracted = [json.loads(line) for line in kanwu("extract", "articles", "--format", "jsonl").out.splitlines()]
    assert all({**e["claim"], "scope": ""} in [{**c, "scope": ""} for c in extracted] for e in told)


@pytest.mark.parametrize("asked", ["规上工业企业", "规模以上工业企业", "工业企业", "柳溪县规上工业企业"])
def test_short_and_long_names_find_the_same(kanwu, asked):
    first = sections(kanwu("timeline", asked, "articles", "--format", "json"))[0]
    assert len(first["entries"]) == 4
    assert first["match"] == "exact"


def test_part_of_a_name_finds_what_contains_it(kanwu):
    told = sections(kanwu("timeline", "产量", "articles", "--format", "json"))
    assert [(s["metric"], s["match"]) for s in told] == [("粮食总产量", "contained")]


def test_growth_stands_beside_its_value_and_is_no_section_of_its_own(kanwu):
    told = sections(kanwu("timeline", "粮食总产量", "articles", "--format", "json"))
    assert [[g["text"] for e in s["entries"] for g in e["growth"]] for s in told] == [["同比增长3.1%"]]


def test_the_table_tells_place_source_and_marks_and_fits_80_columns(kanwu):
    done = kanwu("timeline", "规上工业企业", "articles")
    assert done.code == 0
    lines = done.out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    at = next(n for n, line in enumerate(lines) if line.startswith("2025-06-30"))
    assert "218家" in lines[at]
    assert lines[at].endswith("更新 KW113")
    assert lines[at + 1] == "  articles/july.md:6  2025-07-15  柳溪新闻"
    assert any(line.endswith("争议 KW101") for line in lines)
    assert "\x1b" not in done.out
    assert "\x1b[" in kanwu("timeline", "规上工业企业", "articles", "--color", "always").out


def test_columns_stand_under_each_other(kanwu):
    lines = kanwu("timeline", "规上工业企业", "articles").out.splitlines()
    head = next(line for line in lines if line.startswith("日期"))
    rows = [line for line in lines if line.startswith("20")]
    column = cell_len(head[: head.index("状态")])
    assert {cell_len(row[: row.index("实际")]) for row in rows} == {column}


def test_a_narrow_page_breaks_names_and_never_paths(kanwu):
    long = "截至2025年11月底，全县新型职业农民田间学校和农业科技示范基地达到12个。"
    Path("articles/a-rather-long-name-of-an-article-that-nobody-would-ever-type.md").write_text(
        f"---\ndate: 2025-12-01\nplace: 柳溪县\n---\n{long}\n", encoding="utf-8"
    )
    lines = kanwu("timeline", "农业科技示范基地", "articles").out.splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert any("articles/a-rather-long-name-of-an-article-that-nobody-would-ever-type.md:5" in line for line in lines)


def test_at_most_five_facts_and_the_rest_is_counted(kanwu):
    kinds = ["小学", "医院", "书店", "桥梁", "水库", "公园", "车站"]
    text = "".join(f"截至2025年底，全县智慧{kind}达到{n}座。\n\n" for n, kind in enumerate(kinds, 11))
    Path("more").mkdir()
    Path("more/a.md").write_text(f"---\ndate: 2026-01-05\nplace: 柳溪县\n---\n{text}", encoding="utf-8")
    told = json.loads(kanwu("timeline", "智慧", "more", "--format", "json").out)
    assert (len(told["sections"]), told["more"]) == (5, 2)
    assert "另有 2 件" in kanwu("timeline", "智慧", "more").out


def test_a_metric_that_nobody_told_of_is_exit_code_1_with_names_near_to_it(kanwu):
    done = kanwu("timeline", "粮食产值", "articles")
    assert done.code == 1
    assert done.out == ""
    assert "没有读到“粮食产值”这个指标。是否想查：粮食总产量" in done.err
    assert kanwu("timeline", "xyz", "articles").code == 1


def test_wrong_paths_are_exit_code_2(kanwu):
    done = kanwu("timeline", "粮食", "nowhere")
    assert done.code == 2
    assert "没有这个文件或文件夹：nowhere" in done.err


def test_the_configuration_names_aliases_and_ignores_rules(kanwu):
    Path("kanwu.yaml").write_text(
        "paths: [articles]\nignore: [KW101]\naliases: [[粮食总产量, 口粮收成]]\n", encoding="utf-8"
    )
    assert entries(kanwu("timeline", "口粮收成", "--format", "json"))[0][1] == "42.6万吨"
    marks = [m for _, _, told in entries(kanwu("timeline", "规上工业企业", "--format", "json")) for m in told]
    assert "disputed" not in marks


def test_output_goes_to_a_file(kanwu):
    done = kanwu("timeline", "规上工业企业", "articles", "--output", "out/told.txt", "--color", "always")
    assert done.out == ""
    assert "218家" in Path("out/told.txt").read_text(encoding="utf-8")


def test_the_capacity_of_the_demonstration_corpus(kanwu):
    told = sections(kanwu("timeline", "算力规模", CORPUS, "--format", "json"))[0]["entries"]
    by_text = {e["claim"]["text"]: e for e in told}
    assert {"突破5700P", "突破5000P"} <= set(by_text)
    assert all(m["mark"] == "disputed" for m in by_text["突破5000P"]["marks"])
    assert "KW102" in [m["code"] for m in by_text["突破5000P"]["marks"]]
    days = [e["day"] for e in told]
    assert days == sorted(days)
    lines = kanwu("timeline", "算力规模", CORPUS).out.splitlines()
    assert max(cell_len(line) for line in lines if not line.startswith("  ")) <= 80


def test_a_name_within_a_longer_name_is_a_fact_of_its_own(kanwu):
    told = sections(kanwu("timeline", "高新技术企业", CORPUS, "--format", "json"))
    names = [s["metric"] for s in told]
    assert names.index("高新技术企业") < names.index("上市高新技术企业")
    by_name = {s["metric"]: {e["claim"]["text"] for e in s["entries"]} for s in told}
    assert "1087家" in by_name["高新技术企业"]
    assert by_name["上市高新技术企业"] == {"7家", "8家"}
