"""The subcommand `rehearse`: a file marked PROVA with a counted night played into it.

The night is the rehearsal's own work; here arguments are read, and slips are told in words.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from desk.facts import catalog
from desk.facts.bulletin import Row, Value
from desk.facts.election import Election
from desk.facts.figures import plain, read_clock
from desk.rehearsal import prova
from desk.rehearsal.prova import Planted
from ui.cli.errors import Misuse, confirm, emit
from ui.cli.options import FILE
from ui.cli.proof import reading
from ui.cli.words import in_language, words
from ui.texts.notation import written
from ui.texts.sentences import system_language

STOPPED = 1
"""Exit status where slips were missed."""

SLIPS: dict[str, tuple[str, str]] = {
    "digit_changed": ("a digit changed", "bir hane yanlış"),
    "digits_transposed": ("two digits changed over", "iki hane yer değiştirmiş"),
    "digit_dropped": ("a digit left out", "bir hane eksik"),
    "digit_doubled": ("a digit twice", "bir hane iki kez yazılmış"),
    "mark_moved": ("the decimal mark moved", "ondalık işareti kaymış"),
    "contenders_exchanged": ("two contenders changed over", "iki aday yer değiştirmiş"),
    "agencies_exchanged": ("the other agency's figures", "öteki ajansın rakamları"),
    "wrong_place": ("another place's figures", "başka yerin rakamları"),
    "old_bulletin": ("an old bulletin under a new time", "eski bülten yeni saatle"),
    "copied_across": ("a figure of the other agency", "öteki ajanstan kopya rakam"),
    "opened_wrong": ("opened boxes wrong", "açılan sandık yanlış"),
    "extra_zero": ("a zero too many in votes", "oyda fazladan sıfır"),
    "sum_beyond_100": ("the sum goes beyond 100", "toplam 100'ü aşıyor"),
}
"""What each kind of slip is called, in English and Turkish."""

_ITEMS = {"opened_share": "opened_pct", "turnout": "turnout_pct", "votes": "vote"}
"""Words for items, where they are not called by their own names."""


@click.command()
@FILE
@click.option(
    "--election",
    "played",
    metavar="ID|E.json",
    help="Another election, its night drawn from earlier results: one of "
    + ", ".join(prova.nights())
    + ", or a file.",
)
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    help="Which night: the same number plays the same night.",
)
@click.option(
    "--slips",
    metavar="N",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="How many keying errors to put in.",
)
@click.option("--until", metavar="21.30", help="Record the night up to this time.")
@click.option("--missed", is_flag=True, help="Tell which slips still stand in it.")
def rehearse(
    file: Path, played: str | None, seed: int, slips: int, until: str | None, missed: bool
) -> int:
    """Make a rehearsal: a night played back as two agencies, in a file marked PROVA.

    With --missed nothing is made; the exit status is 1 if slips were missed.
    """
    if missed:
        return _tell_missed(file)
    other = None if played is None else _election(played)
    with prova.make(file, seed, slips, _moment(until, other), other) as session:
        recorded = session.settings.get(prova.PLAYED)
        put = len(prova.planted(session))
    key = "rehearsed" if recorded else "rehearsed_nothing"
    until_said = recorded and f"{datetime.fromisoformat(recorded):%H.%M}"
    confirm(words(key, file=file, seed=seed, until=until_said, slips=put) + "\n")
    return 0


def told(slip: Planted, election: Election) -> str:
    """A slip in one line: when, where, which, each figure as typed and as it should be."""

    def name(row: Row) -> str:
        if row.item.is_share and row.contender:
            return election.label(slip.source.contest, row.contender)
        item = words(_ITEMS.get(row.item.value, row.item.value))
        if row.contender:
            return f"{election.label(slip.source.contest, row.contender)}, {item}"
        return item

    kind = in_language(*SLIPS[slip.kind.value])
    figures = "; ".join(
        words("slip", figure=name(row), typed=_said(typed), truth=_said(slip.truth[row]))
        for row, typed in slip.typed.items()
    )
    return f"{slip.as_of:%H.%M} {slip.source.agency} {slip.source.place}: {kind}. {figures}"


def _said(value: Value) -> str:
    return written(plain(value), system_language())


def _tell_missed(file: Path) -> int:
    with reading(file) as session:
        if not session.is_rehearsal:
            raise Misuse("no_rehearsal", file=file)
        put, left = prova.planted(session), prova.missed(session)
        lines = [words("missed", file=file, slips=len(put), missed=len(left))]
        lines += [told(slip, session.election) for slip in left]
    emit("\n".join(lines) + "\n")
    return STOPPED if left else 0


def _election(asked: str) -> Election:
    """A night that ships to be rehearsed, an election that ships, or an election file."""
    path = prova.nights().get(asked)
    if path is None and asked not in catalog.elections():
        path = Path(asked)
    return catalog.load(path or asked)


def _moment(until: str | None, played: Election | None) -> datetime | None:
    if until is None:
        return None
    return (played or catalog.load(prova.election())).moment(read_clock(until))
