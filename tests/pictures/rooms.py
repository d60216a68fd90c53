"""The rooms of the desk and of the window as one picture: ``python -m tests.pictures.rooms X.svg``.

What is drawn is read from the sources: a room's purpose from its own first sentence, its row and
its arrows from the imports, so that nothing here can go on saying what is no longer so.
"""

from __future__ import annotations

import ast
import sys
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.imports import circles, graph, modules, parsed

PACKAGES = {
    "desk": "desk/ · facts and rules, no Qt",
    "ui": "ui/ · the window and the command line, no rules",
}
COLUMN, BETWEEN_COLUMNS, MARGIN = 640, 70, 30
ROW_GAP, BOX_GAP, PAD = 46, 14, 11
NAME, WORDS = 16, 12
LINE = 16
LETTER = 0.53
"""How wide a letter is on average, in its own height."""
TOP = 64

STYLE = """
  svg { font-family: "DejaVu Sans", Verdana, sans-serif; }
  .page { fill: #ffffff; } .room { fill: #f3f5f8; stroke: #5b6b80; stroke-width: 1.2; }
  .name, .head { fill: #14202e; font-weight: bold; } .words { fill: #33445a; }
  .desk { fill: #1f5fa8; } .way { stroke: #7d8ca0; stroke-width: 1.3; fill: none; }
  .tip { fill: #7d8ca0; } .across { stroke: #1f5fa8; stroke-width: 4; } .end { fill: #1f5fa8; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #12171e; } .room { fill: #1e2732; stroke: #8fa1b8; }
    .name, .head { fill: #eef3f9; } .words { fill: #c3cfde; } .desk { fill: #86bbf5; }
    .way { stroke: #8b9bb0; } .tip { fill: #8b9bb0; }
    .across { stroke: #86bbf5; } .end { fill: #86bbf5; }
  }
"""


@dataclass(frozen=True, slots=True)
class RoomBox:
    """A room where it stands on the picture, with the words in it."""

    name: str
    left: float
    top: float
    width: float
    height: float
    purpose: tuple[str, ...]
    of_the_desk: tuple[str, ...]


def room_of(module: str) -> str:
    """The room a module lies in; a module that lies in none is one itself."""
    return ".".join(module.split(".")[:2])


def purpose_of(source: str) -> str:
    """What a room says it is for: the first sentence of its docstring, without what leads to it."""
    told = (ast.get_docstring(parsed(source)) or "").partition("\n\n")[0]
    if not told:
        raise ValueError("a room without a word of what it is for")
    return " ".join(told.split()).replace("`", "")


def ways(tree: Mapping[str, str]) -> dict[str, set[str]]:
    """Which room imports from which; a package's own ``__init__`` and ``__main__`` are no rooms."""
    inside = {module for module in tree if "." in module and not module.endswith("__main__")}
    found: dict[str, set[str]] = {room_of(module): set() for module in sorted(inside)}
    for module, others in graph(tree).items():
        if module in inside:
            found[room_of(module)] |= {room_of(other) for other in others & inside}
    return {room: others - {room} for room, others in found.items()}


def rows_of(ways: Mapping[str, set[str]]) -> dict[str, int]:
    """The row of each room, counted from the floor: over every room it imports from.

    Rooms that import each other share a row.
    """
    together = {room: {room} for room in ways}
    for circle in circles(ways):
        together.update({room: set(circle) for room in circle})
    rows: dict[str, int] = {}

    def row(room: str) -> int:
        if room not in rows:
            below = {other for one in together[room] for other in ways[one]} - together[room]
            rows[room] = max((row(other) + 1 for other in below), default=0)
        return rows[room]

    return {room: row(room) for room in ways}


def direct(ways: Mapping[str, set[str]], rows: Mapping[str, int]) -> dict[str, set[str]]:
    """The ways down without those that lead to where another way leads as well."""

    def below(room: str) -> set[str]:
        found = {other for other in ways[room] if rows[other] < rows[room]}
        return found.union(*(below(other) for other in found))

    found = {}
    for room, others in ways.items():
        down = {other for other in others if rows[other] < rows[room]}
        found[room] = down.difference(*(below(other) for other in down))
    return found


def place(
    package: str, rows: Mapping[str, int], tree: Mapping[str, str], every: Mapping[str, set[str]]
) -> list[list[RoomBox]]:
    """The boxes of a column, row by row from the floor; their tops count from their own row's."""
    left = MARGIN + (0 if package == "desk" else COLUMN + BETWEEN_COLUMNS)
    made = []
    for number in range(max(rows.values()) + 1):
        names = [room for room, row in rows.items() if row == number]
        width = min((COLUMN - BOX_GAP * (len(names) - 1)) / len(names), 400)
        start = left + (COLUMN - width * len(names) - BOX_GAP * (len(names) - 1)) / 2
        letters = int((width - 2 * PAD) / (WORDS * LETTER))
        boxes = []
        for at, room in enumerate(names):
            purpose = textwrap.wrap(purpose_of(tree[room]), letters)
            from_desk = sorted(one[5:] for one in every[room] if one.startswith("desk."))
            told = (
                []
                if package == "desk"
                else textwrap.wrap(f"desk: {' · '.join(from_desk)}", letters)
            )
            height = 2 * PAD + NAME + LINE * (len(purpose) + len(told)) + 4
            x = start + at * (width + BOX_GAP)
            boxes.append(RoomBox(room, x, 0, width, height, tuple(purpose), tuple(told)))
        made.append(boxes)
    return made


def stacked(columns: list[list[list[RoomBox]]]) -> tuple[list[RoomBox], float]:
    """Every box at its height, each column standing on the floor; and where the floor is."""
    heights = [[max(box.height for box in row) for row in column] for column in columns]
    floor = TOP + max(sum(column) + ROW_GAP * (len(column) - 1) for column in heights)
    boxes = []
    for column, high in zip(columns, heights, strict=True):
        bottom = floor
        for row, height in zip(column, high, strict=True):
            boxes += [
                RoomBox(
                    box.name,
                    box.left,
                    bottom - height,
                    box.width,
                    height,
                    box.purpose,
                    box.of_the_desk,
                )
                for box in row
            ]
            bottom -= height + ROW_GAP
    return boxes, floor


def _text(x: float, y: float, kind: str, size: int, words: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" font-size="{size}">{escape(words)}</text>'


def _box(box: RoomBox) -> list[str]:
    shape = (
        f'<rect class="room" x="{box.left:.1f}" y="{box.top:.1f}" rx="7" '
        f'width="{box.width:.1f}" height="{box.height:.1f}"/>'
    )
    x, y = box.left + PAD, box.top + PAD + NAME - 2
    drawn = [shape, _text(x, y, "name", NAME, box.name.partition(".")[2])]
    for kind, lines in (("words", box.purpose), ("desk", box.of_the_desk)):
        for line in lines:
            y += LINE + (4 if line is box.purpose[0] else 0)
            drawn.append(_text(x, y, kind, WORDS, line))
    return drawn


def _arrows(boxes: Mapping[str, RoomBox], ways: Mapping[str, set[str]]) -> list[str]:
    """Lines from the foot of a room to the head of another, spread so that none lies on another."""
    middle = {name: box.left + box.width / 2 for name, box in boxes.items()}
    pairs = [(room, other) for room in sorted(ways) for other in sorted(ways[room])]
    drawn = []
    for room, other in pairs:
        here = sorted((two for one, two in pairs if one == room), key=middle.__getitem__)
        there = sorted((one for one, two in pairs if two == other), key=middle.__getitem__)
        one, two = boxes[room], boxes[other]
        x1 = one.left + one.width * (here.index(other) + 1) / (len(here) + 1)
        x2 = two.left + two.width * (there.index(room) + 1) / (len(there) + 1)
        y1, y2 = one.top + one.height, two.top - 3
        drawn.append(
            f'<path class="way" marker-end="url(#tip)" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>'
        )
    return drawn


def draw(tree: Mapping[str, str]) -> str:
    """The picture as SVG, the same for the same sources."""
    every = ways(tree)
    columns: list[list[list[RoomBox]]] = []
    arrows: dict[str, set[str]] = {}
    for package in PACKAGES:
        inside = {
            room: {other for other in others if other.startswith(f"{package}.")}
            for room, others in every.items()
            if room.startswith(f"{package}.")
        }
        rows = rows_of(inside)
        arrows |= direct(inside, rows)
        columns.append(place(package, rows, tree, every))
    boxes, floor = stacked(columns)
    width, height = 2 * (MARGIN + COLUMN) + BETWEEN_COLUMNS, floor + 70
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height:.0f}" '
        f'width="{width}" height="{height:.0f}" role="img">',
        "<title>The rooms of desk/ and ui/, and which imports from which</title>",
        f"<style>{STYLE}</style>",
        '<defs><marker id="tip" markerWidth="9" markerHeight="8" refX="7" refY="4" orient="auto">'
        '<path class="tip" d="M0 0L9 4L0 8z"/></marker>'
        '<marker id="end" markerWidth="4" markerHeight="4" refX="2" refY="2" orient="auto">'
        '<path class="end" d="M0 0L4 2L0 4z"/></marker></defs>',
        f'<rect class="page" width="{width}" height="{height:.0f}" rx="10"/>',
    ]
    for at, head in enumerate(PACKAGES.values()):
        left = MARGIN + at * (COLUMN + BETWEEN_COLUMNS)
        parts.append(_text(left, 38, "head", 19, head))
    middle = MARGIN + COLUMN + BETWEEN_COLUMNS
    across = TOP + (floor - TOP) / 2
    parts.append(
        f'<path class="across" marker-end="url(#end)" '
        f'd="M{middle - 12} {across:.1f}H{middle - BETWEEN_COLUMNS + 18}"/>'
    )
    parts += _arrows({box.name: box for box in boxes}, arrows)
    for box in boxes:
        parts += _box(box)
    told = (
        "An arrow: imports from. What follows from other arrows is left out; a room may import from"
        " all that it reaches.",
        "Blue: what a room of the window imports of the desk. Made by make architecture from the"
        " imports of the tree.",
    )
    parts += [
        _text(MARGIN, floor + 32 + number * LINE, "words", WORDS, line)
        for number, line in enumerate(told)
    ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> None:
    """Write the picture to the file that is named."""
    Path(sys.argv[1]).write_text(draw(modules(*PACKAGES)), encoding="utf-8")


if __name__ == "__main__":
    main()
