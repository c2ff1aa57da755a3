"""Good values for tests: the smallest region, a creator, a maker; change only what a test is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from showcase.cards import CardContext
from showcase.links import read_link
from showcase.links.model import Link
from showcase.pictures.model import Picture, Source, Variant
from showcase.profiles.model import Consent, Creator, Document, Work
from showcase.region.model import District, Language, Office, Place, Region, Service, Site, Village

DAY = date(2026, 11, 20)

OFFICE = Office(
    name="Dinas Contoh",
    short="Diskominfo",
    whatsapp="",
    email="",
    address="",
    website="",
    hours="",
)
SITE = Site(
    name="Kreator Contoh",
    tagline="Temukan kreator",
    description="Direktori contoh.",
    short_name="Contoh",
    full_name="Kabupaten Contoh",
    timezone="Asia/Jakarta",
    language="id",
    map_title="",
    map_note="Peta ilustrasi",
    lost="",
    disclaimer="Bukan dukungan.",
    repository="",
    since=2024,
    grace_days=30,
    accent="",
    colours=(),
    office=OFFICE,
)
SIJUK = District(
    "sijuk", "19.02.04", "Sijuk", (), -2.6, 107.7, villages=(Village("keciput", "19.02.04.2008", "Keciput", "desa"),)
)
BADAU = District("badau", "19.02.05", "Badau", (), -2.8, 107.8, villages=())
REGION = Region(
    site=SITE,
    districts=(SIJUK, BADAU),
    places=(Place("pulau-lengkuas", "Pulau Lengkuas", "pulau", ("Lengkuas",), "sijuk", "", -2.5, 107.6, "Mercusuar."),),
    services=(Service("foto-produk", "Foto produk", (), "Foto barang dagangan."),),
    languages=(Language("indonesia", "Bahasa Indonesia", ()), Language("inggris", "Inggris", ())),
    topic_notes=(("pariwisata", "Pantai dan pulau."),),
    map_svg='<svg viewBox="0 0 9 9"><path data-kode="19.02.04" d="M0 0h1v1z"/></svg>',
    logo_svg='<svg viewBox="0 0 9 9"></svg>',
)


class FakePictures:
    """Answers every order with a picture named after the file; remembers what was asked for."""

    def __init__(self) -> None:
        self.ordered: list[tuple[str, str, str]] = []

    def order(self, path: Path, use: str, focus: str = "") -> Picture:
        self.ordered.append((path.name, use, focus))
        small = Variant(f"gambar/{path.stem}-320.jpg", 320, 180)
        return Picture(sources=(Source("image/jpeg", (small,)),), fallback=small, width=320, height=180)


def link(url: str) -> Link:
    """A link that must be understood."""
    found = read_link(url)
    assert isinstance(found, Link), found
    return found


def work(url: str = "", **changes: object) -> Work:
    """A work; a link if `url` is given."""
    plain = Work(
        title="",
        link=link(url) if url else None,
        photos=(),
        cover=None,
        topics=(),
        published=None,
        place="",
        service="",
        description="",
        credit="",
        licence="",
        line=1,
    )
    return replace(plain, **changes)


def creator(slug: str = "contoh-rina", **changes: object) -> Creator:
    """A person in Sijuk with one channel."""
    plain = Creator(
        slug=slug,
        source=f"kreator/{slug}/index.md",
        folder=Path("kreator") / slug,
        name="Contoh Rina",
        other_names=(),
        kind="person",
        communities=(),
        member_count=None,
        tagline="",
        portrait=None,
        district="sijuk",
        village="Keciput",
        topics=("pariwisata",),
        keywords=(),
        crafts=(),
        channels=(link("https://www.instagram.com/contohrina/"),),
        works=(),
        services=(),
        rate_from=None,
        barter=False,
        serves=(),
        open_to_work=True,
        contact="",
        whatsapp="",
        email="",
        languages=(),
        training=(),
        consent=Consent(DAY, "1", frozenset({"photo", "works"}), False, None),
        joined=None,
        checked=None,
        status="published",
        old_slugs=(),
        licence="",
        story="",
        story_line=10,
    )
    return replace(plain, **changes)


def document(slug: str = "pertemuan", **changes: object) -> Document:
    """A news item."""
    plain = Document(
        slug=slug,
        source=f"kabar/{slug}.md",
        folder=Path("kabar"),
        title="Pertemuan",
        summary="Ringkas.",
        published=DAY,
        author="",
        photo=None,
        menu="",
        order=0,
        source_name="",
        source_url="",
        story="Isi.",
        story_line=5,
    )
    return replace(plain, **changes)


def card_context(region: Region = REGION) -> CardContext:
    """A maker of cards with fake pictures and no QR codes."""
    return CardContext(region, DAY, FakePictures(), "https://contoh.id/repo", sharing=False)
