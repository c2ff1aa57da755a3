"""`comment`: posts the result of a check on its pull request, as one comment that is kept up to date.

Its job may write comments, so it runs the main branch's own code and never reads the proposal's files: only the report,
which is bounded and typed, and what GitHub itself says.
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
from .client import GitHub, GitHubError, event, main_branch, open_github
from .pull_request import PullRequest, changed_names, path_prefix, public_address, slugs_among
from .report import MOST_LINKS, LineFix, ReviewReport, load_report
from .wording import comment_of, suggestion, unfinished

MARK = "<!-- kreator: periksa -->"
SUGGESTION_MARK = "<!-- kreator: usul -->"
MOST_SUGGESTIONS = 40  # suggestions beside lines, of one check
HOW = "Perbaikan siap pakai: tekan **Commit suggestion**, lalu **Commit changes**, pada setiap baris yang Anda setujui."
# Files that Git obeys in any folder: they can change how other files are shown or checked out.
GIT_FILES = frozenset({".gitattributes", ".gitmodules", ".lfsconfig"})
CHECK = ".github/workflows/periksa.yml"
MOST_FILES = 3000  # GitHub's limit on a list of changed files
TIKTOK = frozenset({"www.tiktok.com", "m.tiktok.com", "tiktok.com"})


def run(
    report: Path, folder: str, site: str, transport: httpx.BaseTransport | None = None, *, program: str = ""
) -> int:
    """Comment on the proposal whose check has just ended. Exit code 0. Raises ToolFailure.

    folder: of the content in the repository. site: the public address, or "". transport: where requests go, for tests.
    program: the repository of this code, if it is another one.
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
        found = _only_changed(found, files, folder)
        wanted = [*found.mends, *(line_fix for entry in found.entries for line_fix in entry.mends)]
        line_fixes = _with_resolved_links([line_fix for line_fix in wanted if line_fix.path in shown], transport)
        offered = _post_suggestions(github, number, str(check["head_sha"]), line_fixes, shown, folder)
        outside, texts = _other_files(files, folder)
        pull_request = replace(
            _pull_request(check, github, folder, site), repository=program or github.repository,
            files=shown.keys(), outside=outside, texts=texts, complete=len(files) < MOST_FILES,
        )  # fmt: skip
        # A proposal of code alone gets no comment about profiles, unless something is wrong.
        about = bool(shown or texts or found.entries or not pull_request.passed or not pull_request.complete)
        github.post_comment(number, MARK, comment_of(found, pull_request, line_fixes, offered), begin=about)
    except GitHubError as refused:
        raise refused.failure() from refused
    return 0


def _readable(path: Path, github: GitHub, number: int, log: str) -> ReviewReport | None:
    """The report, or None if the check made none. Without a valid one the comment is replaced."""
    try:
        return load_report(path)
    except ToolFailure:
        github.post_comment(number, MARK, unfinished(log))
        if path.exists():
            raise
        return None


def _finished_check(started: Mapping[str, Any]) -> Mapping[str, Any]:
    """The run that has ended. A proposal may add a workflow of any name, so its path as GitHub gives it is compared."""
    check = started.get("workflow_run")
    if not isinstance(check, Mapping) or check.get("event") != "pull_request":
        raise ToolFailure("alur kerja ini tidak dimulai oleh pemeriksaan sebuah usulan.")
    if str(check.get("path", "")).partition("@")[0] != CHECK:
        raise ToolFailure(f"yang selesai bukan {CHECK}.")
    return check


def _number(github: GitHub, check: Mapping[str, Any], branch: str) -> int | None:
    """The one open proposal into `branch` of exactly the commit that was checked, or None.

    The event does not name a fork's proposal, so GitHub is asked. The same commit may also be proposed into another
    branch: its check compared it with that one, and the report does not apply here.
    """
    source = check.get("head_repository")
    if not source:  # the fork was deleted
        return None
    head = f"{source['owner']['login']}:{check['head_branch']}"
    for pull in github.get_all("pulls", state="open", head=head):
        here = (pull["head"].get("repo") or {}).get("full_name") == source["full_name"]
        if here and pull["base"]["ref"] == branch and pull["head"]["sha"] == check["head_sha"]:
            return int(pull["number"])
    return None


def _pull_request(check: Mapping[str, Any], github: GitHub, folder: str, site: str) -> PullRequest:
    return PullRequest(
        server=os.environ.get("GITHUB_SERVER_URL", "https://github.com"),
        repository=github.repository,
        head=str(check["head_repository"]["full_name"]),
        branch=str(check["head_branch"]),
        folder=folder,
        site=public_address(site),
        log=str(check["html_url"]),
        passed=check.get("conclusion") == "success",
    )


def _only_changed(report: ReviewReport, files: Iterable[Mapping[str, Any]], folder: str) -> ReviewReport:
    """The report without profiles that the proposal does not touch according to GitHub."""
    slugs = slugs_among(changed_names(files), folder)
    return replace(report, entries=tuple(entry for entry in report.entries if entry.slug in slugs))


def _with_resolved_links(line_fixes: Iterable[LineFix], transport: httpx.BaseTransport | None) -> list[LineFix]:
    """The fixes with short links replaced by their targets; one with an unknown target is left out."""
    limits = RequestLimits(pause=0.2, connect=5, read=5, total=10, attempts=1)
    known: list[LineFix] = []
    asked = 0
    with open_client(limits, transport) as client:
        fetcher = Fetcher(client, limits)
        for line_fix in line_fixes:
            if not line_fix.short:
                known.append(line_fix)
            elif asked < MOST_LINKS and line_fix.short in line_fix.text:
                asked += 1
                if address := resolve_short_link(line_fix.short, fetcher):
                    known.append(replace(line_fix, text=line_fix.text.replace(line_fix.short, address)))
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
    """Files of the content that remain after the proposal -> numbers of the new lines that its diff shows."""
    return {
        str(file["filename"]).removeprefix(path_prefix(folder)): lines_of(str(file.get("patch", "")))
        for file in files
        if str(file["filename"]).startswith(path_prefix(folder)) and file["status"] != "removed"
    }


def _other_files(files: Iterable[Mapping[str, Any]], folder: str) -> tuple[list[str], list[str]]:
    """Changed files outside the content, with which the check itself ran, so it proves nothing; and changed
    content files that belong to no profile. A moved file counts under its old name too.
    """
    names = changed_names(files)
    start = path_prefix(folder)
    outside = [
        name
        for name in names
        if not name.startswith(start) or name.startswith(".") or name.rpartition("/")[2] in GIT_FILES
    ]
    inside = [name.removeprefix(start) for name in names if name not in outside]
    return outside, [name for name in inside if not name.startswith("kreator/")]


def _post_suggestions(
    github: GitHub, number: int, commit: str, line_fixes: Iterable[LineFix], shown: Mapping[str, set[int]], folder: str
) -> list[LineFix]:
    """Post suggestions beside lines that the diff shows; those that are posted now."""
    offered = [line_fix for line_fix in line_fixes if line_fix.line in shown.get(line_fix.path, ())][:MOST_SUGGESTIONS]
    there = {(one["path"], one.get("line"), one["body"]) for one in github.get_all(f"pulls/{number}/comments")}
    new = [
        {"path": path, "line": line_fix.line, "side": "RIGHT", "body": body}
        for line_fix in offered
        if (
            path := f"{path_prefix(folder)}{line_fix.path}",
            line_fix.line,
            body := f"{SUGGESTION_MARK}\n{suggestion(line_fix)}",
        )
        not in there
    ]
    if new:
        try:
            content = {"commit_id": commit, "event": "COMMENT", "body": HOW, "comments": new}
            github.send("POST", f"pulls/{number}/reviews", content)
        except GitHubError as refused:
            if refused.status != 422:  # the lines have changed since: the comment shows the fixes instead
                raise
            return []
    return offered


def lines_of(patch: str) -> set[int]:
    """Numbers of the lines of the new file that a unified diff shows."""
    lines: set[int] = set()
    number = 0
    for line in patch.splitlines():
        if start := re.match(r"@@ -\d+(?:,\d+)? \+(\d+)", line):
            number = int(start[1])
        elif line.startswith(("+", " ")):
            lines.add(number)
            number += 1
    return lines
