"""What the window shows of a chart is what the file shows, stroke for stroke."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QImage, QPainter

from desk import charts
from desk.file.session import Session
from tests.pictures import gallery
from ui.charts.painter import record

WIDTH, HEIGHT = charts.SIZES["wide"]
TOLERANCE = 3.5
"""How far two drawings' letters and edges may lie apart, on the average of all points, of 255."""


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Session]]:
    folder = tmp_path_factory.mktemp("painted")
    kept = {}
    for name, fill in (("far_apart", gallery.far_apart), ("corrected", gallery.corrected)):
        kept[name] = gallery.new_night(folder / f"{name}.secim")
        fill(kept[name])
    yield kept
    for session in kept.values():
        session.close()


def figure_of(session: Session, kind: str, look: charts.Palette) -> Figure:
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    charts.draw(figure, session, charts.ask(session, kind), look)
    return figure


def painted(figure: Figure, scale: int = 1) -> np.ndarray:
    picture = QImage(WIDTH * scale, HEIGHT * scale, QImage.Format.Format_RGB888)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    record(figure).paint(painter)
    painter.end()
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    return rows[:, : 3 * picture.width()].reshape(picture.height(), picture.width(), 3).astype(int)


@pytest.mark.parametrize("look", [charts.LIGHT, charts.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("night", ["far_apart", "corrected"])
@pytest.mark.parametrize("kind", charts.KINDS)
def test_the_window_shows_what_the_file_shows(
    qapp: object, nights: dict[str, Session], kind: str, night: str, look: charts.Palette
) -> None:
    figure = figure_of(nights[night], kind, look)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    filed = np.asarray(canvas.buffer_rgba())[:, :, :3].astype(int)
    shown = painted(figure)
    assert np.abs(filed - shown).mean() < TOLERANCE
    # Nothing of the file is missing: what is inked there is inked here, give or take the few
    # points by which the window sets its letters closer.
    ground = filed[2, 2]
    inked = np.abs(filed - ground).sum(axis=2) > 120
    near = np.abs(shown - ground).sum(axis=2) > 40
    for axis, far in ((1, 1), (1, 2), (1, 2), (0, 1)):
        near = near | np.roll(near, far, axis) | np.roll(near, -far, axis)
    assert (inked & ~near).sum() < 0.01 * inked.sum()


def test_twice_the_points_are_twice_as_sharp(qapp: object, nights: dict[str, Session]) -> None:
    figure = figure_of(nights["far_apart"], "comparison", charts.LIGHT)
    once, twice = painted(figure), painted(figure, 2)
    blown = once.repeat(2, axis=0).repeat(2, axis=1)
    assert np.abs(twice - blown).mean() > 0.5
    assert np.abs(twice - blown).mean() < 8
