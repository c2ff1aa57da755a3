"""What each contender made of the photos: how many bytes, and how much they look like the originals."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from .builds import Entry
from .encode_cost import encoder_effort
from .people import Person
from .results import Files, Limit, Published
from .sites import PHOTO_USES, recipe_of
from .ssim import likeness, upright

ATTRIBUTE = re.compile(r"""\b(?:src|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
SUFFIXES = frozenset({".jpg", ".jpeg", ".webp", ".avif", ".png"})
BASE = "https://contoh.test/"
COMPARED = 4  # creators whose photos are compared; more say the same
SAMPLED = 200  # photos whose encoding is timed; of more, as many evenly taken


def published(entry: Entry, photos: Sequence[Path]) -> Published:
    """The pictures on the creators' own pages. photos: two a creator, as they were given to the contender."""
    pages = [pictures_of(entry, person) for person in entry.people]
    every = set().union(*pages)
    sizes: dict[tuple[str, int], list[tuple[float, int]]] = {}
    compared: set[tuple[int, int]] = set()
    for number in evenly(len(pages), COMPARED):
        originals = [upright(photo) for photo in photos[2 * number : 2 * number + 2]]
        for path in sorted(pages[number]):
            data = path.read_bytes()
            if found := likeness(data, originals):
                compared.add((number, found.which))
                sizes.setdefault((found.kind, found.width), []).append((found.ssim, len(data)))
    return Published(
        files=len(every) / len(photos),
        size=sum(path.stat().st_size for path in every) / len(photos),
        compared=len(compared),
        asked=2 * len(evenly(len(pages), COMPARED)),
        by_size=tuple(
            Files(kind, width, statistics.fmean(size for _, size in all_of), statistics.fmean(s for s, _ in all_of))
            for (kind, width), all_of in sorted(sizes.items())
        ),
    )


def pictures_of(entry: Entry, person: Person) -> set[Path]:
    """The picture files that a creator's page names and that are there."""
    page = entry.contender.page.format(person.slug)
    output = entry.folder / entry.contender.output
    text = (output / page).read_text(encoding="utf-8")
    named = [one.split()[0] for found in ATTRIBUTE.findall(text) for one in "".join(found).split(",") if one.strip()]
    paths = {output / unquote(urlsplit(urljoin(BASE + page, url)).path).lstrip("/") for url in named}
    return {path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file()}


def encoder_limit(entry: Entry, photos: Sequence[Path], cores: int) -> Limit:
    """What the encoders alone take for the files that one of our contenders publishes."""
    chosen = evenly(len(photos), SAMPLED)
    effort = encoder_effort([(photos[n], PHOTO_USES[n % 2]) for n in chosen], recipe_of(entry.contender), cores)
    scale = len(photos) / len(chosen)
    files = round(sum(effort.files.values()) * scale)
    return Limit(entry.contender.key, files, len(chosen), (effort.cpu * scale,), cores)


def evenly(count: int, most: int) -> list[int]:
    """At most `most` numbers below `count`, from the first on in equal steps."""
    wanted = min(count, most)
    return [number * count // wanted for number in range(wanted)]
