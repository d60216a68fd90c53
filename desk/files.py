"""Writing a file so that it is either whole or not there; nothing about what is in it."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from desk.facts.codes import Code, Refusal


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file in one step, over an older one if there is one; text becomes UTF-8.

    Refuses S906 if there is no room, S909 if it cannot be written; what was there before is then
    untouched.
    """
    partial = path.with_name(f".{path.name}.part")
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        with partial.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        partial.replace(path)
    except OSError as fault:
        if fault.errno == errno.ENOSPC:
            raise Refusal(Code.S906, file=str(path)) from fault
        raise Refusal(Code.S909, folder=str(path.parent)) from fault
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
