"""The search page: nothing of it is loaded before it is used, then it finds what people ask for."""

from __future__ import annotations

import pytest
from tests.support.browser_visit import visiting
from tests.support.serving import serving

pytestmark = pytest.mark.browser
QUERIES = (  # what is typed, the kind that is asked for, a title that must be among the first ten
    ("wisata", "Kreator", "Contoh Kreator Pantai"),
    ("wisatawan", "Kreator", "Contoh Kreator Pantai"),
    ("foto", "Kreator", "Contoh Juru Foto Alam"),
    ("fotografer", "Kreator", "Contoh Juru Foto Alam"),
    ("Tanjung Pandan", "", "Contoh Dapur Kopi"),
    ("belitong", "Kreator", "Contoh Dapur Kopi"),
    ("Lengkuas", "", "Pulau Lengkuas"),
    ("audiensi kreator", "Kabar", "Diskominfo dan kreator Belitung bertemu"),
)


def ask(page, words: str, kind: str = "") -> list[str]:
    """Type words into the search field and choose a kind, "" for all; titles of the first results."""
    page.locator("input[name=q]").fill("")
    page.locator(f'input[name=jenis][value="{kind}"]').check(force=True)
    page.locator("input[name=q]").fill(words)
    page.locator("[data-status]", has_text=f"hasil untuk “{words}”").wait_for()
    return page.locator("[data-results] h3").all_inner_texts()


def of_search(requests: list[str]) -> list[str]:
    """Requests for the search engine and its index."""
    return [address for address in requests if "/cari/indeks/" in address]


def test_nothing_is_loaded_before_the_first_use(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(f"{sites('samples').address}cari/").page
        page.evaluate("scrollTo(0, 9999)")
        page.wait_for_timeout(300)
        assert of_search(visit.requests) == []
        with page.expect_response("**/pagefind.js"):
            page.locator("input[name=q]").focus()


@pytest.mark.parametrize("name", ["samples", "repo"])
def test_people_find_what_they_ask_for(name, chromium, sites):
    site, missed = sites(name), []
    with visiting(chromium) as visit:
        page = visit.open(f"{site.address}cari/").page
        for words, kind, title in QUERIES:
            titles = ask(page, words, kind)
            missed += [] if any(title in found for found in titles) else [f"{words}: {title} not in {titles}"]
        assert not missed
        assert not visit.foreign
        assert not visit.trouble


def test_results_are_marked_have_faces_and_lead_somewhere(chromium, sites):
    site = sites("repo")
    with visiting(chromium) as visit:
        page = visit.open(f"{site.address}cari/").page
        ask(page, "pantai")
        assert "pantai" in page.locator("[data-results] mark").first.inner_text().lower()
        row = page.locator("[data-results] li", has=page.get_by_role("link", name="Contoh Kreator Pantai", exact=True))
        row.first.locator("img").evaluate("one => one.decode()")
        row.first.locator("h3 a").click()
        page.wait_for_url(f"{site.address}kreator/contoh-kreator-pantai/")


def test_the_address_carries_the_question(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(f"{sites('samples').address}cari/?q=kopi&jenis=Kreator").page
        page.locator("[data-status]", has_text="hasil untuk “kopi”").wait_for()
        assert page.locator("input[name=q]").input_value() == "kopi"
        kinds = page.locator("[data-results] .muted").all_inner_texts()
        assert kinds
        assert all(kind.startswith("Kreator") for kind in kinds)


def test_enter_searches_and_arrows_choose_the_kind(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(f"{sites('samples').address}cari/").page
        page.locator("input[name=q]").focus()
        page.keyboard.type("pantai")
        page.keyboard.press("Enter")
        page.locator("[data-status]", has_text="hasil untuk “pantai”").wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        page.wait_for_url("**/cari/?q=pantai&jenis=Kreator")


def test_nothing_found_says_what_to_do(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(f"{sites('samples').address}cari/").page
        page.locator("input[name=q]").fill("qqzzxxww")
        page.locator("[data-status]", has_text="Tidak ada hasil untuk “qqzzxxww”").wait_for()


def test_a_lost_index_is_told_and_the_next_try_may_work(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(f"{sites('samples').address}cari/").page
        page.route("**/pagefind.js", lambda route: route.abort())
        page.locator("input[name=q]").fill("pantai")
        page.locator("[data-status]", has_text="Pencarian gagal dimuat. Periksa koneksi, lalu coba lagi.").wait_for()
        assert page.locator("[data-results] li").count() == 0
        page.unroute("**/pagefind.js")
        page.locator("input[name=q]").press("Enter")
        page.locator("[data-status]", has_text="hasil untuk “pantai”").wait_for()


@pytest.mark.long
def test_the_first_results_of_1000_creators_are_light(chromium, sites, capsys):
    """Bytes on the wire from the first letter to the first ten results, faces included: at most 150 KB."""
    # Counted where it is sent: the browser's own figures leave out what the search's worker fetches.
    sizes: list[int] = []
    with serving(sites("crowd-1000").folder, sent=sizes) as address, visiting(chromium) as visit:
        page = visit.open(f"{address}cari/").page
        page.wait_for_timeout(500)
        sizes.clear()
        ask(page, "pantai")
        page.wait_for_timeout(500)
    with capsys.disabled():
        print(f"\nsearch, 1,000 creators: {sum(sizes) / 1000:.1f} KB in {len(sizes)} requests")
    assert sum(sizes) > 70_000, "the engine itself is among them"
    assert sum(sizes) <= 150_000
