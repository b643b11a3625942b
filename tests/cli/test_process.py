"""What only a process of its own shows: start-up, encodings, and output that nothing may sway."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
HEAVY = (
    "borax",
    "jieba",
    "msgspec",
    "multiprocessing",
    "platformdirs",
    "pydantic",
    "rich",
    "selectolax",
    "sqlite3",
    "yaml",
)


def spawn(*args, cwd=ROOT, **env):
    return subprocess.run(
        [sys.executable, "-c", "from checker.cli import main; main()", *map(str, args)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **env},
        capture_output=True,
        check=False,
    )


def test_help_imports_nothing_heavy():
    code = (
        "import sys\nfrom checker.cli import kanwu\n"
        "kanwu.main(['--help'], standalone_mode=False)\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_version_is_that_of_the_project():
    assert spawn("--version").stdout.startswith(b"kanwu 0.")


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_a_console_that_cannot_show_a_character_does_not_end_the_run(tmp_path, encoding):
    text = "截至2025年底，东岛区🏭企业7家。\n截至2025年底，东岛区🏭企业9家。\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    for command in (["check", tmp_path], ["extract", tmp_path], ["rules"], ["explain", "KW101"]):
        done = spawn(*command, PYTHONIOENCODING=encoding)
        assert done.returncode in {0, 1}, done.stderr
        assert done.stdout
        done.stdout.decode(encoding)


def test_json_is_utf_8_whatever_the_console(tmp_path):
    (tmp_path / "a.md").write_text("截至2025年底，东岛区企业7家。\n", encoding="utf-8")
    done = spawn("extract", tmp_path, "--format", "jsonl", PYTHONIOENCODING="gbk")
    assert "7家" in done.stdout.decode("utf-8")


def test_nothing_but_the_report_is_printed():
    done = spawn("check", "corpus", "--config", "corpus/kanwu.yaml", "--fail-level", "never", "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_output_depends_on_no_hash_seed_no_order_of_paths_and_no_number_of_jobs():
    files = sorted(str(p.relative_to(ROOT)) for p in (ROOT / "corpus").glob("*.md"))
    runs = [
        spawn("check", "corpus", "--format", "json", PYTHONHASHSEED="1"),
        spawn("check", *reversed(files), "--format", "json", PYTHONHASHSEED="2"),
        spawn("check", *files[1::2], *files[::2], "--format", "json", "--jobs", "2", PYTHONHASHSEED="3"),
    ]
    assert len({run.stdout for run in runs}) == 1
    assert len(runs[0].stdout) > 1000
