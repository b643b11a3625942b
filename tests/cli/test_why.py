from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

CORPUS = Path(__file__).resolve().parent.parent.parent / "corpus"

ARTICLES = {
    "a.md": (
        "2025-12-09",
        (
            "截至2025年11月底，柳溪县规模以上工业企业达到212家。\n\n"
            "2025年1至11月，全县粮食总产量42.6万吨，同比增长3.1%。\n\n"
            "全县市级以上龙头企业35家。\n\n"
            "到2027年，全县规上工业企业力争达到300家。\n\n"
            "这一天没有别的消息。\n"
        ),
    ),
    "b.md": (
        "2025-12-20",
        (
            "截至2025年11月底，全县规上工业企业达到218家。\n\n"
            "2025年1至11月，邻近的青禾县粮食总产量51.3万吨，同比增长2.4%。\n\n"
            "全县省级以上龙头企业12家。\n\n"
            "截至2025年11月底，全县公园达到26座，面积180公顷。\n"
        ),
    ),
}


@pytest.fixture(autouse=True)
def _articles(tmp_path, monkeypatch):
    """Two articles of one county; the text begins on line 5."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, (day, text) in ARTICLES.items():
        (folder / name).write_text(f"---\ndate: {day}\nplace: 柳溪县\n---\n{text}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def row(done, name):
    assert (done.code, done.err) == (0, "")
    text = re.sub(r"\n {8}", "", done.out)
    return next(line.strip() for line in text.splitlines() if line.strip().startswith(name))


def test_figures_that_are_linked_and_compared(kanwu):
    done = kanwu("why", "articles/a.md:5", "articles/b.md:5")
    assert "甲  articles/a.md:5:26  212家" in done.out
    assert "乙  articles/b.md:5:23  218家" in done.out
    assert "212家｜工业企业｜柳溪县规上｜" in row(done, "读作")
    assert "名称相同；名称相似度 1.00" in row(done, "指标")
    assert row(done, "主体").endswith("可以认作同一主体")
    assert "已归为一件事实，得分 " in row(done, "关联")
    assert "可比；两个数不能同时成立（212家 与 218家，相差 6家" in row(done, "比较")
    assert row(done, "时间").endswith("同一时期（两处都写明）")
    assert "KW101 conflicting-values" in row(done, "规则")


def test_another_subject_is_told_with_both_places(kanwu):
    done = kanwu("why", "articles/a.md:7", "articles/b.md:7", "--figure", "42.6万吨", "--figure", "51.3万吨")
    assert "不可比：范围不同或不明（甲：柳溪县；乙：青禾县）" in row(done, "比较")
    assert row(done, "规则").endswith("没有规则报告这两个数")


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        ("a.md:9", "b.md:9", "不可比：口径不同（甲：市级以上；乙：省级以上）"),
        ("a.md:11", "b.md:5", "不可比：实际与目标不可比（甲：目标；乙：实际）"),
        ("a.md:5", "b.md:11 --figure 180公顷", "不可比：单位不同（甲：家；乙：公顷）"),
        ("a.md:5", "b.md:7 --figure 2.4%", "不可比：数的种类不同（甲：数量；乙：增幅）"),
    ],
)
def test_each_reason_is_told_with_what_both_sides_say(kanwu, a, b, reason):
    assert reason in row(kanwu("why", f"articles/{a}", *f"articles/{b}".split()), "比较")


def test_figures_of_another_sort_are_not_paired_where_there_are_like_ones(kanwu):
    out = kanwu("why", "articles/a.md:7", "articles/b.md:7").out
    told = re.findall(r"^[甲乙]  \S+  (.+)$", out, re.MULTILINE)
    assert sorted(told) == ["42.6万吨", "51.3万吨", "同比增长2.4%", "同比增长3.1%"]


def test_one_figure_may_be_named_for_either_side(kanwu):
    done = kanwu("why", "articles/a.md:7", "articles/b.md:7", "--figure", "3.1%")
    assert "同比增长3.1%" in done.out
    assert "42.6" not in done.out
    assert "同比增长2.4%" in done.out


def test_figures_of_one_line_are_told_apart(kanwu):
    done = kanwu("why", "articles/b.md:11", "articles/b.md:11")
    assert "26座" in done.out
    assert "180公顷" in done.out
    assert kanwu("why", "articles/a.md:5", "articles/a.md:5").out == "两处是同一个数，没有可说明的。\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["articles/a.md:13", "articles/b.md:5"], "articles/a.md:13 没有读到数字。第 7 行有 42.6万吨、同比增长3.1%"),
        (["articles/a.md:13", "articles/b.md:5"], "第 11 行有 300家"),
        (["articles/a.md", "articles/b.md:5"], "articles/a.md：应写作 稿件:行号"),
        (["articles/a.md:0", "articles/b.md:5"], "应写作 稿件:行号"),
        (["articles/c.md:1", "articles/b.md:5"], "没有这个文件：articles/c.md"),
        (["articles/a.md:5", "articles/b.md:5", "nowhere"], "没有这个文件或文件夹：nowhere"),
        (["articles/a.md:5", "articles/b.md:5", "--figure", "9家"], "没有读到 9家；读到的有：212家"),
        (
            ["articles/a.md:5", "articles/b.md:5", "--figure", "212家", "--figure", "212家"],
            "articles/b.md:5 没有读到 212家；读到的有：218家",
        ),
        (["articles/a.md:5", "articles/b.md:5", *["--figure", "1"] * 3], "至多写两次"),
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_what_is_there(kanwu, args, message):
    done = kanwu("why", *args)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_rows_of_a_jsonl_file_are_named_by_their_number(kanwu):
    rows = [
        {"id": f"n{n}", "date": f"2025-12-0{n}", "text": f"截至2025年11月底，柳溪县公园达到{n + 20}座。"}
        for n in (1, 2)
    ]
    Path("rows.jsonl").write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    out = kanwu("why", "rows.jsonl:1", "rows.jsonl#n2:2", "rows.jsonl").out
    assert "21座" in out
    assert "22座" in out


def test_the_configured_rules_alone_are_named(kanwu):
    Path("kanwu.yaml").write_text("paths: [articles]\nselect: [KW2]\n", encoding="utf-8")
    done = kanwu("why", "articles/a.md:5", "articles/b.md:5")
    assert "没有规则报告这两个数" in row(done, "规则")


def test_the_listed_companies_of_the_demonstration_corpus(kanwu):
    files = sorted(CORPUS.glob("2025-12-*.md"))
    done = kanwu("why", f"{files[0]}:10", f"{files[1]}:10", "--figure", "7家", "--figure", "8家")
    assert "上市高新技术企业" in row(done, "读作")
    assert "KW101" in row(done, "规则")
    lines = kanwu("why", f"{files[0]}:10", f"{files[1]}:10").out.splitlines()
    assert "此外同类的数还有" in lines[-2] + lines[-1] + lines[-3]
    assert max(cell_len(line) for line in lines if not line.startswith(("甲", "乙"))) <= 80
