"""Rules of the story: its pictures are there, it is not endless, it tells nothing that must stay private."""

from __future__ import annotations

import re
from functools import cache

from ..diagnostics.collector import DiagnosticCollector
from ..links import NUMBER_HIDERS, read_link
from ..links.model import Refusal
from ..links.naming import host_in, names_another
from ..text.invisible import hidden_entity
from ..text.masking import IDENTITY, URL, masked
from .photos import PictureFolder
from .story_marks import is_fence, note_marks
from .story_shape import shape_faults

LONGEST_STORY = 20_000

PICTURE = re.compile(
    r"!\[(?P<alt>[^\]\n]{0,500})\]\([ \t]{0,9}(?:"
    r"<(?P<angled>[^>\n]{0,300})>|(?P<plain>(?![ \t])(?:[^\n()\"]|\([^\n()]{0,100}\)){0,300}?))"
    r"(?:[ \t]{1,9}[\"'][^\"'\n]{0,300}[\"'])?[ \t]{0,9}\)"
)
ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`]+", re.IGNORECASE)
# A link with words of its own; neither may hold more than a line of a story does.
WORDED = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]{1,300}(?:\[[^\[\]\n]{0,20}\][^\[\]\n]{0,300})?)\]\(\s*<?(?P<url>https?://[^\s<>()]{1,2000})"
)
# Backslash, user name, port, percent sign, number or other letters in the host; hidden characters.
DISGUISED = frozenset({"L102", "L104", "L105", "L106", "L107", "L108", "L109"})
CHAT = re.compile(r"(?:wa\.me|whatsapp\.com)/\S{0,40}?\d{8}\S{0,40}", re.IGNORECASE)
# Addresses behind which a number stands: it is read after a tap.
HIDDEN_NUMBER = re.compile(
    rf"(?<![\w.-])(?:(?:{'|'.join(map(re.escape, sorted(NUMBER_HIDERS)))})/\S{{1,60}}"
    r"|(?:wa\.me|api\.whatsapp\.com)/(?:message|qr)/\S{1,40})",
    re.IGNORECASE,
)
# It may follow any sign, as in `_nama@contoh.id_` or `surel:.nama@contoh.id`, just not start within a word.
EMAIL = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}", re.ASCII)

# Cheap tests before the expensive ones: none of them matches without an @ or seven digits near one another.
AT_OR_DIGIT = re.compile("[@0-9\u0660-\U0010ffff]")  # beyond ASCII the first digit is U+0660
WORTH_A_LOOK = re.compile(r"@|(?:\d[^\d\n]{0,3}){7}")

Private = tuple[tuple[str, re.Pattern[str], str], ...]


@cache
def private_texts(area_codes: tuple[str, ...]) -> Private:
    """What stands in no text that everybody reads: message, pattern, what it looks like.

    area_codes: of landline numbers of the region, without the zero.
    """
    begins = "|".join((r"8\d{1,2}", *area_codes))
    phone = rf"(?<![\w.])(?:\+?62|0)[\s.-]?\(?(?:{begins})\)?(?:[\s.-]?\d){{5,9}}(?!\d)|\(0\d{{2,3}}\)\s?\d{{5,8}}"
    return (
        ("P120", IDENTITY, "seperti NIK atau nomor kartu"),
        ("P121.number", re.compile(phone), "seperti nomor telepon"),
        ("P122", EMAIL, "seperti alamat surel"),
    )


def check_story(
    story: str, first: int, picture_folder: PictureFolder, diagnostics: DiagnosticCollector, private: Private = ()
) -> None:
    """Note what is wrong in a story. first: line of the file on which it starts. private: what it may not hold."""
    if len(story) > LONGEST_STORY:
        diagnostics.add("P123", (first, 1), length=len(story), most=LONGEST_STORY)
    too_much = list(shape_faults(story))
    for number, message, count, most in too_much:
        diagnostics.add(message, (first + number, 1), count=count, most=most)
    if too_much:
        return
    note_marks(story, first, diagnostics)
    fenced = False
    for number, line in enumerate(story.split("\n"), first):
        fenced ^= is_fence(line)
        if not fenced:
            _check_pictures(line, number, picture_folder, diagnostics)
        if "&" in line and (match := hidden_entity(line)):
            diagnostics.add("P004.entity", (number, match.start() + 1), found=match[0])
        _check_addresses(line, number, diagnostics)
        if private:
            check_private(line, number, 1, diagnostics, private)


def _check_addresses(line: str, number: int, diagnostics: DiagnosticCollector) -> None:
    """An address that no browser and no reader should be led by; what a platform is does not matter here."""
    for match in ADDRESS.finditer(line):
        read = read_link(match[0])
        if isinstance(read, Refusal) and read.code in DISGUISED:
            place = (number, match.start() + 1)
            diagnostics.add_worded(read.code, place, read.message, found=match[0], fix=read.fix)
    for match in WORDED.finditer(line):
        host = host_in(match["url"])
        if host and names_another(match["words"].replace("\\", ""), host):
            diagnostics.add("P407", (number, match.start() + 1), found=match["words"], host=host)


def check_private(
    text: str, line: int, column: int, diagnostics: DiagnosticCollector, private: Private, *, key: str = ""
) -> None:
    """No identity number, phone number or e-mail address stands in a text that everybody reads."""
    text = text[:LONGEST_STORY]
    for match in HIDDEN_NUMBER.finditer(text):
        diagnostics.add("P121.hidden", (line, column + match.start()), key=key, found=match[0])
    if not AT_OR_DIGIT.search(text) or not WORTH_A_LOOK.search(text):
        return
    for match in CHAT.finditer(text):
        place = (line, column + match.start())
        diagnostics.add("P121.chat", place, key=key, found=match[0], shown=masked(match[0]))
    bare = URL.sub(lambda match: " " * len(match[0]), text)
    taken: list[range] = []
    for message, pattern, what in private:
        for match in pattern.finditer(bare):
            if any(match.start() in span for span in taken):
                continue
            taken.append(range(match.start(), match.end()))
            place = (line, column + match.start())
            diagnostics.add(message, place, key=key, found=match[0], shown=masked(match[0]), what=what)


def _check_pictures(line: str, number: int, picture_folder: PictureFolder, diagnostics: DiagnosticCollector) -> None:
    for match in PICTURE.finditer(line):
        group = "angled" if match["angled"] is not None else "plain"
        name = match[group].strip()
        place = (number, match.start(group) + 1)
        if not name:
            diagnostics.add("P301.empty", place, found=match[0])
            continue
        picture_folder.find(name, place, "")
        if group == "plain" and " " in name:
            diagnostics.add("P310", place, found=name, fix=f"<{name}>")
        if not match["alt"].strip():
            diagnostics.add("P311.story", (number, match.start() + 1), found=match[0])
