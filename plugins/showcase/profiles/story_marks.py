"""What a story holds that no page can show: HTML, code for embedding, a second profile, a picture within a sentence."""

from __future__ import annotations

import re

from ..diagnostics.collector import DiagnosticCollector
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


def is_fence(line: str) -> bool:
    """True for a line that opens or closes a block of code."""
    return line.lstrip().startswith(("```", "~~~"))


def note_marks(story: str, first: int, diagnostics: DiagnosticCollector) -> None:
    """Note what would not be shown as it was meant. first: line of the file on which the story starts."""
    lines = story.split("\n")
    for note in (_second_profile, _tags, _plain_links, _pictures_in_text):
        note(lines, first, diagnostics)


def _second_profile(lines: list[str], first: int, diagnostics: DiagnosticCollector) -> None:
    """A profile that was pasted twice: its front matter begins again in the story."""
    for number, line in enumerate(lines):
        if RULE.fullmatch(line) and any(map(KEY_LINE.match, lines[number + 1 : number + 1 + KEYS_WITHIN])):
            diagnostics.add("P129", (first + number, 1), found=line)
            return


def _tags(lines: list[str], first: int, diagnostics: DiagnosticCollector) -> None:
    """HTML: one fault for each kind, at its first place."""
    noted: set[str] = set()
    fenced = False
    for number, line in enumerate(lines):
        fenced ^= is_fence(line)
        for match in () if fenced or "<" not in line else TAG.finditer(line):
            name = match["name"].lower()
            kind = "P312" if name in PICTURES else "P130" if name in EMBEDS or _embeds(match) else "P131"
            if (kind == "P131" and name not in OTHERS) or kind in noted or ("P130" in noted and kind == "P131"):
                continue
            noted.add(kind)
            place = (first + number, match.start() + 1)
            if kind == "P130":
                _embedding(match, "\n".join(lines[number : number + 20]), place, diagnostics)
            else:
                diagnostics.add(kind, place, found=match[0])


def _embeds(match: re.Match[str]) -> bool:
    """Instagram's and TikTok's code begins with a quotation of a class of its own."""
    return match["name"].lower() == "blockquote" and "class=" in match[0].lower()


def _embedding(tag: re.Match[str], code: str, place: tuple[int, int], diagnostics: DiagnosticCollector) -> None:
    """Note code for embedding. code: the line of its first tag, and some below."""
    link = _linked(code)
    whole = tag.string.strip()
    fix = link if whole.lower().endswith("</iframe>") and whole.startswith(tag[0]) else ""
    diagnostics.add("P130", place, found=whole if fix else tag[0], fix=fix, tag=tag[0], link=link)


def _linked(code: str) -> str:
    """The address of the work that code for embedding shows, "" if it names none that is known."""
    for match in SOURCE.finditer(code):
        link = read_link(match["url"].replace("&amp;", "&"))
        if not isinstance(link, Refusal) and link.kind != "website":
            return link.canonical
    return ""


def _plain_links(lines: list[str], first: int, diagnostics: DiagnosticCollector) -> None:
    """`[words](http://…)`: the page would keep the words and lose the address."""
    for number, line in enumerate(lines, first):
        for match in PLAIN_LINK.finditer(line):
            fix = "https" + match["url"].removeprefix("http")
            diagnostics.add("P132", (number, match.start("url") + 1), found=match["url"], fix=fix)


def _pictures_in_text(lines: list[str], first: int, diagnostics: DiagnosticCollector) -> None:
    """A picture among words, which is left out: it needs a paragraph of its own."""
    start = 0
    for end in [number for number, line in enumerate([*lines, ""]) if not line.strip()]:
        paragraph = lines[start:end]
        if (
            not any(map(is_fence, paragraph))
            and any("![" in line for line in paragraph)
            and re.sub(r"\s", "", ALONE.sub("", "\n".join(paragraph)))
        ):
            number = next(number for number, line in enumerate(paragraph) if "![" in line)
            column = paragraph[number].find("![") + 1
            diagnostics.add("P313", (first + start + number, column), found="![")
        start = end + 1
