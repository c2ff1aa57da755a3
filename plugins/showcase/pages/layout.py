"""What every page shares: menu, footer, map, assets, and the Content-Security-Policy."""

from __future__ import annotations

from collections.abc import Mapping

from ..cards import Catalogue, addresses
from ..cards.context import shown_number, whatsapp_url
from ..cards.layout import DistrictMap, DistrictShape, Drawing, Layout, OfficeCard
from ..cards.model import Term
from ..palette import Palette
from ..profiles.model import Document
from ..region.map import outlines_of, view_box
from ..region.model import Office
from ..settings import Settings
from ..text.formats import locale_of, long_date
from ..text.messages import _

# Sent in a <meta>, since GitHub Pages sets no headers; frame-ancestors would have no effect there.
RULES = {
    "default-src": "'none'",
    "img-src": "'self'",
    "style-src": "'self'",
    "script-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "https://www.youtube-nocookie.com",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def policy(**changes: str) -> str:
    """The Content-Security-Policy; `script_src="…"` replaces one rule."""
    rules = RULES | {name.replace("_", "-"): value for name, value in changes.items()}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


# The search runs Pagefind's WebAssembly in a worker of our own.
SEARCH_POLICY = policy(script_src="'self' 'wasm-unsafe-eval'", worker_src="'self' blob:")


def layout_of(catalogue: Catalogue, settings: Settings, assets: Mapping[str, str], colours: Palette) -> Layout:
    """The frame of every page of one site."""
    site = catalogue.region.site
    return Layout(
        site_name=site.name,
        description=site.description,
        region=site.short_name,
        region_full=site.full_name,
        office=_office(site.office),
        repository=site.repository,
        disclaimer=site.disclaimer,
        logo_svg=catalogue.region.logo_svg,
        menu=_menu(catalogue),
        pages=tuple(page_term(page) for page in catalogue.pages if not page.for_office),
        topics=catalogue.terms["topic"],
        media=catalogue.terms["medium"],
        districts=catalogue.terms["district"],
        services=_held(catalogue, "service"),
        places=_held(catalogue, "place"),
        map=_map(catalogue),
        lost=site.lost,
        assets=dict(assets),
        drawings={
            image.name: Drawing(assets[image.name], image.width, image.height)
            for image in catalogue.region.images
            if image.name in assets
        },
        creator_count=len(catalogue.creators),
        search_path=addresses.SEARCH if search_wanted(len(catalogue.creators), settings) else "",
        has_filters=settings.few <= len(catalogue.creators) <= settings.one_page,
        demo=settings.demo,
        build_date=long_date(settings.today, site.language),
        csp=policy(),
        bar_colours=(colours.light["bg"], colours.dark["bg"]),
        language=site.language,
        locale=locale_of(site.language),
        feed_path=addresses.FEED,
    )


def search_wanted(creators: int, settings: Settings) -> bool:
    """Whether there is a search page: few creators are seen at a glance."""
    return settings.search and creators >= settings.few


def _held(catalogue: Catalogue, kind: str) -> tuple[Term, ...]:
    return tuple(term for term in catalogue.terms[kind] if term.count)


def _menu(catalogue: Catalogue) -> tuple[Term, ...]:
    parts = [
        Term("menu", "kreator", _("Kreator"), addresses.CREATORS),
        Term("menu", "karya", _("Karya"), addresses.WORKS),
    ]
    if _held(catalogue, "service"):
        parts.append(Term("menu", "jasa", _("Jasa"), addresses.TERMS["service"]))
    if catalogue.news:
        parts.append(Term("menu", "kabar", _("Kabar"), addresses.NEWS))
    return (*parts, *(page_term(page) for page in catalogue.pages if page.order and not page.for_office))


def page_term(document: Document) -> Term:
    """A page as a menu, the footer or another page names it."""
    return Term("page", document.slug, document.menu or document.title, addresses.page_path(document))


def _office(office: Office) -> OfficeCard:
    greeting = _("Halo %(office)s, ") % {"office": office.short}
    return OfficeCard(
        name=office.name,
        whatsapp=shown_number(office.whatsapp) if office.whatsapp else "",
        whatsapp_url=whatsapp_url(office.whatsapp, greeting) if office.whatsapp else "",
        email=office.email,
        email_url=f"mailto:{office.email}" if office.email else "",
        address=office.address,
        hours=office.hours,
        website=office.website,
    )


def _map(catalogue: Catalogue) -> DistrictMap:
    site = catalogue.region.site
    title = site.map_title or _("Dari setiap kecamatan")
    return DistrictMap(title, site.map_note, view_box(catalogue.region.map_svg), _shapes(catalogue))


def _shapes(catalogue: Catalogue) -> tuple[DistrictShape, ...]:
    """The map's outlines, each with the district that its `data-kode` names."""
    by_code = {district.code: district.key for district in catalogue.region.districts}
    terms = {term.key: term for term in catalogue.terms["district"]}
    return tuple(
        DistrictShape(outline.d, term.label, term.path, term.count)
        for outline in outlines_of(catalogue.region.map_svg)
        if (term := terms.get(by_code.get(outline.code, "")))
    )
