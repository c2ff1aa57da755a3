"""`comment`: answers a proposal with what the check found, one comment that is kept up to date.

Runs with the right to write comments, from the main branch's own code. It never reads the
proposal's files: only the report, which is bounded and typed, and what GitHub itself says.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx

from ..diagnostics.fault import ToolFailure
from ..http import Fetcher, RequestLimits, host_of, open_client
from ..links import read_link
from ..links.model import Link
from .client import GitHub, Refused, event, main_branch, open_github
from .place import Place, under
from .report import MOST_LINKS, Mend, Report, load_report
from .wording import comment_of, suggestion, unfinished

MARK = "<!-- kreator: periksa -->"
BESIDE = "<!-- kreator: usul -->"
MOST_BESIDE = 40  # suggestions beside lines, of one check
HOW = "Perbaikan siap pakai: tekan **Commit suggestion**, lalu **Commit changes**, pada setiap baris yang Anda setujui."
# What Git obeys wherever it lies: other files may be shown, or checked out, as something else than they are.
OBEYED = frozenset({".gitattributes", ".gitmodules", ".lfsconfig"})
CHECK = ".github/workflows/periksa.yml"
MOST_FILES = 3000  # GitHub's own limit on a list of changed files; what is beyond it is not known
TIKTOK = frozenset({"www.tiktok.com", "m.tiktok.com", "tiktok.com"})


def run(report: Path, folder: str, site: str, transport: httpx.BaseTransport | None = None) -> int:
    """Comment on the proposal whose check has just ended. Exit code 0. Raises ToolFailure.

    folder: of the content in the repository. site: the public address, or "". transport: where requests go, for tests.
    """
    started = event()
    check = _finished_check(started)
    try:
        github = open_github(transport)
        number = _number(github, check, main_branch(started))
        if number is None:
            print("Usulan ini sudah berubah lagi atau sudah ditutup; tidak ada yang perlu dikatakan.", file=sys.stderr)
            return 0
        found = _readable(report, github, number, str(check["html_url"]))
        if found is None:
            return 0
        files = list(github.get_all(f"pulls/{number}/files"))
        shown = _shown_lines(files, folder)
        found = _touched(found, files, folder)
        wanted = [*found.mends, *(mend for entry in found.entries for mend in entry.mends)]
        mends = _looked_up([mend for mend in wanted if mend.path in shown], transport)
        offered = _offer(github, number, str(check["head_sha"]), mends, shown, folder)
        outside, texts = _beside(files, folder)
        place = replace(
            _place(check, github, folder, site), files=shown.keys(), outside=outside, texts=texts,
            complete=len(files) < MOST_FILES,
        )  # fmt: skip
        # Who proposes code alone is not told about profiles, unless something is wrong.
        about = bool(shown or texts or found.entries or not place.passed or not place.complete)
        github.say(number, MARK, comment_of(found, place, mends, offered), begin=about)
    except Refused as refused:
        raise refused.failure() from refused
    return 0


def _readable(path: Path, github: GitHub, number: int, log: str) -> Report | None:
    """The report, or None if the check made none. Whatever was said before is taken back when there is no good one."""
    try:
        return load_report(path)
    except ToolFailure:
        github.say(number, MARK, unfinished(log))
        if path.exists():
            raise
        return None


def _finished_check(started: Mapping[str, Any]) -> Mapping[str, Any]:
    """The run that has ended. A proposal may bring a workflow of any name; where the real one lies is GitHub's word."""
    check = started.get("workflow_run")
    if not isinstance(check, Mapping) or check.get("event") != "pull_request":
        raise ToolFailure("alur kerja ini tidak dimulai oleh pemeriksaan sebuah usulan.")
    if str(check.get("path", "")).partition("@")[0] != CHECK:
        raise ToolFailure(f"yang selesai bukan {CHECK}.")
    return check


def _number(github: GitHub, check: Mapping[str, Any], branch: str) -> int | None:
    """The one open proposal into `branch` of exactly the commit that was checked, or None.

    A fork's is not named in the event, so GitHub is asked. Of one commit there may be a second proposal into another
    branch: it was measured against that one, and its report says nothing of the first.
    """
    source = check.get("head_repository")
    if not source:  # a fork that is no more
        return None
    head = f"{source['owner']['login']}:{check['head_branch']}"
    for pull in github.get_all("pulls", state="open", head=head):
        here = (pull["head"].get("repo") or {}).get("full_name") == source["full_name"]
        if here and pull["base"]["ref"] == branch and pull["head"]["sha"] == check["head_sha"]:
            return int(pull["number"])
    return None


def _place(check: Mapping[str, Any], github: GitHub, folder: str, site: str) -> Place:
    return Place(
        server=os.environ.get("GITHUB_SERVER_URL", "https://github.com"),
        repository=github.repository,
        head=str(check["head_repository"]["full_name"]),
        branch=str(check["head_branch"]),
        folder=folder,
        site=f"{site.rstrip('/')}/".replace("http:", "https:", 1) if site else "",
        log=str(check["html_url"]),
        passed=check.get("conclusion") == "success",
    )


def _touched(report: Report, files: Iterable[Mapping[str, Any]], folder: str) -> Report:
    """The report without profiles that the proposal does not touch, whatever the report says."""
    start = f"{under(folder)}kreator/"
    names = [str(file[key]) for file in files for key in ("filename", "previous_filename") if file.get(key)]
    slugs = {name.removeprefix(start).split("/")[0] for name in names if name.startswith(start)}
    return replace(report, entries=tuple(entry for entry in report.entries if entry.slug in slugs))


def _looked_up(mends: Iterable[Mend], transport: httpx.BaseTransport | None) -> list[Mend]:
    """The mends, short links replaced by where they lead; one that leads nowhere we know is left out."""
    limits = RequestLimits(pause=0.2, connect=5, read=5, total=10, attempts=1)
    known: list[Mend] = []
    asked = 0
    with open_client(limits, transport) as client:
        fetcher = Fetcher(client, limits)
        for mend in mends:
            if not mend.short:
                known.append(mend)
            elif asked < MOST_LINKS and mend.short in mend.text:
                asked += 1
                if address := resolve_short_link(mend.short, fetcher):
                    known.append(replace(mend, text=mend.text.replace(mend.short, address)))
    return known


def resolve_short_link(short: str, fetcher: Fetcher) -> str:
    """The target of TikTok's short link, in the form we publish, or "". The redirect is read and not followed."""
    seen: list[str] = []

    def never(target: str) -> bool:
        seen.append(target)
        return False

    fetcher.get(short, most=1, may_follow=never)
    if not seen or host_of(seen[0], "https") not in TIKTOK:
        return ""
    link = read_link(seen[0])
    return link.canonical if isinstance(link, Link) and link.platform == "tiktok" else ""


def _shown_lines(files: Iterable[Mapping[str, Any]], folder: str) -> dict[str, set[int]]:
    """The files of the content as the proposal leaves them -> lines of the new text that its difference shows."""
    return {
        str(file["filename"]).removeprefix(under(folder)): lines_of(str(file.get("patch", "")))
        for file in files
        if str(file["filename"]).startswith(under(folder)) and file["status"] != "removed"
    }


def _beside(files: Iterable[Mapping[str, Any]], folder: str) -> tuple[list[str], list[str]]:
    """The files that are no content, with which the check ran, so that its word is the proposal's own; and the content
    that is no profile. A file that was moved counts where it came from too.
    """
    names = dict.fromkeys(
        str(file[key]) for file in files for key in ("filename", "previous_filename") if file.get(key)
    )
    start = under(folder)
    outside = [
        name
        for name in names
        if not name.startswith(start) or name.startswith(".") or name.rpartition("/")[2] in OBEYED
    ]
    inside = [name.removeprefix(start) for name in names if name not in outside]
    return outside, [name for name in inside if not name.startswith("kreator/")]


def _offer(
    github: GitHub, number: int, commit: str, mends: Iterable[Mend], shown: Mapping[str, set[int]], folder: str
) -> list[Mend]:
    """Suggestions beside the lines that the proposal shows; those that now stand there."""
    offered = [mend for mend in mends if mend.line in shown.get(mend.path, ())][:MOST_BESIDE]
    there = {(one["path"], one.get("line"), one["body"]) for one in github.get_all(f"pulls/{number}/comments")}
    new = [
        {"path": path, "line": mend.line, "side": "RIGHT", "body": body}
        for mend in offered
        if (path := f"{under(folder)}{mend.path}", mend.line, body := f"{BESIDE}\n{suggestion(mend)}") not in there
    ]
    if new:
        try:
            content = {"commit_id": commit, "event": "COMMENT", "body": HOW, "comments": new}
            github.send("POST", f"pulls/{number}/reviews", content)
        except Refused as refused:
            if refused.status != 422:  # the lines have moved since: the comment shows them instead
                raise
            return []
    return offered


def lines_of(patch: str) -> set[int]:
    """Numbers of the lines, in the new file, that a unified difference shows."""
    lines: set[int] = set()
    number = 0
    for line in patch.splitlines():
        if start := re.match(r"@@ -\d+(?:,\d+)? \+(\d+)", line):
            number = int(start[1])
        elif line.startswith(("+", " ")):
            lines.add(number)
            number += 1
    return lines
