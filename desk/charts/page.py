"""The sheet a chart stands on: sizes, colours of the page, head, foot, key, and PROVA across it.

Lengths are in hundredths of an inch, which are the pixels of a picture at its plain size. What is
drawn between head and foot is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING, Literal

from desk.charts.facts import ChartAsked, called, colour
from desk.facts.nouns import noun_of_units
from desk.file.session import Session
from desk.rules.discrepancies import SideBySide
from desk.turkish.style import capital

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.figure import Figure


SIZES: dict[str, tuple[int, int]] = {"wide": (1200, 675), "square": (1080, 1080)}
"""Width and height of a saved picture; it is saved with twice as many pixels."""

MOST = 44
"""Rows that can still be read on one picture."""

MARKERS = ("o", "D")
"""The two agencies' marks. Their shapes differ, so colour is left to the parties."""

Stroke = Literal["-", ""] | tuple[float, tuple[float, float]]
"""How matplotlib names a line's stroke."""

STROKES: tuple[Stroke, Stroke] = ("-", (0, (4, 2)))
"""The two agencies' lines: one whole, one broken."""

HATCH = "/////"
"""What lies over a place where the two agencies name different leaders."""

NOTHING = "henüz veri yok"
"""What stands where a drawing would, while nobody has said anything."""

SIDE = 24
_POINT = 72 / 100
_DARK_BELOW = 140
_TIGHT = 1.3
_LONG_WORD = 8

Box = tuple[float, float, float, float]
"""A rectangle: left, top, width, height."""

BoxKind = tuple[str, str, float, float, str]
"""What rectangles that are drawn together share: face, edge, line, height over others, hatch."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The page's own colours."""

    paper: str
    ink: str
    muted: str
    grid: str
    band: str


LIGHT = Palette("#FFFFFF", "#1A1A1A", "#555555", "#D9D9D9", "#F1F1F1")
DARK = Palette("#1E1F22", "#EDEDED", "#B4B4B4", "#45474C", "#2A2B2F")


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of the key: a mark, a line or a patch, and what it means."""

    text: str
    marker: str = ""
    stroke: Stroke = ""
    face: str = ""
    hatch: str = ""
    tints: tuple[str, ...] = ()
    """The face in its tints, the palest first, where it has some."""


@dataclass(frozen=True, slots=True)
class ChartMark:
    """Something in a chart that stands for a figure: where it is, and whose it is.

    ``x`` and ``y`` are in the data of ``axes``; ``bulletin`` is None where no single one is meant.
    """

    axes: Axes
    x: float
    y: float
    text: str
    place: str
    agency: str = ""
    bulletin: int | None = None


@dataclass
class ChartPage:
    """A figure being drawn on, with its marks and the sentences that say what it shows.

    ``parts`` is how many pictures it takes to tell everything.
    """

    figure: Figure
    look: Palette
    marks: list[ChartMark] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    top: float = 0
    parts: int = 1
    boxes: dict[BoxKind, list[Box]] = field(default_factory=dict)
    dots: dict[tuple[int, str, bool], list[tuple[float, int]]] = field(default_factory=dict)
    joins: dict[tuple[str, float], list[tuple[int, float, float]]] = field(default_factory=dict)

    @property
    def width(self) -> float:
        """The picture's width."""
        return self.figure.get_figwidth() * 100

    @property
    def height(self) -> float:
        """The picture's height."""
        return self.figure.get_figheight() * 100

    @property
    def bottom(self) -> float:
        """Where the foot begins, from below."""
        return 54

    def write(
        self,
        x: float,
        from_top: float,
        text: str,
        size: float,
        colour: str = "",
        bold: bool = False,
    ) -> None:
        """A line of text at a distance from the left and from the top, made to fit the page."""
        fits = min(size, size * (self.width - x - SIDE) / max(wide(text, size, bold), 1))
        self.figure.text(
            x / self.width,
            1 - from_top / self.height,
            text,
            fontsize=fits * _POINT,
            color=colour or self.look.ink,
            fontweight="bold" if bold else "normal",
            va="top",
        )

    def axes(self, left: float, top: float, width: float, height: float) -> Axes:
        """Axes at a distance from the left and the top, without a frame."""
        axes = self.figure.add_axes(
            (
                left / self.width,
                1 - (top + height) / self.height,
                width / self.width,
                height / self.height,
            ),
            facecolor=self.look.paper,
        )
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(length=0, colors=self.look.muted, labelsize=points(12))
        axes.set_axisbelow(True)
        return axes

    def head(self, title: str, subtitle: str, signs: Sequence[Sign] = ()) -> None:
        """The head line, the line under it, and the key; what follows begins at `top`."""
        self.figure.set_facecolor(self.look.paper)
        self.write(SIDE, 18, title, 21, bold=True)
        self.top = 74
        for number, line in enumerate(_in_lines(subtitle, 13, self.width - 2 * SIDE)):
            self.write(SIDE, 48 + 18 * number, line, 13, self.look.muted)
            self.top = 74 + 18 * number
        if signs:
            self._key(signs)
        self.said.insert(0, f"{title}. {subtitle}")

    def foot(self, lines: Iterable[str], rehearsal: bool) -> None:
        """Source, time and what the figures are not; PROVA across everything in a rehearsal."""
        for number, line in enumerate(lines):
            self.write(SIDE, self.height - 40 + 17 * number, line, 12, self.look.muted)
        if rehearsal:
            self.figure.text(
                0.5,
                0.5,
                "PROVA",
                fontsize=points(min(self.width * 0.2, self.height * 0.3)),
                color=self.look.ink,
                alpha=0.11,
                rotation=28,
                ha="center",
                va="center",
                fontweight="bold",
                zorder=50,
            )

    def tell(self, sentence: str, size: float = 20) -> None:
        """One sentence instead of a drawing."""
        self.figure.text(
            0.5,
            0.5,
            sentence,
            fontsize=points(size),
            color=self.look.muted,
            ha="center",
            va="center",
        )
        self.said.append(capital(sentence))

    def _key(self, signs: Sequence[Sign]) -> None:
        x, y = 1.0 * SIDE, self.top + 8
        for sign in signs:
            before = 32 if sign.face or sign.marker or sign.stroke or sign.hatch else 0
            length = before + 2 + wide(sign.text, 12.5) + 16
            if x + length > self.width - SIDE and x > SIDE:
                x, y = 1.0 * SIDE, y + 19
            middle = 1 - y / self.height
            if sign.hatch or (sign.face and not sign.marker and not sign.stroke):
                self._patch(sign, x, middle)
            elif before:
                self._stroke(sign, x, middle)
            self.figure.text(
                (x + before) / self.width,
                middle,
                sign.text,
                fontsize=points(12.5),
                color=self.look.ink,
                va="center_baseline",
            )
            x += length
        self.top = y + 18

    def _patch(self, sign: Sign, x: float, middle: float) -> None:
        """A patch of a colour, of its tints from the palest, or of a hatch."""
        from matplotlib.patches import Rectangle

        faces = sign.tints or (sign.face or self.look.paper,)
        part = 26 / len(faces)
        for number, face in enumerate(faces):
            box = Rectangle(
                ((x + number * part) / self.width, middle - 6 / self.height),
                part / self.width,
                12 / self.height,
                facecolor=face,
                edgecolor=self.look.ink,
                hatch=sign.hatch,
                linewidth=0.6,
                transform=self.figure.transFigure,
            )
            self.figure.add_artist(box)

    def _stroke(self, sign: Sign, x: float, middle: float) -> None:
        """A piece of a line, or a mark."""
        from matplotlib.lines import Line2D

        line = Line2D(
            [x / self.width, (x + 13) / self.width, (x + 26) / self.width],
            [middle] * 3,
            color=self.look.ink,
            linestyle=sign.stroke,
            linewidth=1.4,
            marker=sign.marker or None,
            markevery=[1],
            markersize=6,
            markerfacecolor=sign.face or self.look.paper,
            markeredgecolor=self.look.ink,
            markeredgewidth=1,
        )
        self.figure.add_artist(line)


def _in_lines(text: str, size: float, room: float) -> list[str]:
    """A text in as many lines of like length as it takes to be read; one if it nearly fits."""
    lines = ceil(wide(text, size) / (room * _TIGHT))
    if lines < 2:
        return [text]
    return wrap(text, len(text) // lines + _LONG_WORD, break_long_words=False)


def points(pixels: float) -> float:
    """A letter's size in the points of print."""
    return pixels * _POINT


MOST_LETTERS = 1_000
"""Letters of a text that are looked at: no picture has room for more in a line."""


@cache
def wide(text: str, size: float, bold: bool = False) -> float:
    """The width of a text, as long as its letters say."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path
    from matplotlib.textpath import TextPath

    if not text.strip():
        return 0
    font = FontProperties(family="DejaVu Sans", weight="bold" if bold else "normal")
    drawn = TextPath((0, 0), text, size=size, prop=font)
    # The outlines' own points: a letter reaches no farther, and its curves need not be solved.
    across = drawn.vertices[drawn.codes != Path.CLOSEPOLY, 0]
    width: float = across.max() - across.min()
    return width


def fitted(text: str, size: float, room: float, bold: bool = False) -> str:
    """A text cut to a room in pixels; a number at its end is never cut, and stays."""
    if len(text) <= MOST_LETTERS and wide(text, size, bold) <= room:
        return text
    words, _, last = text.rpartition(" ")
    end = f" {last}" if any(char.isdigit() for char in last) else ""
    kept = (words if end else text)[:MOST_LETTERS]
    # The longest beginning that fits, by halves: letter by letter a long name would take minutes.
    fits, most = 0, len(kept)
    while fits < most:
        middle = (fits + most + 1) // 2
        if wide(f"{kept[:middle].rstrip()}…{end}", size, bold) <= room:
            fits = middle
        else:
            most = middle - 1
    return f"{kept[:fits].rstrip()}…{end}"


def eye(value: Decimal | int) -> float:
    """Where a figure lies in the drawing, for the eye only: no figure is ever read back from it."""
    above, below = value.as_integer_ratio()
    return above / below


def number_ticks(axis: Axis, most: int, *, whole: bool = False) -> None:
    """At most so many numbers along an axis, with a decimal comma; ``whole`` ones only."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axis.set_major_locator(MaxNLocator(most, steps=[1, 2, 5, 10], integer=whole))
    axis.set_major_formatter(
        FuncFormatter(lambda value, _: f"{value:g}".replace(".", ",").replace("-", "−"))
    )


def letters_on(colour: str) -> str:
    """Black or white, whichever can be read on a colour."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#FFFFFF" if (299 * red + 587 * green + 114 * blue) / 1000 < _DARK_BELOW else "#000000"


def part_of(
    page: ChartPage,
    session: Session,
    asked: ChartAsked,
    ranked: Sequence[SideBySide],
    first: str,
    order: str,
) -> tuple[list[SideBySide], str]:
    """The rows that one picture has room for, those that matter most first, and what it leaves out.

    ``first`` says which the foremost are, ``order`` in what order the further ones come.
    """
    page.parts = max(-(-len(ranked) // MOST), 1)
    begin = min(asked.part, page.parts - 1) * MOST
    drawn = list(ranked[begin : begin + MOST])
    if page.parts == 1:
        return drawn, ""
    noun = noun_of_units(session.election, asked.contest)
    if begin == 0:
        return drawn, f"{len(ranked)} {noun.of_one} {len(drawn)} tanesi: {first}."
    last = begin + len(drawn)
    return drawn, f"{len(ranked)} {noun.of_one} {begin + 1}–{last}. sırasındakiler, {order}."


def agencies(asked: ChartAsked) -> list[Sign]:
    """The agencies' marks."""
    return [
        Sign(agency, marker, face="#9A9A9A")
        for agency, marker in zip(asked.pair, MARKERS, strict=True)
    ]


def contenders(session: Session, asked: ChartAsked, codes: Iterable[str]) -> list[Sign]:
    """The contenders' colours, each once."""
    return [
        Sign(called(session, asked.contest, code), face=colour(session, asked.contest, code))
        for code in dict.fromkeys(codes)
    ]


def differ(page: ChartPage, drawn: Sequence[SideBySide]) -> list[Sign]:
    """The hatch, where it is used."""
    if not any(side.leaders_differ for side in drawn):
        return []
    return [Sign("önde olan farklı", face=page.look.paper, hatch=HATCH)]
