"""The works of a profile: links and photos, in display order."""

from __future__ import annotations

from datetime import date

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..links.model import Link
from ..region.vocabulary import Vocabulary
from ..schema.builder import build
from ..schema.entries import Entry, Items, Table
from ..schema.fields import Fields
from ..schema.keys import WORK
from .linking import Placed, link_texts, read_work_link, split_links, without_repeats
from .model import Photo, Work
from .photos import PictureFolder, read_photos


def read_works(
    entry: Entry, picture_folder: PictureFolder, diagnostics: DiagnosticCollector, words: Vocabulary, today: date
) -> tuple[Work, ...]:
    """Every sound work under `karya`; each fault is at its own line."""
    found: list[tuple[Work, Placed | None]] = []
    for node in _nodes(entry):
        if isinstance(node, Text):
            link = read_work_link(node, diagnostics)
            if link:
                found.append((Work(link=link, line=node.line), (link, node)))
        elif isinstance(node, Table):
            found += _read_table(node, picture_folder, diagnostics, words, today)
    most = entry.key.limits[1] if entry.key else len(found)
    if len(found) > most:
        diagnostics.add("P116.works", (found[most][0].line, 1), key="karya", count=len(found), most=most)
    links = [placed for _, placed in found if placed]
    kept = {id(node) for _, node in without_repeats(links, "karya", diagnostics)}
    return tuple(work for work, placed in found[:most] if placed is None or id(placed[1]) in kept)


def _nodes(entry: Entry) -> tuple[Text | Items | Table, ...]:
    node = entry.value
    if isinstance(node, Text):
        return split_links(node)
    return node.items if isinstance(node, Items) else (node,)


def _read_table(
    table: Table, picture_folder: PictureFolder, diagnostics: DiagnosticCollector, words: Vocabulary, today: date
) -> list[tuple[Work, Placed | None]]:
    """One work written as a table: what it says of itself."""
    fields = Fields(table, WORK, diagnostics, words, today)
    credit, licence = fields.line("kredit"), fields.line("lisensi")
    link, node = _link(fields, diagnostics)
    photos = _photos(fields, picture_folder, diagnostics, credit, licence)
    cover = _cover(fields, picture_folder, diagnostics, credit, licence)
    work = build(Work, fields, link=link, photos=photos, cover=cover, credit=credit, licence=licence, line=table.line)
    _check_work(fields, table, work, diagnostics)
    if not link and not photos:
        return []
    return [(work, (link, node) if link and node else None)]


def _check_work(fields: Fields, table: Table, work: Work, diagnostics: DiagnosticCollector) -> None:
    """A work is a link or photos, and photos say what is seen."""
    has_link, has_photo = fields.entry("tautan"), fields.entry("foto")
    if not has_link and not has_photo:
        diagnostics.add("P405", table, key="karya")
    elif has_link and has_photo:
        fix = "" if fields.entry("sampul") else "sampul"
        diagnostics.add("P406.both", has_photo, key="foto", found=has_photo.name, fix=fix)
    if work.photos and not work.description:
        diagnostics.add("P311.work", has_photo or table, key="keterangan")


def _link(fields: Fields, diagnostics: DiagnosticCollector) -> tuple[Link | None, Text | None]:
    entry = fields.entry("tautan")
    if entry is None:
        return None, None
    texts = link_texts(entry, diagnostics)
    if len(texts) > 1:
        diagnostics.add("P115.links", texts[1], key="tautan", found=texts[1].text)
    link = read_work_link(texts[0], diagnostics) if texts else None
    return link, texts[0] if texts else None


def _photos(
    fields: Fields, picture_folder: PictureFolder, diagnostics: DiagnosticCollector, credit: str, licence: str
) -> tuple[Photo, ...]:
    entry = fields.entry("foto")
    if entry is None:
        return ()
    photos = read_photos(entry, picture_folder, credit=credit, licence=licence)
    most = fields.keys["foto"].limits[1]
    if len(photos) > most:
        diagnostics.add("P116.album", entry, key="foto", count=len(photos), most=most, over=len(photos) - most)
    return photos[:most]


def _cover(
    fields: Fields, picture_folder: PictureFolder, diagnostics: DiagnosticCollector, credit: str, licence: str
) -> Photo | None:
    node = fields.node("sampul")
    if node is None:
        return None
    photo = picture_folder.photo(node, "sampul", credit=credit, licence=licence)
    if fields.entry("tautan") is None:
        diagnostics.add("P406.cover", node, key="sampul", found=node.text)
    return photo
