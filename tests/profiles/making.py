"""A small content folder for tests, and a good profile that single edits spoil."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image

from showcase.content import read_content
from showcase.diagnostics.fault import Fault
from showcase.profiles import Content

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
SLUG = "contoh-rina"
INDEX = f"kreator/{SLUG}/index.md"
GOOD = (HERE / "good.md").read_text(encoding="utf-8")
# The story's picture is named as WhatsApp names it.
PICTURES = ("foto.jpg", "karya.jpg", "sampul.jpg", "WhatsApp Image 2026-10-02 at 10.11.12 (1).jpeg")

# The least that a profile needs, as somebody else's profile beside the one under test.
SMALLEST = """---
nama: {name}
topik: umkm
akun: https://www.instagram.com/{account}/
persetujuan:
  tanggal: 2026-06-08
  formulir: 1
  dewasa: ya
---
"""


def smallest(name: str = "Contoh Tetangga", account: str = "contoh.tetangga", more: str = "") -> str:
    """A profile with nothing but what is needed; `more` lines go into its front matter."""
    return SMALLEST.format(name=name, account=account).removesuffix("---\n") + more + "---\n"


def write_picture(path: Path, size: tuple[int, int] = (640, 480), **options: object) -> Path:
    """A real picture file; its format follows from the name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").resize(size).convert("RGB").save(path, **options)
    return path


def write_profile(content: Path, text: str | bytes, slug: str = SLUG, pictures: tuple[str, ...] = ()) -> Path:
    """A profile's folder with its text and pictures; the folder's path."""
    folder = content / "kreator" / slug
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_bytes(text if isinstance(text, bytes) else text.encode())
    for name in pictures:
        write_picture(folder / name)
    return folder


def read(content: Path, today: date = TODAY) -> Content:
    """What `content` holds; its region is the small one of these tests unless it has its own."""
    if not os.path.lexists(content / "kreator"):
        (content / "kreator").mkdir()
    return read_content(content, HERE, today)


def read_text(tmp_path: Path, text: str | bytes, pictures: tuple[str, ...] = PICTURES) -> Content:
    """Content of one profile with this text."""
    shutil.rmtree(tmp_path / "kreator", ignore_errors=True)
    write_profile(tmp_path, text, pictures=pictures)
    return read(tmp_path)


@dataclass(frozen=True)
class Spoiled:
    """A text with one mistake. line, column: where it is."""

    text: str
    line: int | None
    column: int | None


def spoil(old: str, new: str, text: str = GOOD) -> Spoiled:
    """`text` with `old` replaced by `new`, in which ⟦ marks the place of the mistake."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the good profile"
    marked = text.replace(old, new)
    if "⟦" not in marked:
        return Spoiled(marked, None, None)
    before = marked[: marked.index("⟦")]
    return Spoiled(marked.replace("⟦", ""), before.count("\n") + 1, len(before) - before.rfind("\n"))


def as_rows(faults: tuple[Fault, ...]) -> list[tuple[str, int | None, int | None, str]]:
    """What most tests compare: code, place, severity."""
    return [(f.code, f.line, f.column, f.severity) for f in faults]
