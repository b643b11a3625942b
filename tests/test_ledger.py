"""The ledger of confirmed facts: its files, how its entries are read, and what they are held against."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker.entries import Entry
from checker.ledger import confirmed, extraction, held, read_ledger
from checker.loading import load_rules
from checker.pipeline import assess, extract
from checker.positions import ConfigError
from checker.reading.plain import plain
from checker.settings import Settings

RULES = load_rules(entry_points=False)
YAML = """\
# 核实过的事实
- metric: 上市高新技术企业
  scope: 崂山区
  period: 2025-11-30
  value: 7家
  source: 区科技局
  as-of: 2025-12-05
  recheck: 2026-03-31
- {metric: 算力规模, scope: 崂山区, period: 到2025年底, value: 2600P, source: 报告, status: target}
- metric: 中小学
  scope: 崂山区
  period: 2025
  value: 71所
  source: 区教育局
  exception:
    type: 口径变更
    reason: 旧口径含分校
    value: 84所
"""
CSV = """\
metric,scope,period,value,source,as-of,recheck,status,exception,exception-reason,exception-value
上市高新技术企业,崂山区,2025-11-30,7家,区科技局,2025-12-05,2026-03-31,,,,
算力规模,崂山区,到2025年底,2600P,报告,,,target,,,

中小学,崂山区,2025,71所,区教育局,,,,口径变更,旧口径含分校,84所
"""


@pytest.fixture
def ledger(tmp_path):
    def write(text, name="ledger.yaml"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_both_files_say_the_same(ledger):
    told = read_ledger(ledger(YAML))
    assert [p.line for p in told] == [2, 9, 10]
    table = read_ledger(ledger("\ufeff" + CSV.replace("\n", "\r\n"), "ledger.csv"))
    assert [p.entry for p in table] == [p.entry for p in told]
    assert [p.line for p in table] == [2, 3, 5]


def test_an_entry_is_read_as_its_sentence(ledger):
    file = ledger(YAML)
    told = confirmed(file, read_ledger(file), Settings())
    assert [[(c.text, c.role, str(c.status), c.location.line) for c in e.claims] for e in told] == [
        [("7家", "value", "actual", 2)],
        [("2600P", "value", "target", 9)],
        [("71所", "value", "actual", 10), ("84所", "exception", "actual", 10)],
    ]
    assert told[0].article.text == "截至2025年11月30日，崂山区上市高新技术企业7家。"
    assert told[1].article.text == "到2025年底，崂山区算力规模力争达到2600P。"
    assert told[0].claims[0].article.confirmed.recheck.isoformat() == "2026-03-31"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("metric: a\n", "1:1", "应为列表"),
        ("- a\n", "1:3", "应为键值对"),
        (YAML.replace("value: 7家", "valeu: 7家"), "5:3", "未知的键 valeu，是否想写 value？"),
        (YAML.replace("type: 口径变更", "type: 口径"), "16:11", "type：应为 口径变更、数据修订、其他 之一"),
        (YAML.replace("    reason: 旧口径含分校\n", ""), "16:5", "reason：缺少这个键"),
        (YAML.replace("reason: 旧口径含分校", "reason: ' '"), "17:13", "reason：要写明为什么"),
        (YAML.replace("2026-03-31", "soon"), "8:12", "recheck：应为日期"),
        (YAML.replace("source: 区科技局", "source: ''"), "6:11", "source：应为一行文字"),
        (YAML.replace("value: 7家", "value: 若干"), "2:1", "value：读不出数（读作“截至2025年11月30日，"),
        (YAML.replace("period: 2025-11-30", "period: 某时"), "2:1", "period：读不出是什么时候"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(ledger, text, place, message):
    file = ledger(text)
    with pytest.raises(ConfigError) as told:
        confirmed(file, read_ledger(file), Settings())
    assert f"{file}:{place}" in str(told.value)
    assert message in str(told.value)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("metric,scoep\n", "1:2", "未知的列 scoep，是否想写 scope？"),
        (CSV.replace("2026-03-31", "soon"), "2:1", "recheck：应为日期"),
        (CSV.replace("71所", ""), "5:1", "value：缺少这个键"),
        (CSV.replace("2600P,报告", "2600P,报告,,,,,,,,"), "3:12", "列数比表头多"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_with_its_place(ledger, text, place, message):
    file = ledger(text, "ledger.csv")
    with pytest.raises(ConfigError) as told:
        read_ledger(file)
    assert f"{file}:{place}: " in str(told.value)
    assert message in str(told.value)


def found(*texts, entries):
    articles = [
        extract(plain(f"{n}.md", f"---\ndate: 2025-12-{10 + n}\nplace: 崂山区\n---\n{text}\n")[0], Settings())
        for n, text in enumerate(texts)
    ]
    book = [extraction(e, "ledger.yaml", n, n, Settings()) for n, e in enumerate(entries)]
    report = assess(articles, RULES, Settings())
    return report, held(report, book, RULES, Settings())


SEVEN = Entry("上市高新技术企业", "崂山区", "2025-11-30", "7家", "区科技局")


def test_a_ledger_sways_nothing_between_articles():
    texts = ("截至2025年11月底，崂山区上市高企7家。", "截至2025年11月底，崂山区上市高企达到8家。")
    without, told = found(*texts, entries=[SEVEN])
    assert [d for d in told.discrepancies if d.code != "KW601"] == list(without.discrepancies)
    (own,) = [d for d in told.discrepancies if d.code == "KW601"]
    assert [(c.text, c.role) for c in own.claims] == [("8家", "value"), ("7家", "ledger")]
    assert replace(told.summary, ledger=None) == without.summary


def test_an_entry_that_met_no_article_is_told_with_the_nearest():
    entries = [SEVEN, replace(SEVEN, period="2025"), replace(SEVEN, metric="公园", value="26座")]
    _, told = found("截至2025年11月底，崂山区上市高企达到8家。", entries=entries)
    book = told.summary.ledger
    assert (book.entries, [m.line for m in book.missed]) == (3, [1, 2])
    year, other = book.missed
    assert year.near.startswith("0.md:5:")
    assert year.near.endswith("崂山区上市高企8家")
    assert year.why == "存量与增量不可比（台账：当期；稿件：存量）"
    assert (other.near, other.why) == ("", "")
    assert (year.close, other.close) == (True, False)


def test_a_scope_is_not_read_as_part_of_a_name():
    (claim,) = extraction(replace(SEVEN, metric="概念验证中心", value="15个"), "l.yaml", 1, 1, Settings()).claims
    assert (claim.scope.place, claim.metric.text) == ("崂山区", "概念验证中心")


def test_a_dispute_whose_sides_are_both_denied_is_told_with_the_ledger():
    _, told = found("截至2025年11月底，崂山区上市高企6家。", "截至2025年11月底，崂山区上市高企8家。", entries=[SEVEN])
    (own,) = told.discrepancies
    assert (own.code, own.also, [c.text for c in own.claims]) == ("KW601", ("KW101",), ["6家", "8家", "7家"])


def test_what_a_rule_of_the_ledger_is_off_for_is_not_said():
    _, told = found("截至2025年11月底，崂山区上市高企8家。", entries=[])
    assert told.discrepancies == ()


@pytest.fixture
def newsroom(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    Path("articles").mkdir()
    for name, text in (("a", "上市高新技术企业7家"), ("b", "上市高新技术企业达到8家")):
        day = "2025-12-09" if name == "a" else "2025-12-25"
        page = f"---\ndate: {day}\nplace: 崂山区\n---\n截至2025年11月底，崂山区{text}。\n"
        Path(f"articles/{name}.md").write_text(page, encoding="utf-8")


@pytest.mark.usefixtures("newsroom")
@pytest.mark.parametrize("name", ["ledger.yaml", "ledger.csv"])
def test_a_confirmed_figure_goes_into_the_ledger_and_articles_are_held_against_it(kanwu, name):
    Path("kanwu.yaml").write_text(f"paths: [articles]\nledger: {name}\n", encoding="utf-8")
    Path(name).write_text("", encoding="utf-8")
    (dispute,) = json.loads(kanwu("check", "--format", "json").out)["discrepancies"]
    mark = dispute["fingerprint"]
    add = ("ledger", "add", mark[:8], "--source", "区科技局")
    assert "还没有裁定为确有错误" in kanwu(*add).err
    kanwu("decide", mark, "--as", "confirmed", "--reason", "核实为7家")
    assert "请用 --figure 写明哪一个数是对的：7家、8家" in kanwu(*add).err
    assert "没有 9家；有的是：7家、8家" in kanwu(*add, "--figure", "9家").err
    done = kanwu(*add, "--figure", "7家", "--recheck", "2026-03-31")
    assert (done.code, done.err) == (0, "")
    assert "台账里已经有这一条" in kanwu(*add, "--figure", "7家").err
    (placed,) = read_ledger(Path(name))
    assert (placed.entry.value, placed.entry.scope, placed.entry.period) == ("7家", "崂山区", "2025-11-30")
    Path("articles/a.md").unlink()
    done = kanwu("check")
    assert done.code == 1
    assert "KW601" in done.out
    assert f"{name}:{placed.line}" in done.out


@pytest.mark.usefixtures("newsroom")
def test_the_ledger_itself_is_checked(kanwu):
    text = YAML + YAML[YAML.index("- metric") : YAML.index("- {")].replace("7家", "9家")
    Path("ledger.yaml").write_text(text, encoding="utf-8")
    done = kanwu("ledger", "check")
    assert done.code == 1
    assert "KW101" in done.out
    assert "4 条，矛盾 1 处" in done.out


@pytest.mark.usefixtures("newsroom")
def test_an_exception_excuses_an_entry_from_others(kanwu):
    school = YAML[YAML.index("- metric: 中小学") :]
    Path("ledger.yaml").write_text(
        school + school.partition("  exception")[0].replace("71所", "90所"), encoding="utf-8"
    )
    done = kanwu("ledger", "check")
    assert (done.code, "2 条，矛盾 0 处，待复核 0 条" in done.out) == (0, True)


@pytest.mark.usefixtures("newsroom")
def test_what_is_due_is_told(kanwu):
    Path("ledger.yaml").write_text(YAML, encoding="utf-8")
    assert "矛盾 0 处，待复核 0 条" in kanwu("ledger", "check", "--today", "2025-12-31").out
    done = kanwu("ledger", "check", "--today", "2026-05-01")
    assert done.code == 0
    assert "ledger.yaml:2:1：过了复核日 2026-03-31：" in done.out
    assert "ledger.yaml:9:1：目标期限 2025-12-31 已过，没有结果：" in done.out
    assert kanwu("ledger", "check", "--today", "2026-05-01", "--fail-level", "note").code == 1


@pytest.mark.usefixtures("newsroom")
def test_a_broken_ledger_ends_the_run_with_its_line(kanwu):
    Path("ledger.yaml").write_text(YAML.replace("value: 7家", "valeu: 7家"), encoding="utf-8")
    for args in (["check", "articles"], ["ledger", "check"]):
        done = kanwu(*args)
        assert (done.code, "ledger.yaml:5:3: 未知的键 valeu" in done.err) == (2, True)


@pytest.mark.usefixtures("newsroom")
def test_entries_that_met_no_article_are_told(kanwu):
    entry = "- {metric: 上市高新技术企业, scope: 崂山区, period: 2025年, value: 7家, source: 区科技局}\n"
    Path("ledger.yaml").write_text(entry + entry.replace("上市高新技术企业", "公园"), encoding="utf-8")
    done = kanwu("ledger", "check", "articles")
    assert (done.code, done.err) == (0, "")
    _, total, near, none = done.out.replace("\n  ", "").splitlines()
    assert near.startswith("ledger.yaml:1：没有对上任何稿件：")
    assert "最像的是" in near
    assert "articles/a.md:5:" in near
    assert "台账：" in near
    assert none == "ledger.yaml:2：没有对上任何稿件：2025年，崂山区公园7家。稿件里没有相近的说法。"
    assert total == "与 2 篇稿件比过 0 条。"
    told = kanwu("check", "articles", "--fail-level", "never").out.replace("\n", "")
    assert "台账：2 条，与稿件比过 0 条。ledger.yaml:1：没有对上任何稿件" in told
    assert "其余 1 条" in told
    summary = json.loads(kanwu("check", "articles", "--format", "json").out)["summary"]
    assert (summary["ledger"]["entries"], summary["ledger"]["met"]) == (2, 0)


@pytest.mark.usefixtures("newsroom")
def test_why_takes_an_entry_of_the_ledger(kanwu):
    entry = "- {metric: 上市高新技术企业, scope: 崂山区, period: 2025-11-30, value: 7家, source: 区科技局}\n"
    Path("ledger.yaml").write_text(entry, encoding="utf-8")
    done = kanwu("why", "ledger.yaml:1", "articles/b.md:5")
    assert (done.code, done.err) == (0, "")
    assert "已归为一件事实" in done.out
    assert "KW601" in done.out


@pytest.mark.usefixtures("newsroom")
def test_there_is_nothing_to_check_without_a_ledger(kanwu):
    done = kanwu("ledger", "check")
    assert (done.code, done.out) == (2, "")
    assert "没有台账 ledger.yaml" in done.err
