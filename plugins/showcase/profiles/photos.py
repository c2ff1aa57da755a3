"""The picture files of a folder: which are named, which are missing, which cannot stay."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from ..diagnostics.collector import Notes, quoted
from ..diagnostics.fault import Fault
from ..frontmatter.nodes import Entry, Text
from ..pictures import SUFFIXES, Facts, PictureError, decode_whole, inspect
from ..schema.split import texts_of
from ..text.similarity import nearest
from .model import Photo

PICTURE_SUFFIXES = frozenset(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
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
GPS_NOW = (
    "Ganti sekarang lewat halaman Kelola, yang membuang letaknya, dan gabungkan dengan Squash and merge. "
    "Usulannya tetap menyimpan foto lama sampai GitHub Support menghapusnya, dan kreatornya perlu diberi tahu: "
    "langkahnya di penjelasan kode ini."
)


def same_name(name: str) -> str:
    """What makes two file names one on other computers: Unicode form and case."""
    return unicodedata.normalize("NFC", name).casefold()


class Shelf:
    """The pictures of one folder, and which of them something uses."""

    def __init__(self, files: Mapping[str, Path], notes: Notes) -> None:
        self.files = dict(files)
        self.notes = notes
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
                    self.notes.suggest(
                        "P302",
                        place,
                        f"nama berkasnya {quoted(actual)}; besar kecil huruf berbeda.",
                        key=key,
                        found=text,
                        fix=actual,
                    )
                self.used.add(actual)
                return actual
        self._missing(text, wanted, place, key)
        return ""

    def _missing(self, text: str, wanted: str, place: tuple[int, int], key: str) -> None:
        if re.match(r"(?:https?:)?//", wanted):
            message = f"{quoted(text)} ada di situs lain. Simpan fotonya di folder ini, lalu tulis nama berkasnya."
            self.notes.fault("P309", place, message, key=key, found=text)
        elif "/" in wanted or "\\" in wanted:
            base = re.split(r"[/\\]", wanted)[-1]
            fix = self._names.get(same_name(base), "")
            if fix:
                self.used.add(fix)
            message = f"{quoted(text)} menunjuk ke folder lain. Tulis nama berkas di folder ini saja."
            self.notes.fault("P309", place, message, key=key, found=text, fix=fix)
        else:
            fix = self._nearest(wanted)
            if fix:
                self.used.add(fix)
            names = ", ".join(sorted(self.files)[:6])
            there = f"Unggah, atau pakai yang ada: {names}." if names else "Unggah: folder ini belum berisi foto."
            message = f"berkas {quoted(text)} tidak ada di folder ini. {there}"
            self.notes.fault("P301", place, message, key=key, found=text, allowed=sorted(self.files), fix=fix)

    def _nearest(self, wanted: str) -> str:
        stems = {Path(name).stem.casefold(): name for name in self.files}
        alike = stems.get(Path(wanted).stem.casefold(), "") or nearest(wanted, self.files)
        return alike or (next(iter(self.files)) if len(self.files) == 1 and not self.used else "")

    @property
    def unused(self) -> tuple[str, ...]:
        """Pictures that nothing names, by name."""
        return tuple(name for name in sorted(self.files) if name not in self.used)


def read_photos(entry: Entry, shelf: Shelf, notes: Notes, *, credit: str, licence: str) -> tuple[Photo, ...]:
    """The picture or pictures that an entry names."""
    node = entry.value
    if isinstance(node, Text):
        whole = same_name(node.text) in {same_name(name) for name in shelf.files}
        texts = (node,) if whole or node.quoted else split_files(node)
    else:
        texts = texts_of(entry, lambda text: (text,))
    found = [
        shelf.photo(text, entry.key.name if entry.key else "foto", credit=credit, licence=licence) for text in texts
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


def picture_faults(files: Mapping[str, Path], folder: str) -> tuple[list[Fault], dict[str, Facts]]:
    """What is wrong with the files themselves, each a fault of the file; and the facts of the good ones.

    folder: path of the folder relative to the content, for the faults.
    """
    faults: list[Fault] = []
    facts: dict[str, Facts] = {}
    for name, path in files.items():
        notes = Notes(f"{folder}/{name}")
        try:
            facts[name] = inspect(path)
            if facts[name].size <= LARGEST_BYTES and max(facts[name].width, facts[name].height) <= LARGEST_SIDE:
                decode_whole(path, facts[name])
        except PictureError as error:
            notes.fault(error.code, None, str(error), found=name)
            facts.pop(name, None)
        else:
            _check(facts[name], name, notes)
        faults += notes.faults
    return faults, facts


def _check(facts: Facts, name: str, notes: Notes) -> None:
    """Rules for an original, which is public in the repository as it is."""
    long, short = max(facts.width, facts.height), min(facts.width, facts.height)
    resend = "Kirim ulang sebagai foto biasa di WhatsApp, lalu simpan yang diterima."
    if facts.size > LARGEST_BYTES:
        size = f"{math.ceil(facts.size / 1e5) / 10:.1f}".replace(".", ",")
        notes.fault("P303", None, f"foto {size} MB, paling besar {LARGEST_BYTES // 1_000_000} MB. {resend}", found=name)
    if long > LARGEST_SIDE:
        notes.fault(
            "P304",
            None,
            f"foto {facts.width}×{facts.height} piksel, sisi terpanjang paling banyak {LARGEST_SIDE}. {resend}",
            found=name,
        )
    if facts.gps:
        notes.fault(
            "P305",
            None,
            f"foto ini memuat letak pengambilan (GPS), dan berkas di sini terbuka untuk umum. {GPS_NOW}",
            found=name,
        )
    if short < SMALLEST_SIDE:
        notes.fault(
            "P306",
            None,
            f"foto {facts.width}×{facts.height} piksel terlalu kecil; sisi terpendek paling sedikit {SMALLEST_SIDE}."
            " Minta foto yang lebih besar.",
            found=name,
        )
    elif short < SMALL_SIDE:
        notes.suggest(
            "P308",
            None,
            f"foto {facts.width}×{facts.height} piksel akan tampak buram; sebaiknya paling sedikit {SMALL_SIDE}.",
            found=name,
        )
