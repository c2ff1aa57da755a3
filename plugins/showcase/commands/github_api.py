"""The few things we ask of GitHub's REST API. https://docs.github.com/rest, version 2022-11-28."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from ..faults import ToolFailure

MOST_PAGES = 10  # of a hundred things each
BOT = "github-actions[bot]"
WHY: Mapping[int, str] = {
    401: "kuncinya tidak berlaku",
    403: "tidak diizinkan; periksa bagian permissions berkas alur kerja, atau tunggu bila terlalu sering bertanya",
    404: "tidak ditemukan, atau tidak boleh dilihat",
    410: "sudah tidak ada",
    422: "isinya ditolak",
    429: "terlalu sering bertanya; jalankan lagi nanti",
}


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """An answer that is no success. status: 0 when there was none."""

    status: int
    asked: str

    def failure(self) -> ToolFailure:
        """The same for a person."""
        why = WHY.get(self.status, "GitHub sedang bermasalah; jalankan lagi nanti")
        return ToolFailure(f"GitHub menjawab {self.status or 'tidak sama sekali'} untuk {self.asked}: {why}.")


@dataclass(frozen=True, slots=True)
class GitHub:
    """One repository, `organisation/name`, over a client that carries the key."""

    client: httpx.Client
    repository: str

    def get(self, path: str, **query: str | int) -> Any:  # noqa: ANN401 - JSON
        """One answer. Raises Refused."""
        return self._ask("GET", path, params=query).json()

    def get_all(self, path: str, **query: str | int) -> Iterator[Any]:
        """The things of a list, page by page. Raises Refused."""
        for page in range(1, MOST_PAGES + 1):
            things = self.get(path, per_page=100, page=page, **query)
            yield from things
            if len(things) < 100:
                return

    def send(self, method: str, path: str, content: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
        """Make or change something. Raises Refused."""
        return self._ask(method, path, json=content).json()

    def say(self, number: int, mark: str, text: str) -> None:
        """The one comment with a mark on a pull request: made, or brought up to date. Raises Refused."""
        body = f"{mark}\n{text}"
        for comment in self.get_all(f"issues/{number}/comments"):
            if is_ours(comment, mark):
                if comment["body"] != body:
                    self.send("PATCH", f"issues/comments/{comment['id']}", {"body": body})
                return
        self.send("POST", f"issues/{number}/comments", {"body": body})

    def _ask(self, method: str, path: str, **options: Any) -> httpx.Response:  # noqa: ANN401 - httpx's own
        try:
            answer = self.client.request(method, f"repos/{self.repository}/{path}", **options)
        except httpx.HTTPError as error:
            raise Refused(0, path) from error
        if not answer.is_success:
            raise Refused(answer.status_code, path)
        return answer


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
