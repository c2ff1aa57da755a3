"""`content/statis/`: published byte for byte, and checked for what must not be public."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.profiles.making import TODAY
from tests.support.photos import exif, saved, scene
from tests.support.region import CONTENT
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.content import read_content
from showcase.content.static_files import LARGEST_BYTES, MOST_BYTES, MOST_FILES, OWN_NAMES, read_static
from showcase.diagnostics.fault import ContentFaults

PAGE = "---\njudul: Aturan\n---\n\nIsi.\n"
CODE = b"google-site-verification: google1234.html\r\n"


def put(folder: Path, name: str, data: bytes) -> None:
    """Write a file; its folder is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


@pytest.fixture(autouse=True)
def _own_cache_and_day(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")


@pytest.fixture
def content(tmp_path) -> Path:
    """A content folder with a profile and a verification file."""
    write_profile(tmp_path / "content", "contoh-satu")
    put(tmp_path / "content/statis", "google1234.html", CODE)
    return tmp_path / "content"


def told(content: Path) -> list[tuple[str, str]]:
    """Path and code of every fault of `statis/`."""
    found = read_content(content, CONTENT, TODAY)
    return [(fault.path, fault.code) for fault in found.faults if fault.path.startswith("statis")]


def test_a_file_is_published_byte_for_byte_followed_and_removed(content, tmp_path):
    out = tmp_path / "out"
    put(content / "statis/.well-known", "security.txt", b"Contact: https://contoh.example/\n")
    build(content, out)
    assert (out / "google1234.html").read_bytes() == CODE
    assert (out / ".well-known/security.txt").is_file()
    put(content / "statis", "google1234.html", b"lain")
    (content / "statis/.well-known/security.txt").unlink()
    build(content, out)
    assert (out / "google1234.html").read_bytes() == b"lain"
    assert not (out / ".well-known").exists()
    before = tree_of(out)
    build(content, out)
    assert tree_of(out) == before


@pytest.mark.parametrize(
    "name",
    [".env", ".DS_Store", "._google1234.html", ".git/config", ".well-known/.rahasia", "a/.env", "Thumbs.db", "a~"],
)
def test_what_is_hidden_or_left_behind_is_not_published(content, name):
    put((content / "statis" / name).parent, Path(name).name, b"rahasia")
    files, faults = read_static(content, ())
    assert [one.path for one in files] == ["google1234.html"]
    assert faults == []


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kreator/contoh-satu/index.html", b"", "D111"),
        ("Kreator/a.txt", b"", "D111"),
        ("index.html", b"", "D111"),
        ("robots.txt", b"", "D111"),
        ("aturan/index.html", b"", "D111"),
        ("aturan", b"", "D111"),
        ("besar.pdf", b"0" * (LARGEST_BYTES + 1), "D112"),
        ("foto.jpg", saved(scene(), exif=exif(position=True)), "P305"),
        ("foto.txt", saved(scene(), exif=exif(position=True)), "P305"),
        ("foto.heic", b"\0\0\0\x18ftypheic", "D113"),
        ("rekaman.mp4", b"\0\0\0\x18ftypisom", "D113"),
        ("rusak.png", b"bukan gambar", "G101"),
        ("GOOGLE1234.html", b"", "P026"),
        ("tanya?.txt", b"", "P027"),
        ("con.txt", b"", "P027"),
    ],
)
def test_what_cannot_be_published_as_it_is_is_told_where_it_lies(content, name, data, code):
    put(content / "halaman", "aturan.md", PAGE.encode())
    put((content / "statis" / name).parent, Path(name).name, data)
    spoiled = {path for path, _code in told(content)}
    assert [one for _path, one in told(content)] == [code]
    assert spoiled <= {f"statis/{name}", "statis/google1234.html"}


def test_a_collision_names_both(content):
    put(content / "halaman", "aturan.md", PAGE.encode())
    put(content / "statis/aturan", "index.html", b"")
    put(content / "statis/gambar", "a.txt", b"")
    messages = [fault.message for fault in read_content(content, CONTENT, TODAY).faults]
    assert any("halaman/aturan.md" in text and "aturan/index.html" in text for text in messages)
    assert any("gambar/" in text and "statis/gambar/a.txt" in text for text in messages)


def test_good_pictures_and_empty_pages_are_no_fault(content):
    put(content / "statis", "foto.jpg", saved(scene()))
    put(content / "statis/aturan", "lampiran.pdf", b"%PDF-")
    put(content / "halaman", "aturan.md", PAGE.encode())
    assert told(content) == []


@pytest.mark.posix
def test_a_pointer_elsewhere_is_not_followed(content, tmp_path):
    (tmp_path / "rahasia.txt").write_text("rahasia")
    (content / "statis/a.txt").symlink_to(tmp_path / "rahasia.txt")
    (content / "statis/b").symlink_to(tmp_path)
    assert told(content) == [("statis/a.txt", "P022"), ("statis/b", "P022")]
    (content / "statis").rename(tmp_path / "jauh")
    (content / "statis").symlink_to(tmp_path / "jauh")
    assert told(content) == [("statis", "P022")]


def test_a_file_in_its_place_and_too_much_of_it_are_told(content):
    for number in range(MOST_BYTES // LARGEST_BYTES + 1):
        put(content / "statis", f"{number}.bin", b"0" * LARGEST_BYTES)
    assert told(content) == [("statis", "D112")]
    for path in (content / "statis").iterdir():
        path.unlink()
    for number in range(MOST_FILES + 1):
        put(content / "statis", f"{number:04}.txt", b"")
    assert told(content) == [("statis", "D112")]
    for path in (content / "statis").iterdir():
        path.unlink()
    (content / "statis").rmdir()
    (content / "statis").write_text("")
    assert told(content) == [("statis", "D110")]


def test_a_fault_stops_a_build_and_held_back_it_alone_is_left_out(content, tmp_path):
    put(content / "statis", "foto.jpg", saved(scene(), exif=exif(position=True)))
    with pytest.raises(ContentFaults):
        build(content, tmp_path / "out")
    outcome = build(content, tmp_path / "out", public=True, hold_back=True)
    assert "statis/foto.jpg" in outcome.held_back
    assert not (tmp_path / "out/foto.jpg").exists()
    assert (tmp_path / "out/google1234.html").is_file()


@pytest.mark.parametrize(("own", "published"), [(True, False), (False, True)])
def test_another_office_publishes_its_own_files_only(tmp_path, own, published):
    project = tmp_path / "proyek"
    put(project / "statis", "google1234.html", CODE)
    put(project / "wilayah", "situs.md", (CONTENT / "wilayah/situs.md").read_bytes())
    write_profile(tmp_path / "content", "contoh-satu")
    if own:
        put(tmp_path / "content/wilayah", "situs.md", (CONTENT / "wilayah/situs.md").read_bytes())
    static = read_content(tmp_path / "content", project, TODAY).static
    assert bool(static) == published


def test_every_name_that_a_site_makes_at_its_top_is_one_that_a_file_may_not_take(content, tmp_path):
    (content / "statis/google1234.html").unlink()
    write_profile(content, "contoh-dua", more="jasa: foto-produk\nkeahlian: fotografi\n", photo=True)
    put(content / "kabar", "2026-01-02-pertemuan.md", b"---\njudul: Pertemuan\n---\n\nIsi.\n")
    build(content, tmp_path / "out", demo=True)
    pages = {page.slug for page in read_content(content, CONTENT, TODAY).pages}
    assert {path.name for path in (tmp_path / "out").iterdir()} <= OWN_NAMES | pages
