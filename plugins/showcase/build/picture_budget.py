"""Chooses the recipe of a site's pictures: the one that was set, or the richest preset that its budget allows."""

from __future__ import annotations

from ..pictures import STEPS, Count, Recipe, Step, recipe_from, step_for
from ..profiles import Content
from ..settings import Settings
from ..text.numbers import MB, file_size, thousands


def count_of(content: Content, settings: Settings) -> Count:
    """What will be published of people: each picture of a profile's folder is shown somewhere, once.

    Counted before a picture is opened, so one that turns out broken later does not change anybody else's.
    """
    creators = content.creators
    portraits = sum(creator.portrait is not None for creator in creators)
    pictures = sum(len(creator.pictures) for creator in creators)
    return Count(len(creators), portraits, pictures - portraits, bool(settings.share_images and settings.site_url))


def chosen_recipe(content: Content, settings: Settings) -> tuple[Recipe, str]:
    """The recipe, and a line for staff where it is not the usual one. Raises ToolFailure for a wrong setting."""
    if settings.pictures:
        return recipe_from(settings.pictures), ""
    count = count_of(content, settings)
    step = step_for(count, settings.budget * MB)
    return step.recipe, "" if step is STEPS[0] else _line(step, count, settings.budget)


def _line(step: Step, count: Count, budget: int) -> str:
    richest = STEPS[0].bytes_of(count)
    said = (
        f"Gambar dibuat dengan resep {step.name}: kira-kira {file_size(step.bytes_of(count))}. "
        f"Resep {STEPS[0].name} untuk {thousands(count.creators)} kreator dan "
        f"{thousands(count.portraits + count.pictures)} foto memerlukan {file_size(richest)}, anggarannya {budget} MB"
    )
    over = step.bytes_of(count) > budget * MB
    return f"{said}; resep yang lebih hemat tidak ada (docs/besar.md)." if over else f"{said} (docs/besar.md)."
