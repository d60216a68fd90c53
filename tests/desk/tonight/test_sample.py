"""A post by settings that are not in force, and the pieces they change."""

from __future__ import annotations

from pathlib import Path

from desk.facts.bulletin import Source
from desk.facts.codes import Code
from desk.facts.edits import SetSetting
from desk.facts.post import Ask
from desk.file.session import Session
from desk.tonight.sample import changed_pieces, sample
from tests.desk.conftest import CONTEST, refused


def test_it_is_written_by_the_settings_asked_for(evening: Session) -> None:
    ask = Ask(CONTEST, ("Üsküdar",))
    usual, padded = sample(evening, ask), sample(evening, ask, {"decimals": "two"})
    assert usual is not None and padded is not None
    assert "38,3;" in usual.body and "38,30;" in padded.body
    (span,) = changed_pieces(usual.body, padded.body)
    assert padded.body[slice(*span)] == "38,30"
    assert "decimals" not in evening.settings


def test_without_figures_of_the_place_it_is_of_another(evening: Session) -> None:
    post = sample(evening, Ask(CONTEST, ("Adalar",)))
    assert post is not None and post.cited[0].slot.source.place != "Adalar"


def test_an_empty_night_has_none(tmp_path: Path, evening: Session) -> None:
    with Session.create(tmp_path / "x.secim", evening.election) as empty:
        assert sample(empty, Ask(CONTEST, ("Üsküdar",))) is None


def test_nothing_is_recorded_through_a_night_under_other_settings(evening: Session) -> None:
    other = evening.under({"decimals": "two"})
    with refused(Code.S918):
        other.record(SetSetting("decimals", "two"))
    assert other.draft(Source("AA", CONTEST, "Üsküdar")) is None


def test_pieces_are_whole_words_and_numbers() -> None:
    before, after = "CHP yüzde 58,3; AK Parti", "CHP %58,30; AK Parti"
    assert [after[slice(*span)] for span in changed_pieces(before, after)] == ["%58,30"]
    assert changed_pieces(before, before) == ()
