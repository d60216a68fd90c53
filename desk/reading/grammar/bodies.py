"""Votes inside a body: an assembly's own president, a party's congress, a bar's board.

They are counted like any others and are of no election night: whose they are is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.reading.grammar.clauses import Clause
from desk.reading.numbers import Number
from desk.reading.races import COUNCIL
from desk.reading.tokens import fold
from desk.reading.units import AgencyName, Claimant, PlaceName, RaceName, Unit
from desk.reading.vocabulary import Sense

_WHOSE = r"(?:tbmm|meclis|genel|baro\w*|oda|odasi|sendika\w*|kulup|kulub\w*|komisyon)"
_CALL = r"(?:secimi|oylama)\w*"
_MOTIONS = ("tasari", "onerge", "gensoru", "tezkere")
_ELECTS = re.compile(
    rf"\b{_WHOSE} (?:baskani secimin\w*|baskanli[gk]\w* (?:{_CALL}|icin (?:\w+ )?yapilan))"
    r"|\bbaskani secimin\w*\s+turun\w*"
    rf"|\b{_WHOSE} baskan(?:i|ligina) (?:yeniden )?secildi|\bgenel baskanligina .*\bsecil"
    r"|\bbaskan ?vekil\w* (?:.* )?secildi|\bgenel kurulda\b"
    r"|\b(?:hsk|rtuk|yargitay|danistay|encumen) uyelig\w* icin"
    rf"|\bbaskan ?vekil\w* {_CALL}|\bencumen (?:\w+ )?{_CALL}|\bgizli oylama"
    r"|\bmeclis(?: (?!icin)\w+)? yapilan (?:\w+ )?(?:secim|oylama)|\bmeclis(?: uyeleri)? arasinda"
    rf"|\b(?:{'|'.join(_MOTIONS)})\w*\b"
    r"|\bdelege(?:nin|lerin)\b|\b(?:kurultay|kongre)\w*\b(?! (?:sonra|once|ardindan|merkez|salon))"
)
"""`TBMM Başkanlığı seçimi`, `mecliste yapılan seçimde`, `il kongresinde`: who votes are members."""

_MEMBERS = 2_000
"""More members no such body has."""


_CALLED = (
    "secim",
    "secil",
    "oylama",
    "yapilan",
    "aras",
    "delege",
    "kurul",
    "kongre",
    "uyelig",
    *_MOTIONS,
)
"""How a word begins that every such sentence has."""


def of_a_body(clauses: Sequence[Clause]) -> bool:
    """Whether a sentence tells of votes inside a body."""
    return any(
        _ELECTS.search(spoken(clause.units))
        for clause in clauses
        # Of most clauses no text is made.
        if any(word.startswith(_CALLED) for word in clause.folds)
    )


def may_be_members(clause: Clause) -> bool:
    """Whether a clause's figures may be such votes: few, and nothing of a night beside them."""
    numbers = [unit.data for unit in clause.units if isinstance(unit.data, Number)]
    few = all(not number.is_share and number.value < _MEMBERS for number in numbers)
    named = any(isinstance(unit.data, PlaceName | AgencyName | RaceName) for unit in clause.units)
    return few and not named and not clause.has(Sense.BOX, Sense.OPENED, Sense.TURNOUT)


def spoken(units: Sequence[Unit]) -> str:
    """A run of words and names as one folded text; a contest by a word of its own."""
    return " ".join(_word(unit) for unit in units)


def _word(unit: Unit) -> str:
    if isinstance(unit.data, RaceName):
        return "meclis" if unit.data.race == COUNCIL else "baskanligi"
    return fold(unit.data.text) if isinstance(unit.data, Claimant) else unit.fold
