"""A directory's content, typed: what leaves the reading room.

Code says `Creator` where the files say `kreator`; the rows of `schema/keys.py` say which key fills which field, and a
field that no key has filled is as its default says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from ..diagnostics.fault import Fault
from ..links.model import Link
from ..region.model import Region

CreatorKind = Literal["person", "community"]
Status = Literal["published", "hidden", "withdrawn", "sample"]
Scope = Literal["photo", "contact", "works"]
ContactVia = Literal["instagram", "tiktok", "facebook", "youtube", "whatsapp", "email", "office", "none"]


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture file of the content. line: where it is named, 1-based, or None if it was found unnamed."""

    path: Path
    focus: str = ""
    credit: str = ""
    licence: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work: a link, or photos (one: a picture; more: an album), in display order.

    place, service, topics: keys of the region's lists. cover: a picture that stands for the link.
    """

    title: str = ""
    link: Link | None = None
    photos: tuple[Photo, ...] = ()
    cover: Photo | None = None
    topics: tuple[str, ...] = ()
    published: date | None = None
    place: str = ""
    service: str = ""
    description: str = ""
    credit: str = ""
    licence: str = ""
    line: int


@dataclass(frozen=True, slots=True)
class Consent:
    """The recorded consent; the proof itself stays in the office. expires: last day, or None."""

    given: date
    form: str
    scope: frozenset[Scope]
    guardian: bool
    expires: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Creator:
    """One profile as typed values. Everything optional is empty, never absent.

    source: `kreator/<slug>/index.md`, relative to the content folder, forward slashes.
    district: key of a district, `luar`, or "". village: its name, or "".
    serves: district keys; all of them for `semua`. rate_from: whole rupiah.
    story: Markdown; story_line: the line of the file on which it starts.
    pictures: every picture file of the folder, by name (what a story may show).
    """

    slug: str
    source: str
    folder: Path
    name: str = ""
    other_names: tuple[str, ...] = ()
    kind: CreatorKind = "person"
    communities: tuple[str, ...] = ()
    member_count: int | None = None
    tagline: str = ""
    portrait: Photo | None = None
    district: str = ""
    village: str = ""
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    crafts: tuple[str, ...] = ()
    channels: tuple[Link, ...] = ()
    works: tuple[Work, ...] = ()
    services: tuple[str, ...] = ()
    rate_from: int | None = None
    barter: bool = False
    serves: tuple[str, ...] = ()
    open_to_work: bool = True
    contact: ContactVia | Literal[""] = ""
    whatsapp: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    consent: Consent | None = None
    joined: date | None = None
    checked: date | None = None
    status: Status = "published"
    old_slugs: tuple[str, ...] = ()
    licence: str = ""
    story: str
    story_line: int
    pictures: tuple[tuple[str, Path], ...] = ()

    @property
    def is_sample(self) -> bool:
        """True for `status: contoh`."""
        return self.status == "sample"


@dataclass(frozen=True, slots=True)
class Gone:
    """A profile that must leave no trace: withdrawn, or its consent has run out. No personal data.

    is_sample: shows what withdrawing looks like; nobody's loss.
    """

    slug: str
    source: str
    since: date | None
    old_slugs: tuple[str, ...] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A news item or a page: the office's own text.

    source: relative to the content folder. published: the day, for news. summary: one line, or "".
    story, story_line: as in Creator. order: place in the menu; 0 keeps it out.
    for_office: a paper of those who look after the site, for no menu and no search engine.
    """

    slug: str
    source: str
    folder: Path
    title: str = ""
    summary: str = ""
    published: date | None = None
    author: str = ""
    photo: Photo | None = None
    menu: str = ""
    order: int = 0
    source_name: str = ""
    source_url: str = ""
    story: str
    story_line: int
    pictures: tuple[tuple[str, Path], ...] = ()
    for_office: bool = False


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that is published as it is. path: where, relative to the site, forward slashes."""

    path: str
    file: Path


@dataclass(frozen=True, slots=True)
class Month:
    """What there was at the end of a month, `2026-11`. counts: by name, sorted."""

    month: str
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything read from the content folder. creators: the sound ones, by slug, hidden ones and samples too.

    faults: faults and suggestions, sorted. held_back: slugs of the profiles that a fault keeps out.
    texts_held_back: files of news and pages, and static ones, that a fault keeps out. history: months on record,
    oldest first. static: what is published as it is.
    """

    region: Region
    creators: tuple[Creator, ...]
    gone: tuple[Gone, ...]
    news: tuple[Document, ...]
    pages: tuple[Document, ...]
    faults: tuple[Fault, ...]
    held_back: tuple[str, ...]
    history: tuple[Month, ...] = ()
    texts_held_back: tuple[str, ...] = ()
    static: tuple[StaticFile, ...] = ()
