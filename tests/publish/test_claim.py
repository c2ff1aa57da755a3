"""A build writes into a folder that it made, a new one or an empty one; whatever else is named stays as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands import build as command
from showcase.diagnostics.fault import ToolFailure
from showcase.publish import claim
from showcase.settings import PROJECT


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A folder with a project, its content, and somebody's documents."""
    for name in ("proyek/content/kreator", "proyek/.git", "Dokumen/foto"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "Dokumen/skripsi.docx").write_text("tesis")
    return tmp_path


def claimed(town: Path, output: Path) -> None:
    """What a build asks before anything else, and once its files are known."""
    mine = claim(output.resolve(), town / "proyek/content", town / "proyek")
    mine.record(["index.html", "kreator"])


def documents(town: Path, output: Path) -> Path:
    """A link to the documents."""
    output.symlink_to(town / "Dokumen", target_is_directory=True)
    return output


# How an output is named -> the reason why it is refused. `w` is a folder that does not exist yet.
REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "documents": (lambda town: town / "Dokumen", r"berisi yang bukan buatan perintah ini: foto, skripsi\.docx"),
    "documents by ..": (lambda town: town / "proyek/../Dokumen", "berisi yang bukan buatan"),
    "a link to documents": (lambda town: documents(town, town / "tautan"), "berisi yang bukan buatan"),
    "a file": (lambda town: town / "Dokumen/skripsi.docx", "bukan folder"),
    "content": (lambda town: town / "proyek/content", "adalah folder isi"),
    "inside content": (lambda town: town / "proyek/content/baru", "ada di dalam folder isi"),
    "project": (lambda town: town / "proyek", "memuat folder isi"),
    "above the project": (lambda town: town, "memuat folder isi"),
    "inside the project": (lambda town: town / "proyek/situs/baru", "ada di dalam folder proyek ini"),
    "the top of the disk": (lambda _town: Path("/"), "memuat folder isi"),
    "a disk": (lambda _town: Path("/proc"), "tempat sebuah disk terpasang"),
    "beside a folder of its name": (
        lambda town: (town / ".w.old").mkdir() or town / "w",
        r"\.w\.old sudah ada dan akan tertimpa",
    ),
    "the project's own, as a link": (
        lambda town: documents(town, town / "proyek/output"),
        "berisi yang bukan buatan",
    ),
}


@pytest.mark.posix
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_somebody_s_is_refused_and_untouched(town, name):
    named, why = REFUSED[name]
    output = named(town)
    before = sorted(town.rglob("*"))
    with pytest.raises(ToolFailure, match=rf"^Folder hasil .*{why}.*Tidak ada yang diubah\.$"):
        claimed(town, output)
    assert sorted(town.rglob("*")) == before


def test_another_office_s_content_is_kept_apart_too(town):
    (town / "isi/kreator").mkdir(parents=True)
    for output in (town / "isi", town / "isi/kreator/baru"):
        with pytest.raises(ToolFailure, match="folder isi"):
            claim(output, town / "isi", town / "proyek")


def test_where_case_makes_no_difference_the_content_is_known_by_another_name(town, monkeypatch):
    """As on Windows and macOS: `Content` is `content`."""
    real = Path.samefile
    folded = lambda one, other: str(one).casefold() == str(other).casefold() or real(one, other)  # noqa: E731
    monkeypatch.setattr(Path, "samefile", folded)
    with pytest.raises(ToolFailure, match="ada di dalam folder isi"):
        claimed(town, town / "proyek/Content/baru")


@pytest.mark.posix
@pytest.mark.parametrize("name", ["baru/jauh", "kosong", "sampah", "tautan"])
def test_a_new_or_an_empty_folder_becomes_ours(town, name):
    (town / "kosong").mkdir()
    (town / "sampah").mkdir()
    (town / "sampah/.DS_Store").write_text("")
    (town / "tautan").symlink_to(town / "kosong", target_is_directory=True)
    claimed(town, town / name)
    output = (town / name).resolve()
    output.mkdir(parents=True, exist_ok=True)
    (output / "index.html").write_text("")
    claimed(town, town / name)


def test_the_project_s_own_output_is_ours_whatever_lies_in_it(town):
    (town / "proyek/output").mkdir()
    (town / "proyek/output/lama.html").write_text("dari versi tanpa tanda")
    claimed(town, town / "proyek/output")
    assert [path.name for path in (town / "proyek").glob(".out*")] == []


@pytest.mark.parametrize("marker", ["", "catatan\nindex.html\nskripsi.docx\n", "\udcff"])
def test_a_marker_that_is_none_of_ours_proves_nothing(town, marker):
    (town / ".Dokumen.made").write_text(marker, errors="surrogateescape")
    with pytest.raises(ToolFailure, match="berisi yang bukan buatan"):
        claimed(town, town / "Dokumen")


@pytest.fixture
def content(tmp_path, monkeypatch) -> Path:
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    write_profile(tmp_path / "isi", "contoh-satu", photo=True)
    return tmp_path / "isi"


def test_a_site_is_rebuilt_without_the_cache_and_what_is_put_into_it_stops_the_next_build(content, tmp_path, capsys):
    out = tmp_path / "situs"
    build(content, out)
    first = tree_of(out)
    (tmp_path / "cache").rename(tmp_path / "hilang")
    build(content, out)
    assert tree_of(out) == first
    (out / "skripsi.docx").write_text("tesis")
    write_profile(content, "contoh-dua")
    assert command.run(content=content, output=out) == 2
    assert "bukan buatan perintah ini: skripsi.docx." in capsys.readouterr().err
    assert tree_of(out).keys() == first.keys() | {"skripsi.docx"}


def test_a_folder_of_the_same_name_that_took_the_site_s_place_is_somebody_s(content, tmp_path):
    out = tmp_path / "situs"
    build(content, out)
    out.rename(tmp_path / "dipindah")
    (out / "foto").mkdir(parents=True)
    with pytest.raises(ToolFailure, match="bukan buatan perintah ini: foto"):
        build(content, out)
    assert (out / "foto").is_dir()


def test_a_tree_of_an_older_version_elsewhere_is_told_to_be_removed_by_hand(content, tmp_path):
    out = tmp_path / "situs"
    build(content, out)
    for beside in tmp_path.glob(".situs.*"):
        beside.rename(tmp_path / beside.name.strip("."))
    write_profile(content, "contoh-dua")
    with pytest.raises(ToolFailure, match="atau situs buatan versi lama, yang harus Anda hapus sendiri"):
        build(content, out)


@pytest.mark.parametrize("given", ["Dokumen", ".", ".."])
def test_every_way_to_name_an_output_obeys(content, tmp_path, given):
    (tmp_path / "Dokumen").mkdir()
    (tmp_path / "Dokumen/skripsi.docx").write_text("tesis")
    folder = tmp_path / "isi" if given == ".." else tmp_path
    before = sorted(tmp_path.rglob("*"))
    around = {**os.environ, "PYTHONPATH": str(PROJECT)}
    pelican = [Path(sys.executable).with_name("pelican"), "-s", PROJECT / "pelicanconf.py", content, "-o", given]
    tasks = [sys.executable, PROJECT / "tasks.py", "build", "--content", content, "--output", given]
    for words in (pelican, tasks):
        done = subprocess.run(words, cwd=folder, env=around, capture_output=True, text=True, check=False)
        said = " ".join((done.stdout + done.stderr).split())
        assert (done.returncode, "Tidak ada yang diubah." in said) == (2, True), said
    assert sorted(tmp_path.rglob("*")) == before
