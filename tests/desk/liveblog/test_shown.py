"""The pictures of a liveblog: of figures that were published, as they were, and of no others."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desk.facts.bulletin import Source
from desk.facts.edits import AddContender, BeginCorrection, FileDraft, Retract, Withdraw
from desk.facts.election import Contender, Party
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.liveblog.shown import PagePicture, Shown, smaller
from desk.posts import ledger
from desk.posts.compose import compose
from desk.posts.forms import visible
from desk.posts.ledger import publish
from desk.posts.picture import of_post
from desk.rehearsal import prova
from tests.desk.conftest import ANKA, CONTEST, at, file_at, shares, type_in
from tests.desk.liveblog.night import HOSTILE, fill, gathered, page_of

SVG = "{http://www.w3.org/2000/svg}"


def put(
    session: Session, kind: PostKind, *places: str, agencies: tuple[str, ...] = (), clock: str = ""
) -> None:
    ask = Ask(CONTEST, places, agencies, at(clock) if clock else None)
    publish(session, compose(session, kind, ask))


def drawn(session: Session) -> Sequence[Shown]:
    return gathered(session).shown


def texts(picture: PagePicture) -> list[str]:
    """Every text in a picture, which has to be whole."""
    found = ElementTree.fromstring(picture.content).iter(f"{SVG}text")
    return ["".join(text.itertext()) for text in found]


def only(shown: Sequence[Shown], kind: PostKind) -> PagePicture:
    (picture,) = (one.picture for one in shown if one.post.kind == kind)
    assert picture is not None
    return picture


@pytest.fixture
def night(evening: Session) -> Session:
    return fill(evening)


def test_a_comparison_has_its_chart_and_its_words(evening: Session) -> None:
    put(evening, PostKind.COMPARISON, "Beyoğlu", "Üsküdar")
    picture = only(drawn(evening), PostKind.COMPARISON)
    assert {"Beyoğlu", "Üsküdar", "AA CHP +15,82", "ANKA CHP +21,72"} <= set(texts(picture))
    assert "Beyoğlu: AA CHP +15,82; ANKA CHP +25,70" in picture.alt
    assert "Küçükçekmece" not in picture.alt
    assert len(picture.content) < 15_000


def test_a_picture_stays_as_it_went_out(evening: Session) -> None:
    put(evening, PostKind.COMPARISON, "Beyoğlu")
    before = only(drawn(evening), PostKind.COMPARISON)
    wrong = next(b.id for b in evening.bulletins(CONTEST, "Beyoğlu", "ANKA"))
    evening.record(BeginCorrection(wrong))
    type_in(evening, ANKA, shares(chp="60.12"))
    evening.record(FileDraft(ANKA, "digit"))
    put(evening, PostKind.CORRECTION)
    put(evening, PostKind.COMPARISON, "Beyoğlu", clock="20:10")
    after = {one.post.time: one.picture for one in drawn(evening) if one.picture}
    assert after[at("19:25")] == before
    assert "%61,23" in before.alt
    assert "%60,12" in after[at("20:10")].alt and "%61,23" not in after[at("20:10")].alt
    evening.record(Withdraw((evening.bulletins(CONTEST, "Beyoğlu", "ANKA")[-1].id,), "recalled"))
    assert only([drawn(evening)[-1]], PostKind.COMPARISON) == before


def test_what_was_not_published_is_in_no_picture(evening: Session) -> None:
    for clock, chp in (("19:30", "77.70"), ("19:31", "77.80")):
        file_at(evening, Source("AA", CONTEST, "Beyoğlu"), clock, shares(chp=chp, ak_parti="20"))
    put(evening, PostKind.COMPARISON, "Beyoğlu", clock="19:25")
    file_at(evening, Source("YSK", CONTEST, "Beyoğlu"), "19:40", shares(chp="51", ak_parti="40"))
    put(evening, PostKind.STANDING, "Beyoğlu", agencies=("YSK",))
    said = [one.picture.alt for one in drawn(evening) if one.picture]
    assert len(said) == 2
    assert not any("77,7" in alt or "77,8" in alt for alt in said)
    # The other agency as it was last published, not as it was last filed.
    assert "YSK %51; AA %55,05" in said[0]


def test_one_agencys_word_is_no_comparison(evening: Session) -> None:
    put(evening, PostKind.FIRST, agencies=("ANKA",))
    put(evening, PostKind.LEAD, "İstanbul", agencies=("AA",))
    by_kind = {one.post.kind: one.picture for one in drawn(evening)}
    assert by_kind[PostKind.FIRST] is None
    curve = by_kind[PostKind.LEAD]
    # Two leads that were published make a curve.
    assert curve is not None and "AA: CHP +7,74; ANKA: CHP +21,14" in curve.alt


def test_a_curve_leaves_out_what_had_fallen(evening: Session) -> None:
    put(evening, PostKind.FIRST, agencies=("ANKA",))
    (fallen,) = evening.bulletins(CONTEST, "İstanbul", "ANKA")
    evening.record(Withdraw((fallen.id,), "recalled"))
    put(evening, PostKind.LEAD, "İstanbul", agencies=("AA",))
    assert [one.picture for one in drawn(evening)] == [None, None]


def test_a_post_of_an_earlier_hour_knows_nothing_later(evening: Session) -> None:
    put(evening, PostKind.LEAD, "İstanbul", agencies=("AA",))
    put(evening, PostKind.LEAD, "İstanbul", agencies=("ANKA",), clock="19:20")
    assert [one.picture for one in drawn(evening)] == [None, None]


def test_words_without_figures_have_no_picture(night: Session) -> None:
    kinds = {one.post.kind for one in drawn(night) if one.picture}
    assert kinds == {PostKind.COMPARISON}
    number = next(e.number for e in ledger.entries(night) if e.kind == PostKind.COMPARISON)
    night.record(Retract((number,), "twice"))
    assert PostKind.COMPARISON not in {one.post.kind for one in drawn(night) if one.picture}


def test_differences_in_many_places_are_bars(evening: Session) -> None:
    put(evening, PostKind.DIFFERENCES, "Beyoğlu", "Üsküdar")
    picture = only(drawn(evening), PostKind.DIFFERENCES)
    assert "AA ile ANKA arasındaki fark" in picture.alt and "Üsküdar: 8,88 puan" in picture.alt


def test_the_map_tells_of_published_districts_that_stand(evening: Session) -> None:
    put(evening, PostKind.SUMMARY, "İstanbul")
    put(evening, PostKind.COMPARISON, "Beyoğlu", "Üsküdar")
    assert gathered(evening).map is None
    put(evening, PostKind.COMPARISON, "Küçükçekmece")
    found = gathered(evening).map
    assert found is not None
    for place in ("Beyoğlu", "Üsküdar", "Küçükçekmece"):
        assert f"{place}: AA CHP" in found.alt
    file_at(evening, Source("AA", CONTEST, "Fatih"), "19:40", shares(chp="51", ak_parti="40"))
    assert gathered(evening).map == found
    evening.record(Withdraw((evening.bulletins(CONTEST, "Beyoğlu", "AA")[0].id,), "recalled"))
    found = gathered(evening).map
    assert found is not None and "Beyoğlu: AA –; ANKA CHP +25,70" in found.alt
    number = next(e.number for e in ledger.entries(evening) if e.kind == PostKind.SUMMARY)
    evening.record(Retract((number,), "no summary, no map"))
    assert gathered(evening).map is None


def test_a_hostile_name_stays_a_name(evening: Session) -> None:
    name = HOSTILE.replace("\x07\x0b\ufffe\uffff\ufdd0", "")
    party = Party("evil", name, name, (), "#123456", 99)
    evening.record(AddContender(CONTEST, Contender("evil", "evil", None), party))
    for agency in ("AA", "ANKA"):
        file_at(evening, Source(agency, CONTEST, "Fatih"), "19:40", shares(evil="51", chp="40"))
    put(evening, PostKind.COMPARISON, "Fatih")
    picture = only(drawn(evening), PostKind.COMPARISON)
    told = [text for text in texts(picture) if "<script>" in text]
    assert any(visible(name).strip() in text for text in told)
    assert "\u202e" in name and not any("\u202e" in text for text in told)


def test_a_drawing_is_made_smaller_but_says_the_same() -> None:
    drawing = (
        '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg xmlns="http://www.w3.org/2000/svg">\n'
        "<metadata>who\nand when</metadata>\n"
        '<defs>\n<path id="m1" d="M 0.123456 1\n2 3.5"/></defs>\n<g id="text_1">\n<g/>\n'
        '<g clip-path="url(#p2)"><use href="#m1" x="12.3456" style="fill: #m1e2e3"/></g>'
        "<text style=\"font-size: 12px; font-family: 'DejaVu Sans'; text-anchor: start; "
        'fill: #1a1a1a" x="1" transform="rotate(-0 1 2)">4.421.142 oy: <g></text>\n</g>\n</svg>\n'
    ).replace(": <g>", ": &lt;g&gt;")
    assert smaller(drawing) == (
        '<svg xmlns="http://www.w3.org/2000/svg" font-family="\'DejaVu Sans\',Verdana,sans-serif">'
        '<defs><path id="n1" d="M 0.12 1 2 3.5"/></defs>'
        '<g clip-path="url(#n0)"><use href="#n1" x="12.34" style="fill:#m1e2e3"/></g>'
        '<text style="font-size:12px;fill:#1a1a1a" x="1">4.421.142 oy: &lt;g&gt;</text></svg>'
    )


def test_a_smaller_drawing_draws_the_same_things(evening: Session) -> None:
    put(evening, PostKind.COMPARISON, "Beyoğlu", "Üsküdar")
    (post,) = ledger.entries(evening)
    whole, _ = of_post(evening, ledger.post(evening, post.number), "svg")
    small = only(drawn(evening), PostKind.COMPARISON).content
    assert len(small) < 0.6 * len(whole)
    before, after = (list(map(told, ElementTree.fromstring(one).iter())) for one in (whole, small))
    assert [one for one in after if one] == [one for one in before if one]


def told(node: ElementTree.Element) -> tuple[str, str, list[str]] | None:
    """What a node draws, with its letters and its looks; nothing of a group."""
    kind = node.tag.removeprefix(SVG)
    if kind not in ("text", "path", "use"):
        return None
    style = re.sub(r"(\.\d\d)\d+", r"\1", node.get("style", "").strip("; "))
    looks = re.split("[;:] ?", style)
    idle = {"font-family", "'DejaVu Sans'", "text-anchor", "start"}
    return kind, "".join(node.itertext()), [one.strip() for one in looks if one not in idle]


@pytest.mark.usefixtures("drawn_once")
def test_a_rehearsed_night_says_so_in_every_picture(tmp_path: Path) -> None:
    with prova.make(tmp_path / "prova.secim", 3, until=at("20:00")) as session:
        for kind, places in (
            (PostKind.CHANGES, ("Kadıköy", "Esenyurt")),
            (PostKind.LEAD, ("İstanbul",)),
            (PostKind.STANDING, ()),
            (PostKind.DIFFERENCES, ()),
            (PostKind.SUMMARY, ()),
            (PostKind.LEAD, ("İstanbul",)),
            (PostKind.CLOSING, ()),
        ):
            put(session, kind, *places)
        whole = gathered(session)
        pictures = [one.picture for one in whole.shown] + [whole.map]
        assert whole.map is not None
        for picture in pictures:
            assert picture is not None and picture.alt.startswith("PROVA.")
            assert "PROVA" in texts(picture)
        page = page_of(session)
    assert len(page.sources) == 8
    assert {link.removeprefix("#") for link in page.links} <= {*page.ids, "feed.xml"}
    assert len(json.loads(page.data)["liveBlogUpdate"]) == 7
