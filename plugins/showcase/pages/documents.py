"""The pages of news items and of the office's own texts, which Pelican's generators and writer make."""

from __future__ import annotations

from ..cards import Catalogue, addresses, document_card
from ..cards.layout import Crumb
from ..content import CONTACT_PAGE
from ..settings import Settings
from ..text.messages import _
from .model import Page, root_of
from .seo import HeadBuilder
from .share import Shares


def documents(catalogue: Catalogue, settings: Settings, shares: Shares) -> dict[str, Page]:
    """News items and pages by source path."""
    heads = HeadBuilder(settings, catalogue.context, shares)
    found = {}
    for document in catalogue.news:
        path = addresses.news_path(document)
        card = document_card(document, catalogue.context, root=root_of(path))
        trail = (Crumb(_("Kabar"), addresses.NEWS),)
        head = heads.head(
            document.title, document.summary, path, trail=trail, things=heads.news(card, path), kind="article"
        )
        found[document.source] = Page(path, "article.html", head, {"document": card})
    for document in catalogue.pages:
        path = addresses.page_path(document)
        card = document_card(document, catalogue.context, root=root_of(path))
        office = document.for_office
        head = heads.head(document.title, document.summary, path, noindex=office)
        values = {"document": card, "contacts": document.slug == CONTACT_PAGE}
        found[document.source] = Page(path, "page.html", head, values, listed=not office)
    return found
