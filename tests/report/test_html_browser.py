"""The page in a real browser: Chromium, wherever ``KANWU_BROWSER`` or the path says; skipped where there is none."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from datetime import date, timedelta

import pytest

from checker.cli.outputs import view
from checker.loading import load_rules
from checker.model import Decision, Discrepancy, Level, Report, Summary, Verdict
from checker.pipeline import check
from checker.report import html
from checker.settings import Settings
from tests.conftest import ROOT, make_claim
from tests.report.test_html import EVIL, hostile

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser():
    program = os.environ.get("KANWU_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as player:
        started = player.chromium.launch(executable_path=program, args=list(SWITCHES))
        yield started
        started.close()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """The page on the corpus, and the report that it shows."""
    rules = load_rules(entry_points=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        report = check(["corpus"], rules, Settings())
    file = tmp_path_factory.mktemp("page") / "corpus.html"
    file.write_text(
        html.render(report, replace(view(rules), arguments=("--config", "kanwu.yaml", "my corpus"))), encoding="utf-8"
    )
    return file, report


@pytest.fixture
def visit(browser, tmp_path):
    """Open a file, or a report; what the console says, what is asked of the network and dialogs fail the test."""
    wrong = []
    contexts = []

    def opened(told, hash_="", **settings):
        if isinstance(told, Report):
            file = tmp_path / "page.html"
            file.write_text(html.render(told), encoding="utf-8")
            told = file
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: wrong.append(f"console: {m.text}"))
        page.on("pageerror", lambda e: wrong.append(f"error: {e}"))
        page.on("dialog", lambda d: wrong.append(f"dialog: {d.message}"))
        page.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(("file:", "data:", "blob:")) else None)
        page.goto(f"{told.as_uri()}{hash_}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def decide(page, reason="统计局核实", key="a"):
    """Decide the finding that is shown, by keys alone."""
    page.keyboard.press(key)
    page.keyboard.type(reason)
    page.keyboard.press("Enter")


def listed(found):
    """How many rows the first page of a list holds."""
    return min(len(found), 50)


def shown(page):
    return page.locator("#detail .finding").get_attribute("data-id")


def test_the_list_shows_all_and_the_first_is_open(visit, corpus):
    file, report = corpus
    page = visit(file)
    assert page.locator("#list > li").count() == listed(report.discrepancies)
    assert shown(page) == report.discrepancies[0].fingerprint
    first = report.discrepancies[0]
    told = page.locator("#detail .card mark").all_inner_texts()
    assert told == [c.text for c in first.claims]
    assert first.message in page.locator("#detail h2").inner_text()


def test_facets_and_search_narrow_the_list(visit, corpus):
    file, report = corpus
    page = visit(file)
    page.click('.facet[data-facet="rule"] summary')
    page.check('.facet[data-facet="rule"] input[data-value="KW101"]')
    wanted = [d for d in report.discrepancies if d.code == "KW101"]
    assert page.locator("#list > li").count() == len(wanted)
    assert shown(page) == wanted[0].fingerprint
    page.keyboard.press("Escape")
    page.fill("#search", "高新技术企业")
    assert 0 < page.locator("#list > li").count() < len(wanted)
    page.fill("#search", "没有这样的话")
    assert "没有符合条件" in page.locator("#list").inner_text()
    page.click("#clear")
    assert page.locator("#list > li").count() == listed(report.discrepancies)


def test_keys_walk_decide_and_undo(visit, corpus):
    file, report = corpus
    marks = [d.fingerprint for d in report.discrepancies]
    page = visit(file)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert shown(page) == marks[1]
    decide(page)
    assert shown(page) == marks[2]
    assert "确有错误" in page.locator("#list > li").nth(1).inner_text()
    page.keyboard.press("u")
    assert shown(page) == marks[1]
    assert "确有错误" not in page.locator("#list > li").nth(1).inner_text()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.locator("#view-articles .fig.chosen").count() == 1
    page.keyboard.press("Escape")
    assert shown(page) == marks[1]


def test_keys_leave_an_input_method_alone(visit, corpus):
    page = visit(corpus[0])
    before = shown(page)
    send = "told => document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true, ...told}))"
    page.evaluate(send, {"isComposing": True})
    page.evaluate(send, {"keyCode": 229})
    page.evaluate(send, {"ctrlKey": True})
    assert shown(page) == before
    page.evaluate(send, {})
    assert shown(page) != before


def test_keys_typed_into_a_field_are_text(visit, corpus):
    page = visit(corpus[0])
    page.keyboard.press("/")
    page.keyboard.type("kw101a")
    assert page.locator("#search").input_value() == "kw101a"
    assert not page.locator("#export-open").is_visible()


def test_the_search_waits_until_an_input_method_is_done(visit, corpus):
    file, report = corpus
    page = visit(file)
    page.evaluate("""() => {
      const search = document.getElementById("search");
      search.value = "gao'xin";
      search.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
    }""")
    assert page.locator("#list > li").count() == listed(report.discrepancies)
    page.evaluate("""() => {
      const search = document.getElementById("search");
      search.value = "高新";
      search.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
    }""")
    assert 0 < page.locator("#list > li").count() < len(report.discrepancies)


def test_help_opens_and_closes(visit, corpus):
    page = visit(corpus[0])
    before = shown(page)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()
    assert shown(page) == before


def test_decisions_are_exported_for_the_command_line(visit, corpus):
    file, report = corpus
    page = visit(file)
    page.keyboard.press("a")
    page.keyboard.press("Enter")  # a reason is required
    assert page.locator("form.deciding [value=confirmed]").is_checked()
    page.keyboard.press("Escape")
    assert page.locator("form.deciding").count() == 0
    decide(page)
    page.keyboard.press("x")
    page.keyboard.press("Enter")
    assert page.locator("form.deciding").count() == 1
    page.fill("form.deciding [name=reason]", '口径不同，"两处"都对')
    page.check("form.deciding [value=false-positive]")
    page.fill("form.deciding [name=who]", "王")
    page.fill("form.deciding [name=until]", "2026-12-31")
    page.click("form.deciding [type=submit]")
    page.click("#export-open")
    with page.expect_download() as waiting:
        page.click("#export .yes")
    told = [json.loads(line) for line in waiting.value.path().read_text(encoding="utf-8").splitlines()]
    assert waiting.value.suggested_filename == "decisions-from-page.jsonl"
    command = "kanwu decide --import decisions-from-page.jsonl --config kanwu.yaml 'my corpus'"
    assert page.locator("#export code").inner_text() == command
    assert [list(t) for t in told] == [["fingerprint", "as", "reason", "who", "when", "until"]] * 2
    first, second = told
    assert (first["fingerprint"], first["as"]) == (report.discrepancies[0].fingerprint, "confirmed")
    assert first["reason"] == "统计局核实"
    assert second["fingerprint"] == report.discrepancies[1].fingerprint
    assert (second["as"], second["reason"]) == ("false-positive", '口径不同，"两处"都对')
    assert (second["who"], second["until"]) == ("王", "2026-12-31")
    assert len(second["when"]) == len("2026-01-31T08:00:00Z")


def test_what_is_dismissed_in_the_page_is_gone_from_the_next(visit, tmp_path, monkeypatch, kanwu):
    """The whole way: check, open the page, dismiss, save, import, check again, open the new page."""
    monkeypatch.chdir(tmp_path)
    for name, day, text in (
        ("a", "2025-12-09", "截至2025年11月底，东岛区上市高新技术企业7家。"),
        ("b", "2025-12-25", "截至2025年11月底，东岛区上市高新技术企业达到8家。2月30日，会议召开。"),
    ):
        (tmp_path / f"{name}.md").write_text(f"---\ndate: {day}\nplace: 东岛区\n---\n{text}\n", encoding="utf-8")
    run = ("check", "a.md", "b.md", "--output", "html=report.html")
    assert kanwu(*run).code == 1
    page = visit(tmp_path / "report.html")
    assert page.locator("#list > li").count() == 2
    page.fill("#search", "高新技术企业")
    page.keyboard.press("Escape")
    gone = shown(page)
    page.keyboard.press("x")
    page.fill("form.deciding [name=reason]", "口径不同")
    page.click("form.deciding [type=submit]")
    page.click("#export-open")
    with page.expect_download() as waiting:
        page.click("#export .yes")
    waiting.value.save_as(tmp_path / "from-page.jsonl")
    assert kanwu("decide", "--import", "from-page.jsonl", "a.md", "b.md").code == 0
    assert "口径不同" in (tmp_path / "decisions.jsonl").read_text(encoding="utf-8")
    done = kanwu(*run, "--format", "json")
    assert {d["state"] for d in json.loads(done.out)["discrepancies"] if d["fingerprint"] == gone} == {"decided"}
    page = visit(tmp_path / "report.html")
    assert page.locator("#list > li").count() == 1
    assert shown(page) != gone
    assert "1 处早先已处理" in page.locator("#tally").inner_text()


def test_decisions_outlast_a_reload(visit, corpus):
    page = visit(corpus[0])
    decide(page)
    page.reload()
    assert "确有错误" in page.locator("#list > li").first.inner_text()
    assert page.locator("#export-open").is_visible()


def test_what_was_settled_before_is_listed_when_asked_for(visit, corpus):
    _, report = corpus
    first, *rest = report.discrepancies
    page = visit(replace(report, discrepancies=(replace(first, state="decided"), *rest)), f"#{first.fingerprint}")
    assert page.locator("#list > li").count() == listed(rest)
    assert "1 处早先已处理" in page.locator("#tally").inner_text()
    assert shown(page) == first.fingerprint
    page.click('.facet[data-facet="decision"] summary')
    page.check('.facet[data-facet="decision"] input[data-value="decided"]')
    assert page.locator("#list > li").count() == 1
    page.keyboard.press("Escape")
    page.click("#clear")
    assert page.locator("#list > li").count() == listed(rest)
    page.click("#settled")
    assert page.locator("#list > li").count() == 1
    assert not page.locator("#settled").is_visible()


def test_a_settled_finding_tells_how_it_was_settled(visit, corpus):
    _, report = corpus
    first, *rest = report.discrepancies
    told = replace(first, state="decided", decision=Decision("explained", "口径不同"))
    page = visit(replace(report, discrepancies=(told, *rest)))
    page.click("#settled")
    mark = page.locator("#list .mark")
    assert mark.inner_text() == "有合理解释"
    assert mark.bounding_box()["width"] < 120


def test_a_confirmed_finding_stays_listed_with_its_decision(visit, corpus):
    _, report = corpus
    first, second, *rest = report.discrepancies
    one = Decision("confirmed", "统计局核实", "王", "2026-01-31", date(2026, 12, 31))
    old = Decision("explained", "口径不同", until=date(2025, 12, 31), lapsed=True)
    found = (replace(first, decision=one), replace(second, decision=old), *rest)
    page = visit(replace(report, discrepancies=found), f"#{first.fingerprint}")
    assert page.locator("#list > li").count() == listed(found)
    assert page.locator("#list .mark").all_inner_texts() == ["确有错误"]
    told = page.locator("#detail .ruling").inner_text()
    assert all(word in told for word in ("确有错误", "统计局核实", "王", "2026-01-31", "→ 2026-12-31"))
    page.keyboard.press("j")
    assert "已到期" in page.locator("#detail .ruling").inner_text()
    assert page.locator("#list .mark").all_inner_texts() == ["确有错误"]


def test_a_finding_has_a_link_of_its_own(visit, corpus):
    file, report = corpus
    wanted = report.discrepancies[7].fingerprint
    page = visit(file, f"#{wanted}")
    assert shown(page) == wanted
    page.evaluate("id => { window.location.hash = id; }", report.discrepancies[3].fingerprint)
    page.wait_for_function(
        "id => document.querySelector('#detail .finding').dataset.id === id", arg=report.discrepancies[3].fingerprint
    )
    page.keyboard.press("j")
    assert page.evaluate("window.location.hash") == f"#{report.discrepancies[4].fingerprint}"


@pytest.mark.parametrize("length", [4, 8, 16])
def test_the_beginning_of_a_fingerprint_is_enough_of_an_address(visit, corpus, length):
    file, report = corpus
    wanted = report.discrepancies[9].fingerprint
    page = visit(file, f"#{wanted[:length]}")
    assert shown(page) == wanted
    assert wanted[:8] in page.locator("#detail .kicker").inner_text()


def test_an_address_that_names_no_finding_or_several_is_told(visit, corpus):
    page = visit(corpus[0], "#ffff0000")
    assert "没有 ffff0000 这一处" in page.locator("#toast").inner_text()
    page = visit(many(40), "#00000000")
    assert "00000000 不止一处" in page.locator("#toast").inner_text()


def test_the_counts_tell_what_was_decided_in_the_page(visit, corpus):
    file, report = corpus
    page = visit(file)
    level = report.discrepancies[0].level
    count = page.locator(f".counts .{level}")
    assert "本页已裁定" not in count.inner_text()
    decide(page, "口径不同", "x")
    assert "本页已裁定 1 处" in count.inner_text()
    page.keyboard.press("u")
    assert "本页已裁定" not in count.inner_text()


def test_the_bars_of_the_articles_have_a_key(visit, corpus):
    page = visit(corpus[0], "#articles")
    assert page.locator("#view-articles .key i").count() == 4
    assert "与别处一致" in page.locator("#view-articles .key").inner_text()


def test_what_a_difference_of_readings_means_is_told(visit, corpus):
    file, report = corpus
    page = visit(file, f"#{next(d for d in report.discrepancies if d.code == 'KW101').fingerprint}")
    assert "存量是到某一天有多少" in page.locator(".readings .hint").inner_text()


def test_an_article_shows_how_its_figures_fared(visit, corpus):
    file, report = corpus
    page = visit(file, "#articles")
    assert page.locator("#view-articles tbody tr").count() == len(report.extractions)
    page.click("#view-articles td.name a >> nth=0")
    assert page.locator(".fig.disputed").count() > 1
    assert page.locator(".fig.open").count() > 1
    page.locator(".paragraph .fig.disputed").first.click()
    told = page.locator("#about-figure").inner_text()
    assert "有问题" in told
    page.locator("#about-figure .named a").first.click()
    assert shown(page) in {d.fingerprint for d in report.discrepancies}


def test_a_point_of_the_plot_tells_its_sentence(visit, corpus):
    file, report = corpus
    found = next(d for d in report.discrepancies if d.code == "KW102")
    page = visit(file, f"#{found.fingerprint}")
    point = page.locator(".plot .point.disputed").first
    point.scroll_into_view_if_needed()
    page.wait_for_timeout(100)
    point.hover()
    assert page.locator("#tip").is_visible()
    assert page.locator("#tip .quote").inner_text() in {c.sentence.text for c in found.claims}


def test_one_pane_at_a_time_on_a_telephone(visit, corpus):
    page = visit(corpus[0], viewport={"width": 390, "height": 844})
    assert not page.locator("#detail").is_visible()
    page.locator("#list a").nth(2).click()
    assert page.locator("#detail .finding").is_visible()
    assert not page.locator("#list").is_visible()
    page.go_back()
    assert page.locator("#list").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_page_is_read_without_its_script(visit, corpus):
    file, report = corpus
    page = visit(file, java_script_enabled=False)
    assert page.locator(".static article").count() == len(report.discrepancies)
    assert not page.locator("#content").is_visible()


def test_paper_holds_every_finding(visit, corpus):
    file, report = corpus
    page = visit(file)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#print .finding").count() == len(report.discrepancies)
    assert not page.locator("#list").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#print .finding").count() == 0


def test_hostile_articles_stay_text(visit):
    page = visit(hostile())
    assert page.locator("#detail h2").inner_text().startswith("</script><script>alert(1)</script>")
    assert page.locator("img").count() == 0
    page.evaluate("window.location.hash = '#articles'")
    page.locator("#view-articles td.name a").first.click()
    assert EVIL.split("\u2028", maxsplit=1)[0] in page.locator(".paragraph").first.inner_text()


def test_five_thousand_findings_stay_usable(visit):
    page = visit(many(5000))
    assert page.locator("#list > li").count() == 50
    assert "5000" in page.locator("#tally").inner_text()
    for _ in range(51):
        page.keyboard.press("j")
    assert shown(page) == f"{51:016x}"
    assert "第 2 页" in page.locator("#pager").inner_text()
    page.fill("#search", "第4999街道")
    assert shown(page) == f"{4999:016x}"
    assert page.locator("body *").count() < 3000


def many(n):
    """A report with ``n`` disputes in 800 articles."""
    found = []
    for i in range(n):
        claims = []
        for k in range(2):
            day = date(2024, 1, 1) + timedelta(days=i % 600 + 9 * k)
            made = make_claim(f"{7 + k}家", f"第{i}街道上市企业{7 + k}家。", f"a/{(i * 2 + k) % 800:03}.md", day)
            told = replace(made.sentence, index=i, paragraph=i // 3)
            claims.append(replace(made, sentence=told, start=made.start + 100 * i, end=made.end + 100 * i))
        message = f"第{i}街道上市企业数值不一"
        found.append(
            Discrepancy(
                "KW101", "x", Level.WARNING, Verdict.CONTRADICTION, message, tuple(claims), fingerprint=f"{i:016x}"
            )
        )
    return Report(Summary(800, 900_000, 90_000, 60_000, 20_000), tuple(found))
