from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import jsonschema
import pytest
import yaml

from checker.cli.init import template
from checker.config import Config, FailLevel, find_config, load_config, selected
from checker.loading import load_rules
from checker.model import Level
from checker.positions import ConfigError
from checker.rule import Clash, Clean, Example, FactRule
from checker.schema import schema
from checker.settings import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.rule import Discrepancy, Fact


@dataclass(frozen=True)
class FallingMoon(FactRule):
    """月亮掉下来了。"""

    code: ClassVar[str] = "KW101"
    examples: ClassVar[tuple[Example, ...]] = (Clash("⟦1个⟧"), Clean("1个"))
    least_share: float = field(default=0.5, metadata={"doc": "至少几成"})
    words: tuple[str, ...] = field(default=(), metadata={"doc": "哪些词"})

    def check(self, fact: Fact) -> Iterator[Discrepancy]:  # noqa: ARG002 - it finds nothing
        yield from ()


@dataclass(frozen=True)
class RisingSun(FallingMoon):
    """太阳升起来了。"""

    code: ClassVar[str] = "KW205"


RULES = (FallingMoon(), RisingSun())


@pytest.fixture
def configured(tmp_path):
    def write(text: str) -> Config:
        file = tmp_path / "kanwu.yaml"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return load_config(file)

    return write


def test_every_key(configured):
    config = configured(
        "paths: [articles]\nexclude: ['*.bak']\nselect: [KW1]\nignore: [rising-sun]\nfail-level: warning\n"
        "rule-folders: [own]\nrules:\n  KW101: {level: note, least-share: 0.9, words: [甲]}\n"
        "per-path:\n  - paths: ['old/**']\n    ignore: [KW1]\n"
        "places:\n  - {name: 东岛区, aliases: [东岛], within: 大海市}\naliases:\n  - [上市高企, 上市高新技术企业]\n"
    )
    assert config.fail_level is FailLevel.WARNING
    assert config.settings.places == (Place("东岛区", ("东岛",), "大海市"),)
    assert config.settings.aliases == (("上市高企", "上市高新技术企业"),)
    assert config.apply(RULES) == (FallingMoon(least_share=0.9, words=("甲",)), RisingSun())


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufeff", "---\n"])
def test_a_file_that_says_nothing_is_the_defaults(configured, text):
    assert replace(configured(text), file=None, marks={}) == Config()


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("paths: [a]\nselct: [KW1]\n", "2:1", "未知的键 selct，是否想写 select？"),
        ("zzz: 1\n", "1:1", "未知的键 zzz；可用的键：paths、exclude、select"),
        ("paths: articles\n", "1:8", "paths：应为列表"),
        ("paths:\n  - a\n  - [b]\n", "3:5", "应为文字"),
        ("paths:\n  - 2025\n", "2:5", "应为文字"),
        ("fail-level: loud\n", "1:13", "fail-level：应为 error"),
        ("fail_level: error\n", "1:1", "未知的键 fail_level，是否想写 fail-level？"),
        ("places:\n  - name: 甲\n    alias: [乙]\n", "3:5", "未知的键 alias，是否想写 aliases？"),
        ("places:\n  - aliases: [乙]\n", "2:5", "缺少这个键"),
        ("places: {甲: 乙}\n", "1:9", "应为列表"),
        ("per-path:\n  - paths: ['a']\n", "2:5", "缺少这个键"),
        ("rules: [KW101]\n", "1:8", "rules：应为键值对"),
        ("rules:\n  KW101: note\n", "2:10", "应为键值对"),
        ("paths: [a]\npaths: [b]\n", "2:1", "写了两次"),
        ("paths: [a\n", "2:1", "YAML 语法错误"),
        ("\tpaths: [a]\n", "1:1", "YAML 语法错误"),
        ("- paths\n", "1:1", "应为键值对"),
        ("a: &a [*a]\n", "", "语法错误"),
        ("paths: !!python/object:os.system [a]\n", "1:8", "YAML 语法错误"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(configured, text, place, message):
    with pytest.raises(ConfigError) as caught:
        configured(text)
    assert f"kanwu.yaml{':' if place else ''}{place}: " in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("rules:\n  KW110: {level: note}\n", "2:3", "没有规则 KW110，是否想写 KW101？"),
        ("rules:\n  faling-moon: {}\n", "2:3", "是否想写 falling-moon？"),
        ("rules:\n  KW101:\n    level: loud\n", "3:12", "应为 error、warning、note 之一"),
        ("rules:\n  KW101:\n    least_shar: 1\n", "3:5", "没有选项 least_shar，是否想写 least-share？"),
        ("rules:\n  KW101:\n    zzz: 1\n", "3:5", "它的选项：least-share、words"),
        ("rules:\n  falling-moon:\n    least-share: half\n", "3:18", "least-share：应为数字"),
        ("rules:\n  falling-moon:\n    words: 甲\n", "3:12", "words：应为列表"),
        ("select: [KW1, KW7]\n", "1:15", "没有规则 KW7"),
        ("ignore:\n  - rising-son\n", "2:5", "是否想写 rising-sun？"),
        ("per-path:\n  - paths: ['a']\n    ignore: [KW777]\n", "3:14", "没有规则 KW777"),
    ],
)
def test_what_no_rule_knows_is_told_with_its_place(configured, text, place, message):
    with pytest.raises(ConfigError) as caught:
        configured(text).apply(RULES)
    assert f"kanwu.yaml:{place}: " in str(caught.value)
    assert message in str(caught.value)


def test_a_file_in_another_encoding_or_missing_is_told(tmp_path):
    file = tmp_path / "kanwu.yaml"
    file.write_bytes("paths: [稿件]\n".encode("gbk"))
    with pytest.raises(ConfigError, match="不是 UTF-8 编码"):
        load_config(file)
    with pytest.raises(ConfigError, match="读不了"):
        load_config(tmp_path / "none.yaml")


def test_the_nearest_file_upward_is_found(tmp_path):
    (tmp_path / "kanwu.yaml").touch()
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) == (tmp_path / "kanwu.yaml").resolve()
    (tmp_path / "a" / "kanwu.yaml").touch()
    assert find_config(deep) == (tmp_path / "a" / "kanwu.yaml").resolve()


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], "KW101 KW205"),
        (["ALL"], [], "KW101 KW205"),
        (["KW1"], [], "KW101"),
        (["KW"], ["KW2"], "KW101"),
        (["rising-sun"], [], "KW205"),
        ([], ["falling-moon", "KW205"], ""),
        (["rising"], [], ""),
    ],
)
def test_rules_are_selected_by_code_prefix_and_name(select, ignore, codes):
    assert " ".join(r.code for r in selected(RULES, select, ignore)) == codes


def test_levels_and_problems_are_adjusted(configured, report):
    config = configured("rules:\n  conflicting-values: {level: note}\n  KW902: {level: warning}\n")
    adjusted = config.adjust(report)
    assert [d.level for d in adjusted.discrepancies] == [Level.NOTE]
    assert [p.level for p in adjusted.problems] == [Level.WARNING]
    assert configured("ignore: [KW9]\n").adjust(report).problems == ()


@pytest.mark.parametrize(
    ("glob", "silent"), [("*.md", True), ("a.md", False), ("old/**", False), ("[ab].md", True), ("A.MD", False)]
)
def test_a_dispute_is_left_out_only_where_all_its_witnesses_stand(configured, monkeypatch, report, glob, silent):
    config = configured(f"per-path:\n  - paths: ['{glob}']\n    ignore: [KW1]\n")
    monkeypatch.chdir(config.folder)
    assert (config.adjust(report).discrepancies == ()) == silent


def test_other_rules_are_reported_there_as_before(configured, monkeypatch, tmp_path, report):
    monkeypatch.chdir(tmp_path)
    config = configured("per-path:\n  - paths: ['**']\n    ignore: [KW2]\n")
    assert config.adjust(report) == report


def test_globs_count_from_the_file(configured, monkeypatch, tmp_path):
    config = configured("exclude: [drafts/**, '*.bak']\n")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert config.excluded == ("../drafts/**", "*.bak")


def uncommented() -> str:
    return "\n".join(line.removeprefix("# ") for line in list(template())[1:] if not line.startswith("##"))


def test_the_template_is_a_valid_configuration_with_and_without_its_hashes(configured):
    assert configured("\n".join(template())).paths == ()
    config = configured(uncommented())
    assert config.paths == ("articles",)
    known = [f.removeprefix("# ").partition(":")[0] for f in template() if f.startswith("# ") and f[2] != " "]
    assert len(known) == 15


@pytest.mark.parametrize(
    "text", ["selct: []", "paths: a", "fail-level: loud", "rules: {KW101: {zzz: 1}}", "places: [{name: 1}]"]
)
def test_the_schema_refuses_what_the_reader_refuses(text):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), schema(RULES))


def test_the_schema_takes_what_the_reader_takes():
    made = schema(RULES)
    jsonschema.Draft202012Validator.check_schema(made)
    jsonschema.validate(yaml.safe_load(uncommented()), made)
    jsonschema.validate({"rules": {"falling-moon": {"level": "note", "least-share": 1, "words": ["甲"]}}}, made)
    options = made["properties"]["rules"]["properties"]["KW101"]["properties"]
    assert options["least-share"]["description"] == "至少几成"


def test_the_shipped_schema_is_up_to_date():
    shipped = Path(__file__).parent.parent / "checker" / "kanwu.schema.json"
    assert json.loads(shipped.read_text(encoding="utf-8")) == schema(load_rules(entry_points=False)), "make generate"
