from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def load():
    spec = importlib.util.spec_from_file_location("_generate", ROOT / "tests" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_up_to_date():
    made = load()
    told = [(p, text if isinstance(text, bytes) else text.encode()) for p, text in made.generated()]
    assert [p.name for p, data in told if not p.exists() or not made.same(p.read_bytes(), data)] == [], "make generate"
    assert {p.name for p in (ROOT / "reports").iterdir()} == {p.name for p, _ in told if p.parent == ROOT / "reports"}


def test_the_excerpt_is_the_dispute_that_the_readmes_speak_of():
    made = load()
    shown = made.excerpt(made.corpus_report(made.load_rules(entry_points=False)))
    code, figure = made.EXCERPT
    assert code in shown
    assert f"【{figure}】" in shown
