"""The charts: each drawn from a session on a given figure, the same for a window and for a file.

`draw` is for whoever has a figure, `picture` makes the bytes of a file; matplotlib is loaded when
the first chart is drawn and not before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from desk.charts import before, evening, rows, tiles
from desk.charts.evening import small
from desk.charts.facts import KINDS, MODES, ChartAsked, Evening, ask, foot, placed, read_evening
from desk.charts.page import DARK, LIGHT, SIZES, ChartMark, ChartPage, Palette
from desk.file.session import Session

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = [
    "DARK",
    "FORMATS",
    "KINDS",
    "LIGHT",
    "MODES",
    "SIZES",
    "ChartAsked",
    "ChartMark",
    "Drawn",
    "Evening",
    "Palette",
    "ask",
    "draw",
    "draw_small",
    "picture",
    "read_evening",
]

FORMATS = ("png", "svg", "pdf")
"""What a chart can be saved as."""

_DOTS = 200
_TIGHT = 3
"""How hard a PNG is pressed: beyond this it takes half as long again and is no smaller."""
_OF_ONE_PLACE = {"lead": evening.lead, "shares": evening.shares, "stage": evening.stage}
_OF_EVERY = {
    "comparison": rows.comparison,
    "gap": rows.gap,
    "opened": rows.opened,
    "baseline": before.baseline,
    "map": tiles.draw,
}
_STYLE: dict[str, Any] = {
    "font.family": ["DejaVu Sans"],
    "text.parse_math": False,
    "hatch.linewidth": 0.8,
    "svg.fonttype": "none",
    "svg.hashsalt": "secim-masasi",
    "pdf.fonttype": 42,
    "path.simplify": False,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of a drawing: a text that says it, and every mark with the figure it stands for.

    ``parts`` is how many pictures of this kind it takes to tell everything.
    """

    asked: ChartAsked
    alt: str
    marks: tuple[ChartMark, ...]
    parts: int = 1


def draw(figure: Figure, session: Session, asked: ChartAsked, look: Palette = LIGHT) -> Drawn:
    """Draw a chart on a figure, over whatever was there; lengths follow the figure's size.

    KeyError if the election has no such contest, place or agency.
    """
    session.election.contest(asked.contest)
    if asked.kind in _OF_ONE_PLACE:
        asked = placed(session, asked)
    if asked.place:
        session.election.place(asked.place)
    page = ChartPage(figure, look)
    figure.clear()
    with _styled():
        work = _OF_ONE_PLACE.get(asked.kind) or _OF_EVERY[asked.kind]
        shown = work(page, session, asked)
        lines = foot(session, asked, shown)
        page.foot(lines, session.is_rehearsal)
    said = [*(["PROVA"] if session.is_rehearsal else []), *page.said, *lines]
    return Drawn(asked, _sentences(said), tuple(page.marks), page.parts)


def draw_small(
    figure: Figure,
    session: Session,
    asked: ChartAsked,
    look: Palette = LIGHT,
    read: Evening | None = None,
) -> Drawn:
    """Draw a place's lead over the evening where there is little room and the rest is known.

    ``read`` is what `read_evening` found for the same question just before, for whoever goes in
    steps. KeyError if the election has no such contest, place or agency.
    """
    session.election.place(asked.place)
    page = ChartPage(figure, look)
    figure.clear()
    with _styled():
        small(page, session, asked, read or read_evening(session, asked))
    return Drawn(asked, _sentences(page.said), tuple(page.marks))


def picture(
    session: Session,
    asked: ChartAsked,
    form: str,
    size: str | tuple[int, int] = "wide",
    look: Palette = LIGHT,
) -> tuple[bytes, Drawn]:
    """A chart as the bytes of a PNG (twice the pixels), SVG or PDF, and what it shows.

    ``size`` is one of `SIZES`, or a width and a height.
    The same file of the night gives the same bytes: no clock and no name of a machine goes in.
    """
    figure = _figure(SIZES[size] if isinstance(size, str) else size)
    drawn = draw(figure, session, asked, look)
    told: dict[str, dict[str, str | None]] = {
        "png": {"Software": None, "Description": drawn.alt},
        "svg": {"Date": None, "Creator": "Seçim Masası", "Description": drawn.alt},
        "pdf": {"CreationDate": None, "Creator": "Seçim Masası", "Subject": drawn.alt},
    }
    packed: dict[str, Any] = {"pil_kwargs": {"compress_level": _TIGHT}} if form == "png" else {}
    content = BytesIO()
    with _styled():
        figure.savefig(
            content,
            format=form,
            dpi=_DOTS,
            facecolor=look.paper,
            metadata=told[form],
            **packed,
        )
    return content.getvalue(), drawn


def _figure(size: tuple[int, int]) -> Figure:
    from matplotlib.figure import Figure

    return Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100)


@contextmanager
def _styled() -> Iterator[None]:
    """The desk's own style, whatever style the user of the machine prefers."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        for name, value in _STYLE.items():
            matplotlib.rcParams[cast(Any, name)] = value
        yield


def _sentences(said: list[str]) -> str:
    return " ".join(f"{part.strip().rstrip('.')}." for part in said if part.strip())
