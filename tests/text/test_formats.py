"""Days, moments and lists as a reader or a search engine expects them."""

from __future__ import annotations

import pytest

from showcase.text.formats import locale_of, midnight


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Asia/Jakarta", "2026-01-02T00:00:00+07:00"),
        ("Asia/Makassar", "2026-01-02T00:00:00+08:00"),
        ("Asia/Jayapura", "2026-01-02T00:00:00+09:00"),
    ],
)
def test_a_day_begins_when_it_does_in_its_region(zone: str, moment: str) -> None:
    assert midnight("2026-01-02", zone) == moment
    assert midnight("", zone) == ""


@pytest.mark.parametrize(("language", "locale"), [("id", "id_ID"), ("en", "en_US"), ("jv", "jv_ID"), ("zz", "zz")])
def test_a_language_has_the_country_of_most_of_its_readers(language: str, locale: str) -> None:
    assert locale_of(language) == locale
