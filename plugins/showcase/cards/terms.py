"""The facets' values as terms: label, address, icon. Closed lists of the model; the region's own lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from ..links import PLATFORMS
from ..profiles.model import Creator
from ..region.model import District, Language, Place, Region, Service
from ..region.vocabulary import ELSEWHERE
from ..schema import choices
from ..text.messages import _
from .addresses import term_path
from .model import Term

TOPICS = {choice.code: choice.label for choice in choices.TOPICS}
CRAFTS = {choice.code: choice.label for choice in choices.CRAFTS}
MEDIA = ("youtube", "facebook", "tiktok", "instagram", "fotografi", "videografi")


@cache
def topic(key: str) -> Term:
    """The term of one topic."""
    return Term("topic", key, _(TOPICS[key]), term_path("topic", key), icon=key)


@cache
def medium(key: str) -> Term:
    """The term of one of the six media."""
    label = _(CRAFTS[key]) if key in CRAFTS else _(PLATFORMS[key].label)
    return Term("medium", key, label, term_path("medium", key), icon=key)


def district(value: District) -> Term:
    """The term of a district."""
    return Term("district", value.key, value.name, term_path("district", value.key), icon="ui-pin")


def elsewhere(region: Region) -> Term:
    """The term of everybody who lives outside of the region; it has no page of its own."""
    return Term("district", ELSEWHERE, _("Luar %(region)s") % {"region": region.site.full_name}, "")


def service(value: Service) -> Term:
    """The term of a service."""
    return Term("service", value.key, value.name, term_path("service", value.key), description=value.description)


def place(value: Place) -> Term:
    """The term of a place."""
    return Term(
        "place", value.key, value.name, term_path("place", value.key), icon="ui-pin", description=value.description
    )


def language(value: Language) -> Term:
    """The term of a language; it has no page of its own."""
    return Term("language", value.key, value.name, "")


def media_of(creator: Creator) -> tuple[str, ...]:
    """The media of a creator, in the order of `MEDIA`: platforms of channels and works, crafts, photo works."""
    platforms = {link.platform for link in creator.channels}
    photos = False
    for work in creator.works:
        if work.link:
            platforms.add(work.link.platform)
        photos = photos or bool(work.photos)
    return _media_of(frozenset(platforms), creator.crafts, photos)


@cache  # few answers, asked for on every page
def _media_of(platforms: frozenset[str], crafts: tuple[str, ...], photos: bool) -> tuple[str, ...]:
    found: set[str | None] = {PLATFORMS[platform].medium for platform in platforms} | set(crafts)
    if photos:
        found.add("fotografi")
    return tuple(key for key in MEDIA if key in found)


def counted(terms: Iterable[Term], counts: dict[str, int]) -> tuple[Term, ...]:
    """The terms with how many creators each has."""
    return tuple(replace(term, count=counts.get(term.key, 0)) for term in terms)


def all_terms(region: Region) -> dict[str, tuple[Term, ...]]:
    """Every term of every facet, in display order, uncounted."""
    notes = dict(region.topic_notes)
    return {
        "topic": tuple(replace(topic(key), description=notes.get(key, "")) for key in TOPICS),
        "medium": tuple(map(medium, MEDIA)),
        "district": tuple(map(district, region.districts)),
        "service": tuple(map(service, region.services)),
        "place": tuple(map(place, region.places)),
        "language": tuple(map(language, region.languages)),
    }
