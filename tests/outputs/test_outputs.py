"""Files for machines: open data, feeds, sitemap, style sheet, icons."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from tests.support.making import DAY, REGION, card_context, creator, document, link, work

from showcase.cards import catalogue_of
from showcase.outputs import assets, feeds, form, open_data

ATOM = "{http://www.w3.org/2005/Atom}"
VIDEO = "https://www.youtube.com/watch?v=contoh00001"


def catalogue(*people, news=()):
    return catalogue_of(REGION, people, news, (), card_context())


def as_json(*people):
    site = catalogue(*people)
    return open_data.as_json(open_data.records(site), site)


def as_csv(*people):
    return open_data.as_csv(open_data.records(catalogue(*people)))


FULL = creator(
    whatsapp="6281234567890",
    email="contoh@example.com",
    channels=(link("https://www.instagram.com/contohrina/"), link("https://wa.me/6281234567890")),
    works=(work(VIDEO, title="Senja", published=date(2026, 1, 2)),),
    joined=date(2026, 3, 4),
)


def test_open_data_follows_its_published_schema():
    data = json.loads(as_json(FULL, creator("contoh-dua")))
    jsonschema.validate(data, json.loads(open_data.schema()))
    assert [record["slug"] for record in data["kreator"]] == ["contoh-dua", "contoh-rina"]


def test_the_form_page_knows_folders_and_accounts_of_the_published_and_no_number():
    known = json.loads(form.published(catalogue(FULL, creator("contoh-dua", old_slugs=("contoh-lama",)))))
    assert list(known) == ["contoh-dua", "contoh-rina"]
    assert known["contoh-dua"]["old"] == ["contoh-lama"]
    assert known["contoh-rina"] == {
        "name": FULL.name,
        "old": [],
        "accounts": ["instagram:www.instagram.com/contohrina"],
    }


@pytest.mark.parametrize("text", [as_json(FULL), as_csv(FULL)])
def test_open_data_holds_no_contact_and_no_picture(text):
    for secret in ("6281234567890", "contoh@example.com", "gambar/"):
        assert secret not in text


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+62", "-x", "@rina", "\tx"])
def test_a_spreadsheet_runs_nothing(name):
    rows = list(csv.DictReader(StringIO(as_csv(creator(name=name)).lstrip("\ufeff"))))
    assert rows[0]["nama"] == f"'{name}"


def test_the_feed_tells_of_new_creators_and_works_newest_first():
    root = ET.fromstring(feeds.creators_feed(catalogue(FULL)))
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    assert titles == ["Kreator baru: Contoh Rina", "Senja"]
    assert root.findtext(f"{ATOM}updated") == "2026-03-04T00:00:00+00:00"


def test_the_news_feed_is_valid_while_there_is_no_news():
    assert ET.fromstring(feeds.news_feed(catalogue())).findtext(f"{ATOM}updated") == "2024-01-01T00:00:00+00:00"


def test_the_news_feed_has_the_news():
    root = ET.fromstring(feeds.news_feed(catalogue(news=(document(title="A & <b>"),))))
    assert [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")] == ["A & <b>"]
    assert root.findtext(f"{ATOM}updated").startswith(DAY.isoformat())


def test_the_style_sheet_keeps_the_order_of_its_layers(tmp_path):
    (tmp_path / "a.css").write_text("a { color: red; } /* catatan */")
    (tmp_path / "b.css").write_text("b { color: blue }")
    (tmp_path / "main.css").write_text('@import url("a.css") layer(dasar);\n@import url("b.css") layer(blok);')
    assert (
        assets.style_sheet(tmp_path / "main.css")
        == "@layer dasar,blok;@layer dasar{a{color:red}}@layer blok{b{color:blue}}"
    )


def test_a_region_s_colours_come_after_the_theme_s(tmp_path):
    (tmp_path / "a.css").write_text(":root { --link: #000 }")
    (tmp_path / "main.css").write_text('@import url("a.css") layer(tokens);')
    css = assets.style_sheet(tmp_path / "main.css", ":root{--link:#9b5a00;}")
    assert css.endswith(":root{--link:#000}:root{--link:#9b5a00}}")


def test_an_icon_becomes_a_symbol_named_after_its_file(tmp_path):
    (tmp_path / "x.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none"><title>X</title><path d="M0 0"/></svg>'
    )
    assert '<symbol id="x" viewBox="0 0 24 24" fill="none"><path d="M0 0"/></symbol>' in assets.sprite(tmp_path)
