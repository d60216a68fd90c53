"""The charts: nothing cut off, nothing on top of anything, the same bytes for the same night."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from PIL import Image, ImageChops, ImageStat

from desk import charts
from desk.charts import FORMATS, KINDS, MODES, SIZES, before
from desk.charts.facts import sides
from desk.charts.tiles import tiles
from desk.facts import catalog
from desk.facts.last_time import Baseline, Earlier
from desk.file.session import Session
from tests.pictures import gallery

ACCEPTED = Path(__file__).resolve().parents[2] / "data" / "charts"
NIGHTS: dict[str, Callable[[Session], None]] = {
    "corrected": gallery.corrected,
    "crowded": gallery.crowded,
    "far_apart": gallery.far_apart,
    "alone": gallery.alone,
    "everywhere": gallery.everywhere,
    "empty": lambda session: None,
}
# What may differ between two releases of the letters' outlines, out of 255.
TOLERANCE = 2.5
# Lines of one paragraph may share a hair's breadth.
HAIR = 1.5


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Session]]:
    """Every night that is hard to draw, and the two of the gallery."""
    folder = tmp_path_factory.mktemp("nights")
    opened: dict[str, Session] = {}
    for name, fill in NIGHTS.items():
        election = catalog.load("istanbul-2024")
        if name == "everywhere":
            election = gallery.country(election)
        opened[name] = gallery.new_night(folder / f"{name}.secim", election)
        fill(opened[name])
    kept = gallery.nights(folder)
    opened |= dict(zip(("evening", "rehearsed"), _open(kept), strict=False))
    yield opened
    for session in opened.values():
        session.close()


def _open(kept: Iterator[tuple[str, Session]]) -> Iterator[Session]:
    """The gallery closes a night when it goes on to the next, so each is opened again."""
    for _, session in kept:
        yield Session.open_file(session.path, read_only=True)


def drawn(
    session: Session,
    kind: str,
    size: str = "wide",
    place: str = "",
    mode: str = "leaders",
    part: int = 0,
) -> tuple[Figure, charts.Drawn]:
    width, height = SIZES[size]
    figure = Figure(figsize=(width / 100, height / 100), dpi=100)
    FigureCanvasAgg(figure)
    asked = charts.ask(session, kind, place=place, mode=mode, part=part)
    return figure, charts.draw(figure, session, asked)


def texts(figure: Figure) -> list[tuple[str, Bbox]]:
    """Everything written and its place in the picture, without PROVA and without leader lines."""
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    figure.draw_without_rendering()
    written: list[Text] = [*figure.texts]
    for axes in figure.axes:
        written += [*axes.texts, axes.xaxis.label, axes.yaxis.label]
        around = axes.get_window_extent().padded(1)
        # An axis also keeps ticks beyond its ends, which are never drawn.
        for label in axes.get_xticklabels():
            box = label.get_window_extent(canvas.get_renderer())
            if around.x0 <= (box.x0 + box.x1) / 2 <= around.x1:
                written.append(label)
        for label in axes.get_yticklabels():
            box = label.get_window_extent(canvas.get_renderer())
            if around.y0 <= (box.y0 + box.y1) / 2 <= around.y1:
                written.append(label)
    return [
        (text.get_text(), Text.get_window_extent(text, canvas.get_renderer()))
        for text in written
        if text.get_text().strip() and text.get_visible() and text.get_text() != "PROVA"
    ]


def cases() -> Iterator[tuple[str, str, str, str, str]]:
    for size in SIZES:
        for kind in KINDS:
            for night in (*NIGHTS, "evening", "rehearsed"):
                if night in ("empty", "everywhere", "alone") and size == "square":
                    continue
                yield night, kind, size, "", "leaders"
        for mode in MODES[1:]:
            yield "rehearsed", "map", size, "", mode
            yield "far_apart", "map", size, "", mode
        yield "crowded", "comparison", size, "Büyükçekmece", "leaders"
        yield "rehearsed", "lead", size, "Fatih", "leaders"
        for kind in KINDS:
            yield "far_apart", kind, size, "Küçükçekmece", "leaders"


@pytest.mark.parametrize(("night", "kind", "size", "place", "mode"), list(cases()))
def test_nothing_is_cut_off_and_nothing_overlaps(
    nights: dict[str, Session], night: str, kind: str, size: str, place: str, mode: str
) -> None:
    figure, told = drawn(nights[night], kind, size, place, mode)
    found = texts(figure)
    for written, box in found:
        assert box.x0 >= 0 and box.y0 >= 0, written
        assert box.x1 <= figure.bbox.x1 and box.y1 <= figure.bbox.y1, written
        assert box.height >= 8, written
    for (one, box), (other, below) in combinations(found, 2):
        across = min(box.x1, below.x1) - max(box.x0, below.x0)
        down = min(box.y1, below.y1) - max(box.y0, below.y0)
        # Letters' boxes are higher than their letters, by the room for tails and accents.
        assert across < HAIR or down < 0.35 * min(box.height, below.height), (one, other)
    assert any("Resmî olmayan sonuçlar" in written for written, _ in found)
    assert any(written.startswith("Kaynak: AA") for written, _ in found)
    assert told.alt.endswith("kesin sonuçları YSK açıklar.")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", ["comparison", "lead", "map"])
def test_the_same_night_gives_the_same_bytes(
    nights: dict[str, Session], form: str, kind: str
) -> None:
    session = nights["far_apart"]
    once, again = (charts.picture(session, charts.ask(session, kind), form)[0] for _ in range(2))
    assert once == again
    assert b"2026" not in once[:2000]


@pytest.mark.parametrize("size", list(SIZES))
def test_a_png_has_twice_the_pixels(nights: dict[str, Session], size: str) -> None:
    session = nights["alone"]
    content, told = charts.picture(session, charts.ask(session, "gap"), "png", size)
    with Image.open(BytesIO(content)) as picture:
        assert picture.size == (2 * SIZES[size][0], 2 * SIZES[size][1])
        assert picture.info["Description"] == told.alt


def test_an_svg_keeps_its_words(nights: dict[str, Session]) -> None:
    session = nights["far_apart"]
    content, _ = charts.picture(session, charts.ask(session, "comparison"), "svg")
    svg = content.decode("utf-8")
    for word in ("Küçükçekmece", "Büyükçekmece", "ANKA CHP +33,75", "Resmî olmayan", "eşit"):
        assert f"{word}" in svg
    assert "<text" in svg


def test_prova_lies_across_every_chart_of_a_rehearsal(nights: dict[str, Session]) -> None:
    for night in ("rehearsed", "evening"):
        for kind in KINDS:
            figure, told = drawn(nights[night], kind)
            written = {text.get_text() for text in figure.texts}
            assert ("PROVA" in written) is (night == "rehearsed")
            assert told.alt.startswith("PROVA.") is (night == "rehearsed")


def test_the_alt_text_says_the_figures_as_published(nights: dict[str, Session]) -> None:
    session = nights["evening"]
    said = charts.picture(session, charts.ask(session, "comparison"), "svg")[1].alt
    assert said.startswith("İBB Başkanlığı: ilçe ilçe AA ve ANKA.")
    assert "Küçükçekmece: AA CHP +22,69; ANKA CHP +27,95." in said
    said = charts.picture(session, charts.ask(session, "comparison", place="Beyoğlu"), "svg")[1].alt
    assert "YRP: AA –; ANKA %2." in said
    assert "AA 19.25 itibarıyla" in said


def test_a_correction_wears_a_ring_and_what_it_replaced_a_cross(nights: dict[str, Session]) -> None:
    figure, told = drawn(nights["corrected"], "lead")
    lines = [line for axes in figure.axes for line in axes.lines]
    assert sum(line.get_marker() == "x" for line in lines) == 2
    assert sum(line.get_markersize() == 14 for line in lines) == 1
    assert {mark.agency for mark in told.marks} == {"AA", "ANKA"}
    assert "ANKA 19.40: CHP +11,1" in {mark.text for mark in told.marks}


def test_a_mark_leads_to_its_bulletin(nights: dict[str, Session]) -> None:
    session = nights["corrected"]
    for kind in ("lead", "shares", "stage", "comparison", "opened"):
        _, told = drawn(session, kind)
        assert told.marks
        for mark in told.marks:
            assert mark.bulletin is not None
            assert session.bulletin(mark.bulletin).source.agency == mark.agency


def test_where_leaders_differ_a_bar_is_hatched(nights: dict[str, Session]) -> None:
    figure, _ = drawn(nights["far_apart"], "gap")
    hatches = [patch.get_hatch() for axes in figure.axes for patch in axes.patches]
    assert any(hatches)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["comparison", "gap", "opened", "shares"])
def test_names_nobody_foresaw_are_cut_and_no_number_is(
    tmp_path: Path, kind: str, size: str
) -> None:
    election = catalog.load("istanbul-2024")
    long = "Bir Uzun Adlı Yer " * 9
    places = [
        replace(one, name=f"{long}{n}", within="") for n, one in enumerate(election.districts[:2])
    ]
    parties = [replace(one, short="Pek Uzun Adlı Parti " * 9) for one in election.parties]
    names = replace(election, places=tuple(places), parties=tuple(parties))
    with gallery.new_night(tmp_path / "long.secim", names) as session:
        for one in places:
            gallery.both(
                session,
                one.name,
                "20:00",
                gallery.shares("20", chp="50.11", ak_parti="40.22"),
                gallery.shares("30", chp="51.33", ak_parti="39.44"),
            )
        where = places[0].name if kind == "shares" else ""
        figure, told = drawn(session, kind, size, where)
    found = [(text, box) for text, box in texts(figure) if "…" in text]
    assert found
    for text, box in found:
        assert box.x0 >= 0 and box.x1 <= figure.bbox.x1, text
        assert text.endswith("…") or text[-1].isdigit(), text
    assert "…" not in told.alt.partition(". Kaynak")[0]


def test_no_data_is_said_in_so_many_words(nights: dict[str, Session]) -> None:
    for kind in KINDS:
        assert "Henüz veri yok." in drawn(nights["empty"], kind)[1].alt


def test_a_whole_country_is_told_by_its_widest_gaps(nights: dict[str, Session]) -> None:
    assert "973 ilçenin 44 tanesi" in drawn(nights["everywhere"], "gap")[1].alt
    assert "burada 973 ilçe var" in drawn(nights["everywhere"], "map")[1].alt


@pytest.mark.parametrize(
    ("kind", "first", "order"),
    [
        ("comparison", "farkı en büyük olanlar", "farkı en büyükten başlayarak"),
        ("gap", "farkı en büyük olanlar", "farkı en büyükten başlayarak"),
        ("opened", "en az açılanlar", "en az açılandan başlayarak"),
        ("baseline", "farkı en çok değişenler", "farkı en çok değişenden başlayarak"),
    ],
)
def test_a_whole_country_is_told_on_several_pictures(
    nights: dict[str, Session],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    first: str,
    order: str,
) -> None:
    session = nights["everywhere"]
    last_time = {
        place.name: Earlier({"chp": 500, "ak_parti": 400}, 1_000, 1_010, 1_250)
        for place in session.election.districts
    }
    monkeypatch.setattr(before, "baseline_of", lambda *_: Baseline(last_time, "2019-06-23"))
    told = [drawn(session, kind, part=part)[1] for part in (0, 1, 22, 23)]
    assert {one.parts for one in told} == {23}
    assert f"973 ilçenin 44 tanesi: {first}." in told[0].alt
    assert f"973 ilçenin 45–88. sırasındakiler, {order}." in told[1].alt
    assert "969–973. sırasındakiler" in told[2].alt
    assert told[2].alt == told[3].alt
    places = [{mark.place for mark in one.marks} for one in told]
    assert [len(one) for one in places] == [44, 44, 5, 5]
    assert places[0].isdisjoint(places[1])


def test_39_districts_are_one_picture_that_leaves_nothing_out(nights: dict[str, Session]) -> None:
    for kind in ("comparison", "gap", "opened", "baseline"):
        told = drawn(nights["rehearsed"], kind)[1]
        assert told.parts == 1
        assert "ilçenin" not in told.alt
        assert len({mark.place for mark in told.marks}) == 39


@pytest.mark.parametrize(
    ("mode", "lines"),
    [
        ("leaders", [("CHP", "+65"), ("AKP", "+55")]),
        ("first", [("CHP", "+65")]),
        ("second", [("AKP", "+55")]),
        ("gap", [("60 puan",)]),
        ("opened", [("%5",), ("%7",)]),
        ("age", [("1 sa", "30 dk"), ("1 sa", "30 dk")]),
    ],
)
def test_what_a_tile_tells_in_each_mode(
    nights: dict[str, Session], mode: str, lines: list[tuple[str, ...]]
) -> None:
    session = nights["far_apart"]
    asked = charts.ask(session, "map", mode=mode, now=datetime(2024, 3, 31, 20, 30))
    told = {tile.place: tile for tile in tiles(session, asked, sides(session, asked))}
    tile = told["Küçükçekmece"]
    assert [part.lines for part in tile.parts] == lines
    assert tile.differ is (mode in ("leaders", "gap"))
    assert {bar.old for bar in tile.bars} == {True}
    silent = told["Şile"]
    assert {line for part in silent.parts for line in part.lines} == {"–"}
    assert silent.silent and not any(part.paint for part in silent.parts)


def test_ages_are_counted_to_the_night_s_end_if_nobody_says(nights: dict[str, Session]) -> None:
    session = nights["far_apart"]
    asked = charts.ask(session, "map", mode="age")
    told = {tile.place: tile for tile in tiles(session, asked, sides(session, asked))}
    assert told["Gaziosmanpaşa"].parts[0].lines == ("0 dk",)
    assert told["Küçükçekmece"].parts[0].lines == ("10 dk",)
    assert told["Adalar"].bars[1].old


@pytest.mark.parametrize("night", [*NIGHTS, "evening", "rehearsed"])
def test_the_small_chart_is_not_cut_off_either(nights: dict[str, Session], night: str) -> None:
    session = nights[night]
    for name in (session.election.districts[-1].name, "Küçükçekmece", "Fatih"):
        if name not in {one.name for one in session.election.places}:
            continue
        figure = Figure(figsize=(2.6, 1.1), dpi=100)
        FigureCanvasAgg(figure)
        asked = charts.ask(session, "lead", place=name)
        told = charts.draw_small(figure, session, asked)
        found = texts(figure)
        for written, box in found:
            assert box.x0 >= 0 and box.y0 >= 0, written
            assert box.x1 <= figure.bbox.x1 and box.y1 <= figure.bbox.y1, written
        for (one, box), (other, below) in combinations(found, 2):
            across = min(box.x1, below.x1) - max(box.x0, below.x0)
            down = min(box.y1, below.y1) - max(box.y0, below.y0)
            assert across < HAIR or down < 0.35 * min(box.height, below.height), (one, other)
        assert told.marks or "Henüz veri yok" in told.alt


def test_what_there_is_no_chart_of_is_refused(nights: dict[str, Session]) -> None:
    with pytest.raises(ValueError, match="pie"):
        charts.ask(nights["empty"], "pie")
    with pytest.raises(ValueError, match="weather"):
        charts.ask(nights["empty"], "map", mode="weather")
    with pytest.raises(ValueError, match="-1"):
        charts.ask(nights["empty"], "gap", part=-1)
    asked = charts.ask(nights["empty"], "gap", place="Ankara")
    with pytest.raises(KeyError):
        charts.picture(nights["empty"], asked, "svg")


@pytest.mark.parametrize(
    ("name", "night", "kind", "place"),
    [
        ("harita", "far_apart", "map", ""),
        ("duzeltme", "corrected", "lead", ""),
        ("on-iki-aday", "crowded", "comparison", "Büyükçekmece"),
        ("fark-60", "far_apart", "gap", ""),
        ("ulke-farki", "everywhere", "gap", ""),
        ("onceki-secim", "rehearsed", "baseline", ""),
        ("henuz-veri-yok", "empty", "comparison", ""),
        ("tek-ajans", "alone", "comparison", ""),
    ],
)
def test_a_picture_looks_as_it_was_accepted(
    nights: dict[str, Session], name: str, night: str, kind: str, place: str
) -> None:
    session = nights[night]
    content, _ = charts.picture(session, charts.ask(session, kind, place=place), "png")
    with (
        Image.open(ACCEPTED / f"{name}.png") as accepted,
        Image.open(BytesIO(gallery.small(content))) as now,
    ):
        difference = ImageChops.difference(accepted.convert("RGB"), now.convert("RGB"))
        assert max(ImageStat.Stat(difference).mean) < TOLERANCE
