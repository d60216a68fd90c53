"""What a liveblog's linked data and its feed have to be, written out: no faults is an empty list.

The data's types and fields are schema.org's as search engines ask for them of a live blog, the
feed's elements those of RFC 4287 (sections 4.1.1, 4.1.2, 4.2.7 and 4.1.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from tests.desk.liveblog.night import Page

ATOM = "{http://www.w3.org/2005/Atom}"


def text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def moment(value: object) -> bool:
    """A moment with its offset."""
    return (
        isinstance(value, str)
        and bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", value))
        and datetime.fromisoformat(value).utcoffset() is not None
    )


def day(value: object) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def number(value: object) -> bool:
    return type(value) is int and value > 0


def address(value: object) -> bool:
    return isinstance(value, str) and bool(value) and not re.search(r"\s", value)


def a(*types: str) -> Any:
    """A node of one of these types, or a reference to one."""

    def check(value: object) -> bool:
        return isinstance(value, dict) and (value.get("@type") in types or [*value] == ["@id"])

    return check


def many(*types: str) -> Any:
    return lambda value: isinstance(value, list) and all(map(a(*types), value))


WRITER = a("Person", "Organization")
SCHEMA: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    # What a node of each type must have, and what it may have.
    "LiveBlogPosting": (
        {
            "@context": "https://schema.org".__eq__,
            "@id": address,
            "url": address,
            "mainEntityOfPage": a("WebPage"),
            "headline": text,
            "description": text,
            "inLanguage": "tr".__eq__,
            "publisher": a("Organization"),
            "author": WRITER,
            "about": a("Event"),
            "coverageStartTime": moment,
            "datePublished": moment,
            "dateModified": moment,
            "liveBlogUpdate": many("BlogPosting"),
        },
        {"coverageEndTime": moment, "creativeWorkStatus": text, "image": a("ImageObject")},
    ),
    "BlogPosting": (
        {
            "@id": address,
            "url": address,
            "headline": text,
            "articleBody": text,
            "datePublished": moment,
            "dateModified": moment,
            "author": WRITER,
            "publisher": a("Organization"),
        },
        {"image": a("ImageObject")},
    ),
    "ImageObject": (
        {
            "@id": address,
            "url": address,
            "encodingFormat": "image/svg+xml".__eq__,
            "width": number,
            "height": number,
        },
        {},
    ),
    "WebPage": ({"@id": address}, {}),
    "Organization": ({"@id": address, "name": text}, {}),
    "Person": ({"name": text}, {}),
    "Event": ({"name": text, "startDate": day, "location": many("Place")}, {}),
    "Place": ({"name": text}, {}),
}


def nodes(data: object) -> Iterator[dict[str, Any]]:
    """Every node and reference, the whole first."""
    if isinstance(data, dict):
        yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from nodes(one)


def faults_of_data(data: dict[str, Any]) -> list[str]:
    """What is wrong with linked data by itself: fields, types, names that are used twice."""
    found = [] if data.get("@type") == "LiveBlogPosting" else ["no LiveBlogPosting"]
    every = [*nodes(data)]
    typed = [node for node in every if "@type" in node]
    names = [node["@id"] for node in typed if "@id" in node]
    found += [f"{name} twice" for name in {*names} if names.count(name) > 1]
    found += [
        f"nothing is {node}" for node in every if [*node] == ["@id"] if node["@id"] not in names
    ]
    for node in typed:
        required, allowed = SCHEMA[node["@type"]]
        fields = required | allowed
        found += [f"{node['@type']} lacks {field}" for field in required if field not in node]
        found += [
            f"{node['@type']}: {field} is {value!r}"
            for field, value in node.items()
            if field != "@type" and not (field in fields and fields[field](value))
        ]
    begin, last = data["coverageStartTime"], data.get("coverageEndTime", data["dateModified"])
    if not begin <= data["datePublished"] <= data["dateModified"] or last < begin:
        found.append("the night's times")
    for one in data["liveBlogUpdate"]:
        if not begin <= one["datePublished"] <= one["dateModified"] <= data["dateModified"]:
            found.append(f"times of {one['@id']}")
    return found


def faults_of_addresses(data: dict[str, Any], folder: Path, base: str = "") -> list[str]:
    """Addresses that lead to nothing in the folder, or to something else than they say."""
    found = []
    page = Page((folder / "index.html").read_text(encoding="utf-8"))
    for node in nodes(data):
        if "url" not in node:
            continue
        whole = node["url"]
        if not whole.startswith(base):
            found.append(f"{whole} is not below {base}")
        parts = urlsplit(whole.removeprefix(base))
        file = folder / unquote(parts.path)
        if not file.is_file():
            found.append(f"{whole} is no file")
        elif node["@type"] == "ImageObject":
            if not ElementTree.parse(file).getroot().tag.endswith("}svg"):
                found.append(f"{whole} is no picture")
        elif file.name != "index.html" or (parts.fragment and parts.fragment not in page.ids):
            found.append(f"{whole} is not in the page")
    return found


def faults_of_feed(feed: ElementTree.Element, *, whole: bool = False) -> list[str]:
    """What RFC 4287 asks for and the feed has not; ``whole`` asks for whole addresses too."""
    found = [] if feed.tag == f"{ATOM}feed" else ["no feed"]
    entries = feed.findall(f"{ATOM}entry")
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            told = [one.text for one in element.findall(f"{ATOM}{name}")]
            if len(told) != 1 or not text(told[0]):
                found.append(f"{name}: {told}")
        times = [element.findtext(f"{ATOM}{name}") for name in ("updated", "published")]
        found += [f"time {time}" for time in times if time is not None and not moment(time)]
        links = element.findall(f"{ATOM}link")
        found += ["a link without an address" for one in links if not address(one.get("href"))]
        if sum(one.get("rel") == "alternate" for one in links) != 1:
            found.append("not one alternate")
        if whole:
            hrefs = [one.get("href", "") for one in links]
            found += [f"{href} is not whole" for href in hrefs if not urlsplit(href).netloc]
    if not text(feed.findtext(f"{ATOM}author/{ATOM}name")):
        found.append("no author")
    if sum(one.get("rel") == "self" for one in feed.findall(f"{ATOM}link")) != 1:
        found.append("not one self")
    ids = [one.findtext(f"{ATOM}id", "") for one in (feed, *entries)]
    found += [
        f"{one} is no IRI or told twice" for one in ids if ids.count(one) > 1 or ":" not in one
    ]
    for entry in entries:
        content = entry.find(f"{ATOM}content")
        if content is None or content.get("type") != "html" or len(content) or not content.text:
            found.append("content")
    return found
