from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

from checker.loading import OptionError, RuleError, built_in_folder, load_rules

RULE = '''\
from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from checker.rule import Clash, Clean, FactRule, Level


@dataclass(frozen=True)
class {name}(FactRule):
    """样例规则。"""

    code: ClassVar[str] = "{code}"
    level: ClassVar[Level] = Level.NOTE
    examples: ClassVar[tuple] = (Clash("⟦1个⟧和⟦2个⟧"), Clean("1个"), Clean("2个"))
    pace: float = field(default=0.5, metadata={{"doc": "快慢"}})

    def check(self, fact):
        yield from ()
'''


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "own"
    made.mkdir()
    (made / "late_moon.py").write_text(RULE.format(name="LateMoon", code="KW801"), encoding="utf-8")
    return made


def test_built_in_rules_are_found_and_sorted():
    codes = [r.code for r in load_rules(entry_points=False)]
    assert codes
    assert codes == sorted(set(codes))
    assert built_in_folder().name == "rules"


def test_a_folder_loads_by_the_same_road(folder):
    rules = load_rules([folder], entry_points=False)
    assert [r.name for r in rules if r.code == "KW801"] == ["late-moon"]
    assert len(rules) == len(load_rules(entry_points=False)) + 1


def test_a_folder_given_twice_is_loaded_once(folder):
    assert len(load_rules([folder, folder], entry_points=False)) == len(load_rules([folder], entry_points=False))


def test_underscored_files_are_not_rules(folder):
    (folder / "_common.py").write_text("nonsense(", encoding="utf-8")
    load_rules([folder], entry_points=False)


@pytest.mark.parametrize("key", ["KW801", "late-moon"])
def test_options_are_set_by_code_and_by_name(folder, key):
    rules = load_rules([folder], entry_points=False, options={key: {"pace": 2.0}})
    assert [r.pace for r in rules if r.code == "KW801"] == [2.0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"KW801": {"pase": 1}}, "是否想写 pace"),
        ({"KW801": {"pace": "quick"}}, "应为数字"),
        ({"late-mon": {}}, "是否想写 late-moon"),
    ],
)
def test_an_unknown_option_or_a_wrong_value_is_refused(folder, options, message):
    with pytest.raises(OptionError, match=message):
        load_rules([folder], entry_points=False, options=options)


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (("class LateMoon", "class EarlyMoon"), 10, "early_moon.py"),
        (('code: ClassVar[str] = "KW801"', "pass"), 10, "缺少形如 KW101 的 code"),
        (("KW801", "K1"), 10, "缺少形如 KW101 的 code"),
        (('"""样例规则。"""', ""), 10, "缺少说明"),
        (('Clash("⟦1个⟧和⟦2个⟧"), ', ""), 10, "至少要有一个 Clash"),
        ((', metadata={"doc": "快慢"}', ""), 10, "选项 pace 缺少说明"),
        (("pace: float", "level: float"), 10, "选项不能叫 level"),
        (("pace: float", "pace: Flaot"), 10, "选项的类型不明"),
        (("default=0.5, ", ""), 10, "默认值"),
        (("@dataclass(frozen=True)", "@dataclass"), 0, "frozen"),
        (("(frozen=True)", "()"), 0, "frozen"),
        (("def check", "def judge"), 1, "一条也没有"),
        (("yield from ()", "yield from ("), 19, "语法错误"),
        (("FactRule, Level", "FactRule, Lvel"), 6, "Lvel"),
        (("from dataclasses", "1 / 0\nfrom dataclasses"), 3, "ZeroDivisionError"),
    ],
)
def test_a_file_that_is_no_proper_rule_stops_the_run(folder, change, line, message):
    file = folder / "late_moon.py"
    text = file.read_text(encoding="utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(RuleError, match=message) as caught:
        load_rules([folder], entry_points=False)
    assert f"late_moon.py:{line or ''}" in str(caught.value)


def test_two_rules_in_one_file_are_refused(folder):
    file = folder / "late_moon.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + text.partition("\n\n\n")[2].replace("LateMoon", "Other"), encoding="utf-8")
    with pytest.raises(RuleError, match="一个文件只能有一条规则：LateMoon、Other"):
        load_rules([folder], entry_points=False)


@pytest.mark.parametrize(
    ("name", "code", "taken"), [("EarlySun", "KW801", "KW801"), ("LateMoon", "KW802", "late-moon")]
)
def test_a_code_or_name_that_is_taken_is_refused(folder, tmp_path, name, code, taken):
    other = tmp_path / "other"
    other.mkdir()
    file = other / ("early_sun.py" if name == "EarlySun" else "late_moon.py")
    file.write_text(RULE.format(name=name, code=code), encoding="utf-8")
    with pytest.raises(RuleError, match=f"{taken} 已由 .*late_moon.py 使用"):
        load_rules([folder, other], entry_points=False)


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(RuleError, match="规则文件夹不存在"):
        load_rules([tmp_path / "none"], entry_points=False)


@pytest.fixture
def package(tmp_path):
    """A distribution as a package index would install it: a package of rule files and its entry point."""

    def make(target: str = "newsroom_rules") -> None:
        rules = tmp_path / "newsroom_rules"
        rules.mkdir(exist_ok=True)
        (rules / "__init__.py").touch()
        (rules / "late_moon.py").write_text(RULE.format(name="LateMoon", code="KW801"), encoding="utf-8")
        info = tmp_path / "newsroom_rules-1.0.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-rules\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[checker.rules]\nnewsroom = {target}\n", encoding="utf-8")

    return make


@pytest.mark.parametrize("target", ["newsroom_rules", "newsroom_rules.late_moon"])
def test_an_installed_package_of_rules_is_found(package, tmp_path, monkeypatch, target):
    package(target)
    monkeypatch.syspath_prepend(tmp_path)
    assert "KW801" in [r.code for r in load_rules()]
    assert "KW801" not in [r.code for r in load_rules(entry_points=False)]


@pytest.mark.parametrize(
    ("target", "message"),
    [("newsroom_rules:late_moon", "不能指向其中的对象"), ("no_such_rules", "找不到"), ("no_such.rules", "找不到")],
)
def test_an_entry_point_to_nothing_stops_the_run(package, tmp_path, monkeypatch, target, message):
    package(target)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(RuleError, match=message):
        load_rules()


def test_a_package_may_be_called_as_it_likes(tmp_path):
    """A distribution that installs a top-level package `rules` does not hide the built-in rules."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    code = dedent("""
        from checker.loading import load_rules
        print(len(load_rules(entry_points=False)))
    """)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert int(done.stdout) == len(load_rules(entry_points=False))
