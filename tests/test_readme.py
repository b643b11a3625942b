from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cli import COMMANDS
from checker.config import load_config
from checker.loading import load_rules
from checker.report.formats import FORMATS

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")


def headings(page):
    return [len(m[1]) for m in re.finditer(r"^(#+) ", re.sub(r"```.*?```", "", page, flags=re.DOTALL), re.MULTILINE)]


def blocks(page):
    return re.findall(r"^```\w*\n.*?^```$", page, re.MULTILINE | re.DOTALL)


def options(page):
    return re.findall(r"^\| (`-.*?`) \|", page, re.MULTILINE)


def test_both_languages_say_the_same():
    assert headings(ENGLISH) == headings(CHINESE)
    assert blocks(ENGLISH) == blocks(CHINESE)
    assert options(ENGLISH) == options(CHINESE)
    for mark in (r"^\| (?:KW)?\d+ \|", r"^\| (KW\d+ \| [a-z-]+) \|", r"\]\((?!README)([^)]+)\)"):
        assert re.findall(mark, ENGLISH, re.MULTILINE) == re.findall(mark, CHINESE, re.MULTILINE)


@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_links_and_folders_exist(page):
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", page) + re.findall(r"`([a-z]+/)`", page):
        assert (ROOT / target).exists(), target


def test_the_configuration_shown_is_valid(tmp_path):
    shown = next(b for b in blocks(ENGLISH) if b.startswith("```yaml"))
    file = tmp_path / "kanwu.yaml"
    file.write_text("\n".join(shown.splitlines()[1:-1]), encoding="utf-8")
    config = load_config(file)
    assert config.apply(load_rules(entry_points=False))


@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_option_of_check_is_told(page):
    from checker.cli.check import check

    told = " ".join(options(page))
    for option in check.params:
        if option.opts[0].startswith("-"):
            assert any(o in told for o in option.opts), option.opts


def test_every_command_shown_exists():
    for command in re.findall(r"^kanwu ([a-z]+)", ENGLISH, re.MULTILINE):
        assert command in COMMANDS


@pytest.mark.parametrize("page", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_format_is_told(page):
    rows = re.findall(r"^\| (`[a-z].*?`) \|", page, re.MULTILINE)
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] == list(FORMATS)
