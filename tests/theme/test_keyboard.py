"""Without a mouse: every part is reached, works and lets go again."""

from __future__ import annotations

import pytest
from tests.support.browser_visit import FORM_READY, visiting

pytestmark = pytest.mark.browser
FOCUSED = "document.activeElement"
ALBUM = "kreator/contoh-juru-foto-alam/"


def focused(page, script: str = "one => (one.textContent || one.name || '').trim()") -> str:
    """Something about the element that has the focus; its text unless told otherwise."""
    return page.evaluate(f"({script})({FOCUSED})")


# Where the focus is: its HTML, whether an outline is drawn around it or what it stands for (a label, a card), in sight.
HERE = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const label = one.closest("label");
  const stand = [one, one.parentElement, label, label?.querySelector("span"), one.closest("li")];
  const drawn = (look) => look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  const box = one.getBoundingClientRect();
  return [one.outerHTML.slice(0, 80), stand.some((part) => part && drawn(getComputedStyle(part))),
          box.top < innerHeight && box.bottom > 0];
}"""


@pytest.mark.parametrize("address", ["", "kreator/", ALBUM, "404.html"])
def test_the_skip_link_comes_first_and_leads_past_the_menu(address, chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(sites("samples").address + address).page
        page.keyboard.press("Tab")
        assert focused(page) == "Langsung ke konten utama"
        assert page.evaluate(f"{FOCUSED}.getBoundingClientRect().width > 40"), "seen once it has the focus"
        page.keyboard.press("Enter")
        assert focused(page, "one => one.id") == "isi"
        page.keyboard.press("Tab")
        assert page.evaluate(f"Boolean({FOCUSED}.closest('main'))")


def test_the_menu_of_a_phone_opens_by_keyboard(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(sites("samples").address).page
        menu = page.locator(".menu")
        links = menu.get_by_role("link")
        assert not links.first.is_visible()
        for _ in range(3):
            page.keyboard.press("Tab")
        assert focused(page) == "Menu"
        page.keyboard.press("Enter")
        assert links.first.is_visible()
        page.keyboard.press("Tab")
        assert focused(page) == "Kreator"
        page.keyboard.press("Enter")
        page.wait_for_url("**/kreator/")


def test_the_menu_of_a_desktop_lies_open(chromium, sites):
    with visiting(chromium, viewport={"width": 1280, "height": 800}) as visit:
        page = visit.open(sites("samples").address).page
        assert page.locator(".menu").get_by_role("link", name="Kreator", exact=True).is_visible()


WALKED = (
    "", "kreator/", ALBUM, "karya/", "jasa/video-pendek/", "cari/",
    "laporan/", "formulir-persetujuan/", "naskah-dinas/", "kelola/", "kelola/?mode=kreator",
)  # fmt: skip


@pytest.mark.parametrize("address", WALKED)
def test_tab_walks_through_the_whole_page_and_shows_where_it_is(address, chromium, sites):
    """The focus passes every control once, in the page's order, always visibly, and leaves at the end."""
    with visiting(chromium, viewport={"width": 1280, "height": 800}) as visit:
        page = visit.open(sites("samples").address + address).page
        if address.startswith("kelola/"):
            page.wait_for_selector(FORM_READY)
        count = page.evaluate("document.querySelectorAll('a, button, input, select, textarea, summary').length")
        dates = page.evaluate(
            "document.querySelectorAll('input[type=date]').length"
        )  # each of day, month, year, button
        scrolled = page.evaluate("document.querySelectorAll('pre, table, .table').length")
        seen = []
        for _ in range(count + 3 * dates + scrolled + 1):
            page.keyboard.press("Tab")
            here = page.evaluate(HERE)
            if here is None:
                break
            seen.append(here)
        else:
            pytest.fail("the focus never left the page")
        assert len(seen) > 10
        assert [html for html, drawn, _inside in seen if not drawn] == [], "no outline"
        assert [html for html, _drawn, inside in seen if not inside] == [], "focus out of sight"


def test_the_lightbox_opens_turns_and_gives_the_focus_back(chromium, sites):
    with visiting(chromium) as visit:
        page = visit.open(sites("samples").address + ALBUM).page
        album = page.locator(".work", has=page.locator(".album")).first
        opener = album.locator("a.cover")
        opener.focus()
        page.keyboard.press("Enter")
        box = page.locator("dialog.lightbox")
        assert box.is_visible()
        assert box.get_attribute("aria-label")
        place = box.locator("p").first
        assert place.inner_text() == "1 / 3"
        assert box.locator("img").get_attribute("alt") == opener.get_attribute("data-alt") != ""
        page.keyboard.press("ArrowRight")
        assert place.inner_text() == "2 / 3"
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert place.inner_text() == "1 / 3"
        assert "Foto: " in box.inner_text()
        assert "CC0" in box.inner_text()
        for _ in range(6):  # the browser's own controls may take a turn; the page behind never does
            page.keyboard.press("Tab")
            assert page.evaluate(f"{FOCUSED} === document.body || Boolean({FOCUSED}.closest('dialog'))")
        page.keyboard.press("Escape")
        assert not box.is_visible()
        assert page.evaluate(f"{FOCUSED} === document.querySelector('.work:has(.album) a.cover')")


def test_a_photo_is_sharp_on_a_desktop_and_shown_whole(chromium, sites):
    with visiting(chromium, viewport={"width": 1280, "height": 800}, device_scale_factor=1) as visit:
        page = visit.open(sites("samples").address + ALBUM).page
        page.locator(".work a.cover[data-module=lightbox]").first.click()
        image = page.locator("dialog.lightbox img")
        image.evaluate("one => one.decode()")
        box = image.bounding_box()
        shown = image.evaluate("one => [one.naturalWidth, one.naturalHeight, one.currentSrc]")
        assert shown[2].endswith(".avif")
        assert shown[0] >= min(box["width"], 1280) * 0.95
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 1280
        assert box["y"] + box["height"] <= 800


def test_a_photo_opens_as_a_picture_without_script(chromium, sites):
    site = sites("samples")
    with visiting(chromium, java_script_enabled=False) as visit:
        page = visit.open(site.address + ALBUM).page
        page.locator(".work a.cover").first.click()
        page.wait_for_url("**/gambar/*.jpg")
