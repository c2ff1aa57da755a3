"""The quiet ways from a profile to its files, for those who look after it. GitHub asks who they are."""

from __future__ import annotations

from ..profiles.model import Creator
from ..region.model import Region
from ..text.messages import _
from .addresses import FORM
from .model import Way

HOST = "https://github.com/"
GUIDE = "blob/main/PANDUAN.md"
HIDE, WITHDRAW = "#4-menyembunyikan-profil", "#5-menarik-profil"


def ways_to_manage(creator: Creator, region: Region, root: str) -> tuple[Way, ...]:
    """Edit, replace the photo, hide, withdraw; nothing while the repository is not known to be on GitHub.

    root: the way from the page back to the site's first page.
    """
    repository, guide = region.site.repository.rstrip("/"), guide_url(region)
    if not guide:
        return ()
    folder = f"main/content/kreator/{creator.slug}"
    return (
        Way(_("Ubah isi"), f"{repository}/edit/{folder}/index.md"),
        Way(_("Ganti foto"), f"{root}{FORM}"),
        Way(_("Sembunyikan"), f"{guide}{HIDE}"),
        Way(_("Tarik"), f"{guide}{WITHDRAW}"),
    )


def guide_url(region: Region) -> str:
    """The guide for those who look after the site; "" while the repository is not known to be on GitHub."""
    repository = region.site.repository.rstrip("/")
    return f"{repository}/{GUIDE}" if repository.startswith(HOST) else ""
