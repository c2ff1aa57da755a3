"""Cards: all that a template may see. Every text is final, every path relative to the site's root.

A path never starts with a slash and a page's path ends with one (`kreator/rina/`); a template
writes `{{ root }}{{ card.path }}`, so a built site works in any folder of any host.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..pictures.model import Picture, Source

Shape = Literal["wide", "tall", "portrait", "square", "own"]
# Width by height of covers that keep their own ratio, in tenths: works.css lays out each of these, and no other.
RATIOS = (5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 18, 21, 25, 30)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its words. sizes: the `sizes` attribute. caption may be ""; alt may be "" only if decorative."""

    picture: Picture
    alt: str
    sizes: str
    caption: str = ""
    credit: str = ""
    licence: str = ""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The formats that offer a browser something other than the fallback."""
        fallback = (self.picture.fallback.path,)
        return tuple(one for one in self.picture.sources if tuple(variant.path for variant in one.variants) != fallback)


@dataclass(frozen=True, slots=True)
class Monogram:
    """Stands where no portrait is. initials: 1-2 characters. tint: 0-7, stable for a slug."""

    initials: str
    tint: int


@dataclass(frozen=True, slots=True)
class Term:
    """A value of a facet. kind: `topic medium district service language place`. icon: sprite id or ""; so is path."""

    kind: str
    key: str
    label: str
    path: str
    icon: str = ""
    count: int = 0
    description: str = ""


@dataclass(frozen=True, slots=True)
class CreatorCard:
    """A creator in a list. where: "Keciput, Sijuk" or "". facets: kind -> keys, for the filter; words: for search."""

    slug: str
    path: str
    name: str
    tagline: str
    where: str
    portrait: Image | None
    monogram: Monogram
    topics: tuple[Term, ...]
    media: tuple[Term, ...]
    is_community: bool
    is_sample: bool
    open_to_work: bool
    facets: tuple[tuple[str, tuple[str, ...]], ...]
    words: str

    @property
    def main_topics(self) -> tuple[Term, ...]:
        """Those that a list has room for."""
        return self.topics[:2]


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A platform card: the creator's own channel. hint: what kind of page opens ("Kanal YouTube")."""

    platform: str
    label: str
    icon: str
    handle: str
    hint: str
    url: str


@dataclass(frozen=True, slots=True)
class WorkCard:
    """A work in a list or on a profile.

    key: unique on the site, usable as an element id. url: the platform's address, "" for photos.
    cover: the picture, or None: then a drawn cover by platform and kind is shown (icon, label).
    photos: pictures of a photo work or album at their own ratio, large enough for a lightbox.
    face: what the cover says it is: how many photos, else the platform.
    player: a youtube-nocookie embed address, "" where a tap must open the platform instead.
    action: "Tonton di YouTube". date, date_iso: shown and machine form, or "".
    """

    key: str
    title: str
    kind: str
    url: str
    platform: str
    platform_label: str
    face: str
    icon: str
    shape: Shape
    cover: Image | None
    photos: tuple[Image, ...]
    player: str
    action: str
    creator: str
    creator_path: str
    topics: tuple[Term, ...]
    place: Term | None
    service: Term | None
    date: str
    date_iso: str
    caption: str
    credit: str
    licence: str

    @property
    def album(self) -> tuple[tuple[int, Image], ...]:
        """The photos after the first, numbered as people count."""
        return tuple(enumerate(self.photos[1:], start=2))

    @property
    def tenths(self) -> int:
        """The nearest of RATIOS for a cover that keeps its own; 0 for all others."""
        if self.shape != "own" or self.cover is None:
            return 0
        exact = 10 * self.cover.picture.width / self.cover.picture.height
        return min(RATIOS, key=lambda ratio: abs(ratio - exact))


@dataclass(frozen=True, slots=True)
class Contact:
    """The main button of a profile. kind: `whatsapp instagram … office closed none`. note: small print or ""."""

    kind: str
    icon: str
    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A creator who offers a service: what a buyer asks first. facets: kind -> keys, for the filter."""

    card: CreatorCard
    rate: str
    barter: bool
    serves: str
    contact: Contact
    facets: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A link in a few words."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class NewsCard:
    """A news item in a list."""

    path: str
    title: str
    summary: str
    date: str
    date_iso: str
    image: Image | None


@dataclass(frozen=True, slots=True)
class Facet:
    """One group of filters. terms carry their counts."""

    key: str
    label: str
    terms: tuple[Term, ...]
