"""The content folder: found on disk, read as a whole, checked across files, and reduced to what may be shown."""

from __future__ import annotations

from .audience import for_audience, office_faults
from .collection import is_stopped, read_content, timezone_of
from .homes import CONTACT_PAGE, require_people
from .region_files import read_region

__all__ = [
    "CONTACT_PAGE",
    "for_audience",
    "is_stopped",
    "office_faults",
    "read_content",
    "read_region",
    "require_people",
    "timezone_of",
]
