"""A night to write a liveblog of, and a page read back as a browser would read it."""

from __future__ import annotations

from html.parser import HTMLParser

from desk.facts.edits import BeginCorrection, FileDraft
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.liveblog.shown import GatheredPictures, gather
from desk.posts.compose import compose
from desk.posts.ledger import publish
from tests.desk.conftest import ANKA, CONTEST, at, shares, type_in

HOSTILE = (
    "</script><script>alert(1)</script> & \"q\" '{{ x }}' @@posts@@ ]]> <!-- --> "
    "\u202ertl\u2028\x07\x0b\ufffe\uffff\ufdd0"
)
VOID = {"meta", "link", "img"}


class Page(HTMLParser):
    """The tags, anchors and links of a page; fails if a tag is not closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.alts: list[str] = []
        self.times: list[str] = []
        self.articles: list[str] = []
        self.data = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs)
        assert not any(name.startswith("on") or name == "srcset" for name in given)
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        if "src" in given:
            self.sources.append(given["src"])
        if tag == "img":
            self.alts.append(given["alt"])
        if tag == "article":
            self.articles.append(given["id"])
        if tag == "time" and "article" in self.open:
            self.times.append(given["datetime"])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.data += data


def fill(evening: Session) -> Session:
    """A hostile note, a pinned summary and a corrected comparison in the evening's ledger."""
    publish(evening, compose(evening, PostKind.FIRST, Ask(CONTEST, agencies=("ANKA",))))
    post = compose(evening, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))
    publish(evening, post)
    note = Ask(CONTEST, title=HOSTILE, text=f"{HOSTILE}\n{HOSTILE}", at=at("19:30"))
    publish(evening, compose(evening, PostKind.NOTE, note))
    publish(evening, compose(evening, PostKind.SUMMARY, Ask(CONTEST)))
    wrong = next(cited.bulletin for cited in post.cited if cited.slot.source == ANKA)
    evening.record(BeginCorrection(wrong))
    type_in(evening, ANKA, shares(chp="60.12"))
    evening.record(FileDraft(ANKA, "digit"))
    publish(evening, compose(evening, PostKind.CORRECTION, Ask(CONTEST, at=at("20:05"))))
    return evening


def gathered(session: Session, *, pictures: bool = True) -> GatheredPictures:
    """What the page is written from."""
    steps = gather(session, pictures=pictures)
    while True:
        try:
            next(steps)
        except StopIteration as whole:
            found = whole.value
            assert isinstance(found, GatheredPictures)
            return found


def page_of(session: Session) -> Page:
    """The page, with pictures."""
    return Page(text_of(session))


def text_of(session: Session) -> str:
    """The page's text, with pictures."""
    return liveblog.to_page(session, gathered(session))
