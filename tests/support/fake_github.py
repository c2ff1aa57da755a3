"""A GitHub of one repository: the part of its REST API that we ask, in the documented shape, with a memory."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.support.loopback import Loopback

REPOSITORY = "dinas/kreator"
BOT = {"login": "github-actions[bot]", "type": "Bot"}


@dataclass
class FakeGitHub(Loopback):
    """pulls, files, comments (on the proposal), beside (its lines): what is there.

    refuse: path pattern -> status. busy: status and headers of the next answers. waits: how long we were waited for.
    after: commits merged later than what is compared with them.
    """

    pulls: list[dict[str, Any]] = field(default_factory=list)
    files: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    beside: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    refuse: dict[str, int] = field(default_factory=dict)
    busy: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    after: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answers for api.github.com; other hosts answer by their routes."""
        if handler.headers["Host"] != "api.github.com":
            super().answer(handler)
            return
        self.keys.add(handler.headers["Authorization"])
        length = int(handler.headers.get("Content-Length") or 0)
        content = json.loads(handler.rfile.read(length)) if length else {}
        address = urlsplit(handler.path)
        path = address.path.removeprefix(f"/repos/{REPOSITORY}/")
        self.asked.append(f"{handler.command} {path}")
        if self.busy:
            status, headers = self.busy.pop(0)
            reply(handler, status, {"message": "busy"}, headers)
            return
        for pattern, status in self.refuse.items():
            if re.search(pattern, f"{handler.command} {path}"):
                reply(handler, status, {"message": "no"})
                return
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        if path.endswith("/reviews") and content.get("event") == "COMMENT" and not content.get("body"):
            reply(handler, 422, {"message": "Validation Failed"})  # documented: required for this event
            return
        found = self.find(handler.command, path, query, content)
        if handler.command == "DELETE" and found is not None:
            handler.send_response(204)  # documented: without a body
            handler.end_headers()
            return
        reply(handler, 404 if found is None else 201 if handler.command == "POST" else 200, found)

    def find(self, method: str, path: str, query: dict[str, str], content: dict[str, Any]) -> Any:
        match method, *path.split("/"):
            case "GET", "pulls":
                return page([pull for pull in self.pulls if fits(pull, query)], query)
            case "GET", "compare", both:
                return {"status": "behind" if both.split("...")[0] in self.after else "ahead"}
            case "GET", "pulls", number, "files":
                return page(self.files[int(number)], query)
            case "GET", "pulls", number, "comments":
                return page(self.beside.get(int(number), []), query)
            case "GET", "issues", number, "comments":
                return page(self.comments.get(int(number), []), query)
            case "POST", "issues", number, "comments":
                self.comments.setdefault(int(number), []).append({"id": 1000 + int(number), "user": BOT, **content})
                return {}
            case "PATCH", "issues", "comments", known:
                [comment] = [one for many in self.comments.values() for one in many if one["id"] == int(known)]
                comment.update(content)
                return {}
            case "DELETE", "issues", "comments", known:
                for many in self.comments.values():
                    many[:] = [one for one in many if one["id"] != int(known)]
                return {}
            case "POST", "pulls", number, "reviews":
                self.beside.setdefault(int(number), []).extend(content["comments"])
                return {}
        return None


def fits(pull: dict[str, Any], query: dict[str, str]) -> bool:
    head = f"{pull['head']['repo']['owner']['login']}:{pull['head']['ref']}"
    base = pull.get("base", {"ref": "main"})["ref"]
    return query["state"] == pull["state"] and query.get("head", head) == head and query.get("base", base) == base


def page(things: list[Any], query: dict[str, str]) -> list[Any]:
    size, number = int(query.get("per_page", 30)), int(query.get("page", 1))
    return things[size * (number - 1) : size * number]


def reply(handler: BaseHTTPRequestHandler, status: int, content: Any, headers: dict[str, str] | None = None) -> None:
    body = json.dumps(content).encode()
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json; charset=utf-8")
    handler.send_header("Content-Length", str(len(body)))
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)
