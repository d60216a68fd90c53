"""Rows of the texts bulletins were read from, of each figure's fragment, and of the names learned.

What a text means is the reader's business; here it is kept as it came, and found again.
"""

from __future__ import annotations

from collections.abc import Mapping

from desk.facts.bulletin import Fragment, Item, RawText, Row
from desk.facts.names import Alias
from desk.file import chain
from desk.file.disk import Database
from desk.turkish import fold


def write_text(db: Database, content: str, at: str, by: str) -> int:
    """Keep a text; returns its number."""
    found = db.conn.execute(
        "INSERT INTO text (content, at, by) VALUES (?, ?, ?)", (content, at, by)
    )
    number = int(found.lastrowid or 0)
    chain.add(db, "text", number)
    return number


def write_fragments(
    db: Database, bulletin: int, text: int, fragments: Mapping[Row, Fragment]
) -> None:
    """Tie a filed bulletin to the text it was read from."""
    db.conn.executemany(
        "INSERT INTO fragment (bulletin, item, contender, start, stop) VALUES (?, ?, ?, ?, ?)",
        [
            (bulletin, row.item.value, row.contender, start, stop)
            for row, (start, stop) in sorted(fragments.items())
        ],
    )
    db.conn.execute("INSERT INTO pasted (bulletin, text) VALUES (?, ?)", (bulletin, text))
    chain.add(db, "pasted", bulletin)


def read_text(db: Database, bulletin: int) -> RawText | None:
    """The text a bulletin was read from; None if it was typed."""
    found = db.conn.execute(
        "SELECT content FROM text JOIN pasted ON pasted.text = text.id WHERE pasted.bulletin = ?",
        (bulletin,),
    ).fetchone()
    if found is None:
        return None
    fragments = db.conn.execute(
        "SELECT item, contender, start, stop FROM fragment WHERE bulletin = ?", (bulletin,)
    )
    return RawText(
        found[0],
        {Row(Item(item), contender): (start, stop) for item, contender, start, stop in fragments},
    )


def read_aliases(db: Database) -> tuple[Alias, ...]:
    """The names learned, in the order of their labels."""
    rows = db.conn.execute("SELECT shown, contender FROM alias ORDER BY label")
    return tuple(Alias(shown, contender) for shown, contender in rows)


def write_alias(db: Database, label: str, contender: str | None) -> str | None:
    """Learn a label, or forget it (None); returns what it meant before."""
    key = " ".join(fold(label).split())
    before = db.conn.execute("SELECT contender FROM alias WHERE label = ?", (key,)).fetchone()
    db.conn.execute("DELETE FROM alias WHERE label = ?", (key,))
    if contender is not None:
        db.conn.execute(
            "INSERT INTO alias (label, shown, contender) VALUES (?, ?, ?)",
            (key, " ".join(label.split()), contender),
        )
    return before[0] if before else None
