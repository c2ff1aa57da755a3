"""Marking creators under a service and sending them as one WhatsApp draft; nothing is kept before a tap."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from tests.support.browser_visit import visiting

pytestmark = pytest.mark.browser


def test_marked_creators_become_one_draft_and_stay_marked_on_other_pages(chromium, sites):
    home = sites("samples").address
    with visiting(chromium) as visit:
        page = visit.open(home + "jasa/foto-produk/").page
        assert page.locator(".shortlist").is_hidden()
        assert page.evaluate("localStorage.length") == 0
        for number in range(2):
            page.locator("[data-mark]").nth(number).check()
        names = [page.locator("[data-mark]").nth(n).get_attribute("data-name") for n in range(2)]
        draft = unquote(page.locator("[data-send]").get_attribute("href"))
        assert draft.startswith("https://wa.me/?text=Kreator yang saya tandai")
        assert [line[3:] for line in draft.splitlines() if line[:2] in ("1.", "2.")] == names
        assert draft.count(f"{home}kreator/") == 2
        page = visit.open(home + "jasa/video-pendek/").page
        assert page.locator('.shortlist [role="status"]').text_content() == "2 kreator ditandai"
        page.locator(".shortlist [data-clear]").click()
        assert page.locator(".shortlist").is_hidden()
        assert page.evaluate("localStorage.length") == 0


def test_a_damaged_memory_of_marks_breaks_nothing(chromium, sites):
    home = sites("samples").address
    with visiting(chromium) as visit:
        page = visit.open(home + "jasa/foto-produk/").page
        key = page.locator(".shortlist").get_attribute("data-key")
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, '[{"slug": 1}, null, "x"'])
        page = visit.open(home + "jasa/foto-produk/").page
        page.locator("[data-mark]").first.check()
        assert page.locator('.shortlist [role="status"]').text_content() == "1 kreator ditandai"
