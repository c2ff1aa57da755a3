"""Sorting Pagefind's search index, so that equal content gives equal bytes.

Pagefind 1.5 writes the values of a filter in the order of a hash map that differs from run to run, and names that
file and the two that name it by their hashes. Here the values are put in order and the three files named anew.
A filter file is gzip of `pagefind_dcd` and CBOR (RFC 8949): [name, [[value, [page, …]], …]].
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from hashlib import sha256

Files = dict[str, bytes]
MARK = b"pagefind_dcd"
FILTER = re.compile(r"filter/(?P<name>[a-z]+_(?P<hash>[0-9a-f]+))\.pf_filter")
META = re.compile(r"pagefind\.(?P<name>[a-z]+_(?P<hash>[0-9a-f]+))\.pf_meta")
ENTRY = "pagefind-entry.json"
TEXT, LIST = 3, 4  # CBOR's major types


def in_order(files: Files) -> Files:
    """The files of an index by path, with every filter in order. Raises ValueError for another format."""
    renamed: dict[bytes, bytes] = {}
    made: Files = {}
    for path, data in files.items():
        if match := FILTER.fullmatch(path):
            content = _sorted_filter(gzip.decompress(data))
            name = _name(match, content)
            renamed[match["name"].encode()] = name.encode()
            made[f"filter/{name}.pf_filter"] = gzip.compress(content, mtime=0)
    for path, data in files.items():
        if match := META.fullmatch(path):
            content = gzip.decompress(data)
            for old, new in renamed.items():
                content = content.replace(old, new)
            name = _name(match, content)
            renamed[match["name"].encode()] = name.encode()
            made[f"pagefind.{name}.pf_meta"] = gzip.compress(content, mtime=0)
    for path, data in files.items():
        if not FILTER.fullmatch(path) and not META.fullmatch(path):
            made[path] = data
    for old, new in renamed.items():
        made[ENTRY] = made[ENTRY].replace(old, new)
    return made


def _name(match: re.Match[str], content: bytes) -> str:
    """The name with the hash of the new content, as long as the old one."""
    prefix = match["name"].removesuffix(match["hash"])
    return prefix + sha256(content).hexdigest()[: len(match["hash"])]


def _sorted_filter(content: bytes) -> bytes:
    """A filter with its values in order."""
    if not content.startswith(MARK + b"\x82"):
        raise ValueError("this is no Pagefind filter")
    at = _end(content, len(MARK) + 1)  # behind its name
    kind, count, at = _head(content, at)
    if kind != LIST:
        raise ValueError("a filter without values")
    values = tuple(_pieces(content, at, count))
    return content[:at] + b"".join(sorted(values))


def _pieces(content: bytes, at: int, count: int) -> Iterator[bytes]:
    for _ in range(count):
        end = _end(content, at)
        yield content[at:end]
        at = end


def _end(content: bytes, at: int) -> int:
    """Index behind the item that begins at `at`."""
    kind, size, at = _head(content, at)
    if kind == TEXT:
        return at + size
    for _ in range(size if kind == LIST else 0):
        at = _end(content, at)
    return at


def _head(content: bytes, at: int) -> tuple[int, int, int]:
    """Major type, argument, and where what follows begins."""
    kind, short = content[at] >> 5, content[at] & 31
    if kind not in (0, TEXT, LIST) or short > 27:
        raise ValueError("an item that a filter does not have")
    if short < 24:
        return kind, short, at + 1
    width = 1 << (short - 24)
    return kind, int.from_bytes(content[at + 1 : at + 1 + width]), at + 1 + width
