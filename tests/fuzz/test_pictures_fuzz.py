"""No damaged picture ends, fills or holds up the process that reads it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys

import pytest
from tests.fuzz.pictures import BATCH, WAYS, batch, damaged, drawn
from tests.fuzz.texts import SECONDS

from showcase.pictures.inspection import facts_of


def test_every_seed_is_a_picture():
    assert {facts_of(data).format for data in drawn()} == {"JPEG", "PNG", "WEBP", "GIF"}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_accident_leaves_a_mark(way):
    data = bytearray(drawn()[0])
    way(data, random.Random(1))
    assert bytes(data) != drawn()[0]


def test_the_same_number_makes_the_same_damage():
    picture = drawn()[0]  # once: its colour profile holds the second in which it was made
    assert damaged(picture, random.Random(7)) == damaged(picture, random.Random(7))


@pytest.mark.linux
def test_a_picture_that_ends_its_process_is_kept(tmp_path, monkeypatch):
    """What would be found is found: a decoder that dies leaves the picture that it died of."""
    monkeypatch.setattr("tests.fuzz.pictures.checked", lambda _data: os.kill(os.getpid(), signal.SIGKILL))
    assert batch(drawn(), 5, tmp_path) != 0
    assert (tmp_path / "5.bin").stat().st_size > 0


def go_on(seconds: float) -> subprocess.CompletedProcess[str]:
    """The program, in a process of its own, since it makes a child of each batch."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-m", "tests.fuzz.pictures", "--seconds", str(seconds)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("seconds", [3, pytest.param(SECONDS, marks=pytest.mark.long)])
def test_damaged_pictures_are_pictures_or_faults(seconds):
    run = go_on(seconds)
    assert run.returncode == 0, run.stdout + run.stderr
    assert int(run.stdout.split()[0]) >= BATCH
