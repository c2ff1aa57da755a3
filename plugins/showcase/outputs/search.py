"""The search index: creators, works, places and news as Pagefind records.

Records are made from cards, not scraped from pages, so what is searched is exactly what may
be shown, with synonyms and aliases that a page does not repeat.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.index import PagefindIndex

from ..cards import Catalogue
from ..cards.model import CreatorCard, WorkCard
from ..cards.terms import media_of
from ..cards.words import _
from ..faults import ToolFailure
from ..pages import SEARCH_INDEX
from ..profiles import choices
from ..profiles.model import Creator

# Pagefind's own interface is not used: only what its loader asks for is published.
KEPT = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind")
KEPT_NAMES = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
KINDS = {"creator": _("Kreator"), "work": _("Karya"), "place": _("Tempat"), "news": _("Kabar")}
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
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()


def records(catalogue: Catalogue) -> Iterator[Record]:
    """Everything that can be found, in a stable order."""
    cards = catalogue.cards
    for creator in sorted(catalogue.people, key=lambda creator: creator.slug):
        yield _creator(creator, cards[creator.slug], catalogue)
        for work in catalogue.works[creator.slug]:
            yield _work(work, catalogue)
    for term in catalogue.terms["place"]:
        place = catalogue.region.place(term.key)
        if term.count and place:
            words = " ".join((*place.aliases, place.description, *_district_words(catalogue, place.district)))
            yield Record(term.path, term.label, words, "place", note=place.description)
    for news in catalogue.news_cards():
        yield Record(news.path, news.title, news.summary, "news", note=news.date)


def index_files(catalogue: Catalogue) -> tuple[tuple[str, bytes], ...]:
    """Path and bytes of every file of the index. Raises ToolFailure when the indexer does not work."""
    with TemporaryDirectory() as folder:
        try:
            asyncio.run(_index(tuple(records(catalogue)), catalogue.region.site.language, folder))
        except (OSError, RuntimeError, AssertionError) as broken:
            raise ToolFailure(f"Indeks pencarian gagal dibuat: {broken}") from broken
        made = (path for path in Path(folder).rglob("*") if path.suffix in KEPT or path.name in KEPT_NAMES)
        return tuple(sorted((f"{SEARCH_INDEX}{path.relative_to(folder).as_posix()}", path.read_bytes()) for path in made))


async def _index(found: tuple[Record, ...], language: str, folder: str) -> None:
    """Write the index of some records into a folder."""
    async with PagefindIndex(config={"output_path": folder}) as index:
        for record in found:
            await index.add_custom_record(
                url=record.url,
                content=f"{record.title} {record.content}",
                language=language,
                meta={"title": record.title, "kind": KINDS[record.kind], "note": record.note, "image": record.image},
                filters={"jenis": [KINDS[record.kind]], **{name: list(values) for name, values in record.filters}},
            )


def _creator(creator: Creator, card: CreatorCard, catalogue: Catalogue) -> Record:
    keys = (*creator.topics, *media_of(creator))
    words = [card.tagline, card.where, card.words, *(SYNONYMS.get(key, "") for key in keys), creator.story[:2000]]
    words += [term.label for term in (*card.topics, *card.media)]
    return Record(
        url=card.path,
        title=card.name,
        content=" ".join(words),
        kind="creator",
        note=", ".join(part for part in (card.tagline, card.where) if part),
        image=card.portrait.picture.fallback.path if card.portrait else "",
        filters=(
            ("topik", tuple(term.label for term in card.topics)),
            ("media", tuple(term.label for term in card.media)),
            ("kecamatan", tuple(_district_words(catalogue, creator.district)[:1])),
        ),
    )


def _work(work: WorkCard, catalogue: Catalogue) -> Record:
    place = catalogue.region.place(work.place.key) if work.place else None
    words = [work.caption, work.creator, *(SYNONYMS[term.key] for term in work.topics)]
    words += [place.name, *place.aliases] if place else []
    return Record(
        url=f"{work.creator_path}#{work.key}",
        title=work.title,
        content=" ".join(words),
        kind="work",
        note=_("%(kind)s oleh %(name)s") % {"kind": work.platform_label, "name": work.creator},
        image=work.cover.picture.fallback.path if work.cover else "",
        filters=(("topik", tuple(term.label for term in work.topics)),),
    )


def _district_words(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    district = catalogue.region.district(key)
    return (district.name, *district.aliases) if district else ()
