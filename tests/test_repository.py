"""Habits of the repository that nobody should have to remember."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from tests.region import CONTENT

from showcase.profiles import read_content

PROJECT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
WORKFLOWS = sorted((PROJECT / ".github").glob("workflows/*.yml"))
CHECK = ".github/workflows/periksa.yml"
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
    "besar": {
        "bagian": {"contents": "read", "pages": "read"},
        "gabung": {"contents": "read", "actions": "read"},
        "terbit": {"contents": "read", "pages": "write", "id-token": "write"},
    },
    "bulanan": {"catat": {"contents": "write", "pull-requests": "write", "statuses": "write"}},
    "harian": {
        "terbit": {"contents": "read", "pages": "write", "id-token": "write"},
        "persetujuan": {"contents": "read"},
        "ingatkan": {"issues": "write"},
    },
    "komentar": {
        "jawab": {"actions": "read", "contents": "read", "pages": "read", "pull-requests": "write"},
        "kabari": {"contents": "read", "pages": "read", "pull-requests": "write"},
    },
    "malam": {"uji": {"contents": "read"}},
    "periksa": {"profil": {"contents": "read"}},
    "tautan": {"tanya": {"contents": "read"}, "catat": {"issues": "write"}},
    "terbit": {
        "bangun": {"contents": "read", "pages": "read"},
        "tayang": {"pages": "write", "id-token": "write"},
    },
    "uji": {"uji": {"contents": "read"}},
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
    for name in ("periksa", "uji"):
        assert "secrets" not in text(f".github/workflows/{name}.yml")
        assert "github.token" not in text(f".github/workflows/{name}.yml")


def test_what_may_write_to_a_proposal_runs_nothing_of_it() -> None:
    workflow = yaml.safe_load(text(".github/workflows/komentar.yml"))
    for step in steps(workflow):
        # Without a ref, a run that another run started checks out the main branch.
        assert not {"ref", "repository"} & set(step.get("with", {})), step
    # The other proposes counts of its own making and is started by the clock.
    assert [path.stem for path in WORKFLOWS if "pull-requests: write" in text(path)] == ["bulanan", "komentar"]


def test_the_answer_waits_for_workflows_and_files_that_exist() -> None:
    names = {yaml.safe_load(text(path))["name"] for path in WORKFLOWS}
    answer = yaml.safe_load(text(".github/workflows/komentar.yml"))
    assert set(answer[True]["workflow_run"]["workflows"]) <= names
    artifacts = {step["with"]["name"]: step["with"].get("path") for step in steps(yaml.safe_load(text(CHECK)))
                 if "upload-artifact" in step.get("uses", "")}  # fmt: skip
    [wanted] = [step["with"] for step in steps(answer) if "download-artifact" in step.get("uses", "")]
    assert artifacts[wanted["name"]] == "tinjauan.json"


def test_only_checks_that_ran_are_answered() -> None:
    """A fork's first run ends as `action_required` before it began; one that a newer push stopped is `cancelled`."""
    jobs = yaml.safe_load(text(".github/workflows/komentar.yml"))["jobs"]
    guide = yaml.safe_load(re.findall(r"```yaml\n(.*?)```", text("docs/isi-pribadi.md"), re.DOTALL)[1])["jobs"]
    for condition in (jobs["jawab"]["if"], guide["jawab"]["if"]):
        ended = json.loads(
            re.search(r"contains\(fromJSON\('(.*?)'\), github.event.workflow_run.conclusion\)", condition)[1]
        )
        assert set(ended) == {"success", "failure", "timed_out"}
        assert "github.event.workflow_run.event == 'pull_request'" in condition
    assert "github.event.workflow_run.conclusion == 'success'" in jobs["kabari"]["if"]
    # A proposal may bring a workflow of any name: one called Terbit has published nothing.
    assert "github.event.workflow_run.event != 'pull_request'" in jobs["kabari"]["if"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_run_may_be_repeated(path: Path) -> None:
    """A repeated job is the same run, where a second artifact of one name is refused unless it may take its place."""
    uploads = [
        step["with"] for step in steps(yaml.safe_load(text(path))) if "/upload-artifact@" in step.get("uses", "")
    ]
    assert [upload["name"] for upload in uploads if upload.get("overwrite") is not True] == []


def test_the_ruleset_asks_for_the_check_that_there_is() -> None:
    ruleset = json.loads(text(".github/ruleset-main.json"))
    rules = {rule["type"]: rule.get("parameters", {}) for rule in ruleset["rules"]}
    jobs = {job["name"] for job in yaml.safe_load(text(CHECK))["jobs"].values()}
    assert {check["context"] for check in rules["required_status_checks"]["required_status_checks"]} == jobs
    assert {"pull_request", "deletion", "non_fast_forward"} <= set(rules)
    assert ruleset["conditions"]["ref_name"]["include"] == ["~DEFAULT_BRANCH"]
    assert ruleset["enforcement"] == "active"


@pytest.mark.parametrize("private", [False, True])
def test_content_may_come_from_a_private_repository(private: bool, tmp_path: Path) -> None:
    """The script of the building step, with a python3 that only tells what it was asked."""
    job = yaml.safe_load(text(".github/workflows/terbit.yml"))["jobs"]["bangun"]
    [script] = [step["run"] for step in job["steps"] if step.get("name") == "Bangun situs"]
    python = tmp_path / "bin/python3"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$@" "di $SITEURL" >> asked\necho "uji/index.md: rahasia"\necho "1 kreator"\n')
    python.chmod(0o755)
    if private:
        (tmp_path / "isi").mkdir()
    around = {"PATH": f"{python.parent}:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    around["BASE_URL"] = "http://dinas.example"
    command = ["bash", "-eo", "pipefail", "-c", script]
    done = subprocess.run(command, cwd=tmp_path, env=around, check=True, capture_output=True, text=True)
    asked = (tmp_path / "asked").read_text()
    extra = " --content isi/content" if private else ""
    for log in (done.stdout + done.stderr, (tmp_path / "summary").read_text()):
        # What is wrong in private content is nobody's business where everybody reads.
        assert ("rahasia" in log) is not private
        assert "1 kreator" in log
    assert asked == f"tasks.py build --public --hold-back{extra} di https://dinas.example\n"


def test_a_build_that_fails_fails_the_job_and_says_why(tmp_path: Path) -> None:
    job = yaml.safe_load(text(".github/workflows/terbit.yml"))["jobs"]["bangun"]
    [script] = [step["run"] for step in job["steps"] if step.get("name") == "Bangun situs"]
    (tmp_path / "python3").write_text("#!/bin/sh\necho Gagal >&2\nexit 2\n")
    (tmp_path / "python3").chmod(0o755)
    around = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "ringkasan"),
        "BASE_URL": "",
    }
    assert (
        subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=tmp_path, env=around, check=False).returncode == 2
    )
    assert "Gagal" in (tmp_path / "ringkasan").read_text()


def test_only_publishing_sees_the_key_to_private_content() -> None:
    seen = {path.stem for path in WORKFLOWS if "ISI_KUNCI" in text(path)}
    assert seen == {"besar", "bulanan", "harian", "tautan", "terbit"}


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
    content = read_content(tmp_path, CONTENT, date(2026, 11, 20))
    assert [fault.as_text() for fault in content.faults if fault.path.startswith("kreator/")] == []
    assert [creator.slug for creator in content.creators] == ["contoh-kreator"]


def test_the_readme_names_only_tasks_that_exist() -> None:
    tasks = set(re.findall(r"(?m)^def ([a-z]+)\(_: Context", text("tasks.py")))
    assert set(re.findall(r"python3 tasks\.py ([a-z]+)", text("README.md"))) <= tasks
