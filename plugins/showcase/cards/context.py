"""What every card is made with: the region, the day, the pictures, the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from ..cache.cache import Results
from ..cache.digests import digest
from ..content import CONTACT_PAGE
from ..pictures.model import Picture
from ..profiles.model import Photo
from ..region.model import Region
from ..text.messages import _
from .model import Image

SIZES = {
    "portrait": "6rem",
    "card": "(min-width:60rem) 21rem, (min-width:36rem) 45vw, 92vw",
    "work": "(min-width:60rem) 21rem, (min-width:36rem) 45vw, 92vw",
}


class Pictures(Protocol):
    """What cards ask of the picture pipeline."""

    def order(self, path: Path, use: str, focus: str = "") -> Picture:
        """The published form of a picture file for one use of the recipe."""


@dataclass(frozen=True, slots=True)
class CardContext:
    """The surroundings of a card. base_url: without a trailing slash. sharing: QR codes are wanted.

    results: HTML of texts, also of earlier builds.
    """

    region: Region
    today: date
    pictures: Pictures
    base_url: str
    sharing: bool = True
    results: Results = field(default_factory=Results)

    @property
    def language(self) -> str:
        """Locale of the site, `id`."""
        return self.region.site.language

    def address(self, path: str) -> str:
        """The absolute address of a path of the site."""
        return f"{self.base_url}/{path}"

    def cached(self, make: Callable[[str], str], text: str, kind: str) -> str:
        """`make(text)`, of an earlier build where it made it. kind: says which `make`."""
        return self.results.cached(text_key(kind, text), lambda: make(text).encode()).decode()

    def image(
        self, photo: Photo, use: str, *, alt: str, caption: str = "", credit: str = "", licence: str = ""
    ) -> Image:
        """A photo in one use, with its words; its own credit and licence win."""
        picture = self.pictures.order(photo.path, use, photo.focus)
        return Image(
            picture=picture,
            alt=alt,
            sizes=SIZES[use],
            caption=caption,
            credit=photo.credit or credit,
            licence=photo.licence or licence,
        )

    def office_url(self, text: str, *, root: str) -> str:
        """A message to the office, prepared but not sent; its contact page while it has no number or e-mail."""
        office = self.region.site.office
        if office.whatsapp:
            return whatsapp_url(office.whatsapp, text)
        if office.email:
            return f"mailto:{office.email}?subject={quote(self.region.site.name)}&body={quote(text)}"
        return f"{root}{CONTACT_PAGE}/"


def text_key(kind: str, text: str) -> bytes:
    """The key of what one kind of work makes of a text."""
    return digest(kind.encode(), text.encode())


def shown_number(number: str) -> str:
    """A number (digits, country code) as people read it: `+62 812-0000-0000`."""
    if not number.startswith("62"):
        return f"+{number}"
    groups = (number[2:5], number[5:9], number[9:])
    return f"+62 {'-'.join(filter(None, groups))}"


def whatsapp_url(number: str, text: str) -> str:
    """A chat with a number (digits, country code), or with nobody chosen yet for "", holding a draft."""
    return f"https://wa.me/{number}?text={quote(text)}"


def licence_of(name: str, given: str) -> str:
    """The licence line of a creator's photos."""
    return given or _("Hak cipta %(name)s, ditampilkan dengan izin") % {"name": name}
