"""A real site in two states, built by processes of their own: whatever happens to one, the tree is one of the two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.sites import tree_of, write_profile

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
        """Make the content that of a state."""
        self.file.write_text(self.text.replace("Cerita", f"Cerita {state}"))

    def finish(self, **options: object) -> tuple[int, str]:
        """Exit code and complaints of one build; the closing line of a good one is no complaint."""
        run = self.start(**options)
        errors = run.communicate()[1]
        return run.returncode, errors if run.returncode else ""

    def start(self, **options: object) -> subprocess.Popen[str]:
        """One build; `before` are words of a command that runs it, the rest is for Popen."""
        command = [
            sys.executable,
            "-c",
            SCRIPT,
            *map(str, (self.project, self.content, self.output, self.folder / "cache")),
        ]
        command = [*options.pop("before", ()), *command]
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "1795518400"}
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=surroundings, **options)

    def refused(self, code: int, errors: str, state: int) -> None:
        """Assert that a build was refused in one line and left the tree of a state."""
        assert code == 2, errors
        assert len(errors.splitlines()) == 1, errors
        assert "Traceback" not in errors
        assert tree_of(self.output) == self.trees[state]
