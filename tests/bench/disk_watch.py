"""What the transactions on the disk take, fsyncs and all, while the desk goes about its work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TypeVar
from unittest.mock import patch

from desk.file import disk
from desk.file.disk import Database
from desk.file.session import Session

T = TypeVar("T")


@contextmanager
def watched(session: Session) -> Iterator[Callable[[], float]]:
    """A question to ask as often as one likes: seconds on the disk since it was last asked."""
    file, transact = session._store._disk, disk.in_transaction
    taken: list[float] = []

    def in_transaction(db: Database, work: Callable[[Database], T], begin: str = "IMMEDIATE") -> T:
        start = perf_counter()
        try:
            return transact(db, work, begin)
        finally:
            if db is file:
                taken.append(perf_counter() - start)

    def since() -> float:
        seconds = sum(taken)
        taken.clear()
        return seconds

    with patch.object(disk, "in_transaction", in_transaction):
        yield since
