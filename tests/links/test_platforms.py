"""The platform table tests itself, and a person's pastes get the answers they need."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from showcase.diagnostics.registry import family
from showcase.links import (
    PLATFORMS,
    Link,
    Refusal,
    channel_of,
    find_links,
    hint_of,
    read_link,
    same_thing,
    shows_number,
    takes_messages,
)
from showcase.links.platforms import HOSTS, ROWS
from showcase.links.table import Pattern, Platform, Rejected
from showcase.links.url_parser import Address, parse_url

ACCEPTS = [(row, example) for row in ROWS for example in row.accepts]
REFUSES = [(row, url, code) for row in ROWS for url, code in row.refuses]
ICONS = Path(__file__).parents[2] / "theme" / "icons"


def accepted(text: str) -> Link:
    answer = read_link(text)
    assert isinstance(answer, Link), answer
    return answer


def refused(text: str) -> Refusal:
    answer = read_link(text)
    assert isinstance(answer, Refusal), answer
    return answer


@pytest.mark.parametrize(("row", "example"), ACCEPTS, ids=[example.url for _, example in ACCEPTS])
def test_an_example_means_what_its_row_says(row: Platform, example) -> None:
    link = accepted(example.url)
    assert (link.url, link.platform, link.kind) == (example.url, row.key, example.kind)
    assert (link.id, link.canonical) == (example.id, example.canonical)


@pytest.mark.parametrize(("row", "example"), ACCEPTS, ids=[example.url for _, example in ACCEPTS])
def test_a_canonical_address_is_read_as_the_same_link(row: Platform, example) -> None:
    link = accepted(example.url)
    assert accepted(link.canonical) == replace(link, url=link.canonical)


@pytest.mark.parametrize(("row", "url", "code"), REFUSES, ids=[url for _, url, _ in REFUSES])
def test_a_refused_example_says_why(row: Platform, url: str, code: str) -> None:
    assert refused(url).code == code


@pytest.mark.parametrize(("row", "example"), ACCEPTS, ids=[example.url for _, example in ACCEPTS])
def test_an_example_matches_no_other_row(row: Platform, example) -> None:
    address = parse_url(example.url)
    assert isinstance(address, Address)
    assert [other.key for other in ROWS if address.host in other.hosts] == ([] if row.key == "website" else [row.key])


@pytest.mark.parametrize("row", ROWS, ids=[row.key for row in ROWS])
def test_every_shape_of_a_row_has_an_example(row: Platform) -> None:
    urls = [example.url for example in row.accepts] + [url for url, _ in row.refuses]
    addresses = [address for url in urls if isinstance(address := parse_url(url), Address)]
    hit = [found.form for address in addresses if address.host in row.hosts and (found := row.match(address))]
    unused = [form.path for form in row.forms if isinstance(form, Pattern) and form not in hit]
    assert unused == []


@pytest.mark.parametrize("row", ROWS, ids=[row.key for row in ROWS])
def test_a_row_is_complete(row: Platform) -> None:
    assert row.accepts
    assert row.refuses
    assert {form.code for form in row.forms if isinstance(form, Rejected)} <= set(family("l").codes)
    icon = (ICONS / f"{row.icon}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in icon
    assert 'fill="currentColor"' in icon
    assert icon.count("<path") == 1
    assert row.channel_hint
    assert row.action
    for kind in ("channel", "video", "short", "live", "playlist", "post", "photo", "website"):
        assert row.shape(kind) in {"wide", "tall", "portrait", "square"}


def test_a_host_belongs_to_one_row() -> None:
    assert len(HOSTS) == sum(len(row.hosts) for row in ROWS)
    assert all(host == host.lower() and host.isascii() for host in HOSTS)


def test_only_a_player_that_does_not_track_is_embedded() -> None:
    players = {key: row.player(Link("", key, "video", "AAAAAAAAAA1", "", "")) for key, row in PLATFORMS.items()}
    assert {key for key, player in players.items() if player} == {"youtube"}
    assert players["youtube"] == "https://www.youtube-nocookie.com/embed/AAAAAAAAAA1"


# What a person pastes, and the address that the refusal offers.
CORRECTIONS = [
    ("@contoh.kreator", "L201", "https://www.instagram.com/contoh.kreator/"),
    ("contohkreator", "L201", "https://www.instagram.com/contohkreator/"),
    ("rina.foto", "L201", "https://www.instagram.com/rina.foto/"),
    ("instagram: contoh.kreator", "L203", "https://www.instagram.com/contoh.kreator/"),
    ("IG @Contoh", "L203", "https://www.instagram.com/contoh/"),
    ("tiktok contoh", "L203", "https://www.tiktok.com/@contoh"),
    ("TikTok: @contoh.id", "L203", "https://www.tiktok.com/@contoh.id"),
    ("fb: ContohKreator", "L203", "https://www.facebook.com/ContohKreator"),
    ("FB Contoh Kreator", "L203", ""),
    ("youtube: @contoh", "L203", "https://www.youtube.com/@contoh"),
    ("wa 0812-0000-0000", "L203", "https://wa.me/6281200000000"),
    ("081200000000", "L202", "https://wa.me/6281200000000"),
    ("+62 812 0000 0000", "L202", "https://wa.me/6281200000000"),
    ("6281200000000", "L202", "https://wa.me/6281200000000"),
    ("https://wa.me/081200000000", "L202", "https://wa.me/6281200000000"),
    ("https://wa.me/6208123456789", "L202", "https://wa.me/628123456789"),
    ("https://wa.me/62812-3456-7890", "L202", "https://wa.me/6281234567890"),
    ("https://wa.me/+62%20812%203456%207890", "L202", "https://wa.me/6281234567890"),
    ("https://wa.me/62812\u20113456\u20117890", "L202", "https://wa.me/6281234567890"),
    ("https://wa.me/c/6208123456789", "L202", "https://wa.me/628123456789"),
    ("https://api.whatsapp.com/send?phone=081200000000", "L202", "https://wa.me/6281200000000"),
    ("https://api.whatsapp.com/send?phone=+62812-3456-7890", "L202", "https://wa.me/6281234567890"),
    ("https://api.whatsapp.com/send?phone=62%20(0)812-3456-7890", "L202", "https://wa.me/6281234567890"),
    ("+62 812\u20113456\u20117890", "L202", "https://wa.me/6281234567890"),
    ("62 0812 3456 7890", "L202", "https://wa.me/6281234567890"),
    ("https://wa.me/62812-3456-789O", "L407", ""),
    ("https://api.whatsapp.com/send?phone=62812345678O", "L407", ""),
    ("0812-3456-789O", "L101", ""),
    ("08123456789O", "L101", ""),
    ("dQw4w9WgXcQ", "L204", ""),
    ("UCabcdefghijklmnopqrstuv", "L204", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"),
    ("PLabcdefghij0123456789", "L204", "https://www.youtube.com/playlist?list=PLabcdefghij0123456789"),
    ("contoh@contoh.example", "L205", ""),
    ("https://www.facebook.com/contohkreat...", "L204", ""),
    ("tiktok.com/@contoh/vid…", "L204", ""),
    ("https://www.instagram.com/contoh/apa_ini/", "L407", "https://www.instagram.com/contoh/"),
    ("https://www.facebook.com/ContohKreator/apa_ini", "L407", "https://www.facebook.com/ContohKreator"),
    ("https:/www.instagram.com/contoh", "L103", "https://www.instagram.com/contoh/"),
    ("https:///www.instagram.com/contoh", "L103", "https://www.instagram.com/contoh/"),
    ("htps://www.instagram.com/contoh", "L103", "https://www.instagram.com/contoh/"),
    ("hxxps://www.instagram.com/contoh", "L103", "https://www.instagram.com/contoh/"),
    ("https://www.instagram.com:443/contoh", "L106", "https://www.instagram.com/contoh/"),
    ("https://www.instagram.com./contoh", "L110", "https://www.instagram.com/contoh/"),
    ("https://www.instagram.com/contoh\u200b", "L102", "https://www.instagram.com/contoh/"),
    ("https://www.instagram.com\\contoh", "L104", "https://www.instagram.com/contoh/"),
    ("https://www.instagram.com/stories/contoh/1", "L405", "https://www.instagram.com/contoh/"),
    ("https://web.archive.org/web/2024/https://www.instagram.com/contoh/", "L304", "https://www.instagram.com/contoh/"),
    ("https://evil.example/youtube.com/@contoh", "L304", "https://www.youtube.com/@contoh"),
    ("https://evil.example/?u=https%3A%2F%2Fwww.tiktok.com%2F@contoh", "L304", "https://www.tiktok.com/@contoh"),
    ("https://evil.example/#youtube.com/@contoh", "L304", "https://www.youtube.com/@contoh"),
    ("https://m.me/ContohKreator", "L406", "https://www.facebook.com/ContohKreator"),
    ("https://ig.me/m/contoh", "L406", "https://www.instagram.com/contoh/"),
    ("https://www.instagram.com/accounts/login/?next=/contoh/", "L403", "https://www.instagram.com/contoh/"),
    (
        "https://www.youtube.com/attribution_link?u=%2Fwatch%3Fv%3DAAAAAAAAAA1",
        "L303",
        "https://www.youtube.com/watch?v=AAAAAAAAAA1",
    ),
    (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fcontoh.example%2Fkopi%3Ffbclid%3Dx&h=y",
        "L303",
        "https://contoh.example/kopi",
    ),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fevil%40youtube.com%2F", "L303", ""),
    (
        "https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2FContohKreator",
        "L303",
        "https://www.facebook.com/ContohKreator",
    ),
]


@pytest.mark.parametrize(("text", "code", "fix"), CORRECTIONS)
def test_what_is_meant_gets_a_ready_correction(text: str, code: str, fix: str) -> None:
    answer = refused(text)
    assert (answer.code, answer.fix) == (code, fix)
    assert "{" not in answer.message
    if fix:
        assert accepted(fix).canonical == fix


# Each way to deceive has a reason of its own, so that the person learns which.
REASONS = [
    ("https://evil.example\\@youtube.com/", "L104"),
    ("https://www.youtube.com@evil.example/", "L105"),
    ("https://evil.example?@www.youtube.com/", "L105"),
    ("https://youtube.com:8443/@contoh", "L106"),
    ("https://youtube%2ecom/@contoh", "L107"),
    ("https://a_b.example/", "L107"),
    ("https://[::1]/", "L108"),
    ("https://0x7f.1/", "L108"),
    ("https://y\u043eutube.com/@contoh", "L109"),
    ("https://xn--yutube-wqf.com/@contoh", "L109"),
    ("https://www.youtube.com../@contoh", "L110"),
    ("https://contoh.a1b/", "L110"),
    ("https://youtube.com.evil.example/@contoh", "L111"),
    ("https://contoh.example/a/../b", "L113"),
    ("https://contoh.example/%2e%2e/b", "L113"),
    ("https://contoh.example/%zz", "L113"),
    ("https://www.youtube.com/@contoh./videos", "L407"),
    ("https://telegra.com/contoh", "L111"),
    ("https://telegra.ph.example/contoh", "L111"),
    ("https://www.telegran.example/contoh", "L111"),
    ("https://twitteer.example/contoh", "L111"),
    ("https://www.facebook.com/@watch", "L407"),
]


@pytest.mark.parametrize(("text", "code"), REASONS)
def test_each_trick_is_called_by_its_name(text: str, code: str) -> None:
    assert refused(text).code == code


# What a phone adds, and what is meant by it.
PASTES = [
    ("  https://www.instagram.com/contoh/  ", "https://www.instagram.com/contoh/"),
    ("<https://www.instagram.com/contoh/>", "https://www.instagram.com/contoh/"),
    ("(https://www.instagram.com/contoh).", "https://www.instagram.com/contoh/"),
    ('"https://www.instagram.com/contoh",', "https://www.instagram.com/contoh/"),
    ("[IG saya](https://www.instagram.com/contoh)", "https://www.instagram.com/contoh/"),
    ("HTTPS://WWW.INSTAGRAM.COM/Contoh", "https://www.instagram.com/contoh/"),
    ("//www.instagram.com/contoh", "https://www.instagram.com/contoh/"),
    ("instagram.com/contoh?igsh=abc==", "https://www.instagram.com/contoh/"),
    ("www.tiktok.com/@contoh", "https://www.tiktok.com/@contoh"),
    ("https://youtu.be/AAAAAAAAAA1&t=30", "https://www.youtube.com/watch?v=AAAAAAAAAA1"),
    ("https://youtu.be/AAAAAAAAAA1?si=x?t=30", "https://www.youtube.com/watch?v=AAAAAAAAAA1&t=30"),
    (
        "https://www.youtube.com/watch?list=PLabcdefghij0123&amp;v=AAAAAAAAAA1",
        "https://www.youtube.com/watch?v=AAAAAAAAAA1&list=PLabcdefghij0123",
    ),
    ("https://www.youtube.com/watch?v=AAAAAAAAAA1&list=WL&index=2", "https://www.youtube.com/watch?v=AAAAAAAAAA1"),
    ("https://www.youtube.com/watch?v=AAAAAAAAAA1#t=1m30s", "https://www.youtube.com/watch?v=AAAAAAAAAA1&t=1m30s"),
    ("https://www.youtube.com/watch?v=AAAAAAAAAA1/", "https://www.youtube.com/watch?v=AAAAAAAAAA1"),
    (
        "https://www.facebook.com/profile.php?id=100000000000001/photos",
        "https://www.facebook.com/profile.php?id=100000000000001",
    ),
    ("https://www.facebook.com//ContohKreator//", "https://www.facebook.com/ContohKreator"),
    ("http://www.facebook.com/#!/ContohKreator", "https://www.facebook.com/ContohKreator"),
    (
        "Lihat foto ini di Instagram https://www.instagram.com/p/CAbcdefgh12/?igsh=x",
        "https://www.instagram.com/p/CAbcdefgh12/",
    ),
    (
        'Tonton "Pantai" di YouTube\nhttps://youtube.com/shorts/AAAAAAAAAA1?si=x',
        "https://www.youtube.com/shorts/AAAAAAAAAA1",
    ),
    ("akun saya tiktok.com/@contoh 🙏", "https://www.tiktok.com/@contoh"),
    ("https://youtu.be/AbCdEfGhIj1 Pantai Pagi", "https://www.youtube.com/watch?v=AbCdEfGhIj1"),
    ("https://www.facebook.com/reel/200000000000001 Pantai Pagi", "https://www.facebook.com/reel/200000000000001"),
    ("https://www.instagram.com/p/CAbcdefgh12/ Pantai Pagi", "https://www.instagram.com/p/CAbcdefgh12/"),
    ("contoh-kopi.com", "https://contoh-kopi.com/"),
    ("https://contoh.example/?utm_source=https://www.instagram.com/x", "https://contoh.example/"),
    ("https://contoh.example/menu?ref=instagram.com", "https://contoh.example/menu?ref=instagram.com"),
    ("\N{LINK SYMBOL}https://www.instagram.com/contoh/", "https://www.instagram.com/contoh/"),
    ("\u27a1\ufe0finstagram.com/contoh", "https://www.instagram.com/contoh/"),
    ("\u2192https://www.instagram.com/contoh", "https://www.instagram.com/contoh/"),
    ("-https://www.instagram.com/contoh", "https://www.instagram.com/contoh/"),
    ("\u2022 https://www.instagram.com/contoh", "https://www.instagram.com/contoh/"),
    ("https://telegra.ph/Cerita-dari-laut-06-08", "https://telegra.ph/Cerita-dari-laut-06-08"),
    ("https://www.twister.org/", "https://www.twister.org/"),
    ("https://www.whatsappbrand.com/", "https://www.whatsappbrand.com/"),
    ("https://sites.google.com/view/contoh", "https://sites.google.com/view/contoh"),
    ("https://contoh.canva.site/", "https://contoh.canva.site/"),
]


@pytest.mark.parametrize(("text", "canonical"), PASTES)
def test_what_a_phone_adds_is_left_away(text: str, canonical: str) -> None:
    link = accepted(text)
    assert (link.url, link.canonical) == (text, canonical)


# A blank cuts an address, and what is left of it is somebody else's.
CUT = [
    "https://www.facebook.com/Contoh Kreator",
    "facebook.com/Contoh Kreator",
    "https://www.youtube.com/@Contoh Kreator Official",
    "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv wx",
    "https://www.facebook.com/profile.php?id=6155 0000 0000 001",
    "https://www.facebook.com/Contoh\u00a0Kreator",
    "https://www.facebook.com/Contoh\nKreator",
    "https://www.facebook.com/Contoh (Kreator)",
    "https://www.instagram.com/contoh ini akun saya",
    "akun: tiktok.com/@contoh ya",
    "Lihat https://www.tiktok.com/@contoh kreator/video/7000000000000000001",
    "[Contoh](https://www.facebook.com/Contoh Kreator)",
    "https://t.me/contoh kreator",
    "https://www.facebook.com/reel/2000 0000 0000 001",
    "https://soundcloud.com/contoh/ombak laut",
    "https://contoh.example/kopi susu",
    "https://kopi.example .evil.example",
]


@pytest.mark.parametrize("text", CUT)
def test_an_address_that_a_blank_cuts_names_nobody(text: str) -> None:
    answer = refused(text)
    assert (answer.code, answer.fix) == ("L115", "")


def test_a_hidden_character_that_looks_like_a_blank_cuts_too() -> None:
    answer = refused("https://www.facebook.com/Contoh\u2800Kreator")
    assert (answer.code, answer.fix) == ("L102", "")


SHORT = [
    "https://vt.tokopedia.com/t/ZSabcdEfg/",
    "https://tokopedia.link/AbCdEfGhIj",
    "https://tokopedia.app.link/AbCdEfGhIj",
    "https://shp.ee/abcdefg",
    "https://sg.shp.ee/abcdefg",
    "https://s.shopee.co.id/AbCdEfGhIj",
    "https://shope.ee/AbCdEfGhIj",
    "https://s.lazada.co.id/s.AbCdE",
    "https://wa.link/abc123",
    "https://wasap.at/AbCdEf",
    "https://w.app/contoh",
    "https://photos.app.goo.gl/AbCdEfGhIjKlMnOp6",
    "https://maps.app.goo.gl/AbCdEfGhIjKlMnOp6",
    "https://contoh.page.link/abcd",
    "https://forms.gle/AbCdEfGhIjKlMnOp6",
    "https://goo.gle/abc",
    "https://g.co/kgs/abcdef",
    "https://gofood.link/a/AbCdEfG",
    "https://canva.link/abcdef",
    "https://sck.io/p/AbCdEfGh",
    "https://www.snapchat.com/t/AbCdEfGh",
    "https://t.snapchat.com/AbCdEfGh",
    "https://lin.ee/AbCdEfG",
    "https://line.me/R/ti/p/AbCdEfG",
    "https://discord.gg/AbCdEf",
    "https://www.bit.ly/abc",
    "https://0rz.tw/abc",
    "lin.ee/AbCdEfG",
]


@pytest.mark.parametrize("text", SHORT)
def test_a_short_link_is_no_website(text: str) -> None:
    answer = refused(text)
    assert answer.code in {"L301", "L302"}
    assert answer.fix == ""


def test_several_links_in_one_text_are_not_chosen_from() -> None:
    assert refused("https://youtu.be/AAAAAAAAAA1 https://youtu.be/AAAAAAAAAA2").code == "L112"


def test_links_are_found_in_a_sentence() -> None:
    text = "Ini (https://contoh.example/a) dan www.contoh.example, juga tiktok.com/@contoh. Bukan ini.itu"
    assert find_links(text) == ("https://contoh.example/a", "www.contoh.example", "tiktok.com/@contoh")


SAME = [
    ("https://youtu.be/AAAAAAAAAA1", "https://www.youtube.com/shorts/AAAAAAAAAA1"),
    ("https://www.youtube.com/@Contoh", "youtube.com/@contoh/videos"),
    ("https://www.instagram.com/p/CAbcdefgh12/", "https://www.instagram.com/contoh/reel/CAbcdefgh12"),
    ("https://www.facebook.com/Contoh.Kreator", "https://m.facebook.com/contohkreator"),
    ("https://www.facebook.com/reel/200000000000001", "https://www.facebook.com/X.Y/videos/200000000000001"),
    ("https://www.tiktok.com/@a/video/7000000000000000001", "https://m.tiktok.com/v/7000000000000000001.html"),
    ("http://www.contoh.example", "https://contoh.example/?utm_source=x"),
]
DIFFERENT = [
    ("https://youtu.be/AAAAAAAAAA1", "https://youtu.be/aAAAAAAAAA1"),
    ("https://www.youtube.com/@contoh", "https://www.youtube.com/c/contoh"),
    (
        "https://www.facebook.com/profile.php?id=100000000000001",
        "https://www.facebook.com/profile.php?id=100000000000002",
    ),
    ("https://www.tiktok.com/@contoh", "https://www.tiktok.com/@contoh/live"),
    ("https://www.instagram.com/contoh", "https://www.tiktok.com/@contoh"),
    ("https://contoh.example/a", "https://contoh.example/b"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_in_two_spellings_has_one_key(one: str, other: str) -> None:
    assert same_thing(accepted(one)) == same_thing(accepted(other))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_things_have_two_keys(one: str, other: str) -> None:
    assert same_thing(accepted(one)) != same_thing(accepted(other))


def test_a_work_knows_the_channel_in_its_address() -> None:
    work = accepted("https://www.tiktok.com/@contoh/video/7000000000000000001")
    assert work.kind == "video"
    assert channel_of(work) == "https://www.tiktok.com/@contoh"
    assert accepted(channel_of(work)).kind == "channel"
    assert channel_of(accepted("https://youtu.be/AAAAAAAAAA1")) == ""


@pytest.mark.parametrize(
    ("url", "number", "hint"),
    [
        ("https://wa.me/6281200000000", True, "Nomor WhatsApp"),
        ("https://wa.me/message/ABCDEFGHIJKLM1", True, "Nomor WhatsApp"),
        ("https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp1q", False, "Saluran WhatsApp"),
        ("https://t.me/contohkreator", False, "Akun Telegram"),
        ("https://contoh.example/", False, "Situs web"),
    ],
)
def test_an_address_that_is_a_number_is_known(url: str, number: bool, hint: str) -> None:
    link = accepted(url)
    assert (shows_number(link), hint_of(link)) == (number, hint)
    assert takes_messages(link) == (number or link.platform == "telegram")


@pytest.mark.parametrize(
    "text",
    ["https://contoh.id/\u200bx", "https://contoh.id/ x", "https://contoh.id\n.evil.example/", "\u202ehttps://x.id/"],
)
def test_the_gate_itself_lets_nothing_hidden_through(text):
    """Whoever calls it has looked before; it does not count on that."""
    answer = parse_url(text)
    assert not isinstance(answer, Address)
    assert answer.code == "L102"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "L101"),
        ('""', "L101"),
        ("halo/dunia", "L101"),
        ("a" * 70 + ".foto", "L101"),
        ("https://www.instagram.com/" + "a" * 5000, "L114"),
        ("https://contoh.id/?a=%zz", "L113"),
    ],
    ids=["nothing", "quotation marks", "two words", "a long word", "too long", "broken percent"],
)
def test_what_is_no_address_at_all_is_called_so(text, code):
    assert read_link(text).code == code
