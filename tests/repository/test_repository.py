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
from tests.support.region import CONTENT

from showcase.content import read_content

PROJECT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
WORKFLOWS = sorted((PROJECT / ".github").glob("workflows/*.yml"))
CHECK = ".github/workflows/periksa.yml"
PREVIEW = ".github/workflows/pratinjau.yml"
ACTIONS = sorted((PROJECT / ".github").glob("actions/*/action.yml"))
# What is checked out: of code the tip of main or, called from another repository, the tag; of content its tip.
TIP = "${{ job.workflow_repository == github.repository && 'main' || job.workflow_sha }}"
OF_THE_TAG = "${{ job.workflow_repository != github.repository && job.workflow_sha || '' }}"
CONTENT_TIP = "${{ vars.ISI_REPO == '' && 'main' || '' }}"


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
        "terbit": {"actions": "write", "contents": "read", "pages": "write", "id-token": "write"},
    },
    "bulanan": {"catat": {"contents": "write", "issues": "write"}},
    "harian": {
        "terbit": {"actions": "write", "contents": "read", "pages": "write", "id-token": "write"},
        "persetujuan": {"contents": "read"},
        "ingatkan": {"issues": "write"},
    },
    "komentar": {
        "jawab": {"actions": "read", "contents": "read", "pages": "read", "pull-requests": "write"},
        "kabari": {"contents": "read", "pages": "read", "pull-requests": "write"},
    },
    "malam": {"uji": {"contents": "read"}, "sistem": {"contents": "read"}},
    "periksa": {"profil": {"contents": "read"}},
    "pratinjau": {"situs": {"contents": "read"}},
    "tautan": {"tanya": {"contents": "read"}, "catat": {"issues": "write"}},
    "terbit": {
        "bangun": {"contents": "read", "pages": "read"},
        "bersihkan": {"actions": "write"},
        "tayang": {"contents": "read", "pages": "write", "id-token": "write"},
    },
    "sistem": {"uji": {"contents": "read"}},
    "uji": {"uji": {"contents": "read"}, "sistem": {"contents": "read"}},
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


def test_windows_and_macos_check_build_and_test_what_is_changed_and_every_night() -> None:
    job = yaml.safe_load(text(".github/workflows/sistem.yml"))["jobs"]["uji"]
    assert job["strategy"]["matrix"]["sistem"] == ["windows-latest", "macos-latest"]
    assert [step["run"] for step in job["steps"] if "run" in step] == [
        f"python tasks.py {task}" for task in ("check", "build", "test")
    ]
    assert job["env"] == {"PIP_ONLY_BINARY": ":all:"}, "so that a library without a wheel is found"
    for name in ("malam", "uji"):
        jobs = yaml.safe_load(text(f".github/workflows/{name}.yml"))["jobs"]
        assert jobs["sistem"]["uses"] == "./.github/workflows/sistem.yml"


def test_proposals_run_without_secrets() -> None:
    for path in WORKFLOWS:
        assert "pull_request_target" not in text(path)
    for name in ("periksa", "pratinjau", "sistem", "uji"):
        assert "secrets" not in text(f".github/workflows/{name}.yml")
        assert "github.token" not in text(f".github/workflows/{name}.yml")


def test_what_may_write_to_a_proposal_runs_nothing_of_it() -> None:
    workflow = yaml.safe_load(text(".github/workflows/komentar.yml"))
    for checkout in uses(Path(".github/workflows/komentar.yml"), "checkout"):
        # Without a ref, a run that another run started checks out the main branch.
        assert checkout["with"] == {
            "repository": "${{ job.workflow_repository }}", "ref": OF_THE_TAG, "persist-credentials": False,
        }  # fmt: skip
    others = [step for step in steps(workflow) if "checkout" not in step.get("uses", "")]
    assert not [step for step in others if {"ref", "repository"} & set(step.get("with", {}))]
    assert [path.stem for path in WORKFLOWS if "pull-requests: write" in text(path)] == ["komentar"]


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
    condition = jobs["jawab"]["if"]
    ended = json.loads(
        re.search(r"contains\(fromJSON\('(.*?)'\), github.event.workflow_run.conclusion\)", condition)[1]
    )
    assert set(ended) == {"success", "failure", "timed_out"}
    assert "github.event.workflow_run.event == 'pull_request'" in condition
    assert "github.event.workflow_run.conclusion == 'success'" in jobs["kabari"]["if"]
    # A proposal may bring a workflow of any name: one called Terbit has published nothing.
    assert (
        """contains(fromJSON('["push", "schedule", "workflow_dispatch"]'), github.event.workflow_run.event)"""
        in (jobs["kabari"]["if"])
    )
    for theirs, ours in (
        ("head_repository.full_name", "repository"),
        ("head_branch", "event.repository.default_branch"),
    ):
        assert f"github.event.workflow_run.{theirs} == github.{ours}" in jobs["kabari"]["if"]


def tasks_of(workflow: str) -> list[str]:
    """The tasks that the scripts of a workflow run, in their order."""
    scripts = [step["run"] for step in steps(yaml.safe_load(text(workflow))) if "run" in step]
    return re.findall(r'python3 (?:"\$GITHUB_WORKSPACE/)?tasks\.py"? (\w+)', "\n".join(scripts))


def test_the_first_word_waits_for_nothing_but_the_check() -> None:
    """The comment begins when the whole workflow has ended; a preview is built and uploaded in one of its own."""
    assert tasks_of(CHECK) == ["check", "review"]
    preview = yaml.safe_load(text(".github/workflows/pratinjau.yml"))
    assert tasks_of(PREVIEW) == ["build"]
    assert (
        preview["name"] not in yaml.safe_load(text(".github/workflows/komentar.yml"))[True]["workflow_run"]["workflows"]
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_run_may_be_repeated(path: Path) -> None:
    """A repeated job is the same run, where a second artifact of one name is refused unless it may take its place."""
    uploads = [
        step["with"] for step in steps(yaml.safe_load(text(path))) if "/upload-artifact@" in step.get("uses", "")
    ]
    assert [upload["name"] for upload in uploads if upload.get("overwrite") is not True] == []


def test_hidden_files_of_the_site_are_uploaded_too() -> None:
    """GitHub's actions leave `.well-known` out unless they are told."""
    given = [
        step["with"]
        for path in WORKFLOWS
        for step in steps(yaml.safe_load(text(path)))
        if re.search(r"/upload-(?:pages-)?artifact@", step.get("uses", "")) and step["with"]["path"] == "output"
    ]
    assert len(given) == 3
    assert all(one.get("include-hidden-files") is True for one in given)


def test_the_ruleset_asks_for_the_check_that_there_is() -> None:
    ruleset = json.loads(text(".github/ruleset-main.json"))
    rules = {rule["type"]: rule.get("parameters", {}) for rule in ruleset["rules"]}
    jobs = {job["name"] for job in yaml.safe_load(text(CHECK))["jobs"].values()}
    assert {check["context"] for check in rules["required_status_checks"]["required_status_checks"]} == jobs
    assert {"pull_request", "deletion", "non_fast_forward"} <= set(rules)
    assert ruleset["conditions"]["ref_name"]["include"] == ["~DEFAULT_BRANCH"]
    assert ruleset["enforcement"] == "active"


@pytest.mark.posix
@pytest.mark.parametrize("private", [False, True])
def test_content_may_come_from_a_private_repository(private: bool, tmp_path: Path) -> None:
    """The script of the building step, with a python3 that only tells what it was asked."""
    python = tmp_path / "bin/python3"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$@" "di $SITEURL" >> asked\necho "1 kreator"\n')
    python.chmod(0o755)
    if private:
        (tmp_path / "isi").mkdir()
    around = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "BASE_URL": "http://dinas.example"}
    done = ran(tmp_path, step_of("terbit", "bangun", "Bangun situs"), PATH=python.parent, **around)
    assert done.returncode == 0
    extra = " --content isi/content" if private else ""
    assert "1 kreator" in done.stdout + done.stderr
    assert "1 kreator" in (tmp_path / "summary").read_text()
    asked = (tmp_path / "asked").read_text()
    assert asked == f"tasks.py build --public --hold-back{extra} di https://dinas.example\n"


@pytest.mark.posix
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


def step_of(workflow: str, job: str, name: str) -> str:
    """The script of one step."""
    steps_there = yaml.safe_load(text(f".github/workflows/{workflow}.yml"))["jobs"][job]["steps"]
    [script] = [step["run"] for step in steps_there if step.get("name") == name]
    return script


def ran(folder: Path, script: str, **around: str | Path) -> subprocess.CompletedProcess[str]:
    """A script as GitHub runs it; PATH: a folder to look in first."""
    path = f"{around.pop('PATH', folder)}:{os.environ['PATH']}"
    command = ["bash", "-eo", "pipefail", "-c", script]
    around = {name: str(value) for name, value in around.items()}
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **around, "PATH": path}, check=False, capture_output=True, text=True
    )


# --- nothing of a person outlives them here ---

CACHED = {".venv", ".cache/showcase/gambar"}  # libraries, and pictures that this very run publishes


def uses(path: Path, action: str) -> list[dict]:
    return [step for step in steps(yaml.safe_load(text(path))) if step.get("uses", "").startswith(f"actions/{action}@")]


@pytest.mark.parametrize("path", WORKFLOWS + ACTIONS, ids=lambda path: path.parent.name + "/" + path.name)
def test_no_cache_holds_more_than_what_is_published(path: Path) -> None:
    """Whoever opens a pull request may restore what main has saved, for a week and longer."""
    found = [step for action in ("cache", "cache/save", "cache/restore") for step in uses(path, action)]
    assert {step["with"]["path"] for step in found} <= CACHED
    for step in uses(path, "cache/save"):
        assert step["if"] == "vars.ISI_REPO == ''", "of private content nothing is saved"
        # Each run has its own, since GitHub never overwrites one; the others are deleted by their names.
        assert step["with"]["key"].endswith("-${{ github.run_id }}-${{ github.run_attempt }}")
        assert "hashFiles('requirements.txt', 'plugins/showcase/pictures/**')" in step["with"]["key"]
        assert path.name == "terbit.yml"
    for step in uses(path, "cache"):
        assert step["with"]["path"] == ".venv"
        assert "hashFiles('requirements*.txt')" in step["with"]["key"]


def test_a_proposal_saves_no_pictures() -> None:
    [step] = uses(Path(PREVIEW), "cache/restore")
    assert step["with"]["restore-keys"].startswith("gambar-")
    for workflow in (CHECK, PREVIEW):
        assert uses(Path(workflow), "cache/save") == uses(Path(workflow), "cache") == []


@pytest.mark.posix
def test_the_caches_of_earlier_runs_are_deleted(tmp_path: Path) -> None:
    """The script with a `gh` that lists some, runs the real filter where there is a jq, and tells what it deleted."""
    job = yaml.safe_load(text(".github/workflows/terbit.yml"))["jobs"]["bersihkan"]
    [step] = job["steps"]
    assert step["env"]["BARU"] == "-${{ github.run_id }}-${{ github.run_attempt }}"
    kept = uses(Path(".github/workflows/terbit.yml"), "cache/save")[0]["with"]["key"]
    assert kept.endswith(step["env"]["BARU"])
    found = [{"id": 1, "key": "gambar-abc-77-1"}, {"id": 2, "key": "gambar-abc-76-1"}, {"id": 3, "key": "gambar-x"}]
    gh, program = tmp_path / "gh", tmp_path / "gh.py"
    gh.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}" "$@"\n')  # the path of a Python may hold a blank
    program.write_text(
        "import os, sys\n"
        f"found = {found!r}\n"
        "if sys.argv[1:3] == ['cache', 'list']:\n"
        "    assert sys.argv[sys.argv.index('--key') + 1] == 'gambar-'\n"
        "    assert 'endswith(env.BARU) | not' in sys.argv[sys.argv.index('--jq') + 1]\n"
        "    print(*(one['id'] for one in found if not one['key'].endswith(os.environ['BARU'])), sep='\\n')\n"
        "else:\n"
        "    print(*sys.argv[1:], file=open('told', 'a'))\n"
        "    sys.exit(sys.argv[3] == '3')\n"
    )
    gh.chmod(0o755)
    done = ran(tmp_path, step["run"], BARU="-77-1")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "told").read_text().splitlines() == ["cache delete 2", "cache delete 3"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_comment_is_no_longer_than_a_line_of_code(path: Path) -> None:
    assert [line for line in text(path).splitlines() if line.lstrip().startswith("#") and len(line) > 120] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_downloads_are_gone_after_a_day(path: Path) -> None:
    found = [
        step["with"]
        for step in steps(yaml.safe_load(text(path)))
        if re.match(r"actions/upload-(pages-)?artifact@", step.get("uses", ""))
    ]
    assert [upload for upload in found if upload.get("retention-days") != 1] == []


def test_what_stays_at_github_is_written_by_scripts_that_see_no_name() -> None:
    """Summaries, issues and their titles: no file of a report goes into them."""
    for path in WORKFLOWS:
        for step in steps(yaml.safe_load(text(path))):
            assert "--body-file" not in step.get("run", ""), path.name
            assert "tautan.md" not in step.get("run", ""), path.name


@pytest.mark.posix
def test_the_issue_about_links_has_numbers(tmp_path: Path) -> None:
    job = yaml.safe_load(text(".github/workflows/tautan.yml"))["jobs"]["catat"]
    [script] = [step["run"] for step in job["steps"] if "run" in step]
    (tmp_path / "tautan.json").write_text('{"counts": {"gone": 2, "flagged": 1}, "links": ["kreator/contoh-rina"]}')
    (tmp_path / "jq").write_text("#!/bin/sh\necho 3\n")
    (tmp_path / "gh").write_text('#!/bin/sh\necho "$@" >> told\n')
    for name in ("jq", "gh"):
        (tmp_path / name).chmod(0o755)
    around = {"GITHUB_STEP_SUMMARY": tmp_path / "ringkasan", "PEKERJAAN": "https://x.example/actions/runs/7"}
    assert ran(tmp_path, script, **around).returncode == 0
    for told in ((tmp_path / "told").read_text(), (tmp_path / "ringkasan").read_text()):
        assert "3 tautan perlu dilihat" in told
        assert "https://x.example/actions/runs/7" in told
        assert "`python3 tasks.py links`" in told
        assert "contoh-rina" not in told


# --- what is published is what main holds now ---


@pytest.mark.parametrize("name", ["terbit", "besar", "bulanan", "harian", "tautan"])
def test_what_is_built_is_the_tip_of_main(name: str) -> None:
    """A repeated run begins with the commit of its first one, however long ago that was."""
    jobs = yaml.safe_load(text(f".github/workflows/{name}.yml"))["jobs"]
    for job in jobs.values():
        refs = [
            step["with"]["ref"] for step in job.get("steps", ()) if step.get("uses", "").startswith("actions/checkout@")
        ]
        assert refs in ([], [TIP, CONTENT_TIP], [TIP, CONTENT_TIP] * 2)


@pytest.mark.posix
@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(("site_moved", "content_moved"), [(False, False), (True, False), (False, True)])
def test_an_older_site_is_not_deployed(tmp_path: Path, private: bool, site_moved: bool, content_moved: bool) -> None:
    """The two scripts of the workflow on real repositories: what was built from, and whether it is still the tip."""
    for name in ("situs", "isi") if private else ("situs",):
        commit(tmp_path / name, "awal")
    noted = tmp_path / "keluaran"
    noted.touch()
    note = step_of("terbit", "bangun", "Catat commit yang dibangun").replace("git rev-parse", "git -C situs rev-parse")
    assert ran(tmp_path, note, GITHUB_OUTPUT=noted).returncode == 0
    built = dict(line.split("=") for line in noted.read_text().splitlines())
    if site_moved:
        commit(tmp_path / "situs", "lebih baru")
    if private and content_moved:
        commit(tmp_path / "isi", "lebih baru")
    script = step_of("terbit", "tayang", "Hanya yang terbaru")
    done = ran(tmp_path, script, SITUS=built["situs"], ISI=built.get("isi", ""))
    stale = site_moved or (private and content_moved)
    assert done.returncode == int(stale)
    assert ("tidak ditayangkan" in done.stdout) is stale


def test_the_deploying_job_asks_before_it_deploys() -> None:
    job = yaml.safe_load(text(".github/workflows/terbit.yml"))["jobs"]["tayang"]
    names = [step.get("name") or step.get("id") or "checkout" for step in job["steps"]]
    assert names == ["checkout", "checkout", "Hanya yang terbaru", "tayang"]


def commit(folder: Path, words: str) -> None:
    """One more commit of a repository, which is made if there is none."""
    who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example"]
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    subprocess.run(["git", *who, "-C", str(folder), "commit", "-q", "--allow-empty", "-m", words], check=True)


def test_only_publishing_sees_the_key_to_private_content() -> None:
    seen = {path.stem for path in WORKFLOWS if "ISI_KUNCI" in text(path)}
    assert seen == {"besar", "bulanan", "harian", "tautan", "terbit"}


def test_a_schedule_stands_alone_so_that_its_end_stops_nothing_else() -> None:
    # YAML 1.1 reads the key `on` as true.
    triggers = {path.stem: yaml.safe_load(text(path))[True] for path in WORKFLOWS}
    scheduled = {name: on for name, on in triggers.items() if "schedule" in on}
    assert scheduled
    assert all(set(on) <= {"schedule", "workflow_dispatch", "workflow_call"} for on in scheduled.values())


# --- another region ---

# Where the project's `content/` is named.
NAMED = {"pelicanconf.py", "plugins/showcase/settings.py", "tests/support/region.py"}


def test_no_test_depends_on_the_region_that_is_published() -> None:
    """Everything else asks `settings.own_content()`, which is `tests/isi/` during the tests, or is given a folder."""
    name = re.compile(r"""\b(?:PROJECT|project|HERE|parents?(?:\[\d\])?)\)? / "content["/]""")
    files = [*PROJECT.glob("*.py"), *(PROJECT / "plugins").rglob("*.py"), *(PROJECT / "tests").rglob("*.py")]
    found = {path.relative_to(PROJECT).as_posix() for path in files if name.search(path.read_text(encoding="utf-8"))}
    assert found == NAMED


# --- the readers' files ---

DOCUMENTS = (
    "README.md",
    "README.en.md",
    "CONTRIBUTING.md",
    "docs/decisions.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "LICENSES.md",
)


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


def test_every_workflow_takes_content_from_elsewhere_in_one_form_and_the_guide_names_it() -> None:
    guide = text("docs/isi-pribadi.md")
    found = {path: text(path) for path in WORKFLOWS if "ISI_REPO" in text(path)}
    assert {Path(path).stem for path in found} >= {"terbit", "besar", "harian", "bulanan", "tautan"}
    for path, workflow in found.items():
        assert re.findall(r"--content (\S+)", workflow) == ["isi/content"] * workflow.count("[ -d isi ] && set"), path
        assert "[ -d isi ] && set -- --content isi/content\n" in workflow, path
        assert f"**{yaml.safe_load(workflow)['name']}**" in guide, path
