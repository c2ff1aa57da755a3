"""`doctor`: a list of ticks, and what to do for each that is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from showcase.commands import doctor
from showcase.commands.doctor import Tick
from showcase.faults import Fault

FAULT = Fault(path="kreator/contoh/index.md", line=1, column=1, code="P101", message="…")
HINT = Fault(path="kreator/contoh/index.md", line=1, column=1, code="P101", message="…", severity="suggestion")


@dataclass
class Office:
    whatsapp: str = ""
    email: str = ""
    address: str = ""
    hours: str = ""


@dataclass
class Site:
    office: Office
    repository: str = ""


@dataclass
class Region:
    site: Site


@dataclass
class Creator:
    status: str


@dataclass
class Content:
    """As much of the content as the doctor looks at."""

    region: Region = field(default_factory=lambda: Region(Site(Office())))
    creators: tuple[Creator, ...] = ()
    faults: tuple[Fault, ...] = ()


def states(check, root: Path) -> list[str]:
    return [tick.state for tick in check(root)]


CONTENTS = [
    (Content(), ["ready", "unknown"], ["missing"] * 4),
    (Content(creators=(Creator("published"),), faults=(HINT,)), ["ready", "ready"], ["missing"] * 4),
    (Content(creators=(Creator("sample"),), faults=(FAULT, HINT)), ["missing", "unknown"], ["missing"] * 4),
    (
        Content(
            Region(
                Site(Office(email="kantor@contoh.test", address="Jalan Contoh 1"), "https://github.com/contoh/kreator")
            )
        ),
        ["ready", "unknown"],
        ["ready", "ready", "ready", "missing"],
    ),
]


@pytest.mark.parametrize(("content", "profiles", "office"), CONTENTS)
def test_content_and_office(monkeypatch, tmp_path: Path, content, profiles, office) -> None:
    monkeypatch.setattr(doctor, "_content", lambda root: content)
    assert (states(doctor._profiles, tmp_path), states(doctor._office, tmp_path)) == (profiles, office)


# What git says of the branch and of the remote -> the ticks.
GIT = [
    ((None, None), ["missing"]),
    (("main", None), ["missing", "ready"]),
    (("main", "https://github.com/contoh/kreator.git"), ["ready", "ready"]),
    (("percobaan", "git@github.com:contoh/kreator.git"), ["ready", "unknown"]),
]


@pytest.mark.parametrize(("said", "expected"), GIT)
def test_git(monkeypatch, tmp_path: Path, said, expected: list[str]) -> None:
    branch, remote = said
    monkeypatch.setattr(doctor, "_said", lambda *command, folder=None: branch if "branch" in command else remote)
    assert states(doctor._git, tmp_path) == expected


GITHUB = [
    ({}, ["unknown"] * 3),
    ({"auth": ""}, ["missing"] * 3),
    ({"auth": "", "pages": "{}", "rules": "[]"}, ["ready", "missing", "missing"]),
    ({"auth": "", "pages": "{}", "orgs": "{}", "rules": "[{}]"}, ["ready"] * 3),
]


@pytest.mark.parametrize(("answers", "expected"), GITHUB)
def test_github(monkeypatch, tmp_path: Path, answers: dict[str, str], expected: list[str]) -> None:
    def said(*command: str, folder: Path | None = None) -> str | None:
        return next((answer for name, answer in answers.items() if name in " ".join(command)), None)

    monkeypatch.setattr(doctor, "_said", said)
    assert states(doctor._github, tmp_path) == expected


def test_a_site_too_large_for_pages_is_named(monkeypatch, tmp_path: Path) -> None:
    assert states(doctor._size, tmp_path) == []
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_bytes(b"x" * 2000)
    assert states(doctor._size, tmp_path) == ["ready"]
    monkeypatch.setattr(doctor, "PAGES_LIMIT", 1000)
    assert states(doctor._size, tmp_path) == ["missing"]


@pytest.mark.parametrize(
    ("ticks", "code", "last"),
    [
        ([Tick("ready", "a"), Tick("unknown", "b")], 0, "Semua yang dapat diperiksa dari sini sudah siap."),
        ([Tick("ready", "a"), Tick("missing", "b")], 1, "1 hal belum siap."),
    ],
)
def test_the_list_ends_with_what_is_missing(monkeypatch, capsys, tmp_path, ticks, code: int, last: str) -> None:
    monkeypatch.setattr(doctor, "CHECKS", (lambda root: ticks,))
    assert doctor.run(tmp_path) == code
    assert capsys.readouterr().out.splitlines()[-1] == last


def test_a_program_that_is_not_there_says_nothing() -> None:
    assert doctor._said("program-yang-tidak-ada") is None


def test_this_project_has_its_workflows(project: Path, tmp_path: Path) -> None:
    assert states(doctor._workflows, project) == ["ready"]
    assert states(doctor._workflows, tmp_path) == ["missing"]


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("", "unknown"),
        ("https://kreator.contoh.id", "ready"),
        ("https://contoh.github.io/kreator", "ready"),
        ("http://kreator.contoh.id", "missing"),
        ("kreator.contoh.id", "missing"),
        ("https://kreator.contoh.id/?a=b", "missing"),
    ],
)
def test_the_address_of_the_site(monkeypatch, tmp_path: Path, address: str, state: str) -> None:
    monkeypatch.setenv("SITEURL", address)
    assert states(doctor._address, tmp_path) == [state]


@pytest.mark.parametrize("text", [None, "", "[]", '{"rules": []}', '{"rules": [{"type": "pull_request"}]}'])
def test_rules_that_demand_too_little_are_named(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / ".github").mkdir()
        (tmp_path / ".github" / "ruleset-main.json").write_text(text, encoding="utf-8")
    assert states(doctor._ruleset, tmp_path) == ["missing"]


def test_the_rules_of_this_project_demand_the_check_by_its_name(project: Path) -> None:
    assert states(doctor._ruleset, project) == ["ready"]
    workflow = (project / ".github" / "workflows" / "periksa.yml").read_text(encoding="utf-8")
    assert f"name: {doctor.CHECK_NAME}" in workflow


def test_what_only_people_know_is_said_with_where_to_look(tmp_path: Path) -> None:
    ticks = list(doctor._by_hand(tmp_path))
    assert all(tick.state == "unknown" and ": " in tick.text for tick in ticks)
    assert "Dua pemilik" in ticks[0].text
