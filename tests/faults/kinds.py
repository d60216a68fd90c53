"""Every kind of fault that is tried, by its name in the table."""

from __future__ import annotations

from collections.abc import Mapping

from tests.faults import files, inputs, killed
from tests.faults.harness import Generator

KINDS: Mapping[str, Generator] = {
    "desks killed over figures": killed.typing,
    "commands killed": killed.commands,
    "bits flipped": files.flipped,
    "digits changed by hand": files.digits,
    "schema and content made by hand": files.hand_made,
    "figures CSV": inputs.figures,
    "election files": inputs.elections,
    "templates": inputs.templates,
    "texts": inputs.texts,
    "settings": inputs.values,
}
