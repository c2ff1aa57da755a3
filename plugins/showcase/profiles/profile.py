"""One folder -> one creator, or one who has withdrawn; and every fault of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from ..diagnostics.collector import DiagnosticCollector, fault_at
from ..diagnostics.fault import Fault
from ..frontmatter.source import LARGEST_FILE, Parts, split
from ..links.model import Link
from ..region.vocabulary import EVERYWHERE, Vocabulary
from ..schema.builder import build
from ..schema.entries import Table, texts_below
from ..schema.fields import MOST_PARTS, Fields
from ..schema.keys import PROFILE
from ..schema.reading import read_front_matter
from ..schema.split import split_values, texts_of
from ..schema.values import slug_in
from ..text.bounded_file import own_bytes
from .consent import EVERYTHING, read_consent
from .copies import photo_again
from .linking import read_channels
from .model import Consent, Creator, Gone, Photo, Scope, Status
from .photos import PictureFolder
from .residence import read_residence
from .rules import check_profile
from .story import check_private, check_story, private_texts
from .withdrawn import read_withdrawn
from .works import read_works


@dataclass(frozen=True, slots=True)
class Folder:
    """A profile's folder as found. source: path of its file, relative to the content. pictures: name -> file.

    held: the bytes of its file, or None where memory has no room for them.
    """

    slug: str
    path: Path
    source: str
    held: bytes | None
    pictures: Mapping[str, Path]

    def data(self) -> bytes:
        """The bytes of its file, one more than allowed at most; none if it has just been taken away."""
        if self.held is not None:
            return self.held
        try:
            return own_bytes(self.path / Path(self.source).name, LARGEST_FILE + 1)
        except OSError:
            return b""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something stands that rules across profiles ask about. value: a link's canonical form, or a slug."""

    value: str
    text: str
    line: int
    column: int
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What came out of one folder. Exactly one of creator and gone, or neither if a fault forbids it."""

    slug: str
    source: str
    creator: Creator | None
    gone: Gone | None
    faults: tuple[Fault, ...]
    channels: tuple[Mark, ...] = ()
    communities: tuple[Mark, ...] = ()
    old_slugs: tuple[Mark, ...] = ()


def read_profile(folder: Folder, words: Vocabulary, today: date, *, grace_days: int) -> Read:
    """Read a profile's folder. Never raises for what is in it."""
    diagnostics = DiagnosticCollector(folder.source)
    parts = split(folder.data(), diagnostics)
    if parts.withdrawn:
        gone, faults = read_withdrawn(folder.slug, folder.source, parts, folder.pictures)
        return Read(folder.slug, folder.source, None, gone, faults)
    table = read_front_matter(parts.head, parts.head_line, PROFILE, diagnostics)
    return _Profile(folder, parts, table, diagnostics, words, today, grace_days).read()


class _Profile:
    """The steps from a table of entries to a creator; each note is at the entry that it is about."""

    def __init__(
        self,
        folder: Folder,
        parts: Parts,
        table: Table,
        diagnostics: DiagnosticCollector,
        words: Vocabulary,
        today: date,
        grace_days: int,
    ) -> None:
        self.folder = folder
        self.parts = parts
        self.diagnostics = diagnostics
        self.words = words
        self.private = private_texts(words.area_codes)
        self.today = today
        self.grace_days = grace_days
        self.fields = Fields(table, PROFILE, diagnostics, words, today)
        self.picture_folder = PictureFolder(folder.pictures, diagnostics)

    def read(self) -> Read:
        """Everything, in the order in which things depend on one another."""
        fields, diagnostics = self.fields, self.diagnostics
        status = cast("Status", fields.choice("status") or "published")
        channels = read_channels(entry, diagnostics) if (entry := fields.entry("akun")) else ()
        works = (
            read_works(entry, self.picture_folder, diagnostics, self.words, self.today)
            if (entry := fields.entry("karya"))
            else ()
        )
        check_story(self.parts.story, self.parts.story_line, self.picture_folder, diagnostics, self.private)
        portrait = self._portrait()
        consent, scope = self._consent(status)
        if self._is_readable():
            fields.check_needed(but="persetujuan")
        self._private()
        district, village = read_residence(fields)
        creator = build(
            Creator, fields, slug=self.folder.slug, source=self.folder.source, folder=self.folder.path,
            pictures=tuple(sorted(self.folder.pictures.items())), portrait=portrait, district=district, village=village,
            channels=tuple(link for link, _ in channels), works=works, serves=self._serves(), consent=consent,
            status=status, story=self.parts.story, story_line=self.parts.story_line,
        )  # fmt: skip
        check_profile(creator, fields, self.folder.pictures, scope)
        return Read(
            self.folder.slug,
            self.folder.source,
            None if diagnostics.has_faults else creator,
            None,
            (*diagnostics.faults, *self._unused()),
            tuple(Mark(link.canonical, node.text, node.line, node.column, link) for link, node in channels),
            self._marks("komunitas"),
            self._marks("alamat_lama"),
        )

    def _portrait(self) -> Photo | None:
        """The picture named by `foto`, or the only one that nothing else uses."""
        fields = self.fields
        focus, credit = fields.choice("fokus"), fields.line("kredit_foto")
        licence = fields.line("lisensi") if fields.entry("lisensi") else ""
        node = fields.node("foto")
        if node is not None:
            return self.picture_folder.photo(node, "foto", focus=focus, credit=credit, licence=licence)
        left = self.picture_folder.unused
        if len(left) == 1 and fields.entry("foto") is None:
            self.picture_folder.used.add(left[0])
            return Photo(self.picture_folder.files[left[0]], focus, credit, licence)
        return None

    def _unused(self) -> list[Fault]:
        """Every picture that nothing uses: it is public all the same."""
        faults: list[Fault] = []
        for name in self.picture_folder.unused:
            path = f"{self.folder.source.rpartition('/')[0]}/{name}"
            if first := photo_again(name, self.picture_folder.files):
                faults.append(fault_at("P307.copy", path, found=name, fix=first))
            elif self.fields.entry("foto"):
                faults.append(fault_at("P307.profile", path, found=name))
            else:
                faults.append(fault_at("P307.portrait", path, found=name, profile=self.folder.source))
        return faults

    def _consent(self, status: Status) -> tuple[Consent | None, frozenset[Scope] | None]:
        """The consent, and what may be shown: None where nothing about that could be read."""
        entry = self.fields.entry("persetujuan")
        if entry:
            return read_consent(entry, self.diagnostics, self.words, self.today, grace_days=self.grace_days)
        if status == "sample":
            return None, EVERYTHING
        if self._is_readable():
            self.diagnostics.add("P501.missing", self.fields.table.get("persetujuan"), key="persetujuan")
        return None, None

    def _is_readable(self) -> bool:
        """False where the front matter could not be found: nothing more is said of what it lacks."""
        return bool(self.parts.head) or not self.diagnostics.has_faults

    def _private(self) -> None:
        """No text of the front matter gives away what must stay private."""
        for key, node in texts_below(self.fields.table):
            if key.kind in ("line", "lines"):
                at = (node.line, node.column)
                check_private(node.text, *at, self.diagnostics, self.private, key=key.name)

    def _serves(self) -> tuple[str, ...]:
        """Districts served; all of them for `semua`."""
        chosen = self.fields.choices("melayani")
        everything = tuple(dict.fromkeys(self.words.districts.values()))
        return everything if EVERYWHERE in chosen else chosen

    def _marks(self, name: str) -> tuple[Mark, ...]:
        """The folder names of a list with their places, for the rules across profiles."""
        entry = self.fields.entry(name)
        parts = texts_of(entry, split_values)[:MOST_PARTS] if entry else ()
        return tuple(Mark(slug, part.text, part.line, part.column) for part in parts if (slug := slug_in(part.text)))
