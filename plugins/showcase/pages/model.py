"""A page before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..cards.layout import Head


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: where it lies, what renders it, what the template may see.

    path: address relative to the site, ending in a slash, `` for the home page; or a file name (`404.html`).
    values: template variable -> card, tuple of cards or text. listed: it belongs in the sitemap.
    policy: a Content-Security-Policy other than every page's, or "".
    """

    path: str
    template: str
    head: Head
    values: Mapping[str, Any]
    listed: bool = True
    policy: str = ""

    @property
    def file(self) -> str:
        """The file to write, relative to the site."""
        return f"{self.path}index.html" if self.path.endswith("/") or not self.path else self.path

    @property
    def here(self) -> str:
        """Where it lies as far as the menu goes, whose addresses are folders of the site: the same for many pages."""
        first, _slash, rest = self.head.path.partition("/")
        return f"{first}/…" if rest else self.head.path


def root_of(path: str) -> str:
    """The relative prefix from a page to the site's root: `../../` for `kreator/rina/`."""
    return "../" * path.count("/")
