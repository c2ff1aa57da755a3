"""Reading a file of the content safely: a regular file only, and at most so many bytes."""

from __future__ import annotations

import errno
from pathlib import Path


def own_bytes(path: Path, most: int) -> bytes:
    """At most `most` bytes of a regular file. Raises OSError for a link, a folder, a pipe or a device."""
    if path.is_symlink() or not path.is_file():
        raise OSError(errno.EINVAL, "bukan berkas biasa", str(path))
    with path.open("rb") as file:
        return file.read(most)
