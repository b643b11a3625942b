"""The wheel, installed in an environment of its own, in a folder that holds nothing of the project."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without the network by the backend that is installed."""
    folder = tmp_path_factory.mktemp("dist")
    code = f"import hatchling.build as b; print(b.build_wheel({str(folder)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return folder / done.stdout.split()[-1]


def test_it_carries_the_rules_inside_the_package(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"checker/rules/{p.name}" for p in (ROOT / "rules").glob("*.py")} <= names
    assert {f"checker/lexicon/{p.name}" for p in (ROOT / "checker" / "lexicon").glob("*.yaml")} <= names
    assert {"checker/kanwu.schema.json", "checker/py.typed"} <= names
    page = ROOT / "checker" / "report" / "html"
    assert {f"checker/report/html/{p.name}" for p in page.iterdir() if p.is_file()} <= names
    assert {n.partition("/")[0] for n in names if ".dist-info" not in n} == {"checker"}
    assert any(n.endswith("licenses/LICENSE") for n in names)


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The command of an environment that holds the wheel, and sees the dependencies of this one."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    told = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    site = Path(told.stdout.strip())
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", site, wheel],
        check=True,
        capture_output=True,
    )
    import click

    dependencies = Path(click.__file__).resolve().parent.parent
    # Added at the end of the path, and without its .pth files: an editable install of this project stays unseen.
    (site / "dependencies.pth").write_text(f"import sys; sys.path.append({str(dependencies)!r})\n", encoding="utf-8")
    return python


def run(python, folder, *args):
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    code = "import sys; sys.path.remove('') if '' in sys.path else None; from checker.cli import main; main()"
    return subprocess.run(
        [python, "-c", code, *args], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )


def test_it_checks_articles_in_a_folder_of_their_own(installed, tmp_path):
    (tmp_path / "a.md").write_text("截至2025年11月底，东岛区上市高新技术企业7家。\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("截至2025年11月底，东岛区上市高新技术企业8家。\n", encoding="utf-8")
    done = run(installed, tmp_path, "check", "-q")
    assert (done.returncode, done.stderr) == (1, "")
    assert "KW101" in done.stdout


def test_its_rules_are_those_of_the_repository(installed, tmp_path):
    listed = run(installed, tmp_path, "rules").stdout
    assert all(p.stem.replace("_", "-") in listed for p in (ROOT / "rules").glob("[a-z]*.py"))
    assert run(installed, tmp_path, "--version").stdout.startswith("kanwu 0.")
