"""Which pages there are, a function for each kind of page: from the catalogue to a flat list of pages, home first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..cards import Catalogue, addresses, creator_page
from ..cards.edit_links import guide_url
from ..cards.layout import Crumb
from ..cards.lists import creator_list, gallery
from ..cards.model import CreatorCard, Facet, Term, WorkCard
from ..cards.opened import CreatorPage
from ..cards.report import Report
from ..profiles.model import Creator, Gone
from ..settings import Settings
from ..text.formats import long_date
from ..text.messages import N_, _
from .layout import SEARCH_POLICY, page_term, policy, search_wanted
from .model import Page
from .paging import numbered, paged
from .seo import HeadBuilder
from .share import Shares

HOME_CREATORS, HOME_WORKS, HOME_NEWS = 8, 6, 3
TERM_WORKS, WORKS_A_PAGE = 12, 24
FEW_OF_TERM = 4  # below so many creators of a term their cards are large
# The form shows a photo that has not left the visitor's device.
FORM_POLICY = policy(img_src="'self' blob:")


@dataclass(frozen=True, slots=True)
class Listing:
    """The words of one kind of term: its index page and the label of its step in the trail."""

    kind: str
    title: str
    intro: str
    always: bool  # pages of terms that nobody has yet invite; others are not made

    @property
    def path(self) -> str:
        """Where the index page lies."""
        return addresses.TERMS[self.kind]


LISTINGS = (
    Listing("topic", N_("Topik"), N_("Empat tema yang digarap para kreator."), True),
    Listing("medium", N_("Media"), N_("Enam cara para kreator bercerita."), True),
    Listing("district", N_("Kecamatan"), N_("Kreator dari setiap kecamatan."), True),
    Listing("service", N_("Jasa"), N_("Yang dapat Anda pesan langsung kepada kreator."), False),
    Listing("place", N_("Tempat"), N_("Tempat yang muncul dalam karya kreator."), False),
)


def plan(
    catalogue: Catalogue, gone: tuple[Gone, ...], report: Report, settings: Settings, shares: Shares
) -> Iterator[Page]:
    """Every page of the site but the ones that Pelican writes (news items and pages)."""
    heads = HeadBuilder(settings, catalogue.context, shares)
    yield _home(catalogue, heads)
    facets = catalogue.facets(catalogue.creators)
    yield from _directory(catalogue, facets, settings, heads)
    yield from _profiles(catalogue, heads)
    yield from _showcase(catalogue, facets, heads)
    for listing in LISTINGS:
        yield from _listing(listing, catalogue, settings, heads)
    if catalogue.news:
        head = heads.head(_("Kabar"), _("Pertemuan, pelatihan, dan kabar kreator."), addresses.NEWS)
        yield Page(addresses.NEWS, "news.html", head, {"news": catalogue.news_cards()})
    if search_wanted(len(catalogue.creators), settings):
        head = heads.head(_("Cari"), _("Cari kreator, karya, tempat, dan kabar."), addresses.SEARCH)
        values = {"index": addresses.SEARCH_INDEX, "examples": _examples(catalogue)}
        yield Page(addresses.SEARCH, "search.html", head, values, policy=SEARCH_POLICY)
    head = heads.head(_("Formulir profil"), _("Untuk pengelola direktori."), addresses.FORM, noindex=True)
    papers = tuple(page_term(page) for page in catalogue.pages if page.for_office)
    form: dict[str, object] = {
        "source": addresses.FORM_DATA,
        "published": addresses.FORM_PUBLISHED,
        "papers": papers,
        "guide": guide_url(catalogue.region),
    }
    yield Page(addresses.FORM, "manage.html", head, form, listed=False, policy=FORM_POLICY)
    head = heads.head(_("Laporan"), _("Siapa menggarap apa di mana, dan apa yang belum ada."), addresses.REPORT)
    day = long_date(catalogue.context.today, catalogue.context.language)
    yield Page(addresses.REPORT, "report.html", head, {"report": report, "table": addresses.REPORT_TABLE, "day": day})
    yield from _left(catalogue, gone, heads)
    head = heads.head(_("Halaman tidak ditemukan"), _("Alamatnya mungkin berubah."), "404.html", noindex=True)
    yield Page("404.html", "404.html", head, {}, listed=False)


def _home(catalogue: Catalogue, heads: HeadBuilder) -> Page:
    site = catalogue.region.site
    website = {
        "@type": "WebSite",
        "name": site.name,
        "url": catalogue.context.address(""),
        "inLanguage": site.language,
        "publisher": {"@type": "GovernmentOrganization", "name": site.office.name},
    }
    head = heads.head(f"{site.name}: {site.tagline}", site.description, "", things=[website])
    values = {
        "creators": creator_list(
            catalogue.creators[:HOME_CREATORS], large=len(catalogue.creators) < heads.settings.few
        ),
        "works": gallery(catalogue.showcase[:HOME_WORKS]),
        "news": catalogue.news_cards()[:HOME_NEWS],
    }
    return Page("", "home.html", head, values)


def _directory(
    catalogue: Catalogue, facets: tuple[Facet, ...], settings: Settings, heads: HeadBuilder
) -> Iterator[Page]:
    creators = catalogue.creators
    size = settings.page_size if len(creators) > settings.one_page else max(1, len(creators))
    for path, shown, pager in paged(creators, size, addresses.CREATORS):
        head = heads.head(numbered(_("Kreator"), pager), _("Semua kreator di direktori ini."), path)
        listed = creator_list(shown, seen=2, large=len(shown) < settings.few)
        yield Page(path, "directory.html", head, {"creators": listed, "facets": facets, "pager": pager})


def _profiles(catalogue: Catalogue, heads: HeadBuilder) -> Iterator[Page]:
    cards = catalogue.cards
    for creator in catalogue.people:
        members = catalogue.members.get(creator.slug, ())
        shown = creator_page(creator, catalogue.works[creator.slug], cards, members, catalogue.context)
        yield _profile(creator, shown, heads)
        head = heads.head(creator.name, shown.card.tagline, addresses.creator_path(creator.slug), noindex=True)
        for old in creator.old_slugs:
            values = {"target": addresses.creator_path(creator.slug)}
            yield Page(addresses.creator_path(old), "redirect.html", head, values, listed=False)


def _profile(creator: Creator, shown: CreatorPage, heads: HeadBuilder) -> Page:
    path = addresses.creator_path(creator.slug)
    trail = (Crumb(_("Kreator"), addresses.CREATORS),)
    head = heads.head(
        creator.name, shown.card.tagline, path,
        trail=trail, things=heads.profile(creator, shown), kind="profile",
        share_image=heads.shares.creator(creator, shown.card),
    )  # fmt: skip
    return Page(path, "creator.html", head, {"creator": shown, "story_image": heads.shares.story(creator, shown.card)})


def _showcase(catalogue: Catalogue, facets: tuple[Facet, ...], heads: HeadBuilder) -> Iterator[Page]:
    works = catalogue.showcase
    facets = tuple(group for group in facets if group.key in ("topic", "medium", "district"))
    for path, shown, pager in paged(works, WORKS_A_PAGE, addresses.WORKS):
        head = heads.head(numbered(_("Karya"), pager), _("Video dan foto karya kreator."), path)
        yield Page(path, "works.html", head, {"works": gallery(shown, seen=1), "facets": facets, "pager": pager})


def _listing(listing: Listing, catalogue: Catalogue, settings: Settings, heads: HeadBuilder) -> Iterator[Page]:
    """The index page of one kind of term and the pages of its terms."""
    shown = tuple(term for term in catalogue.terms[listing.kind] if term.count or listing.always)
    if not shown:
        return
    title, intro = _(listing.title), _(listing.intro)
    head = heads.head(title, intro, listing.path)
    values = {"title": title, "intro": intro, "terms": shown, "kind": listing.kind}
    yield Page(listing.path, "terms.html", head, values)
    for term in shown:
        yield from _term(term, listing, shown, catalogue, settings, heads)


def _term(
    term: Term,
    listing: Listing,
    siblings: tuple[Term, ...],
    catalogue: Catalogue,
    settings: Settings,
    heads: HeadBuilder,
) -> Iterator[Page]:
    """Works and creators of a term; of a service, who offers it, and works that are examples of it first."""
    works, creators = _of_term(term, catalogue)
    trail = (Crumb(_(listing.title), listing.path),)
    description = term.description or _("%(title)s %(label)s di %(site)s") % {
        "title": _(listing.title), "label": term.label, "site": catalogue.region.site.name,
    }  # fmt: skip
    values = {
        "term": term,
        "works": gallery(works[:TERM_WORKS], seen=1),
        "related": tuple(other for other in siblings if other.key != term.key)[:12],
    }
    if term.kind == "service":
        head = heads.head(term.label, description, term.path, trail=trail)
        offers = catalogue.offers(term.key)
        facets = catalogue.offer_facets(offers) if settings.few <= len(offers) <= settings.one_page else ()
        yield Page(term.path, "service.html", head, {**values, "offers": offers, "facets": facets})
        return
    for path, shown, pager in paged(creators, settings.page_size, term.path):
        head = heads.head(numbered(term.label, pager), description, path, trail=trail)
        listed = creator_list(shown, large=len(shown) < FEW_OF_TERM)
        yield Page(path, "term.html", head, {**values, "creators": listed, "pager": pager})
        values["works"] = None  # on the first page alone


def _of_term(term: Term, catalogue: Catalogue) -> tuple[tuple[WorkCard, ...], tuple[CreatorCard, ...]]:
    """Works and creators of a term, in the order of the day."""
    works = catalogue.works_of.get((term.kind, term.key), ())
    if term.kind != "place":
        return works, catalogue.creators_of.get((term.kind, term.key), ())
    makers = {work.creator_path for work in works}
    return works, tuple(card for card in catalogue.creators if card.path in makers)


def _examples(catalogue: Catalogue) -> tuple[str, ...]:
    """What one might look for: a topic, the busiest places, a service."""
    kinds = (("topic", 1), ("place", 2), ("service", 1))
    busy = {kind: sorted(catalogue.terms[kind], key=lambda term: -term.count) for kind, _many in kinds}
    return tuple(term.label for kind, many in kinds for term in busy[kind][:many] if term.count)


def _left(catalogue: Catalogue, gone: tuple[Gone, ...], heads: HeadBuilder) -> Iterator[Page]:
    """A neutral notice at the address of everybody who left, unless somebody lives there now."""
    taken = {creator.slug for creator in catalogue.people}
    taken |= {old for creator in catalogue.people for old in creator.old_slugs}
    for one in gone:
        for slug in (one.slug, *one.old_slugs):
            if slug not in taken:
                text = _("Profil ini tidak lagi ditampilkan")
                head = heads.head(text, text, addresses.creator_path(slug), noindex=True)
                yield Page(addresses.creator_path(slug), "gone.html", head, {}, listed=False)
