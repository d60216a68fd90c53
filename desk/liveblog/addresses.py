"""Where a liveblog's parts stand: beside one another, and in the world where the house says where.

Names of files and links are made here; the files are written by `desk.liveblog.page`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from desk.facts import settings
from desk.facts.codes import Refusal
from desk.file.session import Session
from desk.liveblog.shown import Shown

PAGE_NAME = "index.html"
FEED_NAME = "feed.xml"
PICTURES = "grafik"
"""The folder of the pictures, beside the page."""

MAP_NAME = f"{PICTURES}/harita"
"""The map's file without its ending."""

CARD_NAME = f"{PICTURES}/kart.png"
"""The picture beside a link to the page."""

OWN_PICTURE = re.compile(
    r"(harita|\d{4}-\d\d-\d\d-\d{4}-[a-z]+-[A-Za-z0-9_-]+)\.(svg|png)|kart\.png"
)
"""Names that only pictures of a liveblog have."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Links to the page, its posts, its feed and its pictures.

    ``folder`` is the address of the folder they stand in, with a slash at its end; empty where
    nobody has told it, and then they lead from one file to the other.
    """

    folder: str = ""

    @property
    def page(self) -> str:
        """The page itself."""
        return f"{self.folder}{PAGE_NAME}"

    @property
    def feed(self) -> str:
        """The feed."""
        return f"{self.folder}{FEED_NAME}"

    def post(self, name: str) -> str:
        """A post's place in the page."""
        return f"{self.page}#{name}"

    def picture(self, one: Shown) -> str:
        """A post's picture."""
        return f"{self.folder}{picture_name(one)}"


def addresses(session: Session) -> Addresses:
    """The addresses of a night's liveblog; what is no address in the file is as if not set."""
    kept = session.settings.get(settings.ADDRESS, "")
    with suppress(Refusal):
        return Addresses(settings.read(settings.ADDRESS, kept) if kept else "")
    return Addresses()


def picture_name(one: Shown) -> str:
    """The file of a post's picture, from the page: named like the post, else by its number.

    A picture that an earlier post has already is that one's file.
    """
    one = one.like or one
    form = one.picture.form if one.picture else "svg"
    name = f"{one.post.id}.{form}"
    # Where capitals and small letters are the same to a disk, two contests are two by number only.
    if OWN_PICTURE.fullmatch(name) and name == name.lower():
        return f"{PICTURES}/{name}"
    return f"{PICTURES}/{one.post.time:%Y-%m-%d-%H%M}-no-{one.entry.number}.{form}"
