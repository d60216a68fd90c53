"""The election files that come with the desk, found wherever the desk is installed or frozen.

An election is offered because its file is there; no name of a city or party stands in the code.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from desk.facts.codes import Code, Refusal

if TYPE_CHECKING:
    # Loaded in `load`: where a file lies and what it is called is asked before the first paint.
    from desk.facts.election import Election


# Beside the packages wherever they are: in the tree, in a wheel, in a built program. To ask
# `importlib.resources` says the same and costs a thirtieth of the window's start.
_RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def resource(*parts: str) -> Path:
    """Path of a file under `resources/`; the desk is never run from inside an archive."""
    return _RESOURCES.joinpath(*parts)


PORTABLE = "ayarlar"
"""The folder beside a built program that keeps the editor's own things, where it is there."""


def own(*parts: str) -> Path:
    """A path among the editor's own things that belong to no night; nothing need be there.

    In the folder beside a built program that was unpacked for use from a stick, so that nothing is
    left on the computer it runs on; else where the system keeps the settings of its users.
    """
    beside = Path(sys.executable).parent / PORTABLE
    if getattr(sys, "frozen", False) and beside.is_dir():
        return beside.joinpath(*parts)
    named = os.environ.get("APPDATA" if sys.platform == "win32" else "XDG_CONFIG_HOME", "")
    return (Path(named) if named else Path.home() / ".config").joinpath("secim-masasi", *parts)


MOST_BYTES = 64 * 2**20
"""Of anything somebody brings; the figures of a whole country are a third of it."""


def given(path: Path, most: int = MOST_BYTES) -> bytes:
    """What a file holds that somebody brings or keeps. OSError where there is none.

    ValueError where it is longer than ``most`` bytes.
    """
    with path.open("rb") as file:
        return bounded(file, most)


def bounded(file: BinaryIO, most: int) -> bytes:
    """All that can be read; a device has no end. ValueError for more than ``most`` bytes."""
    data = file.read(most + 1)
    if len(data) > most:
        raise ValueError(f"more than {most} bytes")
    return data


def elections(folder: Path | None = None) -> dict[str, Path]:
    """Every election file by its id (the file's stem), in order of id."""
    folder = folder or resource("elections")
    # A pipe would keep whoever asks what it holds waiting.
    return {path.stem: path for path in sorted(folder.glob("*.json")) if path.is_file()}


def title(election: str, language: str) -> str:
    """What one of the elections here is called: "en" or "tr". KeyError if it is none of them."""
    return title_of(elections()[election], language)


def title_of(file: Path, language: str) -> str:
    """What the election of a file of the desk's own is called: "en" or "tr"."""
    told: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))["name"]
    return told[language]


def load(election: str | Path, folder: Path | None = None) -> Election:
    """The election with this id, or the one a path to a JSON file holds.

    Refuses (S911) an id that no file has, and (S912) a file that does not make an election.
    """
    from desk.facts.election_file import decoded, from_json

    if isinstance(election, Path):
        path = election
    else:
        known = elections(folder)
        if election not in known:
            raise Refusal(Code.S911, election=election, known=", ".join(known))
        path = known[election]
    try:
        return from_json(decoded(given(path).decode("utf-8")))
    except OSError:
        raise Refusal(Code.S911, election=str(path), known=", ".join(elections(folder))) from None
    except (Refusal, ValueError) as fault:
        # What is no text at all, or has no end, is no JSON either.
        reason = fault if isinstance(fault, Refusal) else Refusal(Code.S925)
        raise Refusal(Code.S912, file=path.name, reason=reason) from None
