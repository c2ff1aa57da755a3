"""Which pages there are, and what their heads say."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.support.making import DAY, REGION, card_context, creator, document, link, work

from showcase.cards import catalogue_of
from showcase.cards.edit_links import HIDE, WITHDRAW, ways_to_manage
from showcase.cards.report import report_of
from showcase.pages import NoShares, documents, layout_of, plan, root_of
from showcase.pages.paging import paged
from showcase.palette import palette_of
from showcase.profiles.model import Gone, Photo
from showcase.settings import OWN_THEME, Settings

SETTINGS = Settings(
    content=Path("content"),
    project_content=Path("content"),
    theme=Path("theme"),
    output=Path("output"),
    cache=Path(".cache"),
    site_url="https://contoh.id/repo",
    pictures={},
    share_images=False,
    search=True,
    late_search=False,
    samples=True,
    demo=False,
    hold_back=False,
    today=DAY,
    jobs=1,
    page_size=60,
    one_page=300,
    few=12,
    budget=400,
)


def pages_of(*people, gone=(), news=(), settings=SETTINGS):
    """Pages by path; every path once."""
    catalogue = catalogue_of(REGION, people, news, (), card_context())
    planned = list(plan(catalogue, gone, report_of(REGION, people, (), DAY), settings, NoShares()))
    doubled = [path for path, count in Counter(page.path for page in planned).items() if count > 1]
    assert not doubled
    return {page.path: page for page in planned}


def crowd(count: int):
    """So many people without pictures or QR codes."""
    return [creator(f"contoh-{n:05d}", name=f"Contoh {n}") for n in range(count)]


@pytest.mark.parametrize(
    ("path", "root"), [("", ""), ("kreator/", "../"), ("kreator/rina/", "../../"), ("404.html", "")]
)
def test_a_page_knows_the_way_to_the_root(path, root):
    assert root_of(path) == root


def test_an_empty_site_invites_everywhere_and_promises_nothing():
    found = set(pages_of())
    assert {"", "kreator/", "karya/", "topik/pariwisata/", "media/tiktok/", "kecamatan/sijuk/", "404.html"} <= found
    assert not {path for path in found if path.startswith(("jasa/", "tempat/", "cari/", "kabar/"))}


def test_services_and_places_have_pages_once_somebody_is_there():
    found = pages_of(
        creator(services=("foto-produk",), works=(work("https://youtu.be/contoh00001", place="pulau-lengkuas"),))
    )
    assert {"jasa/", "jasa/foto-produk/", "tempat/", "tempat/pulau-lengkuas/"} <= set(found)
    assert [card.key for card in found["tempat/pulau-lengkuas/"].values["works"].cards] == ["contoh-rina-1"]
    assert [card.slug for card in found["tempat/pulau-lengkuas/"].values["creators"].cards] == ["contoh-rina"]


def test_who_is_closed_to_work_comes_last_under_a_service():
    people = [creator(f"contoh-{n}", services=("foto-produk",), open_to_work=n != 2) for n in range(5)]
    assert pages_of(*people)["jasa/foto-produk/"].values["offers"][-1].card.slug == "contoh-2"


@pytest.mark.parametrize(("count", "last"), [(0, 1), (1, 1), (300, 1), (301, 6)])
def test_the_directory_is_one_page_up_to_three_hundred(count, last):
    pager = pages_of(*crowd(count))["kreator/"].values["pager"]
    assert pager.last == last


def test_pages_of_a_list_are_linked_both_ways():
    found = pages_of(*crowd(301))
    second = found["kreator/halaman-2/"].values["pager"]
    assert (second.previous, second.next) == ("kreator/", "kreator/halaman-3/")
    shown = [
        card.slug
        for path, page in found.items()
        if path.startswith("kreator/h") or path == "kreator/"
        for card in page.values["creators"].cards
    ]
    assert sorted(shown) == sorted(person.slug for person in crowd(301))


@pytest.mark.parametrize(("count", "search"), [(11, False), (12, True)])
def test_search_and_filters_come_with_twelve_creators(count, search):
    catalogue = catalogue_of(REGION, tuple(crowd(count)), (), (), card_context())
    layout = layout_of(catalogue, SETTINGS, {}, palette_of(OWN_THEME))
    assert bool(layout.search_path) is search
    assert layout.has_filters is search
    assert ("cari/" in pages_of(*crowd(count))) is search


def test_an_old_address_leads_to_the_new_one():
    page = pages_of(creator(old_slugs=("contoh-lama",)))["kreator/contoh-lama/"]
    assert (page.template, page.values["target"], page.listed) == ("redirect.html", "kreator/contoh-rina/", False)


def test_who_left_leaves_a_notice_without_a_name():
    page = pages_of(gone=(Gone("contoh-pergi", "kreator/contoh-pergi/index.md", DAY, ("contoh-dulu",)),))
    for path in ("kreator/contoh-pergi/", "kreator/contoh-dulu/"):
        assert page[path].template == "gone.html"
        assert page[path].head.noindex
        assert "pergi" not in page[path].head.title


def test_members_are_listed_on_their_community_and_the_reverse():
    found = pages_of(creator("contoh-komunitas", kind="community"), creator(communities=("contoh-komunitas",)))
    assert [c.slug for c in found["kreator/contoh-komunitas/"].values["creator"].members.cards] == ["contoh-rina"]
    assert [c.slug for c in found["kreator/contoh-rina/"].values["creator"].communities.cards] == ["contoh-komunitas"]


def test_structured_data_has_the_fields_that_google_requires():
    video = work(
        "https://youtu.be/contoh00001", title="Senja", published=date(2026, 1, 2), cover=Photo(Path("sampul.jpg"))
    )
    photo = work(title="Batu", photos=(Photo(Path("batu.jpg")),), licence="CC BY 4.0")
    page = pages_of(creator(works=(video, photo), joined=DAY))["kreator/contoh-rina/"]
    things = {thing["@type"]: thing for thing in json.loads(page.head.json_ld)["@graph"]}
    assert things["ProfilePage"]["mainEntity"]["name"] == "Contoh Rina"
    assert {"name", "thumbnailUrl", "uploadDate"} <= set(things["VideoObject"])
    assert things["VideoObject"]["uploadDate"] == "2026-01-02T00:00:00+07:00"
    assert {"contentUrl", "creditText", "copyrightNotice"} <= set(things["ImageObject"])
    positions = [step["position"] for step in things["BreadcrumbList"]["itemListElement"]]
    assert positions == [1, 2, 3]


def test_structured_data_cannot_end_its_script():
    page = pages_of(creator(name="</script><script>alert(1)</script>"))["kreator/contoh-rina/"]
    assert "<" not in page.head.json_ld
    assert json.loads(page.head.json_ld)["@graph"][0]["name"].startswith("</script>")


def test_a_demonstration_is_kept_out_of_search_engines():
    demo = replace(SETTINGS, demo=True)
    assert all(page.head.noindex for page in pages_of(creator(), settings=demo).values())


def test_without_an_address_nothing_absolute_is_claimed():
    head = pages_of(creator(), settings=replace(SETTINGS, site_url=""))["kreator/contoh-rina/"].head
    assert (head.canonical, head.share_image, head.json_ld) == ("", "", "")


def test_news_comes_newest_first():
    news = (document("lama", published=date(2024, 6, 8)), document("baru", published=date(2026, 1, 1)))
    assert [card.path for card in pages_of(news=news)["kabar/"].values["news"]] == ["kabar/baru/", "kabar/lama/"]


def test_the_office_s_texts_have_a_page_each():
    catalogue = catalogue_of(
        REGION, (), (document(),), (document("tentang", published=None, source="halaman/tentang.md"),), card_context()
    )
    found = documents(catalogue, SETTINGS, NoShares())
    assert {source: page.path for source, page in found.items()} == {
        "kabar/pertemuan.md": "kabar/pertemuan/",
        "halaman/tentang.md": "tentang/",
    }


@pytest.mark.parametrize(
    ("changes", "kind", "starts"),
    [
        ({}, "instagram", "https://www.instagram.com/contohrina/"),
        ({"open_to_work": False}, "closed", ""),
        ({"contact": "none"}, "none", ""),
        ({"contact": "office"}, "office", "../../kontak/"),
        (
            {"contact": "whatsapp", "whatsapp": "6281234567890"},
            "whatsapp",
            "https://wa.me/6281234567890?text=Halo%20Contoh",
        ),
        ({"contact": "email", "email": "contoh@example.com"}, "email", "mailto:contoh@example.com?subject="),
        ({"channels": (link("https://www.youtube.com/@contohrina"),)}, "office", "../../kontak/"),
    ],
)
def test_the_contact_button_follows_the_creator_s_wish(changes, kind, starts):
    contact = pages_of(creator(**changes))["kreator/contoh-rina/"].values["creator"].contact
    assert contact.kind == kind
    assert contact.url.startswith(starts)


def test_who_looks_after_a_profile_finds_its_files_once_the_repository_is_known():
    here = replace(REGION, site=replace(REGION.site, repository="https://github.com/dinas/kreator/"))
    assert ways_to_manage(creator(slug="contoh-rina"), REGION, "../../") == ()
    elsewhere = replace(REGION, site=replace(REGION.site, repository="https://git.example/dinas/kreator"))
    assert ways_to_manage(creator(slug="contoh-rina"), elsewhere, "../../") == ()
    assert {way.label: way.url for way in ways_to_manage(creator(slug="contoh-rina"), here, "../../")} == {
        "Ubah isi": "https://github.com/dinas/kreator/edit/main/content/kreator/contoh-rina/index.md",
        "Ganti foto": "../../kelola/",
        "Sembunyikan": "https://github.com/dinas/kreator/blob/main/PANDUAN.md#4-menyembunyikan-profil",
        "Tarik": "https://github.com/dinas/kreator/blob/main/PANDUAN.md#5-menarik-profil",
    }


def test_no_page_leads_a_photo_past_the_form_that_takes_its_place_out(project):
    """GitHub's own upload page keeps what a camera wrote; only the form offers it, after it made a new picture."""
    files = [*(project / "theme").rglob("*.html"), *(project / "theme").rglob("*.js")]
    files += (project / "plugins/showcase").rglob("*.py")
    assert [path.name for path in files if "/upload/" in path.read_text(encoding="utf-8")] == ["page.js"]


def test_the_guide_has_the_sections_that_profiles_lead_to():
    guide = (Path(__file__).parents[2] / "PANDUAN.md").read_text(encoding="utf-8")
    sections = {"#" + title.lower().replace(".", "").replace(" ", "-") for title in re.findall(r"(?m)^## (.+)$", guide)}
    assert {HIDE, WITHDRAW} <= sections


@pytest.mark.parametrize(
    ("changes", "tagline"),
    [
        ({"tagline": "Kopi asli"}, "Kopi asli"),
        ({}, "Kreator pariwisata dari Sijuk, di Instagram"),
        ({"topics": ("pariwisata", "umkm"), "district": "luar"}, "Kreator pariwisata dan UMKM, di Instagram"),
        ({"kind": "community", "channels": ()}, "Komunitas pariwisata dari Sijuk"),
    ],
)
def test_a_missing_tagline_is_made_from_what_is_true(changes, tagline):
    assert pages_of(creator(**changes))["kreator/contoh-rina/"].values["creator"].card.tagline == tagline


def test_an_offer_says_what_a_buyer_asks_first():
    priced = creator(services=("foto-produk",), rate_from=150000, barter=True, serves=("sijuk", "badau"))
    [offer] = pages_of(priced)["jasa/foto-produk/"].values["offers"]
    assert (offer.rate, offer.barter, offer.serves) == ("Mulai Rp150.000", True, "Seluruh Kabupaten Contoh")
    assert dict(offer.facets) == {"serves": ("sijuk", "badau"), "topic": ("pariwisata",), "deal": ("barter", "tarif")}


def test_offers_can_be_filtered_once_there_are_twelve():
    people = [creator(f"contoh-{n}", services=("foto-produk",), serves=("sijuk",), barter=n < 5) for n in range(12)]
    facets = {facet.key: facet for facet in pages_of(*people)["jasa/foto-produk/"].values["facets"]}
    assert [(term.key, term.count) for term in facets["deal"].terms] == [("barter", 5)]
    assert pages_of(*people[:11])["jasa/foto-produk/"].values["facets"] == ()


@pytest.mark.parametrize(
    ("count", "number", "labels"),
    [
        (60, 1, "1"),
        (300, 1, "1 2 3 … 5"),
        (1200, 10, "1 … 8 9 10 11 12 … 20"),
        (1200, 20, "1 … 18 19 20"),
        (1200, 4, "1 2 3 4 5 6 … 20"),
    ],
)
def test_a_long_list_names_the_pages_near_and_both_ends(count, number, labels):
    pager = [pager for _path, _shown, pager in paged(range(count), 60, "x/")][number - 1]
    assert " ".join(crumb.label for crumb in pager.pages) == labels
    assert [crumb.label for crumb in pager.pages if not crumb.path and crumb.label != "…"] == [str(number)]
