"""The web server of `serve`: the built site as it lies on disk, plus a script that reloads the page.

The built files are never changed: the script is added to the HTML on its way to the browser.
"""

from __future__ import annotations

import errno
import json
import sys
import time
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from socket import socket
from threading import Condition
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from ..diagnostics.fault import ToolFailure

SCRIPT_PATH = "/__muat-ulang.js"
EVENTS_PATH = "/__kejadian"
HEARTBEAT = 15.0  # seconds; a comment in the stream shows a browser that has gone
# Names of this computer. Another site may resolve its name to this computer (DNS rebinding); the Host header shows it.
OWN_HOSTS = ("localhost", "127.0.0.1", "[::1]")
HTTP_PORT = 80  # a browser leaves it out
SWAP_TIMEOUT = 0.5  # seconds; while the old tree is renamed away there is no site for a moment

# Set here, since some systems do not know AVIF, or serve scripts as text/plain.
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}

NOT_YET = (
    '<!doctype html><html lang="id"><meta charset="utf-8"><title>Situs belum jadi</title><body>'
    "<h1>Situs belum jadi</h1><p>Halaman ini memuat ulang sendiri setelah situs selesai dibangun.</p></body></html>"
)
NOT_FOUND = (
    '<!doctype html><html lang="id"><meta charset="utf-8"><title>Tidak ada</title>'
    "<body><h1>Halaman tidak ada</h1></body></html>"
)
ELSEWHERE = (
    '<!doctype html><html lang="id"><meta charset="utf-8"><title>Bukan alamat situs ini</title><body>'
    "<h1>Bukan alamat situs ini</h1><p>Pratinjau ini hanya untuk komputer ini. Buka "
    '<a href="http://localhost:{port}/">http://localhost:{port}/</a>.</p></body></html>'
)


@dataclass(frozen=True, slots=True)
class SiteState:
    """What is sent to browsers. version: changes with every good build; fault: what stopped the last one, or ""."""

    version: int = 0
    fault: str = ""

    def as_event(self) -> bytes:
        """One message of the event stream."""
        return f"data: {json.dumps({'versi': self.version, 'salah': self.fault})}\n\n".encode()


class StateChannel:
    """Passes the state from the builder to every browser that waits for a change."""

    def __init__(self) -> None:
        self._condition = Condition()
        self._state = SiteState(version=self._now())

    @staticmethod
    def _now() -> int:
        # Milliseconds, not a counter: a page left open over a restart must see another version too.
        return time.time_ns() // 1_000_000

    @property
    def state(self) -> SiteState:
        """The state now."""
        return self._state

    def built(self) -> None:
        """Announce a good build."""
        self._set(SiteState(version=self._now()))

    def failed(self, fault: str) -> None:
        """Announce a failed build; `fault` says why."""
        self._set(SiteState(self._state.version, fault))

    def _set(self, state: SiteState) -> None:
        with self._condition:
            self._state = state
            self._condition.notify_all()

    def wait_for_other(self, seen: SiteState | None, timeout: float) -> SiteState | None:
        """The state as soon as it is another than `seen`; None after `timeout` seconds."""
        with self._condition:
            return self._state if self._condition.wait_for(lambda: self._state != seen, timeout) else None


class Server(ThreadingHTTPServer):
    """One thread a request; connections that browsers close are not reported."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let a second server take the same port

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:  # noqa: ANN401
        """Report an error, unless it is a closed connection."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Files of the site, the reload script, and the event stream."""

    def __init__(self, *arguments: Any, site: Path, channel: StateChannel) -> None:  # noqa: ANN401 - what socketserver passes
        self.site = site
        self.channel = channel
        super().__init__(*arguments, directory=str(site))

    def parse_request(self) -> bool:
        """Read the request; one that asks for another host is answered here."""
        if not super().parse_request():
            return False
        port = self.connection.getsockname()[1]
        asked = self.headers.get_all("Host") or []
        if len(asked) == 1 and is_own(asked[0], port):
            return True
        body = self._send(ELSEWHERE.format(port=port).encode(), TYPES[".html"], HTTPStatus.MISDIRECTED_REQUEST)
        if self.command != "HEAD":
            self.wfile.write(body.getvalue())
        return False

    def do_GET(self) -> None:
        """Answer one request."""
        if urlsplit(self.path).path == EVENTS_PATH:
            self._stream()
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Headers of the answer; its body is returned."""
        path = urlsplit(self.path).path
        if path == SCRIPT_PATH:
            return self._send(Path(__file__).with_name("reload.js").read_bytes(), TYPES[".js"])
        self._wait_for_site()
        target = Path(self.translate_path(self.path))
        if target.is_dir() and not path.endswith("/"):
            self._redirect(path + "/")
            return None
        if target.is_dir():
            target /= "index.html"
        if target.is_file():
            kind = TYPES.get(target.suffix.lower()) or self.guess_type(str(target))
            return self._send(self._body(target), kind)
        return self._missing()

    def _wait_for_site(self) -> None:
        end = time.monotonic() + SWAP_TIMEOUT
        while not self.site.is_dir() and self.channel.state.fault == "" and time.monotonic() < end:
            time.sleep(0.02)

    def _missing(self) -> BytesIO:
        """The site's own 404 page, or a page that waits for the first site."""
        if not (self.site / "index.html").is_file():
            return self._send(self._with_script(NOT_YET.encode()), TYPES[".html"], HTTPStatus.SERVICE_UNAVAILABLE)
        page = self.site / "404.html"
        body = self._body(page) if page.is_file() else self._with_script(NOT_FOUND.encode())
        return self._send(body, TYPES[".html"], HTTPStatus.NOT_FOUND)

    def _body(self, target: Path) -> bytes:
        body = target.read_bytes()
        return self._with_script(body) if target.suffix.lower() == ".html" else body

    def _with_script(self, html: bytes) -> bytes:
        """The page with the reload script as its last element; a file of its own, as a strict policy demands."""
        script = f'<script src="{SCRIPT_PATH}?versi={self.channel.state.version}"></script>'.encode()
        before, tag, after = html.rpartition(b"</body>")
        return before + script + tag + after if tag else html + script

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return BytesIO(body)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", path)  # the library has made one slash of a leading "//": no other host
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream(self) -> None:
        """Send every change of the state, until the browser closes the connection."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen: SiteState | None = None
        while True:
            state = self.channel.wait_for_other(seen, HEARTBEAT)
            self.wfile.write(state.as_event() if state else b": masih di sini\n\n")
            self.wfile.flush()
            seen = state or seen

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Requests are not printed in the terminal; builds are."""


def is_own(host: str, port: int) -> bool:
    """Whether a Host header names this computer and the server's port."""
    host = host.strip().lower()
    return any(host == f"{name}:{port}" or (port == HTTP_PORT and host == name) for name in OWN_HOSTS)


def open_server(site: Path, channel: StateChannel, port: int) -> Server:
    """A server bound to this computer alone; port 0 takes any free one."""
    try:
        return Server(("127.0.0.1", port), partial(Handler, site=site, channel=channel))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"Pangkalan {port} sedang dipakai program lain. Tutup program itu, atau pakai --port {port + 1}"
            raise ToolFailure(message) from error
        if error.errno == errno.EACCES:
            raise ToolFailure(f"Pangkalan {port} tidak boleh dipakai di komputer ini. Coba --port 8080") from error
        raise
