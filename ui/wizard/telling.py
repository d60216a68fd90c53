"""What the wizard says of a night that is being made: kinds, counts, and all of it in a sentence.

Sentences only; what they tell is worked out in `desk.nights`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desk import turkish
from desk.country.places import regions
from desk.facts.codes import Refusal
from desk.facts.election import ContestKind, PlaceKind
from desk.nights import standing, wording
from desk.nights.answers import NightKind
from desk.nights.making import Made
from desk.nights.plan import ChosenPlaces, Plan
from desk.turkish.style import listed
from ui.texts import language, sentences
from ui.texts.notation import written
from ui.texts.numbered import numbered

translate = QCoreApplication.translate

WITH_PEOPLE = (ContestKind.BBB, ContestKind.BB)
"""Contests of persons whom parties put up."""


def kind_name(kind: NightKind) -> tuple[str, str]:
    """A kind of night, and what is voted for in it."""
    told = {
        NightKind.LOCAL: (
            translate("NightTelling", "Local election"),
            translate(
                "NightTelling", "mayors and councils; metropolitan mayors, provincial councils"
            ),
        ),
        NightKind.PRESIDENTIAL: (
            translate("NightTelling", "Presidential election"),
            translate("NightTelling", "first round"),
        ),
        NightKind.RUNOFF: (
            translate("NightTelling", "Presidential election, second round"),
            translate("NightTelling", "the first two of the first round"),
        ),
        NightKind.PARLIAMENTARY: (
            translate("NightTelling", "Parliamentary election"),
            translate("NightTelling", "parties and their seats"),
        ),
        NightKind.GENERAL: (
            translate("NightTelling", "General election"),
            translate("NightTelling", "president and parliament on one day"),
        ),
        NightKind.REFERENDUM: (
            translate("NightTelling", "Referendum"),
            translate("NightTelling", "Evet and Hayır"),
        ),
        NightKind.BY_ELECTION: (
            translate("NightTelling", "By-election"),
            translate("NightTelling", "municipalities that vote again"),
        ),
        NightKind.OTHER: (
            translate("NightTelling", "Another count"),
            translate("NightTelling", "a union, a congress, places of your own"),
        ),
    }
    return told[kind]


def contest_title(race: ContestKind) -> str:
    """A contest as a tab and a sentence call it."""
    words = wording.contest(race)
    return words.name_tr if language.current() == "tr" else words.name_en


def number(count: int) -> str:
    """A count in the notation of the window's language."""
    return written(str(count), language.current())


def day(plan: Plan) -> str:
    """The night's day in words."""
    return wording.DAYS[language.current()](plan.day)


def called(plan: Plan) -> str:
    """What the night is called as it stands."""
    try:
        return plan.called(language.current())
    except Refusal:
        return f"{kind_name(plan.kind)[0]}, {day(plan)}"


def how_many(chosen: ChosenPlaces) -> str:
    """The places that are chosen: 42 districts, 2 provinces."""
    told = []
    for count, text in (
        (chosen.districts, translate("NightTelling", "{n} {n:district|districts}")),
        (chosen.towns, translate("NightTelling", "{n} {n:town|towns}")),
        (chosen.provinces, translate("NightTelling", "{n} {n:province|provinces}")),
    ):
        if count:
            told.append(numbered(text, n=number(count)))
    return ", ".join(told) or translate("NightTelling", "No place yet")


def _in_all(made: Made, race: ContestKind) -> str:
    """Where a contest is held, counted: in 2 provinces, in 42 places."""
    wholes = (PlaceKind.PROVINCE.value, PlaceKind.COUNTRY.value)
    held = made.held(race)
    kinds = [regions()[place].kind for place in held if place in regions()]
    if "country" in kinds:
        return translate("NightTelling", "in the whole country")
    provinces, units = kinds.count("province"), [kind for kind in kinds if kind not in wholes]
    units += ["own" for place in held if place in made.own and place not in regions()]
    if race in (ContestKind.BBB, ContestKind.IGM) or not units:
        text = translate("NightTelling", "in {n} {n:province|provinces}")
        return numbered(text, n=number(provinces))
    text = translate("NightTelling", "in {n} {n:place|places}")
    return numbered(text, n=number(len(units)))


def voted_for(made: Made) -> str:
    """What is voted for and where, in one sentence."""
    where: dict[str, list[str]] = {}
    for race in made.contests:
        where.setdefault(_in_all(made, race), []).append(_small(contest_title(race)))
    told = [
        translate("NightTelling", "{contests} {places}").format(contests=_and(names), places=there)
        for there, names in where.items()
    ]
    said = translate("NightTelling", "{contests}.").format(contests="; ".join(told))
    return _capital(said)


def _and(names: list[str]) -> str:
    if language.current() == "tr":
        return listed(names)
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _small(name: str) -> str:
    if language.current() == "tr":
        return turkish.lower(name[:1]) + name[1:]
    return name[:1].lower() + name[1:]


def _capital(text: str) -> str:
    if language.current() == "tr":
        return turkish.upper(text[:1]) + text[1:]
    return text[:1].upper() + text[1:]


def still_open(made: Made) -> str:
    """What of the contenders is not known yet and may come later; nothing where all is."""
    nobody = [race for race in made.contests if not made.rows[race]]
    if nobody:
        names = _and([_small(contest_title(race)) for race in nobody])
        return translate(
            "NightTelling", "Nobody stands yet: {contests}. They can be added later."
        ).format(contests=names)
    unnamed = [race for race in made.contests if race in WITH_PEOPLE and not _named(made, race)]
    if unnamed:
        names = _and([_small(contest_title(race)) for race in unnamed])
        return translate(
            "NightTelling", "Candidates open: {contests}. They can be added later."
        ).format(contests=names)
    return ""


def _named(made: Made, race: ContestKind) -> bool:
    return all(row.candidate for row in made.rows[race])


def why(refusal: Refusal) -> str:
    """A refusal's sentence."""
    return sentences.refusal_text(refusal, language.current())


def started_with(plan: Plan, made: Made, race: ContestKind) -> str:
    """Where the rows of a contest come from."""
    if race in plan.rows:
        return ""
    if not made.rows[race]:
        return translate("NightTelling", "Nobody yet: type a name below, or paste a list.")
    if race is ContestKind.CB:
        return translate("NightTelling", "The first two of the first round.")
    if race is ContestKind.REF:
        return ""
    last = standing.last_day(race, made.held(race), plan.day)
    if last is None:
        return ""
    said = wording.DAYS[language.current()](last)
    return translate(
        "NightTelling", "The parties with at least 0.5 % on {day}; type or paste the candidates."
    ).format(day=said)
