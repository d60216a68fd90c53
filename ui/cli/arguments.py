"""What was typed or given, as the desk's own names and values: agencies, lists, the text of a file.

Nothing is written here, and nothing is guessed: what does not fit is refused.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desk.facts.catalog import MOST_BYTES, bounded, given
from desk.facts.codes import Code, Refusal
from desk.file.session import Session
from desk.rules.discrepancies import pair_of
from ui.cli.errors import Misuse


def pair(session: Session, agencies: str | None) -> tuple[str, str]:
    """Two agencies: those named, else the first two of the file."""
    if agencies is None:
        return pair_of(session)
    named = dict.fromkeys(session.names.agency(name) for name in listed(agencies, "--agencies"))
    if len(named) != 2:
        raise Misuse("two_agencies")
    return pair_of(session, named)


def listed(text: str, option: str) -> list[str]:
    """The names of a list with commas, of which there must be one at least."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise Misuse("empty_list", what=option)
    return names


def read_bytes(path: Path | None) -> tuple[bytes, str]:
    """The bytes of a figures CSV and what to call it; `-` or nothing is stdin."""
    name = "stdin" if path is None or str(path) == "-" else str(path)
    try:
        if path is None or name == "stdin":
            return bounded(sys.stdin.buffer, MOST_BYTES), name
        return given(path), name
    except FileNotFoundError:
        raise Refusal(Code.S900, file=name) from None
    except ValueError:
        raise Misuse("too_long", file=name, limit=MOST_BYTES // 2**20) from None


def read_text(path: Path | None) -> str:
    """The text of a file, in the one encoding that is never guessed; `-` or nothing is stdin."""
    data, name = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misuse("not_text", file=name) from None
    if "\0" in text:
        # UTF-16 of plain letters: each is one of UTF-8 with a zero beside it.
        raise Misuse("not_text", file=name)
    return text
