"""Stale reports of other commands beside the content, cleared once they name somebody who is no longer shown."""

from __future__ import annotations

import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from ..settings import PROJECT

_NAMED = re.compile(rb"\bkreator/([a-z0-9-]+)")
_REPORTS = "tautan.*"  # of `links`
_PARTS = (".tautan.*.part", ".covers.json.*.part")  # of a `links` or `covers` that was killed


def clear_reports(content: Path, shown: Collection[str]) -> None:
    """Remove reports that name a profile which is not shown, and files that a killed command left half-written.

    content: the folder that was built. shown: slugs. A report is made anew by the command that made it.
    """
    folders = [content.parent, *([PROJECT] if content.is_relative_to(PROJECT) else [])]
    for folder in (folder / ".cache" for folder in dict.fromkeys(folders)):
        with suppress(OSError):
            stale = [path for path in folder.glob(_REPORTS) if _names_others(path.read_bytes(), shown)]
            for path in (*stale, *(path for pattern in _PARTS for path in folder.glob(pattern))):
                path.unlink(missing_ok=True)


def _names_others(report: bytes, shown: Collection[str]) -> bool:
    return any(slug.decode() not in shown for slug in _NAMED.findall(report))
