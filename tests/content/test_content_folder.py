"""Which folder is content, whose it is, what stops a public site: never a site of nobody, or of somebody else."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.profiles.making import HERE, TODAY
from tests.support.region import CONTENT, PUBLISHED
from tests.support.sites import build, office_of, soup, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.build import build as building
from showcase.commands import build as command
from showcase.commands import check, consents, report
from showcase.content import collection, read_content
from showcase.content.homes import NEEDED_PAGES
from showcase.covers import command as covers
from showcase.diagnostics.fault import ContentFaults, ToolFailure
from showcase.github import review
from showcase.linkcheck import command as check_links
from showcase.settings import OWN_CONTENT


@pytest.fixture(autouse=True)
def _own_cache_and_day(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setitem(showcase_settings.DEFAULTS, "share_images", False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")
    monkeypatch.setenv("SITEURL", "https://contoh.example")


@pytest.fixture
def content(tmp_path) -> Path:
    """An office's own content with two people."""
    office_of(tmp_path / "isi")
    for slug in ("uji-satu", "uji-dua"):
        write_profile(tmp_path / "isi", slug)
    return tmp_path / "isi"


def published(content: Path) -> dict[str, str]:
    """A public build that holds back whom it must: the site's files."""
    out = content.parent / "situs"
    build(content, out, public=True, hold_back=True)
    return tree_of(out)


# --- DIR of --content ---

MISNAMED: dict[str, Callable[[Path], Path]] = {
    "nothing there": lambda content: content.parent / "salah-ketik",
    "a file": lambda content: content / "wilayah/situs.md",
    "a folder above": lambda content: content.parent,
    "a folder inside": lambda content: content / "kreator",
}
PROJECT_CONTENT = CONTENT
COMMANDS: dict[str, Callable[[Path], object]] = {
    "build": lambda named: command.build(content=named, output=named.parent / "x", public=True, hold_back=True),
    "check": lambda named: check.run(named, PROJECT_CONTENT, "text"),
    "report": lambda named: report.run(named, PROJECT_CONTENT),
    "consents": lambda named: consents.run(named, PROJECT_CONTENT),
    "review": lambda named: review.run(named, PROJECT_CONTENT, "HEAD", named.parent / "tinjauan.json"),
    "links": lambda named: check_links.run(named, project_content=PROJECT_CONTENT),
    "covers": lambda named: covers.run(named, project_content=PROJECT_CONTENT),
}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("how", MISNAMED)
def test_a_folder_without_people_is_no_content_for_any_command(content, name, how):
    named = MISNAMED[how](content)
    before = sorted(content.parent.rglob("*"))
    with pytest.raises(ToolFailure, match=r"Periksa --content: di dalamnya harus ada kreator/\.$"):
        COMMANDS[name](named)
    assert sorted(content.parent.rglob("*")) == before


def test_a_mistyped_folder_leaves_the_site_that_was(content, tmp_path, capsys):
    before = published(content)
    code = command.run(content=tmp_path / "ini", output=tmp_path / "situs", public=True, hold_back=True)
    assert (code, capsys.readouterr().err) == (
        2,
        f"folder isi {tmp_path / 'ini'} tidak ada. Periksa --content: di dalamnya harus ada kreator/.\n",
    )
    assert tree_of(tmp_path / "situs") == before


@pytest.mark.parametrize("moment", ["people", "texts", "pictures"])
def test_content_that_goes_away_while_it_is_read_leaves_the_site_that_was(content, tmp_path, monkeypatch, moment):
    before = published(content)
    write_profile(content, "uji-tiga", photo=True)

    def then_gone(real: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object, **more: object) -> object:
            answer = real(*given, **more)
            if content.exists():
                content.rename(tmp_path / "terputus")
            return answer

        return call

    place, name = {
        "people": (collection, "read_folders"),
        "texts": (collection, "read_history"),
        "pictures": (building, "open_pipeline"),
    }[moment]
    monkeypatch.setattr(place, name, then_gone(getattr(place, name)))
    assert command.run(content=content, output=tmp_path / "situs", public=True, hold_back=True) == 2
    assert tree_of(tmp_path / "situs") == before


def test_a_photo_that_goes_away_between_reading_and_planning_is_told_and_not_blamed(
    content, tmp_path, monkeypatch, capsys
):
    before = published(content)
    photo = write_profile(content, "uji-tiga", photo=True) / "foto.jpg"
    real = building.open_pipeline
    monkeypatch.setattr(building, "open_pipeline", lambda *given: (photo.unlink(), real(*given))[1])
    assert command.run(content=content, output=tmp_path / "situs", public=True) == 2
    assert "Isi berubah saat dibaca" in capsys.readouterr().err
    assert tree_of(tmp_path / "situs") == before


def test_the_project_s_own_content_may_be_without_people(tmp_path, monkeypatch):
    office_of(tmp_path / "content")
    monkeypatch.setenv(OWN_CONTENT, str(tmp_path / "content"))
    assert build(tmp_path / "content", tmp_path / "situs", public=True).creators == 0


# --- faults of the region ---

BROKEN: dict[str, Callable[[Path], object]] = {
    "semicolons": lambda folder: changed(folder / "wilayah.csv", lambda text: text.replace(",", ";").encode()),
    "UTF-16": lambda folder: changed(folder / "jasa.csv", lambda text: text.encode("utf-16")),
    "tabs": lambda folder: changed(folder / "tempat.csv", lambda text: text.replace(",", "\t").encode()),
    "RTF": lambda folder: changed(folder / "situs.md", lambda _text: b"{\\rtf1\\ansi x}"),
    "no site": lambda folder: (folder / "situs.md").unlink(),
    "no office": lambda folder: changed(folder / "situs.md", lambda text: text.replace("dinas_nama:", "#").encode()),
    "no map": lambda folder: (folder / "peta.svg").unlink(),
    "one row": lambda folder: changed(folder / "wilayah.csv", lambda text: text.replace("Sijuk", "", 1).encode()),
    "another case": lambda folder: folder.rename(folder.with_name("Wilayah")),
    "a link": lambda folder: (
        folder.rename(folder.parent.parent / "w") and folder.symlink_to(folder.parent.parent / "w")
    ),
}


def changed(path: Path, make: Callable[[str], bytes]) -> None:
    path.write_bytes(make(path.read_text(encoding="utf-8")))


@pytest.mark.posix
@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_of_the_region_stops_a_public_site_and_blames_nobody(content, tmp_path, name):
    before = published(content)
    BROKEN[name](content / "wilayah")
    with pytest.raises(ContentFaults) as stopped:
        published(content)
    blamed = {fault.path.partition("/")[0] for fault in stopped.value.faults}
    assert blamed == ({"Wilayah"} if name == "another case" else {"wilayah"})
    assert tree_of(tmp_path / "situs") == before


@pytest.mark.posix
@pytest.mark.parametrize("part", ["kreator", "halaman", "kabar"])
def test_a_whole_folder_that_cannot_be_read_stops_a_public_site(content, tmp_path, part):
    before = published(content)
    (content / part).rename(tmp_path / "aslinya")
    (content / part).symlink_to(tmp_path / "aslinya", target_is_directory=True)
    with pytest.raises(ContentFaults, match=f"^{part}: P022"):
        published(content)
    assert tree_of(tmp_path / "situs") == before


def test_one_person_s_or_text_s_mistake_still_stops_nobody_else(content):
    write_profile(content, "uji-salah", more="topik: ikan\n")
    (content / "kabar/2026-01-02-salah.md").write_text("---\njudul: Salah\n", encoding="utf-8")
    site = published(content)
    assert {"kreator/uji-satu/index.html", "kreator/uji-dua/index.html"} <= site.keys()
    assert "kreator/uji-salah/index.html" not in site


# --- whose content it is ---


def test_nothing_of_ours_is_published_under_another_office_s_name(tmp_path):
    content = tmp_path / "isi"
    write_profile(content, "uji-satu")
    shutil.copytree(HERE / "wilayah", content / "wilayah")
    with pytest.raises(ContentFaults) as stopped:
        published(content)
    named = [(fault.path, fault.code) for fault in stopped.value.faults if fault.severity == "fault"]
    assert named == [(f"halaman/{slug}.md", "D106") for slug in sorted(NEEDED_PAGES)]
    (content / "halaman").mkdir()
    for slug in NEEDED_PAGES:
        (content / f"halaman/{slug}.md").write_text(f"---\njudul: Milik kami\n---\n\nTentang {slug}.\n")
    site = published(content)
    assert not [path for path in site if path.startswith(("kabar/2024", "tentang/", "aturan/", "naskah-dinas/"))]
    everything = "\n".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "situs").rglob("*") if path.suffix in {".html", ".xml"}
    )
    assert "Dinas Komunikasi dan Informatika Kabupaten Belitung" not in everything
    assert "audiensi" not in everything


def test_what_this_region_s_content_lacks_is_the_project_s_own(tmp_path):
    content = tmp_path / "isi"
    write_profile(content, "uji-satu")
    (content / "halaman").mkdir()
    (content / "halaman/gabung.md").write_text("---\njudul: Gabung cara kami\n---\n\nKirim pesan.\n")
    site = published(content)
    assert {f"{slug}/index.html" for slug in NEEDED_PAGES} <= site.keys()
    assert soup(tmp_path / "situs", "gabung").h1.get_text() == "Gabung cara kami"
    assert "tentang/index.html" not in site


@pytest.mark.parametrize("office", ["the same", "another"])
def test_counts_that_were_recorded_here_are_shown_to_the_office_that_they_are_of(content, tmp_path, office):
    ours = shutil.copytree(content, tmp_path / "proyek")
    (ours / "laporan").mkdir()
    (ours / "laporan/2026-10.csv").write_text("apa,jumlah\nkreator,3\nkarya,4\n")
    if office == "another":
        changed(content / "wilayah/situs.md", lambda text: re.sub("dinas_nama: .*", "dinas_nama: Lain", text).encode())
    read = read_content(content, ours, TODAY)
    assert [month.month for month in read.history] == (["2026-10"] if office == "the same" else [])


# --- the office's contacts ---

KEYS = "Isi dinas_whatsapp atau dinas_surel."


@pytest.mark.parametrize(
    ("contact", "sample", "options", "stops"),
    [
        ("", False, {"public": True, "hold_back": True}, True),
        ("", False, {"public": True}, True),
        ("", True, {"public": True}, False),
        ("", False, {}, False),
        ("", True, {"demo": True}, False),
        ("dinas_surel: dinas@contoh.id", False, {"public": True}, False),
        ("dinas_whatsapp: 6281200000000", False, {"public": True}, False),
    ],
)
def test_people_are_published_only_where_the_office_can_be_reached(tmp_path, contact, sample, options, stops):
    content = tmp_path / "isi"
    office_of(content)
    changed(content / "wilayah/situs.md", lambda text: re.sub("dinas_whatsapp: .*|dinas_surel:", "", text).encode())
    changed(
        content / "wilayah/situs.md", lambda text: text.replace("\ndinas_nama:", f"\n{contact}\ndinas_nama:").encode()
    )
    write_profile(content, "contoh-satu", more="status: contoh\n" if sample else "")
    if not stops:
        build(content, tmp_path / "situs", **options)
        return
    with pytest.raises(ContentFaults) as stopped:
        build(content, tmp_path / "situs", **options)
    faults = [(fault.path, fault.code) for fault in stopped.value.faults if fault.severity == "fault"]
    assert faults == [("wilayah/situs.md", "W116")]
    assert stopped.value.faults[-1].message.endswith(KEYS)


def test_the_contact_page_shows_the_contacts_in_full(content, tmp_path):
    changed(
        content / "wilayah/situs.md", lambda text: text.replace("dinas_surel:", "dinas_surel: a@contoh.id").encode()
    )
    build(content, tmp_path / "situs", public=True)
    for slug in ("kontak", "tentang"):
        links = {link["href"]: link.get_text(" ", strip=True) for link in soup(tmp_path / "situs", slug).main("a")}
        own = {href: text for href, text in links.items() if href.startswith(("https://wa.me/", "mailto:"))}
        assert list(own.values()) == (["WhatsApp +62 811-0000-0000", "a@contoh.id"] if slug == "kontak" else [])


def test_a_contact_page_without_contacts_says_so_and_promises_none(tmp_path):
    office_of(tmp_path / "isi")
    (tmp_path / "isi/kreator").mkdir()
    changed(tmp_path / "isi/wilayah/situs.md", lambda text: re.sub("dinas_whatsapp: .*", "", text).encode())
    build(tmp_path / "isi", tmp_path / "situs", public=True)
    main = soup(tmp_path / "situs", "kontak").main
    assert "belum diumumkan di sini" in main.get_text()
    assert not main.select('[href^="https://wa.me/"], [href^="mailto:"]')


@pytest.mark.parametrize("text", sorted(PUBLISHED.glob("*/*.md")), ids=lambda path: path.name)
def test_no_text_of_ours_promises_contacts_where_there_may_be_none(text):
    """They stand in the contact page, made from situs.md; the foot of a page has them only where they are known."""
    assert not re.search(r"[Kk]ontak(?:nya| dinas| kantor)[^.]{0,40}bawah", text.read_text(encoding="utf-8"))
