"""Where the reader stands in a text: the agency, place, time and contest that hold until the next.

Each keeps whether it is certain; figures met while one is not are asked about, never filed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from desk.facts.codes import Code
from desk.reading.items import AgencyNamed, Mention, PlaceNamed, TextItem
from desk.reading.lexicon import Context


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why figures cannot be filed here: the question, what it is about, the choices."""

    code: Code
    start: int
    end: int
    known: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """One bulletin's address, as far as the text has given it.

    ``province`` tells districts of one name apart (there are two called Ereğli).
    """

    agency: str | None = None
    place: str | None = None
    contest: str | None = None
    time: time | None = None
    block: int = 0
    province: str = ""


Held = tuple[Address, Doubt | None, Doubt | None, bool, dict[str, tuple[int, int]]]
"""What a snapshot keeps: the address, the doubts, whether elsewhere, the fragments."""


class ReadingState:
    """What holds at the present point of the text. Mutable: it walks along with the reader."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.where = Address()
        self.agency_doubt: Doubt | None = None
        self.place_doubt: Doubt | None = None
        self.elsewhere = False
        self.province = ""
        self.spans: dict[str, tuple[int, int]] = {}
        self._agency_at = self._place_at = self._steps = 0
        self._agency_time = False
        self._agency_used = False
        self.agencies: set[str] = set()

    @property
    def doubt(self) -> Doubt | None:
        """The first reason not to file what comes now."""
        return self.place_doubt or self.agency_doubt

    def set_agency(self, item: TextItem) -> None:
        """An agency opens its block, or is the source of this sentence."""
        assert isinstance(item.data, AgencyNamed)
        self._steps += 1
        code = item.data.code
        if code is None:
            self.doubt_agency(item.start, item.end)
            return
        if self._agency_time and code != self.where.agency and self.where.agency is not None:
            # A time given with one agency's figures is not the other's.
            self.where = replace(self.where, time=None)
            self.spans.pop("time", None)
            self._agency_time = False
        self.where = replace(self.where, agency=code)
        self.agencies.add(code)
        self._agency_used = False
        self.spans["agency"] = (item.start, item.end)
        self.agency_doubt = None
        self._agency_at = self._steps

    def doubt_agency(self, start: int, end: int) -> None:
        """Two agencies at once, or a source nobody knows: nothing is filed until the next."""
        self.where = replace(self.where, agency=None)
        self.spans.pop("agency", None)
        self.agency_doubt = Doubt(Code.Q307, start, end)

    def set_place(self, item: TextItem) -> None:
        """A place holds from here on. A name that two provinces share is settled or asked about."""
        assert isinstance(item.data, PlaceNamed)
        self._steps += 1
        if self._agency_used and self._agency_at > self._place_at > 0:
            self._leave_agency(item)
        self._place_at = self._steps
        entries = item.data.entries
        if len(item.data.names) == 1 and len(entries) == 1:
            chosen = entries[0]
        else:
            near = [entry for entry in entries if entry.province == self.province]
            if len(near) != 1 or not self.province:
                known = ", ".join(sorted(f"{entry.name} ({entry.province})" for entry in entries))
                self.doubt_place(item.start, item.end, Code.Q306, known)
                return
            chosen = near[0]
        self.province = chosen.province or chosen.name
        self.place_doubt = None
        self.where = replace(self.where, place=chosen.name, province=chosen.province)
        self.spans["place"] = (item.start, item.end)
        self.elsewhere = bool(self._context.places) and chosen.name not in self._context.places

    def _leave_agency(self, item: TextItem) -> None:
        """The agency was named inside the place before: it is not known to go on in the next.

        A new heading starts without one; in running text the only agency of a text goes on, and
        of several nobody knows which.
        """
        assert isinstance(item.data, PlaceNamed)
        if item.data.form is Mention.HEAD:
            self.where = replace(self.where, agency=None)
            self.spans.pop("agency", None)
            self.agency_doubt = None
        elif len(self.agencies) > 1:
            self.doubt_agency(item.start, item.end)

    def use(self) -> None:
        """A figure was filed under what holds now."""
        self._agency_used = True

    def doubt_place(self, start: int, end: int, code: Code = Code.Q310, known: str = "") -> None:
        """It is not certain which place is meant: nothing is filed until the next."""
        self.where = replace(self.where, place=None, province="")
        self.spans.pop("place", None)
        self.elsewhere = False
        self.place_doubt = Doubt(code, start, end, known)

    def set_time(self, moment: time, start: int, end: int, with_agency: bool) -> None:
        """A time holds for the block, or only for the agency it was given with."""
        self.where = replace(self.where, time=moment)
        self.spans["time"] = (start, end)
        self._agency_time = with_agency

    def set_contest(self, contest: str, start: int, end: int) -> None:
        """A contest holds from here on."""
        self.where = replace(self.where, contest=contest)
        self.spans["contest"] = (start, end)

    def new_block(self) -> None:
        """A liveblog's next entry: nothing of the one before holds."""
        self.where = Address(block=self.where.block + 1)
        self.spans = {}
        self.agency_doubt = self.place_doubt = None
        self.elsewhere = False
        self._agency_at = self._place_at = 0
        self._agency_time = self._agency_used = False

    def snapshot(self) -> Held:
        """What holds now, to come back to."""
        spans = dict(self.spans)
        return self.where, self.agency_doubt, self.place_doubt, self.elsewhere, spans

    def restore_place(self, held: Held) -> None:
        """Come back to the place that held at the snapshot."""
        self.where = replace(self.where, place=held[0].place, province=held[0].province)
        self.place_doubt, self.elsewhere = held[2], held[3]
        if "place" in held[4]:
            self.spans["place"] = held[4]["place"]

    def restore(
        self,
        held: Held,
    ) -> None:
        """Come back to what held at the snapshot."""
        self.where, self.agency_doubt, self.place_doubt, self.elsewhere, self.spans = held
