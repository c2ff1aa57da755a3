"""The command line of tasks.py on top of Invoke: exit codes, and Indonesian messages for mistyped commands."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import islice, takewhile

from invoke.collection import Collection
from invoke.exceptions import Exit, ParseError
from invoke.parser.context import ParserContext
from invoke.parser.parser import Parser
from invoke.program import Program

from ..diagnostics.fault import ContentFaults, ToolFailure
from ..runtime.standard_streams import safe_streams
from ..runtime.termination import STOPPED
from ..settings import PROJECT

SEPARATOR = "\x1f"  # after each of the links that reach the `link` task as one argument
LINK_FLAGS_WITH_VALUE = ("--file", "--format")
QUOTED = "\x1e"  # before a value that begins with a hyphen, which Invoke would take for a flag
FLAG = re.compile(r"--[a-z][a-z-]*(?:=.*)?", re.DOTALL)
HELP = frozenset({"-h", "--help"})
UNKNOWN_FLAG = "Pilihan tidak dikenal: {}. Lihat: python3 tasks.py --help PERINTAH"
WRITTEN = {"name": '"Nama"', "urls": "URL…"}  # how a positional value is shown in a usage line


def run(module: str, options: Mapping[str, object]) -> None:
    """Call `<module>.run(**options)`; anything but 0 ends the program with that exit code."""
    try:
        code: int = import_module(module).run(**options)
    except ContentFaults as faults:
        code = fail(str(faults), faults.exitcode)
    except ToolFailure as failure:
        code = fail(f"Gagal: {failure}", failure.exitcode)
    except OSError as error:
        code = fail(
            f"Gagal: {error.filename or module.rpartition('.')[2]}: {error.strerror or error}", ToolFailure.exitcode
        )
    except KeyboardInterrupt:
        code = fail("Dihentikan.", STOPPED)
    if code:
        raise Exit(code=code)


def fail(text: str, code: int) -> int:
    """Print why the command ends to standard error; returns the exit code."""
    print(text, file=sys.stderr)
    return code


def start(tasks: Collection, argv: Sequence[str]) -> None:
    """Run the command line `argv` against the project's tasks; ends the program with the command's exit code."""
    arguments = list(argv[1:]) or ["--help"]
    code: object = 0
    with safe_streams() as output:
        try:
            IndonesianProgram(namespace=tasks, binary="tasks.py").run(["tasks.py", *join_links(arguments)])
        except SystemExit as done:
            code = done.code
        output.flush()
        if output.is_full:
            code = fail(f"Gagal: yang dicetak tidak dapat ditulis: {output.lost}", ToolFailure.exitcode)
    sys.exit(code)  # type: ignore[arg-type] # whatever SystemExit held


def protect(arguments: list[str], tasks: Mapping[str, ParserContext]) -> list[str]:
    """The command line with a mark before each value that begins with a hyphen: it reaches the task as it was typed."""
    task = tasks.get(arguments[0]) if arguments else None
    return arguments if task is None else [arguments[0], *_protected(arguments[1:], task)]


def _protected(tokens: list[str], task: ParserContext) -> Iterator[str]:
    """Raises Exit for a flag that the task has not."""
    rest = iter(tokens)
    for token in rest:
        name, equals, value = token.partition("=")
        flag = task.flags.get(name)
        if flag and flag.takes_value:
            yield name
            yield from map(_marked, [value] if equals else islice(rest, 1))
        elif flag or name in task.inverse_flags or token in HELP:
            yield token
        elif FLAG.fullmatch(token) or (token.startswith("-") and not task.positional_args and " " not in token):
            raise Exit(UNKNOWN_FLAG.format(name), code=ToolFailure.exitcode)
        else:
            yield _marked(token)


def _marked(value: str) -> str:
    return f"{QUOTED}{value}" if value.startswith("-") else value


def join_links(arguments: list[str]) -> list[str]:
    """`link A B --file F` as `link A.B. --file F` (a separator for each dot): Invoke knows no list of arguments."""
    if not arguments or arguments[0] != "link" or HELP & set(arguments):
        return arguments
    links: list[str] = []
    flags: list[str] = []
    rest = iter(arguments[1:])
    for token in rest:
        if FLAG.fullmatch(token):
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

    _parser: Parser | None = None

    def _make_parser(self) -> Parser:
        """One parser a program: making a second one, Invoke forgets what was written about each flag."""
        self._parser = self._parser or super()._make_parser()
        return self._parser

    def parse_tasks(self) -> None:
        """Read the task and its flags."""
        known = self._make_parser().contexts
        self.core.unparsed = given = protect(self.core.unparsed, known)
        if HELP & set(given):  # a task with a value to come would take it for that
            if given[0] not in known:
                raise Exit(self.explain_unknown(given[0]), code=ToolFailure.exitcode)
            self.print_task_help(given[0])
            raise Exit
        try:
            super().parse_tasks()
        except ParseError as error:
            text = str(error).replace(repr(QUOTED)[1:-1], "").replace(QUOTED, "")
            raise Exit(self.explain(text), code=ToolFailure.exitcode) from error
        for argument in (one for task in self.tasks for one in task.args.values()):
            if isinstance(argument.value, str):
                argument.set_value(argument.value.removeprefix(QUOTED), cast=False)

    def parse_cleanup(self) -> None:
        """Help of a task that there is not is a mistyped command too."""
        try:
            super().parse_cleanup()
        except ParseError as error:
            raise Exit(self.explain(str(error)), code=ToolFailure.exitcode) from error

    def print_version(self) -> None:
        """The project's name and version, as pyproject.toml has them."""
        project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        print(project["name"], project["version"])

    def print_help(self) -> None:
        """The tasks, without Invoke's own flags."""
        print("Pakai: python3 tasks.py PERINTAH [PILIHAN]\n")
        width = max(map(len, self.collection.task_names))
        for name in sorted(self.collection.task_names):
            print(f"  {name:<{width}}  {(self.collection[name].__doc__ or '').splitlines()[0]}")
        print("\nPilihan sebuah perintah: python3 tasks.py --help PERINTAH")

    def print_task_help(self, name: str) -> None:
        """One task: how it is written, what it does, its flags."""
        context = self._make_parser().contexts[name]
        # What is written by its place alone has no flag to show; other needed values may be written either way.
        values = [(WRITTEN[one.name], one.help or "") for one in context.positional_args if one.name in WRITTEN]
        hidden = {f"--{one.name}" for one in context.positional_args if one.name in WRITTEN}
        flags = [row for row in context.help_tuples() if row[0].partition("=")[0] not in hidden]
        needed = [WRITTEN.get(one.name, f"--{one.name}=STRING") for one in context.positional_args]
        print(" ".join(["Pakai: python3 tasks.py", name, *needed, *(["[PILIHAN]"] if flags else [])]) + "\n")
        print(f"  {(self.collection[name].__doc__ or '').splitlines()[0]}\n")
        if rows := [*values, *flags]:
            self.print_columns(rows)

    def explain(self, text: str) -> str:
        """One line about a command that cannot be read."""
        if unknown := re.fullmatch(r"No idea what '(.*)' is!", text, re.DOTALL):
            return self.explain_unknown(unknown[1])
        missing = re.search(r"'(.*)' did not receive required positional arguments: '(.*)'", text)
        if missing:
            needed = WRITTEN.get(missing[2], missing[2])
            return f"Perintah {missing[1]} perlu satu isian: {needed}. Lihat: python3 tasks.py --help {missing[1]}"
        if empty := re.match(r"Flag <Argument: ([\w-]+)\b.*> needed value", text):
            return f"Pilihan --{empty[1]} perlu isi di belakangnya. Lihat: python3 tasks.py --help PERINTAH"
        return f"Perintah tidak terbaca ({text}). Lihat: python3 tasks.py --help"

    def explain_unknown(self, word: str) -> str:
        """One line about a word that is no task and no flag of one."""
        if FLAG.fullmatch(word):
            return UNKNOWN_FLAG.format(word)
        words = [*takewhile(lambda given: not given.startswith("-"), self.core.unparsed)]
        task = words.pop(0) if words else ""
        context = self._make_parser().contexts.get(task)
        if word in words[1:] and context and any(one.name == "name" for one in context.positional_args):
            return f'Tulis nama dalam tanda kutip: python3 tasks.py {task} "{" ".join(words)}"'
        return f"Perintah tidak dikenal: {word}. Yang ada: {', '.join(sorted(self.collection.task_names))}"
