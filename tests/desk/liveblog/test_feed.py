"""What machines read of a liveblog: the linked data of its page, and its feed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from desk.facts import settings
from desk.facts.codes import Code
from desk.facts.edits import REHEARSAL, Retract, SetSetting
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.liveblog.feed import to_feed
from desk.posts import ledger
from desk.posts.compose import compose
from tests.desk.conftest import CONTEST, at, refused
from tests.desk.liveblog.night import Page, fill, gathered, page_of

ATOM = "{http://www.w3.org/2005/Atom}"
WANTED = (
    *("@context", "@id", "mainEntityOfPage", "headline", "description", "inLanguage", "image"),
    *("author", "publisher", "datePublished", "dateModified", "about"),
    *("coverageStartTime", "liveBlogUpdate"),
)
WANTED_OF_A_POST = (
    *("@id", "url", "headline", "articleBody", "author", "publisher"),
    *("datePublished", "dateModified", "inLanguage"),
)


@pytest.fixture
def night(evening: Session) -> Session:
    return fill(evening)


def data_of(session: Session) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page_of(session).data)
    return found


def feed_of(session: Session) -> ElementTree.Element:
    shown = gathered(session, pictures=False).shown
    text = to_feed(session, shown, liveblog.PAGE_NAME, liveblog.FEED_NAME)
    return ElementTree.fromstring(text)


def moment(text: object) -> datetime:
    found = datetime.fromisoformat(str(text))
    assert found.utcoffset() is not None
    return found


def test_the_linked_data_has_every_field(night: Session) -> None:
    data = data_of(night)
    assert data["@type"] == "LiveBlogPosting"
    assert [field for field in WANTED if not data.get(field)] == []
    assert data["about"]["@type"] == "Event"
    assert data["about"]["location"] == [{"@type": "Place", "name": "İstanbul"}]
    assert data["coverageStartTime"] == "2024-03-31T19:15:00+03:00"
    assert moment(data["datePublished"]) <= moment(data["dateModified"])
    updates = data["liveBlogUpdate"]
    assert len(updates) == len({one["@id"] for one in updates}) == 5
    for update in updates:
        assert update["@type"] == "BlogPosting"
        assert [field for field in WANTED_OF_A_POST if not update.get(field)] == []
        published_at, changed = moment(update["datePublished"]), moment(update["dateModified"])
        assert moment(data["coverageStartTime"]) <= published_at <= changed
    (corrected,) = [one for one in updates if one["@id"].endswith("comparison-ibb")]
    assert corrected["articleBody"].startswith("DÜZELTME (20.05)")
    assert corrected["dateModified"] == "2024-03-31T20:05:00+03:00"


def test_the_night_has_no_end_before_its_closing_post(night: Session) -> None:
    assert "coverageEndTime" not in data_of(night)
    closing = compose(night, PostKind.CLOSING, Ask(CONTEST, at=at("23:50")))
    (number,) = ledger.publish(night, closing).posts
    assert data_of(night)["coverageEndTime"] == "2024-03-31T23:50:00+03:00"
    night.record(Retract((number,), "sürüyor"))
    assert "coverageEndTime" not in data_of(night)


def test_what_it_points_to_is_in_the_page(night: Session) -> None:
    page = page_of(night)
    data = json.loads(page.data)
    pictured = [one for one in data["liveBlogUpdate"] if "image" in one]
    assert pictured
    for one in pictured:
        image = one["image"]
        assert image["caption"] in page.alts and image["width"] > 0 and image["height"] > 0
    pointers = [data["image"]["@id"], *(one["image"]["@id"] for one in pictured)]
    pointers += [one["url"] for one in data["liveBlogUpdate"]]
    assert all(pointer.removeprefix("#") in page.ids for pointer in pointers)
    # No address of the world's, but the vocabulary's.
    assert [part for part in page.data.split('"') if "://" in part] == ["https://schema.org"]


def test_hostile_words_are_told_as_they_are(night: Session) -> None:
    headlines = [one["headline"] for one in data_of(night)["liveBlogUpdate"]]
    assert any("</script><script>alert(1)</script> & \"q\" '{{ x }}'" in one for one in headlines)


def test_a_retracted_post_is_told_no_more(night: Session) -> None:
    number = next(e.number for e in ledger.entries(night) if e.kind == "first")
    night.record(Retract((number,), "too early"))
    names = [one["@id"] for one in data_of(night)["liveBlogUpdate"]]
    assert len(names) == 4 and "#2024-03-31-1915-first-ibb" not in names
    assert len(feed_of(night).findall(f"{ATOM}entry")) == 4


def test_publisher_and_author_are_the_files(night: Session) -> None:
    data = data_of(night)
    assert data["publisher"]["name"] == "Seçim Masası"
    assert data["author"] == {"@id": data["publisher"]["@id"]}
    for name, typed in ((settings.PUBLISHER, " Deneme  & <Haber> "), (settings.AUTHOR, "A. Y.")):
        night.record(SetSetting(name, settings.read(name, typed)))
    data = data_of(night)
    assert data["publisher"] == {
        "@type": "Organization",
        "@id": "#yayinci",
        "name": "Deneme & <Haber>",
    }
    assert data["author"] == {"@type": "Person", "name": "A. Y."}
    assert {one["author"]["name"] for one in data["liveBlogUpdate"]} == {"A. Y."}
    assert feed_of(night).findtext(f"{ATOM}author/{ATOM}name") == "A. Y."


def test_settings_in_words_are_settings_like_others() -> None:
    assert {settings.PUBLISHER, settings.AUTHOR} <= set(settings.names())
    assert settings.default(settings.PUBLISHER) == ""
    with refused(Code.E151):
        settings.read("publishers", "x")


def test_a_rehearsal_is_told_as_one(night: Session) -> None:
    real = feed_of(night).findtext(f"{ATOM}id")
    night.record(SetSetting(REHEARSAL, "7"))
    assert data_of(night)["creativeWorkStatus"] == "PROVA"
    assert feed_of(night).findtext(f"{ATOM}id") != real


def test_the_feed_keeps_to_rfc_4287(night: Session) -> None:
    feed = feed_of(night)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 5
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    ids = [element.findtext(f"{ATOM}id") or "" for element in (feed, *entries)]
    assert len(set(ids)) == 6 and all(one.startswith("urn:uuid:") for one in ids)
    newest = moment(feed.findtext(f"{ATOM}updated"))
    for entry in entries:
        published_at = moment(entry.findtext(f"{ATOM}published"))
        assert published_at <= moment(entry.findtext(f"{ATOM}updated")) <= newest
    for element in (feed, *entries):
        (alternate,) = (one for one in element.findall(f"{ATOM}link") if one.get("rel") != "self")
        assert (alternate.get("rel"), alternate.get("type")) == ("alternate", "text/html")
    assert newest == moment("2024-03-31T20:05:00+03:00")


def test_a_feeds_content_is_html_that_leads_nowhere(night: Session) -> None:
    for entry in feed_of(night).findall(f"{ATOM}entry"):
        content = entry.find(f"{ATOM}content")
        assert content is not None and content.get("type") == "html"
        page = Page(content.text or "")
        assert page.links == [] and page.sources == []
    assert "DÜZELTME (20.05)" in ElementTree.tostring(feed_of(night), encoding="unicode")


def test_what_xml_cannot_say_is_left_out(night: Session) -> None:
    night.record(SetSetting(settings.PUBLISHER, "A\uffff\ufffeB \U0001f5f3"))
    assert feed_of(night).findtext(f"{ATOM}author/{ATOM}name") == "AB \U0001f5f3"


def test_a_night_without_posts_has_its_data_and_its_feed(session: Session) -> None:
    assert data_of(session)["liveBlogUpdate"] == []
    assert "image" not in data_of(session)
    assert feed_of(session).findall(f"{ATOM}entry") == []
