"""The search index is made anew only where what can be found has changed; in `serve` it may come after the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.build.outcome import LATE_SEARCH, SEARCH_FOLLOWS
from showcase.commands.build import run
from showcase.outputs import search


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    """A site with enough creators to be searched, built once."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setitem(showcase_settings.DEFAULTS, "few", 2)
    for name in ("satu", "dua", "tiga"):
        write_profile(tmp_path / "content", name)
    build(tmp_path / "content", tmp_path / "output")
    return tmp_path


@pytest.fixture
def indexed(monkeypatch, site) -> list[Path]:
    """One entry each time the indexer has run since the site was first built."""
    runs: list[Path] = []
    real = search._run_pagefind
    monkeypatch.setattr(search, "_run_pagefind", lambda source, made: (runs.append(made), real(source, made)))
    return runs


def edit(site: Path, old: str, new: str) -> None:
    file = site / "content" / "kreator" / "satu" / "index.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def equals_a_clean_build(site: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(site / "clean-cache"))
    build(site / "content", site / "clean")
    return tree_of(site / "output") == tree_of(site / "clean")


def index_of(site: Path) -> dict[str, str]:
    return {path: seen for path, seen in tree_of(site / "output").items() if path.startswith("cari/")}


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("nama: Contoh satu", "nama: Contoh pertama", 1),
        ("Cerita tentang", "Kisah tentang", 1),
        ("kecamatan: Sijuk", "kecamatan: Badau", 1),
        ("formulir: 7", "formulir: 8", 0),  # not published
        ("https://www.instagram.com/satu/", "https://www.instagram.com/satu.baru/", 1),  # found by its name there
    ],
)
def test_an_index_is_made_only_for_what_can_be_found(site, indexed, monkeypatch, old, new, runs):
    edit(site, old, new)
    build(site / "content", site / "output")
    assert len(indexed) == runs
    assert equals_a_clean_build(site, monkeypatch)


def test_an_index_that_somebody_touched_is_made_anew(site, indexed, monkeypatch):
    next((site / "output").glob("cari/**/*.pf_meta")).write_bytes(b"lain")
    build(site / "content", site / "output")
    assert len(indexed) == 1
    assert equals_a_clean_build(site, monkeypatch)


def test_in_serve_the_page_comes_first_and_the_index_after_it(site, indexed, monkeypatch, capsys):
    before = index_of(site)
    edit(site, "nama: Contoh satu", "nama: Contoh pertama")

    monkeypatch.setenv(LATE_SEARCH, "1")
    assert run(content=site / "content", output=site / "output") == 0
    assert SEARCH_FOLLOWS in capsys.readouterr().err
    assert "Contoh pertama" in (site / "output/kreator/satu/index.html").read_text(encoding="utf-8")
    assert (len(indexed), index_of(site)) == (0, before)

    monkeypatch.delenv(LATE_SEARCH)
    assert run(content=site / "content", output=site / "output") == 0
    assert SEARCH_FOLLOWS not in capsys.readouterr().err
    assert len(indexed) == 1
    assert equals_a_clean_build(site, monkeypatch)


def test_without_an_index_serve_waits_for_the_first(tmp_path, site, indexed, monkeypatch):
    monkeypatch.setenv(LATE_SEARCH, "1")
    outcome = build(site / "content", tmp_path / "elsewhere")
    assert (len(indexed), outcome.late_search) == (1, False)
