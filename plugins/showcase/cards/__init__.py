"""Cards: typed profiles -> the values that templates see."""

from .ahead import render_ahead
from .catalogue import Catalogue, catalogue_of
from .creators import creator_page, creator_path
from .documents import document_card, news_path, page_path
from .maker import Maker

__all__ = [
    "Catalogue",
    "Maker",
    "catalogue_of",
    "creator_page",
    "creator_path",
    "document_card",
    "news_path",
    "page_path",
    "render_ahead",
]
