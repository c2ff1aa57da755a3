"""Who and what belongs to a topic, medium, district, service or place: asked by every page of one, found in one go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from .model import CreatorCard, WorkCard
from .works import work_terms

Key = tuple[str, str]  # kind and key of a term
VIDEOS = ("video", "short", "live")


def creators_by_term(creators: Iterable[CreatorCard]) -> Mapping[Key, tuple[CreatorCard, ...]]:
    """The creators of every term but places, in their order."""
    found: defaultdict[Key, list[CreatorCard]] = defaultdict(list)
    for card in creators:
        for kind, keys in card.facets:
            for key in keys:
                found[kind, key].append(card)
    return {key: tuple(cards) for key, cards in found.items()}


def works_by_term(works: Iterable[WorkCard], creators: Iterable[CreatorCard]) -> Mapping[Key, tuple[WorkCard, ...]]:
    """The works of every term, in their order; a district's are those of its creators."""
    districts = {card.path: key for card in creators for key in dict(card.facets)["district"]}
    found: defaultdict[Key, list[WorkCard]] = defaultdict(list)
    for work in works:
        for key in set(_keys(work, districts)):
            found[key].append(work)
    return {key: tuple(cards) for key, cards in found.items()}


def _keys(work: WorkCard, districts: Mapping[str, str]) -> Iterator[Key]:
    yield "medium", work.platform
    if work.photos:
        yield "medium", "fotografi"
    if work.kind in VIDEOS:
        yield "medium", "videografi"
    if district := districts.get(work.creator_path):
        yield "district", district
    for term in work_terms(work):
        yield term.kind, term.key
