"""Cards: typed profiles -> the values that templates see."""

from .catalogue import Catalogue, catalogue_of
from .context import CardContext
from .creators import creator_page
from .documents import document_card
from .prerender import render_ahead

__all__ = [
    "CardContext",
    "Catalogue",
    "catalogue_of",
    "creator_page",
    "document_card",
    "render_ahead",
]
