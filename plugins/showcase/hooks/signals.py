"""Where Pelican calls us: its signals, and which build each of them is about."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from pelican import Pelican, signals

from .run import Runs, in_words

if TYPE_CHECKING:
    from pelican.generators import Generator
    from pelican.writers import Writer


def connect() -> None:
    """Connect every handler; they are module-level functions, since signals hold them weakly."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(our_generator)
    signals.get_writer.connect(our_writer)
    logging.getLogger("pelican").addFilter(in_words)


def prepare(pelican: Pelican) -> None:
    """Begin only when Pelican runs: `-l` serves without running, `-r` runs again and again."""
    pelican.run = Runs(pelican)


def our_generator(pelican: Pelican) -> type[Generator]:
    """What makes everything that is neither a news item nor a text of the office."""
    from .generation import ShowcaseGenerator

    ours: type[Generator] = pelican.run.generation.of(ShowcaseGenerator)
    return ours


def our_writer(pelican: Pelican) -> type[Writer]:
    """What puts files into the new tree."""
    from .generation import ShowcaseWriter

    ours: type[Writer] = pelican.run.generation.of(ShowcaseWriter)
    return ours
