"""One cluster of two executors in this machine, and two runs on it: what they find is what a run without it finds."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.loading import load_rules
from checker.pipeline import check as local
from checker.report.digest import digest
from checker.ruleset import Ruleset
from checker.settings import Settings
from tests.conftest import ROOT

JAVA = "JAVA_HOME" in os.environ or shutil.which("java") is not None
MISSING = [name for name in ("pyspark", "pyarrow", "pandas") if importlib.util.find_spec(name) is None]
pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"without {', '.join(MISSING)}: pip install 'kanwu[spark]'"),
    pytest.mark.skipif(not JAVA, reason="without Java 17"),
    # Of Spark's own: sockets and processes that it leaves to the garbage collector, and what it thinks of pandas.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

CLUSTER = "local-cluster[2,1,1024]"
# Small data: compiling a query takes longer than running it plainly.
PLAIN = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
CONF = {
    "spark.ui.enabled": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.extraJavaOptions": PLAIN,
    "spark.executor.extraJavaOptions": PLAIN,
    "spark.executor.memory": "512m",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.files.maxPartitionBytes": "16384",
    "spark.sql.files.openCostInBytes": "1024",
}

TOWNS = ("望潮镇", "青石镇", "白鹭镇", "柳湾镇")
THINGS = ("养老服务站", "社区图书馆", "口袋公园", "充电桩", "文化礼堂", "乡村民宿")


def generated():
    """Rows of articles that repeat, contradict and misname one another, one key that very many share, and bad rows."""
    made = []
    for n in range(24):
        town, thing, other = TOWNS[n % 4], THINGS[n % 6], THINGS[(n + 1) % 6]
        text = (
            f"截至2025年{1 + n % 9}月底，{town}共有{thing}{20 + n % 5}个，比上年增长{10 + n % 3}%。\n"
            f"全年完成投资{3 + n % 2}.5亿元，其中{other}{2 + n % 4}个。{town}党委书记周{'文闻'[n % 2]}海介绍，"
            f"{town}绿色低碳产业研究{'院' if n % 3 else '园'}已于2025年5月{3 + n % 2}日揭牌。"
        )
        made.append({"id": f"g{n % 23}", "title": f"{town}的新变化", "date": f"2025-10-{1 + n:02d}", "text": text})
    for n in range(243):
        text = f"截至2025年6月底，全市共有持证导游{4800 + (n == 7)}人。"
        made.append({"title": "导游", "date": "2025-07-01", "text": text})
    rows = [json.dumps(row, ensure_ascii=False).encode() for row in made]
    bad = [
        b'{"text": ',
        b"\xff\xfe\x00 no text",
        b"[1]",
        b'{"title": "x"}',
        b'{"id": "blank", "text": " "}',
        b"",
        b"  ",
    ]
    for n, row in enumerate(bad):
        rows.insert(5 + 9 * n, row)
    return rows


def executors(cluster):
    """The processes of the executors of the cluster begun here, by their numbers."""
    name = cluster.sparkContext.applicationId
    told = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    own = (line for line in told.splitlines() if name in line and "CoarseGrainedExecutorBackend" in line)
    return [int(line.split()[0]) for line in own]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A session on two executors; runs find it and leave it as it is."""
    import pyspark

    from checker.engine.spark.session import begun

    here = Path.cwd()
    os.chdir(tmp_path_factory.mktemp("cluster"))  # the workers of a local cluster keep their files in work/
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    spark, own = begun(CLUSTER, CONF)
    assert own
    work = Path(os.environ.get("SPARK_HOME") or Path(pyspark.__file__).parent, "work", spark.sparkContext.applicationId)
    yield spark
    spark.stop()
    shutil.rmtree(work, ignore_errors=True)
    os.chdir(here)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """The corpus and the generated rows in one folder, but for a row that one machine refuses with its whole file."""
    folder = tmp_path_factory.mktemp("input")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    rows = generated()
    (folder / "rows.jsonl").write_bytes(b"\r\n".join(rows[:60]) + b"\n" + b"\n".join(rows[60:]))
    (folder / "whole.jsonl").write_bytes(b"\n".join(row for row in rows if b"\xff" not in row))
    (folder / "nothing.jsonl").write_bytes(b"\n\n")
    (folder / "gold.jsonl").write_bytes(b'{"label": 1}\n{"label": 2}\n')
    return folder


def run(output, *paths, **given):
    from checker.engine.results import report
    from checker.engine.spark import check

    ruleset = Ruleset.of(load_rules(), ())
    outcome = check(paths, ruleset, Settings(), output=str(output), quiet=True, **given)
    read = report(output)
    assert outcome.report == read
    assert not (output / "_stages").exists()
    return read


@pytest.fixture(scope="module")
def undisturbed(cluster, corpus, tmp_path_factory):
    """What a run finds on the corpus and on generated rows."""
    assert cluster.sparkContext.master == CLUSTER
    output = tmp_path_factory.mktemp("runs") / "undisturbed"
    report = run(output, str(corpus), exclude=["rows.jsonl"])
    return SimpleNamespace(report=report, output=output, corpus=corpus)


def test_digest_is_that_of_one_machine(undisturbed):
    expected = local([str(undisturbed.corpus)], load_rules(), Settings(), exclude=["rows.jsonl"])
    assert len(expected.discrepancies) > 50
    assert expected.summary.not_assessable["block-too-large"] > 0
    assert undisturbed.report.summary == expected.summary
    assert digest(undisturbed.report) == digest(expected)


def test_results_are_tables_and_lines(undisturbed):
    lines = [
        json.loads(line)
        for file in sorted(undisturbed.output.glob("findings.jsonl/part-*"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    assert [line["fingerprint"] for line in lines] == [d.fingerprint for d in undisturbed.report.discrepancies]


def test_bad_rows_stand_aside_with_reasons(undisturbed):
    told = [
        json.loads(line)
        for file in sorted(undisturbed.output.glob("problems.jsonl/part-*"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    rows = {row["row"]: row["message"] for row in told if "row" in row}
    assert "JSON" in rows['{"text": ']
    assert "对象" in rows["[1]"]
    assert "text" in rows['{"title": "x"}']
    assert "为空" in rows['{"id": "blank", "text": " "}']
    assert all(row["message"] for row in told)
    # Two rows of one id: the later one is renamed, and said to be.
    assert any("重复" in row["message"] for row in told)


def test_reports_can_be_made_of_the_results(undisturbed, kanwu, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kanwu.yaml").write_text('exclude: ["rows.jsonl"]\n', encoding="utf-8")
    done = kanwu("report", undisturbed.output, "--format", "json", "--output", "html=a.html")
    expected = kanwu("check", undisturbed.corpus, "--format", "json")
    assert done.code == expected.code == 1
    assert done.out == expected.out
    assert "<html" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def disturbed(cluster, corpus, tmp_path_factory):
    """What a run finds while one of its executors is killed: a table, and rows of which one is no text at all."""
    import pyarrow as pa
    from pyarrow import parquet

    folder = tmp_path_factory.mktemp("disturbed")
    rows = [json.loads(row) for row in generated() if row.startswith(b'{"id": "g')]
    parquet.write_table(pa.Table.from_pylist(rows), folder / "rows.parquet")
    shutil.copy(corpus / "rows.jsonl", folder)
    killed = []

    def kill():
        tracker = cluster.sparkContext.statusTracker()
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and not killed:
            infos = [tracker.getStageInfo(s) for s in tracker.getActiveStageIds()]
            # In mid-stage: some tasks are done and lost, others are under way.
            if any(i is not None and i.numCompletedTasks and i.numActiveTasks and i.numTasks > 3 for i in infos):
                (first, *_) = executors(cluster)
                os.kill(first, signal.SIGKILL)
                killed.append(first)
            time.sleep(0.01)

    watch = threading.Thread(target=kill)
    watch.start()
    report = run(tmp_path_factory.mktemp("runs") / "disturbed", str(folder))
    watch.join()
    return SimpleNamespace(report=report, folder=folder, killed=killed)


def test_a_killed_executor_changes_nothing(cluster, disturbed):
    assert disturbed.killed
    assert disturbed.killed[0] not in executors(cluster)
    told = disturbed.report
    rows = disturbed.folder / "rows.jsonl"
    table = disturbed.folder / "table.jsonl"
    table.write_bytes(b"\n".join(row for row in generated() if row.startswith(b'{"id": "g')))
    # One machine reads no tables, and no file of which a row is no text: the same rows in files that it reads.
    rows.write_bytes(b"\n".join(b"[1]" if b"\xff" in row else row for row in generated()))
    expected = local([str(rows), str(table)], load_rules(), Settings())
    assert replace(told.summary) == expected.summary
    marks = [[(d.code, d.level, d.message, d.fingerprint) for d in r.discrepancies] for r in (told, expected)]
    assert sorted(marks[0]) == sorted(marks[1])


def test_a_row_that_is_no_text_costs_no_other_row(disturbed):
    assert any("无法解码" in p.message or "空字符" in p.message for p in disturbed.report.problems)


@pytest.mark.parametrize("by_one_task", [0, 100])
def test_components_on_the_cluster_are_those_of_one_machine(cluster, tmp_path, by_one_task):
    from checker.engine.spark.components import components, forest

    edges = [(f"n{a:03d}", f"n{a + step:03d}") for a in range(0, 60, 7) for step in (1, 7, 20)]

    def saved(rows, name):
        rows.write.parquet(str(tmp_path / name))
        return cluster.read.schema(rows.schema).parquet(str(tmp_path / name))

    given = cluster.createDataFrame([b[::-1] if n % 2 else b for n, b in enumerate(edges)], "a string, b string")
    found = components(given.repartition(2), saved, by_one_task=by_one_task)
    roots = dict(forest(edges))
    roots |= {root: root for root in roots.values()}
    assert {row["node"]: row["root"] for row in found.collect()} == roots


@pytest.mark.usefixtures("cluster")
def test_a_folder_with_results_is_not_written_to(undisturbed):
    from checker.engine.spark import SparkError, check

    with pytest.raises(SparkError, match="已有文件"):
        check([str(undisturbed.corpus)], Ruleset.of(load_rules(), ()), Settings(), output=str(undisturbed.output))


@pytest.mark.usefixtures("cluster")
def test_nothing_to_read_is_said(tmp_path):
    from checker.engine.spark import SparkError, check

    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(SparkError, match="没有可读的文件"):
        check([str(tmp_path)], Ruleset.of((), ()), Settings(), output=str(tmp_path / "out"))
