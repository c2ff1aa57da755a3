"""Pages: which there are and what each may see."""

from .chrome import chrome_of
from .model import Page, root_of
from .plan import documents, plan

__all__ = ["Page", "chrome_of", "documents", "plan", "root_of"]
