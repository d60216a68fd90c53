"""What is read of a text without a question."""

from __future__ import annotations

from desk.reading.reader import read, to_json
from tests.desk.reading.score import night


def shares_of(text: str) -> list[str | None]:
    """The shares read without a question, in Istanbul's night."""
    records = to_json(read(text, night()))["records"]
    told = [record for record in records if not record["questions"]]
    return [result["pct"] for record in told for result in record["results"]]
