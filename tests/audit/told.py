"""Every cell of a night as the desk has it: filed through its one door, asked as a script asks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

from desk.facts.bulletin import Draft
from desk.facts.codes import Code, Refusal
from desk.facts.edits import Change, FileBulletins, NewBulletin, SetSetting, Withdraw
from desk.facts.election import Election
from desk.facts.election_file import from_json
from desk.file.session import Session
from desk.reading.files import csv as exchange
from desk.rules.checks import Checks
from desk.rules.comparison import comparison_json
from tests.audit.arithmetic import Act, CsvRow, keyed
from tests.audit.expected import Address, Cell
from tests.audit.faults import CODES
from tests.audit.nights import RandomNight
from ui.cli.comparison.compare import compared, spoken_of

REFUSED = frozenset({Code.E134, Code.E136, Code.E137})
"""What a night at random may run into: said already, nothing left, no longer standing."""


def csv_text(rows: Sequence[CsvRow]) -> str:
    """Rows as a figures CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, exchange.COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@dataclass
class Filing:
    """A night on its way into a file: the acts the desk has accepted, its number of each bulletin.

    ``checks`` are kept up to date by each change. ``numbers`` are the places among the accepted of
    what the night itself counts, None where the desk refused; ``waiting`` are bulletins that will
    be filed by one CSV, as a script would.
    """

    session: Session
    checks: Checks
    kept: list[Act] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    waiting: list[Sequence[CsvRow]] = field(default_factory=list)

    def do(self, act: Act) -> None:
        """Take an act of a night. What the desk refuses is left out, and what is about it."""
        kind, about, rows = act
        if kind == "file":
            # In one CSV they would be one bulletin.
            if address(rows) in map(address, self.waiting):
                self.flush()
            self.waiting.append(rows)
            return
        self.flush()
        number = self.numbers[about]
        if number is not None:
            self._try((kind, number, rows))
        elif kind == "correct":
            self.numbers.append(None)

    def flush(self) -> None:
        """File what waits: by one CSV, or each by its own where one of them is refused."""
        waiting, self.waiting = self.waiting, []
        if not waiting:
            return
        text = csv_text([row for rows in waiting for row in rows])
        found = exchange.read_figures(text, self.session.names)
        try:
            made = self._record(FileBulletins(found)).bulletins
        except Refusal as refused:
            _tolerate(refused)
            for rows in waiting:
                self._try(("file", -1, rows))
            return
        for rows, number in zip(waiting, made, strict=True):
            self._keep(("file", -1, rows), number)

    def _record(self, edit: FileBulletins | Withdraw) -> Change:
        change = self.session.record(edit)
        self.checks.take(change)
        return change

    def _try(self, act: Act) -> None:
        try:
            made = self._carry_out(act)
        except (Refusal, exchange.Refusals) as refused:
            _tolerate(refused)
            if act[0] != "withdraw":
                self.numbers.append(None)
        else:
            self._keep(act, made)

    def _keep(self, act: Act, made: int | None) -> None:
        self.kept.append(act)
        if made is not None:
            self.numbers.append(len(self.ids))
            self.ids.append(made)

    def _carry_out(self, act: Act) -> int | None:
        kind, number, rows = act
        if kind == "withdraw":
            self._record(Withdraw((self.ids[number],), "slip"))
            return None
        if kind == "file":
            text = csv_text(rows)
            found = exchange.read_figures(text, self.session.names)
            return self._record(FileBulletins(found)).bulletins[0]
        edit = FileBulletins(_corrected(self.session, self.kept, self.ids[number], act), "", "slip")
        return self._record(edit).bulletins[0]


def address(rows: Sequence[CsvRow]) -> tuple[str, ...]:
    """What makes rows of a figures CSV one bulletin."""
    return tuple(rows[0][key] for key in ("as_of", "agency", "contest", "place"))


def _tolerate(refused: Refusal | exchange.Refusals) -> None:
    if not _codes(refused) <= REFUSED:
        raise refused


def _codes(refused: Refusal | exchange.Refusals) -> set[Code]:
    if isinstance(refused, Refusal):
        return {refused.code}
    return {one.code for one in refused.refusals}


def _corrected(session: Session, kept: list[Act], wrong: int, act: Act) -> tuple[NewBulletin, ...]:
    """By the CSV where the minute tells which bulletin is meant, else by its number."""
    rows = act[2]
    try:
        found = tuple(exchange.numbered_corrections(csv_text(rows), session).values())
        if [one.replaces for one in found] == [wrong]:
            return found
    except exchange.Refusals as refused:
        if not _codes(refused) <= {Code.E148, Code.E149}:
            raise
    said = keyed([*kept, act])[-1]
    head = {key: rows[0][key] for key in ("as_of", "agency", "contest", "place")}
    whole = [
        head | {"item": item, "contender": who, "value": text}
        if item != "leader"
        else head | {"item": item, "contender": text, "value": ""}
        for (item, who), text in said.figures.items()
    ]
    if not whole:
        raise Refusal(Code.E136)
    (new,) = exchange.read_figures(csv_text(whole), session.names)
    return (NewBulletin(new.source, new.as_of, new.figures, replaces=wrong),)


def make(path: Path, night: RandomNight) -> Session:
    """A new file of a night's election with its settings, still without a bulletin."""
    election: Election = from_json(night.election)
    session = Session.create(path, election)
    for name, value in night.settings.items():
        session.record(SetSetting(name, value))
    return session


def cells(
    session: Session, checks: Checks, ids: Sequence[int], draft: Sequence[CsvRow]
) -> dict[Cell, Any]:
    """All that the desk says: the comparison as JSON and CSV, the board, findings, a draft's."""
    found: dict[Cell, Any] = {}
    agencies = [agency.code for agency in session.election.agencies]
    for pair in combinations(agencies, 2):
        sides = spoken_of(session, None, pair)
        told = json.loads(json.dumps(comparison_json(sides, checks, session.election)))
        for place in told["places"]:
            found.update(_place((*pair, place["contest"], place["place"]), place))
        for row in told["rows"]:
            address = (*pair, row["contest"], row["place"], row["contender"])
            found.update(_row(address, row, pair))
        sheet = compared(session.election, sides, pair, "csv", session)
        for line in csv.DictReader(io.StringIO(sheet.removeprefix("\ufeff"))):
            found.update(_csv_row(line))
        for contest in session.election.contests:
            for place in session.election.places:
                if checks.place_board(contest.id, place.name, pair).told:
                    found["on the board", (*pair, contest.id, place.name)] = True
    broken = {(f.bulletin, f.code.value) for f in checks.all()}
    for number, bulletin in enumerate(ids):
        for code in CODES:
            found[code, (str(number),)] = (bulletin, code) in broken
    (new,) = exchange.read_figures(csv_text(draft), session.names)
    typed = checks.of_draft(Draft(new.source, new.as_of, new.figures, timed=True))
    codes = {finding.code.value for finding in typed}
    for code in CODES:
        found[f"{code} typed", ()] = code in codes
    return found


def _place(address: Address, place: Mapping[str, Any]) -> Iterator[tuple[Cell, Any]]:
    yield ("place listed", address), True
    for side in "ab":
        yield ("leader", (*address, side)), place[f"leader_{side}"]
        yield ("lead", (*address, side)), place[f"lead_{side}"]
        yield ("lead_votes", (*address, side)), place[f"lead_votes_{side}"]
    for kind in ("leaders_differ", "lead_gap", "differ_since", "votes_at_stake"):
        yield (kind, address), place.get(kind, "(no such key)")
    judged = place.get("verdict", {"code": "(no such key)", "values": {}})
    yield ("verdict", address), judged["code"]
    yield ("verdict why", address), judged["values"].get("why", "")
    yield ("verdict who", address), judged["values"].get("who", "")
    for name in ("gap", "equal", "opened", "threshold", "minutes"):
        text = judged["values"].get(name)
        yield (f"verdict {name}", address), None if text is None else Fraction(text)
    yield ("on the board", address), False


def _row(
    address: Address, row: Mapping[str, Any], pair: tuple[str, str]
) -> Iterator[tuple[Cell, Any]]:
    yield ("row listed", address), True
    for side in "ab":
        for kind in (
            "share",
            "opened",
            "as_of",
            "opened_as_of",
            "opened_boxes",
            "total_boxes",
            "opened_by_boxes",
        ):
            yield (kind, (*address, side)), row.get(f"{kind}_{side}", "(no such key)")
    for kind in ("gap", "gap_equal_opened", "equal_opened", "possible"):
        yield (kind, address), row[kind]
    needed = {one["agency"]: [one["boxes"], one["least"], one["most"]] for one in row["needed"]}
    for agency, side in zip(pair, "ab", strict=True):
        yield ("needed", (*address, side)), needed.get(agency)


def _csv_row(line: Mapping[str, str]) -> Iterator[tuple[Cell, Any]]:
    address = tuple(line[key] for key in ("agency_a", "agency_b", "contest", "place", "contender"))
    for key in ("share_a", "share_b", "opened_a", "opened_b", "as_of_a", "as_of_b", "gap"):
        kind, _, side = key.partition("_") if key != "gap" else (key, "", "")
        if key.startswith("as_of"):
            kind, side = "as_of", key[-1]
        where = (*address, side) if side else address
        yield (f"CSV {kind}", where), line[key] or None
