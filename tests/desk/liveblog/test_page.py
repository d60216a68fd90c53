"""The liveblog page: whole, harmless, readable by everybody, and true to the ledger."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from desk import turkish
from desk.facts import settings
from desk.facts.edits import REHEARSAL, BeginCorrection, FileDraft, Retract, SetFigure, SetSetting
from desk.facts.post import Ask, Block, BlockShape, PostKind
from desk.file.session import Session
from desk.liveblog import page as liveblog
from desk.liveblog.addresses import PICTURES
from desk.liveblog.article import split
from desk.liveblog.page import NEWEST, template
from desk.posts import ledger
from desk.posts.compose import compose
from desk.posts.ledger import publish
from tests.desk.conftest import CONTEST, at, listing, share
from tests.desk.liveblog.night import Page, fill, gathered, page_of, text_of

AA_CONTRAST = 4.5
SUMMARY = "2024-03-31-1938-summary-ibb"


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
    assert len([name for name in page.ids if name.startswith("2024")]) == 5
    inside = [link for link in page.links if link != liveblog.FEED_NAME]
    assert inside and all(link.startswith("#") and link[1:] in page.ids for link in inside)
    # Every post can be linked to from the page itself.
    assert {f"#{one.post.id}" for one in gathered(night).shown} <= set(inside)
    told = [time for time, name in zip(page.times, page.articles, strict=True) if name != SUMMARY]
    assert told == sorted(told, reverse=True)
    assert {time[-6:] for time in page.times} == {"+03:00"}


def test_nothing_from_outside_is_asked_for(night: Session, tmp_path: Path) -> None:
    made = liveblog.write(night, tmp_path / "out")
    assert listing(tmp_path / "out") == {liveblog.PAGE_NAME, liveblog.FEED_NAME, PICTURES}
    text = made[0].read_text(encoding="utf-8")
    page = Page(text)
    assert page.sources
    pictures = {f"{PICTURES}/{name}" for name in listing(tmp_path / "out" / PICTURES)}
    assert {*page.sources} == pictures
    for source in page.sources:
        drawing = (tmp_path / "out" / source).read_text(encoding="utf-8")
        assert not re.search(r"""(href|src)=["'](?!#)|url\((?!#)|<script|@import""", drawing)
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


def test_the_pictures_are_those_of_the_posts_that_stand(night: Session, tmp_path: Path) -> None:
    liveblog.write(night, tmp_path)
    old = tmp_path / PICTURES / "2024-03-31-1925-comparison-ibb.svg"
    assert listing(tmp_path / PICTURES) == {old.name}
    stood, own = old.stat().st_ino, tmp_path / PICTURES / "logo.svg"
    own.write_text("<svg/>")
    publish(night, compose(night, PostKind.COMPARISON, Ask(CONTEST, ("Üsküdar",), at=at("20:10"))))
    liveblog.write(night, tmp_path)
    new = "2024-03-31-2010-comparison-ibb.svg"
    assert listing(tmp_path / PICTURES) == {old.name, new, own.name}
    # What has not changed is not written again.
    assert old.stat().st_ino == stood
    number = next(e.number for e in ledger.entries(night) if e.name in old.name)
    night.record(Retract((number,), "twice"))
    liveblog.write(night, tmp_path)
    assert listing(tmp_path / PICTURES) == {new, own.name}
    liveblog.write(night, tmp_path, pictures=False)
    assert listing(tmp_path / PICTURES) == {own.name}


def test_one_picture_is_one_file_for_every_post_that_shows_it(
    night: Session, tmp_path: Path
) -> None:
    old = f"{PICTURES}/2024-03-31-1925-comparison-ibb.svg"
    publish(night, compose(night, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",), at=at("20:10"))))
    publish(night, compose(night, PostKind.COMPARISON, Ask(CONTEST, ("Beyoğlu",), at=at("20:11"))))
    made, feed = liveblog.write(night, tmp_path)
    new = f"{PICTURES}/2024-03-31-2010-comparison-ibb.svg"
    assert [*Page(made.read_text(encoding="utf-8")).sources] == [new, new, old]
    assert listing(tmp_path / PICTURES) == {Path(old).name, Path(new).name}
    assert b"2011-comparison-ibb.svg" not in made.read_bytes() + feed.read_bytes()
    # Taken back, the first takes its picture along; the other has a file of its own again.
    night.record(Retract((next(e.number for e in ledger.entries(night) if "2010" in e.name),), "x"))
    made, _ = liveblog.write(night, tmp_path)
    own = new.replace("2010", "2011")
    assert [*Page(made.read_text(encoding="utf-8")).sources] == [own, old]
    assert listing(tmp_path / PICTURES) == {Path(old).name, Path(own).name}


def test_a_newer_post_takes_the_pins_place(night: Session) -> None:
    assert "Özet · saat 19.38" in pinned_of(night) and f'id="{SUMMARY}"' in pinned_of(night)
    # It stands once; where it went out is a line that leads to it.
    text = text_of(night)
    assert text.count(f'<article id="{SUMMARY}"') == 1
    assert text[text.index("<main") :].count(f'href="#{SUMMARY}"') == 1
    publish(night, compose(night, PostKind.SUMMARY, Ask(CONTEST, at=at("20:40"))))
    assert "Özet · saat 20.40" in pinned_of(night) and SUMMARY not in pinned_of(night)
    closing = compose(night, PostKind.CLOSING, Ask(CONTEST, at=at("23:50")))
    (number,) = publish(night, closing).posts
    assert "Gecenin sonu · saat 23.50" in pinned_of(night) and "Özet" not in pinned_of(night)
    night.record(Retract((number,), "sürüyor"))
    assert "Özet · saat 20.40" in pinned_of(night)


def test_the_nights_end_takes_live_away(night: Session) -> None:
    def heads() -> list[str]:
        text = text_of(night)
        return re.findall(r'<title>.*?</title>|<p class="label">[A-ZÇİ ]*</p>|<h1>.*?</h1>', text)

    assert [("CANLI" in one, "canlı" in one) for one in heads()] == [
        *((False, True), (True, False), (False, True))
    ]
    publish(night, compose(night, PostKind.CLOSING, Ask(CONTEST, at=at("23:50"))))
    assert len(heads()) == 3 and not any("canlı" in turkish.lower(one) for one in heads())
    # A correction of what was told before does not make the night go on; news does.
    summary = next(one.post for one in gathered(night).shown if one.post.id == SUMMARY)
    cited = next(one for one in summary.cited if one.slot.row == share("chp"))
    night.record(BeginCorrection(cited.bulletin))
    night.record(SetFigure(cited.slot.source, cited.slot.row, Decimal("58.97")))
    night.record(FileDraft(cited.slot.source, "digits"))
    publish(night, compose(night, PostKind.CORRECTION, Ask(CONTEST, at=at("23:55"))))
    assert not any("canlı" in turkish.lower(one) for one in heads())
    note = Ask(CONTEST, title="Sayım", text="Sürüyor.", at=at("23:57"))
    publish(night, compose(night, PostKind.NOTE, note))
    assert sum("canlı" in turkish.lower(one) for one in heads()) == 3


def test_earlier_posts_are_folded_by_hours(evening: Session) -> None:
    for minute in range(14):
        clock = at("19:50") + timedelta(minutes=5 * minute)
        publish(
            evening, compose(evening, PostKind.NOTE, Ask(CONTEST, title="A", text="B", at=clock))
        )
    text = text_of(evening)
    assert re.findall(r'class="hour"><summary>([^<]*)<', text) == [
        "20.00–20.05 · 2 gönderi",
        "19.50–19.55 · 2 gönderi",
    ]
    before, _, after = text.partition('<details class="hour">')
    assert (before.count("<article"), after.count("<article")) == (NEWEST, 4)
    oldest = ledger.entries(evening)[-2:]
    evening.record(Retract(tuple(one.number for one in oldest), "twice"))
    assert "<summary>19.50–19.55 · geri çekildi</summary>" in text_of(evening)


def test_a_post_says_each_figure_once_and_folds_long_lists(evening: Session) -> None:
    where = ("Beyoğlu", "Üsküdar", "Küçükçekmece")
    publish(evening, compose(evening, PostKind.COMPARISON, Ask(CONTEST, where)))
    text = text_of(evening)
    said = re.sub(r"<script.*?</script>|<[^>]*>", "", text, flags=re.S)
    assert "<table" not in text and said.count("55,05") == 1
    shown, _, rest = text.partition("<details><summary>Devamı: ")
    assert rest.startswith("ÜSKÜDAR, KÜÇÜKÇEKMECE<")
    # Both agencies of a place stand together.
    assert shown.count("<li>AA (") == shown.count("<li>ANKA (") == 1
    assert rest.count("<li>AA (") == rest.count("<li>ANKA (") == 2


def lines(count: int, letters: int = 40) -> Block:
    return Block("YER", tuple(f"{number:02}{'x' * (letters - 2)}" for number in range(count)))


def test_a_long_list_is_cut_by_its_lines() -> None:
    (shown,), (rest,) = split([lines(39)])
    assert (len(shown.lines), shown.heading) == (10, "YER")
    assert (shown.lines + rest.lines, rest.heading) == (lines(39).lines, "")
    (shown,), (rest,) = split([lines(6, 900)])
    assert (len(shown.lines), len(rest.lines)) == (1, 5)


def test_short_lists_and_own_words_are_whole() -> None:
    own = Block("", ("x" * 3000,), BlockShape.TEXT)
    for blocks in ([lines(5, 400)], [lines(12)], [own, lines(3)], [lines(20), own]):
        assert split(blocks) == (blocks, ())
    assert split([own, lines(5, 400)]) == ([own], [lines(5, 400)])
    assert split([lines(3), lines(9), lines(3)]) == ([lines(3)], [lines(9), lines(3)])


def test_the_page_begins_with_the_summary_and_the_key_events(night: Session) -> None:
    text = text_of(night)
    summary, keys, posts = (text.index(part) for part in ('class="pinned"', "<nav", "<main"))
    assert summary < keys < posts
    assert "ANKA'dan ilk sonuç: İmamoğlu 21,14 puan önde" in text[keys:posts]
    assert "5 gönderi" in text[:summary]
    assert ">20.05</time> ·" in text[:summary]


def test_the_correction_marks_the_old_post(night: Session) -> None:
    text = text_of(night)
    old = text[text.index('<article id="2024-03-31-1925-comparison-ibb">') :]
    assert 'comparison-ibb">DÜZELTİLDİ (20.05): ' in old[: old.index("</h2>")]
    assert text.count(">DÜZELTİLDİ (") == 1
    mark = "DÜZELTME (20.05): ANKA'nın Beyoğlu verisinde İmamoğlu yüzde 61,23 değil, yüzde 60,12;"
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
    assert f'<a href="#{SUMMARY}">DÜZELTİLDİ (20.30): ' in pinned_of(night)


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
    headline = "ANKA'dan ilk sonuç: İmamoğlu 21,14 puan önde"
    assert headline in Page(text_of(night)).data
    night.record(Retract((number,), "too early"))
    text = text_of(night)
    page = Page(text)
    assert "2024-03-31-1915-first-ibb" in page.ids
    assert headline not in text and headline not in page.data
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


# What the editor chooses


def number_of(session: Session, kind: PostKind) -> int:
    return next(one.number for one in ledger.entries(session) if one.kind == kind)


def test_any_post_is_pinned_and_it_says_its_hour(night: Session) -> None:
    note = number_of(night, PostKind.NOTE)
    night.record(SetSetting(settings.PINNED, str(note)))
    assert "Sabitlenen gönderi · saat 19.30" in pinned_of(night)
    page = page_of(night)
    assert len(page.ids) == len(set(page.ids)) and SUMMARY in page.articles
    night.record(Retract((note,), "twice"))
    assert "Özet · saat 19.38" in pinned_of(night)


def test_key_events_are_chosen_by_hand_too(night: Session) -> None:
    def keys() -> list[str]:
        text = text_of(night)
        nav = text[text.index("<nav") : text.index("</nav>")]
        return re.findall(r'<a href="#([^"]+)">', nav)

    (first,) = keys()
    compared = number_of(night, PostKind.COMPARISON)
    night.record(SetSetting(settings.key_event(compared), settings.YES))
    assert keys() == ["2024-03-31-1925-comparison-ibb", first]
    night.record(SetSetting(settings.key_event(number_of(night, PostKind.FIRST)), "no"))
    assert keys() == ["2024-03-31-1925-comparison-ibb"]


def test_no_address_ever_given_leads_nowhere_all_night(night: Session, tmp_path: Path) -> None:
    """Written after every act of a night, a page keeps each anchor that an earlier one had."""
    first, compared = (number_of(night, k) for k in (PostKind.FIRST, PostKind.COMPARISON))
    acts: list[Callable[[], object]] = [
        lambda: None,
        *(partial(_note_at, night, f"20:{minute}") for minute in range(10, 40, 3)),
        lambda: night.record(SetSetting(settings.PINNED, str(compared))),
        lambda: night.record(Retract((first,), "wrong")),
        lambda: publish(night, compose(night, PostKind.SUMMARY, Ask(CONTEST, at=at("20:50")))),
        lambda: night.record(Retract((compared,), "wrong")),
        lambda: publish(night, compose(night, PostKind.CLOSING, Ask(CONTEST, at=at("23:50")))),
    ]
    given: set[str] = set()
    for act in acts:
        act()
        made, feed = liveblog.write(night, tmp_path, pictures=False)
        page = Page(made.read_text(encoding="utf-8"))
        assert given <= set(page.ids) and len(page.ids) == len(set(page.ids))
        given |= {name for name in page.ids if name.startswith("2024")}
        linked = re.findall(r'href="index.html#([^"]+)"', feed.read_text(encoding="utf-8"))
        assert linked and set(linked) <= given
    assert len(given) == 17
    stood = made.stat().st_ino, feed.stat().st_ino
    liveblog.write(night, tmp_path, pictures=False)
    assert stood == (made.stat().st_ino, feed.stat().st_ino)


def _note_at(night: Session, clock: str) -> None:
    asked = Ask(CONTEST, title="Not", text="Sayım sürüyor.", at=at(clock))
    publish(night, compose(night, PostKind.NOTE, asked))


def test_a_link_to_the_page_shows_a_card_where_the_house_gave_its_address(
    night: Session, tmp_path: Path
) -> None:
    assert "og:" not in text_of(night)
    night.record(SetSetting(settings.ADDRESS, "https://haber.example/secim/"))
    text = liveblog.write(night, tmp_path)[0].read_text(encoding="utf-8")
    metas = r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">'
    told = dict(re.findall(metas, text))
    assert told["og:url"] == "https://haber.example/secim/index.html"
    assert told["og:description"].startswith("19.38 ")
    assert told["og:image"] == "https://haber.example/secim/grafik/kart.png"
    assert told["twitter:card"] == "summary_large_image"
    card = (tmp_path / "grafik" / "kart.png").read_bytes()
    size = int.from_bytes(card[16:20]), int.from_bytes(card[20:24])
    assert size == (int(told["og:image:width"]), int(told["og:image:height"])) == (1200, 630)
    bare = liveblog.write(night, tmp_path, pictures=False)[0].read_text(encoding="utf-8")
    assert "og:image" not in bare and 'content="summary"' in bare
    assert not (tmp_path / "grafik").exists()


def test_pictures_are_what_the_house_says(night: Session, tmp_path: Path) -> None:
    liveblog.write(night, tmp_path)
    night.record(SetSetting(settings.PAGE_PICTURES, "png"))
    text = liveblog.write(night, tmp_path)[0].read_text(encoding="utf-8")
    name = "2024-03-31-1925-comparison-ibb.png"
    assert listing(tmp_path / PICTURES) == {name}
    assert f'src="grafik/{name}"' in text and '"encodingFormat":"image/png"' in text
    night.record(SetSetting(settings.PAGE_PICTURES, "none"))
    text = liveblog.write(night, tmp_path)[0].read_text(encoding="utf-8")
    assert "<img" not in text and not (tmp_path / PICTURES).exists()
