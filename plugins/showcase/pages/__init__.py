"""Pages: which there are and what each may see."""

from .layout import chrome_of, search_wanted
from .model import SEARCH_INDEX, Page, root_of
from .plan import TABLE, documents, plan
from .renderer import Press
from .share import DrawnShares, NoShares, Shares

__all__ = [
    "SEARCH_INDEX",
    "TABLE",
    "DrawnShares",
    "NoShares",
    "Page",
    "Press",
    "Shares",
    "chrome_of",
    "documents",
    "plan",
    "root_of",
    "search_wanted",
]
