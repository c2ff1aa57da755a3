"""Photos that nobody took, for the benchmark: as busy for an encoder as a camera's, the same bytes in every run.

Camera pictures have detail at every scale, less the finer it is. So: noise of every scale laid over each other, a few
hard-edged discs, another part of it for every photo. Like phones, every fifth is stored on its side.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageMath

SIZE = (2400, 1800)
_SEED = 11
_SCENES = 3
_FINER = 0.9  # how strong each octave of noise is beside the next coarser one
_CONTRAST = 40.0  # deviation of the levels
_DISCS = 12
_ORIENTATION, _ON_ITS_SIDE = 0x0112, 6
_QUALITY = 85


def practice_photos(size: tuple[int, int] = SIZE) -> Iterator[bytes]:
    """JPEG files, as many as are taken; the n-th is the same in every run."""
    chance = random.Random(_SEED)
    scenes = [Image.merge("RGB", [_noise(chance, size) for _ in range(3)]) for _ in range(_SCENES)]
    for number in count():
        scene = ImageChops.offset(scenes[number % _SCENES], chance.randrange(size[0]), chance.randrange(size[1]))
        draw = ImageDraw.Draw(scene)
        for _ in range(_DISCS):
            across, down = chance.randrange(size[0]), chance.randrange(size[1])
            radius = chance.randrange(size[0] // 60 + 1, size[0] // 8 + 2)
            draw.ellipse((across - radius, down - radius, across + radius, down + radius), _colour(chance))
        yield _stored(scene, on_its_side=number % 5 == 1)


def _noise(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """One channel: octaves from the coarsest to single pixels, around a middle of its own."""
    total = Image.new("F", size)
    strength, power = 1.0, 0.0
    step = 1 << (min(size).bit_length() - 1)
    while step:
        grid = (size[0] // step + 2, size[1] // step + 2)
        octave = Image.frombytes("L", grid, chance.randbytes(grid[0] * grid[1])).convert("F")
        octave = octave.resize(size, Image.Resampling.BICUBIC)
        total = _laid_over(total, octave, strength)
        power += strength**2
        strength, step = strength * _FINER, step // 2
    scale = _CONTRAST / (74 * power**0.5)  # 74: the deviation of evenly spread bytes
    middle = chance.randrange(80, 170)
    return total.point(lambda level: level * scale + middle).convert("L")


def _laid_over(total: Image.Image, octave: Image.Image, strength: float) -> Image.Image:
    def both(given: dict[str, Any]) -> Any:
        return given["total"] + (given["octave"] - 127.5) * strength

    result: Image.Image = ImageMath.lambda_eval(both, total=total, octave=octave)
    return result


def _colour(chance: random.Random) -> tuple[int, int, int]:
    return (chance.randrange(256), chance.randrange(256), chance.randrange(256))


def _stored(scene: Image.Image, *, on_its_side: bool) -> bytes:
    target = BytesIO()
    exif = Image.Exif()
    exif[_ORIENTATION] = _ON_ITS_SIDE if on_its_side else 1
    scene.save(target, "JPEG", quality=_QUALITY, exif=exif)
    return target.getvalue()
