"""The statements of the step that gave the file its ledger: posts that went out, and their figures.

Released, so they never change; when they are run is decided in `schema`.
"""

_MINUTE = "0000-00-00T00:00".replace("0", "[0-9]")

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
