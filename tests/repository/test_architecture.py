"""Laws of the code: imports run downwards only, modules and functions stay small, libraries are declared."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import showcase

PLUGIN = Path(showcase.__file__).parent
PROJECT = PLUGIN.parents[1]
MODULES = sorted(PLUGIN.rglob("*.py"))
# The order stands in the plugin's own docstring, lowest room first; several may stand in one line.
ORDER = [
    name for names in re.findall(r"(?m)^    ((?:\w+, )*\w+)  +\S", showcase.__doc__ or "") for name in names.split(", ")
]
# Folders of tests that are of no one room.
BESIDE_ROOMS = {"bench", "fuzz", "repository", "safety", "support", "theme", "tools"}
LONGEST_MODULE, LONGEST_FUNCTION = 250, 40
# Each with the number that it may not exceed: shorter is welcome, longer is not.
LONG_MODULES = {"pictures/pipeline.py": 290}
LONG_FUNCTIONS = {
    "cards/creators.py:creator_page": 43,
}  # fmt: skip


def room_of(path: Path) -> str:
    """The room of a module, or the module itself where it stands at the top."""
    return path.relative_to(PLUGIN).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, ...]]:
    """What a module imports, as dotted parts; of the plugin with `showcase` in front."""
    package = ("showcase", *path.relative_to(PLUGIN).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (tuple(name.name.split(".")) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = (*above, *(node.module or "").split(".")) if node.module else above
            yield from ((*base, name.name) for name in node.names)


def test_every_room_is_named_once() -> None:
    rooms = {room_of(path) for path in MODULES} - {"__init__"}
    assert sorted(ORDER) == sorted(rooms)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_a_room_imports_only_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    reached = {parts[1] for parts in imports_of(path) if parts[0] == "showcase" and parts[1] in ORDER} - {room}
    assert not {other for other in reached if ORDER.index(other) > ORDER.index(room)}


def test_tests_stand_under_the_name_of_their_room() -> None:
    folders = {path.parent.relative_to(PROJECT / "tests").parts[0] for path in (PROJECT / "tests").rglob("*/*.py")}
    assert folders - set(ORDER) == BESIDE_ROOMS


def test_nothing_is_translated_while_a_module_is_loaded() -> None:
    """What a table holds is marked with `N_` and translated when it is said, in the language of that page."""
    code = (
        "import importlib, pkgutil, showcase; from gettext import NullTranslations as texts\n"
        "texts.gettext = texts.ngettext = lambda *said: exit(f'translated: {said}')\n"
        "for module in pkgutil.walk_packages(showcase.__path__, 'showcase.'): importlib.import_module(module.name)"
    )
    path = {**os.environ, "PYTHONPATH": str(PLUGIN.parent)}
    run = subprocess.run([sys.executable, "-c", code], env=path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_pelican_and_pillow_are_met_in_one_room_each() -> None:
    met = {
        (parts[0], room_of(path)) for path in MODULES for parts in imports_of(path) if parts[0] in ("pelican", "PIL")
    }
    assert met == {("pelican", "hooks"), ("PIL", "pictures")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PLUGIN).as_posix())
def test_a_module_is_one_step(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(PLUGIN).as_posix()
    assert text.count("\n") <= LONG_MODULES.get(name, LONGEST_MODULE)
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "what it makes, in one line"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= LONG_FUNCTIONS.get(f"{name}:{node.name}", LONGEST_FUNCTION), node.name


# Words that the code once had for things that the field has a word for.
PRIVATE_TERMS = re.compile(
    r"(?i)\b(?:anatomy|chrome_of|easel|kept_pages|likeness|open_gate|scenery|shelf|shore|standby|stone|tide|undressed"
    r"|untouched\.py|whither|workshop)\b|\b(?:Chrome|Maker|Notes|Press|told)\("
)


@pytest.mark.parametrize("folder", ["plugins/showcase", "theme"])
def test_the_words_are_the_field_s(folder: str) -> None:
    files = [path for path in (PROJECT / folder).rglob("*") if path.suffix in (".py", ".html", ".css", ".js")]
    found = {
        f"{path.relative_to(PROJECT)}: {term[0]}"
        for path in files
        for term in PRIVATE_TERMS.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_every_library_is_declared() -> None:
    declared = {
        re.split(r"[\[<>=]", requirement, maxsplit=1)[0].lower()
        for requirement in tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
            "dependencies"
        ]
    }
    known = packages_distributions()
    imported = (
        {parts[0] for path in MODULES for parts in imports_of(path)} - {"showcase"} - set(sys.stdlib_module_names)
    )
    undeclared = {
        name for name in imported if not declared & {one.lower().replace("_", "-") for one in known.get(name, [name])}
    }
    assert undeclared == set()
