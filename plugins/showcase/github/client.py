"""A client for the few parts of GitHub's REST API that we use. https://docs.github.com/rest, version 2022-11-28."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

import httpx

from ..diagnostics.fault import ToolFailure
from ..http import RequestLimits, retry_after, with_retries

MOST_PAGES = 30  # of a hundred things each: as many files as GitHub lists of a proposal
LIMITS = RequestLimits(attempts=3, first_wait=2.0, longest_wait=90.0)
BOT = "github-actions[bot]"
WHY: Mapping[int, str] = {
    401: "kuncinya tidak berlaku",
    403: "tidak diizinkan; periksa bagian permissions berkas alur kerja",
    404: "tidak ditemukan, atau tidak boleh dilihat",
    410: "sudah tidak ada",
    422: "isinya ditolak",
    429: "terlalu sering bertanya; jalankan lagi nanti",
}


@dataclass(frozen=True, slots=True)
class GitHubError(Exception):
    """A failed request. status: of the response, 0 for none. wait: seconds until we may ask again, or None."""

    status: int
    asked: str
    wait: float | None = None

    def failure(self) -> ToolFailure:
        """The failure as one line for a person."""
        why = WHY.get(self.status, "GitHub sedang bermasalah; jalankan lagi nanti")
        if self.wait is not None:
            why = f"terlalu sering bertanya; jalankan lagi sesudah {self.wait / 60:.0f} menit"
        return ToolFailure(f"GitHub menjawab {self.status or 'tidak sama sekali'} untuk {self.asked}: {why}.")


@dataclass(frozen=True, slots=True)
class GitHub:
    """One repository, `organisation/name`, over a client that carries the key."""

    client: httpx.Client
    repository: str

    def get(self, path: str, **query: str | int) -> Any:  # noqa: ANN401 - JSON
        """One answer. Raises GitHubError."""
        return self._ask("GET", path, params=query)

    def get_all(self, path: str, **query: str | int) -> Iterator[Any]:
        """The things of a list, page by page. Raises GitHubError."""
        for page in range(1, MOST_PAGES + 1):
            things = self.get(path, per_page=100, page=page, **query)
            yield from things
            if len(things) < 100:
                return

    def send(self, method: str, path: str, content: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
        """Make or change something. Raises GitHubError."""
        return self._ask(method, path, json=content)

    def post_comment(self, number: int, mark: str, text: str, *, begin: bool = True) -> None:
        """Update our one comment with a mark on a pull request, or make it if we `begin`. Raises GitHubError."""
        body = f"{mark}\n{text}"
        for comment in self.get_all(f"issues/{number}/comments"):
            if is_ours(comment, mark):
                if comment["body"] != body:
                    self.send("PATCH", f"issues/comments/{comment['id']}", {"body": body})
                return
        if begin:
            self.send("POST", f"issues/{number}/comments", {"body": body})

    def delete_comments(self, number: int, mark: str) -> None:
        """Delete our comments with a mark: an edited comment would keep its history. Raises GitHubError."""
        for comment in list(self.get_all(f"issues/{number}/comments")):
            if is_ours(comment, mark):
                self._ask("DELETE", f"issues/comments/{comment['id']}")

    def _ask(self, method: str, path: str, **options: Any) -> Any:  # noqa: ANN401 - httpx's own, and JSON
        """One request, with retries while GitHub is busy, but for a POST that may have worked. Raises GitHubError."""

        def ask() -> tuple[Any, bool, float | None]:
            try:
                return self._once(method, path, **options), False, None
            except GitHubError as refused:
                broken = (refused.status == 0 or refused.status >= 500) and method != "POST"
                return refused, broken or refused.wait is not None, refused.wait

        answer, _too_long = with_retries(ask, LIMITS, sleep)
        if isinstance(answer, GitHubError):
            raise answer
        return answer

    def _once(self, method: str, path: str, **options: Any) -> Any:  # noqa: ANN401 - httpx's own, and JSON
        try:
            answer = self.client.request(method, f"repos/{self.repository}/{path}", **options)
            if answer.is_success:
                return answer.json() if answer.content else None
        except (httpx.HTTPError, ValueError) as error:  # no answer, or a page that is no JSON
            raise GitHubError(0, path) from error
        raise GitHubError(answer.status_code, path, _wanted_wait(answer))


def _wanted_wait(answer: httpx.Response) -> float | None:
    """Seconds to wait when GitHub was asked too often, else None. Documented under "Rate limits for the REST API"."""
    spent = answer.headers.get("x-ratelimit-remaining") == "0"
    if answer.status_code != 429 and not (answer.status_code == 403 and (spent or "retry-after" in answer.headers)):
        return None
    after, reset = retry_after(answer.headers.get("retry-after", "")), answer.headers.get("x-ratelimit-reset", "")
    if after is not None:
        return after
    if spent and reset.isascii() and reset.isdigit():
        return max(float(reset) - time.time(), 1.0)
    return 60.0


def is_ours(comment: Mapping[str, Any], mark: str) -> bool:
    """Whether a comment is our own of that mark: anybody may write the mark, only we are the bot."""
    return (comment.get("user") or {}).get("login") == BOT and str(comment.get("body", "")).startswith(mark)


def open_github(transport: httpx.BaseTransport | None = None) -> GitHub:
    """The repository and key of the running workflow. Raises ToolFailure outside of one."""
    repository, key = os.environ.get("GITHUB_REPOSITORY", ""), os.environ.get("GITHUB_TOKEN", "")
    if not key or not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise ToolFailure("perintah ini berjalan di GitHub Actions, dengan GITHUB_REPOSITORY dan GITHUB_TOKEN.")
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {key}",
        "X-GitHub-Api-Version": "2022-11-28",
        "User-Agent": "kreator",
    }
    base = os.environ.get("GITHUB_API_URL", "https://api.github.com").rstrip("/") + "/"
    return GitHub(httpx.Client(base_url=base, headers=headers, timeout=20, transport=transport), repository)


def event() -> dict[str, Any]:
    """What started the running workflow. Raises ToolFailure."""
    try:
        found = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    except (KeyError, OSError, ValueError) as wrong:
        raise ToolFailure("kejadian yang memulai alur kerja ini tidak terbaca (GITHUB_EVENT_PATH).") from wrong
    if not isinstance(found, dict):
        raise ToolFailure("kejadian yang memulai alur kerja ini tidak berbentuk semestinya.")
    return found


def main_branch(started: Mapping[str, Any]) -> str:
    """The branch that is published, as the event names it. Raises ToolFailure."""
    repository = started.get("repository")
    if not isinstance(repository, Mapping) or not repository.get("default_branch"):
        raise ToolFailure("kejadian yang memulai alur kerja ini tidak menyebutkan repositorinya.")
    return str(repository["default_branch"])
