"""Files that are no longer what a desk wrote: bits flipped, tables and triggers made by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.harness import REFUSED, Told, command, night_in

READINGS: tuple[tuple[str, ...], ...] = (
    ("compare", "--format", "json"),
    ("check", "--format", "json"),
    ("set",),
)
"""What a night tells; a file that was changed tells the same, or is refused, or says so."""

BROKEN = "[S917]"


def told_by(path: Path) -> list[Told]:
    """What every reading command says of a file."""
    return [command(name, path, *rest) for name, *rest in READINGS]


@cache
def truth() -> tuple[tuple[int, str], ...]:
    """What they say of the night as it was written."""
    with TemporaryDirectory() as folder:
        told = told_by(night_in(Path(folder)))
        return tuple((one.status, one.out) for one in told)


def believed(path: Path, *, told_as_before: bool = True) -> str | None:
    """What was taken for true of a file that was changed; nothing if all is well."""
    for (name, *_), one, (status, out) in zip(READINGS, told_by(path), truth(), strict=True):
        if one.trouble:
            return f"{name}: {one.trouble}"
        if one.status == REFUSED or BROKEN in one.err:
            continue
        if not told_as_before or (one.status, one.out) != (status, out):
            return f"{name} believed it: {one.out[:200]!r} {one.err[:200]!r}"
    return None


def flipped(chance: Random, folder: Path) -> str | None:
    """A bit of the file is another, a few bytes are, or two rows have changed places."""
    path = night_in(folder)
    data = bytearray(path.read_bytes())
    if chance.random() < 0.2:
        page = chance.randrange(len(data) // PAGE)
        where = [page] if swapped(data, page, chance) else []
    else:
        # The first hundred bytes say how all others are read.
        most = chance.choice((100, len(data), len(data), len(data)))
        where = [chance.randrange(most) for _ in range(chance.choice((1, 1, 1, 3)))]
        for at in where:
            data[at] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    wrong = believed(path)
    return wrong and f"bytes or page {where}: {wrong}"


PAGE = 4096
_LEAVES = (0x0A, 0x0D)


def swapped(data: bytearray, page: int, chance: Random) -> bool:
    """Let two rows of a table's or an index's leaf change places; False where there are no two."""
    head = page * PAGE + (100 if page == 0 else 0)
    count = int.from_bytes(data[head + 3 : head + 5], "big")
    if data[head] not in _LEAVES or count < 2:
        return False
    one, other = (head + 8 + 2 * at for at in chance.sample(range(count), 2))
    data[one : one + 2], data[other : other + 2] = data[other : other + 2], data[one : one + 2]
    return True


def digits(chance: Random, folder: Path) -> str | None:
    """A digit of a figure is another, written as a program would that knows the triggers."""
    path = night_in(folder)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        rows = db.execute(
            "SELECT bulletin, item, contender, value FROM figure WHERE value GLOB '*[0-9]*'"
        ).fetchall()
        bulletin, item, contender, value = chance.choice(rows)
        at = chance.choice([at for at, letter in enumerate(value) if letter.isdigit()])
        other = chance.choice([digit for digit in "123456789" if digit != value[at]])
        by_hand(
            db,
            "figure_never_update",
            "UPDATE figure SET value = ? WHERE bulletin = ? AND item = ? AND contender = ?",
            (value[:at] + other + value[at + 1 :], bulletin, item, contender),
        )
    return believed(path, told_as_before=False)


def by_hand(
    db: sqlite3.Connection, trigger: str, statement: str, values: tuple[object, ...] = ()
) -> None:
    """Change what a trigger guards, and put the trigger back."""
    sql = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (trigger,)).fetchone()[0]
    db.execute(f"DROP TRIGGER {trigger}")
    db.execute(statement, values)
    db.execute(sql)


SCHEMAS = (
    "CREATE TRIGGER sly BEFORE INSERT ON figure BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TRIGGER sly BEFORE INSERT ON setting BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TRIGGER sly AFTER INSERT ON draft_figure BEGIN"
    " UPDATE draft_figure SET value = '85.63' WHERE value = '58.63'; END",
    "CREATE TRIGGER sly AFTER INSERT ON bulletin BEGIN DELETE FROM draft; END",
    "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT",
    "CREATE INDEX more ON figure (value)",
    "CREATE VIEW more AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    " SELECT * FROM n",
    "DROP VIEW standing; CREATE VIEW standing AS SELECT b.* FROM bulletin AS b",
    "DROP VIEW standing; CREATE VIEW standing AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
    " SELECT i + 1 FROM n) SELECT b.* FROM bulletin AS b, n",
    "DROP TRIGGER figure_never_update",
    "DROP TRIGGER bulletin_never_delete",
    "DROP TRIGGER latest_after_filing",
    "DROP TRIGGER link_never_update",
    "DROP INDEX bulletin_by_place",
    "ALTER TABLE setting ADD COLUMN more TEXT",
    "ALTER TABLE setting ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(value)) VIRTUAL",
    "ALTER TABLE place RENAME COLUMN boxes TO chests",
    "DROP TABLE alias",
    "DROP TABLE draft_figure; CREATE VIEW draft_figure AS SELECT * FROM figure",
    "ALTER TABLE _sqlite_migrations ADD COLUMN more TEXT CHECK (length(hex(zeroblob(9))) > 1)",
    "ALTER TABLE _sqlite_migrations ADD COLUMN more TEXT DEFAULT 'x'",
    "ALTER TABLE _sqlite_migrations ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(name))",
    "CREATE INDEX more ON _sqlite_migrations (upper(name))",
    "CREATE INDEX more ON _sqlite_migrations (name) WHERE length(name) > 3",
    "CREATE TRIGGER more AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM draft; END",
    "PRAGMA user_version = 3",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = 77",
    "PRAGMA application_id = 7",
)
"""What the schema of a night is not."""

CONTENTS: tuple[tuple[str, str], ...] = (
    ("figure_never_update", "UPDATE figure SET value = '1.2.3' WHERE item = 'share'"),
    ("figure_never_update", "UPDATE figure SET value = '12.5' WHERE item = 'votes'"),
    ("figure_never_update", "UPDATE figure SET value = '.5' WHERE item = 'share'"),
    ("figure_never_update", "UPDATE figure SET value = '99999999999999' WHERE item = 'votes'"),
    ("figure_never_update", "UPDATE figure SET value = '58' || char(0) || '.6' WHERE bulletin = 1"),
    ("figure_never_update", "UPDATE figure SET contender = 'nobody' WHERE contender = 'chp'"),
    ("figure_never_update", "UPDATE figure SET contender = 'chp' WHERE item = 'opened_share'"),
    ("figure_never_update", "UPDATE figure SET value = 'nobody' WHERE item = 'leader'"),
    ("figure_never_delete", "DELETE FROM figure WHERE bulletin = 1"),
    ("bulletin_never_update", "UPDATE bulletin SET as_of = '2024-13-31T19:25' WHERE id = 1"),
    ("bulletin_never_update", "UPDATE bulletin SET as_of = '2024-02-31T19:25' WHERE id = 2"),
    ("bulletin_never_update", "UPDATE bulletin SET filed_at = 'yesterday' WHERE id = 2"),
    ("bulletin_never_update", "UPDATE bulletin SET filed_by = CAST(x'fffe41' AS TEXT)"),
    ("bulletin_never_update", "UPDATE bulletin SET replaces = id WHERE replaces IS NOT NULL"),
    ("bulletin_never_update", "UPDATE bulletin SET place = 'Nowhere' WHERE id = 1"),
    (
        "bulletin_never_update",
        "UPDATE bulletin SET agency = iif(agency = 'AA', 'ANKA', 'AA') WHERE id = 1",
    ),
    ("mark_never_update", "UPDATE mark SET at = 'NaN'"),
    ("mark_never_delete", "DELETE FROM mark"),
    ("post_never_update", "UPDATE post SET kind = 'gossip'"),
    ("post_never_update", "UPDATE post SET headline = headline || ' (yalan)' WHERE id = 1"),
    ("post_never_update", "UPDATE post SET time = '2024-03-31T29:25' WHERE id = 1"),
    ("post_content_never_update", "UPDATE post_content SET content = '[' WHERE post = 2"),
    ("post_content_never_update", "UPDATE post_content SET content = '{}' WHERE post = 2"),
    ("post_content_never_update", "UPDATE post_content SET content = 'null' WHERE post = 2"),
    ("post_figure_never_update", "UPDATE post_figure SET value = '1' WHERE post = 2"),
    ("post_figure_never_delete", "DELETE FROM post_figure WHERE post = 2"),
    ("person_never_update", "UPDATE person SET name = 'Kimse' WHERE id = 1"),
    ("link_never_update", "UPDATE link SET digest = zeroblob(32) WHERE id = 3"),
    ("link_never_delete", "DELETE FROM link WHERE id = (SELECT max(id) FROM link)"),
    ("link_never_delete", "DELETE FROM link"),
    ("", "UPDATE latest SET bulletin = 1 WHERE place = (SELECT place FROM bulletin WHERE id = 1)"),
    ("", "DELETE FROM latest"),
    ("", "UPDATE item SET topic = 'votes' WHERE name = 'share'"),
    ("", "INSERT INTO setting VALUES ('ban-lifted', 'never')"),
    ("", "INSERT INTO setting VALUES ('ban-lifted', '2031-01-01T10:00')"),
    ("", "INSERT INTO setting VALUES ('agency-order', 'NaN')"),
    ("", "INSERT INTO setting VALUES ('post.places', 'Nowhere')"),
    ("", "INSERT INTO setting VALUES ('rehearsal', '1e99')"),
    ("", "INSERT INTO setting VALUES ('note.bulletin.99999', 'x')"),
    ("", "INSERT INTO setting VALUES ('note.place.Adalar', ' x')"),
    ("", "UPDATE draft_figure SET value = '1,2'"),
    ("", "UPDATE draft_figure SET value = 'NaN'"),
    ("", "UPDATE draft SET as_of = 'soon'"),
    ("", "UPDATE election SET zone = 'Mars/Base'"),
    ("", "UPDATE election SET date = '2024-03-32'"),
    ("", "UPDATE election SET sources = '['"),
    ("", "UPDATE election SET polls_close = '17'"),
    ("", "DELETE FROM election"),
    ("", "UPDATE contest SET shown = '[\"nobody\"]'"),
    ("", "UPDATE contest SET shown = '7'"),
    ("", "UPDATE party SET aliases = '{}' WHERE code = 'chp'"),
    ("", "UPDATE party SET short = 'AKP' WHERE code = 'chp'"),
    ("", "UPDATE place SET kind = 'moon' WHERE name = 'Şile'"),
    ("", "UPDATE place SET boxes = -5 WHERE name = 'Şile'"),
    ("", "UPDATE place SET boxes = boxes * 2"),
    ("", "INSERT INTO alias VALUES ('x', 'X', 'nobody')"),
    ("", "INSERT INTO alias VALUES ('x', 'X' || char(0) || 'Y', 'chp')"),
    ("", "UPDATE place SET name = name || char(0) WHERE name = 'Şile'"),
    ("person_never_update", "UPDATE person SET at = 'soon'"),
    ("election_change_never_update", "UPDATE election_change SET at = 'soon'"),
)
"""What the content of a night is not, with the trigger that would forbid it."""


def hand_made(chance: Random, folder: Path) -> str | None:
    """The schema or the content of a night is not what a desk writes."""
    path = night_in(folder)
    done = spoilt(chance, path)
    wrong = done and believed(path, told_as_before=False)
    return wrong and f"{done}: {wrong}"


def spoilt(chance: Random, path: Path) -> str | None:
    """Make a night what no desk writes; how, or nothing where it changed nothing."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("PRAGMA legacy_alter_table = ON")
        if chance.random() < 0.3:
            done = chance.choice(SCHEMAS)
            db.executescript(done)
        else:
            trigger, done = chance.choice(CONTENTS)
            before = db.total_changes
            if trigger:
                by_hand(db, trigger, done)
            else:
                db.execute(done)
            if db.total_changes == before:
                return None
    return done
