"""The command line around the tasks: exit codes, and Indonesian sentences for a mistyped command."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from invoke.collection import Collection
from invoke.exceptions import Exit, ParseError
from invoke.program import Program

from ..faults import ContentFaults, ToolFailure

TOOL_FAILURE = 2
STOPPED = 130  # what a shell reports after Ctrl-C

SEPARATOR = "\x1f"  # after each of the links that reach the `link` task as one argument
LINK_FLAGS_WITH_VALUE = ("--file", "--format")


def run(module: str, options: Mapping[str, object]) -> None:
    """Call `<module>.run(**options)`; anything but 0 ends the program with that exit code."""
    try:
        code: int = import_module(module).run(**options)
    except ContentFaults as faults:
        code = fail(str(faults), faults.exitcode)
    except ToolFailure as failure:
        code = fail(f"Gagal: {failure}", failure.exitcode)
    except OSError as error:
        code = fail(f"Gagal: {error.filename or module.rpartition('.')[2]}: {error.strerror or error}", TOOL_FAILURE)
    except KeyboardInterrupt:
        code = fail("Dihentikan.", STOPPED)
    if code:
        raise Exit(code=code)


def fail(text: str, code: int) -> int:
    """Say on standard error why it ends; the exit code handed through."""
    print(text, file=sys.stderr)
    return code


def start(tasks: Collection, argv: Sequence[str]) -> None:
    """Run the command line `argv` against the project's tasks."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a Windows console may lack a letter
    arguments = list(argv[1:]) or ["--help"]
    IndonesianProgram(namespace=tasks, binary="tasks.py").run(["tasks.py", *join_links(arguments)])


def join_links(arguments: list[str]) -> list[str]:
    """`link A B --file F` as `link A.B. --file F` (a separator for each dot): Invoke knows no list of arguments."""
    if not arguments or arguments[0] != "link" or {"-h", "--help"} & set(arguments):
        return arguments
    links: list[str] = []
    flags: list[str] = []
    rest = iter(arguments[1:])
    for token in rest:
        if token.startswith("--"):
            flags.append(token)
            if token in LINK_FLAGS_WITH_VALUE:
                flags.extend([following] if (following := next(rest, None)) is not None else [])
        else:
            links.append(token)
    return ["link", "".join(link + SEPARATOR for link in links), *flags]


def split_links(joined: str) -> list[str]:
    """What `join_links` joined; a single link, as plain `invoke link URL` hands it over, is itself."""
    return joined.split(SEPARATOR)[:-1] if SEPARATOR in joined else [joined] if joined else []


class IndonesianProgram(Program):
    """Invoke's program, but a mistyped command is explained, and is a failure of the call (2), not a fault (1)."""

    def parse_tasks(self) -> None:
        """Read the task and its flags."""
        try:
            super().parse_tasks()
        except ParseError as error:
            raise Exit(self.explain(str(error)), code=TOOL_FAILURE) from error

    def print_help(self) -> None:
        """The tasks, without Invoke's own flags, which nobody here needs."""
        print("Pakai: python3 tasks.py PERINTAH [PILIHAN]\n")
        width = max(map(len, self.collection.task_names))
        for name in sorted(self.collection.task_names):
            print(f"  {name:<{width}}  {(self.collection[name].__doc__ or '').splitlines()[0]}")
        print("\nPilihan sebuah perintah: python3 tasks.py --help PERINTAH")

    def print_task_help(self, name: str) -> None:
        """One task: how it is written, what it does, its flags."""
        flags = self.parser.contexts[name].help_tuples()
        print(f"Pakai: python3 tasks.py {name}{' [PILIHAN]' if flags else ''}\n")
        print(f"  {(self.collection[name].__doc__ or '').splitlines()[0]}\n")
        if flags:
            self.print_columns(flags)

    def explain(self, text: str) -> str:
        """One line about a command that cannot be read, naming what exists."""
        known = ", ".join(sorted(self.collection.task_names))
        unknown = re.fullmatch(r"No idea what '(.*)' is!", text, re.DOTALL)
        if unknown and unknown[1].startswith("-"):
            return f"Pilihan tidak dikenal: {unknown[1]}. Lihat: python3 tasks.py --help PERINTAH"
        if unknown:
            return f"Perintah tidak dikenal: {unknown[1]}. Yang ada: {known}"
        missing = re.search(r"'(.*)' did not receive required positional arguments: '(.*)'", text)
        if missing:
            return f"Perintah {missing[1]} perlu satu isian: {missing[2]}. Lihat: python3 tasks.py --help {missing[1]}"
        return f"Perintah tidak terbaca ({text}). Lihat: python3 tasks.py --help"
