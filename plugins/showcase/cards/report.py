"""The directory in numbers, for one page on paper: who covers what, what is asked for, what is missing.

Counts only. Wishes for training stand in nobody's profile, so they are told once there are
enough creators that a wish points at nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..profiles.model import Creator, Month
from ..region.model import Region
from ..schema import choices
from ..text.formats import month_year
from ..text.messages import _
from . import terms
from .model import Term

ENOUGH_FOR_WISHES = 5
SHOWN_MONTHS = 12
SHOWN_GAPS = 6
TRAININGS = {choice.code: choice.label for choice in choices.TRAININGS}


@dataclass(frozen=True, slots=True)
class Row:
    """One district, with its creators counted once. cells: creators by column; one may be in several."""

    term: Term
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Districts by the values of one facet."""

    title: str
    columns: tuple[Term, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """One month. change: creators more or fewer than the month before."""

    label: str
    creators: int
    works: int
    change: int

    @property
    def signed_change(self) -> str:
        """`+2`, `-1`, "" for none."""
        return f"{self.change:+d}" if self.change else ""


@dataclass(frozen=True, slots=True)
class Combination:
    """How many creators of a district make something about a topic in a medium."""

    district: Term
    topic: Term
    medium: Term
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one day. gaps: sentences, the widest gap first. most: creators of the fullest month, for the bars.

    wishes: empty while too few to be told; no_wishes says why there are none.
    """

    creators: int
    communities: int
    works: int
    reached: int
    districts: int
    grids: tuple[Grid, ...]
    services: tuple[Term, ...]
    wishes: tuple[Term, ...]
    no_wishes: str
    gaps: tuple[str, ...]
    months: tuple[Growth, ...]
    most: int
    combinations: tuple[Combination, ...]


def report_of(region: Region, people: Sequence[Creator], history: Sequence[Month], today: date) -> Report:
    """The figures of everybody who may be shown. history: months on record; the running one is counted anew."""
    known = terms.all_terms(region)
    districts = _districts(region, people)
    now = counts_of(people)
    months = tuple(_growth(history, now, today, region.site.language))[-SHOWN_MONTHS:]
    return Report(
        creators=now["kreator"],
        communities=now["komunitas"],
        works=now["karya"],
        reached=sum(row.count > 0 for row in districts[: len(region.districts)]),
        districts=len(region.districts),
        grids=(
            _grid(_("Kecamatan dan topik"), districts, known["topic"], people),
            _grid(_("Kecamatan dan media"), districts, known["medium"], people),
        ),
        services=_ranked(known["service"], now, "jasa"),
        wishes=_wishes(now) if len(people) >= ENOUGH_FOR_WISHES else (),
        no_wishes=_no_wishes(len(people)),
        gaps=tuple(_gaps(known, now)) if people else (),
        months=months,
        most=max(1, *(month.creators for month in months)),
        combinations=tuple(_combinations(districts, known, people)),
    )


def counts_of(people: Iterable[Creator]) -> Counter[str]:
    """What the office keeps of a month: `kreator`, `komunitas`, `karya`, `topik:umkm`, `kecamatan:sijuk` …"""
    counts: Counter[str] = Counter(kreator=0, komunitas=0, karya=0)
    for creator in people:
        counts["kreator"] += 1
        counts["komunitas"] += creator.kind == "community"
        counts["karya"] += len(creator.works)
        counts.update(f"topik:{key}" for key in creator.topics)
        counts.update(f"media:{key}" for key in terms.media_of(creator))
        counts.update(f"jasa:{key}" for key in creator.services)
        counts.update(f"ingin_belajar:{key}" for key in creator.training)
        counts.update([f"kecamatan:{creator.district}"] if creator.district else [])
    return counts


def _districts(region: Region, people: Iterable[Creator]) -> tuple[Term, ...]:
    """The districts with their counts, then elsewhere and not told where anybody is."""
    counts = Counter(creator.district for creator in people)
    found = terms.counted(terms.all_terms(region)["district"], counts)
    others = (terms.elsewhere(region), Term("district", "", _("Tidak disebut"), ""))
    return (*found, *(term for term in terms.counted(others, counts) if term.count))


def _grid(title: str, districts: Iterable[Term], columns: tuple[Term, ...], people: Iterable[Creator]) -> Grid:
    counts = Counter((creator.district, key) for creator in people for key in _keys(creator, columns[0].kind))
    rows = tuple(Row(term, tuple(counts[term.key, column.key] for column in columns)) for term in districts)
    return Grid(title, columns, rows)


def _keys(creator: Creator, kind: str) -> tuple[str, ...]:
    return creator.topics if kind == "topic" else terms.media_of(creator)


def _ranked(known: Iterable[Term], counts: Counter[str], name: str) -> tuple[Term, ...]:
    """Those that somebody has, the commonest first."""
    found = terms.counted(known, {term.key: counts[f"{name}:{term.key}"] for term in known})
    return tuple(sorted((term for term in found if term.count), key=lambda term: -term.count))


def _wishes(counts: Counter[str]) -> tuple[Term, ...]:
    known = tuple(Term("training", key, _(label), "") for key, label in TRAININGS.items())
    return _ranked(known, counts, "ingin_belajar")


def _no_wishes(people: int) -> str:
    if people < ENOUGH_FOR_WISHES:
        return _("Ditampilkan setelah ada lima kreator, supaya tidak menunjuk seseorang.")
    return _("Belum ada keinginan yang dicatat.")


def _gaps(known: dict[str, tuple[Term, ...]], counts: Counter[str]) -> Iterable[str]:
    """What nobody covers yet."""
    kinds = (
        ("district", "kecamatan", _("Belum ada kreator dari %(name)s")),
        ("topic", "topik", _("Belum ada yang mengangkat %(name)s")),
        ("medium", "media", _("Belum ada yang memakai %(name)s")),
        ("service", "jasa", _("Belum ada yang menawarkan %(name)s")),
    )
    for kind, name, sentence in kinds:
        missing = [term.label for term in known[kind] if not counts[f"{name}:{term.key}"]]
        if missing:
            more = len(missing) - SHOWN_GAPS
            rest = [_("%(n)d lainnya") % {"n": more}] if more > 0 else []
            yield sentence % {"name": ", ".join([*missing[:SHOWN_GAPS], *rest])}


def _growth(history: Sequence[Month], now: Counter[str], today: date, language: str) -> Iterable[Growth]:
    running = Month(f"{today:%Y-%m}", tuple(now.items()))
    before = None
    for month in (*(one for one in history if one.month < running.month), running):
        counts = dict(month.counts)
        creators = counts.get("kreator", 0)
        label = month_year(date.fromisoformat(f"{month.month}-01"), language)
        yield Growth(label, creators, counts.get("karya", 0), creators - before if before is not None else 0)
        before = creators


def _combinations(
    districts: Iterable[Term], known: dict[str, tuple[Term, ...]], people: Iterable[Creator]
) -> Iterable[Combination]:
    counts = Counter(
        (creator.district, topic, medium)
        for creator in people
        for topic in creator.topics
        for medium in terms.media_of(creator)
    )
    for district in districts:
        for topic in known["topic"]:
            for medium in known["medium"]:
                yield Combination(district, topic, medium, counts[district.key, topic.key, medium.key])
