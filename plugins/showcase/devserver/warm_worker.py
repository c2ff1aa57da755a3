"""Builds that have loaded their libraries and wait for the word: loading them is half of what an edit waits for.

    python -m showcase.devserver.warm_worker ROOT

The word is a line on standard input: names to set in the environment, separated by spaces. No line but its end
means that whoever would have said it has gone.
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

PLUGINS = Path(__file__).resolve().parents[2]
# All that an edit needs, also what a build loads late.
LIBRARIES = (
    "invoke.main", "pelican", "jinja2.ext", "rich._emoji_codes",
    "markdown.extensions.def_list", "markdown.extensions.sane_lists", "markdown.extensions.tables",
    "showcase.commands.build", "showcase.hooks.signals", "showcase.hooks.run", "showcase.build.build",
    "showcase.cards.embeds",
)  # fmt: skip

PATIENCE = 3  # seconds that a build has to end in order

Process = subprocess.Popen[str]


class Builds:
    """Builds of one project, each a process. The next one may be there already, waiting. Close it in the end."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._waiting: Process | None = None
        self._code = b""

    def prepare(self) -> None:
        """Have the next process load what it needs, so that it is ready when it is wanted."""
        self.close()
        self._code = program_digest()
        self._waiting = self._start()

    @contextmanager
    def one(self, *settings: str) -> Iterator[Process]:
        """`build` under way, ended in order if we are stopped. settings: names to set in its environment."""
        with self._take() as process:
            try:
                _say(process, " ".join(settings))
                yield process
            except KeyboardInterrupt:
                process.terminate()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(PATIENCE)
                process.kill()  # leaves the old site or the new one, as any build that is killed does
                raise

    def close(self) -> None:
        """End the process that waits."""
        if self._waiting:
            with self._waiting as process:
                process.terminate()
        self._waiting = None

    def _take(self) -> Process:
        """The process that waits; a new one if that has ended, or has loaded what is no longer there."""
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
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # Ctrl-C reaches us alone, and we end the build in order
        )


def _say(process: Process, word: str) -> None:
    if process.stdin:
        with suppress(BrokenPipeError):  # it could not load its libraries: what it prints tells why
            process.stdin.write(f"{word}\n")
            process.stdin.close()
    process.stdin = None


def main(root: str) -> None:
    """Wait, then `build` the project in `root`; ends with that command's exit code."""
    for name in LIBRARIES:
        import_module(name)
    if word := sys.stdin.readline():
        os.environ.update(dict.fromkeys(word.split(), "1"))
        sys.modules["invoke.main"].program.run(["invoke", "--search-root", root, "build"])


if __name__ == "__main__":
    main(sys.argv[1])
