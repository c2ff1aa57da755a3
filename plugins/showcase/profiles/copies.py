"""Second downloads: a browser that has saved `index.md` before names the next one `index (1).md`; it is the newer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics.collector import fault_at
from ..diagnostics.fault import Fault

# Chrome and Firefox: `index (1).md`; Safari: `index-2.md`; Windows: `index - Salinan.md`; an editor: `index.md.txt`.
INDEX_AGAIN = re.compile(r"index\b.+|index\.(?:markdown|txt)", re.IGNORECASE)
TEXTS = (".md", ".markdown", ".txt")
# Without a bracket or a word for a copy, a number is a part of the name: `pasar-2.jpg`.
PHOTO_AGAIN = re.compile(
    r"(?P<stem>.+?)(?: ?\(\d{1,3}\)| ?-? ?(?:copy|salinan)(?: \(?\d{1,3}\)?)?)(?P<end>\.\w+)", re.IGNORECASE
)


def is_index_again(name: str) -> bool:
    """Whether a file's name is `index.md` with something more."""
    return INDEX_AGAIN.fullmatch(name) is not None and name.lower() != "index.md" and name.lower().endswith(TEXTS)


def newest_index(names: Iterable[str]) -> str:
    """The last of several downloads of `index.md`, "" if there is none."""
    again = (name for name in names if is_index_again(name))
    return max(again, key=lambda name: [int(number) for number in re.findall(r"\d{1,9}", name)], default="")


def index_again(name: str, path: str) -> list[Fault]:
    """The fault of a second download beside `index.md`, at the path of the file; none if it is something else.

    Nobody is told to delete what is newer.
    """
    return [fault_at("P023.copy", path, found=name, fix="index.md")] if is_index_again(name) else []


def photo_again(name: str, names: Iterable[str]) -> str:
    """The picture that a file is a second download of, "" if none of these names is."""
    found = PHOTO_AGAIN.fullmatch(name)
    first = f"{found['stem']}{found['end']}".casefold() if found else ""
    return next((other for other in names if other.casefold() == first), "")
