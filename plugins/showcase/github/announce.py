"""`announce`: after a deployment, comments on each merged proposal with the addresses of its profiles.

Whether a profile is published is read from the public site's open data, so one that was left out for a fault, is hidden
or withdrawn is not called published. A comment stays when a profile is removed, so it holds no name, only the address,
whose slug the pull request shows anyway. For the same reason the comments of the check, which may name others, are
deleted from closed proposals.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import httpx

from ..diagnostics.fault import ToolFailure
from ..http import Fetcher, Reply, RequestLimits, host_of, open_client
from ..text.markdown import fenced
from .client import GitHub, GitHubError, event, main_branch, open_github
from .comment import MARK as CHECKED
from .pull_request import public_address, slugs_among

MARK = "<!-- kreator: tayang -->"
PUBLISHING = ("push", "schedule", "workflow_dispatch")
WORKFLOWS = (".github/workflows/terbit.yml", ".github/workflows/harian.yml")
RECENT = timedelta(days=3)
MOST_PROPOSALS = 30
MOST_PROFILES = 40
LARGEST_DATA = 20_000_000  # bytes; the open data of ten thousand creators
LIMITS = RequestLimits(pause=0.2, connect=5, read=10, total=20, attempts=3, first_wait=5)


def run(folder: str, site: str, transport: httpx.BaseTransport | None = None) -> int:
    """Comment on the proposals merged of late that the deployment holds. Exit code 0. Raises ToolFailure.

    folder: of the content in the repository. site: the public address. transport: where requests go, for tests.
    """
    site = f"{site.rstrip('/')}/"
    if not host_of(site, "https", "http"):
        raise ToolFailure(f"alamat situs {site!r} tidak dapat ditanyai.")
    started = event()
    try:
        github = open_github(transport)
        deployed = _deployment(started, github.repository)
        with open_client(LIMITS, transport) as client:
            public = _published(Fetcher(client, LIMITS), site)
        shown = public_address(site)
        closed = _closed(github, main_branch(started))
        for pull in closed:
            github.delete_comments(int(pull["number"]), CHECKED)
        announced = sum(_announce(github, pull, folder, shown, public, deployed) for pull in closed if _is_new(pull))
    except GitHubError as refused:
        raise refused.failure() from refused
    print(f"{announced} usulan diberi tahu.", file=sys.stderr)
    return 0


def _closed(github: GitHub, branch: str) -> list[Mapping[str, Any]]:
    """Proposals for the branch that is published, a fork's too, closed of late and merged or not."""
    pulls = github.get("pulls", state="closed", base=branch, sort="updated", direction="desc", per_page=MOST_PROPOSALS)
    return [
        pull
        for pull in pulls
        if pull["base"]["repo"]["full_name"] == github.repository and pull["base"]["ref"] == branch
    ]


def _deployment(started: Mapping[str, Any], repository: str) -> str:
    """The commit that was published: of this repository's main branch, by its own workflow. Raises ToolFailure.

    Anybody can propose a workflow of the same name that succeeds, but it runs for a fork or on another branch.
    """
    run = started.get("workflow_run")
    if not isinstance(run, Mapping) or run.get("event") not in PUBLISHING or not run.get("head_sha"):
        raise ToolFailure("alur kerja ini tidak dimulai oleh sebuah penerbitan.")
    source = (run.get("head_repository") or {}).get("full_name")
    if source != repository or run.get("head_branch") != main_branch(started):
        raise ToolFailure(f"yang terbit bukan cabang {main_branch(started)} dari {repository}.")
    if str(run.get("path", "")).partition("@")[0] not in WORKFLOWS:
        raise ToolFailure(f"yang selesai bukan {' atau '.join(WORKFLOWS)}.")
    return str(run["head_sha"])


def _is_new(pull: Mapping[str, Any]) -> bool:
    """Whether a proposal was merged recently, so that it may have to be announced."""
    since = datetime.now(UTC) - RECENT
    return bool(pull.get("merged_at")) and datetime.fromisoformat(pull["merged_at"]) > since


def _published(fetcher: Fetcher, site: str) -> frozenset[str]:
    """Slugs of all profiles on the public site now. Raises ToolFailure."""
    # A unique query, so that no cache on the way answers.
    answer = fetcher.get(
        f"{site}data/kreator.json?{time.time_ns()}", most=LARGEST_DATA, may_follow=lambda _target: False
    )
    try:
        if not isinstance(answer, Reply) or not answer.ok:
            raise ValueError
        return frozenset(str(one["slug"]) for one in json.loads(answer.body)["kreator"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise ToolFailure(f"{site}data/kreator.json belum dapat dibaca; jalankan lagi nanti.") from wrong


def _announce(
    github: GitHub, pull: Mapping[str, Any], folder: str, site: str, public: Collection[str], deployed: str
) -> bool:
    """Post the announcement; whether there was one to post."""
    number = int(pull["number"])
    names = (str(file["filename"]) for file in github.get_all(f"pulls/{number}/files") if file["status"] != "removed")
    slugs = sorted(slugs_among(names, folder))
    if not slugs or not _holds(github, deployed, str(pull["merge_commit_sha"])):
        return False
    github.post_comment(number, MARK, announcement(slugs[:MOST_PROFILES], site, public))
    return True


def _holds(github: GitHub, deployed: str, merged: str) -> bool:
    """Whether the deployed commit includes the merged one: a later merge is announced after the next deployment."""
    try:
        return github.get(f"compare/{merged}...{deployed}", per_page=1)["status"] in ("ahead", "identical")
    except GitHubError as refused:
        if refused.status != 404:
            raise
        return False


def announcement(slugs: Iterable[str], site: str, public: Collection[str]) -> str:
    """The comment: addresses, a text to forward for each, and the profiles that are not published."""
    parts, missing = [], []
    for slug in slugs:
        address = f"{site}kreator/{quote(slug)}/"
        if slug not in public:
            missing.append(f"- {address}")
            continue
        text = (
            f"Halo, profil Anda sudah tayang:\n{address}\n\nMohon diperiksa.\n"
            "Bila ada yang perlu diperbaiki, atau Anda ingin menariknya,\nbalas pesan ini."
        )
        parts.append(
            f"### Sudah tayang: {address}\n\nTeks untuk kreatornya, salin atau "
            f"[teruskan lewat WhatsApp](https://wa.me/?text={quote(text)}):\n\n{fenced(text, 'text')}"
        )
    if missing:
        parts.append(
            "### Tidak tayang\n\nDisembunyikan, ditarik, atau masih ada yang perlu diperbaiki:\n\n" + "\n".join(missing)
        )
    return "\n\n".join(parts)
