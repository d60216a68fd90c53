"""The liveblog page: whole, harmless, readable by everybody, and true to the ledger."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from desk.facts.edits import REHEARSAL, BeginCorrection, FileDraft, Retract, SetFigure, SetSetting
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.liveblog.page import template
from desk.posts import ledger
from desk.posts.compose import compose
from desk.posts.ledger import publish
from tests.desk.conftest import CONTEST, at, listing, share
from tests.desk.liveblog.night import Page, fill, gathered, page_of, text_of

AA_CONTRAST = 4.5


@pytest.fixture
def night(evening: Session) -> Session:
    return fill(evening)


def pinned_of(session: Session) -> str:
    text = text_of(session)
    return text[text.index('class="pinned"') : text.index("<nav")]


def test_the_page_is_whole_and_its_links_hold(night: Session) -> None:
    page = page_of(night)
    assert page.tags.count("script") == 1
    assert not {"iframe", "object", "embed", "form", "base"} & set(page.tags)
    assert len(page.ids) == len(set(page.ids))
    assert len([name for name in page.ids if name.startswith("2024")]) == 6
    inside = [link for link in page.links if link != liveblog.FEED_NAME]
    assert inside and all(link.startswith("#") and link[1:] in page.ids for link in inside)
    # Every post can be linked to from the page itself.
    assert {f"#{one.post.id}" for one in gathered(night).shown} <= set(inside)
    assert page.times == sorted(page.times, reverse=True)
    assert {time[-6:] for time in page.times} == {"+03:00"}


def test_nothing_from_outside_is_asked_for(night: Session, tmp_path: Path) -> None:
    made = liveblog.write(night, tmp_path / "out")
    assert listing(tmp_path / "out") == {liveblog.PAGE_NAME, liveblog.FEED_NAME}
    text = made[0].read_text(encoding="utf-8")
    page = Page(text)
    assert page.sources
    assert all(source.startswith("data:image/svg+xml;base64,") for source in page.sources)
    style = re.search("<style>.*</style>", text, re.S)
    assert style is not None and "url(" not in style.group() and "@import" not in style.group()
    assert made[1].read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize("last", [0, 2, 5])
def test_called_off_it_leaves_nothing_behind(night: Session, tmp_path: Path, last: int) -> None:
    steps = liveblog.write_in_steps(night, tmp_path / "out")
    assert [next(steps) for _ in range(last + 1)] == [(done, 5) for done in range(last + 1)]
    steps.close()
    assert not (tmp_path / "out").exists()


def test_written_again_it_takes_the_old_ones_place(night: Session, tmp_path: Path) -> None:
    pages = [liveblog.write(night, tmp_path / "out") for _ in range(2)]
    assert pages[0] == pages[1] and len(pages[0]) == 2
    before = pages[0][0].read_bytes()
    publish(night, compose(night, PostKind.NOTE, Ask(CONTEST, title="Not", text="Yeni.")))
    assert len([*liveblog.write_in_steps(night, tmp_path / "out", pictures=False)]) == 7
    after = pages[0][0].read_bytes()
    assert after != before and b"<img" not in after
    assert listing(tmp_path / "out") == {liveblog.PAGE_NAME, liveblog.FEED_NAME}


def test_the_page_begins_with_the_summary_and_the_key_events(night: Session) -> None:
    text = text_of(night)
    summary, keys, posts = (text.index(part) for part in ('class="pinned"', "<nav", "<main"))
    assert summary < keys < posts
    assert "ANKA&#x27;dan gelen ilk" in text[keys:posts]
    assert "5 gönderi" in text[:summary]
    assert ">20.05</time> ·" in text[:summary]


def test_the_correction_marks_the_old_post(night: Session) -> None:
    text = text_of(night)
    old = text[text.index('<article id="2024-03-31-1925-comparison-ibb">') :]
    mark = "DÜZELTME (20.05): ANKA, Beyoğlu, CHP: yüzde 61,23 değil, yüzde 60,12;"
    assert mark in old[: old.index("</article>")]
    assert 'href="#2024-03-31-2005-correction-ibb"' in old


def test_a_corrected_summary_is_marked_where_it_is_pinned(night: Session) -> None:
    summary = next(one.post for one in gathered(night).shown if one.post.kind == PostKind.SUMMARY)
    cited = next(one for one in summary.cited if one.slot.row == share("chp"))
    assert "DÜZELTME" not in pinned_of(night)
    night.record(BeginCorrection(cited.bulletin))
    night.record(SetFigure(cited.slot.source, cited.slot.row, Decimal("58.97")))
    night.record(FileDraft(cited.slot.source, "digits"))
    publish(night, compose(night, PostKind.CORRECTION, Ask(CONTEST, at=at("20:30"))))
    assert "DÜZELTME (20.30)" in pinned_of(night)


def test_hostile_words_stay_words(night: Session) -> None:
    text = text_of(night)
    page = Page(text)
    assert text.count("<script") == text.count("</script") == 1
    assert "{{" not in text.replace(page.data, "")
    assert not re.search("[\u202a-\u202e\u2028\u2066-\u2069]", text)
    # What looks like a place of the template is text.
    assert text.count("@@posts@@") == 6


def test_a_retracted_post_leaves_its_anchor(night: Session) -> None:
    number = next(e.number for e in ledger.entries(night) if e.kind == "first")
    night.record(Retract((number,), "too early"))
    text = text_of(night)
    page = Page(text)
    assert "2024-03-31-1915-first-ibb" in page.ids
    assert "ilk verilere göre İmamoğlu önde" not in text
    assert "4 gönderi" in text


def test_a_rehearsals_page_says_so(night: Session) -> None:
    night.record(SetSetting(REHEARSAL, "7"))
    text = text_of(night)
    assert '<p class="prova">PROVA</p>' in text and "<title>PROVA: " in text


def test_after_midnight_the_date_stands_over_the_posts(night: Session) -> None:
    assert 'class="day"' not in text_of(night)
    late = Ask(CONTEST, title="Gece", text="Gece yarısı.", at=at("23:58") + timedelta(minutes=5))
    publish(night, compose(night, PostKind.NOTE, late))
    text = text_of(night)
    assert re.findall(r'class="day">([^<]*)<', text) == ["1 Nisan 2024", "31 Mart 2024"]
    Page(text)


def test_a_night_without_posts_is_a_page(session: Session) -> None:
    page = page_of(session)
    assert page.ids == ["gonderiler"]
    assert "Henüz gönderi yok." in text_of(session)


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", [0, 1])
def test_every_text_can_be_read_on_every_ground(scheme: int) -> None:
    found = colours(re.findall(r":root \{.*?\}", template().template, re.S)[scheme])
    grounds = [("paper", "box"), ("ink", "soft", "link", "alarm")]
    pairs = [*product(*grounds), ("mark", "alarm"), ("alarm", "paper")]
    for ground, text in pairs:
        high, low = sorted((luminance(found[ground]), luminance(found[text])), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= AA_CONTRAST, (ground, text)
