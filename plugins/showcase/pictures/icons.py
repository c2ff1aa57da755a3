"""The icons of share images, taken from the theme's SVG files where they are one filled path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).parents[3] / "theme" / "icons"

# The theme draws the two crafts in strokes; here they are filled shapes like the others.
_DRAWN: Mapping[str, str] = MappingProxyType(
    {
        "fotografi": "M9 4h6l1.6 2.5H20a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8.5a2 2 0 0 1 2-2h3.4z"
        "M12 8.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z M12 10.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
        "videografi": "M4 6h9.5a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z"
        "M17 10.6 22 7.5v9l-5-3.1z",
    }
)
_FILLED = re.compile(r'<svg [^>]*fill="currentColor"[^>]*><path d="([^"]+)"/></svg>\s*')


@lru_cache(maxsize=256)
def icon_path(key: str, folder: Path = FOLDER) -> str:
    """Path data on a 24 x 24 grid for a platform or craft, "" where there is no such icon."""
    if key in _DRAWN:
        return _DRAWN[key]
    if not re.fullmatch(r"[a-z0-9-]+", key):
        return ""
    try:
        found = _FILLED.fullmatch((folder / f"{key}.svg").read_text(encoding="utf-8"))
    except OSError:
        return ""
    return found[1] if found else ""
