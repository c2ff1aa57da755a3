"""What the encoders alone cost: the limit that making a site's pictures cannot go below. Only the benchmark asks."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from showcase.pictures.encoders import ENCODERS, encode
from showcase.pictures.inspection import facts_of
from showcase.pictures.pixels import render
from showcase.pictures.plan import plan_of
from showcase.pictures.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Effort:
    """files: how many were encoded, of each ending (`640.webp`). cpu: seconds inside the encoders, of all threads."""

    files: dict[str, int]
    cpu: float


def encoder_effort(photos: Sequence[tuple[Path, str]], recipe: Recipe, jobs: int | None = None) -> Effort:
    """Encode what a site would of these photos, each with its use, and keep nothing.

    Decoding and resizing are outside the clock, but they run on the other cores meanwhile, as in a build: two
    threads that share a core slow each other. Raises PictureError, OSError, and what Pillow raises.
    """
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        done = list(pool.map(lambda photo: _one(photo[0], photo[1], recipe), photos))
    files: dict[str, int] = {}
    for endings, _cpu in done:
        for ending in endings:
            files[ending] = files.get(ending, 0) + 1
    return Effort(files, sum(cpu for _endings, cpu in done))


def _one(path: Path, use: str, recipe: Recipe) -> tuple[list[str], float]:
    """The endings of a photo's files and the seconds that its encoders took of this thread's time."""
    data = path.read_bytes()
    plan = plan_of(facts_of(data), recipe.uses[use], "", recipe)
    endings: list[str] = []
    cpu = 0.0
    for image in render(data, plan.orientation, plan.box, plan.sizes):
        for name in recipe.formats:
            ending = f"{image.width}.{ENCODERS[name].suffix}"
            if ending in plan.names:
                start = time.thread_time()
                encode(image, name, recipe.quality[name])
                cpu += time.thread_time() - start
                endings.append(ending)
    return endings, cpu
