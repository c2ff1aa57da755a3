"""Killed at any moment, full disk: the output folder holds a whole tree, and the next build succeeds."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.sites import tree_of, write_profile

SCRIPT = """
import sys; sys.path[:0] = [sys.argv[1] + '/plugins', sys.argv[1]]
from pathlib import Path
from showcase import settings
from showcase.commands import build
settings.DEFAULTS['cache'] = sys.argv[4]
sys.exit(build.run(content=Path(sys.argv[2]), output=Path(sys.argv[3])))
"""


class Site:
    """A content folder of two states, and what each state's tree is."""

    def __init__(self, folder: Path, project: Path) -> None:
        self.folder, self.project = folder, project
        self.content, self.output = folder / "content", folder / "out"
        write_profile(self.content, "uji-satu", photo=True)
        self.file = write_profile(self.content, "uji-dua") / "index.md"
        self.text = self.file.read_text()
        self.trees = []
        for state in range(2):
            self.turn(state)
            assert self.finish() == (0, "")
            self.trees.append(tree_of(self.output))
        assert self.trees[0] != self.trees[1]

    def turn(self, state: int) -> None:
        self.file.write_text(self.text.replace("Cerita", f"Cerita {state}"))

    def finish(self, **options: object) -> tuple[int, str]:
        """Exit code and complaints of one build; the closing line of a good one is no complaint."""
        run = self.start(**options)
        errors = run.communicate()[1]
        return run.returncode, errors if run.returncode else ""

    def start(self, **options: object) -> subprocess.Popen[str]:
        command = [
            sys.executable,
            "-c",
            SCRIPT,
            *map(str, (self.project, self.content, self.output, self.folder / "cache")),
        ]
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "1795518400"}
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=surroundings, **options)


@pytest.fixture(scope="module")
def site(tmp_path_factory, project) -> Site:
    return Site(tmp_path_factory.mktemp("kill"), project)


def kill_once(site: Site, state: int, moment: float) -> None:
    """Start the build of a state and kill it after some seconds; the tree is one of the two."""
    site.turn(state)
    run = site.start()
    time.sleep(moment)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    assert tree_of(site.output) in site.trees


def whole_time(site: Site) -> float:
    """Seconds of one build now."""
    started = time.perf_counter()
    assert site.finish() == (0, "")
    return time.perf_counter() - started


@pytest.mark.parametrize("part", [0.5, 0.8, 0.95])
def test_a_killed_build_leaves_a_whole_tree(site, part):
    kill_once(site, 0, whole_time(site) * part)
    assert site.finish() == (0, "")
    assert tree_of(site.output) == site.trees[0]


@pytest.mark.long
def test_two_hundred_killed_builds(site):
    dice = random.Random(7)
    seconds = whole_time(site)
    for number in range(200):
        # Most of them late, where the tree is written and swapped.
        kill_once(site, number % 2, seconds * dice.triangular(0.3, 1.1, 0.95))
    site.turn(1)
    assert site.finish() == (0, "")
    assert tree_of(site.output) == site.trees[1]


@pytest.mark.parametrize("size", [0, 1_000, 5_000, 10_000, 20_000, 40_000])
def test_a_disk_that_is_full_leaves_the_old_tree(site, size):
    """RLIMIT_FSIZE stands in for the disk: no file may grow past `size` bytes."""
    site.turn(1)
    assert site.finish() == (0, "")
    site.turn(0)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    code, errors = site.finish(preexec_fn=limit)
    assert "Traceback" not in errors
    if code:
        assert code == 2, errors
        assert len(errors.strip().splitlines()) == 1
        assert tree_of(site.output) == site.trees[1]
    else:
        assert tree_of(site.output) == site.trees[0]
