"""Why an agency's bulletins are corrected, in English and Turkish: the reason a text gives itself.

Which bulletin takes another's place is decided in `desk`; the window and the command line say it
alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from desk.facts.election import Election
from desk.facts.figures import plain
from desk.reading.proposals import Proposal
from ui.texts.notation import written
from ui.texts.sentences import LANGUAGES

CORRECTED = (
    "{agency} corrected itself: {label} {new}, not {old}",
    "{agency} düzeltti: {label} {old} değil {new}",
)
"""The reason of a correction an agency's text makes itself."""


def correction_reason(election: Election, bulletins: Iterable[Proposal], language: str) -> str:
    """Why bulletins are corrected, as the file keeps it: which agency took which figure back."""
    template = CORRECTED[LANGUAGES.index(language)]
    told = [
        template.format(
            agency=one.source.agency,
            label=election.label(one.source.contest, figure.row.contender),
            new=written(plain(figure.value), language),
            old=written(plain(figure.denied), language),
        )
        for one in bulletins
        if one.corrects is not None and not one.filed
        for figure in one.figures
        if figure.denied is not None
    ]
    return "; ".join(told)
