"""Checks of the project's own files for `doctor`: addresses, owners, rules, workflows, form numbers."""

from __future__ import annotations

import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from ..profiles import Creator

Readiness = Literal["ready", "missing", "unknown"]
CHECK_NAME = "Periksa profil"  # the job of .github/workflows/periksa.yml
CALLED_CHECK = f"Periksa / {CHECK_NAME}"  # the same, called by the job of a region's own repository
ACTIONS = 15368  # GitHub's number for its own Actions: no other app may report the check
WORKFLOWS = ("periksa", "komentar", "terbit", "harian", "bulanan")
RULESET = ".github/ruleset-main.json"
RULES_NEEDED = {"deletion", "non_fast_forward", "pull_request", "required_status_checks"}
OWNERS_PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")  # GitHub takes the first that is there
CONTENT = "content/"
GUARDED = {".github/": "alur kerja", "tasks.py": "perintah", "plugins/": "program"}
OWNER = re.compile(r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9_.-]+)?|[^@\s]+@[^@\s]+\.[a-z]+")
NAMED = re.compile(r"\b(vars|secrets)\.([A-Z][A-Z_]+)")
TOGETHER = ("ISI_REPO", "ISI_KUNCI")  # docs/isi-pribadi.md: where the content is, and the key to it
EXPLAINED = "docs/isi-pribadi.md"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: what was found, and for something missing what to do.

    item: the number of the guide's item that it answers, or "".
    """

    state: Readiness
    text: str
    item: str = ""


def workflows(root: Path) -> Iterator[Item]:
    """The workflows are there, and what they are given by the repository's settings is known and explained."""
    folder = root / ".github" / "workflows"
    for name in WORKFLOWS:
        if not (folder / f"{name}.yml").is_file():
            yield Item("missing", f".github/workflows/{name}.yml tidak ada. Ambil ulang proyek ini selengkapnya", "8.3")
            return
    yield Item("ready", f"Alur kerja {', '.join(WORKFLOWS)}", "8.3")
    named = {found[2] for path in folder.glob("*.yml") for found in NAMED.finditer(path.read_text(encoding="utf-8"))}
    guide = root / EXPLAINED
    said = guide.read_text(encoding="utf-8") if guide.is_file() else ""
    for name in sorted(named - {"GITHUB_TOKEN"}):
        if name not in said:
            yield Item("missing", f"Alur kerja memakai {name}, dan {EXPLAINED} tidak menjelaskannya", "8.6")


def private_content(variables: str | None, secrets: str | None) -> Iterator[Item]:
    """Both settings for private content, or neither. variables, secrets: as `gh` lists them; None: not known."""
    if variables is None or secrets is None:
        text = f"{' dan '.join(TOGETHER)}: isi keduanya atau tidak sama sekali, di Settings → Secrets and variables"
        yield Item("unknown", f"{text} (tidak dapat diperiksa tanpa gh)", "8.6")
        return
    there = [TOGETHER[0] in variables.split(), TOGETHER[1] in secrets.split()]
    if all(there):
        yield Item("ready", "Isi di repositori pribadi: ISI_REPO dan ISI_KUNCI terisi", "8.6")
    elif any(there):
        absent = TOGETHER[there.index(False)]
        yield Item("missing", f"{absent} belum ada. Isi di Settings → Secrets and variables → Actions", "8.6")
    else:
        yield Item("ready", "Isi di repositori ini sendiri", "8.6")


def address(root: Path) -> Iterator[Item]:
    """The site's own address, as the public build gets it, and a file CNAME that says something else."""
    site_url = os.environ.get("SITEURL", "")
    parts = urlsplit(site_url)
    if not site_url:
        text = "SITEURL tidak ada di komputer ini; di GitHub alamatnya diambil dari Settings → Pages"
        yield Item("unknown", text, "8.7")
    elif parts.scheme == "https" and parts.hostname and not parts.query and not parts.fragment:
        yield Item("ready", f"Alamat situs: {site_url}", "8.7")
    else:
        yield Item("missing", f"SITEURL {site_url!r} bukan alamat https. Contoh: https://kreator.contoh.id", "8.7")
    for path in (root / "CNAME", root / "content" / "CNAME"):
        if path.is_file():
            yield _cname(path.relative_to(root), path.read_text(encoding="utf-8", errors="replace"), parts.hostname)


def _cname(path: Path, text: str, host: str | None) -> Item:
    """GitHub does not read this file where a workflow publishes: it can only mislead."""
    domain = text.strip().lower()
    if host and domain != host:
        return Item("missing", f"{path} menyebut {domain!r}, SITEURL menyebut {host}. Hapus {path}", "8.7")
    return Item(
        "unknown", f"{path} tidak dibaca GitHub pada penerbitan ini. Isi Settings → Pages → Custom domain", "8.7"
    )


def pages(answer: str) -> Iterator[Item]:
    """GitHub's answer about Pages: published by the workflow, over https, at the address that SITEURL names."""
    try:
        site = json.loads(answer)
    except ValueError:
        site = {}
    if site.get("build_type") != "workflow":
        yield Item("missing", "Pages tidak memakai alur kerja. Settings → Pages → Source: GitHub Actions", "8.4")
    if site.get("https_enforced") is False:
        yield Item("missing", "Alamat masih boleh tanpa https. Settings → Pages → Enforce HTTPS", "8.7")
    host, domain = urlsplit(os.environ.get("SITEURL", "")).hostname, site.get("cname")
    if host and domain and host != domain:
        yield Item("missing", f"Custom domain {domain}, tetapi SITEURL menyebut {host}. Samakan keduanya", "8.7")


def ruleset(root: Path, check: str = CHECK_NAME) -> Iterator[Item]:
    """The rules that can be imported: GitHub takes the file, and they demand the check by the name that it has."""
    try:
        rules = json.loads((root / RULESET).read_text(encoding="utf-8"))
        wrong = list(_wrong_rules(rules, check))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        yield Item("missing", f"{RULESET} tidak ada atau rusak. Ambil ulang proyek ini selengkapnya", "8.5")
        return
    for text in wrong:
        yield Item("missing", f"{RULESET}: {text}. Ambil ulang berkas itu", "8.5")
    if not wrong:
        yield Item("ready", "Aturan main siap diimpor: Settings → Rules → Rulesets → Import a ruleset", "8.5")


def _wrong_rules(rules: dict[str, Any], name: str) -> Iterator[str]:
    if not rules["name"] or rules["target"] != "branch" or rules["enforcement"] != "active":
        yield "harus bernama, untuk branch, dan active"
    if "~DEFAULT_BRANCH" not in rules["conditions"]["ref_name"]["include"]:
        yield "tidak menjaga cabang utama"
    given = {rule["type"]: rule.get("parameters", {}) for rule in rules["rules"]}
    if absent := sorted(RULES_NEEDED - set(given)):
        yield f"tanpa aturan {', '.join(absent)}"
    checks = given.get("required_status_checks", {}).get("required_status_checks", ())
    if (name, ACTIONS) not in {(check["context"], check.get("integration_id")) for check in checks}:
        yield f"tidak mewajibkan {name} dari GitHub Actions"
    if given.get("pull_request", {}).get("allowed_merge_methods") != ["squash"]:
        yield "membolehkan cara gabung yang menyimpan setiap foto sementara di main; hanya squash"
    if not given.get("pull_request", {}).get("require_code_owner_review"):
        yield "tidak mewajibkan persetujuan pemilik program (require_code_owner_review)"
    if rules.get("bypass_actors"):
        yield "ada yang boleh melewatinya"


def retained_data(repository: str | None, retention: str | None) -> Iterator[Item]:
    """How long GitHub keeps data of removed profiles. Its answers on the repository and its logs; None: not known."""
    branches, days = _field(repository, "delete_branch_on_merge"), _field(retention, "days")
    if branches is None:
        yield Item("unknown", "Cabang yang sudah digabung terhapus sendiri: lihat di Settings → General", "8.13")
    elif branches:
        yield Item("ready", "Cabang yang sudah digabung terhapus sendiri", "8.13")
    else:
        text = "Cabang lama menyimpan berkasnya. Settings → General → Automatically delete head branches"
        yield Item("missing", text, "8.13")
    if days is None:
        yield Item("unknown", "Catatan alur kerja disimpan sehari: lihat di Settings → Actions → General", "8.13")
    elif days == 1:
        yield Item("ready", "Catatan alur kerja disimpan sehari", "8.13")
    else:
        text = f"Catatan alur kerja disimpan {days} hari. Settings → Actions → General → Artifact and log retention: 1"
        yield Item("missing", text, "8.13")


def _field(answer: str | None, name: str) -> Any:  # noqa: ANN401 - JSON
    try:
        found = json.loads(answer or "")
    except ValueError:
        return None
    return found.get(name) if isinstance(found, dict) else None


def owners(root: Path) -> Iterator[Item]:
    """CODEOWNERS: two people for everything that could change what the site does."""
    path = next((root / name for name in OWNERS_PLACES if (root / name).is_file()), None)
    if path is None:
        text = (
            "CODEOWNERS belum ada. Buat .github/CODEOWNERS berisi dua baris: * @pemilik-satu @pemilik-dua dan /content/"
        )
        yield Item("missing", text, "8.2")
        return
    lines = [line.partition("#")[0].split() for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [(words[0], words[1:]) for words in lines if words]
    wrong = sorted({name for _, names in rows for name in names if not OWNER.fullmatch(name)})
    for name in wrong:
        yield Item("missing", f"CODEOWNERS: {name!r} bukan nama akun. Tulis @nama-akun", "8.2")
    short = [what for what in GUARDED if len(set(_owning(rows, what))) < 2]
    for what in short:
        yield Item("missing", f"CODEOWNERS: {what} ({GUARDED[what]}) perlu dua pemilik. Tulis: * @satu @dua", "8.2")
    if not wrong and not short:
        names = sorted(set(_owning(rows, ".github/")))
        text = "Perubahan alur kerja dan program menunggu persetujuan salah satu dari"
        yield Item("ready", f"{text} {', '.join(names)} (aturan main: Require review from Code Owners)", "8.2")
        if _owning(rows, CONTENT):
            text = "CODEOWNERS: setiap profil menunggu persetujuan pemilik. Jika itu tidak dikehendaki, tambahkan baris"
            yield Item("unknown", f"{text} terakhir: /{CONTENT}", "8.2")


def _owning(rows: Iterable[tuple[str, list[str]]], what: str) -> list[str]:
    """Who owns a path: the last row that covers it, as GitHub reads the file."""
    found: list[str] = []
    for pattern, names in rows:
        if pattern in ("*", "**", "/**") or pattern.strip("/").removesuffix("/**") == what.strip("/"):
            found = names
    return found


def form_numbers(creators: Iterable[Creator]) -> Iterator[Item]:
    """The numbers of the consent forms: one way of writing them, and each used once."""
    used: dict[str, list[str]] = defaultdict(list)
    for creator in creators:
        if creator.status == "published" and creator.consent:
            used[creator.consent.form].append(creator.slug)
    for number, slugs in sorted(used.items()):
        if len(slugs) > 1:
            text = f"Nomor formulir {number} dipakai {', '.join(sorted(slugs))}. Cocokkan dengan buku catatan di kantor"
            yield Item("unknown", text)
    shapes = Counter(re.sub(r"\d+", "9", number) for number in used)
    if len(shapes) > 1:
        usual = shapes.most_common(1)[0][0]
        others = sorted(number for number in used if re.sub(r"\d+", "9", number) != usual)
        yield Item("unknown", f"Nomor formulir {', '.join(others[:5])} ditulis lain dari yang lain ({usual}). Samakan")
    elif used:
        yield Item("ready", f"Nomor formulir ditulis seragam: {next(iter(used))}")
