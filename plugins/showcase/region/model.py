"""Everything that is true of one region only, read from `content/wilayah/`."""

from __future__ import annotations

from dataclasses import dataclass, field

# The landscape of the first page, what decorates the invitation, who stands on a page that is not there, the favicon.
DRAWINGS = ("beranda", "ajakan", "maskot", "favicon")


@dataclass(frozen=True, slots=True)
class Village:
    """A desa or kelurahan. key: slug of the name, unique in its district."""

    key: str
    code: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan. key: slug of the name (`selat-nasik`). latitude, longitude: degrees, WGS 84."""

    key: str
    code: str
    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float
    villages: tuple[Village, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a work can be about. kind: `pulau pantai desa bangunan alam museum …`. district: a key or ""."""

    key: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    district: str
    village: str
    latitude: float | None
    longitude: float | None
    description: str


@dataclass(frozen=True, slots=True)
class Service:
    """Something a creator can be hired for. description: one line that a buyer understands."""

    key: str
    name: str
    aliases: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language that creators of the region speak."""

    key: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionImage:
    """A picture of this region only. file: its name, `beranda.svg`. width, height: pixels, or a drawing's units."""

    file: str
    content: bytes
    width: int
    height: int

    @property
    def name(self) -> str:
        """Its place on the site."""
        return self.file.partition(".")[0]

    @property
    def is_drawing(self) -> bool:
        """Whether pages show it as it is."""
        return self.file.endswith(".svg")


@dataclass(frozen=True, slots=True)
class Office:
    """Who runs the directory. whatsapp: digits with country code; any contact may be ""."""

    name: str = ""
    short: str = ""
    whatsapp: str = ""
    email: str = ""
    address: str = ""
    website: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Names and texts of the site. repository: `https://github.com/<org>/<repo>` or "".

    short_name, full_name: of the region ("Belitung", "Kabupaten Belitung"). other_names: for the search.
    lost: what a page that is not there says first.
    area_codes: of landline numbers, without the zero.
    accent: the colour that the palette is computed from, or "" for the theme's own.
    colours: CSS custom property name (without `--`) -> colour, light scheme, in place of the palette's.
    without_outline: names of districts that the map lacks, as it should.
    """

    name: str = "Kreator"
    tagline: str = ""
    description: str = ""
    short_name: str = ""
    full_name: str = ""
    timezone: str = "Asia/Jakarta"
    language: str = "id"
    map_title: str = ""
    map_note: str = ""
    lost: str = ""
    disclaimer: str = ""
    repository: str = ""
    since: int = 2026
    grace_days: int = 30
    accent: str = ""
    colours: tuple[tuple[str, str], ...] = ()
    office: Office = field(default_factory=Office)
    area_codes: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    without_outline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """One region. map_svg: the districts' outlines, each path with `data-kode`; logo_svg: the mark.

    topic_notes: what a topic is about here, by its key. images: its own pictures, checked.
    """

    site: Site
    districts: tuple[District, ...]
    places: tuple[Place, ...]
    services: tuple[Service, ...]
    languages: tuple[Language, ...]
    topic_notes: tuple[tuple[str, str], ...]
    map_svg: str
    logo_svg: str
    images: tuple[RegionImage, ...] = ()

    def district(self, key: str) -> District | None:
        """The district with this key."""
        return next((d for d in self.districts if d.key == key), None)

    def place(self, key: str) -> Place | None:
        """The place with this key."""
        return next((p for p in self.places if p.key == key), None)

    def service(self, key: str) -> Service | None:
        """The service with this key."""
        return next((s for s in self.services if s.key == key), None)
