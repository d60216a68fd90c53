"""Every kind of fault that is tried, by its name in the table, and how much of the time it gets."""

from __future__ import annotations

from collections.abc import Mapping

from tests.faults import files, hostile_window, inputs, killed, killed_commands, sealed
from tests.faults.harness import Generator

_FORKED: Mapping[str, Generator] = {
    "desks killed over figures": killed.typing,
    "windows killed": killed.windows,
    "commands killed": killed_commands.commands,
    "hostile nights in a window": hostile_window.windows,
}

KINDS: Mapping[str, Generator] = {
    **(_FORKED if killed.CAN_FORK else {}),
    "bits flipped": files.flipped,
    "digits changed by hand": files.digits,
    "schema and content made by hand": files.hand_made,
    "content sealed anew": sealed.changed,
    "figures CSV": inputs.figures,
    "election files": inputs.elections,
    "templates": inputs.templates,
    "texts": inputs.texts,
    "settings": inputs.values,
}

SHARES: Mapping[str, int] = {
    "desks killed over figures": 2,
    "windows killed": 8,
    "commands killed": 6,
    "hostile nights in a window": 2,
}
"""How often as much time as the others a kind gets: those whose processes take theirs."""

ENOUGH: Mapping[str, int] = {
    "desks killed over figures": 200,
    "windows killed": 450,
    "commands killed": 350,
    "bits flipped": 500,
    "schema and content made by hand": 150,
    "figures CSV": 300,
    "election files": 900,
    "templates": 150,
}
"""How many of a kind are enough to say that it holds; a thousand kills in all."""
