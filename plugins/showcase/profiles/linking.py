"""Links of a profile: each where it belongs, none twice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..links import PLATFORMS, channel_of, find_links, read_link, same_thing
from ..links.model import Link, Refusal
from ..schema.entries import Entry
from ..schema.split import split_text, texts_of

CHANNELS = frozenset({"channel", "website"})
WORKS = frozenset({"video", "short", "live", "playlist", "post", "photo", "website"})
# Several links on one line: a comma and a blank, or a new https.
BETWEEN = re.compile(r"\s*[,;]\s+|\s*[,;]?\s+(?=https?://)|[,;](?=https?://)")
# `instagram: https://…` and `TikTok - https://…` in a list of links.
LABELLED = re.compile(r"(?!https?:)(?P<label>[A-Za-z][\w ]{0,20}?)\s*[:=-]+\s*(?=https?://|www\.)", re.IGNORECASE)

# What hands and keyboards make of `https://www.`.
SCHEME = re.compile(r"https?\s*[:：;]?\s*/\s*/\s*(?=\S)", re.IGNORECASE)
WWW = re.compile(r"\bwww\s*[,.]\s*(?=\w)", re.IGNORECASE)

# `TikTok @nama`: no address, but one account of its own.
NAMED_ACCOUNT = re.compile(r"[A-Za-z]{2,20}\s*:?\s*@[\w.-]{2,60}")

Placed = tuple[Link, Text]


def read_channels(entry: Entry, diagnostics: DiagnosticCollector) -> tuple[Placed, ...]:
    """The creator's own channels, as typed under `akun`."""
    found = [(link, node) for node in link_texts(entry, diagnostics) if (link := read_one(node, "akun", diagnostics))]
    good: list[Placed] = []
    for link, node in found:
        if link.kind in CHANNELS:
            good.append((link, node))
            continue
        diagnostics.add("P401", node, key="akun", found=node.text, fix=channel_of(link))
    kept = without_repeats(good, "akun", diagnostics)
    most = entry.key.limits[1] if entry.key else len(kept)
    if len(kept) > most:
        extra = kept[most][1]
        diagnostics.add("P116.accounts", extra, key="akun", found=extra.text, count=len(kept), most=most)
    return kept[:most]


def link_texts(entry: Entry, diagnostics: DiagnosticCollector) -> tuple[Text, ...]:
    """The texts of a list of links, labels in front of them left out."""
    return tuple(
        _unlabelled(node, entry.key.name if entry.key else "", diagnostics) for node in texts_of(entry, split_links)
    )


def split_links(node: Text) -> tuple[Text, ...]:
    """A text with several links as several texts; a sentence around one link stays whole."""
    if len(node.text) > 4000 or (node.text.count("http") < 2 and "," not in node.text):
        return (node,)
    parts = split_text(node, BETWEEN)
    return parts if all(looks_like_link(part.text) for part in parts) else (node,)


def looks_like_link(text: str) -> bool:
    """True for one word with a point or a slash in it, or a name with @, perhaps with a label."""
    if NAMED_ACCOUNT.fullmatch(text):
        return True
    label = LABELLED.match(text)
    rest = text[label.end() :] if label else text
    return not re.search(r"\s", rest) and bool(re.search(r"[./@]", rest))


def read_one(node: Text, key: str, diagnostics: DiagnosticCollector) -> Link | None:
    """What a text is; a refusal is a fault at its place, a link out of a sentence a suggestion."""
    read = read_link(node.text)
    if isinstance(read, Refusal):
        fix = read.fix or _mended(node.text)
        diagnostics.add_worded(read.code, node, read.message, key=key, found=node.text, fix=fix)
        return None
    if len(node.text.split()) > 1 and find_links(node.text):
        diagnostics.add("P404.sentence", node, key=key, found=node.text, fix=read.canonical)
    return read


def _mended(text: str) -> str:
    """The address that a text becomes with the signs of its beginning mended, or ""."""
    read = read_link(WWW.sub("www.", SCHEME.sub("https://", text.strip(), count=1), count=1))
    return read.canonical if isinstance(read, Link) and not re.search(r"\s", read.url) else ""


def read_work_link(node: Text, diagnostics: DiagnosticCollector) -> Link | None:
    """The link of a work; a channel is answered with where it belongs."""
    link = read_one(node, "karya", diagnostics)
    if link and link.kind not in WORKS:
        diagnostics.add("P402", node, key="karya", found=node.text, platform=PLATFORMS[link.platform].label)
        return None
    return link


def without_repeats(links: Iterable[Placed], key: str, diagnostics: DiagnosticCollector) -> tuple[Placed, ...]:
    """Links, each once; a second one of the same thing is a fault."""
    first: dict[str, Placed] = {}
    for link, node in links:
        same = same_thing(link)
        if same in first:
            diagnostics.add("P403", node, key=key, found=node.text, line=first[same][1].line)
        first.setdefault(same, (link, node))
    return tuple(first.values())


def _unlabelled(node: Text, key: str, diagnostics: DiagnosticCollector) -> Text:
    label = LABELLED.match(node.text)
    if not label:
        return node
    rest = node.text[label.end() :]
    diagnostics.add("P404.label", node, key=key, found=node.text, fix=rest, label=label[0].strip())
    return Text(rest, node.line, node.column + label.end(), node.quoted)
