"""Names of folders and files that are wrong: what they should be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..diagnostics.collector import fault_at
from ..diagnostics.fault import UNPRINTABLE, Fault
from ..profiles.photos import same_name
from ..schema.values import SLUG
from ..text.bounded_file import own_bytes
from ..text.similarity import slugify

RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(1, 10))}
)
# Characters that some system forbids in a file name, or that hide what a name is.
FORBIDDEN = re.compile(rf"{UNPRINTABLE.pattern}|[\\:*?\"<>|\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# What a picture file begins with, to know one under a wrong name.
HEAD = 12
MAGIC = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"GIF8", ".gif"))


def is_portable(name: str) -> bool:
    """Whether every system can hold a file of this name."""
    stem = name.partition(".")[0].casefold()
    return not (FORBIDDEN.search(name) or name != name.strip() or name.endswith(".") or stem in RESERVED)


def suffix_of(head: bytes) -> str:
    """The end of its name that a picture file should have, by its first bytes; "" if it is none."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for magic, suffix in MAGIC if head.startswith(magic)), "")


def misnamed(path: Path, at: str, names: Sequence[str]) -> list[Fault]:
    """A fault that tells a photo's right name, where only the end of its name is wrong: `foto.jpg_large`."""
    try:
        suffix = suffix_of(own_bytes(path, HEAD))
    except OSError:
        return []
    if not suffix:
        return []
    name = f"{path.stem}{suffix}"
    fix = "" if same_name(name) in {same_name(one) for one in names} else name
    return [fault_at("P029", at, found=path.name, fix=fix, suffix="" if fix else suffix)]


def slug_faults(path: Path, where: str) -> Iterator[Fault]:
    """A folder's name is the address of its page."""
    name = path.name
    if SLUG.fullmatch(name) and name not in RESERVED:
        return
    if name in RESERVED:
        yield fault_at("P030", where, found=name, fix=f"{name}-kreator")
        return
    fix = slugify(name)
    fix = fix if SLUG.fullmatch(fix) and fix not in RESERVED else ""
    taken = fix if fix and _is_another(path.with_name(fix), path) else ""
    yield fault_at("P021", where, found=name, fix="" if taken else fix, taken=taken)


def _is_another(other: Path, path: Path) -> bool:
    """Whether both are there and differ; where case makes no difference, `Budi` and `budi` are one folder."""
    try:
        return not other.samefile(path)
    except OSError:
        return False
