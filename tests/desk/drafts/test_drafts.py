"""A post under the editor's hands: what is hers, what is tied, what moves, and what goes out."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_
from hypothesis import strategies as st

from desk.drafts import moving, outgoing
from desk.drafts.model import (
    DRAFT,
    Paragraph,
    Piece,
    PostDraft,
    Role,
    TextSpan,
    begin,
    candidates,
    keep,
    kept,
    loose,
    number_at,
    own,
    tie,
    to_json,
    usual_kind,
)
from desk.facts import settings
from desk.facts.bulletin import Item, Row, Slot, Source
from desk.facts.codes import Code
from desk.facts.edits import (
    REHEARSAL,
    BeginCorrection,
    FileDraft,
    SetFigure,
    SetSetting,
    Withdraw,
)
from desk.facts.post import Ask, PostKind
from desk.file.session import Session
from desk.posts.compose import compose
from desk.posts.ledger import publish
from desk.turkish.style import STYLE
from tests.desk.conftest import AA, CONTEST, PLACE, file_at, refused, share, shares

HERE = Ask(CONTEST, (PLACE,))
OPENED = Row(Item.OPENED_SHARE)
ISTANBUL = Source("AA", CONTEST, "İstanbul")
ASKS = {
    PostKind.COMPARISON: HERE,
    PostKind.STATEMENT: Ask(CONTEST, who="YSK Başkanı", text="Katılım yüzde 78."),
    PostKind.NOTE: Ask(CONTEST, title="Duyuru", text="Sandıklar kapandı."),
}


@pytest.fixture
def lifted(evening: Session) -> Session:
    evening.record(SetSetting(settings.BAN_LIFTED, "2024-03-31T19:00"))
    return evening


def codes(session: Session, draft: PostDraft) -> list[Code]:
    return [one.code for one in outgoing.obstacles(session, draft)]


def rewritten(draft: PostDraft, paragraph: int, *pieces: Piece) -> PostDraft:
    parts = list(draft.parts)
    parts[paragraph] = replace(parts[paragraph], pieces=pieces)
    return replace(draft, parts=tuple(parts))


def typed(draft: PostDraft, paragraph: int, text: str) -> PostDraft:
    """The draft with a text typed behind what a paragraph says."""
    return rewritten(draft, paragraph, *draft.parts[paragraph].pieces, Piece(text))


def at_line(draft: PostDraft, beginning: str) -> int:
    return next(n for n, part in enumerate(draft.parts) if part.text.startswith(beginning))


def first_loose(session: Session, draft: PostDraft) -> TextSpan:
    return loose(draft, session.election)[0]


@pytest.mark.parametrize("kind", [kind for kind in PostKind if kind is not PostKind.CORRECTION])
def test_a_post_taken_apart_and_put_together_is_the_same(lifted: Session, kind: PostKind) -> None:
    ask = ASKS.get(kind, Ask(CONTEST))
    if kind in (PostKind.CHANGES, PostKind.LEADERS):
        file_at(lifted, AA, "19:40", shares(chp="41.00", ak_parti="44.5"))
    draft = begin(lifted, kind, ask)
    # A mark of hers at the end makes it hers; without it nothing would be put together.
    again = outgoing.to_post(typed(draft, len(draft.parts) - 1, " ."), lifted)
    post = draft.post
    assert again.headline == post.headline
    assert f"{post.body} ." == again.body.replace("..", ". .")
    assert set(again.cited) == set(post.cited)
    assert {(c.part, c.start, c.block, c.line) for c in again.chips} == {
        (c.part, c.start, c.block, c.line) for c in post.chips
    }
    assert outgoing.to_post(draft, lifted) is post


def test_every_number_of_a_computed_line_is_held(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    line = draft.parts[at_line(draft, "AA (19.25)")]
    held = [piece.text for piece in line.pieces if piece.is_number]
    assert held == ["55,05", "39,23", "2,41"]
    assert loose(draft, lifted.election) == []
    assert codes(lifted, draft) == []


def test_p501_a_typed_number_is_loose_until_it_is_tied(lifted: Session) -> None:
    draft = typed(begin(lifted, PostKind.COMPARISON, HERE), 1, " CHP yüzde 55,05.")
    (where,) = loose(draft, lifted.election)
    assert number_at(draft, where) == "55,05"
    assert codes(lifted, draft) == [Code.P501]
    (figures, *_) = candidates(lifted, draft, "55,05")
    assert figures[0].slot == Slot(AA, share("chp"))
    tied = tie(draft, where, figures)
    assert codes(lifted, tied) == []
    assert figures[0] in outgoing.to_post(tied, lifted).cited


def test_p501_a_typed_number_is_loose_until_it_is_owned(lifted: Session) -> None:
    draft = typed(begin(lifted, PostKind.COMPARISON, HERE), 1, " Beklenti 12 puandan fazla.")
    assert codes(lifted, draft) == [Code.P501]
    mine = own(draft, first_loose(lifted, draft))
    assert codes(lifted, mine) == []
    post = outgoing.to_post(mine, lifted)
    assert post.own == ("Beklenti 12 puandan",)
    assert post.cited == draft.post.cited


def test_a_number_owned_once_is_not_owned_wherever_it_stands(lifted: Session) -> None:
    draft = typed(begin(lifted, PostKind.COMPARISON, HERE), 1, " Beklenti 12.")
    mine = own(draft, first_loose(lifted, draft))
    assert codes(lifted, typed(mine, 1, " Hedef 12.")) == [Code.P501]


def test_clocks_dates_and_names_are_no_loose_numbers(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    said = " 31 Mart 2024, saat 21.10: 19.25 verileri."
    assert loose(typed(draft, 1, said), lifted.election) == []
    assert len(loose(typed(draft, 1, " 21.10 verileri."), lifted.election)) == 1


def test_p501_a_held_number_must_still_be_true_in_its_new_words(lifted: Session) -> None:
    draft = begin(lifted, PostKind.LEAD, Ask(CONTEST, agencies=("AA",)))
    fark, seven, *_ = draft.parts[0].pieces
    assert seven.text == "7"
    assert codes(lifted, rewritten(draft, 0, fark, seven, Piece(" puan"))) == [Code.P501]


def test_numbers_of_a_quotation_are_its_speakers(lifted: Session) -> None:
    draft = begin(lifted, PostKind.STATEMENT, ASKS[PostKind.STATEMENT])
    more = typed(draft, at_line(draft, "“Katılım"), " Sandık 207 bin.")
    assert loose(more, lifted.election) == []
    assert outgoing.to_post(more, lifted).claims == ("78", "207")


def test_a_note_begins_empty_and_answers_number_by_number(lifted: Session) -> None:
    draft = begin(lifted, PostKind.NOTE, Ask(CONTEST))
    assert not draft.complete
    draft = rewritten(draft, 0, Piece("Fark açılıyor"))
    draft = rewritten(draft, 1, Piece("İmamoğlu 7,74 puan önde."))
    assert draft.complete
    assert codes(lifted, draft) == [Code.P501]
    where = first_loose(lifted, draft)
    tied = tie(draft, where, candidates(lifted, draft, "7,74")[0])
    post = outgoing.to_post(tied, lifted)
    assert codes(lifted, tied) == []
    assert [cited.slot for cited in post.cited] == [Slot(ISTANBUL, Row(Item.LEAD_POINTS))]
    assert post.own == ()


def test_candidates_of_its_own_places_come_first(lifted: Session) -> None:
    adalar = Source("AA", CONTEST, "Adalar")
    file_at(lifted, adalar, "19:30", shares(chp="55.05", ak_parti="40"))
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    found = candidates(lifted, draft, "55,05")
    assert [one.slot.source.place for (one,) in found] == [PLACE, "Adalar"]
    lead = candidates(lifted, draft, "15,82")
    assert [one.slot.row for one in lead[0]] == [share("chp"), share("ak_parti")]


def test_a_newer_bulletin_moves_a_number_and_its_sentence(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    hers = typed(draft, 1, " Sayım sürüyor.")
    file_at(lifted, AA, "19:40", shares(chp="56.1", ak_parti="39.23", diger="2.41"))
    fresh = moving.refreshed(hers, lifted)
    line = fresh.parts[at_line(fresh, "AA (19.40)")].text
    assert line == (
        "AA (19.40): İmamoğlu (CHP) yüzde 56,1; Kurum (AKP) yüzde 39,23; Diğer yüzde 2,41."
    )
    assert fresh.parts[1] == hers.parts[1]
    assert moving.to_ask(fresh, lifted) == []


def test_a_sentence_of_hers_is_asked_about(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    line = at_line(draft, "AA (19.25)")
    hers = typed(draft, line, " Saat 19.25'te böyleydi.")
    file_at(lifted, AA, "19:40", shares(chp="56.1", ak_parti="39.23", diger="2.41"))
    fresh = moving.refreshed(hers, lifted)
    assert fresh.parts[line] == hers.parts[line]
    moves = moving.to_ask(fresh, lifted)
    assert [(move.old.text, move.new.text) for move in moves] == [("55,05", "56,1")]
    assert f"{moves[0].cited.as_of:%H.%M}" == "19.40"
    assert moving.to_ask(fresh, lifted, {move.key for move in moves}) == []
    everything = moving.moved(fresh, lifted)
    new = moving.update(fresh, everything, lifted).parts[line].text
    assert new.startswith("AA (19.25): İmamoğlu (CHP) yüzde 56,1; Kurum (AKP) yüzde 39,23")


def test_the_time_follows_when_everything_of_a_sentence_has_moved(lifted: Session) -> None:
    draft = begin(lifted, PostKind.NOTE, Ask(CONTEST))
    draft = rewritten(
        draft, 1, Piece("Saat 19.38'de fark 7,74 puandı; sandıkların yüzde 10'u açıktı.")
    )
    for number in ("10", "7,74"):
        where = next(
            one for one in loose(draft, lifted.election) if number_at(draft, one) == number
        )
        draft = tie(draft, where, candidates(lifted, draft, number)[0])
    file_at(lifted, ISTANBUL, "19:50", {Row(Item.LEAD_POINTS): Decimal("8.1")})
    anka = Source("ANKA", CONTEST, "İstanbul")
    file_at(lifted, anka, "19:45", {OPENED: Decimal("12"), **shares(chp="58.1", ak_parti="37")})
    moves = moving.moved(draft, lifted)
    text = moving.update(draft, moves, lifted).parts[1].text
    assert text == "Saat 19.50'de fark 8,1 puandı; sandıkların yüzde 12'si açıktı."


def test_a_withdrawn_figure_leaves_its_number_loose(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    hers = typed(draft, at_line(draft, "AA (19.25)"), " Sayım sürüyor.")
    number = next(c.bulletin for c in draft.post.cited if c.slot.source == AA)
    lifted.record(Withdraw((number,), "yanlış yer"))
    moves = moving.moved(hers, lifted)
    assert all(not move.new.is_number for move in moves)
    assert Code.P502 in codes(lifted, hers)
    bare = moving.update(hers, moves, lifted)
    (line,) = [part for part in bare.parts if part.text.startswith("AA (19.25)")]
    assert [piece.is_number for piece in line.pieces] == [False]
    assert {"55,05", "39,23"} <= {number_at(bare, where) for where in loose(bare, lifted.election)}


def test_first_figures_stay_first_but_not_when_they_were_wrong(lifted: Session) -> None:
    draft = begin(lifted, PostKind.FIRST, Ask(CONTEST, (PLACE,), ("AA",)))
    file_at(lifted, AA, "19:40", shares(chp="56.1", ak_parti="39.23"))
    assert moving.moved(draft, lifted) == []
    number = next(c.bulletin for c in draft.post.cited)
    lifted.record(BeginCorrection(number))
    lifted.record(SetFigure(AA, share("chp"), Decimal("55.15")))
    lifted.record(FileDraft(AA, "yanlış yazılmış"))
    assert ("55,05", "55,15") in [
        (move.old.text, move.new.text) for move in moving.moved(draft, lifted)
    ]


def test_untouched_it_is_composed_anew_and_says_when_it_cannot_be(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    file_at(lifted, AA, "19:40", shares(chp="56.1", ak_parti="39.23"))
    assert moving.refreshed(draft, lifted).post == compose(lifted, PostKind.COMPARISON, HERE)
    for cited in {c.bulletin for c in moving.refreshed(draft, lifted).post.cited}:
        lifted.record(Withdraw((cited,), "deneme"))
    nothing = replace(HERE, places=("Adalar",))
    with refused(Code.E141):
        moving.refreshed(PostDraft(nothing, draft.post, draft.base, draft.base), lifted)


def test_numbers_move_in_the_style_of_the_house(lifted: Session) -> None:
    lifted.record(SetSetting(STYLE, "seed"))
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    hers = typed(draft, at_line(draft, "AA"), " Sayım sürüyor.")
    file_at(lifted, AA, "19:40", shares(chp="56.10", ak_parti="39.23", diger="2.41"))
    assert [(m.old.text, m.new.text) for m in moving.moved(hers, lifted)] == [
        ("55.05", "56.10"),
        ("6.18", "5.13"),
        ("15.82", "16.87"),
        ("9.88", "8.83"),
    ]


def test_a_leaders_name_cites_as_long_as_it_is_said(lifted: Session) -> None:
    draft = begin(lifted, PostKind.LEAD, Ask(CONTEST, agencies=("AA",)))
    leader = next(c for c in draft.post.cited if c.slot.row.item is Item.LEADER)
    hers = typed(draft, 1, " Sayım sürüyor.")
    assert leader in outgoing.to_post(hers, lifted).cited
    gone = rewritten(hers, 1, Piece("Sayım sürüyor."))
    assert leader not in outgoing.to_post(gone, lifted).cited


def test_paragraphs_can_be_moved_split_and_emptied(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    head, lead, heading, _, anka, *_ = draft.parts
    parts = (head, lead, Paragraph(Role.LEAD, (Piece("\u202eYeni   paragraf. "),)), heading, anka)
    post = outgoing.to_post(replace(draft, parts=parts), lifted)
    assert (post.lead, post.closing) == (lead.text, "")
    assert [(block.heading, block.lines) for block in post.blocks] == [
        ("", ("Yeni paragraf.",)),
        (heading.text, (anka.text,)),
    ]
    assert {c.slot.source.agency for c in post.cited} == {"ANKA"}
    assert codes(lifted, replace(draft, parts=parts)) == [Code.P505]


def test_a_draft_is_kept_in_its_file_and_comes_back(lifted: Session) -> None:
    draft = typed(begin(lifted, PostKind.COMPARISON, HERE), 1, " Beklenti 12, CHP 55,05.")
    twelve, chp = loose(draft, lifted.election)
    figures = candidates(lifted, draft, "55,05")[0]
    draft = own(tie(draft, chp, figures), twelve)
    lifted.record(keep(draft))
    assert kept(lifted, PostKind.COMPARISON) == draft
    assert kept(lifted, PostKind.LEAD) is None
    back = rewritten(draft, 1, *draft.base[1].pieces)
    lifted.record(keep(back))
    assert kept(lifted, PostKind.COMPARISON) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ask", {}),
        ("parts", []),
        ("parts", [["headline", [["1", [[99, "share", "chp", "1"]], ""]]]]),
        ("parts", [["headline", [["1", [[1, "share", "chp", "1"]], ""]]]]),
        ("parts", [["chapter", []]]),
        ("kind", "novel"),
    ],
)
def test_a_kept_draft_that_does_not_fit_is_none(lifted: Session, name: str, value: object) -> None:
    draft = typed(begin(lifted, PostKind.COMPARISON, HERE), 1, " Sayım sürüyor.")
    told = to_json(draft)
    edit = SetSetting(DRAFT + "comparison", json.dumps(told | {name: value}))
    lifted.record(edit)
    assert kept(lifted, PostKind.COMPARISON) is None


def test_what_is_hers_goes_into_the_ledger_as_it_stands(lifted: Session) -> None:
    draft = typed(begin(lifted, PostKind.COMPARISON, HERE), 0, ": CHP önde")
    publish(lifted, outgoing.to_post(draft, lifted))
    assert usual_kind(lifted, CONTEST, PLACE) is PostKind.COMPARISON
    assert usual_kind(lifted, CONTEST, "İstanbul") is PostKind.LEAD


@given(
    numbers=st.lists(
        st.sampled_from(["7", "12", "55,05", "39.23", "%61,23", "13.729", "2024", "25:10", "0,5"]),
        max_size=4,
    ),
    words=st.sampled_from(["puan", "puandan fazla", "oy", "ilçe", "Mart", ""]),
    part=st.integers(0, 3),
)
@settings_(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_p501_what_is_loose_stops_and_what_is_owned_does_not(
    lifted: Session, numbers: list[str], words: str, part: int
) -> None:
    begun = begin(lifted, PostKind.COMPARISON, HERE)
    draft = typed(begun, part, "".join(f" {number} {words}" for number in numbers))
    found = loose(draft, lifted.election)
    stopped = [
        one.values["number"] for one in outgoing.obstacles(lifted, draft) if one.code is Code.P501
    ]
    assert {number_at(draft, where) for where in found} <= set(stopped)
    assert bool(found) == bool(stopped)
    while found := loose(draft, lifted.election):
        draft = own(draft, found[0])
    assert Code.P501 not in codes(lifted, draft)


def test_a_rehearsals_post_says_so_whatever_is_done_to_it(lifted: Session) -> None:
    lifted.record(SetSetting(REHEARSAL, "1"))
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    assert draft.parts[0].text.startswith("PROVA: ")
    bare = rewritten(draft, 0, Piece("Beyoğlu'nda son durum"))
    bare = replace(bare, parts=bare.parts[:-1])
    post = outgoing.to_post(bare, lifted)
    assert post.headline == "PROVA: Beyoğlu'nda son durum"
    assert post.closing == "PROVA"


def test_a_correction_rewritten_cites_only_what_stands(lifted: Session) -> None:
    publish(lifted, compose(lifted, PostKind.COMPARISON, HERE))
    number = next(c.bulletin for c in begin(lifted, PostKind.COMPARISON, HERE).post.cited)
    lifted.record(BeginCorrection(number))
    lifted.record(SetFigure(AA, share("chp"), Decimal("55.15")))
    lifted.record(FileDraft(AA, "yanlış yazılmış"))
    draft = begin(lifted, PostKind.CORRECTION, Ask(CONTEST))
    hers = typed(draft, 1, " Özür dileriz.")
    assert moving.moved(hers, lifted) == []
    post = outgoing.to_post(hers, lifted)
    assert post.cited == draft.post.cited
    assert post.corrects == draft.post.corrects
    assert codes(lifted, hers) == []


def test_a_table_goes_with_its_lines_and_with_them_away(lifted: Session) -> None:
    draft = begin(lifted, PostKind.COMPARISON, HERE)
    (table,) = draft.post.tables
    beside = outgoing.to_post(typed(draft, 1, " Sayım sürüyor."), lifted)
    assert beside.tables == (table,)
    head, lead, *rest = draft.parts
    before = Paragraph(Role.TEXT, (Piece("Sayım sürüyor."),))
    later = outgoing.to_post(replace(draft, parts=(head, lead, before, *rest)), lifted)
    assert [one.block for one in later.tables] == [table.block + 1]
    inside = typed(draft, at_line(draft, "AA (19.25)"), " Sayım sürüyor.")
    assert outgoing.to_post(inside, lifted).tables == ()
