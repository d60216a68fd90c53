"""The templates posts are arranged by: those of the desk, and the editor's own in her folder.

A template of her own takes the place of the desk's, once it has made a post of a made-up night;
without one the desk's need not even be rendered, since they put out exactly what was composed. How
one is rendered is known elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.catalog import given, resource
from desk.facts.codes import Code, Refusal
from desk.facts.post import Ask, Block, BlockShape, Cited, PostKind
from desk.file.session import Session
from desk.posts.composed import Composed
from desk.posts.template_views import (
    AgencyView,
    CountView,
    GapView,
    LeadView,
    PlaceView,
    ResultView,
    TiedText,
    context_of,
    named,
    parts_of,
)
from desk.posts.ties import Parts, Ties
from desk.tables import write_whole
from desk.turkish.style import TDK, HouseStyle

SHARED = "_parts"
"""The template whose macros the others share."""

MOST_SOURCE = 100_000
"""Characters of a template's source; the longest of the desk's has a hundredth of it."""

_AGENCIES = (("AA", "Anadolu Ajansı"), ("ANKA", "ANKA Haber Ajansı"))
_PLACES = (("İstanbul", "İSTANBUL", "İstanbul genelinde"), ("Üsküdar", "ÜSKÜDAR", "Üsküdar'da"))


class Templates:
    """The templates in force. ``folder`` holds the editor's own, ``NAME.j2``; it need not exist."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._unsaved: dict[str, str] = {}

    def names(self) -> tuple[str, ...]:
        """Every template: one for each kind of post, and the macros they share."""
        return (*(kind.value for kind in PostKind), SHARED)

    def source(self, name: str) -> str:
        """The text of a template: the editor's own if there is one, else the desk's. E175."""
        own = self._own(name)
        if name in self._unsaved:
            return self._unsaved[name]
        if own is None or not own.is_file():
            return resource("templates", f"{name}.j2").read_text(encoding="utf-8")
        try:
            # A letter is four bytes at most.
            text = given(own, 4 * MOST_SOURCE).decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as fault:
            line = fault.object[: fault.start].count(b"\n") + 1
            raise Refusal(Code.E171, template=name, line=line, wrong="encoding") from None
        except OSError:
            raise Refusal(Code.E171, template=name, line=1, wrong="unreadable") from None
        except ValueError:
            raise Refusal(Code.E173, template=name, line=1, wrong="long") from None
        if len(text) > MOST_SOURCE:
            raise Refusal(Code.E173, template=name, line=1, wrong="long")
        return text

    def is_own(self, name: str) -> bool:
        """Whether the editor's own template is in force. E175."""
        own = self._own(name)
        return name in self._unsaved or (own is not None and own.is_file())

    def save(self, name: str, text: str) -> None:
        """Keep a template as the editor's own, once it has made a post of every kind it serves.

        E171–E174 with the line where it fails, E175, S909; then nothing was written.
        """
        own = self._own(name)
        if own is None:
            raise Refusal(Code.S909, folder="")
        self.trying(name, text)._check(name)
        try:
            own.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise Refusal(Code.S909, folder=str(own.parent)) from None
        write_whole(own, text)

    def restore(self, name: str) -> None:
        """Give the desk's own template back; the editor's is deleted. E175, S909."""
        own = self._own(name)
        try:
            if own is not None:
                own.unlink(missing_ok=True)
        except OSError:
            raise Refusal(Code.S909, folder=str(self.folder)) from None

    def trying(self, name: str, text: str) -> Templates:
        """The same with a text that is not saved in place of one template's. E173, E175."""
        if len(text) > MOST_SOURCE:
            raise Refusal(Code.E173, template=name, line=1, wrong="long")
        self._own(name)
        other = Templates(self.folder)
        other._unsaved = {name: text.replace("\r\n", "\n")}
        return other

    def arranged(self, session: Session, ask: Ask, draft: Composed) -> Composed:
        """The draft as the editor's own templates arrange it; as it is without any. E171–E174."""
        if not (self.is_own(draft.kind.value) or self.is_own(SHARED)):
            return draft
        context = context_of(session, ask, draft)
        return replace(draft, parts=self.parts(draft.kind, context, draft.writer.style))

    def parts(self, kind: PostKind, context: Mapping[str, object], style: HouseStyle) -> Parts:
        """The parts a kind's template makes of a context. E171–E174."""
        # Jinja takes longer to load than a post to compose.
        from desk.posts.template_sandbox import rendered

        sources = {name: self.source(name) for name in (kind.value, SHARED)}
        return parts_of(kind.value, rendered(kind.value, sources, context, style))

    def _check(self, name: str) -> None:
        """Make the posts of every kind a template serves out of a made-up night. E171–E174."""
        for kind in PostKind:
            if name in (kind.value, SHARED):
                self.parts(kind, sample(kind), TDK)

    def _own(self, name: str) -> Path | None:
        if name not in self.names():
            raise Refusal(Code.E175, text=name, known=", ".join(self.names()))
        return self.folder / f"{name}.j2" if self.folder else None


def sample(kind: PostKind) -> Mapping[str, object]:
    """The names of a template, filled with a made-up post."""
    blocks = (
        Block("", ("İkinci paragraf.",), BlockShape.TEXT),
        Block("", ("“Teşekkür ederiz.”",), BlockShape.QUOTE),
        Block("ÜSKÜDAR", ("AA (19.25): A yüzde 50; B yüzde 40.",)),
    )
    parts = Parts("Başlık", "Giriş cümlesi.", blocks, "Kapanış.")
    ties = Ties()
    places = [_place(ties, *place) for place in _PLACES]
    count = CountView("A", "Ada", _said(ties, 2, Item.VOTES), ("Üsküdar", "Of"), "iki ajansa göre")
    return named(parts, kind.value, "seçim", "19.25", places, (count,))


def _place(ties: Ties, name: str, heading: str, at: str) -> PlaceView:
    half, less = (_said(ties, Decimal(value), Item.SHARE) for value in (50, 40))
    gap = GapView("A", "Ada", _said(ties, Decimal(10), Item.SHARE), (half, less))
    agencies = tuple(_agency(ties, *agency) for agency in _AGENCIES)
    said = ("AA 19.25; ANKA 19.30.", "Ada'nın farkı iki ajansta da 10 puan.", "Fark olağan.", "")
    return PlaceView(name, heading, at, name == _PLACES[0][0], agencies, (gap,), True, *said)


def _agency(ties: Ties, code: str, name: str) -> AgencyView:
    votes = _said(ties, 1_234, Item.VOTES)
    results = tuple(
        ResultView(label, label, _said(ties, Decimal(share), Item.SHARE), votes, label == "Diğer")
        for label, share in (("A", 50), ("B", 40), ("Diğer", 10))
    )
    who = TiedText("A", votes.figures, None, ties)
    lead = LeadView(who, who, _said(ties, Decimal(10), Item.LEAD_POINTS), votes, False, "19.25")
    share = _said(ties, Decimal(10), Item.OPENED_SHARE)
    return AgencyView(
        code, name, "19.25", share, votes, votes, share, results, lead, f"{code} (19.25): A 50."
    )


def _said(ties: Ties, value: Decimal | int, item: Item) -> TiedText:
    slot = Slot(Source("AA", "", ""), Row(item, "a" if item.per_contender else ""))
    return TiedText(
        f"{value}", (Cited(slot, value, datetime(2024, 3, 31, 19, 25), 0),), value, ties
    )
