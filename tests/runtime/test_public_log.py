"""The log of a workflow stays when somebody has left: it has numbers and codes, and nobody's name."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from tests.support.sites import write_profile

from showcase import settings as showcase_settings
from showcase.commands import build
from showcase.diagnostics.fault import Fault
from showcase.runtime.public_log import fault_counts, without_names

NAMED = re.compile(r"contoh-|Contoh contoh|190101|@")


@pytest.fixture(autouse=True)
def _in_a_workflow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))


def told(tmp_path: Path, **options: bool) -> tuple[int, str]:
    """Exit code and output of one build."""
    stream = StringIO()
    code = build.run(content=tmp_path / "isi", output=tmp_path / "situs", stream=stream, **options)
    return code, stream.getvalue()


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """One good profile, one with an identity number where there is no such key, one with a topic that is none."""
    write_profile(tmp_path / "isi", "contoh-rina")
    write_profile(tmp_path / "isi", "contoh-keliru", more="nik: 1901010101900001\n")
    return write_profile(tmp_path / "isi", "contoh-salah", more="topik: ikan\n")


def test_whoever_is_held_back_is_a_number(tmp_path: Path, faulty: Path) -> None:
    code, said = told(tmp_path, public=True, hold_back=True)
    assert code == 0
    assert "Ditahan karena ada kesalahan: 2\n" in said
    assert re.search(r"^[A-Z]\d{3}: \d kali", said, re.MULTILINE)
    assert "python3 tasks.py check" in said
    assert not NAMED.search(said.replace(str(tmp_path), ""))


def test_a_build_that_is_refused_tells_codes(tmp_path: Path, faulty: Path) -> None:
    code, said = told(tmp_path, public=True)
    assert code == 1
    assert re.search(r"^[A-Z]\d{3}: \d kali", said, re.MULTILINE)
    assert not NAMED.search(said)


def test_on_a_computer_of_the_office_names_are_told(tmp_path: Path, faulty: Path, monkeypatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS")
    code, said = told(tmp_path, public=True, hold_back=True)
    assert code == 0
    assert "Ditahan karena ada kesalahan: contoh-keliru\n" in said


def test_the_places_in_the_region_s_files_are_told() -> None:
    """They are nobody's, and without them nobody could tell why nothing is published."""
    faults = [
        Fault("wilayah/jasa.csv", 3, 1, "W201", "kacau: 1901010101900001", found="1901010101900001"),
        Fault("kreator/contoh-rina/index.md", 2, 1, "P103", "kacau"),
        Fault("kreator/contoh-budi/index.md", 2, 1, "P103", "kacau"),
        Fault("kabar/2026-11-20-contoh-rina.md", 2, 1, "D101", "kacau"),
    ]
    where, counts, _who = fault_counts(faults)
    assert where == "wilayah/jasa.csv:3 W201"
    assert counts == "D101: 1 kali, P103: 2 kali, W201: 1 kali"
    assert fault_counts([]) == []


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("kreator/budi/foto.jpg terlalu besar", "kreator/…/foto.jpg terlalu besar"),
        ("ingin menulis en/kreator/budi/index.html.", "ingin menulis en/kreator/…/index.html."),
        ("/rumah/isi/kreator/budi: Permission denied", "/rumah/isi/kreator/…: Permission denied"),
        ("Situs terlalu besar", "Situs terlalu besar"),
    ],
)
def test_a_failure_names_no_folder_of_a_profile(said: str, left: str) -> None:
    assert without_names(said) == left
