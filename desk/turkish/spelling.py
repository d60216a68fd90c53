"""The few choices on which Turkish newsrooms spell differently, each with a default.

Which of them a house makes is its style's (`style`); no name of a setting and no figure enters.
"""

from dataclasses import dataclass

_ALLOWED = {
    "apostrophe": ("'", "’"),
    "name_of_k": ("ke", "ka"),
    "time_mark": (".", ":"),
    "decimal_mark": (",", "."),
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """The editor's own word on one name: how it is read, and whether it takes the n.

    `name` matches the whole text or its last words ("Woods" also rules "Tiger Woods").
    `spoken` is the name spelt as it sounds ("vuds"); empty means as it is written.
    `takes_n` forces (True) or forbids (False) the n of Beyoğlu'nda; None leaves it to the rules.
    Raises ValueError for an empty name.
    """

    name: str
    spoken: str = ""
    takes_n: bool | None = None

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an overruled name is empty")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One newsroom's choices. Raises ValueError for a value that is not among the choices.

    apostrophe              ' (straight) or ’ (curly).
    name_of_k               "ke": YSK'nin, as the spelling guide has it; "ka": YSK'nın.
    eli_takes_n             True: Kırklareli'nde, Kocaeli'nde; False: Kırklareli'de, Kocaeli'de.
    institution_apostrophe  True: Anadolu Ajansı'nda; False: Anadolu Ajansında (spelling guide).
    time_mark               "." 19.25 or ":" 19:25.
    decimal_mark            "," 58,79 or "." 58.79. The thousands mark stays a full stop.
    bare_thousand           True: bin 331, as it is said; False: 1 bin 331.
    names                   names the editor has overruled; the first that matches wins.
    """

    apostrophe: str = "'"
    name_of_k: str = "ke"
    eli_takes_n: bool = True
    institution_apostrophe: bool = True
    time_mark: str = "."
    decimal_mark: str = ","
    bare_thousand: bool = True
    names: tuple[Spoken, ...] = ()

    def __post_init__(self) -> None:
        for choice, allowed in _ALLOWED.items():
            value = getattr(self, choice)
            if value not in allowed:
                raise ValueError(f"{choice} must be one of {allowed}, not {value!r}")


DEFAULT_SPELLING = Spelling()
