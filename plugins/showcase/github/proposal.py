"""What a proposal changes against a commit of its repository, and which faults are its own.

The content of that commit is checked out into a temporary folder and read by the same rules on the same day. So faults
that were there before, or that a new day brings, are not counted as the proposal's.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..content import read_content, require_people
from ..content.collection import slug_of
from ..content.region_day import region_day
from ..diagnostics.fault import Fault, ToolFailure
from ..profiles import Content
from .changes import ProfileIdentity, identity_of

FaultKey = tuple[str, int | None, int | None, str, str, str]


@dataclass(frozen=True, slots=True)
class BaseContent:
    """The content at the base commit. identities: by slug, of the valid profiles that the proposal changes.

    folders: of all profiles.
    """

    content: Content
    identities: Mapping[str, ProfileIdentity]
    folders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal, compared with its base commit.

    found: the content as proposed, with the faults alone that the proposal adds or touches.
    earlier: faults that were there before, in files that it leaves alone.
    changed: files of the content that differ -> bytes added. moved: slug of a folder that is no more -> its new slug,
    by what the profile there says or because Git finds them much alike.
    """

    found: Content
    earlier: tuple[Fault, ...]
    before: BaseContent
    changed: Mapping[str, int]
    moved: Mapping[str, str]


def read_proposal(
    content: Path,
    project_content: Path,
    base: str,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Proposal:
    """Read `content` and what it was at the commit `base`. Raises ToolFailure if there is no such commit."""
    require_people(content, may_lack=content == project_content)
    commit = _commit(content, base)
    changed = _changed_files(content, commit)
    slugs = {slug for name in changed if (slug := slug_of(name))}
    today = region_day(content, project_content)
    with _checked_out(content, commit) as folder:
        folders = frozenset(path.name for path in (folder / "kreator").iterdir())
        project = folder if content.resolve() == project_content.resolve() else project_content
        then = read_content(folder, project, today)
        before = BaseContent(then, {one.slug: identity_of(one) for one in then.creators if one.slug in slugs}, folders)
    found = read_content(content, project_content, today, on_progress=on_progress, newcomers=slugs - folders)
    known = {_fault_key(fault) for fault in then.faults}
    own: list[Fault] = []
    earlier: list[Fault] = []
    for fault in found.faults:
        mine = slug_of(fault.path) in slugs or _is_changed(fault.path, changed) or _fault_key(fault) not in known
        (own if mine else earlier).append(fault)
    faults = tuple(fault for fault in earlier if fault.severity == "fault")
    led = {old: one.slug for one in found.creators for old in one.old_slugs if old in slugs}
    moved = _moved(content, commit) | led
    return Proposal(replace(found, faults=tuple(own)), faults, before, changed, moved)


def _fault_key(fault: Fault) -> FaultKey:
    """What identifies a fault of an untouched file. Its message is left out: it may name other profiles."""
    return (fault.path, fault.line, fault.column, fault.code, fault.key, fault.found)


def _is_changed(path: str, changed: Mapping[str, int]) -> bool:
    """Whether the proposal changes this file or, where a folder is meant, something in it."""
    return path in changed or any("/" in path and name.startswith(f"{path}/") for name in changed)


def _changed_files(content: Path, commit: str) -> dict[str, int]:
    """Files below `content` that differ from the commit -> bytes added. Names relative to `content`."""
    listed = _git(
        content, "diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--relative", commit, "HEAD", "--", "."
    )
    fields = listed.split("\0")
    changes = {}
    for heading, name in zip(fields[0::2], fields[1::2], strict=False):
        _old_mode, _new_mode, old, new, _kind = heading.lstrip(":").split(" ")
        changes[name] = max(_size(content, new) - _size(content, old), 0)
    return changes


def _moved(content: Path, commit: str) -> dict[str, str]:
    """Profiles that Git finds again, much alike, under another slug: the old one -> the new one."""
    command = ("diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--relative", commit, "HEAD")
    fields = _git(content, *command, "--", "kreator").split("\0")
    moved = {}
    for old, new in zip(fields[1::3], fields[2::3], strict=False):
        if old.endswith("/index.md") and new.endswith("/index.md") and slug_of(old) != slug_of(new):
            moved[slug_of(old)] = slug_of(new)
    return moved


@contextmanager
def _checked_out(content: Path, commit: str) -> Iterator[Path]:
    """The content folder of a commit, checked out into a temporary folder."""
    tree = f"{commit}:{_git(content, 'rev-parse', '--show-prefix').strip()}"
    git_dir = _git(content, "rev-parse", "--absolute-git-dir").strip()
    with TemporaryDirectory(prefix="sebelum-") as name:
        folder = Path(name, "content")
        (folder / "kreator").mkdir(parents=True)
        there = {"GIT_DIR": git_dir, "GIT_WORK_TREE": str(folder), "GIT_INDEX_FILE": str(Path(name, "index"))}
        if _git_or_none(content, "rev-parse", "--verify", "--quiet", tree) is not None:
            _git(folder, "read-tree", tree, around=there)
            _git(folder, "checkout-index", "--all", "--quiet", around=there)
        yield folder


def _commit(content: Path, base: str) -> str:
    if _git_or_none(content, "rev-parse", "--is-inside-work-tree") is None:
        raise ToolFailure(f"{content} bukan bagian dari repositori Git; yang dibandingkan adalah dua commit.")
    found = _git_or_none(content, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if not found:
        raise ToolFailure(f"tidak ada commit {base!r} untuk dibandingkan.")
    return found.strip()


def _size(folder: Path, blob: str) -> int:
    return 0 if not blob.strip("0") else int(_git(folder, "cat-file", "-s", blob))


def _git_or_none(folder: Path, *command: str) -> str | None:
    """The output of Git, or None where it fails."""
    done = _run(folder, command, {})
    return done.stdout if done.returncode == 0 else None


def _git(folder: Path, *command: str, around: Mapping[str, str] | None = None) -> str:
    done = _run(folder, command, around or {})
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["tanpa keterangan"])[0]
        raise ToolFailure(f"git {command[0]}: {said}")
    return done.stdout


def _run(folder: Path, command: tuple[str, ...], around: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ["git", *command], cwd=folder, env={**os.environ, **around}, check=False, capture_output=True,
            encoding="utf-8", errors="replace",
        )  # fmt: skip
    except FileNotFoundError as missing:
        raise ToolFailure("git tidak terpasang.") from missing
    except NotADirectoryError as missing:
        raise ToolFailure(f"{folder} bukan folder.") from missing
