"""Pelican run once in this process, with the settings that a command asks for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from ..build.outcome import LATE_SEARCH, Outcome
from ..diagnostics.fault import ToolFailure
from ..settings import PROJECT


def build(
    *, content: Path | None = None, output: Path | None = None,
    public: bool = False, hold_back: bool = False, demo: bool = False,
) -> Outcome:  # fmt: skip
    """Build once, in this process. Raises ContentFaults or ToolFailure; the old tree then stays."""
    from pelican import Pelican
    from pelican.log import console

    from .run import complaints_of_pelican

    settings = settings_of(content, output, public=public, hold_back=hold_back, demo=demo)
    console.quiet = True
    with complaints_of_pelican() as complaints:
        pelican = Pelican(settings)
    if "showcase" not in settings["PLUGINS"]:
        raise ToolFailure("Plugin showcase tidak dapat dimuat: " + "; ".join(complaints))
    outcome: Outcome = pelican.run()
    return outcome


def settings_of(
    content: Path | None, output: Path | None, *, public: bool, hold_back: bool, demo: bool
) -> dict[str, Any]:
    """Pelican's settings for one call of the command."""
    from pelican.settings import read_settings

    settings: dict[str, Any] = read_settings(str(PROJECT / ("publishconf.py" if public or demo else "pelicanconf.py")))
    if content:
        settings["PATH"] = str(content.resolve())
    if output:
        settings["OUTPUT_PATH"] = str(output.resolve())
    settings["SHOWCASE"] = {
        **settings["SHOWCASE"],
        "hold_back": hold_back,
        "demo": demo,
        "late_search": LATE_SEARCH in os.environ,
        "samples": demo or settings["SHOWCASE"].get("samples", True),
    }
    return settings
