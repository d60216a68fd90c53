"""The shape of a `.secim` file: frozen migration steps, in order, each a small function.

A step that has been released never changes; the file's `user_version` is how many it has had.
No Python class of today appears in a step, so that old steps keep meaning what they meant.
"""

from __future__ import annotations

from collections.abc import Callable

from desk.file.disk import Database

APPLICATION_ID = 0x5365634D
"""ASCII "SecM" in the SQLite header: `file` and the desk tell a night from any other database."""

Step = Callable[[Database], None]


def step_1_the_night(db: Database) -> None:
    """Election, bulletins that never change, drafts that do, and the latest of each topic."""
    for statement in _THE_NIGHT:
        db.conn.execute(statement)


def step_2_pasted_texts(db: Database) -> None:
    """The texts bulletins were read from, each figure's fragment, and the names learned."""
    for statement in _PASTED_TEXTS:
        db.conn.execute(statement)


def step_3_acceptances(db: Database) -> None:
    """Findings the editor lets stand, and why."""
    for statement in _ACCEPTANCES:
        db.conn.execute(statement)


def step_4_the_ledger(db: Database) -> None:
    """Posts that went out, every figure each one cited, and what was said of them since."""
    for statement in THE_LEDGER:
        db.conn.execute(statement)


def step_5_the_identity(db: Database) -> None:
    """A name that this night alone has, and how often each sitting has written to it."""
    for statement in _THE_IDENTITY:
        db.conn.execute(statement)


def step_6_what_was_printed(db: Database) -> None:
    """What corrections take back: all that a post printed, not its figures alone."""
    for statement in _TAKEN_BACK:
        db.conn.execute(statement)


def step_7_who_leads(db: Database) -> None:
    """Who leads and by how much are topics of their own."""
    for statement in _WHO_LEADS:
        db.conn.execute(statement)


def step_8_who_stands(db: Database) -> None:
    """Candidates by contest, place and party."""
    for statement in _WHO_STANDS:
        db.conn.execute(statement)


def step_9_any_election(db: Database) -> None:
    """Places as a tree, contests by kind and place, seats; what is corrected stays on record."""
    for statement in _ANY_ELECTION:
        db.conn.execute(statement)


def step_10_the_chain(db: Database) -> None:
    """A digest for all that was filed, published or let stand, each over the one before it."""
    for statement in _THE_CHAIN:
        db.conn.execute(statement)


def step_11_by_place(db: Database) -> None:
    """Where a contender stands, and where it has withdrawn: not everywhere."""
    for statement in _BY_PLACE:
        db.conn.execute(statement)


STEPS: tuple[Step, ...] = (
    step_1_the_night,
    step_2_pasted_texts,
    step_3_acceptances,
    step_4_the_ledger,
    step_5_the_identity,
    step_6_what_was_printed,
    step_7_who_leads,
    step_8_who_stands,
    step_9_any_election,
    step_10_the_chain,
    step_11_by_place,
)

# A local minute, as a pattern: the agencies' clocks have no seconds and no zone.
_MINUTE = "0000-00-00T00:00".replace("0", "[0-9]")

_WITHDRAWN = (
    "coalesce((SELECT kind FROM mark WHERE mark.bulletin = {id}"
    " ORDER BY mark.id DESC LIMIT 1), '') = 'withdrawn'"
)

_REFRESH_LATEST = """
    DELETE FROM latest
     WHERE agency = {row}.agency AND contest = {row}.contest AND place = {row}.place;
    INSERT INTO latest (agency, contest, place, topic, bulletin)
    SELECT {row}.agency, {row}.contest, {row}.place, topic, newest
      FROM (SELECT topics.topic AS topic,
                   (SELECT s.id FROM standing AS s
                     WHERE s.agency = {row}.agency AND s.contest = {row}.contest
                       AND s.place = {row}.place
                       AND EXISTS (SELECT 1 FROM figure JOIN item ON item.name = figure.item
                                    WHERE figure.bulletin = s.id AND item.topic = topics.topic)
                     ORDER BY s.as_of DESC, s.id DESC LIMIT 1) AS newest
              FROM (SELECT DISTINCT topic FROM item) AS topics)
     WHERE newest IS NOT NULL;
"""

# A bulletin that corrects none can only be the newest of the topics it speaks of: the common case,
# spared the search through the column's night.
_TAKE_AS_LATEST = """
    INSERT INTO latest (contest, place, agency, topic, bulletin)
    SELECT DISTINCT NEW.contest, NEW.place, NEW.agency, item.topic, NEW.id
      FROM figure JOIN item ON item.name = figure.item
     WHERE figure.bulletin = NEW.id
    ON CONFLICT (contest, place, agency, topic) DO UPDATE SET bulletin = excluded.bulletin
     WHERE (SELECT (as_of, id) < (NEW.as_of, NEW.id) FROM bulletin WHERE id = latest.bulletin);
"""

_THE_NIGHT = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """CREATE TABLE election (
        id TEXT PRIMARY KEY, name_tr TEXT NOT NULL, name_en TEXT NOT NULL,
        date TEXT NOT NULL, zone TEXT NOT NULL, polls_close TEXT NOT NULL,
        sources TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE party (
        code TEXT PRIMARY KEY, ballot INTEGER NOT NULL, short TEXT NOT NULL, name TEXT NOT NULL,
        aliases TEXT NOT NULL, colour TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE agency (
        code TEXT PRIMARY KEY, name TEXT NOT NULL, aliases TEXT NOT NULL,
        official INTEGER NOT NULL, added INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TABLE place (
        name TEXT PRIMARY KEY, kind TEXT NOT NULL, boxes INTEGER, registered INTEGER
    ) STRICT""",
    """CREATE TABLE contest (
        id TEXT PRIMARY KEY, name_tr TEXT NOT NULL, name_en TEXT NOT NULL, title TEXT NOT NULL,
        aliases TEXT NOT NULL, shown TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE contender (
        contest TEXT NOT NULL REFERENCES contest, code TEXT NOT NULL,
        party TEXT NOT NULL REFERENCES party, candidate TEXT, added INTEGER NOT NULL DEFAULT 0,
        UNIQUE (contest, code)
    ) STRICT""",
    "CREATE TABLE item (name TEXT PRIMARY KEY, topic TEXT NOT NULL) STRICT",
    """INSERT INTO item (name, topic) VALUES
        ('share', 'shares'), ('votes', 'votes'),
        ('opened_share', 'opened'), ('opened_boxes', 'opened'), ('total_boxes', 'opened'),
        ('turnout', 'turnout'),
        ('lead_points', 'lead'), ('lead_votes', 'lead'), ('leader', 'lead')""",
    # as_of is the agency's local time to the minute; filed_at is UTC.
    f"""CREATE TABLE bulletin (
        id INTEGER PRIMARY KEY,
        agency TEXT NOT NULL REFERENCES agency,
        contest TEXT NOT NULL REFERENCES contest,
        place TEXT NOT NULL REFERENCES place,
        as_of TEXT NOT NULL CHECK (as_of GLOB '{_MINUTE}'),
        filed_at TEXT NOT NULL,
        filed_by TEXT NOT NULL,
        replaces INTEGER REFERENCES bulletin,
        reason TEXT NOT NULL DEFAULT '',
        CHECK (replaces IS NULL OR reason <> '')
    ) STRICT""",
    # Contest and place first: a place is read for all its agencies at once.
    "CREATE INDEX bulletin_by_place ON bulletin (contest, place, agency, as_of, id)",
    "CREATE INDEX bulletin_by_replaced ON bulletin (replaces) WHERE replaces IS NOT NULL",
    # A bulletin's figures are written before its own row, in one transaction: once the row is
    # there the triggers let nothing more in, so a filed bulletin cannot even grow.
    """CREATE TABLE figure (
        bulletin INTEGER NOT NULL REFERENCES bulletin DEFERRABLE INITIALLY DEFERRED,
        item TEXT NOT NULL REFERENCES item,
        contender TEXT NOT NULL DEFAULT '',
        value TEXT NOT NULL CHECK (value <> '' AND (item = 'leader' OR value NOT GLOB '*[^0-9.]*')),
        PRIMARY KEY (bulletin, item, contender)
    ) STRICT, WITHOUT ROWID""",
    # Withdrawals and reinstatements: the last mark of a bulletin counts.
    """CREATE TABLE mark (
        id INTEGER PRIMARY KEY,
        bulletin INTEGER NOT NULL REFERENCES bulletin,
        kind TEXT NOT NULL CHECK (kind IN ('withdrawn', 'reinstated')),
        reason TEXT NOT NULL CHECK (reason <> ''),
        at TEXT NOT NULL,
        by TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX mark_by_bulletin ON mark (bulletin, id)",
    """CREATE TABLE draft (
        agency TEXT NOT NULL REFERENCES agency,
        contest TEXT NOT NULL REFERENCES contest,
        place TEXT NOT NULL REFERENCES place,
        as_of TEXT NOT NULL,
        timed INTEGER NOT NULL,
        replaces INTEGER REFERENCES bulletin,
        PRIMARY KEY (agency, contest, place)
    ) STRICT""",
    """CREATE TABLE draft_figure (
        agency TEXT NOT NULL, contest TEXT NOT NULL, place TEXT NOT NULL,
        item TEXT NOT NULL REFERENCES item,
        contender TEXT NOT NULL DEFAULT '',
        value TEXT NOT NULL CHECK (value <> ''),
        PRIMARY KEY (agency, contest, place, item, contender),
        FOREIGN KEY (agency, contest, place) REFERENCES draft ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    # Who has the file open. The lock file decides whether anybody has; this row says who.
    """CREATE TABLE desk (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        who TEXT NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL, since TEXT NOT NULL
    ) STRICT""",
    f"""CREATE VIEW standing AS
        SELECT b.* FROM bulletin AS b
         WHERE NOT {_WITHDRAWN.format(id="b.id")}
           AND NOT EXISTS (SELECT 1 FROM bulletin AS r
                            WHERE r.replaces = b.id AND NOT {_WITHDRAWN.format(id="r.id")})""",
    # The newest standing bulletin that says anything of a topic. Kept by triggers: asking for it
    # over a long night with a window function takes seconds.
    """CREATE TABLE latest (
        agency TEXT NOT NULL, contest TEXT NOT NULL, place TEXT NOT NULL, topic TEXT NOT NULL,
        bulletin INTEGER NOT NULL REFERENCES bulletin,
        PRIMARY KEY (contest, place, agency, topic)
    ) STRICT, WITHOUT ROWID""",
    f"""CREATE TRIGGER latest_after_filing AFTER INSERT ON bulletin WHEN NEW.replaces IS NULL
        BEGIN {_TAKE_AS_LATEST} END""",
    f"""CREATE TRIGGER latest_after_correction AFTER INSERT ON bulletin
        WHEN NEW.replaces IS NOT NULL
        BEGIN {_REFRESH_LATEST.format(row="NEW")} END""",
    """CREATE TRIGGER latest_after_mark AFTER INSERT ON mark
        BEGIN
    """
    + _REFRESH_LATEST.replace(
        "{row}.agency", "(SELECT agency FROM bulletin WHERE id = NEW.bulletin)"
    )
    .replace("{row}.contest", "(SELECT contest FROM bulletin WHERE id = NEW.bulletin)")
    .replace("{row}.place", "(SELECT place FROM bulletin WHERE id = NEW.bulletin)")
    + " END",
    *(
        f"""CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, 'a filed bulletin never changes'); END"""
        for table in ("bulletin", "figure", "mark")
        for verb in ("UPDATE", "DELETE")
    ),
    # INSERT OR REPLACE deletes without a DELETE trigger where recursive triggers are off.
    """CREATE TRIGGER bulletin_never_replaced_in_place BEFORE INSERT ON bulletin
        WHEN EXISTS (SELECT 1 FROM bulletin WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a filed bulletin never changes'); END""",
    """CREATE TRIGGER mark_never_replaced_in_place BEFORE INSERT ON mark
        WHEN EXISTS (SELECT 1 FROM mark WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a filed bulletin never changes'); END""",
    """CREATE TRIGGER figure_never_after_filing BEFORE INSERT ON figure
        WHEN EXISTS (SELECT 1 FROM bulletin WHERE id = NEW.bulletin)
        BEGIN SELECT RAISE(ABORT, 'a filed bulletin never changes'); END""",
)

_PASTED_TEXTS = (
    """CREATE TABLE text (
        id INTEGER PRIMARY KEY, content TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE pasted (
        bulletin INTEGER PRIMARY KEY REFERENCES bulletin, text INTEGER NOT NULL REFERENCES text
    ) STRICT""",
    # start and stop count characters of the text. Fragments are written before the pasted row,
    # which closes them.
    """CREATE TABLE fragment (
        bulletin INTEGER NOT NULL REFERENCES bulletin,
        item TEXT NOT NULL REFERENCES item,
        contender TEXT NOT NULL DEFAULT '',
        start INTEGER NOT NULL CHECK (start >= 0),
        stop INTEGER NOT NULL CHECK (stop >= start),
        PRIMARY KEY (bulletin, item, contender)
    ) STRICT, WITHOUT ROWID""",
    # A label the editor has explained once; the label is folded.
    """CREATE TABLE alias (
        label TEXT PRIMARY KEY CHECK (label <> ''), shown TEXT NOT NULL, contender TEXT NOT NULL
    ) STRICT""",
    *(
        f"""CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, 'a filed bulletin never changes'); END"""
        for table in ("text", "pasted", "fragment")
        for verb in ("UPDATE", "DELETE")
    ),
    *(
        f"""CREATE TRIGGER {table}_never_replaced_in_place BEFORE INSERT ON {table}
            WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
            BEGIN SELECT RAISE(ABORT, 'a filed bulletin never changes'); END"""
        for table, key in (("text", "id"), ("pasted", "bulletin"))
    ),
    """CREATE TRIGGER fragment_never_after_filing BEFORE INSERT ON fragment
        WHEN EXISTS (SELECT 1 FROM pasted WHERE bulletin = NEW.bulletin)
        BEGIN SELECT RAISE(ABORT, 'a filed bulletin never changes'); END""",
)

_ACCEPTANCES = (
    # finding is all that the acceptance is bound to: code, slots, figures, values.
    """CREATE TABLE acceptance (
        id INTEGER PRIMARY KEY,
        finding TEXT NOT NULL CHECK (finding <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('accepted', 'unaccepted')),
        reason TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL,
        CHECK (kind = 'unaccepted' OR reason <> '')
    ) STRICT""",
    *(
        f"""CREATE TRIGGER acceptance_never_{verb.lower()} BEFORE {verb} ON acceptance
            BEGIN SELECT RAISE(ABORT, 'what was accepted is not forgotten'); END"""
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER acceptance_never_replaced_in_place BEFORE INSERT ON acceptance
        WHEN EXISTS (SELECT 1 FROM acceptance WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'what was accepted is not forgotten'); END""",
)


THE_LEDGER = (
    # A post's figures are written before its own row, which closes them; time is local.
    f"""CREATE TABLE post (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        kind TEXT NOT NULL,
        contest TEXT NOT NULL REFERENCES contest,
        time TEXT NOT NULL CHECK (time GLOB '{_MINUTE}'),
        headline TEXT NOT NULL,
        published_at TEXT NOT NULL,
        published_by TEXT NOT NULL,
        overruled TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    # By itself, so that a list of ten thousand posts reads no text.
    """CREATE TABLE post_content (
        post INTEGER PRIMARY KEY REFERENCES post DEFERRABLE INITIALLY DEFERRED,
        folded TEXT NOT NULL,
        content TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE post_figure (
        post INTEGER NOT NULL REFERENCES post DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        bulletin INTEGER NOT NULL REFERENCES bulletin,
        item TEXT NOT NULL REFERENCES item,
        contender TEXT NOT NULL DEFAULT '',
        value TEXT NOT NULL CHECK (value <> ''),
        PRIMARY KEY (post, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX post_figure_by_bulletin ON post_figure (bulletin, item, contender)",
    # What a correction put right: the mark on the old post. new is empty where it was withdrawn.
    """CREATE TABLE post_correction (
        correction INTEGER NOT NULL REFERENCES post DEFERRABLE INITIALLY DEFERRED,
        post INTEGER NOT NULL REFERENCES post,
        bulletin INTEGER NOT NULL REFERENCES bulletin,
        item TEXT NOT NULL REFERENCES item,
        contender TEXT NOT NULL DEFAULT '',
        old TEXT NOT NULL CHECK (old <> ''),
        new TEXT NOT NULL,
        stands INTEGER REFERENCES bulletin,
        PRIMARY KEY (post, bulletin, item, contender, correction)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX post_correction_by_correction ON post_correction (correction)",
    # The last mark of a post counts.
    """CREATE TABLE post_mark (
        id INTEGER PRIMARY KEY,
        post INTEGER NOT NULL REFERENCES post,
        kind TEXT NOT NULL CHECK (kind IN ('retracted', 'restored')),
        reason TEXT NOT NULL CHECK (reason <> ''),
        at TEXT NOT NULL,
        by TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX post_mark_by_post ON post_mark (post, id)",
    *(
        f"""CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, 'a published post never changes'); END"""
        for table in ("post", "post_content", "post_figure", "post_correction", "post_mark")
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER post_never_replaced_in_place BEFORE INSERT ON post
        WHEN EXISTS (SELECT 1 FROM post WHERE id = NEW.id OR name = NEW.name)
        BEGIN SELECT RAISE(ABORT, 'a published post never changes'); END""",
    """CREATE TRIGGER post_mark_never_replaced_in_place BEFORE INSERT ON post_mark
        WHEN EXISTS (SELECT 1 FROM post_mark WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'a published post never changes'); END""",
    *(
        f"""CREATE TRIGGER {table}_never_after_publishing BEFORE INSERT ON {table}
            WHEN EXISTS (SELECT 1 FROM post WHERE id = NEW.{key})
            BEGIN SELECT RAISE(ABORT, 'a published post never changes'); END"""
        for table, key in (
            ("post_content", "post"),
            ("post_figure", "post"),
            ("post_correction", "correction"),
        )
    ),
)

_THE_IDENTITY = (
    # A copy of the file keeps the name: it is the same night.
    """CREATE TABLE night (
        id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL CHECK (name <> '')
    ) STRICT""",
    "INSERT INTO night (id, name) VALUES (1, lower(hex(randomblob(16))))",
    *(
        f"""CREATE TRIGGER night_never_{verb.lower()} BEFORE {verb} ON night
            BEGIN SELECT RAISE(ABORT, 'a night keeps its name'); END"""
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER night_never_replaced_in_place BEFORE INSERT ON night
        BEGIN SELECT RAISE(ABORT, 'a night keeps its name'); END""",
    """CREATE TABLE sitting (
        id TEXT PRIMARY KEY CHECK (id <> ''), writes INTEGER NOT NULL CHECK (writes > 0)
    ) STRICT, WITHOUT ROWID""",
)

_TAKEN_BACK = (
    # printed and now as the content of a post packs them; now is NULL where it can no longer be
    # said. What older corrections put right stays in post_correction.
    """CREATE TABLE post_taken_back (
        correction INTEGER NOT NULL REFERENCES post DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        post INTEGER NOT NULL REFERENCES post,
        printed TEXT NOT NULL CHECK (printed <> ''),
        now TEXT CHECK (now <> ''),
        left_out INTEGER NOT NULL,
        PRIMARY KEY (correction, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX post_taken_back_by_post ON post_taken_back (post, correction)",
    *(
        f"""CREATE TRIGGER post_taken_back_never_{verb.lower()} BEFORE {verb} ON post_taken_back
            BEGIN SELECT RAISE(ABORT, 'a published post never changes'); END"""
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER post_taken_back_never_after_publishing BEFORE INSERT ON post_taken_back
        WHEN EXISTS (SELECT 1 FROM post WHERE id = NEW.correction)
        BEGIN SELECT RAISE(ABORT, 'a published post never changes'); END""",
)

# Who leads and by how much are said in different bulletins: a margin that names nobody leaves the
# leader as it was.
_WHO_LEADS = (
    "UPDATE item SET topic = 'leader' WHERE name = 'leader'",
    "DELETE FROM latest WHERE topic = 'lead'",
    """INSERT INTO latest (agency, contest, place, topic, bulletin)
        SELECT agency, contest, place, topic, id FROM (
            SELECT s.agency, s.contest, s.place, item.topic, s.id,
                   row_number() OVER (PARTITION BY s.agency, s.contest, s.place, item.topic
                                      ORDER BY s.as_of DESC, s.id DESC) AS nth
              FROM standing AS s
              JOIN figure ON figure.bulletin = s.id
              JOIN item ON item.name = figure.item
             WHERE item.topic IN ('lead', 'leader'))
         WHERE nth = 1""",
)

_WHO_STANDS = (
    # place is NULL for the whole contest. The last row of a name counts.
    """CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        contest TEXT NOT NULL REFERENCES contest,
        place TEXT REFERENCES place,
        party TEXT NOT NULL CHECK (party <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('listed', 'taken out')),
        at TEXT NOT NULL,
        by TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX person_by_seat ON person (contest, place, party, name, id)",
    *(
        f"""CREATE TRIGGER person_never_{verb.lower()} BEFORE {verb} ON person
            BEGIN SELECT RAISE(ABORT, 'who was listed is not forgotten'); END"""
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER person_never_replaced_in_place BEFORE INSERT ON person
        WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'who was listed is not forgotten'); END""",
)

_ANY_ELECTION = (
    "INSERT INTO item (name, topic) VALUES ('seats', 'seats')",
    # The name stays what a place is known by; own is its bare name, within another's id, parts
    # the ids of a constituency's districts.
    "ALTER TABLE place ADD COLUMN id TEXT",
    "ALTER TABLE place ADD COLUMN own TEXT",
    "ALTER TABLE place ADD COLUMN within TEXT",
    "ALTER TABLE place ADD COLUMN polls_close TEXT",
    "ALTER TABLE place ADD COLUMN parts TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE place ADD COLUMN added INTEGER NOT NULL DEFAULT 0",
    "UPDATE place SET id = name, own = name",
    """UPDATE place SET within = (SELECT id FROM place WHERE kind = 'province')
        WHERE kind = 'district'
          AND (SELECT count(*) FROM place WHERE kind = 'province') = 1""",
    "CREATE UNIQUE INDEX place_by_id ON place (id)",
    # places are ids; NULL is everywhere.
    "ALTER TABLE contest ADD COLUMN kind TEXT NOT NULL DEFAULT 'other'",
    "ALTER TABLE contest ADD COLUMN places TEXT",
    """CREATE TABLE place_counts (
        contest TEXT NOT NULL REFERENCES contest, place TEXT NOT NULL REFERENCES place,
        boxes INTEGER, registered INTEGER, polls_close TEXT, seats INTEGER,
        UNIQUE (contest, place)
    ) STRICT""",
    "ALTER TABLE party ADD COLUMN kind TEXT NOT NULL DEFAULT 'party'",
    "ALTER TABLE party ADD COLUMN members TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE contender ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0",
    # What was done to the election during the night: of what, and how it was before and after.
    """CREATE TABLE election_change (
        id INTEGER PRIMARY KEY,
        what TEXT NOT NULL CHECK (what <> ''), name TEXT NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL,
        at TEXT NOT NULL, by TEXT NOT NULL
    ) STRICT""",
    *(
        f"""CREATE TRIGGER election_change_never_{verb.lower()} BEFORE {verb} ON election_change
            BEGIN SELECT RAISE(ABORT, 'what was changed is not forgotten'); END"""
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER election_change_never_replaced_in_place BEFORE INSERT ON election_change
        WHEN EXISTS (SELECT 1 FROM election_change WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'what was changed is not forgotten'); END""",
)

_THE_CHAIN = (
    # What is sealed, and how, is told in docs/file.md.
    """CREATE TABLE link (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind <> ''),
        number INTEGER NOT NULL,
        content BLOB NOT NULL CHECK (length(content) = 32),
        digest BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT""",
    *(
        f"""CREATE TRIGGER link_never_{verb.lower()} BEFORE {verb} ON link
            BEGIN SELECT RAISE(ABORT, 'what was sealed never changes'); END"""
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE TRIGGER link_never_replaced_in_place BEFORE INSERT ON link
        WHEN EXISTS (SELECT 1 FROM link WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'what was sealed never changes'); END""",
)

_BY_PLACE = (
    # Ids of places; NULL is everywhere.
    "ALTER TABLE contender ADD COLUMN withdrawn_in TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE contender ADD COLUMN places TEXT",
)
