"""A remembered profile is the profile that would be read, whatever changed around it."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.support.region import CONTENT
from tests.support.sites import write_profile

from showcase.cache.cache import Results
from showcase.content import read_content

DAY = date(2026, 11, 24)


@pytest.fixture
def content(tmp_path) -> Path:
    folder = tmp_path / "content"
    write_profile(folder, "contoh-satu", photo=True)
    write_profile(folder, "contoh-dua", more="topik: ikan\n")
    return folder


def change_word(content: Path) -> date:
    file = content / "kreator/contoh-satu/index.md"
    file.write_text(file.read_text().replace("Cerita", "Kisah!"))
    return DAY


def change_word_of_equal_length_and_time(content: Path) -> date:
    file = content / "kreator/contoh-satu/index.md"
    before = file.stat()
    file.write_text(file.read_text().replace("Cerita", "Ceriya"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    return DAY


def break_picture(content: Path) -> date:
    (content / "kreator/contoh-satu/foto.jpg").write_bytes(b"bukan foto")
    return DAY


def remove_picture(content: Path) -> date:
    (content / "kreator/contoh-satu/foto.jpg").unlink()
    return DAY


def rename_folder(content: Path) -> date:
    (content / "kreator/contoh-satu").rename(content / "kreator/contoh-tiga")
    return DAY


def go_back_in_time(_content: Path) -> date:
    return DAY - timedelta(days=1000)  # the consent then lies in the future


def change_region(content: Path) -> date:
    project = CONTENT / "wilayah"
    shutil.copytree(project, content / "wilayah")
    districts = content / "wilayah/wilayah.csv"
    districts.write_text(districts.read_text().replace("Sijuk", "Sijuq"))
    return DAY


@pytest.mark.parametrize(
    "change",
    [
        lambda _content: DAY,
        change_word,
        pytest.param(change_word_of_equal_length_and_time, marks=pytest.mark.posix),  # seen by its ctime
        break_picture,
        remove_picture,
        rename_folder,
        go_back_in_time,
        change_region,
    ],
)
def test_remembering_changes_nothing(change, content, tmp_path, project):
    memory = Results(tmp_path / "ingatan", b"")
    read_content(content, CONTENT, DAY, results=memory)
    memory.save()
    day = change(content)
    remembered = read_content(content, CONTENT, day, results=Results(tmp_path / "ingatan", b""))
    assert remembered == read_content(content, CONTENT, day)


def test_an_untouched_profile_is_not_read_again(content, tmp_path, project, monkeypatch):
    (content / "kreator/contoh-dua/index.md").unlink()  # has a fault, and nothing is kept of who is not shown
    memory = Results(tmp_path / "ingatan", b"")
    read_content(content, CONTENT, DAY, results=memory)
    memory.save()
    monkeypatch.setattr("showcase.content.collection._read", lambda *_: pytest.fail("read again"))
    read_content(content, CONTENT, DAY, results=Results(tmp_path / "ingatan", b""))
