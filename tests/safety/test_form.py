"""Whatever is typed or pasted into the form page is text there too: in its fields, its card, its file and its lists."""

from __future__ import annotations

import pytest
from tests.safety.test_text import FOREIGN_BODIES
from tests.support.browser_visit import FORM_READY, visiting
from tests.support.hostile import one_line
from tests.support.safety_vectors import VECTORS

PROFILE = """---
nama: {line}
ringkasan: {line}
__proto__: {line}
constructor: {line}
akun: {line}
foto: {line}
karya:
  - judul: {line}
    tautan: {line}
    __proto__: {line}
---

{text}
"""
MESSAGE = """[10.12, 23/11/2026] {line}: Halo
Nama: {line}
Ringkasan: {line}
Akun: {line}
Karya: {line}
Cerita: {text}
"""
ADDRESSES = """() => [...document.querySelectorAll("a[href], img[src]")].map((node) => node.href || node.src)
  .filter((address) => !/^(https:|mailto:|blob:|http:\\/\\/127\\.0\\.0\\.1:)/.test(address))"""


@pytest.fixture
def visit(chromium, sites):
    """The form page, opened; whatever runs, loads or is kept fails the test."""
    dialogs: list[str] = []
    with visiting(chromium, viewport={"width": 1280, "height": 800}) as visit:
        visit.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        visit.open(f"{sites('samples').address}kelola/")
        visit.page.wait_for_selector(FORM_READY)
        yield visit
        assert not any(visit.kept().values())
    assert dialogs == []
    assert visit.foreign == []
    assert visit.trouble == []


def inert(page, vector: str) -> None:
    assert page.evaluate(f"({FOREIGN_BODIES})().filter((bad) => !/^(INPUT|BUTTON|FORM)$/.test(bad))") == [], vector
    assert page.evaluate(ADDRESSES) == [], vector
    assert page.evaluate("() => ({}).judul === undefined && ({}).nama === undefined"), vector


@pytest.mark.browser
@pytest.mark.parametrize("form", [PROFILE, MESSAGE], ids=["profile", "message"])
@pytest.mark.parametrize("every", [15, pytest.param(1, marks=pytest.mark.long)])
def test_a_pasted_text_is_text(visit, form, every):
    page = visit.page
    page.get_by_text("Buka profil yang ada").click()
    taken = 0
    for vector in VECTORS[::every]:
        pasted = form.format(line=one_line(vector), text=vector)
        page.locator('[data-part="open-text"]').evaluate("(field, text) => { field.value = text; }", pasted)
        page.get_by_role("button", name="Isi formulir dari teks ini").click()
        taken += "Isian terisi" in page.locator('[data-part="open-says"]').inner_text()
        inert(page, vector)
    assert taken > len(VECTORS[::every]) / 2, "the form must have taken most of it, or this shows nothing"


@pytest.mark.browser
def test_a_typed_text_is_text(visit):
    page = visit.page
    page.get_by_role("button", name="Tambah karya").click()
    fill = """(vector) => document.querySelectorAll("[data-kelola] input, [data-kelola] textarea").forEach((field) => {
      if (/^(text|search|url|tel|email|)$/.test(field.getAttribute("type") ?? "")) field.value = vector;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("focusout", { bubbles: true }));
    })"""
    for vector in VECTORS[::15]:
        page.evaluate(fill, vector)
        page.get_by_role("button", name="Unduh index.md").click()
        inert(page, vector)
    assert "hal perlu dibetulkan" in page.locator('[data-part="wrong"]').inner_text()
