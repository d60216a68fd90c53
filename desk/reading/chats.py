"""Who sent a message and when: a chat's stamps and names are no part of what is told."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from desk.reading.numbers import Clock, Number, clock_of
from desk.reading.tokens import Token, TokenKind, fold
from desk.reading.units import AgencyName, Claimant, PlaceName, RaceName, Unit


def without_stamp(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The line without a chat's stamp, `[20:10, 31.03.2024] Masa:`, and who says it.

    Of a stamp without a day, what stands there may be a place, behind an entry's hour; in brackets
    behind a name it may be where she is.
    """
    if (said := _said_behind(tokens)) is not None:
        return said, []
    if not tokens or not (tokens[0].text == "[" or tokens[0].kind is TokenKind.NUMBER):
        return tokens, []
    numbers = [token for token in tokens[:8] if token.kind is TokenKind.NUMBER]
    dated = any(token.text.count(".") == 2 or token.text.count("/") == 2 for token in numbers)
    clocked = [token for token in numbers if ":" in token.text]
    bracketed = tokens[0].text == "["
    if not clocked or not (dated or bracketed):
        return tokens, []
    closing = "]" if bracketed else "-"
    for position, token in enumerate(tokens[:9]):
        if token.text != closing:
            continue
        for colon in range(position + 1, min(position + 9, len(tokens))):
            before = tokens[colon - 1]
            named = before.kind is not TokenKind.MARK or before.text in (".", ")")
            if tokens[colon].text == ":" and named:
                sender = tokens[position + 1 : colon]
                if any(len(one.text) > 3 and clock_of(one.text) for one in sender):
                    # `[22:51] AA 22.40: …`: what is told begins with an hour.
                    return tokens[position + 1 :], []
                plain = dated and sender[-1].text != ")" and not _at_a_post(sender)
                return tokens[colon + 1 :], [] if plain else sender
    return tokens, []


def stamp_of(tokens: Sequence[Token]) -> Unit | None:
    """The hour of a chat's stamp: `[20:10, 31.03.2024] Masa:`."""
    for token in tokens[:8]:
        moment = clock_of(token.text[:5]) if ":" in token.text[1:3] else None
        if token.kind is TokenKind.NUMBER and moment is not None:
            return Unit(Clock(moment), token.start, token.end)
    return None


def _said_behind(tokens: list[Token]) -> list[Token] | None:
    """`Nazlı 21:16 › …`: what is said behind a name, an hour and an angle."""
    hour = next((at for at, one in enumerate(tokens[:3]) if one.kind is TokenKind.NUMBER), 0)
    if not hour or hour + 1 >= len(tokens) or clock_of(tokens[hour].text) is None:
        return None
    named = all(one.kind is TokenKind.WORD for one in tokens[:hour])
    return tokens[hour + 2 :] if named and tokens[hour + 1].text in ("›", ">", "»") else None


def stands_at(sender: list[Token]) -> list[Token]:
    """`Onur (Esenler)`, `Edirne büro`: where a sender is, if anywhere."""
    if _at_a_post(sender):
        return sender[:-1]
    opened = next((at for at, token in enumerate(sender) if token.text == "("), 0)
    inside = sender[opened + 1 : -1] if opened and sender[-1].text == ")" else []
    return inside[:-1] if _at_a_post(inside) else inside


def _at_a_post(words: Sequence[Token]) -> bool:
    return len(words) > 1 and words[-1].fold.startswith(_POSTS)


_POSTS = ("buro", "muhabir", "stringer", "temsilci", "saha", "ekip", "masa")
"""`Burdur muhabiri`: who sends from a place, by what she is there."""


_SAYS = re.compile(r"(?m)^[-•* ]*([^\W\d_]+)(?: [^\W\d_]+)?: (?=[^\W\d_])(.*)$")
_ASKS = re.compile(r"\?|\b(?:kaç|kac|m[iıuü]|nasıl|ne durumda)\s*$", re.IGNORECASE)


def speakers_of(text: str) -> frozenset[str]:
    """The first names, folded, of those who talk in `Selin: ataşehir meclis var mı`, `Okan: …`.

    Empty where nobody asks: `Bozbey: CHP 47,6` is a list of contenders.
    """
    said = [*_SAYS.finditer(text)] if ":" in text else []
    asked = len(said) > 1 and any(_ASKS.search(one[2]) for one in said)
    return frozenset(fold(one[1]) for one in said) if asked else frozenset()


def without_speaker(tokens: list[Token], speakers: Container[str]) -> list[Token]:
    """What somebody says in a talk, without her name."""
    if not tokens or tokens[0].fold not in speakers:
        return tokens
    colon = next((at for at, token in enumerate(tokens[:3]) if token.text == ":"), 0)
    return tokens[colon + 1 :] if colon else tokens


def without_caller(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """`Deniz (Esenyurt): anka chp 50.1`: who says it where, in front of what she says.

    `İmamoğlu (Kadıköy): yüzde 81` is no such line; whether a name is a contender's is not seen.
    """
    colon = next((at for at, token in enumerate(tokens[:7]) if token.text == ":"), 0)
    rest = tokens[colon + 1 :]
    if not (colon > 3 and tokens[colon - 1].text == ")" and rest):
        return tokens, []
    told = rest[0].kind is TokenKind.WORD and rest[0].fold != "yuzde"
    return (rest, tokens[:colon]) if told else (tokens, [])


def without_sender(units: list[Unit]) -> list[Unit]:
    """`22:41 Ece: ANKA'da başkanlık Maltepe chp 59,6`: who wrote it at that hour, if nobody known.

    Somebody unknown in front of figures of others, or of an agency's.
    """
    first = units[0].data if len(units) > 2 and units[1].mark(":") else None
    if not isinstance(first, Claimant) or first.people or first.parties or units[0].case:
        return units
    rest = units[2:]
    known = [unit.data for unit in rest if isinstance(unit.data, Claimant)]
    others = any(holder.people or holder.parties for holder in known)
    told = others or any(isinstance(unit.data, AgencyName) for unit in rest)
    return rest if told else units


def begins_bulletin(units: Sequence[Unit], timed: bool) -> bool:
    """Whether a message begins a bulletin, and tells no hour of its own: then it has its stamp's.

    ``timed`` says whether an hour holds already: a message without an address goes on with it.
    """
    address = AgencyName | PlaceName | RaceName
    opens = not timed or any(isinstance(unit.data, address) for unit in units)
    hours = any(unit.data.clock for unit in units if isinstance(unit.data, Number))
    return opens and not (hours or any(isinstance(unit.data, Clock) for unit in units))
