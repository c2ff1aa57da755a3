"""Types of what stands around a page's own content: head, trail, pages of a list, and the layout that all share."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Term


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way here; the last has path ""."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Pages of one list. previous, next: paths, or "". pages: what is named; number: the one shown, from 1.

    The page shown has no path, nor has the sign for pages left out.
    """

    number: int
    last: int
    previous: str
    next: str
    pages: tuple[Crumb, ...]

    @property
    def several(self) -> bool:
        """Whether there is anywhere to go."""
        return self.last > 1

    @property
    def current(self) -> str:
        """The label of the page shown."""
        return str(self.number)


@dataclass(frozen=True, slots=True)
class Head:
    """What goes into <head>.

    canonical and share_image: absolute, "" while SITEURL is unknown. json_ld: JSON text, safe in <script>.
    """

    title: str
    description: str
    path: str
    canonical: str
    share_image: str
    kind: str
    noindex: bool
    json_ld: str
    crumbs: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class DistrictShape:
    """An outline on the map. d: SVG path data in the map's view box."""

    d: str
    label: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class DistrictMap:
    """The districts, drawn. shapes: their outlines, none while the region has no drawing."""

    title: str
    note: str
    view_box: str
    shapes: tuple[DistrictShape, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of the region: its path, and its size for the place that it takes."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """Who runs the directory. whatsapp, email: as people read them; any of them may be ""."""

    name: str
    whatsapp: str
    whatsapp_url: str
    email: str
    email_url: str
    address: str
    hours: str
    website: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What every page of one site shares: names, menu, footer, office, assets, banner.

    menu: Term(kind="menu"). topics … places: for the footer and the home page, counts filled in.
    assets: name -> path (`css`, `js`, `icons`, `font`). drawings: of the region, by name; any may be missing.
    search_path: "" where there is no search.
    bar_colours: colours of a browser's own bar, light and dark.
    demo: the demonstration banner is shown. lost: the region's words on a page that is not there, or "".
    """

    site_name: str
    description: str
    region: str
    region_full: str
    office: OfficeCard
    repository: str
    disclaimer: str
    logo_svg: str
    menu: tuple[Term, ...]
    pages: tuple[Term, ...]
    topics: tuple[Term, ...]
    media: tuple[Term, ...]
    districts: tuple[Term, ...]
    services: tuple[Term, ...]
    places: tuple[Term, ...]
    map: DistrictMap
    lost: str
    assets: dict[str, str]
    drawings: dict[str, Drawing]
    creator_count: int
    search_path: str
    has_filters: bool
    demo: bool
    build_date: str
    csp: str
    bar_colours: tuple[str, str]
    language: str
    locale: str
    feed_path: str
