"""The search index as Pagefind records. Synonyms come from schema/choices.py, aliases from the region's tables.

Records are made from cards, not scraped from pages, so only what may be shown is searched, plus
synonyms and aliases.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from ..cards import Catalogue
from ..cards.addresses import SEARCH_INDEX
from ..cards.model import CreatorCard, WorkCard
from ..cards.terms import media_of
from ..diagnostics.fault import ToolFailure
from ..profiles.model import Creator
from ..schema import choices
from ..text.messages import N_, _
from .index_order import in_order

# Pagefind's own interface is not used: only what its loader asks for is published.
KEPT = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind")
KEPT_NAMES = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^>]*>", re.DOTALL)
KINDS = {"creator": N_("Kreator"), "work": N_("Karya"), "place": N_("Tempat"), "news": N_("Kabar")}
WEIGHTS = {"creator": 4}  # a creator ranks before their works
SYNONYMS = {choice.code: " ".join(choice.words) for choice in (*choices.TOPICS, *choices.CRAFTS)}


@dataclass(frozen=True, slots=True)
class Record:
    """One thing to be found. url: relative to the site. image: path of a small picture, or ""."""

    url: str
    title: str
    content: str
    kind: str
    note: str = ""
    image: str = ""


def records(catalogue: Catalogue) -> Iterator[Record]:
    """Everything that can be found, in a stable order."""
    cards = catalogue.cards
    for creator in sorted(catalogue.people, key=lambda creator: creator.slug):
        yield _creator(creator, cards[creator.slug], catalogue)
        for work in catalogue.works[creator.slug]:
            yield _work(work, cards[creator.slug], catalogue)
    for term in catalogue.terms["place"]:
        place = catalogue.region.place(term.key)
        if term.count and place:
            words = " ".join((*place.aliases, place.description, *_district_words(catalogue, place.district)))
            yield Record(term.path, term.label, words, "place", note=place.description)
    for news in catalogue.news_cards():
        yield Record(news.path, news.title, news.summary, "news", note=news.date)


def documents(catalogue: Catalogue) -> tuple[str, ...]:
    """All that the index is made from: each record as the indexer reads it."""
    return tuple(_document(record, catalogue.region.site.language) for record in records(catalogue))


def index_files(documents: Sequence[str], workplace: Path) -> tuple[tuple[str, bytes], ...]:
    """Path and bytes of every file of the index. Raises ToolFailure when the indexer does not work.

    workplace: where the indexer's own files lie meanwhile; a folder that is cleared even if this run is killed.
    """
    with TemporaryDirectory(dir=workplace) as folder:
        source, made = Path(folder, "catatan"), Path(folder, "indeks")
        source.mkdir()
        for number, text in enumerate(documents):
            (source / f"{number:06d}.html").write_text(text, encoding="utf-8", newline="\n")
        _run_pagefind(source, made)
        kept = (path for path in made.rglob("*") if path.suffix in KEPT or path.name in KEPT_NAMES)
        found = {path.relative_to(made).as_posix(): path.read_bytes() for path in kept}
        try:
            ordered = in_order(found)
        except (ValueError, LookupError) as wrong:
            raise ToolFailure(f"Indeks pencarian berbentuk lain daripada yang dikenal: {wrong}.") from wrong
        return tuple(sorted((f"{SEARCH_INDEX}{path}", data) for path, data in ordered.items()))


def _run_pagefind(source: Path, made: Path) -> None:
    """One run of the indexer; its own Python interface waits a tenth of a second a record."""
    from pagefind.service import get_executable  # with all of asyncio, which most builds do without

    program = get_executable()
    if program is None:
        raise ToolFailure("Program pagefind tidak ditemukan; hapus .venv lalu jalankan lagi perintah ini.")
    command = [str(program), "--site", str(source), "--output-path", str(made), "--quiet"]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if run.returncode:
        reason = (run.stderr or run.stdout).strip().splitlines()
        raise ToolFailure(f"Indeks pencarian gagal dibuat: {reason[-1] if reason else run.returncode}")


def _document(record: Record, language: str) -> str:
    """The record in the form that the indexer reads: its title weighs ten times as much as the rest."""
    kind = _(KINDS[record.kind])
    meta = {"kind": kind, "note": record.note, "image": record.image, "go": record.url}
    marks = [f'<i data-pagefind-meta="{name}">{escape(value)}</i>' for name, value in meta.items() if value]
    marks.append(f'<i data-pagefind-filter="jenis">{escape(kind)}</i>')
    return (
        f'<!doctype html><html lang="{language}"><body><div data-pagefind-ignore>{"".join(marks)}</div>'
        f'<main data-pagefind-body><h1 data-pagefind-weight="10">{escape(record.title)}</h1>'
        f'<p data-pagefind-weight="{WEIGHTS.get(record.kind, 1)}">{escape(record.content)}</p></main></body></html>'
    )


def _creator(creator: Creator, card: CreatorCard, catalogue: Catalogue) -> Record:
    keys = (*creator.topics, *media_of(creator))
    words = [
        card.tagline,
        card.where,
        card.words,
        *(SYNONYMS.get(key, "") for key in keys),
        UNSEEN.sub(" ", creator.story)[:2000],
    ]
    words += [term.label for term in (*card.topics, *card.media)]
    words += [catalogue.region.site.short_name, *catalogue.region.site.other_names]
    return Record(
        url=card.path,
        title=card.name,
        content=" ".join(words),
        kind="creator",
        note=", ".join(part for part in (card.tagline, card.where) if part),
        image=_portrait(card),
    )


def _work(work: WorkCard, card: CreatorCard, catalogue: Catalogue) -> Record:
    place = catalogue.region.place(work.place.key) if work.place else None
    words = [work.caption, work.creator, *(SYNONYMS[term.key] for term in work.topics)]
    words += [place.name, *place.aliases] if place else []
    return Record(
        url=f"{work.creator_path}#{work.key}",
        title=work.title,
        content=" ".join(words),
        kind="work",
        note=_("%(kind)s oleh %(name)s") % {"kind": work.platform_label, "name": work.creator},
        image=_portrait(card),
    )


def _portrait(card: CreatorCard) -> str:
    """A face beside a result: a few kilobytes, where a work's own picture would be a hundred."""
    return card.portrait.picture.fallback.path if card.portrait else ""


def _district_words(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    district = catalogue.region.district(key)
    return (district.name, *district.aliases) if district else ()
