from __future__ import annotations

import json
import subprocess

import pytest

MATTER = "---\ndate: 2025-12-{}\nplace: 东岛区\n---\n截至2025年11月底，东岛区{}{}。\n"


@pytest.fixture
def repo(tmp_path, monkeypatch):
    """A repository with two articles that disagree over companies, and two over schools."""
    folder = tmp_path / "稿件"
    folder.mkdir()
    for name, day, what, value in (
        ("a.md", "09", "上市企业", "7家"),
        ("b.md", "10", "上市企业达到", "8家"),
        ("c.md", "11", "中小学", "71所"),
        ("d.md", "12", "中小学达到", "84所"),
    ):
        (folder / name).write_text(MATTER.format(day, what, value), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for key in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(key, raising=False)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    return folder


def git(*args):
    who = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *args], check=True, capture_output=True)  # noqa: S607 - the git of the machine


def sides(done):
    told = json.loads(done.out)["discrepancies"]
    return [[(c["path"], c["text"]) for c in d["claims"]] for d in told if d["level"] != "note"]


def test_without_changes_nothing_is_reported(kanwu, repo):
    assert repo.exists()
    done = kanwu("check", "稿件", "--changed-since", "HEAD", "--format", "json")
    assert (done.code, sides(done)) == (0, [])
    assert "没有改动过的稿件" in done.err


def test_a_changed_article_is_held_against_the_others_and_stands_first(kanwu, repo):
    (repo / "b.md").write_text(MATTER.format("10", "上市企业达到", "9家"), encoding="utf-8")
    done = kanwu("check", "稿件", "--changed-since", "HEAD", "--format", "json")
    assert sides(done) == [[("稿件/b.md", "9家"), ("稿件/a.md", "7家")]]
    assert done.code == 1
    assert json.loads(done.out)["summary"]["articles"] == 4


def test_new_and_staged_articles_are_changed_and_ignored_ones_are_not(kanwu, repo):
    (repo / "e.md").write_text(MATTER.format("13", "中小学共有", "93所"), encoding="utf-8")
    done = kanwu("check", "稿件", "--changed-since", "main", "--format", "json")
    assert [s[0] for s in sides(done)] == [("稿件/e.md", "93所")]
    git("add", ".")
    assert sides(kanwu("check", "稿件", "--changed-since", "main", "--format", "json")) == sides(done)
    git("reset", "-q")
    (repo / ".gitignore").write_text("e.md\n", encoding="utf-8")
    assert sides(kanwu("check", "稿件", "--changed-since", "main", "--format", "json")) == []


def test_what_changed_on_the_other_branch_is_not_ours(kanwu, repo):
    git("checkout", "-q", "-b", "ours")
    git("checkout", "-q", "main")
    (repo / "a.md").write_text(MATTER.format("09", "上市企业", "6家"), encoding="utf-8")
    git("commit", "-q", "-am", "theirs")
    git("checkout", "-q", "ours")
    assert sides(kanwu("check", "稿件", "--changed-since", "main", "--format", "json")) == []


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_an_unknown_revision_is_refused(kanwu, repo, revision):
    done = kanwu("check", "稿件", "--changed-since", revision)
    assert done.code == 2
    assert "这个分支、标签或提交" in done.err
    assert sorted(p.name for p in repo.parent.iterdir()) == [".git", "稿件"]


def test_outside_a_repository_it_is_refused(kanwu, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.md").write_text("企业7家。\n", encoding="utf-8")
    done = kanwu("check", tmp_path, "--changed-since", "HEAD")
    assert (done.code, "不在仓库里" in done.err) == (2, True)


def test_without_git_it_is_refused(kanwu, repo, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    done = kanwu("check", repo, "--changed-since", "HEAD")
    assert (done.code, "没有找到它" in done.err) == (2, True)
