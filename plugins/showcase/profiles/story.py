"""Rules of the story: its pictures are there, it is not endless, it tells nothing that must stay private."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ..diagnostics.collector import Notes, quoted
from ..links import NUMBER_HIDERS, read_link
from ..links.model import Refusal
from ..links.naming import names_another
from ..text.invisible import hidden_entity
from ..text.masking import IDENTITY, URL, masked
from .photos import Shelf
from .story_marks import note_marks
from .story_shape import shape_faults

LONGEST_STORY = 20_000

PICTURE = re.compile(
    r"!\[(?P<alt>[^\]\n]{0,500})\]\([ \t]{0,9}(?:"
    r"<(?P<angled>[^>\n]{0,300})>|(?P<plain>(?![ \t])(?:[^\n()\"]|\([^\n()]{0,100}\)){0,300}?))"
    r"(?:[ \t]{1,9}[\"'][^\"'\n]{0,300}[\"'])?[ \t]{0,9}\)"
)
FENCE = re.compile(r"\s*(?:```|~~~)")
ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`]+", re.IGNORECASE)
# A link with words of its own; neither may hold more than a line of a story does.
WORDED = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]{1,300}(?:\[[^\[\]\n]{0,20}\][^\[\]\n]{0,300})?)\]\(\s*<?(?P<url>https?://[^\s<>()]{1,2000})"
)
# Backslash, user name, port, percent sign, number or other letters in the host; hidden characters.
DISGUISED = frozenset({"L102", "L104", "L105", "L106", "L107", "L108", "L109"})
PHONE = re.compile(r"(?<![\w.])(?:\+?62|0)[\s.-]?\(?(?:8\d{1,2}|719)\)?(?:[\s.-]?\d){5,9}(?!\d)|\(0\d{2,3}\)\s?\d{5,8}")
CHAT = re.compile(r"(?:wa\.me|whatsapp\.com)/\S{0,40}?\d{8}\S{0,40}", re.IGNORECASE)
# Addresses behind which a number stands: it is read after a tap.
HIDDEN_NUMBER = re.compile(
    rf"(?<![\w.-])(?:(?:{'|'.join(map(re.escape, sorted(NUMBER_HIDERS)))})/\S{{1,60}}"
    r"|(?:wa\.me|api\.whatsapp\.com)/(?:message|qr)/\S{1,40})",
    re.IGNORECASE,
)
# It may follow any sign, as in `_nama@contoh.id_` or `surel:.nama@contoh.id`, just not start within a word.
EMAIL = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}", re.ASCII)

# Cheap tests before the dear ones: none of them matches without an @ or seven digits near one another.
AT_OR_DIGIT = re.compile("[@0-9\u0660-\U0010ffff]")  # beyond ASCII the first digit is U+0660
WORTH_A_LOOK = re.compile(r"@|(?:\d[^\d\n]{0,3}){7}")

PRIVATE = (
    ("P120", IDENTITY, "seperti NIK atau nomor kartu. Nomor identitas tidak boleh ada di berkas ini; hapus."),
    ("P121", PHONE, "seperti nomor telepon. Nomor usaha yang sudah umum ditulis pada kunci whatsapp; hapus dari sini."),
    ("P122", EMAIL, "seperti alamat surel. Surel usaha yang sudah umum ditulis pada kunci surel; hapus dari sini."),
)


def check_story(story: str, first: int, shelf: Shelf, notes: Notes, *, private: bool = True) -> None:
    """Note what is wrong in a story. first: line of the file on which it starts. private: it may hold no contacts."""
    if len(story) > LONGEST_STORY:
        notes.fault("P123", (first, 1), f"cerita {len(story)} huruf, paling banyak {LONGEST_STORY}. Pendekkan.")
    too_much = list(shape_faults(story))
    for number, message in too_much:
        notes.fault("P125", (first + number, 1), message)
    if too_much:
        return
    note_marks(story, first, notes)
    fenced = False
    for number, line in enumerate(story.split("\n"), first):
        if FENCE.match(line):
            fenced = not fenced
        if not fenced:
            _check_pictures(line, number, shelf, notes)
        if "&" in line and (match := hidden_entity(line)):
            message = f"{quoted(match[0])} adalah karakter yang tidak terlihat. Hapus."
            notes.fault("P004", (number, match.start() + 1), message, found=match[0])
        _check_addresses(line, number, notes)
        if private:
            check_private(line, number, 1, notes)


def _check_addresses(line: str, number: int, notes: Notes) -> None:
    """An address that no browser and no reader should be led by; what a platform is does not matter here."""
    for match in ADDRESS.finditer(line):
        read = read_link(match[0])
        if isinstance(read, Refusal) and read.code in DISGUISED:
            notes.fault(read.code, (number, match.start() + 1), read.message, found=match[0], fix=read.fix)
    for match in WORDED.finditer(line):
        host = urlsplit(match["url"]).hostname or ""
        if host and names_another(match["words"].replace("\\", ""), host):
            message = (
                f"tulisan tautan {quoted(match['words'])} menyebut situs lain daripada yang dituju, {host}; di "
                "halaman, situs yang dituju ditulis di belakangnya. Sebaiknya sebut apa yang dituju."
            )
            notes.suggest("P407", (number, match.start() + 1), message, found=match["words"])


def check_private(text: str, line: int, column: int, notes: Notes, *, key: str = "") -> None:
    """No identity number, phone number or e-mail address stands in a text that everybody reads."""
    text = text[:LONGEST_STORY]
    for match in HIDDEN_NUMBER.finditer(text):
        message = (
            f"{quoted(match[0])} menuju nomor WhatsApp; hapus. Nomor usaha yang sudah umum ditulis pada kunci whatsapp."
        )
        notes.fault("P121", (line, column + match.start()), message, key=key, found=match[0])
    if not AT_OR_DIGIT.search(text) or not WORTH_A_LOOK.search(text):
        return
    for match in CHAT.finditer(text):
        advice = "Nomor usaha yang sudah umum ditulis pada kunci whatsapp."
        message = f"{quoted(masked(match[0]))} memuat nomor telepon; hapus. {advice}"
        notes.fault("P121", (line, column + match.start()), message, key=key, found=match[0])
    bare = URL.sub(lambda match: " " * len(match[0]), text)
    taken: list[range] = []
    for code, pattern, what in PRIVATE:
        for match in pattern.finditer(bare):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            notes.fault(
                code,
                (line, column + match.start()),
                f"{quoted(masked(match[0]))} tampak {what}",
                key=key,
                found=match[0],
            )


def _check_pictures(line: str, number: int, shelf: Shelf, notes: Notes) -> None:
    for match in PICTURE.finditer(line):
        group = "angled" if match["angled"] is not None else "plain"
        name = match[group].strip()
        place = (number, match.start(group) + 1)
        if not name:
            notes.fault(
                "P301",
                place,
                "nama berkas foto kosong. Tulis di antara kurung, misalnya ![Perahu](perahu.jpg).",
                found=match[0],
            )
            continue
        shelf.find(name, place, "")
        if group == "plain" and " " in name:
            notes.fault(
                "P310",
                place,
                f"{quoted(name)} memuat spasi. Apit nama berkasnya dengan < dan >.",
                found=name,
                fix=f"<{name}>",
            )
        if not match["alt"].strip():
            alt = (number, match.start() + 1)
            notes.suggest(
                "P311",
                alt,
                "tulis apa yang terlihat di antara [ dan ], untuk yang tidak dapat melihatnya.",
                found=match[0],
            )
