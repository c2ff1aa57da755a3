"""The way of a visitor, with JavaScript and without; and what a visit leaves behind: nothing."""

from __future__ import annotations

import re
from time import monotonic

import pytest
from tests.support.browser_visit import visiting

pytestmark = pytest.mark.browser
UNTOUCHED = {"cookies": 0, "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("name", ["samples", "repo"])
def test_home_topic_profile_platform_and_back(name, script, chromium, sites):
    site = sites(name)
    with visiting(chromium, java_script_enabled=script) as visit:
        page = visit.open(site.address).page
        page.locator('main a[href$="topik/pariwisata/"]').first.click()
        page.wait_for_url(f"{site.address}topik/pariwisata/")
        page.get_by_role("link", name="Contoh Kreator Pantai", exact=True).first.click()
        page.wait_for_url(f"{site.address}kreator/contoh-kreator-pantai/")
        assert page.get_by_role("heading", level=1).inner_text() == "Contoh Kreator Pantai"
        cards = page.locator(".channel")
        assert cards.first.get_attribute("href") == "https://www.youtube.com/@contohkreatorpantai"
        assert "YouTube" in cards.first.inner_text()
        page.go_back()
        assert page.url == f"{site.address}topik/pariwisata/"
        page.go_back()
        assert page.url == site.address
        assert not visit.foreign
        assert not visit.trouble


@pytest.mark.parametrize("name", ["samples", "public"])
def test_no_page_asks_others_keeps_anything_or_complains(name, chromium, sites):
    """Every page of the site, scrolled to its end so that lazy pictures come too."""
    site, wrong = sites(name), []
    with visiting(chromium, viewport={"width": 800, "height": 900}) as visit:
        for address in site.pages():
            visit.open(site.address + address)
            visit.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            wrong += [f"{address}: {found}" for found in visit.trouble + visit.foreign]
            visit.trouble.clear()
            visit.foreign.clear()
        assert visit.kept() == UNTOUCHED
    assert not wrong


def test_the_watch_sees_what_it_watches_for(chromium, sites, tmp_path):
    """A page that does all of it at once, so that the test above can fail."""
    site = sites("public")
    with visiting(chromium) as visit:
        visit.open(site.address)
        visit.page.evaluate(
            """() => {
              document.cookie = "a=1"; localStorage.a = 1; sessionStorage.a = 1;
              const image = new Image(); image.src = "https://lain.example/a.png"; document.body.append(image);
              setTimeout(() => { throw new Error("keliru"); });
            }"""
        )
        end = monotonic() + 60
        while not {"CSP", "keliru"} <= set(re.findall("CSP|keliru", " ".join(visit.trouble))) and monotonic() < end:
            visit.page.wait_for_timeout(50)
        assert visit.kept() == UNTOUCHED | {"cookies": 1, "local": 1, "session": 1}
        text = "\n".join(visit.trouble)
        assert "CSP img-src: https://lain.example/a.png" in text
        assert "keliru" in text


def test_a_video_asks_youtube_only_after_a_tap(chromium, sites):
    with visiting(chromium, has_touch=True) as visit:
        page = visit.open(f"{sites('samples').address}kreator/contoh-kreator-pantai/").page
        button = page.locator("button.cover").first
        button.scroll_into_view_if_needed()
        assert button.get_attribute("aria-label").startswith("Putar video")
        assert not visit.foreign
        with page.expect_request(re.compile(r"^https://www\.youtube-nocookie\.com/embed/")) as asked:
            button.tap()
        assert "autoplay=1" in asked.value.url
        assert {address.split("/")[2] for address in visit.foreign} == {"www.youtube-nocookie.com"}
        frame = page.locator("iframe")
        assert frame.get_attribute("title")
        assert frame.get_attribute("referrerpolicy") == "strict-origin-when-cross-origin"
        # The policy refuses every other host, so that no mistake of ours can lead elsewhere.
        assert [line for line in visit.trouble if line.startswith("CSP")] == []


def test_platforms_that_track_stay_links(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(f"{sites('samples').address}karya/").page
        for host in ("tiktok.com", "instagram.com", "facebook.com"):
            works = page.locator(f'.works a.cover[href*="{host}"]')
            assert works.count(), host
            assert page.locator(f'[data-player*="{host}"]').count() == 0


@pytest.mark.parametrize("name", ["samples", "public", "crowd-1", "crowd-5", "crowd-15", "crowd-60"])
def test_no_page_scrolls_sideways_on_a_small_phone(name, chromium, sites):
    site, wide = sites(name), []
    with visiting(chromium, viewport={"width": 320, "height": 640}) as visit:
        for address in typical(site.pages()):
            visit.open(site.address + address)
            width = visit.page.evaluate("document.documentElement.scrollWidth")
            wide += [f"{address}: {width}"] if width > 320 else []
    assert not wide


def typical(pages: list[str]) -> list[str]:
    """One page of each folder and depth: a site's pages of one kind are alike."""
    return list({(address.partition("/")[0], address.count("/")): address for address in pages}.values())


def test_an_old_address_leads_to_the_new_one(chromium, sites):
    site = sites("repo")
    with visiting(chromium, java_script_enabled=False) as visit:
        visit.page.goto(f"{site.address}kreator/contoh-kanal-pantai/")
        visit.page.wait_for_url(f"{site.address}kreator/contoh-kreator-pantai/")
