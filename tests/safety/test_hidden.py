"""Nothing that is not seen, or seen as something else, disguises a name, a line or a link."""

from __future__ import annotations

import json
import unicodedata
import xml.etree.ElementTree as ET

import pytest
from tests.profiles.making import read, smallest, write_profile
from tests.support.sites import build, soup
from tests.support.sites import write_profile as write_site_profile

from showcase.links import Refusal, read_link

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060"
    "\u2061\u2064\u206a\u206f\ufe0f\ufeff\U000e0041\U000e0100"
)
NO_CHARACTERS = "\x01\x08\x0b\x1b\x7f\x85\x9f\ufdd0\ufffe\uffff\U0001fffe\U0010ffff"
PLACES = {
    "nama": ("nama: Contoh Tetangga\n", "nama: Contoh Tet{}angga\n"),
    "ringkasan": ("topik: umkm\n", "topik: umkm\nringkasan: Video pan{}tai\n"),
    "nama_lain": ("topik: umkm\n", "topik: umkm\nnama_lain: Contoh, Tet{}angga\n"),
    "judul": ("topik: umkm\n", "topik: umkm\nkarya:\n  - judul: Sen{}ja\n    tautan: https://youtu.be/contoh00001\n"),
    "cerita": ("\n---\n", "\n---\n\nSaya bercer{}ita.\n"),
}


def profile(place: str, hidden: str) -> str:
    """A profile with something hidden in one place."""
    old, new = PLACES[place]
    text = smallest()
    before, found, after = text.rpartition(old) if place == "cerita" else text.partition(old)
    assert found, place
    return before + new.format(hidden) + after


def codes(tmp_path, text: str) -> set[str]:
    write_profile(tmp_path, text, "tetangga")
    return {fault.code for fault in read(tmp_path).faults if fault.severity == "fault"}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hidden", TURNING, ids=lambda c: f"{ord(c):X}")
def test_what_turns_the_reading_direction_is_refused(tmp_path, place, hidden):
    assert codes(tmp_path, profile(place, hidden)) == {"P004"}


@pytest.mark.parametrize("hidden", NO_CHARACTERS, ids=lambda c: f"{ord(c):X}")
def test_what_xml_cannot_hold_is_refused(tmp_path, hidden):
    assert codes(tmp_path, profile("nama", hidden)) == {"P003"}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hidden", UNSEEN, ids=lambda c: f"{ord(c):X}")
def test_what_is_not_seen_is_taken_out_and_told(tmp_path, place, hidden):
    write_profile(tmp_path, profile(place, hidden), "tetangga")
    content = read(tmp_path)
    assert [fault.code for fault in content.faults] == ["P005"]
    [creator] = content.creators
    shown = " ".join(
        (creator.name, creator.tagline, *creator.other_names, *(w.title for w in creator.works), creator.story)
    )
    assert hidden not in shown


@pytest.mark.parametrize(
    "name",
    [
        "Contoh 👩‍🎤 Rina",
        "Contoh 👨‍👩‍👧‍👦",
        "Contoh ☀️ Rina",
        "Contoh 1️⃣",
        "Contoh می‌خواهم",
        "Contoh ค่ะ",
        "Contoh 陈丽娜",
        "Contoh Ольга",
        "Contoh José Ñandú",
    ],
)
def test_emoji_and_other_scripts_stay_as_typed(tmp_path, name):
    write_profile(tmp_path, smallest().replace("Contoh Tetangga", name), "tetangga")
    content = read(tmp_path)
    assert content.faults == ()
    assert content.creators[0].name == name


@pytest.mark.parametrize("escape", [r"\u202e", r"\u2066", r"\u200b", r"\xad", r"\U000E0041", r"\ufffe", r"\x85"])
def test_an_escape_hides_nothing(tmp_path, escape):
    text = smallest().replace("nama: Contoh Tetangga", f'nama: "Contoh Tet{escape}angga"')
    assert codes(tmp_path, text) == {"P004"}


@pytest.mark.parametrize(
    "entity",
    ["&#x202e;", "&#x202E", "&#8238;", "&#0008238;", "&rlm;", "&lrm;", "&zwnj;a", "&shy;", "&NoBreak;", "&#x200b;"],
)
def test_an_entity_in_the_story_hides_nothing(tmp_path, entity):
    assert codes(tmp_path, profile("cerita", entity)) == {"P004"}


@pytest.mark.parametrize(
    "name",
    [
        "Соntоh Rina",
        "Contoh Rinа",
        "Contoh Βelitung",
        "Contoh Belitunɡ Ꭺsli Aԁi",
        "Contoh Сара",
        "ᏞᎪᏔ Contoh",
        "ꓡꓲꓢ Contoh",
        "ΑΝΝΑ Contoh",
    ],
)
def test_letters_that_look_like_others_are_refused(tmp_path, name):
    assert codes(tmp_path, smallest().replace("Contoh Tetangga", name)) == {"P126"}


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("𝓡𝓲𝓷𝓪 Contoh", "Rina Contoh"),
        ("Ｒｉｎａ Contoh", "Rina Contoh"),
        ("Ⓡⓘⓝⓐ Contoh", "Rina Contoh"),
        ("Contoh ﬁna", "Contoh fina"),
        ("Contoh Henry Ⅷ", "Contoh Henry VIII"),
        ("Contoh ʀɪɴᴀ", "Contoh rina"),
        ("Contoh 🅁🄸🄽🄰", "Contoh RINA"),
        ("Contoh 🅱🅴🅻🅸", "Contoh BELI"),
        ("Contoh 🅑🅔🅛🅘", "Contoh BELI"),
        ("Contoh 🇷 🇮 🇳 🇦", "Contoh R I N A"),
        ("Contoh 🇷🇮🇳🇦", "Contoh RINA"),
        ("Contoh ɐɯ", ""),  # Unicode does not say which letters these stand for
    ],
)
def test_letters_in_fancy_dress_are_refused_with_plain_ones(tmp_path, name, fix):
    write_profile(tmp_path, smallest().replace("Contoh Tetangga", name), "tetangga")
    [fault] = [fault for fault in read(tmp_path).faults if fault.severity == "fault"]
    assert (fault.code, fault.fix) == ("P126", fix)


@pytest.mark.parametrize("name", ["Contoh Tetangga 🇮🇩", "Contoh 🏝️ Pulau"])
def test_a_flag_and_other_signs_may_stand_in_a_name(tmp_path, name):
    assert codes(tmp_path, smallest().replace("Contoh Tetangga", name)) == set()


@pytest.mark.parametrize("sign", ["✅", "✔️", "☑️", "✓"])
def test_a_name_does_not_pass_for_verified(tmp_path, sign):
    write_profile(tmp_path, smallest().replace("Contoh Tetangga", f"Contoh Rina {sign}"), "tetangga")
    [fault] = read(tmp_path).faults
    assert (fault.code, fault.fix) == ("P128", "Contoh Rina")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Contoh Rina", "Contoh R1na", True),
        ("Contoh Bima", "Contoh Birna", True),
        ("Contoh Oka", "Contoh 0ka", True),
        ("Contoh Lia", "Contoh Iia", True),
        ("Contoh Wawan", "Contoh VVawan", True),
        ("Contoh Rina", "Contoh Rina", False),
        ("Contoh Rina", "CONTOH RINA", False),
        ("Contoh Rina", "Contoh Rína", False),
        ("Contoh Rina", "Contoh Rini", False),
    ],
)
def test_a_name_spelt_to_resemble_another_is_told(tmp_path, one, other, told):
    write_profile(tmp_path, smallest(one, "satu"), "satu")
    write_profile(tmp_path, smallest(other, "dua").replace("formulir: 7", "formulir: 8"), "tiruan")
    faults = read(tmp_path).faults
    assert [(fault.code, fault.severity) for fault in faults] == ([("P604", "suggestion")] if told else [])
    assert all(one in fault.message or other in fault.message for fault in faults)


@pytest.mark.parametrize(("key", "text"), [("nama_lain", "Contoh, Соntоh"), ("kata_kunci", "pantаi")])
def test_lists_are_looked_through_too(tmp_path, key, text):
    assert codes(tmp_path, smallest(more=f"{key}: {text}\n")) == {"P126"}


@pytest.mark.parametrize(("marks", "expected"), [(1, set()), (3, set()), (4, {"P126"}), (40, {"P126"})])
def test_marks_do_not_pile_up(tmp_path, marks, expected):
    assert codes(tmp_path, smallest(name="Contoh Ri" + "\u0336" * marks + "na")) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://www.іnstagram.com/contoh/",
        "https://www.instagram.com\u202e/contoh/",
        "https://www.insta\u200bgram.com/contoh/",
        "https://xn--nstagram-9ya.com/contoh/",
        "https://www.instagram.com/cont\u202eoh/",
        "https://www.instagram.com/cont%E2%80%AEoh/",
        "https://www.youtube.com/@cont%E2%80%8Boh",
        "https://instagram.com@jahat.example/contoh",
        "https://instagram.com\\@jahat.example/contoh",
    ],
)
def test_no_link_leads_elsewhere_than_it_looks(url):
    assert isinstance(read_link(url), Refusal)


def test_what_is_published_holds_nothing_hidden(tmp_path, monkeypatch):
    """Emoji stay whole; feeds, data and pages are what they were before somebody tried."""
    monkeypatch.setenv("SITEURL", "https://contoh.example/repo")
    content = tmp_path / "content"
    for number, hidden in enumerate(UNSEEN):
        folder = write_site_profile(content, f"uji-{number}", name=f"Contoh U{hidden}ji {number}")
        text = (folder / "index.md").read_text(encoding="utf-8")
        (folder / "index.md").write_text(text + f"\nSaya{hidden} di sini.\n", encoding="utf-8")
    outcome = build(content, tmp_path / "out")
    assert outcome.creators == len(UNSEEN)
    for path in (tmp_path / "out").rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".csv"}:
            text = path.read_text(encoding="utf-8-sig")
            assert not [c for c in text if unicodedata.category(c) in ("Cf", "Cc") and c not in "\n\r\t\u200d"], path
    ET.parse(tmp_path / "out/feed.xml")
    records = json.loads((tmp_path / "out/data/kreator.json").read_text(encoding="utf-8"))["kreator"]
    assert {record["nama"] for record in records} == {f"Contoh Uji {number}" for number in range(len(UNSEEN))}
    assert soup(tmp_path / "out", "kreator/uji-0").h1.get_text() == "Contoh Uji 0"
