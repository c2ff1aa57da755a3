"""Creators' stories rendered ahead of their cards, on all cores; the cards then find them in the cache."""

from __future__ import annotations

from collections.abc import Iterable

from ..cache.cache import Results
from ..runtime.parallel import parallel_map
from .context import text_key
from .story import creator_cleaner, render

MARKDOWN, CLEAN = "markdown", "bersih"


def render_ahead(stories: Iterable[str], results: Results, jobs: int) -> None:
    """Put the HTML of every story that is not in the cache into it. jobs: how many processes may render."""
    new = [text for text in dict.fromkeys(stories) if text and results.get(text_key(MARKDOWN, text)) is None]
    for text, (html, clean) in zip(new, parallel_map(_rendered, new, tuple[str, str], jobs), strict=True):
        results.put(text_key(MARKDOWN, text), html.encode())
        results.put(text_key(CLEAN, html), clean.encode())


def _rendered(text: str) -> tuple[str, str]:
    html = render(text)
    return html, creator_cleaner(html)
