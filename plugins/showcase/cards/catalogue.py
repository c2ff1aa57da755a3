"""Everything that can be shown, made once: cards by creator, works in fair order, terms with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from ..profiles.model import Creator, Document
from ..region.model import Region
from ..text.messages import N_, _
from . import terms
from .by_term import Key, creators_by_term, works_by_term
from .context import CardContext
from .creators import creator_card, offer
from .documents import news_card
from .model import CreatorCard, Facet, NewsCard, Offer, Term, WorkCard
from .order import shuffled
from .works import creator_works, work_terms

FACETS = (
    ("topic", N_("Topik")),
    ("medium", N_("Media")),
    ("district", N_("Kecamatan")),
    ("service", N_("Jasa")),
    ("language", N_("Bahasa")),
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the pages are made of.

    creators: cards in the order of the day. works: by creator's slug, in the creator's own order.
    showcase: works of everybody in the order of the day, everybody's first, then everybody's second …
    members: slugs by community. terms: by kind, counted, in display order. creators_of, works_of: by kind and key
    of a term, in the same orders.
    """

    region: Region
    people: tuple[Creator, ...]
    creators: tuple[CreatorCard, ...]
    works: dict[str, tuple[WorkCard, ...]]
    showcase: tuple[WorkCard, ...]
    members: dict[str, tuple[str, ...]]
    terms: dict[str, tuple[Term, ...]]
    creators_of: Mapping[Key, tuple[CreatorCard, ...]]
    works_of: Mapping[Key, tuple[WorkCard, ...]]
    news: tuple[Document, ...]
    pages: tuple[Document, ...]
    context: CardContext

    @property
    def cards(self) -> dict[str, CreatorCard]:
        """Every card by slug."""
        return {card.slug: card for card in self.creators}

    def facets(self, creators: Iterable[CreatorCard]) -> tuple[Facet, ...]:
        """The filter groups over some creators; a value nobody has is not listed, an idle group is left out."""
        counts = _facet_counts(creators)
        groups = (Facet(kind, _(label), _known(self.region, self.terms, kind, counts)) for kind, label in FACETS)
        return tuple(group for group in groups if len(group.terms) > 1)

    def offers(self, service: str) -> tuple[Offer, ...]:
        """Who offers a service, in the order of the day; who takes no work now comes last."""
        cards = self.cards
        found = [offer(one, cards[one.slug], self.context) for one in self.people if service in one.services]
        return tuple(sorted(found, key=lambda one: one.contact.kind == "closed"))

    def offer_facets(self, offers: Iterable[Offer]) -> tuple[Facet, ...]:
        """The filter groups over some offers: for whom, about what, on what terms."""
        counts: dict[str, Counter[str]] = {"serves": Counter(), "topic": Counter(), "deal": Counter()}
        for one in offers:
            for kind, keys in one.facets:
                counts[kind].update(keys)
        deals = (Term("deal", "barter", _("Menerima barter"), ""), Term("deal", "tarif", _("Tarif tercantum"), ""))
        groups = (
            ("serves", _("Melayani kecamatan"), self.terms["district"]),
            ("topic", _("Topik"), self.terms["topic"]),
            ("deal", _("Kesepakatan"), deals),
        )
        facets = (
            Facet(kind, label, tuple(term for term in terms.counted(values, counts[kind]) if term.count))
            for kind, label, values in groups
        )
        return tuple(facet for facet in facets if facet.terms)

    def news_cards(self) -> tuple[NewsCard, ...]:
        """News, newest first."""
        return tuple(news_card(document, self.context) for document in self.news)


def catalogue_of(
    region: Region,
    people: tuple[Creator, ...],
    news: tuple[Document, ...],
    pages: tuple[Document, ...],
    context: CardContext,
) -> Catalogue:
    """The catalogue of everybody who may be shown."""
    ordered = shuffled(people, context.today, lambda creator: creator.slug)
    creators = tuple(creator_card(creator, context) for creator in ordered)
    works = {creator.slug: creator_works(creator, context) for creator in ordered}
    members: dict[str, list[str]] = {}
    for creator in ordered:
        for community in creator.communities:
            members.setdefault(community, []).append(creator.slug)
    counts = _facet_counts(creators)
    counts["place"] = Counter(
        term.key
        for cards in works.values()
        for term in {t for card in cards for t in work_terms(card)}
        if term.kind == "place"
    )
    showcase = _in_turn(works)
    return Catalogue(
        region=region,
        people=ordered,
        creators=creators,
        works=works,
        showcase=showcase,
        members={community: tuple(slugs) for community, slugs in members.items()},
        terms={kind: terms.counted(values, counts[kind]) for kind, values in terms.all_terms(region).items()},
        creators_of=creators_by_term(creators),
        works_of=works_by_term(showcase, creators),
        news=tuple(sorted(news, key=lambda d: (d.published is not None, d.published, d.slug), reverse=True)),
        pages=tuple(sorted(pages, key=lambda d: (d.order or 99, d.slug))),
        context=context,
    )


def _in_turn(works: dict[str, tuple[WorkCard, ...]]) -> tuple[WorkCard, ...]:
    """One work of everybody before a second of anybody."""
    rounds = zip_longest(*works.values())
    return tuple(work for turn in rounds for work in turn if work)


def _facet_counts(creators: Iterable[CreatorCard]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {kind: Counter() for kind, _label in FACETS}
    for card in creators:
        for kind, keys in card.facets:
            counts[kind].update(keys)
    return counts


def _known(
    region: Region, known: dict[str, tuple[Term, ...]], kind: str, counts: dict[str, Counter[str]]
) -> tuple[Term, ...]:
    values = known[kind]
    if kind == "district":
        values = (*values, terms.elsewhere(region))
    return tuple(term for term in terms.counted(values, counts[kind]) if term.count)
