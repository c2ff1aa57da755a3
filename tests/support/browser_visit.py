"""A visit by a browser that writes down whatever should not happen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

# Reported by the page itself: a browser's console does not name every blocked thing.
WATCH_POLICY = """
addEventListener("securitypolicyviolation", (event) => {
  console.error(`CSP ${event.violatedDirective}: ${event.blockedURI}`);
});
"""
FORM_READY = "form[data-kelola]:not([hidden])"  # on the form page, once its script has run
DECORATION = "Transition was "  # a view transition given up because the next page came late


@dataclass
class Visit:
    """page: a Playwright page.

    requests: addresses on this machine. foreign: addresses elsewhere, which this browser cannot reach.
    trouble: errors and warnings of console, scripts and policy, in order.
    """

    page: Any
    requests: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def open(self, address: str) -> Visit:
        """Go there and wait until the page is quiet."""
        self.page.goto(address, wait_until="load")
        return self

    def kept(self) -> dict[str, int]:
        """What the site has left on the device so far: counts by kind."""
        found = self.page.evaluate(
            """async () => ({
              local: localStorage.length, session: sessionStorage.length,
              databases: (await indexedDB.databases()).length,
              caches: (await caches.keys()).length,
              workers: (await navigator.serviceWorker.getRegistrations()).length,
            })"""
        )
        return {"cookies": len(self.page.context.cookies()), **found}


@contextmanager
def visiting(chromium: Any, **options: Any) -> Iterator[Visit]:
    """A fresh browser context with one page. options: those of Playwright's new_context."""
    context = chromium.new_context(**{"locale": "id-ID", "viewport": {"width": 360, "height": 740}, **options})
    context.set_default_timeout(60_000)  # at most: other work may crowd this machine
    visit = Visit(context.new_page())

    def note(request: Any) -> None:
        local = request.url.startswith(("http://127.0.0.1:", "blob:", "data:"))
        (visit.requests if local else visit.foreign).append(request.url)

    context.on("request", note)
    if options.get("java_script_enabled", True):
        context.add_init_script(WATCH_POLICY)
    visit.page.on(
        "console", lambda message: message.type in ("error", "warning") and visit.trouble.append(message.text)
    )
    visit.page.on("pageerror", lambda error: DECORATION in str(error) or visit.trouble.append(str(error)))
    try:
        yield visit
    finally:
        context.close()
