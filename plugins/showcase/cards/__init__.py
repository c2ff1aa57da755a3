"""Cards: typed profiles -> the values that templates see."""

from .catalogue import Catalogue, catalogue_of
from .context import CardContext
from .creators import creator_page, creator_path
from .documents import document_card, news_path, page_path
from .prerender import render_ahead

__all__ = [
    "CardContext",
    "Catalogue",
    "catalogue_of",
    "creator_page",
    "creator_path",
    "document_card",
    "news_path",
    "page_path",
    "render_ahead",
]
