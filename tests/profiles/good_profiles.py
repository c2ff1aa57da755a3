"""Good profiles as people write them: every part in one of its ways, the whole in one of the ways of a computer."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from tests.profiles import good_ways as ways
from tests.profiles.making import write_picture, write_profile

HOW_MANY = 200


@dataclass(frozen=True)
class Profile:
    """A profile before it becomes bytes.

    blocks: its parts, in order. portrait: its file, if any. expected: codes of the suggestions it gets.
    """

    slug: str
    blocks: tuple[str, ...]
    story: str
    portrait: tuple[str, ...]
    line_end: str = "\n"
    mark: str = ""
    last: str = "\n"
    expected: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The file with plain line ends."""
        return "---\n" + "\n".join(self.blocks) + f"\n---\n\n{self.story}".rstrip() + self.last

    @property
    def pictures(self) -> tuple[str, ...]:
        """The files beside it: the portrait, and what its text names."""
        named = unquote("\n".join((*self.blocks, self.story)))
        return tuple(dict.fromkeys((*self.portrait, *(name for name in ways.FILES if name in named))))

    @property
    def data(self) -> bytes:
        """The file as it lies on disk."""
        return (self.mark + self.text.replace("\n", self.line_end)).encode()


def key_of(block: str) -> str:
    """The key with which a part begins."""
    return block.partition(":")[0].partition("=")[0].strip()


def parts_of(number: int) -> list[str]:
    """The parts of the profile of that number. The ways of each part take turns, so that every one is there."""
    chosen = [table[(number + at) % len(table)] for at, table in enumerate(ways.PLAIN)]
    accounts = next(block for block in chosen if key_of(block) == "akun")
    return [block for block in chosen if block and (block != "hubungi: instagram" or "instagram" in accounts.lower())]


def good_profile(number: int) -> Profile:
    """The profile of that number, the same in every run; one in four is written loosely somewhere."""
    rng = random.Random(f"profil {number}")
    portrait, files = ways.PORTRAITS[number % len(ways.PORTRAITS)]
    blocks = [*parts_of(number), *filter(None, [portrait])]
    if number % 3:
        rng.shuffle(blocks)
    loose, code = ways.LOOSE[number // 4 % len(ways.LOOSE)] if number % 4 == 0 else ("", "")
    blocks = with_part(blocks, loose, last=code == "P017") if loose else blocks
    if number % 4 == 1:
        blocks.insert(rng.randrange(len(blocks)), ways.COMMENT)
    if number % 5 == 2:
        blocks = [block + "  " if "\n" not in block else block + "\n" for block in blocks]
    return Profile(
        slug=f"contoh-{number}",
        blocks=tuple(block.replace("№", str(number)) for block in blocks),
        story=ways.STORIES[number % len(ways.STORIES)],
        portrait=files,
        line_end=ways.LINE_ENDS[number % len(ways.LINE_ENDS)],
        mark="\ufeff" if number % 6 == 3 else "",
        last="" if number % 7 == 4 else "\n",
        expected=(code,) if loose else (),
    )


def with_part(blocks: list[str], part: str, *, last: bool = False) -> list[str]:
    """The parts with `part` in place of the lines that set the same key."""
    rest = without_key(blocks, key_of(part).lower().replace(" ", "_"))
    return [*rest, part] if last else [part, *rest]


def without_key(blocks: Iterable[str], key: str) -> list[str]:
    """The parts without the lines that set this key."""
    rest = [block for block in blocks if key_of(block) != key]
    return [*filter(None, (re.sub(rf"(?m)^{key}:.*\n?", "", block).rstrip("\n") for block in rest))]


@cache
def good_profiles() -> tuple[Profile, ...]:
    """All of them."""
    return tuple(good_profile(number) for number in range(HOW_MANY))


def write_all(content: Path, profiles: Iterable[Profile]) -> None:
    """The profiles as a content folder, each with real pictures."""
    made = write_picture(content / "gambar.jpg")
    picture = made.read_bytes()
    made.unlink()
    for profile in profiles:
        folder = write_profile(content, profile.data, profile.slug)
        for name in profile.pictures:
            if name.endswith(".png"):
                write_picture(folder / name)
            else:
                (folder / name).write_bytes(picture)
