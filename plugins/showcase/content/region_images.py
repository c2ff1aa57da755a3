"""`content/wilayah/gambar/`: pictures that only this region has, each of them with its place on the site."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector
from ..diagnostics.fault import Fault
from ..pictures import FORMATS, PictureError, inspect
from ..text.bounded_file import own_bytes

FOLDER = "gambar"
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")


def read_images(folder: Path) -> tuple[tuple[tuple[str, Path], ...], list[Fault]]:
    """The pictures of a region by name, and what is wrong with them. All may be missing."""
    images: list[tuple[str, Path]] = []
    faults: list[Fault] = []
    inside = folder / FOLDER
    for path in sorted(inside.iterdir()) if inside.is_dir() and not inside.is_symlink() else ():
        diagnostics = DiagnosticCollector(f"{folder.name}/{FOLDER}/{path.name}")
        _check(path, diagnostics)
        if not diagnostics.faults:
            images.append((path.stem, path))
        faults += diagnostics.faults
    return tuple(images), faults


def _check(path: Path, diagnostics: DiagnosticCollector) -> None:
    if path.stem not in FORMATS or path.suffix not in SUFFIXES:
        diagnostics.add("W119.name", None, found=path.name, allowed=[f"{name}.png" for name in FORMATS])
        return
    try:
        own_bytes(path, 1)
        facts = inspect(path)
    except OSError:
        diagnostics.add("W101.file", None, name=path.name)
    except PictureError as wrong:
        diagnostics.add_worded(wrong.code, None, str(wrong))
    else:
        wide, high = FORMATS[path.stem]
        if (facts.width, facts.height) != (wide, high):
            diagnostics.add("W119.size", None, width=facts.width, height=facts.height, wide=wide, high=high)
