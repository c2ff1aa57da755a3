"""A proposal as GitHub knows it, its pull request. Nothing here comes from the proposal's own files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..content.collection import slug_of

GUIDE = "docs/kode.md"


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request.

    repository: `owner/name` of the code and its guide. head: of where it comes from. site: ends in a slash, or "".
    files: of the content, as the proposal has them. outside: the others that it changes, code for one. texts: of the
    content, but of no profile. complete: whether GitHub named every file. log: the page of its check; passed: how that
    ended.
    """

    server: str
    repository: str
    head: str
    branch: str
    folder: str
    site: str
    log: str = ""
    passed: bool = True
    files: Collection[str] = frozenset()
    outside: Sequence[str] = ()
    texts: Sequence[str] = ()
    complete: bool = True

    def edit(self, path: str) -> str:
        """The page that edits a file of the content on the proposal's own branch."""
        return f"{self.server}/{self.head}/edit/{quote(self.branch)}/{quote(f'{path_prefix(self.folder)}{path}')}"

    def explain(self, fault_code: str) -> str:
        """The guide's section on a code."""
        return f"[{fault_code}]({self.server}/{self.repository}/blob/main/{GUIDE}#{fault_code.lower()})"


def changed_names(files: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The names of files that GitHub says a proposal changes; a moved file has its old one too."""
    return tuple(
        dict.fromkeys(str(file[key]) for file in files for key in ("filename", "previous_filename") if file.get(key))
    )


def slugs_among(names: Iterable[str], folder: str) -> set[str]:
    """The profiles that some files of the repository belong to."""
    prefix = path_prefix(folder)
    return {slug for name in names if name.startswith(prefix) and (slug := slug_of(name.removeprefix(prefix)))}


def public_address(site: str) -> str:
    """A site's address as people are given it: https, ending in a slash; "" for none."""
    return f"{site.rstrip('/')}/".replace("http:", "https:", 1) if site else ""


def path_prefix(folder: str) -> str:
    """What the names of the content's files begin with in the repository; `.` for one that holds nothing else."""
    return "" if folder == "." else f"{folder}/"
