"""Workflows that a region's own repository calls by tag: what is checked out where, for each place of the content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).resolve().parents[2]
WORKFLOWS = {path.stem: path for path in (PROJECT / ".github/workflows").glob("*.yml")}
CALLED = ("besar", "bulanan", "harian", "komentar", "periksa", "pratinjau", "tautan", "terbit")
BUILDING = ("besar", "bulanan", "harian", "tautan", "terbit")

# Whose run it is, whose workflow it is, and where vars.ISI_REPO says that the content is.
CASES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "own": ("dinas/kreator", "dinas/kreator", ""),
        "private": ("dinas/kreator", "dinas/kreator", "dinas/isi"),
        "called": ("kota/kreator", "dinas/kreator", ""),
        "called, private": ("kota/situs", "dinas/kreator", "kota/isi"),
    }
)
OWN, TAG = "dinas/kreator main", "dinas/kreator c0ffee"
# Folder -> repository and commit. A ref of "" is what started the run, or the default branch of another repository.
BUILT = {
    "own": {".": OWN},
    "private": {".": OWN, "isi": "dinas/isi "},
    "called": {".": TAG, "isi": "kota/kreator main"},
    "called, private": {".": TAG, "isi": "kota/isi "},
}
PROPOSED = {"own": {".": "dinas/kreator "}, "called": {".": TAG, "isi": "kota/kreator "}}
ANSWERED = {"own": {".": "dinas/kreator "}, "called": {".": TAG}, "called, private": {".": TAG}}


def workflow(name: str) -> dict[Any, Any]:
    return yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))


def value(expression: str, case: str) -> Any:
    """What GitHub makes of an expression: `&&` and `||` give one of their sides, as Python's words do."""
    run, own, content = CASES[case]
    known = {
        "github.repository": run, "job.workflow_repository": own, "job.workflow_sha": "c0ffee",
        "vars.ISI_REPO": content, "secrets.ISI_KUNCI": "kunci" if content else "",
    }  # fmt: skip
    words = re.sub(r"[a-z]+\.\w+", lambda name: repr(known[name[0]]), expression, flags=re.IGNORECASE)
    return eval(words.replace("&&", "and").replace("||", "or"))  # noqa: S307 - our own expressions


def filled(text: str, case: str) -> str:
    return re.sub(r"\$\{\{(.+?)\}\}", lambda found: str(value(found[1].strip(), case)), text)


def checked_out(job: Mapping[str, Any], case: str) -> dict[str, str]:
    """Folder -> repository and ref, as the job's checkouts leave them."""
    found = {}
    for step in job.get("steps", ()):
        if "actions/checkout@" in step.get("uses", "") and value(step.get("if", "True"), case):
            given = {key: filled(str(text), case) for key, text in step["with"].items()}
            folder = given.get("path", ".").replace("situs", ".")  # the deploying job only compares
            found[folder] = f"{given.get('repository', CASES[case][0])} {given.get('ref', '')}"
    return found


def jobs_with_code(name: str) -> list[Mapping[str, Any]]:
    return [job for job in workflow(name)["jobs"].values() if "checkout@" in str(job.get("steps"))]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", BUILDING)
def test_what_is_built_is_the_code_and_the_content_of_its_place(name: str, case: str) -> None:
    assert jobs_with_code(name)
    assert [checked_out(job, case) for job in jobs_with_code(name)] == [BUILT[case]] * len(jobs_with_code(name))


@pytest.mark.parametrize("case", PROPOSED)
@pytest.mark.parametrize("name", ["periksa", "pratinjau"])
def test_a_proposal_is_read_by_the_code_of_its_place(name: str, case: str) -> None:
    [job] = jobs_with_code(name)
    assert checked_out(job, case) == PROPOSED[case]


@pytest.mark.parametrize("case", ANSWERED)
def test_an_answer_is_written_by_the_code_alone(case: str) -> None:
    assert [checked_out(job, case) for job in jobs_with_code("komentar")] == [ANSWERED[case]] * 2


ONLY_CONTENT = 'echo "SHOWCASE_CONTENT=$GITHUB_WORKSPACE/isi/content" >> "$GITHUB_ENV"'


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", [*BUILDING, "periksa", "pratinjau"])
def test_a_region_that_calls_has_no_content_but_its_own(name: str, case: str) -> None:
    """Told before any task runs: else what its content lacks would be the program's own, with that office's name."""
    jobs = [job for job in jobs_with_code(name) if "tasks.py" in str(job)]
    assert jobs
    for job in jobs:
        scripts = [step.get("run", "") for step in job["steps"]]
        at = scripts.index(ONLY_CONTENT)
        assert not any("tasks.py" in script for script in scripts[:at])
        assert bool(value(job["steps"][at]["if"], case)) is (case in ("called", "called, private"))


def test_who_can_be_called_from_elsewhere_takes_its_own_code() -> None:
    """What only this project calls takes whatever is checked out."""
    own = {name for name, path in WORKFLOWS.items() if "job.workflow_sha" in path.read_text(encoding="utf-8")}
    assert own == set(CALLED)
    assert own <= {name for name in WORKFLOWS if "workflow_call" in workflow(name)[True]}


@pytest.mark.parametrize("name", CALLED)
def test_a_called_workflow_takes_the_key_only_where_it_reads_private_content(name: str) -> None:
    call = workflow(name)[True]["workflow_call"] or {}
    keys = {"ISI_KUNCI"} if name in BUILDING else set()
    assert set(call.get("secrets", ())) == keys
    assert not [key for key, told in call.get("secrets", {}).items() if told["required"]]


FOLDERS = {"own": ".", "private": ".", "called": "isi", "called, private": "isi"}


@pytest.mark.parametrize("case", CASES)
def test_the_counts_of_a_month_go_to_the_repository_that_publishes_or_has_the_content(case: str) -> None:
    """In a repository that has workflows alone there is nothing that could be committed."""
    [job] = workflow("bulanan")["jobs"].values()
    [keep] = [step for step in job["steps"] if step.get("name") == "Simpan"]
    assert filled(keep["working-directory"], case) == FOLDERS[case]
    assert bool(value(keep["if"], case)) is (case != "called, private")


@pytest.mark.parametrize("case", PROPOSED)
def test_the_check_works_in_the_folder_of_the_proposal(case: str) -> None:
    [job] = workflow("periksa")["jobs"].values()
    folders = {filled(step["working-directory"], case) for step in job["steps"] if "tasks.py" in step.get("run", "")}
    assert folders == {FOLDERS[case]}
    [preview] = workflow("pratinjau")["jobs"].values()
    [built] = [step["env"]["ISI"] for step in preview["steps"] if "tasks.py" in step.get("run", "")]
    assert filled(built, case) == ("isi/content" if case == "called" else "content")
