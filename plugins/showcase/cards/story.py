"""Markdown from a stranger -> sanitised parts: text, platform cards, pictures.

Order matters: Markdown is rendered (`markup` says how), Beautiful Soup takes out what stands alone in its
paragraph (a link, a picture), and only then is the rest sanitised, so nothing that a
writer typed reaches a page without having gone through nh3.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from itertools import pairwise

import nh3
from markdown import Markdown

from ..links.naming import host_in, names_another
from ..links.url_parser import Rejection, parse_url
from .markup import AsTyped, breaks_after
from .opened import MakeLink, MakePicture, StoryPart, StoryText

TAGS = {
    "p", "br", "strong", "em", "ul", "ol", "li", "a", "blockquote", "h2", "h3", "h4", "code", "pre", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "del", "sup", "sub",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}, "li": {"value"}}
DROPPED_WITH_TEXT = {"script", "style", "iframe", "object", "svg", "math", "template", "noscript", "title"}
EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")
FOREIGN_REL = "ugc nofollow noopener"
# What nh3 writes: one form, no quotation marks or brackets but its own.
LINK = re.compile(r'<a href="(?P<url>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)

# Paragraphs without a single sign that means something in Markdown; a line starts with a letter.
_LINE = r"[^\W\d_](?:[^\W_]++|[,.;?!()/'\"–—…%-]|[ ](?![ \n]|\Z))*"
PLAIN = re.compile(rf"{_LINE}(?:\n{{1,2}}{_LINE})*")

# A paragraph that begins with a link or a picture, and so may hold nothing else.
PERHAPS_ALONE = re.compile(r"<p\b[^>]*>\s*(?:<br\s*/?>\s*)*(?:<a\b|<img\b|https?:)", re.IGNORECASE)

Cleaner = Callable[[str], str]


@lru_cache(maxsize=1)
def _markdown() -> Markdown:
    """One renderer for all stories: building one costs a fifth of rendering a story."""
    return Markdown(extensions=["tables", "sane_lists", "def_list", AsTyped()], output_format="html")


def render(text: str) -> str:
    """HTML of Markdown, not yet safe."""
    if PLAIN.fullmatch(text):  # as most stories are: the same HTML in a hundredth of the time
        return "\n".join(f"<p>{_with_breaks(paragraph)}</p>" for paragraph in text.split("\n\n"))
    renderer = _markdown()
    renderer.reset()
    return renderer.convert(text)


def _with_breaks(paragraph: str) -> str:
    if "\n" not in paragraph:
        return paragraph
    lines = paragraph.split("\n")
    ends = ["<br>\n" if breaks_after(*pair) else "\n" for pair in pairwise(lines)]
    return "".join(map("".join, zip(lines, [*ends, ""], strict=True)))


def creator_cleaner(html: str) -> str:
    """Safe HTML of a creator's story: headings below the page's own, honest https links only, marked `ugc`."""
    html = re.sub(r"(</?h)([1-6])\b", lambda m: f"{m[1]}{min(4, max(3, int(m[2]) + 1))}", html)
    safe = nh3.clean(
        html,
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_TEXT,
        attributes=ATTRIBUTES,
        attribute_filter=_if_safe,
        url_schemes={"https"},
        url_relative="deny",
        link_rel=FOREIGN_REL,
    )
    return LINK.sub(_with_its_host, safe)


def _if_safe(tag: str, name: str, value: str) -> str | None:
    """The address of a link if every browser reads it alike, None otherwise."""
    return None if tag == "a" and name == "href" and isinstance(parse_url(value), Rejection) else value


def _with_its_host(link: re.Match[str]) -> str:
    """A link; with its host behind it where its words name another site."""
    host = host_in(unescape(link["url"]))
    words = unescape(re.sub(r"<[^>]*>", "", link["words"]))
    if not host or not names_another(words, host):
        return link[0]
    return f"{link[0]} ({host})"


def office_cleaner(root: str) -> Cleaner:
    """A cleaner for the office's own pages, where a link like `gabung/` or `/gabung/` leads into the site."""

    def into_site(tag: str, name: str, value: str) -> str | None:
        if tag != "a" or name != "href" or value.startswith("mailto:"):
            return value
        if value.startswith("https:"):
            return _if_safe(tag, name, value)
        return None if value.startswith("//") or re.search(r"[:\\]", value) else root + value.lstrip("/.")

    def clean(html: str) -> str:
        html = re.sub(r"(</?h)1\b", r"\g<1>2", html)
        safe = nh3.clean(
            html,
            tags=TAGS,
            clean_content_tags=DROPPED_WITH_TEXT,
            attributes=ATTRIBUTES,
            attribute_filter=into_site,
            url_schemes={"https", "mailto"},
            url_relative="pass_through",
            link_rel="noopener",
        )
        return LINK.sub(_with_its_host, safe)

    return clean


def story_parts(
    text: str, *, clean: Cleaner, link: MakeLink, picture: MakePicture, render: Cleaner = render
) -> tuple[StoryPart, ...]:
    """The parts of a story in order. render: Markdown to HTML.

    `link` makes the card of a known platform's link that stands alone, `picture` the picture
    of a file name, its alternative text and its title; either may answer None, and the paragraph stays text.
    """
    html = render(text)
    if not PERHAPS_ALONE.search(html):
        return _text(html, clean)
    # Loaded only where it is needed: Beautiful Soup takes a good part of the time of a small rebuild.
    from .embeds import parts_alone

    parts: list[StoryPart] = []
    pending: list[str] = []
    for source, found in parts_alone(html, link, picture):
        if not found:
            pending.append(source)
            continue
        parts.extend(_text("".join(pending), clean))
        pending.clear()
        parts.extend(found)
    parts.extend(_text("".join(pending), clean))
    return tuple(parts)


def _text(html: str, clean: Cleaner) -> tuple[StoryPart, ...]:
    safe = EMPTY_PARAGRAPH.sub("", clean(html)).strip()
    # A table wider than a phone scrolls by itself, and then the keyboard must be able to get hold of it.
    safe = safe.replace("<table>", '<table tabindex="0">')
    return (StoryText(safe),) if safe else ()
