"""Habits of the repository that nobody should have to remember."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml

from showcase.profiles import read_content

PROJECT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
WORKFLOWS = sorted((PROJECT / ".github").glob("workflows/*.yml"))
ACTIONS = sorted((PROJECT / ".github").glob("actions/*/action.yml"))


def text(name: str | Path) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def requirements(name: str) -> dict[str, list[str]]:
    """Each pinned requirement of a file, with its hashes."""
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n", "", text(name)).strip())
    return {entry.split(" ", 1)[0]: re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry) for entry in entries}


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    wrong = [entry for entry, hashes in requirements(name).items() if not hashes or not re.search(r"==[\w.]+$", entry)]
    assert wrong == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_index_and_no_folder(name: str) -> None:
    assert re.findall(r"(?i)https?:|index-url|find-links|trusted-host|file:|(?<![\w-])/\w+", text(name)) == []


def plain(name: str) -> str:
    """A library's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ]", name)[0]).lower()


def test_what_pyproject_asks_for_is_what_is_installed() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    asked = {
        "requirements.txt": project["project"]["dependencies"],
        "requirements-dev.txt": project["dependency-groups"]["dev"],
    }
    for file, names in asked.items():
        assert {plain(name) for name in names} <= {plain(name) for name in requirements(file)}, file


def imported(folder: Path) -> set[str]:
    """Top-level names of everything that the Python files below `folder` import from outside their package."""
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add(str(node.module).split(".")[0])
    return names


def test_the_plugin_imports_only_what_a_build_installs() -> None:
    foreign = imported(PROJECT / "plugins") - set(sys.stdlib_module_names)
    distributions = packages_distributions()
    installed = {plain(name) for name in requirements("requirements.txt")}
    owners = {name: {plain(found) for found in distributions.get(name, [])} for name in foreign}
    assert {name for name, owner in owners.items() if not installed & owner} == set()


def test_one_version_for_both_files() -> None:
    runtime, development = (dict(entry.split("==") for entry in requirements(name)) for name in REQUIREMENTS)
    assert {name: runtime[name] for name in runtime.keys() & development} == {
        name: development[name] for name in runtime.keys() & development
    }


# --- workflows ---


def steps(document: dict) -> Iterator[dict]:
    """Every step of a workflow or of an action."""
    for job in document.get("jobs", {}).values():
        yield job
        yield from job.get("steps", [])
    yield from document.get("runs", {}).get("steps", [])


@pytest.mark.parametrize("path", WORKFLOWS + ACTIONS, ids=lambda path: path.parent.name + "/" + path.name)
def test_actions_are_pinned_to_a_commit_and_say_which_version(path: Path) -> None:
    lines = [line.strip() for line in text(path).splitlines() if re.match(r"\s*(- )?uses:", line)]
    assert lines
    pinned = re.compile(r"(- )?uses: (\./\S+|[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$")
    assert [line for line in lines if not pinned.match(line)] == []


def test_one_version_of_each_action() -> None:
    pins = re.findall(r"uses: ([\w-]+/[\w./-]+)@(\S+ # \S+)", "\n".join(text(path) for path in WORKFLOWS + ACTIONS))
    versions: dict[str, set[str]] = {}
    for name, pin in pins:
        versions.setdefault(name, set()).add(pin)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


# The whole of what each job may do; everything else is forbidden.
MAY = {
    "harian": {"terbit": {"contents": "read", "pages": "write", "id-token": "write"}},
    "malam": {"uji": {"contents": "read"}},
    "periksa": {"profil": {"contents": "read"}, "uji": {"contents": "read"}},
    "tautan": {"tanya": {"contents": "read"}, "catat": {"issues": "write"}},
    "terbit": {
        "bangun": {"contents": "read", "pages": "read"},
        "tayang": {"pages": "write", "id-token": "write"},
    },
}


def test_jobs_may_do_only_what_they_need() -> None:
    found = {}
    for path in WORKFLOWS:
        workflow = yaml.safe_load(text(path))
        found[path.stem] = {
            name: job.get("permissions", workflow["permissions"]) for name, job in workflow["jobs"].items()
        }
    assert found == MAY


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_job_runs_forever_or_keeps_the_token(path: Path) -> None:
    workflow = yaml.safe_load(text(path))
    for name, job in workflow["jobs"].items():
        assert "timeout-minutes" in job or "uses" in job, name
    for step in steps(workflow):
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS + ACTIONS, ids=lambda path: path.parent.name + "/" + path.name)
def test_nothing_from_outside_is_pasted_into_a_script(path: Path) -> None:
    scripts = [step["run"] for step in steps(yaml.safe_load(text(path))) if "run" in step]
    assert [script for script in scripts if "${{" in script] == []


def test_a_failure_before_a_pipe_is_a_failure() -> None:
    for path in WORKFLOWS:
        for step in steps(yaml.safe_load(text(path))):
            if re.search(r"[^|]\|[^|]", step.get("run", "").replace("|| ", "")):
                assert step.get("shell") == "bash", f"{path.name}: {step['run']}"


def test_proposals_run_without_secrets() -> None:
    for path in WORKFLOWS:
        assert "pull_request_target" not in text(path)
    assert "secrets" not in text(".github/workflows/periksa.yml")


def test_a_schedule_stands_alone_so_that_its_end_stops_nothing_else() -> None:
    # YAML 1.1 reads the key `on` as true.
    triggers = {path.stem: yaml.safe_load(text(path))[True] for path in WORKFLOWS}
    scheduled = {name: on for name, on in triggers.items() if "schedule" in on}
    assert scheduled
    assert all(set(on) <= {"schedule", "workflow_dispatch"} for on in scheduled.values())


# --- the readers' files ---

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSES.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_point_at_what_is_there(name: str) -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text(name)) if not target.startswith("https://")]
    assert [target for target in targets if not (PROJECT / target).exists()] == []


def test_the_profile_in_the_readme_is_a_good_one(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", text("README.md"), re.DOTALL)[1]
    folder = tmp_path / "kreator" / "contoh-kreator"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(example, encoding="utf-8")
    content = read_content(tmp_path, PROJECT / "content", date(2026, 11, 20))
    assert [fault.as_text() for fault in content.faults if fault.path.startswith("kreator/")] == []
    assert [creator.slug for creator in content.creators] == ["contoh-kreator"]


def test_the_readme_names_only_tasks_that_exist() -> None:
    tasks = set(re.findall(r"(?m)^def ([a-z]+)\(_: Context", text("tasks.py")))
    assert set(re.findall(r"python3 tasks\.py ([a-z]+)", text("README.md"))) <= tasks
