"""What taking a suggestion would write, in English and Turkish: said before the key is pressed.

A draft is written to; of a filed bulletin it is a correction. What is suggested, and whether it can
be taken at all, is decided in `desk`.
"""

from __future__ import annotations

from desk import turkish
from desk.facts.bulletin import Slot
from desk.facts.election import Election
from desk.facts.finding import Finding, SlipOfHand, Suggestion
from ui.texts import names

_MOVED = {
    SlipOfHand.AGENCY: ("the draft: {was} → {agency}", "taslak: {was} → {agency}"),
    SlipOfHand.PLACE: ("the draft of {was}: {here} → {place}", "{was} taslağı: {here} → {place}"),
    SlipOfHand.OLD: ("the draft of {was} is discarded", "{was} taslağı silinir"),
}
_CORRECTION = ("correction of {agency} {time}", "{agency} {time} düzeltmesi")


def taken_text(finding: Finding, election: Election, language: str) -> str:
    """Whose figure becomes what, ``AA: CHP 85,63 → 58,63``; nothing without a suggestion."""
    suggestion, source, tr = finding.suggestion, finding.source, language == "tr"
    if suggestion is None:
        return ""
    if not suggestion.figures:
        said = _MOVED.get(suggestion.kind, ("", ""))[tr]
        return said.format(
            was=source.agency,
            here=source.place,
            agency=suggestion.agency,
            place=suggestion.place,
        )
    where = source.agency
    if finding.bulletin is not None and finding.as_of is not None:
        time = turkish.clock(finding.as_of.time())
        where = _CORRECTION[tr].format(agency=source.agency, time=time)
    return f"{where}: {_figures(suggestion, finding, election, tr)}"


def _figures(suggestion: Suggestion, finding: Finding, election: Election, tr: bool) -> str:
    pairs = []
    for row, new in suggestion.figures.items():
        old = suggestion.was.get(row, "")
        told = f"{old} → {new}".strip()
        who = names.row_label(election, Slot(finding.source, row))
        pairs.append(f"{who} {told.replace('.', ',') if tr else told}")
    return "; ".join(pairs)
