"""Paragraphs of a story that hold nothing but links or pictures: cards and figures instead of text."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from ..links import read_link
from ..links.model import Refusal
from .opened import MakeLink, MakePicture, StoryPart


def parts_alone(html: str, link: MakeLink, picture: MakePicture) -> Iterator[tuple[str, tuple[StoryPart, ...]]]:
    """Each block of a story: its HTML, and the parts that it stands for if it is nothing but links or pictures."""
    for node in BeautifulSoup(html, "html.parser").contents:
        yield str(node), tuple(_alone(node, link, picture))


def _alone(node: PageElement, link: MakeLink, picture: MakePicture) -> Iterator[StoryPart]:
    """The parts that a paragraph of nothing but links or pictures stands for; nothing if it holds words too."""
    if not isinstance(node, Tag) or node.name != "p":
        return
    made: list[StoryPart | None] = []
    for child in node.contents:
        if isinstance(child, Tag) and child.name == "img":
            made.append(picture(*(str(child.get(name, "")) for name in ("src", "alt", "title"))))
        elif isinstance(child, Tag) and child.name == "a":
            made.append(_linked(str(child.get("href", "")), child.get_text(" ", strip=True), link))
        elif isinstance(child, NavigableString):
            made.extend(_linked(word, "", link) for word in child.split())
        elif not (isinstance(child, Tag) and child.name == "br"):
            return
    if made and all(part is not None for part in made):
        yield from (part for part in made if part is not None)


def _linked(url: str, label: str, link: MakeLink) -> StoryPart | None:
    if not url.startswith(("https://", "http://")):
        return None
    known = read_link(url)
    if isinstance(known, Refusal) or known.kind == "website":
        return None
    return link(known, "" if label == url else label)
