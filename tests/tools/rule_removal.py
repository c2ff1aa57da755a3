"""Takes every rule out of the code, one at a time, and asks whether a test turns red.

    nice python -m tests.tools.rule_removal [--sample N] [--only PART] [--journal FILE]

A rule is a statement that notes a fault, refuses a link or a picture, or raises; and a row of a table of refusals.
All of it happens in a copy of the project outside of it. Exit code 1 if a rule can go without anybody noticing.
A run that was stopped goes on where it was: the journal knows which rules of which text of a module were noticed.
"""

from __future__ import annotations

import argparse
import compileall
import hashlib
import os
import py_compile
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

# What every child needs is imported once, here. Nothing of the project is: a child must meet the changed code.
import hypothesis
import msgspec
import PIL.Image
import pytest
import yaml
from tests.tools.rules_found import CODE, Rule, all_rules, without

PROJECT = Path(__file__).resolve().parents[2]
PARTS = ("plugins", "tests", "content", "docs", "theme", ".github")
LITTER = shutil.ignore_patterns("__pycache__", ".git", ".venv", "output", ".cache", ".hypothesis", ".pytest_cache")
# The tests that must notice a removal: those of the rule's own room, then those of the rooms named here.
FAST = "not long and not browser"
READING = ("frontmatter", "schema", "text", "region", "diagnostics", "profiles", "content", "safety")
BESIDE = {
    **dict.fromkeys(READING, (*READING, "cards")),
    "links": ("links", "safety", "commands", "profiles"),
    "pictures": ("pictures", "safety", "outputs"),
    "outputs": ("outputs", "safety", "theme", "pages", "commands", "build"),
    "publish": ("publish", "build"),
    "build": ("build", "pages", "publish"),
    "hooks": ("hooks", "build"),
    "settings": ("commands", "pictures", "pages", "build", "hooks"),
    "cache": ("cache", "content", "build"),
    "http": ("covers", "linkcheck"),
}
COMMANDS = ("commands", "repository", "runtime", "cards", "build")
# Where the likeliest test is, for modules whose tests have another name.
LIKELY = {
    "tables": "region_files", "site_file": "region_files", "drawings": "region_files", "history": "report",
    "withdrawn": "consent", "story_shape": "limits", "invisible": "hidden", "container": "inspection",
    "metadata": "inspection", "new": "check", "server": "serve", "probe": "linkcheck", "edit": "covers",
    "write": "covers", "services": "covers", "program": "tasks", "bootstrap": "tasks", "proposal": "proposals",
    "changes": "proposals", "heading": "proposals", "pull_request": "review", "wording": "review",
    "index_order": "index", "patterns": "form", "assets": "tool_failures", "no_effect": "pelican_command",
    "settings": "tool_failures", "lettering": "share", "recipe": "pipeline", "url_parser": "laws",
}  # fmt: skip
READY = (hypothesis, msgspec, PIL, pytest, yaml)
GOOD = (0, 1, 5)  # pytest: all passed, some failed, none there
IMPORT = " (import)"  # behind a test file that cannot be imported
LONGEST = 300  # seconds for the tests of one removal


def copy_of(project: Path, target: Path) -> Path:
    """The project without what it makes, at `target`."""
    target.mkdir(parents=True)
    for path in project.iterdir():
        if path.is_file():
            shutil.copy2(path, target)
    for part in filter(lambda part: (project / part).is_dir(), PARTS):
        shutil.copytree(project / part, target / part, ignore=LITTER, symlinks=True)
    # Known by their content: a change within the same second must not meet the old code.
    compileall.compile_dir(target / "plugins", quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    return target


def suite_of(room: str, root: Path) -> list[str]:
    """The test files to ask about a room, its own first."""
    rooms = dict.fromkeys((room, *BESIDE.get(room, COMMANDS)))
    return [str(path) for name in rooms for path in sorted((root / "tests" / name).glob("test_*.py"))]


def killer(rule: Rule, root: Path, red: Red, *, before: str = "") -> str:
    """The first test that turns red, "" if none does.

    before: the test that missed another rule of the module, to be asked early.
    """
    files = suite_of(rule.room, root)
    # One file costs a second, all of them half a minute: the likeliest is asked alone first.
    stem = rule.path.stem
    names = (f"/test_{LIKELY.get(stem, stem)}.py", before.partition("::")[0] or "nothing")
    alone = next((file for name in names for file in files if file.endswith(name)), files[0])
    for chosen in map(red.importable, ([alone], files)):
        with taken_out(rule, root):
            found = chosen and _asked(chosen, root, ["-x", *red.without(chosen)], likely_of(rule, before))
        if found:
            return found[0]
    return ""


@contextmanager
def taken_out(rule: Rule, root: Path) -> Iterator[None]:
    """The copy without the rule, for a while."""
    path = root / rule.path
    whole = path.read_text(encoding="utf-8")
    path.write_text(without(whole, rule), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(whole, encoding="utf-8")


class Red:
    """The tests that fail in the copy as it is, known file by file: nothing can be learned from them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.known: dict[str, tuple[str, ...]] = {}

    def learn(self, files: Iterable[str]) -> None:
        """Ask every file once, while nothing is taken out."""
        for file in files:
            if file not in self.known:
                self.known[file] = _asked([file], self.root, [], ())

    def importable(self, files: list[str]) -> list[str]:
        """Those files that can be imported while nothing is taken out."""
        self.learn(files)
        return [file for file in files if not any(test.endswith(IMPORT) for test in self.known[file])]

    def without(self, files: Iterable[str]) -> list[str]:
        """Options that leave those tests out."""
        return [f"--deselect={test}" for file in files for test in self.known.get(file, ())]


def likely_of(rule: Rule, before: str) -> tuple[str, ...]:
    """Words in the names of the tests to ask first: of the rule's code, of its module."""
    return (*CODE.findall(rule.label), f"_{rule.path.stem}.py", before.partition("[")[0] or "nothing")


def _asked(files: list[str], root: Path, options: list[str], likely: tuple[str, ...]) -> tuple[str, ...]:
    """The tests that fail. Asked in a child, so that nothing of the project stays imported."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 70
        try:
            code = _ask(files, root, options, _Teller(likely, writer))
        finally:
            os._exit(code)  # whatever happened, a child never goes on as its parent
    os.close(writer)
    began = time.monotonic()
    told = b""
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(LONGEST)
    while block := os.read(reader, 4096):
        told += block
    os.close(reader)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    if time.monotonic() - began >= LONGEST:
        return ("(no end)",)
    if not told and os.waitstatus_to_exitcode(status) not in GOOD:
        return ("(crash)",)
    return tuple(told.decode().split("\n"))[:-1]


class _Teller:
    """Asks the likely tests first; tells the parent which fail, a line each."""

    def __init__(self, likely: tuple[str, ...], writer: int) -> None:
        self.likely = likely
        self.writer = writer

    def pytest_collection_modifyitems(self, items) -> None:
        items.sort(key=lambda item: not any(word in item.nodeid for word in self.likely))

    def pytest_runtest_logreport(self, report) -> None:
        if report.failed:
            self._tell(report.nodeid)

    def pytest_collectreport(self, report) -> None:
        if report.failed:
            self._tell(f"{report.nodeid}{IMPORT}")

    def _tell(self, test: str) -> None:
        os.write(self.writer, test.replace("\n", " ").encode() + b"\n")


def _ask(files: list[str], root: Path, options: list[str], plugin: _Teller) -> int:
    os.chdir(root)
    sys.path[:0] = [str(root), str(root / "plugins")]
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    quiet = ["-q", "-m", FAST, "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    return int(pytest.main([*quiet, f"--rootdir={root}", f"-c{root / 'pyproject.toml'}", *options, *files], [plugin]))


def survivors(root: Path, rules: Iterable[Rule], journal: Journal) -> Iterator[tuple[Rule, str]]:
    """Each rule with the first test that misses it, "" if none does. root: a copy that may be changed."""
    last: dict[Path, str] = {}
    red = Red(root)
    for rule in rules:
        test = journal.test_of(rule) or killer(rule, root, red, before=last.get(rule.path, ""))
        journal.keep(rule, test)
        last[rule.path] = test
        yield rule, test


class Journal:
    """What was noticed in earlier runs, a line each; a rule of a module that was changed is asked about again."""

    def __init__(self, path: Path | None, root: Path) -> None:
        self.path = path
        self.root = root
        lines = path.read_text(encoding="utf-8").splitlines() if path and path.is_file() else ()
        self.known = {mark: test for mark, _, test in (line.partition(" ") for line in lines)}

    def test_of(self, rule: Rule) -> str:
        """The test that missed the rule, "" if none is known."""
        return self.known.get(self._mark(rule), "")

    def keep(self, rule: Rule, test: str) -> None:
        """Written at once: the next moment may be the last."""
        if self.path and test and not self.test_of(rule):
            with self.path.open("a", encoding="utf-8") as journal:
                journal.write(f"{self._mark(rule)} {test}\n")

    def _mark(self, rule: Rule) -> str:
        text = (self.root / rule.path).read_bytes()
        return f"{hashlib.sha256(text).hexdigest()[:16]}:{rule.start}"


def sampled(rules: list[Rule], most: int) -> list[Rule]:
    """Evenly spread over all of them."""
    return rules[:: max(1, len(rules) // most)] if most else rules


def main(arguments: list[str]) -> int:
    """Report on standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=0, help="so many rules, evenly spread")
    parser.add_argument("--project", type=Path, default=PROJECT, help="another project than this one")
    parser.add_argument("--only", default="", help="only rules of paths that contain this")
    parser.add_argument("--journal", type=Path, help="a file that lets a stopped run go on")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="aturan-") as folder:
        root = copy_of(chosen.project, Path(folder) / "salinan")
        rules = sampled([rule for rule in all_rules(root) if chosen.only in str(rule.path)], chosen.sample)
        alive = []
        for rule, test in survivors(root, rules, Journal(chosen.journal, root)):
            print(
                f"{rule.path}:{rule.line}: {test.removeprefix('tests/') or 'NOBODY NOTICES: ' + rule.label}", flush=True
            )
            alive += [] if test else [rule]
    print(f"{len(rules)} rules taken out, {len(rules) - len(alive)} noticed, {len(alive)} not.")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
