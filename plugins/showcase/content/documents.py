"""News and pages: the office's own texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector, fault_at
from ..diagnostics.fault import Fault
from ..frontmatter.source import LARGEST_FILE, split
from ..links import read_link
from ..links.model import Refusal
from ..profiles.model import Document
from ..profiles.photos import OTHER_PICTURES, PICTURE_SUFFIXES, PictureFolder, file_faults
from ..profiles.story import check_story
from ..region.model import Site
from ..schema.builder import build
from ..schema.fields import Fields
from ..schema.keys import DOCUMENT
from ..schema.reading import read_front_matter
from ..schema.values import SLUG, read_date
from ..text.bounded_file import own_bytes
from ..text.similarity import slugify
from .filenames import is_portable
from .folders import is_litter
from .placeholders import FILLED, check_placeholders, fill
from .site_file import NO_WORDS

MOST_FILES = 5_000  # of news or of pages, with their pictures
DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")
# Addresses that the site itself makes: a page of that name would take its place.
TAKEN = frozenset(
    {"kreator", "karya", "topik", "media", "kecamatan", "jasa", "tempat", "kabar", "cari", "kelola", "laporan", "data",
     "gambar", "theme", "404"}
)  # fmt: skip


def read_documents(content: Path, name: str, today: date, site: Site) -> tuple[tuple[Document, ...], list[Fault]]:
    """Every document of `content/name`, and every fault of them. News are newest first, pages in menu order.

    site: fills in what stands in braces.
    """
    folder = content / name
    if folder.is_symlink():
        return (), [fault_at("P022.folder", name, name=name)]
    if not folder.is_dir():
        return (), [fault_at("D101.folder", name, name=name)] if folder.exists() else []
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    pictures = _pictures(entries[:MOST_FILES])
    faults = file_faults(pictures, name)
    if len(entries) > MOST_FILES:
        faults.append(fault_at("P018.texts", name, count=len(entries), most=MOST_FILES))
    found: list[Document] = []
    used: set[str] = set()
    addresses: dict[str, str] = {}
    for entry in entries[:MOST_FILES]:
        if is_litter(entry.name) or entry.name in pictures:
            continue
        picture_folder = PictureFolder(pictures, DiagnosticCollector(f"{name}/{entry.name}"))
        document = _read_entry(entry, name, picture_folder, addresses, today, site)
        used |= picture_folder.used
        faults += picture_folder.diagnostics.faults
        if document and not picture_folder.diagnostics.has_faults:
            found.append(document)
    faults += [fault_at("P307.text", f"{name}/{left}", found=left) for left in sorted(set(pictures) - used)]
    if name == "kabar":
        return tuple(sorted(found, key=lambda d: (d.published or date.min, d.slug), reverse=True)), faults
    return in_menu_order(found), faults


def _pictures(entries: Iterable[Path]) -> dict[str, Path]:
    """The pictures among the files of a folder, by name."""
    return {
        entry.name: entry
        for entry in entries
        if entry.suffix.lower() in PICTURE_SUFFIXES | OTHER_PICTURES
        and is_portable(entry.name)
        and entry.is_file()
        and not entry.is_symlink()
    }


def _read_entry(
    entry: Path, kind: str, picture_folder: PictureFolder, addresses: dict[str, str], today: date, site: Site
) -> Document | None:
    """The document in a file, None if it holds none. addresses: files by the slug that they have taken."""
    diagnostics = picture_folder.diagnostics
    if not is_portable(entry.name):
        diagnostics.add("P027", None, name=entry.name)
        return None
    if entry.is_symlink() or not entry.is_file() or entry.suffix.lower() != ".md":
        diagnostics.add("D101.file", None, name=entry.name)
        return None
    document = _read(entry, kind, picture_folder, today, site)
    first = addresses.setdefault(document.slug, entry.name)
    if first != entry.name:
        diagnostics.add("D105", None, found=entry.name, other=first)
    return document


def in_menu_order(pages: Iterable[Document]) -> tuple[Document, ...]:
    """Pages as the menu lists them; those that are not in it come last."""
    return tuple(sorted(pages, key=lambda page: (page.order == 0, page.order, page.slug)))


def _read(path: Path, kind: str, picture_folder: PictureFolder, today: date, site: Site) -> Document:
    """One document; its faults are in the collector of `picture_folder`."""
    diagnostics = picture_folder.diagnostics
    parts = split(own_bytes(path, LARGEST_FILE + 1), diagnostics)
    table = read_front_matter(parts.head, parts.head_line, DOCUMENT, diagnostics)
    fields = Fields(table, DOCUMENT, diagnostics, NO_WORDS, today)
    dated = DATED.fullmatch(path.stem)
    slug = dated[2] if dated and kind == "kabar" else path.stem
    published = fields.day("tanggal") or (read_date(dated[1]) if dated else None)
    _check_name(path, slug, kind, diagnostics)
    _check_needed(fields, kind, published, has_head=bool(parts.head))
    node = fields.node("foto")
    photo = (
        picture_folder.photo(node, "foto", focus=fields.choice("fokus"), credit=fields.line("kredit_foto"))
        if node
        else None
    )
    check_story(parts.story, parts.story_line, picture_folder, diagnostics)
    check_placeholders(parts.story, parts.story_line, map(fields.node, FILLED), site, diagnostics)
    if parts.head and not parts.story:
        diagnostics.add("D104", None)
    document = build(
        Document, fields, slug=slug, source=f"{kind}/{path.name}", folder=path.parent, published=published, photo=photo,
        for_office=fields.choice("untuk") == "office", source_url=_source_url(fields, diagnostics),
        story=parts.story, story_line=parts.story_line, pictures=tuple(sorted(picture_folder.files.items())),
    )  # fmt: skip
    return fill(document, site)


def _check_needed(fields: Fields, kind: str, published: date | None, *, has_head: bool) -> None:
    """A title, and for news a day; nothing more is said of a file that could not be read."""
    diagnostics = fields.diagnostics
    if has_head or not diagnostics.has_faults:
        fields.check_needed()
    if kind == "kabar" and published is None and not diagnostics.has_faults:
        diagnostics.add("D103", None, key="tanggal")


def _check_name(path: Path, slug: str, kind: str, diagnostics: DiagnosticCollector) -> None:
    """A document's file name is its address."""
    if not SLUG.fullmatch(slug):
        diagnostics.add("D102.letters", None, found=path.name, fix=f"{slugify(slug)}.md")
    elif kind == "halaman" and slug in TAKEN:
        diagnostics.add("D102.taken", None, found=path.name, slug=slug)


def _source_url(fields: Fields, diagnostics: DiagnosticCollector) -> str:
    """Where a text comes from: any https address, since a source need not be a channel or a work."""
    node = fields.node("tautan_sumber")
    if node is None:
        return ""
    read = read_link(node.text)
    if not isinstance(read, Refusal):
        return read.canonical
    if re.fullmatch(r"https://[a-z0-9.-]+/[!-~]*", node.text) and read.code.startswith(("L3", "L4")):
        return node.text
    diagnostics.add_worded(read.code, node, read.message, key="tautan_sumber", found=node.text, fix=read.fix)
    return ""
