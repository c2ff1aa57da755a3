"""The same input gives the same bytes, whatever surrounds the build."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.support.sites import tree_of, write_profile

SCRIPT = """
import os, random, sys
sys.path[:0] = [sys.argv[1] + '/plugins', sys.argv[1]]
order, jobs = int(sys.argv[5]), int(sys.argv[6])
if order:
    dice = random.Random(order)
    listed, scanned = os.listdir, os.scandir

    def shuffled(things):
        things = list(things)
        dice.shuffle(things)
        return things

    class Scan:
        def __init__(self, things): self.left = iter(things)
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def __iter__(self): return self
        def __next__(self): return next(self.left)
        def close(self): pass

    os.listdir = lambda *a: shuffled(listed(*a))
    os.scandir = lambda *a: Scan(shuffled(scanned(*a)))
from pathlib import Path
from showcase import settings
from showcase.commands import build
settings.DEFAULTS['cache'] = sys.argv[4]
settings.DEFAULTS['jobs'] = jobs or None
sys.exit(build.run(content=Path(sys.argv[2]), output=Path(sys.argv[3]), public=True))
"""


@dataclass(frozen=True)
class Way:
    """One way to build. order: seed of the folders' order, 0: the disk's. copy: checkout and content elsewhere."""

    surroundings: dict[str, str] = field(default_factory=dict)
    jobs: int = 0
    order: int = 0
    copy: bool = False
    old: bool = False
    cache: str = "cold"


WAYS = {
    "as it is": Way(),
    "another hash seed": Way({"PYTHONHASHSEED": "4711"}),
    "another time zone": Way({"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}),
    "another locale": Way({"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}),
    "one worker": Way(jobs=1),
    "two workers": Way(jobs=2),
    "four workers, a warm cache": Way(jobs=4, cache="warm"),
    "folders in another order": Way(order=3, jobs=2),
    "another checkout, another place": Way(copy=True, surroundings={"HOME": "/nonexistent"}),
    "old files": Way(old=True, order=5, surroundings={"TZ": "America/Lima", "LC_ALL": "C.UTF-8"}),
}


def tree_hash(output: Path) -> str:
    """One hash of the names and bytes of a tree."""
    return hashlib.sha256(repr(sorted(tree_of(output).items())).encode()).hexdigest()


def build(way: Way, project: Path, content: Path, folder: Path) -> str:
    """Build in one way, from a working folder of its own; the hash of the tree."""
    folder.mkdir()
    if way.copy:
        for name in ("plugins", "theme", "content"):
            shutil.copytree(project / name, folder / "clone" / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pelicanconf.py", "publishconf.py"):
            shutil.copy(project / name, folder / "clone")
        content = shutil.copytree(content, folder / "isi lain")
        project = folder / "clone"
    if way.old:
        content = shutil.copytree(content, folder / "tua")
        for path in content.rglob("*"):
            os.utime(path, (1_000_000_000, 1_000_000_000))
    cache = folder / "cache" if way.cache == "cold" else folder.parent / "as-it-is" / "cache"
    arguments = [project, content, folder / "out", cache, way.order, way.jobs]
    surroundings = {"SOURCE_DATE_EPOCH": "1795518400", "SITEURL": "https://contoh.example/repo", **way.surroundings}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, arguments)],
        cwd=folder, env={**os.environ, **surroundings}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return tree_hash(folder / "out")


@pytest.mark.long
def test_ten_builds_are_one_tree(project, tmp_path):
    content = tmp_path / "content"
    for number in range(6):
        write_profile(content, f"uji-{number}", photo=number % 2 == 0)
    (content / "kabar").mkdir()
    for day in (1, 2):
        text = f"---\njudul: Kabar {day}\ntanggal: 2026-01-0{day}\n---\n\nIsi.\n"
        (content / "kabar" / f"2026-01-0{day}-kabar-{day}.md").write_text(text, encoding="utf-8")
    hashes = {name: build(way, project, content, tmp_path / name.replace(" ", "-")) for name, way in WAYS.items()}
    assert len(hashes) == 10
    assert len(set(hashes.values())) == 1, hashes
