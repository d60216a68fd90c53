"""What machines read of a liveblog: the linked data of its page, and its feed."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from desk.facts import settings
from desk.facts.codes import Code
from desk.facts.edits import REHEARSAL, Retract, SetSetting
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.liveblog.addresses import addresses
from desk.liveblog.feed import to_feed
from desk.posts import ledger
from desk.posts.compose import compose
from tests.desk.conftest import CONTEST, at, refused
from tests.desk.liveblog.night import Page, fill, gathered, page_of
from tests.desk.liveblog.schema import (
    ATOM,
    faults_of_addresses,
    faults_of_data,
    faults_of_feed,
    nodes,
)

HOME = "https://haber.example/secim/"


@pytest.fixture
def night(evening: Session) -> Session:
    return fill(evening)


def data_of(session: Session) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page_of(session).data)
    return found


def feed_of(session: Session) -> ElementTree.Element:
    shown = gathered(session, pictures=False).shown
    return ElementTree.fromstring(to_feed(session, shown))


def moment(text: object) -> datetime:
    found = datetime.fromisoformat(str(text))
    assert found.utcoffset() is not None
    return found


def test_the_linked_data_has_every_field(night: Session) -> None:
    data = data_of(night)
    assert data["@type"] == "LiveBlogPosting"
    assert faults_of_data(data) == []
    assert data["about"]["@type"] == "Event"
    assert data["about"]["location"] == [{"@type": "Place", "name": "İstanbul"}]
    assert data["coverageStartTime"] == "2024-03-31T19:15:00+03:00"
    assert moment(data["datePublished"]) <= moment(data["dateModified"])
    updates = data["liveBlogUpdate"]
    assert len(updates) == len({one["@id"] for one in updates}) == 5
    for update in updates:
        assert update["@type"] == "BlogPosting"
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


def test_an_end_after_which_news_goes_out_is_none(night: Session) -> None:
    ledger.publish(night, compose(night, PostKind.CLOSING, Ask(CONTEST, at=at("23:50"))))
    assert "canlı anlatım" not in data_of(night)["headline"]
    assert "canlı anlatım" not in (feed_of(night).findtext(f"{ATOM}title") or "canlı anlatım")
    late = Ask(CONTEST, title="Sayım sürüyor", text="Bir ilçede.", at=at("23:55"))
    ledger.publish(night, compose(night, PostKind.NOTE, late))
    assert "canlı anlatım" in data_of(night)["headline"]
    assert "coverageEndTime" not in data_of(night)


def test_the_schema_finds_what_is_wrong(night: Session) -> None:
    data = data_of(night)
    data["liveBlogUpdate"][0]["@id"] = data["liveBlogUpdate"][1]["@id"]
    del data["liveBlogUpdate"][2]["articleBody"]
    data["dateModified"] = "31.03.2024"
    data["image"] = {"@id": "#none"}
    faults = " / ".join(faults_of_data(data))
    for fault in ("twice", "lacks articleBody", "dateModified is '31.03.2024'", "nothing is"):
        assert fault in faults


@pytest.mark.parametrize("home", ["", HOME])
def test_what_it_points_to_is_in_the_folder(night: Session, tmp_path: Path, home: str) -> None:
    if home:
        night.record(SetSetting(settings.ADDRESS, settings.read(settings.ADDRESS, home)))
    liveblog.write(night, tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    data = json.loads(Page(page).data)
    assert faults_of_data(data) == faults_of_addresses(data, tmp_path, home) == []
    assert [node["@type"] for node in nodes(data) if "url" in node].count("ImageObject") == 1
    assert page.count('rel="canonical"') == (1 if home else 0)
    # Without the house's address there is none of the world's but the vocabulary's.
    told = {part for part in Page(page).data.split('"') if "://" in part}
    assert {one for one in told if not one.startswith(HOME)} == {"https://schema.org"}
    assert bool(home) == (len(told) > 1)


def test_a_house_with_an_address_has_whole_links(night: Session) -> None:
    assert faults_of_feed(feed_of(night), whole=True) != []
    night.record(SetSetting(settings.ADDRESS, settings.read(settings.ADDRESS, HOME)))
    feed = feed_of(night)
    assert faults_of_feed(feed, whole=True) == []
    assert [(one.get("rel"), one.get("href")) for one in feed.findall(f"{ATOM}link")] == [
        ("alternate", f"{HOME}index.html"),
        ("self", f"{HOME}feed.xml"),
    ]
    links = [one.get("href", "") for one in feed.iterfind(f"{ATOM}entry/{ATOM}link")]
    assert len(links) == 5 and f"{HOME}index.html#2024-03-31-1925-comparison-ibb" in links


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://haber.example/secim/", HOME),
        (" https://haber.example/secim ", HOME),
        ("https://haber.example/secim/index.html", HOME),
        ("http://localhost:8000", "http://localhost:8000/"),
    ],
)
def test_an_address_is_that_of_a_folder(typed: str, kept: str) -> None:
    assert settings.read(settings.ADDRESS, typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("", "haber.example", "ftp://haber.example/", "https:///secim", "https://a.b/?q=1"),
        *("https://a.b/#x", "javascript:alert(1)", 'https://a.b/"><script>', "https://a b/"),
        *("https://u:p@a.b/", "https://a.b/seçim/"),
    ],
)
def test_what_is_no_address_is_refused(typed: str, session: Session) -> None:
    with refused(Code.E152):
        settings.read(settings.ADDRESS, typed)
    session.record(SetSetting(settings.ADDRESS, typed))
    assert addresses(session).folder == ""


def test_a_corrected_posts_headline_says_so_to_machines(night: Session) -> None:
    headlines = {one["@id"]: one["headline"] for one in data_of(night)["liveBlogUpdate"]}
    marked = [name for name, said in headlines.items() if said.startswith("DÜZELTİLDİ (20.05): ")]
    assert marked == ["index.html#2024-03-31-1925-comparison-ibb"]
    feed = feed_of(night)
    (title,) = {
        one.findtext(f"{ATOM}title") or ""
        for one in feed.iterfind(f"{ATOM}entry")
        if "DÜZELTİLDİ" in ElementTree.tostring(one, encoding="unicode")
    }
    assert title == headlines[marked[0]]


def test_hostile_words_are_told_as_they_are(night: Session) -> None:
    headlines = [one["headline"] for one in data_of(night)["liveBlogUpdate"]]
    assert any("</script><script>alert(1)</script> & \"q\" '{{ x }}'" in one for one in headlines)


def test_a_retracted_post_is_told_no_more(night: Session) -> None:
    number = next(e.number for e in ledger.entries(night) if e.kind == "first")
    night.record(Retract((number,), "too early"))
    names = [one["@id"] for one in data_of(night)["liveBlogUpdate"]]
    assert len(names) == 4 and "index.html#2024-03-31-1915-first-ibb" not in names
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
    assert faults_of_feed(feed) == []
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
    assert faults_of_data(data_of(session)) == faults_of_feed(feed_of(session)) == []
    assert feed_of(session).findall(f"{ATOM}entry") == []
