"""The tables under `resources/country`, read once when first asked for.

Rows as they stand; what they mean is each module's own.
"""

from __future__ import annotations

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

from desk.facts import catalog


def folder() -> Path:
    """Where the tables lie."""
    return catalog.resource("country")


@cache
def rows(*name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, by the names of its heads."""
    with folder().joinpath(*name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def law() -> dict[str, Any]:
    """Law and practice by year; each entry says how it is known."""
    told: dict[str, Any] = json.loads((folder() / "law.json").read_text(encoding="utf-8"))
    return told
