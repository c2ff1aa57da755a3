"""One run of Pelican: a site is begun before it, and in place after it; or all is as it was.

The output folder is moved aside to a staging folder before anything is written. Where nothing was touched since the
last build, nothing of this is done; so what makes a site is imported only once it is known that one has to be made.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import Pelican, signals
from pelican.log import console
from pelican.settings import DEFAULT_CONFIG

from ..build.last_build import LastBuild
from ..build.leavings import clear_reports
from ..build.outcome import Outcome
from ..diagnostics.fault import ContentFaults, ToolFailure
from ..settings import own_content, settings_from
from .no_effect import EFFECTIVE_SIGNALS, held_still, plugins_without_effect, sentence, settings_without_effect

if TYPE_CHECKING:
    from ..build.site import Site

SITE = "SHOWCASE_SITE"
LAST = "SHOWCASE_LAST_BUILD"
OUTCOME = "SHOWCASE_OUTCOME"
COMPLAINTS = "SHOWCASE_COMPLAINTS"
OURS = __name__.partition(".")[0]
MENDABLE = (ContentFaults, ToolFailure, OSError)
# How many new things Python waits for before it looks for rubbish. Nearly all that a build makes is needed to its
# end; looked for as often as usual, a third of the time of a large site goes into finding none.
YOUNG = 1_000_000


def in_words(record: logging.LogRecord) -> bool:
    """What a person can mend is told without a traceback, unless it was asked for (`-D`)."""
    if record.exc_info and isinstance(record.exc_info[1], MENDABLE) and record.name == "pelican":
        debugging = logging.getLogger("pelican").isEnabledFor(logging.DEBUG)
        record.exc_info = record.exc_info if debugging else None
    return True


class StandardError(logging.Handler):
    """One line on standard error, however Pelican's own log is shown."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the message."""
        sys.stderr.write(f"{record.getMessage()}\n")


LOG = logging.getLogger("pelican.plugins.showcase")  # below Pelican's: `-q` and `--fatal` hold here too
LOG.propagate = False
LOG.addHandler(StandardError())


class Runs:
    """Takes the place of Pelican's `run`: before it a site is begun, after it the site is in place or all is as it was.

    Only `pelican -r` calls it more than once, and at once again when it raises. So later failures are told here, and
    Pelican then waits for an edit.
    """

    def __init__(self, pelican: Pelican) -> None:
        self._pelican = pelican
        self._write: Callable[[], None] = pelican.run
        self._raised: BaseException | None = None
        self._again = False

    def __call__(self) -> Outcome | None:
        """One build. Raises ContentFaults or ToolFailure, with the old tree in place."""
        again, self._again = self._again, True
        raised, self._raised = self._raised, None
        try:
            return build(self._pelican, self._write)
        except Exception as wrong:
            if not again:
                self._raised = wrong
                raise
            if str(wrong) != str(raised):  # else Pelican has just told it
                console.print(str(wrong), highlight=False, markup=False, soft_wrap=True)
            return None


def build(pelican: Pelican, write: Callable[[], None]) -> Outcome:
    """Leave a site alone that would come out the same, else make it. write: Pelican's own run."""
    settings, output, deletes = pelican.settings, pelican.output_path, pelican.delete_outputdir
    given, young = dict(settings), gc.get_threshold()
    try:
        name_what_has_no_effect(settings)
        last = settings[LAST] = LastBuild(given)
        if outcome := last.outcome():
            told = f"Tidak ada yang berubah: {outcome.creators} kreator, {outcome.pages} halaman."
            console.print(told, highlight=False)
            return outcome
        begin(pelican)
        write()
    except BaseException as error:
        site: Site | None = settings.get(SITE)
        if site:
            site.abandon()
        if site and site.tree.swapped and isinstance(error, (OSError, MemoryError, ImportError)):
            raise ToolFailure(f"Situs baru sudah terpasang, tetapi sesudahnya gagal: {error}.") from error
        raise
    else:
        made: Outcome = settings[OUTCOME]
        return made
    finally:
        gc.set_threshold(*young)
        settings.clear()
        settings.update(given)
        pelican.output_path, pelican.delete_outputdir = output, deletes


def name_what_has_no_effect(settings: Mapping[str, Any]) -> None:
    """One line about settings and plugins that can change nothing here."""
    modules = (
        getattr(receiver, "__module__", "")
        for name, one in vars(signals).items()
        if isinstance(one, type(signals.initialized)) and name not in EFFECTIVE_SIGNALS
        for receiver in one.receivers_for(None)
    )
    others = (name for name in settings["PLUGINS"] if name != OURS)
    plugins = plugins_without_effect(others, modules)
    if told := sentence(settings_without_effect(settings, DEFAULT_CONFIG), plugins):
        LOG.warning("%s", told)


def begin(pelican: Pelican) -> None:
    """Read and check all content, then point Pelican at the staging folder. Raises ContentFaults."""
    gc.set_threshold(YOUNG)
    from ..build.site import Site
    from ..content import timezone_of

    settings = pelican.settings
    site = Site(settings_from(settings, timezone_of(Path(settings["PATH"]), own_content())))
    settings.update(held_still(settings, DEFAULT_CONFIG))
    settings[SITE] = site
    for setting, texts in (("ARTICLE_PATHS", site.content.news), ("PAGE_PATHS", site.content.pages)):
        settings[setting] = [str(text.folder / Path(text.source).name) for text in texts]
    pelican.delete_outputdir = False  # of the staging folder the tree itself removes what is not planned
    pelican.output_path = settings["OUTPUT_PATH"] = str(site.open())
    # Last of all receivers: what another plugin writes at the end is then found before the site is in place.
    signals.finalized.disconnect(deliver)
    signals.finalized.connect(deliver)


def deliver(pelican: Pelican) -> None:
    """All pages are there: add the rest, put the tree in place, and remember that it is.

    Raises ToolFailure if Pelican only logged, and went on, that it could not do something.
    """
    settings = pelican.settings
    if complaints := settings.get(COMPLAINTS):
        raise ToolFailure(f"Pelican melaporkan: {'; '.join(complaints)}. Situs lama tetap utuh.")
    site: Site = settings[SITE]
    site.finish()
    outcome = settings[OUTCOME] = site.outcome()
    shown = {one.slug for one in site.content.creators}
    clear_reports(site.settings.content, shown)
    if not outcome.remark:
        settings[LAST].keep(site.content.region.site.timezone, site.settings, outcome, shown)
