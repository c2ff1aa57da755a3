"""The region's own files may be proposed by anybody as well: what is typed there is text too, bounded and seen."""

from __future__ import annotations

import csv
import io
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from tests.profiles.making import HERE, TODAY
from tests.safety.test_text import FOREIGN_BODIES, foreign
from tests.support.browser_visit import visiting
from tests.support.hostile import one_line
from tests.support.safety_vectors import VECTORS
from tests.support.serving import serving
from tests.support.sites import build, office_of, write_profile

from showcase import settings as showcase_settings
from showcase.content import read_region
from showcase.content.tables import LONGEST_CELL
from showcase.diagnostics.fault import ContentFaults

TEXTS = {
    "wilayah.csv": ("nama", "alias"),
    "tempat.csv": ("nama", "jenis", "alias", "keterangan"),
    "jasa.csv": ("nama", "alias", "keterangan"),
    "bahasa.csv": ("nama", "alias"),
}
LINES = ("nama", "slogan", "keterangan", "daerah", "daerah_lengkap", "judul_peta", "catatan_peta", "kalimat_hilang",
         "penafian", "dinas_nama", "dinas_singkat", "dinas_alamat", "dinas_jam")  # fmt: skip
WORKS = """karya:
  - judul: Contoh judul
    tautan: https://youtu.be/uji0000000{number}
    tempat: pulau-lengkuas
jasa: foto-produk
"""


def change(path: Path, column: str, value: Callable[[int, str], str]) -> None:
    """Every cell of a column anew, by the number of its row and what stood there."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    for number, row in enumerate(rows):
        row[column] = value(number, row[column])
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8", errors="surrogatepass")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    """A public site of a region whose every name and sentence is an attack."""
    tmp = tmp_path_factory.mktemp("daerah")
    folder = tmp / "isi/wilayah"
    office_of(tmp / "isi")
    attacks = cycle(line for vector in VECTORS if (line := one_line(vector)) and line.isprintable())
    for name, columns in TEXTS.items():
        for column in columns:
            # An alias stays beside it, else nothing would be found any more.
            form = "{old}|{attack}" if column == "alias" else "{attack} {number}"
            change(
                folder / name,
                column,
                lambda number, old, form=form: form.format(old=old, number=number, attack=next(attacks)[:100]),
            )
    change(folder / "tempat.csv", "kecamatan", lambda _number, _old: "")
    change(folder / "tempat.csv", "desa", lambda _number, _old: "")
    text = (folder / "situs.md").read_text(encoding="utf-8")
    for key in LINES:
        text = re.sub(rf"(?m)^{key}:.*$", lambda _, key=key: f"{key}: {next(attacks)[:55]}", text)
    (folder / "situs.md").write_text(text, encoding="utf-8")
    for number in range(4):
        write_profile(tmp / "isi", f"uji-{number}", more=WORKS.format(number=number))
        index = tmp / "isi/kreator" / f"uji-{number}/index.md"
        index.write_text(index.read_text(encoding="utf-8").replace("kecamatan: Sijuk\n", ""), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp / "cache"))
        patch.setenv("SOURCE_DATE_EPOCH", "1795518400")
        patch.setenv("SITEURL", "https://contoh.example")
        outcome = build(tmp / "isi", tmp / "out", public=True, hold_back=True)
    assert outcome.creators == 4
    return tmp / "out"


def test_every_page_of_a_hostile_region_holds_only_our_elements(site):
    pages = sorted(site.rglob("*.html"))
    assert {"tempat/pulau-lengkuas", "jasa/foto-produk", "kelola"} <= {
        page.parent.relative_to(site).as_posix() for page in pages
    }
    assert "&lt;script" in (site / "index.html").read_text(encoding="utf-8")
    assert [(page, *bad) for page in pages for bad in foreign(page.read_text(encoding="utf-8"))] == []
    for name in ("feed.xml", "kabar/feed.xml", "sitemap.xml"):
        ET.parse(site / name)


@pytest.mark.browser
def test_a_browser_runs_nothing_of_a_hostile_region(site, chromium):
    dialogs: list[str] = []
    paths = ("", "kreator/", "kreator/uji-0/", "tempat/pulau-lengkuas/", "jasa/foto-produk/", "kelola/", "laporan/")
    with serving(site) as address, visiting(chromium) as visit:
        visit.page.on("dialog", lambda dialog: (dialogs.append(visit.page.url), dialog.dismiss()))
        for path in paths:
            visit.open(address + path)
            assert visit.page.evaluate(FOREIGN_BODIES) == [], path
    assert dialogs == visit.foreign == visit.trouble == []


@pytest.mark.parametrize(
    ("hidden", "code"),
    [("\u202e", "P004"), ("\u2066", "P004"), ("\x1b", "P003"), ("\u200b", "P005"), ("\u00ad", "P005")],
)
@pytest.mark.parametrize("name", TEXTS)
def test_nothing_hides_in_a_name_of_the_region(tmp_path, name, hidden, code):
    shutil.copytree(HERE / "wilayah", tmp_path / "wilayah")
    change(tmp_path / "wilayah" / name, "nama", lambda _number, old: f"{old[:1]}{hidden}{old[1:]}")
    region, faults = read_region(tmp_path / "wilayah", TODAY)
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [(f"wilayah/{name}", 2, code)]
    assert hidden not in repr(region)


@pytest.mark.parametrize("name", TEXTS)
def test_a_cell_holds_so_much_and_no_more(tmp_path, name):
    for count, codes in ((LONGEST_CELL, set()), (LONGEST_CELL + 1, {"W104"})):
        folder = tmp_path / str(count) / "wilayah"
        shutil.copytree(HERE / "wilayah", folder)
        change(folder / name, "alias", lambda number, _old, count=count: str(number % 10) * count)
        assert {fault.code for fault in read_region(folder, TODAY)[1]} - {"W107"} == codes


CODES = {"bahasa": "W115", "zona_waktu": "W111"}


def with_line(content: Path, key: str, value: str) -> None:
    """Our own region with one line of situs.md anew."""
    office_of(content)
    path = content / "wilayah/situs.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"(?m)^{key}:.*$", lambda _: f"{key}: {value}", text), encoding="utf-8")


@pytest.mark.parametrize("value", ["zz", "../../etc", "id_ID", "id-ID", "<b>", "x" * 10, "\\", "%00"])
@pytest.mark.parametrize("key", CODES)
def test_a_language_or_zone_that_nobody_knows_is_told(tmp_path, key, value):
    with_line(tmp_path, key, value)
    _region, faults = read_region(tmp_path / "wilayah", TODAY)
    assert [fault.code for fault in faults] == [CODES[key]]


@pytest.mark.parametrize("key", CODES)
def test_nor_does_it_end_a_build_without_a_word(tmp_path, monkeypatch, key):
    with_line(tmp_path / "isi", key, "zz")
    write_profile(tmp_path / "isi", "uji-satu")
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setitem(showcase_settings.DEFAULTS, "share_images", False)
    with pytest.raises(ContentFaults, match=rf"^wilayah/situs\.md:\d+:\d+: {CODES[key]} {key}: "):
        build(tmp_path / "isi", tmp_path / "out", public=True, hold_back=True)


@pytest.mark.parametrize("language", ["id", "en", "ms", "jv"])
def test_a_language_of_the_neighbourhood_is_known(tmp_path, language):
    with_line(tmp_path, "bahasa", language)
    region, faults = read_region(tmp_path / "wilayah", TODAY)
    assert (region.site.language, faults) == (language, ())
