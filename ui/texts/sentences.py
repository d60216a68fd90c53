"""Code to sentence, in English and Turkish: what was found where, and the way out.

The window and the command line both speak from here, so no Qt ever enters; which rule was broken
is decided in `desk`, what is said of it stands in the tables beside this file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from desk import turkish
from desk.facts.codes import Code, Refusal
from desk.facts.finding import Finding
from ui.texts.desk import (
    DESK_SENTENCES,
    ELECTION_PROBLEMS,
    ELECTION_UNKNOWN,
    FIGURES_PROBLEMS,
    NOT_FOLLOWED,
)
from ui.texts.findings import FINDING_SENTENCES, names_of
from ui.texts.nights import NIGHT_SENTENCES
from ui.texts.notation import written
from ui.texts.numbered import numbered_of
from ui.texts.posts import POST_SENTENCES, TEMPLATE_PROBLEMS, obstacle_values
from ui.texts.reader import READER_SENTENCES

if TYPE_CHECKING:
    from desk.facts.election import Election
    from desk.facts.post import Obstacle

LANGUAGES = ("en", "tr")

SENTENCES: dict[Code, tuple[str, str]] = (
    DESK_SENTENCES | FINDING_SENTENCES | NIGHT_SENTENCES | POST_SENTENCES | READER_SENTENCES
)
"""Every code's sentence, in the order of `LANGUAGES`."""

NAMES_LISTED = 8
"""How many known names a sentence can carry before it stops being one."""

LONGEST_TEXT = 80
"""How much of a refused text is repeated, in characters; the rest is in its cell or line."""


class _Values(dict[str, str]):
    """A sentence with a value missing is still better than none."""

    def __missing__(self, key: str) -> str:
        return "?"


def sentence(code: Code, values: Mapping[str, object], language: str) -> str:
    """The sentence for a code in `en` or `tr`, on one line whatever the values hold."""
    template = SENTENCES[code][LANGUAGES.index(language)]
    given = {
        name: sentence(value.code, value.values, language).removesuffix(".")
        if isinstance(value, Refusal)
        else _one_line(value)
        for name, value in values.items()
    }
    text = given.get("text", "")
    if len(text) > LONGEST_TEXT:
        given["text"] = text[:LONGEST_TEXT] + "…"
    said = numbered_of(template, _Values(given | _phrases(given, language)))
    return " ".join(said.split())


def refusal_text(refusal: Refusal, language: str) -> str:
    """A refusal's sentence, led by its line where it has one."""
    said = sentence(refusal.code, refusal.values, language)
    line = refusal.values.get("line")
    if line is None or "{line}" in SENTENCES[refusal.code][0]:
        return said
    return f"{_choice(language, 'line', 'satır')} {line}: {said}"


def why_not_followed(code: Code, language: str) -> str:
    """Why an open file is not followed, in a few words; the code where nothing shorter is known."""
    return NOT_FOLLOWED.get(code, (code.value, code.value))[LANGUAGES.index(language)]


def finding_text(finding: Finding, election: Election, language: str) -> str:
    """A finding's sentence, with names for codes and numbers in the language's notation."""
    sources = [slot.source for slot in finding.slots]
    race = election.contest(sources[0].contest)
    values = {name: written(value, language) for name, value in finding.values.items()}
    values["place"] = sources[0].place
    values["contest"] = _choice(language, race.name_en, race.name_tr)
    values["agency"] = sources[0].agency
    for side, source in (("a", sources[0]), ("b", sources[-1])):
        values[f"agency_{side}"] = source.agency
        values[f"to_{side}"] = turkish.suffixed(source.agency, "dat")
        if leader := finding.values.get(f"leader_{side}"):
            values[f"leader_{side}"] = election.label(race.id, leader)
    values |= {
        name: written(said, language)
        for name, said in names_of(finding, election, language).items()
    }
    return sentence(finding.code, values, language)


def obstacle_text(obstacle: Obstacle, language: str) -> str:
    """The sentence for what stands in a post's way."""
    return sentence(obstacle.code, obstacle_values(obstacle, language), language)


def system_language() -> str:
    """Turkish where the user's system asks for it, otherwise English."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    # LANGUAGE outranks the others except in the plain C locale, as gettext has it.
    wished = "" if locale in ("C", "POSIX") else os.environ.get("LANGUAGE", "")
    language = wished.split(":")[0] or locale or _windows_language()
    return "tr" if language.lower().startswith("tr") else "en"


def _windows_language() -> str:
    if sys.platform == "win32":
        import ctypes

        turkish_id = 0x1F
        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "tr" if primary == turkish_id else "en"
    return ""


def _choice(language: str, english: str, in_turkish: str) -> str:
    return in_turkish if language == "tr" else english


def _one_line(value: object) -> str:
    visible = (letter if letter.isprintable() else " " for letter in str(value))
    return " ".join("".join(visible).split())


def _phrases(given: Mapping[str, str], language: str) -> dict[str, str]:
    """The parts of a sentence that depend on more than one value, or may be missing."""
    known = given.get("known", "")
    phrases = {
        "figure": f"{given.get('item', '')} {given.get('contender', '')}".strip(),
        "names": known,
        "known_version": known,
        "known": _known(given.get("text") or given.get("election", ""), known, language)
        if "known" in given
        else "",
        "hint": _hint(given.get("hint", ""), language),
        "holder": _holder(given, language),
        "and_more": _more(given.get("more", "0"), language),
        "at": f" ({given['where']})" if given.get("where") else "",
    }
    if "places" in given:
        phrases["places"] = _places(given["places"], language)
    for name, key, table in (
        ("problem", "problem", FIGURES_PROBLEMS),
        ("fault", "fault", ELECTION_PROBLEMS),
        ("unknown", "what", ELECTION_UNKNOWN),
        ("wrong", "wrong", TEMPLATE_PROBLEMS),
    ):
        if found := table.get(given.get(key, "")):
            said = found[LANGUAGES.index(language)]
            phrases[name] = said.format_map(_Values({**given, **phrases}))
    return phrases


def _known(text: str, known: str, language: str) -> str:
    """The names that resemble a mistyped one, or all of them where they are few."""
    # Slow to load, and only a slip needs it.
    from difflib import get_close_matches

    names = {turkish.fold(name): name for name in known.split(", ") if name}
    near = [names[found] for found in get_close_matches(turkish.fold(text), names, cutoff=0.7)]
    if near:
        return _choice(language, "Did you mean {}?", "Şunu mu demek istediniz: {}?").format(
            ", ".join(near)
        )
    if len(names) > NAMES_LISTED or not names:
        return _choice(language, "Check the spelling.", "Yazımını kontrol edin.")
    return _choice(language, "There are: {}.", "Olanlar: {}.").format(", ".join(names.values()))


def _places(places: str, language: str) -> str:
    """The places a sentence is about, as long as it can carry them."""
    count = len(places.split(", ")) if places else 0
    if not count:
        return _choice(language, "this contest", "bu yarış")
    return _choice(language, f"{count} places", f"{count} yer") if count > NAMES_LISTED else places


def _more(count: str, language: str) -> str:
    """How many of a long list of choices are not told."""
    if count == "0":
        return ""
    return _choice(language, f" and {count} more", f" ve {count} yer daha")


def _hint(hint: str, language: str) -> str:
    if not hint:
        return ""
    return _choice(
        language,
        f" If the decimal mark was left out, type {hint.replace(',', '.')}.",
        f" Ondalık işareti unutulduysa {hint} yazın.",
    )


def _holder(given: Mapping[str, str], language: str) -> str:
    who, host = given.get("who", "?"), given.get("host", "?")
    if who == "?" and host == "?":
        return _choice(language, "it did not say whose", "kimin olduğu yazmıyor")
    clock = _local_clock(given.get("since", ""))
    if not clock:
        return f"{who}, {host}"
    since = _choice(language, f"since {clock}", f"{turkish.suffixed(clock, 'abl')} beri")
    return f"{who}, {host}, {since}"


def _local_clock(moment: str) -> str:
    """A UTC moment of the file as this machine's clock shows it; nothing if it is none."""
    try:
        return turkish.clock(datetime.fromisoformat(moment).astimezone().time())
    except ValueError:
        return ""
