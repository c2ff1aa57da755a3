"""The picture files of a folder: which are named, which are missing, which cannot stay."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics.collector import DiagnosticCollector
from ..diagnostics.fault import Fault
from ..frontmatter.nodes import Text
from ..pictures import Facts, PictureError, decode_whole, inspect
from ..schema.entries import Entry
from ..schema.split import texts_of
from ..text.numbers import decimal
from ..text.similarity import nearest
from .model import Photo

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif"})
# Not usable, but clearly meant as a picture: the room of pictures says what to do instead.
OTHER_PICTURES = frozenset(
    {".heic", ".heif", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".jfif", ".jxl", ".dng", ".raw", ".psd"}
)

LARGEST_BYTES = 3_000_000
LARGEST_SIDE = 2560
SMALL_SIDE = 480
SMALLEST_SIDE = 200
# A file name's end on a line of several: names may hold commas and blanks, so the ending tells.
FILE_END = re.compile(r"\.(?:jpe?g|png|webp|gif)(\s*[,;]\s*|\s*$)", re.IGNORECASE)


def same_name(name: str) -> str:
    """What makes two file names one on other computers: Unicode form and case."""
    return unicodedata.normalize("NFC", name).casefold()


class PictureFolder:
    """The pictures of one folder, and which of them something uses."""

    def __init__(self, files: Mapping[str, Path], diagnostics: DiagnosticCollector) -> None:
        self.files = dict(files)
        self.diagnostics = diagnostics
        self.used: set[str] = set()
        self._names = {same_name(name): name for name in self.files}

    def photo(self, node: Text, key: str, *, focus: str = "", credit: str = "", licence: str = "") -> Photo | None:
        """The picture that a text names; a missing one is a fault."""
        name = self.find(node.text, (node.line, node.column), key)
        return Photo(self.files[name], focus, credit, licence, node.line) if name else None

    def find(self, text: str, place: tuple[int, int], key: str) -> str:
        """The file that a text names, "" and a fault if there is none."""
        wanted = text.strip().removeprefix("./").removeprefix("{attach}").removeprefix("{static}")
        for name in (wanted, unquote(wanted)):
            actual = self._names.get(same_name(name), "")
            if actual:
                if unicodedata.normalize("NFC", actual) != unicodedata.normalize("NFC", name):
                    self.diagnostics.add("P302", place, key=key, found=text, fix=actual)
                self.used.add(actual)
                return actual
        self._missing(text, wanted, place, key)
        return ""

    def _missing(self, text: str, wanted: str, place: tuple[int, int], key: str) -> None:
        if re.match(r"(?:https?:)?//", wanted):
            self.diagnostics.add("P309.site", place, key=key, found=text)
        elif "/" in wanted or "\\" in wanted:
            base = re.split(r"[/\\]", wanted)[-1]
            fix = self._names.get(same_name(base), "")
            if fix:
                self.used.add(fix)
            self.diagnostics.add("P309.folder", place, key=key, found=text, fix=fix)
        else:
            fix = self._nearest(wanted)
            if fix:
                self.used.add(fix)
            names = sorted(self.files)
            message = "P301.missing" if names else "P301.no_photos"
            self.diagnostics.add(message, place, key=key, found=text, allowed=names, fix=fix, names=names[:6])

    def _nearest(self, wanted: str) -> str:
        stems = {Path(name).stem.casefold(): name for name in self.files}
        alike = stems.get(Path(wanted).stem.casefold(), "") or nearest(wanted, self.files)
        return alike or (next(iter(self.files)) if len(self.files) == 1 and not self.used else "")

    @property
    def unused(self) -> tuple[str, ...]:
        """Pictures that nothing names, by name."""
        return tuple(name for name in sorted(self.files) if name not in self.used)


def read_photos(entry: Entry, picture_folder: PictureFolder, *, credit: str, licence: str) -> tuple[Photo, ...]:
    """The picture or pictures that an entry names."""
    node = entry.value
    if isinstance(node, Text):
        whole = same_name(node.text) in {same_name(name) for name in picture_folder.files}
        texts = (node,) if whole or node.quoted else split_files(node)
    else:
        texts = texts_of(entry, lambda text: (text,))
    found = [
        picture_folder.photo(text, entry.key.name if entry.key else "foto", credit=credit, licence=licence)
        for text in texts
    ]
    return tuple(photo for photo in found if photo)


def split_files(node: Text) -> tuple[Text, ...]:
    """File names on one line, apart."""
    found: list[Text] = []
    at = 0
    for match in FILE_END.finditer(node.text):
        end = match.start(1)
        found.append(Text(node.text[at:end].strip(), node.line, node.column + at))
        at = match.end()
    return tuple(found) if found and at == len(node.text) else (node,)


def file_faults(files: Mapping[str, Path], folder: str) -> list[Fault]:
    """What is wrong with the files themselves, each a fault of the file.

    folder: path of the folder relative to the content, for the faults.
    """
    faults: list[Fault] = []
    for name, path in files.items():
        diagnostics = DiagnosticCollector(f"{folder}/{name}")
        try:
            facts = inspect(path)
            if facts.size <= LARGEST_BYTES and max(facts.width, facts.height) <= LARGEST_SIDE:
                decode_whole(path, facts)
        except PictureError as error:
            diagnostics.add_worded(error.code, None, str(error), found=name)
        else:
            _check(facts, name, diagnostics)
        faults += diagnostics.faults
    return faults


def _check(facts: Facts, name: str, diagnostics: DiagnosticCollector) -> None:
    """Rules for an original, which is public in the repository as it is."""
    long, short = max(facts.width, facts.height), min(facts.width, facts.height)
    if facts.size > LARGEST_BYTES:
        size = decimal(math.ceil(facts.size / 1e5) / 10)
        diagnostics.add("P303", None, found=name, size=size, most=LARGEST_BYTES // 1_000_000)
    if long > LARGEST_SIDE:
        diagnostics.add("P304", None, found=name, width=facts.width, height=facts.height, most=LARGEST_SIDE)
    if facts.gps:
        diagnostics.add("P305.profile", None, found=name)
    if short < SMALLEST_SIDE:
        diagnostics.add("P306", None, found=name, width=facts.width, height=facts.height, least=SMALLEST_SIDE)
    elif short < SMALL_SIDE:
        diagnostics.add("P308", None, found=name, width=facts.width, height=facts.height, least=SMALL_SIDE)
