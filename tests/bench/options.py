"""What the benchmark is asked for, checked before anything is begun."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from showcase.diagnostics.fault import ToolFailure

from .peers import PEERS, Places
from .sites import OURS

MOST = 20_000
ROUNDS = 99


@dataclass(frozen=True, slots=True)
class Options:
    """peers: keys of those to measure. untimed: of those whose cold build is not timed, ours among them if all are.

    limit: seconds of a build. keep: folder in which the sites stay for another run; None: they go. report: the
    Markdown file.
    """

    creators: int
    photos: bool
    cold_rounds: int
    rounds: int
    peers: tuple[str, ...]
    untimed: frozenset[str]
    places: Places
    limit: int | None
    keep: Path | None
    report: Path


def options_from(given: dict[str, str | None], *, photos: bool, report: Path) -> Options:
    """The options as typed, by flag without its dashes. report: where it goes unless told. Raises ToolFailure."""
    peers = _names("peers", given["peers"], tuple(PEERS))
    limit = given["timeout"]
    return Options(
        creators=_whole("creators", given["creators"], MOST, 100),
        photos=photos,
        cold_rounds=_whole("cold-rounds", given["cold-rounds"], ROUNDS, 1),
        rounds=_whole("rounds", given["rounds"], ROUNDS, 3),
        peers=peers,
        untimed=frozenset(_untimed(given["skip-cold"], peers)),
        places=Places(_folder(given["peer-venv"], "PEER_VENV"), _folder(given["node-dir"], "NODE_DIR")),
        limit=None if limit is None else _whole("timeout", limit, 86_400, 600),
        keep=Path(given["keep"]).resolve() if given["keep"] else None,
        report=_report(given["report"], report),
    )


def _whole(flag: str, text: str | None, most: int, example: int) -> int:
    text = text or ""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= most):
        raise ToolFailure(f"--{flag} {text!r} bukan jumlah. Tulis angka 1 sampai {most}, misalnya --{flag} {example}")
    return int(text)


def _names(flag: str, text: str | None, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """A comma list of peers; `otherwise` for nothing, none for the word `tanpa`."""
    if not text:
        return otherwise
    names = () if text == "tanpa" else tuple(dict.fromkeys(name.strip() for name in text.split(",")))
    for name in names:
        if name not in PEERS:
            raise ToolFailure(f"--{flag} tidak mengenal {name!r}. Yang dikenal: {', '.join(PEERS)}, atau tanpa.")
    return names


def _untimed(text: str | None, peers: tuple[str, ...]) -> tuple[str, ...]:
    return (OURS, *peers) if text == "semua" else _names("skip-cold", text, ())


def _folder(text: str | None, variable: str) -> Path | None:
    """A folder as typed, else from the environment. Raises ToolFailure for one that is not there."""
    text = text or os.environ.get(variable)
    if not text:
        return None
    folder = Path(text).resolve()
    if not folder.is_dir():
        raise ToolFailure(f"Folder {folder} tidak ada.")
    return folder


def _report(text: str | None, otherwise: Path) -> Path:
    path = Path(text).resolve() if text else otherwise
    if path.suffix != ".md":
        raise ToolFailure(f"--report {text!r} harus berkas .md; JSON ditulis di sampingnya.")
    return path
