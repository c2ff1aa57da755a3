"""Whether the whole of a picture can be decoded, as a build will: a good header says nothing about the rest."""

from __future__ import annotations

from pathlib import Path

from .errors import picture_error
from .inspection import read_bounded
from .model import Facts, PictureError
from .pixels import render

TINY = 16  # pixels: JPEG decodes to an eighth at once, which reads every byte and costs a fraction


def decode_whole(path: Path, facts: Facts) -> None:
    """Decode a picture that `inspect` has accepted. Raises PictureError G108 for a damaged one, G111 if unreadable."""
    size = (min(TINY, facts.width), min(TINY, facts.height))
    try:
        next(render(read_bounded(path), facts.orientation, (0, 0, facts.width, facts.height), (size,)))
    except (MemoryError, PictureError):
        raise
    except OSError as error:
        raise picture_error("G111" if error.errno else "G108", found=error.strerror or "") from error
    except Exception as error:  # Pillow raises whatever a broken file makes its code trip over
        raise picture_error("G108") from error
