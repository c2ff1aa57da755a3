"""Which day it is: where the region is, wherever the computer stands. Between the two, consents begin and end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..settings import build_day
from . import timezone_of


def region_day(content: Path, project_content: Path) -> date:
    """The day that a build of this content would be of."""
    return build_day(None, timezone_of(content, project_content))
