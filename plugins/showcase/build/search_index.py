"""The search index in the new tree: the old tree's where it would be the same, or where it may be late.

The indexer reads everything at once and takes longer than all else that a small edit asks for.
"""

from __future__ import annotations

from collections.abc import Callable

from ..cache.digests import digest, packed
from ..cards import Catalogue
from ..cards.addresses import SEARCH_INDEX
from ..outputs.search import documents, index_files
from ..publish import Group, ReusableFiles


def search_index(
    catalogue: Catalogue, files: ReusableFiles, write: Callable[[str, bytes], bytes], late: bool
) -> tuple[Group, bool]:
    """The files of the index, which now lie in the new tree, and whether they are still of the records before.

    write: puts one file into the tree and says what to remember of it. late: prefer the old tree's index to a new one.
    """
    texts = documents(catalogue)
    fingerprint = digest(packed(texts))
    group = files.reuse_group(SEARCH_INDEX, fingerprint) or (files.reuse_group(SEARCH_INDEX, None) if late else None)
    if group is None:
        group = Group(fingerprint, {path: write(path, data) for path, data in index_files(texts, files.workplace)})
    else:
        for path, value in group.values.items():
            files.remember(path, value)
    files.remember_group(SEARCH_INDEX, group)
    return group, group.fingerprint != fingerprint
