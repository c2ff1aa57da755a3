"""Warm workers: build processes that have loaded their libraries already, so that an edit does not wait for it.

    python -m showcase.devserver.warm_worker ROOT

A worker starts to build when it reads a line from standard input: names to set in the environment, separated by spaces.
At end of file without a line it exits, since the server has gone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

from ..build.last_build import program_digest
from ..settings import OWN_CONTENT

PLUGINS = Path(__file__).resolve().parents[2]
# All modules that an edit needs, also those that a build imports late.
LIBRARIES = (
    "invoke.main", "pelican", "jinja2.ext", "rich._emoji_codes",
    "markdown.extensions.def_list", "markdown.extensions.sane_lists", "markdown.extensions.tables",
    "showcase.commands.build", "showcase.hooks.signals", "showcase.hooks.run", "showcase.build.build",
    "showcase.cards.embeds",
)  # fmt: skip

STOP_TIMEOUT = 3  # seconds that a terminated build has before it is killed

Process = subprocess.Popen[str]


class BuildWorkers:
    """Build processes of one project and content; at most one waits, warm, for the next build. Must be closed."""

    def __init__(self, root: Path, content: Path) -> None:
        self._root = root
        self._content = content
        self._waiting: Process | None = None
        self._code = b""

    def prepare(self) -> None:
        """Start the next process, so that its modules are loaded when it is needed."""
        self.close()
        self._code = program_digest()
        self._waiting = self._start()

    @contextmanager
    def one(self, *settings: str) -> Iterator[Process]:
        """Run `build`; it is terminated if we are interrupted. settings: names to set in its environment."""
        with self._take() as process:
            try:
                _start_build(process, " ".join(settings))
                yield process
            except KeyboardInterrupt:
                process.terminate()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(STOP_TIMEOUT)
                process.kill()  # a killed build leaves the old site or the new one
                raise

    def close(self) -> None:
        """Terminate the process that waits."""
        if self._waiting:
            with self._waiting as process:
                process.terminate()
        self._waiting = None

    def _take(self) -> Process:
        """The process that waits; a new one if it has ended, or if the code has changed since it was loaded."""
        process = self._waiting
        if process is None or process.poll() is not None or self._code != program_digest():
            self.close()
            process = self._start()
        self._waiting = None
        return process

    def _start(self) -> Process:
        path = os.pathsep.join([str(PLUGINS), *filter(None, [os.environ.get("PYTHONPATH")])])
        return subprocess.Popen(
            [sys.executable, "-m", __name__, str(self._root)],
            cwd=self._root,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": path, OWN_CONTENT: str(self._content)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # Ctrl-C reaches us alone, and we terminate the build
        )


def _start_build(process: Process, line: str) -> None:
    if process.stdin:
        with suppress(OSError):  # a closed pipe: it could not load its libraries, and prints why
            process.stdin.write(f"{line}\n")
            process.stdin.close()
    process.stdin = None


def main(root: str) -> None:
    """Wait, then `build` the project in `root`; ends with that command's exit code."""
    for name in LIBRARIES:
        import_module(name)
    if line := sys.stdin.readline():
        os.environ.update(dict.fromkeys(line.split(), "1"))
        sys.modules["invoke.main"].program.run(["invoke", "--search-root", root, "build"])


if __name__ == "__main__":
    main(sys.argv[1])
