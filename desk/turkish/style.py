"""The house style of a newsroom's posts: its spelling, its words and the shape of a line.

Two presets: `tdk` writes as the spelling guide has it, `seed` as the liveblog with dots and
`AA - CHP: Yüzde 55.05` does; a file's settings make each choice anew over either. No figure is ever
changed, and what a line says never enters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from desk import turkish
from desk.turkish import DEFAULT_SPELLING, Spelling, Spoken

STYLE = "style"
"""The file's setting that names its house style."""

LABELS = "labels"
"""The file's setting that names parties as the house does: AKP=AK Parti, YRP=Yeniden Refah."""

SPOKEN = "spoken"
"""The file's setting that says how names are read, for their suffixes: Woods=vuds."""

AGENCY_ORDER = "agency-order"
"""The file's setting that says which two agencies a post sets side by side, in which order."""

AS_STYLE = "style"
"""The word that leaves a choice to the preset."""

NAMED, FEW = 3, 9
"""As many places a headline names, and a line; more they count."""

COUNTED = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on")
"""Small numbers in words, as running text has them."""

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One way to write a post, over one way to spell (``spelling``).

    ``dashed`` puts a dash after the agency and labels with colons; ``signed`` writes %58,79 in
    running text too; ``padded`` gives shares and points two decimals at least; ``capitals`` sets
    place headings in capitals; ``most`` is how many contenders a line names, None for all;
    ``others`` says that *Diğer* is named; ``people`` that lines name the candidates, as headlines
    do, with their parties in brackets, and not the parties; ``tabled`` sets figures in tables where
    a form has them, in place of lines; ``labels`` are parties as the house calls them.
    """

    name: str
    spelling: Spelling
    dashed: bool = False
    signed: bool = False
    padded: bool = False
    capitals: bool = True
    most: int | None = None
    others: bool = True
    tabled: bool = False
    people: bool = True
    labels: tuple[tuple[str, str], ...] = ()

    def clock(self, moment: datetime) -> str:
        """19.25, or as the house marks its times."""
        return turkish.clock(moment.time(), spelling=self.spelling)

    def digits(self, value: Decimal | int) -> str:
        """A share or a difference by its digits alone (58,79), a count grouped (13.729)."""
        if isinstance(value, int):
            return turkish.votes_dots(value)
        return format(self._padded(value), "f").replace(".", self.spelling.decimal_mark)

    def share(self, share: Decimal) -> str:
        """A share in running text: yüzde 58,79."""
        return self.part(self._padded(share))

    def part(self, share: Decimal) -> str:
        """A share that is nobody's result, as it was published: yüzde 10 of the boxes."""
        write = turkish.share_sign if self.signed else turkish.share_words
        return write(share, spelling=self.spelling)

    def sign(self, share: Decimal) -> str:
        """A share in a table: %58,79."""
        return turkish.share_sign(self._padded(share), spelling=self.spelling)

    def points(self, points: Decimal) -> str:
        """A difference of shares: 7,74 puan."""
        return turkish.points(self._padded(points), spelling=self.spelling)

    def bound(self, points: int) -> str:
        """Whole points that are exceeded: 7 puandan fazla."""
        return f"{self.suffixed(turkish.points(points), 'abl')} fazla"

    def heading(self, place: str) -> str:
        """A place above its lines."""
        return turkish.upper(place) if self.capitals else place

    def label(self, label: str) -> str:
        """A party's short name as the house has it."""
        return dict(self.labels).get(label, label)

    def suffixed(self, word: str, case: str) -> str:
        """A name, a number or a time with its suffix."""
        return turkish.suffixed(word, case, spelling=self.spelling)

    def result(self, label: str, share: str, votes: str) -> str:
        """One contender's result, share and votes already written, empty where not known."""
        label, said = (f"{label}:", capital(share)) if self.dashed else (label, share)
        counted = f"({votes})" if said and votes else votes
        return " ".join(part for part in (label, said, counted) if part)

    def joined(self, results: Iterable[str]) -> str:
        """Results of one agency: decimal commas need semicolons between them."""
        return (", " if self.spelling.decimal_mark == "." else "; ").join(results)

    def _padded(self, value: Decimal) -> Decimal:
        """Zeros behind it up to two decimals, if the house wants them; no digit is lost."""
        exponent = value.as_tuple().exponent
        short = isinstance(exponent, int) and exponent > -2
        return value.quantize(_CENT) if self.padded and short else value


TDK = HouseStyle("tdk", DEFAULT_SPELLING)
SEED = HouseStyle("seed", Spelling(decimal_mark="."), dashed=True, people=False)
STYLES: Mapping[str, HouseStyle] = {style.name: style for style in (TDK, SEED)}

SPELLING: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "apostrophe": {"straight": {"apostrophe": "'"}, "curly": {"apostrophe": "’"}},
    "decimal-mark": {"comma": {"decimal_mark": ","}, "dot": {"decimal_mark": "."}},
    "institution-apostrophe": {
        "yes": {"institution_apostrophe": True},
        "no": {"institution_apostrophe": False},
    },
    "kirklareli-suffix": {"nde": {"eli_takes_n": True}, "de": {"eli_takes_n": False}},
    "time-mark": {"dot": {"time_mark": "."}, "colon": {"time_mark": ":"}},
    "ysk-suffix": {"nin": {"name_of_k": "ke"}, "nın": {"name_of_k": "ka"}},
}
"""What may be set of a `Spelling`: each value with the field it sets."""

SHAPE: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    "contenders": {
        "all": {"most": None},
        **{str(count): {"most": count} for count in range(2, 10)},
    },
    "decimals": {"published": {"padded": False}, "two": {"padded": True}},
    "figures": {"list": {"tabled": False}, "table": {"tabled": True}},
    "line": {"plain": {"dashed": False}, "dash": {"dashed": True}},
    "names": {"people": {"people": True}, "parties": {"people": False}},
    "others": {"yes": {"others": True}, "no": {"others": False}},
    "place-headings": {"capitals": {"capitals": True}, "plain": {"capitals": False}},
    "share-mark": {"word": {"signed": False}, "sign": {"signed": True}},
}
"""What may be set of a `HouseStyle`: each value with the field it sets."""


def style_of(settings: Mapping[str, str]) -> HouseStyle:
    """The style a file's settings name, with every choice made over it.

    What names nothing known leaves the default, or the preset as it is.
    """
    style = STYLES.get(settings.get(STYLE, ""), TDK)
    spelling, shape = _chosen(SPELLING, settings), _chosen(SHAPE, settings)
    labels = pairs_of(settings.get(LABELS, "")) or ()
    names = tuple(Spoken(*pair) for pair in pairs_of(settings.get(SPOKEN, "")) or ())
    made = replace(style.spelling, names=names, **spelling)
    return replace(style, spelling=made, labels=labels, **shape)


def pairs_of(text: str) -> tuple[tuple[str, str], ...] | None:
    """The pairs of a list ``AKP=AK Parti, YRP=Yeniden Refah``; None if it is no such list."""
    pairs = []
    for part in filter(None, map(str.strip, text.split(","))):
        label, equals, name = (" ".join(side.split()) for side in part.partition("="))
        if not (label and equals and name and name.isprintable()):
            return None
        pairs.append((label, name))
    return tuple(pairs)


def _chosen(
    choices: Mapping[str, Mapping[str, Mapping[str, object]]], settings: Mapping[str, str]
) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, values in choices.items():
        made |= values.get(settings.get(name, ""), {})
    return made


def capital(text: str) -> str:
    """The text with a capital at its beginning: İ for i."""
    return f"{turkish.upper(text[:1])}{text[1:]}"


def listed(names: Iterable[str]) -> str:
    """Names in running text: A; A ve B; A, B ve C."""
    *first, last = names
    return f"{', '.join(first)} ve {last}" if first else last
