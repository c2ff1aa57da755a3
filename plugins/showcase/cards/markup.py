"""Markdown for people who do not know that they write it: what was not meant as a mark comes out as it was typed.

Headings, lists, emphasis, links, tables, quotations and pictures work as everywhere. Left out or narrowed is what
changes a text that was pasted from a chat: hashtags, names of accounts and addresses, `<words>`, `5*3`, indented
paragraphs, a line of hyphens under a name, `[Name]: words`, and numbers of a list that do not count up. No HTML.

A line break stays where it was made on purpose. The texts of this project are wrapped by an editor, at 72 letters or
more, so a shorter line was ended by hand; so was one before a line that begins with a sign of its own, as in lists with
`•` or 1).
"""

from __future__ import annotations

import re
from typing import cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor, HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.inlinepatterns import DelimiterProcessor, InlineProcessor, LinkInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

SHORT_LINE = 60
BULLET = re.compile(r" {0,3}(?:[*+-]|1\.) +\S")
ITEM = re.compile(r" *(?:[*+-]|\d{1,9}\.) ")
# What Markdown gives a meaning at the beginning of a line; a break before it would be one too many.
BLOCK = re.compile(r" *(?:[*+-] |\d{1,9}\. |#{1,6} |[>|:]|[-=*_ ]+$)")
OWN_SIGN = re.compile(r"""[^\w\s("'“‘«*_\[`<!\\–—&.,;:?)-]|\d{1,3}\)""")
COMMENT = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)
# Addresses and accounts, with the underscores and stars in them.
LITERAL = rf"(?:https?://|www\.)[^\s<>*{STX}{ETX}]*[^\s<>*_.,;:!?)'\"\]{STX}{ETX}]" rf"|(?<!\w)@(?=[\w.]*\w)[\w.]*\w"
# Stars mark words from their beginning: `5*3*2` is arithmetic, `*kata*nya` is not.
STARS = re.compile(
    r"(?P<ambiguous>(?<!^)(?<![\s*\w])\*+(?![\s*])(?!$))|(?P<end>(?<!^)(?<![\s*])\*+)|(?P<start>(?<![\w*])\*+(?![\s*])(?!$))"
)
TARGET = re.compile(r"\S*[./#:]\S*")

WITHOUT_PREPROCESSORS = ("html_block",)
WITHOUT_BLOCKS = ("code", "setextheader", "reference")
WITHOUT_PATTERNS = ("html", "reference", "image_reference", "short_reference", "short_image_ref")


def breaks_after(line: str, following: str) -> bool:
    """Whether the writer ended a line, and no editor wrapped it."""
    if not line.strip() or not following.strip() or BLOCK.match(following):
        return False
    return len(line) < SHORT_LINE or OWN_SIGN.match(following.lstrip()) is not None


class AsTyped(Extension):
    """What is left of Markdown, and how it is narrowed."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Take out and put in the processors."""
        for registry, names in (
            (md.preprocessors, WITHOUT_PREPROCESSORS),
            (md.parser.blockprocessors, WITHOUT_BLOCKS),
            (md.inlinePatterns, WITHOUT_PATTERNS),
        ):
            for name in names:
                registry.deregister(name)
        md.preprocessors.register(_Lines(md), "lines", 20)
        md.parser.blockprocessors.register(_Heading(md.parser), "hashheader", 70)
        md.parser.blockprocessors.register(_Numbers(md.parser), "olist", 40)
        md.parser.blockprocessors.register(_Quotation(md.parser), "quote", 20)
        md.inlinePatterns.register(_Link(r"(?<!\!)\[", md), "link", 160)
        md.inlinePatterns.register(_Literal(LITERAL, md), "literal", 65)
        delimiters = cast("DelimiterProcessor", md.inlinePatterns["em_strong"])
        delimiters.delimiters["*"].boundary = STARS


class _Lines(Preprocessor):
    """A list needs no blank line before it, and a line break that was meant is written as Markdown writes it."""

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        in_list = False
        for line in COMMENT.sub("", "\n".join(lines)).split("\n"):
            before = made[-1] if made else ""
            in_list = bool(before.strip()) and (in_list or ITEM.match(before) is not None)
            if BULLET.match(line) and before.strip() and not in_list and not before.lstrip().startswith((">", "|")):
                made.append("")
            elif before and breaks_after(before, line):
                made[-1] = f"{before.rstrip()}  "
            made.append(line)
        return made


class _Heading(HashHeaderProcessor):
    """`## Words`; without a blank it is a hashtag."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>[^\n]*)(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        heading = self.lastChild(parent)
        if heading is not None and heading.text and heading.text.endswith("#"):
            words = heading.text.rstrip("#")
            heading.text = words.rstrip() if words != words.rstrip() else heading.text


class _Numbers(SaneOListProcessor):
    """A numbered list keeps the numbers that were typed: years are often written so."""

    def __init__(self, parser: object) -> None:
        super().__init__(parser)  # type: ignore[arg-type]
        self.RE = re.compile(r"^ {0,3}(?:0|[1-9]\d{0,8})\. +(.*)")
        self.CHILD_RE = re.compile(r"^ {0,3}(((?:0|[1-9]\d{0,8})\.)) +(.*)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        found = [self.CHILD_RE.match(line) for line in blocks[0].split("\n")]
        numbers = [int(match[2].rstrip(".")) for match in found if match]
        super().run(parent, blocks)
        items = parent if parent.tag == "ol" else self.lastChild(parent)
        if items is None or items.tag != "ol" or (len(numbers) > 1 and len(set(numbers)) == 1):
            return
        typed = dict(zip(list(items)[-len(numbers) :], numbers, strict=False))
        count = int(items.get("start", "1"))
        for item in items:
            number = typed.get(item, int(item.get("value", count)))
            if number != count:
                item.set("value", str(number))
            count = number + 1


class _Quotation(BlockQuoteProcessor):
    """`> words`; `>5 tahun` says more than five."""

    RE = re.compile(r"(^|\n)[ ]{0,3}>(?!\d)[ ]?(.*)")


class _Link(LinkInlineProcessor):
    """`[words](address)`; what is in parentheses and no address stays there."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, Element) and not TARGET.fullmatch(self.unescape(element.get("href", ""))):
            return None, None, None
        return element, start, end


class _Literal(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        return m[0], m.start(), m.end()
