"""The files by which a CI runs Kanwu: held to their schemas, and their steps run as far as they need no network."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parent.parent
KANWU = Path(sys.executable).with_name("kanwu")
BASH = shutil.which("bash")
HOST = re.compile(r"(?:https?://|\b[\w-]+\.(?:com|org|io|cn|net)\b)")

pytestmark = pytest.mark.skipif(not BASH or not KANWU.exists(), reason="needs bash and an installed kanwu")


def load(name):
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def schema(name):
    folder = files("check_jsonschema") / "builtin_schemas" / "vendor"
    return Draft7Validator(json.loads((folder / name).read_text(encoding="utf-8")))


@pytest.fixture(autouse=True)
def _articles(tmp_path, monkeypatch):
    """Articles that disagree, in a folder with a blank in its name."""
    folder = tmp_path / "work" / "my articles"
    folder.mkdir(parents=True)
    for name, n in (("a.md", 7), ("b.md", 8)):
        text = f"---\ndate: 2025-12-09\n---\n截至2025年11月底，东岛区上市高新技术企业{n}家。\n"
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "work")


@pytest.mark.parametrize("name", ["action.yml", ".gitlab/kanwu.yml", ".pre-commit-hooks.yaml", "Dockerfile"])
def test_no_host_stands_in_them(name):
    assert HOST.findall((ROOT / name).read_text(encoding="utf-8")) == []


# --- GitHub -----------------------------------------------------------------------------------------


@pytest.fixture
def action(tmp_path):
    """Run a step of the action as the runner does: its script, with what it is given."""
    runner = tmp_path / "runner"
    (runner / "kanwu" / "bin").mkdir(parents=True)
    (runner / "kanwu" / "bin" / "kanwu").symlink_to(KANWU)
    steps = {step["name"]: step for step in load("action.yml")["runs"]["steps"]}

    def run(name, path="", **given):
        env = {
            **os.environ,
            "PATH": f"{path}{os.pathsep}{os.environ['PATH']}" if path else os.environ["PATH"],
            "RUNNER_TEMP": str(runner),
            "GITHUB_OUTPUT": str(runner / "output"),
            "GITHUB_STEP_SUMMARY": str(runner / "summary"),
            "GITHUB_REPOSITORY": "desk/articles",
            "FAIL_LEVEL": "error",
            **given,
        }
        assert set(given) <= set(steps[name]["env"])
        (runner / "output").write_text("", encoding="utf-8")
        script = runner / "step.sh"
        script.write_text(steps[name]["run"], encoding="utf-8")
        done = subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", script],
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        outputs = dict(line.split("=", 1) for line in (runner / "output").read_text(encoding="utf-8").splitlines())
        return done, outputs

    return run


def test_the_action_is_one():
    schema("github-actions.json").validate(load("action.yml"))


def test_the_steps_of_the_action_speak_of_what_there_is():
    action = load("action.yml")
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action["inputs"])
    told = set(re.findall(r'echo "([\w-]+)=', text))
    assert set(re.findall(r"steps\.check\.outputs\.([\w-]+)", text)) == told == set(action["outputs"])


def test_the_check_of_the_action_writes_annotations_sarif_and_comment(action):
    done, outputs = action("Check", PATHS="my articles\n\n", OPTIONS="--select\nKW101\n")
    assert done.returncode == 0, done.stderr
    assert outputs["exit-code"] == "1"
    assert done.stdout.startswith("::error file=my articles/")
    log = json.loads(Path(outputs["sarif-file"]).read_text(encoding="utf-8"))
    assert [r["ruleId"] for r in log["runs"][0]["results"]] == ["KW101"]
    comment = Path(outputs["comment-file"]).read_text(encoding="utf-8")
    assert comment.startswith("<!-- kanwu -->")
    assert Path(outputs["comment-file"]).with_name("summary").read_text(encoding="utf-8") == comment
    assert action("Check", PATHS="my articles", OPTIONS="", FAIL_LEVEL="never")[1]["exit-code"] == "0"


def test_the_action_hands_on_no_report_where_there_is_none(action):
    action("Check", PATHS="my articles", OPTIONS="")
    done, outputs = action("Check", PATHS="nowhere", OPTIONS="")
    assert done.returncode == 0
    assert outputs == {"exit-code": "2"}


def test_an_input_is_never_run(action):
    done, outputs = action("Check", PATHS='$(touch run)\n"; touch run #', OPTIONS="")
    assert outputs == {"exit-code": "2"}
    assert "$(touch run)" in done.stderr
    assert not Path("run").exists()


def test_the_verdict_is_the_exit_code(action):
    assert [action("Verdict", CODE=code)[0].returncode for code in ("0", "1", "4")] == [0, 1, 4]


GH = """#!/bin/sh
cd "$(dirname "$0")"
case "$*" in
  *--paginate*) cat ids;;
  *) printf '%s\\n' "$*" > called; [ ! -e refused ];;
esac
"""


@pytest.fixture
def tools(tmp_path):
    """A folder with a `gh` that answers with the file `ids`, and refuses to write if there is a file `refused`."""
    folder = tmp_path / "tools"
    folder.mkdir()
    (folder / "gh").write_text(GH, encoding="utf-8")
    (folder / "gh").chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("ids", "call"),
    [
        ("", "--method POST repos/desk/articles/issues/7/comments --field body=@kanwu.md"),
        ("12\n34\n", "--method PATCH repos/desk/articles/issues/comments/12 --field body=@kanwu.md"),
    ],
)
def test_the_action_keeps_one_comment(action, tools, ids, call):
    (tools / "ids").write_text(ids, encoding="utf-8")
    done, _ = action("Comment", str(tools), NUMBER="7", COMMENT="kanwu.md", GH_TOKEN="")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tools / "called").read_text(encoding="utf-8") == f"api {call}\n"


def test_a_comment_that_may_not_be_written_is_told(action, tools):
    (tools / "ids").touch()
    (tools / "refused").touch()
    done, _ = action("Comment", str(tools), NUMBER="7", COMMENT="kanwu.md", GH_TOKEN="")
    assert done.returncode == 0
    assert done.stdout.startswith("::warning")


# --- GitLab -----------------------------------------------------------------------------------------


def test_the_job_for_gitlab_is_one():
    schema("gitlab-ci.json").validate(load(".gitlab/kanwu.yml"))


def test_the_job_for_gitlab_writes_what_it_hands_on():
    job = load(".gitlab/kanwu.yml")["kanwu"]
    Path("my articles").rename("articles")
    env = {**os.environ, "PATH": f"{KANWU.parent}{os.pathsep}{os.environ['PATH']}", **job["variables"]}
    (script,) = job["script"]
    done = subprocess.run([BASH, "-e", "-c", script], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "KW101" in done.stdout
    reports = job["artifacts"]["reports"]
    assert json.loads(Path(reports["codequality"]).read_text(encoding="utf-8"))[0]["check_name"] == "conflicting-values"
    assert Path(reports["junit"]).read_text(encoding="utf-8").startswith("<?xml")
    assert all(Path(p).exists() for p in job["artifacts"]["paths"])
    env["KANWU_FAIL_LEVEL"] = "never"
    assert subprocess.run([BASH, "-e", "-c", script], env=env, capture_output=True, check=False).returncode == 0


# --- what the READMEs show --------------------------------------------------------------------------


def snippet(page, word):
    """The YAML of a README that holds ``word``; its own ``on`` is no truth value."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    (told,) = [b for b in blocks if word in b]
    read = yaml.safe_load(told)
    return {("on" if key is True else key): value for key, value in read.items()}


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_workflow_that_is_shown_is_whole(page):
    told = snippet(page, "actions/checkout")
    schema("github-workflows.json").validate(told)
    *_, step = told["jobs"]["kanwu"]["steps"]
    assert set(step["with"]) <= set(load("action.yml")["inputs"])


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_job_that_is_shown_is_whole(page):
    told = snippet(page, ".gitlab/kanwu.yml")
    schema("gitlab-ci.json").validate(told)
    assert (ROOT / told["include"][0]["file"]).is_file()
    assert set(told["kanwu"]["variables"]) <= set(load(".gitlab/kanwu.yml")["kanwu"]["variables"])


# --- pre-commit -------------------------------------------------------------------------------------


def test_the_hooks_are_hooks():
    from pre_commit.clientlib import load_manifest

    hooks = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert [hook["id"] for hook in hooks] == ["kanwu", "kanwu-changed"]
    for hook in hooks:
        assert re.search(hook["files"], "稿件/a.md")
        assert not re.search(hook["files"], "a.py")


def test_the_hooks_run_in_a_repository():
    Path("kanwu.yaml").write_text('paths: ["my articles"]\nfail-level: warning\n', encoding="utf-8")
    for hook in load(".pre-commit-hooks.yaml"):
        named = [] if hook.get("pass_filenames") is False else ["my articles/a.md", "my articles/b.md"]
        command = [KANWU.parent / hook["entry"].split()[0], *hook["entry"].split()[1:], *named]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, "KW101" in done.stdout) == (1, True), hook["id"]


# --- Docker -----------------------------------------------------------------------------------------


def test_the_image_holds_all_that_the_package_is_built_from(tmp_path):
    """What the image copies is enough for the wheel, and the wheel's command is what the image runs."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    source = tmp_path / "src"
    source.mkdir()
    allowed = [n[1:] for n in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if n[:1] == "!"]
    for line in re.findall(r"^COPY (.+)$", text, re.MULTILINE):
        *names, target = line.split()
        assert set(names) <= set(allowed)
        for name in names:
            goal = tmp_path / target.strip("/")
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, goal, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / name, goal)
    code = f"import hatchling.build as b; print(b.build_wheel({str(tmp_path)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=source, capture_output=True, text=True, check=True)
    assert (tmp_path / done.stdout.split()[-1]).exists()
    assert json.loads(re.search(r"^ENTRYPOINT (.+)$", text, re.MULTILINE)[1]) == ["kanwu"]
    assert json.loads(re.search(r"^CMD (.+)$", text, re.MULTILINE)[1]) == ["check"]
