"""The subcommands by name: where each is, and the sentence that tells of it in the list of all.

None is loaded here: its module, with all of the desk that this needs, comes when it is to run.
"""

from __future__ import annotations

from importlib import import_module

import click


class LazyCommand(click.Command):
    """A subcommand known by its name and its first sentence, until it is to run."""

    def __init__(self, name: str, place: str, sentence: str) -> None:
        super().__init__(name, help=sentence)
        self.place = place

    def load(self) -> click.Command:
        """The subcommand itself, with its module and all that this needs."""
        module, _, name = self.place.partition(":")
        command: click.Command = getattr(import_module(f"ui.cli.{module}"), name)
        return command


COMMANDS = (
    LazyCommand("new", "nights.file:new", "Make a new night for an election."),
    LazyCommand(
        "election",
        "nights.election:election",
        "Elections as files: make one, check one, list those there are.",
    ),
    LazyCommand(
        "record",
        "entry.record:record",
        "Append the figures of a CSV (stdin without one, or for -) as filed bulletins, "
        "all or none.",
    ),
    LazyCommand(
        "correct",
        "entry.corrections:correct",
        "Replace standing bulletins by the figures of a CSV, all or none.",
    ),
    LazyCommand(
        "withdraw",
        "entry.corrections:withdraw",
        "Let a filed bulletin no longer count; its row stays in the file.",
    ),
    LazyCommand(
        "candidates",
        "entry.candidates:candidates",
        "Take the candidates of a CSV (stdin for -), all or none; without one print those there "
        "are.",
    ),
    LazyCommand(
        "read",
        "entry.read:read",
        "Read an agency's text (stdin without one, or for -) and show what was read.",
    ),
    LazyCommand(
        "compare",
        "comparison.compare:compare",
        "Two agencies side by side, in every place and contest they have spoken of.",
    ),
    LazyCommand(
        "check",
        "comparison.check:check",
        "Every finding of a file: each bulletin judged by what was known when it came.",
    ),
    LazyCommand(
        "accept",
        "entry.accept:accept",
        "Let the open findings of a code about an agency and a place stand.",
    ),
    LazyCommand(
        "post",
        "posts.post:post",
        "Print a draft post, its findings on stderr; --publish puts it into the ledger.",
    ),
    LazyCommand(
        "retract",
        "posts.retract:retract",
        "Take a published post back, by the name or number it was published under.",
    ),
    LazyCommand(
        "pin",
        "posts.pin:pin",
        "Pin a published post at the top of the liveblog's page, by its name or number.",
    ),
    LazyCommand(
        "key-event",
        "posts.pin:key_event",
        "Make a published post a key event of the liveblog's page, by its name or number.",
    ),
    LazyCommand(
        "liveblog",
        "posts.liveblog:liveblog",
        "Write every published post, newest first, as one HTML page, with pictures and a feed.",
    ),
    LazyCommand(
        "export",
        "comparison.export:export",
        "Write the whole night as a spreadsheet, in Turkish words.",
    ),
    LazyCommand(
        "verify",
        "proof:verify",
        "Hold everything filed and published against the chain of digests it was sealed with.",
    ),
    LazyCommand(
        "restore",
        "proof:restore",
        "List the backups of a night, the newest first; with NUMBER put that one back.",
    ),
    LazyCommand("backup", "nights.file:backup", "Write a verified copy into a folder."),
    LazyCommand(
        "chart",
        "pictures.chart:chart",
        "Draw a chart of a night: 1200x675 or 1080x1080, a PNG with twice the pixels.",
    ),
    LazyCommand(
        "sheet",
        "pictures.sheet:sheet",
        "Print districts on A4, a page or two each, into one PDF; Turkish, like the posts.",
    ),
    LazyCommand(
        "set",
        "nights.file:set_value",
        "Show a setting of the file, or write it; without NAME all of them.",
    ),
    LazyCommand(
        "rehearse",
        "nights.rehearse:rehearse",
        "Make a rehearsal: a night played back as two agencies, in a file marked PROVA.",
    ),
)
"""Every subcommand, where it is, and the first sentence of its help, which lists it."""
