"""A link in a story leads where its words say, by an address that every browser reads alike."""

from __future__ import annotations

import re

import pytest
from tests.profiles.making import read, smallest, write_profile

from showcase.cards.opened import StoryText
from showcase.cards.story import Cleaner, creator_cleaner, office_cleaner, story_parts

CLEANERS = {"story": creator_cleaner, "office": office_cleaner("../")}  # news and pages may be proposed by anybody too


def shown(story: str, clean: Cleaner = creator_cleaner) -> str:
    """The HTML of a story."""
    parts = story_parts(story, clean=clean, link=lambda *_: None, picture=lambda *_: None)
    return "".join(part.html for part in parts if isinstance(part, StoryText))


@pytest.mark.parametrize(
    ("words", "host"),
    [
        ("https://instagram.com/budi", "jahat.example"),
        ("instagram.com", "jahat.example"),
        ("www.instagram.com", "jahat.example"),
        ("INSTAGRAM.com/budi", "jahat.example"),
        ("*instagram*.com", "jahat.example"),
        ("instagram.com", "instagram.com.jahat.example"),
        ("instagram.com", "notinstagram.com"),
        ("іnstagram.com", "instagram.com"),
        ("akun saya di tiktok.com ini", "jahat.example"),
    ],
)
@pytest.mark.parametrize("clean", CLEANERS.values(), ids=CLEANERS)
def test_a_link_that_names_another_host_shows_its_own(words, host, clean):
    assert shown(f"Lihat [{words}](https://{host}/a) ini.", clean).endswith(f"</a> ({host}) ini.</p>")


@pytest.mark.parametrize(
    ("words", "host"),
    [("video ini", "jahat.example"), ("instagram.com", "www.instagram.com"), ("www.contoh.id", "contoh.id")],
)
@pytest.mark.parametrize("clean", CLEANERS.values(), ids=CLEANERS)
def test_an_honest_link_stays_as_it_is(words, host, clean):
    assert shown(f"Lihat [{words}](https://{host}/a) ini.", clean).endswith("</a> ini.</p>")


HOSTILE = [
    ("https://instagram.com@jahat.example/", "L105"),
    ("https://instagram.com:444/", "L106"),
    ("https://instagram.com%2ejahat.example/", "L107"),
    ("https://192.0.2.1/", "L108"),
    ("https://3221225985/", "L108"),
    ("https://0xc0000201/", "L108"),
    ("https://іnstagram.com/", "L109"),
    ("https://xn--nstagram-9ya.com/", "L109"),
    ("https://instagram.com\\@jahat.example/", "L104"),
]


@pytest.mark.parametrize(("url", "code"), HOSTILE)
def test_an_address_in_disguise_is_a_fault_and_no_link(tmp_path, url, code):
    assert "<a " not in shown(f'Lihat <a href="{url}">ini</a>.')
    write_profile(tmp_path, smallest() + f"\nLihat {url} ini.\n", "tetangga")
    assert [fault.code for fault in read(tmp_path).faults] == [code]


@pytest.mark.parametrize(("url", "code"), HOSTILE)
def test_nor_is_it_one_in_news(tmp_path, url, code):
    assert "<a " not in shown(f'Lihat <a href="{url}">ini</a>.', CLEANERS["office"])
    (tmp_path / "kabar").mkdir()
    text = f"---\njudul: Kabar uji\n---\n\nLihat {url} ini.\n"
    (tmp_path / "kabar/2026-01-02-uji.md").write_text(text, encoding="utf-8")
    assert [fault.code for fault in read(tmp_path).faults] == [code]


@pytest.mark.parametrize("url", ["/\\jahat.example", "\\\\jahat.example", "///jahat.example", "https:jahat.example"])
def test_a_link_of_the_office_leads_into_the_site_or_says_where(url):
    hrefs = re.findall('<a href="([^"]*)"', shown(f"[ini]({url})", office_cleaner("")))
    assert [href for href in hrefs if not re.match(r"[a-z0-9.]", href) or ":" in href] == []


@pytest.mark.parametrize("url", ["mailto:budi@contoh.id", "mailto:budi%40contoh.id", "tel:081200000000", "sms:0812"])
def test_no_contact_hides_behind_a_link(url):
    assert not re.search("href", shown(f"Hubungi [saya]({url})."))
