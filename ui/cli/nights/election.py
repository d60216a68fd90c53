"""The subcommands about elections as files: `election new` makes one, `check` judges it, `list`.

What a night is made of is the desk's; here options become answers, and refused rows are told by
their lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from desk.facts import catalog
from desk.facts.codes import Code, Refusal
from desk.facts.election import ContestKind
from desk.nights import choosing, loading, making
from desk.nights import csv as lists
from desk.nights.answers import AGENCIES, Level, NightAnswers, NightKind, OwnPlace, StandingRow
from desk.nights.csv import ReadList
from desk.nights.loading import Loaded
from desk.reading.files.csv import decode
from desk.tables import Table, to_text
from desk.turkish import fold
from ui.cli.arguments import listed, read_bytes
from ui.cli.errors import Stopped, confirm, emit, stop_at, tell_refusal
from ui.cli.words import in_language, words

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Row = TypeVar("Row")


@click.group()
def election() -> None:
    """Elections as files: make one, check one, list those there are."""


@election.command("new")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write."
)
@click.option("--kind", required=True, type=click.Choice([kind.value for kind in NightKind]))
@click.option("--date", "day", required=True, metavar="2029-03-25", help="Election day.")
@click.option(
    "--places",
    required=True,
    metavar="A,B|Türkiye|@CSV",
    help="Places by name, the whole country, or a list of her own: " + ",".join(lists.PLACES),
)
@click.option(
    "--level",
    type=click.Choice([level.value for level in Level]),
    default=Level.DISTRICT.value,
    show_default=True,
    help="How far down the places go.",
)
@click.option("--contests", metavar="bbb,bb,…", help="What is voted for; else all of the kind.")
@click.option(
    "--contenders",
    type=click.Path(path_type=Path),
    metavar="CSV",
    help="Who stands, as a list (- is stdin): " + ",".join(lists.CONTENDERS),
)
@click.option("--agencies", metavar="A,B", default=",".join(AGENCIES), show_default=True)
@click.option("--name", metavar="TEXT", help="What the night is called.")
def make(
    output: Path,
    kind: str,
    day: str,
    places: str,
    level: str,
    contests: str | None,
    contenders: Path | None,
    agencies: str,
    name: str | None,
) -> None:
    """Make an election file; boxes, voters and parties are those of the last time."""
    asked, own = _places(places)
    answers = NightAnswers(
        NightKind(kind),
        _day(day),
        asked,
        own,
        Level(level),
        _contests(contests),
        agencies=_agencies(agencies),
        name=_name(name),
    )
    if contenders is not None:
        answers = replace(answers, standing=_contenders(contenders, making.put_together(answers)))
    data = making.to_file(answers)
    if found := loading.faults(data):
        raise found[0]
    loaded = loading.of(data)
    loading.write(output, loaded)
    confirm(words("election_made", file=output, **_counts(loaded)) + "\n")


@election.command("check")
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Tell what a file holds, or every fault with its place in the file."""
    try:
        data = loading.decoded(file)
    except Refusal as refusal:
        tell_refusal(refusal, "" if refusal.code is Code.S900 else str(file))
        raise Stopped from refusal
    found = loading.faults(data)
    for fault in found:
        tell_refusal(fault, str(file))
    if found:
        raise Stopped
    loaded = loading.of(data)
    told = {
        "parties": len(loaded.election.parties),
        "agencies": len(loaded.election.agencies),
        **_counts(loaded),
    }
    emit(words("election_whole", file=file, **told) + "\n")


@election.command("list")
def list_known() -> None:
    """Tell which elections are shipped and which are in the editor's own folder."""
    shipped = catalog.elections()
    rows = []
    for name, path in loading.known().items():
        kept = words("shipped") if name in shipped else str(path)
        try:
            loaded = loading.load(path)
        except Refusal as refusal:
            tell_refusal(refusal)
            continue
        told = _counts(loaded)
        rows.append((name, str(told["election"]), told["places"], told["contests"], kept))
    heads = ("election", "name", "places", "contests", "where_kept")
    emit(to_text(Table(tuple(words(head) for head in heads), tuple(rows))))


def _counts(loaded: Loaded) -> dict[str, str | int]:
    election = loaded.election
    return {
        "election": in_language(election.name_en, election.name_tr),
        "places": len(election.places),
        "contests": len(election.contests),
        "contenders": sum(len(contest.contenders) for contest in election.contests),
    }


def _day(text: str) -> date:
    # Python's own reader also takes 20290325 and 2029-W12-7.
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Refusal(Code.E191, text=text)


def _places(text: str) -> tuple[tuple[str, ...], tuple[OwnPlace, ...]]:
    """The country's places that are named, or the places of a list."""
    if not text.startswith("@"):
        return choosing.named_in(text), ()
    data, name = read_bytes(Path(text[1:]))
    read = _whole(lambda: lists.read_places(decode(data)), name)
    # Names alone are the country's places as if they were typed, with all that lies in them.
    bare = [row for row in read if row.known and row.boxes is None and row.registered is None]
    if len(bare) == len(read):
        return tuple(row.id for row in read), ()
    return (), read


def _contests(text: str | None) -> tuple[ContestKind, ...] | None:
    if text is None:
        return None
    found = []
    for name in listed(text, "--contests"):
        known = {fold(kind.value): kind for kind in ContestKind}
        if fold(name) not in known:
            raise Refusal(Code.E125, text=name, known=", ".join(ContestKind))
        found.append(known[fold(name)])
    return tuple(found)


def _agencies(text: str) -> tuple[str, ...]:
    names = listed(text, "--agencies")
    codes = [making.agency(name)["code"] for name in names]
    if len(set(codes)) != len(codes):
        raise Refusal(Code.E192, text=text)
    return tuple(codes)


def _name(text: str | None) -> str:
    if text is not None and not text.strip():
        raise Refusal(Code.E132, column="--name")
    return " ".join((text or "").split())


def _contenders(path: Path, made: making.Made) -> tuple[StandingRow, ...]:
    data, name = read_bytes(path)
    return _whole(lambda: lists.read_contenders(decode(data), made), name)


def _whole(read: Callable[[], ReadList[Row]], name: str) -> tuple[Row, ...]:
    """The rows of a list, all or none: what is refused in it is told by line, and stops."""
    try:
        found = read()
        if found.others:
            raise Refusal(Code.E181, problem="extra", columns=", ".join(found.others))
    except Refusal as refusal:
        tell_refusal(refusal, name)
        raise Stopped from refusal
    stop_at(found.refusals, name)
    return found.rows
