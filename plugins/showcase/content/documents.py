"""News and pages: the office's own texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..diagnostics.collector import Notes, quoted
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
from .folders import FORBIDDEN, POINTER, UNUSABLE, is_litter
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
        notes = Notes(name)
        notes.fault("P022", None, f"folder {name} {POINTER}")
        return (), notes.faults
    if not folder.is_dir():
        notes = Notes(name)
        if folder.exists():
            notes.fault("D101", None, f"{name} bukan folder. Hapus berkas itu.")
        return (), notes.faults
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    too_many = Notes(name)
    if len(entries) > MOST_FILES:
        message = f"{len(entries)} berkas, paling banyak {MOST_FILES}; sisanya tidak dibaca."
        too_many.fault("P018", None, message)
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
    faults += too_many.faults
    found: list[Document] = []
    used: set[str] = set()
    addresses: dict[str, str] = {}
    for entry in entries:
        if is_litter(entry.name) or entry.name in pictures:
            continue
        notes = Notes(f"{name}/{entry.name}")
        if FORBIDDEN.search(entry.name):
            notes.fault("P027", None, UNUSABLE.format(quoted(entry.name)))
        elif entry.is_symlink() or not entry.is_file() or entry.suffix.lower() != ".md":
            notes.fault("D101", None, f"{quoted(entry.name)} bukan tulisan (.md) dan bukan foto. Hapus atau pindahkan.")
        else:
            shelf = Shelf(pictures, notes)
            document = _read(entry, name, shelf, notes, today)
            used |= shelf.used
            first = addresses.setdefault(document.slug, entry.name)
            if first != entry.name:
                message = f"alamatnya sama dengan {quoted(first)}: tanggal di nama berkas tidak ikut. Ganti namanya."
                notes.fault("D105", None, message, found=entry.name)
            if not notes.has_faults:
                found.append(document)
        faults += notes.faults
    for left in sorted(set(pictures) - used):
        notes = Notes(f"{name}/{left}")
        notes.fault(
            "P307",
            None,
            "foto ini tidak dipakai, tetapi tetap terbuka untuk umum. Pakai, atau hapus berkasnya.",
            found=left,
        )
        faults += notes.faults
    if name == "kabar":
        return tuple(sorted(found, key=lambda d: (d.published or date.min, d.slug), reverse=True)), faults
    return in_menu_order(found), faults


def in_menu_order(pages: Iterable[Document]) -> tuple[Document, ...]:
    """Pages as the menu lists them; those that are not in it come last."""
    return tuple(sorted(pages, key=lambda page: (page.order == 0, page.order, page.slug)))


def _read(path: Path, kind: str, shelf: Shelf, notes: Notes, today: date) -> Document:
    """One document; its faults are in `notes`."""
    parts = split(own_bytes(path, LARGEST_FILE + 1), notes)
    fields = Fields(read_front_matter(parts.head, parts.head_line, DOCUMENT, notes), DOCUMENT, notes, NO_WORDS, today)
    dated = DATED.fullmatch(path.stem)
    slug = dated[2] if dated and kind == "kabar" else path.stem
    published = fields.day("tanggal") or (read_date(dated[1]) if dated else None)
    _check_name(path, slug, kind, notes)
    if (parts.head or not notes.has_faults) and fields.entry("judul") is None:
        notes.fault(
            "P102",
            fields.table.get("judul"),
            "belum ada: judul halaman. Misalnya judul: Tentang direktori",
            key="judul",
        )
    if kind == "kabar" and published is None and not notes.has_faults:
        notes.fault(
            "D103",
            None,
            "kabar tanpa tanggal. Tulis tanggal: tahun-bulan-hari, atau awali nama berkas dengannya.",
            key="tanggal",
        )
    node = fields.node("foto")
    photo = shelf.photo(node, "foto", focus=fields.choice("fokus"), credit=fields.line("kredit_foto")) if node else None
    check_story(parts.story, parts.story_line, shelf, notes, private=False)
    if parts.head and not parts.story:
        notes.fault("D104", None, "tulisan ini tanpa isi. Tulis isinya di bawah --- kedua.")
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
        source_url=_source_url(fields, notes),
        story=parts.story,
        story_line=parts.story_line,
        pictures=tuple(sorted(shelf.files.items())),
    )


def _check_name(path: Path, slug: str, kind: str, notes: Notes) -> None:
    """A document's file name is its address."""
    if not SLUG.fullmatch(slug):
        fix = f"{slugify(slug)}.md"
        notes.fault(
            "D102",
            None,
            f"nama berkas {quoted(path.name)} menjadi alamat halaman: huruf kecil, angka, dan tanda hubung.",
            found=path.name,
            fix=fix,
        )
    elif kind == "halaman" and slug in TAKEN:
        notes.fault(
            "D102",
            None,
            f"alamat {quoted(slug)} sudah dipakai situs ini sendiri. Ganti nama berkasnya.",
            found=path.name,
        )


def _source_url(fields: Fields, notes: Notes) -> str:
    """Where a text comes from: any https address, since a source need not be a channel or a work."""
    node = fields.node("tautan_sumber")
    if node is None:
        return ""
    read = read_link(node.text)
    if not isinstance(read, Refusal):
        return read.canonical
    if re.fullmatch(r"https://[a-z0-9.-]+/[!-~]*", node.text) and read.code.startswith(("L3", "L4")):
        return node.text
    notes.fault(read.code, node, read.message, key="tautan_sumber", found=node.text, fix=read.fix)
    return ""
