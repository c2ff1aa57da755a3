"""Only pictures made new from real files of the creator's own folder reach the site, and nothing else does."""

from __future__ import annotations

import io
import os
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image
from tests.profiles.making import HERE, TODAY, read, smallest
from tests.support.region import CONTENT
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.commands.check import run as check
from showcase.content import folders as files
from showcase.content import read_region
from showcase.content.drawings import unsafe_part

SECRET = b"RAHASIA-SEKALI"
SHAPE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture(autouse=True)
def _own_cache_and_day(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")


@pytest.fixture
def content(tmp_path) -> Path:
    """A good neighbour, and something secret beside the content."""
    write_profile(tmp_path / "content", "tetangga", photo=True)
    (tmp_path / "rahasia.txt").write_bytes(SECRET)
    Image.new("RGB", (640, 640), (250, 1, 2)).save(tmp_path / "rahasia.jpg")
    return tmp_path / "content"


def trick_link(folder: Path) -> None:
    (folder / "foto.jpg").symlink_to(folder.parents[2] / "rahasia.jpg")


def trick_text_link(folder: Path) -> None:
    (folder / "foto.jpg").symlink_to(folder.parents[2] / "rahasia.txt")


def trick_absolute_link(folder: Path) -> None:
    (folder / "foto.jpg").symlink_to("/etc/hostname")


def trick_loop(folder: Path) -> None:
    (folder / "foto.jpg").symlink_to("foto.jpg")


def trick_dangling(folder: Path) -> None:
    (folder / "foto.jpg").symlink_to("tidak-ada.jpg")


def trick_linked_folder(folder: Path) -> None:
    (folder / "foto").symlink_to(folder.parents[2])


def trick_linked_profile(folder: Path) -> None:
    (folder / "index.md").rename(folder.parents[2] / "index.md")
    (folder / "index.md").symlink_to(folder.parents[2] / "index.md")


def trick_up(folder: Path) -> None:
    add(folder, "foto: ../../../rahasia.jpg")


def trick_absolute(folder: Path) -> None:
    add(folder, f"foto: {folder.parents[2] / 'rahasia.jpg'}")


def trick_encoded(folder: Path) -> None:
    add(folder, "foto: ..%2F..%2F..%2Frahasia.jpg")


def trick_neighbour(folder: Path) -> None:
    add(folder, "foto: ../tetangga/foto.jpg")


def trick_cover(folder: Path) -> None:
    add(folder, "karya: [{tautan: https://youtu.be/contoh00001, sampul: ../../../rahasia.jpg}]")


def trick_static(folder: Path) -> None:
    add(folder, "foto: '{static}/../rahasia.jpg'")


def trick_story(folder: Path) -> None:
    with (folder / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n![Rahasia](../../../rahasia.jpg)\n")


def trick_other_kind(folder: Path) -> None:
    (folder / "catatan.env").write_bytes(SECRET)


def trick_disguised(folder: Path) -> None:
    (folder / "foto.jpg").write_bytes(SECRET)


def trick_page(folder: Path) -> None:
    (folder / "foto.jpg").write_bytes(b"<html><script>alert(1)</script>" + SECRET)


def trick_drawing(folder: Path) -> None:
    (folder / "foto.svg").write_text(SHAPE.format("<script>alert(1)</script>"))


def trick_reserved(folder: Path) -> None:
    Image.new("RGB", (640, 640)).save(folder / "aux.jpg")


def trick_turned_name(folder: Path) -> None:
    Image.new("RGB", (640, 640)).save(folder / "foto\u202egpj.jpg")


def trick_pipe(folder: Path) -> None:
    os.mkfifo(folder / "foto.jpg")


def trick_pipe_for_profile(folder: Path) -> None:
    (folder / "index.md").unlink()
    os.mkfifo(folder / "index.md")


def trick_folder_for_profile(folder: Path) -> None:
    (folder / "index.md").unlink()
    (folder / "index.md").mkdir()


def trick_no_text(folder: Path) -> None:
    (folder / "foto\udcff.jpg").write_bytes((folder.parent / "tetangga/foto.jpg").read_bytes())


def trick_flood(folder: Path) -> None:
    for number in range(1_200):
        (folder / f"catatan-{number}.txt").touch()


def trick_case(folder: Path) -> None:
    for name in ("foto.jpg", "FOTO.jpg"):
        Image.new("RGB", (640, 640)).save(folder / name)
    add(folder, "foto: foto.jpg")


def trick_unicode(folder: Path) -> None:
    for name in ("caf\u00e9.jpg", "cafe\u0301.jpg"):
        Image.new("RGB", (640, 640)).save(folder / name)
    add(folder, "foto: caf\u00e9.jpg")


def add(folder: Path, line: str) -> None:
    """One more line of front matter."""
    index = folder / "index.md"
    index.write_text(index.read_text(encoding="utf-8").replace("\ntopik:", f"\n{line}\ntopik:"), encoding="utf-8")


TRICKS = {name.removeprefix("trick_"): trick for name, trick in list(globals().items()) if name.startswith("trick_")}


@pytest.mark.posix
@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_trick_holds_back_its_owner_and_publishes_nothing(content, tmp_path, trick):
    trick(write_profile(content, "penipu"))
    outcome = build(content, tmp_path / "out", public=True, hold_back=True)
    assert outcome.held_back == ("penipu",)
    assert outcome.creators == 1
    reddish = [path for path in (tmp_path / "out/gambar").glob("*.jpg") if is_secret(path)]
    assert reddish == []
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file() and SECRET in path.read_bytes()]


def is_secret(path: Path) -> bool:
    """Whether a picture is the red one from outside."""
    with Image.open(path) as image:
        red, green, blue = image.convert("RGB").resize((1, 1)).getpixel((0, 0))
    return red > 230 and green < 25 and blue < 25


def test_the_output_is_the_same_whatever_litter_lies_about(content, tmp_path):
    """Dot files, originals, drafts and notes of editors: seen by nobody."""
    build(content, tmp_path / "a", public=True)
    for where in (content, content / "kreator", content / "kreator/tetangga"):
        for name in (".env", ".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep"):
            if where.name != "tetangga" or name != ".env":
                (where / name).write_bytes(SECRET)
    (content / ".git").mkdir()
    (content / ".git/config").write_bytes(SECRET)
    (content / "catatan.md").write_bytes(SECRET)
    (content / "asli").mkdir()
    (content / "asli/foto.psd").write_bytes(SECRET)
    build(content, tmp_path / "b", public=True, hold_back=True)
    assert tree_of(tmp_path / "a") == tree_of(tmp_path / "b")


def test_an_original_is_never_published_as_it_is(content, tmp_path):
    build(content, tmp_path / "out", public=True)
    original = (content / "kreator/tetangga/foto.jpg").read_bytes()
    assert not [path for path in (tmp_path / "out").rglob("*") if path.is_file() and path.read_bytes() == original]
    assert not list((tmp_path / "out").rglob("*.md"))


def test_a_hard_link_is_a_file_like_any_other(content, tmp_path):
    folder = write_profile(content, "penaut")
    os.link(content / "kreator/tetangga/foto.jpg", folder / "foto.jpg")
    assert build(content, tmp_path / "out", public=True).creators == 2


@pytest.mark.posix
@pytest.mark.parametrize("name", ["kreator", "kabar", "halaman", "laporan"])
def test_a_linked_folder_is_told_and_not_followed(tmp_path, name):
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain/rahasia.md").write_bytes(b"---\njudul: Rahasia\ntanggal: 2026-01-01\n---\n\nRahasia.\n")
    (tmp_path / "isi").mkdir()
    (tmp_path / "isi" / name).symlink_to(tmp_path / "lain")
    (tmp_path / "isi/kreator").mkdir(exist_ok=True)
    content = read(tmp_path / "isi")
    assert [(fault.path, fault.code) for fault in content.faults] == [(name, "P022")]
    assert content.creators == content.news == content.pages == content.history == ()


@pytest.mark.posix
def test_a_linked_region_is_told_and_not_followed(tmp_path):
    shutil.copytree(HERE / "wilayah", tmp_path / "lain")
    (tmp_path / "wilayah").symlink_to(tmp_path / "lain")
    region, faults = read_region(tmp_path / "wilayah", TODAY)
    assert region is None
    assert [(fault.path, fault.code) for fault in faults] == [("wilayah", "P022")]


@pytest.mark.posix
@pytest.mark.parametrize("name", ["situs.md", "wilayah.csv", "tempat.csv", "jasa.csv", "logo.svg", "peta.svg"])
def test_the_region_is_read_from_real_files(tmp_path, name):
    shutil.copytree(HERE / "wilayah", tmp_path / "wilayah")
    (tmp_path / "wilayah" / name).rename(tmp_path / name)
    (tmp_path / "wilayah" / name).symlink_to(tmp_path / name)
    _region, faults = read_region(tmp_path / "wilayah", TODAY)
    assert ("W101", f"wilayah/{name}") in {(fault.code, fault.path) for fault in faults}


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<g onload='alert(1)'/>",
        "<g\nONLOAD = 'alert(1)'/>",
        "<image href='https://jahat.example/a.gif'/>",
        "<use href='https://jahat.example/a.svg#x'/>",
        "<use xmlns:x='http://www.w3.org/1999/xlink' x:href='//jahat.example/a.svg#x'/>",
        "<a href='javascript:alert(1)'><path d='M0 0'/></a>",
        "<style>@import 'https://jahat.example/a.css'</style>",
        "<path style='fill:url(https://jahat.example/a)' d='M0 0'/>",
        "<path fill='url(https://jahat.example/a#b)' d='M0 0'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<set attributeName='onload' to='alert(1)'/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<title><![CDATA[><img src=x onerror=alert(1)>]]></title>",
        "<desc><!-- ><img src=x onerror=alert(1)> --></desc>",
        "<?x ><img src=x onerror=alert(1)>?>",
        "<p xmlns='http://www.w3.org/1999/xhtml'>x</p>",
        "<path d='M0 0'>",
        "<g id='a'/>" + "<use href='#a'/>" * 9,
    ],
)
def test_a_drawing_holds_only_shapes(inner):
    assert unsafe_part(SHAPE.format(inner))


def test_a_drawing_has_no_entities():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + SHAPE.format("&b;")
    assert unsafe_part(bomb)


def test_there_are_no_more_profiles_than_a_site_can_hold(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_PROFILES", 3)
    for number in range(5):
        folder = tmp_path / "kreator" / f"uji-{number}"
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(smallest(account=f"uji.{number}"))
    content = read(tmp_path)
    assert len(content.creators) == 3
    assert [(fault.path, fault.code) for fault in content.faults] == [("kreator", "P018")]


@pytest.mark.posix
@pytest.mark.parametrize(
    "name", ["a\n::error file=x::y", "a\r::stop-commands::x", "a\x1b[31mb", "a\u2028b", "a\udcffb"]
)
@pytest.mark.parametrize("kind", ["kreator", "kabar", "halaman"])
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_a_name_that_is_no_text_is_told_on_one_line(content, name, kind, form, monkeypatch):
    """It neither ends check nor begins a workflow command nor colours a terminal."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    if kind == "kreator":
        (content / "kreator/tetangga").rename(content / "kreator" / name)
    else:
        (content / kind).mkdir()
        (content / kind / f"{name}.md").write_text("---\njudul: Uji\n---\n\nUji.\n", encoding="utf-8")
    told = io.StringIO()
    assert check(content, CONTENT, form, told) == 1
    said = told.getvalue()
    said.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)
    assert not [line for line in said.split("\n") if line.startswith("::") and kind not in line]


STRAYS = {
    "rina/index.md": ("rina", "fault", "kreator/rina"),
    "Rina Pantai/index.md": ("Rina Pantai", "fault", "kreator/rina-pantai"),
    "Kreator/rina/index.md": ("Kreator", "fault", "kreator"),
    "profil/rina/index.md": ("profil", "fault", "kreator"),
    "berita/2026-01-02-uji.md": ("berita", "fault", "kabar"),
    "index.md": ("index.md", "fault", ""),
    "foto.jpg": ("foto.jpg", "suggestion", ""),
}


@pytest.mark.parametrize("name", STRAYS)
def test_nobody_is_left_out_in_silence_for_a_wrong_place(tmp_path, name):
    """Neither is a photo: it is public, and here nobody looks for a position in it."""
    (tmp_path / "kreator").mkdir()
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(smallest(), encoding="utf-8")
    found = [(fault.path, fault.severity, fault.fix) for fault in read(tmp_path).faults if fault.code == "P023"]
    assert found == [STRAYS[name]]


@pytest.mark.parametrize("name", ["kabar", "halaman"])
def test_a_file_in_place_of_a_folder_is_told(tmp_path, name):
    (tmp_path / "kreator").mkdir()
    (tmp_path / name).write_text("x")
    content = read(tmp_path)
    assert [(fault.path, fault.severity) for fault in content.faults] == [(name, "fault")]


def test_a_hundred_thousand_works_are_a_fault(tmp_path):
    works = "".join(f"  - https://youtu.be/uji{number:08}\n" for number in range(100_000))
    folder = tmp_path / "kreator/uji"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(smallest(more=f"karya:\n{works}"))
    content = read(tmp_path)
    assert content.held_back == ("uji",)
    assert [fault.code for fault in content.faults] == ["P001"]


@pytest.mark.parametrize(
    "text",
    [
        smallest(more="akun: " + "[" * 1000 + "\n"),
        smallest(more="karya:\n" + "".join(f"{'  ' * depth}- a:\n" for depth in range(300))),
        smallest(more="".join(f"{' ' * depth}a:\n" for depth in range(500))),
        smallest(more="dasar: &a [x]\nlain: &b [*a, *a]\nkarya: [*b, *b]\n"),
    ],
)
def test_depth_and_aliases_are_faults(tmp_path, text):
    folder = tmp_path / "kreator/uji"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(text)
    assert read(tmp_path).held_back == ("uji",)
