"""A repository of a region's own: the content, and workflows of a few lines that call this project's by tag."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from types import MappingProxyType

from ..diagnostics.fault import ToolFailure, one_line
from .git import git

TEMPLATES = Path(__file__).parent / "repositori"
CONTENT = "content"
GIVEN = re.compile(r"(?P<repository>[\w.-]+/[\w.-]+)@(?P<tag>[\w.+-]+)")
ON_GITHUB = re.compile(r"(?:https://|ssh://git@|git@)github\.com[/:](?P<repository>[\w.-]+/[\w.-]+?)(?:\.git)?/?")
HOW = "Tambahkan --from PEMILIK/REPOSITORI@VERSI, misalnya --from contoh/kreator@v1.0.0."


@dataclass(frozen=True, slots=True)
class Program:
    """Where this project is on GitHub, and which of its versions is called."""

    repository: str
    tag: str


def program_of(given: str | None, project: Path) -> Program:
    """As `OWNER/REPO@TAG` says, else as the clone in `project` knows. Raises ToolFailure."""
    if given is not None:
        if parts := GIVEN.fullmatch(given):
            return Program(parts["repository"], parts["tag"])
        raise ToolFailure(f"--from {one_line(given)!r} tidak terbaca. Tulis PEMILIK/REPOSITORI@VERSI.")
    address = ON_GITHUB.fullmatch(git(project, "remote", "get-url", "origin") or "")
    tag = git(project, "describe", "--tags", "--abbrev=0")
    if address is None:
        raise ToolFailure(f"alamat program ini di GitHub tidak diketahui Git (remote origin). {HOW}")
    if not tag:
        raise ToolFailure(f"versi program ini tidak diketahui Git (tag). {HOW}")
    return Program(address["repository"], tag)


def repository_files(content: Mapping[str, bytes], region: str, program: Program) -> Mapping[str, bytes]:
    """Every file of the repository by its path. content: those of `content/`; region: its whole name."""
    words = {"PROGRAM": program.repository, "VERSI": program.tag, "DAERAH": region}
    whole = re.compile(rf"\b({'|'.join(words)})\b")
    files = {
        path.relative_to(TEMPLATES).as_posix(): whole.sub(
            lambda word: words[word[0]], path.read_text(encoding="utf-8")
        ).encode()
        for path in TEMPLATES.rglob("*")
        if path.is_file()
    }
    return MappingProxyType(files | {f"{CONTENT}/{path}": data for path, data in content.items()})


def require_empty(folder: Path, project: Path) -> None:
    """Raises ToolFailure unless the folder is new or empty, as a new clone is, and outside of the project."""
    if folder.resolve().is_relative_to(project.resolve()):
        raise ToolFailure(f"{one_line(str(folder))} di dalam program ini. Sebutkan folder di luarnya.")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ToolFailure(f"{one_line(str(folder))} bukan folder.")
    if folder.is_dir() and any(one.name != ".git" for one in folder.iterdir()):
        raise ToolFailure(f"{one_line(str(folder))} tidak kosong. Sebutkan folder baru atau yang masih kosong.")


def write_repository(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files, first beside the folder: a full disk leaves it empty. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    folder = folder.resolve()
    beside = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for path, data in files.items():
            (beside / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).write_bytes(data)
        for one in beside.iterdir():
            one.rename(folder / one.name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
