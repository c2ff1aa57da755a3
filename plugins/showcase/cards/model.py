"""Cards: all that a template may see. Every text is final, every path relative to the site's root.

A path never starts with a slash and a page's path ends with one (`kreator/rina/`); a template
writes `{{ root }}{{ card.path }}`, so a built site works in any folder of any host.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..links.model import Link
from ..pictures.model import Picture

Shape = Literal["wide", "tall", "portrait", "square", "own"]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its words. sizes: the `sizes` attribute. caption may be ""; alt may be "" only if decorative."""

    picture: Picture
    alt: str
    sizes: str
    caption: str = ""
    credit: str = ""
    licence: str = ""


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
    player: a youtube-nocookie embed address, "" where a tap must open the platform instead.
    action: "Tonton di YouTube". date, date_iso: shown and machine form, or "".
    """

    key: str
    title: str
    kind: str
    url: str
    platform: str
    platform_label: str
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


@dataclass(frozen=True, slots=True)
class StoryText:
    """Sanitised HTML of ordinary Markdown; the only value a template may mark safe."""

    html: str


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A known platform's link that stood alone in its paragraph."""

    card: WorkCard | None
    channel: ChannelCard | None


@dataclass(frozen=True, slots=True)
class StoryPicture:
    """A picture of the folder that stood alone in its paragraph."""

    image: Image


StoryPart = StoryText | StoryLink | StoryPicture
# What a link that stands alone, or a picture's file name, text and title, is shown as; None leaves it text.
MakeLink = Callable[[Link, str], StoryPart | None]
MakePicture = Callable[[str, str, str], StoryPart | None]


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
    """A creator who offers a service: what a buyer asks first. facets: kind -> keys, for the filter; url: absolute."""

    card: CreatorCard
    rate: str
    barter: bool
    serves: str
    contact: Contact
    url: str
    facets: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A link in a few words."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class CreatorPage:
    """Everything on one profile page, in the order of reading."""

    card: CreatorCard
    portrait: Image | None
    other_names: tuple[str, ...]
    contact: Contact
    featured: tuple[WorkCard, ...]
    works: tuple[WorkCard, ...]
    story: tuple[StoryPart, ...]
    district: Term | None
    village: str
    languages: tuple[str, ...]
    services: tuple[Term, ...]
    rate: str
    barter: bool
    serves: str
    channels: tuple[ChannelCard, ...]
    communities: tuple[CreatorCard, ...]
    members: tuple[CreatorCard, ...]
    member_count: str
    joined: str
    checked: str
    consent: str
    licence: str
    portrait_credit: str
    correction_url: str
    removal_url: str
    share_url: str
    share_whatsapp: str
    qr_svg: str
    manage: tuple[Way, ...] = ()


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
class DocumentCard:
    """A news item or a page, opened. source_name, source_url: where the facts come from, or ""."""

    title: str
    summary: str
    date: str
    date_iso: str
    author: str
    image: Image | None
    story: tuple[StoryPart, ...]
    source_name: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One group of filters. terms carry their counts."""

    key: str
    label: str
    terms: tuple[Term, ...]
