"""A build asks nobody: with the network cut it gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.sites import office_of, tree_of, write_profile

ASKING = ("http.py", "github", "covers", "linkcheck", "devserver", "commands")
CUT = ("unshare", "--user", "--map-root-user", "--net")
PROGRAM = """
import socket, sys
from pathlib import Path
from showcase import settings
from showcase.commands.build import run

content, output, cache, cut = sys.argv[1:]
if cut == "cut":
    try:
        socket.create_connection(("192.0.2.1", 443), timeout=2)
    except OSError as error:
        assert error.errno == 101, error  # network is unreachable, at once
    else:
        raise SystemExit("the network is still there")
settings.DEFAULTS["cache"] = cache
sys.exit(run(content=Path(content), output=Path(output), public=True))
"""


def can_cut() -> bool:
    """Whether this computer lets a process leave the network behind."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*CUT, "true"], capture_output=True, check=False).returncode == 0


def build_apart(project: Path, content: Path, tmp: Path, *, cut: bool) -> dict[str, str]:
    """The site as a process of its own builds it, from an empty cache."""
    name = "cut" if cut else "open"
    command = [sys.executable, "-c", PROGRAM, str(content), str(tmp / name), str(tmp / f"cache-{name}"), name]
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{project / 'plugins'}{os.pathsep}{project}",
        "SOURCE_DATE_EPOCH": "1795518400",
        "SITEURL": "https://contoh.example",
    }
    run = subprocess.run(
        [*(CUT if cut else ()), *command], cwd=tmp, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return tree_of(tmp / name)


@pytest.mark.linux
def test_a_build_without_a_network_gives_the_same_bytes(project, tmp_path):
    if not can_cut():
        pytest.skip("namespaces are not allowed here: unshare --user --net fails")
    office_of(tmp_path / "content")
    for number in range(6):
        write_profile(tmp_path / "content", f"uji-{number}", photo=number < 2)
    apart = build_apart(project, tmp_path / "content", tmp_path, cut=True)
    assert apart == build_apart(project, tmp_path / "content", tmp_path, cut=False)
    assert "index.html" in apart


def test_rooms_of_the_build_know_no_network(project):
    """What builds imports nothing that could ask another host; only the rooms above it may."""
    plugin = project / "plugins/showcase"
    rooms = [path for path in plugin.rglob("*.py") if path.relative_to(plugin).parts[0] not in ASKING]
    assert len(rooms) > 60
    for path in rooms:
        text = path.read_text(encoding="utf-8")
        for name in ("httpx", "requests", "urllib.request", "http.client", "socket", "ftplib", "asyncio"):
            assert f"import {name}" not in text, path
            assert f"from {name}" not in text, path
