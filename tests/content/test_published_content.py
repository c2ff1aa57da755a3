"""What the office publishes is good, whichever region it is of. No other test reads `content/`."""

from __future__ import annotations

import io
import re

import pytest
from tests.support.region import PUBLISHED
from tests.support.sites import broken_links

from showcase.commands import check
from showcase.content.drawings import unsafe_part

PAPERS = (("formulir-persetujuan", 2), ("naskah-dinas", 3))  # a page of `halaman/`, and its sheets of paper


def test_nothing_in_it_is_a_fault() -> None:
    told = io.StringIO()
    assert check.run(PUBLISHED, PUBLISHED, "text", told) == 0, told.getvalue()


def test_its_pages_and_people_become_a_whole_site(sites) -> None:
    assert broken_links(sites("published").folder, "/") == []


@pytest.mark.parametrize("name", ["logo.svg", "peta.svg"])
def test_its_drawings_are_safe(name: str) -> None:
    assert unsafe_part((PUBLISHED / "wilayah" / name).read_text(encoding="utf-8")) == ""


@pytest.mark.parametrize(
    "words",
    ["GitHub", "Amerika Serikat", "Tujuan", "Jangka waktu", "Hak Anda", "3 x 24 jam", "27 Tahun 2022"],
)
def test_the_consent_names_what_the_law_asks_for(words: str) -> None:
    assert words in (PUBLISHED / "halaman/formulir-persetujuan.md").read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(("page", "sheets"), PAPERS)
def test_each_paper_keeps_to_its_sheets(page: str, sheets: int, chromium, sites) -> None:
    opened = chromium.new_context().new_page()
    opened.goto(f"{sites('published').address}{page}/")
    printed = opened.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "15mm"))
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= sheets
    opened.set_viewport_size({"width": 360, "height": 740})
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened.context.close()
