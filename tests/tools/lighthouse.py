"""Lighthouse over a site of 60 creators: figures for people, not a test, since they follow the machine's load.

    PYTHONPATH=.:plugins .venv/bin/python -m tests.tools.lighthouse [page …]

Needs Node and a Chromium. Lighthouse is fetched once, into .cache/lighthouse:

    npm install --prefix .cache/lighthouse lighthouse

Mobile defaults (a slow phone on a slow network, simulated), against a server that packs as a static host does.
The reports are kept beside it, `.cache/lighthouse/<page>.json`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import find_chromium
from tests.support.browser_sites import PROJECT, build_site
from tests.support.serving import serving

CACHE = PROJECT / ".cache" / "lighthouse"
PROGRAM = CACHE / "node_modules" / ".bin" / "lighthouse"
PAGES = ("", "kreator/", "kreator/contoh-0003/", "karya/", "tempat/pulau-lengkuas/", "cari/")
SCORES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")


def measure(address: str, report: Path) -> str:
    """One page: four scores, then LCP, CLS and TBT; and what kept a score from 100."""
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [PROGRAM, address, "--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(find_chromium())})
    found = json.loads(report.read_text("utf-8"))
    scores = " ".join(f"{round(100 * (found['categories'][name]['score'] or 0)):3}" for name in SCORES)
    times = "  ".join(found["audits"][name]["displayValue"] for name in TIMES)
    weak = {
        audit["id"]
        for name in SCORES[1:]
        for audit in found["categories"][name]["auditRefs"]
        if audit["weight"] and (found["audits"][audit["id"]]["score"] or 0) < 1
        and found["audits"][audit["id"]]["scoreDisplayMode"] == "binary"
    }  # fmt: skip
    return f"{scores}  {times}  {' '.join(sorted(weak))}"


def main(pages: list[str]) -> int:
    """Measure the given pages, or the usual ones; 2 where Lighthouse is missing."""
    if not PROGRAM.exists():
        print("Lighthouse tidak ada. Jalankan: npm install --prefix .cache/lighthouse lighthouse", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, serving(build_site("crowd-60", Path(folder) / "situs")) as address:
        print(f"{' ' * 24}{' '.join(SCORES)}  LCP CLS TBT")
        for page in pages or PAGES:
            report = CACHE / f"{page.strip('/').replace('/', '-') or 'beranda'}.json"
            print(f"{page or '/':24}{measure(address + page, report)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
