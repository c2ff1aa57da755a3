"""Whatever strangers write is text wherever it appears: on every kind of page, in feeds, tables, data and search."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from tests.support import hostile
from tests.support.browser_visit import visiting
from tests.support.safety_vectors import FAMILIES, VECTORS
from tests.support.serving import serving
from tests.support.sites import build

from showcase import settings as showcase_settings
from showcase.outputs.open_data import FORMULA_STARTS

ATOM = "{http://www.w3.org/2005/Atom}"
ALLOWED_SCHEMES = {"https", "mailto", ""}
LOADING = {"src", "srcset", "poster", "background", "data", "action", "formaction", "ping", "manifest", "xlink:href"}
SEARCHES = ("alert", "script", "onerror", "img", "mark", "javascript", "contoh")

# What stands in a page after its scripts have run and should not.
FOREIGN_BODIES = """() => [...document.querySelectorAll("*")].flatMap((element) => {
  const bad = [...element.attributes].filter(({ name, value }) =>
    /^on/i.test(name) || name === "style" && element.closest(".story, .search-results")
    || ["href", "src", "action", "formaction", "xlink:href"].includes(name)
      && /^\\s*(javascript|data|vbscript|blob):/i.test(value));
  const banned = ["OBJECT", "EMBED", "IFRAME", "BASE", "STYLE", "MATH"].includes(element.tagName)
    || ["FORM", "INPUT", "BUTTON"].includes(element.tagName) && element.closest(".story, .search-results, h1, h2, h3")
      && !element.matches("button.cover");  // our own, of a video that a story links
  return [...bad.map(({ name }) => `${element.tagName} ${name}`), ...(banned ? [element.tagName] : [])];
})"""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A built site, and what became of the vectors on the way."""

    output: Path
    answers: dict[str, hostile.Answer]
    profiles: int
    held_back: tuple[str, ...]
    documents: int


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Hostile:
    """The whole site, built once; without share images, which a test of their own draws."""
    tmp = tmp_path_factory.mktemp("jahat")
    good, answers = hostile.accepted(tmp / "coba")
    profiles = hostile.fill(tmp / "content", good)
    hostile.others(tmp / "content")
    documents = hostile.documents(tmp / "content", tmp / "tulisan", news=36, pages=12)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp / "cache"))
        patch.setitem(showcase_settings.DEFAULTS, "share_images", False)
        patch.setenv("SOURCE_DATE_EPOCH", "1795518400")
        patch.setenv("SITEURL", "https://contoh.example")
        outcome = build(tmp / "content", tmp / "out", public=True, hold_back=True)
    return Hostile(tmp / "out", answers, profiles, outcome.held_back, documents)


class Elements(HTMLParser):
    """The elements of a page as a second parser sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def elements(html: str) -> list[tuple[str, dict[str, str]]]:
    """Every element of a text read as HTML."""
    parser = Elements()
    parser.feed(html)
    parser.close()
    return parser.found


def test_there_are_enough_vectors_and_most_are_published(site):
    """Refusing everything would prove nothing: what is published must be inert, and much is published."""
    assert len(set(VECTORS)) == len(VECTORS) >= 200
    assert len(FAMILIES) >= 10
    assert all(answer.published > 40 for answer in site.answers.values()), site.answers
    assert sum(answer.published for answer in site.answers.values()) > 1500
    assert len(site.held_back) < site.profiles / 20, site.held_back
    assert site.documents > 140  # of texts with HTML in them, most are refused
    assert len(list(site.output.glob("kabar/*uji-*"))) + len(list(site.output.glob("uji-*"))) > 40


def test_every_kind_of_page_is_there(site):
    """What no page shows is not tried."""
    kinds = {
        "kreator/uji-komunitas": "uji-anggota/",
        "kreator/uji-anggota": "6281200000000",
        "kreator/uji-lama": "http-equiv=refresh",
        "kreator/komunitas-lama": "http-equiv=refresh",
        "kreator/uji-ditarik-0": "noindex",
        **dict.fromkeys(
            ("", "kreator", "karya", "topik/umkm", "media/youtube", "kecamatan/sijuk", "jasa/foto-produk",
             "tempat/tanjung-kelayang", "kabar", "cari", "kelola", "laporan", "uji-3"), "<main"),
    }  # fmt: skip
    for path, words in kinds.items():
        assert words in (site.output / path / "index.html").read_text(encoding="utf-8").replace('"', ""), path


def test_every_page_holds_only_our_elements(site):
    pages = sorted(site.output.rglob("*.html"))
    assert len(pages) > site.profiles
    wrong = [
        (page.relative_to(site.output), *bad) for page in pages for bad in foreign(page.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def foreign(html: str) -> Iterator[tuple[str, str]]:
    """What in a page came from a stranger and does something."""
    for tag, attributes in elements(html):
        if tag in ("iframe", "object", "embed", "base", "math", "style", "video", "audio", "frame", "portal"):
            yield tag, ""
        if tag == "script" and attributes.get("type") != "application/ld+json" and not ours(attributes.get("src", "")):
            yield tag, str(attributes)
        for name, value in attributes.items():
            scheme = value.split(":")[0].strip().lower() if ":" in value.split("/")[0].split("?")[0] else ""
            if name.startswith("on") or name in ("style", "srcdoc"):
                yield tag, name
            loads = name in LOADING and not all(ours(part) for part in value.split(","))
            if loads or (name == "href" and scheme not in ALLOWED_SCHEMES):
                yield tag, f"{name}={value}"


def ours(address: str) -> bool:
    """True for an address within the site."""
    parts = address.split()
    return bool(parts) and "//" not in parts[0] and ":" not in parts[0]


def test_the_policy_comes_first_in_every_page(site):
    for page in site.output.rglob("*.html"):
        head = page.read_text(encoding="utf-8").partition("<head>")[2].lstrip()
        assert head.startswith('<meta http-equiv="Content-Security-Policy" content="default-src'), page
        policy = head.partition('content="')[2].partition('"')[0].replace("&#39;", "'")
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy
        assert policy.startswith("default-src 'none'")
        assert "base-uri 'none'" in policy


def test_structured_data_is_json_and_cannot_end_its_element(site):
    count = 0
    for page in site.output.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for part in text.split('<script type="application/ld+json">')[1:]:
            data, end, _rest = part.partition("</script>")
            assert end
            assert json.loads(data)["@context"] == "https://schema.org"
            assert not {"<", ">", "&"} & set(data)
            count += 1
    assert count > site.profiles


@pytest.mark.parametrize("name", ["feed.xml", "kabar/feed.xml"])
def test_feeds_are_xml_and_their_texts_hold_no_element(site, name):
    root = ET.parse(site.output / name).getroot()
    entries = list(root.iter(f"{ATOM}entry"))
    assert entries
    for entry in entries:
        summary = entry.find(f"{ATOM}summary")
        if summary is not None and summary.get("type") == "html":
            assert elements(summary.text or "") == []
        title = entry.find(f"{ATOM}title")
        assert title.get("type", "text") == "text"
        for link in entry.iter(f"{ATOM}link"):
            assert link.get("href").startswith("https://contoh.example/")


def test_the_sitemap_names_only_pages(site):
    for location in (
        ET.parse(site.output / "sitemap.xml").getroot().iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ):
        assert (site.output / location.text.removeprefix("https://contoh.example/") / "index.html").is_file()


def test_open_data_gives_texts_back_and_no_cell_is_a_formula(site):
    records = json.loads((site.output / "data/kreator.json").read_text(encoding="utf-8"))["kreator"]
    assert any("<script>" in record["nama"] for record in records)
    rows = list(csv.reader(StringIO((site.output / "data/kreator.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(records) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA_STARTS)]


@pytest.mark.posix
def test_nothing_but_known_kinds_of_files_is_published(site):
    kinds = {path.suffix for path in site.output.rglob("*") if path.is_file()}
    assert kinds <= {
        ".html", ".xml", ".txt", ".json", ".csv", ".css", ".js", ".svg", ".woff2", ".avif", ".jpg", "",
        ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind",
    }  # fmt: skip
    assert not [path for path in site.output.rglob("*") if path.is_symlink()]


@pytest.mark.browser
@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.long)])
def test_a_browser_runs_loads_and_finds_nothing(site, chromium, every):
    pages = [
        page for page in sorted(site.output.rglob("*.html")) if 'http-equiv="refresh"' not in page.read_text("utf-8")
    ]
    profiles = [page for page in pages if page.parent.parent.name in ("kreator", "kabar")]
    rest = [page for page in pages if page not in set(profiles)]
    dialogs: list[str] = []
    with serving(site.output) as address, visiting(chromium) as visit:
        visit.page.on("dialog", lambda dialog: (dialogs.append(visit.page.url), dialog.dismiss()))
        for page in (*rest, *profiles[::every]):
            path = page.relative_to(site.output).as_posix().removesuffix("index.html")
            visit.open(address + path)
            assert visit.page.evaluate(FOREIGN_BODIES) == [], path
        for old, new in (("uji-lama", "uji-anggota"), ("komunitas-lama", "uji-komunitas")):
            visit.open(f"{address}kreator/{old}/")
            visit.page.wait_for_url(f"{address}kreator/{new}/")
        kept = visit.kept()
    assert dialogs == []
    assert visit.foreign == []
    assert visit.trouble == []
    assert not any(kept.values()), kept


@pytest.mark.browser
def test_search_shows_what_it_finds_as_text(site, chromium):
    dialogs: list[str] = []
    with serving(site.output) as address, visiting(chromium) as visit:
        visit.page.on("dialog", lambda dialog: (dialogs.append(visit.page.url), dialog.dismiss()))
        for words in SEARCHES:
            visit.open(f"{address}cari/?q={words}")
            visit.page.wait_for_selector("[data-results] > li")
            tags = visit.page.evaluate(
                "() => [...new Set([...document.querySelectorAll('[data-results] *')].map((e) => e.tagName))].sort()"
            )
            assert set(tags) <= {"A", "DIV", "H3", "IMG", "LI", "MARK", "P", "SPAN"}, (words, tags)
            assert visit.page.evaluate(FOREIGN_BODIES) == []
            sources = visit.page.evaluate(
                "() => [...document.querySelectorAll('[data-results] img')].map((e) => e.src)"
            )
            assert all(source.startswith(f"{address}gambar/") for source in sources)
    assert dialogs == []
    assert visit.foreign == []
    assert visit.trouble == []


@pytest.mark.browser
def test_a_feed_reader_runs_nothing(site, chromium):
    """A reader shows a summary as HTML, without the policy of our pages."""
    root = ET.parse(site.output / "feed.xml").getroot()
    html = "".join(f"<article>{summary.text}</article>" for summary in root.iter(f"{ATOM}summary"))
    dialogs: list[str] = []
    with visiting(chromium) as visit:
        visit.page.on("dialog", lambda dialog: (dialogs.append("!"), dialog.dismiss()))
        visit.page.set_content(html)
        assert visit.page.evaluate("() => document.querySelectorAll('article *').length") == 0
    assert dialogs == []
    assert visit.foreign == []


def test_share_images_are_drawn_of_any_name(tmp_path, monkeypatch):
    monkeypatch.setitem(showcase_settings.DEFAULTS, "cache", str(tmp_path / "cache"))
    monkeypatch.setenv("SITEURL", "https://contoh.example")
    names = [hostile.one_line(vector)[:80] for vector in VECTORS[::25]]
    names += ["陈丽娜 " * 9, "م" * 80, "W" * 80, "👩‍🎤" * 20, "Z̴̡̢͓a̷l̵g̶o̸" * 3, "a " * 40]
    hostile.fill(tmp_path / "content", {"nama": names})
    outcome = build(tmp_path / "content", tmp_path / "out", public=True, hold_back=True)
    assert outcome.creators > len(names) / 2
    for page in (tmp_path / "out/kreator").glob("uji-*/index.html"):
        head = page.read_text(encoding="utf-8").partition('property="og:image" content="https://contoh.example/')[2]
        assert (tmp_path / "out" / head.partition('"')[0]).stat().st_size < 300_000
