"""The script that takes rules out finds them all, takes them out cleanly, and says which nobody misses."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.tools import rule_removal
from tests.tools.rule_removal import Journal
from tests.tools.rules_found import all_rules, without

RULES = '''"""Two rules, one of which is tested."""


def check(text, diagnostics):
    if not text:
        diagnostics.add("P001.empty", None)
    if len(text) > 9:
        diagnostics.add(
            "P002", None, most=9,
        )
'''
TEST = """from showcase.profiles.rules import check


class Collector(list):
    def add(self, message, at):
        self.append(message)


def test_what_is_empty_is_named():
    diagnostics = Collector()
    check("", diagnostics)
    assert diagnostics == ["P001.empty"]
"""


def run(*arguments: str, project: Path) -> subprocess.CompletedProcess[str]:
    """The script as one starts it."""
    command = [sys.executable, "-m", "tests.tools.rule_removal", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_every_room_has_rules_and_each_can_be_taken_out(project):
    rules = all_rules(project)
    for rule in rules:
        text = (project / rule.path).read_text(encoding="utf-8")
        left = without(text, rule)
        assert left != text
        ast.parse(left)
    rooms = Counter(rule.room for rule in rules)
    assert min(rooms[room] for room in ("profiles", "links", "pictures", "commands")) >= 20
    assert sum(rooms.values()) > 350


def test_a_rule_that_nobody_tests_is_told_and_the_project_stays_as_it_is(tmp_path, project):
    for name, text in {
        "plugins/showcase/__init__.py": "",
        "plugins/showcase/profiles/__init__.py": "",
        "plugins/showcase/profiles/rules.py": RULES,
        "tests/profiles/test_faults.py": TEST,
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["plugins", "."]\nmarkers = ["long", "browser"]\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    done = run("--project", str(tmp_path), project=project)
    assert done.returncode == 1, done.stderr
    assert done.stdout.splitlines() == [
        "plugins/showcase/profiles/rules.py:6: profiles/test_faults.py::test_what_is_empty_is_named",
        'plugins/showcase/profiles/rules.py:8: NOBODY NOTICES: diagnostics.add( "P002", None, most=9, )',
        "2 rules taken out, 1 noticed, 1 not.",
    ]
    assert (tmp_path / "plugins/showcase/profiles/rules.py").read_text() == RULES


def test_a_stopped_run_goes_on_and_a_changed_module_is_asked_again(tmp_path):
    module = tmp_path / "plugins/showcase/profiles/rules.py"
    module.parent.mkdir(parents=True)
    module.write_text(RULES)
    first, second = all_rules(tmp_path)
    path = tmp_path / "jurnal.txt"
    Journal(path, tmp_path).keep(first, "tests/room/test_a.py::test_of_a name[x y]")
    Journal(path, tmp_path).keep(second, "")
    again = Journal(path, tmp_path)
    assert [again.test_of(rule) for rule in (first, second)] == ["tests/room/test_a.py::test_of_a name[x y]", ""]
    module.write_text(RULES + "# changed\n")
    assert Journal(path, tmp_path).test_of(first) == ""


@pytest.mark.long
@pytest.mark.parametrize("room", ["/profiles/", "/links/", "/pictures/"])
def test_a_sample_of_the_rules_is_missed(room, project):
    done = run("--only", room, "--sample", "6", project=project)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_likeliest_tests_are_of_modules_and_tests_that_are_there(project):
    modules = {path.stem for path in (project / "plugins/showcase").rglob("*.py")}
    tests = {path.stem.removeprefix("test_") for path in (project / "tests").rglob("test_*.py")}
    assert rule_removal.LIKELY.keys() <= modules
    assert set(rule_removal.LIKELY.values()) <= tests
