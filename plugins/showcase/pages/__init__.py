"""Pages: which there are and what each may see."""

from .documents import documents
from .layout import layout_of, search_wanted
from .model import Page, root_of
from .plan import plan
from .renderer import Renderer
from .share import DrawnShares, NoShares, Shares

__all__ = [
    "DrawnShares",
    "NoShares",
    "Page",
    "Renderer",
    "Shares",
    "documents",
    "layout_of",
    "plan",
    "root_of",
    "search_wanted",
]
