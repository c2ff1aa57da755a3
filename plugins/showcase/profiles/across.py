"""Rules across profiles. A fault lands on one profile alone: the one that came later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ..diagnostics.collector import fault_at
from ..diagnostics.fault import Fault
from ..links import same_thing
from ..text.confusables import at_a_glance, plain
from ..text.similarity import nearest
from .profile import Mark, Read


def across_faults(reads: Iterable[Read], newcomers: Collection[str] = ()) -> Iterator[Fault]:
    """Every rule across profiles that is broken. newcomers: slugs that came last, whatever their dates say."""
    everyone = sorted(reads, key=lambda read: (read.slug in newcomers, *_age(read)))
    yield from channels_belong_to_one(everyone)
    yield from communities_exist(everyone)
    yield from old_addresses_are_free(everyone)
    yield from names_can_be_told_apart(everyone)


def _age(read: Read) -> tuple[bool, date, str]:
    """The longest known first. A sample gives way to everybody."""
    creator = read.creator
    since = (creator.joined or (creator.consent.given if creator.consent else None)) if creator else None
    return (creator is not None and creator.is_sample, since or date.max, read.slug)


def channels_belong_to_one(reads: list[Read]) -> Iterator[Fault]:
    """No account stands in two profiles."""
    owners: dict[str, Read] = {}
    for read in reads:
        for mark in read.channels:
            if mark.link is None or (mark.link.platform == "website" and mark.link.kind == "website"):
                continue
            owner = owners.setdefault(same_thing(mark.link), read)
            if owner is not read:
                yield _fault("P601", read, mark, "akun", owner=owner.slug)


def communities_exist(reads: list[Read]) -> Iterator[Fault]:
    """`komunitas` names the profile of a community."""
    kinds = {read.slug: read.creator.kind if read.creator else None for read in reads}
    gone = {read.slug for read in reads if read.gone}
    communities = [slug for slug, kind in kinds.items() if kind == "community"]
    for read in reads:
        for mark in read.communities:
            if mark.value in kinds and mark.value not in gone and kinds[mark.value] in ("community", None):
                continue
            if kinds.get(mark.value) == "person":
                yield _fault("P602.person", read, mark, "komunitas", allowed=communities)
                continue
            guess = nearest(mark.value, communities)
            yield _fault("P602.missing", read, mark, "komunitas", allowed=communities, fix=guess)


def old_addresses_are_free(reads: list[Read]) -> Iterator[Fault]:
    """`alamat_lama` names no folder that is there, and no old address of somebody else."""
    taken = {read.slug for read in reads}
    owners: dict[str, Read] = {}
    for read in reads:
        for mark in read.old_slugs:
            if mark.value == read.slug:
                continue
            owner = owners.setdefault(mark.value, read)
            if mark.value in taken:
                yield _fault("P603.folder", read, mark, "alamat_lama")
            elif owner is not read:
                yield _fault("P603.address", read, mark, "alamat_lama", owner=owner.slug)


def names_can_be_told_apart(reads: list[Read]) -> Iterator[Fault]:
    """No name looks like another without being it: people may share a name, but nobody's is spelt to resemble."""
    names: dict[str, Read] = {}
    for read in reads:
        if read.creator is None:
            continue
        name = read.creator.name
        other = names.setdefault(at_a_glance(name), read)
        if other.creator is not None and plain(other.creator.name) != plain(name):
            yield fault_at("P604", read.source, key="nama", found=name, other=other.creator.name, owner=other.slug)


def _fault(
    message: str, read: Read, mark: Mark, key: str, *, allowed: Iterable[str] = (), fix: str = "", owner: str = ""
) -> Fault:
    return fault_at(message, read.source, mark, key=key, found=mark.text, allowed=allowed, fix=fix, owner=owner)
