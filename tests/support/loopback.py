"""A server on this computer that answers as the services do, well and badly, and a transport that leads to it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Loopback:
    """routes: `host/path`, a query does not count -> answers; the last one repeats. asked: what was asked, in order."""

    port: int = 0
    routes: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def transport(self) -> httpx.BaseTransport:
        """Sends every request to this server, whatever its host; the Host header stays."""
        return ToLoopback(self.port)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        name = handler.headers["Host"] + handler.path.partition("?")[0]
        self.asked.append(handler.headers["Host"] + handler.path)
        answers = self.routes.get(name) or [status(404)]
        (answers.pop(0) if len(answers) > 1 else answers[0])(handler)


class ToLoopback(httpx.BaseTransport):
    """Leads to a port of this computer."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.inner = httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self.port)
        return self.inner.handle_request(request)

    def close(self) -> None:
        self.inner.close()


@contextmanager
def loopback(server_state: Loopback | None = None) -> Iterator[Loopback]:
    """A running server. server_state: one that answers in its own way."""
    server_state = server_state or Loopback()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                server_state.answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the server's own names

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    server_state.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server_state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def status(code: int, headers: dict[str, str] | None = None, body: bytes = b"", kind: str = "text/html") -> Answer:
    """A plain answer."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def slow(seconds: float) -> Answer:
    """Says nothing for a while."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        status(200)(handler)

    return answer


def endless(pause: float = 0.02, piece: bytes = b"x") -> Answer:
    """Drips for ever, without ever falling silent."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        while True:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def flood(megabytes: int) -> Answer:
    """Much more than it says."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "image/jpeg")
        handler.end_headers()
        for _ in range(megabytes):
            handler.wfile.write(b"\xff\xd8\xff" + b"0" * 999_997)

    return answer
