"""Laws that hold for any text, and texts made to deceive: what is accepted is what a browser would open."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from urllib.parse import urlsplit

import ada_url
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from showcase.diagnostics.registry import family
from showcase.links import PLATFORMS, Link, Refusal, find_links, read_link, same_thing
from showcase.links.platforms import HOSTS, ROWS

GOOD = [case.url for row in ROWS for case in row.accepts] + [url for row in ROWS for url, _ in row.refuses]
PIECES = [
    "https://",
    "http:",
    "//",
    "/",
    "\\",
    "@",
    ":",
    "?",
    "#",
    "%2f",
    "%00",
    ".",
    "..",
    "www.",
    "youtube.com",
    "youtu.be",
    "instagram.com",
    "tiktok.com",
    "facebook.com",
    "evil.example",
    "watch?v=AAAAAAAAAA1",
    "p/CAbcdefgh12",
    "@contoh",
    "\t",
    "\n",
    " ",
    "\u202e",
    "\u200d",
    "xn--",
    "0x7f",
    "127.1",
    "[::1]",
    "ｙ",
    "а",
    "é",
    "%",
    "&",
    "=",
    "amp;",
    "08123456789",
]

texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.builds(
        lambda url, at, piece: url[: at % len(url)] + piece + url[at % len(url) :],
        st.sampled_from(GOOD),
        st.integers(0, 500),
        st.one_of(st.sampled_from(PIECES), st.characters()),
    ),
)


def browser_host(url: str) -> str | None:
    """The host that a browser would contact, by the WHATWG algorithm, or None if it would contact none."""
    try:
        read = ada_url.URL(url)
    except ValueError:
        return None
    return read.hostname if read.protocol in {"http:", "https:"} else None


@settings(max_examples=600, deadline=None)
@given(texts)
@example("https://evil.example\\@youtube.com/@contoh")
@example("https:////youtube.com/@contoh")
@example("http://[www.youtube.com]/@contoh")
@example("\ud800")
def test_any_text_gets_an_answer(text: str) -> None:
    answer = read_link(text)
    assert answer.url == text
    if isinstance(answer, Refusal):
        assert answer.code in family("l").codes
        assert "\n" not in answer.message
        if answer.fix:
            mended = read_link(answer.fix)
            assert isinstance(mended, Link)
            assert mended.canonical == answer.fix
    find_links(text)


@settings(max_examples=600, deadline=None)
@given(texts)
def test_canonical_is_final_and_means_the_same(text: str) -> None:
    link = read_link(text)
    if isinstance(link, Link):
        again = read_link(link.canonical)
        assert again == replace(link, url=link.canonical)
        assert same_thing(again) == same_thing(link)
        assert link.canonical.startswith("https://")
        assert browser_host(link.canonical) == urlsplit(link.canonical).hostname


@settings(max_examples=600, deadline=None)
@given(texts)
def test_the_host_is_the_one_a_browser_contacts(text: str) -> None:
    link = read_link(text)
    if isinstance(link, Link) and (host := browser_host(text)) is not None:
        if link.platform == "website":
            assert urlsplit(link.canonical).hostname == host
        else:
            assert HOSTS[host].key == link.platform


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([case.url for row in ROWS for case in row.accepts]),
    st.sampled_from(
        ["utm_source=x", "fbclid=y", "igsh=z", "si=q", "_t=1", "mibextid=w", "gclid=v", "is_from_webapp=1"]
    ),
)
def test_tracking_changes_nothing(url: str, tracker: str) -> None:
    before, hash_sign, after = url.partition("#")
    tracked = before + ("&" if "?" in before else "?") + tracker + hash_sign + after
    plain, marked = read_link(url), read_link(tracked)
    known_everywhere = tracker.partition("=")[0] in {"utm_source", "fbclid", "igsh", "si", "mibextid", "gclid"}
    if plain.platform != "website" or known_everywhere:
        assert marked == replace(plain, url=tracked)


HOSTILE = [
    "https://youtube.com.evil.example/@contoh",
    "https://evil.example/https://www.youtube.com/@contoh",
    "https://www.youtube.com@evil.example/",
    "https://www.youtube.com%40evil.example/",
    "https://evil.example\\@youtube.com/",
    "https://youtube.com\\.evil.example/",
    "https://youtube.com:443@evil.example/",
    "https://youtube.com:8443/@contoh",
    "https://youtube.com:/@contoh",
    "https://youtube.com:https/@contoh",
    "https://youtube%2ecom/@contoh",
    "https://youtube.com%2f@evil.example",
    "https://youtube.com%00.evil.example/",
    "https://youtube.com\u3002evil.example/",
    "https://youtu\u200bbe.com/@contoh",
    "https://ｙoutube.com/@contoh",
    "https://yоutube.com/@contoh",
    "https://xn--yutube-wqf.com/@contoh",
    "https://YOUTUBE。COM/@contoh",
    "https://www.youtube.com./@contoh",
    "https://www..youtube.com/@contoh",
    "https://.youtube.com/@contoh",
    "https://youtube.com..evil.example/",
    "https://www.youtube.com\t.evil.example/@contoh",
    "https://www.youtube.com\n.evil.example/@contoh",
    "https://www.you\ntube.com/@contoh",
    "ht\ntps://www.youtube.com/@contoh",
    "https://evil.example#@www.youtube.com/@contoh",
    "https://evil.example?@www.youtube.com/@contoh",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://127.1/",
    "https://0177.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:1.2.3.4]/",
    "https://1.2.3.4.5/",
    "https://contoh.0x7f/",
    "https://localhost/",
    "https://kantor.local/",
    "https://abcdefghijklmnop.onion/",
    "https://a_b.contoh.example/",
    "https://-contoh.example/",
    "https://contoh-.example/",
    "https://" + "a" * 64 + ".example/",
    "https://" + "a." * 140 + "example/",
    "https:/www.youtube.com/@contoh",
    "https:www.youtube.com/@contoh",
    "https:///www.youtube.com/@contoh",
    "https:\\\\www.youtube.com\\@contoh",
    "javascript:alert(1)//https://www.youtube.com/@contoh",
    "data:text/html,https://www.youtube.com/@contoh",
    "ftp://www.youtube.com/@contoh",
    "file:///www.youtube.com/@contoh",
    "blob:https://www.youtube.com/@contoh",
    "view-source:https://www.youtube.com/@contoh",
    "intent://www.youtube.com/@contoh#Intent;end",
    "vnd.youtube:AAAAAAAAAA1",
    "fb://profile/100000000000001",
    "https://www.youtube.com/@contoh\u202egnp.exe",
    "https://www.youtube.com/@con\u00adtoh",
    "https://www.youtube.com/@contoh%E2%80%AE",
    "https://www.youtube.com/@contoh%00",
    "https://www.youtube.com/@contoh%0d%0aSet-Cookie:x",
    "https://www.youtube.com/@contoh%zz",
    "https://www.youtube.com/@contoh%ff",
    "https://www.youtube.com/../@contoh",
    "https://www.youtube.com/x/%2e%2e/@contoh",
    "https://www.youtube.com/redirect?q=https%3A%2F%2Fevil.example%2F",
    "https://l.facebook.com/l.php?u=javascript%3Aalert(1)",
    "https://www.google.com/url?q=https://evil.example/",
    "https://www.youtube-com.example/@contoh",
    "https://www.youtubee.com/@contoh",
    "https://www.yuotube.com/@contoh",
    "https://www.instagrarn.com/contoh",
    "https://www.instaqram.com/contoh",
    "https://www.lnstagram.com/contoh",
    "https://instagram.com-login.example/contoh",
    "https://www.faceb0ok.com/contoh",
    "https://facebook.com.security.example/contoh",
    "https://m-facebook.example/contoh",
    "https://www.tiktok.com.vm.example/@contoh",
    "https://wwwtiktok.com/@contoh",
    "https://youtu.be.example/AAAAAAAAAA1",
    "https://fb.com.example/contoh",
    "https://wa.me.example/6281200000000",
    "https://yewtu.be/watch?v=AAAAAAAAAA1",
    "https://nitter.net/contoh",
    "https://www.ddinstagram.com/p/CAbcdefgh12/",
    "https://www-instagram-com.translate.goog/contoh",
    "https://web.archive.org/web/2020/https://www.instagram.com/contoh/",
    "https://bit.ly/3abcdef",
    "http://",
    "https://",
    "//",
    "https://?",
    "https://#",
    "https:// /",
    "",
    "   ",
    "<>",
    "()",
    "a" * 5000,
    "https://www.youtube.com/@" + "a" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_made_to_deceive_is_refused(text: str) -> None:
    assert isinstance(read_link(text), Refusal)


def test_a_refusal_never_shows_what_cannot_be_seen() -> None:
    for text in HOSTILE:
        answer = read_link(text)
        assert isinstance(answer, Refusal)
        assert all(char.isprintable() for char in answer.message)


def test_thousands_of_links_are_read_in_seconds() -> None:
    started = process_time()
    for number in range(5000):
        read_link(f"{GOOD[number % len(GOOD)]}&n={number}")
    assert process_time() - started < 5


LONG = [
    "[",
    "](",
    "[](a",
    "(",
    ")",
    "_",
    " ",
    "a.",
    "1",
    "-",
    "@",
    "http",
    "https://",
    "www.",
    "youtu.be/",
    "\u200b",
    "%2",
    "&",
    "?",
]


@pytest.mark.parametrize("piece", LONG)
def test_a_hostile_paste_is_read_in_a_moment(piece: str) -> None:
    started = process_time()
    for text in (
        piece * 4000,
        "https://wa.me/" + piece * 4000,
        (piece * 4000)[:4000],
        "ig " + (piece * 4000)[:4000] + "!",
    ):
        read_link(text)
    find_links((piece * 20_000)[:20_000])
    assert process_time() - started < 3


def test_every_platform_is_told_from_every_other() -> None:
    keys = {
        same_thing(link)
        for row in PLATFORMS.values()
        for case in row.accepts
        if isinstance(link := read_link(case.url), Link)
    }
    assert {key.partition(":")[0] for key in keys} == set(PLATFORMS)
