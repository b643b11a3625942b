"""One corpus has one report: for any number of workers, any order, any history of its cache, and any accident."""

import contextlib
import os
import random
import shutil
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from checker.against import assess as assess_against
from checker.cli import caches
from checker.engine import batches, cached, findings, linked, local
from checker.linking import blocks
from checker.loading import load_rules
from checker.pipeline import check, extract
from checker.reading import read
from checker.report.digest import digest
from checker.settings import Settings
from checker.store import Store
from tests.engine.newsroom import article, edit, write

RULES = load_rules()
# A tenth of what `make soak` runs.
ROUNDS = int(os.environ.get("KANWU_SOAK", "0")) or 20


def nothing(_done, _total):
    pass


@pytest.fixture
def room(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a", random.Random(5), 30)
    return tmp_path


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(batches, "PAYS", 400)
    monkeypatch.setattr(batches, "BATCH", 300)


@pytest.fixture
def eager(monkeypatch):
    """However many articles an edit changes, what is known of the others is used."""
    monkeypatch.setattr(linked, "near", lambda _old, _rows: True)


def plain(paths=("a",)):
    return digest(check(list(paths), RULES, Settings()))


@contextlib.contextmanager
def opened(room):
    store = Store(room / "cache", "c")
    try:
        yield store
    finally:
        store.close()


def kept(room, jobs=1, paths=("a",), rules=RULES):
    with opened(room) as store:
        return digest(local.check(list(paths), rules, Settings(), jobs=jobs, store=store))


@pytest.mark.usefixtures("room")
def test_the_archive_disagrees_with_itself():
    report = check(["a"], RULES, Settings())
    assert len(report.discrepancies) > 10
    assert len({d.code for d in report.discrepancies}) > 2


@pytest.mark.usefixtures("small")
def test_workers_order_and_cache_have_no_part_in_it(room):
    expected = plain()
    files = sorted(str(f.relative_to(room)) for f in (room / "a").glob("*.md"))
    random.Random(2).shuffle(files)
    assert plain(files) == expected
    assert digest(local.check(["a"], RULES, Settings(), jobs=2)) == expected
    assert kept(room, jobs=2) == expected  # cold
    assert kept(room, jobs=1) == expected  # warm
    assert kept(room, paths=files) == expected


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("bound", [240, 6, 2])
def test_edits_and_deletions_leave_what_a_run_from_nothing_makes(room, monkeypatch, bound):
    monkeypatch.setattr(blocks, "BOUND", bound)
    monkeypatch.setattr(linked, "BOUND", bound)
    chance = random.Random(bound)
    made = []
    monkeypatch.setattr(linked, "_anew", lambda *a, _anew=linked._anew: made.append(1) or _anew(*a))
    for n in range(ROUNDS // 2):
        assert kept(room) == plain(), n
        edit(room / "a", chance)
    assert len(made) < ROUNDS // 4


@pytest.mark.usefixtures("eager")
def test_facts_and_articles_are_those_of_a_run_from_nothing(room):
    for _ in range(2):
        with opened(room) as store:
            one, other = check(["a"], RULES, Settings()), local.check(["a"], RULES, Settings(), store=store)
            assert tuple(one.facts) == tuple(other.facts)
            assert tuple(one.extractions) == tuple(other.extractions)
            assert list(one.sources) == list(other.sources)
            for file in (room / "cache" / "c" / "segments").iterdir():
                file.write_bytes(b"")  # damaged after the report was made
            assert tuple(one.extractions) == tuple(other.extractions)
        shutil.rmtree(room / "cache")
        edit(room / "a", random.Random(1))


def test_unchanged_files_are_not_read(room, monkeypatch):
    for file in (room / "a").glob("*.md"):
        os.utime(file, ns=(10**18, 10**18))
    monkeypatch.setattr("checker.store.manifest.Stat.rests", lambda *_: True)
    expected = kept(room)
    monkeypatch.setattr(Path, "read_bytes", _only_cached(Path.read_bytes))
    assert kept(room) == expected
    (room / "a" / "000.md").write_text("截至2025年底，东岛区专精特新企业达到3家。\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"000\.md"):
        kept(room)


def _only_cached(read):
    def reading(path):
        assert path.suffix != ".md", path
        return read(path)

    return reading


def test_a_file_that_was_written_just_now_is_known_by_its_bytes(room):
    file = room / "a" / "000.md"
    before = file.stat()
    kept(room)
    file.write_text(file.read_text(encoding="utf-8").replace("2025", "2026"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert kept(room) == plain()


def test_a_row_that_changed_is_read_and_no_other(room, monkeypatch):
    rows = [f'{{"id": "{n}", "text": "截至2025年底，东岛区专精特新企业达到{n + 2}家。"}}\n' for n in range(9)]
    (room / "r.jsonl").write_text("".join(rows), encoding="utf-8")
    assert kept(room, paths=["r.jsonl"]) == plain(["r.jsonl"])
    rows[4] = rows[4].replace("6家", "60家")
    (room / "r.jsonl").write_text("".join(rows), encoding="utf-8")
    told = []
    monkeypatch.setattr(cached, "extract", lambda a, s: told.append(a.id) or extract(a, s))
    assert kept(room, paths=["r.jsonl"]) == plain(["r.jsonl"])
    assert told == ["r.jsonl#4"]


def test_rules_are_no_part_of_what_was_read(room, monkeypatch):
    kept(room)
    monkeypatch.setattr(cached, "extract", None)
    few = RULES[:3]
    assert kept(room, rules=few) == digest(check(["a"], few, Settings()))


@pytest.mark.usefixtures("eager")
def test_a_draft_meets_the_cached_archive_as_any_other(room):
    settings = Settings()
    for seed in range(4):
        (room / "draft.md").write_text(article(random.Random(seed)), encoding="utf-8")
        drafts = [extract(a, settings) for a in read(["draft.md"]).articles]
        archive = [extract(a, settings) for a in read(["a"]).articles]
        with opened(room) as store:
            told = cached.corpus(["a"], settings, store, tick=nothing, jobs=1)
            found = findings.against(drafts, told.rows, store, RULES, settings, (), "a")
        expected = assess_against(drafts, archive, RULES, settings)
        assert (digest(found), found.extractions) == (digest(expected), expected.extractions)
        edit(room / "a", random.Random(seed))


@pytest.mark.usefixtures("small")
def test_a_killed_worker_has_no_part_in_it(room, monkeypatch):
    expected = plain()
    parent = os.getpid()

    def mortal(article, settings):
        if os.getpid() != parent and not (room / "killed").exists():
            (room / "killed").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return extract(article, settings)

    monkeypatch.setattr(cached, "extract", mortal)
    assert kept(room, jobs=2) == expected
    assert (room / "killed").exists()


def _child(work):
    """A copy of this process that does ``work`` and leaves; its number."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - the copy must not go on as a second test run
        os._exit(1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.usefixtures("small")
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_killed_at_any_moment_the_next_run_is_right(room, monkeypatch):
    chance = random.Random(ROUNDS)
    monkeypatch.setattr(cached, "_OFTEN", 0.01)
    began = time.monotonic()
    kept(room)
    took = time.monotonic() - began
    for n in range(ROUNDS):
        edit(room / "a", chance)
        if n % 5 == 0:
            Store(room / "cache", "c").drop()
        child = _child(partial(kept, room, jobs=1 + n % 2))
        time.sleep(chance.random() * took)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert kept(room) == plain(), n


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_two_runs_at_once_are_both_right(room):
    chance = random.Random(3)
    for _ in range(3):
        expected = plain()
        children = [_child(partial(_found, room, expected)) for _ in range(3)]
        assert [os.waitpid(c, 0)[1] for c in children] == [0, 0, 0]
        assert kept(room) == expected
        edit(room / "a", chance)


def _found(room, expected):
    assert kept(room) == expected


def test_an_interrupt_leaves_what_was_done(room, monkeypatch):
    done = []

    def impatient(article, settings):
        if len(done) == 12:
            raise KeyboardInterrupt
        done.append(article.id)
        return extract(article, settings)

    monkeypatch.setattr(batches, "BATCH", 10)
    monkeypatch.setattr(cached, "extract", impatient)
    with pytest.raises(KeyboardInterrupt):
        kept(room)
    again = []
    monkeypatch.setattr(cached, "extract", lambda a, s: again.append(a.id) or extract(a, s))
    assert kept(room) == plain()
    assert not set(done) & set(again)


def _spoilt(data, chance):
    """The bytes with one of the things done to them that disks and people do."""
    at = chance.randrange(max(len(data), 1))
    kind = chance.randrange(5)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :] if data else b"\0"
    if kind == 2:
        return b""
    if kind == 3:
        return data[:at] + b"\0" * min(64, len(data) - at) + data[at + 64 :]
    return data + b"more"


def test_a_damaged_cache_is_made_anew_with_a_word(room, capsys):
    expected = plain()
    chance = random.Random(11)
    spoilt = told = 0
    kept(room)
    names = sorted(f.relative_to(room) for f in (room / "cache").rglob("*") if f.is_file() and f.name != ".lock")
    for _ in range(ROUNDS):
        files = sorted(f for f in (room / "cache").rglob("*") if f.is_file() and f.stat().st_size)
        file = chance.choice([f for f in files if f.parent.name != "cache"])
        file.write_bytes(_spoilt(file.read_bytes(), chance))
        if chance.random() < 0.3:
            edit(room / "a", chance)
            expected = plain()
        spoilt += 1
        report = caches.sound(lambda s: local.check(["a"], RULES, Settings(), store=s), Store(room / "cache", "c"))
        assert digest(report) == expected, file
        told += "缓存已损坏，重新建立" in capsys.readouterr().err
        assert kept(room) == expected
    assert len(names) >= 5
    assert told > spoilt // 2  # a byte that no run looks at is not missed


def test_what_another_version_wrote_is_not_read(monkeypatch):
    from checker.store import version

    one = version.context(Settings(), "here")
    assert version.context(Settings(aliases=(("甲", "乙"),)), "here") != one
    assert version.context(Settings(), "there") != one
    monkeypatch.setattr(version, "program", lambda: "another")
    assert version.context(Settings(), "here") != one
    assert version.of_rules(RULES) != version.of_rules(RULES[1:])


def test_small_segments_are_gathered(room, monkeypatch):
    from checker.store import folder

    monkeypatch.setattr(folder, "_MANY", 3)
    chance = random.Random(9)
    for _ in range(6):
        edit(room / "a", chance)
        assert kept(room) == plain()
    monkeypatch.setattr(folder, "_GRACE", -10)
    edit(room / "a", chance)
    assert kept(room) == plain()
    assert len(list((room / "cache" / "c" / "segments").iterdir())) <= 5
    assert kept(room) == plain()
