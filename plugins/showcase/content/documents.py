"""News and pages: the office's own texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector, fault_at
from ..diagnostics.fault import Fault
from ..frontmatter.parser import read_front_matter
from ..frontmatter.source import LARGEST_FILE, split
from ..links import read_link
from ..links.model import Refusal
from ..profiles.model import Document
from ..profiles.photos import OTHER_PICTURES, PICTURE_SUFFIXES, Shelf, picture_faults
from ..profiles.story import check_story
from ..schema.fields import Fields
from ..schema.keys import DOCUMENT
from ..schema.split import SLUG
from ..schema.values import read_date
from ..text.bounded_file import own_bytes
from ..text.similarity import slugify
from .folders import FORBIDDEN, is_litter
from .site_file import NO_WORDS

MOST_FILES = 5_000  # of news or of pages, with their pictures
DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")
# Addresses that the site itself makes: a page of that name would take its place.
TAKEN = frozenset(
    {
        "kreator",
        "karya",
        "topik",
        "media",
        "kecamatan",
        "jasa",
        "tempat",
        "kabar",
        "cari",
        "kelola",
        "laporan",
        "data",
        "gambar",
        "theme",
        "404",
    }
)


def read_documents(content: Path, name: str, today: date) -> tuple[tuple[Document, ...], list[Fault]]:
    """Every document of `content/name`, and every fault of them. News are newest first, pages in menu order."""
    folder = content / name
    if folder.is_symlink():
        return (), [fault_at("P022.folder", name, name=name)]
    if not folder.is_dir():
        return (), [fault_at("D101.folder", name, name=name)] if folder.exists() else []
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    too_many: list[Fault] = []
    if len(entries) > MOST_FILES:
        too_many.append(fault_at("P018.texts", name, count=len(entries), most=MOST_FILES))
        entries = entries[:MOST_FILES]
    pictures = {
        e.name: e
        for e in entries
        if e.suffix.lower() in PICTURE_SUFFIXES | OTHER_PICTURES
        and not FORBIDDEN.search(e.name)
        and e.is_file()
        and not e.is_symlink()
    }
    faults, _ = picture_faults(pictures, name)
    faults += too_many
    found: list[Document] = []
    used: set[str] = set()
    addresses: dict[str, str] = {}
    for entry in entries:
        if is_litter(entry.name) or entry.name in pictures:
            continue
        diagnostics = DiagnosticCollector(f"{name}/{entry.name}")
        if FORBIDDEN.search(entry.name):
            diagnostics.add("P027", None, name=entry.name)
        elif entry.is_symlink() or not entry.is_file() or entry.suffix.lower() != ".md":
            diagnostics.add("D101.file", None, name=entry.name)
        else:
            shelf = Shelf(pictures, diagnostics)
            document = _read(entry, name, shelf, diagnostics, today)
            used |= shelf.used
            first = addresses.setdefault(document.slug, entry.name)
            if first != entry.name:
                diagnostics.add("D105", None, found=entry.name, other=first)
            if not diagnostics.has_faults:
                found.append(document)
        faults += diagnostics.faults
    faults += [fault_at("P307.text", f"{name}/{left}", found=left) for left in sorted(set(pictures) - used)]
    if name == "kabar":
        return tuple(sorted(found, key=lambda d: (d.published or date.min, d.slug), reverse=True)), faults
    return in_menu_order(found), faults


def in_menu_order(pages: Iterable[Document]) -> tuple[Document, ...]:
    """Pages as the menu lists them; those that are not in it come last."""
    return tuple(sorted(pages, key=lambda page: (page.order == 0, page.order, page.slug)))


def _read(path: Path, kind: str, shelf: Shelf, diagnostics: DiagnosticCollector, today: date) -> Document:
    """One document; its faults are in `diagnostics`."""
    parts = split(own_bytes(path, LARGEST_FILE + 1), diagnostics)
    table = read_front_matter(parts.head, parts.head_line, DOCUMENT, diagnostics)
    fields = Fields(table, DOCUMENT, diagnostics, NO_WORDS, today)
    dated = DATED.fullmatch(path.stem)
    slug = dated[2] if dated and kind == "kabar" else path.stem
    published = fields.day("tanggal") or (read_date(dated[1]) if dated else None)
    _check_name(path, slug, kind, diagnostics)
    if (parts.head or not diagnostics.has_faults) and fields.entry("judul") is None:
        key = fields.keys["judul"]
        diagnostics.add("P102.missing", fields.table.get("judul"), key="judul", what=key.help, example=key.example)
    if kind == "kabar" and published is None and not diagnostics.has_faults:
        diagnostics.add("D103", None, key="tanggal")
    node = fields.node("foto")
    photo = shelf.photo(node, "foto", focus=fields.choice("fokus"), credit=fields.line("kredit_foto")) if node else None
    check_story(parts.story, parts.story_line, shelf, diagnostics, private=False)
    if parts.head and not parts.story:
        diagnostics.add("D104", None)
    return Document(
        slug=slug,
        source=f"{kind}/{path.name}",
        folder=path.parent,
        title=fields.line("judul"),
        summary=fields.line("ringkasan"),
        published=published,
        author=fields.line("penulis"),
        photo=photo,
        menu=fields.line("menu"),
        order=fields.number("urutan") or 0,
        for_office=fields.choice("untuk") == "office",
        source_name=fields.line("sumber"),
        source_url=_source_url(fields, diagnostics),
        story=parts.story,
        story_line=parts.story_line,
        pictures=tuple(sorted(shelf.files.items())),
    )


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
