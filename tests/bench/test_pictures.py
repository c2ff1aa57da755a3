"""The measures of the benchmark: likeness to the original, and what the encoders alone cost."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.bench.encode_cost import encoder_effort
from tests.bench.ssim import likeness, ssim, upright
from tests.bench.synthetic_photos import practice_photos
from tests.support.photos import TURNS, exif, put, saved, scene

from showcase.pictures import PicturePipeline, recipe_from


def windows(plane: np.ndarray) -> np.ndarray:
    """Every 11 x 11 part of a plane under the Gaussian window: the definition, written down as it is."""
    across = np.exp(-(np.arange(-5, 6) ** 2) / (2 * 1.5**2))
    window = np.outer(across, across) / np.outer(across, across).sum()
    return np.einsum("ijkl,kl->ij", np.lib.stride_tricks.sliding_window_view(plane, (11, 11)), window)


def ssim_by_definition(one: Image.Image, other: Image.Image) -> float:
    x, y = (np.asarray(image, dtype=np.float64) for image in (one, other))
    mx, my = windows(x), windows(y)
    vx, vy, both = windows(x * x) - mx**2, windows(y * y) - my**2, windows(x * y) - mx * my
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return float((((2 * mx * my + c1) * (2 * both + c2)) / ((mx**2 + my**2 + c1) * (vx + vy + c2))).mean())


def grey(size: tuple[int, int] = (96, 72)) -> Image.Image:
    return Image.open(BytesIO(next(practice_photos((size[0] * 2, size[1] * 2))))).convert("L").resize(size)


@pytest.mark.parametrize("quality", [5, 20, 50, 75, 95])
def test_ssim_is_what_its_definition_says(quality: int) -> None:
    original = grey()
    shown = Image.open(BytesIO(saved(original, quality=quality))).convert("L")
    assert ssim(original, shown) == pytest.approx(ssim_by_definition(original, shown), abs=2e-4)


# Changes of a picture -> SSIM by definition; the numbers are worth a look, so that one knows what 0,9 means.
CHANGES = {
    "the same": (lambda image: image, 1.0),
    "a little lighter": (lambda image: image.point(lambda level: min(level + 5, 255)), 0.99),
    "blurred": (lambda image: image.resize((48, 36)).resize((96, 72)), None),
    "inverted": (lambda image: image.point(lambda level: 255 - level), None),
}


@pytest.mark.parametrize("name", CHANGES)
def test_ssim_of_known_changes(name: str) -> None:
    change, least = CHANGES[name]
    found = ssim(grey(), change(grey()))
    assert found == pytest.approx(ssim_by_definition(grey(), change(grey())), abs=2e-4)
    assert -1 <= found <= 1.000001
    if least is not None:
        assert found >= least - 1e-6
    if name == "inverted":
        assert found < 0


def test_worse_quality_is_less_like() -> None:
    original = scene()
    found = [likeness(saved(original, "WEBP", quality=quality), [original]).ssim for quality in (5, 40, 80)]
    assert found == sorted(found)
    assert len(set(found)) == 3


def test_a_picture_is_compared_with_the_photo_that_it_shows(tmp_path: Path) -> None:
    turned = put(tmp_path, "a.jpg", saved(scene(480, 640).transpose(TURNS[6]), exif=exif(6)))
    other = put(tmp_path, "b.jpg", saved(Image.new("RGB", (480, 640), "navy")))
    originals = [upright(other), upright(turned)]
    found = likeness(saved(scene(480, 640).resize((240, 320))), originals)
    assert (found.which, found.kind, found.width) == (1, "jpeg", 240)
    assert found.ssim > 0.95


@pytest.mark.parametrize(
    "image",
    [Image.new("RGB", (320, 240), "white"), scene(320, 320), scene(320, 240).rotate(180), scene(10, 8)],
    ids=["another photo", "another shape", "upside down", "an icon"],
)
def test_what_shows_none_of_the_photos_is_not_compared(image: Image.Image) -> None:
    assert likeness(saved(image), [scene()]) is None
    assert likeness(saved(image), []) is None


RECIPES = {
    "as the peers": {
        "formats": ["webp", "jpeg"],
        "uses": {"work": {"widths": [320, 640]}, "portrait": {"widths": [96]}},
    },
    "as it is": {},
    "a single format": {"formats": ["jpeg"]},
}


@pytest.mark.parametrize("name", RECIPES)
def test_the_encoders_make_the_very_files_of_a_site(tmp_path: Path, name: str) -> None:
    recipe = recipe_from(RECIPES[name])
    photos = [
        (put(tmp_path, "a.jpg", saved(scene(900, 600))), "portrait"),
        (put(tmp_path, "b.jpg", saved(scene(700, 500), exif=exif(6))), "work"),
    ]
    pipeline = PicturePipeline(recipe, tmp_path / "cache", jobs=1)
    for path, use in photos:
        pipeline.order(path, use)
    made = sorted(file.rsplit("-", 1)[1] for file in pipeline.finish(tmp_path / "site").files)
    effort = encoder_effort(photos, recipe, 2)
    assert sorted(ending for ending, count in effort.files.items() for _ in range(count)) == made
    assert effort.cpu > 0


def test_only_the_encoders_are_on_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that moves at each encoding alone: nothing else may read or move it."""
    now = [0.0]
    monkeypatch.setattr("tests.bench.encode_cost.time.thread_time", lambda: now[0])

    def encode(_image: object, _name: str, _quality: int) -> bytes:
        now[0] += 0.5
        return b""

    monkeypatch.setattr("tests.bench.encode_cost.encode", encode)
    effort = encoder_effort([(put(tmp_path, "a.jpg", saved(scene())), "portrait")], recipe_from({}), 1)
    assert effort.cpu == 0.5 * sum(effort.files.values()) == 2.0
