"""`{dinas_nama}` in a text of the office stands for what `situs.md` says, so that one text fits every region."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..diagnostics.collector import DiagnosticCollector
from ..frontmatter.nodes import Text
from ..profiles.model import Document
from ..region.model import Site

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
# Pelican's own, at the head of a link.
OF_PELICAN = frozenset({"attach", "author", "category", "filename", "index", "static", "tag"})
FILLED = ("judul", "ringkasan", "menu")  # besides the text itself


def placeholders_of(site: Site) -> Mapping[str, str]:
    """What may stand in braces, by the key of `situs.md` that says it: the names that every site has."""
    return {
        "nama": site.name,
        "daerah": site.short_name,
        "daerah_lengkap": site.full_name,
        "dinas_nama": site.office.name,
        "dinas_singkat": site.office.short,
    }


def check_placeholders(
    story: str, line: int, nodes: Iterable[Text | None], site: Site, diagnostics: DiagnosticCollector
) -> None:
    """Note every placeholder that there is not. line: of the story's first line."""
    known = placeholders_of(site)
    texts = [Text(text, number, 1) for number, text in enumerate(story.split("\n"), line)]
    for node in (*filter(None, nodes), *texts):
        for match in PLACEHOLDER.finditer(node.text):
            if match[1] not in known and match[1] not in OF_PELICAN:
                at = (node.line, node.column + match.start())
                diagnostics.add("D107", at, found=match[0], allowed=[f"{{{name}}}" for name in known])


def fill(document: Document, site: Site) -> Document:
    """The document with its placeholders filled in."""
    known = placeholders_of(site)

    def filled(text: str) -> str:
        return PLACEHOLDER.sub(lambda match: known.get(match[1], match[0]), text)

    return replace(
        document,
        title=filled(document.title),
        summary=filled(document.summary),
        menu=filled(document.menu),
        story=filled(document.story),
    )
