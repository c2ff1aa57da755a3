"""What a page costs on a slow network: bytes as they travel, packed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.support.browser_visit import visiting
from tests.support.serving import packed

KB = 1024
FIRST_WINDOW = 14 * KB  # what a new connection carries before the first answer comes back
# The host's error page names its files from the root; the staff's form is no page of visitors.
UNCOUNTED = ("404.html", "kelola/")
SITES = ("samples", "public", "crowd-60")


def documents(site) -> list[tuple[str, Path]]:
    """(address, file) of every page that counts."""
    pages = [address for address in site.pages() if address not in UNCOUNTED]
    return [(address, site.folder / address / "index.html") for address in pages]


def linked(page: Path, selector: str, attribute: str) -> list[Path]:
    """Files of this site that elements of a page name."""
    html = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    return [(page.parent / str(tag[attribute])).resolve() for tag in html.select(selector)]


@pytest.mark.parametrize("name", SITES)
def test_text_and_style_fit_into_the_first_window(name, sites):
    site = sites(name)
    sizes = {
        address: len(packed(page)) + sum(len(packed(style)) for style in linked(page, "link[rel=stylesheet]", "href"))
        for address, page in documents(site)
    }
    assert {address: size for address, size in sizes.items() if size > FIRST_WINDOW} == {}


@pytest.mark.parametrize("name", SITES)
def test_a_page_brings_at_most_8_kb_of_our_script(name, sites):
    for address, page in documents(sites(name)):
        scripts = linked(page, "script[src]", "src")
        assert scripts, address
        assert sum(len(packed(script)) for script in scripts) <= 8 * KB, address


def test_the_page_that_tourists_reach_is_light_and_complete(sites):
    page = sites("samples").folder / "tempat/pulau-lengkuas/index.html"
    assert len(packed(page)) <= 30 * KB
    assert len(page.read_bytes()) <= 30 * KB, "even unpacked"
    html = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    for part in html.select("noscript, script, .needs-js"):
        part.decompose()
    assert html.h1.get_text() == "Pulau Lengkuas"
    assert html.select(".works a[href^='https://']")
    assert html.select("a[href*='kreator/contoh-']")


def test_the_form_brings_at_most_48_kb_of_its_own(sites):
    folder = sites("samples").folder
    own = [*folder.glob("aset/kelola.*.js"), folder / "kelola/data.json"]
    assert len(own) == 2
    assert sum(len(packed(path)) for path in own) <= 48 * KB


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "kind", "budget"),
    [
        ("samples", r"^$", 100),
        ("crowd-60", r"^$", 100),
        ("samples", r"^kreator/contoh-(juru-foto-alam|kreator-pantai|sanggar-tari)/$", 150),
        ("crowd-60", r"^kreator/contoh-000[0-3]/$", 150),
    ],
)
def test_a_phone_loads_little_before_it_scrolls(name, kind, budget, chromium, sites):
    """Everything on the wire at 360 x 740 and two device pixels a pixel: text, style, font, script, pictures."""
    site, heavy, seen = sites(name), {}, 0
    for address in filter(re.compile(kind).search, site.pages()):
        with visiting(chromium, device_scale_factor=2) as visit:
            wire = visit.page.context.new_cdp_session(visit.page)
            wire.send("Network.enable")
            sizes: list[float] = []
            wire.on("Network.loadingFinished", lambda event, sizes=sizes: sizes.append(event["encodedDataLength"]))
            visit.page.goto(site.address + address, wait_until="networkidle")
            seen += 1
            if sum(sizes) > budget * KB:
                heavy[address] = round(sum(sizes) / KB)
            assert len(sizes) >= 4
    assert seen
    assert heavy == {}
