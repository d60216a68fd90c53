"""A made-up post to try a template on before it is kept: every name a template can use, once.

No figure here is any agency's; nothing of it is shown or kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.post import Block, Cited, Kind, Shape
from desk.posts.template_views import (
    AgencyView,
    GapView,
    LeadView,
    PlaceView,
    ResultView,
    Said,
    named,
)
from desk.posts.ties import Parts, Ties

_AGENCIES = (("AA", "Anadolu Ajansı"), ("ANKA", "ANKA Haber Ajansı"))
_PLACES = (("İstanbul", "İSTANBUL", "İstanbul genelinde"), ("Üsküdar", "ÜSKÜDAR", "Üsküdar'da"))


def sample(kind: Kind) -> Mapping[str, object]:
    """The names of a template, filled with a made-up post."""
    blocks = (
        Block("", ("İkinci paragraf.",), Shape.TEXT),
        Block("", ("“Teşekkür ederiz.”",), Shape.QUOTE),
        Block("ÜSKÜDAR", ("AA (19.25): A yüzde 50; B yüzde 40.",)),
    )
    parts = Parts("Başlık", "Giriş cümlesi.", blocks, "Kapanış.")
    ties = Ties()
    places = [_place(ties, *place) for place in _PLACES]
    return named(parts, kind.value, "seçim", "19.25", places)


def _place(ties: Ties, name: str, heading: str, at: str) -> PlaceView:
    half, less = (_said(ties, Decimal(value), Item.SHARE) for value in (50, 40))
    gap = GapView("A", "Ada", _said(ties, Decimal(10), Item.SHARE), (half, less))
    agencies = tuple(_agency(ties, *agency) for agency in _AGENCIES)
    return PlaceView(name, heading, at, name == _PLACES[0][0], agencies, (gap,), True)


def _agency(ties: Ties, code: str, name: str) -> AgencyView:
    votes = _said(ties, 1_234, Item.VOTES)
    results = tuple(
        ResultView(label, label, _said(ties, Decimal(share), Item.SHARE), votes, label == "Diğer")
        for label, share in (("A", 50), ("B", 40), ("Diğer", 10))
    )
    who = Said("A", votes.figures, None, ties)
    lead = LeadView(who, who, _said(ties, Decimal(10), Item.LEAD_POINTS), votes, False, "19.25")
    share = _said(ties, Decimal(10), Item.OPENED_SHARE)
    return AgencyView(
        code, name, "19.25", share, votes, votes, share, results, lead, f"{code} (19.25): A 50."
    )


def _said(ties: Ties, value: Decimal | int, item: Item) -> Said:
    slot = Slot(Source("AA", "", ""), Row(item, "a" if item.per_contender else ""))
    return Said(f"{value}", (Cited(slot, value, datetime(2024, 3, 31, 19, 25), 0),), value, ties)
