"""Nobody takes the place of another page: not with the name of a folder, an old address, or a text's file name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.profiles.making import read, smallest, write_profile
from tests.support.sites import build, soup, tree_of
from tests.support.sites import write_profile as write_site_profile

from showcase import settings as showcase_settings

CROWD = 70
OLD = (
    "../../index.html", "/index.html", "index.html", ".", "..", "%2e%2e", "contoh/../uji-2", "uji-1", "UJI-1",
    "halaman-2", "halaman-3", "https://jahat.example/", "//jahat.example", "a\\..\\b", "data", "laporan", "../kabar",
)  # fmt: skip
GRANTED = {"data": "data", "laporan": "laporan", "kabar": "../kabar"}  # folder below kreator/ -> as it was asked for


@pytest.mark.parametrize("slug", ["halaman-2", "halaman-10"])
def test_a_profile_is_no_page_of_the_directory(tmp_path, slug):
    write_profile(tmp_path, smallest(), slug)
    content = read(tmp_path)
    assert [(fault.path, fault.code) for fault in content.faults] == [(f"kreator/{slug}", "P021")]
    assert content.held_back == (slug,)


@pytest.mark.parametrize("slug", ["halaman", "halaman-rina", "halaman-2-rina"])
def test_a_name_that_only_begins_so_is_one(tmp_path, slug):
    write_profile(tmp_path, smallest(), slug)
    assert read(tmp_path).faults == ()


@pytest.mark.parametrize("kind", ["kabar", "halaman"])
def test_a_text_is_no_page_of_a_list(tmp_path, kind):
    (tmp_path / kind).mkdir()
    text = "---\njudul: Kabar uji\ntanggal: 2026-01-02\n---\n\nIsi.\n"
    (tmp_path / kind / "halaman-2.md").write_text(text, encoding="utf-8")
    assert [(fault.path, fault.code) for fault in read(tmp_path).faults] == [(f"{kind}/halaman-2.md", "D102")]


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> tuple[Path, Path]:
    """A site of many, and the same with everybody who wants somebody else's address."""
    tmp = tmp_path_factory.mktemp("alamat")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp / "cache"))
        patch.setitem(showcase_settings.DEFAULTS, "one_page", 10)
        patch.setenv("SOURCE_DATE_EPOCH", "1795518400")
        for number in range(CROWD):
            write_site_profile(tmp / "isi", f"uji-{number}")
        for number in range(len(OLD)):
            write_site_profile(tmp / "isi", f"tamu-{number}")
        build(tmp / "isi", tmp / "jujur", public=True)
        for number, old in enumerate(OLD):
            index = tmp / "isi/kreator" / f"tamu-{number}/index.md"
            text = index.read_text(encoding="utf-8").replace("---\n\n", f"alamat_lama: {old}\n---\n\n")
            index.write_text(text, encoding="utf-8")
        write_site_profile(tmp / "isi", "halaman-2")
        outcome = build(tmp / "isi", tmp / "serbu", public=True, hold_back=True)
    assert outcome.creators == CROWD + len(OLD) - len(outcome.held_back) + 1  # halaman-2 was never counted
    return tmp / "jujur", tmp / "serbu"


def test_old_addresses_lie_among_the_creators_and_take_nobodys_place(sites):
    honest, stormed = (set(tree_of(site)) for site in sites)
    assert {path for path in stormed - honest if path.endswith(".html")} == {
        f"kreator/{slug}/index.html" for slug in GRANTED
    }
    assert soup(sites[1], "kreator/halaman-2").title.text.startswith("Kreator, halaman 2")
    assert soup(sites[1], "kreator/uji-1").title.text.startswith("Contoh uji-1")


def test_an_old_address_leads_to_its_own_profile_alone(sites):
    for slug, asked in GRANTED.items():
        page = soup(sites[1], f"kreator/{slug}")
        targets = {link["href"] for link in page.select("main a")} | {
            meta["content"].partition("=")[2] for meta in page.select('meta[http-equiv="refresh"]')
        }
        assert f"../../kreator/tamu-{OLD.index(asked)}/" in targets
        assert not [target for target in targets if "//" in target]
