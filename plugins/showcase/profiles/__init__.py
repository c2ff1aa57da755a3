"""The reading room: a content folder in, typed values and faults out.

In order: `files` finds, `text` decodes and splits, `frontmatter` turns lines into nodes with places, `fields` types
them by the one table in `keys`, `profile` puts a creator together, `rules` and `across` ask whether it all fits.
"""

from __future__ import annotations

from .audience import for_audience, office_faults
from .collection import is_stopped, read_content, timezone_of
from .homes import CONTACT_PAGE, require_people
from .keys import SCHEMA
from .model import Consent, Content, Creator, Document, Gone, Photo, Work
from .region_files import read_region
from .schema import Choice, Key

__all__ = [
    "CONTACT_PAGE",
    "SCHEMA",
    "Choice",
    "Consent",
    "Content",
    "Creator",
    "Document",
    "Gone",
    "Key",
    "Photo",
    "Work",
    "for_audience",
    "is_stopped",
    "office_faults",
    "read_content",
    "read_region",
    "require_people",
    "timezone_of",
]
