"""A loopback server as a static host is: gzip, folders, 404.html, and a site at `/` or in a folder of the host."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv"}
KINDS = {".woff2": "font/woff2", ".avif": "image/avif", ".js": "text/javascript", ".wasm": "application/wasm"}


@lru_cache(maxsize=4096)
def packed(path: Path) -> bytes:
    """What a host sends for a file to a browser that takes gzip: texts packed, the rest as it is."""
    data = path.read_bytes()
    return gzip.compress(data, compresslevel=9, mtime=0) if path.suffix in TEXTS else data


def file_at(folder: Path, base: str, address: str) -> Path | None:
    """The file that an address of the site means, or None. base: the site's folder on its host, `/` or `/repo/`."""
    path = unquote(urlsplit(address).path)
    if not path.startswith(base):
        return None
    found = (folder / path.removeprefix(base)).resolve()
    if found.is_dir() and (path.endswith("/") or found == folder.resolve()):
        found /= "index.html"
    return found if found.is_file() and found.is_relative_to(folder.resolve()) else None


@contextmanager
def serving(folder: Path, base: str = "/", port: int = 0, sent: list[int] | None = None) -> Iterator[str]:
    """Serve a built site; gives its address, ending in a slash. port 0: any that is free. sent: bytes of each body."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = file_at(folder, base, self.path)
            try:
                self.give(path or folder / "404.html", 200 if path else 404)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def give(self, path: Path, code: int) -> None:
            zipped = path.suffix in TEXTS and "gzip" in self.headers.get("Accept-Encoding", "")
            body = packed(path) if zipped else path.read_bytes()
            self.send_response(code)
            kind = KINDS.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if path.suffix in TEXTS else kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=600")
            if zipped:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            if sent is not None:
                sent.append(len(body))

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
