"""Damaged pictures by the thousand: whatever a decoder makes of them, the process that asked it lives on.

    python -m tests.fuzz.pictures --seconds 600 [FOLDER…]

Starts from pictures drawn here (and from the small ones under the folders), damages them at random and has each read
and decoded in a child process, some dozens at a time. What ends a child, is slow, or raises what is no fault lies in
the folder that is named at the end. Exit code 1 then.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import struct
import sys
import tempfile
import time
import warnings
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import ImageCms
from tests.support.one_picture import MEGABYTES, SECONDS, Outcome, outcome_of, peak
from tests.support.photos import exif, png_chunk, saved, scene, xmp

BATCH = 50
LARGEST_SEED = 200_000
PLACES = struct.Struct(">H")


def drawn() -> list[bytes]:
    """One small picture of every kind that is read, with everything about it that can be broken."""
    small, profile = scene(96, 64), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = {"exif": exif(6, position=True), "xmp": xmp('tiff:Orientation="6"'), "icc_profile": profile}
    frames = {"save_all": True, "append_images": [small.rotate(90, expand=True).resize(small.size)]}
    several = BytesIO()
    small.save(several, format="MPO", save_all=True, append_images=[small], exif=exif(3))
    return [
        saved(small, **turned),
        saved(small, progressive=True, **turned),
        saved(small.convert("L")),
        saved(small.convert("CMYK"), icc_profile=profile),
        saved(small, subsampling=0, restart_marker_blocks=1),
        several.getvalue(),
        saved(small, "PNG", exif=exif(8), icc_profile=profile),
        png_chunk(saved(small.quantize(8), "PNG", transparency=b"\0\x80" * 4), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0"),
        saved(small.convert("LA"), "PNG"),
        saved(small, "PNG", **frames),
        saved(small, "WEBP", **turned),
        saved(small.convert("RGBA"), "WEBP", lossless=True),
        saved(small, "WEBP", **frames),
        saved(small, "GIF", **frames),
    ]


def flip(data: bytearray, dice: random.Random) -> None:
    """A few bits."""
    for _ in range(dice.randint(1, 12)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)


def stamp(data: bytearray, dice: random.Random) -> None:
    """A number at the edge of what numbers can be."""
    number = dice.choice((b"\0\0", b"\xff\xff", b"\x7f\xff", b"\0\1", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x80\0\0\0"))
    place = dice.randrange(len(data))
    data[place : place + len(number)] = number


def cut(data: bytearray, dice: random.Random) -> None:
    """A piece is gone."""
    place = dice.randrange(len(data))
    del data[place : place + dice.choice((1, 2, 8, 100, len(data)))]


def double(data: bytearray, dice: random.Random) -> None:
    """A piece is there again, somewhere else."""
    place = dice.randrange(len(data))
    piece = bytes(data[place : place + dice.choice((1, 8, 64, 1_000))])
    at = dice.randrange(len(data))
    data[at:at] = piece * dice.choice((1, 1, 3, 100))


def grow(data: bytearray, dice: random.Random) -> None:
    """A size that the pixels do not have."""
    at = max(data.find(b"\xff\xc0"), data.find(b"\xff\xc2"), 0) + 5 if data[:2] == b"\xff\xd8" else 16
    side = dice.choice((1, 7, 255, 4_000, 30_000, 65_535))
    data[at : at + 2] = PLACES.pack(side)


def sign(data: bytearray, _dice: random.Random) -> None:
    """Checksums of a PNG made right again, so that the damage is believed."""
    position = 8
    while data[:4] == b"\x89PNG" and position + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, position)
        end = position + 8 + size
        if end + 4 <= len(data):
            data[end : end + 4] = struct.pack(">I", zlib.crc32(data[position + 4 : end]))
        position = end + 4


WAYS: tuple[Callable[[bytearray, random.Random], None], ...] = (flip, flip, stamp, stamp, cut, double, grow)


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The picture after some of these accidents."""
    broken = bytearray(data)
    for way in dice.choices(WAYS, k=dice.randint(1, 4)):
        if broken:
            way(broken, dice)
    if dice.random() < 0.7:
        sign(broken, dice)
    return bytes(broken)


def batch(seeds: list[bytes], number: int, folder: Path) -> int:
    """A batch in a child; the exit status. The picture at work lies in the folder, in case the child ends."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    code = 3
    try:
        signal.alarm(120)
        dice = random.Random(number)
        for _ in range(BATCH):
            data = damaged(dice.choice(seeds), dice)
            at_work = folder / f"{number}.bin"
            at_work.write_bytes(data)
            outcome = checked(data)
            if outcome.breaches:
                (folder / f"{number}.txt").write_text(", ".join(outcome.breaches))
                os._exit(2)
        at_work.unlink()
        code = 0
    finally:
        os._exit(code)


def checked(data: bytes) -> Outcome:
    """The outcome; damaged pixels need not look like anything, so likeness is not asked."""
    found = outcome_of(data, "portrait", compare=False)
    return Outcome(found.code, found.message, found.seconds, peak())


def go_on(seconds: float, folders: list[Path]) -> tuple[int, Path]:
    """Damages pictures until the time is over: how many, and the folder with what was found (empty: nothing)."""
    warnings.simplefilter("ignore")
    seeds = drawn() + [
        path.read_bytes()
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and 0 < path.stat().st_size < LARGEST_SEED
    ]
    found, number, end = Path(tempfile.mkdtemp(prefix="pictures-")), 0, time.monotonic() + seconds
    while time.monotonic() < end:
        batch(seeds, number, found)
        number += 1
    return number * BATCH, found


def main() -> int:
    """For ten minutes, or as long as is said."""
    parser = argparse.ArgumentParser(description="Damaged pictures by the thousand.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=600)
    asked = parser.parse_args()
    tried, folder = go_on(asked.seconds, asked.folders)
    bad = sorted(folder.iterdir())
    print(f"{tried} damaged pictures, each within {SECONDS} s and {MEGABYTES} MB: {len(bad)} wrong, in {folder}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
