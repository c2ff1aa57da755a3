"""The first step of a build: the content is read, checked, and reduced to what may be shown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ..cache.cache import Cache
from ..content import for_audience, is_stopped, office_faults, read_content
from ..diagnostics.fault import ContentFaults, Fault, sort_faults
from ..pictures import Recipe
from ..profiles import Content
from ..settings import Settings
from .picture_budget import chosen_recipe


@dataclass(frozen=True, slots=True)
class Source:
    """What one site is made from. leaner: why its pictures are not as rich as usual, or ""."""

    settings: Settings
    content: Content
    recipe: Recipe
    leaner: str

    def without(self, faults: Collection[Fault]) -> Source:
        """The same without the profiles, news and pages that some faults are about; these are held back."""
        content, failing = self.content, {fault.path for fault in faults}
        profiles = tuple(one.slug for one in content.creators if one.source in failing)
        texts = tuple(one.source for one in (*content.news, *content.pages) if one.source in failing)
        rest = replace(
            content,
            creators=tuple(one for one in content.creators if one.source not in failing),
            news=tuple(one for one in content.news if one.source not in failing),
            pages=tuple(one for one in content.pages if one.source not in failing),
            held_back=(*content.held_back, *profiles),
            texts_held_back=(*content.texts_held_back, *texts),
            faults=sort_faults((*content.faults, *faults)),
        )
        return replace(self, content=rest)


def read(settings: Settings, cache: Cache) -> Source:
    """Read the content, or raise ContentFaults with all of its faults; ToolFailure if it is not there."""
    profiles = cache["profil"]
    content = read_content(
        settings.content, settings.project_content, settings.today, results=profiles, jobs=settings.jobs
    )
    cache.begin()
    profiles.save()  # also where faults stop the build: most profiles need not be read again
    shown = for_audience(content, samples=settings.samples, today=settings.today)
    unreachable = () if settings.samples else office_faults(shown)
    if unreachable or is_stopped(content.faults, hold_back=settings.hold_back):
        raise ContentFaults(sort_faults((*content.faults, *unreachable)))
    return Source(settings, shown, *chosen_recipe(shown, settings))
