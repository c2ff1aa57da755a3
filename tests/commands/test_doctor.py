"""`doctor`: a list of items, and what to do for each that is missing."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.support.making import creator

from showcase.commands import doctor, doctor_files
from showcase.commands.doctor_files import Item
from showcase.diagnostics.fault import Fault
from showcase.profiles import Consent

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
    consent: None = None


@dataclass
class Content:
    """As much of the content as the doctor looks at."""

    region: Region = field(default_factory=lambda: Region(Site(Office())))
    creators: tuple[Creator, ...] = ()
    faults: tuple[Fault, ...] = ()


def states(check, root: Path) -> list[str]:
    return [item.state for item in check(root)]


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
    monkeypatch.setattr(doctor, "_content", lambda folder: content)
    assert (states(doctor._profiles, tmp_path), states(doctor._office, tmp_path)) == (profiles, office)


@dataclass
class Language:
    name: str


@dataclass
class Lists:
    """As much of the region's lists as the doctor looks at."""

    places: tuple[str, ...]
    languages: tuple[Language, ...]


LISTS = [
    (Lists(("pasar",), (Language("Bahasa Indonesia"),)), []),
    (Lists((), (Language("Bahasa daerah"),)), ["unknown", "unknown"]),
]


@pytest.mark.parametrize(("lists", "expected"), LISTS)
def test_what_a_new_region_lacks(monkeypatch, tmp_path: Path, lists, expected: list[str]) -> None:
    monkeypatch.setattr(doctor, "_content", lambda folder: Content(region=lists))
    assert states(doctor._region, tmp_path) == expected


# What git says of the branch and of the remote -> the items.
GIT = [
    ((None, None), ["missing"]),
    (("main", None), ["missing", "ready"]),
    (("main", "https://github.com/contoh/kreator.git"), ["ready", "ready"]),
    (("percobaan", "git@github.com:contoh/kreator.git"), ["ready", "unknown"]),
]


@pytest.mark.parametrize(("said", "expected"), GIT)
def test_git(monkeypatch, tmp_path: Path, said, expected: list[str]) -> None:
    branch, remote = said
    monkeypatch.setattr(doctor, "_output_of", lambda *command, folder=None: branch if "branch" in command else remote)
    assert states(doctor._git, tmp_path) == expected


WORKFLOW = '{"build_type": "workflow", "https_enforced": true, "cname": "kreator.contoh.id"}'
# What `gh` answers to the questions that contain a word; to the others it fails.
KEPT = {"retention": '{"days": 1, "maximum_allowed_days": 90}', "{repo}": '{"delete_branch_on_merge": true}'}
FOREVER = {"retention": '{"days": 90}', "{repo}": '{"delete_branch_on_merge": false}'}
GITHUB = [
    ({}, ["unknown"] * 6),
    ({"auth": ""}, ["missing"] * 3 + ["unknown"] * 3),
    ({"auth": "", "pages": WORKFLOW, "rules": "[]", **FOREVER}, ["ready"] + ["missing"] * 4 + ["unknown"]),
    ({"auth": "", "pages": WORKFLOW, "orgs": "{}", "rules": "[{}]", "list": "", **KEPT}, ["ready"] * 6),
    (
        {"auth": "", "pages": "kacau", "orgs": "{}", "rules": "[{}]", "list": "", "retention": "kacau", "{repo}": "[]"},
        ["ready", "missing", "ready", "ready", "unknown", "unknown", "ready"],
    ),
]


@pytest.mark.parametrize(("answers", "expected"), GITHUB)
def test_github(monkeypatch, tmp_path: Path, answers: dict[str, str], expected: list[str]) -> None:
    def said(*command: str, folder: Path | None = None) -> str | None:
        return next((answer for name, answer in answers.items() if name in " ".join(command)), None)

    monkeypatch.setattr(doctor, "_output_of", said)
    assert states(doctor._github, tmp_path) == expected


def test_a_site_too_large_for_pages_is_named(monkeypatch, tmp_path: Path) -> None:
    assert states(doctor._size, tmp_path) == []
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_bytes(b"x" * 2000)
    assert states(doctor._size, tmp_path) == ["ready"]
    monkeypatch.setattr(doctor, "SITE_LIMIT", 1000)
    assert states(doctor._size, tmp_path) == ["missing"]


@pytest.mark.parametrize(
    ("items", "code", "last"),
    [
        ([Item("ready", "a"), Item("unknown", "b")], 0, "Semua yang dapat diperiksa dari sini sudah siap."),
        ([Item("ready", "a"), Item("missing", "b")], 1, "1 hal belum siap."),
    ],
)
def test_the_list_ends_with_what_is_missing(monkeypatch, capsys, tmp_path, items, code: int, last: str) -> None:
    monkeypatch.setattr(doctor, "CONTENT_CHECKS", ())
    monkeypatch.setattr(doctor, "CHECKS", (lambda root: items,))
    assert doctor.run(tmp_path) == code
    assert capsys.readouterr().out.splitlines()[-1] == last


def test_a_program_that_is_not_there_says_nothing() -> None:
    assert doctor._output_of("program-yang-tidak-ada") is None


def test_this_project_has_its_workflows(project: Path, tmp_path: Path) -> None:
    assert states(doctor_files.workflows, project) == ["ready"], "and all their variables are explained"
    assert states(doctor_files.workflows, tmp_path) == ["missing"]


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
    assert states(doctor_files.address, tmp_path) == [state]


@pytest.mark.parametrize("text", [None, "", "[]", "{}", '{"name": "x", "rules": [1]}'])
def test_rules_that_cannot_be_read_are_named(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / ".github").mkdir()
        (tmp_path / doctor_files.RULESET).write_text(text, encoding="utf-8")
    assert states(doctor_files.ruleset, tmp_path) == ["missing"]


# What is changed in our own rules -> a word of the answer.
WEAK_RULES = [
    (lambda rules: rules.update(enforcement="evaluate"), "active"),
    (lambda rules: rules["conditions"]["ref_name"].update(include=["refs/heads/lain"]), "cabang utama"),
    (lambda rules: rules["rules"].pop(0), "deletion"),
    (lambda rules: rules["rules"][-1]["parameters"]["required_status_checks"][0].update(context="Lain"), "Periksa"),
    (lambda rules: rules["rules"][-1]["parameters"]["required_status_checks"][0].pop("integration_id"), "Actions"),
    (lambda rules: rules["rules"][2]["parameters"].update(require_code_owner_review=False), "pemilik program"),
    (lambda rules: rules.update(bypass_actors=[{"actor_id": 1}]), "melewatinya"),
]


@pytest.mark.parametrize(("weaken", "word"), WEAK_RULES, ids=[word for _, word in WEAK_RULES])
def test_rules_that_demand_too_little_are_named(project: Path, tmp_path: Path, weaken, word: str) -> None:
    rules = json.loads((project / doctor_files.RULESET).read_text(encoding="utf-8"))
    weaken(rules)
    (tmp_path / ".github").mkdir()
    (tmp_path / doctor_files.RULESET).write_text(json.dumps(rules), encoding="utf-8")
    [item] = doctor_files.ruleset(tmp_path)
    assert item.state == "missing"
    assert word in item.text


# CODEOWNERS -> the states, and a word of the first answer.
OWNERS = [
    (None, ["missing"], "belum ada"),
    ("# kosong\n", ["missing"] * 3, "dua pemilik"),
    ("* @contoh-satu\n", ["missing"] * 3, "dua pemilik"),
    ("* @contoh-satu @contoh-dua # berdua\n", ["ready", "unknown"], "@contoh-dua, @contoh-satu"),
    ("* @contoh-satu @contoh-dua\n/content/ # siapa saja\n", ["ready"], "@contoh-dua, @contoh-satu"),
    ("* @contoh-satu @contoh-dua\n/.github/ @contoh-satu\n", ["missing"], ".github/"),
    ("/.github/ @a @b\n/tasks.py @a @b\n/plugins/** @a @b\n", ["ready"], "@a, @b"),
    ("/content/ @a @b\n", ["missing"] * 3, "dua pemilik"),
    ("* contoh-satu @contoh-dua\n", ["missing"], "bukan nama akun"),
]


@pytest.mark.parametrize(("text", "expected", "word"), OWNERS)
def test_two_owners_for_what_the_site_does(tmp_path: Path, text: str | None, expected: list[str], word: str) -> None:
    if text is not None:
        (tmp_path / "CODEOWNERS").write_text(text, encoding="utf-8")
    items = list(doctor_files.owners(tmp_path))
    assert [item.state for item in items] == expected
    assert word in items[0].text
    assert all("/content/" in item.text for item in items if item.state == "unknown")


@pytest.mark.parametrize(
    ("site", "file", "expected"),
    [
        ("https://kreator.contoh.id", "kreator.contoh.id\n", ["ready", "unknown"]),
        ("https://kreator.contoh.id", "lain.contoh.id", ["ready", "missing"]),
        ("", "lain.contoh.id", ["unknown", "unknown"]),
    ],
)
def test_a_file_cname_can_only_mislead(monkeypatch, tmp_path: Path, site: str, file: str, expected: list[str]) -> None:
    monkeypatch.setenv("SITEURL", site)
    (tmp_path / "CNAME").write_text(file, encoding="utf-8")
    assert states(doctor_files.address, tmp_path) == expected


@pytest.mark.parametrize(
    ("site", "answer", "words"),
    [
        ("", {"build_type": "workflow", "https_enforced": True, "cname": None}, []),
        ("https://kreator.contoh.id", {"build_type": "workflow", "cname": "kreator.contoh.id"}, []),
        ("", {"build_type": "legacy", "https_enforced": False}, ["alur kerja", "https"]),
        ("https://kreator.contoh.id", {"build_type": "workflow", "cname": "lain.contoh.id"}, ["Samakan"]),
    ],
)
def test_pages_as_github_tells_of_it(monkeypatch, site: str, answer: dict, words: list[str]) -> None:
    monkeypatch.setenv("SITEURL", site)
    items = list(doctor_files.pages(json.dumps(answer)))
    assert [word in item.text for word, item in zip(words, items, strict=True)] == [True] * len(words)


@pytest.mark.parametrize(
    ("variables", "secrets", "state", "word"),
    [
        (None, None, "unknown", "gh"),
        ("", "", "ready", "sendiri"),
        ("ISI_REPO\tcontoh/isi\t2026", "ISI_KUNCI\t2026", "ready", "pribadi"),
        ("ISI_REPO\tcontoh/isi\t2026", "", "missing", "ISI_KUNCI belum"),
        ("", "ISI_KUNCI\t2026", "missing", "ISI_REPO belum"),
    ],
)
def test_private_content_needs_both_settings(variables, secrets, state: str, word: str) -> None:
    [item] = doctor_files.private_content(variables, secrets)
    assert item.state == state
    assert word in item.text


def test_a_workflow_s_variable_that_nobody_explains_is_named(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for name in doctor_files.WORKFLOWS:
        (folder / f"{name}.yml").write_text("env:\n  A: ${{ vars.RAHASIA_BARU }}\n", encoding="utf-8")
    assert states(doctor_files.workflows, tmp_path) == ["ready", "missing"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], []),
        (["12/2026", "13/2026"], ["ready"]),
        (["12/2026", "12/2026"], ["unknown", "ready"]),
        (["12/2026", "13/2026", "empat"], ["unknown"]),
    ],
)
def test_form_numbers_are_written_one_way_and_used_once(numbers: list[str], expected: list[str]) -> None:
    people = [
        creator(f"contoh-{at}", consent=Consent(creator().consent.given, number, frozenset(), False, None))
        for at, number in enumerate(numbers)
    ]
    assert [item.state for item in doctor_files.form_numbers(people)] == expected


def test_the_guide_s_list_and_the_doctor_are_in_step(monkeypatch, project: Path) -> None:
    """Every item of the guide says how it is answered; the doctor knows it, and answers it, by that number."""
    guide = (project / "PANDUAN.md").read_text(encoding="utf-8")
    boxes = re.findall(r"(?ms)^- \[ \] (.+?)(?=^- \[ \] |^$)", guide)
    listed = [re.fullmatch(r"\*\*(8\.\d+)\*\* .+ \*\(([^()]+)\)\*", " ".join(box.split())) for box in boxes]
    assert all(listed), boxes
    assert {found[1]: found[2] for found in listed} == doctor.ITEMS
    monkeypatch.setattr(doctor, "_output_of", lambda *command, folder=None: None)
    items = [item for check in doctor.CHECKS for item in check(project)]
    items += [item for check in doctor.CONTENT_CHECKS for item in check(project / doctor_files.CONTENT)]
    assert {item.item for item in items} - {""} == set(doctor.ITEMS)
    by_hand = {item for item, _ in doctor.BY_HAND}
    assert {item for item, how in doctor.ITEMS.items() if how == doctor.BY_EYE} <= by_hand


def test_the_rules_of_this_project_demand_the_check_by_its_name(project: Path) -> None:
    assert states(doctor_files.ruleset, project) == ["ready"]
    workflow = (project / ".github" / "workflows" / "periksa.yml").read_text(encoding="utf-8")
    assert f"name: {doctor_files.CHECK_NAME}" in workflow


def test_what_only_people_know_is_said_with_where_to_look(tmp_path: Path) -> None:
    items = list(doctor._by_hand(tmp_path))
    assert all(item.state == "unknown" and ": " in item.text for item in items)
    assert "Dua pemilik" in items[0].text
