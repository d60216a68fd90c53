"""The house styles a newsroom can choose for its posts: marks, words and the shape of a line.

Two presets: `tdk` writes as the spelling guide has it, `seed` as the liveblog with dots and
`AA - CHP: Yüzde 55.05` does; what is said, and from which figure, never depends on either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from desk import turkish
from desk.turkish import DEFAULT_HOUSE, House

STYLE = "style"
"""The file's setting that names its house style."""


@dataclass(frozen=True, slots=True)
class Style:
    """One way to write a post; ``dashed`` puts a dash after the agency and labels with colons."""

    name: str
    house: House
    dashed: bool = False

    def clock(self, moment: datetime) -> str:
        """19.25, or as the house marks its times."""
        return turkish.clock(moment.time(), house=self.house)

    def share(self, share: Decimal) -> str:
        """A share in running text: yüzde 58,79."""
        return turkish.share_words(share, house=self.house)

    def share_in(self, share: Decimal, case: str) -> str:
        """A share with a suffix: yüzde 10'u."""
        return turkish.suffixed(self.share(share), case, house=self.house)

    def points(self, points: Decimal) -> str:
        """A difference of shares: 7,74 puan."""
        return turkish.points(points, house=self.house)

    def suffixed(self, word: str, case: str) -> str:
        """A name, a number or a time with its suffix."""
        return turkish.suffixed(word, case, house=self.house)

    def result(self, label: str, share: str, votes: str) -> str:
        """One contender's result, share and votes already written, empty where not known."""
        label, said = (f"{label}:", capital(share)) if self.dashed else (label, share)
        counted = f"({votes})" if said and votes else votes
        return " ".join(part for part in (label, said, counted) if part)

    def joined(self, results: Iterable[str]) -> str:
        """Results of one agency: decimal commas need semicolons between them."""
        return (", " if self.house.decimal_mark == "." else "; ").join(results)


TDK = Style("tdk", DEFAULT_HOUSE)
SEED = Style("seed", House(decimal_mark="."), dashed=True)
STYLES: Mapping[str, Style] = {style.name: style for style in (TDK, SEED)}


def style_of(settings: Mapping[str, str]) -> Style:
    """The style a file's settings name; the default where they name none that is known."""
    return STYLES.get(settings.get(STYLE, ""), TDK)


def capital(text: str) -> str:
    """The text with a capital at its beginning: İ for i."""
    return f"{turkish.upper(text[:1])}{text[1:]}"


def listed(names: Iterable[str]) -> str:
    """Names in running text: A; A ve B; A, B ve C."""
    *first, last = names
    return f"{', '.join(first)} ve {last}" if first else last
