"""`content/wilayah/gambar/`: pictures that only this region has, each of them with its place on the site."""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics.collector import DiagnosticCollector
from ..diagnostics.fault import Fault
from ..frontmatter.source import LINE_END
from ..pictures import FORMATS, PictureError, inspect
from ..region.model import DRAWINGS, RegionImage
from ..text.bounded_file import own_bytes
from .drawings import unsafe_part
from .folders import is_litter

FOLDER = "gambar"
LARGEST = 200_000  # bytes of a drawing
NAMES = (*(f"{name}.png" for name in FORMATS), *(f"{name}.svg" for name in DRAWINGS))
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
BOX = re.compile(r'viewBox="-?[\d.]+ -?[\d.]+ (?P<width>\d{1,5}) (?P<height>\d{1,5})"')


def read_images(folder: Path) -> tuple[tuple[RegionImage, ...], list[Fault]]:
    """The pictures of a region, and what is wrong with them. All may be missing."""
    images: list[RegionImage] = []
    faults: list[Fault] = []
    inside = folder / FOLDER
    for path in sorted(inside.iterdir()) if inside.is_dir() and not inside.is_symlink() else ():
        if is_litter(path.name):
            continue
        diagnostics = DiagnosticCollector(f"{folder.name}/{FOLDER}/{path.name}")
        if image := _image(path, diagnostics):
            images.append(image)
        faults += diagnostics.faults
    return tuple(images), faults


def _image(path: Path, diagnostics: DiagnosticCollector) -> RegionImage | None:
    if path.is_dir():
        diagnostics.add("W119.name", None, found=path.name, allowed=NAMES)
        return None
    try:
        data = own_bytes(path, LARGEST + 1)
    except OSError:
        diagnostics.add("W101.file", None, name=path.name)
        return None
    if path.stem in DRAWINGS and path.suffix == ".svg":
        return _drawing(path, data, diagnostics)
    if path.stem in FORMATS and path.suffix in SUFFIXES:
        return _picture(path, diagnostics)
    diagnostics.add("W119.name", None, found=path.name, allowed=NAMES)
    return None


def _drawing(path: Path, data: bytes, diagnostics: DiagnosticCollector) -> RegionImage | None:
    """It is shown as a picture, where nothing of it runs; opened by itself it must not run either."""
    if len(data) > LARGEST:
        diagnostics.add("P001.drawing", None, most=LARGEST // 1000)
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        diagnostics.add("W119.letters", None)
        return None
    box = BOX.search(text)
    if found := unsafe_part(text, styled=True):
        diagnostics.add("W110.styled", None, found=found, name=path.name)
    elif box is None:
        diagnostics.add("W119.no_size", None)
    else:
        content = LINE_END.sub("\n", text).encode()
        return RegionImage(path.name, content, int(box["width"]), int(box["height"]))
    return None


def _picture(path: Path, diagnostics: DiagnosticCollector) -> RegionImage | None:
    wide, high = FORMATS[path.stem]
    try:
        facts = inspect(path)
    except PictureError as wrong:
        diagnostics.add_worded(wrong.code, None, str(wrong))
        return None
    if (facts.width, facts.height) == (wide, high):
        return RegionImage(path.name, path.read_bytes(), wide, high)
    diagnostics.add("W119.size", None, width=facts.width, height=facts.height, wide=wide, high=high)
    return None
