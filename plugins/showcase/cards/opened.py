"""Types of the values that the page of a profile, a news item or a text of the office shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..links.model import Link
from .lists import CreatorList, Gallery
from .model import ChannelCard, Contact, CreatorCard, Image, Term, Way


@dataclass(frozen=True, slots=True)
class StoryText:
    """Sanitised HTML of ordinary Markdown; the only value a template may mark safe."""

    html: str


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A known platform's link that stood alone in its paragraph."""

    works: Gallery | None
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
class CreatorPage:
    """Everything on one profile page, in the order of reading. facts: label and text."""

    card: CreatorCard
    portrait: Image | None
    other_names: tuple[str, ...]
    contact: Contact
    featured: Gallery | None
    works: Gallery | None
    story: tuple[StoryPart, ...]
    district: Term | None
    village: str
    languages: tuple[str, ...]
    services: tuple[Term, ...]
    rate: str
    barter: bool
    facts: tuple[tuple[str, str], ...]
    channels: tuple[ChannelCard, ...]
    communities: CreatorList | None
    members: CreatorList | None
    member_count: str
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
