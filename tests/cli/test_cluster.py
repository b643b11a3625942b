"""What ``kanwu check --engine spark`` and ``kanwu report`` say where they cannot do as asked."""

from __future__ import annotations

import shutil
import sys

import pytest

ARTICLE = "截至11月底，全区上市高企7家。\n"


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "a.md"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--engine", "spark"], "--output DIR"),
        (["--engine", "spark", "--output", "json=a.json"], "--output DIR"),
        (["--engine", "spark", "--output", "out", "--format", "json"], "不能与 --format 一起用"),
        (["--engine", "spark", "--output", "out", "--against", "."], "不能与 --against 一起用"),
        (["--engine", "spark", "--output", "out", "--jobs", "2"], "不能与 --jobs 一起用"),
        (["--engine", "spark", "--output", "out", "--conf", "4g"], "KEY=VALUE"),
        (["--master", "local"], "只与 --engine spark 一起用"),
        (["--engine", "spark", "--master", "local", "--output", "out", "gone.md"], "没有这个文件或文件夹"),
    ],
)
def test_options_that_do_not_go_together_are_refused(kanwu, article, given, said):
    done = kanwu("check", article, *given)
    assert done.code == 2
    assert said in done.err


def test_spark_that_is_not_installed_is_said(kanwu, article, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    done = kanwu("check", article, "--engine", "spark", "--master", "local", "--output", tmp_path / "out")
    assert done.code == 2
    assert "pip install 'kanwu[spark]'" in done.err


def test_java_that_is_not_there_is_said(kanwu, article, monkeypatch, tmp_path):
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    done = kanwu("check", article, "--engine", "spark", "--master", "local", "--output", tmp_path / "out")
    assert done.code == 2
    assert "没有找到 Java" in done.err
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    done = kanwu("check", article, "--engine", "spark", "--master", "local", "--output", tmp_path / "out")
    assert "JAVA_HOME" in done.err


def test_no_master_is_said(kanwu, article, tmp_path):
    pytest.importorskip("pyspark")
    done = kanwu("check", article, "--engine", "spark", "--output", tmp_path / "out")
    assert done.code == 2
    assert "--master URL" in done.err


def test_yarn_without_its_configuration_is_said(kanwu, article, monkeypatch, tmp_path):
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("without Java 17")
    for name in ("HADOOP_CONF_DIR", "YARN_CONF_DIR"):
        monkeypatch.delenv(name, raising=False)
    done = kanwu("check", article, "--engine", "spark", "--master", "yarn", "--output", tmp_path / "out")
    assert done.code == 2
    assert "HADOOP_CONF_DIR" in done.err


def test_a_ledger_is_not_passed_over_in_silence(kanwu, article, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ledger.yaml").write_text(
        "- {metric: 上市高企, scope: 全区, period: 2025年11月底, value: 7家, source: 区科技局}\n", encoding="utf-8"
    )
    done = kanwu("check", article, "--engine", "spark", "--master", "local", "--output", "out")
    assert done.code == 2
    assert "台账" in done.err


def test_results_that_are_none_are_said(kanwu, tmp_path):
    done = kanwu("report", tmp_path)
    assert done.code == 2
    assert "summary.json" in done.err
    (tmp_path / "summary.json").write_text("{}", encoding="utf-8")
    assert "另一个版本" in kanwu("report", tmp_path).err


def test_one_machine_never_imports_spark(kanwu, article):
    before = set(sys.modules)
    kanwu("check", article)
    assert not {name for name in set(sys.modules) - before if name.startswith(("pyspark", "pyarrow", "pandas"))}
