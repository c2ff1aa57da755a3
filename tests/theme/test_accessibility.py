"""axe finds nothing on any kind of page, and the keyboard alone reaches and leaves everything."""

from __future__ import annotations

from itertools import product

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from tests.support.browser_visit import FORM_READY, visiting

pytestmark = pytest.mark.browser
ENLARGE = "(size) => { document.documentElement.style.fontSize = size; }"
RUN_AXE = "axe.run({resultTypes: ['violations']}).then((found) => found.violations)"

# One page of every kind; the last test here sees to it that no kind is missing.
KINDS = (
    "",
    "404.html",
    "cari/",
    "formulir-persetujuan/",
    "gabung/",
    "jasa/",
    "jasa/video-pendek/",
    "kabar/",
    "kabar/audiensi-konten-kreator/",
    "karya/",
    "karya/halaman-2/",
    "kecamatan/",
    "kecamatan/selat-nasik/",
    "kelola/",
    "kreator/",
    "kreator/contoh-ditarik/",
    "kreator/contoh-juru-foto-alam/",
    "kreator/contoh-komunitas-video/",
    "kreator/contoh-kreator-pantai/",
    "kreator/contoh-toko-umkm/",
    "laporan/",
    "media/",
    "media/fotografi/",
    "naskah-dinas/",
    "tempat/",
    "tempat/pulau-lengkuas/",
    "topik/",
    "topik/pariwisata/",
)
EMPTY_KINDS = (
    "",
    "404.html",
    "gabung/",
    "karya/",
    "kecamatan/",
    "kecamatan/sijuk/",
    "kreator/",
    "laporan/",
    "topik/umkm/",
)
# What the office works with: `kelola/` for staff and, by its mode, for a creator.
OFFICE = ("formulir-persetujuan/", "kelola/", "kelola/?mode=kreator", "laporan/", "naskah-dinas/")
SCHEMES = ("light", "dark")


def kind_of(address: str) -> str:
    """`kreator/*/` for a profile, `*/` for a page of texts: pages of one kind share their template."""
    folder, _slash, rest = address.partition("/")
    if folder in {kind.partition("/")[0] for kind in KINDS if kind.count("/") == 2}:
        return f"{folder}/*/" if rest else f"{folder}/"
    return address if folder in ("", "cari", "kelola", "laporan", "404.html") else "*/"


def violations(page) -> list[str]:
    """What axe has against the page as it is: rule, element and reason."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return [
        f"{found['id']}: {node['html'][:160]} {' '.join(node['failureSummary'].split())[:240]}"
        for found in page.evaluate(RUN_AXE)
        for node in found["nodes"]
    ]


def examine(chromium, site, kinds, looks, *, text: str = "100%") -> list[str]:
    """Violations of several pages, each in several looks: (scheme, width in px). text: size of the text."""
    wrong = []
    with visiting(chromium, reduced_motion="reduce") as visit:
        for kind in kinds:
            visit.open(site.address + kind)
            visit.page.evaluate(ENLARGE, text)
            for scheme, width in looks:
                visit.page.emulate_media(color_scheme=scheme)
                visit.page.set_viewport_size({"width": width, "height": 740})
                wrong += [f"{kind} {scheme} {width}: {found}" for found in violations(visit.page)]
    return wrong


@pytest.mark.parametrize(("name", "kinds"), [("samples", KINDS), ("public", EMPTY_KINDS)], ids=["samples", "public"])
def test_axe_finds_nothing(name, kinds, chromium, sites):
    assert examine(chromium, sites(name), kinds, (("light", 320), ("dark", 1280))) == []


@pytest.mark.parametrize("kind", OFFICE)
def test_the_office_s_pages_are_sound_in_both_themes_at_both_ends(kind, chromium, sites):
    """With everything folded open, neither axe nor the width of the screen has anything against them."""
    wrong = []
    with visiting(chromium, reduced_motion="reduce") as visit:
        page = visit.open(sites("samples").address + kind).page
        if kind.startswith("kelola/"):
            page.wait_for_selector(FORM_READY)
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        for scheme, width, text in (*product(SCHEMES, (320, 1280), ["100%"]), ("light", 320, "200%")):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(ENLARGE, text)
            page.set_viewport_size({"width": width, "height": 740})
            wide = page.evaluate("document.documentElement.scrollWidth")
            wrong += [f"{scheme} {width} {text}: wide as {wide}"] if wide > width else []
            wrong += [f"{scheme} {width} {text}: {found}" for found in violations(page)]
    assert wrong == []


@pytest.mark.long
@pytest.mark.parametrize("text", ["100%", "200%"])
@pytest.mark.parametrize(("name", "kinds"), [("samples", KINDS), ("public", EMPTY_KINDS)], ids=["samples", "public"])
def test_axe_finds_nothing_in_any_look(name, kinds, text, chromium, sites):
    assert examine(chromium, sites(name), kinds, tuple(product(SCHEMES, (320, 768, 1280))), text=text) == []


def test_axe_would_find_something(chromium, sites):
    with visiting(chromium) as visit:
        visit.open(f"{sites('public').address}tentang/")
        visit.page.evaluate("document.querySelector('main p').style.color = '#ddd'; document.title = ''")
        assert {found.partition(":")[0] for found in violations(visit.page)} >= {"color-contrast", "document-title"}


def test_every_kind_of_page_is_examined(sites):
    seen = {kind_of(address) for address in KINDS}
    assert {kind_of(address) for address in sites("samples").pages()} - seen == set()


def test_text_twice_as_large_cuts_nothing_off(chromium, sites):
    """On the smallest phone no page then grows wider than the screen."""
    wide = []
    with visiting(chromium) as visit:
        visit.page.set_viewport_size({"width": 320, "height": 640})
        for kind in KINDS:
            visit.open(sites("samples").address + kind).page.evaluate(ENLARGE, "200%")
            width = visit.page.evaluate("document.documentElement.scrollWidth")
            wide += [f"{kind}: {width}"] if width > 320 else []
    assert not wide


# Asked by pointing, since a card's link is as large as its card. Links in a line of text may be as high as the line.
SMALL_TARGETS = """() => {
  const targets = "a[href], button, input, select, summary, label";
  const points = [[0, 0], [0, -11], [0, 11], [-11, 0], [11, 0]];
  const reaches = (one, x, y) => {
    const hit = document.elementFromPoint(x, y)?.closest(targets);
    return hit === one || hit?.control === one || one.control === hit;
  };
  return [...document.querySelectorAll(targets)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !one.closest("[aria-hidden=true], .visually-hidden") && !one.matches(":disabled"))
    .filter((one) => getComputedStyle(one).display !== "inline" || one.closest("h2, h3"))
    .filter((one) => {
      one.scrollIntoView({ block: "center", behavior: "instant" });
      const box = one.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return box.width && !points.every(([right, down]) => reaches(one, x + right, y + down));
    })
    .map((one) => one.outerHTML.slice(0, 120));
}"""


def test_targets_are_at_least_24_pixels(chromium, sites):
    small = []
    with visiting(chromium, reduced_motion="reduce") as visit:
        for kind in KINDS:
            visit.open(sites("samples").address + kind)
            small += [f"{kind}: {found}" for found in visit.page.evaluate(SMALL_TARGETS)]
    assert small == []


def test_a_small_target_would_be_found(chromium, sites):
    with visiting(chromium, reduced_motion="reduce") as visit:
        page = visit.open(sites("public").address).page
        low = "display: block; min-block-size: 0; block-size: 14px; padding: 0; overflow: hidden"
        page.evaluate("(low) => { document.querySelector('main .button').style.cssText = low; }", low)
        assert len(page.evaluate(SMALL_TARGETS)) == 1
