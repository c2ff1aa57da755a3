"""Good profiles with several slips in each, and what must be said about them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PIL import Image
from tests.profiles.good_profiles import good_profile, without_key
from tests.profiles.making import smallest, write_picture, write_profile
from tests.profiles.slips import AREAS, MORE_STORY, Slip

from showcase.diagnostics.fault import Fault

HOW_MANY = 30
FEWEST, MOST = 3, 8
# Private letters stand around each token until the text is whole; then they tell its place and go.
FIRST_MARK = 0xE000


@dataclass(frozen=True)
class Expected:
    """A fault that must be found: where, and which. end: column behind its token. line None: the whole file."""

    path: str
    line: int | None
    start: int
    end: int
    code: str
    key: str
    token: str = ""

    def is_found_by(self, fault: Fault) -> bool:
        """True for the right code and key in the right line."""
        return (fault.path, fault.line, fault.code, fault.key) == (self.path, self.line, self.code, self.key)

    def holds(self, column: int | None) -> bool:
        """True for a column inside the token."""
        return column is None if self.line is None else self.start <= (column or 0) < self.end


@dataclass(frozen=True)
class Spoiled:
    """A profile with slips. files: beside it, by name."""

    slug: str
    data: bytes
    pictures: tuple[str, ...]
    files: tuple[str, ...]
    expected: tuple[Expected, ...]


def _with_position(path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (2.0, 45.0, 0.0), 3: "E", 4: (107.0, 40.0, 0.0)})
    write_picture(path, exif=exif)


FILES: Mapping[str, Callable[[Path], object]] = {
    "kecil.jpg": lambda path: write_picture(path, (150, 400)),
    "lebar.jpg": lambda path: write_picture(path, (2600, 900)),
    "berat.png": lambda path: write_picture(path).write_bytes(path.read_bytes() + bytes(3_000_001)),
    "letak.jpg": _with_position,
    "potong.jpg": lambda path: write_picture(path).write_bytes(path.read_bytes()[:2000]),
    "teks.jpg": lambda path: path.write_text("bukan foto"),
    "gambar.svg": lambda path: path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "ponsel.heic": lambda path: path.write_bytes(b"\0\0\0\x18ftypheic" + bytes(64)),
    "video.mp4": lambda path: path.write_bytes(b"x"),
    "penunjuk.jpg": lambda path: path.symlink_to("index.md"),
    "foto-foto": lambda path: path.mkdir(),
}


def spoil(number: int, slips: Iterable[Slip]) -> Spoiled:
    """The good profile of that number with these slips, whose keys must differ."""
    slips = tuple(slips)
    rng = random.Random(f"selip {number}")
    profile = good_profile(number)
    blocks, story, portrait = list(profile.blocks), profile.story, profile.portrait
    for at, slip in enumerate(slips):
        text = slip.text.replace("№", str(number))
        text = text.replace("⟦", chr(FIRST_MARK + 2 * at)).replace("⟧", chr(FIRST_MARK + 2 * at + 1))
        if slip.keys == MORE_STORY:
            story = f"{story}\n\n{text}"
            continue
        for key in slip.keys.split():
            blocks = without_key(blocks, key)
        portrait = () if "foto" in slip.keys.split() else portrait
        if text:
            blocks.insert(rng.randrange(len(blocks) + 1), text)
    profile = replace(profile, blocks=tuple(blocks), story=story, portrait=portrait)
    expected = tuple(_expected(profile.text, profile.slug, slip, at) for at, slip in enumerate(slips))
    unmarked = {FIRST_MARK + at: None for at in range(2 * len(slips))}
    return Spoiled(
        profile.slug,
        profile.data.decode().translate(unmarked).encode(),
        profile.pictures,
        tuple(slip.file for slip in slips if slip.file),
        expected,
    )


def _expected(text: str, slug: str, slip: Slip, at: int) -> Expected:
    """What must be said about a slip, in a text that still has all its marks."""
    opened, closed = text.find(chr(FIRST_MARK + 2 * at)), text.find(chr(FIRST_MARK + 2 * at + 1))
    folder = f"kreator/{slug}"
    if opened < 0:
        is_file = slip.file and "⟦" not in slip.text
        return Expected(f"{folder}/{slip.file if is_file else 'index.md'}", None, 0, 0, slip.code, slip.key)
    before = "".join(letter for letter in text[:opened] if not _is_mark(letter))
    token = "".join(letter for letter in text[opened:closed] if not _is_mark(letter))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Expected(f"{folder}/index.md", line, column, column + len(token), slip.code, slip.key, token)


def _is_mark(letter: str) -> bool:
    return FIRST_MARK <= ord(letter) < FIRST_MARK + 2 * MOST


def may_join(slip: Slip, slips: Iterable[Slip]) -> bool:
    """True if the slip is of other keys than those that are there."""
    taken = {key for other in slips for key in other.keys.split()} - {MORE_STORY}
    return not taken & set(slip.keys.split())


@cache
def spoiled_profiles() -> tuple[Spoiled, ...]:
    """Thirty profiles with three to eight slips each; every slip is in some of them."""
    # Plainly written ones with a portrait that is named, so that a slip has no second effect.
    numbers = [number for number in range(200) if number % 4 and number % 10 > 1][:HOW_MANY]
    waiting = [slip for slips in AREAS.values() for slip in slips]
    random.Random("urutan").shuffle(waiting)
    found = []
    for at, number in enumerate(numbers):
        chosen: list[Slip] = []
        while len(chosen) < FEWEST + at % (MOST - FEWEST + 1):
            # The one that has waited longest; whoever was chosen goes to the end of the queue.
            slip = next(slip for slip in waiting if slip not in chosen and may_join(slip, chosen))
            waiting.remove(slip)
            waiting.append(slip)
            chosen.append(slip)
        found.append(spoil(number, chosen))
    return tuple(found)


def write_spoiled(content: Path, profiles: Iterable[Spoiled]) -> None:
    """The profiles as a content folder, beside a neighbour who was there before."""
    write_profile(content, smallest(more="terdaftar: 2026-06-09\n"), "tetangga")
    for profile in profiles:
        folder = write_profile(content, profile.data, profile.slug, profile.pictures)
        for name in profile.files:
            FILES.get(name, write_picture)(folder / name)
