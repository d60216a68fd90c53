"""The liveblog page and its feed: whole, valid, harmless, and true to the ledger."""

from __future__ import annotations

import json
import re
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desk import ledger, liveblog
from desk.edits import REHEARSAL, BeginCorrection, FileDraft, SetSetting
from desk.ledger import publish
from desk.post_kinds import compose
from desk.post_model import Ask, Kind
from desk.session import Session
from tests.desk.conftest import ANKA, CONTEST, at, shares, type_in

HOSTILE = "</script><script>alert(1)</script> & \"q\" '{{ x }}' @@posts@@ \u202ertl\u2028]]>"
VOID = {"meta", "link"}
ATOM = "{http://www.w3.org/2005/Atom}"


class Page(HTMLParser):
    """The tags, anchors and links of a page; fails if a tag is not closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.times: list[str] = []
        self.data = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        given = dict(attrs)
        assert not any(name.startswith("on") or name == "src" for name in given)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.times += [given["datetime"] or ""] if tag == "time" else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.data += data


def page_of(session: Session) -> Page:
    return Page(liveblog.to_page(session, liveblog.published(session)))


@pytest.fixture
def night(evening: Session) -> Session:
    """A night with a hostile note, a pinned summary and a corrected comparison."""
    publish(evening, compose(evening, Kind.FIRST, Ask(CONTEST, agencies=("ANKA",))))
    post = compose(evening, Kind.COMPARISON, Ask(CONTEST, ("Beyoğlu",)))
    publish(evening, post)
    note = Ask(CONTEST, title=HOSTILE, text=f"{HOSTILE}\n{HOSTILE}", at=at("19:30"))
    publish(evening, compose(evening, Kind.NOTE, note))
    publish(evening, compose(evening, Kind.SUMMARY, Ask(CONTEST)))
    wrong = next(cited.bulletin for cited in post.cited if cited.slot.source == ANKA)
    evening.record(BeginCorrection(wrong))
    type_in(evening, ANKA, shares(chp="60.12"))
    evening.record(FileDraft(ANKA, "digit"))
    publish(evening, compose(evening, Kind.CORRECTION, Ask(CONTEST, at=at("20:05"))))
    return evening


def test_the_page_is_whole_and_its_links_hold(night: Session) -> None:
    page = page_of(night)
    assert page.tags.count("script") == 1
    assert not {"img", "iframe", "object", "embed", "form", "base"} & set(page.tags)
    assert len(page.ids) == len(set(page.ids)) == 5
    assert page.links and all(link.removeprefix("#") in page.ids for link in page.links)
    assert page.times == sorted(page.times, reverse=True)
    assert {time[-6:] for time in page.times} == {"+03:00"}


def test_nothing_from_outside_is_asked_for(night: Session, tmp_path: Path) -> None:
    page, feed = liveblog.write(night, tmp_path / "out")
    assert {path.name for path in page.parent.iterdir()} == {page.name, feed.name}
    style = re.search("<style>.*</style>", page.read_text(encoding="utf-8"), re.S)
    assert style is not None and "url(" not in style.group() and "@import" not in style.group()


def test_the_page_begins_with_the_summary_and_the_key_events(night: Session) -> None:
    text = liveblog.to_page(night, liveblog.published(night))
    summary, keys, posts = (text.index(part) for part in ('class="pinned"', "<nav", "<main>"))
    assert summary < keys < posts
    assert "19.15 ANKA&#x27;dan gelen ilk" in text[keys:posts]


def test_the_correction_marks_the_old_post(night: Session) -> None:
    text = liveblog.to_page(night, liveblog.published(night))
    old = text[text.index('<article id="2024-03-31-1925-comparison-ibb">') :]
    mark = "DÜZELTME (20.05): ANKA, Beyoğlu, CHP: yüzde 61,23 değil, yüzde 60,12."
    assert mark in old[: old.index("</article>")]
    assert 'href="#2024-03-31-2005-correction-ibb"' in old


def test_the_linked_data_parses_and_has_its_fields(night: Session) -> None:
    data = json.loads(page_of(night).data)
    assert data["@type"] == "LiveBlogPosting"
    assert data["coverageStartTime"] == "2024-03-31T19:15:00+03:00"
    assert data["coverageEndTime"] == "2024-03-31T20:05:00+03:00"
    updates = data["liveBlogUpdate"]
    assert len(updates) == 5
    for update in updates:
        assert update["@type"] == "BlogPosting"
        assert update["headline"] and update["articleBody"]
        assert datetime.fromisoformat(update["datePublished"]).utcoffset() is not None
    (corrected,) = [one for one in updates if one["@id"].endswith("comparison-ibb")]
    assert corrected["articleBody"].startswith("DÜZELTME (20.05)")
    assert corrected["dateModified"] == "2024-03-31T20:05:00+03:00"


def test_hostile_words_stay_words(night: Session) -> None:
    text = liveblog.to_page(night, liveblog.published(night))
    page = Page(text)
    assert text.count("<script") == text.count("</script") == 1
    assert "{{" not in text.replace(page.data, "")
    assert not re.search("[\u202a-\u202e\u2028\u2066-\u2069]", text)
    headlines = [one["headline"] for one in json.loads(page.data)["liveBlogUpdate"]]
    assert any("</script><script>alert(1)</script> & \"q\" '{{ x }}'" in one for one in headlines)
    # What looks like a place of the template is text.
    assert text.count("@@posts@@") == 6


def test_the_feed_is_well_formed_and_whole(night: Session) -> None:
    feed = ElementTree.fromstring(liveblog.to_feed(night, liveblog.published(night)))
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 5
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == 5 and all(one.startswith("urn:uuid:") for one in ids)
    assert feed.findtext(f"{ATOM}updated") == "2024-03-31T20:05:00+03:00"
    for entry in entries:
        Page(entry.findtext(f"{ATOM}content") or "")


def test_a_retracted_post_leaves_its_anchor(night: Session) -> None:
    number = next(e.number for e in ledger.entries(night) if e.kind == "first")
    ledger.retract(night, number, "too early")
    shown = liveblog.published(night)
    page = Page(liveblog.to_page(night, shown))
    assert "2024-03-31-1915-first-ibb" in page.ids
    assert len(json.loads(page.data)["liveBlogUpdate"]) == 4
    assert "ilk verilere göre İmamoğlu önde" not in liveblog.to_page(night, shown)


def test_a_rehearsals_page_says_so(night: Session) -> None:
    night.record(SetSetting(REHEARSAL, "7"))
    text = liveblog.to_page(night, liveblog.published(night))
    assert '<p class="prova">PROVA</p>' in text and "<title>PROVA: " in text


def test_a_night_without_posts_is_a_page(session: Session) -> None:
    page = page_of(session)
    assert page.ids == []
    assert json.loads(page.data)["liveBlogUpdate"] == []
    assert ElementTree.fromstring(liveblog.to_feed(session, [])).findall(f"{ATOM}entry") == []
