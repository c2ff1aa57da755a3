"""One run of Pelican: a site is begun before it, and in place after it; or all is as it was.

Pelican writes into a staging folder, which takes the place of the output folder in the end. Where nothing was touched
since the last build, none of this is done; so what makes a site is imported only once it is known that one has to be.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
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
    from ..build.build import Build
    from .generation import Generation

OURS = __name__.partition(".")[0]
MENDABLE = (ContentFaults, ToolFailure, OSError)
# Allocations before Python's garbage collector runs. Nearly all objects of a build live to its end; at the usual
# threshold, a third of the time of an edit among 10,000 profiles goes into collecting nothing.
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


class Complaints(logging.Handler):
    """Collects what Pelican only logs: an error of its own must not end in exit code 0."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line of the record."""
        self.lines.append(record.getMessage().splitlines()[0])


@contextmanager
def complaints_of_pelican() -> Iterator[list[str]]:
    """The errors that Pelican logs meanwhile, each in one line."""
    complaints, log = Complaints(), logging.getLogger("pelican")
    log.addHandler(complaints)
    try:
        yield complaints.lines
    finally:
        log.removeHandler(complaints)


class Runs:
    """Takes the place of Pelican's `run`: before it a build begins, after it the site is in place or all is as it was.

    Only `pelican -r` calls it more than once, and at once again when it raises. So later failures are told here, and
    Pelican then waits for an edit. generation: the build of the run that is under way.
    """

    def __init__(self, pelican: Pelican) -> None:
        self.generation: Generation
        self._pelican = pelican
        self._generate: Callable[[], None] = pelican.run
        self._raised: BaseException | None = None
        self._again = False

    def __call__(self) -> Outcome | None:
        """One build. Raises ContentFaults or ToolFailure, with the old tree in place."""
        again, self._again = self._again, True
        raised, self._raised = self._raised, None
        try:
            return self._run()
        except Exception as wrong:
            if not again:
                self._raised = wrong
                raise
            if str(wrong) != str(raised):  # else Pelican has just told it
                console.print(str(wrong), highlight=False, markup=False, soft_wrap=True)
            return None

    def _run(self) -> Outcome:
        """Leave a site alone that would come out the same, else make it. Pelican's settings are the same afterwards."""
        pelican = self._pelican
        settings, output, deletes = pelican.settings, pelican.output_path, pelican.delete_outputdir
        given, young = dict(settings), gc.get_threshold()
        try:
            name_what_has_no_effect(settings)
            last = LastBuild(given)
            if outcome := last.outcome():
                same = f"Tidak ada yang berubah: {outcome.creators} kreator, {outcome.pages} halaman."
                console.print(same, highlight=False)
                return outcome
            gc.set_threshold(YOUNG)
            return self._make(last)
        finally:
            gc.set_threshold(*young)
            settings.clear()
            settings.update(given)
            pelican.output_path, pelican.delete_outputdir = output, deletes

    def _make(self, last: LastBuild) -> Outcome:
        """Read and plan, have Pelican write into the new tree, and put that in place."""
        from ..build.build import begin
        from ..content import timezone_of
        from .generation import Generation

        pelican, given = self._pelican, dict(self._pelican.settings)
        build = begin(settings_from(given, timezone_of(Path(given["PATH"]), own_content())))
        self.generation = Generation(build)
        try:
            pelican.settings.update(held_still(given, DEFAULT_CONFIG))
            for setting, texts in (("ARTICLE_PATHS", build.content.news), ("PAGE_PATHS", build.content.pages)):
                pelican.settings[setting] = [str(text.folder / Path(text.source).name) for text in texts]
            pelican.delete_outputdir = False  # of the staging folder the tree itself removes what is not planned
            pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(build.tree.staging)
            outcome = self._generate_and_finish(build)
            shown = {one.slug for one in build.content.creators}
            clear_reports(build.settings.content, shown)
            if not outcome.remark:
                last.keep(build.content.region.site.timezone, build.settings, outcome, shown)
        except BaseException as error:
            build.abandon()
            if build.tree.swapped and isinstance(error, (OSError, MemoryError, ImportError)):
                raise ToolFailure(f"Situs baru sudah terpasang, tetapi sesudahnya gagal: {error}.") from error
            raise
        return outcome

    def _generate_and_finish(self, build: Build) -> Outcome:
        """Pelican's own run; the site is in place before Pelican says that it is done.

        Raises ToolFailure if Pelican only logged, and went on, that it could not do something.
        """
        outcomes: list[Outcome] = []

        def finish(_pelican: Pelican) -> None:
            if complaints:
                raise ToolFailure(f"Pelican melaporkan: {'; '.join(complaints)}. Situs lama tetap utuh.")
            outcomes.append(build.finish(self.generation.writer))

        # Connected last of all receivers: what another plugin writes at the end is found before the site is in place.
        require_our_writer(self._pelican)
        with (
            complaints_of_pelican() as complaints,
            signals.generator_init.connected_to(self.generation.lend),
            signals.finalized.connected_to(finish),
        ):
            self._generate()
        return outcomes[0]


def require_our_writer(pelican: Pelican) -> None:
    """Pelican takes the first writer that it is offered. Raises ToolFailure if that is another plugin's."""
    writers = [writer for _receiver, writer in signals.get_writer.send(pelican) if isinstance(writer, type)]
    if writers and writers[0].__module__.partition(".")[0] != OURS:
        raise ToolFailure(
            f"Plugin {writers[0].__module__} menulis halaman dengan caranya sendiri, sebelum plugin ini. "
            "Hapus dari PLUGINS, atau taruh sesudah showcase. Situs lama tetap utuh."
        )


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
