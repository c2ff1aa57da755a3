"""Pelican's traps, each with what keeps us out of it."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from jinja2 import StrictUndefined
from pelican.settings import DEFAULT_CONFIG, read_settings
from tests.support.region import CONTENT
from tests.support.sites import build, soup, write_profile

from showcase import settings as showcase_settings
from showcase.content import read_content
from showcase.diagnostics.fault import ContentFaults
from showcase.hooks.no_effect import held_still


@pytest.fixture
def settings(project) -> dict[str, object]:
    return read_settings(str(project / "pelicanconf.py"))


@pytest.fixture
def held(settings) -> dict[str, object]:
    """The settings as they are while Pelican runs."""
    return held_still(settings, DEFAULT_CONFIG)


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    """A content folder with everything in it that Pelican must not take for a page."""
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    folder = tmp_path / "content"
    write_profile(folder, "contoh-satu")
    (folder / "kabar").mkdir()
    (folder / "kabar/2026-01-02-pertemuan.md").write_text("---\njudul: Pertemuan\ntanggal: 2026-01-02\n---\n\nIsi.\n")
    return folder


def test_only_our_plugin_is_loaded(settings):
    assert settings["PLUGINS"] == ["showcase"]


def test_nothing_is_copied_as_it_is(held):
    assert held["STATIC_PATHS"] == []
    assert held["THEME_STATIC_PATHS"] == []


def test_no_page_of_pelican_s_own_is_made(held):
    assert held["DIRECT_TEMPLATES"] == []
    switched_off = [name for name, value in held.items() if name.endswith("_SAVE_AS") and value == ""]
    assert {"CATEGORY_SAVE_AS", "TAG_SAVE_AS", "AUTHOR_SAVE_AS", "ARCHIVES_SAVE_AS"} <= set(switched_off)


def test_no_feed_of_pelican_s_own_is_made(held):
    feeds = {name: value for name, value in held.items() if re.search(r"FEED_(?:ALL_)?(?:ATOM|RSS)$", name)}
    assert feeds
    assert set(feeds.values()) == {None}


def test_templates_escape_and_know_no_undefined_name(settings):
    assert settings["JINJA_ENVIRONMENT"]["autoescape"] is True
    assert settings["JINJA_ENVIRONMENT"]["undefined"] is StrictUndefined


def test_dates_need_no_locale_of_the_machine(settings):
    assert settings["LOCALE"] == ["C.UTF-8", "C"]


def test_no_cache_of_pelican_s_is_read_or_written(held):
    assert held["CACHE_CONTENT"] is False
    assert held["LOAD_CONTENT_CACHE"] is False


def test_hidden_and_foreign_files_are_not_published(content, tmp_path):
    (content / "kabar/.rahasia.md").write_text("---\njudul: Rahasia\ntanggal: 2026-01-02\n---\nx")
    (content / "kabar/halaman.html").write_text("<title>Rahasia</title>")
    found = attempt(content, tmp_path / "out")
    if not found:
        assert "Rahasia" not in soup(tmp_path / "out", "kabar").get_text()
    assert all(path.startswith("kabar/") for path in found)


def attempt(content: Path, output: Path) -> set[str]:
    """Files with faults; none if the site was built. To name a file is as good as to leave it out, silence is not."""
    with suppress(ContentFaults):
        build(content, output)
        return set()
    return {fault.path for fault in read_content(content, CONTENT, date(2026, 11, 24)).faults}


@pytest.mark.parametrize("front", ["judul:\ntanggal: 2026-01-02", "tanggal: 2026-01-02", "judul: X\ntanggal: May"])
def test_a_text_without_title_or_day_is_a_fault_not_a_missing_page(front, content, tmp_path):
    (content / "kabar/2026-02-03-keliru.md").write_text(f"---\n{front}\n---\n\nIsi.\n")
    with pytest.raises(ContentFaults) as wrong:
        build(content, tmp_path / "out")
    assert {fault.path for fault in wrong.value.faults} == {"kabar/2026-02-03-keliru.md"}


def test_a_text_with_a_fault_is_held_back_alone(content, tmp_path):
    (content / "kabar/2026-02-03-keliru.md").write_text("---\njudul:\ntanggal: 2026-02-03\n---\n\nIsi.\n")
    outcome = build(content, tmp_path / "out", public=True, hold_back=True)
    assert outcome.held_back == ("kabar/2026-02-03-keliru.md",)
    assert soup(tmp_path / "out", "kabar/pertemuan").h1.get_text(strip=True) == "Pertemuan"
    assert not (tmp_path / "out/kabar/keliru").exists()


@pytest.mark.parametrize("name", ["!!!", "🌊", "...", "黄文"])
def test_a_name_of_signs_alone_does_not_become_an_address(name, content, tmp_path):
    write_profile(content, "contoh-tanda", name=name)
    found = attempt(content, tmp_path / "out")
    assert found <= {"kreator/contoh-tanda/index.md"}
    if not found:
        assert soup(tmp_path / "out", "kreator/contoh-tanda").h1.get_text(strip=True) == name
    assert not (tmp_path / "out/.html").exists()


def test_a_stale_file_does_not_outlive_its_source(content, tmp_path):
    build(content, tmp_path / "out")
    (tmp_path / "out/kreator/sisa.html").write_text("sisa")
    build(content, tmp_path / "out")
    assert not (tmp_path / "out/kreator/sisa.html").exists()


def test_a_build_makes_pelican_warn_of_nothing(content, tmp_path, caplog):
    with caplog.at_level(logging.WARNING, logger="pelican"):
        build(content, tmp_path / "out")
    assert [record.getMessage() for record in caplog.records] == []
