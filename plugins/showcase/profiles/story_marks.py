"""What a story holds that no page can show: HTML, code for embedding, a second profile, a picture within a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics.collector import Notes, quoted
from ..links import read_link
from ..links.model import Refusal
from ..schema.key import words

TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?=[\s/>])[^<>]{0,2000}>")
SOURCE = re.compile(
    r"\b(?:src|href|cite|data-instgrm-permalink)=[\"']?(?P<url>https://[^\s\"'<>]{1,500})", re.IGNORECASE
)
PLAIN_LINK = re.compile(r"\]\(\s*<?(?P<url>http://[^\s<>()]{1,500})")
# A picture or a link with words, or a bare address: what may stand in a line of pictures.
ALONE = re.compile(r"!?\[[^\]\n]{0,500}\]\((?:<[^<>\n]{0,500}>|[^()\n]|\([^()\n]{0,100}\)){0,500}\)|https?://\S+")
KEY_LINE = re.compile(r"[ \t]*(?:nama|topik|akun|persetujuan)[ \t]*:", re.IGNORECASE)
RULE = re.compile(r"[ \t]*-{3,}[ \t]*")
KEYS_WITHIN = 3  # lines after the rule

PICTURES = frozenset({"img", "picture", "source"})
EMBEDS = frozenset({"iframe", "script", "embed", "object", "video", "audio", "noscript"})
OTHERS = frozenset(
    words(
        "a abbr b big blockquote br button center code dd del details div dl dt em font footer form h1 h2 h3 h4 h5 h6 "
        "header hr i input ins label li link main mark meta nav ol p pre s section small span strike strong style sub "
        "summary sup svg table tbody td th thead time title tr u ul"
    )
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a story. line: counted from 0. column: 1-based."""

    line: int
    column: int
    code: str
    message: str
    found: str
    fix: str = ""
    fault: bool = True


def note_marks(story: str, first: int, notes: Notes) -> None:
    """Note what would not be shown as it was meant. first: line of the file on which the story starts."""
    lines = story.split("\n")
    for mark in (*_second_profile(lines), *_tags(lines), *_plain_links(lines), *_pictures_in_text(lines)):
        add = notes.fault if mark.fault else notes.suggest
        add(mark.code, (first + mark.line, mark.column), mark.message, found=mark.found, fix=mark.fix)


def _second_profile(lines: list[str]) -> Iterator[Mark]:
    """A profile that was pasted twice: its front matter begins again in the story."""
    for number, line in enumerate(lines):
        if RULE.fullmatch(line) and any(map(KEY_LINE.match, lines[number + 1 : number + 1 + KEYS_WITHIN])):
            message = "bagian isian ditulis lagi di dalam cerita; profil ini tertempel dua kali. Hapus salah satunya."
            yield Mark(number, 1, "P129", message, line)
            return


def _tags(lines: list[str]) -> Iterator[Mark]:
    """HTML: one fault for each kind, at its first place."""
    told: set[str] = set()
    fenced = False
    for number, line in enumerate(lines):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        for match in () if fenced or "<" not in line else TAG.finditer(line):
            name = match["name"].lower()
            kind = "P312" if name in PICTURES else "P130" if name in EMBEDS or _embeds(match) else "P131"
            if (kind == "P131" and name not in OTHERS) or kind in told or ("P130" in told and kind == "P131"):
                continue
            told.add(kind)
            yield _tag(kind, number, match, line, lines)


def _embeds(match: re.Match[str]) -> bool:
    """Instagram's and TikTok's code begins with a quotation of a class of its own."""
    return match["name"].lower() == "blockquote" and "class=" in match[0].lower()


def _tag(kind: str, number: int, match: re.Match[str], line: str, lines: list[str]) -> Mark:
    shown, column = quoted(match[0]), match.start() + 1
    if kind == "P312":
        message = f"{shown} tidak tampil: fotonya ada di tempat lain. Simpan fotonya di folder ini, lalu tulis "
        return Mark(number, column, kind, f"{message}![Keterangan](nama-foto.jpg) pada baris tersendiri.", match[0])
    if kind == "P131":
        message = f"{shown} adalah kode HTML, yang tidak dipakai di sini dan tampil seperti diketik. Hapus."
        return Mark(number, column, kind, message, match[0], fault=False)
    link = _linked("\n".join(lines[number : number + 20]))
    whole = line.strip()
    fix = link if whole.lower().endswith("</iframe>") and whole.startswith(match[0]) else ""
    advice = f"Hapus semuanya, dan tulis tautannya saja pada baris tersendiri{': ' + link if link else ''}."
    found = whole if fix else match[0]
    return Mark(number, column, kind, f"{shown} adalah kode sematan, yang tidak tampil di sini. {advice}", found, fix)


def _linked(code: str) -> str:
    """The address of the work that code for embedding shows, "" if it names none that is known."""
    for match in SOURCE.finditer(code):
        link = read_link(match["url"].replace("&amp;", "&"))
        if not isinstance(link, Refusal) and link.kind != "website":
            return link.canonical
    return ""


def _plain_links(lines: list[str]) -> Iterator[Mark]:
    """`[words](http://…)`: the page would keep the words and lose the address."""
    for number, line in enumerate(lines):
        for match in PLAIN_LINK.finditer(line):
            fix = "https" + match["url"].removeprefix("http")
            message = f"{quoted(match['url'])} tidak menjadi tautan: hanya https:// yang dipakai."
            yield Mark(number, match.start("url") + 1, "P132", message, match["url"], fix, fault=False)


def _pictures_in_text(lines: list[str]) -> Iterator[Mark]:
    """A picture among words, which is left out: it needs a paragraph of its own."""
    start = 0
    for end in [number for number, line in enumerate([*lines, ""]) if not line.strip()]:
        paragraph = lines[start:end]
        code = any(line.lstrip().startswith(("```", "~~~")) for line in paragraph)
        if (
            not code
            and any("![" in line for line in paragraph)
            and re.sub(r"\s", "", ALONE.sub("", "\n".join(paragraph)))
        ):
            number = next(number for number, line in enumerate(paragraph) if "![" in line)
            column = paragraph[number].find("![") + 1
            message = "foto di tengah tulisan tidak tampil. Beri baris kosong di atas dan di bawahnya."
            yield Mark(start + number, column, "P313", message, "![", fault=False)
        start = end + 1
