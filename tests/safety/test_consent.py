"""A withdrawn or hidden person leaves no byte: the site is the one without them, and so is the cache."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

import pytest
from PIL import Image
from tests.profiles.making import GOOD, PICTURES, read
from tests.profiles.making import write_profile as write_text
from tests.support.sites import build, tree_of, write_profile

from showcase import settings as showcase_settings
from showcase.content.audience import within_consent

TODAY = date(2026, 11, 24)
CONTACT = "whatsapp: 0812-3456-7891\nsurel: uji@contoh.id\nhubungi: whatsapp\n"
WORKS = "karya:\n  - judul: Karya uji\n    tautan: https://www.youtube.com/watch?v={video}\n    tanggal: 2026-10-02\n"

# name of the folder: (lines of the consent, further lines, has a photo)
Case = tuple[str, str, bool]
UNSEEN: dict[str, Case] = {
    "sembunyi": ("  lingkup: foto, kontak, karya\n", f"status: sembunyi\n{CONTACT}{WORKS}", True),
    "sembunyi-komunitas": ("", f"status: sembunyi\njenis: komunitas\njumlah_anggota: 3\n{WORKS}", True),
    "sembunyi-habis": ("  berlaku_sampai: 2026-11-30\n", f"status: sembunyi\n{WORKS}", True),
    "contoh-satu": ("  lingkup: foto, kontak, karya\n", f"status: contoh\n{CONTACT}{WORKS}", True),
    "tanpa-foto": ("  lingkup: karya\n", WORKS, True),
    "tanpa-kontak": ("  lingkup: foto, karya\n", f"{CONTACT}{WORKS}", True),
    "tanpa-karya": ("  lingkup: foto\n", WORKS, True),
    "kosong": ("  lingkup: []\n", f"{CONTACT}{WORKS}", True),
    "lingkup-salah": ("  lingkup: semuanya\n", WORKS, True),
    "belum-dewasa": ("  wali: tidak\n", WORKS, True),
    "keliru": ("", f"topikk: umkm\n{WORKS}", True),
    "status-salah": ("", f"status: rahasia\n{WORKS}", True),
    "nomor-di-akun": ("", "", False),
    "nomor-di-cerita": ("", "", False),
}  # fmt: skip
GONE: dict[str, Case] = {
    "ditarik": ("", f"status: ditarik\n{CONTACT}{WORKS}", True),
    "ditarik-rusak": ("", f"status: ditarik\nkunci: [\n{WORKS}", True),
    "sembunyi-lewat": ("  berlaku_sampai: 2026-09-30\n", f"status: sembunyi\n{WORKS}", True),
    "lewat": ("  lingkup: foto, kontak, karya\n  berlaku_sampai: 2026-09-30\n", f"{CONTACT}{WORKS}", True),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _own_cache_and_day(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795518400")  # 24 November 2026
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")


def neighbours(content: Path, more: str = "") -> None:
    """Enough of them that there are filters and a search."""
    for number in range(12):
        write_profile(content, f"tetangga-{number}", more=more if number == 3 else "", photo=number < 2)


def write_case(content: Path, slug: str, case: Case, number: int) -> None:
    """A profile that shows everything there is to show, in the state of the case."""
    consent, more, photo = case
    folder = write_profile(
        content, slug, name=f"Uji {slug}", more="KIND" + consent + more.format(video=f"uji{number:08}")
    )
    index = folder / "index.md"
    text = index.read_text(encoding="utf-8").replace("KIND", "")
    if "wali" in consent:
        text = text.replace("  dewasa: ya\n", "")
    if slug == "nomor-di-akun":
        text = text.replace("akun: ", "akun: https://wa.me/6281234567891, ")
    if slug == "nomor-di-cerita":
        text += "\nHubungi [saya](https://wa.me/6281234567891).\n"
    index.write_text(text, encoding="utf-8")
    if photo:
        Image.new("RGB", (640, 640), (number * 11, 99, 200)).save(folder / "foto.jpg")


@pytest.fixture
def without(tmp_path) -> dict[str, str]:
    """The site of the neighbours alone."""
    neighbours(tmp_path / "a")
    build(tmp_path / "a", tmp_path / "out-a", public=True)
    return tree_of(tmp_path / "out-a")


def test_who_must_not_be_seen_changes_no_byte(tmp_path, without):
    content = tmp_path / "b"
    neighbours(content, more="komunitas: sembunyi-komunitas\n")
    for number, (slug, case) in enumerate({**UNSEEN, **GONE}.items()):
        write_case(content, slug, case, number)
    outcome = build(content, tmp_path / "out-b", public=True, hold_back=True)
    hidden = {slug for slug in UNSEEN if slug.startswith(("sembunyi", "contoh"))}
    assert set(outcome.held_back) == set(UNSEEN) - hidden
    tree = tree_of(tmp_path / "out-b")
    notices = {path for path in tree if re.fullmatch(r"kreator/(?:[\w-]+)/index\.html", path)} - set(without)
    assert notices == {f"kreator/{slug}/index.html" for slug in GONE}
    assert {path: tree[path] for path in set(tree) - notices} == without
    for path in notices:
        page = (tmp_path / "out-b" / path).read_text(encoding="utf-8")
        assert 'content="noindex"' in page
        assert not re.search(r"Uji |0812|62812|uji@|uji0|Karya uji|uji\.", page)


def test_the_contact_goes_on_the_day_the_consent_ends(tmp_path, monkeypatch):
    """Within the days of grace everything but the contact stays."""
    for folder, contact in (("a", ""), ("b", CONTACT)):
        neighbours(tmp_path / folder)
        case = ("  lingkup: foto, kontak, karya\n  berlaku_sampai: 2026-11-20\n", contact + WORKS, True)
        write_case(tmp_path / folder, "tenggang", case, 1)
        build(tmp_path / folder, tmp_path / f"out-{folder}", public=True)
    assert tree_of(tmp_path / "out-a") == tree_of(tmp_path / "out-b")
    assert (tmp_path / "out-a/kreator/tenggang/index.html").is_file()


# Every place that tells of a creator, by the files that change as soon as there is one more.
PLACES = (
    "index.html", "kreator/index.html", "kreator/uji-tokoh/index.html",
    "karya/index.html", "topik/pariwisata/index.html", "media/youtube/index.html", "kecamatan/sijuk/index.html",
    "laporan/index.html", "laporan/laporan.csv", "data/kreator.json", "data/kreator.csv", "feed.xml", "sitemap.xml",
    "cari/indeks/fragment/*", "cari/indeks/index/*", "gambar/*.avif", "gambar/*.jpg",
)  # fmt: skip
# A day on which the consent still holds, and one after its end and the days of grace.
BEFORE, AFTER = "1795518400", "1801518400"
FIGURE = ("  lingkup: foto, kontak, karya\n  berlaku_sampai: 2026-11-30\n", f"{CONTACT}{WORKS}", True)


def hide(folder: Path) -> None:
    index = folder / "index.md"
    index.write_text(index.read_text().replace("persetujuan:", "status: sembunyi\npersetujuan:"))


def withdraw(folder: Path) -> None:
    (folder / "foto.jpg").unlink()
    (folder / "index.md").write_text("---\nstatus: ditarik\n---\n")


def withdraw_in_a_hurry(folder: Path) -> None:
    """One line, as the guide allows; everything else is still there."""
    index = folder / "index.md"
    index.write_text(index.read_text().replace("persetujuan:", "status: ditarik\npersetujuan:"))


def spoil(folder: Path) -> None:
    index = folder / "index.md"
    index.write_text(index.read_text().replace("topik:", "topikk:"))


def let_time_pass(folder: Path) -> None:
    """Nothing is touched."""


# how somebody leaves: what is done, the day of the next build, a notice stays, nothing of them is in the source
WAYS_OUT: list[tuple[Callable[[Path], None], str, bool, bool]] = [
    (hide, BEFORE, False, False),
    (withdraw, BEFORE, True, True),
    (withdraw_in_a_hurry, BEFORE, True, False),
    (spoil, BEFORE, False, False),
    (let_time_pass, AFTER, True, False),
    (shutil.rmtree, BEFORE, False, True),
]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Neighbours in `isi`, built into `situs` with the cache `simpanan`; each test builds on what the last one left."""
    folder = tmp_path_factory.mktemp("kota")
    for number in range(12):
        write_profile(folder / "isi", f"tetangga-{number}")
    return folder


@pytest.mark.parametrize(
    ("leave", "day", "notice", "forgotten"), [pytest.param(*way, id=way[0].__name__) for way in WAYS_OUT]
)
def test_whoever_leaves_is_gone_from_every_place_and_from_the_cache(town, monkeypatch, leave, day, notice, forgotten):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(town / "simpanan"))

    def published(day: str) -> dict[str, str]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        build(town / "isi", town / "situs", public=True, hold_back=True)
        return tree_of(town / "situs")

    folder = town / "isi/kreator/uji-tokoh"
    shutil.rmtree(folder, ignore_errors=True)
    never, pictures = published(day), pictures_in(town / "simpanan")
    write_case(town / "isi", "uji-tokoh", FIGURE, 1)
    here = published(BEFORE)
    assert names_in(town / "simpanan")
    assert pictures_in(town / "simpanan") > pictures
    changed = {path for path in here if here[path] != never.get(path)}
    assert [place for place in PLACES if not any(fnmatch(path, place) for path in changed)] == []
    leave(folder)
    left = published(day)
    assert set(left) - set(never) == ({"kreator/uji-tokoh/index.html"} if notice else set())
    assert {path: left[path] for path in never} == never
    assert pictures_in(town / "simpanan") == pictures
    assert not (forgotten and names_in(town / "simpanan"))


def pictures_in(cache: Path) -> set[str]:
    """Names of everything in the picture cache; they stand for the bytes."""
    return {path.name for path in (cache / "gambar").rglob("*") if path.is_file()}


def names_in(cache: Path) -> list[str]:
    """Files of the cache that still know somebody by name or account."""
    files = (path for path in cache.rglob("*") if path.is_file())
    return [
        path.name for path in files if re.search(rb"Uji uji-tokoh|uji\.tokoh|81234567891|uji@contoh", path.read_bytes())
    ]


Change = Callable[[str], str]


@pytest.mark.parametrize("photo", [True, False])
@pytest.mark.parametrize("contact", [True, False])
@pytest.mark.parametrize("works", [True, False])
def test_nothing_outside_the_scope_passes_even_if_reading_let_it(tmp_path, photo, contact, works):
    """The second net: a creator with everything, and a consent that was narrowed after reading."""
    write_text(tmp_path, GOOD, pictures=PICTURES)
    [creator] = read(tmp_path).creators
    scope = frozenset(w for w, yes in (("photo", photo), ("contact", contact), ("works", works)) if yes)
    object.__setattr__(creator.consent, "scope", scope)
    shown = within_consent(creator, TODAY)
    assert bool(shown.portrait or shown.pictures or any(w.photos or w.cover for w in shown.works)) is photo
    assert bool(shown.whatsapp or shown.email or shown.contact == "whatsapp") is contact
    assert bool(shown.works) is works
